"""Programmes of events: who stands in a line with a time comes to the event: „10.20 Uhr | Begrüßung: Jo Kern“."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Draft, Sentence

_CONFIDENCE = 0.75
_RULE = "line-of-programme"
_FEWEST = 2
"""Lines with a time that make a programme."""
_LONGEST_TIME = 8
_UHR = "uhr"
_AFTER_TIME = frozenset({"|", ":", "–", "-", "—", ","})


def programme_facts(sentences: Sequence[Sentence], date: str | None) -> Iterator[FactDraft]:
    """Who comes to the event whose programme an article prints.

    Each line of the programme begins with a time; who is named in it, or first in the block after it, comes.

    Args:
        sentences: The article.
        date: Date of the article; what comes after it is planned.
    """
    opening = [n for n, s in enumerate(sentences) if _after_time(s)]
    if len(opening) < _FEWEST:
        return
    event = _event(sentences[: opening[0]])
    if event is None:
        return
    days = [d.value for s in sentences[: opening[0]] for d in s.dates if d.is_day]
    ahead = date is not None and bool(days) and max(days) > date
    modality = Modality.PLANNED if ahead else Modality.ASSERTED
    told: set[int] = set()
    for n in opening:
        for s in (sentences[n], *sentences[n + 1 : n + 2]):
            if s is not sentences[n] and (s.block > sentences[n].block + 1 or _after_time(s)):
                continue
            for a in s.arguments:
                person = a.type is EntityType.PERSON and a.draft is not None and not a.reference
                if person and a.draft is not None and id(a.draft) not in told and not _is_topic(s, a.begin):
                    told.add(id(a.draft))
                    yield FactDraft(
                        a.draft, Predicate.PARTICIPATES_IN, event, modality, _CONFIDENCE, s, _RULE, s.speaker
                    )


def _after_time(s: Sentence) -> int:
    """Index after the time that a line begins with: „10.20 Uhr |“, „10–12 Uhr:“; else 0."""
    end = next((i for i in range(1, min(_LONGEST_TIME, len(s.tokens))) if s.lower[i] == _UHR), 0)
    digits = end and all(not s.tokens[i].text[0].isalpha() or s.lower[i] == "bis" for i in range(end))
    if not digits:
        return 0
    return end + 1 + (s.low_at(end + 1) in _AFTER_TIME) if len(s.tokens) > end + 1 else 0


def _event(before: Sequence[Sentence]) -> Draft | None:
    """The event that the sentences before a programme name most often."""
    named = Counter[int]()
    drafts: dict[int, Draft] = {}
    for s in before:
        for a in s.arguments:
            if a.type is EntityType.EVENT and a.draft is not None:
                named[id(a.draft)] += 1
                drafts[id(a.draft)] = a.draft
    most = named.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return drafts[most[0][0]]


def _is_topic(s: Sentence, i: int) -> bool:
    """„über Max Weber“, „Lesung aus Briefen von Jo Kern“: who is only spoken of."""
    return s.low_at(i) in {"über", "zu", "zum", "nach"} or s.low_at(i - 1) in {"über", "zu", "zum", "nach"}
