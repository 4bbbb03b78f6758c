"""The folder that a build fills: written aside, then put in place; what was there is lost in no case.

A build that fails leaves its former output as it was. Files that a build did not write are neither overwritten
nor removed.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from govgraph.errors import StoreError
from govgraph.model import Issue, Record
from govgraph.model.serialise import record_dumps

OUTPUTS = ("graph.ttl", "graph.trig", "network.html", "records", "readings", "store", "issues.jsonl", "manifest.json")
"""Names in the output folder that belong to builds. The manifest comes last: it vouches for the others."""


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A folder to write into; its content takes the place of the former output when the block ends well.

    Args:
        out: Output folder; made if missing.

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
        _put_in_place(out, new, aside / "former")
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def former_output(out: Path) -> bool:
    """Whether a build has filled `out` before."""
    return (out / "manifest.json").is_file()


def _refuse_foreign(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out} is a file; give --out a folder")
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


def _put_in_place(out: Path, new: Path, former: Path) -> None:
    former.mkdir()
    done: list[str] = []
    try:
        for name in OUTPUTS:
            done.append(name)
            if (out / name).exists():
                (out / name).rename(former / name)
            if (new / name).exists():
                (new / name).rename(out / name)
    except OSError as error:
        for name in reversed(done):
            if (former / name).exists():
                if (out / name).exists():
                    (out / name).rename(new / name)
                (former / name).rename(out / name)
            elif (out / name).exists() and not (new / name).exists():
                (out / name).rename(new / name)
        raise StoreError(f"{out}: {error.strerror}; the former output is back in place") from error


def write_records(folder: Path, records: Iterable[Record]) -> None:
    """Write `NAME.json` for each record; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        (folder / f"{record.page}.json").write_text(record_dumps(record), encoding="utf-8", newline="\n")


def issue_line(issue: Issue) -> str:
    """One line of `issues.jsonl`, without its end."""
    return json.dumps(asdict(issue), ensure_ascii=False, sort_keys=True)


def write_issues(path: Path, issues: Iterable[Issue]) -> None:
    """Write one JSON line for each issue; an empty file says that there was none."""
    lines = (issue_line(issue).encode("utf-8", "backslashreplace") + b"\n" for issue in issues)
    path.write_bytes(b"".join(lines))
