"""The gate of versions holds on the open half, and opens for nobody who falls below it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "benchmarks" / "versions"
NAMES = ("cases", "run", "scale")


@pytest.fixture(scope="module", autouse=True)
def _folder_on_path() -> Iterator[None]:
    sys.path.insert(0, str(FOLDER))
    yield
    sys.path.remove(str(FOLDER))
    for name in NAMES:
        sys.modules.pop(name, None)


def _load(name: str) -> Any:
    return importlib.import_module(name)


def test_the_gate_opens_on_the_open_half_and_floors_are_lower(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = _load("run")
    found = run.measure("open")
    assert max(row["recall"] for name, row in found["together"].items() if name != "govgraph") < 60
    floors = tmp_path / "floors.json"
    monkeypatch.setattr(run, "FLOORS_FILE", floors)
    floors.write_text('{"open": {"pairs": {"precision": 99}, "together": {"recall": 97}}}', encoding="utf-8")
    assert not run.gate({"open": found})
    found["together"]["govgraph"]["recall"] = 96.0
    assert run.gate({"open": found})
    assert "together: recall is 96.0, at least 97" in capsys.readouterr().out


def test_articles_of_the_scale_hold_the_versions_that_they_say() -> None:
    assert _load("scale").measure(200)["versions"] == 60
