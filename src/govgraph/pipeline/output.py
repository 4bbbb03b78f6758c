"""The folder that a build fills: written aside, then put in place; what was there is lost in no case.

A build that fails leaves its former output as it was. Files that a build did not write are neither overwritten
nor removed.

A build that is killed leaves a folder of its own behind. Before all is written that is `.building-…`, which the next
one removes. When all is written it becomes `.placing`, in one step; from then on its files take their places one by
one, and whoever comes next, to read or to write, finishes that.
"""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from govgraph.errors import StoreError
from govgraph.model import Issue, Record
from govgraph.model.serialise import record_dumps, shape_dumps
from govgraph.pipeline.locking import locked
from govgraph.pipeline.redaction import Kept, redacted
from govgraph.written import OUTPUTS, PRIVATE_NOTE, PRIVATE_NOTE_TEXT

PATIENCE: Final = 5.0
"""Seconds for which a command waits for another one that writes into the same folder."""

_ASIDE: Final = ".building-"
_PLACING: Final = ".placing"
_PLAN: Final = "plan.json"


@contextmanager
def writing(out: Path, wait: float = PATIENCE) -> Iterator[None]:
    """Hold an output folder, with what a killed build left of it finished or cleared away.

    Args:
        out: Output folder; made if missing, and taken away again if nothing came into it.
        wait: Seconds to wait for another command that holds it.

    Raises:
        StoreError: `out` cannot be written, or another command writes there.
    """
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out} is a file; give --out a folder")
    made = [one for one in (out, *out.parents) if not one.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}; give --out a folder that can be written") from error
    try:
        busy = f"{out}: another govgraph command writes there; wait until it has ended, or give another folder"
        with locked(out, wait, busy) as first:
            if first:
                _finish(out)
                _clear_away(out)
            yield
    finally:
        for one in made:
            with suppress(OSError):  # it is no longer empty
                one.rmdir()


def settle(out: Path, wait: float = PATIENCE) -> None:
    """Finish what a build that was killed while it put its output in place has left. Without such, nothing is done.

    Raises:
        StoreError: It cannot be finished.
    """
    end = time.monotonic() + wait
    while (out / _PLACING).is_dir():
        try:
            with locked(out, 0.0, "busy"):
                _finish(out)
        except StoreError:
            # the build may still be at it
            if (out / _PLACING).is_dir() and time.monotonic() > end:
                raise
            time.sleep(0.02)


FOLDER = "readings"


def private_folder(out: Path) -> Path:
    """Where builds keep what is not to be handed on, if `out` is: beside it, under its name and `.private`."""
    place = out.resolve()
    return place.with_name(f"{place.name}.private")


def readings_folder(out: Path) -> Path:
    """Where the readings of an output folder lie."""
    apart = private_folder(out) / FOLDER
    return apart if apart.is_dir() and not (out / FOLDER).is_dir() else out / FOLDER


@contextmanager
def staged(out: Path, *, apart: bool = False) -> Iterator[Path]:
    """A folder to write into; its content takes the place of the former output when the block ends well.

    Args:
        out: Output folder; made if missing.
        apart: Whether the readings go into the private folder.

    Raises:
        StoreError: `out` cannot be written, holds files of these names that no build wrote, or another command
            writes there.
    """
    with writing(out):
        _refuse_foreign(out)
        try:
            aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=out))
        except OSError as error:
            raise StoreError(f"{out}: {error.strerror}; give --out a folder that can be written") from error
        try:
            new = aside / "new"
            new.mkdir()
            yield new
            _keep_foreign_records(out, new)
            _commit(out, aside, apart=apart)
            _finish(out)
        finally:
            # a signal may have come in the middle
            with suppress(StoreError):
                _finish(out)
            shutil.rmtree(aside, ignore_errors=True)


def former_output(out: Path) -> bool:
    """Whether a build has filled `out` before."""
    return (out / "manifest.json").is_file()


def _refuse_foreign(out: Path) -> None:
    private = private_folder(out)
    if private.exists() and not (private / PRIVATE_NOTE).is_file():
        raise StoreError(f"{private} is there and is not of a build; give --out another folder")
    if former_output(out):
        return
    found = [name for name in OUTPUTS if (out / name).exists()]
    if found:
        raise StoreError(
            f"{out} holds {', '.join(found)} but no manifest.json, so no build wrote them; give --out another folder"
        )


def _keep_foreign_records(out: Path, new: Path) -> None:
    """Files that somebody else put into `records/` move along."""
    former = out / "records"
    if not former.is_dir():
        return
    ours = _listed(out / "manifest.json")
    for path in sorted(former.iterdir()):
        target = new / "records" / path.name
        if f"records/{path.name}" not in ours and not target.exists():
            if path.is_dir():
                shutil.copytree(path, target)
            else:
                shutil.copy2(path, target)


