"""Documents of the trade press, from wherever they lie, to pages and their articles."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
