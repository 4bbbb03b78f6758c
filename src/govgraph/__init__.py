"""govgraph: German e-government news as an RDF graph in which every statement keeps its sentence.

`govgraph.extract`, `govgraph.build`, `govgraph.merge` and `govgraph.Graph` are loaded when first used, so that
`import govgraph` and the command line's help stay fast. Their types stand in `__init__.pyi`.
"""

from govgraph.lazy import lazy

__version__ = "0.1.0"
__all__ = lazy(__name__)
