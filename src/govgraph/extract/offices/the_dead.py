"""Who is told to have died holds no office any more: „Der langjährige Geschäftsführer, Jens Ott, ist tot“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_perfect
from govgraph.extract.state import only_person
from govgraph.language.grammar import COPULA_LEMMAS
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import FactDraft, OfficeDraft, Sentence

_DEAD = "tot"
_PERFECT = frozenset({"gestorben", "verstorben"})
_MOURNING = "trauern"
_STEM = "verstorben"
_NOT = frozenset({"fast", "kein", "keine", "nicht", "nie"})
_OF_WHOM = frozenset({"auf", "gen", "um", "von"})
_POSTS = frozenset({Predicate.CHAIRS, Predicate.MEMBER_OF, Predicate.REPRESENTS})


class TheDead:
    """Knows who has died.

    Args:
        words: Gives the forms of a word list.
        sentences: Sentences of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], sentences: Sequence[Sentence]) -> None:
        self._dying = words("dying-verbs")
        self._nouns = words("death-nouns")
        self._dead = {person for s in sentences for person in self._told(s)}

    def offices(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those of the dead as former ones."""
        for office in offices:
            dead = id(office.person) in self._dead and office.status is not Status.FORMER
            yield replace(office, status=Status.FORMER) if dead else office

    def settle(self, facts: Sequence[FactDraft]) -> None:
        """Let what the dead were in bodies be over."""
        for fact in facts:
            if id(fact.subject) in self._dead and fact.predicate in _POSTS and fact.modality is Modality.ASSERTED:
                fact.modality = Modality.ENDED

    def _told(self, s: Sentence) -> Iterator[int]:
        """Identities of those of whom a sentence says that they have died."""
        for number, clause in enumerate(s.clauses):
            lemmas = clause.verbs
            low = clause.words
            dies = not lemmas.isdisjoint(self._dying) and (is_perfect(clause) or in_preterite(s, clause, self._dying))
            dies = dies or (lemmas <= COPULA_LEMMAS and _DEAD in low) or not _PERFECT.isdisjoint(low)
            person = only_person(s, number) if dies and low.isdisjoint(_NOT) else None
            if person is not None:
                yield id(person.draft)
            if _MOURNING in lemmas:
                # „Die HZD trauert um ihren Direktor Jens Ott“
                mourned = (a for a in s.arguments if a.clause == number and a.marker == "um")
                yield from (id(a.draft) for a in mourned if a.type is EntityType.PERSON)
        for a in s.arguments:
            if (
                a.type is EntityType.PERSON
                and a.marker in _OF_WHOM
                and a.head >= 0
                and s.text_at(a.head) in self._nouns
            ):
                yield id(a.draft)
            if a.type is EntityType.PERSON and not a.reference and self._is_called_dead(s, a.begin, a.first):
                yield id(a.draft)
            if a.role is not None and len(a.role.holders) == 1 and self._is_called_dead(s, a.begin, a.first):
                yield id(a.role.holders[0])

    @staticmethod
    def _is_called_dead(s: Sentence, begin: int, first: int) -> bool:
        """„der verstorbene Direktor“: an adjective in the phrase of a name or title."""
        return any(s.low_at(i).startswith(_STEM) for i in range(max(begin, 0), first))
