"""Closed namespaces and what `ontology/` knows: lexicon, roles, word lists, frames."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
