"""`govgraph rehydrate`: fill the quotes that a graph leaves out, from its sources."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import text
from govgraph.cli.options import AllowPrivate, Cache, build_options, web_options

if TYPE_CHECKING:
    from govgraph.pipeline import Gap, Rehydration


def command(  # noqa: PLR0913 - one parameter for each option
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help=text("rehydrate.graph"), show_default=False)],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]", help=text("rehydrate.sources"), show_default=False)
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="PATH", help=text("rehydrate.out"))] = None,
    fetch: Annotated[bool, typer.Option("--fetch", help=text("rehydrate.fetch"))] = False,
    cache: Cache = None,
    allow_private: AllowPrivate = False,
) -> int:
    """Fill quotes again."""
    from govgraph.api import Graph
    from govgraph.pipeline import refill, rehydrate

    web = web_options(cache=cache, allow_private=allow_private)
    with Graph.open(graph) as opened, console.progress() as progress:
        if graph.is_dir():
            done = refill(graph, opened.store, sources or (), out, progress, fetch=fetch, web=web)
        else:
            done = rehydrate(opened.store, sources or (), build_options(web=web), progress, fetch=fetch)
            _write(done, graph, out)
    # a graph on standard output leaves the report to standard error
    tell = console.result if graph.is_dir() or out is not None else console.note
    for line in gap_lines(done.gaps):
        tell(line)
    console.issues([issue for issue in done.issues if issue.level != "note"])
    lacking = sum(gap.lack.value != "moved" for gap in done.gaps)
    console.note(text("rehydrate.done", filled=done.filled, lacking=lacking))
    return console.Exit.DONE if done.complete else console.Exit.FINDINGS


def _write(done: Rehydration, graph: Path, out: Path | None) -> None:
    """The graph in the format of the file that it came from, or of the file that is asked for."""
    from govgraph.errors import QueryError
    from govgraph.export import FORMATS, export
    from govgraph.store import MemoryStore

    suffix = (out or graph).suffix.lower()
    form = next((name for name, ending in FORMATS.items() if ending == suffix), None)
    if form is None:
        raise QueryError(f"{out}: no format ends in {suffix!r}; allowed are {', '.join(FORMATS.values())}")
    store = MemoryStore()
    store.load(done.quads)
    if out is None:
        sys.stdout.flush()
    export(store, form, sys.stdout.buffer if out is None else out)


def gap_lines(gaps: tuple[Gap, ...]) -> list[str]:
    """A line for each article that is not as it was, and below it one for each of its quotes."""
    lines: list[str] = []
    for (_, title, date, where), some in groupby(gaps, key=lambda gap: (gap.article, gap.title, gap.date, gap.where)):
        own = list(some)
        worst = next((one for one in ("missing", "changed") if any(gap.lack == one for gap in own)), "moved")
        head = (text(f"rehydrate.{worst}"), title, date, where)
        lines.append(console.one_line(" · ".join(part for part in head if part)))
        for gap in own:
            if gap.start is None:
                lines.append("  " + text(f"rehydrate.words_{gap.lack.value}"))
            else:
                lines.append("  " + text(f"rehydrate.quote_{gap.lack.value}", start=gap.start, end=gap.end))
    return lines
