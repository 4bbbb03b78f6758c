"""Which entities of several articles are one.

The same IRI is the same thing, but for people: an article names them by what they are called, so people are compared
by name, office, place and time (`clusters`). Groups of which each article has its own are compared by who sits there
(`circles`). A doubt keeps things apart and leaves a suggestion.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from govgraph.model import ArticleRecord, Entity, EntityType, Record, digest, slug
from govgraph.model.collecting import uncollected
from govgraph.resolve.circles import Circles
from govgraph.resolve.clusters import Clustering, Comparison, cluster
from govgraph.resolve.names import person_name
from govgraph.resolve.people import Anchor, Gatherer, Profile
from govgraph.resolve.renamed import Renamed
from govgraph.resolve.renaming import join_offices, rename
from govgraph.resolve.twins import twins
from govgraph.vocabulary.identity import Identity, load_identity


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people have judged of who is who.

    Attributes:
        same: Pairs of appearances that are one.
        different: Pairs that are two.
        apart: Pairs of IRIs of groups or units, as articles give them, that are two.
    """

    same: tuple[tuple[Anchor, Anchor], ...] = ()
    different: tuple[tuple[Anchor, Anchor], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Likely:
    """Two persons, groups or units that may be one, or two names that were taken for one.

    Attributes:
        first: IRI of the one with the earlier first article.
        second: IRI of the other; the same where the two were joined.
        first_name: Name of the first as its articles have it.
        second_name: Name of the second.
        first_seen: Anchors of the first, at most three.
        second_seen: Anchors of the second, at most three.
        features: What speaks for and against, as in `ontology/identity.ttl`.
        score: Sum of their weights.
    """

    first: str
    second: str
    first_name: str
    second_name: str
    first_seen: tuple[Anchor, ...]
    second_seen: tuple[Anchor, ...]
    features: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who in a set of articles.

    Attributes:
        suggestions: Persons, groups and units that may be one, best first.
        joined: Names and offices that were taken for one person, best first.
    """

    suggestions: tuple[Likely, ...]
    joined: tuple[Likely, ...]
    _iris: Mapping[Anchor, str]
    _canonical: Mapping[str, _Canonical]
    _titles: Mapping[str, str]
    _landless: frozenset[str]

    def apply(self, one: ArticleRecord) -> ArticleRecord:
        """An article with the IRIs, names and titles that all articles share."""
        new = {
            entity.id: iri
            for entity in one.entities
            if (iri := self._iris.get((one.article.id, entity.id))) is not None and iri != entity.id
        }
        return _with_titles(
            _with_names(_without_lands(rename(one, new), self._landless), self._canonical), self._titles
        )

    def iri(self, anchor: Anchor) -> str:
        """IRI of whoever appears in an article under an IRI of its reading."""
        return self._iris.get(anchor, anchor[1])


@dataclass(frozen=True, slots=True)
class _Canonical:
    """Name and class that every record gives one IRI."""

    name: str
    kind: str


_RENAMED = "name-of-the-other"


class Resolver:
    """Takes articles one by one, then says who is who. Articles themselves are not kept.

    Args:
        identity: Weights and thresholds; those of the ontology if None.
        judgements: What people have judged; it outweighs every score.
    """

    def __init__(self, identity: Identity | None = None, judgements: Judgements | None = None) -> None:
        self._identity = identity or load_identity()
        self._judgements = judgements or Judgements()
        apart = {anchor for pair in self._judgements.different for anchor in pair}
        self._people = Gatherer(self._identity.full_time, apart)
        self._circles = Circles(self._identity, self._judgements.apart)
        self._renamed = Renamed(self._judgements.apart)
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        self._kinds: dict[str, Counter[str]] = defaultdict(Counter)
        self._spelt: dict[str, Counter[str]] = defaultdict(Counter)
        self._seen: set[str] = set()
        self._twins: dict[Anchor, str] = {}

    def add(self, one: ArticleRecord) -> None:
        """Take in an article; one that was taken in before counts once."""
        if one.article.id in self._seen:
            return
        self._seen.add(one.article.id)
        self._people.add(one)
        self._circles.add(one)
        self._renamed.add(one)
        apart = {frozenset(pair) for pair in self._judgements.apart}
        self._twins.update(((one.article.id, iri), work) for iri, work in twins(one, apart))
        for entity in one.entities:
            if entity.type is not EntityType.PERSON:
                self._names[entity.id][entity.name] += 1
                self._kinds[entity.id][entity.kind] += 1
        for office in one.offices:
            if office.role_id is None:
                self._spelt[slug(office.role)][office.role] += 1

    def decide(self) -> Resolution:
        """Who is who; hangs on the set of articles alone, not on their order."""
        with uncollected():
            return self._decided()

    def _decided(self) -> Resolution:
        judged = self._judgements
        # who sits in one group in two articles is known once the group is
        profiles = self._people.profiles(self._circles.joined())
        clustering = cluster(profiles, self._identity, judged.same, judged.different)
        iris = _iris(clustering)
        named = [profile for members in clustering.clusters for profile in members]
        for profile in named:
            iri = iris[profile.anchors[0]]
            self._names[iri][profile.name] += len(profile.anchors)
            self._kinds[iri][EntityType.PERSON] += len(profile.anchors)
        groups = self._circles.joined(iris)
        for iri, other in groups.items():
            iris.update(dict.fromkeys(self._circles[iri].anchors, other))
            self._names[other].update(self._names[iri])
            self._kinds[other].update(self._kinds[iri])
        iris.update(self._twins)
        likely = [*(_likely(one, iris) for one in clustering.near), *self._alike(groups)]
        return Resolution(
            tuple(sorted(likely, key=_order)),
            tuple(sorted((_likely(one, iris) for one in clustering.joined), key=_order)),
            iris,
            _canonical(self._names, self._kinds),
            {key: max(spelt, key=lambda title: (spelt[title], title.swapcase())) for key, spelt in self._spelt.items()},
            self._circles.landless(groups),
        )

    def _alike(self, groups: Mapping[str, str]) -> Iterable[Likely]:
        """Groups and units of one name that may be one, and bodies of which one bears the other's name."""
        for first, second, features in self._circles.likely(groups):
            one, two = self._circles[first], self._circles[second]
            score = round(sum(self._identity.weights.get(name, 0.0) for name in features), 4)
            seen = (tuple(one.anchors[:3]), tuple(two.anchors[:3]))
            yield Likely(first, second, one.spelt, two.spelt, *seen, features, score)
        for first, second, called, places in self._renamed.likely():
            ends = (groups.get(first, first), groups.get(second, second))
            if ends[0] != ends[1]:
                score = round(self._identity.weights.get(_RENAMED, 0.0), 4)
                yield Likely(*ends, *called, *places, (_RENAMED,), score)


def resolve(records: Sequence[Record], resolver: Resolver | None = None) -> tuple[Record, ...]:
    """Give the same thing the same IRI, name and class in all records.

    Offices and facts follow; those that become equal are joined, and a fact about a thing and itself is dropped.

    Args:
        records: Records of one graph, in any order.
        resolver: With knowledge or judgements of one's own; None for those of the ontology.

    Returns:
        The records in the order given. What one of them becomes depends on the set of records, not on their order.
    """
    return resolved(records, resolver)[0]


def resolved(records: Sequence[Record], resolver: Resolver | None = None) -> tuple[tuple[Record, ...], Resolution]:
    """As `resolve`, with what was suggested and why the rest was joined."""
    resolution = decided(records, resolver)
    done = (replace(one, articles=tuple(map(resolution.apply, one.articles))) for one in records)
    return tuple(done), resolution


def decided(records: Iterable[Record], resolver: Resolver | None = None) -> Resolution:
    """Who is who in records; see `resolve`."""
    resolver = resolver or Resolver()
    with uncollected():
        for record in records:
            for one in record.articles:
                resolver.add(one)
    return resolver.decide()


def _iris(clustering: Clustering) -> dict[Anchor, str]:
    """IRI of each appearance: readable, and the same for one person.

    Of several persons of one name, the one with the earliest article has the plain IRI, so that later articles change
    nothing of it; the others are told apart by a place, or a body, or else by their first article. Whoever is known by
    surname alone is named by the first article too.
    """
    taken: set[str] = set()
    iris: dict[Anchor, str] = {}
    for members in sorted(clustering.clusters, key=lambda some: min(one.first for one in some)):
        iri = next(one for one in _ways(members) if one not in taken)
        taken.add(iri)
        for profile in members:
            for anchor in profile.anchors:
                iris[anchor] = iri
    return iris


def _ways(members: Sequence[Profile]) -> Iterable[str]:
    """IRIs for a person, best first; the last is nobody else's."""
    counts: Counter[str] = Counter()
    for profile in members:
        counts[profile.name] += len(profile.anchors)
    name = max(counts, key=lambda form: _fullness(form, counts[form]))
    first = min(members, key=lambda one: one.first)
    base = first.anchors[0][1].rpartition("/")[0]
    plain = f"{base}/{slug(name)}"
    if person_name(name).given:
        yield plain
        places = sorted({place for profile in members for place in (*profile.places, *profile.bodies)}, key=_usual)
        yield from (f"{plain}-{place.rpartition('/')[2]}" for place in places)
    anchors = sorted(anchor for profile in members for anchor in profile.anchors)
    yield f"{plain}-{digest(first.first[1])}"
    yield from (f"{plain}-{digest(' '.join(anchor))}" for anchor in anchors)


def _usual(iri: str) -> tuple[bool, bool, str]:
    """Places before bodies, Länder before municipalities."""
    kind = iri.rpartition("/")[0].rpartition("/")[2]
    return (kind not in ("jurisdiction", "municipality"), kind != "jurisdiction", iri)


def _fullness(form: str, count: int) -> tuple[int, int, int, str]:
    return (len(form.split()), count, len(form), form.swapcase())


def _likely(one: Comparison, iris: Mapping[Anchor, str]) -> Likely:
    first, second = one.first, one.second
    return Likely(
        iris[first.anchors[0]],
        iris[second.anchors[0]],
        first.name,
        second.name,
        tuple(first.anchors[:3]),
        tuple(second.anchors[:3]),
        one.features,
        one.score,
    )


def _order(one: Likely) -> tuple[float, str, str, str, str, tuple[Anchor, ...], tuple[Anchor, ...]]:
    return (-one.score, one.first, one.second, one.first_name, one.second_name, one.first_seen, one.second_seen)


def _canonical(names: Mapping[str, Counter[str]], kinds: Mapping[str, Counter[str]]) -> dict[str, _Canonical]:
    """One name and class for each IRI: most words, then named so most often; the closest class, then most often."""
    coarse = set(EntityType)
    canonical = {}
    for iri, counted in names.items():
        name = max(counted, key=lambda form: _fullness(form, counted[form]))
        seen = kinds[iri]
        kind = max(seen, key=lambda form: (form not in coarse, seen[form], form))
        canonical[iri] = _Canonical(name, kind)
    return canonical


def _without_lands(one: ArticleRecord, landless: frozenset[str]) -> ArticleRecord:
    """An article whose groups that are of no one Land have not that of the article."""
    if not any(entity.id in landless for entity in one.entities):
        return one
    entities = tuple(replace(entity, jurisdiction=None) if entity.id in landless else entity for entity in one.entities)
    return replace(one, entities=entities)


def _with_names(one: ArticleRecord, canonical: Mapping[str, _Canonical]) -> ArticleRecord:
    entities = tuple(_with_name(entity, canonical[entity.id]) for entity in one.entities)
    return one if entities == one.entities else replace(one, entities=entities)


def _with_name(entity: Entity, best: _Canonical | None) -> Entity:
    if best is None:
        return entity
    if entity.name == best.name:
        return entity if entity.kind == best.kind else replace(entity, kind=best.kind)
    aliases = tuple(sorted({*entity.aliases, entity.name} - {best.name}))
    return replace(entity, name=best.name, kind=best.kind, aliases=aliases)


def _with_titles(one: ArticleRecord, titles: Mapping[str, str]) -> ArticleRecord:
    offices = tuple(
        office if office.role_id else replace(office, role=titles.get(slug(office.role), office.role))
        for office in one.offices
    )
    return one if offices == one.offices else replace(one, offices=join_offices(offices))
