"""Positions of nodes, computed once when the file is written, so that the picture opens at rest.

networkx lays out the connected core; what is ours is what makes the result readable: leaves are set around their
hub, boxes (node and label) are pushed apart until none covers another, and components are packed around the largest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.float64]

# networkx needs scipy from 500 nodes on, which govgraph does not; larger cores are laid out by community.
_DENSE = 480
_EDGE_LENGTH = 150.0
_GAP = 8.0
_ASPECT = 1.2
# Side of a cell of the grid on which components are packed, in pixels.
_CELL = 36.0


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a node takes with its label beneath it, in pixels at zoom 1.

    Attributes:
        width: Of the wider of node and label.
        height: Of node and label together.
        below: Distance from the centre of the node down to the centre of the box.
    """

    width: float
    height: float
    below: float


def place(graph: nx.Graph[int], boxes: Sequence[Box], seed: int) -> list[tuple[int, int]]:
    """Positions for the nodes 0 … n-1 of a graph.

    Args:
        graph: Simple undirected graph over 0 … n-1, edges with a `weight`; no loops.
        boxes: Room of each node, in the order of the nodes.
        seed: Of the random start; the same graph, boxes and seed give the same positions.

    Returns:
        Pixel coordinates at zoom 1, centred on the origin, y downwards.
    """
    if not boxes:
        return []
    halves = np.array([(box.width / 2, box.height / 2) for box in boxes]) + _GAP / 2
    below = np.array([(0.0, box.below) for box in boxes])
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    laid = [_component(graph, part, halves, seed) for part in parts]
    centres = np.zeros((len(boxes), 2))
    for part, positions, shift in zip(parts, laid, _pack(parts, laid, halves, graph), strict=True):
        centres[part] = positions + shift
    placed = centres - below
    placed -= (placed.max(axis=0) + placed.min(axis=0)) / 2
    return [(round(x), round(y)) for x, y in placed.tolist()]


def _component(graph: nx.Graph[int], part: list[int], halves: Positions, seed: int) -> Positions:
    """Centres of the boxes of one connected component, in the order of `part`."""
    if len(part) == 1:
        return np.zeros((1, 2))
    inside: nx.Graph[int] = nx.Graph()
    inside.add_nodes_from(part)
    inside.add_weighted_edges_from(
        (min(a, b), max(a, b), w) for a, b, w in sorted(graph.subgraph(part).edges(data="weight", default=1))
    )
    leaves = _leaves(inside)
    core = [node for node in part if node not in leaves]
    by_hub: dict[int, list[int]] = {}
    for leaf, hub in leaves.items():
        by_hub.setdefault(hub, []).append(leaf)
    rings = {hub: _ring(len(around)) for hub, around in by_hub.items()}
    room = np.array([np.maximum(halves[node], rings.get(node, 0.0) * 0.9) for node in core])
    centres = _apart(_turned(_spring(inside.subgraph(core), core, seed), core, inside), room)
    where = {node: centres[index] for index, node in enumerate(core)}
    for hub, around in by_hub.items():
        taken = [math.atan2(*(where[other] - where[hub])[::-1]) for other in sorted(inside[hub]) if other in where]
        for leaf, angle, factor in _fan(around, taken):
            reach = rings[hub] * factor
            where[leaf] = where[hub] + np.array([math.cos(angle) * reach * 1.25, math.sin(angle) * reach])
    return _apart(np.array([where[node] for node in part]), halves[part])


def _leaves(graph: nx.Graph[int]) -> dict[int, int]:
    """Nodes with one neighbour, and that neighbour. Of two nodes with but one edge the first counts as the hub."""
    found: dict[int, int] = {}
    for node in graph:
        if graph.degree(node) == 1:
            hub = next(iter(graph[node]))
            if graph.degree(hub) > 1 or hub < node:
                found[node] = hub
    return found


def _ring(count: int) -> float:
    """Distance of leaves from their hub."""
    return max(80.0, min(34.0 * count / math.pi, 36.0 * math.sqrt(count) + 55.0))


