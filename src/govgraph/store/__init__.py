"""Stores: one interface, in memory, on disk, and in any SPARQL 1.1 server."""

from govgraph.lazy import lazy

__all__ = lazy(__name__)
