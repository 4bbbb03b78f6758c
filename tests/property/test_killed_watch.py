"""`govgraph watch`, killed at random moments: what comes of it is what an undisturbed run gives."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from govgraph.pipeline.output import settle
from warm import Programs
from web import Says, Site, page, rss, serving

KILLS = 50
MOMENTS_UNTIL_COMPARED = 5
PEOPLE = ("Patrick Burghardt", "Stefan Sauer", "Thomas Popp", "Judith Gerlach", "Jana Muster", "Max Beispiel")
LANDS = ("Hessen", "Bayern", "Sachsen", "Thüringen", "Bremen")


class Runner:
    """Runs the command line and may end it at a moment."""

    def __init__(self, programs: Programs, log: Path) -> None:
        self._programs = programs
        self.log = log

    def __call__(self, *arguments: str, after: float | None = None) -> tuple[int, float]:
        """Exit code and seconds; killed `after` seconds, the code is -9."""
        begin = time.monotonic()
        with Path(os.devnull).open() as nothing, self.log.open("wb") as log:
            streams = nothing.fileno(), log.fileno(), log.fileno()
            running = self._programs.start(["govgraph", *arguments], streams)
            if after is not None:
                time.sleep(after)
                running.send_signal(signal.SIGKILL)
            return running.wait(100), time.monotonic() - begin


def publish(site: Site, state: int) -> None:
    """The site at a moment: more and more entries, one page of which is another each time; others moved or gone."""
    shown = range(min(12, 2 + state // 4))
    for number in shown:
        person, land = PEOPLE[(number + state * (number == state % 12)) % len(PEOPLE)], LANDS[number % len(LANDS)]
        words = f"{person} ist CIO von {land}. {land} setzt das Onlinezugangsgesetz um."
        site.pages[f"/{number}"] = page(f"Nummer {number}", words, f"{number + 1:02d}.11.2021")
    site.pages["/moved"] = Says(status=301, headers={"Location": "/0"})
    items = [
        {"link": f"/{number}", "title": f"Nachricht {number}", "description": f"Stand {state}"} for number in shown
    ]
    items += [
        {"link": "/moved", "title": "Umgezogen"},
        {"link": "/gone", "title": "Weg", "description": f"Bremen und Hessen kooperieren seit {2000 + state}."},
    ]
    site.pages["/feed"] = rss(items)


def contents(out: Path) -> dict[str, str]:
    """Digests of all that does not hang on what was there before."""
    files = [out / "graph.ttl", out / "graph.trig", out / "issues.jsonl", *sorted((out / "records").glob("*.json"))]
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def assert_whole(out: Path) -> None:
    """The output is that of one build, not of two."""
    settle(out)
    if not (out / "manifest.json").exists():
        assert not (out / "graph.trig").exists()
        return
    manifest: dict[str, Any] = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    for name, digest in manifest["outputs"].items():
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest, name


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_killed_at_50_moments_the_graph_is_that_of_an_undisturbed_run(programs: Programs, tmp_path: Path) -> None:
    chance = random.Random(17)
    killed_out, whole_out = tmp_path / "killed", tmp_path / "whole"

    def arguments(out: Path) -> list[str]:
        quick = ["--delay", "0", "--no-view", "--workers", "1"]
        return ["watch", site["/feed"], "--once", "--out", str(out), "--cache", f"{out}-cache", *quick]

    run = Runner(programs, tmp_path / "log.txt")
    with serving() as site:
        publish(site, 0)
        code, _ = run(*arguments(whole_out))
        assert code == 1, run.log.read_text(encoding="utf-8")
        publish(site, 1)
        code, usual = run(*arguments(whole_out))
        kills = state = 0
        while kills < KILLS:
            state += 1
            publish(site, state)
            code, _ = run(*arguments(killed_out), after=chance.uniform(0, usual * 1.05))
            assert code in (-9, 1), run.log.read_text(encoding="utf-8")
            kills += code == -9
            assert_whole(killed_out)
            if state % MOMENTS_UNTIL_COMPARED == 0:
                code, _ = run(*arguments(killed_out))
                assert code == 1, run.log.read_text(encoding="utf-8")
                _, usual = run(*arguments(whole_out))
                assert contents(killed_out) == contents(whole_out)
                assert [path.name for path in killed_out.iterdir() if path.name.startswith(".")] == []
            assert state < 4 * KILLS
        code, _ = run(*arguments(killed_out))
        run(*arguments(whole_out))
        assert contents(killed_out) == contents(whole_out)
        reports = sorted(path.name for path in (killed_out / "changes").iterdir())
        assert [name[:4] for name in reports] == [f"{number:04d}" for number in range(1, len(reports) + 1)]
        for report in reports:
            assert {path.name for path in (killed_out / "changes" / report).iterdir()} == {
                "changes.md",
                "changes.json",
                "changes.ttl",
            }
