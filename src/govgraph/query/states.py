"""A graph as it is compared with another: statements by what they say, periods by office and person."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import Literal, NamedNode

from govgraph.errors import QueryError
from govgraph.model import NAMESPACE, Modality, Predicate, Status
from govgraph.model.days import span
from govgraph.query.names import Names
from govgraph.query.proof import Proof, Properties
from govgraph.query.timeline import PeriodReader, TimelineRow
from govgraph.query.upward import Belonging
from govgraph.rdf import namespaces as ns
from govgraph.rdf.articles import notion
from govgraph.rdf.inferred import HOLDING
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.timeline import BOUNDS

Triple = tuple[str, str, str]
"""Subject, local name of the predicate, object. Who cooperates with whom stands in order."""
Outline = tuple[str, ...]
"""A period without its evidence: tenures, holder, whether acting, the four bounds, whether it is over."""
Key = tuple[str, str, str]
"""Digest of the quote, headline, date: the same words of the same article, whatever was changed elsewhere in it."""

_FACTUAL: Final = (Modality.ASSERTED.value, Modality.ENDED.value)


def key(proof: Proof) -> Key:
    """What tells two pieces of evidence apart."""
    return (proof.digest or f"{proof.start}-{proof.end}", proof.title, proof.date)


def in_order(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """Evidence once each, by date, article and place."""
    return tuple(sorted(set(proofs), key=lambda one: (one.date, one.article, one.start, one.end)))


@dataclass(frozen=True, slots=True)
class Said:
    """What the articles of a graph say of one triple in one modality.

    Attributes:
        modality: `asserted`, `planned`, `reported` or `ended`.
        statements: IRIs.
        evidence: IRIs of their evidence.
        date: Of the newest article; an empty string if none has one.
    """

    modality: str
    statements: tuple[str, ...]
    evidence: frozenset[str]
    date: str


def standing(said: Mapping[str, Said]) -> Said:
    """What counts of all that is said of a triple: the newest that says how it is, else a report, else a plan."""
    factual = [said[word] for word in _FACTUAL if word in said]
    if factual:
        return max(factual, key=lambda one: (one.date, one.modality))
    return said.get(Modality.REPORTED.value) or next(said[word] for word in sorted(said))


@dataclass(frozen=True, slots=True)
class _Statement:
    iri: str
    triple: Triple
    modality: str
    date: str
    evidence: frozenset[str]


class State:
    """Statements and periods of one graph. All is read once, periods in full only where they are asked for.

    Args:
        store: The graph.
    """

    def __init__(self, store: GraphReader) -> None:
        self.names = Names(store)
        self.properties = Properties(store)
        self.belonging = Belonging(store)
        self._dates = _first(store, ns.DATE_PUBLISHED)
        self._statements = tuple(_statements(store, self._dates))
        self._store = store
        self._reader = PeriodReader(store, self.names)
        self._periods: dict[str, Mapping[str, tuple[TimelineRow, ...]]] = {}

    def earlier(self, day: datetime.date) -> Mapping[Triple, Mapping[str, Said]]:
        """What articles of earlier days say, with those that have no date."""
        days = {date: found.first for date in set(self._dates.values()) if (found := span(date)) is not None}
        return _said(one for one in self._statements if one.date not in days or days[one.date] < day)

    @cached_property
    def said(self) -> Mapping[Triple, Mapping[str, Said]]:
        """What is said, by triple and modality."""
        return _said(self._statements)

    @cached_property
    def newest(self) -> str:
        """Day of the newest article, or an empty string."""
        days = (found.last.isoformat() for date in self._dates.values() if (found := span(date)) is not None)
        return max(days, default="")

    @cached_property
    def offices(self) -> Mapping[str, Mapping[str, Outline]]:
        """Periods of each office in outline, by IRI.

        Raises:
            QueryError: Offices are held, but there is no timeline.
        """
        found: dict[str, dict[str, Outline]] = defaultdict(dict)
        for period, office, outline in _outlines(self._store):
            over = "over" if self._ended(outline[-2], outline[-1]) else ""
            found[office][period] = (*outline, over)
        if not found and _observed(self._store):
            raise QueryError("the graph has offices but no timeline: an older version made it; build it again")
        return found

    def periods(self, office: str) -> Mapping[str, tuple[TimelineRow, ...]]:
        """Periods of an office by person, in the order of time."""
        if office not in self._periods:
            people: dict[str, list[TimelineRow]] = defaultdict(list)
            for iri in sorted(self.offices.get(office, ())):
                row = self._reader.row(iri)
                people[row.person.iri].append(row)
            self._periods[office] = {
                person: tuple(sorted(own, key=lambda row: (row.order, row.period))) for person, own in people.items()
            }
        return self._periods[office]

    def over(self, row: TimelineRow) -> bool:
        """Whether a period has ended by the day of the newest article; what was only announced never began.

        Who acted and then has the office itself has not left.
        """
        ended = self._ended(*(bound.day if bound else "" for bound in (row.end_earliest, row.end_latest)))
        return ended and not row.announced and not (row.acting and self._goes_on(row))

    def _goes_on(self, row: TimelineRow) -> bool:
        """Whether somebody who acted has the office itself from the end of that time on."""
        own = self.periods(row.office.iri).get(row.person.iri, ())
        end = row.end_latest.day if row.end_latest else ""
        return any(not one.acting and one.begin_latest is not None and one.begin_latest.day == end for one in own)

    def _ended(self, earliest: str, latest: str) -> bool:
        return latest != "" and (earliest or latest) <= self.newest

    def arrived(self, row: TimelineRow) -> bool:
        """Whether an article calls the person new in the office, or the successor of somebody who had it."""
        others = self.periods(row.office.iri)
        if any((row.person.iri, other) in self._successions for other in others):
            return True
        tenures = self.properties.values(row.period, ns.DERIVED_FROM)
        statuses = (self.properties.word(one.value, ns.gov("status")) for one in tenures if isinstance(one, NamedNode))
        return Status.NEW in statuses

    def followed(self, row: TimelineRow) -> bool:
        """Whether an article names the successor in the office, or calls somebody new on the last day of the period."""
        end = row.end_latest.day if row.end_latest else ""
        others = [one for own in self.periods(row.office.iri).values() for one in own if one.person != row.person]
        return any(
            (one.person.iri, row.person.iri) in self._successions
            or (one.begin_latest is not None and one.begin_latest.day == end and self.arrived(one))
            for one in others
        )

    @cached_property
    def _successions(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (subject, object_)
            for (subject, predicate, object_), said in self.said.items()
            if predicate == Predicate.SUCCEEDS and Modality.ASSERTED.value in said
        )

    def seats(self, person: str, body: str) -> tuple[str, ...]:
        """IRIs of what articles say of a person in offices of a body."""
        found = (quad.subject for quad in self._store.match(None, ns.MEMBER, NamedNode(person)))
        iris = sorted({one.value for one in found if isinstance(one, NamedNode)})
        return tuple(one for one in iris if self.properties.text(one, ns.ORGANIZATION) == body)

    def predecessors(self, people: Iterable[str], body: str) -> frozenset[str]:
        """Whom articles name as those before people in the one office that these have in a body."""

        def roles(person: str) -> frozenset[str]:
            return frozenset(self.properties.text(one, ns.ROLE) for one in self.seats(person, body))

        held = {person: roles(person) for person in people}
        return frozenset(
            before
            for after, before in self._successions
            if len(held.get(after, ())) == 1 and held[after] <= roles(before)
        )

    def proofs(self, statements: Iterable[str]) -> tuple[Proof, ...]:
        """Evidence of statements."""
        return in_order(proof for iri in statements for proof in self.properties.proofs(iri))


def _said(statements: Iterable[_Statement]) -> dict[Triple, dict[str, Said]]:
    grouped: dict[Triple, dict[str, list[_Statement]]] = defaultdict(lambda: defaultdict(list))
    for one in statements:
        grouped[one.triple][one.modality].append(one)
    return {
        triple: {
            modality: Said(
                modality,
                tuple(sorted(one.iri for one in own)),
                frozenset(iri for one in own for iri in one.evidence),
                max(one.date for one in own),
            )
            for modality, own in sorted(by_modality.items())
        }
        for triple, by_modality in grouped.items()
    }


def _statements(store: GraphReader, dates: Mapping[str, str]) -> Iterator[_Statement]:
    columns = [_first(store, one) for one in (ns.SUBJECT, ns.PREDICATE, ns.OBJECT, ns.gov("modality"), ns.DERIVED_FROM)]
    evidence = _links(store, ns.gov("evidence"))
    for iri in _instances(store, "Statement"):
        subject, predicate, object_, modality, article = (column.get(iri, "") for column in columns)
        predicate = predicate.removeprefix(NAMESPACE)
        if predicate == Predicate.COOPERATES_WITH:
            subject, object_ = sorted((subject, object_))
        word = modality.removeprefix(NAMESPACE).lower()
        yield _Statement(
            iri, (subject, predicate, object_), word, dates.get(article, ""), frozenset(evidence.get(iri, ()))
        )


def _first(store: GraphReader, predicate: NamedNode) -> dict[str, str]:
    """First value of a property for each node that has it."""
    found: dict[str, str] = {}
    for quad in store.match(None, predicate):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            value, iri = quad.object.value, quad.subject.value
            found[iri] = min(value, found.get(iri, value))
    return found


def _links(store: GraphReader, predicate: NamedNode) -> Mapping[str, set[str]]:
    """All IRIs that a property has, for each node that has one."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in store.match(None, predicate):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found[quad.subject.value].add(quad.object.value)
    return found


def _instances(store: GraphReader, kind: str) -> set[str]:
    return {
        quad.subject.value for quad in store.match(None, ns.TYPE, ns.gov(kind)) if isinstance(quad.subject, NamedNode)
    }


def _outlines(store: GraphReader) -> Iterator[tuple[str, str, Outline]]:
    """IRI, office and outline of each period."""
    columns = [_first(store, ns.gov(name)) for name in ("holder", "acting", *BOUNDS)]
    offices = _first(store, ns.gov("office"))
    tenures = _links(store, ns.DERIVED_FROM)
    for period in _instances(store, "Period"):
        known = (column.get(period, "") for column in columns)
        yield period, offices.get(period, ""), (" ".join(sorted(tenures.get(period, ()))), *known)


def _observed(store: GraphReader) -> bool:
    """Whether a dated article says that somebody holds an office of a body."""
    for status in sorted(HOLDING):
        for quad in store.match(None, ns.gov("status"), notion(status)):
            node = quad.subject
            if isinstance(node, NamedNode) and all(
                next(store.match(node, one), None) is not None for one in (ns.gov("observedOn"), ns.ORGANIZATION)
            ):
                return True
    return False
