"""One way out for all profiles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from govgraph.errors import QueryError
from govgraph.export.profiles import triples
from govgraph.export.profiles.ftm import ftm
from govgraph.export.profiles.holding import left_out
from govgraph.export.profiles.popolo import popolo
from govgraph.export.write import put, quoting
from govgraph.model import Quotes
from govgraph.rdf import GraphReader

PROFILES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "org": ".ttl",
        "schema": ".jsonld",
        "popolo": ".json",
        "ftm": ".jsonl",
        "annotations": ".jsonld",
        "prov": ".trig",
        "dataset": ".ttl",
        "rdf12": ".trig",
    }
)
"""Profiles and the suffixes of their files."""

_WRITERS: Final[Mapping[str, Callable[[GraphReader], bytes]]] = {
    "org": triples.org,
    "schema": triples.schema,
    "popolo": popolo,
    "ftm": ftm,
    "annotations": triples.web_annotations,
    "prov": triples.prov,
    "dataset": triples.dataset,
    "rdf12": triples.rdf12,
}


_NEVER: Final = frozenset({"announced", "acting", "contradicted"})
_WITHOUT: Final[Mapping[str, frozenset[str]]] = {
    "org": _NEVER,
    "schema": _NEVER | {"over"},
    "popolo": _NEVER | {"over"},
    "ftm": _NEVER,
}
"""Why each profile leaves times in office out; the others leave none out."""


def render_profile(store: GraphReader, name: str, quotes: Quotes = Quotes.FULL) -> bytes:
    """The graph in one of `PROFILES`, in UTF-8, with no more of the words of its articles than wanted.

    `org`, `schema`, `popolo` and `ftm` hold only what is so (`holding.plain`); `annotations`, `prov` and `rdf12` speak
    of statements of every modality without making them; `dataset` counts.

    Raises:
        QueryError: No such profile.
        VocabularyError: What describes the profile in the ontology is missing or broken.
    """
    if name not in _WRITERS:
        raise QueryError(f"no profile {name!r}; allowed are {', '.join(PROFILES)}")
    return _WRITERS[name](quoting(store, quotes))


def export_profile(
    store: GraphReader, name: str, out: Path | BinaryIO, quotes: Quotes = Quotes.FULL
) -> Mapping[str, int]:
    """Write the graph in one of `PROFILES` to a file or an open binary stream; see `render_profile`.

    Returns:
        How many times in office the profile leaves out, by reason: `announced`, `acting`, `contradicted`, `over`.

    Raises:
        QueryError: No such profile.
        StoreError: The file cannot be written.
        VocabularyError: What describes the profile in the ontology is missing or broken.
    """
    put(render_profile(store, name, quotes), out)
    without = _WITHOUT.get(name, frozenset())
    return {reason: count for reason, count in sorted(left_out(store).items()) if reason in without} if without else {}
