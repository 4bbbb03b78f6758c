"""What all tests share: no network but loopback, and pages to build from."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

pytest_plugins = ["opening", "exploring"]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def _offline() -> None:
    """Only loopback can be reached; sockets within this process and machine stay."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def gold() -> Path:
    """Annotated pages beside the checkout."""
    if not GOLD.is_dir():
        pytest.skip(f"no annotated pages in {GOLD.name}/ beside this checkout")
    return GOLD


def run_govgraph(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdin: str | bytes = "",
) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does; output is decoded as UTF-8, nothing is checked."""
    command: Sequence[str] = [sys.executable, "-m", "govgraph", *map(str, arguments)]
    raw = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
    own = {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "COLUMNS": "120", "TERM": "dumb", **(env or {})}
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **own}, input=raw, capture_output=True, timeout=300, check=False
    )
    out, error = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(command, done.returncode, out, error)


@pytest.fixture(scope="session")
def govgraph() -> Run:
    """Runs the command line in a process of its own."""
    return run_govgraph
