"""How long the named questions take on a large graph, and on a small one beside rdflib.

    python benchmarks/questions/measure.py [--articles 31300] [--store FOLDER] [--draws 20] [--write]

A graph is made of the example pages (`generate.py`), on disk as a build leaves it, or the one in FOLDER is taken. Each
question is asked as `govgraph query --name` asks it, with parameters drawn from the graph (`asked.py`). Then the same
questions are asked of a graph of few articles, in memory, of Oxigraph and of rdflib, which is given a time limit.
"""

from __future__ import annotations

import argparse
import multiprocessing
import platform
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from asked import Asker
from generate import Maker

from govgraph.query import NamedQuery, Scope, filled, named_queries, run, run_named
from govgraph.rdf import to_rdflib
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.namespaces import prefixes
from govgraph.store import DiskStore, MemoryStore

RESULTS = Path(__file__).with_name("RESULTS.md")
_LIMIT = 10
_ENOUGH = 40_000.0
_PATIENCE = 180
_AIM = 50.0


class TooLong(Exception):
    """A query was stopped."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Stops what runs in Python after some seconds."""

    def stop(*_: object) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def timed(ask: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds and answer."""
    begin = time.perf_counter()
    answer = ask()
    return 1000 * (time.perf_counter() - begin), answer


def percentile(spent: Sequence[float], share: float) -> float:
    """The least of the times that at least such a share of them does not exceed."""
    ordered = sorted(spent)
    return ordered[-int(-share * len(ordered) // 1) - 1]


def large(folder: Path, draws: int) -> tuple[list[str], str]:
    """A row for each question, and a sentence on how many keep to the aim."""
    lines, kept, asked = [], 0, 0
    for query in sorted(named_queries(), key=lambda one: (one.scope, one.name)):
        found = patient(folder, query, draws)
        interactive = query.scope is Scope.INTERACTIVE
        asked += interactive
        if found is None:
            lines.append(f"| {query.name} | {query.scope} | 1 | | | > {1000 * _PATIENCE} | > {1000 * _PATIENCE} |")
        else:
            spent, sizes = found
            middle, high = statistics.median(spent), percentile(spent, 0.95)
            kept += interactive and high < _AIM
            lines.append(
                f"| {query.name} | {query.scope} | {len(spent)} | {statistics.median(sizes):.0f} | {max(sizes)} "
                f"| {middle:.1f} | {high:.1f} |"
            )
        print(lines[-1], file=sys.stderr, flush=True)
    return lines, f"{kept} of {asked} interactive questions have a p95 below {_AIM:.0f} ms."


def patient(folder: Path, query: NamedQuery, draws: int) -> tuple[list[float], list[int]] | None:
    """Times and numbers of rows, measured in a process of its own; None if that takes too long."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(folder, query, draws, there))
    process.start()
    found: tuple[list[float], list[int]] | None = here.recv() if here.poll(_PATIENCE) else None
    process.kill()
    process.join()
    return found


def _measure(folder: Path, query: NamedQuery, draws: int, out: Connection) -> None:
    store = DiskStore(folder, read_only=True)
    out.send(measured(store, query, list(Asker(store, draws).calls(query))))


def measured(
    store: GraphReader, query: NamedQuery, calls: Sequence[Mapping[str, str]]
) -> tuple[list[float], list[int]]:
    """Times and numbers of rows; a first call warms up, unless it takes so long that one has to do."""
    spent: list[float] = []
    sizes: list[int] = []
    first, rows = timed(partial(run_named, store, query.name, calls[0]))
    if first > _ENOUGH / 4:
        return [first], [len(rows)]
    for call in list(calls) * (3 if len(calls) == 1 else 1):
        took, rows = timed(partial(run_named, store, query.name, call))
        spent.append(took)
        sizes.append(len(rows))
        if sum(spent) > _ENOUGH:
            break
    return spent, sizes


def beside_rdflib(articles: int, draws: int) -> tuple[int, list[str]]:
    """Number of quads, and a row for each question."""
    store = MemoryStore(Maker(articles).quads())
    graph = to_rdflib(store.match())
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items())
    asker = Asker(store, draws)
    lines = []
    for query in named_queries():
        mine, theirs, stopped = [], [], False
        for call in asker.calls(query):
            text = filled(store, query, call)
            mine.append(timed(partial(run, store, text))[0])
            try:
                with limited(_LIMIT):
                    theirs.append(timed(lambda text=text: list(graph.query(declared + text)))[0])
            except TooLong:
                stopped = True
                break
        ours, other = statistics.median(mine), 1000 * _LIMIT if stopped else statistics.median(theirs)
        sign = "> " if stopped else ""
        lines.append(f"| {query.name} | {ours:.2f} | {sign}{other:.0f} | {sign}{other / ours:.0f} |")
        print(lines[-1], file=sys.stderr, flush=True)
    return len(store), lines


def made(articles: int, folder: Path) -> float:
    """Seconds to make the graph of so many articles and load it."""
    begin = time.perf_counter()
    DiskStore(folder).load(Maker(articles).quads())
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=31_300)
    parser.add_argument("--store", type=Path, help="a graph that was made before, or where to keep the one made now")
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--rdflib-articles", type=int, default=60)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = given.store or Path(place) / "store"
        if not (folder / "CURRENT").is_file():
            print(f"made in {made(given.articles, folder):.0f} s", file=sys.stderr)
        quads = len(DiskStore(folder, read_only=True))
        rows, told = large(folder, given.draws)
    few, beside = beside_rdflib(given.rdflib_articles, 3)
    text = f"""# How long the named questions take

Made by `benchmarks/questions/measure.py --write` with Python {platform.python_version()} on two shared cores;
[README.md](README.md) says how to read it.

## {quads:,} quads on disk

Milliseconds for a call of `run_named`, names given as IRIs, until the rows are there; a question that has none after
{_PATIENCE} s is stopped. {told}

| question | scope | calls | rows, median | rows, most | median | p95 |
|---|---|---:|---:|---:|---:|---:|
{chr(10).join(rows)}

## Beside rdflib: {few:,} quads in memory

Milliseconds for the same text, median of up to three calls; a query that rdflib has not answered after {_LIMIT} s is
stopped.

| question | Oxigraph | rdflib | times |
|---|---:|---:|---:|
{chr(10).join(beside)}
"""
    print(text)
    if given.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
