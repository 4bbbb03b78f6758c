"""What a page says of itself in its head: address, language, title, date, authors."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from govgraph.sources.dates import read_date
from govgraph.sources.html.linked import LIVE, LinkedArticle, linked_articles, page_day
from govgraph.sources.html.tree import Element, Scripts, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.sources.documents import Told

__all__ = ["MAIL_DAY", "Metadata", "day_of", "day_of_address", "read_metadata", "resolved"]

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued"),
    *("dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date", "pubdate", "publish-date"),
    *("publication_date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "last-published"),
    *("og:published_time", "article:published", "published", "publishdate", "publish_date", "release_date"),
    *("citation_publication_date", "citation_date", "prism.publicationdate", "dc.date.available", "displaydate"),
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "title")
_AUTHORS = (
    *("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"),
    *("citation_author", "twitter:author"),
)
_WRITTEN_BY = frozenset({"written by", "verfasst von", "geschrieben von", "von", "autor", "autorin", "posted by"})
_MOMENT = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
_TURNED = re.compile(r"([12]\d{3})[/.](\d{2})[/.](\d{2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?$")
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*$")
_DAY_FOLDERS = re.compile(r"/((?:19|20)\d{2})/([01]\d)/([0-3]\d)/")
_EXTENSIONS = frozenset({"html", "htm", "php", "aspx", "jsp", "shtml", "xhtml"})
_TITLE_END = re.compile(r"\s+(?:[|•·»›]|::|[-–—])\s+")
_HOUR = datetime.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of a page beside its text.

    Attributes:
        url: Canonical address, absolute, or None.
        base: Address that its links are resolved against, or None.
        hosts: Hosts that it is said to be of, the surest first.
        language: Language tag, or None.
        titles: Wordings of its title, the surest first; that of `<title>` whole and without the name of the site.
        date: Day on which it was published, or None.
        authors: Names as given, from JSON-LD.
        written: Names as given, from meta tags: often whoever put the page into the system.
        article: Whether it says that it is an article.
        menu: Short links of the page, which may name its sections.
        issue: Month of the issue that the page says it is of, or None.
        signed: Names on the one line below the article that says who wrote it.
        slug: Letters of the words that its address ends with, as titles are written there; empty where it has none.
    """

    url: str | None
    base: str | None
    hosts: tuple[str, ...]
    language: str | None
    titles: tuple[str, ...]
    date: str | None
    authors: tuple[str, ...]
    written: tuple[str, ...]
    article: bool
    slug: str = ""
    menu: frozenset[str] = frozenset()
    issue: str | None = None
    signed: tuple[str, ...] = ()


