"""Quads in parts: nothing is lost, and what hangs together by blank nodes stays together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from govgraph.store.parts import Part, as_nquads, as_update, by_graph, halves, in_parts

A, P, G = (NamedNode(f"https://example.org/{name}") for name in "apg")

NODES = st.sampled_from([A, P, *(BlankNode(f"b{n}") for n in range(8))])
GRAPHS = st.sampled_from([G, A, BlankNode("g"), DefaultGraph()])
OBJECTS = st.one_of(NODES, st.integers(0, 9).map(lambda n: Literal(str(n))))
QUADS = st.lists(st.builds(Quad, NODES, st.just(P), OBJECTS, GRAPHS), max_size=40)


def blank(quad: Quad) -> set[str]:
    terms = (quad.subject, quad.object, quad.graph_name)
    return {one.value for one in terms if isinstance(one, BlankNode)}


@given(QUADS, st.integers(1, 7))
def test_parts_hold_all_quads_and_split_no_blank_node(quads: list[Quad], size: int) -> None:
    parts = list(in_parts(quads, size))
    names = [set().union(*(blank(quad) for quad in part.quads)) for part in parts]

    assert sorted(str(quad) for part in parts for quad in part.quads) == sorted(map(str, quads))
    assert all(len(part.quads) <= size for part in parts if not part.blank)
    assert [part.blank for part in parts] == [bool(some) for some in names]
    assert sum(map(len, names)) == len(set().union(*names))
    assert list(in_parts(quads, size)) == parts


@given(QUADS)
def test_a_part_is_the_same_in_every_form(quads: list[Quad]) -> None:
    named = tuple(quad for quad in quads if not isinstance(quad.graph_name, BlankNode))
    part = Part(named)
    joined = [
        Quad(one.subject, one.predicate, one.object, NamedNode(graph) if graph else DefaultGraph())
        for graph, lines in by_graph(part).items()
        for one in parse(lines, RdfFormat.N_TRIPLES, rename_blank_nodes=False)
    ]

    assert tuple(parse(as_nquads(part), RdfFormat.N_QUADS, rename_blank_nodes=False)) == named
    assert set(joined) == set(named)


def test_small_groups_of_blank_nodes_share_a_part() -> None:
    quads = [Quad(BlankNode(), P, A, G) for _ in range(10)]

    assert [len(part.quads) for part in in_parts(quads, 4)] == [4, 4, 2]


def test_blank_nodes_hang_together_through_others_and_in_triples() -> None:
    one, two, three = BlankNode(), BlankNode(), BlankNode()
    quads = [Quad(one, P, A, G), Quad(two, P, three, A), Quad(A, P, Triple(A, P, one), A), Quad(one, P, two, G)]

    assert [len(part.quads) for part in in_parts(quads, 1)] == [4]


def test_what_is_too_large_is_halved_unless_it_hangs_together() -> None:
    quads = tuple(Quad(A, P, Literal(str(n)), G) for n in range(5))
    two = halves(Part(quads))

    assert two is not None
    assert two[0].quads + two[1].quads == quads
    assert halves(Part(quads[:1])) is None
    assert halves(Part(quads, True)) is None


def test_an_update_names_each_graph_once() -> None:
    quads = (Quad(A, P, A, G), Quad(A, P, A, DefaultGraph()), Quad(A, P, P, G))
    triples = [f"{A} {P} {one} ." for one in (A, A, P)]

    expected = f"INSERT DATA {{\n{triples[0]}\nGRAPH {G} {{\n{triples[1]}\n{triples[2]}\n}}\n}}"
    assert as_update(Part(quads)) == expected
