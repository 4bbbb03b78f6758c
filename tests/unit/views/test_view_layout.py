"""Positions: fixed, integral, and without boxes that cover each other."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import pytest

from govgraph.views.layout import Box, place

BOX = Box(width=60, height=44, below=12)


def graphs() -> dict[str, nx.Graph[int]]:
    return {
        "single": nx.empty_graph(1),
        "isolated": nx.empty_graph(40),
        "pair": nx.path_graph(2),
        "star": nx.star_graph(60),
        "many parts": nx.disjoint_union_all([nx.path_graph(3)] * 12 + [nx.cycle_graph(8), nx.empty_graph(9)]),
        "dense": nx.complete_graph(25),
        "tree": nx.balanced_tree(3, 4),
    }


def covered(positions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [
        (a, b)
        for (a, (xa, ya)), (b, (xb, yb)) in itertools.combinations(enumerate(positions), 2)
        if abs(xa - xb) < BOX.width and abs(ya - yb) < BOX.height
    ]


@pytest.mark.parametrize("name", sorted(graphs()))
def test_no_box_covers_another_and_positions_repeat(name: str) -> None:
    graph = graphs()[name]
    boxes = [BOX] * len(graph)
    first, second = place(graph, boxes, 11), place(graph.copy(), boxes, 11)
    assert first == second
    assert all(isinstance(value, int) for spot in first for value in spot)
    assert covered(first) == []


def test_an_empty_graph_has_no_positions() -> None:
    assert place(nx.empty_graph(0), [], 11) == []


def test_the_picture_stays_compact() -> None:
    """Small parts lie around the large one, not in a row."""
    graph = graphs()["many parts"]
    spots = place(graph, [BOX] * len(graph), 11)
    width, height = (max(axis) - min(axis) for axis in zip(*spots, strict=True))
    assert 0.5 < width / height < 2.5
    assert width * height < 12 * len(graph) * BOX.width * BOX.height


def test_neighbours_lie_nearer_than_strangers() -> None:
    graph = nx.barbell_graph(8, 2)
    spots = place(graph, [BOX] * len(graph), 11)

    def distance(a: int, b: int) -> float:
        return math.dist(spots[a], spots[b])

    beside = [distance(a, b) for a, b in graph.edges]
    apart = [distance(a, b) for a, b in nx.non_edges(graph)]
    assert sum(beside) / len(beside) < 0.7 * sum(apart) / len(apart)
