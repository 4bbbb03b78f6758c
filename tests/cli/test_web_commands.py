"""Addresses on the command line: `build`, `extract` and `watch` against a server on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from run_documentation import cache_of
from web import Says, Site, page, rss, serving

Run = Callable[..., subprocess.CompletedProcess[str]]

_INTERRUPTIBLE = (
    "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\nfrom govgraph.cli.main import run\nrun()"
)
"""What a shell puts into the background ignores SIGINT, and so does all that it starts; this one does not."""


@contextmanager
def watching(*arguments: str, env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A `govgraph watch` that runs, and is gone afterwards whatever becomes of the test."""
    command = [sys.executable, "-c", _INTERRUPTIBLE, "watch", *arguments]
    with subprocess.Popen(command, env={**os.environ, **env}, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.pages |= {
            "/1": page("Hessen hat einen CIO", "Patrick Burghardt ist CIO von Hessen.", "18.11.2021"),
            "/2": page("Neuer CIO", "Neuer CIO von Hessen ist Stefan Sauer.", "11.05.2023"),
            "/feed.xml": rss([{"link": "/2", "title": "Neuer CIO"}, {"link": "/1", "title": "CIO"}]),
        }
        yield running


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CACHE_HOME": cache_of(tmp_path), "http_proxy": "", "HTTP_PROXY": "", "all_proxy": ""}


def test_a_feed_is_built_into_a_graph_that_knows_where_it_is_from(
    govgraph: Run, site: Site, tmp_path: Path, env: dict[str, str]
) -> None:
    given = ("build", site["/feed.xml"], "--out", tmp_path / "out", "--delay", "0", "--no-view", "--no-store")
    done = govgraph(*given, env=env)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "2 new" in done.stderr
    who = govgraph("who", "CIO", "Hessen", "--graph", tmp_path / "out")
    assert "Stefan Sauer" in who.stdout
    assert site["/2"] in who.stdout
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [one["source"] for one in manifest["inputs"]] == [site["/1"], site["/2"]]
    site.asked.clear()
    again = govgraph(*given, "--offline", env=env)
    assert (again.returncode, site.asked) == (0, [])
    assert "2 unchanged" in again.stderr


def test_most_and_match_reach_the_command(govgraph: Run, site: Site, env: dict[str, str]) -> None:
    done = govgraph("extract", site["/feed.xml"], "--delay", "0", "--match", "*/1", env=env)
    assert [json.loads(line)["source"] for line in done.stdout.splitlines()] == [site["/1"]]
    done = govgraph("extract", site["/feed.xml"], "--delay", "0", "--most", "1", env=env)
    assert done.returncode == 0
    assert "left-out" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_an_address_that_cannot_be_had_is_a_finding(
    govgraph: Run, site: Site, tmp_path: Path, env: dict[str, str]
) -> None:
    done = govgraph("build", site["/none"], "--out", tmp_path / "out", "--delay", "0", env=env)
    assert done.returncode == 1
    assert "[sources/gone]" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "x", "--most", "0"), "--most"),
        (("build", "x", "--since", "gestern"), "since is 'gestern'; give a day"),
        (("watch", "x", "--every", "bald"), "--every bald"),
        (("watch", "x", "--every", "0"), "every is 0"),
        (("watch", "x", "--once", "--rounds", "2"), "--rounds"),
        (("watch",), "FEED"),
    ],
)
def test_wrong_usage(govgraph: Run, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = govgraph(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_watch_writes_reports_in_three_forms(govgraph: Run, site: Site, tmp_path: Path, env: dict[str, str]) -> None:
    given = ("watch", site["/feed.xml"], "--once", "--out", tmp_path / "out", "--delay", "0", "--no-view")
    first = govgraph(*given, env=env)
    assert (first.returncode, first.stdout) == (0, ""), first.stderr
    assert "Round 1: 2 new" in first.stderr
    folder = tmp_path / "out" / "changes" / "0001-2023-05-11"
    assert "Stefan Sauer" in (folder / "changes.md").read_text(encoding="utf-8")
    assert json.loads((folder / "changes.json").read_text(encoding="utf-8"))
    assert "gov:Change" in (folder / "changes.ttl").read_text(encoding="utf-8")
    second = govgraph(*given, "--lang", "de", env=env)
    assert "Runde 1: 2 unverändert" in second.stderr
    assert [path.name for path in (tmp_path / "out" / "changes").iterdir()] == ["0001-2023-05-11"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_watch_that_is_ended_ends_cleanly(site: Site, tmp_path: Path, env: dict[str, str], number: int) -> None:
    given = (site["/feed.xml"], "--out", str(tmp_path / "out"), "--every", "1d", "--delay", "0", "--no-view")
    with watching(*given, env=env) as process:
        end = time.monotonic() + 100
        while not (tmp_path / "out" / "changes" / "0001-2023-05-11").exists() and time.monotonic() < end:
            time.sleep(0.1)
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert said.endswith("Ended.\n")
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")] == []


def test_a_watch_that_is_ended_while_it_waits_for_a_host_ends_at_once(
    site: Site, tmp_path: Path, env: dict[str, str]
) -> None:
    site.pages["/2"] = Says(b"", wait=60)
    with watching(site["/feed.xml"], "--out", str(tmp_path / "out"), "--delay", "0", env=env) as process:
        end = time.monotonic() + 60
        while "/2" not in site.paths and time.monotonic() < end:
            time.sleep(0.1)
        begin = time.monotonic()
        process.terminate()
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said.endswith("Ended.\n")) == (0, True), said
    assert time.monotonic() - begin < 30
    site.pages["/2"] = Says(b"")
