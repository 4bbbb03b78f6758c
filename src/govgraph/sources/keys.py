"""What rows of tables and front matter call their values, and what these say of an article."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from govgraph.model.page import Issue
from govgraph.sources.dates import read_date
from govgraph.sources.documents import Told
from govgraph.sources.people import read_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["FIELDS", "Named", "date_of", "doubt_about_date", "field_of", "fields_of", "named_values"]

FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "articlebody", "fulltext", "maintext", "plaintext", "bodytext", "contenttext"),
        *("rawtext", "inhalt", "volltext", "artikeltext"),
    ),
    "html": ("html", "contenthtml", "bodyhtml", "rawhtml", "articlehtml", "pagehtml"),
    "title": ("title", "headline", "titel", "ueberschrift", "überschrift", "schlagzeile"),
    "kicker": ("kicker", "dachzeile", "spitzmarke", "overline", "oberzeile"),
    "date": (
        *("date", "published", "publishedat", "datepublished", "publisheddate", "publishdate", "datepublish"),
        *("publicationdate", "pubdate", "pubtime", "publishedtime", "issued", "datum", "veröffentlicht"),
        *("veroeffentlicht", "veröffentlichtam", "veroeffentlichtam", "erschienen", "erschienenam"),
    ),
    "url": (
        *("url", "canonicalurl", "canonical", "link", "permalink", "weburl", "pageurl", "sourceurl", "href", "uri"),
        *("webseite", "adresse"),
    ),
    "authors": ("authors", "author", "byline", "autoren", "autor", "autorin", "verfasser", "creator"),
    "language": ("language", "lang", "inlanguage", "sprache", "langcode"),
    "id": ("id", "guid", "uuid", "identifier", "docid", "articleid", "documentid", "kennung"),
}
"""What a value is called, the likeliest name first: small letters, without marks between words and without a prefix
such as `dc:`."""

_FIELD = {name: field for field, names in FIELDS.items() for name in names}
_RANK = {name: rank for names in FIELDS.values() for rank, name in enumerate(names)}
_PREFIX = re.compile(r"^(?:dc|dcterms|schema|og|article|meta)[:.]", re.IGNORECASE)
_MARKS = re.compile(r"[\s_.:@-]+")
_ISO = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)(?:$|[T ])")
_CLOCK = re.compile(r",? (?:um )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?Uhr)?$")
_WEEKDAY = re.compile(r"^(?:Mo|Di|Mi|Do|Fr|Sa|So)[a-zä]*\.?, ?(?:den )?")
_COMPACT = re.compile(r"((?:19|20)\d{2})([01]\d)([0-3]\d)$")
_TAGS = re.compile(r"</(?:p|div|h[1-6]|a|span|article|html|body|ul|li|strong|b|em)>|<br ?/?>", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_FEWEST_TAGS = 2
_EPOCH_SECONDS = range(10**9, 10**10)
_EPOCH_MILLISECONDS = range(10**12, 10**13)
_MOST_NAMES = 50
_LONGEST_NAME = 120
_LONGEST_DATE = 60


@dataclass(frozen=True, slots=True)
class Named:
    """What a row or front matter holds.

    Attributes:
        told: What it says of the article.
        text: The article's words, or None.
        html: The article as HTML, or None.
        id: What it is known by in its own collection, or None.
        undated: What stands for its date, if that is not understood.
    """

    told: Told
    text: str | None = None
    html: str | None = None
    id: str | None = None
    undated: str | None = None


def field_of(key: object) -> str | None:
    """Which value a key stands for, or None.

    >>> field_of("datePublished"), field_of("dc:creator"), field_of("Überschrift"), field_of("clicks")
    ('date', 'authors', 'title', None)
    """
    return _FIELD.get(_plain(key))


def _plain(key: object) -> str:
    return _MARKS.sub("", _PREFIX.sub("", key.strip())).casefold() if isinstance(key, str) else ""


def fields_of(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Keys that are understood, by what they stand for, the likeliest first."""
    found: dict[str, list[str]] = {}
    for key in keys:
        field = field_of(key)
        if field is not None:
            found.setdefault(field, []).append(key)
    return {field: tuple(sorted(some, key=lambda key: (_RANK[_plain(key)], key))) for field, some in found.items()}


def named_values(values: Mapping[str, object]) -> Named:
    """What the values of a row say; of several names for one thing the likeliest that has a value counts.

    Values of other kinds than expected are left out. HTML under a name for text is taken for HTML.
    """
    keys = fields_of(key for key in values if isinstance(key, str))
    values = {key: _as_shown(value) for key, value in values.items()}

    def first(field: str) -> str | None:
        return next((words for key in keys.get(field, ()) if (words := _words(values[key]))), None)

    text = next((words for key in keys.get("text", ()) if (words := _paragraphs(values[key]))), None)
    html = first("html")
    if html is None and text is not None and _is_html(text):
        text, html = None, text
    language = first("language")
    told = Told(
        url=first("url"),
        title=_line(first("title")),
        kicker=_line(first("kicker")),
        date=next((day for key in keys.get("date", ()) if (day := date_of(values[key]))), None),
        authors=next((names for key in keys.get("authors", ()) if (names := _names(values[key]))), ()),
        language=language.replace("_", "-") if language and _LANGUAGE.match(language) else None,
    )
    undated = None if told.date else _line(first("date"))
    return Named(told, text, html, _line(first("id")), undated and undated[:_LONGEST_DATE])


