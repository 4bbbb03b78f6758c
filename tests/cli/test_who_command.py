"""`govgraph who` says whom it knows for the day, and says so where it knows other days only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

NOT_KNOWN = "For {on} no article says who; nearest to it:"


@pytest.fixture
def graph(govgraph: Run, tmp_path: Path) -> Path:
    for name, text in {
        "sauer": "Neues aus Wiesbaden\n\n[12.03.2019] Stefan Sauer ist seit März 2018 CIO des Landes Hessen.",
        "popp": "Neues aus Dresden\n\n[05.06.2020] Thomas Popp ist CIO des Freistaats Sachsen.",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    out = tmp_path / "out"
    done = govgraph("build", tmp_path / "sauer.txt", tmp_path / "popp.txt", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.mark.parametrize(
    ("body", "on", "known"),
    [
        ("Hessen", "2018-06-01", True),
        ("Sachsen", "2020-06-05", True),
        ("Sachsen", "5.6.2020", True),
        ("Hessen", "1. Juni 2018", True),
        ("Sachsen", "2019-01-01", False),
        ("Sachsen", "2022-01-01", False),
    ],
)
def test_days_that_no_article_speaks_of_are_told_apart(
    govgraph: Run, graph: Path, body: str, on: str, *, known: bool
) -> None:
    done = govgraph("who", "CIO", body, "--on", on, "--graph", graph)
    shape = json.loads(govgraph("who", "CIO", body, "--on", on, "--graph", graph, "--json").stdout)
    assert done.stdout.startswith(NOT_KNOWN.format(on=on)) is not known
    assert [one["sure"] for one in shape] == ([known])


def test_without_a_day_nothing_is_doubted(govgraph: Run, graph: Path) -> None:
    assert "nearest" not in govgraph("who", "CIO", "--graph", graph).stdout


def test_what_is_not_known_comes_after_what_is(govgraph: Run, graph: Path) -> None:
    told = govgraph("who", "CIO", "--on", "2020-06-05", "--graph", graph).stdout
    places = [told.index(one) for one in ("Thomas Popp", "Beside that, not known for 2020-06-05:", "Stefan Sauer")]
    assert places == sorted(places)


def test_before_a_stated_begin_nobody_is_claimed(govgraph: Run, graph: Path) -> None:
    done = govgraph("who", "CIO", "Hessen", "--on", "2015-05-01", "--graph", graph)

    assert (done.returncode, done.stderr) == (1, "")
    heading, named = done.stdout.splitlines()[:2]
    assert heading == "For 2015-05-01 nobody is known to be in office; nearest to it:"
    assert named.endswith("came later")


def test_a_graph_without_offices_says_so_in_whole_sentences(govgraph: Run, tmp_path: Path) -> None:
    page, out = tmp_path / "eins.txt", tmp_path / "out"
    page.write_text("Neues aus Kassel\n\n[12.03.2019] Die Stadt Kassel setzt die E-Akte ein.\n", encoding="utf-8")
    assert govgraph("build", page, "--out", out).returncode == 0
    done = govgraph("who", "--all", "Kassel", "--graph", out)
    assert (done.returncode, done.stderr) == (1, "govgraph: error: Nobody known for: Kassel\n")
    done = govgraph("timeline", "--graph", out)
    assert (done.returncode, done.stderr) == (1, "govgraph: error: nothing is known of offices in this graph\n")


PARTS = """Neues aus Berlin

[12.03.2026] Den Vorsitz im IT-Planungsrat hat in diesem Jahr das Land Hessen.

Ida Neumann ist Vorsitzende des Föderalen IT-Architekturboards.
"""


def test_a_part_of_the_body_is_told_apart_from_the_body(govgraph: Run, tmp_path: Path) -> None:
    page, out = tmp_path / "rat.txt", tmp_path / "out"
    page.write_text(PARTS, encoding="utf-8")
    assert govgraph("build", page, "--out", out).returncode == 0
    told = govgraph("who", "Vorsitzende", "IT-Planungsrat", "--graph", out).stdout
    parts = ("Hessen · Vorsitz", "In bodies that are part of IT-Planungsrat:", "Ida Neumann")
    places = [told.find(one) for one in parts]
    assert -1 not in places, told
    assert places == sorted(places)
