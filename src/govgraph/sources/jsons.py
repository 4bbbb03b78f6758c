"""JSON: an object, a list of objects, or an object with a list of them, each object a document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, ClassVar

from govgraph.errors import InputError
from govgraph.sources.jsonl import DAMAGE, binary
from govgraph.sources.keys import fields_of
from govgraph.sources.tables import OpenRows, RowFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["JsonFile"]

_MOST_BYTES = 500_000_000
_BETWEEN = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class _OpenObjects(OpenRows):
    unit: ClassVar[str] = "item"

    def __init__(self, path: Path) -> None:
        self._text = _text_of(path)
        super().__init__(path)

    def rows(self) -> Iterator[tuple[int, int, Mapping[str, object] | InputError]]:
        place = _after_space(self._text, 0)
        if self._text.startswith("{", place):
            whole, _ = self._value(place, 1)
            if isinstance(whole, dict) and not _has_text(whole):
                listed = self._list_of_texts(place)
                if listed is not None:
                    yield from self._listed(listed)
                    return
            yield self._row(1, place, whole)
        elif self._text.startswith("[", place):
            yield from self._listed(place)
        else:
            raise InputError(f"{self.path}: no JSON (it begins with neither {{ nor [); name it as the text that it is")

    def _listed(self, place: int) -> Iterator[tuple[int, int, Mapping[str, object] | InputError]]:
        """The objects of the list that begins at a place."""
        number, place = 0, _after_space(self._text, place + 1)
        while not self._text.startswith("]", place):
            number += 1
            value, end = self._value(place, number)
            yield self._row(number, place, value)
            place = _after_space(self._text, end)
            if self._text.startswith(",", place):
                place = _after_space(self._text, place + 1)
            elif not self._text.startswith("]", place):
                raise InputError(f"{self.path}, item {number}: no comma or ] after it; fetch the file again")

    def _list_of_texts(self, place: int) -> int | None:
        """Place of the first list in the object at a place that holds an object with a text: `{"articles": [`."""
        place = _after_space(self._text, place + 1)
        while self._text.startswith('"', place):
            _, end = self._value(place, 1)
            place = _after_space(self._text, _after_space(self._text, end) + 1)
            value, end = self._value(place, 1)
            if isinstance(value, list) and any(isinstance(one, dict) and _has_text(one) for one in value):
                return place
            place = _after_space(self._text, _after_space(self._text, end) + 1)
        return None

    def _row(self, number: int, place: int, value: object) -> tuple[int, int, Mapping[str, object] | InputError]:
        if isinstance(value, dict):
            return number, place, value
        message = f"{self.path}, item {number}: {type(value).__name__}, no object; an article is an object"
        return number, place, InputError(message)

    def _value(self, place: int, number: int) -> tuple[object, int]:
        try:
            return _DECODER.raw_decode(self._text, place)
        except (ValueError, RecursionError) as error:
            words = " ".join(str(error).split())
            raise InputError(f"{self.path}, item {number}: no JSON ({words}); fetch the file again") from error

    def values_at(self, place: int) -> Mapping[str, object]:
        value, _ = self._value(place, 1)
        return value if isinstance(value, dict) else {}

    def close(self) -> None:
        self._text = ""


class JsonFile(RowFile):
    """Objects of a file of JSON."""

    opener = _OpenObjects


def _text_of(path: Path) -> str:
    try:
        with binary(path) as file:
            raw = file.read(_MOST_BYTES + 1)
    except DAMAGE as error:
        raise InputError(f"{path}: damaged ({error}); fetch it again") from error
    if len(raw) > _MOST_BYTES:
        raise InputError(f"{path}: more than {_MOST_BYTES:,} bytes; put one object on each line of a .jsonl file")
    try:
        return raw.decode(json.detect_encoding(raw))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _after_space(text: str, place: int) -> int:
    match = _BETWEEN.match(text, place)
    return match.end() if match else place


def _has_text(values: Mapping[str, object]) -> bool:
    found = fields_of(values)
    return "text" in found or "html" in found
