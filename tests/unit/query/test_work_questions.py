"""What became of plans and pilots: days of articles, which are months apart or tell of no time between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from govgraph.model import EntityType, Modality, Predicate
from govgraph.query import Rows, run_named
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import Draft, page, small_ontology

if TYPE_CHECKING:
    from pathlib import Path

    from govgraph.model import ArticleRecord

COUNCIL = (EntityType.ORGANISATION, "IT-Planungsrat", "Committee")
PORTAL = (EntityType.SYSTEM, "Lindwurm", "System")
FAIR = (EntityType.EVENT, "Netzforum", "Conference")


def says(
    date: str,
    *told: tuple[Predicate, Modality],
    thing: tuple[EntityType, str, str] = PORTAL,
    land: str = "Hessen",
) -> ArticleRecord:
    """An article by which a Land has to do with something."""
    words = f"{land} und {thing[1]}."
    draft = Draft(f"{words} {told}", words, date)
    ends = [draft.entity(EntityType.JURISDICTION, land, kind="State")]
    ends.append(draft.entity(thing[0], thing[1], kind=thing[2]))
    facts = [
        replace(draft.fact(ends[0].id, predicate, ends[1].id, words), modality=modality) for predicate, modality in told
    ]
    return draft.record(ends, [], facts)


def answer(folder: Path, name: str, *told: ArticleRecord, works: str = "", **given: str) -> list[Any]:
    ontology = small_ontology(folder)
    with (ontology / "programmes.ttl").open("a", encoding="utf-8") as file:
        file.write(works)
    store = MemoryStore(build_quads([page(*told)], GraphOptions(ontology=ontology)))
    found = run_named(store, name, given)
    assert isinstance(found, Rows)
    return list(found)


PLANNED, DONE = (Predicate.IMPLEMENTS, Modality.PLANNED), (Predicate.IMPLEMENTS, Modality.ASSERTED)
PILOTED = (Predicate.PILOTS, Modality.ASSERTED)


@pytest.mark.parametrize(
    ("day", "later", "months"),
    [
        ("2020-05-28", "2020-11-12", 5),
        ("2020-05-28", "2020-11-28", 6),
        ("2020-05", "2020-11-12", 6),
        ("2020-05-28", "2021-06", 13),
        ("2020-05-28", "2020-05-28", None),
    ],
)
def test_months_between_articles_are_full(day: str, later: str, months: int | None, tmp_path: Path) -> None:
    (one,) = answer(tmp_path / "plan", "planned-and-done", says(day, PLANNED), says(later, DONE))
    (other,) = answer(tmp_path / "pilot", "from-pilot-to-rollout", says(day, PILOTED), says(later, DONE))
    assert (one.months, other.months) == (months, months)


def test_an_article_that_tells_of_pilot_and_rollout_tells_no_time_between(tmp_path: Path) -> None:
    (one,) = answer(tmp_path, "from-pilot-to-rollout", says("2021-03-18", PILOTED, DONE))
    assert one.months is None


@pytest.mark.parametrize(("done", "rows"), [("2018-06-01", 1), ("2017-12-20", 1), ("2024-06-17", 0)])
def test_a_chair_of_a_later_year_is_another(done: str, rows: int, tmp_path: Path) -> None:
    told = (
        says("2017-12-18", (Predicate.CHAIRS, Modality.PLANNED), thing=COUNCIL),
        says(done, (Predicate.CHAIRS, Modality.ASSERTED), thing=COUNCIL),
    )
    assert len(answer(tmp_path, "planned-and-done", *told)) == rows


def test_a_fair_of_another_year_is_no_plan_come_true(tmp_path: Path) -> None:
    told = (
        says("2017-12-18", (Predicate.ORGANISES, Modality.PLANNED), thing=FAIR),
        says("2019-12-18", (Predicate.ORGANISES, Modality.ASSERTED), thing=FAIR),
    )
    assert not answer(tmp_path, "planned-and-done", *told)


@pytest.mark.parametrize(("kind", "rows"), [("", 1), (" ; gov:isKind true", 0)])
def test_who_introduces_a_kind_of_system_reuses_nothing(kind: str, rows: int, tmp_path: Path) -> None:
    told = [
        says("2020-05-28", (Predicate.DEVELOPS, Modality.ASSERTED)),
        says("2021-05-28", DONE, land="Saarland"),
    ]
    works = f'<system/lindwurm> a gov:System ; skos:prefLabel "Lindwurm"@de {kind} .'
    assert len(answer(tmp_path, "reused-by-others", *told, works=works, developer="Hessen")) == rows