def _listed(manifest: Path) -> frozenset[str]:
    try:
        return frozenset(json.loads(manifest.read_text(encoding="utf-8"))["outputs"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _clear_away(out: Path) -> None:
    """What killed builds have written aside; they held this folder, so that none of them is still at it."""
    for left in (*out.glob(f"{_ASIDE}*"), *private_folder(out).glob(f"{_ASIDE}*")):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _commit(out: Path, aside: Path, *, apart: bool) -> None:
    """Say that all is written, what, and where to."""
    names = [name for name in OUTPUTS if (aside / "new" / name).exists()]
    try:
        (aside / "former").mkdir()
        (aside / _PLAN).write_text(json.dumps({"names": names, "apart": apart}), encoding="ascii")
        aside.rename(out / _PLACING)
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}; the former output is in place") from error


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place of the output, where its former content is put, and what comes there."""

    place: Path
    former: Path
    new: Path | None

    def fill(self) -> None:
        if self.new is not None and not self.new.exists():
            return  # it is in place
        if self.former.exists() and self.place.is_dir():
            shutil.rmtree(self.place)  # copied to another disk, and killed before it was removed here
        if self.place.exists():
            _move(self.place, self.former)
        if self.new is not None:
            _move(self.new, self.place)

    def empty(self) -> None:
        if self.new is not None and not self.new.exists() and self.place.exists():
            _move(self.place, self.new)
        if self.former.exists():
            _move(self.former, self.place)


def _slots(out: Path, placing: Path, names: Sequence[str], *, apart: bool) -> list[_Slot]:
    """All places in their order; readings have two, of which one stays or becomes empty."""
    new, former = placing / "new", placing / "former"
    elsewhere = _Slot(private_folder(out) / FOLDER, former / "private", new / FOLDER if apart else None)
    return [
        elsewhere,
        *(
            _Slot(out / name, former / name, new / name if name in names and not (apart and name == FOLDER) else None)
            for name in OUTPUTS
        ),
    ]


def _finish(out: Path) -> None:
    """Put in place what is written; from whatever state between the former output and the new one."""
    placing, private = out / _PLACING, private_folder(out)
    if not placing.is_dir():
        return
    try:
        plan = json.loads((placing / _PLAN).read_text(encoding="ascii"))
        slots = _slots(out, placing, plan["names"], apart=plan["apart"])
        try:
            if plan["apart"]:
                private.mkdir(exist_ok=True)
                (private / PRIVATE_NOTE).write_text(PRIVATE_NOTE_TEXT, encoding="utf-8")
            for slot in slots:
                slot.fill()
        except OSError as error:
            for slot in reversed(slots):
                slot.empty()
            _discard(out, placing)
            raise StoreError(f"{out}: {error.strerror}; the former output is back in place") from error
        finally:
            if private.is_dir() and all(
                one.name == PRIVATE_NOTE or one.name.startswith(_ASIDE) for one in private.iterdir()
            ):
                shutil.rmtree(private)
        _discard(out, placing)
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{out}: a build was broken off while it put its output in place, and that cannot be finished ({error}); "
            "see that the folder can be written, and run the command again"
        ) from error


def _discard(out: Path, placing: Path) -> None:
    away = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=out))
    placing.rename(away / "placed")
    shutil.rmtree(away, ignore_errors=True)


def _move(origin: Path, target: Path) -> None:
    """Move at once; to another disk, so that a complete copy is on one of both at any moment."""
    try:
        origin.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=target.parent))
        shutil.copytree(origin, aside / "copy")
        (aside / "copy").rename(target)
        aside.rmdir()
        gone = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=origin.parent))
        origin.rename(gone / "moved")
        shutil.rmtree(gone, ignore_errors=True)


def write_records(folder: Path, records: Iterable[Record], kept: Kept | None = None) -> None:
    """Write `NAME.json` for each record; the folder is made.

    Args:
        folder: Where to.
        records: What to write.
        kept: What may stand of each quote; None for whole records, with the texts of their articles.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        content = record_dumps(record) if kept is None else shape_dumps(redacted(record, kept))
        (folder / f"{record.page}.json").write_text(content, encoding="utf-8", newline="\n")


def issue_line(issue: Issue) -> str:
    """One line of `issues.jsonl`, without its end."""
    return json.dumps(asdict(issue), ensure_ascii=False, sort_keys=True)


def write_issues(path: Path, issues: Iterable[Issue]) -> None:
    """Write one JSON line for each issue; an empty file says that there was none."""
    lines = (issue_line(issue).encode("utf-8", "backslashreplace") + b"\n" for issue in issues)
    path.write_bytes(b"".join(lines))


def replace_issues(out: Path, issues: Iterable[Issue]) -> None:
    """Put another `issues.jsonl` into an output folder, as a whole.

    Raises:
        StoreError: The folder cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(prefix=_ASIDE, dir=out, delete=False) as aside:
            pass
        write_issues(Path(aside.name), issues)
        Path(aside.name).chmod(0o644)
        Path(aside.name).replace(out / "issues.jsonl")
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}; give --out a folder that can be written") from error
