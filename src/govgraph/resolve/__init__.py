"""Mentions across articles become canonical entities."""

from govgraph.resolve.rebase import rebased
from govgraph.resolve.resolver import resolve

__all__ = ["rebased", "resolve"]
