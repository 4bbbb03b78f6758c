"""Stores: one interface, in memory and on disk."""

from govgraph.rdf.interface import GraphReader, GraphStore
from govgraph.store.oxigraph import DiskStore, MemoryStore

__all__ = ["DiskStore", "GraphReader", "GraphStore", "MemoryStore"]
