"""„Die Behörde leitete sie bis Mai“: what a noun means for somebody of whose office an article has told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, only_one
from govgraph.language.grammar import COPULA_LEMMAS, PREPOSITIONS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence

_HEADING = frozenset({"anführen", "führen", "leiten", "lenken", "managen", "vorstehen"})
"""Lemmas of verbs for what the head of a body does to it."""
_OBJECT = frozenset({"np"})
_TO = frozenset({"in", "nach", "zu"})
_STEPS = 2
"""Most tokens from a name to the noun for a colleague that stands before it, and to the town of that one."""


class KnownBodies:
    """Remembers in which bodies people are, as an article tells.

    Args:
        knowledge: Compiled vocabulary.
        offices: Offices read beside names.
    """

    def __init__(self, knowledge: Knowledge, offices: Iterable[OfficeDraft]) -> None:
        self._colleagues = knowledge.words("counterpart-nouns")
        self._moving = knowledge.words("moving-verbs")
        self._beside: dict[int, list[OfficeDraft]] = {}
        for office in offices:
            if office.body is not None and office.sure and office.status is not Status.FORMER:
                self._beside.setdefault(id(office.sentence), []).append(office)
        self._bodies: dict[int, list[Draft]] = {}

    def begin(self, s: Sentence) -> None:
        """Take in what stands beside the names of a sentence, before its nouns are read."""
        for office in self._beside.get(id(s), ()):
            if office.body is not None:
                self._keep(office.person, office.body)
        for a in s.arguments:
            if a.draft is not None and a.type is EntityType.PERSON and not a.reference:
                for body in self._of_colleague(s, a):
                    self._keep(a.draft, body)

    def end(self, s: Sentence) -> None:
        """Take in what the clauses of a sentence say: „Präsident des BSI ist Jens Ott“, „Ina Rost leitet die HZD“.

        „Ina Rost wechselt zur HZD“ tells of where she will be.
        """
        for number, clause in enumerate(s.clauses):
            lemmas = clause.verbs
            being = lemmas <= COPULA_LEMMAS
            moving = not self._moving.isdisjoint(lemmas)
            person = _subject(s, number) if being or moving or not _HEADING.isdisjoint(lemmas) else None
            if person is None or person.draft is None:
                continue
            here = [a for a in s.arguments if s.clause_of[a.first] == number]
            if being:
                roles = [a.role for a in here if a.role is not None and a.role.status is not Status.FORMER]
                body = only_one(role.bodies[0] for role in roles if role.bodies)
            else:
                markers = _TO if moving else _OBJECT
                bodies = (a for a in here if a.type in BODY_TYPES and a.head < 0 and not a.adjective)
                body = only_one(a.draft for a in bodies if a.marker in markers)
            if body is not None:
                self._keep(person.draft, body)

    def meant(self, s: Sentence, at: int, i: int) -> list[Draft]:
        """The bodies of whoever heads, by a title or a verb, what a noun stands for; the last one told stands last.

        Args:
            s: The sentence.
            at: Token of its article.
            i: Token of the noun.
        """
        title = s.taken.get(at - 1)
        if title is not None and title.role is not None and title.last == at:
            person = title.role.holders[-1] if title.role.holders else self._holder(s, title)
        elif self._is_headed(s, at, i):
            holder = _subject(s, s.clause_of[i])
            person = None if holder is None else holder.draft
        else:
            return []
        return [] if person is None else self._bodies.get(id(person), [])

    @staticmethod
    def _is_headed(s: Sentence, at: int, i: int) -> bool:
        """Whether the verb of a clause says that somebody heads what a noun stands for."""
        clause = s.clauses[s.clause_of[i]] if s.clauses else None
        headed = clause is not None and not _HEADING.isdisjoint(clause.verbs)
        return headed and s.low_at(at) not in PREPOSITIONS and s.low_at(at - 1) not in PREPOSITIONS

    @staticmethod
    def _holder(s: Sentence, title: Argument) -> Draft | None:
        """Who a title is said of: the person right before its comma, or the subject of its clause."""
        people = [a for a in s.arguments if a.type is EntityType.PERSON]
        before = max((a for a in people if a.last <= title.first), key=lambda a: a.first, default=None)
        if (
            before is not None
            and s.text_at(before.last) == ","
            and all(text not in {",", ";"} for text in (t.text for t in s.tokens[before.last + 1 : title.first]))
        ):
            return before.draft
        named = _subject(s, s.clause_of[title.first]) if s.clauses else None
        return None if named is None else named.draft

    def _of_colleague(self, s: Sentence, name: Argument) -> Iterable[Draft]:
        """„Ihr Bonner Kollege Jens Ott“: the town or Land of a colleague."""
        town = s.taken.get(name.first - _STEPS)
        if s.text_at(name.first - 1) in self._colleagues and town is not None and town.adjective:
            return () if town.draft is None else (town.draft,)
        return ()

    def _keep(self, person: Draft, body: Draft) -> None:
        known = self._bodies.setdefault(id(person), [])
        if body in known:
            known.remove(body)
        known.append(body)


def _subject(s: Sentence, number: int) -> Argument | None:
    """The one person who may be the subject of a clause, named or not."""
    people = [a for a in s.arguments if a.type is EntityType.PERSON and a.nominative and s.clause_of[a.first] == number]
    return people[0] if len({id(a.draft) for a in people}) == 1 else None
