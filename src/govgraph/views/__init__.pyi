from govgraph.views.atlas import AtlasOptions, write_atlas, write_view
from govgraph.views.chart_page import ChartOptions
from govgraph.views.map_page import write_map
from govgraph.views.network import NetworkOptions, write_network
from govgraph.views.selection import Selection, select
from govgraph.views.timeline_page import write_timeline

__all__ = [
    "AtlasOptions",
    "ChartOptions",
    "NetworkOptions",
    "Selection",
    "select",
    "write_atlas",
    "write_map",
    "write_network",
    "write_timeline",
    "write_view",
]
