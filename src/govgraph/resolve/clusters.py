"""Which profiles are one person: pairs are scored feature by feature, and joined from the surest down.

Full names come first. A name that leaves room (an initial, a surname, one first name less) then joins the one person
that it fits best, if that one is clearly ahead of the next. What is left in between is a suggestion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from govgraph.resolve.names import Likeness, likeness, person_name
from govgraph.resolve.people import Anchor, Profile
from govgraph.vocabulary.identity import Identity

_SURE = frozenset({Likeness.SAME, Likeness.SPELLING})
_ROUNDS = (
    frozenset({*_SURE, Likeness.FEWER, "other-name-known"}),
    frozenset({Likeness.INITIAL}),
    frozenset({Likeness.DOUBLE}),
    frozenset({Likeness.SURNAME}),
    frozenset({Likeness.PART}),
)
"""Likenesses from the surest to the least; what one round joins is one for the next."""

_CLOSE_DAYS = 30
"""Two offices seen so close together are held at one time, unless an article says that one followed the other."""

_NEAR_YEARS = 15
"""Articles further apart may tell of father and son."""

_MOST_LOOSE = 200
_BEGINNING = 3
"""Letters at the beginning of a name that a slip of the pen is taken to leave as they are."""


_Found = tuple[float, int, int, tuple[str, ...]]
"""A pair worth a suggestion: score, numbers of the two profiles, features with that of the name first."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Why two are, or may be, one.

    Attributes:
        first: Profile with the earlier first article.
        second: The other.
        features: Names of what was found, as in `ontology/identity.ttl`, in order of weight.
        score: Sum of their weights.
    """

    first: Profile
    second: Profile
    features: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Clustering:
    """Who is one.

    Attributes:
        clusters: Profiles of each person, in the order of their first articles.
        joined: Comparisons that joined two profiles.
        near: Comparisons of profiles of two persons that came close.
    """

    clusters: tuple[tuple[Profile, ...], ...]
    joined: tuple[Comparison, ...]
    near: tuple[Comparison, ...]


def cluster(
    profiles: Sequence[Profile],
    identity: Identity,
    same: Iterable[tuple[Anchor, Anchor]] = (),
    different: Iterable[tuple[Anchor, Anchor]] = (),
) -> Clustering:
    """Join the profiles that are one person.

    Args:
        profiles: From `Gatherer.profiles`.
        identity: Weights and thresholds.
        same: Pairs of appearances that somebody has judged to be one person; they are joined whatever the score.
        different: Pairs that somebody has judged to be two.
    """
    return _Clusterer(profiles, identity, same, different).run()


class _Clusterer:
    def __init__(
        self,
        profiles: Sequence[Profile],
        identity: Identity,
        same: Iterable[tuple[Anchor, Anchor]],
        different: Iterable[tuple[Anchor, Anchor]],
    ) -> None:
        self._profiles = profiles
        self._identity = identity
        self._parent = list(range(len(profiles)))
        self._members = {number: [number] for number in range(len(profiles))}
        places = {anchor: number for number, one in enumerate(profiles) for anchor in one.anchors}
        self._same = _numbers(same, places)
        self._different = frozenset(frozenset(pair) for pair in _numbers(different, places))
        self._weights = identity.weights
        self._joined: list[Comparison] = []

    def run(self) -> Clustering:
        for one, two in self._same:
            self._join(one, two)
        scored = sorted(self._scored(), key=lambda found: (-found[0], found[1], found[2]))
        sure: list[_Found] = []
        doubtful: list[_Found] = []
        for score, one, two, features in scored:
            exact = features[0] in _SURE and self._profiles[one].tied and self._profiles[two].tied
            (sure if exact else doubtful).append((score, one, two, features))
        for score, one, two, features in sure:
            self._decide(score, one, two, features)
        for likenesses in _ROUNDS:
            round_ = [found for found in doubtful if found[3][0] in likenesses]
            # two that were rivals may have turned out to be one
            while self._attach(round_):
                pass
        clusters = sorted((sorted(members) for root, members in self._members.items() if self._root(root) == root))
        best: dict[tuple[int, int], _Found] = {}
        for found in scored:
            _, one, two, _ = found
            pair = (min(self._root(one), self._root(two)), max(self._root(one), self._root(two)))
            if pair[0] != pair[1] and frozenset((one, two)) not in self._different and pair not in best:
                best[pair] = found
        near = [
            self._comparison(score, one, two, features)
            for score, one, two, features in best.values()
            if not self._judged_apart(one, two)
        ]
        return Clustering(
            tuple(tuple(self._profiles[number] for number in members) for members in clusters),
            tuple(self._joined),
            tuple(near),
        )

    # ------------------------------------------------------------------ pairs

    def _scored(self) -> Iterator[_Found]:
        """Pairs whose score is worth a suggestion: score, the two, features with that of the name first."""
        for one, two, like in self._candidates():
            score, features = self._score(one, two, like)
            tied = self._profiles[one].tied or self._profiles[two].tied or self._tied(features)
            if score >= self._identity.suggest_at and tied:
                yield score, one, two, features

    def _candidates(self) -> Iterator[tuple[int, int, Likeness | None]]:
        """Pairs of profiles with names that can be one person's, each once.

        Full names are compared if they share a part of the surname and the beginning of the first name, or the first
        name and the beginning of the surname; initials and surnames, with all of that surname that have a body or a
        place in common with them.
        """
        by_name: dict[str, list[int]] = defaultdict(list)
        named: dict[tuple[str, str], list[int]] = defaultdict(list)
        slips: dict[tuple[str, str], list[int]] = defaultdict(list)
        bare: dict[str, list[int]] = defaultdict(list)
        everybody: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self._profiles):
            by_name[one.name].append(number)
            own = [person_name(form) for form in (one.name, *sorted(one.others))]
            for part in {part for form in own for part in form.surnames}:
                everybody[part].append(number)
                if not person_name(one.name).full:
                    bare[part].append(number)
            for form in own:
                for part in form.surnames if form.full else ():
                    named[part, form.given[0][:_BEGINNING]].append(number)
                if form.full:
                    slips[form.given[0], form.surnames[0][:_BEGINNING]].append(number)
        seen: set[tuple[int, int]] = set()
        groups = [*sorted(named.items()), *sorted(slips.items())]
        pairs = chain(
            (pair for _, numbers in groups for pair in combinations(dict.fromkeys(numbers), 2)),
            (pair for part, some in sorted(bare.items()) for pair in self._met(some, everybody[part])),
        )
        for one_, two_ in pairs:
            pair = (min(one_, two_), max(one_, two_))
            left, right = self._profiles[one_].name, self._profiles[two_].name
            if left == right or pair in seen:
                continue
            like = likeness(left, right)
            if like is not None or self._both_named(*pair):
                seen.add(pair)
                yield *pair, like
        for name, numbers in sorted(by_name.items()):
            like = likeness(name, name)
            if not person_name(name).full:
                yield from ((min(pair), max(pair), like) for pair in self._met(numbers, numbers))
                continue
            tied = [number for number in numbers if self._profiles[number].tied]
            loose = [number for number in numbers if not self._profiles[number].tied]
            few = loose if len(loose) <= _MOST_LOOSE else []
            for first, other in (*combinations(tied, 2), *product(tied, loose), *combinations(few, 2)):
                yield min(first, other), max(first, other), like

    def _met(self, some: Iterable[int], others: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Pairs that have a body or a place in common, each once."""
        ties = {number: self._ties_of(number) for number in dict.fromkeys((*some, *others))}
        bare = frozenset(some)
        for one in bare:
            for two in others:
                if (one < two or two not in bare) and not ties[one].isdisjoint(ties[two]):
                    yield one, two

    def _ties_of(self, number: int) -> frozenset[str]:
        one = self._profiles[number]
        return frozenset((*one.bodies, *one.places, *one.around))

    def _both_named(self, one: int, two: int) -> bool:
        """Whether an article of one gives the name of the other too."""
        left, right = self._profiles[one], self._profiles[two]
        return right.name in left.others or left.name in right.others

    def _score(self, one: int, two: int, like: Likeness | None) -> tuple[float, tuple[str, ...]]:
        left, right = self._profiles[one], self._profiles[two]
        features = [like.value] if like is not None else []
        if self._both_named(one, two):
            features.append("other-name-known")
        rare = not self._common(left.name) and not self._common(right.name)
        if rare:
            features.append("rare-name")
        ties = _ties(left, right)
        if not ties and like in _SURE and _years_between(left, right) <= _NEAR_YEARS:
            ties = _loose_ties(left, right, rare=rare)
        features += ties
        if _same_time(left, right):
            features.append("same-time")
        if left.places and right.places and not left.places & right.places:
            features.append("other-place")
        if _two_places_at_once(left, right):
            features.append("two-full-time-offices")
        return round(sum(self._weights.get(name, 0.0) for name in features), 4), tuple(features)

    def _common(self, name: str) -> bool:
        return any(part in self._identity.folded_common for part in person_name(name).surnames)

    def _comparison(self, score: float, one: int, two: int, features: tuple[str, ...]) -> Comparison:
        first, second = sorted((self._profiles[one], self._profiles[two]), key=lambda each: (each.first, each.name))
        return Comparison(first, second, features, score)

    # ------------------------------------------------------------------ joining

    def _decide(self, score: float, one: int, two: int, features: tuple[str, ...]) -> bool:
        """Join two if enough speaks for it; whether they were two before and now are one."""
        if score < self._identity.join_at or not self._tied(features) or not self._may_join(one, two):
            return False
        new = self._root(one) != self._root(two)
        self._join(one, two)
        self._joined.append(self._comparison(score, one, two, features))
        return new

    def _tied(self, features: Iterable[str]) -> bool:
        return any(name in self._identity.ties for name in features)

    def _attach(self, doubtful: Sequence[_Found]) -> bool:
        """Join what has a name that fits several, or nothing but a name, with the one that is clearly ahead.

        Returns:
            Whether any two were joined.
        """
        rivals: dict[int, dict[int, _Found]] = defaultdict(dict)
        for found in doubtful:
            _, one, two, features = found
            if features[0] == Likeness.CLOSE or self._root(one) == self._root(two) or not self._may_join(one, two):
                continue
            weak, strong = sorted((one, two), key=self._strength)
            known = rivals[self._root(weak)].get(self._root(strong))
            if known is None or known[0] < found[0]:
                rivals[self._root(weak)][self._root(strong)] = found
        chosen = []
        for candidates in rivals.values():
            lonely = len({self._place_of(found) for found in candidates.values()}) == len(candidates)
            ranked = sorted(
                (
                    (
                        score + (self._weights.get("only-candidate", 0.0) if lonely and self._tied(features) else 0.0),
                        one,
                        two,
                        (*features, "only-candidate") if lonely and self._tied(features) else features,
                    )
                    for score, one, two, features in candidates.values()
                ),
                key=lambda found: (-found[0], found[1], found[2]),
            )
            if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= self._identity.margin:
                chosen.append(ranked[0])
        joined = False
        for score, one, two, features in sorted(chosen, key=lambda found: (-found[0], found[1], found[2])):
            joined |= self._decide(score, one, two, features)
        return joined

    def _place_of(self, found: _Found) -> tuple[str, ...]:
        """Where the two of a pair meet; pairs that meet in one place are rivals there."""
        _, one, two, _ = found
        left, right = self._profiles[one], self._profiles[two]
        return tuple(sorted((left.places | left.around) & (right.places | right.around)))

    def _strength(self, number: int) -> tuple[bool, int, bool, int, int]:
        one = self._profiles[number]
        name = person_name(one.name)
        return (name.full, sum(len(part) > 1 for part in name.given), one.tied, len(name.surnames), -number)

    def _may_join(self, one: int, two: int) -> bool:
        """Whether nothing that is known of the two persons forbids it."""
        pairs = product(self._members[self._root(one)], self._members[self._root(two)])
        return all(self._compatible(left, right) for left, right in pairs)

    def _compatible(self, one: int, two: int) -> bool:
        left, right = self._profiles[one], self._profiles[two]
        like = self._likeness(one, two)
        if like is None or like is Likeness.CLOSE:
            return False
        if frozenset((one, two)) in self._different or _two_places_at_once(left, right):
            return False
        # one article that names two calls them by two names, or has told apart two of one name
        together = {article for article, _ in left.anchors} & {article for article, _ in right.anchors}
        return not together or (like in _SURE and left.name != right.name)

    def _likeness(self, one: int, two: int) -> Likeness | None:
        """How two can be called, by any name that is known of each."""
        found = likeness(self._profiles[one].name, self._profiles[two].name)
        if found not in (None, Likeness.CLOSE):
            return found
        forms = product(self._forms(one), self._forms(two))
        return next((like for pair in forms if (like := likeness(*pair)) not in (None, Likeness.CLOSE)), found)

    def _forms(self, number: int) -> list[str]:
        """Names that articles give a person beside this one, the one before a marriage among them."""
        own = self._profiles[number]
        members = (self._profiles[other] for other in self._members[self._root(number)])
        linked = {one.name for one in members if own.name in one.others} | own.others
        return [own.name, *sorted(linked)]

    def _judged_apart(self, one: int, two: int) -> bool:
        pairs = product(self._members[self._root(one)], self._members[self._root(two)])
        return any(frozenset(pair) in self._different for pair in pairs)

    def _join(self, one: int, two: int) -> None:
        left, right = sorted((self._root(one), self._root(two)))
        if left != right:
            self._parent[right] = left
            self._members[left] += self._members.pop(right)

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number


