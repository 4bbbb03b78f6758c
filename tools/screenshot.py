"""Picture of a page: `python tools/screenshot.py PAGE.html OUT.png [--edge IRI | --node IRI | --anchor '#…'] [--dark]`.

Without a choice, in a network file, it selects the surest statement at the best connected person, so that a quote is in
the picture.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

BEST_EDGE = """() => {
  const { data, isVisible } = govgraph;
  const grade = (edge) => {
    const ends = [data.nodes[edge.from], data.nodes[edge.to]];
    const longest = Math.max(0, ...edge.evidence.map((at) => data.quotes[at].text.length));
    const [from, to] = ends.map((end) => govgraph.nodePosition(end.id));
    const length = Math.hypot(from.x - to.x, from.y - to.y);
    return (length > 110 && length < 320 ? 60 : 0) + (ends[0].type === "Person" ? 40 : 0) +
      Math.min(30, ends[0].edges.length + ends[1].edges.length) +
      edge.confidence * 10 + (longest > 60 && longest < 260 ? 30 : 0) + Math.min(2, edge.evidence.length) * 5;
  };
  const best = data.edges.filter(isVisible).sort((a, b) => grade(b) - grade(a) || a.id - b.id)[0];
  return best ? best.iri : null;
}"""


def chromium() -> str | None:
    """Path of a Chromium: as set by the user, else the first one on the path."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    asked = os.environ.get("GOVGRAPH_CHROMIUM") or os.environ.get("CHROMIUM")
    return asked or next(filter(None, map(shutil.which, names)), None)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--edge", help="IRI of the statement to select")
    parser.add_argument("--node", help="IRI of the entity to select")
    parser.add_argument("--anchor", default="", help="what follows the address of the page: #p=IRI, #l=LAND")
    parser.add_argument("--size", type=int, nargs=2, default=(1400, 860), metavar=("WIDTH", "HEIGHT"))
    parser.add_argument("--home", action="store_true", help="select nothing")
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        # None lets Playwright take a browser of its own.
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGS))
        page = browser.new_page(
            viewport={"width": options.size[0], "height": options.size[1]},
            color_scheme="dark" if options.dark else "light",
            reduced_motion="reduce",
        )
        page.goto(options.page.resolve().as_uri() + options.anchor)
        page.wait_for_load_state()
        if not options.home and not options.anchor and page.evaluate("() => Boolean(window.govgraph?.byIri)"):
            kind, iri = ("n", options.node) if options.node else ("e", options.edge or page.evaluate(BEST_EDGE))
            if iri:
                page.evaluate(
                    "([kind, iri]) => govgraph.choose(kind, govgraph.byIri[kind].get(iri), false)", [kind, iri]
                )
        page.wait_for_timeout(500)
        page.screenshot(path=options.picture)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
