#!/usr/bin/env python3
"""Precision, recall and F1 on the annotated pages, beside naive floors, with what the confidence is worth."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from forgetting import forgetful
from measure import KINDS, Measured, measure, present_sets
from misses import REASONS, reasons
from naive import floors, relations
from reliability import Judged, gap, judged, table
from rounds import LOG, add_round
from sets import SETS, layout_of

from govgraph.evaluation import Evaluation, Score, evaluate_pages
from govgraph.extract import Reader
from govgraph.model.serialise import record_to_dict
from govgraph.vocabulary import load_vocabulary

FORGOTTEN_SHARES = (0.5, 1.0)
_SHOWN = 10
"""Lines of the table of misses."""
RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these; all that are there if none is named")
    parser.add_argument("--list", action="store_true", help="every miss and false alarm; never of the pages set aside")
    parser.add_argument("--no-floors", action="store_true", help="without the naive floors: faster")
    parser.add_argument("--log", metavar="WHAT", help="add a round to LOG.md: the class of error that was mended")
    parser.add_argument("--out", type=Path, default=None, help="where to write; RESULTS.md if all sets are measured")
    given = parser.parse_args(arguments)
    done = [measure(page_set) for page_set in present_sets(given.sets)]
    if given.list:
        for one in done:
            if one.set.closed:
                print(f"{one.set.name}: set aside, single errors are not shown", file=sys.stderr)
            else:
                print("\n".join(f"{one.set.name}/{line}" for line in one.evaluation.differences()))
    text = report(done, {} if given.no_floors else naive_floors(done))
    print(text)
    target = given.out or (None if given.sets or given.no_floors else RESULTS)
    if target is not None:
        target.write_text(text, encoding="utf-8")
    if given.log:
        add_round(LOG, given.log, {one.set.name: one.f1() for one in done})
    return 0


def naive_floors(done: Sequence[Measured]) -> dict[str, dict[str, Evaluation]]:
    """Evaluations of each floor by set."""
    open_pages = [page for page_set in SETS if page_set.present and not page_set.closed for page in _gold(page_set)]
    frequent = relations(open_pages)
    return {
        name: {
            one.set.name: evaluate_pages(one.gold, {page: make(one.set.text(page), frequent) for page in one.gold})
            for one in done
        }
        for name, make in floors().items()
    }


def _gold(page_set: Any) -> list[Any]:
    return list(page_set.gold().values())


# ---------------------------------------------------------------------- tables


def report(done: Sequence[Measured], naive: Mapping[str, Mapping[str, Evaluation]]) -> str:
    parts = [
        "# Quality",
        "Written by `make bench-quality`; README.md says what the sets are. P, R, F1 in per cent, micro-averaged;"
        " status and modality: share right among the offices and facts that were found.",
        _totals(done),
    ]
    if naive:
        parts += ["## Naive floors (F1)", _naive(done, naive)]
        parts += [
            "## What hangs on the lexicon (F1)",
            "Read with a lexicon that has forgotten a share of its bodies, programmes, systems, services, events and"
            " documents, as if the pages were about others.",
            _forgotten(done),
        ]
    parts.append("## Facts by predicate (P / R / F1, and how many were to be found)")
    parts.append(_split(done, lambda one: one.evaluation.by_group("facts")))
    seen = [one for one in done if not one.set.closed]
    if seen:
        parts.append("## Entities by type (P / R / F1, and how many were to be found)")
        parts.append(_split(seen, lambda one: one.evaluation.by_group("entities")))
    for kind in KINDS:
        parts.append(f"## {kind.capitalize()} by genre (P / R / F1, and how many were to be found)")
        parts.append(_split(done, lambda one, kind=kind: one.evaluation.by_genre(kind)))
    if seen:
        parts += ["## By layout of the page (F1 of entities / offices / facts, and pages)", _layouts(seen)]
    parts += ["## The commonest misses of facts, and why", _misses(done)]
    parts += ["## Reliability of confidence", _reliability(done)]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def _prf(score: Score) -> str:
    return f"{score.precision:.1f} / {score.recall:.1f} / {score.f1:.1f}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def _totals(done: Sequence[Measured]) -> str:
    rows = []
    for one in done:
        found = one.evaluation
        offices, facts = found.score("offices"), found.score("facts")
        rows.append(
            (
                one.set.title,
                str(len(one.gold)),
                *(f"{_prf(found.score(kind))} ({one.wanted(kind)})" for kind in KINDS),
                _share(offices.values_right, offices.hits),
                _share(facts.values_right, facts.hits),
                f"{found.headings_right}/{found.headings}",
                f"{found.mean_f1:.1f}",
            )
        )
    head = ("set", "pages", "entities", "offices", "facts", "status", "modality", "title and date", "mean F1")
    return _table(head, rows)


def _naive(done: Sequence[Measured], naive: Mapping[str, Mapping[str, Evaluation]]) -> str:
    def f1(found: Evaluation) -> str:
        return " / ".join(f"{found.score(kind).f1:.1f}" for kind in KINDS)

    rows = [("**govgraph**", *(f1(one.evaluation) for one in done))]
    rows += [(name, *(f1(by_set[one.set.name]) for one in done)) for name, by_set in naive.items()]
    return _table(("entities / offices / facts", *(one.set.title for one in done)), rows)


def _forgotten(done: Sequence[Measured]) -> str:
    vocabulary = load_vocabulary()
    rows = []
    for share in FORGOTTEN_SHARES:
        reader = Reader(forgetful(vocabulary, share))
        cells = []
        for one in done:
            records = {name: record_to_dict(reader.read(one.set.page(name))) for name in one.gold}
            found = evaluate_pages(one.gold, records)
            cells.append(" / ".join(f"{found.score(kind).f1:.1f}" for kind in KINDS))
        rows.append((f"{share:.0%}", *cells))
    return _table(("forgotten", *(one.set.title for one in done)), rows)


def _split(done: Sequence[Measured], split: Any) -> str:
    found = [split(one) for one in done]
    rows = []
    for name in sorted({name for scores in found for name in scores}):
        cells = []
        for scores in found:
            score = scores.get(name)
            cells.append(f"{_prf(score)} ({score.hits + score.missed})" if score else "–")
        rows.append((name, *cells))
    return _table(("", *(one.set.title for one in done)), rows)


def _layouts(done: Sequence[Measured]) -> str:
    cells: dict[str, list[str]] = {}
    for column, one in enumerate(done):
        by_layout: dict[str, dict[str, Any]] = {}
        for page, annotated in one.gold.items():
            by_layout.setdefault(layout_of(one.set.text(page), annotated), {})[page] = annotated
        for layout, pages in by_layout.items():
            found = evaluate_pages(pages, one.records)
            figures = " / ".join(f"{found.score(kind).f1:.1f}" for kind in KINDS)
            cells.setdefault(layout, ["–"] * len(done))[column] = f"{figures} ({len(pages)})"
    return _table(("", *(one.set.title for one in done)), ((name, *cells[name]) for name in sorted(cells)))


def _misses(done: Sequence[Measured]) -> str:
    counted = {one.set.title: reasons(one.set) for one in done}
    together = sum(counted.values(), Counter[tuple[str, str]]())
    rows = [
        (f"{predicate}: {REASONS[why]}", *(str(found[predicate, why]) for found in counted.values()))
        for (predicate, why), _ in sorted(together.items(), key=lambda kv: (-kv[1], kv[0]))[:_SHOWN]
    ]
    whole = [
        (f"all: {text}", *(str(sum(n for (_, w), n in found.items() if w == why)) for found in counted.values()))
        for why, text in REASONS.items()
    ]
    return _table(("relation: reason", *counted), [*whole, *rows])


def _reliability(done: Sequence[Measured]) -> str:
    statements = {one.set.name: judged(one.gold, one.records) for one in done}
    pooled = [one for held in statements.values() for one in held]
    aside = [one for measured in done if measured.set.closed for one in statements[measured.set.name]]
    columns: dict[str, list[Judged]] = {
        f"{kind}, {pages}": [one for one in held if one.kind == kind]
        for pages, held in (("all sets", pooled), ("pages set aside", aside))
        for kind in ("offices", "facts")
    }
    rows = [
        (bins[0][0], *(_bin(count, mean, right) for _, count, mean, right in bins))
        for bins in zip(*(table(held) for held in columns.values()), strict=True)
    ]
    rows.append(("mean distance", *(f"{gap(held):.3f} ({len(held)})" for held in columns.values())))
    note = (
        "Mean confidence → share right (statements). Right is what the annotation has; what it leaves open is not"
        " counted. The last line is the mean distance of the two over the bins, weighted."
    )
    return note + "\n\n" + _table(("confidence", *columns), rows)


def _bin(count: int, mean: float | None, right: float | None) -> str:
    return "–" if mean is None or right is None else f"{mean:.2f} → {right:.2f} ({count})"


if __name__ == "__main__":
    sys.exit(main())
