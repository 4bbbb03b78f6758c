"""A statement that was judged stays judged, whatever its ends are called before, meanwhile and afterwards."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph import Graph
from govgraph.model import Predicate
from govgraph.pipeline import BuildOptions, build
from govgraph.pipeline.drafting import Claim
from govgraph.pipeline.judging import Judge
from govgraph.rdf import Signature

PAGES = {
    "eins": "Hessen hat einen CIO\n\n[18.11.2021] Patrick Burghardt ist CIO von Hessen.\n",
    "zwei": "Gäste in Dresden\n\n[03.02.2022] Patrik Burghardt ist CIO von Hessen. Bayern nutzt die BundID.\n",
    "drei": "Portale\n\n[04.02.2022] Bayern nutzt ELSTER.\n",
}
EARLIER = "Ein Amt in Kiel\n\n[01.02.2012] Patrik Burghardt ist CIO von Schleswig-Holstein.\n"
QUICK = BuildOptions(store=False, view=False)
SIGNED = Signature("Eva Muster", datetime.date(2026, 1, 2))

Act = Callable[[Path], None]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    build([str(tmp_path)], tmp_path / "out", QUICK)
    return tmp_path / "out"


def identity(same: bool, first: str, second: str) -> Act:
    def act(out: Path) -> None:
        with Graph.open(out) as graph:
            Judge(out, graph.store, SIGNED).identity(same, first, second)

    return act


def rejection(quote: str) -> Act:
    """Rejects what a sentence says."""

    def act(out: Path) -> None:
        iri = f"SELECT ?s {{ ?s gov:evidence/gov:quote ?q . FILTER(CONTAINS(?q, '{quote}')) }}"
        with Graph.open(out) as graph:
            (row,) = graph.query(iri)  # type: ignore[misc]
            Judge(out, graph.store, SIGNED).reject(str(row[0]))

    return act


def taken_back(kind: str) -> Act:
    """Somebody takes the judgements of a kind out of the file."""

    def act(out: Path) -> None:
        path = out / "corrections.ttl"
        block = rf"^<\S+> a gov:{kind} ;\n(?:  .*\n)*?  dcterms:created .*\n"
        path.write_text(re.sub(block, "", path.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
        build([], out, QUICK)

    return act


def more(out: Path) -> None:
    """An earlier article names somebody of that name elsewhere, who has the plain IRI from then on."""
    page = out.parent / "kiel.txt"
    page.write_text(EARLIER, encoding="utf-8")
    build([str(page)], out, QUICK)


def said(out: Path) -> set[str]:
    with Graph.open(out) as graph:
        rows = graph.query(
            "SELECT ?q { ?s gov:evidence/gov:quote ?q . ?s a ?t FILTER(?t IN (gov:Statement, gov:Tenure)) }"
        )
        return {str(row[0]) for row in rows}  # type: ignore[union-attr]


HOLDER = "Patrik Burghardt ist CIO von Hessen."
USE = "Bayern nutzt die BundID."
REJECTED = {HOLDER: rejection("Patrik Burghardt ist CIO von Hessen"), USE: rejection("Bayern nutzt die BundID")}
PERSONS = identity(True, "Patrick Burghardt", "Patrik Burghardt")
LATER = identity(True, "Patrick Burghardt", "person:patrik-burghardt-hessen")
APART = identity(False, "person:patrick-burghardt", "person:patrik-burghardt")
BODIES = identity(True, "Bayern", "Hessen")
OBJECTS = identity(True, "BundID", "ELSTER")
SUBJECTS = BODIES
WITHDRAWN = taken_back("Same")


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [
        pytest.param(HOLDER, [], [PERSONS], id="holder merged"),
        pytest.param(HOLDER, [PERSONS], [], id="holder merged before"),
        pytest.param(HOLDER, [PERSONS], [WITHDRAWN], id="holder split"),
        pytest.param(HOLDER, [PERSONS], [WITHDRAWN, APART], id="holder told apart"),
        pytest.param(HOLDER, [], [more], id="holder renamed"),
        pytest.param(HOLDER, [more], [LATER], id="holder renamed before"),
        pytest.param(HOLDER, [], [BODIES], id="body merged"),
        pytest.param(HOLDER, [BODIES], [WITHDRAWN], id="body split"),
        pytest.param(HOLDER, [PERSONS, BODIES], [WITHDRAWN], id="both split"),
        pytest.param(HOLDER, [more], [LATER, BODIES], id="both merged"),
        pytest.param(USE, [], [OBJECTS], id="object merged"),
        pytest.param(USE, [OBJECTS], [WITHDRAWN], id="object split"),
        pytest.param(USE, [], [SUBJECTS], id="subject merged"),
        pytest.param(USE, [SUBJECTS], [WITHDRAWN], id="subject split"),
        pytest.param(USE, [SUBJECTS, OBJECTS], [WITHDRAWN], id="subject and object split"),
        pytest.param(USE, [], [SUBJECTS, OBJECTS, WITHDRAWN], id="merged and split"),
    ],
)
def test_a_rejection_holds_whatever_the_ends_become(
    out: Path, sentence: str, before: list[Act], after: list[Act]
) -> None:
    for act in before:
        act(out)
    there = said(out)
    assert sentence in there
    REJECTED[sentence](out)
    # what other sentences say stays, even where it becomes the same statement
    assert said(out) == there - {sentence}
    for act in after:
        act(out)
        assert sentence not in said(out)
        assert (out / "issues.jsonl").read_text(encoding="utf-8").count("judgement-") == 0
        assert there - {sentence} <= said(out)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([], [PERSONS]),
        ([], [PERSONS, BODIES]),
        ([PERSONS], [WITHDRAWN]),
        ([PERSONS, BODIES], [WITHDRAWN, more]),
        ([], [more]),
    ],
)
def test_an_assertion_holds_whatever_the_ends_become(out: Path, before: list[Act], after: list[Act]) -> None:
    for act in before:
        act(out)
    with Graph.open(out) as graph:
        judge = Judge(out, graph.store, SIGNED)
        person = judge.find("Patrick Burghardt" if before else "Patrik Burghardt")
        judge.affirm(Claim(person, Predicate.REPRESENTS, judge.find("Hessen")), "Gäste in Dresden")
    for act in after:
        act(out)
        assert '"judgement-' not in (out / "issues.jsonl").read_text(encoding="utf-8")
        with Graph.open(out) as graph:
            assert graph.query("ASK { ?s rdf:predicate gov:represents ; gov:rule 'asserted-by-hand' }") is True


def test_an_assertion_about_somebody_of_an_article_that_is_gone_waits(out: Path) -> None:
    with Graph.open(out) as graph:
        judge = Judge(out, graph.store, SIGNED)
        claim = Claim(judge.find("Patrik Burghardt"), Predicate.REPRESENTS, judge.find("Hessen"))
        judge.affirm(claim, "Bayern nutzt ELSTER.")
    page = out.parent / "zwei.txt"
    page.write_text("Gäste in Dresden\n\n[03.02.2022] Bayern nutzt die BundID.\n", encoding="utf-8")
    result = build([str(page)], out, QUICK)
    assert [one.code for one in result.issues] == ["judgement-reopened"]
