"""The benchmark of HTML pages: what counts as right, and a gate that closes."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = str(Path(__file__).resolve().parents[3] / "benchmarks" / "pages")


@pytest.fixture
def measure() -> Iterator[Any]:
    sys.path.insert(0, FOLDER)
    for name in ("measure", "run"):
        sys.modules.pop(name, None)
    yield importlib.import_module("measure")
    sys.path.remove(FOLDER)
    for name in ("measure", "run"):
        sys.modules.pop(name, None)


def page(measure: Any) -> Any:
    article = {
        "title": "Kassel testet", "kicker": "Kassel", "date": "2024-11-18", "authors": [], "genre": "news",
        "first": "Die Stadt Kassel testet die", "last": "sagt der Kämmerer am Montag.",
        "must": ["testet die E-Akte"], "must_not": ["Drucker mieten"],
    }  # fmt: skip
    return measure.GoldPage("page", "generic", Path("page.html"), (article,))


def found(measure: Any, text: str, **other: Any) -> Any:
    values = {
        "title": "Kassel testet",
        "kicker": "Kassel",
        "date": "2024-11-18",
        "authors": (),
        "genre": "report",
    } | other
    return measure.Found(**values, text=text, whole=text)


TEXT = "[18.11.2024] Die Stadt Kassel testet die E-Akte. So sagt der Kämmerer am Montag."


def test_right_reading(measure: Any) -> None:
    score = measure.score_page(page(measure), [found(measure, TEXT)])
    assert score.aimed == 100
    assert [name for name in measure.FIELDS if score.share(name) < 100] == ["genre"]


@pytest.mark.parametrize(
    ("text", "other", "wrong"),
    [
        ("Drucker mieten. " + TEXT, {}, ["must not out"]),
        ("Viele Wörter stehen hier vor dem Text. " + TEXT, {}, ["first"]),
        (TEXT + " Mehr.", {}, ["last"]),
        (TEXT, {"date": None}, ["date"]),
        (TEXT, {"authors": ("Jana Muster",)}, ["authors"]),
        (TEXT, {"genre": "teaser"}, ["kind"]),
        (TEXT, {"title": "Kassel: testet nicht"}, ["title"]),
    ],
)
def test_wrong_reading(measure: Any, text: str, other: dict[str, Any], wrong: list[str]) -> None:
    score = measure.score_page(page(measure), [found(measure, text, **other)])
    assert [name for name in measure.FIELDS if score.share(name) < 100 and name != "genre"] == wrong


def test_article_that_is_not_found_has_all_wrong(measure: Any) -> None:
    score = measure.score_page(page(measure), [])
    assert (score.aimed, score.share("articles")) == (0, 0)


def test_gate_closes(measure: Any) -> None:
    run = importlib.import_module("run")
    figures = {"open": {"govgraph": run.measure(measure.gold_pages("open")[:1], "govgraph")}}
    floors = run.floors_of(figures)
    assert run.complaints(floors, figures) == []
    assert "no floor yet" in run.complaints({}, figures)[0]
    floors["open"]["least"]["title"] = 101.0
    assert run.complaints(floors, figures) == ["open: title at 100.0, floor 101.0"]