def read_metadata(root: Element, scripts: Scripts, told: Told) -> Metadata:
    """Read meta tags, links and JSON-LD. Nothing of it is believed before what was told."""
    meta = _meta(root)
    links = {
        rel.lower(): link.get("href", "").strip()
        for link in root.iter("link")
        for rel in (link.get("rel") or "").split()
        if rel.lower() in ("canonical", "shortlink")
    }
    base_tag = next((one.get("href") for one in root.iter("base") if one.get("href")), None)
    own = _absolute(told.url)
    graph = _absolute(_first(meta, ("og:url",)))
    linked = _main(linked_articles(scripts.linked), (links.get("canonical"), graph, own))
    near = own or graph or _absolute(links.get("canonical")) or _absolute(linked.url if linked else None)
    base = resolved(base_tag, near) or near
    canonical = resolved(links.get("canonical"), base) or graph or resolved(linked.url if linked else None, base) or own
    hosts = [urlsplit(one).hostname or "" for one in (own, canonical, graph, base) if one]
    html_tag = root if root.tag == "html" else next(root.iter("html"), root)
    language = told.language or _language(
        [
            *(html_tag.get(key) for key in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")),
            linked.language if linked else None,
            _first(meta, ("content-language", "dc.language", "language", "og:locale")),
        ]
    )
    dates = [
        linked.published if linked else None,
        *(_first(meta, (name,)) for name in _PUBLISHED),
    ]
    date = next((day for words in dates if words and (day := day_of(words))), None)
    return Metadata(
        url=canonical,
        base=base,
        hosts=tuple(dict.fromkeys(host.lower().removeprefix("www.") for host in hosts if host)),
        language=language,
        titles=tuple(dict.fromkeys(_titles(root, meta, linked))),
        date=date or day_of(page_day(scripts.linked) or ""),
        authors=linked.authors if linked else (),
        written=tuple(name for key in _AUTHORS for name in meta.get(key, ())),
        article=(linked is not None and linked.kind not in LIVE) or "article" in meta.get("og:type", ()),
        slug=_slug(canonical),
    )


def _meta(root: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    marked: dict[str, dict[str, None]] = {}
    for one in root.iter("meta"):
        name = one.get("property") or one.get("name") or one.get("http-equiv")
        value = clean(one.get("content") or "")
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
        elif value and (name := one.get("itemprop")):
            marked.setdefault(name.lower(), {})[value] = None
    # of several, such as of teasers, none is known to be that of the page
    for name, values in marked.items():
        if len(values) == 1:
            found.setdefault(name, []).extend(values)
    # as a preview labels what it shows
    for number in "12":
        label = next(iter(found.get(f"twitter:label{number}", ())), "").lower().rstrip(":")
        if label in _WRITTEN_BY:
            found.setdefault("twitter:author", []).extend(found.get(f"twitter:data{number}", ()))
    return found


def _first(meta: dict[str, list[str]], names: Iterable[str]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _absolute(url: str | None) -> str | None:
    return resolved(url, None)


def resolved(url: str | None, base: str | None) -> str | None:
    """Absolute address without a fragment, or None for what is none of the web.

    >>> resolved("../b.html#x", "https://example.org/a/c.html"), resolved("/b", None), resolved("#", "https://e.org/")
    ('https://example.org/b.html', None, None)
    """
    words = (url or "").strip()
    if not words or words.startswith("#"):
        return None
    try:
        parts = urlsplit(urljoin(base or "", words))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        return urlunsplit(parts._replace(fragment=""))
    except ValueError:
        return None


def _main(linked: Sequence[LinkedArticle], addresses: Iterable[str | None]) -> LinkedArticle | None:
    """The article that a page is about: that with its address, else the only one that is dated, else the only one."""
    known = {_trail(one) for one in addresses if one}
    own = [one for one in linked if one.url and _trail(one.url) in known]
    for some in (own, [one for one in linked if one.published], linked):
        wordings = {(one.headline, one.published) for one in some}
        if len(wordings) == 1:
            return max(some, key=lambda one: len(one.authors))
    return None


def _trail(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return url


def _slug(url: str | None) -> str:
    """Letters of the last part of an address, if it is made of several words.

    >>> _slug("https://example.org/news/ein-neues-portal-4711.html"), _slug("https://example.org/news/index.html")
    ('einneuesportal', '')
    """
    last = _trail(url or "").rpartition("/")[2]
    words = [word for word in re.split(r"[-_+,.]|%20", last.lower()) if word.isalpha() and word not in _EXTENSIONS]
    return "".join(words) if len(words) > 1 else ""


def day_of_address(url: str | None) -> str | None:
    """Day that the folders of an address name, as blogs sort by them.

    >>> day_of_address("https://example.org/2024/03/12/portal/"), day_of_address("https://example.org/2024/03/portal")
    ('2024-03-12', None)
    """
    match = _DAY_FOLDERS.search(_trail(url or "") + "/")
    return read_date("-".join(match.groups())) if match else None


def _language(names: Iterable[str | None]) -> str | None:
    return next((name.replace("_", "-") for name in names if name and _TAG.match(name)), None)


def _titles(root: Element, meta: dict[str, list[str]], linked: LinkedArticle | None) -> Iterable[str]:
    if linked is not None and linked.headline:
        yield linked.headline
    for name in _TITLES:
        yield from meta.get(name, ())[:1]
    title = clean("".join(next((one.itertext() for one in root.iter("title")), ())))
    if title:
        yield title
        ends = list(_TITLE_END.finditer(title))
        yield from (title[: match.start()] for match in ends)
        yield from (title[match.end() :] for match in ends)


def day_of(words: str) -> str | None:
    """Day of a moment in German time, or of any date that a page writes; None for what is no date.

    >>> day_of("2024-11-17T23:30:00Z"), day_of("2024-11-18 06:56"), day_of("18.11.2024, 7:00 Uhr"), day_of("bald")
    ('2024-11-18', '2024-11-18', '2024-11-18', None)
    """
    text = _TURNED.sub(r"\1-\2-\3", words.strip())
    match = _MOMENT.match(text)
    if match is None:
        compact = _COMPACT.match(text)
        return read_date("-".join(compact.groups()[:3])) if compact else _written_day(text)
    day = read_date("-".join(match.groups()[:3]))
    if day is None or match[7] is None or match[4] is None:
        return day
    offset = datetime.timedelta()
    if match[7] != "Z":
        sign = -1 if match[7][0] == "-" else 1
        offset = sign * datetime.timedelta(hours=int(match[7][1:3]), minutes=int(match[7][-2:]))
    try:
        moment = datetime.datetime(*(int(part) for part in match.groups()[:5])) - offset  # type: ignore[arg-type]
        return (moment + _german_offset(moment)).date().isoformat()
    except (ValueError, OverflowError):
        return day


def _german_offset(moment: datetime.datetime) -> datetime.timedelta:
    """What German clocks are ahead of UTC: an hour, two from the last Sunday of March to that of October, 1:00 UTC."""
    start, end = (_last_sunday(moment.year, month) for month in (3, 10))
    return 2 * _HOUR if start <= moment < end else _HOUR


def _last_sunday(year: int, month: int) -> datetime.datetime:
    last = datetime.datetime(year, month, 31, 1)
    return last - datetime.timedelta(days=(last.weekday() + 1) % 7)


_DAY = re.compile(
    r"(?<!\d)(?:(\d{1,2}\. ?\d{1,2}\. ?(?:[12]\d{3}|\d{2}(?!\d)))|(\d{1,2}\. ?[^\W\d_]{3,9}\.? [12]\d{3})|"
    r"([12]\d{3}-\d{2}-\d{2})|([A-Z][a-zä]{2,8}\.? \d{1,2}, [12]\d{3})|"
    r"((?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) [12]\d{3}))"
)


MAIL_DAY = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:(?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d{1,2}) [\d:]{5,8}(?: [A-Z]{1,5})?|"
    r"(?P<first>\d{1,2}) (?P<second>[A-Z][a-z]{2})) (?P<year>[12]\d{3})\b[\d: +A-Z()-]*"
)
"""A moment as programs write it, in letters or logs: "Mon Sep 25 09:41:12 CEST 2006", "Mon, 25 Sep 2006 09:41"."""
# as where each part has an element of its own
_SPLIT_DAY = re.compile(r"(\d{1,2})\.?\s*([A-ZÄ][^\W\d_]{2,8})\.?\s*([12]\d{3})$")


def _written_day(text: str) -> str | None:
    if match := _SPLIT_DAY.match(text):
        return read_date(f"{match[1]}. {match[2]} {match[3]}")
    if match := MAIL_DAY.search(text[:400]):
        return read_date(f"{match['month'] or match['second']} {match['day'] or match['first']}, {match['year']}")
    for match in _DAY.finditer(text[:400]):
        day = read_date(match[0])
        if day:
            return day
    return None
