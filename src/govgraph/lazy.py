"""Packages whose names are loaded when they are first used.

A package with many parts would otherwise cost the imports of all of them as soon as one is wanted: `govgraph who` would
load what lays out networks. What a package offers, and from which module, stands in its `__init__.pyi`, which type
checkers read too.
"""

from __future__ import annotations

import ast
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any


class _Package(ModuleType):
    """A package that knows where its names are, and looks there when asked."""

    _homes: dict[str, str]

    def __getattr__(self, name: str) -> Any:
        home = self._homes.get(name)
        if home is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        value = getattr(import_module(home), name)
        setattr(self, name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        # Importing the module `govgraph.query.who` would otherwise put the module in the place of the function of that
        # name. `from govgraph.query.who import Basis` is not touched by this: it looks the module up by its full name.
        if not (isinstance(value, ModuleType) and name in self._homes):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._homes})


def lazy(package: str) -> list[str]:
    """Let a package load what its stub imports when that is first used.

    Args:
        package: `__name__` of the package, from within its `__init__.py`; the stub is the `__init__.pyi` beside it.

    Returns:
        `__all__` as the stub has it.
    """
    module = sys.modules[package]
    stub = ast.parse(Path(str(module.__file__)).with_name("__init__.pyi").read_bytes())
    homes: dict[str, str] = {}
    public: list[str] = []
    for line in stub.body:
        if isinstance(line, ast.ImportFrom):
            homes |= {alias.asname or alias.name: str(line.module) for alias in line.names}
        elif isinstance(line, ast.Assign):
            public = ast.literal_eval(line.value)
    module.__dict__["_homes"] = homes
    module.__class__ = _Package
    return public
