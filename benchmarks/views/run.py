#!/usr/bin/env python3
"""How long the pages take to be written, to show something and to be at rest, and how smoothly they are dragged.

Network file and atlas file beside what pyvis does by itself, on drawn graphs with two edges to a node, in a Chromium
without a graphics card. Who takes too long is stopped. `--write` puts the figures into RESULTS.md; `--sizes 500 2000`
measures only these.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as Late
from pyvis.network import Network

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("RESULTS.md")
sys.path.insert(0, str(ROOT / "tests"))

from window import SETTLING, settled_page  # noqa: E402 - beside this file

from govgraph.views import NetworkOptions, write_atlas, write_network  # noqa: E402
from opening import launched  # noqa: E402 - the Chromium of the tests
from viewable import large  # noqa: E402 - graphs of the tests

SIZES = (500, 2_000, 10_000, 50_000)
OPENINGS = 3
WRITING = 60
"""Seconds that a page may take to be written."""
PATIENCE = 30
"""Seconds that it may take to come to rest."""
DRAG = 2.0
"""Seconds of dragging."""
_WATCH = """
window.__rest = 0;
const look = () => {
  const own = window.govgraph && window.govgraph.ready;
  const pyvis = typeof network !== "undefined" && network && network.physics && network.physics.stabilized;
  if (own || pyvis) requestAnimationFrame(() => { window.__rest = performance.now(); });
  else setTimeout(look, 4);
};
look();
"""
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_FRAMES = """
() => new Promise((done) => {
  const times = [];
  const tick = (now) => {
    times.push(now);
    if (now - times[0] < %d) requestAnimationFrame(tick); else done((times.length - 1) * 1000 / (now - times[0]));
  };
  requestAnimationFrame(tick);
})
"""


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one page.

    Attributes:
        nodes: Number of nodes.
        page: What wrote it.
        written: Seconds of writing; None if it was stopped.
        size: Megabytes.
        seen: What was measured while it was open; None if it was not written.
    """

    nodes: int
    page: str
    written: float | None = None
    size: float | None = None
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One opening of a page; None for what did not happen in time.

    Attributes:
        paint: Seconds until something is seen.
        rest: Seconds until it is at rest.
        work: Seconds that the page's thread worked until then; other programs on the machine change it little.
        frames: Frames per second while it is dragged.
    """

    paint: float | None = None
    rest: float | None = None
    work: float | None = None
    frames: float | None = None


def pyvis_defaults(graph: nx.MultiDiGraph[str], path: Path) -> None:
    """As in the first example of its documentation."""
    net = Network(directed=True, cdn_resources="in_line")
    for iri, attributes in graph.nodes(data=True):
        net.add_node(iri, label=attributes["label"])
    for source, target, attributes in graph.edges(data=True):
        net.add_edge(source, target, title=attributes["label"])
    path.write_text(net.generate_html(), encoding="utf-8")


def network_file(graph: nx.MultiDiGraph[str], path: Path) -> None:
    write_network(graph, path, NetworkOptions(max_nodes=graph.number_of_nodes()))


PAGES: dict[str, Callable[[nx.MultiDiGraph[str], Path], None]] = {
    "network file": network_file,
    "atlas file": write_atlas,
    "pyvis defaults": pyvis_defaults,
}


def written(name: str, nodes: int, path: Path) -> float | None:
    """Seconds that a process of its own needs to write a page, the graph not counted; None if it was stopped."""
    command = [sys.executable, __file__, "--page", name, "--sizes", str(nodes), "--to", str(path)]
    try:
        return float(subprocess.run(command, stdout=subprocess.PIPE, timeout=WRITING, check=True).stdout)
    except subprocess.TimeoutExpired:
        return None


def opened(path: Path) -> Seen:
    """What is seen of a page in a browser of its own; nothing where the page blocks it, and all is ended."""
    command = [sys.executable, __file__, "--open", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    try:
        told, _ = process.communicate(timeout=2 * PATIENCE + DRAG + SETTLING + 20)
    except subprocess.TimeoutExpired:
        # the browser is a process of the same group
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return Seen()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Seen(**json.loads(told))


def looked_at(browser: Browser, path: Path) -> Seen:
    """What is seen of a page in a window of its own."""
    page = settled_page(browser, offline=True)
    page.set_default_timeout(PATIENCE * 1000)
    page.add_init_script(_WATCH)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        page.goto(path.as_uri(), wait_until="commit")
        rest = page.wait_for_function("() => window.__rest / 1000").json_value()
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return Seen(painted(page), rest, metrics["TaskDuration"], dragged(page))
    except Late:
        # Nobody drags what does not stop moving; a page that computes without a pause does not even answer.
        return Seen(painted(page))
    finally:
        page.context.close()


def painted(page: Page) -> float | None:
    """Seconds until something was seen."""
    try:
        return float(page.wait_for_function(_PAINT, timeout=10_000).json_value()) / 1000
    except Late:
        return None


def dragged(page: Page) -> float:
    """Frames per second while the picture is moved by the mouse."""
    page.mouse.move(640, 400)
    page.mouse.down()
    page.evaluate("(code) => { window.__frames = eval(code)(); }", _FRAMES % round(DRAG * 1000))
    end = time.perf_counter() + DRAG
    step = 0
    while time.perf_counter() < end:
        step += 1
        page.mouse.move(640 + (step * 7) % 200, 400 + (step * 5) % 120)
    page.mouse.up()
    return float(page.evaluate("() => window.__frames"))


def measured(folder: Path, sizes: Sequence[int]) -> Iterator[Row]:
    for nodes, name in itertools.product(sizes, PAGES):
        path = folder / "page.html"
        seconds = written(name, nodes, path)
        row = Row(nodes, name, seconds)
        if seconds is not None:
            openings = [opened(path)]
            while openings[-1].rest is not None and len(openings) < OPENINGS:
                openings.append(opened(path))
            row = replace(row, size=path.stat().st_size / 1e6, seen=middle(openings))
        print(row, file=sys.stderr, flush=True)
        yield row


def middle(openings: Sequence[Seen]) -> Seen:
    """Medians of what happened in time in each of them."""
    columns = {field.name: [getattr(one, field.name) for one in openings] for field in fields(Seen)}
    return Seen(**{name: None if None in values else statistics.median(values) for name, values in columns.items()})


def table(rows: Iterable[Row]) -> str:
    lines = [
        "# Views",
        "",
        f"Made by `make bench-views` in a Chromium without a graphics card, window 1280 × 800, {os.cpu_count()}"
        f" processors; medians of {OPENINGS} openings, each in a new window that the browser was done with.",
        "Drawn graphs with two edges to a node. *Paint* is the first thing seen, *rest* when the page answers and",
        "nothing moves any more, *work* how long its thread worked until then: other programs change that little.",
        f"`>` where writing was stopped after {WRITING} s, or where a page was not at rest after {PATIENCE} s.",
        "",
        "| nodes | page | written, s | MB | paint, s | rest, s | work, s | frames/s while dragging |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        seen = row.seen or Seen()
        late = f"> {PATIENCE}" if row.seen else ""
        cells = [
            number(row.written, 1) or f"> {WRITING}",
            number(row.size, 1),
            number(seen.paint, 2),
            number(seen.rest, 2) or late,
            number(seen.work, 2),
            number(seen.frames, 0),
        ]
        lines.append(f"| {row.nodes:,} | {row.page} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="N")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md")
    parser.add_argument("--page", choices=PAGES, help=argparse.SUPPRESS)
    parser.add_argument("--to", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--open", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.page:
        # What `written` starts.
        graph = large(given.sizes[0], 2 * given.sizes[0])
        begin = time.perf_counter()
        PAGES[given.page](graph, given.to)
        print(time.perf_counter() - begin)
        return 0
    if given.open:
        # What `opened` starts.
        with sync_playwright() as playwright:
            browser = launched(playwright)
            print(json.dumps(asdict(looked_at(browser, given.open))))
            browser.close()
        return 0
    with tempfile.TemporaryDirectory() as folder:
        text = table(measured(Path(folder), given.sizes))
    print(text)
    if given.write:
        RESULTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
