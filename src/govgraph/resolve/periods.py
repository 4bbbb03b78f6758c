"""Who held which office from when to when, as far as all articles together tell.

An article says that somebody holds an office on its day, has left it, will come into it, or since when and until when.
From all that is said of one office, periods are inferred; each of their four bounds names the rule and the words that
it stands on, or is open. What an article states outweighs what follows from others; within a year or month that is
stated, what articles rule out of its days is not in it.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from govgraph.model import ArticleRecord, Modality, Predicate, Status, slug
from govgraph.model.days import Span
from govgraph.resolve.observations import Bound, BoundRule, Observation, Period
from govgraph.resolve.succeeded import succeeded
from govgraph.resolve.turns import CHAIR, Turn, Turns

_RETURN = datetime.timedelta(days=180)
_EARLY = datetime.timedelta(days=92)
_AHEAD = datetime.timedelta(days=184)
"""How long before its first day an office is announced at most."""
_STANDING_IN = datetime.timedelta(days=366)
"""How long a title alone may still be that of somebody who was last said to act for another."""
_DAY = datetime.timedelta(days=1)
_FOLLOWED = frozenset({Modality.ASSERTED, Modality.PLANNED, Modality.ENDED})
"""Modalities of a succession that ends the time of whoever was there, once the other has come."""


def periods(articles: Iterable[ArticleRecord], single: Collection[str]) -> tuple[Period, ...]:
    """Periods of all offices that name a body, by role, body and time.

    Args:
        articles: Resolved articles, in any order; each once.
        single: IRIs of roles that have one holder at a body: whoever comes ends the time of whoever was there. Of
            roles that many have, only who is said to succeed another does.
    """
    offices: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    after: set[tuple[str, str]] = set()
    articles = tuple(articles)
    turns = Turns(articles)
    for one in articles:
        after |= {
            (fact.subject, fact.object)
            for fact in one.facts
            if fact.predicate is Predicate.SUCCEEDS and fact.modality in _FOLLOWED
        }
        gone = succeeded(one)
        for office in one.offices:
            if office.organisation is not None:
                key = (office.role_id or slug(office.role), office.organisation)
                seen = Observation(one.article.id, one.article.date, office, followed=office in gone)
                offices[key].append(seen)
    found: list[Period] = []
    for (role, body), observations in sorted(offices.items()):
        own = _office(role, body, observations, None if role in single else after)
        if role.rpartition("/")[2] == CHAIR:
            own = [_in_turn(one, turns.of_others(one.person, body)) for one in own]
        found += sorted(own, key=_chronological)
    return tuple(found)


def _in_turn(period: Period, turns: Sequence[Turn]) -> Period:
    """The period of somebody in the chair between turns of other Länder, in earlier years and in later ones."""
    begin, end = period.begin_earliest, period.end_latest
    first, last = period.begin_latest, period.end_earliest or period.begin_latest
    before = [one for one in turns if first is not None and one.day.year < first.day.year]
    if before and (begin is None or before[-1].day > begin.day):
        begin = Bound(before[-1].day, BoundRule.OTHER_HOLDER, (before[-1],))
    after = [one for one in turns if last is not None and one.day.year > last.day.year]
    if after and (end is None or after[0].day < end.day):
        end = Bound(after[0].day, BoundRule.OTHER_HOLDER, (after[0],))
    return replace(period, begin_earliest=begin, end_latest=end)


@dataclass(slots=True)
class _Stretch:
    """What is said of one uninterrupted time; grows as observations are found to speak of it."""

    first: datetime.date
    last: datetime.date
    observations: list[Observation] = field(default_factory=list)
    since: datetime.date = datetime.date.min
    """Day before which somebody only acted: a begin that is stated before it is another."""

    @property
    def held(self) -> list[tuple[datetime.date, Observation]]:
        return sorted(((day, one) for one in self.observations if (day := one.held)), key=_by_day)

    @property
    def announced(self) -> bool:
        """Whether nobody says more than that the office will be held."""
        return all(one.announced for one in self.observations)

    @property
    def acting(self) -> bool:
        """Whether the person begins by only acting for somebody."""
        told = self.held or [(self.first, one) for one in self.observations]
        return any(day <= told[0][0] for day, one in told if one.office.status is Status.ACTING)

    @property
    def regular(self) -> datetime.date | None:
        """Day by which somebody who acted has the office itself, or None: a title alone soon afterwards is no sign."""
        acted = sorted(_begun(day, one) for day, one in self.held if one.office.status is Status.ACTING)
        if not self.acting or not acted:
            return None
        coming = [(one.since.first, one) for one in self.observations if one.since and not one.held]
        return min(
            (_begun(day, one, acted[0]) for day, one in self.held + coming if _regular(day, one, acted)), default=None
        )

    def stated(self, name: str) -> tuple[Span, tuple[Observation, ...]] | None:
        """What articles state for begin or end: the most precise, then the earliest article's."""
        held = self.held
        spans = [
            (found, one)
            for one in self.observations
            if (found := getattr(one, name)) is not None
            and found.last >= self.since
            # who acted first has begun before the day on which the office itself came
            and (name == "until" or not held or found.first <= held[0][0] + _EARLY)
        ]
        if not spans:
            return None
        best = min(spans, key=lambda pair: (pair[0].last - pair[0].first, pair[1].date or "9999", pair[1].article))[0]
        return best, tuple(one for found, one in spans if found == best)


