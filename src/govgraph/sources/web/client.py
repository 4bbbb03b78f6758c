"""Fetches pages: politely, with limits, through the cache."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import Final

from govgraph.errors import FetchError
from govgraph.sources.web.cache import Kept, WebCache
from govgraph.sources.web.connections import Pools
from govgraph.sources.web.exchange import MOVED, Answer, Limits, Request, Trouble, Wrong, exchange
from govgraph.sources.web.guard import Address, Door, address_of
from govgraph.sources.web.options import WebOptions
from govgraph.sources.web.robots import Robots, RobotsFile

__all__ = ["Client", "Pace", "media_type_of"]

_WHOLE: Final = 4
_HOPS: Final = 5
_SEE_OTHER: Final = 303
_GONE: Final = (404, 410)
_UNCHANGED: Final = 304
_ROBOTS_BYTES: Final = 2_000_000
_ROBOTS_AGE: Final = 86_400.0
_PATIENCE: Final = 3
_ACCEPT: Final = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5"
)
_NO_PAGES: Final = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")
_DOWN: Final = frozenset({Wrong.SLOW, Wrong.NO_HOST, Wrong.UNREACHABLE, Wrong.UNTRUSTED})


class Pace:
    """Gives hosts their rest between two requests; may be used by several threads."""

    def __init__(self) -> None:
        self._next: dict[tuple[str, int], float] = {}
        self._lock = threading.Lock()

    def wait(self, place: tuple[str, int], delay: float) -> None:
        """Wait for one's turn with a host."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(place, 0.0))
            self._next[place] = turn + delay
        if turn > now:
            time.sleep(turn - now)

    def rest(self, place: tuple[str, int], delay: float) -> None:
        """Leave a host alone from now on."""
        with self._lock:
            self._next[place] = max(self._next.get(place, 0.0), time.monotonic() + delay)


class Client:
    """Fetches what one address of the user leads to; may be used by several threads.

    Args:
        options: Settings.
        cache: Where answers are kept.
        pace: Rest of hosts; shared by the clients of one run.
        given: The address that the user named; its host may be a private one.
    """

    def __init__(self, options: WebOptions, cache: WebCache, pace: Pace, given: Address) -> None:
        self._options = options
        self._cache = cache
        self._pace = pace
        self._pools = Pools(Door(allow_private=options.allow_private, granted=frozenset({given.place})))
        self._robots = Robots(self._robots_of)
        self._failures: dict[tuple[str, int], int] = {}

    def get(self, address: Address, *, stamp: str = "", max_age: float = 0.0, most_bytes: int = 0) -> Kept:
        """A page: from the cache if it is new enough, else from its host.

        Args:
            address: What is fetched.
            stamp: What a feed or sitemap says of its state; another one than before says that it has changed.
            max_age: Seconds for which what was fetched is new enough.
            most_bytes: Limit of its size; that of the options if 0.

        Raises:
            FetchError: It cannot be had; its code says why.
            StoreError: The cache cannot be written.
        """
        kept = self._cache.find(address.url)
        if self._options.offline:
            if kept is None:
                raise FetchError(
                    "not-in-cache", f"{address.url}: never fetched, and nothing may be now; leave --offline out once"
                )
            return _there(kept)
        young = kept is not None and 0 <= time.time() - kept.at < max_age and kept.stamp == stamp
        if kept is not None and young and not self._options.refresh:
            return _there(kept)
        answer = self._followed(address, kept, most_bytes or self._options.most_bytes)
        now = time.time()
        if answer.status == _UNCHANGED and kept is not None:
            headers = {**kept.headers, **_lasting(answer.headers)}
            return _there(
                self._cache.keep(Kept(kept.url, kept.final, kept.status, headers, kept.body, now, stamp), None)
            )
        found = Kept(address.url, answer.url, answer.status, answer.headers, None, now, stamp)
        if answer.status in _GONE or (answer.status == 200 and not _wanted(200, answer.headers)):
            return _there(self._cache.keep(found, None))
        if answer.status != 200:
            raise _refused(address.url, answer.status)
        return self._cache.keep(found, answer.body)

    def before(self, address: Address) -> Kept | None:
        """What is kept of a page from an earlier visit, whatever its age."""
        kept = self._cache.find(address.url)
        return kept if kept is not None and kept.body is not None else None

    def close(self) -> None:
        """Let go of connections."""
        self._pools.close()

    def _followed(self, address: Address, kept: Kept | None, most_bytes: int) -> Answer:
        """Answer at the end of the redirects, each hop of which must be allowed."""
        at = address
        for _ in range(_HOPS + 1):
            delay = max(self._options.delay, self._robots.delay(at))
            headers = {"Accept": _ACCEPT}
            if kept is not None and kept.final == at.url and kept.body is not None:
                headers |= _conditions(kept.headers)
            answer = self._asked(at, headers, delay, most_bytes)
            target = answer.headers.get("location", "")
            if answer.status not in (*MOVED, _SEE_OTHER) or not target:
                return answer
            at = address_of(target, at.url)
        raise FetchError(
            "redirects",
            f"{address.url}: redirects more than {_HOPS} times; give the address that answers in the end",
        )

    def _asked(self, at: Address, headers: Mapping[str, str], delay: float, most_bytes: int) -> Answer:
        if self._failures.get(at.place, 0) >= _PATIENCE:
            raise FetchError(
                "host-down",
                f"{at.url}: not fetched, since {at.host} failed {_PATIENCE} times in a row; try again later",
            )
        limits = Limits(self._options.timeout, _WHOLE * self._options.timeout, most_bytes)
        request = Request(at.url, headers, compressed=True)
        try:
            answer = exchange(
                self._pools, request, limits, wanted=_wanted, before=lambda: self._pace.wait(at.place, delay)
            )
        except FetchError as error:
            raise FetchError(error.code, f"{at.url}: {error}") from error
        except Trouble as trouble:
            if trouble.kind in _DOWN:
                self._failures[at.place] = self._failures.get(at.place, 0) + 1
            raise _failed(at.url, trouble) from trouble
        finally:
            self._pace.rest(at.place, delay)
        self._failures[at.place] = self._failures.get(at.place, 0) + 1 if answer.status >= 500 else 0
        return answer

    def _robots_of(self, url: str) -> RobotsFile:
        """The `robots.txt` of a host: 4xx says that there is none; 429, 5xx and silence say nothing."""
        kept = self._cache.find(url)
        if kept is not None and not self._options.refresh and 0 <= time.time() - kept.at < _ROBOTS_AGE:
            return self._robots_kept(kept)
        at = address_of(url)
        try:
            for _ in range(_HOPS + 1):
                answer = self._asked(at, {"Accept": "text/plain, */*;q=0.5"}, self._options.delay, _ROBOTS_BYTES)
                target = answer.headers.get("location", "")
                if answer.status not in (*MOVED, _SEE_OTHER) or not target:
                    break
                at = address_of(target, at.url)
            else:
                return RobotsFile(None)
        except FetchError as error:
            if error.code in ("private", "no-host", "unreachable", "untrusted", "slow", "host-down"):
                raise  # says more than that robots.txt cannot be had
            return RobotsFile(None, reachable=False)
        if answer.status >= 500 or answer.status == 429:
            return self._robots_kept(kept) if kept is not None else RobotsFile(None, reachable=False)
        found = Kept(url, answer.url, answer.status, answer.headers, None, time.time())
        body = answer.body if answer.status == 200 else None
        return self._robots_kept(self._cache.keep(found, body))

    def _robots_kept(self, kept: Kept) -> RobotsFile:
        return RobotsFile(None if kept.body is None else self._cache.path(kept.body).read_bytes())


