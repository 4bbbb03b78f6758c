"""Graphs as files to look at."""

from govgraph.views.network import NetworkOptions, write_network
from govgraph.views.selection import Selection, select

__all__ = ["NetworkOptions", "Selection", "select", "write_network"]