def _fan(leaves: list[int], taken: list[float]) -> list[tuple[int, float, float]]:
    """Angle and relative distance of each leaf: in the widest free sectors, in two staggered rings when many."""
    spokes = sorted(taken)
    if not spokes:
        gaps = [(-math.pi / 2, 2 * math.pi)]
    else:
        follow = [*spokes[1:], spokes[0] + 2 * math.pi]
        gaps = [(start, end - start) for start, end in zip(spokes, follow, strict=True)]
    shares = [0] * len(gaps)
    for _ in leaves:
        widest = max(range(len(gaps)), key=lambda index: (gaps[index][1] / (shares[index] + 1), -index))
        shares[widest] += 1
    angles = [
        start + width * (step + 1) / (share + (1 if taken else 0))
        for (start, width), share in zip(gaps, shares, strict=True)
        for step in range(share)
    ]
    factors = (1.0,) if len(leaves) < 9 else (1.0, 0.66) if len(leaves) < 24 else (1.0, 0.72, 0.45)
    reach = [factors[index % len(factors)] for index in range(len(leaves))]
    return list(zip(leaves, angles, reach, strict=True))


def _spring(graph: nx.Graph[int], nodes: list[int], seed: int) -> Positions:
    """Centres of a connected core; by community when it is large."""
    if len(nodes) == 1:
        return np.zeros((1, 2))
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_weighted_edges_from(sorted(graph.edges(data="weight", default=1)))
    if len(nodes) < _DENSE:
        laid = nx.spring_layout(ordered, seed=seed, iterations=300, threshold=1e-5, method="force")
        return np.array([laid[node] for node in nodes])
    groups = _communities(ordered, seed)
    home = {node: index for index, group in enumerate(groups) for node in group}
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(groups)))
    for a, b, weight in ordered.edges(data="weight", default=1):
        if home[a] != home[b]:
            known = between.get_edge_data(home[a], home[b], {"weight": 0})["weight"]
            between.add_edge(home[a], home[b], weight=known + weight)
    for a, b, link in between.edges(data=True):
        link["weight"] /= math.sqrt(len(groups[a]) * len(groups[b]))
    sizes = np.array([math.sqrt(len(group)) for group in groups])
    hearts = _turned(_spring(between, list(between), seed), list(between), between) / _EDGE_LENGTH
    hearts = _apart(hearts * sizes.mean() * 1.6, np.repeat(sizes[:, None], 2, axis=1) * 0.8)
    where: dict[int, NDArray[np.float64]] = {}
    for index, group in enumerate(groups):
        inner = _spring(ordered.subgraph(group), group, seed)
        inner = inner - inner.mean(axis=0)
        reach = float(np.abs(inner).max()) or 1.0
        for node, spot in zip(group, inner, strict=True):
            where[node] = hearts[index] + spot / reach * sizes[index] * 0.8
    return np.array([where[node] for node in nodes])


def _communities(graph: nx.Graph[int], seed: int) -> list[list[int]]:
    """Communities, each small enough for one layout, in a fixed order."""
    found = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    groups = sorted(sorted(group) for group in found)
    if len(groups) == 1 or len(groups) >= _DENSE:
        groups = [sorted(graph)]
    return [group[start : start + _DENSE - 1] for group in groups for start in range(0, len(group), _DENSE - 1)]


def _turned(positions: Positions, nodes: list[int], graph: nx.Graph[int]) -> Positions:
    """Turned so that it is wider than high, and scaled so that a typical edge has its length."""
    if len(nodes) == 1:
        return positions
    centred = positions - positions.mean(axis=0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, np.argsort(-values, kind="stable")]
    # The sign of an eigenvector is arbitrary; a fixed one keeps the picture from flipping.
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), range(2)] < 0, -1.0, 1.0)
    turned = centred @ axes
    if len(nodes) >= 8:
        wide, high = np.maximum(turned.std(axis=0), 1e-9)
        turned = turned * np.array([1.0, float(np.clip(wide / high / _ASPECT, 1.0, 1.6))])
    index = {node: at for at, node in enumerate(nodes)}
    pairs = np.array([(index[a], index[b]) for a, b in graph.edges if a in index and b in index])
    if not len(pairs):
        return np.asarray(turned * _EDGE_LENGTH, dtype=np.float64)
    lengths = np.linalg.norm(turned[pairs[:, 0]] - turned[pairs[:, 1]], axis=1)
    typical = float(np.median(lengths)) or 1.0
    return np.asarray(turned * (_EDGE_LENGTH / typical), dtype=np.float64)


