"""Mentions across articles become canonical entities, and what is said of offices becomes periods."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
