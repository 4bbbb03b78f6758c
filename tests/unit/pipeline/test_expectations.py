"""A graph that holds less than its records is noticed."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from govgraph.model import (
    NAMESPACE,
    Article,
    ArticleRecord,
    Evidence,
    Fact,
    Genre,
    Modality,
    Office,
    Predicate,
    Record,
    Status,
)
from govgraph.pipeline import BuildOptions, build
from govgraph.pipeline.expectations import doubts_about_graph

TEXT = "Satz."
PROOF = (Evidence(0, 5, TEXT),)
RECORD = Record(
    "p",
    "p.txt",
    (
        ArticleRecord(
            Article("x:a", "p", "p.txt", 0, TEXT, 0, "Titel", None, None, Genre.NEWS, (), ()),
            (),
            (Office("x:p", "CIO", None, None, Status.CURRENT, None, None, 0.9, PROOF, "rule"),),
            tuple(
                Fact("x:p", predicate, "x:o", Modality.ASSERTED, 0.9, PROOF, "rule")
                for predicate in (Predicate.MEMBER_OF, Predicate.CHAIRS)
            ),
        ),
    ),
)


def typed(*names: str) -> list[Quad]:
    rdf_type = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return [Quad(NamedNode(f"x:{n}"), rdf_type, NamedNode(NAMESPACE + name)) for n, name in enumerate(names)]


def test_complete_graph_raises_no_doubt() -> None:
    assert doubts_about_graph([RECORD], typed("Statement", "Statement", "Tenure", "Person")) == ()


def test_missing_statement_is_an_error() -> None:
    found = doubts_about_graph([RECORD], typed("Statement", "Tenure"))
    assert [(one.stage, one.level, one.code) for one in found] == [("rdf", "error", "fewer-statements-than-read")]
    assert found[0].message.startswith("2 gov:Statement expected of the records, 1 in the graph")


def test_missing_tenure_is_an_error() -> None:
    found = doubts_about_graph([RECORD], typed("Statement", "Statement"))
    assert [one.code for one in found] == ["fewer-tenures-than-read"]


def test_a_period_that_begins_after_its_end_is_warned_of() -> None:
    def day(name: str, value: str) -> Quad:
        return Quad(NamedNode("x:period"), NamedNode(NAMESPACE + name), Literal(value))

    quads = [*typed("Statement", "Statement", "Tenure"), day("endLatest", "2018-10-31")]
    assert doubts_about_graph([RECORD], [*quads, day("beginEarliest", "2018-08-01")]) == ()
    (one,) = doubts_about_graph([RECORD], [*quads, day("beginEarliest", "2019-08-01")])
    assert (one.level, one.code) == ("warning", "impossible-period")
    assert one.message == (
        "-: x:period, an office, begins on 2019-08-01, after the end on 2018-10-31; look at what is stated in its "
        "articles"
    )


def test_whose_period_it_is_and_by_which_article_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    text = "Dezernat\n\n[06.06.2024] Peter Kühn, von 2022 bis 2019 CDO der Stadt Kassel, kam zur Feier.\n"
    page.write_text(text, encoding="utf-8")
    result = build([str(page)], tmp_path / "out", BuildOptions(store=False, view=False))
    (one,) = result.issues
    assert (one.source, one.code) == (str(page), "impossible-period")
    assert one.message == (
        f"{page}: Peter Kühn, CDO Kassel, begins on 2022-01-01, after the end on 2019-12-31; look at what is stated in "
        "'Dezernat'"
    )
