"""What a graph may say plainly to readers who know neither modality nor status.

Other standards have no words for „planned“, „reported“, „ended“, „designated“ or „acting for“. So profiles are made
from a copy of the graph that holds only what is so: all else is missing, and nothing is said to be what it is not.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from govgraph.errors import VocabularyError
from govgraph.model import Predicate
from govgraph.model.days import span
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.literals import when
from govgraph.store import MemoryStore
from govgraph.vocabulary.resources import ontology_dir

START: Final = NamedNode(ns.SCHEMA + "startDate")
END: Final = NamedNode(ns.SCHEMA + "endDate")
STATUS: Final = ns.gov("status")
FORMER: Final = ns.gov("Former")
ONTOLOGY: Final = NamedNode("https://w3id.org/govgraph/ontology")

_RELATIONS: Final = frozenset(ns.gov(one.value) for one in Predicate)
_BETWEEN: Final = frozenset(map(ns.gov, ("jurisdiction", "predecessor", "successor", "owner", "seat", "capital")))
_ASIDE: Final = frozenset({ns.SUGGESTIONS, ns.CORRECTIONS, ns.CONFLICTS})
_HELD: Final = frozenset(map(ns.gov, ("Current", "New", "Former")))
_HOLDS: Final = ns.gov("holdsOffice")
_PERIOD: Final = ns.gov("Period")

_Fact = tuple[object, object, object]


class Lookup:
    """Looks into a graph, always in the same order."""

    def __init__(self, store: GraphReader) -> None:
        self.store = store

    def nodes(self, kind: NamedNode) -> list[NamedNode]:
        """Things of a class, sorted."""
        found = {quad.subject for quad in self.store.match(predicate=ns.TYPE, object=kind)}
        return sorted((one for one in found if isinstance(one, NamedNode)), key=str)

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[object]:
        """What stands at a property, sorted."""
        return sorted({quad.object for quad in self.store.match(subject, predicate)}, key=str)

    def text(self, subject: NamedNode, predicate: NamedNode) -> str | None:
        """The first text at a property."""
        found = self.values(subject, predicate)
        return found[0].value if found and isinstance(found[0], Literal) else None

    def fact(self, node: NamedNode) -> _Fact:
        """Subject, predicate and object that a statement is about."""
        return tuple(next(iter(self.values(node, one)), None) for one in (ns.SUBJECT, ns.PREDICATE, ns.OBJECT))  # type: ignore[return-value]


def plain(store: GraphReader) -> MemoryStore:
    """A copy in memory for profiles to be made of, with the schema of the ontology in a graph of its own.

    Of the relations between things it holds those that an asserted statement makes, unless an article says of the same
    that it has ended, or a contradiction of severity `sh:Violation` involves the statement; and those of reference data
    that were seen in a publication. What rules have inferred, suggestions and judgements stay out.

    Of periods it holds those that somebody was seen in: none that was only designated, acting for another, or in such
    a contradiction. `schema:startDate` and `schema:endDate` are added where both bounds fit into one day, month or
    year; a period that is over without such a date has `gov:status gov:Former`. One that would begin after its end has
    neither date.

    Raises:
        VocabularyError: The ontology is missing or broken.
    """
    graph = Lookup(store)
    doubted = _doubted(graph)
    held, stated, ended = _statements(graph, doubted)
    inferred = {graph.fact(one) for one in graph.nodes(ns.gov("Inference"))}
    seen = {quad.subject for quad in store.match(predicate=ns.SOURCE, object=ns.gov("SeenInPublication"))}
    believed = {quad.subject for quad in store.match(predicate=ns.SOURCE, object=ns.gov("BelievedUnchecked"))}
    periods = {one: _dates(graph, one) for one in graph.nodes(_PERIOD) if _was_held(graph, one, doubted)}
    offices = {
        (holder, office)
        for one in periods
        if graph.text(one, ns.gov("endLatest")) is None
        for holder in graph.values(one, ns.gov("holder"))
        for office in graph.values(one, ns.gov("office"))
    }

    def stays(quad: Quad) -> bool:
        if _is_aside(quad):
            return False
        fact = (quad.subject, quad.predicate, quad.object)
        if quad.predicate in _RELATIONS:
            known = quad.subject in seen and fact not in stated and fact not in inferred
            return fact not in ended and (fact in held or known)
        if quad.predicate in _BETWEEN:
            return quad.subject in seen or quad.subject not in believed
        if quad.predicate == _HOLDS:
            return (quad.subject, quad.object) in offices
        return not (quad.predicate == ns.TYPE and quad.object == _PERIOD and quad.subject not in periods)

    copy = MemoryStore(quad for quad in store.match() if stays(quad))
    copy.load(quad for found in periods.values() for quad in found)
    copy.load(_schema())
    return copy


def left_out(store: GraphReader) -> Mapping[str, int]:
    """How many times in office `plain` leaves out, by reason.

    Returns:
        Counts by `contradicted` (in a contradiction of severity `sh:Violation`), `acting`, `announced` (nobody was seen
        in office) and `over` (kept, but over on a day that nothing tells, which not every standard can say).
    """
    graph = Lookup(store)
    doubted = _doubted(graph)
    return Counter(reason for one in graph.nodes(_PERIOD) if (reason := _reason(graph, one, doubted)))


def _reason(graph: Lookup, period: NamedNode, doubted: frozenset[object]) -> str:
    if _was_held(graph, period, doubted):
        return "over" if any(quad.object == FORMER for quad in _dates(graph, period)) else ""
    if not doubted.isdisjoint(graph.values(period, ns.DERIVED_FROM)):
        return "contradicted"
    return "acting" if graph.values(period, ns.gov("acting")) else "announced"


def _is_aside(quad: Quad) -> bool:
    graph = quad.graph_name
    return graph in _ASIDE or (isinstance(graph, NamedNode) and graph.value.startswith(f"{ns.GRAPHS}/rules/"))


def _doubted(graph: Lookup) -> frozenset[object]:
    severe = graph.store.match(predicate=ns.RESULT_SEVERITY, object=NamedNode(ns.SHACL + "Violation"))
    conflicts = [quad.subject for quad in severe if isinstance(quad.subject, NamedNode)]
    return frozenset(value for one in conflicts for value in graph.values(one, ns.gov("involves")))


def _statements(graph: Lookup, doubted: frozenset[object]) -> tuple[set[_Fact], set[_Fact], set[_Fact]]:
    """Facts that an undoubted statement asserts, that any statement is about, and that have ended."""
    held, stated, ended = set(), set(), set()
    for one in graph.nodes(ns.gov("Statement")):
        fact, modality = graph.fact(one), graph.values(one, ns.gov("modality"))
        stated.add(fact)
        if ns.gov("Ended") in modality:
            ended.add(fact)
        if modality == [ns.gov("Asserted")] and one not in doubted:
            held.add(fact)
    return held, stated, ended


def _was_held(graph: Lookup, period: NamedNode, doubted: frozenset[object]) -> bool:
    tenures = [one for one in graph.values(period, ns.DERIVED_FROM) if isinstance(one, NamedNode)]
    acting = bool(graph.values(period, ns.gov("acting")))
    return not acting and doubted.isdisjoint(tenures) and any(_is_held(graph, one) for one in tenures)


def _is_held(graph: Lookup, tenure: NamedNode) -> bool:
    if _HELD.isdisjoint(graph.values(tenure, STATUS)):
        return False
    since, seen = span(graph.text(tenure, ns.gov("since"))), span(graph.text(tenure, ns.gov("observedOn")))
    return not (since and seen and since.first > seen.last)


def _dates(graph: Lookup, period: NamedNode) -> list[Quad]:
    texts = [graph.text(period, ns.gov(name)) for name in ("beginEarliest", "beginLatest", "endEarliest", "endLatest")]
    begin, end = _within(*texts[:2]), _within(*texts[2:])
    if texts[0] and texts[3] and texts[0] > texts[3]:
        # articles that contradict each other, or one itself: neither day is known
        begin = end = None
    found = [Quad(period, START, begin, ns.TIMELINE)] if begin else []
    if end:
        found.append(Quad(period, END, end, ns.TIMELINE))
    elif texts[3] is not None:
        found.append(Quad(period, STATUS, FORMER, ns.TIMELINE))
    return found


def _within(first: str | None, last: str | None) -> Literal | None:
    """The day, month or year that is known, and no more: None where two bounds leave more open than one of these."""
    if first is None or last is None:
        return None
    begin, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if begin == end:
        return when(first)
    if begin > end or begin.year != end.year:
        return None
    return when(first[:7]) if begin.month == end.month else when(first[:4])


def _schema() -> Iterable[Quad]:
    path = ontology_dir() / "govgraph.ttl"
    try:
        return [
            Quad(one.subject, one.predicate, one.object, ONTOLOGY) for one in parse(path=path, format=RdfFormat.TURTLE)
        ]
    except (OSError, SyntaxError, ValueError) as error:
        raise VocabularyError(f"{path.name} cannot be used: {error}; correct the file") from error
