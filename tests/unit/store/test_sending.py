"""Changes on their way to servers that take not everything, or whose connection breaks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, Literal, NamedNode, Quad

from between import Answer, Between, Broken, Heard, Tells, between
from govgraph.errors import StoreError
from govgraph.store import Credentials, Patience, RemoteStore
from servers import endpoint, oxigraph

P, G, H = (NamedNode(f"https://example.org/{name}") for name in "pgh")
QUADS = [Quad(NamedNode(f"https://example.org/{n}"), P, Literal(f"„{n}“ \\ \"'\n"), (G, H)[n % 2]) for n in range(20)]
NO = Answer(415, b"not that")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph() as url:
        yield url


@pytest.fixture
def middle(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Between]:
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    with between(server) as one:
        yield one


@pytest.fixture
def store(middle: Between) -> Iterator[RemoteStore]:
    with RemoteStore(endpoint(middle.url, graph_store=True), Credentials(), patience=Patience(3), size=5) as one:
        one.clear()
        middle.heard.clear()
        yield one


def canonical(quads: list[Quad]) -> set[Quad]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def no(*refused: str) -> Callable[[Heard], Tells]:
    """A server that does not take quads, updates or triples."""

    def tell(heard: Heard) -> Tells:
        kind = {"application/n-quads": "quads", "application/sparql-update": "updates"}
        return NO if kind.get(heard.headers.get("Content-Type", ""), "triples") in refused and heard.changes else None

    return tell


def test_quads_go_to_the_graph_store_in_parts(middle: Between, store: RemoteStore) -> None:
    store.load(QUADS)

    assert [one.path for one in middle.changes] == ["/store"] * 4
    assert set(store.match()) == set(QUADS)


def test_a_server_that_takes_no_quads_gets_updates(middle: Between, store: RemoteStore) -> None:
    middle.tell = no("quads")
    store.load(QUADS)

    assert [one.path for one in middle.changes] == ["/store", *["/update"] * 4]
    assert set(store.match()) == set(QUADS)


def test_a_server_that_takes_no_updates_gets_graph_by_graph(middle: Between, store: RemoteStore) -> None:
    middle.tell = no("quads", "updates")
    more = [*QUADS, Quad(P, P, P, DefaultGraph())]
    store.load(more)

    assert set(store.match()) == set(more)
    assert store.drop(G.value)
    assert set(store.match()) == {one for one in more if one.graph_name != G}
    store.replace(QUADS[:1])
    assert set(store.match()) == set(QUADS[:1])


def test_blank_nodes_of_several_graphs_need_quads_or_updates(middle: Between, store: RemoteStore) -> None:
    middle.tell = no("quads", "updates")
    node = BlankNode()

    with pytest.raises(StoreError, match="blank nodes stand in several graphs"):
        store.load([Quad(node, P, P, G), Quad(node, P, P, H)])


def test_a_server_that_takes_nothing_says_why(middle: Between, store: RemoteStore) -> None:
    middle.tell = lambda heard: NO if heard.changes else None

    with pytest.raises(StoreError, match=r"/store\?graph=.* answers 415 \(not that\)"):
        store.load(QUADS)


def test_a_graph_store_that_makes_new_graphs_is_left_alone(middle: Between, store: RemoteStore) -> None:
    made: list[str] = []

    def tell(heard: Heard) -> Tells:
        if heard.headers.get("Content-Type") == "application/n-quads":
            return Answer(201, headers={"Location": "/store?graph=new"})
        if heard.method == "DELETE":
            made.append(heard.path)
            return Answer(204)
        return None

    middle.tell = tell
    store.load(QUADS)

    assert made == ["/store?graph=new"]
    assert set(store.match()) == set(QUADS)


def test_a_graph_store_that_forgets_graphs_is_noticed(middle: Between, store: RemoteStore) -> None:
    middle.tell = lambda heard: Answer(204) if heard.path == "/store" else None

    with pytest.raises(StoreError, match="takes N-Quads but forgets their graphs"):
        store.load(QUADS)


@pytest.mark.parametrize("status", [400, 413, 500])
def test_what_is_too_large_is_sent_in_smaller_parts(middle: Between, store: RemoteStore, status: int) -> None:
    middle.tell = no("quads")
    store.load(QUADS[:5])
    middle.heard.clear()
    middle.tell = lambda heard: Answer(status) if heard.text.count("„") > 2 else None
    store.load(QUADS)

    assert set(store.match()) == set(QUADS)
    assert sum(one.text.count("„") > 2 for one in middle.changes) == 1


def test_one_quad_that_is_refused_is_an_error(middle: Between, store: RemoteStore) -> None:
    middle.tell = lambda heard: Answer(413, b"too much") if heard.changes else None

    with pytest.raises(StoreError, match=r"answers 413 \(too much\)"):
        store.load(QUADS)
    assert len(middle.changes) == 3


@pytest.mark.parametrize("before", [True, False])
def test_a_part_whose_answer_is_lost_is_there_once(middle: Between, store: RemoteStore, before: bool) -> None:
    nodes = [BlankNode() for _ in range(4)]
    quads = [*(Quad(one, P, nodes[0], G) for one in nodes), Quad(nodes[1], P, Literal("x"), H)]
    middle.once(Broken(before), when=lambda heard: heard.changes)
    store.load(quads)

    assert len(middle.changes) == (2 if before else 1)
    assert canonical(list(store.match())) == canonical(quads)


def test_a_part_that_never_arrives_is_an_error(middle: Between, store: RemoteStore) -> None:
    middle.tell = lambda heard: Broken(before=True) if heard.changes else None

    with pytest.raises(StoreError, match="did not answer"):
        store.load([Quad(BlankNode(), P, P, G)])
    assert len(middle.changes) == 3


@pytest.mark.parametrize("before", [True, False])
def test_parts_without_blank_nodes_are_sent_until_they_arrive(
    middle: Between, store: RemoteStore, before: bool
) -> None:
    middle.once(None, Broken(before), Answer(503), None, Broken(before), when=lambda heard: heard.changes)
    store.load(QUADS)

    assert set(store.match()) == set(QUADS)
    assert len(middle.changes) == 4 + 3
