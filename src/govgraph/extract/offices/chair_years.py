"""Chairs of single years: „2024 lag der Vorsitz bei Sachsen, 2025 beim Bund“, „2025 hatte ihn Hessen, 2024 Bremen“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import FactDraft
from govgraph.extract.word_sets import union
from govgraph.language.grammar import AUXILIARY_LEMMAS, DETERMINERS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Sentence

_TURNS = frozenset({EntityType.JURISDICTION, EntityType.MUNICIPALITY, EntityType.ORGANISATION})
_YEAR = 4
_BREAKS = frozenset({",", ";", "–"})
_BEFORE = _BREAKS | {"und", "sowie", "dann"}
_AFTER = _BREAKS | {"und", "sowie", ".", ")", "“", ""}
_LYING = frozenset({"leiten", "liegen", "obliegen", "sein", "stehen"})
_CONFIDENCE = 0.6
_RULE = "chair-of-year"


class ChairYears:
    """Tells which chairs are those of a year that is over, and who had the others of a list of years.

    Args:
        words: Gives the forms of a word list.
        date: Date of the article; without one nothing is told.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], date: str | None) -> None:
        self._holding = union(words("chair-holding-verbs"), _LYING)
        self._year = (date or "")[:_YEAR]

    def settled(self, facts: Sequence[FactDraft]) -> list[FactDraft]:
        """The facts, with chairs of past years as ended, and behind them those that share a verb with them.

        Args:
            facts: What an article states.
        """
        if not self._year:
            return list(facts)
        out: list[FactDraft] = []
        listed: list[FactDraft] = []
        for fact in facts:
            if fact.predicate is not Predicate.CHAIRS or not fact.sentence.dates or fact.modality is Modality.REPORTED:
                out.append(fact)
                continue
            holder = self._holder(fact)
            if holder is None:
                out.append(fact)
                continue
            out.append(self._of_year(fact, holder))
            listed += self._others(fact, holder)
        known = {(id(f.subject), id(f.object)) for f in out if f.predicate is Predicate.CHAIRS}
        return out + [f for f in listed if (id(f.subject), id(f.object)) not in known]

    def _holder(self, fact: FactDraft) -> Argument | None:
        """Who has the chair, in a clause with a verb of having one."""
        s = fact.sentence
        for a in s.arguments:
            if a.draft is fact.subject and 0 <= a.clause < len(s.clauses):
                lemmas = s.clauses[a.clause].verbs
                if (lemmas - AUXILIARY_LEMMAS or lemmas) & self._holding:
                    return a
        return None

    def _of_year(self, fact: FactDraft, holder: Argument) -> FactDraft:
        """„2025 lag er beim Bund“, in an article of 2026: that chair is over."""
        s = fact.sentence
        years = self._years(s, holder)
        if fact.modality is not Modality.ASSERTED or not years or max(years) >= self._year:
            return fact
        if fact.subject.type not in _TURNS and in_present(s, s.clauses[holder.clause]):
            return fact
        return replace(fact, modality=Modality.ENDED)

    def _years(self, s: Sentence, holder: Argument) -> list[str]:
        """Years that stand in the stretch between commas in which a holder stands; none if a date is no bare year."""
        first = last = holder.first
        tokens = frozenset(s.clauses[holder.clause].tokens)
        while first - 1 in tokens and s.tokens[first - 1].text not in _BREAKS:
            first -= 1
        while last + 1 in tokens and s.tokens[last + 1].text not in _BREAKS:
            last += 1
        inside = [d for d in s.dates if first <= s.token_range(d.start, d.end)[0] <= last]
        plain = all(d.lead == "at" and len(d.value) == _YEAR for d in inside)
        return [d.value for d in inside] if plain else []

    def _others(self, fact: FactDraft, holder: Argument) -> Iterator[FactDraft]:
        """„…, 2025 beim Bund“, „… und 2024 Sachsen“: a year and a holder alone, of the same kind as the one before."""
        s = fact.sentence
        for d in s.dates:
            first, after = s.token_range(d.start, d.end)
            if d.lead != "at" or len(d.value) != _YEAR or first <= holder.last or s.low_at(first - 1) not in _BEFORE:
                continue
            a = next((a for a in s.arguments if self._follows(s, a, after) and a.marker == holder.marker), None)
            if a is None or a.draft is None or a.type not in _TURNS or a.draft is fact.subject:
                continue
            if a.draft is fact.object or a.adjective or s.low_at(a.last) not in _AFTER:
                continue
            said = Modality.ENDED if d.value < self._year else Modality.ASSERTED
            said = Modality.PLANNED if d.value > self._year else said
            yield FactDraft(a.draft, Predicate.CHAIRS, fact.object, said, _CONFIDENCE, s, _RULE, fact.speaker)

    @staticmethod
    def _follows(s: Sentence, a: Argument, at: int) -> bool:
        """Whether an argument begins at a token, but for an article and „Land“ before the name."""
        if a.begin == at or a.first == at:
            return True
        return at < a.first <= at + 2 and (s.low_at(at) in DETERMINERS or s.low_at(at) in {"bei", "beim"})
