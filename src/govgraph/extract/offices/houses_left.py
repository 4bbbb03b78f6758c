"""The ministry of whoever has an office in one of a Land, where a clause tells it: „verlässt das Innenministerium“.

A title alone, such as „Staatssekretärin Anna Weber“, is one of the Land. The ministry is told by what she leaves, by
the post that she has there, or by „die dortige Staatssekretärin“.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.offices.lands import LANDS
from govgraph.extract.state import only_one
from govgraph.language.grammar import DETERMINERS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence

_HOUSE = "Ministry"
_THERE = frozenset({"dortige", "dortigen", "dortiger"})


class HousesLeft:
    """Finds such ministries.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
    """

    def __init__(self, knowledge: Knowledge, sentences: Sequence[Sentence]) -> None:
        self.k = knowledge
        self._leaving = knowledge.words("leaving-verbs")
        self._giving_up = knowledge.words("giving-up-verbs")
        self._posts = knowledge.words("whole-posts")
        self._before = {id(s): former for former, s in pairwise(sentences)}

    def offices(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those of a Land in the ministry that the sentence tells."""
        for o in offices:
            house = self._house(o) if self._may_have_house(o) else None
            yield o if house is None else replace(o, body=house, sure=True)

    def _may_have_house(self, office: OfficeDraft) -> bool:
        role = self.k.roles_by_iri.get(office.role.iri or "")
        guessed = not office.sure and (office.body is None or office.body.kind in LANDS)
        return guessed and role is not None and _HOUSE in role.bodies

    def _house(self, office: OfficeDraft) -> Draft | None:
        s, person = office.sentence, office.person
        houses = [a for a in s.arguments if a.draft is not None and a.draft.kind == _HOUSE and not a.adjective]
        told = only_one(a.draft for a in houses if self._is_left(s, a, person) or self._has_post(s, a, person))
        house = told or self._there(s, office)
        return house if house is not None and office.body in {None, house.jurisdiction} else None

    def _is_left(self, s: Sentence, house: Argument, person: Draft) -> bool:
        """„verlässt das Innenministerium“, „scheidet aus dem Innenministerium aus“: of the only person that does so."""
        if not 0 <= house.clause < len(s.clauses):
            return False
        lemmas = s.clauses[house.clause].verbs
        object_ = house.marker == "np" and house.head < 0 and "a" in house.cases and "verlassen" in lemmas
        away = house.marker == "aus" and house.head < 0 and bool(lemmas & (self._leaving | self._giving_up))
        if not (object_ or away):
            return False
        people = (a for a in s.arguments if a.clause == house.clause and a.type is EntityType.PERSON)
        return only_one(a.draft for a in people if a.nominative and a.head < 0) is person

    def _has_post(self, s: Sentence, house: Argument, person: Draft) -> bool:
        """„sein Amt im Innenministerium“: whose post it is by the word before it."""
        post = house.head >= 0 and self.k.lemma(s.text_at(house.head)) in self._posts
        if house.marker not in {"in", "gen"} or not post:
            return False
        return any(a.head == house.head and a.draft is person and a.reference for a in s.arguments)

    def _there(self, s: Sentence, office: OfficeDraft) -> Draft | None:
        """„Das Geld kommt vom Innenministerium. Die dortige Staatssekretärin, A, …“: the one body named before."""
        title = s.title(office.role)
        if title is None or s.low_at(title.first - 1) not in _THERE or s.low_at(title.first - 2) not in DETERMINERS:
            return None
        for here in (s, self._before.get(id(s))):
            named = [a for a in here.arguments if a.draft is not None and not a.adjective] if here is not None else []
            places = [a for a in named if a.draft is not None and (a.draft.kind == _HOUSE or a.draft.kind in LANDS)]
            places = [a for a in places if here is not s or a.first < title.first]
            houses = [a for a in places if a.draft is not None and a.draft.kind == _HOUSE]
            if places:
                return only_one(a.draft for a in houses)
        return None