def doubt_about_date(words: str, place: str, source: str) -> Issue:
    """A warning of a date that is not understood.

    Args:
        words: What stands for the date.
        place: Where it stands.
        source: The file.
    """
    message = f"{place}: {words!r} is not understood as a date; write it as in 2024-11-18 or 18.11.2024"
    return Issue(source, "sources", "warning", "unread-date", message)


def _as_shown(value: object) -> object:
    """What a system shows of a value that it keeps with more than one wording: `{"rendered": "<p>…"}`."""
    return value["rendered"] if isinstance(value, dict) and isinstance(value.get("rendered"), str) else value


def _is_html(text: str) -> bool:
    return sum(1 for _ in zip(range(_FEWEST_TAGS), _TAGS.finditer(text), strict=False)) == _FEWEST_TAGS


def _words(value: object) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int) and not isinstance(value, bool):
        try:
            return str(value)
        except ValueError:
            return None  # more digits than Python writes out
    return None


def _paragraphs(value: object) -> str | None:
    if isinstance(value, list | tuple):
        return "\n\n".join(part.strip() for part in value if isinstance(part, str) and part.strip()) or None
    return value.strip() or None if isinstance(value, str) else None


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) if words else None


def _names(value: object) -> tuple[str, ...]:
    """Names of authors from a byline, a list of names, or things that have a name."""
    parts = value if isinstance(value, list | tuple) else [value]
    names: list[str] = []
    for part in parts[:_MOST_NAMES]:
        words = part.get("name") if isinstance(part, dict) else part
        if not isinstance(words, str):
            continue
        plain = re.sub(r"^(?:von|by|autor(?:in)?:) ", "", " ".join(words.split()), flags=re.IGNORECASE)
        apart = [_turned(one) for one in plain.split(";")] if ";" in plain else read_names(plain)
        names += [name for name in apart if name and len(name) <= _LONGEST_NAME and name not in names]
    return tuple(names[:_MOST_NAMES])


def _turned(name: str) -> str:
    """`Muster, Jana` as people say it."""
    last, comma, first = name.strip().partition(", ")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first else name.strip()


def date_of(value: object) -> str | None:
    """Day, month or year that a value stands for; None for what is no date.

    Moments of world time and seconds since 1970 are counted in the time of Germany, where they are another day late in
    the evening.

    >>> date_of("2024-11-17T23:30:00Z"), date_of("18. November 2024"), date_of(20241118), date_of("2024-11")
    ('2024-11-18', '2024-11-18', '2024-11-18', '2024-11')
    """
    if isinstance(value, datetime.datetime):
        return _german_day(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, int | float):
        return _of_number(value)
    words = " ".join(value.split())
    if words.isdecimal() and words.isascii() and len(words) in (8, 10, 13):
        return _of_number(int(words))
    try:
        return _german_day(datetime.datetime.fromisoformat(words)) if len(words) > len("2024-11-18") else _told(words)
    except ValueError:
        pass
    if day := _told(words):
        return day
    try:
        return _german_day(parsedate_to_datetime(words))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _told(words: str) -> str | None:
    if match := _ISO.match(words):
        day = match[1]
        return read_date(day) if len(day) == len("2024-11-18") else day if "01" <= day[-2:] <= "12" else None
    return read_date(_CLOCK.sub("", _WEEKDAY.sub("", words)))


def _of_number(value: float) -> str | None:
    if value != value or int(value) != value:
        value = int(value) if value == value and abs(value) < _EPOCH_MILLISECONDS.stop else 0
    number = int(value)
    if match := _COMPACT.match(str(number) if number < _EPOCH_SECONDS.start else ""):
        return read_date("-".join(match.groups()))
    if number in range(1000, 3000):
        return str(number)
    seconds = number // 1000 if number in _EPOCH_MILLISECONDS else number
    if seconds not in _EPOCH_SECONDS:
        return None
    return _german_day(datetime.datetime.fromtimestamp(seconds, datetime.UTC))


def _german_day(moment: datetime.datetime) -> str | None:
    """Day of a moment; world time is turned into that of Germany, by the rule of the European Union since 1996."""
    if moment.tzinfo is None or moment.utcoffset():
        return moment.date().isoformat()
    try:
        begin, end = (_last_sunday(moment.year, month) for month in (3, 10))
        hours = 2 if begin <= moment.replace(tzinfo=None) < end else 1
        return (moment + datetime.timedelta(hours=hours)).date().isoformat()
    except OverflowError:
        return None


def _last_sunday(year: int, month: int) -> datetime.datetime:
    last = datetime.datetime(year, month, 31, 1)
    return last - datetime.timedelta(days=(last.weekday() + 1) % 7)
