"""What is said several times as one line of a picture, with all sentences behind it."""

from __future__ import annotations

from typing import Any, Final

import networkx as nx

WEIGHED: Final = "weighed"
"""Rule of statements that no wording gave: `construction:weighed` of the ontology."""
_Line = tuple[str, ...]


def joined(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A new graph in which edges of the same subject, relation, object, role and modality are one.

    Offices of the same period are one, however each article calls it: their modality is how the office is held by what
    is known last.

    Args:
        graph: Nodes and edges with the attributes of `govgraph.query.to_networkx`.

    Returns:
        The same nodes. An edge has the key of the first of those that it stands for, in the order of their keys, and
        those of the others in `also`; `weighed`, whether no rule but the weights has read any; their highest
        `confidence`; their `evidence` and `conflicts` without repetition, the newest evidence first; `spans`, their
        different pairs of `since` and `until`; and in `articles` and `sources` how many articles and independent
        sources that evidence is from.
    """
    lines: dict[_Line, list[tuple[str, dict[str, Any]]]] = {}
    for source, target, key, attributes in sorted(graph.edges(keys=True, data=True), key=lambda edge: str(edge[2])):
        period = str(attributes.get("period", ""))
        last = period or str(attributes.get("modality", ""))
        same = (str(attributes.get("predicate", "")), str(attributes.get("role", "")), last)
        lines.setdefault((source, target, *same), []).append((str(key), attributes))
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    found.add_nodes_from(graph.nodes(data=True))
    for (source, target, *_), edges in lines.items():
        found.add_edge(source, target, edges[0][0], **_one_of(edges))
    return found


def _one_of(edges: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    evidence = {_place(one): one for _, edge in edges for one in edge.get("evidence", ())}
    ordered = sorted(evidence.values(), key=_place)
    # The same day keeps the order of articles and places.
    ordered.sort(key=lambda one: str(one.get("date") or ""), reverse=True)
    spans = {(str(edge.get("since") or ""), str(edge.get("until") or "")) for _, edge in edges} - {("", "")}
    return {
        **edges[0][1],
        "modality": edges[0][1].get("standing") or edges[0][1].get("modality", ""),
        "also": tuple(key for key, _ in edges[1:]),
        "weighed": all(edge.get("rule") == WEIGHED for _, edge in edges),
        "confidence": max(float(edge.get("confidence", 1.0)) for _, edge in edges),
        "evidence": tuple(ordered),
        "conflicts": tuple({str(one): one for _, edge in edges for one in edge.get("conflicts", ())}.values()),
        "spans": tuple(sorted(spans)),
        "articles": len({one.get("article") for one in ordered}),
        "sources": len({one.get("leading") or one.get("article") for one in ordered}),
    }


def _place(one: dict[str, Any]) -> tuple[str, int, int]:
    return str(one.get("article", "")), int(one.get("start", 0)), int(one.get("end", 0))
