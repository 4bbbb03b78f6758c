"""Mentions across articles become canonical entities."""

from govgraph.resolve.resolver import resolve

__all__ = ["resolve"]
