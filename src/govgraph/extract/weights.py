"""Weights that were learnt, read from JSON and checked."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from govgraph.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_object(text: str, parts: Iterable[str], name: str, again: str) -> dict[str, Any]:
    """A JSON object with just these parts.

    Args:
        text: The JSON.
        parts: Names of its parts.
        name: What the text is called in errors.
        again: How to make it anew, for errors.

    Raises:
        VocabularyError: It is not JSON, or has other parts.
    """
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise VocabularyError(f"{name}: not JSON ({error}); {again}") from None
    if not isinstance(raw, dict) or set(raw) != set(parts):
        raise VocabularyError(f"{name}: expected an object with {', '.join(parts)}; {again}")
    return raw


def check_numbers(table: object, part: str, name: str, again: str) -> None:
    """Raise VocabularyError unless a part is a table of numbers."""
    if not isinstance(table, dict) or not all(map(_is_number, table.values())):
        raise VocabularyError(f"{name}: {part} is no table of numbers; {again}")


def check_tables(tables: object, part: str, name: str, again: str) -> None:
    """Raise VocabularyError unless a part is a table of tables of numbers."""
    if not isinstance(tables, dict):
        raise VocabularyError(f"{name}: {part} is no table of tables; {again}")
    for key, table in tables.items():
        check_numbers(table, key, name, again)


def check_number(value: object, part: str, name: str, again: str) -> None:
    """Raise VocabularyError unless a part is a number."""
    if not _is_number(value):
        raise VocabularyError(f"{name}: {part} is no number; {again}")


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
