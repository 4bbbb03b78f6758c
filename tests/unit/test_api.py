"""The Python surface, used as the documentation says."""

from __future__ import annotations

import datetime
import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
import rdflib

import govgraph
from govgraph.errors import InputError, NotFoundError, QueryError, StoreError, VocabularyError
from govgraph.query import Rows, Triples
from govgraph.views import Selection

TEXT = """Rheinland-Pfalz
Neuer CIO

[18.11.2024] Staatssekretär Denis Alt ist CIO des Landes Rheinland-Pfalz. Er vertritt Rheinland-Pfalz im IT-Planungsrat.
"""
NAMES = "SELECT ?name WHERE { ?person a gov:Person ; skos:prefLabel ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api")
    (folder / "page.txt").write_text(TEXT, encoding="utf-8")
    govgraph.build(folder / "page.txt", folder / "out").close()
    return folder / "out"


@pytest.fixture
def graph(built: Path) -> Iterator[govgraph.Graph]:
    with govgraph.Graph.open(built) as opened:
        yield opened


def test_extract_reads_text_and_file_alike(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    from_text, from_path, from_name = govgraph.extract(TEXT), govgraph.extract(path), govgraph.extract(str(path))
    assert from_path == from_name
    assert [one.entities for one in from_text.articles] == [one.entities for one in from_path.articles]
    assert [(one.article.title, one.article.date) for one in from_text.articles] == [("Neuer CIO", "2024-11-18")]
    offices = [(office.role, office.status.value) for office in from_text.articles[0].offices]
    assert ("CIO", "current") in offices


def test_extract_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        govgraph.extract(tmp_path / "absent.txt")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="empty"):
        govgraph.extract(tmp_path / "empty.txt")


@pytest.mark.parametrize(
    "begin",
    ["<!DOCTYPE html><html><head><title>Blatt</title></head><body>", "<article>", "\n<!-- a -->\n<DIV class='x'>"],
)
def test_a_string_of_html_is_read_as_html(begin: str) -> None:
    page = f"""{begin}<nav><a href="/x">Bayern nutzt die BundID - jetzt lesen</a></nav>
    <h1>Förderung beschlossen</h1><p>18.11.2024</p>
    <p>Das Land Hessen setzt das Onlinezugangsgesetz um. Das M&uuml;nchner Rathaus schweigt dazu.</p>"""
    [article] = govgraph.extract(page).articles
    assert "<" not in article.article.text
    assert "Münchner" in article.article.text
    told = [(fact.subject.rpartition("/")[2], fact.predicate.value) for fact in article.facts]
    assert told == [("hessen", "implements")]


def test_build_needs_one_readable_page(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not one page was read: "):
        govgraph.build([tmp_path / "absent.txt"], tmp_path / "out")


@pytest.mark.parametrize("part", ["", "store", "graph.trig", "graph.ttl"])
def test_open_takes_folder_store_and_files(built: Path, part: str) -> None:
    with govgraph.Graph.open(built / part) as graph:
        rows = graph.query(NAMES)
        assert isinstance(rows, Rows)
        assert [row.name for row in rows] == ["Denis Alt"]


def test_open_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make one with `govgraph build`"):
        govgraph.Graph.open(tmp_path)
    (tmp_path / "a.docx").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match=r"allowed are \.ttl"):
        govgraph.Graph.open(tmp_path / "a.docx")
    (tmp_path / "a.ttl").write_text("no Turtle", encoding="utf-8")
    with pytest.raises(StoreError, match=r"a\.ttl cannot be read"):
        govgraph.Graph.open(tmp_path / "a.ttl")


def test_two_may_read_one_store(built: Path) -> None:
    with govgraph.Graph.open(built) as one, govgraph.Graph.open(built) as two:
        assert len(one) == len(two) > 0


def test_query_gives_rows_triples_and_truth(graph: govgraph.Graph) -> None:
    assert graph.query("ASK { ?person a gov:Person }") is True
    triples = graph.query("CONSTRUCT { ?p a gov:Person } WHERE { ?p a gov:Person }")
    assert isinstance(triples, Triples)
    assert len(triples) == 1
    named = graph.query(name="offices-of-person", parameters={"person": "Denis Alt"})
    assert isinstance(named, Rows)
    assert len(named) > 0


def test_query_errors(graph: govgraph.Graph) -> None:
    with pytest.raises(QueryError, match="no SPARQL query: it is not complete"):
        graph.query("SELECT nonsense")
    with pytest.raises(ValueError, match="exactly one of sparql and name"):
        graph.query()
    with pytest.raises(NotFoundError, match="Denis Alt"):
        graph.query(name="offices-of-person", parameters={"person": "Denis Altt"})


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        ("SELECT ?x { ?x a gov:Statment }", "the nearest is gov:Statement"),
        ('SELECT ?x { ?x skos:prefLabel "IT-Planungsrat" }', '"IT-Planungsrat"@de'),
        ('SELECT ?x { ?x gov:since ?s FILTER(?s < "2030-01-01"^^xsd:date) }', "a day, a month or a year"),
    ],
)
def test_what_finds_less_than_meant_is_warned_of(graph: govgraph.Graph, sparql: str, told: str) -> None:
    with pytest.warns(UserWarning, match=re.escape(told)) as warned:
        graph.query(sparql)
    assert [one.filename for one in warned] == [__file__]


def test_who_and_explain_carry_the_sentence(graph: govgraph.Graph) -> None:
    (holder,) = [one for one in graph.who("CIO", "Rheinland-Pfalz", on="2024-11-18") if one.role.label == "CIO"]
    assert holder.person.label == "Denis Alt"
    assert "ist CIO des Landes Rheinland-Pfalz" in holder.evidence[0].quote
    explained = graph.explain("Denis Alt", "represents")
    assert [(one.subject.label, one.object.label) for one in explained] == [("Denis Alt", "Rheinland-Pfalz")]


