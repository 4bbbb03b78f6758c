"""Python surface: `govgraph.extract`, `govgraph.build`, `govgraph.Graph`."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
