"""Where the command line writes: results to standard output, everything else to standard error."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

from govgraph.cli.messages import text
from govgraph.cli.translated import translated

if TYPE_CHECKING:
    from govgraph.model import Issue
    from govgraph.pipeline import Progress
    from govgraph.rdf.interface import GraphReader

_MOST_ISSUES = 10
_WIDEST = 60
_LEVELS = ("error", "warning", "note")


class Exit(IntEnum):
    """Exit codes, as the contract has them."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    FAILED = 3


class Session:
    """What the global options say, for the length of one call."""

    debug: bool = False


def result(content: str) -> None:
    """Write to standard output, ending with a newline."""
    sys.stdout.write(content if content.endswith("\n") else content + "\n")


def note(content: str) -> None:
    """Write a line to standard error, after what was written to standard output before it."""
    sys.stdout.flush()
    sys.stderr.write(content + "\n")


def one_line(content: str) -> str:
    """The words of a text on one line."""
    return " ".join(content.split())


def error_line(content: str) -> None:
    """Write an error as one line to standard error."""
    note(f"govgraph: {text('error')}: {one_line(content)}")


def warning_line(content: str) -> None:
    """Write a warning as one line to standard error."""
    note(f"govgraph: {text('warning')}: {one_line(content)}")


def tell_ambiguous(store: GraphReader, name: str | None) -> None:
    """Say of a name that can mean several things that the answer is of all of them, and how to ask for one."""
    from govgraph.query import ambiguous

    found = ambiguous(store, name) if name else ()
    if found:
        note(text("names.several", name=name, things=", ".join(f"{label} ({short})" for label, short in found)))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> str:
    """Columns padded with spaces; cells are never cut, but the longest of a column do not move the others.

    Args:
        header: Titles of the columns.
        rows: Cells; line breaks in them become spaces.
        right: Positions of the columns that are set flush right.
    """
    lines = [list(header), *([one_line(cell) for cell in row] for row in rows)]
    widths = [min(_WIDEST, max(len(line[column]) for line in lines)) for column in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return "  ".join(padded).rstrip()

    rule = "  ".join("-" * width for width in widths)
    return "\n".join([line(lines[0]), rule, *map(line, lines[1:])])


@contextmanager
def progress() -> Iterator[Progress]:
    """Progress bars on standard error if that is a terminal, else nothing."""
    from govgraph.pipeline import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(text(f"stage.{stage}"), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell


def issues(found: Sequence[Issue], where: str = "", *, above: bool = False) -> None:
    """Say on standard error what was amiss, errors first, as far as some lines go and where the rest stands.

    What is amiss with many sources in the same words is said once, with the first of them; what is amiss at places
    within sources, such as the rows of a table, once for each source.

    Args:
        found: What was amiss.
        where: File that lists all of it, or empty.
        above: Whether it is listed nowhere else, so that all errors and warnings are said.
    """
    if not found:
        return
    alike: dict[tuple[str, ...], list[str]] = {}
    for issue in found:
        place, message = _apart(issue)
        source = "" if place == issue.source else issue.source
        alike.setdefault((issue.level, message, issue.stage, issue.code, source), []).append(place)
    ranked = sorted(alike.items(), key=lambda pair: _LEVELS.index(pair[0][0]))
    shown = max(_MOST_ISSUES, sum(level != "note" for level, *_ in alike)) if above else _MOST_ISSUES
    for (level, message, stage, code, _), places in ranked[:shown]:
        first = f"{places[0]} {text('issues.others', count=len(places) - 1)}" if len(places) > 1 else places[0]
        note(f"  {text(f'issue.{level}')}: {first}: {message} [{stage}/{code}]")
    if len(ranked) > shown:
        note("  " + text("issues.more", count=sum(len(places) for _, places in ranked[shown:])))
    if where or above:
        counts = Counter(issue.level for issue in found)
        levels = ", ".join(text(f"issues.{level}", count=counts[level]) for level in _LEVELS if counts[level])
        note(text("issues.where", count=len(found), levels=levels, where=where or text("issues.above")))


def _apart(issue: Issue) -> tuple[str, str]:
    """Where something is amiss and what; a message may begin with its source, and a place in it."""
    message = one_line(issue.message)
    begun = re.match(rf"{re.escape(issue.source)}(?:, [^:;]+)?: ", message)
    within = begun[0].removesuffix(": ").removeprefix(f"{issue.source}, ") if begun else issue.source
    place = issue.source if within == issue.source else f"{issue.source}, {translated(within)}"
    return place, translated(message[begun.end() :] if begun else message)