def media_type_of(headers: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Media type, lower case, and charset that a server names."""
    kind, *parameters = headers.get("content-type", "").split(";")
    charset = None
    for one in parameters:
        name, _, value = one.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'").lower() or None
    return kind.strip().lower() or None, charset


def _wanted(status: int, headers: Mapping[str, str]) -> bool:
    return status == 200 and not (media_type_of(headers)[0] or "").startswith(_NO_PAGES)


def _conditions(headers: Mapping[str, str]) -> dict[str, str]:
    """What asks for a page only if it is another than the one kept.

    A page that changed in the second in which it was sent may have changed again in it: its time then tells nothing
    (RFC 9110, 8.8.2.2).
    """
    named = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
    return {
        ours: headers[theirs]
        for ours, theirs in named
        if headers.get(theirs) and (theirs == "etag" or headers[theirs] != headers.get("date"))
    }


def _lasting(headers: Mapping[str, str]) -> dict[str, str]:
    """What a 304 says anew of the page that is kept."""
    return {name: headers[name] for name in ("etag", "last-modified") if name in headers}


def _there(kept: Kept) -> Kept:
    if kept.status in _GONE:
        raise FetchError("gone", f"{kept.url}: is not there (any more) ({kept.status}); correct the address")
    if kept.body is None:
        kind = media_type_of(kept.headers)[0]
        raise FetchError("unsupported-format", f"{kept.url}: {kind} is no page; left out")
    return kept


def _refused(url: str, status: int) -> FetchError:
    if status in (401, 402, 403, 407):
        return FetchError("refused", f"{url}: answers {status}, so it is not open to everybody; save it by hand")
    hint = "try again later" if status >= 500 or status == 429 else "look at it in a browser"
    return FetchError("http-status", f"{url}: answers {status}; {hint}")


def _failed(url: str, trouble: Trouble) -> FetchError:
    detail = trouble.detail
    words: Mapping[Wrong, Callable[[], str]] = {
        Wrong.SLOW: lambda: f"did not answer within {detail} s; try again later or with a longer --timeout",
        Wrong.NO_HOST: lambda: "there is no host of that name; correct the address, or go online",
        Wrong.UNREACHABLE: lambda: f"cannot be reached: {detail}; try again later",
        Wrong.UNTRUSTED: lambda: f"cannot be trusted: {detail}; see that its certificate is valid",
        Wrong.BROKEN_OFF: lambda: "broke the connection off in the middle; try again later",
        Wrong.OVERLOADED: lambda: f"wants to be left alone for {detail} s; try again then",
        Wrong.COMPRESSED: lambda: f"is packed as {detail!r:.40}, which was not asked for; save it by hand",
        Wrong.TOO_LARGE: lambda: f"is larger than {int(detail):,} bytes; broken off",
        Wrong.OTHER: lambda: f"cannot be fetched: {detail}; try again later",
    }
    return FetchError(str(trouble.kind), f"{url}: {words[trouble.kind]()}")
