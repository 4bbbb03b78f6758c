"""Questions to a graph, with typed answers."""

from govgraph.query.conflicts import Conflict, conflict_quads, conflicts
from govgraph.query.explain import Explanation, explain
from govgraph.query.named import NamedQuery, Parameter, named_queries, run_named
from govgraph.query.names import Names
from govgraph.query.network import to_networkx
from govgraph.query.proof import Proof, Thing
from govgraph.query.rules import Rule, load_rules
from govgraph.query.run import run
from govgraph.query.suggestions import Suggestion, suggestions
from govgraph.query.timeline import KnownBound, TimelineRow, timeline
from govgraph.query.values import Iri, Row, Rows, Triples, Value
from govgraph.query.who import Basis, Holder, who

__all__ = [
    "Basis",
    "Conflict",
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
    "Rule",
    "Suggestion",
    "Thing",
    "TimelineRow",
    "Triples",
    "Value",
    "conflict_quads",
    "conflicts",
    "explain",
    "load_rules",
    "named_queries",
    "run",
    "run_named",
    "suggestions",
    "timeline",
    "to_networkx",
    "who",
]
