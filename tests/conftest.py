"""What all tests share: no network but loopback, and pages to build from."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from warm import Programs, warm

pytest_plugins = ["opening", "exploring", "sited"]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def _offline() -> None:
    """Only loopback can be reached; sockets within this process and machine stay."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """What language a test has asked for is forgotten after it."""
    yield
    if "govgraph.cli.messages" in sys.modules:
        sys.modules["govgraph.cli.messages"].use_lang(None)


@pytest.fixture(scope="session")
def gold() -> Path:
    """Annotated pages beside the checkout."""
    if not GOLD.is_dir():
        pytest.skip(f"no annotated pages in {GOLD.name}/ beside this checkout")
    return GOLD


@pytest.fixture(scope="session")
def programs() -> Iterator[Programs]:
    """`govgraph` and `python` that have everything loaded when they start."""
    with warm() as running:
        yield running


@pytest.fixture(scope="session")
def govgraph(programs: Programs) -> Run:
    """Runs the command line as a user does; output is decoded as UTF-8, nothing is checked."""

    def run(
        *arguments: str | Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        stdin: str | bytes = "",
    ) -> subprocess.CompletedProcess[str]:
        raw = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        done = programs.run(["govgraph", *map(str, arguments)], cwd=cwd, env=env, given=raw)
        out, error = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, error)

    return run
