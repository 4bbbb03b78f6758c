"""Examples in docstrings give what they show."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import govgraph

SOURCES = Path(govgraph.__file__).parent


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCES.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


EXAMPLES = sorted(module_of(path) for path in SOURCES.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_of_docstrings_hold(name: str) -> None:
    results = doctest.testmod(import_module(name))
    assert results.attempted > 0
    assert results.failed == 0


def test_modules_with_examples_are_found() -> None:
    assert "govgraph.language.morphology" in EXAMPLES
    known = {module.name for module in pkgutil.walk_packages([str(SOURCES)], "govgraph.")}
    assert set(EXAMPLES) <= known
