"""Graphs as `govgraph.query.to_networkx` gives them, made by hand, for tests of the views."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import networkx as nx

from govgraph.model import BASE

ALT, PLANUNGSRAT, RLP = f"{BASE}/person/denis-alt", f"{BASE}/organisation/it-planungsrat", f"{BASE}/jurisdiction/rlp"
FITKO, OZG, RICHTER = f"{BASE}/organisation/fitko", f"{BASE}/law/ozg", f"{BASE}/person/markus-richter"
TENURE, MEMBER, REPRESENTS = f"{BASE}/tenure/1", f"{BASE}/statement/1", f"{BASE}/statement/2"
PLANNED, ENDED, DEVELOPS = f"{BASE}/statement/3", f"{BASE}/statement/4", f"{BASE}/statement/5"
QUOTE = "Denis Alt ist seit dem 18. November 2024 CIO des Landes Rheinland-Pfalz."


@dataclass(frozen=True, slots=True)
class Said:
    """What an edge of a test graph needs beyond its ends."""

    key: str
    predicate: str
    label: str
    quote: str = "Ein Satz."
    date: str = "2024-11-18"
    modality: str = "asserted"
    confidence: float = 0.9
    title: str = "Erfolg durch Kooperation"
    url: str = "https://example.org/artikel"
    since: str = ""
    conflicts: tuple[str, ...] = ()
    rule: str = "frame/test"


def evidence(said: Said) -> dict[str, Any]:
    return {
        "quote": said.quote,
        "start": 0,
        "end": len(said.quote),
        "article": f"{BASE}/article/{said.title}-{said.date}",
        "title": said.title,
        "date": said.date,
        "url": said.url,
        "source": "seite.txt",
    }


def add_node(graph: nx.MultiDiGraph[str], iri: str, label: str, kind: str, *aliases: str) -> None:
    coarse = {"Committee": "Organisation", "Agency": "Organisation", "State": "Jurisdiction"}.get(kind, kind)
    graph.add_node(iri, label=label, type=coarse, kind=kind, aliases=aliases, jurisdiction="", land="", links=())


def add_edge(graph: nx.MultiDiGraph[str], source: str, target: str, said: Said) -> None:
    graph.add_edge(
        source,
        target,
        key=said.key,
        predicate=said.predicate,
        label=said.label,
        modality=said.modality,
        confidence=said.confidence,
        since=said.since,
        until="",
        role=said.label if said.predicate == "holdsOffice" else "",
        rule=said.rule,
        evidence=(evidence(said),),
        conflicts=tuple({"rule": "two-holders", "de": f"{one}: zwei.", "en": f"{one}: two."} for one in said.conflicts),
    )


def small() -> nx.MultiDiGraph[str]:
    """Six entities; three edges between Denis Alt and Rheinland-Pfalz or the IT-Planungsrat, one of them an office."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    add_node(graph, ALT, "Denis Alt", "Person", "Dr. Denis Alt", "Staatssekretär Alt")
    add_node(graph, PLANUNGSRAT, "IT-Planungsrat", "Committee", "IT-PLR")
    add_node(graph, RLP, "Rheinland-Pfalz", "State")
    add_node(graph, FITKO, "FITKO", "Agency", "Föderale IT-Kooperation")
    add_node(graph, OZG, "Onlinezugangsgesetz", "Law", "OZG")
    add_node(graph, RICHTER, "Markus Richter", "Person")
    graph.nodes[ALT].update(jurisdiction=RLP, land="Rheinland-Pfalz")
    graph.nodes[FITKO]["links"] = ("http://www.wikidata.org/entity/Q1", "javascript:alert(1)")
    add_edge(graph, ALT, RLP, Said(TENURE, "holdsOffice", "CIO", QUOTE, modality="new", since="2024-11-18"))
    add_edge(graph, ALT, PLANUNGSRAT, Said(MEMBER, "memberOf", "Mitglied von", "Er gehört dem IT-Planungsrat an."))
    add_edge(graph, ALT, RLP, Said(REPRESENTS, "represents", "vertritt", "Denis Alt vertritt Rheinland-Pfalz."))
    add_edge(
        graph,
        FITKO,
        OZG,
        Said(PLANNED, "implements", "setzt um", "Die FITKO soll das OZG umsetzen.", "2023-05", "planned", 0.5),
    )
    add_edge(
        graph,
        RICHTER,
        PLANUNGSRAT,
        Said(ENDED, "chairs", "leitet", "Markus Richter leitete ihn bis 2022.", "2022", "ended"),
    )
    add_edge(graph, FITKO, PLANUNGSRAT, Said(DEVELOPS, "partOf", "Teil von", "Die FITKO gehört dazu.", date=""))
    return graph


def large(nodes: int, edges: int, seed: int = 1) -> nx.MultiDiGraph[str]:
    """A connected graph with a few hubs and many leaves, as news give."""
    chance = random.Random(seed)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    kinds = ("Person", "Committee", "State", "Law", "Programme")
    for number in range(nodes):
        add_node(graph, f"{BASE}/x/{number:05}", f"Name mit Nummer {number}", kinds[number % len(kinds)])
    ends = [0]
    for number in range(edges):
        source = number + 1 if number + 1 < nodes else chance.randrange(nodes)
        target = chance.choice(ends)
        ends += [source, target]
        add_edge(
            graph,
            f"{BASE}/x/{source:05}",
            f"{BASE}/x/{target:05}",
            Said(f"{BASE}/statement/{number:05}", "memberOf", "Mitglied von", f"Satz {number}."),
        )
    return graph
