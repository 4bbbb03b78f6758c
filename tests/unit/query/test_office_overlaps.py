"""When two people demonstrably held one office: a day on which one is said to succeed the other is a handover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govgraph.model import EntityType, Predicate, Status
from govgraph.query import Rows, run_named
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import Draft, holding, page, small_ontology

if TYPE_CHECKING:
    from pathlib import Path

    from govgraph.model import ArticleRecord


def succession(later: str, earlier: str) -> ArticleRecord:
    """An article by which one person succeeds another."""
    draft = Draft(f"{later} folgt", f"{later} folgt auf {earlier}.", "2022-05-01")
    ends = [draft.entity(EntityType.PERSON, name) for name in (later, earlier)]
    return draft.record(ends, [], [draft.fact(ends[0].id, Predicate.SUCCEEDS, ends[1].id, draft.text)])


ONE_DAY = [holding("Eva Alt", "2020-05-01"), holding("Bo Neu", "2020-05-01")]
LONGER = [holding("Eva Alt", "2020-05-01"), holding("Bo Neu", "2020-03-01"), holding("Bo Neu", "2021-03-01")]


def overlaps(told: list[ArticleRecord], folder: Path, single: str = "") -> list[tuple[str, str]]:
    """From when until when two hold one office, where roles are said to have one holder."""
    ontology = small_ontology(folder)
    with (ontology / "roles.ttl").open("a", encoding="utf-8") as file:
        file.write(single)
    found = run_named(MemoryStore(build_quads([page(*told)], GraphOptions(ontology=ontology))), "office-overlaps", {})
    assert isinstance(found, Rows)
    return [(str(getattr(row, "from")), str(row.until)) for row in found]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (ONE_DAY, [("2020-05-01", "2020-05-01")]),
        ([*ONE_DAY, succession("Bo Neu", "Eva Alt")], []),
        ([*ONE_DAY, succession("Eva Alt", "Bo Neu")], []),
        ([*LONGER, holding("Eva Alt", "2020-07-01")], [("2020-05-01", "2020-07-01")]),
        ([*LONGER, holding("Eva Alt", "2020-07-01"), succession("Bo Neu", "Eva Alt")], [("2020-05-01", "2020-07-01")]),
    ],
)
def test_a_handover_of_one_day_is_no_overlap(
    told: list[ArticleRecord], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert overlaps(told, tmp_path, "<role/cio> gov:singleHolder true .") == expected


def test_two_who_hold_an_office_side_by_side_do_not_overlap(tmp_path: Path) -> None:
    assert not overlaps(LONGER, tmp_path)


def test_nobody_overlaps_in_a_year_in_which_one_of_them_left(tmp_path: Path) -> None:
    told = [
        holding("Eva Alt", "2020-06-01", since="2020", until="2020", status=Status.FORMER),
        holding("Bo Neu", "2020-05-01", since="2019-01-01"),
        holding("Bo Neu", "2021-05-01"),
    ]
    assert not overlaps(told, tmp_path, "<role/cio> gov:singleHolder true .")