def _begun(day: datetime.date, one: Observation, after: datetime.date | None = None) -> datetime.date:
    """Day since which what is seen on a day holds, if one is stated that is later than another; else the day itself."""
    since = one.since
    return since.first if since is not None and (after is None or since.first > after) else day


def _regular(day: datetime.date, one: Observation, acted: Sequence[datetime.date]) -> bool:
    """Whether somebody who acted is said to have the office itself by then."""
    status = one.office.status
    if status is Status.ACTING or day < acted[0]:
        return False
    begun = one.since is not None and one.since.first > acted[0]
    return begun or status is not Status.CURRENT or day - max(on for on in acted if on <= day) > _STANDING_IN


def _parts(stretch: _Stretch) -> list[_Stretch]:
    """A time in office, or two of somebody who acted before the office itself came."""
    regular = stretch.regular
    if regular is None:
        return [stretch]
    acting: list[Observation] = []
    after: list[Observation] = []
    for one in stretch.observations:
        if one.office.status is Status.ACTING:
            # what is told of it when it is over shows nobody acting on that day
            acting.append(replace(one, followed=one.held is not None and one.held >= regular))
        else:
            early = one.held is not None and _begun(one.held, one, stretch.first) < regular
            (acting if early else after).append(one)
    return [
        _Stretch(stretch.first, min(regular, stretch.last), acting),
        _Stretch(regular, stretch.last, after, regular),
    ]


def _handed_on(before: Period, stretch: _Stretch, after: Period) -> tuple[Period, Period]:
    """The time in which somebody acted, over when the office itself came, and that time, which begins no earlier."""
    come, acted = (
        after.begin_latest,
        [pair for pair in stretch.held if after.begin_latest is None or pair[0] <= after.begin_latest.day],
    )
    over, first = before.end_latest, after.begin_earliest
    if come is not None and (over is None or over.day > come.day):
        before = replace(before, end_latest=come)
    if acted and (first is None or first.day < acted[-1][0]):
        after = replace(after, begin_earliest=_on(acted[-1][0], acted, BoundRule.OBSERVED))
    return before, after


def _by_day(pair: tuple[datetime.date, Observation]) -> tuple[datetime.date, str, str]:
    return (pair[0], pair[1].article, str(pair[1].office))


