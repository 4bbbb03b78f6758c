"""Rows as a data frame of pandas, which is asked for only here and only when wanted."""

from __future__ import annotations

import datetime
import importlib.util
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from govgraph.query.values import Rows, Value

if TYPE_CHECKING:
    import pandas as pd


def to_frame(rows: Rows) -> pd.DataFrame:
    """A data frame with one column for each variable.

    Columns of whole numbers become `Int64`, of decimals and floats `Float64`, of truth values `boolean`, of full dates
    `datetime64`; in each of these a cell without a value is missing. All others hold what the rows hold, so IRIs are
    strings, and dates of which some are partial (`2024`, `2024-11`) stay strings and dates.

    Args:
        rows: Answer of a SELECT query.

    Raises:
        ImportError: pandas is not installed.
    """
    if importlib.util.find_spec("pandas") is None:
        raise ImportError("pandas is not installed; run `pip install 'govgraph[pandas]'`")
    import pandas as pd

    cells = [list(row) for row in rows]
    columns = [[row[place] for row in cells] for place in range(len(rows.columns))]
    made = {place: _column(column) for place, column in enumerate(columns)}
    frame = pd.DataFrame(made, index=range(len(cells)))
    frame.columns = pd.Index(rows.columns)
    return frame


def _column(cells: Sequence[Value]) -> pd.Series:
    import pandas as pd

    kinds = {type(one) for one in cells if one is not None}
    if kinds == {bool}:
        return pd.Series(cells, dtype="boolean")
    if kinds == {int}:
        return pd.Series(cells, dtype="Int64")
    if kinds and kinds <= {int, float, Decimal}:
        return pd.Series([None if one is None else float(str(one)) for one in cells], dtype="Float64")
    if kinds == {datetime.date}:
        return pd.Series(pd.to_datetime(pd.Series([_day(one) for one in cells], dtype="object")))
    return pd.Series(cells, dtype="object")


def _day(cell: Value) -> str | None:
    return cell.isoformat() if isinstance(cell, datetime.date) else None
