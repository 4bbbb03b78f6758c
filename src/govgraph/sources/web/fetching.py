"""Brings what addresses stand for onto the disk: a page, or the pages that a feed or sitemap names."""

from __future__ import annotations

import hashlib
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from itertools import chain
from typing import Final

from govgraph.caching import cache_folder
from govgraph.errors import FetchError
from govgraph.model.page import Issue
from govgraph.sources.documents import Told
from govgraph.sources.formats import format_of
from govgraph.sources.inputs import InputRef, ref_of
from govgraph.sources.web.cache import Kept, WebCache
from govgraph.sources.web.client import Client, Pace, media_type_of
from govgraph.sources.web.entries import Entry, entry_bytes
from govgraph.sources.web.exchange import Trouble, decoded
from govgraph.sources.web.feeds import is_feed_type, read_feed
from govgraph.sources.web.guard import Address, address_of
from govgraph.sources.web.options import WebOptions
from govgraph.sources.web.sitemaps import Named, is_sitemap, read_sitemap

__all__ = ["Fetcher"]

_SAMPLE: Final = 4096
_SITEMAP_BYTES: Final = 50_000_000
_MOST_SITEMAPS: Final = 100
_SIDE_BY_SIDE: Final = 8
# what a page that was had once is no longer needed for: the host has said that it is not to be read
_FINAL: Final = frozenset({"gone", "robots", "private", "unsupported-format", "credentials", "address"})

Tell = Callable[[int, int], None]
"""Is told how many pages of how many are there."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page that a feed or sitemap names."""

    address: Address | None
    source: str
    date: str | None
    stamp: str
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class _Got:
    """What became of it."""

    ref: InputRef | None
    issues: tuple[Issue, ...] = ()


