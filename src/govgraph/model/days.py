"""Dates as precise as a text gives them, as stretches of days."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

_WHEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of days, both ends included."""

    first: datetime.date
    last: datetime.date

    def __contains__(self, other: Span) -> bool:
        return self.first <= other.first and other.last <= self.last


@lru_cache(maxsize=16_384)
def span(text: str | None) -> Span | None:
    """Days that a date of any precision covers (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), or None if it is no date.

    >>> str(span("2024-02").last)
    '2024-02-29'
    """
    found = _WHEN.fullmatch(text or "")
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        end = month or 12
        first = datetime.date(year, month or 1, day or 1)
        return Span(first, datetime.date(year, end, day or calendar.monthrange(year, end)[1]))
    except ValueError:
        return None
