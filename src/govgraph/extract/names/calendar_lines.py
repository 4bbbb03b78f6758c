"""Lines of a calendar of events: „16. April: Kommunale IT-Tage, Mainz“, „23. April: Forum „Cloud“, Stuttgart“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import OPENING
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Sentence

_MARKS = frozenset({":", "|"})
_ENDS = frozenset({",", "(", "|", ".", "–"})
_LONGEST_DATE = 9
"""Most tokens of the date and the mark behind it."""
_LONGEST_NAME = 7


def event_start(s: Sentence) -> int:
    """Index of the first token behind the date that opens a line, or 0 where none does."""
    mark = next((i for i in range(1, min(_LONGEST_DATE, len(s.lower))) if s.lower[i] in _MARKS), 0)
    if not mark or any(s.lower[i].isalpha() and i not in s.dated for i in range(mark)):
        return 0
    return mark + 1 if any(i in s.dated for i in range(mark)) else 0


def calendar_events(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> None:
    """Mark the events that such lines name without a word around them that tells what they are."""
    for s in sentences:
        first = event_start(s) if s.dated else 0
        if not first or s.text_at(first) in OPENING or not s.text_at(first)[:1].isupper():
            continue
        last = next((i for i in range(first, len(s.lower)) if s.lower[i] in _ENDS), len(s.lower))
        if not first < last <= first + _LONGEST_NAME or any(i in s.taken for i in range(first, last)):
            continue
        head = knowledge.head_noun(s.text_at(last - 1))
        if head is None or head.type is not EntityType.EVENT or last - first == 1:
            continue
        name = cast.text[s.starts[first] : s.end_of(last - 1)]
        cast.place(s, first, last, cast.thing(name, head.type, head.kind))
