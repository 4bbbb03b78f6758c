"""Which groups and units that articles name alike are one: „Lenkungsgruppe Netze“ of one Land, in several articles.

Many bodies have a unit of one name, so the reading gives each article its own, told apart by date and title, unless it
says what the unit is part of. Two of one name are one if

- they have the Land in common, and somebody who sits there, or two members that are no persons;
- whoever leads the one, or led it before, is named by an article about the other; groups may be told of in articles
  about several Länder, departments may not;
- one article names both, the one by an abbreviation;
- one is part of a body that the article about the other names too, in the same Land.

Parts of two bodies are two. What is left of one name is a suggestion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from govgraph.model import OWN, ArticleRecord, Entity, EntityType, Modality, Predicate, slug
from govgraph.resolve.names import person_name
from govgraph.resolve.people import Anchor
from govgraph.vocabulary.identity import Identity

_SEATS = frozenset({Predicate.MEMBER_OF, Predicate.CHAIRS})
_SURE = frozenset({Modality.ASSERTED, Modality.ENDED})
_ENOUGH = 2
_MOST = 200
"""Groups of one name that are compared; more is no name of one group."""
_MOST_PEOPLE = 12
"""People of an article that names a group who may have to do with it; more are a list."""
_MOST_SUGGESTED = 5
"""Groups of one name that are suggested; more is a name that many have."""


@dataclass(slots=True)
class Circle:
    """What is known of one IRI.

    Attributes:
        name: Its name, with abbreviations of kinds of groups spelt out.
        spelt: A name that articles give it.
        lands: Länder that articles give it; empty where one gives none.
        towns: Municipalities that its articles name.
        first: Date and IRI of the first article.
        anchors: Where it appears.
        people: Who sits there, by appearance.
        others: What else is a member, by IRI.
        seated: Full names of those who sit there, or whom one of them follows.
        named: Full names in its articles.
        wholes: What it is part of.
        around: Bodies that its articles name.
        dated: Whether it is told apart by date and title of its article alone.
    """

    name: str
    spelt: str
    dated: bool
    lands: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    first: tuple[str, str] = ("9999", "")
    anchors: list[Anchor] = field(default_factory=list)
    people: set[Anchor] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    seated: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)


class Circles:
    """Gathers groups article by article; what comes out hangs on the set of articles alone.

    Args:
        identity: Kinds of groups and their abbreviations.
        apart: Pairs of IRIs that somebody has judged to be two.
    """

    def __init__(self, identity: Identity, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._identity = identity
        self._apart = tuple(apart)
        self._found: dict[str, Circle] = {}

    def __getitem__(self, iri: str) -> Circle:
        return self._found[iri]

    def add(self, one: ArticleRecord) -> None:
        """Take in the groups of an article."""
        here: dict[str, Circle] = {}
        for entity in one.entities:
            told_apart = self._told_apart(entity)
            if told_apart is not None:
                name = self._spelt_out(entity.name)
                circle = self._found.setdefault(entity.id, Circle(name, entity.name, told_apart == "date"))
                here[entity.id] = circle
                circle.lands.add(entity.jurisdiction or "")
                circle.first = min(circle.first, (one.article.date or "9999", one.article.id))
                circle.anchors.append((one.article.id, entity.id))
        if not here:
            return
        entities = {entity.id: entity for entity in one.entities}
        people = {iri: each.name for iri, each in entities.items() if each.type is EntityType.PERSON}
        bodies = {iri for iri, each in entities.items() if each.type is EntityType.ORGANISATION}
        towns = {iri for iri, each in entities.items() if each.type is EntityType.MUNICIPALITY}
        full = {iri: name for iri, name in people.items() if person_name(name).full and len(people) <= _MOST_PEOPLE}
        for circle in here.values():
            circle.towns |= towns
            circle.named.update(full.values())
            circle.around |= bodies - here.keys()
        seats = [(office.person, office.organisation) for office in one.offices if office.organisation]
        seats += [
            (fact.subject, fact.object) for fact in one.facts if fact.predicate in _SEATS and fact.modality in _SURE
        ]
        followed: dict[str, list[str]] = defaultdict(list)
        for fact in one.facts:
            if fact.predicate is Predicate.SUCCEEDS:
                followed[fact.subject].append(fact.object)
            elif fact.predicate is Predicate.PART_OF and fact.subject in here and fact.object in bodies:
                here[fact.subject].wholes.add(fact.object)
        for member, body in seats:
            if body not in here:
                continue
            if member in people:
                here[body].people.add((one.article.id, member))
                here[body].seated.update(full[each] for each in (member, *followed[member]) if each in full)
            elif member in entities and entities[member].type is not EntityType.JURISDICTION:
                here[body].others.add(member)

    def joined(self, people: Mapping[Anchor, str] | None = None) -> dict[str, str]:
        """IRI of each group that is that of another article → the IRI that both have.

        Args:
            people: IRI of each person in each article; None while nobody knows who is who.
        """
        order = {iri: place for place, iri in enumerate(sorted(self._found, key=self._order))}
        parent = {iri: iri for iri in self._found}
        wholes = {iri: set(circle.wholes) for iri, circle in self._found.items()}

        def root(iri: str) -> str:
            while parent[iri] != iri:
                iri = parent[iri]
            return iri

        def kept_apart(first: str, second: str) -> bool:
            if wholes[first] and wholes[second] and wholes[first].isdisjoint(wholes[second]):
                return True
            pairs = ((root(one), root(two)) for one, two in self._apart if one in parent and two in parent)
            return any({first, second} == {*pair} for pair in pairs)

        for one, two in self._pairs(order, people or {}):
            first, second = sorted((root(one), root(two)), key=order.__getitem__)
            if first != second and not kept_apart(first, second):
                parent[second] = first
                wholes[first] |= wholes[second]
        return {iri: root(iri) for iri in parent if root(iri) != iri}

    def landless(self, joined: Mapping[str, str]) -> frozenset[str]:
        """Groups of no one Land, as articles about several name them.

        Args:
            joined: What `joined` has found.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for iri, other in joined.items():
            found[other] |= self._found[iri].lands | self._found[other].lands
        return frozenset(iri for iri, lands in found.items() if len(lands - {""}) > 1)

    def likely(self, joined: Mapping[str, str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Pairs of groups of one name that may be one, the earlier first, with what speaks for it.

        Args:
            joined: What `joined` has found.
        """
        members: dict[str, list[Circle]] = defaultdict(list)
        for iri, circle in sorted(self._found.items(), key=lambda found: self._order(found[0])):
            members[joined.get(iri, iri)].append(circle)
        alike: dict[str, list[str]] = defaultdict(list)
        for iri, circles in members.items():
            for name in sorted({one.name for one in circles}):
                alike[name].append(iri)
        judged = {frozenset(joined.get(iri, iri) for iri in pair) for pair in self._apart}
        for name, iris in sorted(alike.items()):
            for one, two in combinations(iris, 2) if len(iris) <= _MOST_SUGGESTED else ():
                wholes = [{whole for each in members[iri] for whole in each.wholes} for iri in (one, two)]
                lands = [{land for each in members[iri] for land in each.lands} for iri in (one, two)]
                towns = [{town for each in members[iri] for town in each.towns} for iri in (one, two)]
                if frozenset((one, two)) in judged or (all(wholes) and wholes[0].isdisjoint(wholes[1])):
                    continue
                land, group = bool((lands[0] & lands[1]) - {""}), self._is_group(name)
                town, elsewhere = bool(towns[0] & towns[1]), all(towns) and towns[0].isdisjoint(towns[1])
                if group or town or (not elsewhere and (land or "" in lands[0] | lands[1])):
                    # the units of two towns of one Land are two
                    tie = "same-municipality" if town else "same-land" if land and not elsewhere else ""
                    yield one, two, ("same-unit-name", tie) if tie else ("same-unit-name",)

    # ------------------------------------------------------------------

    def _pairs(self, order: Mapping[str, int], people: Mapping[Anchor, str]) -> Iterator[tuple[str, str]]:
        """Pairs of groups that are one, as far as what they are part of does not keep them apart."""
        alike: dict[str, list[str]] = defaultdict(list)
        for iri in order:
            alike[self._found[iri].name].append(iri)
        for name, iris in alike.items():
            if len(iris) == 1:
                continue
            yield from self._of_one_article(iris)
            yield from self._with_one_head(iris, anywhere=self._is_group(name))
            yield from self._of_one_land(iris, people)
            yield from self._of_one_whole(iris)

    def _of_one_article(self, iris: Iterable[str]) -> Iterator[tuple[str, str]]:
        seen: dict[str, str] = {}
        for iri in iris:
            for article, _ in self._found[iri].anchors:
                if article in seen:
                    yield seen[article], iri
                else:
                    seen[article] = iri

    def _with_one_head(self, iris: Iterable[str], *, anywhere: bool) -> Iterator[tuple[str, str]]:
        seated: dict[str, list[str]] = defaultdict(list)
        named: dict[str, list[str]] = defaultdict(list)
        for iri in iris:
            for name in self._found[iri].seated:
                seated[name].append(iri)
            for name in self._found[iri].named:
                named[name].append(iri)
        for name in sorted(seated):
            if len(named[name]) <= _MOST:
                pairs = ((one, two) for one, two in product(seated[name], named[name]) if one != two)
                yield from ((one, two) for one, two in pairs if anywhere or self._one_land(one, two))

    def _of_one_land(self, iris: Iterable[str], people: Mapping[Anchor, str]) -> Iterator[tuple[str, str]]:
        by_land: dict[str, list[str]] = defaultdict(list)
        for iri in iris:
            # one that articles of a day place in two Länder is two
            lands = self._found[iri].lands
            if len(lands) == 1 and "" not in lands and self._found[iri].dated:
                by_land[next(iter(lands))].append(iri)
        for some in by_land.values():
            for one, two in combinations(some, 2) if len(some) <= _MOST else ():
                if self._one_circle(self._found[one], self._found[two], people):
                    yield one, two

    def _of_one_whole(self, iris: Collection[str]) -> Iterator[tuple[str, str]]:
        for iri in iris:
            one = self._found[iri]
            if one.wholes or not one.dated:
                continue
            fitting = [other for other in iris if self._found[other].wholes & one.around and self._one_land(iri, other)]
            if len(fitting) == 1:
                yield fitting[0], iri

    def _one_land(self, one: str, two: str) -> bool:
        first, second = self._found[one].lands, self._found[two].lands
        return first == second and len(first) == 1 and "" not in first

    @staticmethod
    def _one_circle(one: Circle, two: Circle, people: Mapping[Anchor, str]) -> bool:
        first, second = ({people[anchor] for anchor in circle.people if anchor in people} for circle in (one, two))
        return bool(first & second) or len(one.others & two.others) >= _ENOUGH

    def _order(self, iri: str) -> tuple[bool, bool, tuple[str, str], str]:
        """What its IRI places best names it; of those that a date tells apart the earliest."""
        circle = self._found[iri]
        return (circle.dated, circle.spelt != circle.name, circle.first, iri)

    def _is_group(self, name: str) -> bool:
        return name.split(" ", 1)[0].lower().endswith(self._identity.groups)

    def _spelt_out(self, name: str) -> str:
        head, _, own = name.partition(" ")
        return f"{self._identity.abbreviations.get(head, head)} {own}"

    def _told_apart(self, entity: Entity) -> str | None:
        """By what an IRI tells a group from others of its name, which is more than a noun; None for other things."""
        if entity.type is not EntityType.ORGANISATION or " " not in entity.name:
            return None
        tail, name = entity.id.rpartition("/")[2], slug(entity.name)
        if not tail.startswith(name):
            return None
        rest = tail[len(name) :]
        if OWN.fullmatch(rest):
            return "date"
        if not rest:
            return "name" if entity.name.partition(" ")[0] in self._identity.abbreviations else None
        return "body" if rest.startswith("-") else None
