"""The graph as networkx sees it: things and what connects them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from typing import Any

import networkx as nx
from pyoxigraph import Literal, NamedNode

from govgraph.model import NAMESPACE, EntityType
from govgraph.query.explain import HOLDS
from govgraph.query.names import kind_of
from govgraph.query.proof import Properties, Thing
from govgraph.query.terms import BOUNDS, Term, Terms
from govgraph.query.titles import PersonalTitles
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema

_COUNTED = {"articles": "article", "sources": "leading"}
_TYPES = {str(one).lower(): str(one) for one in EntityType}


def to_networkx(store: GraphReader) -> nx.MultiDiGraph[str]:
    """Things that articles mention as nodes, statements and tenures as edges.

    Returns:
        A graph whose node keys are IRIs, with `label`, `type` (coarse), `kind` (most specific class), `aliases`,
        `jurisdiction` (IRI or empty), `land` (its name, though no article mentions it) and `links` (IRIs of the same
        thing elsewhere). Edge keys are IRIs of statements and tenures, with `predicate` (local name; `holdsOffice` from
        person to organisation), `label` (German; for tenures the title, feminine for a woman), `modality` (status for
        tenures), `confidence`, `since`, `until`, `role` (IRI or empty), `role_label`, `rule` (what read it), `articles`
        and `sources` (how many articles say the same, and how many independent sources these are) and `evidence`, a
        tuple of dicts with the attributes of `Proof`; and `conflicts`, a tuple of dicts with `rule`, `de` and `en`
        (messages) for the contradictions that the statement or tenure is in, as a build found them. Of tenures,
        `period` (IRI), its bounds `begin_earliest`, `begin_latest`, `end_earliest` and `end_latest` (ISO days) and
        `standing` (status by what is known last) are what all articles together say; they are empty where nothing was
        inferred. Nodes and edges are added in the order of their IRIs. A tenure without organisation has no edge.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    properties = Properties(store)
    mentioned = {
        quad.object.value for quad in store.match(predicate=ns.gov("mentions")) if isinstance(quad.object, NamedNode)
    }
    for iri in sorted(mentioned):
        graph.add_node(iri, **_node(properties, iri))
    for attributes in graph.nodes.values():
        attributes["land"] = _label(properties, attributes["jurisdiction"])
    edges = _counted([*_statements(store, properties), *_tenures(store, properties)])
    against = _conflicts(store, properties)
    for subject, object_, key, attributes in sorted(edges, key=lambda edge: edge[:3]):
        if subject in graph and object_ in graph:
            graph.add_edge(subject, object_, key=key, **attributes, conflicts=tuple(against.get(key, ())))
    return graph


_Edge = tuple[str, str, str, dict[str, Any]]


def _counted(edges: list[_Edge]) -> list[_Edge]:
    """Edges with the number of articles and of independent sources that say the same."""
    same: dict[tuple[str, ...], list[_Edge]] = defaultdict(list)
    for edge in edges:
        subject, object_, _, own = edge
        same[subject, object_, own["predicate"], own["role"], own["modality"]].append(edge)
    for group in same.values():
        proofs = [proof for *_, own in group for proof in own["evidence"]]
        counts = {name: len({proof[key] for proof in proofs}) for name, key in _COUNTED.items()}
        for *_, own in group:
            own.update(counts)
    return edges


def _label(properties: Properties, iri: str) -> str:
    """German name of a thing, else another; the end of its IRI where it has none."""
    preferred = [one for one in properties.values(iri, ns.PREF_LABEL) if isinstance(one, Literal)] if iri else []
    german = [one.value for one in preferred if one.language == "de"] or [one.value for one in preferred]
    return german[0] if german else iri.rpartition("/")[2]


