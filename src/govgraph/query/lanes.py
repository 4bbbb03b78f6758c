"""Offices as lanes of a timeline: who followed whom, when nobody held it, what contradicts what."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, pairwise

from pyoxigraph import Literal, NamedNode

from govgraph.query.conflicts import Conflict, conflicts
from govgraph.query.names import Names, kind_of
from govgraph.query.proof import Properties, Thing
from govgraph.query.timeline import KnownBound, TimelineRow, timeline
from govgraph.query.upward import Belonging
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader


@dataclass(frozen=True, slots=True)
class Succession:
    """One holder of an office after another.

    Attributes:
        before: IRI of the earlier period.
        after: IRI of the later one.
        earliest: First day on which the office can have passed, or an empty string.
        latest: Last such day, or an empty string.
    """

    before: str
    after: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Days between a holder of an office and who is said to succeed them; both ends included, ISO days."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Lane:
    """An office with all its periods.

    Attributes:
        office: The office.
        role: Its role.
        organisation: Its body.
        land: Land, Bund or EU that the body belongs to; None where there is none, and where there are several.
        periods: By time.
        successions: Who followed whom, by time; none where two may have held it together, nor, in an office that
            several hold side by side, where no article says that one succeeds the other.
        vacancies: When it was demonstrably vacant, as the question `office-gaps` has it.
        conflicts: For each period, in their order, the contradictions that it is in.
        short: Abbreviation of the body, or an empty string.
        lands: All that the body belongs to, by name.
    """

    office: Thing
    role: Thing
    organisation: Thing
    land: Thing | None
    periods: tuple[TimelineRow, ...]
    successions: tuple[Succession, ...]
    vacancies: tuple[Vacancy, ...]
    conflicts: tuple[tuple[Conflict, ...], ...]
    short: str = ""
    lands: tuple[Thing, ...] = ()


def lanes(store: GraphReader, of: str | None = None, role: str | None = None) -> tuple[Lane, ...]:
    """Offices with their periods.

    Args:
        store: The graph.
        of: As for `timeline`. Of a person's offices only the person's own periods are in the lanes, so nothing is
            concluded there about vacancies.
        role: As for `timeline`.

    Returns:
        Lanes by Land, body and role; then those of several Länder, and last those of none.

    Raises:
        NotFoundError: A name is not known to the graph.
    """
    rows = timeline(store, of, role)
    against = _against(store, rows)
    lands, properties = LandReader(store), Properties(store)
    follows = _stated_successions(store)
    whole = of is None or not any(kind_of(iri) == "person" for iri in Names(store).find(of))
    found = []
    for office, group in groupby(sorted(rows, key=lambda row: (row.office.iri, row.order)), key=lambda row: row.office):
        periods = tuple(group)
        first = periods[0]
        whose = lands.all_of(first.organisation.iri)
        lane = Lane(
            office,
            first.role,
            first.organisation,
            whose[0] if len(whose) == 1 else None,
            periods,
            tuple(successions(periods, single=_single(store, first.role), stated=follows)) if whole else (),
            tuple(vacancies(periods, follows)) if whole else (),
            tuple(against.get(row.period, ()) for row in periods),
            properties.text(first.organisation.iri, ns.gov("abbreviation")),
            whose,
        )
        found.append(lane)
    return tuple(sorted(found, key=_order))


def lanes_of(found: Sequence[Lane], iri: str, belonging: Belonging) -> tuple[Lane, ...]:
    """Of the lanes of all offices those that `lanes` gives of one thing, without reading the graph again.

    Args:
        found: All lanes of a graph.
        iri: Body, Land, municipality or person.
        belonging: What belongs to what in that graph.
    """
    wanted = frozenset([iri])
    if kind_of(iri) == "person":
        parts = (_within(lane, [at for at, row in enumerate(lane.periods) if row.person.iri == iri]) for lane in found)
        return tuple(lane for lane in parts if lane.periods)
    return tuple(lane for lane in found if belonging.within(lane.organisation.iri, wanted))


def _within(lane: Lane, places: Sequence[int]) -> Lane:
    """A lane with some of its periods, of which nothing is concluded."""
    return replace(
        lane,
        periods=tuple(lane.periods[at] for at in places),
        successions=(),
        vacancies=(),
        conflicts=tuple(lane.conflicts[at] for at in places),
    )


def _order(lane: Lane) -> tuple[int, str, bool, str, str, str]:
    land = lane.land
    own = land is None or land.iri != lane.organisation.iri
    label = land.label.casefold() if land else ""
    group = 0 if land else 1 if lane.lands else 2
    # „ekom21“ stands before „Wetzlar“
    return (group, label, own, lane.organisation.label.casefold(), lane.role.label.casefold(), lane.office.iri)


class LandReader:
    """Tells to which Länder, or to Bund or EU, a body or place belongs."""

    def __init__(self, store: GraphReader) -> None:
        self._belonging = Belonging(store)
        self._properties = Properties(store)
        self._names = Names(store)

    def of(self, iri: str) -> Thing | None:
        """Land of a body, of a municipality or of itself; the first by IRI should there be several."""
        found = self._iris(iri)
        return self._thing(found[0]) if found else None

    def all_of(self, iri: str) -> tuple[Thing, ...]:
        """All Länder of a body, of a municipality or of itself, by name."""
        return tuple(sorted(map(self._thing, self._iris(iri)), key=lambda land: (land.label.casefold(), land.iri)))

    def _iris(self, iri: str) -> list[str]:
        within = [self._properties.text(iri, ns.gov("jurisdiction"))] if kind_of(iri) == "municipality" else []
        return sorted(land for land in {*self._belonging.above(iri), *within} if kind_of(land) == "jurisdiction")

    def _thing(self, land: str) -> Thing:
        return Thing(land, self._names.label(land))


def _single(store: GraphReader, role: Thing) -> bool:
    """Whether an office of a role has one holder at a time."""
    said = store.match(NamedNode(role.iri), ns.gov("singleHolder"))
    return any(isinstance(quad.object, Literal) and quad.object.value == "true" for quad in said)


def _stated_successions(store: GraphReader) -> frozenset[tuple[str, str]]:
    """People of whom an article says that the one succeeds the other."""
    found = store.match(None, ns.gov("succeeds"))
    return frozenset(
        (quad.subject.value, quad.object.value)
        for quad in found
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    )


def successions(
    periods: Sequence[TimelineRow], *, single: bool, stated: Collection[tuple[str, str]] = ()
) -> Iterator[Succession]:
    """Who followed whom among the periods of an office, by time.

    The earlier was gone before the later is known to have come: by the last day known of the one, or, where none is,
    by the day on which it was over at the latest. Both may be one day only where an article states something of the
    hand-over.

    Args:
        periods: Of one office.
        single: Whether it has one holder at a time; of several who hold it side by side, the next in time is no
            successor, but whoever is said to be one.
        stated: Successor and predecessor, IRIs of people.
    """
    # who was announced, and another came, may never have come
    ordered = sorted(
        (row for row in periods if not (row.announced and row.end_latest)), key=lambda row: (row.order, row.period)
    )
    for before, after in pairwise(ordered) if single else combinations(ordered, 2):
        told = (after.person.iri, before.person.iri) in stated
        gone, come = _day(before.end_earliest or before.begin_latest), _day(after.begin_latest or after.end_earliest)
        over = _day(before.end_latest)
        if before.person.iri == after.person.iri or not come or not (gone or over) or not (single or told):
            continue
        if (gone or over) > come or (gone == come and not (told or _is_stated(before, after))):
            continue
        earliest = max(gone, _day(after.begin_earliest))
        yield Succession(before.period, after.period, earliest, max(earliest, min(come, over or come)))


def _is_stated(before: TimelineRow, after: TimelineRow) -> bool:
    """Whether an article states an end of the one, that the one has gone, or a begin of the other."""
    rules = {bound.rule for bound in (before.end_earliest, before.end_latest, after.begin_latest) if bound}
    return not rules.isdisjoint({"StatedBound", "FormerBound"})


def _day(bound: KnownBound | None) -> str:
    return bound.day if bound else ""


def vacancies(periods: Sequence[TimelineRow], stated: Collection[tuple[str, str]]) -> Iterator[Vacancy]:
    """Stretches in which none of the periods of an office can have run, by time.

    After one is gone, the next is the earliest possible begin of all who are not known to have left by then; if one
    of these may have begun before, nothing is proven, nor where no article says that this one succeeds the one who is
    gone: somebody of whom no article speaks may have been there.

    Args:
        periods: Of one office.
        stated: Successor and predecessor, IRIs of people.
    """
    for gone in sorted({row.end_latest.day for row in periods if row.end_latest}):
        later = [row for row in periods if row.end_latest is None or row.end_latest.day > gone]
        next_day = min((_day(row.begin_earliest) for row in later), default="")
        if next_day <= gone:
            continue
        before = {row.person.iri for row in periods if _day(row.end_latest) == gone}
        after = {row.person.iri for row in later if _day(row.begin_earliest) == next_day}
        first, last = _shifted(gone, 1), _shifted(next_day, -1)
        if first <= last and any((come, left) in stated for come in after for left in before):
            yield Vacancy(first, last)


def _shifted(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days)).isoformat()


def _against(store: GraphReader, rows: Sequence[TimelineRow]) -> Mapping[str, tuple[Conflict, ...]]:
    """Period → contradictions that one of its tenures is in."""
    by_tenure: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts(store):
        for iri in conflict.involves:
            by_tenure[iri].append(conflict)
    if not by_tenure:
        return {}
    properties = Properties(store)
    found = {}
    for row in rows:
        tenures = [one.value for one in properties.values(row.period, ns.DERIVED_FROM) if isinstance(one, NamedNode)]
        own = {id(one): one for tenure in tenures for one in by_tenure.get(tenure, ())}
        found[row.period] = tuple(sorted(own.values(), key=lambda one: (one.rule, one.message_de, one.focus.iri)))
    return found
