"""What lines of a calendar say of an event: where it is held, and who comes: „…, Stuttgart, mit Jens Ott“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.phrases import is_bracketed
from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.names.calendar_lines import event_start
from govgraph.extract.state import FactDraft, only_one
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Sentence

_CONFIDENCE = 0.75
_RULE = "line-of-calendar"
_YEAR = 4
_HALF_YEAR = 6


def calendar_facts(sentences: Sequence[Sentence], date: str | None) -> Iterator[FactDraft]:
    """Where the events of a calendar are held, and who comes.

    Args:
        sentences: The article.
        date: Date of the article; what comes after it is planned.
    """
    for s in sentences:
        first = event_start(s) if s.dated else 0
        if not first or any(s.text_at(i).islower() for i in finite_places(s)):
            continue
        event = only_one(a.draft for a in s.arguments if a.type is EntityType.EVENT)
        if event is None:
            continue
        modality = Modality.PLANNED if _is_ahead(s, first, date) else Modality.ASSERTED
        outside = [a for a in s.arguments if a.first >= first and not is_bracketed(s, a.first) and not a.adjective]
        place = next((a.draft for a in outside if a.type is EntityType.MUNICIPALITY), None)
        if place is not None:
            yield FactDraft(event, Predicate.HELD_IN, place, modality, _CONFIDENCE, s, _RULE, s.speaker)
        for a in outside:
            if a.type is EntityType.PERSON and a.marker == "mit" and a.draft is not None:
                yield FactDraft(a.draft, Predicate.PARTICIPATES_IN, event, modality, _CONFIDENCE, s, _RULE, s.speaker)


def _is_ahead(s: Sentence, first: int, date: str | None) -> bool:
    """Whether the day at the head of a line comes after the article: „23. April“ in March, „8. Januar“ in December."""
    days = [d.value for d in s.dates if d.is_day]
    if date is None or not days or len(date) < len(days[0]):
        return False
    if any(low.isdigit() and len(low) == _YEAR for low in s.lower[:first]):
        return days[0] > date
    months = int(date[5:7]) - int(days[0][5:7])
    return days[0][5:] > date[5:] or months > _HALF_YEAR
