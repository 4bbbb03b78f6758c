"""What the first real page must show, from page to answer. Skipped where the annotated pages are not at hand."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = "erfolg-durch-kooperation"


@pytest.fixture(scope="module")
def built(govgraph: Run, gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("first-light") / "out"
    done = govgraph("build", gold / f"{PAGE}.txt", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_sixteen_articles_with_title_and_date(gold: Path, built: Path) -> None:
    expected = json.loads((gold / f"{PAGE}.gold.json").read_text(encoding="utf-8"))["articles"]
    found = json.loads((built / "records" / f"{PAGE}.json").read_text(encoding="utf-8"))["articles"]
    assert len(found) == 16
    assert [(one["title"], one["date"]) for one in found] == [(one["title"], one["date"]) for one in expected]


def test_who_was_cio_on_a_day(govgraph: Run, built: Path) -> None:
    done = govgraph("who", "CIO", "Rheinland-Pfalz", "--on", "2024-12-01", "--graph", built)
    assert done.returncode == 0, done.stderr
    assert "Denis Alt" in done.stdout
    assert "CIO und CDO" in done.stdout


def test_nobody_is_invented(govgraph: Run, built: Path) -> None:
    done = govgraph("who", "CIO", "Bremen", "--on", "2024-12-01", "--graph", built)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_explain_shows_the_sentence(govgraph: Run, built: Path) -> None:
    done = govgraph("explain", "Denis Alt", "memberOf", "--graph", built)
    assert done.returncode == 0, done.stderr
    assert "Standardisierungsboard" in done.stdout
    assert "dem ich für Rheinland-Pfalz angehöre" in done.stdout


def test_graph_conforms(govgraph: Run, built: Path) -> None:
    assert govgraph("validate", built).returncode == 0


@pytest.mark.parametrize(
    ("folder", "floors"),
    [
        ("", {"entities": 85.0, "offices": 90.0, "facts": 70.0}),
        ("dev", {"entities": 65.0, "offices": 60.0, "facts": 35.0}),
    ],
)
def test_scores_reach_their_floors(govgraph: Run, gold: Path, folder: str, floors: dict[str, float]) -> None:
    done = govgraph("evaluate", gold / folder, "--json")
    scores = json.loads(done.stdout)
    low = {kind: (scores[kind]["f1"], floor) for kind, floor in floors.items() if scores[kind]["f1"] < floor}
    assert low == {}
