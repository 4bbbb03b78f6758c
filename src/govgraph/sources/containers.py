"""Files that hold many documents. Each kind lists what it holds, and gives one document at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from govgraph.errors import InputError
from govgraph.sources.formats import Format, format_of

if TYPE_CHECKING:
    from govgraph.model.page import Issue
    from govgraph.sources.decode import ReadLimits
    from govgraph.sources.documents import Document
    from govgraph.sources.inputs import InputRef

__all__ = ["CONTAINERS", "Container", "check_readable", "container_at", "format_at"]

_SAMPLE = 4096


class Container(Protocol):
    """A file that holds documents."""

    def members(self, path: Path) -> Iterator[str | Issue]:
        """Names of its documents in their order, unique and the same on every call, and what is not one of ours.

        Raises:
            InputError: It is damaged, or breaks a limit.
        """

    def document(self, ref: InputRef, limits: ReadLimits) -> Document:
        """The document `ref.member` of the file `ref.path`.

        Raises:
            InputError: It is not there, damaged, or larger than the limit.
        """


CONTAINERS: dict[str, str] = {
    "csv": "govgraph.sources.csvs:CsvFile",
    "feed": "govgraph.sources.web.feeds:FeedFile",
    "gzip": "govgraph.sources.gzips:GzipFile",
    "json": "govgraph.sources.jsons:JsonFile",
    "jsonl": "govgraph.sources.jsonl:JsonLines",
    "parquet": "govgraph.sources.parquet:ParquetTable",
    "warc": "govgraph.sources.warcs:WarcArchive",
    "zip": "govgraph.sources.zips:ZipArchive",
}
"""What opens a container, by the name of its format: module and class. It is imported when it is needed."""


def container_at(path: Path) -> Container:
    """What opens a file.

    Raises:
        InputError: It is no container, or cannot be read.
    """
    found = format_at(path)
    if found is None or not found.container:
        raise InputError(f"{path}: holds no documents; name a file of another format")
    check_readable(found, str(path))
    module, _, name = CONTAINERS[found.name].partition(":")
    opener: Callable[[], Container] = getattr(import_module(module), name)
    return opener()


def format_at(path: Path) -> Format | None:
    """Format of a file, by its first bytes and its name; None for one that is not read.

    Raises:
        InputError: It cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return format_of(path.name, file.read(_SAMPLE))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a file that can be read") from error


def check_readable(found: Format, source: str) -> None:
    """Raise an `InputError` that says what to install if the package that reads a format is missing."""
    if not found.readable:
        raise InputError(
            f"{source}: reading {found.name} takes {found.requires}, which is not installed; "
            f"run pip install 'govgraph[{found.extra}]'"
        )
