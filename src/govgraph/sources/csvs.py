"""Tables of text: CSV and TSV, a document in each row."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from govgraph.errors import InputError
from govgraph.sources.decode import DEFAULT_LIMITS
from govgraph.sources.jsonl import DAMAGE, binary
from govgraph.sources.keys import FIELDS, fields_of
from govgraph.sources.tables import OpenRows, RowFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["CsvFile"]

_DELIMITERS = ",;\t|"
_LONGEST_HEADER = 100_000
_BLOCK = 1 << 20
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOST_WIDE = 200_000_000


class _OpenCsv(OpenRows):
    def __init__(self, path: Path) -> None:
        # a number of the csv module as a whole; a cell longer than a page is refused in any case
        csv.field_size_limit(max(csv.field_size_limit(), DEFAULT_LIMITS.most_bytes))
        self._file = _narrow(binary(path), path)
        try:
            self._encoding = _encoding(self._file, path)
            self._columns, self._delimiter, self._first = self._head(path)
        except InputError:
            self.close()
            raise
        except DAMAGE as error:
            self.close()
            raise InputError(f"{path}: damaged at its beginning ({error}); fetch it again") from error
        super().__init__(path, self._encoding)

    def _head(self, path: Path) -> tuple[list[str], str, int]:
        """Columns, what stands between them, and where the first row begins."""
        self._file.seek(0)
        skipped = len(codecs.BOM_UTF8) if self._file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8 else 0
        self._file.seek(skipped)
        while (line := self._file.readline(_LONGEST_HEADER)) and not line.strip(b" \t\r\n"):
            skipped += len(line)
        text = line.decode(self._encoding, "replace")
        best: tuple[int, list[str], str] = (0, [], ",")
        for delimiter in _DELIMITERS:
            try:
                columns = next(csv.reader([text], delimiter=delimiter), [])
            except csv.Error:
                continue
            known = len(fields_of(columns))
            if known > best[0]:
                best = (known, columns, delimiter)
        fields = fields_of(best[1])
        if "text" not in fields and "html" not in fields:
            there = ", ".join(column.strip() for column in (best[1] or [text])[:8])[:200]
            raise InputError(
                f"{path}: no column with the text; its first line has {there or 'nothing'}; "
                f"name one {', '.join(FIELDS['text'][:3])} or html"
            )
        return [column.strip() for column in best[1]], best[2], skipped + len(line)

    def rows(self) -> Iterator[tuple[int, int, Mapping[str, object] | InputError]]:
        number, place = 0, self._first
        self._file.seek(place)
        while True:
            lines = _Lines(self._file, self._encoding)
            try:
                cells = next(csv.reader(lines, delimiter=self._delimiter, strict=True), None)
            except csv.Error as error:
                number += 1
                yield number, place, InputError(f"{self.path}, row {number}: {error}; quote its cells as CSV has it")
                # what an open quote has swallowed are rows of their own
                place += lines.first
                self._file.seek(place)
                continue
            except DAMAGE as error:
                raise InputError(f"{self.path}: damaged after row {number} ({error}); fetch it again") from error
            if cells is None and not lines.size:
                return
            if cells:
                number += 1
                yield number, place, self._values(cells, number)
            place += lines.size

    def _values(self, cells: list[str], number: int) -> Mapping[str, object] | InputError:
        if len(cells) != len(self._columns):
            return InputError(
                f"{self.path}, row {number}: {len(cells)} cells under {len(self._columns)} columns; "
                "quote cells that have a delimiter or line end in them"
            )
        return dict(zip(self._columns, cells, strict=True))

    def values_at(self, place: int) -> Mapping[str, object]:
        try:
            self._file.seek(place)
            lines = _Lines(self._file, self._encoding)
            cells = next(csv.reader(lines, delimiter=self._delimiter, strict=True), [])
        except (csv.Error, *DAMAGE) as error:
            raise InputError(f"{self.path}: damaged at byte {place} ({error}); fetch it again") from error
        return dict(zip(self._columns, cells, strict=False))

    def close(self) -> None:
        self._file.close()


class CsvFile(RowFile):
    """Rows below a line that names the columns. Encoding and delimiter are found."""

    opener = _OpenCsv


class _Lines:
    """Lines of one row, and how many bytes were taken for it: all of them, and the first alone."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._encoding = encoding
        self.size = 0
        self.first = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        most = DEFAULT_LIMITS.most_bytes
        line = self._file.readline(most + 1)
        if not line:
            raise StopIteration
        size, rest = len(line), line
        while len(rest) > most and not rest.endswith(b"\n"):
            rest = self._file.readline(most + 1)
            size += len(rest)
        self.size += size
        self.first = self.first or size
        if self.size > most:
            raise csv.Error(f"more than {most:,} bytes, which a page may have")
        return line.decode(self._encoding, "replace").replace("\x00", "\ufffd")


def _narrow(file: BinaryIO, path: Path) -> BinaryIO:
    """A file whose line ends are single bytes: UTF-16, as spreadsheets write it, is turned into UTF-8 in memory."""
    try:
        wide = file.read(2) in _WIDE
        file.seek(0)
        if not wide:
            return file
        with file:
            raw = file.read(_MOST_WIDE + 1)
    except DAMAGE as error:
        file.close()
        raise InputError(f"{path}: damaged ({error}); fetch it again") from error
    if len(raw) > _MOST_WIDE:
        raise InputError(f"{path}: more than {_MOST_WIDE:,} bytes of UTF-16; save it as UTF-8")
    try:
        return io.BytesIO(raw.decode("utf-16").encode("utf-8"))
    except UnicodeError as error:
        raise InputError(f"{path}: begins as UTF-16 but is damaged; save it as UTF-8") from error


def _encoding(file: BinaryIO, path: Path) -> str:
    """UTF-8 if all of it is, else that of old German Windows."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    except DAMAGE:
        pass  # what is whole before the damage is read
    return "utf-8"
