"""The map file: the sixteen Länder, coloured by what is known of them on a day, in one HTML page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from govgraph.query import Explanation, LandSpread, Spread
from govgraph.views.chart_data import Sources, period
from govgraph.views.chart_page import ChartOptions, write_chart
from govgraph.views.wording import PAGE


@cache
def geometry() -> Mapping[str, Any]:
    """Outlines of the Länder: `viewBox`, `paths` by the end of the Land's IRI, and the `attribution` they need."""
    found: Mapping[str, Any] = json.loads((PAGE / "laender.json").read_text("utf-8"))
    return found


def write_map(shown: Spread, path: Path, options: ChartOptions | None = None) -> None:
    """Write a map as one self-contained HTML file.

    Args:
        shown: What is known of which Land.
        path: File to write; its folder is made when it is missing.
        options: Title and language.

    Raises:
        VocabularyError: A language that the page does not speak.
    """
    write_chart(map_payload(shown), "map", path, options or ChartOptions())


def map_payload(shown: Spread) -> dict[str, Any]:
    """What the chart of a map is told; JSON."""
    sources = Sources()
    return {
        "predicate": shown.predicate,
        "things": [thing.label for thing in shown.things],
        "role": shown.role,
        "lands": [_land(one, sources) for one in shown.lands],
        "elsewhere": [_statement(one, sources) for one in shown.elsewhere],
        "geometry": geometry(),
        **sources.payload(),
    }


def _land(one: LandSpread, sources: Sources) -> dict[str, Any]:
    entries = [_statement(said, sources) for said in one.statements] or [
        {**period(row, (), sources), "kind": "period"} for row in one.periods
    ]
    return {
        "id": one.land.iri.rpartition("/")[2],
        "iri": one.land.iri,
        "name": one.land.label,
        "entries": entries,
        "steps": [
            {"day": step.day, "status": step.status, "entries": list(step.entries), "local": step.local}
            for step in one.steps
        ],
    }


def _statement(one: Explanation, sources: Sources) -> dict[str, Any]:
    return {
        "kind": "statement",
        "iri": one.statement,
        "subject": one.subject.label,
        "subjectIri": one.subject.iri,
        "object": one.object.label,
        "objectIri": one.object.iri,
        "predicate": one.predicate,
        "modality": one.modality,
        "confidence": round(one.confidence, 3),
        "date": one.evidence[0].date if one.evidence else "",
        "evidence": sources.quotes(one.evidence),
    }
