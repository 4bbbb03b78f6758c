"""The graph as a service: SPARQL 1.1 Protocol and Graph Store HTTP Protocol."""

from govgraph.serve.options import DefaultGraph, ServeOptions
from govgraph.serve.running import serve

__all__ = ["DefaultGraph", "ServeOptions", "serve"]
