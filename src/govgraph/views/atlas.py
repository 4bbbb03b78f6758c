"""The atlas file: one HTML page for graphs that are too large for the network file, opened at rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import networkx as nx

from govgraph.assets import asset
from govgraph.views.forces import spread
from govgraph.views.joining import joined
from govgraph.views.network import (
    NetworkOptions,
    appearance,
    check_language,
    most_connected,
    node_type,
    ordered_edges,
    page_scripts,
    payload_of,
    radius,
    render_page,
    simple_graph,
    write_network,
    write_page,
)

_SCRIPTS = ("base.js", "panel.js", "filters.js", "atlas.js", "figure.js", "shell.js")
# Marks of an edge, as web/src/atlas/paint.ts reads them.
_CONFLICT, _FADED, _DASHED = 1, 2, 4


@dataclass(frozen=True, slots=True)
class AtlasOptions(NetworkOptions):
    """How the atlas file is written: as the network file, with room for more nodes."""

    max_nodes: int = 50_000


def write_view(
    graph: nx.MultiDiGraph[str], path: Path, options: NetworkOptions | None = None, *, atlas: bool | None = None
) -> tuple[int, int]:
    """Write a graph as network file, or as atlas file where it is too large for that.

    Args:
        graph: Nodes and edges with the attributes of `govgraph.query.to_networkx`.
        path: File to write.
        options: Of the network file; the atlas takes all but `max_nodes` from them.
        atlas: True for the atlas, False for the network file; None for the atlas with more than `max_nodes` nodes.

    Returns:
        Numbers of entities and of statements in the graph, as the page counts them.

    Raises:
        VocabularyError: A language that the page does not speak.
    """
    options = options or NetworkOptions()
    chosen = graph.number_of_nodes() > options.max_nodes if atlas is None else atlas
    if chosen:
        given = {field.name: getattr(options, field.name) for field in fields(NetworkOptions)}
        return write_atlas(graph, path, replace(AtlasOptions(**given), max_nodes=AtlasOptions().max_nodes))
    return write_network(graph, path, options)


def write_atlas(graph: nx.MultiDiGraph[str], path: Path, options: AtlasOptions | None = None) -> tuple[int, int]:
    """Write a large graph as one self-contained HTML file.

    Positions and communities are computed here, so that the page opens at rest. What is drawn stands before everything
    else in the file. As with the network file, the same input gives the same bytes and nothing is loaded.

    Args:
        graph: Nodes and edges with the attributes of `govgraph.query.to_networkx`.
        path: File to write; its folder is made when it is missing.
        options: Title, language and limits.

    Returns:
        Numbers of entities and of statements in the graph, as the page counts them.

    Raises:
        VocabularyError: A language that the page does not speak.
    """
    # pyvis brings IPython with it: half a second that only this function should cost.
    from pyvis.network import Network

    options = options or AtlasOptions()
    check_language(options.lang)
    graph = joined(graph)
    shown = most_connected(graph, options.max_nodes)
    picture = (asset("atlas", "atlas.js"), _columns(shown, options.seed))
    net = Network(directed=True, cdn_resources="in_line")
    write_page(render_page(net, payload_of(shown, graph, options), options, [page_scripts(_SCRIPTS)], picture), path)
    return graph.number_of_nodes(), graph.number_of_edges()


def _columns(graph: nx.MultiDiGraph[str], seed: int) -> dict[str, list[Any]]:
    """What is drawn, column by column; nodes and edges in the order of the payload."""
    iris = sorted(graph)
    index = {iri: at for at, iri in enumerate(iris)}
    edges = ordered_edges(graph)
    simple = simple_graph(edges, index)
    laid = spread(simple, seed)
    types = list(appearance()["types"])
    return {
        "types": types,
        "x": laid.positions[:, 0].tolist(),
        "y": laid.positions[:, 1].tolist(),
        "size": [radius(simple.degree(at)) for at in range(len(iris))],
        "type": [types.index(node_type(graph.nodes[iri])) for iri in iris],
        "community": laid.communities.tolist(),
        "from": [index[source] for source, _, _, _ in edges],
        "to": [index[target] for _, target, _, _ in edges],
        "marks": [_marks(attributes) for _, _, _, attributes in edges],
    }


def _marks(attributes: Mapping[str, Any]) -> int:
    look = appearance()["modalities"].get(str(attributes.get("modality", "")), {})
    conflict = _CONFLICT if attributes.get("conflicts") else 0
    return conflict | (_FADED if look.get("faded") else 0) | (_DASHED if look.get("dashes") else 0)
