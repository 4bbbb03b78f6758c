"""The graph in the words of other standards, beside its own."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
