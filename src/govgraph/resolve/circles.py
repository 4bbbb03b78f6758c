"""Which groups that articles name alike are one: „Lenkungsgruppe Netze“ of one Land, in several articles.

Many bodies have a unit of one name, so the reading gives each article its own, told apart by its date. Two of them are
one if they have name and Land in common and somebody who sits there, or two members that are no persons.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

from govgraph.model import ArticleRecord, Entity, EntityType, Modality, Predicate, slug
from govgraph.resolve.people import Anchor

_SEATS = frozenset({Predicate.MEMBER_OF, Predicate.CHAIRS})
_SURE = frozenset({Modality.ASSERTED, Modality.ENDED})
_DATED = re.compile(r"-\d{4}(?:-\d{2}){0,2}")
_ENOUGH = 2
_MOST = 200
"""Groups of one name and Land that are compared; more is no name of one group."""


@dataclass(slots=True)
class _Circle:
    """What is known of one IRI.

    Attributes:
        keys: Pairs of name and Land that articles give it.
        first: Date and IRI of the first article.
        anchors: Where it appears.
        people: Who sits there, by appearance.
        others: What else is a member, by IRI.
    """

    keys: set[tuple[str, str]] = field(default_factory=set)
    first: tuple[str, str] = ("9999", "")
    anchors: list[Anchor] = field(default_factory=list)
    people: set[Anchor] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


class Circles:
    """Gathers groups article by article; what comes out hangs on the set of articles alone."""

    def __init__(self) -> None:
        self._found: dict[str, _Circle] = {}

    def add(self, one: ArticleRecord) -> None:
        """Take in the groups of an article."""
        here: dict[str, _Circle] = {}
        for entity in one.entities:
            if _of_one_article(entity):
                circle = here[entity.id] = self._found.setdefault(entity.id, _Circle())
                circle.keys.add((entity.name, entity.jurisdiction or ""))
                circle.first = min(circle.first, (one.article.date or "9999", one.article.id))
                circle.anchors.append((one.article.id, entity.id))
        if not here:
            return
        types = {entity.id: entity.type for entity in one.entities}
        seats = [(office.person, office.organisation) for office in one.offices if office.organisation]
        seats += [
            (fact.subject, fact.object) for fact in one.facts if fact.predicate in _SEATS and fact.modality in _SURE
        ]
        for member, body in seats:
            if body not in here:
                continue
            if types.get(member) is EntityType.PERSON:
                here[body].people.add((one.article.id, member))
            elif types.get(member) is not EntityType.JURISDICTION:
                here[body].others.add(member)

    def joined(self, people: Mapping[Anchor, str]) -> dict[Anchor, str]:
        """IRI of each group in each article, where it is that of another article.

        Args:
            people: IRI of each person in each article.
        """
        alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        for iri, circle in sorted(self._found.items(), key=lambda found: (found[1].first, found[0])):
            # one that articles of a day place in two Länder is two
            if len(circle.keys) == 1 and all(land for _, land in circle.keys):
                alike[next(iter(circle.keys))].append(iri)
        parent = {iri: iri for iris in alike.values() for iri in iris}

        def root(iri: str) -> str:
            while parent[iri] != iri:
                iri = parent[iri]
            return iri

        for iris in alike.values():
            for one, two in combinations(iris, 2) if len(iris) <= _MOST else ():
                if self._one(self._found[one], self._found[two], people):
                    # in the order of first articles, so that the earliest names it
                    first, second = sorted((root(one), root(two)), key=iris.index)
                    parent[second] = first
        return {anchor: root(iri) for iri in parent if root(iri) != iri for anchor in self._found[iri].anchors}

    @staticmethod
    def _one(one: _Circle, two: _Circle, people: Mapping[Anchor, str]) -> bool:
        first, second = ({people.get(anchor, anchor[1]) for anchor in circle.people} for circle in (one, two))
        return bool(first & second) or len(one.others & two.others) >= _ENOUGH


def _of_one_article(entity: Entity) -> bool:
    """Whether an IRI is that of a group of one article: its name, which is more than a noun, and a date."""
    if entity.type is not EntityType.ORGANISATION or " " not in entity.name:
        return False
    tail, name = entity.id.rpartition("/")[2], slug(entity.name)
    return tail.startswith(name) and _DATED.fullmatch(tail[len(name) :]) is not None
