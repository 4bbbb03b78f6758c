"""How well people, bodies and periods come out, against what the stories know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from stories import Key, Story, records, role_key

from govgraph.model import ArticleRecord, Entity, Office, Record
from govgraph.resolve import Resolver, resolved
from govgraph.resolve.names import person_name
from govgraph.resolve.periods import Bound, periods
from govgraph.vocabulary.identity import load_identity

Labels = Mapping[Key, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Hits, false alarms and misses, with precision and recall in per cent."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return 100 * self.hits / (self.hits + self.false) if self.hits + self.false else 100.0

    @property
    def recall(self) -> float:
        return 100 * self.hits / (self.hits + self.missed) if self.hits + self.missed else 100.0


def pairs(names: Mapping[Key, str], truth: Labels) -> list[tuple[Key, Key]]:
    """Pairs worth a question: of two articles, and one person or a part of the surname in common."""
    return [
        (one, two)
        for one, two in combinations(sorted(truth), 2)
        if one[0] != two[0] and (truth[one] == truth[two] or _alike(names[one], names[two]))
    ]


def _alike(one: str, two: str) -> bool:
    return bool(set(person_name(one).surnames) & set(person_name(two).surnames))


def pairwise(asked: Iterable[tuple[Key, Key]], truth: Labels, found: Labels) -> Score:
    """Of the pairs: those that are one, and were taken for one."""
    hits = false = missed = 0
    for one, two in asked:
        same, taken = truth[one] == truth[two], found[one] == found[two]
        hits += same and taken
        false += taken and not same
        missed += same and not taken
    return Score(hits, false, missed)


def b_cubed(truth: Labels, found: Labels) -> tuple[float, float]:
    """B³ precision and recall in per cent."""
    by_truth, by_found = defaultdict(set), defaultdict(set)
    for key in truth:
        by_truth[truth[key]].add(key)
        by_found[found[key]].add(key)
    shares = [
        (
            len(both := by_truth[truth[key]] & by_found[found[key]]) / len(by_found[found[key]]),
            len(both) / len(by_truth[truth[key]]),
        )
        for key in truth
    ]
    return tuple(100 * sum(column) / len(shares) for column in zip(*shares, strict=True))  # type: ignore[return-value]


def names_of(some: Iterable[Story]) -> dict[Key, str]:
    """Name of each person in each article."""
    return {
        (one.article.id, entity.id): entity.name
        for story in some
        for one in story.articles
        for entity in one.entities
        if (one.article.id, entity.id) in story.people
    }


def truth_of(some: Iterable[Story]) -> dict[Key, str]:
    """Key of each person in each article."""
    return {key: person for story in some for key, person in story.people.items()}


def resolve_stories(some: list[Story]) -> tuple[dict[Key, str], tuple[Record, ...]]:
    """Which IRI each person of each article gets, and the resolved records."""
    done, resolution = resolved(records(some), Resolver())
    return {key: resolution.iri(key) for key in truth_of(some)}, done


FLOORS: dict[str, Callable[[str], str]] = {
    "same string": lambda name: name,
    "same surname": lambda name: person_name(name).surnames[-1],
}


@dataclass(frozen=True, slots=True)
class Interval:
    """A row of a timeline in comparable form; bounds as ISO days or None."""

    person: str
    role: str
    body: str
    bounds: tuple[str | None, str | None, str | None, str | None]


BOUNDS = ("begin earliest", "begin latest", "end earliest", "end latest")


def true_intervals(story: Story) -> list[Interval]:
    """Rows of a story's annotation that name a body."""
    return [
        Interval(
            row["person"],
            role_key(row["role"]),
            row["body"],
            (row["begin"]["earliest"], row["begin"]["latest"], row["end"]["earliest"], row["end"]["latest"]),
        )
        for row in story.timeline
        if row["body"] is not None
    ]


