"""`govgraph timeline --html`, `map` and `report`: files, exit codes, messages."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph.model import Status
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import holding, interview, page, small_ontology

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    options = GraphOptions(ontology=small_ontology(folder / "ontology"))
    articles = [holding("Eva Alt", "2020-01-01"), holding("Max Neu", "2022-02-01"), interview()]
    MemoryStore(build_quads([page(*articles)], options)).dump(folder / "graph.nq")
    return folder / "graph.nq"


def test_a_timeline_file(govgraph: Run, graph: Path, tmp_path: Path) -> None:
    out = tmp_path / "t.html"
    done = govgraph("--lang", "en", "timeline", "Hessen", "--html", out, "--graph", graph)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.strip().endswith("2 terms of office")
    text = out.read_text("utf-8")
    assert '<html lang="en">' in text
    assert '"subtitle":"Hessen"' in text
    assert "Max Neu" in text
    assert govgraph("timeline", "--role", "Kaiser", "--html", out, "--graph", graph).returncode == 1


def test_a_timeline_tells_bodies_plans_and_doubts_apart(govgraph: Run, tmp_path: Path) -> None:
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    articles = [
        holding("Ina Ott", "2020-01-01", since="2020-02-01", status=Status.DESIGNATED),
        holding("Max Neu", "2020-05-27"),
        holding("Max Neu", "2020-08-01", since="2020-06-01"),
    ]
    MemoryStore(build_quads([page(*articles)], options)).dump(tmp_path / "graph.nq")
    shown = govgraph("--lang", "en", "timeline", "--graph", tmp_path / "graph.nq").stdout
    assert "Ina Ott: announced for 2020-02-01, never observed in office" in shown
    assert "Max Neu: begin 2020-06-01 (stated)" in shown
    assert "    ! The office “CIO Hessen” is said to have begun for Max Neu on 2020-06-01, but" in shown
    assert "Duties that moved" not in shown


def test_a_timeline_file_leaves_out_quotes(govgraph: Run, graph: Path, tmp_path: Path) -> None:
    out = tmp_path / "t.html"
    govgraph("timeline", "--html", out, "--without-quotes", "--graph", graph)
    assert "und das Amt CIO in Hessen" not in out.read_text("utf-8")


def test_a_map_of_statements_and_one_of_an_office(govgraph: Run, graph: Path, tmp_path: Path) -> None:
    out = tmp_path / "m.html"
    done = govgraph("--lang", "de", "map", "--of", "OZG", "--out", out, "--graph", graph)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.strip().endswith("1 Land mit Angaben")
    assert '"status":"planned"' in out.read_text("utf-8")
    assert govgraph("map", "--role", "CIO", "--out", out, "--graph", graph).returncode == 0
    assert '"person":"Max Neu"' in out.read_text("utf-8")
    empty = govgraph("map", "--of", "OZG", "--predicate", "pilots", "--out", out, "--graph", graph)
    assert empty.returncode == 1
    assert "the graph knows nothing of the kind of any Land, the map is empty" in empty.stderr


def test_a_map_needs_a_thing_or_a_role(govgraph: Run, graph: Path) -> None:
    for given in ((), ("--of", "OZG", "--role", "CIO")):
        done = govgraph("map", *given, "--graph", graph)
        assert done.returncode == 2
        assert "either --of NAME or --role ROLE" in done.stderr


def test_a_report(govgraph: Run, graph: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.md"
    done = govgraph("report", "--of", "Hessen", "--since", "2021-01-01", "--out", out, "--graph", graph)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Max Neu became CIO (Hessen)" in out.read_text("utf-8")
    assert (tmp_path / "r.svg").exists()


def test_a_report_that_cannot_be(govgraph: Run, graph: Path, tmp_path: Path) -> None:
    given = ("--of", "Hessen", "--graph", graph)
    assert govgraph("report", *given, "--since", "2021", "--out", tmp_path / "r.docx").returncode == 2
    assert govgraph("report", *given, "--since", "soon", "--out", tmp_path / "r.html").returncode == 2
    assert govgraph("report", *given, "--out", tmp_path / "r.html").returncode == 2
    done = govgraph("report", "--of", "Atlantis", "--since", "2021", "--graph", graph, "--out", tmp_path / "r.html")
    assert done.returncode == 1
    assert not list(tmp_path.iterdir())


def test_a_view_of_nothing_is_warned_of(govgraph: Run, graph: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.html"
    done = govgraph("view", "--since", "2030", "--out", out, "--graph", graph)
    assert (done.returncode, done.stdout) == (1, "")
    assert "0 entities" in done.stderr
    assert "warning: nothing in the graph fits this choice" in done.stderr
    assert out.exists()
