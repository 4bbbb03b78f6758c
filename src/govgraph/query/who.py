"""Who holds an office, on a day or now, and how the graph knows."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from govgraph.errors import QueryError
from govgraph.model import Status
from govgraph.model.days import Span, span
from govgraph.query.names import Names, kind_of
from govgraph.query.proof import Proof, Properties, Thing, articles_of, sources_of
from govgraph.query.tenures import CHAIR, Finder, Tenure, first_said
from govgraph.query.titles import PersonalTitles
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader


class Basis(StrEnum):
    """How it is known that somebody holds an office on a day, from surest to weakest.

    `POSSIBLE` is a day in a year or month of which no more is stated than that the office began or ended then.
    `EARLIER` and `LATER` are no claims at all: the person left before the day, or came only after it, and nobody is
    known to be nearer to it.
    """

    STATED = "stated"
    OBSERVED = "observed"
    BETWEEN = "between"
    POSSIBLE = "possible"
    LAST_SEEN = "lastSeen"
    FIRST_SEEN = "firstSeen"
    DESIGNATED = "designated"
    FORMER = "former"
    UNDATED = "undated"
    EARLIER = "earlier"
    LATER = "later"


_RANK: Final = {
    Basis.STATED: 0,
    Basis.OBSERVED: 0,
    Basis.BETWEEN: 0,
    Basis.POSSIBLE: 1,
    Basis.LAST_SEEN: 1,
    Basis.FIRST_SEEN: 1,
    Basis.DESIGNATED: 2,
    Basis.UNDATED: 3,
    Basis.FORMER: 4,
    Basis.EARLIER: 5,
    Basis.LATER: 6,
}


_PLACES: Final = frozenset({"jurisdiction", "municipality"})


@dataclass(frozen=True, slots=True)
class Holder:
    """One answer of `who`.

    Attributes:
        person: Who; a Land or body in the chair of another is told, too.
        role: Which role, as the articles say it (it may be narrower than the one asked for).
        organisation: Where, or None if the article names no body.
        status: How the office is held, by the evidence that counts.
        since: Begin as stated, or an empty string.
        until: End as stated, or an empty string.
        observed: Dates of the articles that count, oldest first; undated articles are left out.
        basis: How it is known.
        how: The same in words: `stated since 2011`, `observed on 2024-11-18`.
        confidence: Highest confidence of the tenures that count, 0 to 1.
        tenures: IRIs of those tenures.
        evidence: Their quotes.
        title: What the office is called in the quotes: the role, in the feminine where they have it only so.
        of_part: Whether the organisation is only a part of the one that was asked for; what is within a Land or
            municipality counts as its own.
    """

    person: Thing
    role: Thing
    organisation: Thing | None
    status: str
    since: str
    until: str
    observed: tuple[str, ...]
    basis: Basis
    how: str
    confidence: float
    tenures: tuple[str, ...]
    evidence: tuple[Proof, ...]
    title: str = ""
    of_part: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is known for the day that was asked for, and not only for days before or after it."""
        return _RANK[self.basis] == 0

    @property
    def held(self) -> bool:
        """Whether the person can have held it then, and is not only told as nearest to the day."""
        return self.basis not in (Basis.EARLIER, Basis.LATER)

    @property
    def articles(self) -> int:
        """Number of articles that say so."""
        return articles_of(self.evidence)

    @property
    def sources(self) -> int:
        """Number of independent sources among them: versions of one text are one."""
        return sources_of(self.evidence)