def _node(properties: Properties, iri: str) -> dict[str, Any]:
    label = _label(properties, iri)
    other = {
        one.value
        for predicate in (ns.ALT_LABEL, ns.gov("abbreviation"))
        for one in properties.values(iri, predicate)
        if isinstance(one, Literal)
    }
    classes = [
        one.value.removeprefix(NAMESPACE)
        for one in properties.values(iri, ns.TYPE)
        if isinstance(one, NamedNode) and one.value.startswith(NAMESPACE)
    ]
    coarse = _TYPES.get(kind_of(iri)) or next((str(load_schema().coarse(one) or one) for one in classes), "")
    specific = [one for one in classes if one != coarse]
    return {
        "label": label,
        "type": coarse,
        "kind": (specific or [coarse])[0],
        "aliases": tuple(sorted(other - {label})),
        "jurisdiction": properties.text(iri, ns.gov("jurisdiction")),
        "links": tuple(one.value for one in properties.values(iri, ns.SAME_AS) if isinstance(one, NamedNode)),
    }


def _by_subject(store: GraphReader, predicate: NamedNode) -> dict[str, str]:
    """Subject → value, for a property that statements or tenures have once."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in store.match(predicate=predicate):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found[quad.subject.value].add(quad.object.value)
    return {subject: min(values) for subject, values in found.items()}


def _statements(store: GraphReader, properties: Properties) -> list[_Edge]:
    schema = load_schema()
    predicates, objects = _by_subject(store, ns.PREDICATE), _by_subject(store, ns.OBJECT)
    edges = []
    for iri, subject in _by_subject(store, ns.SUBJECT).items():
        if iri in predicates and iri in objects:
            predicate = predicates[iri].removeprefix(NAMESPACE)
            own = {
                "predicate": predicate,
                "label": schema.label(predicate),
                "modality": properties.word(iri, ns.gov("modality")),
                "since": "",
                "until": "",
                "role": "",
                "role_label": "",
                **_term(None),
                **_support(properties, iri),
            }
            edges.append((subject, objects[iri], iri, own))
    return edges


def _tenures(store: GraphReader, properties: Properties) -> list[_Edge]:
    roles, organisations = _by_subject(store, ns.ROLE), _by_subject(store, ns.ORGANIZATION)
    titles: dict[str, str] = {}
    personal, terms = PersonalTitles(properties), Terms(properties)
    edges = []
    for iri, person in _by_subject(store, ns.MEMBER).items():
        if iri in roles and iri in organisations:
            role = roles[iri]
            if role not in titles:
                titles[role] = _label(properties, role)
            support = _support(properties, iri)
            own = {
                "predicate": HOLDS,
                "label": personal.of(Thing(role, titles[role]), person, properties.proofs(iri)),
                "modality": properties.word(iri, ns.gov("status")),
                "since": properties.text(iri, ns.gov("since")),
                "until": properties.text(iri, ns.gov("until")),
                "role": role,
                "role_label": titles[role],
                **_term(terms.of(iri)),
                **support,
            }
            edges.append((person, organisations[iri], iri, own))
    return edges


def _term(term: Term | None) -> dict[str, Any]:
    """Period of a tenure, with its bounds as ISO days, and how the office is held by what is known last."""
    bounds = {name: getattr(term, name, "") for name in BOUNDS}
    return {"period": term.period if term else "", **bounds, "standing": term.standing if term else ""}


def _conflicts(store: GraphReader, properties: Properties) -> dict[str, list[dict[str, str]]]:
    """Statement or tenure → contradictions that it is in, by rule and message."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    involved: dict[str, set[str]] = defaultdict(set)
    for quad in store.match(predicate=ns.gov("involves")):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            involved[quad.subject.value].add(quad.object.value)
    for conflict, stated in involved.items():
        texts = [one for one in properties.values(conflict, ns.RESULT_MESSAGE) if isinstance(one, Literal)]
        messages = {one.language: one.value for one in texts if one.language in ("de", "en")}
        told = {
            "rule": properties.text(conflict, ns.gov("rule")),
            "de": messages.get("de", ""),
            "en": messages.get("en", ""),
        }
        for one in stated:
            found[one].append(told)
    return {key: sorted(told, key=lambda one: (one["rule"], one["de"], one["en"])) for key, told in found.items()}


def _support(properties: Properties, iri: str) -> dict[str, Any]:
    return {
        "confidence": float(properties.text(iri, ns.gov("confidence")) or 0),
        "rule": properties.text(iri, ns.gov("rule")),
        "evidence": tuple(asdict(proof) for proof in properties.proofs(iri)),
    }
