"""A server on loopback that stands before a SPARQL server, for tests: it passes on, or does what it is told.

It shares no code with `govgraph.store`.
"""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

JSON = "application/sparql-results+json"


@dataclass(frozen=True)
class Heard:
    """A request as it came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The query or update, or the quads."""
        if self.headers.get("Content-Type") == "application/x-www-form-urlencoded":
            return parse_qs(self.body.decode("ascii"))["query"][0]
        return self.body.decode("utf-8")

    @property
    def changes(self) -> bool:
        """Whether it changes what the server holds."""
        return self.headers.get("Content-Type") not in (None, "application/x-www-form-urlencoded")


@dataclass(frozen=True)
class Answer:
    """What is said in the place of the server."""

    status: int = 200
    body: bytes = b""
    type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Broken:
    """A connection that ends.

    Attributes:
        before: Whether it ends before the server hears of the request, or when it has carried it out.
    """

    before: bool


Tells = Answer | Broken | None
"""None passes on."""


class Between:
    """What it was asked, and what it does about it."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.url = ""
        self.heard: list[Heard] = []
        self.tell: Callable[[Heard], Tells] = lambda heard: None

    def once(self, *answers: Tells, when: Callable[[Heard], bool] = lambda heard: True) -> None:
        """Answer so, one after the other, the next requests of a kind; pass on what comes after them."""
        left = list(answers)
        self.tell = lambda heard: left.pop(0) if left and when(heard) else None

    @property
    def changes(self) -> list[Heard]:
        """What was to change something, in its order."""
        return [one for one in self.heard if one.changes]

    def passed_on(self, heard: Heard) -> Answer:
        place = urlsplit(self.target)
        connection = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=60)
        try:
            kept = {name: value for name, value in heard.headers.items() if name.lower() not in ("host", "connection")}
            connection.request(heard.method, heard.path, heard.body, kept)
            said = connection.getresponse()
            more = {name: value for name, value in said.getheaders() if name.lower() == "location"}
            return Answer(said.status, said.read(), said.getheader("Content-Type", ""), more)
        finally:
            connection.close()


@contextmanager
def between(target: str = "") -> Iterator[Between]:
    """Stands before the server at `target` as long as the block runs; without one it has to be told every answer."""
    middle = Between(target)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            heard = Heard(self.command, self.path, dict(self.headers.items()), body)
            middle.heard.append(heard)
            told = middle.tell(heard)
            if isinstance(told, Broken):
                if not told.before:
                    middle.passed_on(heard)
                self.close_connection = True
                return
            said = told or middle.passed_on(heard)
            self.send_response(said.status)
            for name, value in {
                "Content-Length": str(len(said.body)),
                "Content-Type": said.type,
                **said.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said.body)

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except ConnectionError:
                # the client has had enough
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        middle.url = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield middle
        finally:
            server.shutdown()
            thread.join()