def found_intervals(
    articles: Iterable[ArticleRecord], people: Mapping[str, str], bodies: Mapping[str, str]
) -> list[Interval]:
    """Periods of a story's articles, with the annotation's keys for people and bodies."""
    return [
        Interval(
            people.get(one.person, one.person),
            one.role,
            bodies.get(one.organisation, one.organisation),
            tuple(_day(bound) for bound in (one.begin_earliest, one.begin_latest, one.end_earliest, one.end_latest)),  # type: ignore[arg-type]
        )
        for one in periods(articles, load_identity().single)
    ]


def bodies_read(story: Story, read: Mapping[str, ArticleRecord]) -> dict[str, str]:
    """IRI that the reading gave to a body → its key in the story: bodies with a name in common in one article."""
    found: dict[str, str] = {}
    for told in story.articles:
        mine = read.get(told.article.source)
        for one in told.entities:
            key = story.bodies.get((told.article.id, one.id))
            for other in mine.entities if mine and key else ():
                if one.id == other.id or called(one) & called(other):
                    found.setdefault(other.id, str(key))
    return found


def called(entity: Entity) -> set[str]:
    """All names of an entity."""
    return {entity.name, *entity.aliases}


@dataclass(frozen=True, slots=True)
class Times:
    """How many offices and their days come out.

    Attributes:
        told: Offices in the annotation.
        read: Offices that were read.
        met: Offices of both, by person, role and body.
        status: Those of them with the status of the annotation.
        days: Begins and ends that the annotation of those of both tells.
        days_read: Those that the reading tells of them.
        days_met: Those of both.
    """

    told: int
    read: int
    met: int
    status: int
    days: int
    days_read: int
    days_met: int


def times(some: Iterable[Story], read: Mapping[str, ArticleRecord]) -> Times:
    """What single articles tell of offices, against the annotation of each."""
    count = dict.fromkeys(Times.__dataclass_fields__, 0)
    for told, mine in ((one, read.get(one.article.source)) for story in some for one in story.articles):
        left = list(mine.offices) if mine else []
        count["told"] += len(told.offices)
        count["read"] += len(left)
        for office in told.offices:
            found = next((one for one in left if mine and _same(office, told, one, mine)), None)
            if found is None:
                continue
            left.remove(found)
            count["met"] += 1
            count["status"] += office.status is found.status
            for day, other in ((office.since, found.since), (office.until, found.until)):
                count["days"] += day is not None
                count["days_read"] += other is not None
                count["days_met"] += day is not None and day == other
    return Times(**count)


def _same(office: Office, told: ArticleRecord, other: Office, read: ArticleRecord) -> bool:
    """Whether two offices are one: by a name of the person, the role, and the body or a name of it."""
    if role_key(office.role) != role_key(other.role):
        return False
    one, two = ({entity.id: entity for entity in record.entities} for record in (told, read))
    if not called(one[office.person]) & called(two[other.person]):
        return False
    if office.organisation is None or other.organisation is None or office.organisation == other.organisation:
        return office.organisation == other.organisation
    return bool(called(one[office.organisation]) & called(two[other.organisation]))


def _day(bound: Bound | None) -> str | None:
    return bound.day.isoformat() if bound else None


def match(truth: list[Interval], found: list[Interval]) -> list[tuple[Interval | None, Interval | None]]:
    """Rows of one person in one office, put side by side in their order."""
    matched: list[tuple[Interval | None, Interval | None]] = []
    groups: dict[tuple[str, str, str], tuple[list[Interval], list[Interval]]] = defaultdict(lambda: ([], []))
    for number, rows in enumerate((truth, found)):
        for row in rows:
            groups[row.person, row.role, row.body][number].append(row)
    for _, (true, mine) in sorted(groups.items()):
        left = list(mine)
        for row in true:
            best = max(
                left, key=lambda other: sum(a == b for a, b in zip(row.bounds, other.bounds, strict=True)), default=None
            )
            if best is not None:
                left.remove(best)
            matched.append((row, best))
        matched += [(None, row) for row in left]
    return matched
