"""A graph that was built from pages comes back from every syntax and from a server, canonically the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from govgraph.export import render
from govgraph.pipeline import BuildOptions, build
from govgraph.store import Credentials, MemoryStore, RemoteStore
from servers import endpoint, oxigraph

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
WITH_GRAPHS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
UNIONS = {"turtle": RdfFormat.TURTLE, "rdfxml": RdfFormat.RDF_XML}


@pytest.fixture(scope="module")
def quads(tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    out = tmp_path_factory.mktemp("examples") / "output"
    build([str(EXAMPLES / "digital-laend.txt")], out, BuildOptions(workers=1))
    return list(parse(path=out / "graph.trig", format=RdfFormat.TRIG))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph(union=False) as url:
        yield url


def canonical(quads: Iterable[Quad]) -> Dataset:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def union(quads: Iterable[Quad]) -> list[Quad]:
    return [Quad(quad.subject, quad.predicate, quad.object) for quad in quads]


@pytest.mark.parametrize("name", [*WITH_GRAPHS, *UNIONS])
def test_every_syntax_brings_the_graph_back(name: str, quads: list[Quad]) -> None:
    expected = quads if name in WITH_GRAPHS else union(quads)
    syntax = {**WITH_GRAPHS, **UNIONS}[name]

    assert len(quads) > 500
    assert canonical(parse(render(MemoryStore(quads), name), syntax)) == canonical(expected)


@pytest.mark.parametrize("name", [*WITH_GRAPHS, *UNIONS])
def test_so_it_does_through_a_server(name: str, quads: list[Quad], server: str) -> None:
    with RemoteStore(endpoint(server, graph_store=True), Credentials()) as there:
        there.replace(parse(render(MemoryStore(quads), "nquads"), RdfFormat.N_QUADS))
        expected = quads if name in WITH_GRAPHS else union(quads)

        assert canonical(parse(render(there, name), {**WITH_GRAPHS, **UNIONS}[name])) == canonical(expected)
