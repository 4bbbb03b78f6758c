"""Feeds: RSS and Atom by feedparser, JSON Feed by its specification; and feeds in files, which hold documents."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_tz
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govgraph.errors import FetchError, InputError
from govgraph.model.page import Issue
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits
from govgraph.sources.documents import Document
from govgraph.sources.formats import ENTRY
from govgraph.sources.people import read_names
from govgraph.sources.web.entries import Entry, entry_bytes, plain
from govgraph.sources.web.guard import address_of

if TYPE_CHECKING:
    from govgraph.sources.inputs import InputRef

__all__ = ["Feed", "FeedFile", "is_feed_type", "read_feed"]

_TYPES: Final = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_ISO: Final = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})")
_MAILBOX: Final = re.compile(r"\S+@\S+ \((?P<name>[^()]+)\)")
_CLOSED: Final = re.compile(rb"</\s*(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ENTRY: Final = re.compile(rb"<(?P<end>/?)\s*(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_OLDEST: Final = 1990


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as read.

    Attributes:
        entries: In its order; their keys differ.
        damaged: What is wrong with its form, or empty; the entries are those that could be read.
        cut: Whether it ends in the middle; an entry that it breaks off in is left out.
    """

    entries: tuple[Entry, ...]
    damaged: str = ""
    cut: bool = False

    @property
    def trouble(self) -> str:
        """What is wrong with it, and what was read all the same, in words for an issue."""
        what = "a feed that breaks off" if self.cut else "a damaged feed"
        return f"{what} ({self.damaged}); {len(self.entries)} entries of it are read"

    @property
    def level(self) -> str:
        """How bad that is, as a level of issues."""
        return "error" if self.cut else "warning"


def is_feed_type(media_type: str | None) -> bool:
    """Whether a server says that it sends a feed."""
    return media_type in _TYPES


def read_feed(raw: bytes, url: str | None = None, headers: Mapping[str, str] | None = None) -> Feed | None:
    """Entries of a feed; None for what is none. Nothing is fetched.

    Args:
        raw: Its bytes.
        url: Where it was found, for addresses that are relative.
        headers: Headers it came with, in lower case; they name its charset.
    """
    stripped = raw.lstrip(b"\xef\xbb\xbf \t\r\n")
    found = _json_feed(stripped, url) if stripped.startswith(b"{") else _xml_feed(raw, url, headers or {})
    if found is None:
        return None
    entries: list[Entry] = []
    taken: set[str] = set()
    for one in found.entries:
        key, number = one.key, 1
        while key in taken:
            number += 1
            key = f"{one.key}#{number}"
        taken.add(key)
        entries.append(replace(one, key=key))
    return replace(found, entries=tuple(entries))


