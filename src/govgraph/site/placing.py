"""How a site comes into its place: as a whole or not at all, and never over what somebody else has put there."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from govgraph.errors import StoreError
from govgraph.written import SITE_GENERATOR, SITE_MANIFEST

_TOLD: Final = 3


@contextmanager
def placed(folder: Path) -> Iterator[Path]:
    """A folder to write a site into; it takes the place of `folder` when the block ends well.

    Args:
        folder: Where the site is to stand: missing, empty, or holding nothing but a former site as it was written.

    Raises:
        StoreError: It holds anything else, or cannot be written.
    """
    target = folder.resolve()
    _refuse_foreign(target, folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        new = aside / "new"
        try:
            new.mkdir()
            yield new
            _list(new)
            # somebody may have put something there in the meantime
            _refuse_foreign(target, folder)
            _swap(target, new, aside / "former")
        except OSError as error:
            raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _swap(target: Path, new: Path, former: Path) -> None:
    if target.exists():
        target.rename(former)
    try:
        new.rename(target)
    except OSError:
        with suppress(OSError):
            former.rename(target)
        raise


def _list(new: Path) -> None:
    files = {path.relative_to(new).as_posix(): _digest(path) for path in _files(new)}
    told = {"generator": SITE_GENERATOR, "files": dict(sorted(files.items()))}
    (new / SITE_MANIFEST).write_bytes((json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def _refuse_foreign(target: Path, named: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise StoreError(f"{named} is a file; give --out a folder, or add --single for one file")
    ours = _listed(target)
    other = sorted(
        name
        for path in _files(target)
        if (name := path.relative_to(target).as_posix()) != SITE_MANIFEST and ours.get(name) != _digest(path)
    )
    if other or (not ours and any(target.iterdir())):
        shown = ", ".join(other[:_TOLD]) + (f" and {len(other) - _TOLD} more" if len(other) > _TOLD else "")
        raise StoreError(
            f"{named} holds what no site wrote there or what was changed since"
            f"{f' ({shown})' if shown else ''}; give --out another folder, or move that away"
        )


def _listed(folder: Path) -> dict[str, str]:
    try:
        told = json.loads((folder / SITE_MANIFEST).read_text("utf-8"))
        return dict(told["files"]) if told["generator"] == SITE_GENERATOR else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _files(folder: Path) -> Iterator[Path]:
    """Everything below a folder but plain folders; links are not followed."""
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            yield path


def _digest(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(f"{folder}: {error.strerror}; give --out a folder that can be written")
