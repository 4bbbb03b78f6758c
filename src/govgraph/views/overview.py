"""What a page tells of its graph as a whole, counted where it is written: a browser opens it at rest."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

_TOP, _LATEST = 8, 4


def overview(
    types: Sequence[str], edges: Sequence[Mapping[str, Any]], ends: Sequence[tuple[int, int]], dates: Sequence[str]
) -> dict[str, Any]:
    """Counts for the filters, and what the panel begins with.

    Args:
        types: Of the nodes, as the pages show them.
        edges: Rows of `payload_of`; `evidence` are numbers of quotes.
        ends: Numbers of the nodes at both ends of each edge.
        dates: Of the article of each quote; empty where it has none.

    Returns:
        `types`, `predicates` and `modalities`: key → how many; `labels`: predicate → label of its first edge;
        `statuses`: modalities of offices; `weighed`: how many edges the weights added; `days`: date → how much
        evidence; `top`: numbers of the nodes with most edges; `latest`: numbers of the edges with the latest evidence.
    """
    degrees = Counter(node for pair in ends for node in set(pair))
    latest = {at: max((dates[quote] for quote in edge["evidence"]), default="") for at, edge in enumerate(edges)}
    labels: dict[str, str] = {}
    for edge in edges:
        labels.setdefault(edge["predicate"], edge["label"])
    return {
        "types": Counter(types),
        "predicates": Counter(edge["predicate"] for edge in edges),
        "modalities": Counter(edge["modality"] for edge in edges),
        "labels": labels,
        "statuses": sorted({edge["modality"] for edge in edges if edge["predicate"] == "holdsOffice"}),
        "weighed": sum(edge["weighed"] for edge in edges),
        "days": Counter(dates[quote] for edge in edges for quote in edge["evidence"]),
        "top": heapq.nlargest(_TOP, sorted(degrees), key=degrees.__getitem__),
        "latest": heapq.nlargest(_LATEST, (at for at, date in latest.items() if date), key=latest.__getitem__),
    }
