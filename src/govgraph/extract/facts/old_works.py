"""Works told as those of before: „Das bisherige Programm X war …“, „X, das Vorgängersystem, …“, „Daten aus X in Y“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, in_preterite
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import RUN
from govgraph.model import BlockKind, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Draft, FactDraft, Sentence

_STILL = frozenset({"noch", "parallel", "vorerst", "weiter", "weiterhin"})
"""Words by which an old work is in use all the same."""
_BEING = frozenset({"laufen", "sein"})
_UNTIL_NOW = frozenset({"bisher", "bislang", "vorher", "zuvor"})
_WITHIN = 3
"""Within how many words before a name the adjective stands that calls it old."""
_PHRASE = 8
"""Within how many words before a name „nach“ may stand: „nach dem Ende der Wartung für X“."""
_BEFORE = 1
"""How many sentences before the one that calls a work old its successor may be told in use."""


class OldWorks:
    """Lets the use of works be over that a sentence calls old or takes data from, where another one is used.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._old = words("old-work-adjectives")
        self._nouns = words("predecessor-works")
        self._ends = words("ends-of-works")
        self._moving = words("data-moving-verbs")

    def settle(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> None:
        """Put an end to the use of old works.

        Args:
            sentences: Sentences that follow one another.
            facts: What they state.
        """
        used = [f for f in facts if f.predicate is Predicate.IMPLEMENTS and f.modality is Modality.ASSERTED]
        used = [f for f in used if f.object.type in RUN]
        over = {(id(f.subject), id(f.object)) for f in facts if _is_over(f)}
        place = {id(s): number for number, s in enumerate(sentences)}
        for fact in used:
            s = fact.sentence
            at = place.get(id(s), -1)
            if s.kind is BlockKind.QUESTION or not _STILL.isdisjoint(s.lower):
                continue
            if (id(fact.subject), id(fact.object)) in over and _was_so(fact):
                fact.modality = Modality.ENDED
                continue
            replaced = any(
                other.object is not fact.object
                and other.subject is fact.subject
                and 0 <= at - place.get(id(other.sentence), at + 2) <= _BEFORE
                for other in used
            )
            if replaced and any(self._is_old(s, fact.object, first) for first in _names(s, fact.object)):
                fact.modality = Modality.ENDED

    def _after_end(self, s: Sentence, first: int) -> bool:
        """„Nach dem Ende des Supports für X wechselte Ulm zu Y“."""
        start = _after_phrase(s, first)
        return start >= 0 and any(s.tokens[i].text in self._ends for i in range(start + 1, first))

    def _is_old(self, s: Sentence, work: Draft, first: int) -> bool:
        """Whether a name is that of a work of before, or of one from which something is carried to another."""
        clause = s.clauses[s.clause_of[first]] if s.clauses and first < len(s.clause_of) else None
        if clause is None:
            return False
        past = in_past(s, clause)
        if past and any(s.lower[i] in self._old for i in range(max(0, first - _WITHIN), first)):
            return True
        if in_preterite(s, clause) and any(s.lower[i] in _UNTIL_NOW or _until(s, i) for i in clause.tokens):
            return True
        if self._after_end(s, first):
            return True
        a = s.taken.get(first)
        end = a.last if a is not None else first + 1
        if s.text_at(first - 1) in self._nouns or (
            s.text_at(end) == "," and any(s.text_at(i) in self._nouns for i in (end + 1, end + 2, end + 3))
        ):
            return True
        moves = not self._moving.isdisjoint(clause.verbs) and not in_present(s, clause)
        return moves and a is not None and a.draft is work and s.low_at(first - 1) == "aus"


def _is_over(fact: FactDraft) -> bool:
    """Whether a fact tells that a use has ended."""
    return fact.predicate is Predicate.IMPLEMENTS and fact.modality is Modality.ENDED


def _was_so(fact: FactDraft) -> bool:
    """„X war 20 Jahre in Betrieb“: a state in the preterite, of what another sentence tells to be over."""
    s = fact.sentence
    clauses = [s.clauses[n] for n in s.clauses_naming(fact.object)]
    return bool(clauses) and all(in_preterite(s, clause) and clause.verbs <= _BEING for clause in clauses)


def _after_phrase(s: Sentence, first: int) -> int:
    """Where „nach“ stands before a name, with nothing but its phrase between, or -1."""
    for i in range(first - 1, max(-1, first - _PHRASE), -1):
        if s.lower[i] == "nach":
            return i
        if s.tokens[i].text in {",", ";", ":"}:
            return -1
    return -1


def _until(s: Sentence, i: int) -> bool:
    """„In Gotha lief bis April X“."""
    return s.lower[i] == "bis" and (i + 1 in s.dated or i + 2 in s.dated)


def _names(s: Sentence, work: Draft) -> Iterator[int]:
    """The first tokens of the places that name a work."""
    return (a.first for a in s.arguments if a.draft is work and not a.reference)
