"""What is handed on as triples about a thing."""

from __future__ import annotations

from typing import Final

from pyoxigraph import QueryTriples, Triple

from govgraph.rdf.interface import GraphReader

DESCRIBED: Final = """CONSTRUCT {{ <{iri}> ?p ?o . ?s ?sp ?so . ?e ?ep ?eo }} WHERE {{
  {{ <{iri}> ?p ?o }}
  UNION {{ ?s rdf:subject|rdf:object|org:member|org:organization|org:role <{iri}> ; ?sp ?so }}
  UNION {{ ?s rdf:subject|rdf:object|org:member|org:organization|org:role <{iri}> ; gov:evidence ?e . ?e ?ep ?eo }}
  UNION {{ <{iri}> gov:evidence ?e . ?e ?ep ?eo }}
}}"""
"""Query for the triples of a thing, of its statements and of their evidence; `iri` is to be filled in."""


def described(store: GraphReader, iri: str) -> frozenset[Triple]:
    """Triples of a thing, of its statements and of their evidence.

    Args:
        store: The graph.
        iri: A valid IRI.
    """
    answer = store.query(DESCRIBED.format(iri=iri))
    assert isinstance(answer, QueryTriples)
    return frozenset(answer)
