"""The part of a graph that a view is asked for."""

from __future__ import annotations

import networkx as nx
import pytest

from govgraph.errors import NotFoundError, QueryError
from govgraph.views import Selection, select
from viewable import (
    ALT,
    DEVELOPS,
    ENDED,
    FITKO,
    MEMBER,
    OZG,
    PLANNED,
    PLANUNGSRAT,
    REPRESENTS,
    RICHTER,
    RLP,
    TENURE,
    small,
)


def parts(graph: nx.MultiDiGraph[str]) -> tuple[set[str], set[str]]:
    return set(graph), {key for _, _, key in graph.edges(keys=True)}


def test_nothing_asked_keeps_everything_and_leaves_the_graph_alone() -> None:
    graph = small()
    kept = select(graph, Selection())
    assert nx.utils.graphs_equal(kept, small())
    kept.remove_node(ALT)
    assert nx.utils.graphs_equal(graph, small())


@pytest.mark.parametrize("name", ["Denis Alt", "denis  alt", "Staatssekretär Alt", ALT])
def test_a_focus_is_a_name_an_alias_or_an_iri(name: str) -> None:
    assert parts(select(small(), Selection(focus=(name,)))) == (
        {ALT, PLANUNGSRAT, RLP},
        {TENURE, MEMBER, REPRESENTS},
    )


def test_depth_goes_along_edges_in_either_direction() -> None:
    assert parts(select(small(), Selection(focus=("OZG",), depth=0))) == ({OZG}, set())
    assert set(select(small(), Selection(focus=("OZG",), depth=2))) == {OZG, FITKO, PLANUNGSRAT}
    assert set(select(small(), Selection(focus=("OZG",), depth=9))) == set(small())


def test_types_are_coarse_or_exact_and_spare_the_focus() -> None:
    assert set(select(small(), Selection(types=("person",)))) == {ALT, RICHTER}
    assert set(select(small(), Selection(types=("Committee", "Law")))) == {PLANUNGSRAT, OZG}
    assert set(select(small(), Selection(focus=("IT-PLR",), types=("Person",)))) == {PLANUNGSRAT, ALT, RICHTER}


def test_predicates_keep_their_edges_and_the_ends_of_these() -> None:
    assert parts(select(small(), Selection(predicates=("HOLDSOFFICE",)))) == ({ALT, RLP}, {TENURE})


def test_a_period_keeps_what_may_lie_in_it() -> None:
    assert parts(select(small(), Selection(since="2024")))[1] == {TENURE, MEMBER, REPRESENTS}
    assert parts(select(small(), Selection(until="2023-05-15")))[1] == {PLANNED, ENDED}
    assert parts(select(small(), Selection(since="2022-12-31", until="2023-05"))) == (
        {FITKO, OZG, RICHTER, PLANUNGSRAT},
        {PLANNED, ENDED},
    )
    assert DEVELOPS not in parts(select(small(), Selection(since="1900")))[1], "undated evidence shows no period"


@pytest.mark.parametrize(
    ("selection", "error", "says"),
    [
        (Selection(focus=("Denis Ald",)), NotFoundError, "'Denis Alt'"),
        (Selection(focus=("zzz",)), NotFoundError, "no similar name"),
        (Selection(types=("Peron",)), NotFoundError, "'Person'"),
        (Selection(predicates=("knows",)), NotFoundError, "'memberOf'"),
        (Selection(since="18.11.2024"), QueryError, "YYYY-MM-DD"),
        (Selection(until="2024-13"), QueryError, "YYYY-MM-DD"),
        (Selection(since="2025", until="2024-12"), QueryError, "swap"),
        (Selection(focus=("OZG",), depth=-1), QueryError, "depth -1"),
    ],
)
def test_an_error_says_what_is_allowed(selection: Selection, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        select(small(), selection)
    assert "\n" not in str(caught.value)