def test_days_and_numbers_are_taken_as_values_too(graph: govgraph.Graph) -> None:
    day = datetime.date(2024, 11, 18)
    noon = datetime.datetime(2024, 11, 18, 12, tzinfo=datetime.UTC)

    assert graph.who("CIO", "Rheinland-Pfalz", on=day) == graph.who("CIO", "Rheinland-Pfalz", on="2024-11-18") != ()
    assert graph.who("CIO", on=noon) == graph.who("CIO", on="2024-11-18")
    assert graph.who("CIO", on=2024) == graph.who("CIO", on="2024")
    assert graph.since(day) == graph.since("2024-11-18")
    assert graph.find("Alt", since=day, until=2030) == graph.find("Alt", since="2024-11-18", until="2030")
    rows = graph.query(name="laender-compared", parameters={"from": 2015})
    assert isinstance(rows, Rows)
    assert rows.rows == graph.ask("laender-compared", from_="2015").rows


def test_other_libraries_get_the_same_graph(graph: govgraph.Graph) -> None:
    network, triples = graph.to_networkx(), graph.to_rdflib()
    assert isinstance(network, nx.MultiDiGraph)
    assert isinstance(triples, rdflib.Graph)
    assert "Denis Alt" in {data["label"] for _, data in network.nodes(data=True)}
    person = rdflib.URIRef("https://w3id.org/govgraph/ontology#Person")
    people = triples.subjects(rdflib.RDF.type, person)
    assert [str(triples.value(one, rdflib.SKOS.prefLabel)) for one in people] == ["Denis Alt"]


def test_pandas(graph: govgraph.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = graph.to_pandas(NAMES)
    assert list(frame.columns) == ["name"]
    assert list(frame["name"]) == ["Denis Alt"]
    with pytest.raises(TypeError, match="only a SELECT query"):
        graph.to_pandas("ASK { ?s ?p ?o }")
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pandas" else find_spec(name))
    with pytest.raises(ImportError, match=r"pip install 'govgraph\[pandas\]'"):
        graph.to_pandas(NAMES)


def test_questions_are_asked_by_name(graph: govgraph.Graph) -> None:
    (row,) = graph.ask("members-of", body="IT-Planungsrat")
    assert (row.name, row.date) == ("Denis Alt", datetime.date(2024, 11, 18))
    assert [row.name for row in graph.ask("most-named", **{"class": "Person"}, from_=2024)] == ["Denis Alt"]
    assert list(graph.ask("most-named", class_="Person", from_=2025)) == []
    with pytest.raises(QueryError, match="query 'members-of': unknown boddy; it takes body=ENTITY"):
        graph.ask("members-of", boddy="IT-Planungsrat")
    assert {one.theme for one in graph.questions("bodies")} == {"bodies"}
    assert len(graph.questions()) > len(graph.questions("bodies")) > 5


def test_columns_of_data_frames_have_types(graph: govgraph.Graph) -> None:
    frame = graph.to_pandas(name="statements-of-article", parameters={"article": article(graph)})
    assert str(frame["confidence"].dtype) == "Float64"
    assert len(frame) > 1
    values = """SELECT ?n ?yes ?day ?some ?none {
      VALUES (?n ?yes ?day ?some) { (1 true "2024-11-18"^^xsd:date "2024"^^xsd:gYear) (2 UNDEF UNDEF "x") }
    } ORDER BY ?n"""
    typed = graph.to_pandas(values)
    kinds = [str(one).partition("[")[0] for one in typed.dtypes]
    assert kinds == ["Int64", "boolean", "datetime64", "object", "object"]
    assert typed["day"][0].year == 2024
    assert list(typed["day"].isna()) == [False, True]
    assert list(typed["some"]) == ["2024", "x"]
    assert graph.to_pandas("SELECT ?a ?b { ?a gov:since ?b FILTER(false) }").shape == (0, 2)


def article(graph: govgraph.Graph) -> str:
    rows = graph.query("SELECT DISTINCT ?article { ?article gov:genre ?genre }")
    assert isinstance(rows, Rows)
    return str(rows[0].article)


def test_view_and_export(graph: govgraph.Graph, tmp_path: Path) -> None:
    everything = graph.view(tmp_path / "all.html")
    part = graph.view(tmp_path / "part.html", Selection(focus=("Denis Alt",), depth=1), lang="en")
    assert 0 < part[0] <= everything[0]
    assert "Denis Alt" in (tmp_path / "part.html").read_text(encoding="utf-8")
    assert '"lang":"en"' in (tmp_path / "part.html").read_text(encoding="utf-8")
    assert '"lang":""' in (tmp_path / "all.html").read_text(encoding="utf-8")
    graph.export("jsonld", tmp_path / "graph.jsonld")
    assert json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))


def test_validate(graph: govgraph.Graph) -> None:
    report = graph.validate()
    assert report.conforms, report.results


def test_closed_graph_cannot_be_asked(built: Path) -> None:
    graph = govgraph.Graph.open(built)
    graph.close()
    graph.close()
    with pytest.raises(StoreError, match="closed"):
        graph.query(NAMES)


def test_contradictions_are_values(graph: govgraph.Graph, tmp_path: Path) -> None:
    assert graph.conflicts() == ()
    with pytest.raises(QueryError, match="no rule 'x'"):
        graph.conflicts(kinds=["x"])
    with pytest.raises(VocabularyError, match=r"none\.ttl"):
        graph.conflicts([tmp_path / "none.ttl"])