def _office(
    role: str, body: str, observations: Sequence[Observation], after: Collection[tuple[str, str]] | None
) -> list[Period]:
    """Periods of one office; `after` holds who succeeds whom where that alone ends a time, None if all who come do."""
    people: dict[str, list[Observation]] = defaultdict(list)
    for one in observations:
        people[one.office.person].append(one)
    acting = any(one.office.status is Status.ACTING for one in observations)
    found: list[tuple[Period, _Stretch]] = []
    for person, own in sorted(people.items()):
        rivals = [one for one in observations if one.office.person != person] if acting else []
        own = _ahead(own)
        for stretch in _stretches(own, rivals):
            parts = _parts(stretch)
            times = [Period(person, role, body, one.acting, *_own_bounds(one, own), _sorted(one)) for one in parts]
            if len(times) > 1:
                times = [*_handed_on(times[0], parts[0], times[1])]
            found += zip(times, parts, strict=True)
    one_by_one = [period for period, _ in found]
    if after is None or after:
        others = _Others(found, after)
        one_by_one = [others.limit(period) for period in one_by_one]
    return one_by_one


def _ahead(own: Sequence[Observation]) -> list[Observation]:
    """What is said of one person in one office, with who is called new before a stated first day as yet to come.

    „X wird CIO“ of 27 April does not show X in an office that begins on 1 May by what the same or another article says.
    """
    begins = [one.since.first for one in own if one.since]
    return [
        replace(
            one,
            ahead=one.office.status is Status.NEW
            and one.since is None
            and (seen := one.seen) is not None
            and any(seen.last < day <= seen.last + _AHEAD for day in begins),
        )
        for one in own
    ]


def _sorted(stretch: _Stretch) -> tuple[Observation, ...]:
    return tuple(sorted(stretch.observations, key=lambda one: (one.date or "9999", one.article, str(one.office))))


def _chronological(one: Period) -> tuple[datetime.date, datetime.date, str]:
    days = [bound.day for bound in (one.begin_latest, one.begin_earliest, one.end_earliest, one.end_latest) if bound]
    first = days[0] if days else datetime.date.max
    return (first, days[-1] if days else datetime.date.max, one.person)


def _stretches(observations: Sequence[Observation], rivals: Sequence[Observation]) -> list[_Stretch]:
    """Uninterrupted times that the observations of one person in one office speak of."""
    claims: list[_Stretch] = []
    loose: list[Observation] = []
    for one in observations:
        days = [day for day in (one.since and one.since.first, one.held, one.over) if day]
        if days:
            claims.append(_Stretch(min(days), max(days), [one]))
        else:
            loose.append(one)
    claims.sort(key=lambda claim: (claim.first, claim.last, claim.observations[0].article))
    done: list[_Stretch] = []
    for claim in claims:
        last = done[-1] if done else None
        if last is not None and not _apart(last, claim, observations, rivals):
            last.last = max(last.last, claim.last)
            last.observations += claim.observations
        else:
            done.append(claim)
    for one in sorted(loose, key=lambda one: (one.date or "9999", one.article)):
        _settle(one, done)
    return done


def _apart(
    before: _Stretch, claim: _Stretch, observations: Iterable[Observation], rivals: Iterable[Observation]
) -> bool:
    """Whether something that is said lies between a time and what comes after it."""
    if claim.first <= before.last:
        return False
    (one,) = claim.observations
    if all(day.office.status is Status.ACTING for _, day in before.held) and before.held:
        others = [day for other in rivals if (day := other.held)]
        return any(before.last < day < claim.first for day in others)
    if one.since and one.since.first == claim.first and claim.first - before.last > _EARLY:
        return True
    # words about an end alone are apart from what ended before all days that they can mean
    start = one.until.first if one.until and not one.since and not one.held else claim.first
    ended = [day for other in observations if (day := other.over)]
    if any(before.first <= day < start for day in ended):
        return True
    left = [day for other in observations if (day := other.left)]
    return any(before.last <= day < start and start - day > _RETURN for day in left)


