"""The documents that the explorer shows: what the graph holds on one thing, article or statement, as JSON."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
