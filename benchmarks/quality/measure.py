"""Reads the pages of a set and compares what was read with the annotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sets import SETS, PageSet

from govgraph.evaluation import Evaluation, evaluate_pages
from govgraph.model.serialise import record_to_dict
from govgraph.pipeline import BuildOptions, extract_records

KINDS = ("entities", "offices", "facts")


@dataclass(frozen=True, slots=True)
class Measured:
    """A set, its annotations, what was read from it, and the comparison."""

    set: PageSet
    gold: dict[str, Any]
    records: dict[str, Any]
    evaluation: Evaluation

    def f1(self) -> dict[str, float]:
        """F1 by kind, in per cent, to a tenth."""
        return {kind: round(self.evaluation.score(kind).f1, 1) for kind in KINDS}

    def wanted(self, kind: str) -> int:
        """Things of a kind that were to be found."""
        score = self.evaluation.score(kind)
        return score.hits + score.missed


def measure(page_set: PageSet) -> Measured:
    """Read every page of a set, as `govgraph evaluate` does.

    Raises:
        SystemExit: A page could not be read, so that the figures would say nothing.
    """
    gold = page_set.gold()
    paths = [str(page_set.folder / f"{page}.txt") for page in gold]
    extraction = extract_records(paths, BuildOptions(workers=1))
    broken = [issue.message for issue in extraction.issues if issue.level == "error"]
    if broken:
        # the pages set aside stay unread, even in messages
        shown = f"{len(broken)} pages failed" if page_set.closed else broken[0]
        raise SystemExit(f"{page_set.name}: {shown}; mend that first")
    records = {record.page: record_to_dict(record) for record in extraction.records}
    return Measured(page_set, gold, records, evaluate_pages(gold, records))


def present_sets(names: list[str] | None = None) -> list[PageSet]:
    """The sets that are there, or those of them that are named.

    Raises:
        SystemExit: A name that is none of a set.
    """
    known = {page_set.name for page_set in SETS}
    if unknown := sorted(set(names or ()) - known):
        raise SystemExit(f"no set {unknown[0]!r}; there are {', '.join(page_set.name for page_set in SETS)}")
    return [page_set for page_set in SETS if page_set.present and (not names or page_set.name in names)]
