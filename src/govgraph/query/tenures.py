"""Tenures of an office, as the articles have them: what `who` draws its answers from."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from pyoxigraph import NamedNode

from govgraph.errors import NotFoundError
from govgraph.model import BASE, Modality, Predicate, Status
from govgraph.model.days import Span, span
from govgraph.query.compounds import Compound
from govgraph.query.levels import Level, roles_of_title
from govgraph.query.names import ENTITY_KINDS, ROLES, Names, kind_of
from govgraph.query.proof import Properties
from govgraph.query.upward import Belonging
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader

_HELD: Final = frozenset({Status.CURRENT, Status.NEW, Status.ACTING})
_FORMER: Final = ns.gov("FormerBound")
_CHAIR: Final = "role/vorsitzender"
CHAIR: Final = "Vorsitz"
"""What a Land or body holds that has the chair of another."""
_IS_CHAIR: Final = re.compile(rf"{CHAIR}\w*", re.IGNORECASE)
_IN_THE_CHAIR: Final = ENTITY_KINDS - {"person"}
_AS_STATUS: Final[Mapping[str, Status]] = {
    Modality.ASSERTED: Status.CURRENT,
    Modality.PLANNED: Status.DESIGNATED,
    Modality.ENDED: Status.FORMER,
}
"""How a chair is held by what a statement says of it; what is only reported tells of no holder."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """What one article says of one person in one office."""

    iri: str
    text: str
    person: str
    role: str
    organisation: str
    indirect: bool
    status: Status
    since: str
    until: str
    observed: str
    confidence: float
    proven: bool = False
    """Whether all articles together tell that the person was in office on the day that is asked for."""

    @property
    def said(self) -> tuple[str, ...]:
        """What is said by which text."""
        return (self.text, self.person, self.role, self.organisation, self.status, self.since, self.until)

    @property
    def office(self) -> tuple[str, str, bool]:
        """Role, body, and whether a person holds it: the Land in the chair and whoever sits there hold it together."""
        return (self.role, self.organisation, kind_of(self.person) == "person")

    @property
    def awaited(self) -> bool:
        """Whether its article says no more than that it will be held: also who will act from a day to come."""
        since, seen = span(self.since), span(self.observed)
        ahead = since is not None and seen is not None and since.first > seen.last
        return self.status is Status.DESIGNATED or (ahead and self.status is Status.ACTING)

    @property
    def held(self) -> bool:
        """Whether its article says that it is held."""
        return self.status in _HELD and not self.awaited


class Finder:
    """Finds tenures of a role at a body."""

    def __init__(self, store: GraphReader, names: Names) -> None:
        self._store = store
        self._names = names
        self._properties = Properties(store)
        self._belonging = Belonging(store)
        self._own: frozenset[tuple[str, str]] = frozenset()
        try:
            self._chair = names.find(_CHAIR, ROLES)[0]
        except NotFoundError:
            self._chair = f"{BASE}/{_CHAIR}"

    def tenures(self, role: str | None, of: str | None) -> Iterator[Tenure]:
        """Tenures of a role and its narrower ones; Länder and bodies in the chair of another are among them.

        Args:
            role: Title; None for all.
            of: Where, or who: of a person those of everybody in the person's offices.

        Raises:
            NotFoundError: Role or body are not known to the graph.
        """
        bodies = None if of is None else frozenset(self._names.find(of))
        self._own = frozenset() if bodies is None else frozenset(self._offices(bodies))
        if role is None:
            return chain(self._of(self._all_roles(), bodies), self._chairs(bodies))
        try:
            roles = self._roles(role)
        except NotFoundError:
            found = self._as_called(role, bodies)
            if not found:
                raise
            return iter(found)
        found = [*self._of(roles, bodies), *(self._chairs(bodies) if self._chair in roles else ())]
        if (level := Level.of(role)) is not None:
            found = [one for one in found if not level.excludes(self._belonging, one.organisation)]
        return iter(found)

    def _roles(self, title: str) -> frozenset[str]:
        try:
            return roles_of_title(self._names, self._belonging, title)
        except NotFoundError:
            if _IS_CHAIR.fullmatch(title) and next(self._chairs(None), None) is not None:
                return frozenset({self._chair})
            raise

    def _as_called(self, role: str, bodies: frozenset[str] | None) -> list[Tenure]:
        title = Compound(self._names, role)
        return [one for one in self._of(self._belonging.narrower(title.roles), bodies) if self._says(one, title)]

    def _says(self, tenure: Tenure, title: Compound) -> bool:
        person = self._names.label(tenure.person)
        return any(title.is_said(proof.quote, person) for proof in self._properties.proofs(tenure.iri))

    def _of(self, roles: Iterable[str], bodies: frozenset[str] | None) -> Iterator[Tenure]:
        for one in sorted(roles):
            for quad in sorted(self._store.match(None, ns.ROLE, NamedNode(one)), key=str):
                tenure = self._tenure(quad.subject.value, bodies) if isinstance(quad.subject, NamedNode) else None
                if tenure is not None:
                    yield tenure

    def _offices(self, holders: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Role and body of all that somebody is said to hold, or to have held."""
        text = self._properties.text
        for one in sorted(holders):
            for quad in self._store.match(None, ns.MEMBER, NamedNode(one)):
                if isinstance(quad.subject, NamedNode):
                    yield text(quad.subject.value, ns.ROLE), text(quad.subject.value, ns.ORGANIZATION)
            for quad in self._store.match(NamedNode(one), ns.gov(Predicate.CHAIRS)):
                if isinstance(quad.object, NamedNode) and kind_of(one) in _IN_THE_CHAIR:
                    yield self._chair, quad.object.value

    def concerns(self, tenure: Tenure, wanted: frozenset[str]) -> bool:
        """Whether a tenure is of somebody that is wanted, or at a body that is or is part of one that is."""
        return tenure.person in wanted or self._belonging.within(tenure.organisation, wanted)

    def _chairs(self, bodies: frozenset[str] | None) -> Iterator[Tenure]:
        """Länder and bodies that have the chair of a body: of people in the chair there are tenures."""
        for quad in sorted(self._store.match(None, ns.PREDICATE, ns.gov(Predicate.CHAIRS)), key=str):
            iri = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
            subject, object_ = (self._properties.text(iri, one) for one in (ns.SUBJECT, ns.OBJECT))
            status = _AS_STATUS.get(self._properties.word(iri, ns.gov("modality")))
            if status is None or kind_of(subject) not in _IN_THE_CHAIR:
                continue
            found = self._told(iri, subject, self._chair, object_, status, bodies)
            if found is not None:
                yield found

    def possible(self, tenures: Sequence[Tenure], day: Span) -> list[Tenure]:
        """Tenures of times in which the day can lie, by what all articles tell of these times.

        What is of no time that is known counts if the person can have held the office then at all. A time that ends
        before it begins rules out nothing.
        """
        text = self._properties.text
        times: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        own: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        for person in sorted({one.person for one in tenures}):
            for quad in self._store.match(None, ns.gov("holder"), NamedNode(person)):
                period = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
                office = (text(period, ns.ROLE), text(period, ns.ORGANIZATION))
                if office != (tenures[0].role, tenures[0].organisation):
                    continue
                begin, end = text(period, ns.gov("beginEarliest")), text(period, ns.gov("endLatest"))
                within = (not begin or begin <= day.last.isoformat()) and (not end or end >= day.first.isoformat())
                begun, still = text(period, ns.gov("beginLatest")), text(period, ns.gov("endEarliest"))
                proven = within and "" < begun <= day.last.isoformat() and still >= day.first.isoformat()
                time = (within or begin > end > "", proven)
                times[person].append(time)
                for tenure in self._properties.values(period, ns.DERIVED_FROM):
                    own[getattr(tenure, "value", "")].append(time)
        found = []
        for one in tenures:
            told = own.get(one.iri) or times.get(one.person) or [(True, False)]
            if any(can for can, _ in told):
                found.append(replace(one, proven=any(proven for _, proven in own.get(one.iri, ()))))
        return found

    def _all_roles(self) -> set[str]:
        found = (quad.object for quad in self._store.match(None, ns.ROLE))
        return {one.value for one in found if isinstance(one, NamedNode)}

    def _tenure(self, iri: str, bodies: frozenset[str] | None) -> Tenure | None:
        properties = self._properties
        person = properties.text(iri, ns.MEMBER)
        # offices have a role too, but no member
        if not person:
            return None
        role, organisation = properties.text(iri, ns.ROLE), properties.text(iri, ns.ORGANIZATION)
        status = Status(properties.word(iri, ns.gov("status")))
        if status is Status.CURRENT and self._is_followed(iri):
            status = Status.FORMER
        return self._told(iri, person, role, organisation, status, bodies)

    def _is_followed(self, tenure: str) -> bool:
        """Whether the article gives a title to somebody of whom it says that another has the office by now."""
        found = self._store.match(None, ns.DERIVED_FROM, NamedNode(tenure))
        bounds = [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]
        return any(next(self._store.match(one, ns.gov("boundRule"), _FORMER), None) is not None for one in bounds)

    def _told(  # noqa: PLR0913 - what a tenure is made of
        self, iri: str, person: str, role: str, organisation: str, status: Status, bodies: frozenset[str] | None
    ) -> Tenure | None:
        """A tenure with its days; None where it is of another body, or its article has been replaced."""
        properties = self._properties
        if not (bodies is None or self._belonging.within(organisation, bodies) or (role, organisation) in self._own):
            return None
        article = properties.text(iri, ns.DERIVED_FROM)
        if properties.texts.superseded(article):
            return None
        return Tenure(
            iri=iri,
            text=properties.texts.leading(article),
            person=person,
            role=role,
            organisation=organisation,
            indirect=bodies is not None and bodies.isdisjoint((organisation, person)),
            status=status,
            since=properties.text(iri, ns.gov("since")),
            until=properties.text(iri, ns.gov("until")),
            observed=properties.text(iri, ns.gov("observedOn")) or properties.text(article, ns.DATE_PUBLISHED),
            confidence=float(properties.text(iri, ns.gov("confidence")) or 0),
        )


def first_said(tenures: Iterable[Tenure]) -> list[Tenure]:
    """Tenures with the day on which their text said so first: printing it again later shows nobody in office then."""
    found = list(tenures)
    first: dict[tuple[str, ...], str] = {}
    for one in found:
        if one.observed:
            said = first.get(one.said, one.observed)
            first[one.said] = min(said, one.observed, key=_last_day)
    return [replace(one, observed=first.get(one.said, "")) for one in found]


def _last_day(date: str) -> tuple[datetime.date, str]:
    found = span(date)
    return (found.last if found else datetime.date.max, date)
