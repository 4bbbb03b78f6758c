"""The years in which a body was chaired: as an article states them of who had the chair, else its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from govgraph.model import ArticleRecord, EntityType, Modality, Predicate, Status
from govgraph.query import Rows, run_named
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import Draft, page, small_ontology

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Lena Korte hatte den Vorsitz im Lenkungskreis Nord."


def chaired(date: str, modality: Modality, **said: Any) -> ArticleRecord:
    draft = Draft(f"Vorsitz {date} {modality} {said}", WORDS, date)
    person = draft.entity(EntityType.PERSON, "Lena Korte")
    body = draft.entity(EntityType.ORGANISATION, "Lenkungskreis Nord", kind="Committee")
    offices = [replace(draft.office(person.id, "Vorsitzender", body.id, WORDS), **said)] if said else []
    fact = replace(draft.fact(person.id, Predicate.CHAIRS, body.id, WORDS), modality=modality)
    return draft.record([person, body], offices, [fact])


CASES = [
    (chaired("2025-08-19", Modality.ENDED, status=Status.FORMER, since="2023", until="2023"), ["2023"]),
    (chaired("2025-08-19", Modality.ENDED, status=Status.FORMER, since="2019", until="2021"), ["2019", "2020", "2021"]),
    (chaired("2025-08-19", Modality.ENDED, status=Status.FORMER, until="2020-06"), ["2020"]),
    (chaired("2025-08-19", Modality.PLANNED, status=Status.DESIGNATED, since="2026-01-01"), ["2026"]),
    (chaired("2025-08-19", Modality.ASSERTED, status=Status.CURRENT, since="2024"), ["2024", "2025"]),
    (chaired("2025-08-19", Modality.ASSERTED, status=Status.CURRENT, until="2027"), ["2025"]),
    (chaired("2025-08-19", Modality.ENDED), ["2025"]),
]


@pytest.mark.parametrize(("article", "years"), CASES)
def test_years_of_a_chair(article: ArticleRecord, years: list[str], tmp_path: Path) -> None:
    store = MemoryStore(build_quads([page(article)], GraphOptions(ontology=small_ontology(tmp_path))))
    found = run_named(store, "chairs-by-year", {"body": "Lenkungskreis Nord"})
    assert isinstance(found, Rows)
    assert [row.year for row in found] == years
    for year in ("2019", "2020", "2021", "2023", "2024", "2025", "2026", "2027"):
        there = run_named(store, "chairs-in-year", {"year": year})
        assert isinstance(there, Rows)
        assert len(there) == (year in years)
