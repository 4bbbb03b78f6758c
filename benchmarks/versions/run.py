"""How well versions of one text are told from other texts, beside three naive floors.

    python benchmarks/versions/run.py [--write] [--gate] [--misses]

Two ways are measured. *Pair by pair*: two articles at a time, by kind of edit. *All together*: all articles of a half
at once, every pair of them counted, so that a group that is joined through a chain shows.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from cases import SETS, Asked, Case, cases

from govgraph.resolve import find_versions
from govgraph.resolve.wording import address, stretches

RESULTS = Path(__file__).with_name("RESULTS.md")
FLOORS_FILE = Path(__file__).with_name("floors.json")

Key = Callable[[Case], object]


def _text(case: Case) -> str:
    article = case.article.article
    return " ".join(" ".join(article.text[start:end] for start, end in stretches(article)).split())


FLOORS: Mapping[str, Key] = {
    "same headline": lambda case: case.article.article.title.casefold(),
    "same address": lambda case: address(case.article.article),
    "same text": _text,
}


def together(some: list[Case], group: Mapping[str, object]) -> tuple[int, int, int]:
    """Pairs that are rightly joined, pairs that are joined, pairs that should be."""
    right = joined = wanted = 0
    for one, other in combinations([case for case in some if case.group is not None], 2):
        same, found = one.group == other.group, group[one.name] == group[other.name]
        right, joined, wanted = right + (same and found), joined + found, wanted + same
    return right, joined, wanted


def found_groups(some: list[Case]) -> dict[str, Any]:
    versions = find_versions([case.article for case in some])
    return {case.name: versions.leading(case.article.article.id) for case in some}


def pair_by_pair(some: list[Case], asked: list[Asked]) -> list[tuple[Asked, bool]]:
    by_name = {case.name: case.article for case in some}
    done = []
    for one in asked:
        first, second = by_name[one.first], by_name[one.second]
        # the same words with the same date and headline are one article, of which a graph has one copy
        same = first.article.id == second.article.id or bool(find_versions([first, second]).links)
        done.append((one, same))
    return done


def figures(right: int, joined: int, wanted: int) -> dict[str, float]:
    return {
        "precision": 100 * right / joined if joined else 100.0,
        "recall": 100 * right / wanted if wanted else 100.0,
        "joined": joined,
        "wanted": wanted,
    }


def measure(which: str) -> dict[str, Any]:
    """All figures of a half."""
    some, asked = cases(which)
    done = pair_by_pair(some, asked)
    right = sum(one.same and found for one, found in done)
    kinds: dict[tuple[bool, str], list[int]] = defaultdict(lambda: [0, 0])
    for one, found in done:
        kinds[not one.same, one.kind][0] += found
        kinds[not one.same, one.kind][1] += 1
    rows = {"govgraph": figures(*together(some, found_groups(some)))}
    for name, key in FLOORS.items():
        rows[f"floor: {name}"] = figures(*together(some, {case.name: key(case) for case in some}))
    return {
        "articles": len(some),
        "texts": len({case.group for case in some if case.group is not None}),
        "pairs": figures(right, sum(found for _, found in done), sum(one.same for one in asked)),
        "asked": len(asked),
        "kinds": {kind: (found, of, different) for (different, kind), (found, of) in sorted(kinds.items())},
        "together": rows,
    }


def report(all_: Mapping[str, dict[str, Any]]) -> str:
    lines = ["# Versions of one text", "", "Made by `benchmarks/versions/run.py --write`.", ""]
    lines += ["| half | articles | texts | way | precision | recall |", "|---|---:|---:|---|---:|---:|"]
    for which, found in all_.items():
        ways = {f"pair by pair ({found['asked']} pairs)": found["pairs"]}
        ways |= {("all together" if name == "govgraph" else name): row for name, row in found["together"].items()}
        for way, row in ways.items():
            rates = f"{row['precision']:.1f} | {row['recall']:.1f}"
            lines.append(f"| {which} | {found['articles']} | {found['texts']} | {way} | {rates} |")
    lines += [
        "",
        "Taken for versions, pair by pair:",
        "",
        "| kind of pair | " + " | ".join(all_) + " |",
        "|---|" + "---:|" * len(all_),
    ]
    for different in (False, True):
        lines.append(
            f"| **{'other texts: none should be' if different else 'versions: all should be'}** |" + " |" * len(all_)
        )
        kinds = dict.fromkeys(
            kind for found in all_.values() for kind, row in found["kinds"].items() if row[2] is different
        )
        for kind in kinds:
            cells = [found["kinds"].get(kind, (0, 0, different)) for found in all_.values()]
            lines.append(f"| {kind} | " + " | ".join(f"{hit} of {of}" for hit, of, _ in cells) + " |")
    return "\n".join(lines) + "\n"


def misses(which: str) -> None:
    some, asked = cases(which)
    for one, found in pair_by_pair(some, asked):
        if one.same != found:
            print("pair", "missed" if one.same else "WRONG", one.kind, "|", one.first, "|", one.second)
    group = found_groups(some)
    known = [case for case in some if case.group is not None]
    wrong = [
        (one.name, other.name)
        for one, other in combinations(known, 2)
        if group[one.name] == group[other.name] and one.group != other.group
    ]
    lost = Counter(
        frozenset((one.edit, other.edit))
        for one, other in combinations(known, 2)
        if one.group == other.group and group[one.name] != group[other.name]
    )
    print("together wrong:", wrong)
    print("together lost:", [(sorted(pair), count) for pair, count in lost.most_common(12)])


def gate(all_: Mapping[str, dict[str, Any]]) -> int:
    floors = json.loads(FLOORS_FILE.read_text(encoding="utf-8"))
    fallen = []
    for which, least in floors.items():
        for way, row in (("pairs", all_[which]["pairs"]), ("together", all_[which]["together"]["govgraph"])):
            for name, floor in least[way].items():
                if row[name] < floor:
                    fallen.append(f"versions, {which}, {way}: {name} is {row[name]:.1f}, at least {floor} is asked for")
    print("\n".join(fallen) or "versions: all figures hold")
    return bool(fallen)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    parser.add_argument("--gate", action="store_true", help="fail if a figure is below the floors")
    parser.add_argument("--misses", action="store_true", help="list what is wrong in the open half")
    given = parser.parse_args()
    if given.misses:
        misses("open")
        return 0
    all_ = {which: measure(which) for which in SETS}
    if given.gate:
        return gate(all_)
    print(report(all_))
    if given.write:
        RESULTS.write_text(report(all_), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
