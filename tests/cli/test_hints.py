"""What a user is told who has asked for something else than what there is, or could ask for more."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from govgraph.cli import messages, query
from govgraph.cli.console import table
from govgraph.cli.main import main
from govgraph.cli.messages import Lang
from govgraph.export import render
from govgraph.model import EntityType
from govgraph.query import Row, Rows
from govgraph.rdf import build_quads
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore
from handmade import holding, page

EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples" / "questions.trig")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_asked", Lang.EN)


def test_an_option_that_is_missing_is_explained_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report"]) == 2
    assert "Missing option '--since': What is new since this day: " in (told := capsys.readouterr().err)
    assert told.endswith("such as --since 2024-01; see govgraph report --help\n")


def test_a_folder_without_its_option_is_told_of(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["serve", str(tmp_path)]) == 2
    assert f"({tmp_path}); did you mean --graph {tmp_path}?" in capsys.readouterr().err
    assert main(["serve", "nowhere"]) == 2
    assert "--graph" not in capsys.readouterr().err


def test_a_bare_call_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("Usage: govgraph")
    assert lines[-1] == "govgraph: error: Missing command; see govgraph --help"


def test_wrong_usage_is_told_in_german(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_asked", Lang.DE)
    assert main(["explian"]) == 2
    assert capsys.readouterr().err.startswith(
        "govgraph: Fehler: Kein Befehl 'explian'; gemeint ist vielleicht 'explain'"
    )


def test_a_description_ends_with_the_query(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--describe", "chairs-by-year"]) == 0
    told = capsys.readouterr().out
    assert "SELECT" in told
    assert "# title-de" not in told


def test_a_long_cell_moves_no_other_row() -> None:
    head, rule, short, long = table(("title", "day"), (("Kurz", "2024"), ("x" * 99, "2025"))).splitlines()
    assert len(head) < len(rule) < 70
    assert short.index("2024") == head.index("day")
    assert long == f"{'x' * 99}  2025"


def test_tables_write_iris_with_prefixes_and_other_forms_in_full() -> None:
    iri = f"{ns.prefixes()['person']}denis-alt"
    day = Literal("2024-11-18", datatype=NamedNode(ns.XSD + "date"))
    rows = Rows(("who", "day", "none"), (Row(("who", "day", "none"), (NamedNode(iri), day, None)),))
    assert query._rows(rows, query.Format.TABLE).splitlines()[-1] == "person:denis-alt  2024-11-18"
    assert query._rows(rows, query.Format.CSV).splitlines() == ["who,day,none", f"{iri},{datetime.date(2024, 11, 18)},"]


def test_hints_go_to_standard_error_and_leave_the_answer_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--graph", EXAMPLE, "SELECT * { ?who gov:chairz ?body }"]) == 0
    told = capsys.readouterr()
    assert told.out.split() == ["body", "who", "----", "---"]
    assert "warning: gov:chairz is neither in the ontology nor in the graph; did you mean gov:chairs?" in told.err
    assert main(["explain", "--graph", EXAMPLE, "IT-Planungsrat"]) in (0, 1)
    told = capsys.readouterr()
    assert told.err.endswith("other statements: govgraph explain IT-Planungsrat --as-object\n")
    assert "--as-object" not in told.out


def test_labels_without_their_language_are_told_where_nothing_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    asked = "SELECT ?x { ?x skos:prefLabel 'IT-Planungsrat'%s }"
    assert main(["query", "--graph", EXAMPLE, asked % ""]) == 0
    assert capsys.readouterr().err.endswith('did you mean "IT-Planungsrat"@de?\n')
    assert main(["query", "--graph", EXAMPLE, asked % "@de"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("day", ["31.02.2024", "2024-02-31", "30. Februar 2024"])
def test_a_day_that_the_calendar_lacks_is_told_as_such(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "CIO", "--on", day, "--graph", EXAMPLE]) == 2
    assert capsys.readouterr().err == f"govgraph: error: '{day}' is no day of the calendar\n"


def test_a_name_that_means_several_things_is_told_of(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    council = (EntityType.ORGANISATION, "Netzrat", "Committee")
    articles = [
        holding("Eva Alt", "2024-01-01", body=council),
        holding("Ida Neu", "2024-01-01", body=(EntityType.ORGANISATION, "Rat Nord", "Committee")),
    ]
    named = replace(articles[1].entities[1], aliases=("NR",))
    articles[0] = replace(
        articles[0], entities=(articles[0].entities[0], replace(articles[0].entities[1], aliases=("NR",)))
    )
    articles[1] = replace(articles[1], entities=(articles[1].entities[0], named))
    path = tmp_path / "graph.ttl"
    path.write_bytes(render(MemoryStore(build_quads([page(*articles)])), "trig"))
    graph = path.rename(path.with_suffix(".trig"))
    for command in (["who", "CIO", "NR"], ["timeline", "NR"], ["report", "--since", "2020", "--of", "NR"]):
        main([*command, "--graph", str(graph), *(["--out", str(tmp_path / "r.md")] if command[0] == "report" else [])])
        told = capsys.readouterr().err
        assert "NR can mean several things" in told
        assert "Netzrat (organisation/netzrat), Rat Nord (organisation/rat-nord)" in told
    main(["who", "CIO", "Netzrat", "--graph", str(graph)])
    assert capsys.readouterr().err == ""


def test_a_type_that_there_is_not_is_wrong_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def view(*options: str) -> int:
        return main(["view", "--graph", EXAMPLE, "--out", str(tmp_path / "view.html"), *options])

    assert view("--type", "Quark") == 2
    assert view("--predicate", "knows") == 2
    assert "allowed are" in capsys.readouterr().err
    # a class that only this graph lacks is a finding
    assert view("--type", "Parliament") == 1


def test_an_office_where_a_thing_is_asked_for_is_told_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", "--of", "CIO", "--graph", EXAMPLE, "--out", str(tmp_path / "map.html")]) == 1
    assert "'CIO' is an office; ask `govgraph who 'CIO'`, or name it by --role" in capsys.readouterr().err