def _apart(centres: Positions, halves: Positions, rounds: int = 160) -> Positions:
    """Push boxes apart until none covers another, each pair along the axis on which it overlaps less.

    Pairs that may meet are looked for every eighth round, so that a round costs little.
    """
    moved = centres.astype(np.float64).copy()
    count = len(moved)
    if count < 2:
        return moved
    # Two nodes on one spot have no direction to part in: give every node a tiny, fixed offset of its own.
    moved += np.column_stack([np.arange(count) % 7, np.arange(count) % 5]) * 0.01
    slack = float(halves.max()) * 0.5
    first = second = np.zeros(0, dtype=np.int64)
    for step in range(rounds):
        if step % 8 == 0:
            first, second = _close_pairs(moved, halves, slack)
        delta = moved[first] - moved[second]
        overlap = halves[first] + halves[second] - np.abs(delta)
        meets = (overlap > 0.5).all(axis=1)
        if not meets.any():
            if step % 8 == 0:
                break
            continue
        a, b, delta, overlap = first[meets], second[meets], delta[meets], overlap[meets]
        along_x = overlap[:, 0] < overlap[:, 1] * 1.2
        push = np.where(delta < 0, -1.0, 1.0) * (overlap + 0.5) * 0.5
        push[along_x, 1] = 0.0
        push[~along_x, 0] = 0.0
        change = np.zeros_like(moved)
        np.add.at(change, a, push)
        np.add.at(change, b, -push)
        # Many pushes at once overshoot; a node never moves further than its own box in one round.
        moved += np.clip(change, -halves, halves)
    return moved


def _close_pairs(centres: Positions, halves: Positions, slack: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    near_x = np.abs(centres[:, None, 0] - centres[None, :, 0]) < halves[:, None, 0] + halves[None, :, 0] + slack
    near_y = np.abs(centres[:, None, 1] - centres[None, :, 1]) < halves[:, None, 1] + halves[None, :, 1] + slack
    first, second = np.nonzero(np.triu(near_x & near_y, 1))
    return first, second


def _pack(parts: list[list[int]], laid: list[Positions], halves: Positions, edges: nx.Graph[int]) -> list[Positions]:
    """Shift of each component: the largest in the middle, each other on the nearest spot where nothing lies yet.

    Components are packed by the cells that their boxes and edges cover, so that small ones fill the bays of large ones.
    """
    shapes = [_cells(part, positions, halves, edges) for part, positions in zip(parts, laid, strict=True)]
    widest = max(int(np.abs(shape).max()) for shape in shapes)
    side = 2 * int(2 + 3 * math.sqrt(sum(map(len, shapes))) + 2 * widest)
    taken = np.zeros((side, side), dtype=bool)
    middle = np.array([side // 2, side // 2])
    shifts: list[Positions] = []
    # Where the search begins grows with what is placed: a component needs no spot that a smaller or equal one missed.
    begin: dict[int, int] = {}
    for shape in shapes:
        size = len(shape)
        step = max((at for other, at in begin.items() if other <= size), default=0)
        while True:
            angle, reach = step * 2.399963, 0.5 * math.sqrt(step)
            spot = np.array([round(reach * math.cos(angle) * _ASPECT), round(reach * math.sin(angle))])
            cells = shape + middle + spot
            if (cells < 0).any() or (cells >= side).any():
                # Cannot happen while the grid is as generous as above; better beside the picture than never done.
                break
            if not taken[cells[:, 0], cells[:, 1]].any():
                taken[cells[:, 0], cells[:, 1]] = True
                break
            step += 1
        begin[size] = step
        shifts.append(spot * _CELL)
    return shifts


def _cells(part: list[int], positions: Positions, halves: Positions, edges: nx.Graph[int]) -> NDArray[np.int64]:
    """Grid cells under the boxes and edges of a component, with a rim of one cell unless it is a single node."""
    low = np.floor((positions - halves[part]) / _CELL).astype(int)
    high = np.floor((positions + halves[part]) / _CELL).astype(int)
    cells = {(x, y) for (a, b), (c, d) in zip(low, high, strict=True) for x in range(a, c + 1) for y in range(b, d + 1)}
    where = {node: positions[index] for index, node in enumerate(part)}
    for a, b in edges.subgraph(part).edges:
        for share in np.linspace(0, 1, 2 + int(np.abs(where[a] - where[b]).max() / _CELL)):
            x, y = np.floor((where[a] * (1 - share) + where[b] * share) / _CELL).astype(int)
            cells.add((x, y))
    if len(part) > 1:
        cells |= {(x + i, y + j) for x, y in cells for i in (-1, 0, 1) for j in (-1, 0, 1)}
    return np.array(sorted(cells), dtype=np.int64)
