#!/usr/bin/env python3
"""What the first visit of each page of the explorer costs: KB of scripts, seconds to the first paint, and to the whole.

Serves a graph, opens each page with empty caches in a Chromium whose processor is slowed down, and prints a table;
`--write` puts it into EXPLORER.md. `--graph DIR` names the output folder of a build.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("EXPLORER.md")
sys.path.insert(0, str(ROOT / "tests"))

from window import settled_page  # noqa: E402 - beside this file

from exploring import SCRIPTS  # noqa: E402 - what the tests ask of a page
from opening import launched  # noqa: E402 - the Chromium of the tests
from serving import serving  # noqa: E402 - the server of the tests

OPENINGS = 5
SLOWER = 4
"""How many times slower the processor is made."""
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"
_SHOWN = "() => document.querySelector('main[aria-busy=false]') && performance.now()"


def pages(root: str) -> Mapping[str, str]:
    """Name → address: the first page, the thing that most articles mention, the latest article, and the views."""
    with urlopen(f"{root}/api/index.json") as answer:
        index = json.load(answer)
    below = len(index["base"])
    return {
        "first page": "/",
        "a thing": f"/id{index['entities'][0][0][below:]}",
        "an article": f"/id{index['latest'][0]['iri'][below:]}",
        "network": "/network",
        "timeline": "/timeline",
        "map": "/map",
        "SPARQL": "/sparql-editor",
    }


def visited(browser: Browser, address: str) -> tuple[float, float, float, float]:
    """KB of scripts, KB of them as sent, seconds to the first paint, seconds until the page is shown."""
    page = settled_page(browser)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    shown = page.wait_for_function(_SHOWN, polling=10).json_value()
    whole, sent = page.evaluate(SCRIPTS)
    paint = page.evaluate(_PAINT)
    page.context.close()
    return whole / 1000, sent / 1000, paint / 1000, shown / 1000


def table(rows: Mapping[str, tuple[float, ...]], counts: str) -> str:
    lines = [
        "# Explorer",
        "",
        "Made by `python benchmarks/views/explorer.py --graph DIR --write`: each page with empty caches, window",
        f"1280 × 800, a processor {SLOWER} times slower, from a server on the same machine;",
        f"medians of {OPENINGS} visits, each in a new window that the browser was done with. Graph: {counts}.",
        "*Paint* is the first thing seen, *shown* when the page has what it is about. What lies between is computing:",
        "charts are drawn by ECharts, networks are laid out.",
        "",
        "| page | scripts, KB | as sent, KB | paint, s | shown, s |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(f"| {name} | {one[0]:.0f} | {one[1]:.0f} | {one[2]:.2f} | {one[3]:.2f} |" for name, one in rows.items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", default="output", metavar="DIR")
    parser.add_argument("--write", action="store_true", help="write EXPLORER.md")
    given = parser.parse_args()
    rows = {}
    with serving(given.graph) as client, sync_playwright() as playwright:
        browser = launched(playwright)
        with urlopen(f"{client.url}/api/index.json") as answer:
            counts = json.load(answer)["counts"]
        for name, path in pages(client.url).items():
            # the server has computed it once before, as it has for all but its very first reader
            visited(browser, client.url + path)
            seen = [visited(browser, client.url + path) for _ in range(OPENINGS)]
            rows[name] = tuple(statistics.median(column) for column in zip(*seen, strict=True))
        browser.close()
    text = table(rows, f"{counts['entities']:,} things, {counts['articles']:,} articles")
    print(text)
    if given.write:
        RESULTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
