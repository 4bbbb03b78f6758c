from govgraph.api.graph import Graph
from govgraph.api.reading import build, extract

__all__ = ["Graph", "build", "extract"]
