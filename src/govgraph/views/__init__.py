"""Graphs as files to look at."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
