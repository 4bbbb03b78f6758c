"""Files that may be deleted at any time: what was fetched, and what takes long to work out.

They lie in the cache folder of the XDG specification, each kind in a folder of its own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from govgraph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MOST_KEPT: Final = 8
"""Files of a kind that stay when a new one comes: those of other versions or other lexicon files in use."""


def cache_folder(kind: str) -> Path:
    """Where a user's copies of a kind are kept: `govgraph/KIND` in the cache folder of the XDG specification.

    Raises:
        InputError: The user has no home.
    """
    given = os.environ.get("XDG_CACHE_HOME", "")
    try:
        above = Path(given) if Path(given).is_absolute() else Path.home() / ".cache"
    except RuntimeError as error:
        raise InputError(
            "there is no home folder to keep copies in; set XDG_CACHE_HOME, or give a folder with --cache"
        ) from error
    return above / "govgraph" / kind


def digest_of(parts: Iterable[bytes]) -> str:
    """SHA-256 of byte strings, hexadecimal; where one ends and the next begins counts."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def prepared(name: str, make: Callable[[Path], None]) -> Path | None:
    """A file that is made once and found from then on, in `govgraph/prepared` of the cache folder.

    It is put in place as a whole, so that of processes that make it at the same time each finds all of it or nothing.

    Args:
        name: Its folder for files of one kind and its own name, which together tell everything that its content
            depends on.
        make: Writes the file at the path that it is given.

    Returns:
        The file; None where it cannot be kept, for example on a read-only system.
    """
    try:
        kept = cache_folder("prepared") / name
        if kept.is_file():
            return kept
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        aside = Path(tempfile.mkdtemp(prefix=".", dir=kept.parent))
    except (InputError, OSError):
        return None
    try:
        make(aside / kept.name)
        (aside / kept.name).replace(kept)
    except OSError:
        return None
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    _forget(kept.parent)
    return kept


def _forget(folder: Path) -> None:
    """Remove the oldest files where there are too many."""
    with suppress(OSError):
        files = sorted((path for path in folder.iterdir() if path.is_file()), key=lambda path: path.stat().st_mtime_ns)
        for path in files[:-_MOST_KEPT]:
            path.unlink(missing_ok=True)
