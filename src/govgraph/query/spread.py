"""How something spreads over the Länder: who implements it since when, or who holds an office there."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from govgraph.errors import QueryError
from govgraph.model import Modality
from govgraph.model.days import span
from govgraph.query.explain import Explanation, Reader, predicate_called
from govgraph.query.lanes import LandReader, Lane, lanes
from govgraph.query.names import Names, kind_of
from govgraph.query.proof import Thing
from govgraph.query.timeline import TimelineRow
from govgraph.query.upward import Belonging
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader

UNDATED: Final = "undated"
"""Status of a Land of which only articles without a date tell."""
_FACTUAL: Final = (Modality.ASSERTED.value, Modality.ENDED.value)


@dataclass(frozen=True, slots=True)
class Step:
    """How a Land stands from a day on.

    Attributes:
        day: First day, ISO; an empty string where nothing but what has no date is known.
        status: A modality for statements, or `undated`; `held`, `possible`, `announced` or `former` for an office.
        entries: Positions of what is known by then, among the entries of the Land.
        local: Whether only municipalities of the Land are known for it.
    """

    day: str
    status: str
    entries: tuple[int, ...]
    local: bool = False


@dataclass(frozen=True, slots=True)
class LandSpread:
    """A Land with what is known of it.

    Attributes:
        land: The Land.
        statements: Statements about it, its bodies and municipalities, by date; empty for an office.
        periods: Periods of the office there, by time; empty for statements.
        steps: How it stands, by day.
    """

    land: Thing
    statements: tuple[Explanation, ...] = ()
    periods: tuple[TimelineRow, ...] = ()
    steps: tuple[Step, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Spread:
    """What is shown on a map of the Länder.

    Attributes:
        predicate: Local name of the predicate; `holdsOffice` for an office.
        things: What is implemented, piloted …; empty for an office.
        role: The role as it was asked for; an empty string for statements.
        lands: Länder of which something is known, by name.
        elsewhere: Statements whose subject belongs to no Land, or to several: what a body of six Länder does is not
            said of each.
    """

    predicate: str
    things: tuple[Thing, ...]
    role: str
    lands: tuple[LandSpread, ...]
    elsewhere: tuple[Explanation, ...] = ()


def spread(store: GraphReader, predicate: str, of: str) -> Spread:
    """In which Länder something is implemented, piloted, developed …, since when, by which articles.

    Statements about a Land itself and its bodies go before those about its municipalities: these count only where
    nothing else is said. Among equals, the newest that says how it is counts; a report or a plan only where none does.
    Of what an article without a date says nobody can tell on which days it was known: it counts on none.

    Args:
        store: The graph.
        predicate: Predicate in any form (`implements`, „setzt um“).
        of: Name or IRI of the thing; the object of the statements.

    Raises:
        NotFoundError: Predicate or thing are not known.
    """
    return Spreads(store).of(predicate, of)


def office_spread(store: GraphReader, role: str) -> Spread:
    """Who holds an office in the Länder, day by day.

    Args:
        store: The graph.
        role: Title in any form; narrower roles count.

    Raises:
        NotFoundError: The role is not known.
    """
    return _of_office(store, lanes(store, role=role), role)


class Spreads:
    """What `spread` and `office_spread` say, of several things one after the other with the graph read once.

    Args:
        store: The graph.
        offices: All its lanes; None to read them when they are needed.
    """

    def __init__(self, store: GraphReader, offices: Sequence[Lane] | None = None) -> None:
        self._store = store
        self._names = Names(store)
        self._reader = Reader(store, self._names)
        self._lands = LandReader(store)
        self._offices = offices

    def of(self, predicate: str, of: str) -> Spread:
        """See `spread`."""
        wanted = predicate_called(predicate)
        if wanted == "holdsOffice":
            raise QueryError("holdsOffice says who holds an office; name the office with a role instead")
        things = self._names.find(of)
        found: dict[str, list[Explanation]] = defaultdict(list)
        elsewhere: list[Explanation] = []
        known: dict[str, Thing] = {}
        for one in _about(self._store, self._reader, wanted, things):
            lands = self._lands.all_of(one.subject.iri)
            if len(lands) != 1 or not _is_state(self._store, lands[0].iri):
                elsewhere.append(one)
            else:
                known[lands[0].iri] = lands[0]
                found[lands[0].iri].append(one)
        states = [
            LandSpread(known[iri], statements=(ordered := _by_date(some)), steps=tuple(_steps(ordered)))
            for iri, some in found.items()
        ]
        shown = tuple(Thing(iri, self._names.label(iri)) for iri in things)
        return Spread(wanted, shown, "", _by_name(states), _by_date(elsewhere))

    def of_office(self, role: str) -> Spread:
        """See `office_spread`."""
        if self._offices is None:
            self._offices = lanes(self._store)
        roles = Belonging(self._store).narrower(self._names.find(role, ("role",)))
        return _of_office(self._store, [lane for lane in self._offices if lane.role.iri in roles], role)


def _of_office(store: GraphReader, offices: Iterable[Lane], role: str) -> Spread:
    found: dict[str, list[TimelineRow]] = defaultdict(list)
    known: dict[str, Thing] = {}
    for lane in offices:
        # the CIO of a town is not the Land's; who heads a body of several Länder does so for each
        for land in lane.lands if kind_of(lane.organisation.iri) != "municipality" else ():
            if _is_state(store, land.iri):
                known[land.iri] = land
                found[land.iri].extend(lane.periods)
    states = []
    for iri, some in found.items():
        periods = tuple(sorted(some, key=lambda row: (row.order, row.period)))
        states.append(LandSpread(known[iri], periods=periods, steps=tuple(_office_steps(periods))))
    return Spread("holdsOffice", (), role, _by_name(states))


def _by_name(states: Iterable[LandSpread]) -> tuple[LandSpread, ...]:
    return tuple(sorted(states, key=lambda one: (one.land.label, one.land.iri)))


def _is_state(store: GraphReader, iri: str) -> bool:
    return any(True for _ in store.match(NamedNode(iri), ns.TYPE, ns.gov("State")))


def _about(store: GraphReader, reader: Reader, predicate: str, things: Sequence[str]) -> Iterator[Explanation]:
    """Statements of a predicate about things, by IRI."""
    iris = {
        quad.subject.value
        for thing in things
        for quad in store.match(None, ns.OBJECT, NamedNode(thing))
        if isinstance(quad.subject, NamedNode)
    }
    for iri in sorted(iris):
        one = reader.statement(iri)
        if one.predicate == predicate:
            yield one


def _first_day(one: Explanation) -> str:
    """First day on which its article can have appeared; an empty string if it has no date."""
    found = span(one.evidence[0].date) if one.evidence else None
    return found.first.isoformat() if found else ""


def _by_date(statements: Iterable[Explanation]) -> tuple[Explanation, ...]:
    return tuple(sorted(statements, key=lambda one: (_first_day(one), one.subject.label, one.statement)))


def _steps(statements: Sequence[Explanation]) -> Iterator[Step]:
    days = [_first_day(one) for one in statements]
    undated = tuple(at for at, day in enumerate(days) if not day)
    if undated:
        yield Step("", UNDATED, undated, not any(_own(statements[at]) for at in undated))
    last: tuple[str, int] | None = None
    for day in sorted(set(filter(None, days))):
        entries = tuple(at for at, one in enumerate(days) if one and one <= day)
        known = [statements[at] for at in entries]
        status = _standing(known)
        if (status, len(entries)) != last:
            yield Step(day, status, entries, not any(map(_own, known)))
        last = (status, len(entries))


def _own(one: Explanation) -> bool:
    """Whether a statement is of a Land or one of its bodies, not of a municipality."""
    return kind_of(one.subject.iri) != "municipality"


def _standing(known: Sequence[Explanation]) -> str:
    """Modality that counts: of the Land and its bodies before its municipalities, facts before reports and plans."""
    level = [one for one in known if _own(one)] or known
    # a body that has stopped ends nothing for the others
    newest: dict[tuple[str, str], Explanation] = {}
    for one in level:
        if one.modality in _FACTUAL:
            newest[one.subject.iri, one.object.iri] = one
    facts = {one.modality for one in newest.values()}
    for word in _FACTUAL:
        if word in facts:
            return word
    words = {one.modality for one in level}
    return Modality.REPORTED.value if Modality.REPORTED.value in words else Modality.PLANNED.value


def _office_steps(periods: Sequence[TimelineRow]) -> Iterator[Step]:
    """Steps of an office: who certainly holds it, who may, who was announced, who is known to have held it.

    The first of these that there is counts. Who was only announced may have come; nobody says so.
    """
    last: tuple[str, tuple[int, ...]] | None = None
    for day in sorted({one for row in periods for one in _turns(row)}):
        covered = {at: row.covers(day) for at, row in enumerate(periods)}
        sure = tuple(at for at, row in enumerate(periods) if covered[at] and not row.announced)
        # of an open bound nothing is known: somebody may hold an office after being seen in it, not before
        may = tuple(at for at, row in enumerate(periods) if covered[at] is not False and _begun(row, day))
        seen = any(not periods[at].announced for at in may)
        past = tuple(
            at for at, row in enumerate(periods) if not row.announced and (_begun(row, day) or _over(row, day))
        )
        known = (("held", sure), ("possible" if seen else "announced", may), ("former", past))
        status, entries = next((one for one in known if one[1]), ("", ()))
        if entries and (status, entries) != last:
            yield Step(day, status, entries)
            last = (status, entries)


def _begun(row: TimelineRow, day: str) -> bool:
    begin = row.begin_earliest or row.begin_latest or row.end_earliest
    return begin is not None and begin.day <= day


def _over(row: TimelineRow, day: str) -> bool:
    """Whether somebody of whom only the end is known had left by then."""
    return row.end_latest is not None and row.end_latest.day <= day


def _turns(row: TimelineRow) -> Iterator[str]:
    """Days from which on something else may be known of a period."""
    for bound in (row.begin_earliest, row.begin_latest):
        if bound:
            yield bound.day
    for bound in (row.end_earliest, row.end_latest):
        if bound:
            yield bound.day
            yield (datetime.date.fromisoformat(bound.day) + datetime.timedelta(1)).isoformat()