def _settle(one: Observation, stretches: list[_Stretch]) -> None:
    """Add what has no day of its own to the time that it speaks of; words about somebody former may stand alone."""
    seen = one.seen
    if one.former:
        before = [stretch for stretch in stretches if seen is None or stretch.first <= seen.last]
        if before:
            before[-1].observations.append(one)
        elif seen is not None:
            stretches.insert(0, _Stretch(seen.first, seen.last, [one]))
    elif one.awaited and seen is not None:
        after = [stretch for stretch in stretches if stretch.last >= seen.first]
        if after:
            after[0].observations.append(one)
    elif stretches:
        stretches[-1].observations.append(one)


def _own_bounds(
    stretch: _Stretch, own: Sequence[Observation]
) -> tuple[Bound | None, Bound | None, Bound | None, Bound | None]:
    """Bounds that follow from what is said of the person alone."""
    held = stretch.held
    begin = stretch.stated("since")
    end = stretch.stated("until")
    awaited = [(day, one) for one in own if (day := one.awaited)]
    left = [(day, one) for one in stretch.observations if (day := one.left) and (not held or day >= held[-1][0])]
    first = last = None
    if begin is not None:
        rule = BoundRule.ANNOUNCED if stretch.announced else BoundRule.STATED
        first, last = (Bound(day, rule, begin[1]) for day in (begin[0].first, begin[0].last))
        coming = _within(begin[0], awaited)
        if coming:
            first = _on(max(day for day, _ in coming), coming, BoundRule.DESIGNATED)
    elif held:
        last = _on(held[0][0], held, BoundRule.OBSERVED)
        awaited = [(day, one) for day, one in awaited if day <= held[0][0]]
        if awaited:
            first = _on(max(day for day, _ in awaited), awaited, BoundRule.DESIGNATED)
    over = still = None
    if end is not None:
        still, over = (Bound(day, BoundRule.STATED, end[1]) for day in (end[0].first, end[0].last))
        left = _within(end[0], left)
    elif held:
        still = _on(held[-1][0], held, BoundRule.OBSERVED)
    if left:
        over = _on(min(day for day, _ in left), left, BoundRule.FORMER)
    return first, last, still, over


def _within(stated: Span, seen: Iterable[tuple[datetime.date, Observation]]) -> list[tuple[datetime.date, Observation]]:
    """What is seen within a year or month that is stated; nothing where a day is stated."""
    return [(day, one) for day, one in seen if stated.first < day < stated.last]


def _on(day: datetime.date, seen: Iterable[tuple[datetime.date, Observation]], rule: BoundRule) -> Bound:
    sources = sorted((one for other, one in seen if other == day), key=lambda one: (one.article, str(one.office)))
    return Bound(day, rule, tuple(sources))


