"""Länder and the federation in the chair of a board: a turn of one is none of people who are from another.

The chair of the IT-Planungsrat lies with a Land for a year, and one of its people sits there. An article of a later
year by which another Land has the chair says that the time of that person is over, though it names nobody.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govgraph.model import ArticleRecord, EntityType, Fact, Modality, Predicate
from govgraph.model.days import span

CHAIR = "vorsitzender"
"""Slug of the role of whoever sits in the chair."""
_GOVERNING = frozenset({"Federation", "State"})
_SHARED = frozenset({"Commission", "Committee"})
"""Kinds of bodies that people of several Länder sit in: a seat there does not tell where somebody is from."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An article says that a Land or the federation has the chair of a body.

    Attributes:
        article: IRI of the article.
        day: Its day.
        land: IRI of the Land or federation.
        fact: What it says.
    """

    article: str
    day: datetime.date
    land: str
    fact: Fact


class Turns:
    """What articles say of the chairs of Länder, and of where people are from by their offices.

    Args:
        articles: Resolved articles, in any order; each once.
    """

    def __init__(self, articles: Iterable[ArticleRecord]) -> None:
        self._turns: dict[str, list[Turn]] = defaultdict(list)
        self._homes: dict[str, set[str]] = defaultdict(set)
        for one in articles:
            entities = {entity.id: entity for entity in one.entities}
            days = span(one.article.date)
            for fact in one.facts:
                asserted = fact.predicate is Predicate.CHAIRS and fact.modality is Modality.ASSERTED
                known = days is not None and days.first == days.last
                if asserted and known and days and entities[fact.subject].kind in _GOVERNING:
                    self._turns[fact.object].append(Turn(one.article.id, days.first, fact.subject, fact))
            for office in one.offices:
                body = entities.get(office.organisation or "")
                if body is None or body.kind in _SHARED:
                    continue
                home = body.id if body.type is EntityType.JURISDICTION else body.jurisdiction
                if home is not None:
                    self._homes[office.person].add(home)

    def of_others(self, person: str, body: str) -> Sequence[Turn]:
        """Turns in the chair of a body that are of Länder which the person is not from, by day.

        There are none where nothing tells where the person is from.
        """
        homes = self._homes.get(person)
        turns = [one for one in self._turns.get(body, ()) if one.land not in homes] if homes else []
        return sorted(turns, key=lambda one: (one.day, one.article, str(one.fact)))
