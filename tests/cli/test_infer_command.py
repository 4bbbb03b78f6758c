"""`govgraph infer`: a file of its own beside the graph, which the next build takes away."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from govgraph import Graph
from govgraph.cli.main import app

PAGE = """Hessen
Neues Labor

[12.03.2025] Das Land Hessen kooperiert mit Thüringen. Der IT-Planungsrat hat das Standardisierungsboard eingerichtet.
"""


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, args)
    return result.exit_code, result.output


@pytest.fixture
def out(tmp_path: Path) -> Path:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert run("build", str(page), "--out", str(tmp_path / "out"), "--no-view")[0] == 0
    return tmp_path / "out"


def test_inferences_stand_in_a_file_of_their_own(out: Path) -> None:
    before = (out / "graph.trig").read_bytes()
    asked = "SELECT (COUNT(*) AS ?n) WHERE { ?a gov:cooperatesWith ?b }"
    stated = run("query", asked, "--graph", str(out), "--format", "csv")[1]

    code, told = run("infer", "--graph", str(out))
    first = (out / "inferred.trig").read_bytes()
    run("infer", "--graph", str(out))

    assert code == 0
    assert "cooperation-symmetric" in told
    assert (out / "graph.trig").read_bytes() == before
    assert (out / "inferred.trig").read_bytes() == first
    assert run("query", asked, "--graph", str(out), "--format", "csv")[1] == stated
    assert stated.split() == ["n", "1"]
    assert run("query", asked, "--graph", str(out), "--format", "csv", "--inferred")[1].split() == ["n", "2"]
    with Graph.open(out / "inferred.trig") as graph:
        assert all("/graph/rules/" in one for one in graph.store.graphs())


def test_a_build_takes_inferences_away_or_writes_them_anew(out: Path) -> None:
    run("infer", "--graph", str(out))

    assert run("build", "--out", str(out), "--no-view")[0] == 0
    assert not (out / "inferred.trig").exists()

    assert run("build", "--out", str(out), "--no-view", "--infer")[0] == 0
    assert (out / "inferred.trig").exists()


def test_rules_are_listed_and_files_are_written_where_asked(out: Path, tmp_path: Path) -> None:
    assert "part-of-transitive" in run("infer", "--list")[1]
    assert run("infer", "--graph", str(out / "graph.trig"))[0] != 0
    assert run("infer", "--graph", str(out / "graph.trig"), "--out", str(tmp_path / "own.trig"))[0] == 0
    assert (tmp_path / "own.trig").read_bytes()


def test_sources_of_rules_are_said_in_the_language() -> None:
    assert (
        "gov:cooperatesWith, OWL 2 Structural Specification, section 9.2.8" in run("--lang", "en", "infer", "--list")[1]
    )
    german = run("--lang", "de", "infer", "--list")[1]
    assert "gov:cooperatesWith, OWL 2 Structural Specification, Abschnitt 9.2.8" in german
    assert all(word not in german for word in ("reasoning", "section", "transitivity", "between"))
