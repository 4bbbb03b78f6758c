"""A whole graph into a SPARQL server, in parts; what was sent before the connection broke is not sent again."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad

from govgraph.errors import StoreError
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.namespaces import TYPE, gov
from govgraph.store.parts import SIZE, in_parts
from govgraph.store.remote import RemoteStore

Tell = Callable[[str, int, int], None]
_STAGE: Final = "push"
_ARTICLE: Final = gov("Article")


class Others(StrEnum):
    """What becomes of articles on the server that the graph does not have.

    What articles have in common (names, periods, conclusions) stands in graphs that each collection has by the same
    names, so a push of one takes from the articles of another what they need.

    Attributes:
        REFUSE: If there are any, nothing is sent.
        DROP: Their graphs are taken out.
        KEEP: They stay, without what they had in common.
    """

    REFUSE = "refuse"
    DROP = "drop"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push has done.

    Attributes:
        graphs: Number of named graphs.
        quads: Number of quads.
        parts: Number of parts.
        skipped: How many of them an earlier push had sent.
        differing: Graphs that hold another number of quads than were sent: IRI, sent, held.
    """

    graphs: int
    quads: int
    parts: int
    skipped: int
    differing: tuple[tuple[str, int, int], ...]


def journal_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where it is noted what was sent: `govgraph/push` in the state folder of the XDG specification."""
    given = environ.get("XDG_STATE_HOME", "")
    base = Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "state"
    return base / "govgraph" / "push"


def push(  # noqa: PLR0913 - all but two have defaults
    source: GraphReader,
    target: RemoteStore,
    *,
    only: bool = False,
    others: Others = Others.REFUSE,
    restart: bool = False,
    folder: Path | None = None,
    size: int = SIZE,
    tell: Tell = lambda stage, done, total: None,
) -> Pushed:
    """Make a server hold the graphs of a store.

    Each graph takes the place of the one of its name on the server; other graphs stay. It is noted on disk which parts
    have arrived: a push of the same graph to the same server that was broken off goes on where it stopped. If it turns
    out that the server has lost what had arrived, all is sent anew. Meanwhile the server holds a part of the graph.

    Args:
        source: The graph.
        target: The server.
        only: Take everything else out of the server.
        others: What becomes of articles there that the graph does not have.
        restart: Begin anew, whatever has arrived before.
        folder: Where to note what has arrived; None for `journal_folder`.
        size: Quads of a part.
        tell: Is told how many parts have arrived.

    Raises:
        StoreError: The server cannot be reached or refuses, it holds articles of others, or the notes cannot be
            written.
    """
    # a server that wants each graph by itself gets it in few parts
    quads = sorted(source.match(), key=lambda one: (str(one.graph_name), str(one)))
    counted = Counter(one.graph_name.value for one in quads if isinstance(one.graph_name, NamedNode))
    journal = _Journal(folder or journal_folder(), _digest(quads, target, only, size))
    arrived = 0 if restart else journal.arrived()
    if not arrived:
        foreign = () if only or others is Others.KEEP else _foreign(target, _articles(quads))
        if foreign and others is Others.REFUSE:
            raise StoreError(_refusal(target, foreign))
        journal.note(0)
        default = any(isinstance(one.graph_name, DefaultGraph) for one in quads)
        _clear(target, {*counted, *foreign}, only, default)
    parts, total = 0, -(-len(quads) // size)
    for part in in_parts(quads, size):
        parts += 1
        if parts > arrived:
            target.send(part)
            journal.note(parts)
        tell(_STAGE, parts, max(parts, total))
    held = target.counts()
    differing = tuple(
        (name, sent, held.get(name, 0)) for name, sent in sorted(counted.items()) if held.get(name) != sent
    )
    journal.remove()
    if differing and arrived:
        return push(source, target, only=only, others=others, restart=True, folder=folder, size=size, tell=tell)
    return Pushed(len(counted), len(quads), parts, min(arrived, parts), differing)


def _articles(quads: Iterable[Quad]) -> set[str]:
    """IRIs of the articles that have graphs."""
    typed = (one.subject for one in quads if one.predicate == TYPE and one.object == _ARTICLE)
    return {one.value for one in typed if isinstance(one, NamedNode)}


def _foreign(target: RemoteStore, mine: set[str]) -> tuple[str, ...]:
    """IRIs of articles that only the server has, sorted; none if what is sent has no articles to begin with."""
    return tuple(sorted(_articles(target.match(None, TYPE, _ARTICLE)) - mine)) if mine else ()


def _refusal(target: RemoteStore, foreign: tuple[str, ...]) -> str:
    return (
        f"{target.endpoint.query} holds articles that this graph does not have ({len(foreign)}, such as {foreign[0]}), "
        "and they would lose names and periods; build all in one, take another server or dataset, or say --others drop "
        "or keep"
    )


def _clear(target: RemoteStore, graphs: Iterable[str], only: bool, default: bool) -> None:
    if only:
        target.clear()
        return
    there = set(target.graphs())
    for name in sorted(set(graphs) & there):
        target.drop(name)
    if default:
        target.empty_default()


def _digest(quads: Iterable[Quad], target: RemoteStore, only: bool, size: int) -> str:
    digest = hashlib.sha256(f"{target.endpoint.query} {target.endpoint.update} {only} {size}\n".encode())
    for quad in quads:
        digest.update(f"{quad}\n".encode())
    return digest.hexdigest()


class _Journal:
    """How many parts of a push have arrived, on disk."""

    def __init__(self, folder: Path, digest: str) -> None:
        self._path = folder / f"{digest[:32]}.json"

    def arrived(self) -> int:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))["arrived"]
        except (OSError, ValueError, KeyError, TypeError):
            return 0
        return found if isinstance(found, int) and found > 0 else 0

    def note(self, arrived: int) -> None:
        aside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps({"arrived": arrived}), encoding="utf-8")
            aside.replace(self._path)
        except OSError as error:
            raise StoreError(f"{self._path.parent}: {error.strerror}; set XDG_STATE_HOME to a folder") from error

    def remove(self) -> None:
        with suppress(OSError):
            self._path.unlink()
