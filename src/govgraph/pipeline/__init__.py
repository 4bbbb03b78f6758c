"""Composes the stages: read, extract, resolve, make quads, store, export, view. Only this package knows their order."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
