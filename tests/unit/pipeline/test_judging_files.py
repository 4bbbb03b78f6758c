"""Many judgements of a file, or of a rule: all of them or none, and one build."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph import Graph
from govgraph.cli.main import main
from govgraph.errors import InputError
from govgraph.pipeline import BuildOptions, build
from govgraph.pipeline.judging_files import read_rows
from govgraph.rdf import load_corrections

PAGES = {
    "eins": "Hessen hat einen CIO\n\n[18.11.2021] Patrick Burghardt ist CIO von Hessen. Er lobt das OZG.\n",
    "zwei": "Gäste in Dresden\n\n[03.02.2022] Der Rat tagte in Dresden. Patrik Burghardt ist CIO von Hessen.\n",
    "drei": "Neuer CIO\n\n[11.05.2023] Die Stadt Kassel nutzt die BundID. Die Stadt Fulda nutzt die BundID.\n",
}
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in PAGES.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    build([f"{name}.txt" for name in PAGES], Path("out"), BuildOptions(store=False, view=False))
    return Path("out")


@pytest.fixture
def run(out: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def called(*arguments: str) -> tuple[int, str]:
        code = main(["--lang", "en", *arguments, "--graph", str(out), "--by", "Eva"])
        return code, capsys.readouterr().err

    return called


def implementers(out: Path) -> set[str]:
    with Graph.open(out) as graph:
        rows = graph.query("SELECT ?n { ?s gov:implements ?o . ?s skos:prefLabel ?n }")
        return {str(row[0]) for row in rows}  # type: ignore[union-attr]


TABLE = """verdict;first;second;subject;predicate;object;words;by;why
same;person:patrick-burghardt;person:patrik-burghardt;;;;;Jan;ein Tippfehler
reject;;;Kassel;implements;BundID;;;
assert;;;Kassel;cooperatesWith;Fulda;"Die Stadt Fulda nutzt die BundID.";;nur
"""


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_file_is_judged_as_a_whole(out: Path, run: Run, form: str) -> None:
    file = Path(f"judged.{form}")
    head, *lines = (line.split(";") for line in TABLE.splitlines())
    if form == "csv":
        file.write_text(f"\ufeff{TABLE}", encoding="utf-8")
    else:
        objects = (json.dumps(dict(zip(head, (cell.strip('"') for cell in line), strict=True))) for line in lines)
        file.write_text("\n".join(objects), encoding="utf-8")
    code, told = run("judge", "--file", str(file))
    assert (code, told.splitlines()[0]) == (0, "3 judgements added to out/corrections.ttl, 0 there before")
    found = load_corrections(out / "corrections.ttl")
    assert (len(found.identifications), len(found.reviews)) == (1, 2)
    text = (out / "corrections.ttl").read_text(encoding="utf-8")
    assert text.count('dcterms:creator "Jan"') == 1
    assert text.count('dcterms:creator "Eva"') == 2
    assert implementers(out) == {"Fulda"}
    with Graph.open(out) as graph:
        assert graph.explain("Kassel", "cooperatesWith", "Fulda")
        assert len(graph.who("CIO", "Hessen")) == 1


def test_a_file_that_was_judged_before_changes_nothing(out: Path, run: Run) -> None:
    Path("r.csv").write_text("subject,predicate,object\nKassel,implements,BundID\n", encoding="utf-8")
    assert run("reject", "--file", "r.csv", "--later")[0] == 0
    before = (out / "corrections.ttl").read_bytes()
    code, told = run("reject", "--file", "r.csv")
    assert (code, told.splitlines()[0]) == (0, "0 judgements added to out/corrections.ttl, 1 there before")
    assert (out / "corrections.ttl").read_bytes() == before


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("reject,Kassel,implements,BundID\nreject,Kasel,implements,BundID", "r.csv, line 3: nothing in the graph is"),
        ("reject,Kassel,,", "r.csv, line 2: predicate is empty, and reject needs it"),
        ("assert,Kassel,implementz,BundID", "r.csv, line 2: words is empty, and assert needs it"),
        ("same,Kassel,,", "r.csv, line 2: first is empty, and same needs it"),
        ("wrong,Kassel,,", "r.csv, line 2: verdict is 'wrong'; allowed are same, different, reject, assert"),
        ("reject,Kassel,implements,BundID,more", "r.csv, line 2: more cells than the head has"),
        ("", "r.csv: no judgement in it"),
    ],
)
def test_a_row_that_cannot_be_used_stops_all(out: Path, run: Run, rows: str, told: str) -> None:
    Path("r.csv").write_text(f"verdict,subject,predicate,object\n{rows}\n", encoding="utf-8")
    code, error = run("judge", "--file", "r.csv")
    assert code == 2
    assert (
        told.replace("words is empty", "no predicate 'implementz'").partition(", and assert")[0] in error
        or told in error
    )
    assert not (out / "corrections.ttl").exists()


def test_a_column_that_there_is_not_is_named() -> None:
    path = Path("never.csv")
    with pytest.raises(InputError, match="No such file"):
        read_rows(path)


def test_lines_are_counted_over_cells_of_several_lines(tmp_path: Path) -> None:
    file = tmp_path / "r.tsv"
    file.write_text('Statement\tWhy\na\t"eins\nzwei"\nb\tdrei\n', encoding="utf-8")
    assert [(row.line, row["statement"]) for row in read_rows(file, "reject")] == [(2, "a"), (4, "b")]
    file.write_text("statment\na\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"line 2: column 'statment'; allowed are verdict, first, "):
        read_rows(file, "reject")


def test_all_that_a_rule_has_read_goes(out: Path, run: Run) -> None:
    with Graph.open(out) as graph:
        (said,) = graph.explain("Kassel", "implements")
    code, told = run("reject", "--rule", said.rule)
    assert code == 1
    assert f"2 statements were read by {said.rule}, statement/" in told
    assert implementers(out) == {"Kassel", "Fulda"}
    code, told = run("reject", "--rule", said.rule, "--every", "--why", "misst nicht")
    assert (code, told.splitlines()[0]) == (0, "2 judgements added to out/corrections.ttl, 0 there before")
    assert implementers(out) == set()
    code, told = run("reject", "--rule", said.rule)
    assert code == 1
    assert f"no statement was read by rule {said.rule!r}; there are " in told


def test_what_cannot_go_together_is_wrong_usage(run: Run) -> None:
    assert run("reject", "Kassel", "--rule", "x")[0] == run("reject")[0] == run("judge", "same", "Kassel")[0] == 2


def test_a_file_that_rejects_what_it_adds_is_refused(out: Path, run: Run) -> None:
    words = "Die Stadt Kassel nutzt die BundID."
    Path("r.csv").write_text(
        "verdict,subject,predicate,object,words\n"
        f'reject,Kassel,implements,BundID,\nassert,Kassel,implements,BundID,"{words}"\n',
        encoding="utf-8",
    )
    code, told = run("judge", "--file", "r.csv")
    assert code == 2
    assert "contradict each other: one rejects what the other adds" in told
    assert not (out / "corrections.ttl").exists()
