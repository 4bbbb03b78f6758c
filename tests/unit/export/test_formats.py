from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from govgraph.export import render
from govgraph.export.table import terms_table
from govgraph.query import lanes, to_networkx
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import ALT, BOARD, HESSEN, RLP, SPEAKING, holding, interview, page, small_ontology


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    return MemoryStore(build_quads([page(interview(), holding("Eva Alt", "2015-05", since="2011"))], options))


def test_turtle_reads_well(store: MemoryStore) -> None:
    written = render(store, "turtle").decode()

    assert "@prefix gov: <https://w3id.org/govgraph/ontology#> .\n" in written
    assert (
        "\n\njurisdiction:hessen a gov:State ;\n\tdcterms:source gov:SeenInPublication ;\n\towl:sameAs wd:Q1199 ;\n"
    ) in written
    assert "\tgov:confidence 0.76 ;\n" in written
    assert "<https://w3id.org/govgraph/id/" not in written.partition("\n\n")[2]


def test_turtle_of_another_base_has_its_prefixes() -> None:
    run = NamedNode("https://example.org/kg/run/1")
    thing = NamedNode("https://example.org/kg/person/eva")
    kind, gov = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), "https://w3id.org/govgraph/ontology#"
    store = MemoryStore([Quad(run, kind, NamedNode(gov + "Run")), Quad(thing, kind, NamedNode(gov + "Person"))])

    assert "\nperson:eva a gov:Person ." in render(store, "turtle").decode()


def test_ntriples_and_nquads_are_sorted_by_line(store: MemoryStore) -> None:
    for name in ("ntriples", "nquads"):
        lines = render(store, name).decode().splitlines()
        assert lines == sorted(set(lines))


def test_jsonld_uses_the_terms_of_the_context_and_brings_it_along(store: MemoryStore) -> None:
    document = json.loads(render(store, "jsonld"))
    nodes = {node["@id"]: node for graph in document["@graph"] for node in graph["@graph"] if "inferred" not in node}
    statement = next(node for iri, node in nodes.items() if "/statement/" in iri and node.get("object") == BOARD)

    assert document["@context"]["gov"] == "https://w3id.org/govgraph/ontology#"
    assert statement["@type"] == "gov:Statement"
    assert (statement["subject"], statement["predicate"], statement["modality"]) == (
        ALT,
        "gov:memberOf",
        "gov:Asserted",
    )
    assert [graph["@id"] for graph in document["@graph"]] == list(store.graphs())


def test_csv_has_one_line_for_each_statement_and_tenure(store: MemoryStore) -> None:
    lines = list(csv.DictReader(io.StringIO(render(store, "csv").decode())))

    assert [(line["predicate"], line["subject_label"], line["object_label"], line["modality"]) for line in lines] == [
        ("holdsOffice", "Eva Alt", "Hessen", "current"),
        ("represents", "Denis Alt", "Rheinland-Pfalz", "asserted"),
        ("implements", "Hessen", "Onlinezugangsgesetz", "planned"),
        ("memberOf", "Denis Alt", "Standardisierungsboard", "asserted"),
        ("holdsOffice", "Denis Alt", "Rheinland-Pfalz", "new"),
    ]
    member = next(line for line in lines if line["predicate"] == "memberOf")
    assert (member["subject"], member["object"], member["quote"], member["start"], member["end"], member["date"]) == (
        ALT,
        BOARD,
        SPEAKING,
        "45",
        "106",
        "2024-11-18",
    )
    tenure = next(line for line in lines if line["subject_label"] == "Eva Alt")
    assert (tenure["role_label"], tenure["since"], tenure["until"]) == ("CIO", "2011", "")
    assert (tenure["object_land"], tenure["begin_latest"], tenure["standing"]) == ("Hessen", "2011-12-31", "current")
    assert {line["contradictions"] for line in lines} == {"0"}
    assert {line["quotes"] for line in lines} == {"1"}


def test_every_cell_of_a_csv_has_one_value() -> None:
    draft = interview()
    (office,) = draft.offices
    twice = replace(draft, offices=(replace(office, evidence=(*office.evidence, *draft.facts[0].evidence)),))
    told = render(MemoryStore(build_quads([page(twice)], GraphOptions())), "csv").decode()
    line = next(one for one in csv.DictReader(io.StringIO(told)) if one["predicate"] == "holdsOffice")
    assert line["quotes"] == "2"
    assert line["start"].isdecimal()
    assert line["end"].isdecimal()
    assert (line["quote_start"], line["quote_end"]) == ("", "")


def test_terms_of_office_are_a_table_with_bounds_and_how_they_are_known(store: MemoryStore) -> None:
    told = terms_table(lanes(store)).decode()
    line = next(one for one in csv.DictReader(io.StringIO(told)) if one["person_label"] == "Eva Alt")
    assert (line["land"], line["body_label"], line["role_label"]) == ("Hessen", "Hessen", "CIO")
    assert (line["begin_earliest"], line["begin_latest"]) == ("2011-01-01", "2011-12-31")
    assert (line["begin_latest_rule"], line["end_earliest_rule"], line["end_latest"]) == (
        "StatedBound",
        "ObservedBound",
        "",
    )
    assert (line["acting"], line["announced"], line["contradictions"]) == ("false", "false", "0")
    assert line["quote"].startswith("Eva Alt und das Amt CIO")
    bare = terms_table(lanes(store), quotes=False).decode()
    assert {one["quote"] for one in csv.DictReader(io.StringIO(bare))} == {""}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networks_come_back_with_nodes_edges_and_quotes(name: str, store: MemoryStore) -> None:
    stream = io.BytesIO(render(store, name))
    graph = nx.read_graphml(stream, force_multigraph=True) if name == "graphml" else nx.read_gexf(stream)
    expected = to_networkx(store)

    assert set(graph) == set(expected)
    assert graph.nodes[HESSEN]["label"] == "Hessen"
    assert {(one, two, data["statement"]) for one, two, data in graph.edges(data=True)} == set(
        expected.edges(keys=True)
    )
    quotes = {data["quote"] for one, two, data in graph.edges(data=True) if (one, two) == (ALT, RLP)}
    assert quotes == {SPEAKING, "Denis Alt ist neuer CIO von Rheinland-Pfalz."}


def test_gexf_has_no_date_of_writing(store: MemoryStore) -> None:
    assert b"lastmodifieddate" not in render(store, "gexf")


def test_xml_formats_carry_what_xml_cannot_by_replacing_it() -> None:
    node = NamedNode("https://w3id.org/govgraph/id/person/eva")
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    store = MemoryStore([Quad(node, label, Literal("Eva\x0bKern", language="de"))])

    assert "Eva\ufffdKern" in render(store, "rdfxml").decode()
    assert '"Eva\\u000BKern"@de' in render(store, "turtle").decode()
