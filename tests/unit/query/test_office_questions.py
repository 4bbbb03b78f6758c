"""What questions on offices do not conclude: gaps, moves and second offices that no article tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from govgraph.model import EntityType, Predicate
from govgraph.query import Rows, run_named
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import Draft, holding, page, small_ontology

if TYPE_CHECKING:
    from pathlib import Path

    from govgraph.model import ArticleRecord

FITKO = (EntityType.ORGANISATION, "FITKO", "Agency")
CHANCELLERY = (EntityType.ORGANISATION, "Staatskanzlei Hessen", "Agency")
NETS = (EntityType.ORGANISATION, "Ministerium für Netze", "Ministry")
KNOWN = {
    "roles.ttl": """
        <role/cio> gov:singleHolder true .
        <role/minister> a skos:Concept, gov:Role ; skos:prefLabel "Minister"@de .
        <role/digitalminister> skos:broader <role/minister> .
    """,
    "bodies.ttl": """
        <organisation/ministerium-fuer-netze> a gov:Ministry ; skos:prefLabel "Ministerium für Netze"@de ;
            gov:jurisdiction <jurisdiction/hessen> .
    """,
}
AGENCY = """<organisation/fitko> a gov:Agency ; skos:prefLabel "FITKO"@de ; gov:jurisdiction <jurisdiction/saarland> """


def answer(folder: Path, name: str, *told: ArticleRecord, bodies: str = "", **given: str) -> list[Any]:
    ontology = small_ontology(folder)
    for file, more in (*KNOWN.items(), ("bodies.ttl", bodies)):
        with (ontology / file).open("a", encoding="utf-8") as open_file:
            open_file.write(more)
    found = run_named(MemoryStore(build_quads([page(*told)], GraphOptions(ontology=ontology))), name, given)
    assert isinstance(found, Rows)
    return list(found)


def succession(later: str, earlier: str) -> ArticleRecord:
    draft = Draft(f"{later} folgt", f"{later} folgt auf {earlier}.", "2022-05-01")
    ends = [draft.entity(EntityType.PERSON, name) for name in (later, earlier)]
    return draft.record(ends, [], [draft.fact(ends[0].id, Predicate.SUCCEEDS, ends[1].id, draft.text)])


APART = (holding("Eva Alt", "2014-06-01", until="2014-12-31"), holding("Bo Neu", "2017-06-01", since="2017-01-01"))


def test_years_that_no_article_speaks_of_are_no_gap(tmp_path: Path) -> None:
    assert not answer(tmp_path, "office-gaps", *APART)


def test_who_is_said_to_succeed_somebody_leaves_the_days_between_vacant(tmp_path: Path) -> None:
    (one,) = answer(tmp_path, "office-gaps", *APART, succession("Bo Neu", "Eva Alt"))
    assert (one.beforeName, one.afterName, one.days) == ("Eva Alt", "Bo Neu", 731)


@pytest.mark.parametrize(("levels", "moves"), [('; gov:level "Land" .', 1), ('; gov:level "Bund", "Land" .', 0)])
def test_nobody_moves_to_a_land_by_going_to_a_body_of_bund_and_laender(levels: str, moves: int, tmp_path: Path) -> None:
    told = (holding("Eva Alt", "2014-06-01"), holding("Eva Alt", "2017-06-01", role="Leiter", body=FITKO))
    assert len(answer(tmp_path, "moves-between-laender", *told, bodies=AGENCY + levels)) == moves


@pytest.mark.parametrize(
    ("role", "other", "body", "offices"),
    [
        ("Digitalminister", "Minister", None, 0),
        ("Digitalminister", "Digitalminister", NETS, 0),
        ("Digitalminister", "CIO", None, 1),
        ("Digitalminister", "CIO", NETS, 1),
        ("Digitalminister", "Digitalminister", FITKO, 1),
    ],
)
def test_a_wider_title_is_no_second_office(
    role: str, other: str, body: tuple[EntityType, str, str] | None, offices: int, tmp_path: Path
) -> None:
    where = {} if body is None else {"body": body}
    told = (holding("Eva Alt", "2020-06-01", role=role), holding("Eva Alt", "2020-06-01", role=other, **where))
    assert len(answer(tmp_path, "several-offices-at-once", *told)) == offices


def test_nobody_holds_two_offices_from_a_later_day_to_an_earlier_one(tmp_path: Path) -> None:
    told = (
        holding("Eva Alt", "2018-03-01", since="2018", until="2018"),
        holding("Eva Alt", "2018-01-01", role="Minister"),
        holding("Eva Alt", "2018-12-31", role="Minister"),
    )
    for one in answer(tmp_path, "several-offices-at-once", *told):
        assert getattr(one, "from") <= one.until


def test_the_name_of_an_office_says_no_word_twice(tmp_path: Path) -> None:
    told = holding("Eva Alt", "2020-06-01", role="Chef der Staatskanzlei", body=CHANCELLERY)
    (one,) = answer(tmp_path, "offices-in-body", told, organisation="Staatskanzlei Hessen")
    assert one.title == "Chef der Staatskanzlei Hessen"
