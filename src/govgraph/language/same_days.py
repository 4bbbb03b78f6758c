"""Days told by the one told before: „seit demselben Tag“, „mit diesem Tag“, „am selben Tag“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.language.dates import DateSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAME = re.compile(
    r"(?<!\w)(?P<lead>[Ss]eit|[Aa]b|[Bb]is\s+zu|[Aa]m|[Aa]n|[Mm]it|[Zz]u|[Zz]um)\s+"
    r"(?:demselben|dem\s+selben|selben|gleichen|diesem|jenem)\s+(?:Tage?|Datum)\b"
)
_LEADS = {"seit": "since", "ab": "from", "zum": "from", "bis": "until"}


def same_days(text: str, start: int, end: int, dates: Sequence[DateSpan], before: DateSpan | None) -> list[DateSpan]:
    """Such days in `text[start:end]`, as the last full date that stands before them.

    Args:
        text: Folded text.
        start: Begin of the sentence.
        end: End of the sentence.
        dates: Dates of the sentence.
        before: The last full date of the sentences shortly before it.
    """
    if "Tag" not in text[start:end] and "Datum" not in text[start:end]:
        return []
    found = []
    for match in _SAME.finditer(text, start, end):
        told = [d for d in dates if d.end <= match.start() and d.is_day] or ([before] if before else [])
        if told:
            lead = _LEADS.get(match["lead"].split()[0].lower(), "at")
            found.append(DateSpan(match.start(), match.end(), told[-1].value, lead))
    return found
