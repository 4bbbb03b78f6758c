"""Files that stay open while their documents are read one after the other.

The index of an archive is read once in each process, not once for each document in it.
"""

from __future__ import annotations

import atexit
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from govgraph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Opened", "opened"]

_MOST_OPEN = 4


class Opened(Protocol):
    """Something that holds files open."""

    def close(self) -> None:
        """Let go of them."""


T = TypeVar("T", bound=Opened)
_open: OrderedDict[tuple[Any, ...], Opened] = OrderedDict()


def opened(opener: Callable[[Path], T], path: Path) -> T:
    """What `opener` makes of a file: the same as at the last call, unless the file is another by size or time.

    Raises:
        InputError: The file is missing.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a file that can be read") from error
    key = (opener, str(path), stat.st_size, stat.st_mtime_ns, stat.st_ino)
    if key in _open:
        _open.move_to_end(key)
        return _open[key]  # type: ignore[return-value]
    for former in [one for one in _open if one[:2] == key[:2]]:
        _open.pop(former).close()
    while len(_open) >= _MOST_OPEN:
        _open.popitem(last=False)[1].close()
    fresh = opener(path)
    _open[key] = fresh
    return fresh


def _close_all() -> None:
    while _open:
        _open.popitem()[1].close()


atexit.register(_close_all)
