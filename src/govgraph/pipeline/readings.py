"""What builds into a folder have read so far: one file for each input, as it was read, before anything is resolved.

A later build reads only what is new or changed and takes the rest from here. Since a record holds the text of its
articles, a reading that other settings have made is read anew even when its source is gone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from govgraph.errors import NotFoundError, RecordError, StoreError
from govgraph.model import Issue, Record, digest
from govgraph.model.serialise import record_from_dict, record_to_dict
from govgraph.pipeline.output import FOLDER, former_output, private_folder, readings_folder


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of one input.

    Attributes:
        name: Name of the page, the stem of its record's file.
        source: Input as given.
        sha256: Digest of its bytes, hexadecimal; None where it could not be read.
        words: Words of the page, split at white space.
        record: What was read, or None.
        issues: What could not be done, or was done with a doubt.
    """

    name: str
    source: str
    sha256: str | None
    words: int
    record: Record | None
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An outcome that is kept.

    Attributes:
        outcome: What was read.
        settings: Digest of what shaped it: version, ontology, lexicon, base.
        removed: IRIs of articles that were taken out of the graph by hand; they stay out until they are called back.
        standin: Whether it is what a feed says of a page that could not be had.
    """

    outcome: PageOutcome
    settings: str
    removed: frozenset[str] = field(default_factory=frozenset)
    standin: bool = False

    @property
    def source(self) -> str:
        """Input as given; names the reading."""
        return self.outcome.source

    @property
    def record(self) -> Record | None:
        """The record without the articles that were removed; None if there is none, or none is left of it."""
        record = self.outcome.record
        if record is None or not self.removed:
            return record
        left = tuple(one for one in record.articles if one.article.id not in self.removed)
        return replace(record, articles=left) if left else None

    @property
    def articles(self) -> frozenset[str]:
        """IRIs of all articles on the page, removed ones included."""
        record = self.outcome.record
        return frozenset() if record is None else frozenset(one.article.id for one in record.articles)

    @property
    def gone(self) -> bool:
        """Whether every article of it was removed."""
        return bool(self.removed) and self.record is None

    def named(self, name: str) -> Reading:
        """The same under another name of the page."""
        if name == self.outcome.name:
            return self
        record = self.outcome.record
        if record is not None:
            articles = tuple(replace(one, article=replace(one.article, page=name)) for one in record.articles)
            record = replace(record, page=name, articles=articles)
        return replace(self, outcome=replace(self.outcome, name=name, record=record))

    def at(self, source: str) -> Reading:
        """The same of another source."""
        record = self.outcome.record
        if source == self.source:
            return self
        if record is not None:
            articles = tuple(replace(one, article=replace(one.article, source=source)) for one in record.articles)
            record = replace(record, source=source, articles=articles)
        return replace(self, outcome=replace(self.outcome, source=source, record=record))


def beside(source: str, content: str) -> str:
    """Source of a reading beside that of another content.

    Args:
        source: As given.
        content: Digest of the content.
    """
    return f"{source}#{digest(content)}"


def load_readings(out: Path) -> dict[str, Reading]:
    """Readings of an output folder, by source; empty where no build has filled it.

    Raises:
        StoreError: A file of them is damaged, or they have not come along with the folder.
    """
    folder = readings_folder(out)
    if former_output(out) and not folder.is_dir():
        raise StoreError(
            f"{out} came without what its builds have read ({private_folder(out)}); bring that along, or build all "
            "pages again with --fresh"
        )
    readings = (_load(path) for path in sorted(folder.glob("*.json")))
    return {one.source: one for one in readings}


def load_reading(out: Path, source: str) -> Reading | None:
    """What was read of one source; None if there is nothing.

    Raises:
        StoreError: Its file is damaged.
    """
    path = readings_folder(out) / _name(source)
    return _load(path) if path.is_file() else None


def write_readings(out: Path, readings: Iterable[Reading]) -> None:
    """Write one file for each reading, named by a digest of its source; the folder is made."""
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for one in readings:
        (folder / _name(one.source)).write_text(reading_dumps(one), encoding="utf-8", newline="\n")


def _name(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:16] + ".json"


def chosen_articles(names: Iterable[str], readings: Iterable[Reading]) -> dict[str, frozenset[str]]:
    """Articles that are still in the graph and that names stand for.

    Args:
        names: Each an IRI of an article or the end of one, or an exact title, for the article wherever it stands; or a
            page by name or source, for all articles on that page.
        readings: Where to look.

    Returns:
        IRIs of the articles by source of their page.

    Raises:
        NotFoundError: A name fits no article, or is the title of several.
    """
    there = [(reading, one.article) for reading in readings if (record := reading.record) for one in record.articles]
    chosen: dict[str, set[str]] = {}
    for name in names:
        tail = f"/{name.removeprefix('article:')}"
        found = [
            (reading.source, article.id)
            for reading, article in there
            if article.id == name or article.id.endswith(tail) or name in (reading.source, reading.outcome.name)
        ]
        if not found:
            found = [(reading.source, article.id) for reading, article in there if article.title == name]
            _only_one(name, {iri for _, iri in found})
        for source, iri in found:
            chosen.setdefault(source, set()).add(iri)
    return {source: frozenset(articles) for source, articles in chosen.items()}


def _only_one(title: str, articles: Set[str]) -> None:
    """See that a title names one article, on however many pages it stands."""
    if not articles:
        raise NotFoundError(
            f"no article {title!r} in this graph; name it by its IRI or title, or by its page; nothing was removed"
        )
    if len(articles) > 1:
        raise NotFoundError(
            f"{len(articles)} articles are called {title!r}: {', '.join(sorted(articles))}; name those that are to go "
            "by IRI, or by their page; nothing was removed"
        )


def reading_dumps(one: Reading) -> str:
    """A reading as its file holds it."""
    outcome = one.outcome
    shape = {
        "page": outcome.name,
        "source": outcome.source,
        "sha256": outcome.sha256,
        "words": outcome.words,
        "issues": [asdict(issue) for issue in outcome.issues],
        "settings": one.settings,
        "removed": sorted(one.removed),
        "standin": one.standin,
        "record": None if outcome.record is None else record_to_dict(outcome.record),
    }
    # ASCII, so that lone surrogates of odd file names and texts survive
    return json.dumps(shape, sort_keys=True, separators=(",", ":")) + "\n"


def _load(path: Path) -> Reading:
    try:
        shape: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        record = shape["record"]
        outcome = PageOutcome(
            shape["page"],
            shape["source"],
            shape["sha256"],
            shape["words"],
            None if record is None else record_from_dict(record),
            tuple(Issue(**issue) for issue in shape["issues"]),
        )
        return Reading(outcome, shape["settings"], frozenset(shape["removed"]), bool(shape.get("standin")))
    except (OSError, ValueError, KeyError, TypeError, RecordError) as error:
        text = " ".join(str(error).split())
        raise StoreError(f"{path}: no reading of a former build ({text}); build again with --fresh") from error
