"""One file that a command writes: refused before the work where it cannot stand, then written as a whole."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from govgraph.errors import StoreError


def check_file(file: Path) -> Path:
    """The file itself, if it can be one.

    Raises:
        StoreError: A folder stands there, or a file where one of its folders would have to be.
    """
    if file.is_dir():
        raise StoreError(f"{file} is a folder; give a file, such as one in it")
    for above in file.absolute().parents:
        if above.is_dir():
            break
        if above.exists():
            raise StoreError(f"{file}: {above} is a file, not a folder; give a file elsewhere")
    return file


def write_whole(file: Path, content: bytes) -> None:
    """Write one file as a whole or not at all; its folder is made when it is missing.

    Raises:
        StoreError: It cannot be written.
    """
    check_file(file)
    try:
        if file.exists() and not file.is_file():
            file.write_bytes(content)  # a pipe or a device stays what it is
            return
        target = file.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            (aside / "new").write_bytes(content)
            (aside / "new").replace(target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"{file}: {error.strerror}; give a file that can be written") from error