class Fetcher:
    """Fetches addresses; is the `Fetch` of `govgraph.sources.expand`.

    Hosts are asked side by side, each by one request at a time. What was fetched is on disk at once, so that a run that
    is broken off goes on where it was.

    Args:
        options: Settings.
        told: Is told how far the pages of a feed or sitemap have come.

    Raises:
        InputError: No folder for the cache is given, and the user has no home.
    """

    def __init__(self, options: WebOptions, told: Tell | None = None) -> None:
        self._options = options
        self._told = told or (lambda done, total: None)
        self._cache = WebCache(options.cache or cache_folder("web"))
        self._pace = Pace()

    def __call__(self, given: str) -> tuple[Sequence[InputRef], Sequence[Issue]]:
        """Pages that an address stands for, and what could not be had.

        Raises:
            StoreError: The cache cannot be written.
        """
        client: Client | None = None
        try:
            address = address_of(given)
            client = Client(self._options, self._cache, self._pace, address)
            return self._expanded(address, given, client)
        except FetchError as error:
            return (), (_issue(given, error),)
        finally:
            if client is not None:
                client.close()

    def _expanded(self, address: Address, given: str, client: Client) -> tuple[Sequence[InputRef], Sequence[Issue]]:
        issues: list[Issue] = []
        kept = self._first(address, given, client, issues)
        raw = self._unpacked(kept)
        if is_sitemap(raw):
            wanted = list(self._named(kept, raw, given, client, issues))
        elif (entries := self._entries(kept, raw, given, issues)) is not None:
            wanted = [self._of_entry(one, kept.final) for one in entries]
        else:
            ref, found = self._page(kept, address)
            return ([ref] if ref else []), [*issues, *found]
        chosen = self._chosen(wanted, given, issues)
        refs: list[InputRef] = []
        for got in self._all(chosen, client):
            refs += [got.ref] if got.ref is not None else []
            issues += got.issues
        return refs, issues

    def _first(self, address: Address, given: str, client: Client, issues: list[Issue]) -> Kept:
        """What the user named; the copy of an earlier visit if it cannot be had now."""
        try:
            large = address.url.endswith((".xml", ".gz")) and self._options.most_bytes < _SITEMAP_BYTES
            return client.get(address, most_bytes=_SITEMAP_BYTES if large else 0)
        except FetchError as error:
            before = client.before(address)
            if before is None or error.code in _FINAL:
                raise
            issues.append(_issue(given, error, "warning", "; the copy of an earlier visit is read"))
            return before

    def _unpacked(self, kept: Kept) -> bytes:
        """A body; if it is a packed file, what is in it."""
        raw = self._raw(kept)
        if raw.startswith(b"\x1f\x8b"):
            try:
                return decoded(raw, "gzip", _SITEMAP_BYTES)
            except Trouble as trouble:
                raise FetchError(
                    str(trouble.kind), f"{kept.url}: a packed file that is damaged or too large; not read"
                ) from trouble
        return raw

    def _raw(self, kept: Kept) -> bytes:
        try:
            return self._cache.path(str(kept.body)).read_bytes()
        except OSError as error:
            raise FetchError("not-in-cache", f"{kept.url}: gone from the cache meanwhile; fetch it again") from error

    def _entries(self, kept: Kept, raw: bytes, given: str, issues: list[Issue]) -> Sequence[Entry] | None:
        kind, _ = media_type_of(kept.headers)
        found = format_of(kept.final, raw[:_SAMPLE], kind)
        if not is_feed_type(kind) and (found is None or found.name != "feed"):
            return None
        feed = read_feed(raw, kept.final, kept.headers)
        if feed is None:
            return None
        if feed.damaged:
            issues.append(Issue(given, "sources", feed.level, "damaged-feed", f"{given}: {feed.trouble}"))
        return feed.entries

    def _of_entry(self, entry: Entry, feed: str) -> _Wanted:
        content = entry_bytes(entry)
        stamp = hashlib.sha256(f"{content.decode('ascii')}{entry.state}".encode("utf-8", "replace")).hexdigest()
        address = address_of(entry.url) if entry.url else None
        return _Wanted(address, address.url if address else f"{feed}!/{entry.key}", entry.date, stamp, entry)

    def _named(self, kept: Kept, raw: bytes, given: str, client: Client, issues: list[Issue]) -> Iterator[_Wanted]:
        """Pages of a sitemap and of those that it names, each sitemap once."""
        since = self._options.since
        left: list[Named] = []
        seen = {kept.url, kept.final}
        while True:
            found = read_sitemap(raw, kept.final)
            if found.damaged:
                message = f"{kept.url}: a damaged sitemap ({found.damaged}); {len(found.pages)} addresses are taken"
                issues.append(Issue(kept.url, "sources", "warning", "damaged-sitemap", message))
            for one in found.pages:
                yield _Wanted(address_of(one.url), one.url, one.date, one.state, None)
            left += [one for one in found.sitemaps if not (since and one.date and one.date < since)]
            while left:
                following = left.pop(0)
                if following.url in seen:
                    continue
                if len(seen) > _MOST_SITEMAPS:
                    message = (
                        f"{given}: more than {_MOST_SITEMAPS} sitemaps; the rest is left out, name them themselves"
                    )
                    issues.append(Issue(given, "sources", "note", "left-out", message))
                    return
                seen.add(following.url)
                try:
                    kept = client.get(
                        address_of(following.url),
                        stamp=following.state,
                        max_age=self._options.max_age if following.state else 0.0,
                        most_bytes=_SITEMAP_BYTES,
                    )
                    raw = self._unpacked(kept)
                except FetchError as error:
                    issues.append(_issue(following.url, error))
                    continue
                if is_sitemap(raw):
                    break
                message = f"{following.url}: no sitemap, though {given} says so; left out"
                issues.append(Issue(following.url, "sources", "warning", "no-sitemap", message))
            else:
                return

    def _chosen(self, wanted: Sequence[_Wanted], given: str, issues: list[Issue]) -> Sequence[_Wanted]:
        """Pages that fit the settings, each once, the newest of them if they are too many; in their order."""
        fitting = {one.source: one for one in reversed(wanted) if self._fits(one.source)}
        chosen = [fitting[source] for source in dict.fromkeys(one.source for one in wanted) if source in fitting]
        since = self._options.since
        if since is not None:
            undated = sum(one.date is None for one in chosen)
            chosen = [one for one in chosen if one.date is not None and one.date >= since]
            if undated:
                message = f"{given}: {undated} pages have no date there; left out, leave --since out to take them"
                issues.append(Issue(given, "sources", "note", "left-out", message))
        more = len(chosen) - self._options.most
        if more > 0:
            newest = sorted(chosen, key=lambda one: one.date or "", reverse=True)[: self._options.most]
            kept = {one.source for one in newest}
            chosen = [one for one in chosen if one.source in kept]
            message = f"{given}: {more} more pages are left out; --most {len(chosen) + more} takes them too"
            issues.append(Issue(given, "sources", "note", "left-out", message))
        return chosen

    def _fits(self, url: str) -> bool:
        if not self._options.match:
            return True
        return any(
            fnmatchcase(url, one) if any(mark in one for mark in "*?[") else one in url for one in self._options.match
        )

    def _all(self, wanted: Sequence[_Wanted], client: Client) -> list[_Got]:
        """What became of each page, in their order; hosts side by side."""
        by_host: dict[object, list[int]] = {}
        for number, one in enumerate(wanted):
            by_host.setdefault(one.address.place if one.address else None, []).append(number)
        found: dict[int, _Got] = {}
        self._told(0, len(wanted))
        if len(by_host) == 1 or self._options.offline:
            for number, one in enumerate(wanted):
                found[number] = self._one(one, client)
                self._told(len(found), len(wanted))
        else:
            for number, got in _side_by_side(list(by_host.values()), lambda number: self._one(wanted[number], client)):
                found[number] = got
                self._told(len(found), len(wanted))
        return [found[number] for number in range(len(wanted))]

    def _one(self, wanted: _Wanted, client: Client) -> _Got:
        if wanted.address is None:
            return self._standin(wanted, None)
        issues: tuple[Issue, ...] = ()
        try:
            kept = client.get(wanted.address, stamp=wanted.stamp, max_age=self._options.max_age)
        except FetchError as error:
            before = client.before(wanted.address)
            if before is None or error.code in _FINAL:
                return self._standin(wanted, error)
            issues = (_issue(wanted.source, error, "warning", "; the copy of an earlier visit is read"),)
            kept = before
        ref, more = self._page(kept, wanted.address)
        if ref is None:
            got = self._standin(wanted, None)
            return replace(got, issues=(*issues, *more, *got.issues))
        return _Got(ref, (*issues, *more))

    def _page(self, kept: Kept, address: Address) -> tuple[InputRef | None, tuple[Issue, ...]]:
        kind, charset = media_type_of(kept.headers)
        try:
            sample = self._raw(kept)[:_SAMPLE]
        except FetchError as error:
            return None, (_issue(kept.url, error),)
        found = format_of(kept.final, sample, kind)
        if found is None or found.container or (b"\x00" in sample and found.name == "text"):
            message = f"{kept.url}: {kind or 'of no media type'}, which is no page that is read; left out"
            return None, (Issue(kept.url, "sources", "note", "unsupported-format", message),)
        told = Told(url=kept.final, media_type=kind, charset=charset)
        via = tuple(dict.fromkeys(one for one in (address.url, kept.url) if one != kept.final))
        return replace(ref_of(kept.final), path=self._cache.path(str(kept.body)), told=told, via=via), ()

    def _standin(self, wanted: _Wanted, error: FetchError | None) -> _Got:
        """What the feed itself says of a page, if it says more than a title."""
        entry = wanted.entry
        if entry is None or not entry.content:
            return _Got(None, () if error is None else (_issue(wanted.source, error),))
        content = entry_bytes(entry)
        digest = hashlib.sha256(content).hexdigest()
        self._cache.keep(Kept(f"entry:{wanted.source}", wanted.source, 200, {}, None, time.time()), content)
        ref = replace(ref_of(wanted.source), path=self._cache.path(digest), told=entry.told, standin=True)
        if error is None:
            return _Got(ref)
        return _Got(ref, (_issue(wanted.source, error, "warning", "; what the feed says of it is read"),))


