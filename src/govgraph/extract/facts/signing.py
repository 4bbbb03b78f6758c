"""Who signs a contract does so for a house: „Landrätin A und IT-Chef B unterzeichneten eine Vereinbarung“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, PLACES, FactDraft
from govgraph.model import EntityType, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, OfficeDraft, Sentence

_CONFIDENCE = 0.65
_RULE = "signed-by"
_SIGNED = "signed-paper"
_PAPERS = frozenset({EntityType.DOCUMENT, EntityType.PROGRAMME})
_PROGRAMMES = frozenset({EntityType.PROGRAMME})
"""What is signed for a house, whatever it is called."""
_MOST = 3
"""How many may sign, so that the first works with each other."""
_DRAWN_FROM_BOTH = frozenset({"coop-nomen-einander", "joint-actors"})
"""Rules that take two subjects of a verb for partners."""
_AMONG = frozenset({"darunter", "etwa", "ihnen"})
"""Words before some of those who have signed the same."""
_THEM = frozenset({"es", "ihn", "sie"})
"""What a contract of the sentence before is called."""


class Signatures:
    """Finds those for whom people sign what two houses agree on.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, date: str | None) -> None:
        self._signing = knowledge.words("signing-verbs")
        self._alone = knowledge.words("verbs-of-signing-anything")
        self._contracts = tuple(knowledge.words("contract-endings"))
        self._others = tuple(knowledge.words("contracts-of-others"))
        self.modality = modality
        self.date = date

    def facts(self, sentences: Sequence[Sentence], offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
        """Houses that cooperate by such a contract.

        Args:
            sentences: The article.
            offices: Who holds which office in it.
        """
        before: Sentence | None = None
        for s in sentences:
            for number, clause in enumerate(s.clauses):
                if self._signing.isdisjoint(clause.verbs):
                    continue
                agreed = self._agreed(s, number, before)
                if agreed:
                    yield from self._signed(s, number, offices)
                yield from self._adopted(s, number, offices, _PAPERS if agreed else _PROGRAMMES)
            before = s

    def jointly(self, facts: Iterable[FactDraft], sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """The facts without those on two who work together that only both have signed something.

        „A und B haben unterschrieben, im Mai geht es los“, „sechs Länder haben unterzeichnet, darunter A und B“.

        Args:
            facts: What has been found.
            sentences: The article.
        """
        earlier = {id(s): before for before, s in pairwise(sentences)}
        for fact in facts:
            s = fact.sentence
            if fact.rule not in _DRAWN_FROM_BOTH:
                yield fact
                continue
            ends = [a for a in s.arguments if a.draft is fact.subject]
            number = next((a.clause for a in ends if 0 <= a.clause < len(s.clauses)), -1)
            signs = number >= 0 and not self._alone.isdisjoint(s.clauses[number].verbs)
            listed = any(s.low_at(a.begin - 1) in _AMONG for a in s.arguments if a.group in {b.group for b in ends})
            if not signs or (not listed and self._one_paper(s, number, earlier.get(id(s)))):
                yield fact

    def _one_paper(self, s: Sentence, number: int, before: Sentence | None) -> bool:
        named = any(a.clause == number and a.type in _PAPERS for a in s.arguments)
        return named or self._agreed(s, number, before)

    def _agreed(self, s: Sentence, number: int, before: Sentence | None) -> bool:
        """Whether what is signed is a contract, or a pronoun for one of the sentence before."""
        tokens = s.clauses[number].tokens
        if any(self._is_contract(s.lower[i]) for i in tokens):
            return True
        named = before is not None and any(self._is_contract(low) for low in before.lower)
        return named and any(s.lower[i] in _THEM for i in tokens)

    def _is_contract(self, low: str) -> bool:
        parts = (part for part in low.split("-") if part)
        return any(part.endswith(self._contracts) and not part.endswith(self._others) for part in parts)

    def _signed(self, s: Sentence, number: int, offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
        signers = self._signers(s, number)
        if not any(a.type is EntityType.PERSON for a in signers):
            return
        houses = [_house(s, a, offices) for a in signers]
        verdict = self.modality.judge(s, s.clauses[number], self.date)
        if verdict is None or not 1 < len(houses) <= _MOST:
            return
        for other in houses[1:]:
            one, other = _levelled(houses[0], other)
            if one is not None and other is not None and one is not other:
                yield FactDraft(one, Predicate.COOPERATES_WITH, other, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _adopted(
        self, s: Sentence, number: int, offices: Sequence[OfficeDraft], types: frozenset[EntityType]
    ) -> Iterator[FactDraft]:
        """„Landrätin A und Rektor B unterschrieben den Pakt X“: those for whom they sign adopt it."""
        inside = [a for a in s.arguments if a.clause == number and a.type in types and not a.adjective]
        papers = [a for a in inside if a.marker == "np" and "a" in a.cases and a.head < 0]
        signers = [a for a in self._signers(s, number) if a.type is EntityType.PERSON] if papers else []
        verdict = self.modality.judge(s, s.clauses[number], self.date) if signers else None
        if verdict is None:
            return
        for house in dict.fromkeys(_house(s, a, offices) for a in signers):
            for paper in papers:
                if house is not None and paper.draft is not None:
                    yield FactDraft(house, Predicate.ADOPTS, paper.draft, verdict, _CONFIDENCE, s, _SIGNED, s.speaker)

    def _signers(self, s: Sentence, number: int) -> list[Argument]:
        """Those who sign, and those with whom they do."""
        out: list[Argument] = []
        for a in s.arguments:
            able = a.draft is not None and (a.type is EntityType.PERSON or a.type in BODY_TYPES)
            if a.clause != number or not able or a.adjective or any(a.draft is b.draft for b in out):
                continue
            free = a.head < 0 and (a.marker == "mit" or (a.marker == "np" and "n" in a.cases))
            if free or (a.marker == "mit" and self._is_contract(s.low_at(a.head))):
                out.append(a)
        return out


def _house(s: Sentence, a: Argument, offices: Sequence[OfficeDraft]) -> Draft | None:
    """For whom somebody signs: the body itself, or that of the office, rather a Land or town than a unit of it."""
    if a.type is not EntityType.PERSON:
        return a.draft
    held = [o for o in offices if o.person is a.draft and o.body is not None and o.status is not Status.FORMER]
    held = [o for o in held if o.sentence is s] or held
    bodies = [o.body for o in held if o.body is not None]
    return next((body for body in bodies if body.type in PLACES), bodies[0] if bodies else None)


def _levelled(one: Draft | None, other: Draft | None) -> tuple[Draft | None, Draft | None]:
    """Who signs for a ministry beside one who signs for a Land signs for a Land too."""
    if one is not None and other is not None:
        if other.type is EntityType.JURISDICTION and one.kind == "Ministry":
            return one.jurisdiction or one, other
        if one.type is EntityType.JURISDICTION and other.kind == "Ministry":
            return one, other.jurisdiction or other
    return one, other
