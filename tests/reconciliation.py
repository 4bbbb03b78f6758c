"""A reconciliation service on loopback, for tests: it speaks the protocol strictly, and misbehaves when told to.

It was written from the specification and shares no code with `govgraph.linking`.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

WIKIDATA = "http://www.wikidata.org/entity/"

MANIFEST: dict[str, Any] = {
    "versions": ["0.1", "0.2"],
    "name": "Musterdienst",
    "identifierSpace": WIKIDATA,
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
    "defaultTypes": [{"id": "Q35120", "name": "entity"}],
    "view": {"url": "https://www.wikidata.org/wiki/{{id}}"},
}
DRAFT: dict[str, Any] = {
    "versions": ["1.0-draft"],
    "name": "Entwurfsdienst",
    "view": {"url": "https://example.org/ding/{id}"},
    "batchSize": 2,
}


@dataclass(frozen=True)
class Seen:
    """A request as it came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: str
    at: float

    @property
    def queries(self) -> list[dict[str, Any]]:
        """Queries of a batch, in their order."""
        if self.headers["Content-Type"] == "application/json":
            asked: list[dict[str, Any]] = json.loads(self.body)["queries"]
            return asked
        (batch,) = parse_qs(self.body, strict_parsing=True)["queries"]
        return list(json.loads(batch).values())


@dataclass(frozen=True)
class Reply:
    """An answer out of the ordinary."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0
    drip: float = 0
    cut: bool = False


Misbehaviour = Callable[[Seen], Reply | None]


class Server:
    """What the service knows (name → candidates), and what it was asked."""

    def __init__(self, manifest: Mapping[str, Any], known: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self.manifest = manifest
        self.known = known
        self.seen: list[Seen] = []
        self.misbehave: Misbehaviour = lambda _: None
        self.url = ""

    @property
    def batches(self) -> list[list[dict[str, Any]]]:
        return [one.queries for one in self.seen if one.method == "POST"]

    def answer(self, seen: Seen) -> Reply:
        if seen.method == "GET":
            return Reply(body=_json(self.manifest))
        draft = "0.2" not in self.manifest.get("versions", ["0.2"]) and "0.1" not in self.manifest["versions"]
        wanted = ("/reconcile/match", "application/json") if draft else (
            "/reconcile", "application/x-www-form-urlencoded"
        )  # fmt: skip
        if (urlsplit(seen.path).path, seen.headers["Content-Type"]) != wanted:
            return Reply(404)
        if len(seen.queries) > self.manifest.get("batchSize", 1000):
            return Reply(413)
        if draft:
            results = [{"candidates": self._found(_name(query), query)} for query in seen.queries]
            return Reply(body=_json({"results": results}))
        (batch,) = parse_qs(seen.body)["queries"]
        found = {key: {"result": self._found(query["query"], query)} for key, query in json.loads(batch).items()}
        return Reply(body=_json(found))

    def _found(self, name: str, query: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        return list(self.known.get(name, ()))[: query["limit"]]


def _name(query: Mapping[str, Any]) -> str:
    (name,) = (one["propertyValue"] for one in query["conditions"] if one["matchType"] == "name")
    assert isinstance(name, str)
    return name


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode("utf-8")


@contextmanager
def serving(
    manifest: Mapping[str, Any] = MANIFEST, known: Mapping[str, Sequence[Mapping[str, Any]]] | None = None
) -> Iterator[Server]:
    """A service that answers as long as the block runs."""
    server = Server(manifest, known or {})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode("utf-8")
            seen = Seen(self.command, self.path, dict(self.headers.items()), body, time.monotonic())
            server.seen.append(seen)
            reply = server.misbehave(seen) or server.answer(seen)
            time.sleep(reply.wait)
            try:
                self._send(reply)
            except OSError:
                # the client has lost its patience, which is what such a test is about
                self.close_connection = True

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            sent = {"Content-Type": "application/json", "Content-Length": str(len(reply.body)), **reply.headers}
            for name, value in sent.items():
                self.send_header(name, value)
            self.end_headers()
            if reply.drip:
                for byte in reply.body:
                    self.wfile.write(bytes([byte]))
                    time.sleep(reply.drip)
            else:
                self.wfile.write(reply.body[: len(reply.body) // 2] if reply.cut else reply.body)
            self.close_connection = reply.cut

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        server.url = f"http://127.0.0.1:{http.server_address[1]}/reconcile"
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()
