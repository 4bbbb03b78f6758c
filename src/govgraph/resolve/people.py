"""What articles say of people, gathered so that two of them can be compared.

A profile is what can be known to be one person without weighing: all that one article says of one, and what other
articles say of somebody of the same full name in the same office.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TypeVar

from govgraph.model import ArticleRecord, Entity, EntityType, Modality, Office, Predicate, Status, own_name, slug
from govgraph.resolve.names import person_name

Anchor = tuple[str, str]
"""IRI of an article and the IRI that its reading gave to somebody: one person in one article."""

_WIDE = frozenset({"bund", "europaeische-union"})
_TIES = frozenset({Predicate.MEMBER_OF, Predicate.CHAIRS, Predicate.REPRESENTS, Predicate.PART_OF})
_PLACES = frozenset({EntityType.JURISDICTION, EntityType.MUNICIPALITY})
_HELD = frozenset({Status.CURRENT, Status.NEW, Status.ACTING})
_COMING = frozenset({Status.CURRENT, Status.NEW, Status.DESIGNATED})
_MOST_COMPANY = 12
"""People of an article who are company for one another; more are a list."""


@dataclass(slots=True)
class Profile:
    """What is known of one person.

    Attributes:
        name: Name that all its appearances have.
        anchors: Where the person appears.
        offices: Pairs of role and body.
        bodies: Bodies in which the person has an office, but for ministries of a Land that is not told.
        places: Länder and municipalities of these bodies, and of the person, the Bund included.
        roles: Pairs of role and place.
        around: Bodies, Länder and municipalities that its articles name, but for those that all name; and bodies that
            the person belongs to, chairs or stands for.
        named: Bodies of no Land or town that its articles name.
        company: Full names of all people of these articles.
        service: Role and body → first and last day (as ordinals) on which the person is known to hold that office.
        homes: Place → the same for full-time offices there.
        others: Other full names that its articles give the person.
        byline: Whether the person is named as an author.
        first: Date and IRI of the first article.
        last: Date of the last article that has one.
    """

    name: str
    anchors: list[Anchor] = field(default_factory=list)
    offices: set[tuple[str, str]] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    roles: set[tuple[str, str]] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    service: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    homes: dict[str, tuple[int, int]] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    byline: bool = False
    first: tuple[str, str] = ("9999", "")
    last: str = ""

    @property
    def tied(self) -> bool:
        """Whether anything but the name is known of the person."""
        return bool(self.bodies or self.places)

    def absorb(self, other: Profile) -> None:
        """Take in what is known of the same person."""
        self.anchors += other.anchors
        self.offices |= other.offices
        self.bodies |= other.bodies
        self.places |= other.places
        self.roles |= other.roles
        self.around |= other.around
        self.named |= other.named
        self.company |= other.company
        self.others |= other.others
        self.byline |= other.byline
        self.first = min(self.first, other.first)
        self.last = max(self.last, other.last)
        for office, days in other.service.items():
            _widen(self.service, office, days)
        for place, days in other.homes.items():
            _widen(self.homes, place, days)

    def rename(self, bodies: Mapping[str, str]) -> None:
        """Give bodies the IRIs that they have in other articles."""
        if not bodies.keys() & (self.bodies | self.around | self.named):
            return
        self.offices = {(role, bodies.get(body, body)) for role, body in self.offices}
        self.roles = {(role, bodies.get(place, place)) for role, place in self.roles}
        self.bodies, self.around, self.named = (
            {bodies.get(body, body) for body in some} for some in (self.bodies, self.around, self.named)
        )
        service, homes, self.service, self.homes = self.service, self.homes, {}, {}
        for (role, body), days in service.items():
            _widen(self.service, (role, bodies.get(body, body)), days)
        for place, days in homes.items():
            _widen(self.homes, bodies.get(place, place), days)


class Gatherer:
    """Gathers profiles article by article; what comes out hangs on the set of articles alone.

    Args:
        full_time: IRIs of roles that nobody holds in two places at one time.
        apart: Appearances that somebody has judged to be another's than they seem; each gets a profile of its own.
    """

    def __init__(self, full_time: Collection[str], apart: Collection[Anchor] = ()) -> None:
        self._full_time = full_time
        self._apart = frozenset(apart)
        self._profiles: list[Profile] = []
        self._groups: dict[tuple[str, ...], int] = {}
        self._parent: list[int] = []

    def add(self, one: ArticleRecord) -> None:
        """Take in what an article says of its people."""
        people = [entity for entity in one.entities if entity.type is EntityType.PERSON]
        if not people:
            return
        places = _places(one)
        unplaced = _unplaced_ministries(one)
        held: dict[str, list[Office]] = defaultdict(list)
        for office in one.offices:
            held[office.person].append(office)
        bodies: dict[str, set[str]] = defaultdict(set)
        handed: dict[str, list[Office]] = defaultdict(list)
        for fact in one.facts:
            if fact.predicate in _TIES:
                bodies[fact.subject].add(fact.object)
            elif fact.predicate is Predicate.SUCCEEDS:
                # whoever is succeeded in an office had it, though the article need not say so
                handed[fact.object] += [office for office in held.get(fact.subject, ()) if office.status in _COMING]
        around, named = _around(one), _named(one)
        company = {each.name for each in people if person_name(each.name).full}
        company = company if len(people) <= _MOST_COMPANY else set()
        wholes = _wholes(one)
        for entity in people:
            former = (replace(office, status=Status.FORMER, since=None, until=None) for office in handed[entity.id])
            profile = self._profile(one, entity, (*held.get(entity.id, ()), *former), places)
            # „das Innenministerium von Anna Weber“ of a Land not named says no more than no office
            profile.bodies -= unplaced
            profile.bodies |= {wholes[body] for body in profile.bodies & wholes.keys()}
            profile.byline = entity.name in one.article.authors
            profile.around = around | bodies[entity.id]
            profile.named, profile.company = set(named), company - {entity.name}
            self._group(profile, self._keys(profile))

    def profiles(self, bodies: Mapping[str, str] | None = None) -> list[Profile]:
        """All profiles, in the order of their first articles and names.

        Args:
            bodies: IRI of a body → the IRI of the body of another article that it is.
        """
        joined: dict[int, Profile] = {}
        for number, profile in enumerate(self._profiles):
            root = self._root(number)
            if root in joined:
                joined[root].absorb(profile)
            else:
                joined[root] = Profile(profile.name)
                joined[root].absorb(profile)
        for profile in joined.values():
            profile.anchors.sort()
            profile.rename(bodies or {})
        return sorted(joined.values(), key=lambda one: (one.first, one.name, one.anchors))

    def _profile(
        self,
        one: ArticleRecord,
        entity: Entity,
        offices: Iterable[Office],
        places: Mapping[str, str],
    ) -> Profile:
        article = one.article
        profile = Profile(entity.name, anchors=[(article.id, entity.id)])
        profile.first = (article.date or "9999", article.id)
        profile.last = article.date or ""
        profile.others = {other for alias in entity.aliases if (other := _other_name(alias, entity.name))}
        if entity.jurisdiction:
            profile.places.add(entity.jurisdiction)
        for office in offices:
            role = office.role_id or slug(office.role)
            if office.organisation is None:
                continue
            profile.offices.add((role, office.organisation))
            profile.bodies.add(office.organisation)
            place = places.get(office.organisation, office.organisation)
            profile.roles.add((role, place))
            days = _days(office, article.date)
            if days is not None:
                _widen(profile.service, (role, office.organisation), days)
                if role in self._full_time:
                    _widen(profile.homes, place, days)
        profile.places.update(places[body] for body in profile.bodies if body in places)
        return profile

    def _keys(self, profile: Profile) -> list[tuple[str, ...]]:
        (anchor,) = profile.anchors
        if anchor in self._apart or not person_name(profile.name).given or _in_two_places(profile):
            return [("article", *anchor)]
        if profile.offices:
            return [("office", profile.name, role, body) for role, body in sorted(profile.offices)]
        if profile.tied:
            return [("ties", profile.name, *sorted(profile.bodies), "|", *sorted(profile.places))]
        return [("article", *anchor)]

    def _group(self, profile: Profile, keys: Iterable[tuple[str, ...]]) -> None:
        """Join with the profiles that share a key."""
        number: int | None = None
        for key in keys:
            known = self._groups.get(key)
            if known is None:
                continue
            root = self._root(known)
            if number is None:
                number = root
                self._profiles[root].absorb(profile)
            elif root != number:
                self._profiles[number].absorb(self._profiles[root])
                self._profiles[root] = Profile(profile.name)
                self._parent[root] = number
        if number is None:
            number = len(self._profiles)
            self._profiles.append(profile)
            self._parent.append(number)
        for key in keys:
            self._groups[key] = number

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number


def _in_two_places(profile: Profile) -> bool:
    """Whether one article has the same name in full-time offices of two places: two people that it did not tell apart.

    Joined by office, it would make one of all that other articles say of either.
    """
    spans = list(profile.homes.values())
    return any(max(one[0], two[0]) <= min(one[1], two[1]) for one, two in combinations(spans, 2))


_T = TypeVar("_T")


def _widen(spans: dict[_T, tuple[int, int]], key: _T, days: tuple[int, int]) -> None:
    known = spans.get(key, days)
    spans[key] = (min(known[0], days[0]), max(known[1], days[1]))


def _unplaced_ministries(one: ArticleRecord) -> set[str]:
    """Ministries of which nobody can tell the Land: no other article names the same."""
    own = slug(own_name("", one.article.date, one.article.title))
    return {e.id for e in one.entities if e.kind == "Ministry" and not e.jurisdiction and e.id.endswith(f"-{own}")}


def _places(one: ArticleRecord) -> dict[str, str]:
    """Body → the Land, Bund or municipality that it belongs to; itself if it is one."""
    places: dict[str, str] = {}
    for entity in one.entities:
        place = entity.id if entity.type in _PLACES else entity.jurisdiction
        if place:
            places[entity.id] = place
    # the department of a ministry belongs to its Land
    places |= {part: places[whole] for part, whole in _wholes(one).items() if part not in places and whole in places}
    return places


def _wholes(one: ArticleRecord) -> dict[str, str]:
    """Unit → the body that it is part of by what the article says."""
    bodies = {entity.id for entity in one.entities if entity.type is EntityType.ORGANISATION}
    return {
        fact.subject: fact.object
        for fact in one.facts
        if fact.predicate is Predicate.PART_OF
        and fact.modality is Modality.ASSERTED
        and fact.subject in bodies
        and fact.object in bodies
    }


def _around(one: ArticleRecord) -> set[str]:
    named = {
        entity.id
        for entity in one.entities
        if entity.type in _PLACES or (entity.type is EntityType.ORGANISATION and entity.jurisdiction)
    }
    return {iri for iri in named if iri.rpartition("/")[2] not in _WIDE}


def _named(one: ArticleRecord) -> set[str]:
    return {entity.id for entity in one.entities if entity.type is EntityType.ORGANISATION and not entity.jurisdiction}


def _other_name(alias: str, name: str) -> str | None:
    """Another full name that an alias gives, such as the one before a marriage; None for a form of this one."""
    one, two = person_name(alias), person_name(name)
    if not two.full or set(one.surnames) & set(two.surnames) or (one.given and one.given != two.given):
        return None
    return alias if one.given else f"{name.rpartition(' ')[0]} {alias}"


def _days(office: Office, date: str | None) -> tuple[int, int] | None:
    """First and last day on which an office is held by what an article says; None if it says none."""
    stated = [day for day in (_ordinal(office.since), _ordinal(office.until)) if day]
    seen = _ordinal(date) if office.status in _HELD else None
    # a stated begin may lie in the future of the article
    if seen and (office.since is None or stated[0] <= seen):
        stated.append(seen)
    return (min(stated), max(stated)) if stated else None


def _ordinal(date: str | None) -> int | None:
    if not date:
        return None
    try:
        return datetime.date.fromisoformat(date + "-01-01"[len(date) - 4 :]).toordinal()
    except ValueError:
        return None
