"""Questions to a graph, with typed answers."""

from govgraph.query.explain import Explanation, explain
from govgraph.query.named import NamedQuery, Parameter, named_queries, run_named
from govgraph.query.names import Names
from govgraph.query.network import to_networkx
from govgraph.query.proof import Proof, Thing
from govgraph.query.run import run
from govgraph.query.suggestions import Suggestion, suggestions
from govgraph.query.timeline import KnownBound, TimelineRow, Transfer, timeline, transfers
from govgraph.query.values import Iri, Row, Rows, Triples, Value
from govgraph.query.who import Basis, Holder, who

__all__ = [
    "Basis",
    "Explanation",
    "Holder",
    "Iri",
    "KnownBound",
    "NamedQuery",
    "Names",
    "Parameter",
    "Proof",
    "Row",
    "Rows",
    "Suggestion",
    "Thing",
    "TimelineRow",
    "Transfer",
    "Triples",
    "Value",
    "explain",
    "named_queries",
    "run",
    "run_named",
    "suggestions",
    "timeline",
    "to_networkx",
    "transfers",
    "who",
]
