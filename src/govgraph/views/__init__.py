"""Graphs as files to look at."""

from govgraph.views.atlas import AtlasOptions, write_atlas, write_view
from govgraph.views.network import NetworkOptions, write_network
from govgraph.views.selection import Selection, select

__all__ = ["AtlasOptions", "NetworkOptions", "Selection", "select", "write_atlas", "write_network", "write_view"]
