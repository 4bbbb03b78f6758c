"""How a thing spreads over the Länder, and who holds an office there, day by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph.errors import NotFoundError, QueryError
from govgraph.model import ArticleRecord, EntityType, Modality, Predicate, Status
from govgraph.query import LandSpread, office_spread, spread
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import Draft, holding, ontology_with_a_shared_body, page, small_ontology

Graph = Callable[..., MemoryStore]
KINDS = {
    "Hessen": (EntityType.JURISDICTION, "State"),
    "Saarland": (EntityType.JURISDICTION, "State"),
    "Digitalministerium Hessen": (EntityType.ORGANISATION, "Ministry"),
    "Wiesbaden": (EntityType.MUNICIPALITY, "Municipality"),
    "FITKO": (EntityType.ORGANISATION, "Agency"),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    return lambda *articles: MemoryStore(build_quads([page(*articles)], options))


def stating(subject: str, date: str | None, modality: Modality = Modality.ASSERTED) -> ArticleRecord:
    draft = Draft(f"{subject} {date}", f"{subject} und die E-Akte: {modality}.", date)
    ends = [
        draft.entity(KINDS[subject][0], subject, kind=KINDS[subject][1]),
        draft.entity(EntityType.SYSTEM, "E-Akte", kind="System"),
    ]
    fact = draft.fact(ends[0].id, Predicate.IMPLEMENTS, ends[1].id, draft.text)
    return draft.record(ends, [], [replace(fact, modality=modality)])


def steps(land: LandSpread) -> list[tuple[str, str, int, bool]]:
    return [(one.day, one.status, len(one.entries), one.local) for one in land.steps]


def test_a_plan_becomes_a_fact_and_ends(graph: Graph) -> None:
    store = graph(
        stating("Hessen", "2020", Modality.PLANNED),
        stating("Hessen", "2022-03"),
        stating("Hessen", "2023-01-01", Modality.REPORTED),
        stating("Hessen", "2024-05-01", Modality.ENDED),
    )
    (land,) = spread(store, "setzt um", "E-Akte").lands
    assert steps(land) == [
        ("2020-01-01", "planned", 1, False),
        ("2022-03-01", "asserted", 2, False),
        ("2023-01-01", "asserted", 3, False),
        ("2024-05-01", "ended", 4, False),
    ]


def test_the_land_and_its_bodies_go_before_its_towns(graph: Graph) -> None:
    store = graph(
        stating("Wiesbaden", "2019-01-01"),
        stating("Digitalministerium Hessen", "2020-01-01", Modality.PLANNED),
        stating("Saarland", None),
        stating("FITKO", "2021-01-01"),
    )
    found = spread(store, "implements", "E-Akte")
    assert {land.land.label: steps(land) for land in found.lands} == {
        "Hessen": [("2019-01-01", "asserted", 1, True), ("2020-01-01", "planned", 2, False)],
        "Saarland": [("", "undated", 1, False)],
    }
    assert [one.subject.label for one in found.elsewhere] == ["FITKO"]


def test_what_has_no_date_counts_on_no_day(graph: Graph) -> None:
    store = graph(
        stating("Wiesbaden", None), stating("Hessen", "2020-01-01", Modality.PLANNED), stating("Hessen", None)
    )
    (land,) = spread(store, "implements", "E-Akte").lands
    assert [(step.day, step.status, len(step.entries)) for step in land.steps] == [
        ("", "undated", 2),
        ("2020-01-01", "planned", 1),
    ]


def test_what_a_body_of_several_laender_does_is_not_said_of_one_of_them(tmp_path: Path) -> None:
    folder = ontology_with_a_shared_body(tmp_path)
    store = MemoryStore(build_quads([page(stating("FITKO", "2021-01-01"))], GraphOptions(ontology=folder)))
    found = spread(store, "implements", "E-Akte")
    assert (found.lands, [one.subject.label for one in found.elsewhere]) == ((), ["FITKO"])


def test_what_one_body_has_ended_goes_on_in_another(graph: Graph) -> None:
    store = graph(stating("Hessen", "2020-01-01"), stating("Digitalministerium Hessen", "2021-01-01", Modality.ENDED))
    (land,) = spread(store, "implements", "E-Akte").lands
    assert steps(land)[-1] == ("2021-01-01", "asserted", 2, False)


def test_an_office_is_held_seen_for_sure_and_else_possibly(graph: Graph) -> None:
    town = (EntityType.MUNICIPALITY, "Wiesbaden", "Municipality")
    store = graph(
        holding("Eva Alt", "2020-01-01"),
        holding("Max Neu", "2022-02-01"),
        holding("Ada Stadt", "2019-01-01", body=town),
    )
    (land,) = office_spread(store, "CIO").lands
    told = [(one.day, one.status, [land.periods[at].person.label for at in one.entries]) for one in land.steps]
    assert told == [
        ("2020-01-01", "held", ["Eva Alt"]),
        ("2020-01-02", "possible", ["Eva Alt", "Max Neu"]),
        ("2022-02-01", "held", ["Max Neu"]),
        ("2022-02-02", "possible", ["Max Neu"]),
    ]


def test_of_whom_only_the_end_is_known_has_held_an_office(graph: Graph) -> None:
    store = graph(holding("Jens Alt", "2024-03-04", status=Status.FORMER))
    (land,) = office_spread(store, "CIO").lands
    assert steps(land) == [("2024-03-04", "former", 1, False)]


def test_who_was_only_announced_is_never_shown_as_seen_in_office(graph: Graph) -> None:
    coming = holding("Max Neu", "2023-11-30", status=Status.DESIGNATED, since="2024-01-01")
    (land,) = office_spread(graph(holding("Eva Alt", "2023-11-30"), coming), "CIO").lands
    told = [(one.day, one.status, [land.periods[at].person.label for at in one.entries]) for one in land.steps]
    assert told == [
        ("2023-11-30", "held", ["Eva Alt"]),
        ("2023-12-01", "possible", ["Eva Alt"]),
        ("2024-01-01", "possible", ["Eva Alt", "Max Neu"]),
        ("2024-01-02", "announced", ["Max Neu"]),
    ]


def test_whom_an_announcement_gave_an_end_is_not_in_office_either(graph: Graph) -> None:
    coming = holding("Max Neu", "2023-11-30", status=Status.DESIGNATED, since="2024-01-01", until="2024-06-30")
    (land,) = office_spread(graph(coming), "CIO").lands
    assert {one.status for one in land.steps} == {"announced"}


def test_what_is_not_known(graph: Graph) -> None:
    store = graph(stating("Hessen", "2020-01-01"))
    assert spread(store, "pilots", "E-Akte").lands == ()
    with pytest.raises(NotFoundError):
        spread(store, "implements", "Atlantis")
    with pytest.raises(NotFoundError):
        office_spread(store, "Kaiser")
    with pytest.raises(QueryError, match="role"):
        spread(store, "holdsOffice", "E-Akte")