def _json_feed(raw: bytes, url: str | None) -> Feed | None:
    try:
        shape = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(shape, dict) or "jsonfeed.org/version" not in str(shape.get("version")):
        return None
    items = shape.get("items")
    entries: list[Entry] = []
    broken = 0
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict):
            broken += 1
            continue
        told = {name: value for name, value in item.items() if isinstance(value, str)}
        told = {name: value.strip() for name, value in told.items()}
        listed = item.get("authors") or shape.get("authors") or [item.get("author") or shape.get("author")]
        names = [one.get("name") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        content = told.get("content_html") or _escaped(told.get("content_text", ""))
        language = told.get("language") or shape.get("language")
        entries.append(
            _entry(
                key=str(item["id"]) if isinstance(item.get("id"), str | int) else "",
                url=_link(told.get("url") or told.get("external_url"), url),
                title=told.get("title", ""),
                dates=(told.get("date_published", ""), told.get("date_modified", "")),
                authors=[one for one in names if isinstance(one, str)],
                language=language if isinstance(language, str) else None,
                content=content or _escaped(told.get("summary", "")),
                full=bool(content),
            )
        )
    return Feed(tuple(entries), f"{broken} items of it are none" if broken else "")


def _xml_feed(raw: bytes, url: str | None, headers: Mapping[str, str]) -> Feed | None:
    import feedparser

    told = {name: headers[name] for name in ("content-type",) if name in headers}
    # a stream: a string might be taken for an address or a file
    parsed = feedparser.parse(io.BytesIO(raw), response_headers=told, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version"):
        return None
    entries = [_xml_entry(one, parsed.feed, url) for one in parsed.entries]
    damaged = ""
    if parsed.bozo and not isinstance(parsed.bozo_exception, feedparser.CharacterEncodingOverride):
        damaged = " ".join(str(parsed.bozo_exception).split())
    # without the zeros of UTF-16
    cut = bool(damaged) and not _CLOSED.search(raw[-1000:].replace(b"\0", b""))
    edges = _ENTRY.findall(raw.replace(b"\0", b"")) if cut else []
    broken = cut and not (edges and edges[-1] == b"/")
    return Feed(tuple(entries[:-1] if broken else entries), damaged, cut)


def _xml_entry(one: Any, feed: Any, url: str | None) -> Entry:
    contents = sorted(one.get("content", []), key=lambda part: "html" not in part.get("type", ""))
    content = next((part for part in contents if part.get("value", "").strip()), None)
    text = content or one.get("summary_detail") or {}
    title = one.get("title_detail") or {}
    link = one.get("link", "")
    if link == one.get("id") and "://" not in link:
        link = ""  # feedparser takes a name for an address
    names: list[str] = []
    for author in one.get("authors", []):
        # feedparser takes `mail (name)` apart at the wrong places
        mailbox = _MAILBOX.fullmatch(one.get("author", ""))
        names.append(mailbox["name"] if mailbox else author.get("name", ""))
    return _entry(
        key=one.get("id", ""),
        url=_link(link, url),
        title=title.get("value", "") if title.get("type") != "text/plain" else _escaped(title.get("value", "")),
        dates=(dict.get(one, "published", ""), dict.get(one, "updated", "")),
        authors=names,
        language=text.get("language") or feed.get("language"),
        content=text.get("value", "") if text.get("type") != "text/plain" else _escaped(text.get("value", "")),
        full=content is not None,
    )


def _entry(  # noqa: PLR0913 - what an entry consists of
    *,
    key: str,
    url: str | None,
    title: str,
    dates: tuple[str, str],
    authors: list[str],
    language: str | None,
    content: str,
    full: bool,
) -> Entry:
    day = next((found for one in dates if (found := _day(one))), None)
    people = [name for one in authors for name in read_names(" ".join(one.split())) if "@" not in name]
    entry = Entry(
        key="",
        url=url,
        title=plain(title),
        date=day,
        authors=tuple(dict.fromkeys(people)),
        language=(language or "").strip().lower() or None,
        content=content.strip(),
        teaser=not full,
        state=" ".join(one.strip() for one in dates),
    )
    digest = hashlib.sha256(f"{entry.title}\n{entry.date}".encode("utf-8", "replace")).hexdigest()[:16]
    return replace(entry, key=" ".join(key.split()) or url or digest)


def _day(words: str) -> str | None:
    """Day of a date as it is written, in its own zone."""
    iso = _ISO.match(words)
    if iso:
        year, month, day = (int(one) for one in iso.groups())
    else:
        parsed = parsedate_tz(words)
        if parsed is None:
            return None
        year, month, day = parsed[:3]
    try:
        return date(year, month, day).isoformat() if year >= _OLDEST else None
    except ValueError:
        return None


def _link(words: str | None, base: str | None) -> str | None:
    if not words:
        return None
    try:
        return address_of(words, base).url
    except FetchError:
        return None


def _escaped(text: str) -> str:
    """Plain text as HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{part}</p>" for part in re.split(r"\n\s*\n", escaped.replace("\r\n", "\n")) if part.strip())


class FeedFile:
    """A feed in a file: each entry is a document with what the feed says of it. The pages behind it are not fetched."""

    def members(self, path: Path) -> Iterator[str | Issue]:
        """Keys of its entries, and an issue if it is damaged.

        Raises:
            InputError: It cannot be read, or is no feed.
        """
        feed = _opened(path, DEFAULT_LIMITS)
        if feed.damaged:
            message = f"{path}: {feed.trouble}"
            yield Issue(str(path), "sources", feed.level, "damaged-feed", message)
        for one in feed.entries:
            yield one.key

    def document(self, ref: InputRef, limits: ReadLimits) -> Document:
        """An entry by its key.

        Raises:
            InputError: The feed cannot be read, or has no such entry.
        """
        assert ref.path is not None
        for one in _opened(ref.path, limits).entries:
            if one.key == ref.member:
                return Document(ref.name, ref.source, entry_bytes(one), ENTRY.name, one.told)
        raise InputError(f"{ref.source}: the feed has no such entry any more; name the feed itself")


def _opened(path: Path, limits: ReadLimits) -> Feed:
    try:
        state = path.stat()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a file that can be read") from error
    return _read(path, state.st_mtime_ns, state.st_size, limits.most_bytes)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, size: int, most_bytes: int) -> Feed:
    if size > most_bytes:
        raise InputError(f"{path}: {size:,} bytes; a feed may have {most_bytes:,}; split it")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a file that can be read") from error
    feed = read_feed(raw)
    if feed is None:
        raise InputError(f"{path}: no feed that can be read; give RSS, Atom or JSON Feed")
    return feed
