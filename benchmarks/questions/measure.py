"""How long the named questions take on a large graph, and on a small one beside rdflib.

    python benchmarks/questions/measure.py [--articles 39000] [--quads FILE] [--draws 20] [--patience 180] [--write]
    python benchmarks/questions/measure.py --store FOLDER

A graph is made of the open pages (`generate.py`), or the N-Quads in FILE are taken. It is loaded in memory, and on
disk as a build does it, where each question is asked as `govgraph query --name` asks it, with parameters drawn from the
graph (`asked.py`). Then the same questions are asked of a graph of few articles, in memory, of Oxigraph and of rdflib,
which is given a time limit.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from asked import Asker
from generate import Maker
from pyoxigraph import RdfFormat, parse

from govgraph.query import NamedQuery, Scope, filled, named_queries, run, run_named
from govgraph.rdf import to_rdflib
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.namespaces import prefixes
from govgraph.store import DiskStore, MemoryStore

RESULTS = Path(__file__).with_name("RESULTS.md")
_LIMIT = 10
_ENOUGH = 40_000.0
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


def large(folder: Path, draws: int, patience: int, scopes: Collection[Scope] = tuple(Scope)) -> tuple[list[str], str]:
    """A row for each question, and a sentence on how many keep to the aim."""
    lines, kept, asked = [], 0, 0
    for query in sorted(named_queries(), key=lambda one: (one.scope, one.name)):
        if query.scope not in scopes:
            continue
        found = patient(folder, query, draws, patience)
        interactive = query.scope is Scope.INTERACTIVE
        asked += interactive
        if found is None:
            lines.append(f"| {query.name} | {query.scope} | 1 | | | > {1000 * patience} | > {1000 * patience} | |")
        else:
            spent, sizes, heaviest = found
            middle, high = statistics.median(spent), percentile(spent, 0.95)
            kept += interactive and high < _AIM
            lines.append(
                f"| {query.name} | {query.scope} | {len(spent)} | {statistics.median(sizes):.0f} | {max(sizes)} "
                f"| {middle:.1f} | {high:.1f} | {'' if heaviest is None else f'{heaviest:.1f}'} |"
            )
        print(lines[-1], file=sys.stderr, flush=True)
    return lines, f"{kept} of {asked} interactive questions have a p95 below {_AIM:.0f} ms."


Found = tuple[list[float], list[int], float | None]
"""Times, numbers of rows, and the time for what most is said of."""


def patient(folder: Path, query: NamedQuery, draws: int, patience: int) -> Found | None:
    """What was measured in a process of its own; None if that takes too many seconds."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(folder, query, draws, there))
    process.start()
    found: Found | None = here.recv() if here.poll(patience) else None
    process.kill()
    process.join()
    return found


def _measure(folder: Path, query: NamedQuery, draws: int, out: Connection) -> None:
    store = DiskStore(folder, read_only=True)
    asker = Asker(store, draws)
    spent, sizes = measured(store, query, list(asker.calls(query)))
    most = asker.heaviest(query) if query.scope is Scope.INTERACTIVE else None
    out.send((spent, sizes, most and statistics.median(measured(store, query, [most])[0])))


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


def made(articles: int, file: Path) -> None:
    """Write the graph of so many articles as N-Quads."""
    with file.open("w", encoding="utf-8") as out:
        out.writelines(f"{quad} .\n" for quad in Maker(articles).quads())


def loaded(file: Path, folder: Path) -> tuple[float, float]:
    """Seconds to load a file of N-Quads on disk, all that makes look-ups fast included, and in memory."""
    spent = []
    for load in (lambda: _on_disk(file, folder), lambda: MemoryStore(parse(path=file, format=RdfFormat.N_QUADS))):
        # each in a process that ends, so that the memory of one does not weigh on what is measured next
        context = multiprocessing.get_context("fork")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_timed_in, args=(load, there))
        process.start()
        spent.append(here.recv())
        process.join()
    return spent[0], spent[1]


def _on_disk(file: Path, folder: Path) -> None:
    with DiskStore(folder) as store:
        store.load(parse(path=file, format=RdfFormat.N_QUADS))


def _timed_in(load: Callable[[], Any], out: Connection) -> None:
    out.send(timed(load)[0] / 1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=39_000)
    parser.add_argument("--quads", type=Path, help="N-Quads that were made before, or where to keep those made now")
    parser.add_argument("--store", type=Path, help="store loaded before: only its interactive questions are asked")
    parser.add_argument("--patience", type=int, default=180, help="seconds after which a question is stopped")
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--rdflib-articles", type=int, default=60)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    if given.store:
        print(
            large(given.store, given.draws, given.patience, (Scope.INTERACTIVE,))[1],
            f"Load average {os.getloadavg()[0]:.1f}.",
        )
        return
    with tempfile.TemporaryDirectory() as place:
        file, folder = given.quads or Path(place) / "graph.nq", Path(place) / "store"
        if not file.is_file():
            made(given.articles, file)
        on_disk, in_memory = loaded(file, folder)
        print(f"loaded in {on_disk:.0f} s on disk, {in_memory:.0f} s in memory", file=sys.stderr, flush=True)
        quads = len(DiskStore(folder, read_only=True))
        rows, told = large(folder, given.draws, given.patience)
    few, beside = beside_rdflib(given.rdflib_articles, 3)
    text = f"""# How long the named questions take

Made by `benchmarks/questions/measure.py --write` with Python {platform.python_version()} on two shared cores;
[README.md](README.md) says how to read it.

## {quads:,} quads on disk

Loading the N-Quads took {on_disk:.0f} s on disk, merging what loading leaves there included, and {in_memory:.0f} s in
memory.

Milliseconds for a call of `run_named`, names given as IRIs, until the rows are there; a question that has none after
{given.patience} s is stopped. {told}

| question | scope | calls | rows, median | rows, most | median | p95 | most said of |
|---|---|---:|---:|---:|---:|---:|---:|
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
