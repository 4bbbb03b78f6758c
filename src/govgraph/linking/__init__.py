"""Links to the world: what a reconciliation service suggests for things of the graph."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