def _numbers(pairs: Iterable[tuple[Anchor, Anchor]], places: Mapping[Anchor, int]) -> list[tuple[int, int]]:
    found = ((places.get(one), places.get(two)) for one, two in pairs)
    return sorted((one, two) for one, two in found if one is not None and two is not None and one != two)


def _ties(left: Profile, right: Profile) -> list[str]:
    """What two have in common beyond the name; of two that imply one another only the stronger."""
    found = []
    if left.offices & right.offices:
        found.append("same-office")
    else:
        if left.bodies & right.bodies - left.places - right.places:
            found.append("same-body")
        if left.roles & right.roles:
            found.append("same-role-and-land")
    if left.byline and right.byline:
        found.append("same-byline")
    if left.places & right.places:
        found.append("same-land")
    elif not found and not (left.bodies and right.bodies):
        shared = left.around & (right.bodies | right.places) | right.around & (left.bodies | left.places)
        if shared - left.places - right.places or len(left.around & right.around) > 1:
            found.append("same-surroundings")
        elif shared:
            found.append("same-region")
    return found


def _loose_ties(left: Profile, right: Profile, *, rare: bool) -> list[str]:
    """What may tie two of one full name where offices, bodies and places do not."""
    if not (left.bodies and right.bodies) and (left.named & right.bodies or right.named & left.bodies):
        return ["same-surroundings"]
    if rare and left.company & right.company:
        return ["same-company"]
    loose = [one for one in (left, right) if not one.tied]
    if rare and len(loose) == 1 and not (loose[0].around or loose[0].named):
        # an article that tells nothing of a person, and of no body or place that could be another's
        return ["nothing-against"]
    return []


def _years_between(left: Profile, right: Profile) -> int:
    """Years between the articles of the two; none where one has no date."""
    if not (left.last and right.last):
        return 0
    first, last = max(left.first[0], right.first[0]), min(left.last, right.last)
    return max(0, int(first[:4]) - int(last[:4]))


def _same_time(left: Profile, right: Profile) -> bool:
    """Whether the two are seen in one office, at one time or within each other's."""
    return any(
        max(left.service[office][0], right.service[office][0]) <= min(left.service[office][1], right.service[office][1])
        for office in left.service.keys() & right.service.keys()
    )


def _two_places_at_once(left: Profile, right: Profile) -> bool:
    """Whether the two hold full-time offices in two places in a time that they share."""
    if left.homes.keys() & right.homes.keys():
        return False
    return any(
        max(first, begin) - min(last, end) <= _CLOSE_DAYS
        for first, last in left.homes.values()
        for begin, end in right.homes.values()
    )
