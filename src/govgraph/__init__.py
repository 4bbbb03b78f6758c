"""govgraph: German e-government news as an RDF graph in which every statement keeps its sentence.

`govgraph.extract`, `govgraph.build` and `govgraph.Graph` are loaded when first used, so that `import govgraph` and
the command line's help stay fast. Their types stand in `__init__.pyi`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "build", "extract"]

_LAZY = frozenset({"Graph", "build", "extract"})


class _Package(ModuleType):
    """The package, with names that are loaded from `govgraph.api` on first use."""

    def __getattr__(self, name: str) -> Any:
        if name in _LAZY:
            return getattr(import_module("govgraph.api"), name)
        raise AttributeError(f"module 'govgraph' has no attribute {name!r}")

    def __setattr__(self, name: str, value: Any) -> None:
        # Importing the layer `govgraph.extract` would otherwise put the layer in the place of the function of that
        # name. `from govgraph.extract import Reader` is not touched by this: it looks the layer up by its full name.
        if not (name in _LAZY and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_LAZY})


sys.modules[__name__].__class__ = _Package
