"""Dates that stand for a whole article: in brackets, on a line of their own, or after a place."""

from __future__ import annotations

import datetime
import re
from enum import IntEnum

__all__ = ["DateRank", "is_no_day", "lone_day", "read_date"]


class DateRank(IntEnum):
    """Where a date stands; the lower, the likelier it is that of the article."""

    BRACKET = 0
    TOLD = 1
    LEAD = 2
    LINE = 3
    RELEASE = 4
    AFTER_TITLE = 5
    ISSUE = 6
    END = 7
    MADE = 8


_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_MONTH = {name: number for number, name in enumerate(_MONTHS, start=1)} | {"jän": 1, "mrz": 3}
_ENGLISH_MONTH = _MONTH | {"mar": 3, "may": 5, "oct": 10, "dec": 12}
_ISO = re.compile(r"([12]\d{3})[-/](\d{2})[-/](\d{2})$")
_ISO_MONTH = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])$")
_NUMERIC = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$")
_SPELT = re.compile(r"(?:(\d{1,2})\. ?)?([^\W\d_]{3,9})\.? ([12]\d{3})$")
_WRITTEN_DAY = re.compile(
    rf"\d{{1,2}}\. ?(?:\d{{1,2}}\. ?|(?:{'|'.join(_MONTHS)})[^\W\d_]*\.? )[12]\d{{3}}|[12]\d{{3}}-\d\d-\d\d",
    re.IGNORECASE,
)
_STACKED = re.compile(r"(\d{1,2}) ?([A-ZÄ][^\W\d_]{2,8})\.? ?([12]\d{3})$")
_BARS = re.compile(r"\s*[|•·]\s*|\s/\s")
_SLASHED = re.compile(r"(\d{2})[/-](\d{2})[/-]([12]\d{3})$")
_ENGLISH = re.compile(r"([A-Z][a-zä]{2,8})\.? (\d{1,2}), ([12]\d{3})$")
_ISSUE = re.compile(r"(\d{1,2})/([12]\d{3})$")
_YEAR = re.compile(r"[12]\d{3}$")
_WEEKDAY = re.compile(
    r"^(?:am |vom )?(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|(?:Mo|Di|Mi|Do|Fr|Sa|So)[.]?)"
    r",?\s+(?:den\s+)?|^(?:am|vom|den|im) "
)
_TIME = re.compile(r"(?:,| [|–-])? ?(?:um )?[0-2]?\d[:.][0-5]\d(?: ?Uhr)?$")
_CENTURY_TURN = 70
_LONGEST_DAY = 60


def read_date(words: str) -> str | None:
    """Date of a dateline, as precise as it is given; None for what is no date of the calendar.

    Two-digit years from 70 on lie in the twentieth century.

    >>> read_date("18.11.2024"), read_date("Nov 18, 2024"), read_date("Januar 2022"), read_date("31.02.2020")
    ('2024-11-18', '2024-11-18', '2022-01', None)
    """
    text = " ".join(words.split())
    if match := _ISO.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if _ISO_MONTH.match(text):
        return text
    if match := _NUMERIC.match(text):
        year = int(match[3])
        if len(match[3]) == 2:
            year += 1900 if year >= _CENTURY_TURN else 2000
        return _day(year, int(match[2]), int(match[1]))
    if match := _SPELT.match(text):
        month = _MONTH.get(match[2][:3].lower())
        if month is None:
            return None
        return _day(int(match[3]), month, int(match[1])) if match[1] else f"{match[3]}-{month:02d}"
    if match := _SLASHED.match(text):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := _STACKED.match(text):  # each part in an element of its own
        month = _ENGLISH_MONTH.get(match[2][:3].lower())
        return None if month is None else _day(int(match[3]), month, int(match[1]))
    if match := _ENGLISH.match(text):
        month = _ENGLISH_MONTH.get(match[1][:3].lower())
        return None if month is None else _day(int(match[3]), month, int(match[2]))
    if match := _ISSUE.match(text):
        month = int(match[1])
        return f"{match[2]}-{month:02d}" if 1 <= month <= len(_MONTHS) else None
    return text if _YEAR.match(text) else None


def is_no_day(words: str) -> bool:
    """Whether words have the form of a day, which the calendar lacks.

    >>> is_no_day("31.02.2024"), is_no_day("29.02.2024"), is_no_day("demnächst")
    (True, False, False)
    """
    return bool(_WRITTEN_DAY.fullmatch(" ".join(words.split()))) and read_date(words) is None


def lone_day(words: str) -> str | None:
    """Date of a line that holds nothing else but a day of the week and a time.

    >>> lone_day("Mittwoch, 26. März 2025, 9:15 Uhr"), lone_day("26.03.2025"), lone_day("Wahl am 26.03.2025")
    ('2025-03-26', '2025-03-26', None)
    """
    if len(words) > _LONGEST_DAY:
        return None
    bare = _WEEKDAY.sub("", words.strip(), count=1)
    return read_date(bare) or read_date(_TIME.sub("", bare))


def barred_day(words: str) -> str | None:
    """The first date that stands alone between the bars of a line.

    >>> barred_day("Redaktion | 26.03.2025"), barred_day("Wahl am 26.03.2025 | Redaktion")
    ('2025-03-26', None)
    """
    return next(filter(None, map(lone_day, _BARS.split(words))), None)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
