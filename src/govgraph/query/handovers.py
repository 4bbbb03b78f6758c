"""Which programme, system, law or body has passed from one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from govgraph.model import Modality, Predicate
from govgraph.query.names import kind_of
from govgraph.query.states import Said, Triple
from govgraph.query.upward import Belonging

DUTIES: Final = (Predicate.CHAIRS, Predicate.DEVELOPS, Predicate.RESPONSIBLE_FOR)
"""What can pass from one to another: subject and object are a holder and what is held."""

_SINGLE: Final = frozenset({Predicate.CHAIRS})
_BY_NAME: Final = "person"

_Statements = Mapping[Triple, Mapping[str, Said]]


@dataclass(frozen=True, slots=True)
class Handover:
    """Something that others hold now.

    Attributes:
        predicate: How they hold it.
        thing: What they hold.
        before: Who held it by the newest article of the older graph, sorted.
        after: Who holds it by the newest article of the newer one, sorted.
        told: Whether the older graph names no holder, and the newer one says that those before have ended.
        between: Who chaired in between, by day; empty for what several may hold side by side.
    """

    predicate: str
    thing: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    told: bool = False
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """What one graph says of one thing: who is said to hold it, who no longer does; with the newest date of each.

    `said` has all of whom it was said once that they hold it.
    """

    holders: Mapping[str, str]
    ended: Mapping[str, str]
    said: Mapping[str, str]

    @property
    def newest(self) -> frozenset[str]:
        date = max(self.holders.values(), default="")
        return frozenset(holder for holder, said in self.holders.items() if said == date)


_NOTHING: Final = _Held({}, {}, {})


def handovers(before: _Statements, after: _Statements, belonging: tuple[Belonging, ...]) -> Iterator[Handover]:
    """Things that have changed hands, by predicate and thing.

    The newest article that names a holder counts, for people and for bodies apart. Of what several may hold side by
    side (all but a chair) something has passed only where one of the two is said to have ended, or to succeed the
    other: who hosts a system develops or operates it beside its maker. Nothing is said where the one is part of the
    other, or where both graphs name both. Turning the graphs round turns each handover round, but for those that the
    newer graph alone tells of.
    """
    old, new = _held(before), _held(after)
    follows = _successions(before) | _successions(after)
    for slot in sorted(new):
        predicate, thing, _ = slot
        first, second = old.get(slot, _NOTHING), new[slot]
        told = not first.holders
        if told:
            gone = frozenset(one for one, day in second.ended.items() if one not in first.ended and day)
            come = frozenset(one for one in second.newest if gone and second.holders[one] >= _first(second, gone))
        else:
            gone, come = first.newest - second.newest, second.newest - first.newest
        if predicate not in _SINGLE:
            passed = [
                (one, other)
                for one in gone
                for other in come
                if _passes((first, one), (second, other), follows, belonging)
            ]
            gone, come = frozenset(one for one, _ in passed), frozenset(other for _, other in passed)
        if gone and come and not _is_past(slot, old, new):
            between = _between(first, second, gone, come) if predicate in _SINGLE else ()
            yield Handover(predicate, thing, tuple(sorted(gone)), tuple(sorted(come)), told, between)


def _is_past(slot: tuple[str, str, str], *graphs: Mapping[tuple[str, str, str], _Held]) -> bool:
    """Whether a chair of Länder or bodies is one of earlier years: of a later one it is told who sits there."""
    predicate, thing, whose = slot
    if predicate not in _SINGLE or whose == _BY_NAME:
        return False

    def newest(own: tuple[str, str, str]) -> str:
        return max((day for graph in graphs for day in graph.get(own, _NOTHING).holders.values()), default="")

    return newest(slot)[:4] < newest((predicate, thing, _BY_NAME))[:4]


def _between(first: _Held, second: _Held, gone: frozenset[str], come: frozenset[str]) -> tuple[str, ...]:
    """Who is said to have held it after those that went and up to those that came, by day."""
    begin = max({**second.ended, **second.said, **first.said}.get(one, "") for one in gone)
    days = {**first.said, **second.said}
    end = max(days.get(one, "") for one in come)
    low, high = min(begin, end), max(begin, end)
    steps = sorted((day, one) for one, day in days.items() if low < day <= high and one not in gone | come)
    return tuple(one for _, one in (steps if begin <= end else reversed(steps)))


def _first(held: _Held, ended: frozenset[str]) -> str:
    return min(held.ended[one] for one in ended)


def _held(said: _Statements) -> dict[tuple[str, str, str], _Held]:
    holders: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    ended: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    ever: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for (subject, predicate, thing), modalities in said.items():
        if predicate not in DUTIES:
            continue
        slot = (predicate, thing, _BY_NAME if kind_of(subject) == _BY_NAME else "")
        asserted, over = modalities.get(Modality.ASSERTED.value), modalities.get(Modality.ENDED.value)
        if asserted is not None:
            ever[slot][subject] = asserted.date
        if over is not None and (asserted is None or asserted.date <= over.date):
            ended[slot][subject] = over.date
        elif asserted is not None:
            holders[slot][subject] = asserted.date
    return {slot: _Held(holders[slot], ended[slot], ever[slot]) for slot in sorted(holders.keys() | ended.keys())}


def _successions(said: _Statements) -> frozenset[frozenset[str]]:
    """Pairs of which an article says that one succeeds the other."""
    return frozenset(
        frozenset((subject, object_))
        for (subject, predicate, object_), modalities in said.items()
        if predicate == Predicate.SUCCEEDS and Modality.ASSERTED.value in modalities
    )


def _passes(
    before: tuple[_Held, str],
    after: tuple[_Held, str],
    follows: frozenset[frozenset[str]],
    belonging: tuple[Belonging, ...],
) -> bool:
    """Whether the one takes the place of the other, rather than standing beside it."""
    (old, one), (new, other) = before, after
    both = {one, other}
    if both <= old.holders.keys() and both <= new.holders.keys():
        return False
    above = {body: frozenset({body}).union(*(graph.above(body) for graph in belonging)) for body in both}
    if one in above[other] or other in above[one]:
        return False
    return one in new.ended or other in old.ended or both in follows
