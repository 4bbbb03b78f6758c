"""Files of rows, each of them a document: what tables and JSON Lines have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from govgraph.errors import InputError
from govgraph.model.page import Issue
from govgraph.sources.decode import doubts_about_encoding
from govgraph.sources.keys import doubt_about_date
from govgraph.sources.opened import opened
from govgraph.sources.rows import RowNames, document_of, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from govgraph.sources.decode import ReadLimits
    from govgraph.sources.documents import Document
    from govgraph.sources.inputs import InputRef

__all__ = ["OpenRows", "RowFile"]


class OpenRows(ABC):
    """A file of rows that stays open, with the place of each row by its name."""

    unit: ClassVar[str] = "row"

    def __init__(self, path: Path, encoding: str = "utf-8") -> None:
        self.path = path
        self.encoding = encoding
        self.listing: list[str | Issue] = list(doubts_about_encoding(encoding, str(path)))
        self._places: dict[str, int] = {}
        names = RowNames(str(path), self.unit)
        for number, place, values in self._read_through():
            source = f"{path}, {self.unit} {number}"
            try:
                if isinstance(values, InputError):
                    raise values
                row = row_of(values, source)
                name = names.name(row, number)
            except InputError as error:
                self.listing.append(Issue(str(path), "sources", "error", "row", str(error)))
                continue
            self.listing.append(name)
            if isinstance(name, str):
                self._places[name] = place
                if row.undated:
                    self.listing.append(doubt_about_date(row.undated, source, str(path)))

    def _read_through(self) -> Iterator[tuple[int, int, Mapping[str, object] | InputError]]:
        """All rows; damage ends them with an issue, and what came before it is kept."""
        number = 0
        try:
            for number, place, values in self.rows():
                yield number, place, values
        except InputError as error:
            if not number:
                self.close()
                raise
            yield number + 1, -1, error

    @abstractmethod
    def rows(self) -> Iterator[tuple[int, int, Mapping[str, object] | InputError]]:
        """Number of each row, from 1, its place for `values_at`, and its values or what is wrong with it.

        Raises:
            InputError: The file is damaged from here on.
        """

    @abstractmethod
    def values_at(self, place: int) -> Mapping[str, object]:
        """Values of the row at a place.

        Raises:
            InputError: It cannot be read.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of the file."""

    def document(self, ref: InputRef, limits: ReadLimits) -> Document:
        """The row that a reference names.

        Raises:
            InputError: It is not there, or too large.
        """
        place = self._places.get(ref.member or "")
        if place is None:
            raise InputError(f"{ref.source}: no such row; its rows are named by id, by url, or {self.unit}-NUMBER")
        document = document_of(ref, row_of(self.values_at(place), ref.source), limits)
        return replace(document, told=replace(document.told, charset=self.encoding))


class RowFile:
    """Container of rows."""

    opener: ClassVar[type[OpenRows]]

    def members(self, path: Path) -> Iterator[str | Issue]:
        """Names of the rows in their order, and an issue for each that has no text, or is damaged.

        Raises:
            InputError: The file is damaged at its beginning, or has no text anywhere.
        """
        yield from opened(self.opener, path).listing

    def document(self, ref: InputRef, limits: ReadLimits) -> Document:
        """The row that a reference names.

        Raises:
            InputError: It is not there, damaged or too large.
        """
        if ref.path is None:
            raise InputError(f"{ref.source}: names no file; write FILE!/ROW")
        return opened(self.opener, ref.path).document(ref, limits)
