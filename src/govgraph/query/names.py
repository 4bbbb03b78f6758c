"""From what people write to what the graph calls it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import Final

from pyoxigraph import Literal, NamedNode
from rapidfuzz import fuzz, process, utils

from govgraph.errors import NotFoundError
from govgraph.model import BASE, NAMESPACE, EntityType
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema

ENTITY_KINDS: Final = frozenset(str(one).lower() for one in EntityType)
"""Segments in the IRIs of named things, as against roles, offices, articles."""

ROLES: Final = ("role",)
"""What a name is looked up among where an office is meant."""
_OTHER: Final = (
    ns.ALT_LABEL,
    ns.HIDDEN_LABEL,
    *(ns.gov(name) for name in ("abbreviation", "feminineLabel", "pluralLabel", "shortLabel")),
)
_SUGGESTIONS: Final = 5
_CLOSE: Final = 65.0
_CLOSER: Final = 75.0
_SHORT: Final = 5
_ABBREVIATED: Final = 7


def kind_of(iri: str) -> str:
    """Segment before the slug: `person`, `role`; empty where there is none.

    >>> kind_of("https://w3id.org/govgraph/id/person/denis-alt")
    'person'
    """
    return iri.rpartition("/")[0].rpartition("/")[2]


class Names:
    """Labels of a graph, both ways. Reads all labels once; make a new one when the graph has changed."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._preferred: dict[str, str] = {}
        self._first: dict[str, set[str]] = defaultdict(set)
        self._second: dict[str, set[str]] = defaultdict(set)
        for quad in store.match(predicate=ns.PREF_LABEL):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                iri, label = quad.subject.value, quad.object.value
                self._first[_folded(label)].add(iri)
                if quad.object.language in ("de", None):
                    self._preferred[iri] = min(label, self._preferred.get(iri, label))
        for predicate in _OTHER:
            for quad in store.match(predicate=predicate):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                    self._second[_folded(quad.object.value)].add(quad.subject.value)

    def label(self, iri: str) -> str:
        """German name of a thing; the end of its IRI where it has none."""
        return self._preferred.get(iri) or iri.rpartition("/")[2].rpartition("#")[2]

    def all_of(self, iri: str) -> set[str]:
        """Everything that a thing is called in the graph."""
        quads = (quad for one in (ns.PREF_LABEL, *_OTHER) for quad in self._store.match(NamedNode(iri), one))
        return {quad.object.value for quad in quads if isinstance(quad.object, Literal)}

    def __contains__(self, iri: str) -> bool:
        """Whether a thing has a German name in the graph."""
        return iri in self._preferred

    def find(self, name: str, kinds: Collection[str] = ENTITY_KINDS) -> tuple[str, ...]:
        """IRIs of all things of some kinds that a name can mean.

        Args:
            name: A label without regard to case, an IRI, or the end of one (`person/denis-alt`, `person:denis-alt`).
                Things that bear it as their preferred name go before those that have it as another.
            kinds: Kinds of things to look among.

        Raises:
            NotFoundError: Nothing is called so; names what comes close.
        """
        exact = self._by_iri(name)
        if exact:
            return exact
        folded = _folded(name)
        for table in (self._first, self._second):
            found = sorted(iri for iri in table.get(folded, ()) if self._kind(iri) in kinds)
            if found:
                return tuple(found)
        raise NotFoundError(self._other(name, kinds) or self._missing(name, kinds))

    def find_one(self, name: str, kinds: Collection[str] = ENTITY_KINDS) -> str:
        """IRI of the one thing that a name means.

        Raises:
            NotFoundError: Nothing is called so, or more than one thing is; names them.
        """
        found = self.find(name, kinds)
        if len(found) > 1:
            listed = ", ".join(f"{self.label(iri)} ({kind_of(iri)}/{iri.rpartition('/')[2]})" for iri in found)
            raise NotFoundError(f"{name!r} can mean {len(found)} things: {listed}; give one of the names in brackets")
        return found[0]

    def _kind(self, iri: str) -> str:
        return _kind(self._store, iri)

    def _by_iri(self, name: str) -> tuple[str, ...]:
        if name in self._preferred:
            return (name,)
        kind, mark, slug = name.strip("<>").replace(":", "/", 1).partition("/")
        if not mark or "/" in slug:
            return (name.strip("<>"),) if name.strip("<>") in self._preferred else ()
        return tuple(sorted(iri for iri in self._preferred if iri.endswith(f"/{kind}/{slug}")))

    def _other(self, name: str, kinds: Collection[str]) -> str:
        """What a name of another kind means, and what to ask instead; empty if nothing is called so."""
        folded = _folded(name)
        if tuple(kinds) != ROLES:
            offices = (iri for table in (self._first, self._second) for iri in table.get(folded, ()))
            if "role" in kinds or not any(self._kind(iri) == "role" for iri in offices):
                return ""
            return f"{name!r} is an office; ask `govgraph who {name!r}`, or name it by --role where a command has that"
        for table in (self._first, self._second):
            for iri in sorted(table.get(folded, ())):
                if self._kind(iri) == "person":
                    told = f"`govgraph timeline {name!r}`, `govgraph explain {name!r}`"
                    return f"{name!r} is a person, no office; see {told}"
                if self._kind(iri) in ENTITY_KINDS:
                    return f"{name!r} is no office; `govgraph who --all {name!r}` tells who has one there"
        return ""

    def _missing(self, name: str, kinds: Collection[str]) -> str:
        # an inflected form that comes close is answered with the name whose form it is
        named = {
            form: self.label(iri)
            for table in (self._second, self._first)
            for form, iris in sorted(table.items())
            for iri in sorted(iris)
            if self._kind(iri) in kinds
        }
        close = process.extract(
            _folded(name), sorted(named), scorer=_closeness, limit=4 * _SUGGESTIONS, score_cutoff=_CLOSE
        )
        nothing = "no office" if tuple(kinds) == ROLES else "nothing"
        if not close:
            return f"{nothing} in the graph is called {name!r}, nor anything like it; names are matched whole"
        suggested = list(dict.fromkeys(named[form] for form, _, _ in close))[:_SUGGESTIONS]
        return f"{nothing} in the graph is called {name!r}; close to it: {', '.join(suggested)}"


