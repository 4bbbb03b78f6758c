"""A SPARQL server of its own process on loopback, for tests: Oxigraph's, which shares no code with `govgraph.store`."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from govgraph.store import Endpoint


def oxigraph_binary() -> str:
    """Where the server is; the test is skipped where it is not installed."""
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if found is None:
        pytest.skip("no oxigraph server here; `pip install oxigraph` brings one")
    return found


def free_port() -> int:
    """A port of loopback that nobody listened to a moment ago."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def oxigraph(*, union: bool = True, port: int = 0, folder: Path | None = None) -> Iterator[str]:
    """Address of an Oxigraph server that runs as long as the block.

    Args:
        union: Whether its default graph is the union of all graphs.
        port: Port; 0 for a free one.
        folder: Where it keeps its data; None for memory.
    """
    port = port or free_port()
    place = ["--location", str(folder)] if folder is not None else []
    options = [*place, *(["--union-default-graph"] if union else [])]
    command = [oxigraph_binary(), "serve", "--bind", f"127.0.0.1:{port}", *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            wait_for(f"{url}/query", process)
            yield url
        finally:
            process.terminate()


def wait_for(address: str, process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """Wait until an address answers."""
    for _ in range(1000):
        assert process.poll() is None, "the server has ended"
        with suppress(OSError), urlopen(address, timeout=10):
            return
        time.sleep(0.01)
    raise AssertionError(f"{address} does not answer")


def endpoint(url: str, *, graph_store: bool = False) -> Endpoint:
    """Addresses of an Oxigraph server, or of `govgraph serve`."""
    return Endpoint(f"{url}/query", f"{url}/update", f"{url}/store" if graph_store else "")
