"""What has changed between two graphs, or since a day."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from govgraph.errors import NotFoundError, QueryError
from govgraph.model import Modality, Predicate
from govgraph.model.days import span
from govgraph.query.change import Change, ChangeKind, Stand
from govgraph.query.explain import HOLDS
from govgraph.query.handovers import Handover, handovers
from govgraph.query.moved import moved
from govgraph.query.proof import Proof, Thing
from govgraph.query.states import Key, Said, State, Triple, in_order, key, standing
from govgraph.query.timeline import KnownBound, TimelineRow
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema
from govgraph.resolve import BoundRule

_ORDER: Final = {kind: place for place, kind in enumerate(ChangeKind)}
_BEGIN: Final = ("begin_earliest", "begin_latest")
_END: Final = ("end_earliest", "end_latest")
_BOUNDS: Final = (*_BEGIN, *_END)
_DECISIVE: Final = {
    ChangeKind.CAME: _BEGIN,
    ChangeKind.FIRST_SEEN: _BEGIN,
    ChangeKind.WENT: _END,
    ChangeKind.KNOWN_FORMER: _END,
    ChangeKind.RESUMED: _END,
    ChangeKind.WITHDRAWN: _BOUNDS,
}
"""Bounds whose words are shown; of a revised period, those that differ."""
_DATED: Final = frozenset({ChangeKind.CAME, ChangeKind.FIRST_SEEN, ChangeKind.WENT, ChangeKind.KNOWN_FORMER})
_Statements = Mapping[Triple, Mapping[str, Said]]


def diff(old: GraphReader, new: GraphReader, of: str | None = None) -> tuple[Change, ...]:
    """What has changed from one graph to another.

    Args:
        old: The older graph.
        new: The newer graph.
        of: Land, body, person or other thing, by name or IRI: only what concerns it, and the bodies of a Land. None
            for everything.

    Returns:
        Changes by kind, label and IRI; none for equal graphs. „Since“ is the day of the older graph's newest article.
        Turning the graphs round turns each change round: what came is withdrawn, what appeared is lost, before is
        after; but for a handover that the newer graph alone tells of.

    Raises:
        NotFoundError: Neither graph knows the name.
        QueryError: A graph has offices but no timeline.
    """
    comparison = _Comparison(State(old), State(new))
    wanted = comparison.wanted(of)
    return comparison.chosen([*comparison.of_periods(), *comparison.of_statements()], wanted)


def since(store: GraphReader, date: str, of: str | None = None) -> tuple[Change, ...]:
    """What is new in a graph since a day.

    Args:
        store: The graph.
        date: Day (`YYYY-MM-DD`), or the first day of a month or year (`YYYY-MM`, `YYYY`).
        of: As for `diff`.

    Returns:
        Who came (a bound of the begin is that day or later) and who went (the time is over and can have ended that day
        or later); and what articles of that day or later say that no earlier article said. Articles without a date
        count as earlier ones. Changes are in the order of `diff`.

    Raises:
        NotFoundError: The graph does not know the name.
        QueryError: `date` is no date, or the graph has offices but no timeline.
    """
    first = span(date)
    if first is None:
        raise QueryError(f"{date!r} is no date; allowed are YYYY-MM-DD, YYYY-MM and YYYY")
    state = State(store)
    comparison = _Comparison(state, state, state.earlier(first.first))
    wanted = comparison.wanted(of)
    found = [
        *comparison.of_periods_since(first.first.isoformat()),
        *(one for one in comparison.of_statements() if one.kind is not ChangeKind.CONFIRMED),
    ]
    return comparison.chosen(found, wanted)


class _Comparison:
    """Two states side by side; `earlier` takes the place of the statements of the older one."""

    def __init__(self, old: State, new: State, earlier: _Statements | None = None) -> None:
        self._old, self._new = old, new
        self._before = old.said if earlier is None else earlier
        self._belonging = (new.belonging, old.belonging)
        self._schema = load_schema()

    def wanted(self, of: str | None) -> frozenset[str] | None:
        """IRIs that a name means in either graph."""
        if of is None:
            return None
        found: set[str] = set()
        missing: NotFoundError | None = None
        for state in (self._old, self._new):
            try:
                found.update(state.names.find(of))
            except NotFoundError as error:
                missing = error
        if missing is not None and not found:
            raise missing
        return frozenset(found)

    def chosen(self, changes: Iterable[Change], wanted: frozenset[str] | None) -> tuple[Change, ...]:
        """Changes that concern what is wanted, in order."""
        kept = [
            one
            for one in changes
            if wanted is None or any(graph.within(thing, wanted) for thing in one.concerns for graph in self._belonging)
        ]
        return tuple(sorted(kept, key=_order))

    def _thing(self, iri: str) -> Thing:
        names = self._new.names if iri in self._new.names else self._old.names
        return Thing(iri, names.label(iri))

    def _things(self, iris: Iterable[str]) -> tuple[Thing, ...]:
        return tuple(self._thing(iri) for iri in iris)

    # periods

    def of_periods(self) -> Iterator[Change]:
        old, new = self._old.offices, self._new.offices
        for office in sorted(old.keys() | new.keys()):
            if old.get(office) != new.get(office):
                yield from self._office(self._old.periods(office), self._new.periods(office))

    def of_periods_since(self, day: str) -> Iterator[Change]:
        for office, outlines in self._new.offices.items():
            if not any(bound >= day for outline in outlines.values() for bound in outline[-5:-1]):
                continue
            for row in (row for own in self._new.periods(office).values() for row in own):
                if any(bound.day >= day for bound in (row.begin_earliest, row.begin_latest) if bound):
                    yield self._period(self._arrival(row, day), None, row)
                if row.end_latest is not None and row.end_latest.day >= day and self._new.over(row):
                    yield self._period(self._departure(row, day), None, row)

    def _office(
        self, old: Mapping[str, tuple[TimelineRow, ...]], new: Mapping[str, tuple[TimelineRow, ...]]
    ) -> Iterator[Change]:
        read_anew: set[str] = set()
        for group in moved(_words(old), _words(new)):
            first = [row for person in group.before for row in old[person]]
            second = [row for person in group.after for row in new[person]]
            read_anew |= (set(group.before) - new.keys()) | (set(group.after) - old.keys())
            stands = (
                Stand(_nodes(first), _evidence(first), things=self._things(group.before)),
                Stand(_nodes(second), _evidence(second), things=self._things(group.after)),
            )
            yield Change(
                ChangeKind.READ_ANEW, HOLDS, first[0].role.label, None, self._thing(first[0].organisation.iri), *stands
            )
        for person in sorted((old.keys() | new.keys()) - read_anew):
            for before, after in _paired(old.get(person, ()), new.get(person, ())):
                kind = self._kind(before, after)
                if kind is not None:
                    yield self._period(kind, before, after)

    def _kind(self, before: TimelineRow | None, after: TimelineRow | None) -> ChangeKind | None:
        if after is None:
            return ChangeKind.WITHDRAWN
        over = self._new.over(after)
        if before is None:
            return self._departure(after, self._old.newest) if over else self._arrival(after, self._old.newest)
        if before.announced is not after.announced:
            return ChangeKind.WITHDRAWN if after.announced else ChangeKind.CAME
        was_over = self._old.over(before)
        if over is not was_over:
            return ChangeKind.WENT if over else ChangeKind.RESUMED
        return ChangeKind.REVISED if _shape(before, over) != _shape(after, over) else None

    def _arrival(self, row: TimelineRow, day: str) -> ChangeKind:
        """Whether a period that was not known has begun since a day, as far as that is known."""
        begin = row.begin_latest
        if row.announced:
            return ChangeKind.CAME
        if begin is None or begin.day < day:
            return ChangeKind.FIRST_SEEN
        told = row.begin_earliest is not None or self._new.arrived(row)
        return ChangeKind.CAME if told else ChangeKind.FIRST_SEEN

    def _departure(self, row: TimelineRow, day: str) -> ChangeKind:
        """Whether a period that was not known has ended since a day, as far as that is known."""
        end = row.end_latest
        if end is None or end.day < day:
            return ChangeKind.KNOWN_FORMER
        told = row.end_earliest is not None or end.rule == BoundRule.OTHER_HOLDER or self._new.followed(row)
        return ChangeKind.WENT if told else ChangeKind.KNOWN_FORMER

    def _period(self, kind: ChangeKind, before: TimelineRow | None, after: TimelineRow | None) -> Change:
        row = after or before
        assert row is not None
        matter = _DECISIVE.get(kind) or tuple(name for name in _BOUNDS if _differs(name, before, after))
        first, last = [_day(getattr(row, name)) for name in matter] if kind in _DATED else ("", "")
        return Change(
            kind,
            HOLDS,
            row.role.label,
            self._thing(row.person.iri),
            self._thing(row.organisation.iri),
            None if before is None else _stand(before, matter),
            None if after is None else _stand(after, matter),
            first,
            last,
        )

    # statements

    def of_statements(self) -> Iterator[Change]:
        before, after = self._before, self._new.said
        differing = {
            triple
            for triple in before.keys() | after.keys()
            if _evidence_of(before.get(triple, {})) != _evidence_of(after.get(triple, {}))
        }
        read_anew: set[Triple] = set()
        for end in (2, 0):
            for change, triples in self._read_anew(differing - read_anew, end):
                read_anew |= triples
                yield change
        for triple in sorted(differing - read_anew):
            yield from self._triple(triple, before.get(triple, {}), after.get(triple, {}))
        for one in handovers(before, after, self._belonging):
            first = [(holder, one.predicate, one.thing) for holder in one.before]
            second = [(holder, one.predicate, one.thing) for holder in one.after]
            if not read_anew & {*first, *second}:
                source = (self._new, after, Modality.ENDED) if one.told else (self._old, before, Modality.ASSERTED)
                stands = (self._holding(*source, first), self._holding(self._new, after, Modality.ASSERTED, second))
                label = self._schema.label(one.predicate)
                thing = self._thing(one.thing)
                steps = self._steps([(holder, one.predicate, one.thing) for holder in self._between(one)])
                yield Change(ChangeKind.HANDED_OVER, one.predicate, label, None, thing, *stands, between=steps)

    def _read_anew(self, triples: Iterable[Triple], end: int) -> Iterator[tuple[Change, set[Triple]]]:
        """Statements whose words are now said of something else; `end` is the place that stays the same."""
        before, after = self._before, self._new.said
        slots: dict[tuple[str, str], list[Triple]] = defaultdict(list)
        for triple in triples:
            slots[triple[1], triple[end]].append(triple)
        for _, slot in sorted(slots.items()):
            free = {triple[2 - end]: triple for triple in slot}
            old = {thing: self._keys(self._old, before[one]) for thing, one in free.items() if one in before}
            new = {thing: self._keys(self._new, after[one]) for thing, one in free.items() if one in after}
            for group in moved(old, new):
                first, second = [free[thing] for thing in group.before], [free[thing] for thing in group.after]
                yield (
                    self._open(first, second, end),
                    {one for one in (*first, *second) if one not in before or one not in after},
                )

    def _holding(self, state: State, said: _Statements, modality: Modality, triples: list[Triple]) -> Stand:
        nodes = tuple(sorted(iri for one in triples for iri in said[one][modality.value].statements))
        holders = self._things(subject for subject, _, _ in triples)
        return Stand(nodes, state.proofs(nodes), modality.value, holders)

    def _between(self, one: Handover) -> tuple[str, ...]:
        """Who had a chair in between, with whom an article names as the one before those who have it."""
        if one.predicate != Predicate.CHAIRS:
            return one.between

        def newest(holders: Iterable[str]) -> str:
            triples = [(holder, one.predicate, one.thing) for holder in holders]
            told = (said.get(triple, {}) for triple in triples for said in (self._before, self._new.said))
            return max((each.date for own in told for each in own.values()), default="")

        known = {*one.before, *one.after, *one.between}
        forward = newest(one.after) >= newest(one.before)
        later = one.after if forward else one.before
        states = (self._old, self._new)
        missed = sorted({had for state in states for had in state.predecessors(later, one.thing)} - known)
        return (*one.between, *missed) if forward else (*missed, *one.between)

    def _steps(self, triples: list[Triple]) -> Stand | None:
        """Who held something between two states, in the order of the triples, by whichever graph says so."""
        if not triples:
            return None
        both = ((self._old, self._before), (self._new, self._new.said))
        told: list[tuple[State, tuple[str, ...]]] = []
        for one in triples:
            asserted = [
                (state, said[one][Modality.ASSERTED]) for state, said in both if Modality.ASSERTED in said.get(one, {})
            ]
            told += [(state, each.statements) for state, each in asserted]
            if not asserted:
                told += [(state, state.seats(one[0], one[2])) for state, _ in both]
        nodes = tuple(sorted({iri for _, iris in told for iri in iris}))
        proofs = in_order(proof for state, iris in told for proof in state.proofs(iris))
        things = self._things(subject for subject, _, _ in triples)
        return Stand(nodes, tuple(dict.fromkeys(proofs)), Modality.ASSERTED.value, things)

    def _open(self, first: list[Triple], second: list[Triple], end: int) -> Change:
        """Words that are said of another thing now; `end` is the place that stays the same."""
        stands = []
        for state, said, triples in ((self._old, self._before, first), (self._new, self._new.said, second)):
            chosen = [standing(said[one]) for one in triples]
            nodes = tuple(sorted(iri for one in chosen for iri in one.statements))
            things = self._things(one[2 - end] for one in triples)
            stands.append(Stand(nodes, state.proofs(nodes), chosen[0].modality, things))
        predicate, fixed = first[0][1], self._thing(first[0][end])
        ends = (None, fixed) if end else (fixed, None)
        return Change(ChangeKind.READ_ANEW, predicate, self._schema.label(predicate), *ends, *stands)

    def _triple(self, triple: Triple, before: Mapping[str, Said], after: Mapping[str, Said]) -> Iterator[Change]:
        done: set[str] = set()
        if before and after:
            first, second = standing(before), standing(after)
            if first.modality != second.modality:
                done = {first.modality, second.modality}
                stands = (self._said(self._old, first), self._said(self._new, second))
                yield self._statement(ChangeKind.MODALITY_CHANGED, triple, *stands)
        for modality in sorted((before.keys() | after.keys()) - done):
            old, new = before.get(modality), after.get(modality)
            if old is None or new is None:
                kind = ChangeKind.APPEARED if old is None else ChangeKind.LOST
                first_ = None if old is None else self._said(self._old, old)
                second_ = None if new is None else self._said(self._new, new)
                yield self._statement(kind, triple, first_, second_)
            elif old.evidence != new.evidence:
                yield from self._support(triple, old, new)

    def _support(self, triple: Triple, old: Said, new: Said) -> Iterator[Change]:
        """Evidence that a statement has lost and gained."""
        first, second = self._old.proofs(old.statements), self._new.proofs(new.statements)
        had, has = {key(one) for one in first}, {key(one) for one in second}
        # another version of a text that says so is no further source
        texts = {self._old.properties.texts.leading(one.article) for one in second}
        others = {self._new.properties.texts.leading(one.article) for one in first}
        # nor is an article whose sentence has been reworded
        before, after = ({(one.title, one.date) for one in some} for some in (first, second))
        lost = tuple(
            one
            for one in first
            if key(one) not in has and one.leading not in texts and (one.title, one.date) not in after
        )
        gained = tuple(
            one
            for one in second
            if key(one) not in had and one.leading not in others and (one.title, one.date) not in before
        )
        for kind, some in ((ChangeKind.WEAKENED, lost), (ChangeKind.CONFIRMED, gained)):
            if some:
                stands = (
                    Stand(old.statements, some if kind is ChangeKind.WEAKENED else (), old.modality),
                    Stand(new.statements, some if kind is ChangeKind.CONFIRMED else (), new.modality),
                )
                yield self._statement(kind, triple, *stands)

    def _statement(self, kind: ChangeKind, triple: Triple, before: Stand | None, after: Stand | None) -> Change:
        subject, predicate, object_ = triple
        label = self._schema.label(predicate)
        return Change(kind, predicate, label, self._thing(subject), self._thing(object_), before, after)

    def _said(self, state: State, said: Said) -> Stand:
        return Stand(said.statements, state.proofs(said.statements), said.modality)

    def _keys(self, state: State, said: Mapping[str, Said]) -> frozenset[Key]:
        return frozenset(key(proof) for one in said.values() for proof in state.proofs(one.statements))


def _evidence_of(said: Mapping[str, Said]) -> dict[str, frozenset[str]]:
    return {modality: one.evidence for modality, one in said.items()}


def _words(people: Mapping[str, tuple[TimelineRow, ...]]) -> dict[str, frozenset[Key]]:
    return {person: frozenset(key(proof) for row in own for proof in row.evidence) for person, own in people.items()}


def _nodes(rows: Iterable[TimelineRow]) -> tuple[str, ...]:
    return tuple(sorted(row.period for row in rows))


def _evidence(rows: Iterable[TimelineRow]) -> tuple[Proof, ...]:
    return in_order(proof for row in rows for proof in row.evidence)


def _day(bound: KnownBound | None) -> str:
    return bound.day if bound else ""


def _differs(bound: str, before: TimelineRow | None, after: TimelineRow | None) -> bool:
    return before is not None and after is not None and _day(getattr(before, bound)) != _day(getattr(after, bound))


def _stand(row: TimelineRow, bounds: Iterable[str]) -> Stand:
    """A period with the words of the bounds that matter, or all of its words if they have none."""
    known: list[KnownBound] = [bound for name in bounds if (bound := getattr(row, name)) is not None]
    evidence = in_order(proof for bound in known for proof in bound.evidence)
    return Stand((row.period,), evidence or row.evidence, period=row)


def _shape(row: TimelineRow, over: bool) -> tuple[bool, str, str, str, str]:
    """What of a period is compared; that somebody was merely seen again in office is no change."""
    seen = _day(row.end_earliest) if over or row.end_latest else ""
    return (row.acting, _day(row.begin_earliest), _day(row.begin_latest), seen, _day(row.end_latest))


def _paired(
    old: tuple[TimelineRow, ...], new: tuple[TimelineRow, ...]
) -> list[tuple[TimelineRow | None, TimelineRow | None]]:
    """Periods of one person in one office that are the same: by their words, else by their time."""
    near = []
    for (place, one), (other, two) in itertools.product(enumerate(old), enumerate(new)):
        shared = len({*map(key, one.evidence)} & {*map(key, two.evidence)})
        if shared or not _apart(one, two):
            near.append((-shared, min(place, other), max(place, other), place, other))
    left, right = dict(enumerate(old)), dict(enumerate(new))
    found: list[tuple[TimelineRow | None, TimelineRow | None]] = []
    for *_, place, other in sorted(near):
        if place in left and other in right:
            found.append((left.pop(place), right.pop(other)))
    return [*found, *((one, None) for one in left.values()), *((None, one) for one in right.values())]


def _apart(one: TimelineRow, other: TimelineRow) -> bool:
    """Whether one period was over before the other began."""
    pairs = ((one.end_latest, other.begin_earliest), (other.end_latest, one.begin_earliest))
    return any(end is not None and begin is not None and end.day < begin.day for end, begin in pairs)


def _order(one: Change) -> tuple[int, str, str, str, tuple[str, ...]]:
    labels = [thing.label for thing in (one.object, one.subject) if thing]
    nodes = tuple(iri for stand in (one.before, one.after) if stand for iri in stand.nodes)
    return (_ORDER[one.kind], labels[0], one.predicate_label, labels[-1], nodes)
