"""The timeline file: offices as swim lanes, in one HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from govgraph.query import Lane
from govgraph.views.chart_data import Sources, period
from govgraph.views.chart_page import ChartOptions, write_chart


def write_timeline(lanes: Sequence[Lane], path: Path, options: ChartOptions | None = None) -> None:
    """Write offices with their holders as one self-contained HTML file.

    Args:
        lanes: Offices, in the order in which they are shown.
        path: File to write; its folder is made when it is missing.
        options: Title and language.

    Raises:
        VocabularyError: A language that the page does not speak.
    """
    write_chart(timeline_payload(lanes), "timeline", path, options or ChartOptions())


def timeline_payload(lanes: Sequence[Lane]) -> dict[str, Any]:
    """What the chart of a timeline is told; JSON."""
    sources = Sources()
    shown = [_lane(lane, sources) for lane in lanes]
    return {"lanes": shown, **sources.payload()}


def _lane(lane: Lane, sources: Sources) -> dict[str, Any]:
    place = {row.period: at for at, row in enumerate(lane.periods)}
    return {
        "office": lane.office.iri,
        "role": lane.role.label,
        "body": lane.organisation.label,
        "short": lane.short,
        "bodyIri": lane.organisation.iri,
        "lands": [land.label for land in lane.lands],
        "periods": [period(row, found, sources) for row, found in zip(lane.periods, lane.conflicts, strict=True)],
        "successions": [[place[one.before], place[one.after], one.earliest, one.latest] for one in lane.successions],
        "vacancies": [[one.first, one.last] for one in lane.vacancies],
    }
