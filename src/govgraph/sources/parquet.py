"""Parquet tables: a document in each row, one row group in memory at a time."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from govgraph.errors import InputError
from govgraph.sources.keys import FIELDS, fields_of
from govgraph.sources.tables import OpenRows, RowFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["ParquetTable"]

_MOST_GROUP_BYTES = 2_000_000_000
_DAMAGE = (pa.ArrowException, OSError, ValueError, KeyError, OverflowError, MemoryError)


class _OpenParquet(OpenRows):
    def __init__(self, path: Path) -> None:
        try:
            schema = pq.read_schema(path)
            names = schema.names
            fields = fields_of(names)
            self._columns = [name for name in names if any(name in some for some in fields.values())]
            words = [name for name in self._columns if _is_text(schema.field(name).type)]
            # as codes of their words, so that a table that says one thing a million times does not fill the memory
            self._file = pq.ParquetFile(path, read_dictionary=words)
            meta = self._file.metadata
            sizes = [meta.row_group(place).num_rows for place in range(meta.num_row_groups)]
        except _DAMAGE as error:
            raise InputError(f"{path}: damaged, no Parquet ({_first_line(error)}); fetch it again") from error
        if "text" not in fields and "html" not in fields:
            self._file.close()
            raise InputError(
                f"{path}: no column with the text; it has {', '.join(names[:8])}; "
                f"name one {', '.join(FIELDS['text'][:3])} or html"
            )
        self._starts = [0, *accumulate(sizes)]
        self._group: tuple[int, Any] | None = None
        super().__init__(path)

    def rows(self) -> Iterator[tuple[int, int, Mapping[str, object] | InputError]]:
        for place in range(self._starts[-1]):
            yield place + 1, place, self.values_at(place)

    def values_at(self, place: int) -> Mapping[str, object]:
        number = bisect_right(self._starts, place) - 1
        table = self._table(number)
        try:
            cells = {name: table.column(name)[place - self._starts[number]].as_py() for name in self._columns}
            return {name: _text(cell) for name, cell in cells.items()}
        except (*_DAMAGE, IndexError) as error:
            words = _first_line(error)
            raise InputError(f"{self.path}: damaged in row {place + 1} ({words}); fetch it again") from error

    def _table(self, number: int) -> Any:
        if self._group is None or self._group[0] != number:
            self._group = None
            size = self._file.metadata.row_group(number).total_byte_size
            if size > _MOST_GROUP_BYTES:
                raise InputError(
                    f"{self.path}: a row group of {size:,} bytes; allowed are {_MOST_GROUP_BYTES:,}; "
                    "write it with smaller row groups"
                )
            try:
                table = self._file.read_row_group(number, columns=self._columns, use_threads=False)
            except _DAMAGE as error:
                words = _first_line(error)
                raise InputError(f"{self.path}: damaged in row group {number} ({words}); fetch it again") from error
            self._group = (number, table)
        return self._group[1]

    def close(self) -> None:
        self._group = None
        self._file.close()


class ParquetTable(RowFile):
    """Rows of a table with a column for the text."""

    opener = _OpenParquet


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _text(cell: object) -> object:
    """A cell; old writers keep text as bytes."""
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else cell


def _first_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
