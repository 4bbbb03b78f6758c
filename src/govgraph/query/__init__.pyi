from govgraph.query.change import Change, ChangeKind, Stand
from govgraph.query.change_triples import change_triples
from govgraph.query.changes import diff, since
from govgraph.query.conflicts import Conflict, conflict_quads, conflicts
from govgraph.query.explain import Explanation, count_as_object, explain
from govgraph.query.find import Findings, Hit, HitKind, find
from govgraph.query.frames import to_frame
from govgraph.query.header import Column, ColumnType, NamedQuery, Parameter, ParameterType, Scope
from govgraph.query.inference import Inferences, Inferred, infer
from govgraph.query.inference_rules import InferenceRule, load_inference_rules
from govgraph.query.lanes import Lane, Succession, Vacancy, lanes, lanes_of
from govgraph.query.named import Theme, filled, named_queries, named_query, run_named, themes, usage
from govgraph.query.names import Names, ambiguous
from govgraph.query.network import to_networkx
from govgraph.query.proof import Proof, Thing
from govgraph.query.rules import Rule, load_rules
from govgraph.query.run import run
from govgraph.query.spelling import (
    UnknownTerm,
    classes_below,
    compared_with_days,
    hints,
    unknown_terms,
    untagged_labels,
)
from govgraph.query.spread import LandSpread, Spread, Spreads, Step, office_spread, spread
from govgraph.query.suggestions import Suggestion, suggestions
from govgraph.query.timeline import KnownBound, TimelineRow, Transfer, timeline, transfers
from govgraph.query.values import Iri, Row, Rows, Triples, Value, is_empty
from govgraph.query.versions import Printed, TextVersion, TextVersions, article_called, articles_called, versions
from govgraph.query.who import Basis, Holder, who

__all__ = [
    "Basis",
    "Change",
    "ChangeKind",
    "Column",
    "ColumnType",
    "Conflict",
    "Explanation",
    "Findings",
    "Hit",
    "HitKind",
    "Holder",
    "InferenceRule",
    "Inferences",
    "Inferred",
    "Iri",
    "KnownBound",
    "LandSpread",
    "Lane",
    "NamedQuery",
    "Names",
    "Parameter",
    "ParameterType",
    "Printed",
    "Proof",
    "Row",
    "Rows",
    "Rule",
    "Scope",
    "Spread",
    "Spreads",
    "Stand",
    "Step",
    "Succession",
    "Suggestion",
    "TextVersion",
    "TextVersions",
    "Theme",
    "Thing",
    "TimelineRow",
    "Transfer",
    "Triples",
    "UnknownTerm",
    "Vacancy",
    "Value",
    "ambiguous",
    "article_called",
    "articles_called",
    "change_triples",
    "classes_below",
    "compared_with_days",
    "conflict_quads",
    "conflicts",
    "count_as_object",
    "diff",
    "explain",
    "filled",
    "find",
    "hints",
    "infer",
    "is_empty",
    "lanes",
    "lanes_of",
    "load_inference_rules",
    "load_rules",
    "named_queries",
    "named_query",
    "office_spread",
    "run",
    "run_named",
    "since",
    "spread",
    "suggestions",
    "themes",
    "timeline",
    "to_frame",
    "to_networkx",
    "transfers",
    "unknown_terms",
    "untagged_labels",
    "usage",
    "versions",
    "who",
]
