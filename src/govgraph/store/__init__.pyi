from govgraph.rdf.interface import GraphReader, GraphStore
from govgraph.store.endpoint import Credentials, Endpoint, is_address
from govgraph.store.oxigraph import DiskStore, MemoryStore
from govgraph.store.pushing import Others, Pushed, push
from govgraph.store.remote import RemoteStore
from govgraph.store.requests import Patience

__all__ = [
    "Credentials",
    "DiskStore",
    "Endpoint",
    "GraphReader",
    "GraphStore",
    "MemoryStore",
    "Others",
    "Patience",
    "Pushed",
    "RemoteStore",
    "is_address",
    "push",
]
