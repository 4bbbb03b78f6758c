"""What a page tells of its graph as a whole."""

from __future__ import annotations

from typing import Any

from govgraph.views.overview import overview

DATES = ("2024-01-02", "", "2025-03-01")


def edge(predicate: str, *quotes: int, modality: str = "asserted") -> dict[str, Any]:
    return {
        "predicate": predicate,
        "label": f"label of {predicate}",
        "modality": modality,
        "evidence": list(quotes),
        "weighed": int(not quotes),
    }


def test_counts_and_what_stands_out() -> None:
    edges = [edge("partOf", 0), edge("holdsOffice", 2, 0, modality="former"), edge("partOf", 1), edge("partOf")]
    told = overview(["Person", "Law", "Law", "Event"], edges, [(0, 1), (0, 2), (1, 1), (1, 0)], DATES)
    assert told["types"] == {"Person": 1, "Law": 2, "Event": 1}
    assert told["predicates"] == {"partOf": 3, "holdsOffice": 1}
    assert told["modalities"] == {"asserted": 3, "former": 1}
    assert told["statuses"] == ["former"]
    assert told["weighed"] == 1
    assert told["labels"]["partOf"] == "label of partOf"
    assert told["days"] == {"2024-01-02": 2, "2025-03-01": 1, "": 1}
    # an edge from a node to itself is one of it; of equals the first, and nothing that has no edge
    assert told["top"] == [0, 1, 2]
    # undated ones are not the latest
    assert told["latest"] == [1, 0]


def test_only_some_stand_out() -> None:
    told = overview(["Law"] * 20, [edge("partOf", 0) for _ in range(10)], [(at, at + 10) for at in range(10)], DATES)
    assert told["top"] == list(range(8))
    assert told["latest"] == [0, 1, 2, 3]


def test_nothing_is_told_of_nothing() -> None:
    assert overview([], [], [], [])["top"] == []
