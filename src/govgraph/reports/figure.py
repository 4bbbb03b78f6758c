"""A static picture of the network: SVG made here, with no script in it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, Final

import networkx as nx

from govgraph.reports.wording import Wording
from govgraph.views.layout import Box, place
from govgraph.views.network import appearance, draw_label, most_connected
from govgraph.views.selection import Selection, select

_MOST: Final = 36
_SEED: Final = 11
_LINE: Final = 13
_MARGIN: Final = 24


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of a network.

    Attributes:
        svg: The picture, one `svg` element.
        caption: What it shows, in words; empty until `captioned`.
        nodes: How many names are drawn.
        edges: How many pairs of them are connected.
    """

    svg: str
    caption: str
    nodes: int
    edges: int

    def captioned(self, words: Wording, label: str | None, since: str) -> Figure:
        """The same with its caption, which is also what is read out in its place."""
        key = "figureCaptionAll" if label is None else "figureCaption"
        caption = words.text(key, of=label, nodes=self.nodes, edges=self.edges, since=words.reach("since", since))
        svg = self.svg.replace("<svg ", f'<svg role="img" aria-label="{escape(caption)}" ', 1)
        return replace(self, caption=caption, svg=svg)


def draw(graph: nx.MultiDiGraph[str], wanted: Sequence[str] | None, since: str, until: str) -> Figure | None:
    """The part of a graph that articles of a time tell of, around what is wanted.

    Args:
        graph: As `govgraph.query.to_networkx` gives it.
        wanted: IRIs in the middle; None for the best evidenced of all.
        since: First day of the evidence.
        until: Last day, or an empty string.

    Returns:
        The picture of at most 36 names, or None if nothing is connected.
    """
    focus = tuple(iri for iri in wanted or () if iri in graph)
    if wanted is not None and not focus:
        return None
    part = select(graph, Selection(focus=focus, depth=1, since=since, until=until or None))
    part = most_connected(part, _MOST)
    part = nx.MultiDiGraph(part.subgraph([iri for iri in part if part.degree(iri)]))
    if not part.number_of_edges():
        return None
    iris = sorted(part)
    pairs = _pairs(part, iris)
    return Figure(_svg(part, iris, pairs), "", len(iris), len(pairs))


_Pairs = Mapping[tuple[int, int], str]


def _pairs(graph: nx.MultiDiGraph[str], iris: Sequence[str]) -> _Pairs:
    """Connected pairs by position, each with the surest modality of what connects them."""
    index = {iri: at for at, iri in enumerate(iris)}
    order = list(appearance()["modalities"])
    found: dict[tuple[int, int], str] = {}
    for source, target, attributes in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        pair = (index[source], index[target])
        if pair[0] == pair[1]:
            continue
        modality = str(attributes.get("modality", ""))
        known = found.get(pair)
        if known is None or _rank(order, modality) < _rank(order, known):
            found[pair] = modality
    return dict(sorted(found.items()))


def _rank(order: Sequence[str], modality: str) -> int:
    look = appearance()["modalities"].get(modality, {})
    return 2 if look.get("faded") else 1 if look.get("dashes") else 0 if modality in order else 3


def _svg(graph: nx.MultiDiGraph[str], iris: Sequence[str], pairs: _Pairs) -> str:
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(iris)))
    simple.add_weighted_edges_from((min(pair), max(pair), 1) for pair in pairs)
    radii = [round(min(7 + 2 * math.sqrt(simple.degree(at)), 18), 1) for at in range(len(iris))]
    labels = [draw_label(str(graph.nodes[iri].get("label") or iri)) for iri in iris]
    boxes = [_box(radius, lines) for radius, lines in zip(radii, labels, strict=True)]
    spots = place(simple, boxes, _SEED)
    left = min(x - box.width / 2 for (x, _), box in zip(spots, boxes, strict=True)) - _MARGIN
    right = max(x + box.width / 2 for (x, _), box in zip(spots, boxes, strict=True)) + _MARGIN
    top = min(y - radius for (_, y), radius in zip(spots, radii, strict=True)) - _MARGIN
    bottom = max(y + box.height for (_, y), box in zip(spots, boxes, strict=True)) + _MARGIN / 2
    view = f"{round(left)} {round(top)} {round(right - left)} {round(bottom - top)}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" font-family="system-ui, sans-serif" font-size="11">',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>',
        *_lines(pairs, spots, radii),
        *_nodes(graph, iris, spots, radii, labels),
        "</svg>",
    ]
    return "\n".join(parts)


def _box(radius: float, lines: Sequence[str]) -> Box:
    width = max(2 * radius, *(len(line) * 6.2 for line in lines))
    below = _LINE * len(lines) + 4
    return Box(width=width + 10, height=2 * radius + below, below=below / 2)


_Spots = Sequence[tuple[int, int]]


def _lines(pairs: _Pairs, spots: _Spots, radii: Sequence[float]) -> Iterator[str]:
    for (source, target), modality in pairs.items():
        (x, y), (end, low) = spots[source], spots[target]
        length = math.hypot(end - x, low - y) or 1.0
        east, south = (end - x) / length, (low - y) / length
        near, far = radii[source] + 1, radii[target] + 3
        look = appearance()["modalities"].get(modality, {})
        dashes = f' stroke-dasharray="{" ".join(map(str, look["dashes"]))}"' if look.get("dashes") else ""
        opacity = 0.3 if look.get("faded") else 0.55
        ends = (x + east * near, y + south * near, end - east * far, low - south * far)
        shape = "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*ends)
        yield (
            f'<path d="{shape}" fill="none" stroke="currentColor" stroke-width="1.2" opacity="{opacity}"'
            f'{dashes} marker-end="url(#tip)"/>'
        )


def _nodes(
    graph: nx.MultiDiGraph[str],
    iris: Sequence[str],
    spots: _Spots,
    radii: Sequence[float],
    labels: Sequence[Sequence[str]],
) -> Iterator[str]:
    types: Mapping[str, Any] = appearance()["types"]
    for iri, (x, y), radius, lines in zip(iris, spots, radii, labels, strict=True):
        look = types.get(str(graph.nodes[iri].get("type", "")), types["Other"])
        fill = "#ffffff" if look["hollow"] else look["light"]
        yield f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" stroke="{look["light"]}" stroke-width="2"/>'
        for at, line in enumerate(lines):
            low = round(y + radius + _LINE * (at + 1), 1)
            yield f'<text x="{x}" y="{low}" text-anchor="middle" fill="currentColor">{escape(line)}</text>'
