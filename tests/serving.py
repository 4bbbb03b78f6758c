"""`govgraph serve` in a process of its own, for tests, and a client that sends what it is told to send."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

TOKEN = "a-token-for-tests"
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TURTLE = {"Content-Type": "text/turtle"}


@dataclass(frozen=True)
class Said:
    """An answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def rows(self) -> list[dict[str, str]]:
        found = json.loads(self.body)["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]

    @property
    def truth(self) -> bool:
        return bool(json.loads(self.body)["boolean"])


@dataclass(frozen=True)
class Client:
    """Sends requests, with the token unless it is told not to."""

    url: str
    process: subprocess.Popen[str]

    def send(
        self, method: str, path: str, body: str | bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Said:
        parts = urlsplit(self.url)
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        try:
            raw = body.encode() if isinstance(body, str) else body
            sent = {"Authorization": f"Bearer {TOKEN}", **(headers or {})}
            connection.request(method, path, raw, {name: value for name, value in sent.items() if value})
            said = connection.getresponse()
            return Said(said.status, {name.lower(): value for name, value in said.getheaders()}, said.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "", /, **parameters: str | list[str]) -> Said:
        query = f"?{urlencode(parameters, doseq=True)}" if parameters else ""
        return self.send("GET", path + query, headers={"Accept": accept})

    def query(self, sparql: str, accept: str = "", **headers: str) -> Said:
        return self.send("POST", "/query", sparql, {**QUERY, "Accept": accept, **headers})

    def update(self, sparql: str, path: str = "/update") -> Said:
        return self.send("POST", path, sparql, UPDATE)


@contextmanager
def serving(graph: Path | str, *options: str, write: bool = False, **environment: str) -> Iterator[Client]:
    """A server on a free port of loopback that runs as long as the block; it must end without complaint."""
    extra = ["--write"] if write else []
    command = [sys.executable, "-m", "govgraph", "serve", "--graph", str(graph), "--port", "0", *extra, *options]
    env: dict[str, Any] = {**os.environ, "GOVGRAPH_SERVE_TOKEN": TOKEN, "GOVGRAPH_LANG": "en", **environment}
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        found = re.search(r"http://\S+:\d+", first)
        if found is None:
            process.kill()
            raise AssertionError(first + process.stderr.read())
        try:
            yield Client(found[0], process)
        finally:
            process.terminate()
            rest = process.stderr.read()
            assert process.wait(30) == 0
            assert "Traceback" not in rest
