"""The folder that a build fills: written aside, then put in place; what was there is lost in no case.

A build that fails leaves its former output as it was. Files that a build did not write are neither overwritten
nor removed.
"""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from govgraph.errors import StoreError
from govgraph.model import Issue, Record
from govgraph.model.serialise import record_dumps, shape_dumps
from govgraph.pipeline.redaction import Kept, redacted

OUTPUTS = ("graph.ttl", "graph.trig", "network.html", "records", "readings", "store", "issues.jsonl", "manifest.json")
"""Names in the output folder that belong to builds. The manifest comes last: it vouches for the others."""


FOLDER = "readings"
_NOTE = "README.txt"
_NOTE_TEXT = """\
Texts of articles that govgraph has read, for builds to come into the folder beside this one.
Their publishers' rights hold for them: the folder beside can be handed on, this one is for yourself.
"""


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
        StoreError: `out` cannot be written, or holds files of these names that no build wrote.
    """
    _refuse_foreign(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".building-", dir=out))
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}; give --out a folder that can be written") from error
    try:
        new = aside / "new"
        new.mkdir()
        yield new
        _keep_foreign_records(out, new)
        _put_in_place(out, new, aside / "former", apart=apart)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def former_output(out: Path) -> bool:
    """Whether a build has filled `out` before."""
    return (out / "manifest.json").is_file()


def _refuse_foreign(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out} is a file; give --out a folder")
    private = private_folder(out)
    if private.exists() and not (private / _NOTE).is_file():
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


def _put_in_place(out: Path, new: Path, former: Path, *, apart: bool) -> None:
    """Each new output in the place of the former one; if one cannot be put there, all is as it was."""
    former.mkdir()
    places = {name: out / name for name in OUTPUTS}
    private = private_folder(out)
    elsewhere = out / FOLDER
    if apart:
        places[FOLDER] = private / FOLDER
    else:
        elsewhere = private / FOLDER
    moves = [(elsewhere, former / "elsewhere"), *((place, former / name) for name, place in places.items())]
    done: list[tuple[Path, Path]] = []
    try:
        if apart and not private.is_dir():
            private.mkdir()
            (private / _NOTE).write_text(_NOTE_TEXT, encoding="utf-8")
        for place, before in moves:
            fresh = None if place == elsewhere else new / before.name
            if place.exists():
                _move(place, before, done)
            if fresh is not None and fresh.exists():
                _move(fresh, place, done)
        if private.is_dir() and [one.name for one in private.iterdir()] == [_NOTE]:
            shutil.rmtree(private)
    except OSError as error:
        for origin, target in reversed(done):
            shutil.move(target, origin)
        raise StoreError(f"{out}: {error.strerror}; the former output is back in place") from error


def _move(origin: Path, target: Path, done: list[tuple[Path, Path]]) -> None:
    try:
        origin.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.move(origin, target)  # the private folder may lie on another disk
    done.append((origin, target))


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
