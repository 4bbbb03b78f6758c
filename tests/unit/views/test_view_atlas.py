"""The atlas file and the positions in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from govgraph.errors import VocabularyError
from govgraph.views import AtlasOptions, NetworkOptions, write_atlas, write_view
from govgraph.views.forces import spread
from govgraph.views.joining import joined
from viewable import large, small


def columns(html: str) -> dict[str, list[Any]]:
    found = re.search(r'id="data-picture">(.*?)</script>', html, re.S)
    assert found is not None
    read: dict[str, list[Any]] = json.loads(found[1])
    return read


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    write_atlas(large(200, 300), tmp_path / "a.html")
    write_atlas(large(200, 300), tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_every_node_and_edge_has_its_place(tmp_path: Path) -> None:
    graph = large(200, 300)
    write_atlas(graph, tmp_path / "a.html")
    found = columns((tmp_path / "a.html").read_text("utf-8"))
    assert {len(found[name]) for name in ("x", "y", "size", "type", "community")} == {200}
    assert {len(found[name]) for name in ("from", "to", "marks")} == {joined(graph).number_of_edges()}
    assert len(set(zip(found["x"], found["y"], strict=True))) > 190


def test_contradicted_faded_and_dashed_edges_are_marked(tmp_path: Path) -> None:
    write_atlas(small(), tmp_path / "a.html")
    marks = columns((tmp_path / "a.html").read_text("utf-8"))["marks"]
    assert {0, 2, 4} <= set(marks)


def test_with_more_nodes_than_the_network_holds_the_atlas_is_written(tmp_path: Path) -> None:
    graph = large(40, 50)
    counted = [
        write_view(graph, tmp_path / "a.html", NetworkOptions(max_nodes=39)),
        write_view(graph, tmp_path / "n.html", NetworkOptions(max_nodes=40)),
        write_view(graph, tmp_path / "m.html", NetworkOptions(max_nodes=39), atlas=False),
    ]
    assert counted == [(40, joined(graph).number_of_edges())] * 3
    assert len(columns((tmp_path / "a.html").read_text("utf-8"))["x"]) == 40
    for name in ("n.html", "m.html"):
        assert "data-picture" not in (tmp_path / name).read_text("utf-8").split("<script>")[0]


def test_the_atlas_has_a_limit_and_languages_of_its_own(tmp_path: Path) -> None:
    write_atlas(large(40, 50), tmp_path / "a.html", AtlasOptions(max_nodes=15))
    assert len(columns((tmp_path / "a.html").read_text("utf-8"))["x"]) == 15
    with pytest.raises(VocabularyError, match="fr"):
        write_atlas(small(), tmp_path / "x.html", AtlasOptions(lang="fr"))


def test_neighbours_lie_nearer_than_strangers_and_communities_are_found() -> None:
    graph: nx.Graph[int] = nx.Graph(nx.planted_partition_graph(4, 25, 0.4, 0.01, seed=3))
    laid = spread(graph, 11)
    where = laid.positions.astype(float)
    ends = np.array(graph.edges)
    linked = np.linalg.norm(where[ends[:, 0]] - where[ends[:, 1]], axis=1).mean()
    everyone = np.linalg.norm(where[:, None] - where[None], axis=2).mean()
    assert linked < everyone * 0.7
    assert [len(set(laid.communities[block * 25 : block * 25 + 25].tolist())) for block in range(4)] == [1, 1, 1, 1]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_graphs_without_an_edge_are_laid_out(count: int) -> None:
    graph: nx.Graph[int] = nx.empty_graph(count)
    assert spread(graph, 11).positions.shape == (count, 2)
