"""Reading: mentions, coreference, offices and relations of one page at a time."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