class _Others:
    """What follows for each holder of an office from the others, where it has one holder at a time.

    Args:
        found: All periods of the office, and what they were inferred from.
        after: Who succeeds whom, where the office may have many holders; None if it has one.
    """

    def __init__(self, found: Sequence[tuple[Period, _Stretch]], after: Collection[tuple[str, str]] | None) -> None:
        self._pairs = after
        seen = [(day, period, one) for period, stretch in found for day, one in stretch.held]
        self._seen = sorted(seen, key=lambda entry: (*_by_day((entry[0], entry[2])), entry[1].person))
        stated = [
            (end.day, period, end)
            for period, _ in found
            if (end := period.end_earliest) is not None
            and end.rule is BoundRule.STATED
            and (period.begin_latest is None or period.begin_latest.day <= end.day)
        ]
        self._stated = sorted(stated, key=lambda entry: (entry[0], entry[1].person, str(entry[2].sources)))
        came = [
            (bound.day, period, bound)
            for period, stretch in found
            if (bound := period.begin_latest) is not None
            and not (stretch.announced and self._is_doubted(period, found))
        ]
        self._came = sorted(came, key=lambda entry: (entry[0], entry[1].person, str(entry[2].sources)))

    @staticmethod
    def _is_doubted(period: Period, found: Iterable[tuple[Period, _Stretch]]) -> bool:
        """Whether what is said of others later leaves open that somebody who was announced ever came."""
        begin = period.begin_latest
        told = max((day for one in period.observations if (day := one.awaited)), default=None)
        others = [one for other, stretch in found if other.person != period.person for one in stretch.observations]
        seen = [day for one in others if (day := one.held)]
        awaited = [day for one in others if (day := one.awaited)]
        return any(begin is not None and day >= begin.day for day in seen) or any(
            told is not None and day > told for day in awaited
        )

    def limit(self, period: Period) -> Period:
        """The period with its begin after others are seen in office, and its end before others come."""
        begin, end = period.begin_earliest, period.end_latest
        latest, still = period.begin_latest, period.end_earliest
        if latest is not None and latest.rule is BoundRule.OBSERVED:
            before = self._before(latest.day, period)
            if before and (begin is None or before[0][0] > begin.day):
                begin = _on(before[0][0], before, BoundRule.OTHER_HOLDER)
            until = self._until(latest.day, period)
            if until is not None and (begin is None or until.day > begin.day):
                begin = Bound(until.day, BoundRule.OTHER_HOLDER, until.sources)
        last = still or latest
        if still is not None and still.rule is BoundRule.STATED:
            # somebody may still have to come on the first days of the year in which the office ended
            last = latest and max(still, latest, key=lambda bound: bound.day)
        if last is not None:
            after = self._after(last.day, period)
            if after is not None and (end is None or after.day < end.day):
                rule = after.rule if after.rule is BoundRule.ANNOUNCED else BoundRule.OTHER_HOLDER
                end = Bound(after.day, rule, after.sources)
        return replace(period, begin_earliest=begin, end_latest=end)

    def _before(self, day: datetime.date, period: Period) -> list[tuple[datetime.date, Observation]]:
        """What is seen of others on the last day before a day on which anything is."""
        found: list[tuple[datetime.date, Observation]] = []
        for place in range(bisect_left(self._seen, day, key=lambda entry: entry[0]) - 1, -1, -1):
            seen, other, one = self._seen[place]
            if found and seen < found[0][0]:
                break
            if self._follows(period, other):
                found.append((seen, one))
        return found

    def _until(self, day: datetime.date, period: Period) -> Bound | None:
        """The last day before a day up to which another is stated to have been there."""
        for place in range(bisect_left(self._stated, day, key=lambda entry: entry[0]) - 1, -1, -1):
            _, other, end = self._stated[place]
            if self._follows(period, other):
                return end
        return None

    def _after(self, day: datetime.date, period: Period) -> Bound | None:
        """The first begin of another on or after a day.

        Who is no more than seen on the very day on which the holder is may have come with or before them: such words
        end nothing on that day, what is seen of the other later does.
        """
        start = bisect_left(self._came, day, key=lambda entry: entry[0])
        found: Bound | None = None
        beside: set[str] = set()
        for came, other, bound in islice(self._came, start, None):
            if not self._follows(other, period):
                continue
            if came == day and bound.rule is BoundRule.OBSERVED:
                beside.add(other.person)
                continue
            found = bound
            break
        later = self._seen_later(day, beside) if beside else None
        return min((one for one in (found, later) if one is not None), key=lambda one: one.day, default=None)

    def _seen_later(self, day: datetime.date, people: Collection[str]) -> Bound | None:
        """What is next seen of people after a day."""
        start = bisect_left(self._seen, day + _DAY, key=lambda entry: entry[0])
        later = [(seen, one) for seen, other, one in islice(self._seen, start, None) if other.person in people]
        return _on(later[0][0], later, BoundRule.OTHER_HOLDER) if later else None

    def _follows(self, one: Period, other: Period) -> bool:
        """Whether a time in the office is none of another's, so that it comes after it or before."""
        if one.person == other.person or (one.acting and other.acting):
            return False
        return self._pairs is None or (one.person, other.person) in self._pairs
