"""One writer at a time for an output folder. The system takes a lock back when its process ends, however it ends."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from govgraph.errors import StoreError

__all__ = ["locked"]

_PAUSE: Final = 0.05
_held: Final[dict[tuple[Path, int], int]] = {}
"""Folders that a thread of this process has locked, and how often."""


@contextmanager
def locked(folder: Path, wait: float, busy: str) -> Iterator[bool]:
    """Hold a folder; gives whether this thread did not hold it before. A thread that holds it may take it again.

    Args:
        folder: A folder that is there; nothing is written into it, but on Windows.
        wait: Seconds to wait for another process that holds it.
        busy: What is said when it still does.

    Raises:
        StoreError: It is held, or cannot be opened.
    """
    key = (folder.resolve(), threading.get_ident())
    if key in _held:
        _held[key] += 1
        try:
            yield False
        finally:
            _held[key] -= 1
        return
    descriptor = _taken(folder, wait, busy)
    _held[key] = 1
    try:
        yield True
    finally:
        del _held[key]
        os.close(descriptor)


def _taken(folder: Path, wait: float, busy: str) -> int:
    end = time.monotonic() + wait
    try:
        descriptor = _open(folder)
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}; give a folder that can be used") from error
    try:
        while not _try(descriptor):
            if time.monotonic() >= end:
                raise StoreError(busy)
            time.sleep(_PAUSE)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / ".lock", os.O_RDWR | os.O_CREAT)

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
