"""Named queries on the command line: listed by theme, described, asked."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph.query import named_queries, themes

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "questions.trig"


@pytest.mark.parametrize(("lang", "title"), [("en", "title_en"), ("de", "title_de")])
def test_all_are_listed_under_their_themes(govgraph: Run, lang: str, title: str) -> None:
    done = govgraph("--lang", lang, "query", "--list")
    assert (done.returncode, done.stderr) == (0, "")
    headings = [getattr(one, title) for one in themes()]
    lines = done.stdout.splitlines()
    assert [line for line in lines if line in headings] == headings
    assert lines[-1].startswith("ENTITY ")
    told = {line.split()[0]: line for line in lines[:-1] if line and line not in headings}
    for query in named_queries():
        assert getattr(query, title) in told[query.name]
        for one in query.parameters:
            call = f"--param {one.name}={one.type.upper()}"
            given = {None: call, "*": f"[{call}]"}.get(one.default, f"[{call}, {one.default}]")
            assert given in told[query.name]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["When was an office demonstrably vacant?", "Looks at the whole graph", "any", "days", "integer"]),
        ("de", ["Wann war ein Amt nachweislich unbesetzt?", "Sieht den ganzen Graphen an", "alle", "days", "integer"]),
    ],
)
def test_one_is_described(govgraph: Run, lang: str, words: list[str]) -> None:
    done = govgraph("--lang", lang, "query", "--describe", "office-gaps")
    assert (done.returncode, done.stderr) == (0, "")
    assert [word for word in words if word not in done.stdout] == []
    assert "govgraph query --name office-gaps [--param organisation=ENTITY]" in done.stdout
    assert "SELECT DISTINCT ?office" in done.stdout


def test_cells_that_may_be_empty_are_told(govgraph: Run) -> None:
    lines = govgraph("query", "--describe", "members-of").stdout.splitlines()
    (date,) = [line for line in lines if line.split()[:2] == ["date", "date"]]
    assert "may be empty" in date
    (name,) = [line for line in lines if line.split()[:2] == ["name", "text"]]
    assert "may be empty" not in name


def test_an_unknown_name_brings_the_nearest(govgraph: Run) -> None:
    for option in ("--describe", "--name"):
        done = govgraph("query", option, "office-gap", "--graph", EXAMPLE)
        assert (done.returncode, done.stdout) == (2, "")
        assert "close to it: office-gaps" in done.stderr


def test_a_question_is_asked(govgraph: Run) -> None:
    asked = ("query", "--graph", EXAMPLE, "--name", "planned-never-done", "--format", "json")
    done = govgraph(*asked, "--param", "actor=Sachsen")
    bindings = json.loads(done.stdout)["results"]["bindings"]
    assert [one["thingName"]["value"] for one in bindings] == ["Portalgesetz", "Digitalrunde"]
    assert len(json.loads(govgraph(*asked).stdout)["results"]["bindings"]) > len(bindings)
