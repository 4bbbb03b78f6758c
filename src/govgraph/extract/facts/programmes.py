"""Programmes of events: who stands in a line with a time comes to the event: „10.20 Uhr | Begrüßung: Jo Kern“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.state import FactDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Draft, Sentence

_CONFIDENCE = 0.75
_RULE = "line-of-programme"
_FEWEST = 2
"""Lines with a time that make a programme."""
_LONGEST_TIME = 8
_NEAR = 2
"""How many tokens after the noun for a programme the phrase of its event may begin."""
_HEADS = frozenset({BlockKind.HEADING, BlockKind.KICKER, BlockKind.TITLE})
_ABOUT = frozenset({"an", "anstelle", "für", "nach", "ohne", "statt", "über", "zu", "zum"})
"""Prepositions before people who are spoken of, honoured or stood in for."""
_UHR = "uhr"
_AFTER_TIME = frozenset({"|", ":", "–", "-", "—", ","})


class Programmes:
    """Reads the lines of programmes.

    Args:
        words: Word lists by name.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._nouns = tuple(sorted(words("programme-endings")))
        self._absent = words("signs-of-absence")

    def facts(self, sentences: Sequence[Sentence], date: str | None) -> Iterator[FactDraft]:
        """Who comes to the event whose programme an article prints.

        Each line of the programme begins with a time; who is named in it, or first in the block after it, comes.

        Args:
            sentences: The article.
            date: Date of the article; what comes after it is planned.
        """
        opening = [n for n, s in enumerate(sentences) if _after_time(s)]
        if len(opening) < _FEWEST:
            return
        event = self._event(sentences[: opening[0]])
        telling = {n for n in opening if _tells(sentences[n])}
        if event is None or len(telling) * 2 >= len(opening):
            return
        days = [d.value for s in sentences[: opening[0]] for d in s.dates if d.is_day]
        ahead = date is not None and bool(days) and max(days) > date
        modality = Modality.PLANNED if ahead else Modality.ASSERTED
        told: set[int] = set()
        for n in opening:
            for s in (sentences[n], *sentences[n + 1 : n + 2]):
                other = s is not sentences[n] and (s.block > sentences[n].block + 1 or _after_time(s))
                if other or (s is sentences[n] and n in telling) or not self._absent.isdisjoint(s.lower):
                    continue
                for a in s.arguments:
                    person = a.type is EntityType.PERSON and a.draft is not None and not a.reference
                    if person and a.draft is not None and id(a.draft) not in told and not _is_topic(s, a.begin):
                        told.add(id(a.draft))
                        yield FactDraft(
                            a.draft, Predicate.PARTICIPATES_IN, event, modality, _CONFIDENCE, s, _RULE, s.speaker
                        )

    def _event(self, before: Sequence[Sentence]) -> Draft | None:
        """The event that a title names, or a sentence with its list: „Das Programm des Digitalforums Nord“."""
        found: dict[int, Draft] = {}
        for s in before:
            programme = next((i for i, low in enumerate(s.lower) if low.endswith(self._nouns)), -1)
            for a in s.arguments:
                if a.type is not EntityType.EVENT or a.draft is None or a.adjective:
                    continue
                of_programme = programme >= 0 and (s.kind in _HEADS or 0 < a.begin - programme <= _NEAR)
                if of_programme or (s.kind in _HEADS and a.begin == 0 and a.nominative and not _tells(s)):
                    found[id(a.draft)] = a.draft
        return only_one(found.values())


def _tells(s: Sentence) -> bool:
    """„6 Uhr: Anna Kern meldet den Ausfall“: a line with a verb tells what happened."""
    return any(s.text_at(i).islower() for i in finite_places(s))


def _after_time(s: Sentence) -> int:
    """Index after the time that a line begins with: „10.20 Uhr |“, „10–12 Uhr:“; else 0."""
    end = next((i for i in range(1, min(_LONGEST_TIME, len(s.tokens))) if s.lower[i] == _UHR), 0)
    digits = end and all(not s.tokens[i].text[0].isalpha() or s.lower[i] == "bis" for i in range(end))
    if not digits:
        return 0
    return end + 1 + (s.low_at(end + 1) in _AFTER_TIME) if len(s.tokens) > end + 1 else 0


def _is_topic(s: Sentence, i: int) -> bool:
    """„über Max Weber“, „Lesung aus Briefen von Jo Kern“: who is only spoken of."""
    return s.low_at(i) in _ABOUT or s.low_at(i - 1) in _ABOUT
