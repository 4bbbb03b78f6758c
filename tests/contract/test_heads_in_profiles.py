"""Whoever heads a body is called in Popolo and FollowTheMoney what the articles call them, and once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from govgraph.export import export_profile, render_profile
from govgraph.model import ArticleRecord, EntityType, Predicate, Status
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore
from handmade import HESSEN, Draft, holding, iri, page, small_ontology

Make = Callable[..., list[Quad]]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    return lambda *articles: build_quads([page(*articles)], options)


def heading(kind: str, role: str = "", **office: Any) -> ArticleRecord:
    """Eva Kern leads a body of a class, and holds an office there if one is given."""
    words = f"Eva Kern leitet das Haus Nord ({kind}, {role})."
    draft = Draft(f"Haus {kind} {role}", words, "2024-11-18")
    person = draft.entity(EntityType.PERSON, "Eva Kern")
    body = draft.entity(EntityType.ORGANISATION, "Haus Nord", kind=kind)
    said = replace(draft.office(person.id, role, body.id, words), role_id=iri("role", role), **office) if role else None
    return draft.record(
        [person, body], [said] if said else [], [draft.fact(person.id, Predicate.CHAIRS, body.id, words)]
    )


def roles(quads: list[Quad], profile: str) -> list[str]:
    """What plain memberships call Eva Kern."""
    written = render_profile(MemoryStore(quads), profile).decode()
    if profile == "popolo":
        return [one["role"] for one in json.loads(written)["memberships"] if "post_id" not in one]
    found = map(json.loads, written.splitlines())
    return [one["properties"]["role"][0] for one in found if one["schema"] == "Membership"]


@pytest.mark.parametrize("profile", ["popolo", "ftm"])
@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("Committee", "Vorsitz"),
        ("Agency", "Leitung"),
        ("Authority", "Leitung"),
        ("Department", "Leitung"),
        ("Company", "Leitung"),
        ("Association", "Vorsitz oder Leitung"),
    ],
)
def test_without_an_office_the_kind_of_body_tells(kind: str, called: str, profile: str, make: Make) -> None:
    assert roles(make(heading(kind)), profile) == [called]


@pytest.mark.parametrize("profile", ["popolo", "ftm"])
def test_what_a_time_in_a_post_says_is_not_said_again(profile: str, make: Make) -> None:
    assert roles(make(heading("Association", "Geschäftsführer")), profile) == []


@pytest.mark.parametrize("profile", ["popolo", "ftm"])
@pytest.mark.parametrize("status", [Status.ACTING, Status.DESIGNATED])
def test_who_acts_or_is_to_come_bears_no_title(status: Status, profile: str, make: Make) -> None:
    assert roles(make(heading("Agency", "Präsident", status=status)), profile) == ["Leitung"]


@pytest.mark.parametrize("profile", ["popolo", "ftm"])
def test_an_office_below_the_head_is_no_title_of_a_head(profile: str, make: Make) -> None:
    assert roles(make(heading("Company", "Prokurist")), profile) == ["Leitung"]


def test_times_in_office_that_are_left_out_are_counted(make: Make, tmp_path: Path) -> None:
    dach = (EntityType.ORGANISATION, "Dachverband", "Association")
    graph = MemoryStore(
        make(
            holding("Eva Alt", "2015-05-01"),
            holding("Kim Ende", "2016-03-01", role="Präsident", status=Status.FORMER, body=dach),
            holding("Ute Bald", "2016-03-01", role="Sprecher", status=Status.DESIGNATED, since="2016-05-01", body=dach),
            holding("Ali Statt", "2016-03-01", role="Direktor", status=Status.ACTING, body=dach),
        )
    )
    assert export_profile(graph, "popolo", tmp_path / "a") == {"acting": 1, "announced": 1, "over": 1}
    assert export_profile(graph, "ftm", tmp_path / "a") == {"acting": 1, "announced": 1}
    assert export_profile(graph, "prov", tmp_path / "a") == {}


@pytest.mark.parametrize(
    ("whole", "kept"),
    [
        (("IT-Planungsrat", None), False),
        (("Amt Süd", None), True),
        (("Amt Süd", HESSEN), True),
        (("Amt Süd", "other"), False),
    ],
)
def test_a_unit_is_of_the_land_of_its_body(whole: tuple[str, str | None], kept: bool, make: Make) -> None:
    words = f"Das Referat Nord im {whole[0]} in Hessen."
    draft = Draft("Referat", words, "2024-11-18")
    land = iri("jurisdiction", "Saarland") if whole[1] == "other" else whole[1]
    unit = draft.entity(EntityType.ORGANISATION, "Referat Nord", kind="Department", place=HESSEN)
    body = draft.entity(EntityType.ORGANISATION, whole[0], kind="Agency", place=land)
    found = make(draft.record([unit, body], facts=[draft.fact(unit.id, Predicate.PART_OF, body.id, words)]))
    tied = [quad for quad in found if quad.subject == NamedNode(unit.id) and quad.predicate == ns.gov("jurisdiction")]
    assert bool(tied) is kept
