"""Offices as lanes: Land, handovers, vacancies, contradictions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from charted import CIO, HESSEN, period
from govgraph.errors import NotFoundError
from govgraph.model import EntityType, Status
from govgraph.query import TimelineRow, lanes, office_spread, timeline
from govgraph.query.lanes import successions, vacancies
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import holding, ontology_with_a_shared_body, page, small_ontology

Days = tuple[str | None, str | None, str | None, str | None]


def row(name: str, days: Days) -> TimelineRow:
    return period(f"urn:{name}", (CIO, HESSEN), name, days)


def test_the_day_of_a_handover_lies_between_what_is_known_of_both() -> None:
    rows = [
        row("b", ("2021-02-01", "2024-01-22", "2024-01-22", None)),
        row("a", (None, "2020-01-01", "2021-02-01", "2024-01-22")),
    ]
    (one,) = successions(rows, single=True)
    assert (one.before, one.after, one.earliest, one.latest) == ("urn:a", "urn:b", "2021-02-01", "2024-01-22")


def test_two_at_one_time_do_not_follow_one_another() -> None:
    one, other = row("a", (None, "2020-01-01", "2022-01-01", None)), row("b", (None, "2021-01-01", "2023-01-01", None))
    assert not list(successions([one, other], single=True))


def test_who_is_only_known_to_be_gone_went_before_the_next() -> None:
    gone, come = row("z", (None, None, None, "2020-05-28")), row("a", (None, "2020-05-28", "2020-05-28", None))
    (one,) = successions([come, gone], single=True)
    assert (one.before, one.after, one.earliest, one.latest) == ("urn:z", "urn:a", "", "2020-05-28")


def test_of_several_side_by_side_only_who_is_said_to_succeeds() -> None:
    days = ("2019-01-01", "2021-01-01", "2023-01-01")
    one, other, third = (row(name, (None, day, day, None)) for name, day in zip("abc", days, strict=True))
    assert len(list(successions([one, other, third], single=True))) == 2
    assert not list(successions([one, other, third], single=False))
    (step,) = successions([one, other, third], single=False, stated={(third.person.iri, one.person.iri)})
    assert (step.before, step.after) == (one.period, third.period)


def test_one_day_alone_hands_nothing_over() -> None:
    one, other = (row(name, (None, "2024-11-18", "2024-11-18", None)) for name in "ab")
    assert not list(successions([one, other], single=True))
    assert list(successions([one, other], single=True, stated={(other.person.iri, one.person.iri)}))


def test_state_secretaries_of_one_house_hand_nothing_over(tmp_path: Path) -> None:
    house = (EntityType.ORGANISATION, "FITKO", "Agency")
    articles = [
        holding("Lea Alt", "2019-02-01", role="Staatssekretär", body=house),
        holding("Max Neu", "2021-02-01", role="Staatssekretär", body=house),
    ]
    graph = MemoryStore(build_quads([page(*articles)], GraphOptions(ontology=small_ontology(tmp_path))))
    (lane,) = lanes(graph)
    assert (len(lane.periods), lane.successions) == (2, ())


def test_the_predecessor_stands_above_the_successor(tmp_path: Path) -> None:
    folder = small_ontology(tmp_path)
    with (folder / "roles.ttl").open("a", encoding="utf-8") as file:
        file.write("<role/cio> gov:singleHolder true .")
    articles = [
        holding("Max Neu", "2022-05-02", status=Status.NEW),
        holding("Uta Weg", "2022-05-02", status=Status.FORMER),
    ]
    graph = MemoryStore(build_quads([page(*articles)], GraphOptions(ontology=folder)))
    (lane,) = lanes(graph)
    assert [row.person.label for row in lane.periods] == ["Uta Weg", "Max Neu"]
    assert [row.person.label for row in timeline(graph)] == ["Uta Weg", "Max Neu"]
    (step,) = lane.successions
    assert (step.before, step.after) == (lane.periods[0].period, lane.periods[1].period)


def test_one_person_twice_is_no_handover() -> None:
    first = row("a", (None, "2020-01-01", "2021-01-01", None))
    again = replace(row("again", (None, "2022-01-01", "2023-01-01", None)), person=first.person)
    assert not list(successions([first, again], single=True))


def test_an_office_is_vacant_only_where_both_ends_prove_it() -> None:
    gone = row("a", (None, "2015-01-01", "2018-05-01", "2018-12-31"))
    later = row("b", ("2020-02-01", "2020-06-01", "2021-01-01", None))
    stated = {(later.person.iri, gone.person.iri)}
    (one,) = vacancies([gone, later], stated)
    assert (one.first, one.last) == ("2019-01-01", "2020-01-31")
    assert not list(vacancies([gone, row("b", (None, "2020-06-01", "2021-01-01", None))], stated)), "begun before"
    assert not list(vacancies([gone, row("b", ("2019-01-01", "2020-06-01", "2021-01-01", None))], stated)), "next day"
    assert not list(vacancies([gone], stated)), "nobody is known to have followed"
    assert not list(vacancies([gone, later, row("c", (None, "2016-01-01", "2021-01-01", None))], stated)), "another"


def test_an_office_that_no_article_speaks_of_is_not_vacant() -> None:
    gone = row("a", (None, "2015-01-01", "2018-05-01", "2018-12-31"))
    later = row("b", ("2020-02-01", "2020-06-01", "2021-01-01", None))
    assert not list(vacancies([gone, later], {(gone.person.iri, later.person.iri), (later.person.iri, "urn:other")}))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    folder = small_ontology(tmp_path_factory.mktemp("ontology"))
    with (folder / "roles.ttl").open("a", encoding="utf-8") as file:
        file.write("<role/cio> gov:singleHolder true .")
    options = GraphOptions(ontology=folder)
    town = (EntityType.MUNICIPALITY, "Wiesbaden", "Municipality")
    articles = [
        holding("Eva Alt", "2020-01-01"),
        holding("Max Neu", "2022-02-01"),
        holding("Eva Alt", "2023-01-01"),
        holding("Ada Stadt", "2021-01-01", body=town),
        holding("Ben Amt", "2021-01-01", body=(EntityType.ORGANISATION, "FITKO", "Agency")),
    ]
    return MemoryStore(build_quads([page(*articles)], options))


def test_lanes_stand_under_their_land(store: MemoryStore) -> None:
    found = [(lane.land.label if lane.land else None, lane.organisation.label) for lane in lanes(store)]
    assert found == [("Hessen", "Hessen"), ("Hessen", "Wiesbaden"), (None, "FITKO")]


def test_an_office_of_a_body_of_several_laender_is_of_each(tmp_path: Path) -> None:
    folder = ontology_with_a_shared_body(tmp_path)
    articles = [holding("Ben Amt", "2021-01-01", body=(EntityType.ORGANISATION, "FITKO", "Agency"))]
    both = MemoryStore(build_quads([page(*articles)], GraphOptions(ontology=folder)))
    (lane,) = lanes(both)
    assert (lane.land, [land.label for land in lane.lands]) == (None, ["Hessen", "Saarland"])
    assert [len(lanes(both, name)) for name in ("Hessen", "Saarland")] == [1, 1], "as when it is asked for"
    assert [one.land.label for one in office_spread(both, "CIO").lands] == ["Hessen", "Saarland"]


def test_a_lane_knows_the_abbreviation_of_its_body(store: MemoryStore) -> None:
    assert {lane.short for lane in lanes(store) if lane.organisation.label == "Hessen"} == {"HE"}


def test_a_period_knows_the_contradictions_of_its_tenures(store: MemoryStore) -> None:
    (lane,) = (one for one in lanes(store) if one.organisation.label == "Hessen")
    assert {one.rule for found in lane.conflicts for one in found} == {"two-holders"}
    assert all(lane.conflicts), "both sides are marked"


def test_lanes_of_a_person_conclude_nothing(store: MemoryStore) -> None:
    (lane,) = lanes(store, "Max Neu")
    assert [one.person.label for one in lane.periods] == ["Max Neu"]
    assert (lane.successions, lane.vacancies) == ((), ())


def test_unknown_names(store: MemoryStore, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        lanes(store, "Atlantis")
