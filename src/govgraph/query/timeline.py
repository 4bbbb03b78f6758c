"""Who held which office from when to when, with how each bound is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from govgraph.query.levels import Level, roles_of_title
from govgraph.query.names import Names
from govgraph.query.proof import Node, Proof, Properties, Thing, articles_of, sources_of
from govgraph.query.titles import PersonalTitles
from govgraph.query.upward import Belonging
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader

ANNOUNCED: Final = "AnnouncedBound"


@dataclass(frozen=True, slots=True)
class KnownBound:
    """One bound of a period.

    Attributes:
        day: ISO day.
        rule: Local name of the rule, such as `StatedBound`.
        evidence: The words that it stands on.
    """

    day: str
    rule: str
    evidence: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A period of one person in one office; a bound of which nothing is known is None.

    Attributes:
        period: IRI.
        office: The office.
        role: Its role.
        organisation: Its body.
        person: Who.
        acting: Whether the person only acts for somebody.
        begin_earliest: First day on which it can have begun.
        begin_latest: Last day on which it can have begun.
        end_earliest: First day on which it can have ended.
        end_latest: Last day on which it can have ended.
        evidence: All words that it was inferred from, in the order of date.
        title: What the role is called for this person: in the feminine for a woman; empty for the label of the role.
    """

    period: str
    office: Thing
    role: Thing
    organisation: Thing
    person: Thing
    acting: bool
    begin_earliest: KnownBound | None
    begin_latest: KnownBound | None
    end_earliest: KnownBound | None
    end_latest: KnownBound | None
    evidence: tuple[Proof, ...]
    title: str = ""

    @property
    def articles(self) -> int:
        """Number of articles that it was inferred from."""
        return articles_of(self.evidence)

    @property
    def sources(self) -> int:
        """Number of independent sources among them: versions of one text are one."""
        return sources_of(self.evidence)

    @property
    def order(self) -> tuple[str, str, str]:
        """First day that is known of it, day by which it was over, name.

        Who is only known to be gone by a day came before who is known from that day on.
        """
        bounds = (self.begin_latest, self.begin_earliest, self.end_earliest, self.end_latest)
        first = next((bound.day for bound in bounds if bound), "9999")
        return (first, self.end_latest.day if self.end_latest else "9999", self.person.label)

    @property
    def announced(self) -> bool:
        """Whether the person was only announced: nobody says that they ever held the office."""
        return self.begin_latest is not None and self.begin_latest.rule == ANNOUNCED

    def covers(self, day: str) -> bool | None:
        """Whether the person held the office on an ISO day: True, False, or None where that is not known."""
        if self.begin_earliest and day < self.begin_earliest.day:
            return False
        if self.end_latest and day > self.end_latest.day:
            return False
        if self.begin_latest and self.end_earliest and self.begin_latest.day <= day <= self.end_earliest.day:
            return True
        return None


def timeline(store: GraphReader, of: str | None = None, role: str | None = None) -> tuple[TimelineRow, ...]:
    """Periods, by body, role and time.

    Args:
        store: The graph.
        of: Body, Land, municipality or person; what is part of a Land counts for it. None for all.
        role: Title in any form, as for `who`; None for all.

    Raises:
        NotFoundError: A name is not known to the graph.
    """
    names = Names(store)
    rows = PeriodReader(store, names)
    wanted = None if of is None else frozenset(names.find(of))
    belonging = Belonging(store)
    roles = None if role is None else roles_of_title(names, belonging, role)
    level = None if role is None else Level.of(role)
    found = [
        row
        for row in rows.all()
        if (roles is None or row.role.iri in roles)
        and (level is None or not level.excludes(belonging, row.organisation.iri))
        and (wanted is None or rows.belongs(row, wanted))
    ]
    return tuple(
        sorted(found, key=lambda row: (row.organisation.label, row.organisation.iri, row.role.label, row.order))
    )


@dataclass(frozen=True, slots=True)
class Transfer:
    """A duty that passed from one body to another.

    Attributes:
        duty: What passed.
        source: Body that had it.
        target: Body that got it.
        day: When, as precise as known.
    """

    duty: str
    source: Thing
    target: Thing
    day: str


