#!/usr/bin/env python3
"""How far two readings of the same pages agree: the annotation, and a second one made without sight of the first.

Each is compared with the other as a program's output would be; what either marks as optional is never an error.
"""

from __future__ import annotations

import sys

from sets import HERE, SETS

from govgraph.evaluation import evaluate_pages, load_gold

SECOND = HERE / "pages" / "second"
KINDS = ("entities", "offices", "facts")


def main() -> int:
    second = load_gold(SECOND)
    first = {page: gold for page_set in SETS for page, gold in page_set.gold().items() if page in second}
    there = evaluate_pages(first, second)
    back = evaluate_pages(second, first)
    print(f"{len(second)} pages; F1 of either reading against the other, and their mean\n")
    print("| | second for first | first for second | mean |\n| --- | ---: | ---: | ---: |")
    for kind in KINDS:
        one, other = there.score(kind).f1, back.score(kind).f1
        print(f"| {kind} | {one:.1f} | {other:.1f} | {(one + other) / 2:.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
