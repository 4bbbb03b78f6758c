"""One behaviour for every store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
)

from govgraph.errors import StoreError
from govgraph.store import Credentials, DiskStore, Endpoint, GraphStore, MemoryStore, RemoteStore
from servers import endpoint, oxigraph

Make = Callable[[], GraphStore]

G1, G2 = NamedNode("https://example.org/g/1"), NamedNode("https://example.org/g/2")
EVA, KNOWS, IDA = (NamedNode(f"https://example.org/{name}") for name in ("eva", "knows", "ida"))
NAME = NamedNode("https://example.org/name")

QUADS = [
    Quad(EVA, KNOWS, IDA, G1),
    Quad(EVA, NAME, Literal('Eva "die" Erste\n', language="de"), G1),
    Quad(EVA, KNOWS, IDA, G2),
    Quad(IDA, NAME, Literal("Ida"), G2),
]


@pytest.fixture(scope="module")
def union_server() -> Iterator[str]:
    with oxigraph(union=True) as url:
        yield url


@pytest.fixture(scope="module")
def plain_server() -> Iterator[str]:
    with oxigraph(union=False) as url:
        yield url


def _remote(address: Endpoint) -> RemoteStore:
    store = RemoteStore(address, Credentials(), size=3)
    store.clear()
    return store


@pytest.fixture(params=["memory", "disk", "updates", "quads", "plain"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """A store that is empty.

    `updates` is a server that takes the union of its graphs as the default graph, and `quads` the same, loaded by its
    Graph Store Protocol; the default graph of `plain` is one of its own.
    """
    kind = request.param
    if kind == "memory":
        return MemoryStore
    if kind == "disk":
        return lambda: DiskStore(tmp_path / "store")
    url = request.getfixturevalue("plain_server" if kind == "plain" else "union_server")
    return lambda: _remote(endpoint(url, graph_store=kind == "quads"))


@pytest.fixture
def store(make: Make) -> Iterator[GraphStore]:
    one = make()
    one.load(QUADS)
    yield one
    one.close()


def contents(store: GraphStore) -> set[Quad]:
    return set(store.match())


def canonical(quads: Iterable[Quad]) -> set[Quad]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def test_it_is_a_store(store: GraphStore) -> None:
    assert isinstance(store, GraphStore)


def test_what_is_loaded_is_there_once(store: GraphStore) -> None:
    store.load(QUADS[:2])

    assert contents(store) == set(QUADS)
    assert len(store) == 4


def test_match_takes_any_terms(store: GraphStore) -> None:
    assert set(store.match(predicate=KNOWS)) == {QUADS[0], QUADS[2]}
    assert set(store.match(EVA, KNOWS, IDA, G2)) == {QUADS[2]}
    assert set(store.match(object=IDA, graph=G1)) == {QUADS[0]}
    assert set(store.match(IDA, KNOWS)) == set()


def test_graphs_are_listed_in_order(store: GraphStore) -> None:
    assert store.graphs() == (G1.value, G2.value)


def test_dropping_a_graph_takes_its_quads_and_no_others(store: GraphStore) -> None:
    assert store.drop(G1.value)

    assert contents(store) == {QUADS[2], QUADS[3]}
    assert store.graphs() == (G2.value,)
    assert not store.drop(G1.value)


def test_a_graph_whose_name_is_no_iri_is_refused(store: GraphStore) -> None:
    with pytest.raises(StoreError, match="'no iri' is no IRI"):
        store.drop("no iri")


def test_replace_leaves_nothing_of_before(store: GraphStore) -> None:
    store.replace(QUADS[3:])

    assert contents(store) == {QUADS[3]}
    assert store.graphs() == (G2.value,)


def test_a_store_can_be_replaced_by_a_part_of_itself(store: GraphStore) -> None:
    store.replace(store.match(graph=G2))

    assert contents(store) == {QUADS[2], QUADS[3]}


def test_queries_see_the_union_of_all_graphs(store: GraphStore) -> None:
    answer = store.query("SELECT DISTINCT ?name { ?a <https://example.org/knows>/<https://example.org/name> ?name }")

    assert isinstance(answer, QuerySolutions)
    assert [solution["name"] for solution in answer] == [Literal("Ida")]


def test_queries_can_name_a_graph(store: GraphStore) -> None:
    answer = store.query(f"SELECT ?s WHERE {{ GRAPH <{G2.value}> {{ ?s <{NAME.value}> ?o }} }}")

    assert isinstance(answer, QuerySolutions)
    assert [solution["s"] for solution in answer] == [IDA]


def test_queries_can_choose_their_graphs(store: GraphStore) -> None:
    prefix = "PREFIX g: <https://example.org/g/>"
    one = store.query(f"{prefix} SELECT ?s FROM g:1 WHERE {{ ?s <{NAME.value}> ?o }}")
    named = store.query(f"{prefix} SELECT ?s FROM NAMED g:1 WHERE {{ GRAPH ?g {{ ?s <{NAME.value}> ?o }} }}")
    outside = store.query(f"{prefix} ASK FROM NAMED g:1 {{ ?s <{NAME.value}> ?o }}")

    assert isinstance(one, QuerySolutions)
    assert [solution["s"] for solution in one] == [EVA]
    assert isinstance(named, QuerySolutions)
    assert [solution["s"] for solution in named] == [EVA]
    assert not outside


def test_graphs_in_a_query_are_those_that_there_are_now(store: GraphStore) -> None:
    before = store.query("ASK { <https://example.org/new> ?p ?o }")
    store.load([Quad(NamedNode("https://example.org/new"), KNOWS, EVA, NamedNode("https://example.org/g/3"))])
    after = store.query("ASK { <https://example.org/new> ?p ?o }")

    assert (bool(before), bool(after)) == (False, True)


def test_blank_nodes_keep_together(store: GraphStore) -> None:
    one, two = BlankNode(), BlankNode()
    quads = [Quad(one, KNOWS, two, G1), *(Quad(two, NAME, Literal(f"{n}"), G2) for n in range(8))]
    store.replace(quads)

    assert len(store) == 9
    assert canonical(store.match()) == canonical(quads)


def test_a_triple_may_stand_in_a_graph_and_in_none(store: GraphStore, request: pytest.FixtureRequest) -> None:
    if request.node.callspec.params["make"] in ("updates", "quads"):
        pytest.skip("a default graph that is the union of all graphs has nothing of its own")
    store.load([Quad(EVA, KNOWS, IDA)])

    assert contents(store) == {*QUADS, Quad(EVA, KNOWS, IDA)}
    assert len(store) == 5
    assert set(store.match(EVA, KNOWS, IDA)) == {QUADS[0], QUADS[2], Quad(EVA, KNOWS, IDA)}


def test_ask_construct_and_substitution(store: GraphStore) -> None:
    asked = store.query("ASK { ?who ?p ?o }", {"who": NamedNode("https://example.org/nobody")})
    made = store.query("CONSTRUCT { ?o gov:test ?s } WHERE { ?s ?p ?o FILTER(isIRI(?o)) }")

    assert isinstance(asked, QueryBoolean)
    assert not asked
    assert isinstance(made, QueryTriples)
    assert {str(triple.subject) for triple in made} == {str(IDA)}


def test_updates_are_no_queries(store: GraphStore) -> None:
    with pytest.raises(SyntaxError):
        store.query("DELETE WHERE { ?s ?p ?o }")

    assert len(store) == 4


def test_dump_is_sorted_and_the_same_for_any_order_of_loading(make: Make, store: GraphStore, tmp_path: Path) -> None:
    store.dump(tmp_path / "one.nq")
    store.replace(QUADS[::-1])
    store.dump(tmp_path / "two.nq")
    lines = (tmp_path / "one.nq").read_bytes().splitlines(keepends=True)

    assert lines == sorted(lines)
    assert len(lines) == 4
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()


def test_dumping_to_a_place_that_is_none_is_refused(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="give a file that can be written"):
        store.dump(tmp_path / "no" / "where.nq")


def test_a_closed_store_says_so(store: GraphStore) -> None:
    store.close()
    store.close()

    with pytest.raises(StoreError, match="the store is closed"):
        store.graphs()
