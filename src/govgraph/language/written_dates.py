"""Dates as German prose writes them: „am 2021-04-01“ is „am 1. April 2021“, „am 2021-04“ is „im April 2021“."""

from __future__ import annotations

import re
from typing import Final

from govgraph.model.days import span

_MONTHS: Final = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_BEFORE_A_MONTH: Final = {"am": "im", "zum": "für", "bis": "bis", "vom": "vom", "seit": "seit", "(": "("}
_BEFORE_A_YEAR: Final = {"am": "im Jahr", "zum": "für", "bis": "bis", "vom": "von", "seit": "seit", "(": "("}
_BEFORE_A_DAY: Final = {"bis": "bis zum", "seit": "seit dem"}
_DATED: Final = re.compile(r"(?P<word>\b(?:am|zum|bis|vom|seit) |\()(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?)\b(?![-/]|\.\d)")


def written_dates(text: str) -> str:
    """German prose with its dates written out; what is no date after such a word stays.

    >>> written_dates("Es soll am 2021-04 und am 2021-05-01 begonnen haben (2022).")
    'Es soll im April 2021 und am 1. Mai 2021 begonnen haben (2022).'
    >>> written_dates("sicher vom 2021-04-01 bis 2022-12-31")
    'sicher vom 1. April 2021 bis zum 31. Dezember 2022'
    """
    return _DATED.sub(lambda found: _written(found["word"], found["date"]), text)


def _written(word: str, date: str) -> str:
    days = span(date)
    if days is None:
        return word + date
    day, bare = days.first, word.rstrip()
    if len(date) == len("YYYY-MM-DD"):
        before, written = _BEFORE_A_DAY.get(bare, bare), f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"
    elif len(date) == len("YYYY-MM"):
        before, written = _BEFORE_A_MONTH[bare], f"{_MONTHS[day.month - 1]} {day.year}"
    else:
        before, written = _BEFORE_A_YEAR[bare], date
    return f"{before}{'' if before == '(' else ' '}{written}"
