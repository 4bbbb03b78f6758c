"""Dates in words, with their precision, relative to the day of the article."""

from __future__ import annotations

import datetime
import itertools
import re
from dataclasses import dataclass, replace

from govgraph.language.spoken_dates import spoken_dates

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januar", "jänner", "jan"), ("februar", "feb"), ("märz",), ("april", "apr"), ("mai",), ("juni", "jun"),
            ("juli", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("oktober", "okt"), ("november", "nov"),
            ("dezember", "dez"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_OF_YEAR = r"(?:des\s+)?(?P<which>dieses|vergangenen|vorigen|letzten|kommenden|nächsten)\s+Jahres"
"""A year that is told by the one of the article: „im Mai vergangenen Jahres“."""
_LEAD = (
    r"(?P<lead>(?:[Ss]eit(?:dem)?(?:\s+(?:dem\s+)?(?:letzt|vergangen|vorig)e[nmr])?|[Aa]b|[Vv]on|"
    r"[Bb]is(?:\s+(?:zum|Ende|Anfang|Mitte))?|[Zz]um|[Aa]m|[Ii]m|[Ii]n|"
    r"[Vv]om|[Nn]ach|[Vv]or|[Ss]pätestens|[Mm]it\s+dem)\s+)?(?:dem\s+|den\s+|der\s+|Jahr(?:e|es)?\s+|Monat\s+)*"
)
_PART = r"(?P<part>Anfang|Mitte|Ende|Frühjahr|Sommer|Herbst|Winter|Jahresbeginn|Jahreswechsel|Jahresende)"
_FORMS = (
    rf"{_LEAD}(?P<day>\d{{1,2}})\.\s*{_MONTH}(?:\s+(?:{_YEAR}|{_OF_YEAR}))?",
    rf"{_LEAD}(?P<day2>\d{{1,2}})\.(?P<month2>\d{{1,2}})\.{_YEAR.replace('year', 'year2')}",
    rf"{_LEAD}(?:{_PART}\s+)?(?:{_MONTH})(?:\s+(?:{_YEAR}|{_OF_YEAR}))?\b",
    rf"{_LEAD}{_PART}(?:\s+(?:(?:des\s+Jahres\s+|{_MONTH}\s+)?{_YEAR}|{_OF_YEAR}))?\b",
    rf"{_LEAD}(?:Jahr(?:e|es)?\s+)?{_YEAR}\b",
    r"(?P<relative>(?:[Ss]eit\s+)?[Gg]estern|[Hh]eute|[Vv]orgestern|[Ii]m\s+vergangenen\s+Jahr|[Ii]m\s+vorigen\s+Jahr|"
    r"[Ii]m\s+letzten\s+Jahr|[Ii]m\s+kommenden\s+Jahr|[Ii]m\s+nächsten\s+Jahr|[Ss]eit\s+(?:einem|zwei|drei|vier|fünf)"
    r"\s+Jahr(?:en)?|[Ss]eit\s+Jahresbeginn|[Ii]n\s+diesem\s+Jahr|(?:[Ii]m|[Zz]um|[Vv]om|[Aa]b\s+dem|[Mm]it\s+dem)\s+"
    r"neuen\s+Jahr|[Aa]nfang\s+des\s+neuen\s+Jahres)\b",
)
_NEEDED = (_MONTH, r"\d\.\d", _MONTH, _PART, _YEAR, r"estern|eute|[Jj]ahr")
"""What must stand in a text for the form with the same number to be worth looking for."""
_PATTERNS = tuple(
    (re.compile(needed), re.compile(rf"(?<![\w.]){form}")) for needed, form in zip(_NEEDED, _FORMS, strict=True)
)
_MID_YEAR = 6
_RANGE = re.compile(r"\s?[–-]\s?|\s+und\s+")
"""What stands between the bounds of a time: „2013–2020“, „zwischen 2013 und 2020“."""
_BETWEEN = re.compile(r"\b[Zz]wischen\s+$")
_AFTER = re.compile(
    r"\b[Ss]eit\s+(?:(?:de[mr]|dessen|deren|ihre[mr]|seine[mr])\s+)?(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][\w-]+\s+$"
)
"""What makes the day of something the begin of a time: „seit ihrer Gründung im Jahr 2014“."""
_FAR_BACK = 60
_LOOK_BACK = 12
_BARE = re.compile(r"\d|(?!In\b|Im\b|Am\b)[A-ZÄ]")
"""How a date begins before which no word says how it is meant."""
_YEARS_ON = {"verg": -1, "vori": -1, "letz": -1, "komm": 1, "näch": 1}
"""How many years from that of the article the word for a year leads, by its first letters."""
_NUMBERS = {"einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5}
_ANCHOR = re.compile(
    r"\d|M[aä]|Ja|Ju|Feb|Apr|Aug|Sep|Okt|Nov|Dez|Anfang|Mitte|Ende|Früh|Somm|Herb|Wint|estern|eute|Jahr|jahr|Monat|Woche|Silv|"
    r"(?:[Ss]eit|[Aa]b)\s.{0,20}(?:tag|woch)|Tage|sofort"
)


_LENGTH_OF_DAY = len("2024-03-01")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date named in text.

    Attributes:
        start: First code point.
        end: One past the last.
        value: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: never more precise than the words.
        lead: `since`, `until`, `from` (ab, zum) or `at`.
    """

    start: int
    end: int
    value: str
    lead: str

    @property
    def is_day(self) -> bool:
        """Whether it tells a day, and not only a month or year."""
        return len(self.value) == _LENGTH_OF_DAY


def _lead(words: str | None) -> str:
    word = (words or "").strip().lower()
    if word.startswith("seit"):
        return "since"
    if word.startswith("bis") or word == "vor":
        return "until"
    if word in {"ab", "zum", "von", "vom"}:
        return "from"
    return "at"


def _relative(words: str, reference: datetime.date, precision: int) -> tuple[str, str] | None:
    text = " ".join(words.lower().split())
    said = text.removeprefix("seit ")
    if said in {"gestern", "heute", "vorgestern"}:
        if precision < 3:
            return None
        back = {"heute": 0, "gestern": 1, "vorgestern": 2}[said]
        return (reference - datetime.timedelta(days=back)).isoformat(), "at" if said == text else "since"
    if "jahresbeginn" in text:
        return f"{reference.year}", "since"
    if text.startswith("seit"):
        return f"{reference.year - _NUMBERS[text.split()[1]]}", "since"
    if "diesem" in text:
        return f"{reference.year}", "at"
    if "neuen" in text:
        return f"{_coming_year(reference)}", "from" if text.startswith(("zum", "vom", "ab")) else "at"
    later = "kommenden" in text or "nächsten" in text
    return f"{reference.year + (1 if later else -1)}", "at"


def _coming_year(reference: datetime.date) -> int:
    """The year that „das neue Jahr“ is: the next one for an article of the second half of a year."""
    return reference.year + (reference.month > _MID_YEAR)


def _valid(year: int, month: int | None, day: int | None) -> str | None:
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


def _nearest_year(month: int, lead: str, reference: datetime.date) -> int:
    """Year of a month named without one: the last such month for the past, the next for `ab` and `zum`."""
    if lead == "from" and month < reference.month:
        return reference.year + 1 if reference.month - month > 6 else reference.year
    return reference.year - 1 if month > reference.month and lead in {"since", "at"} else reference.year


def _value(match: re.Match[str], reference: datetime.date | None) -> tuple[str, str] | None:
    groups = match.groupdict()
    if groups.get("relative"):
        return None if reference is None else _relative(groups["relative"], reference, 3)
    lead = _lead(groups.get("lead"))
    year = groups.get("year") or groups.get("year2")
    month_name, month_number = groups.get("month"), groups.get("month2")
    month = MONTHS[month_name.lower()] if month_name else int(month_number) if month_number else None
    day = groups.get("day") or groups.get("day2")
    if year is None and month is None and groups.get("part") == "Jahreswechsel" and reference is not None:
        return f"{_coming_year(reference)}", lead
    if year is None and groups.get("which") and reference is not None:
        year = str(reference.year + _YEARS_ON.get(groups["which"][:4], 0))
    if year is None:
        if month is None or reference is None:
            return None
        # „seit vergangenem Mai“ is not of this month
        back = month == reference.month and " " in (groups.get("lead") or "").strip() and lead == "since"
        year = str(_nearest_year(month, lead, reference) - back)
    value = _valid(int(year), month, int(day) if day else None)
    return None if value is None else (value, lead)


def find_dates(text: str, start: int, end: int, article_date: str | None) -> list[DateSpan]:
    """Dates named in `text[start:end]`, left to right, without overlap; the most precise reading wins.

    Args:
        text: Folded text.
        start: Begin of the sentence.
        end: End of the sentence.
        article_date: Date of the article; without it, months without a year and relative dates are left out.

    Returns:
        Spans with values; „Ende 2022“ is `2022`, „seit Mai“ in an article of July 2021 is `2021-05`. Of „2013–2020“ the
        first is led by `from`, the second by `until`.
    """
    if not _ANCHOR.search(text, start, end):
        return []
    reference = None
    if article_date:
        parts = [int(p) for p in article_date.split("-")]
        reference = datetime.date(parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 28)
    taken: list[DateSpan] = []
    for needed, pattern in _PATTERNS:
        if not needed.search(text, start, end):
            continue
        for match in pattern.finditer(text, start, end):
            if any(match.start() < span.end and span.start < match.end() for span in taken):
                continue
            found = _value(match, reference)
            if found is not None:
                taken.append(DateSpan(match.start(), match.end(), *found))
    if reference is not None and article_date:
        for one in spoken_dates(text, start, end, reference, article_date.count("-") + 1):
            if not any(one.start < span.end and span.start < one.end for span in taken):
                taken.append(DateSpan(*one))
    dated = (_after(text, start, span) for span in sorted(taken, key=lambda span: span.start))
    return _bounded(text, list(dated))


def _after(text: str, start: int, date: DateSpan) -> DateSpan:
    """A date, as the begin of a time if it is that of something since when: „seit dem Start im Mai“."""
    if date.lead != "at" or "eit " not in text[max(start, date.start - _FAR_BACK) : date.start]:
        return date
    return replace(date, lead="since") if _AFTER.search(text, max(start, date.start - _FAR_BACK), date.start) else date


def _bounded(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """The dates, those as begin and end that bound one time: „2013 bis 2020“, „2013–2020“, „zwischen 2013 und 2020“."""
    for number, (one, other) in enumerate(itertools.pairwise(spans)):
        between = text[one.end : other.start]
        if one.lead != "at" or one.value >= other.value or not _BARE.match(text, one.start):
            continue
        joined = bool(_RANGE.fullmatch(between) and other.lead == "at" and _BARE.match(text, other.start))
        if joined and "und" in between:
            joined = bool(_BETWEEN.search(text, max(0, one.start - _LOOK_BACK), one.start))
        if joined or (not between.strip() and other.lead == "until"):
            spans[number] = replace(one, lead="from")
            spans[number + 1] = replace(other, lead="until")
    return spans
