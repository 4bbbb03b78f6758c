"""How `govgraph serve` answers ten clients at once, alone and beside queries that would run for ever.

`--write` puts the figures into RESULTS.md; `--seconds` makes the rounds shorter.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("RESULTS.md")
CLIENTS = 10
ENDLESS = 2
TIMEOUT = 5
JSON, TURTLE = "application/sparql-results+json", "text/turtle"

MIX = {
    "name": (JSON, "SELECT ?s { ?s skos:prefLabel ?name FILTER(STRSTARTS(?name, 'Hessen')) }"),
    "holders": (
        "text/csv",
        "SELECT DISTINCT ?person ?role ?body { ?tenure a gov:Tenure ; org:member ?person ; org:role ?role "
        "OPTIONAL { ?tenure org:organization ?body } }",
    ),
    "evidence": (
        JSON,
        "SELECT DISTINCT ?s ?p ?o ?quote { ?statement rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; "
        "gov:evidence/gov:quote ?quote } LIMIT 50",
    ),
    "counts": (JSON, "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n)"),
    "articles": ("application/sparql-results+xml", "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"),
    "ask": (JSON, "ASK { ?s a gov:Person }"),
    "around": (TURTLE, "CONSTRUCT { ?s ?p ?o } { ?s a gov:Person ; ?p ?o }"),
    "paths": (JSON, "SELECT ?a ?b { ?a gov:partOf+ ?b }"),
}
FOREVER = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?s{one} ?p{one} ?o{one} .' for one in range(8))} }}"


@dataclass
class Round:
    """What was measured.

    Attributes:
        times: Kind of query → seconds of each answer.
        errors: Answers that were none.
        stopped: Seconds after which the endless queries were stopped.
    """

    times: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in MIX})
    errors: int = 0
    stopped: list[float] = field(default_factory=list)


@contextmanager
def served(graph: Path) -> Iterator[str]:
    """Address of a server of a graph."""
    command = [sys.executable, "-m", "govgraph", "serve", "--graph", str(graph), "--port", "0"]
    with subprocess.Popen(
        [*command, "--timeout", str(TIMEOUT)],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "GOVGRAPH_LANG": "en"},
    ) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+:\d+", line)
        assert found, line
        try:
            # the processes that answer have all started
            time.sleep(5)
            yield found[0]
        finally:
            process.terminate()


def ask(connection: http.client.HTTPConnection, accept: str, sparql: str) -> int:
    headers = {"Content-Type": "application/sparql-query", "Accept": accept}
    connection.request("POST", "/query", sparql.encode(), headers)
    said = connection.getresponse()
    said.read()
    return said.status


def client(url: str, number: int, end: float, into: Round) -> None:
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
    names = list(MIX)
    turn = number
    while time.monotonic() < end:
        name = names[turn % len(names)]
        turn += 1
        begin = time.monotonic()
        try:
            status = ask(connection, *MIX[name])
        except OSError:
            status = 0
        if status == 200:
            into.times[name].append(time.monotonic() - begin)
        else:
            into.errors += 1
    connection.close()


def endless(url: str, end: float, into: Round) -> None:
    place = urlsplit(url)
    while time.monotonic() < end:
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
        begin = time.monotonic()
        if ask(connection, JSON, FOREVER) == 503:
            into.stopped.append(time.monotonic() - begin)
        else:
            into.errors += 1
        connection.close()


def measured(url: str, seconds: float, clients: int, bad: int) -> Round:
    into = Round()
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=client, args=(url, number, end, into)) for number in range(clients)]
    threads += [threading.Thread(target=endless, args=(url, end, into)) for _ in range(bad)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return into


def row(label: str, seconds: float, found: Round) -> str:
    times = sorted(one for spent in found.times.values() for one in spent)
    longest = f"{max(found.stopped):.2f} s ({len(found.stopped)})" if found.stopped else ""
    return (
        f"| {label} | {len(times):,} | {len(times) / seconds:,.0f} | {1000 * statistics.median(times):.1f} | "
        f"{1000 * percentile(times, 0.95):.1f} | {1000 * times[-1]:.0f} | {found.errors} | {longest} |"
    )


def percentile(times: Sequence[float], part: float) -> float:
    return times[min(int(part * len(times)), len(times) - 1)]


def report(graph: Path, seconds: float) -> str:
    with served(graph) as url:
        rounds = [
            ("one client", measured(url, seconds / 4, 1, 0), seconds / 4),
            (f"{CLIENTS} clients", measured(url, seconds, CLIENTS, 0), seconds),
            (f"{CLIENTS} clients beside {ENDLESS} endless ones", measured(url, seconds, CLIENTS, ENDLESS), seconds),
        ]
    lines = [
        "| | answers | per second | median ms | p95 ms | longest ms | errors | endless ones stopped after |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
        *(row(label, spent, found) for label, found, spent in rounds),
        "",
        "| query | alone, p95 ms | ten clients, p95 ms | beside endless ones, p95 ms |",
        "|---|---:|---:|---:|",
    ]
    for name in MIX:
        cells = [f"{1000 * percentile(sorted(found.times[name]) or [0.0], 0.95):.1f}" for _, found, _ in rounds]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="How `govgraph serve` answers ten clients at once.")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--graph", type=Path, help="output folder; else the pages in examples/ are built")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = given.graph
        if graph is None:
            graph = Path(folder) / "output"
            pages = sorted(map(str, (ROOT / "examples").glob("*.txt")))
            command = [sys.executable, "-m", "govgraph", "build", *pages, "--out", str(graph)]
            subprocess.run(command, check=True, capture_output=True)
        table = report(graph, given.seconds)
    print(table)
    if given.write:
        text = (
            f"# Serving\n\nMade by `benchmarks/serve/run.py --write` on {os.cpu_count()} processors that clients and "
            f"server share; {given.seconds:g} seconds for each line of many clients, on the graph of the pages in "
            "`examples/`. Clients ask in turn for the queries below, without a pause; endless ones ask for a product "
            f"of eight times all triples, again and again. Queries are stopped after {TIMEOUT} seconds.\n\n{table}\n"
        )
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