def who(store: GraphReader, role: str | None, of: str | None = None, on: str | None = None) -> tuple[Holder, ...]:
    """Holders of a role.

    Args:
        store: The graph.
        role: Title in any form that the roles list (masculine, feminine, short); narrower roles count. A title with a
            field that the graph lacks („Finanzsenator“) is that of whoever the articles call so. One that names a level
            („Bundesdigitalminister“, „Landes-CIO“) is that of bodies that are not known to be of another. None for all.
        of: Body, Land, municipality or person; a body that is part of a Land counts for the Land. None for all.
        on: Day (`YYYY-MM-DD`), month or year. None for the newest that is known of each office, and who is to come.

    Returns:
        Answers from surest to weakest, nearest to the day first. What articles state (`since`, `until`) is respected;
        where they state nothing, an article of an earlier day makes its holder „last seen“ then, one of a later day
        „first seen“ then, and `how` says which. Nobody is claimed for a day on which an article had said that the
        person had left, nor outside of the time that the timeline has for the person, which may stand on a more precise
        article. Whoever left before the day by a stated end (`Basis.EARLIER`), or is new or begins after it
        (`Basis.LATER`), is named as such, and only if nobody held the office then and nobody seen is nearer to the day.
        An announcement tells nothing once a later article states another begin, or an end before the day. Without a
        day, a Land is in the chair no more once articles of a later year tell who sits there.

    Raises:
        NotFoundError: Role or body are not known to the graph.
        QueryError: `on` is no date.
    """
    day = None if on is None else _asked(on)
    names = Names(store)
    finder = Finder(store, names)
    found = first_said(finder.tenures(role, of))
    offices: dict[tuple[str, str, bool], list[Tenure]] = defaultdict(list)
    for tenure in found:
        offices[tenure.office].append(tenure)
    answers = [
        answer
        for tenures in offices.values()
        for answer in (_now(tenures) if day is None else _then(finder.possible(tenures, day), tenures, day))
    ]
    if day is None:
        answers = [one for one in answers if not _is_past_turn(one, answers)]
    properties = Properties(store)
    answers.sort(key=lambda one: (_RANK[one.basis], one.tenures[0].indirect, one.distance, names.label(one.person)))
    wanted = None if of is None else frozenset(names.find(of))
    answers = [one for one in answers if wanted is None or finder.concerns(one.tenures[0], wanted)]
    whole = wanted is not None and not any(kind_of(iri) in _PLACES for iri in wanted)
    return tuple(
        replace(_holder(answer, names, properties), of_part=whole and answer.tenures[0].indirect) for answer in answers
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    person: str
    basis: Basis
    how: str
    distance: int
    tenures: tuple[Tenure, ...]


def _asked(on: str) -> Span:
    day = span(on)
    if day is None:
        raise QueryError(f"{on!r} is no date; allowed are YYYY-MM-DD, YYYY-MM and YYYY")
    return day


def _now(tenures: list[Tenure]) -> list[_Answer]:
    """Whoever the newest article that names a holder names; the last known ones if nobody is said to hold it."""
    left: dict[str, str] = {}
    for tenure in tenures:
        if tenure.status is Status.FORMER or (tenure.until and tenure.until <= tenure.observed):
            left[tenure.person] = max(left.get(tenure.person, ""), tenure.observed)
    held = [one for one in tenures if one.held and not (one.until and one.until <= one.observed)]
    newest = max((one.observed for one in held), default="")
    latest = {one.person for one in held if one.observed == newest and not left.get(one.person, "") >= newest > ""}
    coming = [_coming(one) for one in _designated(tenures, newest) if one.person not in latest]
    if latest:
        return [
            *(_current(person, [one for one in held if one.person == person]) for person in sorted(latest)),
            *coming,
        ]
    return coming + [
        _Answer(person, Basis.FORMER, _said_former(newest_of), 0, (newest_of,))
        for person in sorted(left)
        for newest_of in [
            max((one for one in tenures if one.person == person), key=lambda one: (one.observed, one.iri))
        ]
    ]


def _designated(tenures: Iterable[Tenure], newest: str) -> list[Tenure]:
    """The newest that says of each person that they are to come, if nobody was said to hold the office after that."""
    found: dict[str, Tenure] = {}
    for one in sorted(tenures, key=lambda one: (one.observed, one.iri)):
        if one.status is Status.DESIGNATED and one.observed >= newest:
            found[one.person] = one
        elif one.status is not Status.DESIGNATED:
            found.pop(one.person, None)
    return list(found.values())


def _coming(one: Tenure) -> _Answer:
    how = ", ".join(filter(None, (_bounds(one), f"designated on {one.observed or 'an unknown day'}")))
    return _Answer(one.person, Basis.DESIGNATED, how, 0, (one,))


def _is_past_turn(answer: _Answer, answers: Iterable[_Answer]) -> bool:
    """Whether a Land or body was in the chair in an earlier year than that of which it is told who sits there."""
    first = answer.tenures[0]
    if kind_of(answer.person) == "person" or answer.basis is Basis.DESIGNATED:
        return False
    year = max(one.observed for one in answer.tenures)[:4]
    return any(
        kind_of(other.person) == "person"
        and other.basis in (Basis.STATED, Basis.OBSERVED)
        and (other.tenures[0].role, other.tenures[0].organisation) == (first.role, first.organisation)
        and "" < year < max(one.observed for one in other.tenures)[:4]
        for other in answers
    )


def _current(person: str, tenures: list[Tenure]) -> _Answer:
    observed = max(one.observed for one in tenures)
    since = _stated(one.since for one in tenures)
    if not observed:
        return _Answer(person, Basis.UNDATED, "said by an article without a date", 0, tuple(tenures))
    how = f"stated since {since}, observed on {observed}" if since else f"observed on {observed}"
    seen = span(observed)
    # newest first among offices: days before the end of time
    distance = 0 if seen is None else (datetime.date.max - seen.last).days
    return _Answer(person, Basis.STATED if since else Basis.OBSERVED, how, distance, tuple(tenures))


def _then(tenures: Iterable[Tenure], every: Iterable[Tenure], day: Span) -> list[_Answer]:
    """Answers for one office on a day: by tenures of times in which it can lie; each may tell who went or came."""
    everyone = _grouped(every)
    people = {person: _in_force(own, everyone[person], day) for person, own in _grouped(tenures).items()}
    answers = [answer for own in people.values() if own and (answer := _on(own, day)) is not None]
    sure = [one for one in answers if _RANK[one.basis] == 0]
    if sure:
        return sure
    kept: list[_Answer] = []
    for basis in (Basis.LAST_SEEN, Basis.FIRST_SEEN):
        seen = [one for one in answers if one.basis is basis]
        nearest = min((one.distance for one in seen), default=0)
        kept.extend(one for one in seen if one.distance == nearest)
    kept.extend(one for one in answers if one.basis not in (Basis.LAST_SEEN, Basis.FIRST_SEEN))
    named = {one.person for one in answers}
    others = [one for person, own in everyone.items() if person not in named for one in _in_force(own, own, day)]
    for found, basis in ((_earlier(others, day), Basis.LAST_SEEN), (_later(others, day), Basis.FIRST_SEEN)):
        nearer = min((one.distance for one in answers if one.basis is basis), default=None)
        kept.extend(one for one in found if nearer is None or one.distance < nearer)
    return kept


def _grouped(tenures: Iterable[Tenure]) -> dict[str, list[Tenure]]:
    people: dict[str, list[Tenure]] = defaultdict(list)
    for one in tenures:
        people[one.person].append(one)
    return people


def _in_force(tenures: Iterable[Tenure], every: Iterable[Tenure], day: Span) -> list[Tenure]:
    """A person's tenures without announcements that later articles have overtaken.

    Those state another begin, or an end that lies before the day.
    """
    after = [one for one in every if not one.awaited and one.observed]

    def overtaken(awaited: Tenure) -> bool:
        later = [one for one in after if one.observed > awaited.observed]
        return any(
            (one.held and one.since and one.since != awaited.since)
            or ((end := _end(one)) is not None and end < day.first)
            for one in later
        )

    return [one for one in tenures if not (one.awaited and overtaken(one))]


def _fewest_days_away(tenures: Iterable[tuple[int, Tenure]]) -> Iterator[tuple[int, str, list[Tenure]]]:
    """Distance, person and tenures of everybody who is the fewest days away, by IRI."""
    by_distance: dict[int, list[Tenure]] = defaultdict(list)
    for distance, one in tenures:
        by_distance[distance].append(one)
    if by_distance:
        distance = min(by_distance)
        for person, own in sorted(_grouped(by_distance[distance]).items()):
            yield distance, person, own


def _earlier(tenures: Iterable[Tenure], day: Span) -> list[_Answer]:
    """Whoever left last before a day, as stated."""
    gone = [
        ((day.first - until.last).days, one)
        for one in tenures
        if (until := span(one.until)) is not None and until.last < day.first and not one.awaited
    ]
    answers = []
    for distance, person, own in _fewest_days_away(gone):
        first = min(own, key=lambda one: (not one.since, one.observed or "9999", one.iri))
        answers.append(_Answer(person, Basis.EARLIER, f"{_bounds(first)}, left before", distance, (first,)))
    return answers


def _later(tenures: Iterable[Tenure], day: Span) -> list[_Answer]:
    """Whoever came first after a day, by what is said of them."""
    came = []
    for one in tenures:
        begin = span(one.since) or (span(one.observed) if one.status is Status.NEW else None)
        if begin is not None and begin.first > day.last:
            came.append(((begin.first - day.last).days, one))
    answers = []
    for distance, person, own in _fewest_days_away(came):
        first = min(own, key=lambda one: (not one.held, one.observed or "9999", one.iri))
        word = {Status.DESIGNATED: "designated", Status.FORMER: ""}.get(first.status, "observed")
        seen = f"{word} on {first.observed}" if word and first.observed else ""
        how = ", ".join(filter(None, (_bounds(first), seen, "came later")))
        answers.append(_Answer(person, Basis.LATER, how, distance, (first,)))
    return answers


_Judged = tuple[Basis, str, int, Tenure]
"""What a tenure tells of a day: how it is known, in words, how many days away, and the tenure."""


def _on(tenures: list[Tenure], day: Span) -> _Answer | None:
    """The strongest answer about one person, one office, one day; None if nothing can be said."""
    person = tenures[0].person
    ends = [end for one in tenures if (end := _end(one)) is not None]
    found: list[_Judged] = []
    for tenure in tenures:
        judged = _judge(tenure, day)
        if judged is None:
            continue
        basis, how, distance = judged
        seen = span(tenure.observed)
        gone = seen is not None and any(seen.first <= end < day.first for end in ends)
        if basis is Basis.LAST_SEEN and gone:
            continue
        found.append((basis, how, distance, tenure))
    before = [one for one in found if one[0] is Basis.LAST_SEEN]
    after = [one for one in found if one[0] is Basis.FIRST_SEEN]
    settled = any(_RANK[one[0]] == 0 for one in found)
    if before and after and not settled:
        last, first = _nearest(before), _nearest(after)
        how = f"observed before and after: on {last.observed} and on {first.observed}"
        return _Answer(person, Basis.BETWEEN, how, 0, (last, first))
    for basis, _, _, stated in () if settled else found:
        # a begin that is stated, or an end, and who is seen on the other side of the day
        beside = after if _begun(stated, day) else before
        if basis is Basis.POSSIBLE and beside:
            other = _nearest(beside)
            how = f"{_bounds(stated)}, observed on {other.observed}"
            return _Answer(person, Basis.BETWEEN, how, 0, (stated, other))
    if not found:
        return None
    basis, how, distance, _ = min(found, key=lambda one: (_RANK[one[0]], one[2], one[0] != Basis.STATED, one[3].iri))
    counting = tuple(one[3] for one in found if (one[0], one[1]) == (basis, how))
    return _Answer(person, basis, how, distance, counting)


def _nearest(judged: Sequence[_Judged]) -> Tenure:
    """The tenure that is seen nearest to the day."""
    return min(judged, key=lambda one: (one[2], one[3].iri))[3]


def _begun(tenure: Tenure, day: Span) -> bool:
    """Whether the office had begun by a day, as stated."""
    since = span(tenure.since)
    return since is not None and since.last <= day.last


def _end(tenure: Tenure) -> datetime.date | None:
    """Last day on which the person can have held the office, by this article."""
    until = span(tenure.until)
    if until is not None:
        return until.last
    observed = span(tenure.observed) if tenure.status is Status.FORMER else None
    return None if observed is None else observed.last


def _judge(tenure: Tenure, day: Span) -> tuple[Basis, str, int] | None:
    """What one tenure says about a day: basis, words, distance in days. None: nothing, or that it was not so."""
    since, until, seen = span(tenure.since), span(tenure.until), span(tenure.observed)
    if (since is not None and since.first > day.last) or (until is not None and until.last < day.first):
        return None
    stated = _bounds(tenure)
    if since is not None and until is not None:
        return _as_stated(tenure, day, stated)
    if tenure.held:
        return _judge_held(tenure, day, stated)
    if tenure.awaited:
        if since is not None:
            return Basis.DESIGNATED, f"{stated}, designated on {tenure.observed or 'an unknown day'}", 0
        if seen is None or seen.first <= day.last:
            return Basis.DESIGNATED, f"designated on {tenure.observed or 'an unknown day'}, begin not stated", 0
        return None
    if until is not None:
        return Basis.FORMER, f"{stated}, begin not stated", 0
    if seen is None or seen.first <= day.first:
        return None
    if since is not None:
        return Basis.FORMER, f"{stated}, had left by {tenure.observed}, end not stated", (seen.first - day.last).days
    return Basis.FORMER, _said_former(tenure), (seen.first - day.last).days


def _judge_held(tenure: Tenure, day: Span, stated: str) -> tuple[Basis, str, int] | None:
    seen = span(tenure.observed)
    comma = f"{stated}, " if stated else ""
    if seen is None:
        undated = (Basis.UNDATED, f"{comma}said without a date", 0)
        return _as_stated(tenure, day, stated) if tenure.since else undated
    if seen.last < day.first:
        # a stated end covers the days after the article, a stated begin does not
        if tenure.until:
            return _as_stated(tenure, day, f"{comma}observed on {tenure.observed}")
        return Basis.LAST_SEEN, f"{comma}observed on {tenure.observed}, last seen then", (day.first - seen.last).days
    if seen.first > day.last:
        if tenure.since:
            return _as_stated(tenure, day, f"{comma}observed on {tenure.observed}")
        if tenure.status is Status.NEW:
            return None
        return Basis.FIRST_SEEN, f"{comma}observed on {tenure.observed}, first seen then", (seen.first - day.last).days
    return Basis.OBSERVED, f"{comma}observed on {tenure.observed}", 0


def _as_stated(tenure: Tenure, day: Span, how: str) -> tuple[Basis, str, int]:
    """What is stated, or no more than possible where the day lies in the year or month of a begin or an end."""
    since, until = span(tenure.since), span(tenure.until)
    if not tenure.proven and since is not None and since.last > day.last:
        return Basis.POSSIBLE, f"{how}, day of the begin not stated", 0
    if not tenure.proven and until is not None and until.first < day.first:
        return Basis.POSSIBLE, f"{how}, day of the end not stated", 0
    return Basis.STATED, how, 0


def _bounds(tenure: Tenure) -> str:
    parts = [f"{word} {value}" for word, value in (("since", tenure.since), ("until", tenure.until)) if value]
    return f"stated {' '.join(parts)}" if parts else ""


def _said_former(tenure: Tenure) -> str:
    return f"named as former on {tenure.observed or 'an unknown day'}, when is not stated"


def _stated(values: Iterable[str]) -> str:
    """The most precise of several stated dates."""
    return max((value for value in values if value), key=lambda value: (len(value), value), default="")


def _holder(answer: _Answer, names: Names, properties: Properties) -> Holder:
    newest = max(answer.tenures, key=lambda one: (one.observed, one.iri))
    proofs = {proof for tenure in answer.tenures for proof in properties.proofs(tenure.iri)}
    organisation = newest.organisation
    role = Thing(newest.role, _title(newest, names, properties))
    evidence = tuple(sorted(proofs, key=lambda one: (one.date, one.article, one.start, one.end)))
    return Holder(
        person=Thing(answer.person, names.label(answer.person)),
        role=role,
        organisation=Thing(organisation, names.label(organisation)) if organisation else None,
        status=newest.status.value,
        since=_stated(one.since for one in answer.tenures),
        until=_stated(one.until for one in answer.tenures),
        observed=tuple(sorted({one.observed for one in answer.tenures if one.observed})),
        basis=answer.basis,
        how=answer.how,
        confidence=max(one.confidence for one in answer.tenures),
        tenures=tuple(sorted(one.iri for one in answer.tenures)),
        evidence=evidence,
        title=PersonalTitles(properties).of(role, answer.person, evidence),
    )


def _title(tenure: Tenure, names: Names, properties: Properties) -> str:
    """What the office is called: a Land has the chair, „Vorsitz“, and is no chairman."""
    if kind_of(tenure.person) == "person":
        return names.label(tenure.role)
    return properties.text(tenure.role, ns.gov("neutralLabel")) or CHAIR
