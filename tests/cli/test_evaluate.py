"""`govgraph evaluate`: tables, JSON, differences, with records of a run or by reading anew."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "Hessen\nEin Titel\n\n[18.11.2024] Das Land Hessen setzt das Onlinezugangsgesetz um.\n"
GOLD = {
    "page": "seite",
    "articles": [
        {
            "title": "Ein Titel",
            "date": "2024-11-18",
            "genre": "news",
            "entities": [
                {"name": "Hessen", "type": "Jurisdiction"},
                {"name": "Onlinezugangsgesetz", "type": "Law", "aliases": ["OZG"]},
                {"name": "Ein Programm, das die Seite nicht nennt", "type": "Programme"},
            ],
            "offices": [],
            "facts": [{"subject": "Hessen", "predicate": "implements", "object": "Onlinezugangsgesetz"}],
        }
    ],
}


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    folder = tmp_path / "annotated"
    folder.mkdir()
    (folder / "seite.txt").write_text(TEXT, encoding="utf-8")
    (folder / "seite.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def test_reading_anew_and_records_give_the_same_figures(govgraph: Run, tmp_path: Path, annotated: Path) -> None:
    anew = govgraph("evaluate", annotated, "--json")
    assert anew.returncode == 0, anew.stderr
    govgraph("extract", annotated / "seite.txt", "--out", tmp_path / "records")
    from_records = govgraph("evaluate", annotated, "--records", tmp_path / "records", "--json")
    assert from_records.stdout == anew.stdout
    figures = json.loads(anew.stdout)
    assert (figures["entities"]["hits"], figures["entities"]["missed"], figures["entities"]["wrong"]) == (2, 1, 0)
    assert figures["facts"]["by_group"]["implements"]["f1"] == 100.0
    assert figures["headings"] == {"right": 1, "all": 1}


def test_list_names_what_was_missed(govgraph: Run, annotated: Path) -> None:
    done = govgraph("evaluate", annotated, "--list")
    assert "seite: entities: missed: Ein Programm, das die Seite nicht nennt" in done.stdout
    assert "facts by predicate" in done.stdout
    assert "entities by genre" in done.stdout


def test_page_that_cannot_be_read_counts_as_missed_and_is_said(govgraph: Run, annotated: Path) -> None:
    (annotated / "seite.txt").write_bytes(b"")
    done = govgraph("evaluate", annotated, "--json")
    assert done.returncode == 1
    assert "seite.txt" in done.stderr
    assert json.loads(done.stdout)["entities"]["missed"] == 3


def test_folder_that_is_missing_is_wrong_usage(govgraph: Run, tmp_path: Path, annotated: Path) -> None:
    done = govgraph("evaluate", tmp_path / "absent")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert govgraph("evaluate", annotated, "--records", tmp_path / "absent").returncode == 2
