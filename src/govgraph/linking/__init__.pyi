from govgraph.linking.reconcile import reconcile, silent
from govgraph.linking.suggestions import as_dict, judge_command, suggestion_triples
from govgraph.linking.values import Candidate, Progress, ReconcileOptions, Reconciliation, Service, Suggested

__all__ = [
    "Candidate",
    "Progress",
    "ReconcileOptions",
    "Reconciliation",
    "Service",
    "Suggested",
    "as_dict",
    "judge_command",
    "reconcile",
    "silent",
    "suggestion_triples",
]
