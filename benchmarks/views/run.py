#!/usr/bin/env python3
"""How long the pages take to be written, to show something and to be at rest, and how smoothly they are dragged.

Network file and atlas file beside what pyvis does by itself, on drawn graphs with two edges to a node, in a Chromium
without a graphics card. `--write` puts the figures into RESULTS.md; `--sizes 500 2000` measures only these.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, Error, Page, sync_playwright
from pyvis.network import Network

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("RESULTS.md")
sys.path.insert(0, str(ROOT / "tests"))

from govgraph.views import NetworkOptions, write_atlas, write_network  # noqa: E402
from opening import launched  # noqa: E402 - the Chromium of the tests
from viewable import large  # noqa: E402 - graphs of the tests

Graph = nx.MultiDiGraph
SIZES = (500, 2_000, 10_000, 50_000)
OPENINGS = 3
PATIENCE = 60
"""Seconds that a page has until it is given up."""
DRAG = 2.0
"""Seconds of dragging."""
NETWORK_MOST, PYVIS_MOST = 10_000, 10_000
"""More nodes are not tried: writing alone takes longer than anybody waits."""
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
        written: Seconds of writing.
        size: Megabytes.
        paint: Seconds until something is seen; median of the openings, None if never.
        rest: Seconds until it is at rest.
        frames: Frames per second while it is dragged.
    """

    nodes: int
    page: str
    written: float
    size: float
    paint: float | None = None
    rest: float | None = None
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
    write_network(graph, path, NetworkOptions(max_nodes=NETWORK_MOST))


PAGES: tuple[tuple[str, Callable[[nx.MultiDiGraph[str], Path], None], int], ...] = (
    ("network file", network_file, NETWORK_MOST),
    ("atlas file", write_atlas, max(SIZES)),
    ("pyvis defaults", pyvis_defaults, PYVIS_MOST),
)


def opened(browser: Browser, path: Path) -> tuple[float | None, float | None, float | None]:
    """Seconds to first paint and to rest, and frames per second while dragging."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_offline(True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.add_init_script(_WATCH)
    try:
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function("() => window.__rest > 0")
        rest = float(page.evaluate("() => window.__rest")) / 1000
        paint = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null")
        return (None if paint is None else paint / 1000), rest, dragged(page)
    except Error:
        return None, None, None
    finally:
        context.close()


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


def measured(browser: Browser, folder: Path, sizes: Sequence[int]) -> list[Row]:
    rows = []
    for nodes in sizes:
        graph = large(nodes, 2 * nodes)
        for name, write, most in PAGES:
            if nodes > most:
                continue
            path = folder / f"{nodes}-{name.replace(' ', '-')}.html"
            begin = time.perf_counter()
            write(graph, path)
            row = Row(nodes, name, time.perf_counter() - begin, path.stat().st_size / 1e6)
            seen = []
            for _ in range(OPENINGS):
                seen.append(opened(browser, path))
                if seen[-1][1] is None:
                    break
            if all(rest is not None for _, rest, _ in seen):
                middle = [statistics.median(x for x in column if x is not None) for column in zip(*seen, strict=True)]
                row = replace(row, paint=middle[0], rest=middle[1], frames=middle[2])
            print(row, file=sys.stderr, flush=True)
            rows.append(row)
    return rows


def table(rows: Sequence[Row]) -> str:
    def number(value: float | None, digits: int) -> str:
        return "–" if value is None else f"{value:.{digits}f}"

    lines = [
        "# Views",
        "",
        "Made by `make bench-views` in a Chromium without a graphics card, window 1280 × 800; medians of"
        f" {OPENINGS} openings.",
        "Drawn graphs with two edges to a node. *Paint* is the first thing seen, *rest* when the page answers and",
        f"nothing moves any more; a dash: not within {PATIENCE} s. Pages of a size that a row lacks were not tried.",
        "",
        "| nodes | page | written, s | MB | paint, s | rest, s | frames/s while dragging |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        figures = (number(row.paint, 2), number(row.rest, 2), number(row.frames, 0))
        lines.append(f"| {row.nodes:,} | {row.page} | {row.written:.1f} | {row.size:.1f} | {' | '.join(figures)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="N")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launched(playwright)
        text = table(measured(browser, Path(folder), given.sizes))
        browser.close()
    print(text)
    if given.write:
        RESULTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
