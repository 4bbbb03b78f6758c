"""Rows as columns: what many rows repeat stands once, so that a page that holds a hundred thousand is soon read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# A column with fewer different values, as a share of its rows, is stored as these and their numbers.
_FEW = 0.5


def columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Rows of the same fields, field by field, as `page/base.js` reads them.

    Args:
        rows: Values are texts, numbers, or lists of these.

    Returns:
        `count`, the number of rows, and `columns`: field → `{"all": value}` where every row has the same,
        `{"of": values, "at": numbers}` where many do, `{"start": text, "rest": texts}` where all are texts that begin
        alike, else the list of the values.

    >>> columns([{"iri": "urn:1", "kind": "Law"}, {"iri": "urn:2", "kind": "Law"}])
    {'count': 2, 'columns': {'iri': {'start': 'urn:', 'rest': ['1', '2']}, 'kind': {'all': 'Law'}}}
    """
    fields = list(rows[0]) if rows else []
    return {"count": len(rows), "columns": {field: _stored([row[field] for row in rows]) for field in fields}}


def _stored(values: list[Any]) -> Any:
    numbers: dict[Any, int] = {}
    places = [numbers.setdefault(tuple(one) if isinstance(one, list) else one, len(numbers)) for one in values]
    if len(numbers) == 1:
        return {"all": values[0]}
    if len(numbers) < _FEW * len(values):
        return {"of": list(numbers), "at": places}
    if all(isinstance(value, str) for value in values):
        # What the first and the last in order begin with, all in between begin with too.
        first, last = min(values), max(values)
        alike = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
        if alike:
            return {"start": first[:alike], "rest": [value[alike:] for value in values]}
    return values
