"""Mentions across articles become canonical entities, and what is said of offices becomes periods."""

from govgraph.resolve.people import Anchor
from govgraph.resolve.periods import Bound, BoundRule, Observation, Period, periods
from govgraph.resolve.rebase import rebased
from govgraph.resolve.resolver import Judgements, Likely, Resolution, Resolver, resolve, resolved

__all__ = [
    "Anchor",
    "Bound",
    "BoundRule",
    "Judgements",
    "Likely",
    "Observation",
    "Period",
    "Resolution",
    "Resolver",
    "periods",
    "rebased",
    "resolve",
    "resolved",
]
