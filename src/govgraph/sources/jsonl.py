"""JSON Lines: a document on each line."""

from __future__ import annotations

import codecs
import gzip
import json
import zlib
from typing import TYPE_CHECKING, BinaryIO, ClassVar, cast

from govgraph.errors import InputError
from govgraph.sources.decode import DEFAULT_LIMITS
from govgraph.sources.tables import OpenRows, RowFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["JsonLines", "binary"]

_GZIP_MAGIC = b"\x1f\x8b"
DAMAGE = (OSError, EOFError, zlib.error)


def binary(path: Path) -> BinaryIO:
    """A file opened to read its bytes, unpacked if it is compressed.

    Raises:
        InputError: It cannot be read.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a file that can be read") from error
    packed = file.read(2) == _GZIP_MAGIC
    file.seek(0)
    if not packed:
        return file
    file.close()
    return cast("BinaryIO", gzip.open(path))


class _OpenLines(OpenRows):
    unit: ClassVar[str] = "line"

    def __init__(self, path: Path) -> None:
        self._file = binary(path)
        super().__init__(path)

    def rows(self) -> Iterator[tuple[int, int, Mapping[str, object] | InputError]]:
        most = DEFAULT_LIMITS.most_bytes
        number, place = 0, 0
        while True:
            try:
                line = self._file.readline(most + 1)
                rest = b"" if len(line) <= most or line.endswith(b"\n") else line
                size = len(line)
                while rest and not rest.endswith(b"\n"):
                    rest = self._file.readline(most)
                    size += len(rest)
            except DAMAGE as error:
                raise InputError(f"{self.path}: damaged after line {number} ({error}); fetch it again") from error
            if not line:
                return
            number += 1
            if size > most:
                yield number, place, InputError(f"{self.path}, line {number}: {size:,} bytes; a page may have {most:,}")
            elif line.strip():
                try:
                    yield number, place, _values(line, f"{self.path}, line {number}")
                except InputError as error:
                    yield number, place, error
            place += size

    def values_at(self, place: int) -> Mapping[str, object]:
        try:
            self._file.seek(place)
            line = self._file.readline(DEFAULT_LIMITS.most_bytes + 1)
        except DAMAGE as error:
            raise InputError(f"{self.path}: damaged at byte {place} ({error}); fetch it again") from error
        return _values(line, str(self.path))

    def close(self) -> None:
        self._file.close()


class JsonLines(RowFile):
    """Objects of a file, one on each line; empty lines do not count."""

    opener = _OpenLines


def _values(line: bytes, source: str) -> Mapping[str, object]:
    try:
        values = json.loads(line.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        words = " ".join(str(error).split())
        raise InputError(f"{source}: no JSON ({words}); put one object on each line") from error
    if not isinstance(values, dict):
        raise InputError(f"{source}: {type(values).__name__}, no object; put one object on each line")
    return values
