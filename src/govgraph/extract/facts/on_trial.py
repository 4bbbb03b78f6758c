"""Uses that an adverb says to be a trial: „nimmt Anträge versuchsweise über X an“, „startet probeweise in Ulm“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.facts.ranker import RULE as WEIGHED
from govgraph.extract.state import BODY_TYPES
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, FactDraft, Sentence

_MARKS = frozenset({",", ";", ":", "–", "(", ")"})
_AT = frozenset({"im", "zur", "auf", "als"})
"""What stands before a noun for a trial where it says how something is used."""
_THERE = frozenset({"in", "bei"})
_RULE = "on-trial"


class Trials:
    """Makes tests of uses that are told to be trials.

    Args:
        adverbs: Words, in small letters, for „on trial“.
        nouns: Nouns, in small letters, that say so behind a preposition: „im Probebetrieb“.
        lasting: Words by which a use is for good, whatever it began as.
    """

    def __init__(self, adverbs: frozenset[str], nouns: frozenset[str], lasting: frozenset[str]) -> None:
        self._adverbs = adverbs
        self._nouns = nouns
        self._lasting = lasting

    def settle(self, s: Sentence, facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """What a sentence states, with its trials as such.

        Args:
            s: The sentence.
            facts: What it states by its words.
        """
        if not facts:
            return
        words = [i for i in range(len(s.lower)) if self._is_trial(s, i)]
        if not words or not s.clauses or not self._lasting.isdisjoint(s.lower):
            yield from facts
            return
        at = words[0]
        first, last = _stretch(s, at)
        own = [a for a in s.arguments if first <= a.first < last and a.marker in _THERE and a.type in BODY_TYPES]
        aside = not any(first <= i < last for clause in s.clauses for _, i, _ in clause.lemmas)
        for fact in facts:
            if fact.predicate is not Predicate.IMPLEMENTS or fact.modality is Modality.ENDED:
                yield fact
            elif not aside or not own:
                yield replace(fact, predicate=Predicate.PILOTS) if _in_clause(s, fact, at) else fact
            else:
                yield from _where(s, fact, own, at)

    def weighed(self, fact: FactDraft) -> list[FactDraft]:
        """A fact that the ranker weighed, as a trial where its sentence tells of one; others as they are."""
        return list(self.settle(fact.sentence, [fact])) if fact.rule == WEIGHED else [fact]

    def _is_trial(self, s: Sentence, i: int) -> bool:
        if s.lower[i] in self._adverbs:
            return True
        return s.lower[i] in self._nouns and s.low_at(i - 1) in _AT and i not in s.taken


def _stretch(s: Sentence, at: int) -> tuple[int, int]:
    """The stretch between two marks that a token stands in."""
    first = next((i + 1 for i in range(at, -1, -1) if s.tokens[i].text in _MARKS), 0)
    last = next((i for i in range(at, len(s.tokens)) if s.tokens[i].text in _MARKS), len(s.tokens))
    return first, last


def _in_clause(s: Sentence, fact: FactDraft, at: int) -> bool:
    """Whether a fact is told by the clause of a token: both ends stand there, or one of them and the other nowhere."""
    number = s.clause_of[at]
    ends = [[a for a in s.arguments if a.draft is end] for end in (fact.subject, fact.object)]
    inside = [any(s.clause_of[a.first] == number for a in named) for named in ends]
    return all(inside) or (any(inside) and not all(ends))


def _where(s: Sentence, fact: FactDraft, own: Sequence[Argument], at: int) -> Iterator[FactDraft]:
    """„Das Land führt X ein, zunächst probeweise in Ulm“: the Land uses it, and the town tests it."""
    there = [a.draft for a in own if a.draft is not None and a.draft is not fact.object]
    if fact.subject in there:
        yield replace(fact, predicate=Predicate.PILOTS)
        return
    yield fact
    if _in_clause(s, fact, at):
        for draft in there:
            yield replace(fact, subject=draft, predicate=Predicate.PILOTS, rule=_RULE)
