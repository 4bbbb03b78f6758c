"""Positions and communities of graphs that are too large for `govgraph.views.layout`: ForceAtlas2 from a good start."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

# Room that a node has on average, as the side of a square in pixels at zoom 1.
_ROOM = 46.0
# With more nodes communities are found in two steps.
_MANY = 5000
_GOLDEN = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True, slots=True)
class Spread:
    """Where the nodes of a large graph lie.

    Attributes:
        positions: Pixels at zoom 1, centred on the origin, y downwards; shape (n, 2), whole numbers.
        communities: Number of each node's community, 0 for the largest; shape (n,).
    """

    positions: NDArray[np.int64]
    communities: NDArray[np.int64]


def spread(graph: nx.Graph[int], seed: int) -> Spread:
    """Lay out a large graph and find its communities (Louvain, networkx).

    Communities start side by side, so that few rounds of ForceAtlas2 (Jacomy et al. 2014, Barnes-Hut, one thread: the
    same on every machine with the same arithmetic) are enough.

    Args:
        graph: Simple undirected graph over 0 … n-1, edges with a `weight`; no loops.
        seed: Of the communities.
    """
    from crategraph_forceatlas2 import layout

    count = graph.number_of_nodes()
    groups = _communities(graph, seed)
    communities = np.zeros(count, dtype=np.int64)
    for number, group in enumerate(groups):
        communities[group] = number
    if count < 2:
        return Spread(np.zeros((count, 2), dtype=np.int64), communities)
    links = sorted((min(a, b), max(a, b), float(weight)) for a, b, weight in graph.edges(data="weight", default=1))
    placed = layout(
        count,
        [(a, b) for a, b, _ in links],
        weights=[math.sqrt(weight) for _, _, weight in links],
        init=_start(groups, count),
        iterations=_rounds(count),
        threads=1,
        barnesHutOptimize=count > 1000,
        barnesHutTheta=1.2,
        scalingRatio=10,
        gravity=0.05,
        strongGravityMode=True,
        slowDown=1,
    )
    return Spread(_scaled(np.asarray(placed, dtype=np.float64)), communities)


def _rounds(count: int) -> int:
    """Fewer rounds for larger graphs, whose start matters more than their end."""
    return int(np.clip(500_000 / count, 30, 200))


def _communities(graph: nx.Graph[int], seed: int) -> list[list[int]]:
    """Largest first. Nodes without an edge are one by one, at the end."""
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_weighted_edges_from(
        sorted((min(a, b), max(a, b), weight) for a, b, weight in graph.edges(data="weight", default=1))
    )
    if len(ordered) <= _MANY:
        return _by_size(nx.community.louvain_communities(ordered, weight="weight", seed=seed))
    # Louvain alone takes minutes; on what labels have already gathered it takes seconds and finds nearly as much.
    gathered = _by_size(nx.community.fast_label_propagation_communities(ordered, weight="weight", seed=seed))
    home = {node: number for number, group in enumerate(gathered) for node in group}
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(gathered)))
    for a, b, weight in ordered.edges(data="weight", default=1):
        known = between.get_edge_data(home[a], home[b], {"weight": 0})["weight"]
        between.add_edge(home[a], home[b], weight=known + weight)
    joined = nx.community.louvain_communities(between, weight="weight", seed=seed)
    return _by_size([node for number in group for node in gathered[number]] for group in joined)


def _by_size(groups: Iterable[Iterable[int]]) -> list[list[int]]:
    """The largest first; of the same size, that with the smallest node."""
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group[0]))


def _start(groups: list[list[int]], count: int) -> NDArray[np.float64]:
    """Every community a disc, the discs on a spiral; each takes area by its size."""
    start = np.zeros((count, 2))
    before = 0
    for number, group in enumerate(groups):
        reach, angle = math.sqrt(before + len(group) / 2), number * _GOLDEN
        inner = np.arange(len(group)) + 0.5
        turn = inner * _GOLDEN
        centre = np.array([math.cos(angle), math.sin(angle)]) * reach
        start[group] = centre + np.column_stack([np.cos(turn), np.sin(turn)]) * np.sqrt(inner)[:, None] * 0.5
        before += len(group)
    return start * 10.0


def _scaled(positions: NDArray[np.float64]) -> NDArray[np.int64]:
    """Centred, and so large that the middle nine tenths of the nodes have their room."""
    centred = positions - np.median(positions, axis=0)
    reach = float(np.quantile(np.hypot(centred[:, 0], centred[:, 1]), 0.9)) or 1.0
    wanted = _ROOM * math.sqrt(0.9 * len(positions) / math.pi)
    return np.rint(centred * (wanted / reach)).astype(np.int64)
