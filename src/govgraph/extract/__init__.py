"""Reading: mentions, coreference, offices and relations of one page at a time."""

from govgraph.extract.reader import Reader

__all__ = ["Reader"]
