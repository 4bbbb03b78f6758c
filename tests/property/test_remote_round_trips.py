"""Whatever a graph holds: in a server of its own process it is the same, whichever way it went there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, Literal, NamedNode, Quad

from govgraph.store import Credentials, MemoryStore, RemoteStore
from servers import endpoint, oxigraph

XSD = "http://www.w3.org/2001/XMLSchema#"
HOSTILE = "\"'\\<>&\n\r\t\0\x07\x7f\x85\u2028\ufffe`{}?$u0041"
TEXT = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(HOSTILE)), max_size=30)
PATHS = st.lists(st.sampled_from([*"abcäß/#?&=+,;:~.!$'()*@😀-_0", "%20", "%C3%A4"]), max_size=12).map("".join)
IRIS = PATHS.filter(lambda path: path.count("#") < 2).map(lambda path: NamedNode(f"https://example.org/{path}"))
BLANK = st.sampled_from([BlankNode(f"b{n}") for n in range(4)])
LITERALS = st.one_of(
    TEXT.map(Literal),
    st.builds(lambda text, tag: Literal(text, language=tag), TEXT, st.sampled_from(["de", "de-AT", "en-Latn-GB"])),
    st.dates().map(lambda day: Literal(day.isoformat(), datatype=NamedNode(f"{XSD}date"))),
    st.integers(-(10**9), 10**9).map(lambda one: Literal(str(one), datatype=NamedNode(f"{XSD}integer"))),
    st.builds(lambda text, kind: Literal(text, datatype=kind), TEXT, IRIS),
)
MARK = NamedNode("https://example.com/")
GRAPHS = st.one_of(IRIS, st.just(DefaultGraph()))
QUADS = st.lists(st.builds(Quad, st.one_of(IRIS, BLANK), IRIS, st.one_of(IRIS, BLANK, LITERALS), GRAPHS), max_size=25)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph(union=False) as url:
        yield url


# where the default graph holds all that the others hold, a server might take the union for it
UNAMBIGUOUS = QUADS.map(lambda quads: [*quads, Quad(MARK, MARK, MARK, MARK)])


def canonical(quads: Iterator[Quad]) -> Dataset:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


@pytest.mark.parametrize("graph_store", [True, False], ids=["quads", "updates"])
@given(UNAMBIGUOUS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_graphs_survive_a_server(server: str, graph_store: bool, quads: list[Quad]) -> None:
    here = MemoryStore(quads)
    with RemoteStore(endpoint(server, graph_store=graph_store), Credentials(), size=4) as there:
        there.replace(quads)

        assert canonical(there.match()) == canonical(here.match())
        assert len(there) == len(here)
        assert there.graphs() == here.graphs()


@given(UNAMBIGUOUS)
@settings(max_examples=40, deadline=None)
def test_any_pattern_finds_the_same(server: str, quads: list[Quad]) -> None:
    ground = [one for one in quads if not isinstance(one.subject, BlankNode) and not isinstance(one.object, BlankNode)]
    here = MemoryStore(ground)
    with RemoteStore(endpoint(server), Credentials()) as there:
        there.replace(ground)
        for quad in list(here.match())[:5]:
            graph = quad.graph_name if isinstance(quad.graph_name, NamedNode) else None
            subject = quad.subject if isinstance(quad.subject, NamedNode) else None
            for pattern in (
                {"subject": subject},
                {"predicate": quad.predicate, "graph": graph},
                {"object": quad.object},
                {"subject": subject, "predicate": quad.predicate, "object": quad.object},
                {"subject": subject, "predicate": quad.predicate, "object": quad.object, "graph": graph},
            ):
                assert set(there.match(**pattern)) == set(here.match(**pattern)), pattern
