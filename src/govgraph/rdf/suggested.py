"""Quads of what may be one, for whoever judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from govgraph.model import BASE, digest
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import decimal, node
from govgraph.resolve import Likely


def suggestion_quads(suggestions: Iterable[Likely], base: str) -> Iterator[Quad]:
    """Quads of the suggestions graph; each suggestion once, whatever profiles of the two it came from."""
    for one in suggestions:
        iri = node(f"{base}/suggestion/{digest(f'{one.first} {one.second}')}")
        yield Quad(iri, ns.TYPE, ns.gov("Suggestion"), ns.SUGGESTIONS)
        for candidate in (one.first, one.second):
            yield Quad(iri, ns.gov("candidate"), node(candidate), ns.SUGGESTIONS)
        for feature in one.features:
            # the features are those of the ontology, whatever base the things have
            yield Quad(iri, ns.gov("feature"), node(f"{BASE}/identity/{feature}"), ns.SUGGESTIONS)
        yield Quad(iri, ns.gov("score"), decimal(one.score), ns.SUGGESTIONS)
