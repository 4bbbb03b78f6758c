"""How well HTML pages are read, beside the bare extractor.

    python benchmarks/pages/run.py [--write] [--gate] [--raise] [--misses]

Figures are per cent of articles. An article that was not found has all its fields wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measure import FIELDS, HERE, SETS, GoldPage, Score, gold_pages, pairs_of, present_systems, score_page

RESULTS = HERE / "RESULTS.md"
FLOORS = HERE / "floors.json"
COLUMNS = ("articles", *FIELDS)
MAIN = "main articles"
ROUNDS = 3
INTRODUCTION = """\
# HTML pages

Written by `python benchmarks/pages/run.py --write`. Per cent of articles; *articles*: of pages with the right number
of them; *must in*, *must not out*: of passages. *Kind* is the genre with report and news as one, since telling short
ones apart is a matter of taste. *Aimed at* is the share of title, date, authors, kind, first and last words together,
for which the aim is 97. *Main articles* leaves teasers and pages of teasers aside. What a system does not give
(trafilatura: kicker, genre, more than one article; resiliparse: all but a text and a title) counts as wrong.
"""


def measure(pages: list[GoldPage], system: str) -> dict[str, Score]:
    """Scores of a system by layout, and of all."""
    reads = present_systems()[system]
    scores: dict[str, Score] = {}
    whole, main = Score(), Score()
    for page in pages:
        found = reads(page.path.read_bytes(), page.name)
        score = score_page(page, found)
        scores.setdefault(page.layout, Score()).merge(score)
        whole.merge(score)
        if page.layout != "list":
            # The first article alone, so that systems that give one text a page can be compared.
            first = replace(page, articles=page.articles[:1])
            main.merge(score_page(first, [one for _, one in pairs_of(first.articles, found) if one]))
    return {**dict(sorted(scores.items())), MAIN: main, "all": whole}


def speed(pages: list[GoldPage], system: str) -> float:
    """Pages per second on one core, the best of some rounds."""
    reads = present_systems()[system]
    raw = [(page.path.read_bytes(), page.name) for page in pages]
    best = 0.0
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        for one, name in raw:
            reads(one, name)
        best = max(best, len(raw) / (time.perf_counter() - begin))
    return best


def digest(pages: list[GoldPage]) -> str:
    """SHA-256 of pages and annotations."""
    found = hashlib.sha256()
    for page in pages:
        for path in (page.path, page.path.with_name(f"{page.name}.gold.json")):
            found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def table(figures: Mapping[str, Mapping[str, Mapping[str, Score]]]) -> str:
    """Figures as Markdown."""
    lines = []
    for which, systems in figures.items():
        lines += [
            f"## {which}",
            "",
            "| system | layout | pages | aimed at | " + " | ".join(COLUMNS) + " |",
            "|---|---|---:|---:|" + "---:|" * len(COLUMNS),
        ]
        for system, scores in systems.items():
            for layout, score in scores.items():
                if system != "govgraph" and layout not in (MAIN, "all"):
                    continue
                cells = " | ".join(f"{score.share(name):.1f}" for name in COLUMNS)
                lines.append(f"| {system} | {layout} | {score.pages} | {score.aimed:.1f} | {cells} |")
        lines.append("")
    return "\n".join(lines)


def report(figures: Mapping[str, Mapping[str, Mapping[str, Score]]], speeds: Mapping[str, float]) -> str:
    """The whole page of results."""
    rows = "\n".join(f"| {system} | {per_second:.0f} |" for system, per_second in speeds.items())
    return (
        f"{INTRODUCTION}\n"
        f"{table(figures)}\n## Speed\n\nPages per second on one core, best of {ROUNDS} rounds over the open pages.\n\n"
        f"| system | pages/s |\n|---|---:|\n{rows}\n"
    )


def floors_of(figures: Mapping[str, Mapping[str, Mapping[str, Score]]]) -> dict[str, dict[str, object]]:
    """Floors as of now: one article less than now is noise."""
    floors: dict[str, dict[str, object]] = {}
    for which, systems in figures.items():
        score = systems["govgraph"]["all"]
        if not score.pages:
            continue
        floors[which] = {
            "digest": digest(gold_pages(which)),
            "least": {
                name: round(score.share(name) - 100 / max(1, score.total.get(name, score.pages)) - 0.05, 1)
                for name in COLUMNS
            },
        }
    return floors


def complaints(
    floors: Mapping[str, Mapping[str, object]], figures: Mapping[str, Mapping[str, Mapping[str, Score]]]
) -> list[str]:
    """Figures below their floors, and sets whose pages are not those of the floors."""
    out = []
    for which, systems in figures.items():
        score = systems["govgraph"]["all"]
        if not score.pages:
            continue
        floor = floors.get(which)
        if floor is None:
            out.append(f"{which}: no floor yet; take it up with --raise")
            continue
        if floor["digest"] != digest(gold_pages(which)):
            out.append(f"{which}: pages or annotations are others than those of the floor; take them up with --raise")
        least: dict[str, float] = floor["least"]  # type: ignore[assignment]
        out += [
            f"{which}: {name} at {score.share(name):.1f}, floor {low:.1f}"
            for name, low in least.items()
            if score.share(name) < low - 1e-9
        ]
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    parser.add_argument("--gate", action="store_true", help="fail if a figure is below its floor")
    parser.add_argument("--raise", dest="lift", action="store_true", help="set the floors to the figures of now")
    parser.add_argument("--misses", action="store_true", help="show what is wrong on the open pages")
    given = parser.parse_args()
    systems = ["govgraph"] if given.gate or given.lift or given.misses else list(present_systems())
    figures = {
        which: {system: measure(pages, system) for system in systems} for which in SETS if (pages := gold_pages(which))
    }
    if not figures:
        print("no pages are here", file=sys.stderr)
        return 1
    if given.misses:
        print("\n".join(figures.get("open", {}).get("govgraph", {"all": Score()})["all"].misses))
    print(table(figures))
    if given.lift:
        FLOORS.write_text(json.dumps(floors_of(figures), indent=1) + "\n", encoding="utf-8")
    if given.write:
        speeds = {system: speed(gold_pages("open"), system) for system in systems}
        RESULTS.write_text(report(figures, speeds), encoding="utf-8")
    if given.gate:
        found = complaints(json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}, figures)
        print("\n".join(found) or "all figures hold their floors", file=sys.stderr)
        return bool(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
