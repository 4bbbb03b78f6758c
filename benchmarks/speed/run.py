#!/usr/bin/env python3
"""Words per second from text to record on one core, beside two yardsticks with the same lexicon.

Each measurement is a process of its own, pinned to one core, so that memory is counted by system; rounds alternate
between the systems, so that a machine that gets slower gets slower for all. The table quotes medians; ratios are
formed round by round.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
WARM_UP_WORDS = 20_000
LONGEST_SECONDS = 900
LONGEST_FOR_A_PAGE = 300
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What to measure."""

    words: int
    runs: int
    sizes: tuple[float, ...]
    seed: int
    texts: tuple[Path, ...]
    out: Path
    spacy: bool = True


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=1_000_000, help="least number of words of the corpus")
    parser.add_argument("--runs", type=int, default=3, help="rounds; the table quotes the median")
    parser.add_argument("--sizes", default="1,5,10", help="lengths of one page in MB, separated by commas; - for none")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", type=Path, action="append", default=[], help="file of German text to add, verbatim")
    parser.add_argument("--no-spacy", action="store_true", help="leave spaCy out")
    parser.add_argument("--quick", action="store_true", help="100,000 words, one round, pages of 0.25 to 1 MB")
    parser.add_argument("--out", type=Path, default=RESULTS, help="where to write the table")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.child:
        json.dump(_child(json.loads(given.child)), sys.stdout)
        return 0
    if given.words < 1 or given.runs < 1:
        parser.error("--words and --runs take a number from 1")
    sizes = () if given.sizes == "-" else tuple(float(size) for size in given.sizes.split(","))
    words, runs = given.words, given.runs
    if given.quick:
        words, runs, sizes = 100_000, 1, (0.25, 0.5, 1.0)
    settings = Settings(words, runs, sizes, given.seed, tuple(given.text), given.out, not given.no_spacy)
    table = report(settings, *measure(settings))
    print(table)
    settings.out.write_text(table, encoding="utf-8")
    return 0


# ---------------------------------------------------------------------- one process


def _child(task: dict[str, Any]) -> dict[str, Any]:
    """Measure one system on the corpus, or the reader on one page."""
    core = _pin()
    from corpus import Variations, load_seeds
    from systems import SYSTEMS, names, stages, warm_up

    start = process_time()
    system = SYSTEMS[task["system"]]()
    setup = process_time() - start

    def made(seed: int) -> Variations:
        # made anew each time: what texts are made of is not kept beside what is measured
        return Variations(load_seeds(), names(), seed)

    warm_up(system, made(task["seed"] + 1).pages(min(WARM_UP_WORDS, task["words"])))
    total: dict[str, float] = {}
    words, forms = 0, set[int]()
    if "shape" in task:
        size = int(task["size"] * MEGABYTE)
        variations = made(task["seed"])
        text = variations.one_page(size) if task["shape"] == "page" else variations.one_article(size)
        del variations
        words = len(text.split())
        given = [text]
        del text
        total = system.run("page", given.pop())
    else:
        added = ((Path(path).stem, Path(path).read_text(encoding="utf-8")) for path in task["texts"])
        for name, text in chain(added, made(task["seed"]).pages(task["words"])):
            own = text.split()
            words += len(own)
            forms.update(map(hash, own))
            total = stages(total, system.run(name, text))
    return {
        "words": words,
        "forms": len(forms),
        "stages": total,
        "setup": setup,
        "peak": _peak_megabytes(),
        "pinned": core is not None,
    }


def _pin() -> int | None:
    """Keep this process on one core; where the system cannot, None."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def _peak_megabytes() -> float:
    """Most memory that this process has held so far."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE


# ---------------------------------------------------------------------- all processes


