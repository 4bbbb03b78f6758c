from govgraph.api.graph import Graph
from govgraph.api.reading import build, extract, merge

__all__ = ["Graph", "build", "extract", "merge"]
