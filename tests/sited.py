"""A small graph written as a site: as a folder, from disk and from a plain web server, and as one file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from explorable import explorable
from govgraph import Graph


@dataclass(frozen=True, slots=True)
class Sited:
    """A site.

    Attributes:
        url: Address of the folder in which it lies.
        single: Whether it is one file.
    """

    url: str
    single: bool = False

    def at(self, page: str = "", **query: str) -> str:
        """Path of a page from `url` on."""
        told = urlencode({"at": page, **query} if self.single and page else query)
        file = "site.html" if self.single else f"site/{page or 'index'}.html"
        return f"/{file}" + (f"?{told}" if told else "")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with `site/` and `site.html`."""
    folder = explorable(tmp_path_factory.mktemp("sited"))
    with Graph.open(folder) as graph:
        graph.site(folder / "site", records=folder / "records", base_url="https://example.org/graph/")
        graph.site(folder / "site.html", single=True, records=folder / "records")
    return folder


@pytest.fixture(scope="session")
def on_disk(written: Path) -> Sited:
    """The folder as it is opened from disk."""
    return Sited(written.as_uri())


@pytest.fixture(scope="session")
def in_one(written: Path) -> Sited:
    """The file as it is opened from disk."""
    return Sited(written.as_uri(), single=True)


@pytest.fixture(scope="session")
def on_web(written: Path) -> Iterator[Sited]:
    """The folder as a web server gives it that knows files alone, and not at the top of its addresses."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(written))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Sited(f"http://127.0.0.1:{server.server_address[1]}")
        server.shutdown()
