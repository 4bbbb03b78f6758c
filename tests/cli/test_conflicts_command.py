"""`govgraph conflicts`, and what a build makes of contradictions."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGES = {
    "a": "Hessen baut um\n\n[14.01.2020] Anna Berg ist CIO des Landes Hessen. Sie will sparen.\n",
    "b": "Neues aus Wiesbaden\n\n[03.02.2021] Bernd Tal ist CIO des Landes Hessen. Das sagte er am Montag.\n",
    "c": "Zwei Jahre danach\n\n[21.03.2022] Anna Berg ist CIO des Landes Hessen. Sie zog eine Bilanz.\n",
}
OWN = """
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

<https://example.org/rules#two-tenures> a sh:NodeShape ;
    sh:targetClass gov:Person ; sh:severity sh:Info ;
    sh:sparql [
        sh:message "{$this} kommt zweimal vor."@de , "{$this} comes twice."@en ;
        sh:select '''
            SELECT DISTINCT $this ?value ?other WHERE {
                ?value org:member $this ; a gov:Tenure .
                ?other org:member $this ; a gov:Tenure .
                FILTER(STR(?value) < STR(?other))
            }'''
    ] .
"""


@pytest.fixture(scope="module")
def folder(govgraph: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("conflicts")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "own.ttl").write_text(OWN, encoding="utf-8")
    done = govgraph("build", "a.txt", "b.txt", "c.txt", "--out", "out", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "contradictions: 1; `govgraph conflicts` shows them" in done.stderr
    return folder


def test_both_quotes_and_articles_are_printed(govgraph: Run, folder: Path) -> None:
    done = govgraph("conflicts", "--graph", "out", cwd=folder)
    lines = done.stdout.splitlines()

    assert (done.returncode, done.stderr) == (0, "contradictions: 1\n")
    assert lines[0] == (
        "Violation · two-holders · Two at one time in the office “CIO Hessen”: Anna Berg certainly from 2020-01-14 to "
        "2022-03-21, Bernd Tal from 2021-02-03 to 2021-02-03."
    )
    assert "  Bernd Tal —CIO→ Hessen · current" in lines
    assert "    „Bernd Tal ist CIO des Landes Hessen.“" in lines
    assert "      Neues aus Wiesbaden · 2021-02-03 · b.txt · 34–70" in lines
    assert sum("„Anna Berg ist CIO des Landes Hessen.“" in line for line in lines) == 2


def test_in_german(govgraph: Run, folder: Path) -> None:
    done = govgraph("conflicts", "--graph", "out", "--lang", "de", cwd=folder)

    assert done.stdout.startswith("Verstoß · two-holders · Zwei zugleich im Amt „CIO Hessen“: Anna Berg sicher vom ")
    assert done.stderr == "Widersprüche: 1\n"


def test_strict_ends_with_1_only_if_there_is_one(govgraph: Run, folder: Path) -> None:
    assert govgraph("conflicts", "--graph", "out", "--strict", cwd=folder).returncode == 1
    none = govgraph("conflicts", "--graph", "out", "--strict", "--kind", "begins-differ", cwd=folder)
    assert (none.returncode, none.stdout, none.stderr) == (0, "", "No contradiction in out.\n")


def test_as_json(govgraph: Run, folder: Path) -> None:
    done = govgraph("conflicts", "--graph", "out", "--format", "json", cwd=folder)
    (one,) = json.loads(done.stdout)

    assert (one["rule"], one["severity"]) == ("two-holders", "Violation")
    assert one["message_de"].startswith("Zwei zugleich")
    assert [[said["evidence"][0]["date"] for said in side] for side in one["sides"]] == [
        ["2020-01-14", "2022-03-21"],
        ["2021-02-03"],
    ]
    assert (
        govgraph("conflicts", "--graph", "out", "--kind", "begins-differ", "--format", "json", cwd=folder).stdout
        == "[]\n"
    )


def test_rules_of_ones_own(govgraph: Run, folder: Path) -> None:
    done = govgraph("conflicts", "--graph", "out", "--rules", "own.ttl", "--kind", "two-tenures", cwd=folder)

    assert done.stdout.splitlines()[0] == "Info · two-tenures · Anna Berg comes twice."
    assert done.stdout.count("—CIO→") == 2


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--kind", "x"), 2, "no rule 'x'; there are asserted-then-planned, begin-not-as-announced, begins-differ"),
        (("--rules", "none.ttl"), 3, "none.ttl: "),
        (("--format", "csv"), 2, "--format"),
        (("--graph", "none"), 3, "no graph at none"),
    ],
)
def test_what_is_wrong_is_said(
    govgraph: Run, folder: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = govgraph("conflicts", "--graph", "out", *arguments, cwd=folder)

    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_build_writes_what_contradicts(govgraph: Run, folder: Path) -> None:
    graph = (folder / "out" / "graph.trig").read_text(encoding="utf-8")
    manifest = json.loads((folder / "out" / "manifest.json").read_text(encoding="utf-8"))
    asked = govgraph(
        "query",
        "SELECT DISTINCT ?tenure ?name WHERE { "
        "GRAPH <https://w3id.org/govgraph/graph/conflicts> { ?conflict gov:rule 'two-holders' ; gov:involves ?tenure } "
        "?tenure org:member/skos:prefLabel ?name } ORDER BY ?name",
        *("--graph", "out", "--format", "csv"),
        cwd=folder,
    )

    assert "https://w3id.org/govgraph/graph/conflicts" in graph
    assert "rules/conflicts.ttl" in manifest["ontology"]
    names = [line.partition(",")[2] for line in asked.stdout.splitlines()]
    assert names == [
        "name",
        "Anna Berg",
        "Anna Berg",
        "Bernd Tal",
    ]
    assert govgraph("validate", "out", cwd=folder).returncode == 0
    assert "Two at one time in the office" in (folder / "out" / "network.html").read_text(encoding="utf-8")


def test_a_contradiction_goes_with_the_article_that_made_it(govgraph: Run, folder: Path, tmp_path: Path) -> None:
    for name in PAGES:
        (tmp_path / f"{name}.txt").write_text(PAGES[name], encoding="utf-8")
    govgraph("build", "c.txt", "--out", "out", cwd=tmp_path)
    govgraph("build", "a.txt", "b.txt", "--out", "out", cwd=tmp_path)

    def graph(out: Path) -> bytes:
        return (out / "graph.trig").read_bytes()

    assert graph(tmp_path / "out") == graph(folder / "out")
    assert govgraph("remove", "b.txt", "--graph", "out", cwd=tmp_path).returncode == 0
    assert govgraph("conflicts", "--graph", "out", "--strict", cwd=tmp_path).returncode == 0
    govgraph("build", "a.txt", "c.txt", "--out", "fresh", cwd=tmp_path)
    assert graph(tmp_path / "out") == graph(tmp_path / "fresh")
