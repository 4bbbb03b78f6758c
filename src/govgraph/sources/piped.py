"""Standard input, put into a file: whatever its format is, it may be read by several processes and more than once."""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from pathlib import Path

from govgraph.errors import InputError

__all__ = ["spooled"]

_BLOCK = 1 << 20
_MOST_BYTES = 20_000_000_000


def spooled() -> Path:
    """File that holds what is left of standard input; it goes when the program ends.

    Raises:
        InputError: It cannot be read, there is too much of it, or no room for it.
    """
    folder = Path(tempfile.mkdtemp(prefix="govgraph-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "stdin"
    size = 0
    try:
        with path.open("wb") as file:
            while block := sys.stdin.buffer.read(_BLOCK):
                size += len(block)
                if size > _MOST_BYTES:
                    raise InputError(f"-: more than {_MOST_BYTES:,} bytes; name a file instead")
                file.write(block)
    except (OSError, AttributeError, ValueError) as error:
        raise InputError(f"-: standard input cannot be read ({error}); name a file instead") from error
    return path