def _issue(source: str, error: FetchError, level: str = "error", more: str = "") -> Issue:
    if error.code == "unsupported-format":
        level = "note"
    return Issue(source, "sources", level, error.code, f"{error}{more}")


def _side_by_side(groups: Sequence[Sequence[int]], work: Callable[[int], _Got]) -> Iterator[tuple[int, _Got]]:
    """Results of the numbers of all groups as they come, those of one group one after the other.

    The threads end with the process: one who breaks off need not wait for a slow host.
    """
    todo: queue.SimpleQueue[Sequence[int]] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[int, _Got | BaseException]] = queue.SimpleQueue()
    stop = threading.Event()
    for group in groups:
        todo.put(group)

    def run() -> None:
        while not stop.is_set():
            try:
                group = todo.get_nowait()
            except queue.Empty:
                return
            for number in group:
                if stop.is_set():
                    return
                try:
                    done.put((number, work(number)))
                except BaseException as error:  # raised where the results are taken
                    done.put((number, error))
                    return

    for _ in range(min(_SIDE_BY_SIDE, len(groups))):
        threading.Thread(target=run, daemon=True).start()
    try:
        for _ in chain.from_iterable(groups):
            number, got = done.get()
            if isinstance(got, BaseException):
                raise got
            yield number, got
    finally:
        stop.set()
