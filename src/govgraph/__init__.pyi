from govgraph.api import Graph, build, extract, merge

__version__: str
__all__ = ["Graph", "__version__", "build", "extract", "merge"]
