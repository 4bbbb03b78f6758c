"""Lines without a verb: „Gold: Stadt Ulm für den Chatbot Lotte“, „Protokoll der 5. Sitzung, Gera, 20. Mai“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.state import BODY_TYPES, WORKS, FactDraft, only_one
from govgraph.language.grammar import DEFINITE_ARTICLES
from govgraph.language.morphology import Memo
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Sentence

_CONFIDENCE = 0.75
_AWARD, _MEETING = "line-of-award", "line-of-meeting"
_LONGEST_LABEL = 5
_NEAR = 4
"""How many tokens after „für“ the phrase of a work may begin."""


class VerblessLines:
    """Reads lines of lists of awards, and the heads of minutes.

    Args:
        words: Word lists by name.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._labels = words("labels-of-awards")
        stems, winners = tuple(sorted(words("award-stems"))), tuple(sorted(words("winner-stems")))
        self._of_award = Memo(lambda low: low.startswith(stems)).__getitem__
        self._of_winner = Memo(lambda low: low.startswith(winners)).__getitem__
        self._minutes = tuple(sorted(words("minutes-endings")))
        self._uses, self._makings = words("nouns-of-use"), words("nouns-of-making")

    def facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """What such lines say."""
        awarded = listed = False
        for s in sentences:
            awarded = awarded or any(map(self._of_award, s.lower))
            listed = listed or any(map(self._of_winner, s.lower))
            if not (awarded or s.dated):
                continue
            verbs = [i for i in finite_places(s) if s.text_at(i).islower()]
            if awarded:
                start = self._after_label(s)
                listed = listed or start > 0
                if start or (listed and not verbs):
                    yield from self._awarded(s, start, verbs)
            if not verbs and s.dated:
                yield from self._meeting(s)

    def _awarded(self, s: Sentence, start: int, verbs: Sequence[int]) -> Iterator[FactDraft]:
        """„Silber: Gera und Jena für ihr Portal Saaleweg“: whose work it is that has won."""
        by = next((i for i, low in enumerate(s.lower) if low == "für" and i > start), -1)
        if by < 0:
            return
        named = sorted((a for a in s.arguments if a.draft is not None), key=lambda a: a.first)
        winners = [a for a in named if start <= a.first < by]
        work = next((a for a in named if a.first > by), None)
        if work is None or work.type not in WORKS or work.adjective or work.begin > by + _NEAR:
            return
        if any(start <= i < work.last for i in verbs) or not _is_list(s, winners, start, by):
            return
        helpers = [a for a in named if a.first >= work.last and a.marker == "mit" and a.type in BODY_TYPES]
        for a in winners:
            predicate = self._merit(s, by, a, work)
            if predicate is None:
                continue
            for told, other in [(predicate, work)] + [(Predicate.COOPERATES_WITH, h) for h in helpers]:
                if a.draft is not None and other.draft is not None and other.draft is not a.draft:
                    yield FactDraft(a.draft, told, other.draft, Modality.ASSERTED, _CONFIDENCE, s, _AWARD, s.speaker)

    def _merit(self, s: Sentence, by: int, winner: Argument, work: Argument) -> Predicate | None:
        """„für die App Pfadi“ tells who made it, „für die Einführung von VOIS“ who uses it, „für den Verzicht“ neither.

        What is known beyond the article is not the work of a town that wins with it; a Land may have made it for all,
        and another body may have made it, used it or spoken for it.
        """
        nouns = [s.text_at(i) for i in range(by + 1, work.begin) if s.text_at(i)[:1].isupper()]
        if any(noun not in self._uses and noun not in self._makings for noun in nouns):
            return None
        known = work.draft is not None and work.draft.entry is not None
        if nouns and nouns[-1] in self._makings:
            return None if known else Predicate.DEVELOPS
        if nouns:
            return Predicate.IMPLEMENTS
        if known and winner.type is not EntityType.JURISDICTION:
            return Predicate.IMPLEMENTS if winner.type is EntityType.MUNICIPALITY else None
        return Predicate.DEVELOPS

    def _after_label(self, s: Sentence) -> int:
        """Index after „Gold:“, „1. Platz:“, „Sonderpreis der Jury:“; 0 if the line has no such label."""
        colon = next((i for i in range(min(_LONGEST_LABEL, len(s.tokens))) if s.lower[i] == ":"), -1)
        told = colon > 0 and any(low in self._labels or low.endswith("preis") for low in s.lower[:colon])
        return colon + 1 if told else 0

    def _meeting(self, s: Sentence) -> Iterator[FactDraft]:
        """„Protokoll der 5. Sitzung des Beirats, Gera, 20. Mai“: a town and a day after commas say where and when."""
        event = only_one(a.draft for a in s.arguments if a.type is EntityType.EVENT)
        opens = any(a.draft is event and a.begin == 0 and a.nominative for a in s.arguments)
        if event is None or not (opens or s.lower[0].endswith(self._minutes)):
            return
        towns = [a for a in s.arguments if a.type is EntityType.MUNICIPALITY and not a.adjective]
        if len(towns) != 1 or (place := towns[0]).draft is None:
            return
        if s.text_at(place.begin - 1) == "," and s.text_at(place.last) == "," and place.last + 1 in s.dated:
            told = FactDraft(
                event, Predicate.HELD_IN, place.draft, Modality.ASSERTED, _CONFIDENCE, s, _MEETING, s.speaker
            )
            yield told


def _is_list(s: Sentence, winners: Sequence[Argument], start: int, end: int) -> bool:
    """Whether bodies fill a stretch of a line, with nothing but nouns that say what they are, commas and „und“."""
    begin = start + (s.lower[start] in DEFINITE_ARTICLES)
    if (
        not winners
        or winners[0].begin not in {start, begin}
        or any(a.type not in BODY_TYPES or a.adjective or a.reference for a in winners)
    ):
        return False
    held = {i for a in winners for i in range(a.first, a.last)}
    return all(
        i in held or s.lower[i] in {",", "und", "sowie", "die", "der", "das"} or s.text_at(i)[:1].isupper()
        for i in range(start, end)
    )
