"""Files that hold many documents. Each kind lists what it holds, and gives one document at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from govgraph.errors import InputError
from govgraph.sources.formats import format_of

if TYPE_CHECKING:
    from govgraph.model.page import Issue
    from govgraph.sources.decode import ReadLimits
    from govgraph.sources.documents import Document
    from govgraph.sources.inputs import InputRef

__all__ = ["CONTAINERS", "Container", "container_at"]

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


def _feed() -> Container:
    from govgraph.sources.web.feeds import FeedFile

    return FeedFile()


CONTAINERS: dict[str, Callable[[], Container]] = {"feed": _feed}
"""What opens a container, by the name of its format. Each imports what it needs when it is called."""


def container_at(path: Path) -> Container:
    """What opens a file.

    Raises:
        InputError: It is no container, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            found = format_of(path.name, file.read(_SAMPLE))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a file that can be read") from error
    if found is None or not found.container:
        raise InputError(f"{path}: holds no documents; name a file of another format")
    return CONTAINERS[found.name]()
