"""Questions to a graph, with typed answers."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
