"""One behaviour for every export format."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from govgraph.errors import QueryError, StoreError
from govgraph.export import FORMATS, export, render
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import DiskStore, MemoryStore
from handmade import holding, interview, page, small_ontology

WITH_GRAPHS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
UNIONS = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "rdfxml": RdfFormat.RDF_XML}


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    return build_quads([page(interview(), holding("Eva Alt", "2015-05", since="2011", until="2019-12-31"))], options)


def canonical(quads: list[Quad]) -> set[Quad]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def union(quads: list[Quad]) -> list[Quad]:
    return [Quad(quad.subject, quad.predicate, quad.object) for quad in quads]


def read(written: bytes, syntax: RdfFormat) -> list[Quad]:
    return list(parse(written, syntax))


@pytest.mark.parametrize("name", WITH_GRAPHS)
def test_datasets_come_back_with_their_graphs(name: str, quads: list[Quad]) -> None:
    assert canonical(read(render(MemoryStore(quads), name), WITH_GRAPHS[name])) == canonical(quads)


@pytest.mark.parametrize("name", UNIONS)
def test_graphs_come_back_as_the_union(name: str, quads: list[Quad]) -> None:
    assert canonical(read(render(MemoryStore(quads), name), UNIONS[name])) == canonical(union(quads))


@pytest.mark.parametrize(("name", "syntax"), [("turtle", "turtle"), ("rdfxml", "xml"), ("ntriples", "nt")])
def test_another_library_reads_as_many_triples(name: str, syntax: str, quads: list[Quad]) -> None:
    graph = rdflib.Graph()
    graph.parse(data=render(MemoryStore(quads), name), format=syntax)

    assert len(graph) == len(set(union(quads)))


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_hang_on_the_quads_alone(name: str, quads: list[Quad], tmp_path: Path) -> None:
    forward = render(MemoryStore(quads), name)

    with DiskStore(tmp_path / "store") as disk:
        disk.load(quads[::-1])
        assert render(disk, name) == forward
    assert forward.endswith((b"\n", b">"))
    assert b"\r" not in forward


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_can_be_written(name: str) -> None:
    assert render(MemoryStore(), name) is not None


@pytest.mark.parametrize("name", FORMATS)
def test_files_and_streams_get_the_same(name: str, quads: list[Quad], tmp_path: Path) -> None:
    store, stream = MemoryStore(quads), io.BytesIO()
    export(store, name, tmp_path / f"graph{FORMATS[name]}")
    export(store, name, stream)

    assert (tmp_path / f"graph{FORMATS[name]}").read_bytes() == stream.getvalue() == render(store, name)


@pytest.mark.parametrize("name", ["graphml", "gexf", "rdfxml"])
def test_xml_is_well_formed(name: str, quads: list[Quad]) -> None:
    assert ET.fromstring(render(MemoryStore(quads), name)) is not None


def test_an_unknown_format_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no format 'pdf'; allowed are turtle, trig, nquads"):
        export(MemoryStore(), "pdf", tmp_path / "graph.pdf")
    assert not (tmp_path / "graph.pdf").exists()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "none").touch()
    with pytest.raises(StoreError, match=r"graph\.ttl: .*none is a file, not a folder; give a file elsewhere"):
        export(MemoryStore(), "turtle", tmp_path / "none" / "graph.ttl")
