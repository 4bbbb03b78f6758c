"""Types of the public surface; see `__init__.py` for why they stand apart."""

from govgraph.api import Graph as Graph
from govgraph.api import build as build
from govgraph.api import extract as extract

__version__: str
__all__ = ["Graph", "__version__", "build", "extract"]
