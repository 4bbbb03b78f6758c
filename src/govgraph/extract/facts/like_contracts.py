"""Contracts like that of the sentence before: „Das BSI kooperiert mit Bremen. Bayern hat einen ähnlichen Vertrag.“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, FactDraft
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Draft, Sentence

_BACK = 2
_PLURAL = 2
"""Most letters of an ending of a plural or a case."""
RULE = "like-contract"


class LikeContracts:
    """Reads with whom those have a contract of whom no partner is named.

    Args:
        words: Gives a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._like = tuple(sorted(words("likeness-adjectives")))
        self._contracts = tuple(sorted(word.lower() for word in words("contract-nouns")))
        self._modality = modality
        self._date = date

    def settled(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> list[FactDraft]:
        """The facts with such partners, and without those between the ones that have the like."""
        out = list(facts)
        for at, s in enumerate(sentences):
            number = self._clause_of_likes(s) if at else -1
            if number < 0 or any(a.marker == "mit" and a.clause == number for a in s.arguments):
                continue
            members = [a for a in s.arguments if a.clause == number and a.nominative and a.type in BODY_TYPES]
            drafts = {id(a.draft) for a in members}
            near = {id(b) for b in sentences[max(0, at - _BACK) : at]}
            before = [f for f in facts if f.predicate is Predicate.COOPERATES_WITH and id(f.sentence) in near]
            verdict = self._modality.judge(s, s.clauses[number], self._date)
            if not members or not before:
                continue
            out = [f for f in out if not (f.sentence is s and {id(f.subject), id(f.object)} <= drafts)]
            partner = _partner(before[-1], members)
            if verdict is None or partner is None or id(partner) in drafts:
                continue
            said = Modality.ASSERTED if verdict is Modality.ENDED else verdict
            for a in members:
                if a.draft is not None:
                    out.append(FactDraft(a.draft, Predicate.COOPERATES_WITH, partner, said, 0.75, s, RULE))
        return out

    def _clause_of_likes(self, s: Sentence) -> int:
        """The clause with „entsprechende Verträge“, „ein ähnliches Abkommen“; -1 if there is none."""
        for i, low in enumerate(s.lower[:-1]):
            if low.startswith(self._like) and self._is_contract(s.lower[i + 1]) and s.clauses:
                return s.clause_of[i]
        return -1

    def _is_contract(self, low: str) -> bool:
        return any(noun in low and len(low) - low.rfind(noun) - len(noun) <= _PLURAL for noun in self._contracts)


def _partner(before: FactDraft, members: Sequence[Argument]) -> Draft | None:
    """The end of the contract told before that is not of the kind of those who have the like; else its subject."""
    kinds = {a.draft.kind for a in members if a.draft is not None}
    ends = [d for d in (before.subject, before.object) if d.kind not in kinds]
    if len(ends) == 1:
        return ends[0]
    s = before.sentence
    first = [a.draft for a in s.arguments if a.nominative and (a.draft is before.subject or a.draft is before.object)]
    return first[0] if first else None
