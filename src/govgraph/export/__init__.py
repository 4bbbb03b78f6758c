"""The graph in the formats of others, byte for byte the same for the same graph."""

from govgraph.export.write import FORMATS, export, quoting, render

__all__ = ["FORMATS", "export", "quoting", "render"]
