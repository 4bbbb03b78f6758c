"""The graph in the formats and in the words of others, byte for byte the same for the same graph."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