def look_up(store: GraphReader, name: str, kinds: Collection[str] = ENTITY_KINDS) -> str:
    """IRI of the one thing that a name means, as `Names.find_one` has it, but without reading all labels.

    A label that is written just like the name is looked up; only where none is, or more than one, are all labels read.
    Hence a thing whose label has the very letters goes before one that is written otherwise.

    Raises:
        NotFoundError: Nothing is called so, or more than one thing is; names them.
    """
    found = _so_written(store, name, kinds)
    if len(found) == 1:
        return found.pop()
    iri = name.strip("<>")
    try:
        if ":" in iri and next(store.match(NamedNode(iri), ns.PREF_LABEL), None) is not None:
            return iri
    except ValueError:
        pass  # no IRI: a name with a colon
    return Names(store).find_one(name, kinds)


def ambiguous(store: GraphReader, name: str) -> tuple[tuple[str, str], ...]:
    """Name and short IRI of each thing that a name means, written just so, if it means several; else nothing.

    No labels but these are read.
    """
    found = sorted(_so_written(store, name, ENTITY_KINDS))
    if len(found) < 2:
        return ()
    labels = (
        min(
            (
                quad.object.value
                for quad in store.match(NamedNode(iri), ns.PREF_LABEL)
                if isinstance(quad.object, Literal) and quad.object.language in ("de", None)
            ),
            default=name,
        )
        for iri in found
    )
    return tuple((label, "/".join(iri.rsplit("/", 2)[1:])) for label, iri in zip(labels, found, strict=True))


def _so_written(store: GraphReader, name: str, kinds: Collection[str]) -> set[str]:
    """Things of some kinds that have a label of these very letters; as preferred name before others."""
    for predicates in ((ns.PREF_LABEL,), _OTHER):
        found = {
            quad.subject.value
            for predicate in predicates
            for literal in (Literal(name, language="de"), Literal(name, language="en"), Literal(name))
            for quad in store.match(predicate=predicate, object=literal)
            if isinstance(quad.subject, NamedNode) and _kind(store, quad.subject.value) in kinds
        }
        if found:
            return found
    return set()


def statement_called(store: GraphReader, name: str) -> str:
    """IRI of the statement or tenure that a name means: an IRI, or a short one as tables have it (`statement:…`).

    Raises:
        NotFoundError: The graph has no such statement.
    """
    for iri in full_iris(store, name):
        if any(next(store.match(iri, one), None) for one in (ns.gov("evidence"), ns.PREDICATE)):
            return iri.value
    raise NotFoundError(f"no statement {name!r} in this graph; `govgraph explain` shows their IRIs")


def full_iris(store: GraphReader, name: str) -> Iterator[NamedNode]:
    """IRIs that a name can be: itself, and what a short one stands for in this graph."""
    articles = store.match(None, ns.TYPE, ns.gov("Article"))
    known = (quad.subject.value for quad in articles if isinstance(quad.subject, NamedNode))
    base = next((iri.rpartition("/article/")[0] for iri in known if "/article/" in iri), BASE)
    tail = name.strip("<>")
    for iri in (tail, f"{base}/{tail.replace(':', '/', 1)}"):
        with suppress(ValueError):  # no IRI
            yield NamedNode(iri)


def _kind(store: GraphReader, iri: str) -> str:
    """Kind of a thing: from its IRI, or from its class where a lexicon gave it an IRI of another make."""
    kind = kind_of(iri)
    if kind in ns.KINDS:
        return kind
    classes = sorted(
        quad.object.value.removeprefix(NAMESPACE)
        for quad in store.match(NamedNode(iri), ns.TYPE)
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(NAMESPACE)
    )
    return next((str(load_schema().coarse(one) or one).lower() for one in classes), kind)


def _closeness(one: str, other: str, *, score_cutoff: float | None = None) -> float:
    """0 to 100. Nearly every name has the letters of a short one, so short ones are compared whole, and strictly."""
    if len(one) < _SHORT or len(other) < _ABBREVIATED:
        return fuzz.ratio(one, other, processor=utils.default_process, score_cutoff=max(score_cutoff or 0, _CLOSER))
    return fuzz.WRatio(one, other, processor=utils.default_process, score_cutoff=score_cutoff)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
