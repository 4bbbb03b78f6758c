"""Every named question answers on the golden graph what a careful reader of its articles would answer.

`python tests/golden/questions/test_questions.py` writes the answers of today into `expected/`; look at the difference.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from golden_graph import article, golden_quads, iri, shortened
from pyoxigraph import NamedNode, Quad

from govgraph.model import Predicate
from govgraph.query import Iri, NamedQuery, Rows, filled, named_queries, run, run_named
from govgraph.query.values import Value
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore

HERE = Path(__file__).parent
QUERIES = {one.name: one for one in named_queries()}
CASES: dict[str, list[dict[str, str]]] = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))
ALWAYS_ANSWERED = {
    "articles-about",
    "asserted-and-ended",
    "attention-by-year",
    "committees",
    "confidence-by-relation",
    "contradictions",
    "cooperation-network",
    "coverage-by-genre",
    "coverage-by-source",
    "designated-and-never-seen",
    "developed-and-not-used",
    "differing-begins",
    "event-programme",
    "evidence-of",
    "how-bounds-are-known",
    "laender-compared",
    "length-of-tenures",
    "modality-by-relation",
    "most-quoted",
    "moves-between-laender",
    "named-together-with",
    "one-article-only",
    "single-source",
    "statements-of-article",
    "support-by-relation",
    "undated-articles",
}
"""Questions that take no parameter, or whose parameter is never answered with nothing."""
PARTIAL = re.compile(r"\d{4}(-\d\d)?")


@cache
def golden() -> MemoryStore:
    return MemoryStore(golden_quads())


def value(given: str) -> str:
    """What a case gives: as it stands, or in braces the title of an article, and behind it what its statement says."""
    found = re.fullmatch(r"\{(.*)\}(?: (.+) (\w+) (.+))?", given)
    if found is None:
        return given
    title, subject, predicate, object_ = found.groups()
    source = article(title)
    if subject is None:
        return source
    pattern = f"?s prov:wasDerivedFrom <{source}> ; rdf:subject <{iri(subject)}> ; rdf:object <{iri(object_)}>"
    rows = run(golden(), f"SELECT ?s {{ {pattern} ; rdf:predicate gov:{predicate} }}")
    assert isinstance(rows, Rows)
    return str(rows[0].s)


def answer(name: str, case: dict[str, str]) -> Rows:
    rows = run_named(golden(), name, {key: value(one) for key, one in case.items()})
    assert isinstance(rows, Rows)
    return rows


def readable(rows: Rows) -> list[list[str]]:
    terms = [row.terms for row in rows]
    return [["" if one is None else shortened(getattr(one, "value", str(one))) for one in row] for row in terms]


def now(name: str) -> list[dict[str, Any]]:
    return [{"parameters": case, "rows": readable(answer(name, case))} for case in CASES[name]]


def expected(name: str) -> Path:
    return HERE / "expected" / f"{name}.json"


def test_every_question_has_cases_and_expected_answers() -> None:
    assert len(QUERIES) >= 40
    assert sorted(CASES) == sorted(QUERIES)
    assert sorted(path.stem for path in (HERE / "expected").glob("*.json")) == sorted(QUERIES)


@pytest.mark.parametrize("name", QUERIES)
def test_answers_are_those_that_are_expected(name: str) -> None:
    assert now(name) == json.loads(expected(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", QUERIES)
def test_some_case_has_an_answer_and_some_has_none(name: str) -> None:
    sizes = [len(case["rows"]) for case in json.loads(expected(name).read_text(encoding="utf-8"))]
    assert max(sizes) > 0
    assert (0 in sizes) != (name in ALWAYS_ANSWERED)


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_headers_are_complete_and_both_languages_differ(query: NamedQuery) -> None:
    assert query.title_de.endswith("?")
    assert query.title_en.endswith("?")
    assert query.why_de.endswith((".", "?"))
    assert query.why_en.endswith((".", "?"))
    assert query.title_de != query.title_en
    assert query.columns
    for one in query.parameters:
        assert one.description_de
        assert one.description_de != one.description_en


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_cells_are_what_the_header_declares(query: NamedQuery) -> None:
    for case in CASES[query.name]:
        for row in answer(query.name, case):
            for column, cell in zip(query.columns, row, strict=True):
                assert is_a(cell, column.type) or (cell is None and column.optional), (column, cell)


def is_a(cell: Value, type_: str) -> bool:
    if type_ == "iri":
        return isinstance(cell, Iri)
    if type_ == "text":
        return isinstance(cell, str) and not isinstance(cell, Iri)
    if type_ == "date":
        return isinstance(cell, datetime.date) or (isinstance(cell, str) and bool(PARTIAL.fullmatch(cell)))
    if type_ == "boolean":
        return isinstance(cell, bool)
    if type_ == "integer":
        return isinstance(cell, int) and not isinstance(cell, bool)
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_answers_do_not_hang_on_the_order_of_the_quads(query: NamedQuery) -> None:
    turned = MemoryStore(reversed(golden_quads()))
    case = {key: value(one) for key, one in CASES[query.name][0].items()}
    again = run_named(turned, query.name, case)
    assert isinstance(again, Rows)
    assert readable(again) == readable(answer(query.name, CASES[query.name][0]))


@pytest.mark.parametrize("body", ["IT-Planungsrat", "Lenkungskreis Lindwurm", "Digitalrunde"])
def test_laender_that_sit_in_a_body_sit_there_with_one_another(body: str) -> None:
    sitting = answer("laender-in-body", {"body": body})
    there = {str(row.land) for row in sitting if row.modality == "https://w3id.org/govgraph/ontology#Asserted"}
    assert there
    for land in there:
        assert there - {land} <= {str(row.other) for row in answer("neighbours-in-bodies", {"land": land})}


DAYS = {"firstDate", "lastDate", "firstKnown", "lastSeen", "lastPlanned"}
GATHERED = [one for one in QUERIES.values() if "GROUP BY" in one.sparql and DAYS & {each.name for each in one.columns}]
OWN = re.compile(r"/(article|statement|tenure|evidence)/")


def again(term: Any) -> Any:
    """A thing of another article that says the same."""
    return NamedNode(f"{term.value}-again") if OWN.search(getattr(term, "value", "")) else term


@cache
def undated_too() -> MemoryStore:
    """The golden graph, with all articles a second time, of which nobody knows the day."""
    days = {ns.DATE_PUBLISHED, ns.gov("observedOn")}
    said = [one for one in golden_quads() if OWN.search(str(one.subject)) and one.predicate not in days]
    return MemoryStore(
        [
            *golden_quads(),
            *(Quad(*map(again, (one.subject, one.predicate, one.object, one.graph_name))) for one in said),
        ]
    )


@pytest.mark.parametrize("query", GATHERED, ids=[one.name for one in GATHERED])
def test_an_article_without_a_date_takes_none_from_others(query: NamedQuery) -> None:
    days = [place for place, one in enumerate(query.columns) if one.name in DAYS]
    keys = [place for place, one in enumerate(query.columns) if one.type == "iri" and one.name != "article"]
    keys = keys or [0]

    def told(store: MemoryStore) -> dict[tuple[str, ...], list[str]]:
        given = {key: value(one) for key, one in CASES[query.name][0].items()}
        found = run_named(store, query.name, given)
        assert isinstance(found, Rows)
        return {tuple(row[key] for key in keys): [row[day] for day in days] for row in readable(found)}

    dated, both = told(golden()), told(undated_too())
    assert any(any(cells) for cells in dated.values())
    assert {key: both[key] for key in dated.keys() & both.keys()} == dated


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_another_engine_gives_the_same_answer(query: NamedQuery) -> None:
    """rdflib runs the very text that Oxigraph runs; what the two order differently is compared without order."""
    case = {key: value(one) for key, one in CASES[query.name][0].items()}
    text = prefixed(filled(golden(), query, case))
    found = sorted(tuple("" if cell is None else plain(str(cell)) for cell in row) for row in joined().query(text))
    mine = sorted(tuple(map(plain, row)) for row in readable(answer(query.name, CASES[query.name][0])))
    assert found == mine


def plain(cell: str) -> str:
    """Cells of two engines in one form: numbers without what does not count, lists without their order."""
    cell = shortened(cell)
    if cell == "None":
        # the least of nothing, as rdflib has it
        return ""
    if re.fullmatch(r"-?\d+(\.\d+)?(E[+-]?\d+)?", cell):
        return f"{float(cell):.3f}"
    return ", ".join(sorted(cell.split(", "))) if ", " in cell else cell


@cache
def joined() -> Any:
    from govgraph.rdf import to_rdflib

    return to_rdflib(golden().match())


def prefixed(text: str) -> str:
    from govgraph.rdf.namespaces import prefixes

    return "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in prefixes().items()) + text


@pytest.mark.parametrize("name", ["what-connects", "what-else-connects"])
def test_what_connects_two_may_be_any_relation(name: str) -> None:
    lists = re.findall(r"IN \(([^)]*)\)", QUERIES[name].sparql)
    assert lists
    for listed in lists:
        assert set(re.findall(r"gov:(\w+)", listed)) == {predicate.value for predicate in Predicate}


if __name__ == "__main__":
    (HERE / "expected").mkdir(exist_ok=True)
    for known in sorted(QUERIES):
        lines = json.dumps(now(known), ensure_ascii=False, indent=1)
        expected(known).write_text(lines + "\n", encoding="utf-8")
