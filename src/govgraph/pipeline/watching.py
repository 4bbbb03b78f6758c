"""Looking again and again whether there is something new: rounds of builds, each with a report of what has changed.

A round may end at any moment, also by `kill -9`. What was fetched is in the cache, the output folder is put in place by
whoever comes next (`govgraph.pipeline.output`), and what the graph was before the round lies in `changes/` until the
report is written, so that the next round writes it.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from govgraph.errors import CorrectionsError, GovgraphError, InputError, StoreError, VocabularyError
from govgraph.pipeline.building import Clock, build_found, found_inputs
from govgraph.pipeline.locking import locked
from govgraph.pipeline.manifest import as_before
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.output import former_output, settle, writing
from govgraph.pipeline.result import BuildResult
from govgraph.query import Change, diff
from govgraph.sources import is_url
from govgraph.store import MemoryStore

__all__ = ["Report", "Round", "Schedule", "watch"]

_CHANGES: Final = "changes"
_BEFORE: Final = ".before.trig"
_ASIDE: Final = ".writing-"
_PATIENCE: Final = 600.0

Report = Callable[[Sequence[Change]], Mapping[str, str]]
"""Makes of changes the files of a report: content by name. The same changes give the same files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When to look.

    Attributes:
        every: Seconds from the beginning of one round to that of the next.
        rounds: Number of rounds; None to go on until the process is ended.

    Raises:
        ValueError: A setting outside its range; the text says which.
    """

    every: float = 3600.0
    rounds: int | None = None

    def __post_init__(self) -> None:
        if self.every < 1:
            raise ValueError(f"every is {self.every:g}; give 1 second or more")
        if self.rounds is not None and self.rounds < 1:
            raise ValueError(f"rounds is {self.rounds}; give 1 or more")


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one round.

    Attributes:
        number: From 1, for this process.
        result: What was built; None if that failed.
        report: Folder of the report on what has changed, or None if nothing has.
        error: Why it failed, or empty.
    """

    number: int
    result: BuildResult | None
    report: Path | None = None
    error: str = ""


def watch(  # noqa: PLR0913 - a build, a schedule and who is told
    inputs: Sequence[str],
    out: Path,
    options: BuildOptions,
    report: Report,
    *,
    schedule: Schedule | None = None,
    told: Callable[[Round], None] = lambda done: None,
    progress: Progress = silent,
) -> bool:
    """Add what is new to a graph, round by round.

    Args:
        inputs: As for `build`; feeds, as a rule.
        out: Output folder of a build, or one to be made. Reports go into `changes/NUMBER-DAY/` in it, where DAY is that
            of the newest article with a change.
        options: Settings of the builds.
        report: Makes the files of a report.
        schedule: When to look.
        told: Is told what came of each round.
        progress: Told about each stage.

    Returns:
        Whether a round has left something that a person should look at.

    Raises:
        GovgraphError: The first round failed; a later one is told of and tried again at its time.
        StoreError: Another one watches into the same folder.
    """
    schedule = schedule or Schedule()
    changes = out / _CHANGES
    settle(out)
    try:
        changes.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}; give --out a folder that can be written") from error
    findings = False
    number = 0
    with locked(changes, 0.0, f"{out}: another `govgraph watch` writes there; end it, or give another folder"):
        while schedule.rounds is None or number < schedule.rounds:
            begin = time.monotonic()
            number += 1
            try:
                done = _round(number, inputs, out, options, report, progress)
            except GovgraphError as error:
                if number == 1 or isinstance(error, VocabularyError | CorrectionsError):
                    raise
                done = Round(number, None, error=str(error))
            findings |= done.result is None or done.result.findings
            told(done)
            if schedule.rounds is None or number < schedule.rounds:
                time.sleep(max(0.0, begin + schedule.every - time.monotonic()))
    return findings


def _round(  # noqa: PLR0913 - what a round needs
    number: int, inputs: Sequence[str], out: Path, options: BuildOptions, report: Report, progress: Progress
) -> Round:
    clock = Clock(progress)
    found = found_inputs(inputs, as_before(out, options), clock, progress)
    if number == 1 and not found.refs and not any(is_url(one) for one in inputs) and not former_output(out):
        raise InputError(found.issues[0].message if found.issues else "nothing to watch; name files, folders or feeds")
    with writing(out, _PATIENCE):
        _report(out, report)  # of a round that was broken off
        _remember(out)
        result = build_found(found, out, options, clock, progress, lazy=True)
        return Round(number, result, _report(out, report))


def _remember(out: Path) -> None:
    """Keep the graph as it is before the round. Builds replace its file and do not write into it."""
    graph, before = out / "graph.trig", out / _CHANGES / _BEFORE
    try:
        if not graph.exists():
            before.touch()
            return
        try:
            os.link(graph, before)
        except OSError:  # a file system without links
            aside = before.with_name(f"{_ASIDE}before")
            shutil.copyfile(graph, aside)
            aside.replace(before)
    except OSError as error:
        raise StoreError(f"{before}: {error.strerror}; see that it can be written") from error


def _report(out: Path, report: Report) -> Path | None:
    """Write what has changed since the graph was remembered, once."""
    folder = out / _CHANGES
    graph, before = out / "graph.trig", folder / _BEFORE
    try:
        _clear_away(folder)
        if not before.exists():
            return None
        written = None
        if graph.exists() and not before.samefile(graph) and not filecmp.cmp(before, graph, shallow=False):
            changes = diff(_loaded(before), _loaded(graph))
            if changes:
                written = _written(folder, changes, report(changes))
        before.unlink()
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}; see that it can be written") from error
    return written


def _written(folder: Path, changes: Sequence[Change], files: Mapping[str, str]) -> Path:
    there = sorted(one for one in folder.iterdir() if one.is_dir() and one.name[:4].isdecimal())
    if there and all(_content(there[-1] / name) == text for name, text in files.items()):
        return there[-1]  # killed after it was written
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=folder))
    aside.chmod(0o755)
    for name, text in files.items():
        (aside / name).write_text(text, encoding="utf-8", newline="\n")
    number = int(there[-1].name[:4]) + 1 if there else 1
    newest = max((day for one in changes for day in _days(one)), default="")
    return aside.rename(folder / (f"{number:04d}-{newest}" if newest else f"{number:04d}"))


def _days(change: Change) -> Iterable[str]:
    stand = change.after or change.before
    return (proof.date for proof in stand.evidence if proof.date) if stand is not None else ()


def _content(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def _clear_away(folder: Path) -> None:
    for left in folder.glob(f"{_ASIDE}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _loaded(path: Path) -> MemoryStore:
    with path.open("rb") as file:
        return MemoryStore(ox.parse(file, ox.RdfFormat.TRIG))