def transfers(store: GraphReader, of: str | None = None) -> tuple[Transfer, ...]:
    """Duties that moved, as the reference data know them, by day.

    Args:
        store: The graph; it knows of bodies that its articles name.
        of: Body or Land that gave or got the duty; None for all.

    Raises:
        NotFoundError: The name is not known to the graph.
    """
    names, properties, belonging = Names(store), Properties(store), Belonging(store)
    wanted = None if of is None else frozenset(names.find(of))
    found = []
    for quad in store.match(None, ns.TYPE, ns.gov("DutyTransfer")):
        iri = str(getattr(quad.subject, "value", ""))
        ends = [properties.text(iri, ns.gov(name)) for name in ("transferredFrom", "transferredTo")]
        if wanted is None or any(belonging.within(one, wanted) for one in ends):
            source, target = (Thing(one, names.label(one)) for one in ends)
            day = properties.text(iri, ns.gov("transferredOn"))
            found.append(Transfer(properties.text(iri, ns.LABEL), source, target, day))
    return tuple(sorted(found, key=lambda one: (one.day, one.duty, one.source.iri)))


class PeriodReader:
    """Reads periods with the evidence of their bounds.

    Args:
        store: The graph.
        names: Its labels.
    """

    def __init__(self, store: GraphReader, names: Names) -> None:
        self._store = store
        self._names = names
        self._properties = Properties(store)
        self._titles = PersonalTitles(self._properties)
        self._belonging = Belonging(store)
        self._shared: dict[str, tuple[Proof, ...]] = {}

    def all(self) -> Iterator[TimelineRow]:
        """All periods, by IRI."""
        for quad in sorted(self._store.match(None, ns.TYPE, ns.gov("Period")), key=str):
            if isinstance(quad.subject, NamedNode):
                yield self.row(quad.subject.value)

    def belongs(self, row: TimelineRow, wanted: frozenset[str]) -> bool:
        """Whether a period is of a person that is wanted, or of a body that is or is part of one that is."""
        return row.person.iri in wanted or self._belonging.within(row.organisation.iri, wanted)

    def _thing(self, iri: str) -> Thing:
        return Thing(iri, self._names.label(iri))

    def row(self, iri: str) -> TimelineRow:
        """The period of an IRI."""
        node = self._properties.node(iri)
        bounds = dict(self._bound(one.value) for one in node.values(ns.gov("bound")) if isinstance(one, NamedNode))
        role, person = self._thing(node.text(ns.ROLE)), self._thing(node.text(ns.gov("holder")))
        evidence = self._evidence(node)
        return TimelineRow(
            period=iri,
            office=self._thing(node.text(ns.gov("office"))),
            role=role,
            organisation=self._thing(node.text(ns.ORGANIZATION)),
            person=person,
            acting=node.text(ns.gov("acting")) == "true",
            begin_earliest=bounds.get("beginEarliest"),
            begin_latest=bounds.get("beginLatest"),
            end_earliest=bounds.get("endEarliest"),
            end_latest=bounds.get("endLatest"),
            evidence=evidence,
            title=self._titles.of(role, person.iri, evidence),
        )

    def _bound(self, iri: str) -> tuple[str, KnownBound]:
        """Which of the four it is, and the bound."""
        node = self._properties.node(iri)
        which, rule = (node.text(ns.gov(name)).rpartition("#")[2] for name in ("boundOf", "boundRule"))
        return which, KnownBound(node.text(ns.gov("day")), rule, self._evidence(node))

    def _evidence(self, node: Node) -> tuple[Proof, ...]:
        tenures = (one.value for one in node.values(ns.DERIVED_FROM) if isinstance(one, NamedNode))
        found = {proof for tenure in tenures for proof in self._proofs(tenure)}
        return tuple(sorted(found, key=lambda one: (one.date, one.article, one.start, one.end)))

    def _proofs(self, tenure: str) -> tuple[Proof, ...]:
        """Evidence of a tenure, which a period and its bounds share."""
        if tenure not in self._shared:
            self._shared[tenure] = self._properties.proofs(tenure)
        return self._shared[tenure]
