"""Times told by how far they are from the day of the article: „seit Montag“, „vor zwei Jahren“, „ab Herbst“."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("einem", "einer"), ("zwei",), ("drei",), ("vier",), ("fünf",), ("sechs",), ("sieben",), ("acht",),
            ("neun",), (), ("elf",), ("zwölf",),
        ),
        start=1,
    )
    for word in words
}  # fmt: skip
"""Numbers in words, but for the round ten, which is mostly meant roughly."""
_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_SEASONS = {"frühjahr": 3, "frühling": 3, "sommer": 6, "herbst": 9}
"""Seasons that lie within a year, with their first month."""
_LATE = 10
"""From this month on a begin of the year is mostly that of the next."""
_EARLY = 2
"""Until this month an end of the year may be that of the last one."""
_SEASON = 3
_SURELY_LESS = 9
"""Until this month „knapp ein Jahr“ leads to the last year."""
_MID_YEAR = 6
_MOST = {"jahr": 40, "monat": 18, "woche": 60, "tag": 400}
"""How many years, months, weeks or days back a time is still taken by the number."""
_PAST = r"(?:vergangen|letzt|vorig)e[nmrs]"
_COMING = r"(?:kommend|nächst)e[nmrs]"
_FORMS = {
    "weekday": (
        r"tag|woch",
        r"(?P<lead>[Ss]eit|[Aa]b)\s+(?:dem\s+|diesem\s+|" + _PAST + r"\s+|" + _COMING + r"\s+)*"
        r"(?P<day>Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b(?!\s+" + _PAST + r"\s+Woche|smorgen)",
    ),
    "back": (
        r"\bJahr|\bMonat|\bWoche|\bTage",
        r"(?P<lead>[Ss]eit|(?:[Bb]is\s+)?[Vv]or)\s+(?:inzwischen\s+|nunmehr\s+|mittlerweile\s+|bereits\s+|genau\s+)?"
        r"(?P<number>\d{1,3}|" + "|".join(_NUMBERS) + r")\s+(?P<unit>Jahr|Monat|Woche|Tag)e?n?\b",
    ),
    "rough": (
        r"\bJahr",
        r"(?P<lead>[Ss]eit)\s+(?:inzwischen\s+|nunmehr\s+|mittlerweile\s+|bereits\s+|nun\s+|schon\s+)?"
        r"(?P<rough>gut|knapp|fast|beinahe)\s+(?P<number>einem|zwei|drei)\s+(?P<unit>Jahr)e?n?\b",
    ),
    "part": (
        r"Jahres",
        r"(?:(?P<lead>[Ss]eit|[Aa]b|[Zz]um|[Zz]u|[Aa]m|[Bb]is(?:\s+zum|\s+zu)?|[Vv]or)\s+)?(?:dem\s+)?"
        r"(?:(?P<part>Anfang|Beginn|Mitte|Ende)\s+(?:des|dieses)\s+Jahres|Jahres(?P<noun>anfang|beginn|mitte|ende))"
        r"(?!\s*(?:19|20)\d\d)\b",
    ),
    "season": (
        r"Früh|Somm|Herb",
        r"(?P<lead>[Ss]eit|[Aa]b|[Vv]om|[Ii]m|[Bb]is(?:\s+zum)?)\s+(?:dem\s+)?(?P<which>"
        + _PAST
        + r"\s+|"
        + _COMING
        + r"\s+)?"
        r"(?P<season>Frühjahr|Frühling|Sommer|Herbst)\b(?!\s*(?:19|20)\d\d|\s+des\b)",
    ),
    "feast": (
        r"Silv|Neujahr|Monats",
        r"(?:(?P<lead>[Ss]eit|[Aa]b|[Zz]um|[Zz]u|[Bb]is(?:\s+zum)?)\s+)"
        r"(?P<feast>Silvester|Neujahr|Monatsbeginn|Monatsanfang|Monatsende)\b(?!\s+des\b)",
    ),
    "now": (
        r"sofort|Woche|Monats\b",
        r"(?:(?P<lead>[Ss]eit|[Aa]b|[Zz]um|[Bb]is)\s+)?(?:(?P<sofort>sofort)|(?:dieser|der\s+laufenden)\s+Woche|"
        r"(?:Anfang|Mitte|Ende)\s+(?:des|dieses)\s+(?:laufenden\s+)?Monats)\b",
    ),
    "year": (
        r"Jahr",
        r"(?P<lead>[Ss]eit|[Aa]b)\s+(?:dem\s+)?(?P<which>" + _PAST + "|" + _COMING + r")\s+Jahr\b",
    ),
    "month": (
        r"Monat|Woche",
        r"(?P<lead>[Ss]eit\s+|[Ii]n\s+|[Ii]m\s+)?(?:der\s+|dem\s+)?(?P<which>(?:vergangen|letzt|vorig)e[nmrs]?)\s+"
        r"(?P<unit>Monat|Woche)s?\b",
    ),
}
"""Kinds of such times: what must stand in a text for it to be worth looking, and the form."""
_PATTERNS = {kind: (re.compile(needed), re.compile(rf"(?<!\w){form}")) for kind, (needed, form) in _FORMS.items()}
_HINT = re.compile("|".join(needed for needed, _ in _FORMS.values()))


class SpokenDate(NamedTuple):
    """A time in words: where, the value as precise as the words, and how it is led."""

    start: int
    end: int
    value: str
    lead: str


def spoken_dates(text: str, start: int, end: int, today: datetime.date, precision: int) -> Iterator[SpokenDate]:
    """Times in `text[start:end]` that are told by the day of the article.

    Args:
        text: Folded text.
        start: Begin of the sentence.
        end: End of the sentence.
        today: Day of the article.
        precision: How many of year, month and day are known of it.
    """
    if not _HINT.search(text, start, end):
        return
    for kind, (needed, pattern) in _PATTERNS.items():
        if not needed.search(text, start, end):
            continue
        for match in pattern.finditer(text, start, end):
            found = _READ[kind](match, today, precision)
            if found is not None:
                yield SpokenDate(match.start(), match.end(), *found)


def _lead(match: re.Match[str]) -> str:
    word = (match["lead"] or "").split()[:1]
    return {"seit": "since", "ab": "from", "zum": "from", "vom": "from", "bis": "until"}.get(
        "".join(word).lower(), "at"
    )


def _now(match: re.Match[str], today: datetime.date, precision: int) -> tuple[str, str] | None:
    """„ab sofort“: the day of the article; „seit dieser Woche“: the month, unless the week began in the one before."""
    if match["sofort"]:
        if match["lead"] not in {"ab", "Ab"}:
            return None
        return (today.isoformat(), "since") if precision > 2 else None
    monday = today - datetime.timedelta(days=today.weekday())
    one_month = "Woche" not in match.group() or (monday.month == today.month and precision > 2 and bool(match["lead"]))
    return (f"{today:%Y-%m}", _lead(match)) if one_month and precision > 1 else None


def _weekday(match: re.Match[str], today: datetime.date, precision: int) -> tuple[str, str] | None:
    """„seit Montag“: the last one, which may be today; „ab Montag“: the next one."""
    if precision < 3:
        return None
    lead = _lead(match)
    back = (today.weekday() - _WEEKDAYS.index(match["day"].lower())) % 7
    days = -back if lead == "since" else 7 - back
    return (today + datetime.timedelta(days=days)).isoformat(), lead


def _back(match: re.Match[str], today: datetime.date, precision: int) -> tuple[str, str] | None:
    """„seit sieben Jahren“, „vor drei Monaten“: years as years, what is less as the month that it leads to."""
    told, unit = match["number"], match["unit"].lower()
    number = int(told) if told.isdigit() else _NUMBERS[told]
    lead = _lead(match)
    if not 0 < number <= _MOST[unit] or (unit == "jahr" and number % 10 == 0):
        return None
    if unit == "jahr":
        return f"{today.year - number}", lead
    if precision < 3 and (unit != "monat" or precision < 2):
        return None
    if unit == "monat":
        months = today.year * 12 + today.month - 1 - number
        return f"{months // 12:04d}-{months % 12 + 1:02d}", lead
    day = today - datetime.timedelta(days=number * (7 if unit == "woche" else 1))
    return day.isoformat()[:7], lead


def _rough(match: re.Match[str], today: datetime.date, precision: int) -> tuple[str, str] | None:
    """„seit gut einem Jahr“: the year, unless months more or less may lead to another, near its turn."""
    more = match["rough"].lower() == "gut"
    sure = today.month > _SEASON if more else today.month <= _SURELY_LESS
    if precision < 2 or not sure:
        return None
    return f"{today.year - _NUMBERS[match['number']]}", "since"


def _part(match: re.Match[str], today: datetime.date, precision: int) -> tuple[str, str] | None:
    """„Anfang des Jahres“, „zum Jahresende“; none where the last or the next year may be meant."""
    part, lead = (match["part"] or match["noun"]).lower(), _lead(match)
    if precision < 2 or (match["lead"] or "").lower() == "vor":
        return None
    if part == "ende" and lead == "since":
        return f"{today.year - 1}", lead
    if part == "ende":
        # that it is yet to come, or just over, is known of the month
        return None if today.month <= _EARLY else (f"{today.year}-12", lead)
    late = part in {"anfang", "beginn"} and lead not in {"since", "at"}
    if late and _SEASON < today.month < _LATE:
        return None
    late = late and today.month >= _LATE
    return f"{today.year + late}", lead


def _season(match: re.Match[str], today: datetime.date, precision: int) -> tuple[str, str] | None:
    """„seit dem Herbst“, „ab Herbst“, „im vergangenen Frühjahr“; a bare „im Herbst“ may be past or to come."""
    if precision < 2:
        return None
    first, lead, which = _SEASONS[match["season"].lower()], _lead(match), (match["which"] or "").lower()
    if which.startswith(("komm", "näch")):
        return f"{today.year + (first <= today.month)}", "from" if lead == "from" else "at"
    if lead == "from":
        return f"{today.year + (first + _SEASON <= today.month)}", lead
    if which or lead == "since":
        # „im vergangenen Herbst“ is not the one that it is now
        past = first <= today.month - (_SEASON - 1 if which else 0)
        return f"{today.year - (not past)}", lead
    return None


def _feast(match: re.Match[str], today: datetime.date, precision: int) -> tuple[str, str] | None:
    """„bis Silvester“, „seit Neujahr“, „seit Monatsbeginn“, „zum Monatsende“."""
    if precision < 2:
        return None
    feast, lead, late = match["feast"], _lead(match), today.month > _MID_YEAR
    if feast == "Silvester":
        return f"{today.year - (not late)}-12-31", lead
    if feast == "Neujahr":
        return f"{today.year + (late and lead != 'since')}-01-01", lead
    if lead == "since" and feast == "Monatsende":
        return None
    return f"{today:%Y-%m}", lead


def _year(match: re.Match[str], today: datetime.date, _: int) -> tuple[str, str] | None:
    """„seit vergangenem Jahr“, „ab dem kommenden Jahr“."""
    coming = match["which"].lower().startswith(("komm", "näch"))
    return f"{today.year + (1 if coming else -1)}", _lead(match)


def _month(match: re.Match[str], today: datetime.date, precision: int) -> tuple[str, str] | None:
    """„im vergangenen Monat“, „vergangene Woche“: the month, or the year where that week lies in two."""
    if precision < 3:
        return None
    if match["unit"] == "Monat":
        return (today.replace(day=1) - datetime.timedelta(days=1)).isoformat()[:7], _lead(match)
    monday = today - datetime.timedelta(days=today.weekday() + 7)
    sunday = monday + datetime.timedelta(days=6)
    if monday.month == sunday.month:
        return monday.isoformat()[:7], _lead(match)
    return (f"{monday.year}", _lead(match)) if monday.year == sunday.year else None


_READ: dict[str, Callable[[re.Match[str], datetime.date, int], tuple[str, str] | None]] = {
    "weekday": _weekday,
    "back": _back,
    "rough": _rough,
    "part": _part,
    "season": _season,
    "feast": _feast,
    "now": _now,
    "year": _year,
    "month": _month,
}
