"""Offices for which somebody only stood: „Gegen ihn tritt A an“, „Gewählt wurde dann B“, „nahm die Wahl nicht an“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.model import EntityType, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Draft, FactDraft, OfficeDraft, Sentence

_NEAR = 2
"""In how many sentences after an office it is told that it came to nothing."""
_AGAINST = "gegen"
_SHE = frozenset({"er", "sie"})
_BEING = frozenset({"heißen", "sein"})
_NOT = frozenset({"nicht", "nie", "niemals"})
_TAKING_UP = frozenset({"annehmen", "antreten"})


class Contests:
    """Drops the offices of those who did not get them, or do not have them alone in sight.

    Args:
        words: Gives a word list.
        sentences: Sentences of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._number = {id(s): n for n, s in enumerate(sentences)}
        self._choosing = words("choosing-verbs") | words("appointing-verbs")
        self._standing = words("standing-against-verbs")
        self._rivals = words("rival-nouns")
        self._declining = words("declining-verbs")
        self._posts = words("posts-left") | words("candidacy-nouns") | words("election-nouns")

    def settle(self, offices: Sequence[OfficeDraft], facts: list[FactDraft]) -> list[OfficeDraft]:
        """The offices that are not only stood for. Of the others no chair is left among the facts."""
        lost = [o for o in offices if self._is_lost(o)]
        if not lost:
            return list(offices)
        chairs = {(id(o.person), id(o.body), id(o.sentence)) for o in lost}
        facts[:] = [
            f
            for f in facts
            if f.predicate is not Predicate.CHAIRS or (id(f.subject), id(f.object), id(f.sentence)) not in chairs
        ]
        return [o for o in offices if all(o is not other for other in lost)]

    def _is_lost(self, o: OfficeDraft) -> bool:
        ahead = o.status is Status.DESIGNATED
        return o.how == "clause" and (ahead or o.status is Status.NEW) and self._comes_to_nothing(o, ahead=ahead)

    def _comes_to_nothing(self, o: OfficeDraft, *, ahead: bool) -> bool:
        first = self._number.get(id(o.sentence), len(self._sentences))
        given = next((a.clause for a in o.sentence.arguments if a.role is o.role), 0)
        for n, s in enumerate(self._sentences[first : first + 1 + _NEAR]):
            if s.block != o.sentence.block:
                return False
            for number, clause in enumerate(s.clauses):
                if n == 0 and number <= given:
                    continue
                if self._declines(s, number, o.person):
                    return True
                if ahead and (self._is_opposed(s, clause, o.person) or self._is_another_chosen(s, clause, o)):
                    return True
        return False

    def _is_opposed(self, s: Sentence, clause: Clause, person: Draft) -> bool:
        """„Gegen ihn tritt A an“, „B ist seine Gegenkandidatin“; not „setzte sich gegen Mitbewerber durch“."""
        verbs = clause.verbs
        others = [a for a in s.arguments if a.type is EntityType.PERSON and a.first in clause.tokens]
        rival = any(s.tokens[i].text in self._rivals for i in clause.tokens)
        if rival and verbs <= _BEING and any(a.draft is not person and a.nominative for a in others):
            return True
        return not verbs.isdisjoint(self._standing) and any(a.draft is person and a.marker == _AGAINST for a in others)

    def _is_another_chosen(self, s: Sentence, clause: Clause, o: OfficeDraft) -> bool:
        """„Gewählt wurde dann A“: the same post, as no other is named."""
        if not is_passive(clause) or all(lemma not in self._choosing for lemma, _, _ in clause.lemmas):
            return False
        here = [a for a in s.arguments if a.first in clause.tokens]
        people = [a.draft for a in here if a.type is EntityType.PERSON and a.nominative and a.marker == "np"]
        other = len(people) == 1 and people[0] is not None and people[0] is not o.person
        return other and all(a.role is None for a in here)

    def _declines(self, s: Sentence, number: int, person: Draft) -> bool:
        """„sagte aber ab“, „zog ihre Kandidatur zurück“, „nahm die Wahl nicht an“, „trat das Amt nie an“."""
        clause = s.clauses[number]
        verbs = clause.verbs
        denied = not _NOT.isdisjoint(clause.words)
        if not (verbs & _TAKING_UP and denied) and not (verbs & self._declining and not denied):
            return False
        nouns = {
            s.tokens[i].text
            for i in clause.tokens
            if s.tokens[i].upper and i not in s.taken and i not in s.dated and i != clause.tokens[0]
        }
        if not nouns <= self._posts or (verbs & _TAKING_UP and not nouns):
            return False
        people = [a for a in s.arguments if a.type is EntityType.PERSON and a.first in clause.tokens and a.nominative]
        # „Er nahm die Wahl nicht an“
        own = any(a.draft is person for a in people) or (not people and s.lower[0] in _SHE)
        above = clause.parent if clause.joined or not people else -1
        return own or (
            not people
            and above >= 0
            and any(a.draft is person and a.first in s.clauses[above].tokens and a.nominative for a in s.arguments)
        )
