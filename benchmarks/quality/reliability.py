"""Whether a confidence means what it says: of statements at 0.8, are 80 per cent right?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from govgraph.evaluation.annotations import Annotations, FactItem, OfficeItem, annotations_of
from govgraph.evaluation.matching import same_fact, same_office

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement that was read: how sure it is, and whether the annotation has it."""

    kind: str
    confidence: float
    right: bool


def judged(gold: Mapping[str, Any], records: Mapping[str, Any]) -> list[Judged]:
    """Offices and facts of all pages; those that the annotators left open (`optional`) are not judged."""
    out = []
    for page, annotated in gold.items():
        wanted = annotations_of(annotated)
        for article in records.get(page, {}).get("articles", []):
            for kind in ("offices", "facts"):
                for statement in article[kind]:
                    right = _right(kind, wanted, _alone(records[page], article, kind, statement))
                    if right is not None:
                        out.append(Judged(kind, float(statement["confidence"]), right))
    return out


def _alone(record: Any, article: Any, kind: str, statement: Any) -> Annotations:
    """A page that says this statement and nothing else, so that merging with others hides nothing."""
    part_of = [fact for fact in article["facts"] if fact["predicate"] == "partOf"] if kind == "offices" else []
    own = {**article, "offices": [], "facts": part_of, kind: [statement]} if kind == "facts" else {
        **article, "offices": [statement], "facts": part_of
    }  # fmt: skip
    return annotations_of({**record, "articles": [own]})


def _right(kind: str, wanted: Annotations, found: Annotations) -> bool | None:
    items: Sequence[OfficeItem | FactItem]
    if kind == "offices":
        office = found.offices[0]
        items = [item for item in wanted.offices if same_office(item, office)]
    else:
        fact = found.facts[0]
        items = [item for item in wanted.facts if same_fact(item, fact)]
    if items and all(item.optional for item in items):
        return None
    return bool(items)


def table(statements: Iterable[Judged]) -> list[tuple[str, int, float | None, float | None]]:
    """For each of ten equal bins of confidence: its range, statements, mean confidence, share right (0 to 1)."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in statements:
        bins[min(int(one.confidence * BINS), BINS - 1)].append(one)
    return [
        (
            f"{number / BINS:.1f} – {(number + 1) / BINS:.1f}",
            len(held),
            sum(one.confidence for one in held) / len(held) if held else None,
            sum(one.right for one in held) / len(held) if held else None,
        )
        for number, held in enumerate(bins)
    ]


def gap(statements: Sequence[Judged]) -> float:
    """Expected calibration error: mean distance of confidence and share right over the bins, weighted (0 to 1)."""
    if not statements:
        return 0.0
    return sum(
        held * abs(mean - right) for _, held, mean, right in table(statements) if mean is not None and right is not None
    ) / len(statements)