def measure(settings: Settings) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """Rounds by system, and pages by shape and size (None: not done in time)."""
    systems = ["govgraph", "spacy", "floor"]
    if not settings.spacy:
        systems.remove("spacy")
    elif importlib.util.find_spec("spacy") is None:
        _say("spaCy is not installed, so the table goes without it; `make bench-tools` installs it")
        systems.remove("spacy")
    rounds: dict[str, list[Any]] = {system: [] for system in systems}
    for number in range(settings.runs):
        for system in systems:
            task = {"system": system, "words": settings.words, "texts": [str(path) for path in settings.texts]}
            _say(f"round {number + 1} of {settings.runs}: {system}")
            done = _start({**task, "seed": settings.seed})
            if done is None:
                raise SystemExit(f"{system} took more than {LONGEST_SECONDS} s; give fewer --words")
            rounds[system].append(done)
    pages: dict[str, list[Any]] = {"page": [], "article": []}
    for shape, found in pages.items():
        for size in settings.sizes:
            _say(f"one {shape} of {size:g} MB")
            found.append(
                _start(
                    {"system": "govgraph", "words": settings.words, "shape": shape, "size": size, "seed": settings.seed}
                )
            )
    return rounds, pages


def _start(task: dict[str, Any]) -> Any:
    longest = LONGEST_FOR_A_PAGE if "shape" in task else LONGEST_SECONDS
    command = [sys.executable, str(Path(__file__).resolve()), "--child", json.dumps(task)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, timeout=longest, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        raise SystemExit(f"measuring {task} ended with {done.returncode}; its own message stands above")
    return json.loads(done.stdout)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


# ---------------------------------------------------------------------- the table


def report(settings: Settings, rounds: dict[str, list[Any]], pages: dict[str, list[Any]]) -> str:
    from corpus import digest, load_seeds
    from systems import TITLES

    own = rounds["govgraph"]
    seeds = load_seeds()
    lines = [
        "# Speed",
        "",
        "Written by `make bench-speed`; `../README.md` says what is measured. Ratios travel from one",
        "machine to another, absolute figures do not.",
        "",
        f"Python {platform.python_version()}, one core of {os.cpu_count()}"
        f"{'' if own[0]['pinned'] else ' (not pinned: the system cannot)'}; {own[0]['words']:,} words"
        f" ({own[0]['forms']:,} different forms) made from {len(seeds)} pages (digest {digest(seeds)},"
        f" seed {settings.seed}); processor time, median of {settings.runs}"
        f" {'round' if settings.runs == 1 else 'rounds'}.",
        "",
        "| | times govgraph's speed | words per second | least – most | start, s | peak memory, MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for system, done in rounds.items():
        ratio = median(_rate(other) / _rate(mine) for other, mine in zip(done, own, strict=True))
        rates = sorted(map(_rate, done))
        lines.append(
            f"| {TITLES[system]} | {ratio:.2f} | {median(rates):,.0f} | {rates[0]:,.0f} – {rates[-1]:,.0f} |"
            f" {median(one['setup'] for one in done):.1f} | {max(one['peak'] for one in done):,.0f} |"
        )
    lines += ["", "| stage | share of its system | words per second |", "| --- | ---: | ---: |"]
    for system, done in rounds.items():
        for stage in done[0]["stages"]:
            share = median(one["stages"][stage] / sum(one["stages"].values()) for one in done)
            rate = median(one["words"] / one["stages"][stage] for one in done)
            lines.append(f"| {system}: {stage} | {100 * share:.0f} % | {rate:,.0f} |")
    if settings.sizes:
        lines += ["", *_linearity(settings, pages)]
    return "\n".join(lines) + "\n"


def _rate(one: Any) -> float:
    return float(one["words"] / sum(one["stages"].values()))


def _linearity(settings: Settings, pages: dict[str, list[Any]]) -> list[str]:
    lines = [
        "One page, from text to record, once. A time for each MB that stays at 1.0 times that of the shortest page is",
        "linear; memory is the peak of the process.",
        "",
        "| page | MB | times the shortest's time for a MB | words per second | peak memory, MB |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    titles = {"page": "of many articles", "article": "of one article"}
    for shape, found in pages.items():
        first = None
        for size, one in zip(settings.sizes, found, strict=True):
            if one is None:
                lines.append(f"| {titles[shape]} | {size:g} | stopped after {LONGEST_FOR_A_PAGE} s | – | – |")
                continue
            per_megabyte = sum(one["stages"].values()) / size
            first = first or per_megabyte
            lines.append(
                f"| {titles[shape]} | {size:g} | {per_megabyte / first:.2f} | {_rate(one):,.0f} | {one['peak']:,.0f} |"
            )
    return lines


if __name__ == "__main__":
    sys.exit(main())
