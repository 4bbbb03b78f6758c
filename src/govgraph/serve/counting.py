"""Rows of an answer, counted in the file that it was written to."""

from __future__ import annotations

import mmap
import re
from pathlib import Path
from typing import Final

from pyoxigraph import QueryResultsFormat

_LEAST: Final = {
    QueryResultsFormat.JSON: 2,
    QueryResultsFormat.XML: 17,
    QueryResultsFormat.CSV: 2,
    QueryResultsFormat.TSV: 1,
}
"""Bytes that a row takes at least."""

_JSON_ROW: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|(\{)|(\})', re.DOTALL)
_CSV_ROW: Final = re.compile(rb'"[^"]*"|(\n)')


def has_rows(path: Path, form: QueryResultsFormat, rows: int) -> bool:
    """Whether an answer holds at least so many rows.

    The engine writes answers without saying how many rows they have.

    Args:
        path: File with the answer, as Oxigraph writes it.
        form: Its format.
        rows: Number, at least 1.
    """
    if path.stat().st_size < rows * _LEAST[form]:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        return _rows(view, form) >= rows


def _rows(view: mmap.mmap, form: QueryResultsFormat) -> int:
    if form == QueryResultsFormat.XML:
        return sum(1 for _ in re.finditer(rb"<result>", view))
    if form == QueryResultsFormat.TSV:
        return sum(1 for _ in re.finditer(rb"\n", view)) - 1
    if form == QueryResultsFormat.CSV:
        return sum(1 for found in _CSV_ROW.finditer(view) if found[1]) - 1
    rows = depth = 0
    for found in _JSON_ROW.finditer(view):
        if found[1]:
            # the answer, its results, a row, a term
            depth += 1
            rows += depth == 3
        elif found[2]:
            depth -= 1
    return rows
