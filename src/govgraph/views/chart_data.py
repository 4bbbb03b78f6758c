"""What the pages of charts are told: quotes, articles and contradictions once each, everything else by position."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from govgraph.query import Conflict, KnownBound, Proof, TimelineRow

BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


class Sources:
    """Collects quotes, articles and contradictions in the order in which they are first named."""

    def __init__(self) -> None:
        self._articles: dict[str, tuple[int, dict[str, str]]] = {}
        self._quotes: dict[tuple[str, int, int, str], tuple[int, dict[str, Any]]] = {}
        self._conflicts: dict[tuple[str, str, str], int] = {}

    def quotes(self, proofs: Iterable[Proof]) -> list[int]:
        """Positions of some evidence."""
        return list(dict.fromkeys(self._quote(one) for one in proofs))

    def conflicts(self, found: Iterable[Conflict]) -> list[int]:
        """Positions of some contradictions."""
        return [
            self._conflicts.setdefault((one.severity, one.told("de"), one.told("en")), len(self._conflicts))
            for one in found
        ]

    def _quote(self, one: Proof) -> int:
        if one.article not in self._articles:
            about = {"iri": one.article, "title": one.title, "date": one.date, "url": one.url, "source": one.source}
            self._articles[one.article] = (len(self._articles), about)
        key = (one.article, one.start, one.end, one.quote)
        if key not in self._quotes:
            told = {"text": marked(one), "article": self._articles[one.article][0], "start": one.start, "end": one.end}
            self._quotes[key] = (len(self._quotes), told)
        return self._quotes[key][0]

    def payload(self) -> dict[str, Any]:
        """All that was collected."""
        return {
            "quotes": [quote for _, quote in self._quotes.values()],
            "articles": [article for _, article in self._articles.values()],
            "conflicts": [
                {"severity": grade, "de": german, "en": english} for grade, german, english in self._conflicts
            ],
        }


def marked(one: Proof) -> str:
    """A quote, with a mark where it is cut; empty where it is left out."""
    if not one.quote or one.cut is None:
        return one.quote
    first, last = one.cut
    return ("[…] " if first > one.start else "") + one.quote + (" […]" if last < one.end else "")


def period(row: TimelineRow, found: Iterable[Conflict], sources: Sources) -> dict[str, Any]:
    """A period as the pages take it; a bound is a day, its rule and its quotes, or null.

    What was only announced has no end but a stated one: that others held the office ends nothing that never began.
    """
    bounds: list[KnownBound | None] = [getattr(row, name) for name in BOUNDS]
    if row.announced:
        bounds[2:] = [one if one and one.rule == "StatedBound" else None for one in bounds[2:]]
    return {
        "iri": row.period,
        "person": row.person.label,
        "personIri": row.person.iri,
        "role": row.title or row.role.label,
        "body": row.organisation.label,
        "acting": row.acting,
        "bounds": [None if one is None else {"day": one.day, "rule": one.rule} for one in bounds],
        "evidence": sources.quotes(row.evidence),
        "articles": row.articles,
        "sources": row.sources,
        "conflicts": sources.conflicts(found),
    }
