"""A web server on loopback, for tests: pages, feeds, redirects, and whatever can be wrong with an answer.

It shares no code with `govgraph.sources.web`.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Asked:
    """A request as it came in."""

    path: str
    headers: Mapping[str, str]
    at: float


@dataclass(frozen=True)
class Says:
    """An answer.

    Attributes:
        body: Content.
        status: HTTP status.
        type: Media type with its parameters; None to send none.
        headers: More headers.
        wait: Seconds before anything is sent.
        drip: Seconds between two bytes of the body.
        drip_headers: Seconds between two bytes of the headers.
        cut: Whether the connection ends in the middle of the body.
        endless: Bytes that are promised and sent as long as somebody takes them, in the place of a body.
        chunked: Whether no length is told.
    """

    body: bytes = b""
    status: int = 200
    type: str | None = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0
    drip: float = 0
    drip_headers: float = 0
    cut: bool = False
    endless: int = 0
    chunked: bool = False


def page(title: str, words: str, day: str = "18.11.2024") -> Says:
    """A page of plain text."""
    return Says(f"{title}\n\n[{day}] {words}\n".encode())


def moved(target: str, status: int = 302) -> Says:
    """A redirect."""
    return Says(status=status, headers={"Location": target})


def gzipped(said: Says, coding: str = "gzip") -> Says:
    """The same, packed for the way."""
    return Says(gzip.compress(said.body, mtime=0), said.status, said.type, {"Content-Encoding": coding})


def rss(items: Sequence[Mapping[str, str]], title: str = "Nachrichten") -> Says:
    """An RSS feed. Items hold elements by their names."""
    body = "".join(
        f"<item>{''.join(f'<{name}>{escape(value)}</{name}>' for name, value in item.items())}</item>" for item in items
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {spaces}><channel><title>{title}</title>'
        f"<link>https://feed.example/</link><language>de</language>{body}</channel></rss>\n"
    )
    return Says(text.encode(), type="application/rss+xml")


def sitemap(urls: Mapping[str, str | None], *, index: bool = False) -> Says:
    """A sitemap, or an index of sitemaps: addresses with their days."""
    outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    body = "".join(
        f"<{inner}><loc>{escape(url)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{inner}>"
        for url, day in urls.items()
    )
    text = f'<?xml version="1.0"?>\n<{outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</{outer}>\n'
    return Says(text.encode(), type="application/xml")


class Site:
    """What the server says, by path, and what it was asked.

    A path that is not there is answered by 404. What stands in `pages` may be changed while it runs.
    """

    def __init__(self) -> None:
        self.pages: dict[str, Says | Callable[[Asked], Says]] = {}
        self.asked: list[Asked] = []
        self.url = ""
        self.sent = 0

    def __getitem__(self, path: str) -> str:
        """Address of a path."""
        return f"{self.url}{path}"

    @property
    def paths(self) -> list[str]:
        """Paths that were asked for in their order, without `robots.txt`."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Says:
        said = self.pages.get(asked.path) or self.pages.get(urlsplit(asked.path).path)
        if said is None:
            return Says(b"not here", 404)
        return said if isinstance(said, Says) else said(asked)


def tagged(said: Says, tag: str = '"1"') -> Callable[[Asked], Says]:
    """The same with an ETag, and 304 for those who have it."""

    def answer(asked: Asked) -> Says:
        if asked.headers.get("If-None-Match") == tag:
            return Says(status=304, type=None, headers={"ETag": tag})
        return Says(said.body, said.status, said.type, {**said.headers, "ETag": tag})

    return answer


@contextmanager
def serving() -> Iterator[Site]:
    """A site that answers as long as the block runs."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = Asked(self.path, dict(self.headers.items()), time.monotonic())
            site.asked.append(asked)
            said = site.answer(asked)
            time.sleep(said.wait)
            try:
                self._send(said)
            except OSError:
                # the client has gone, which is what such a test is about
                self.close_connection = True

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except ConnectionError:
                # the client was killed, or has had enough
                self.close_connection = True

        def _send(self, said: Says) -> None:
            headers = {} if said.type is None else {"Content-Type": said.type}
            if said.chunked:
                headers["Transfer-Encoding"] = "chunked"
            else:
                headers["Content-Length"] = str(said.endless or len(said.body))
            head = f"HTTP/1.1 {said.status} Said\r\n"
            head += "".join(f"{name}: {value}\r\n" for name, value in {**headers, **said.headers}.items())
            self._written(f"{head}\r\n".encode("latin-1"), said.drip_headers)
            if said.endless:
                left = said.endless
                while left > 0:
                    self._written(b" " * min(left, 65536), 0)
                    left -= 65536
            elif said.chunked:
                for start in range(0, len(said.body), 1000):
                    part = said.body[start : start + 1000]
                    self._written(f"{len(part):x}\r\n".encode() + part + b"\r\n", said.drip)
                self._written(b"0\r\n\r\n", 0)
            else:
                self._written(said.body[: len(said.body) // 2] if said.cut else said.body, said.drip)
            self.close_connection = self.close_connection or said.cut

        def _written(self, content: bytes, drip: float) -> None:
            for part in [bytes([one]) for one in content] if drip else [content]:
                self.wfile.write(part)
                site.sent += len(part)
                time.sleep(drip)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        site.url = f"http://127.0.0.1:{http.server_address[1]}"
        try:
            yield site
        finally:
            http.shutdown()
            thread.join()
