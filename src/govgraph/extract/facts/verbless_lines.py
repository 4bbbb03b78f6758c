"""Lines without a verb: „Gold: Stadt Ulm für den Chatbot Lotte“, „Protokoll der 5. Sitzung, Gera, 20. Mai“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.state import BODY_TYPES, WORKS, FactDraft, only_one
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Sentence

_CONFIDENCE = 0.75
_AWARD, _MEETING = "line-of-award", "line-of-meeting"
_LONGEST_LABEL = 5
_NEAR = 4
"""How many tokens after „für“ a work may begin."""


class VerblessLines:
    """Reads lines of lists of awards, and the heads of minutes.

    Args:
        words: Word lists by name.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._labels = words("labels-of-awards")
        self._stems = tuple(sorted(words("award-stems")))

    def facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """What such lines say."""
        awarded = False
        for s in sentences:
            awarded = awarded or any(low.startswith(self._stems) for low in s.lower)
            verbs = [i for i in finite_places(s) if s.text_at(i).islower()]
            if awarded:
                yield from self._awarded(s, verbs)
            if not verbs and s.dated:
                yield from _meeting(s)

    def _awarded(self, s: Sentence, verbs: Sequence[int]) -> Iterator[FactDraft]:
        """„Silber: Gera und Jena für ihr Portal Saaleweg“: whose work it is that has won."""
        start = self._after_label(s)
        by = next((i for i, low in enumerate(s.lower) if low == "für" and i > start), -1)
        if by < 0:
            return
        named = sorted((a for a in s.arguments if a.draft is not None), key=lambda a: a.first)
        winners = [a for a in named if start <= a.first < by]
        work = next((a for a in named if a.first > by), None)
        if work is None or work.type not in WORKS or work.adjective or work.first > by + _NEAR:
            return
        if any(start <= i < work.last for i in verbs) or not _is_list(s, winners, start, by):
            return
        helpers = [a for a in named if a.first >= work.last and a.marker == "mit" and a.type in BODY_TYPES]
        pairs = [(Predicate.DEVELOPS, work)] + [(Predicate.COOPERATES_WITH, a) for a in helpers]
        for a in winners:
            for predicate, other in pairs:
                if a.draft is not None and other.draft is not None and other.draft is not a.draft:
                    yield FactDraft(
                        a.draft, predicate, other.draft, Modality.ASSERTED, _CONFIDENCE, s, _AWARD, s.speaker
                    )

    def _after_label(self, s: Sentence) -> int:
        """Index after „Gold:“, „1. Platz:“, „Sonderpreis der Jury:“; 0 if the line has no such label."""
        colon = next((i for i in range(min(_LONGEST_LABEL, len(s.tokens))) if s.lower[i] == ":"), -1)
        told = colon > 0 and any(low in self._labels or low.endswith("preis") for low in s.lower[:colon])
        return colon + 1 if told else 0


def _is_list(s: Sentence, winners: Sequence[Argument], start: int, end: int) -> bool:
    """Whether bodies fill a stretch of a line, with nothing but nouns that say what they are, commas and „und“."""
    if not winners or any(a.type not in BODY_TYPES or a.adjective or a.reference for a in winners):
        return False
    held = {i for a in winners for i in range(a.first, a.last)}
    return all(
        i in held or s.lower[i] in {",", "und", "sowie", "die", "der", "das"} or s.text_at(i)[:1].isupper()
        for i in range(start, end)
    )


def _meeting(s: Sentence) -> Iterator[FactDraft]:
    """„Protokoll der 5. Sitzung des Beirats, Gera, 20. Mai“: a town and a day after commas say where and when."""
    event = only_one(a.draft for a in s.arguments if a.type is EntityType.EVENT)
    if event is None:
        return
    for a in s.arguments:
        if a.type is not EntityType.MUNICIPALITY or a.draft is None or a.adjective:
            continue
        if s.text_at(a.begin - 1) == "," and s.text_at(a.last) == "," and a.last + 1 in s.dated:
            yield FactDraft(event, Predicate.HELD_IN, a.draft, Modality.ASSERTED, _CONFIDENCE, s, _MEETING, s.speaker)
