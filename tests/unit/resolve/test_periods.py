"""Who held which office from when to when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import NamedNode

from govgraph.model import BASE, ArticleRecord, EntityType, Modality, Predicate, Status
from govgraph.rdf.inferred import inferred_quads
from govgraph.resolve import BoundRule, Observation, Period, periods
from govgraph.vocabulary.identity import load_identity
from handmade import Draft, holding, iri

SINGLE = frozenset({iri("role", "cio")})
Row = tuple[str, str | None, str | None, str | None, str | None]


def rows(*articles: ArticleRecord, single: frozenset[str] = SINGLE) -> list[Row]:
    def day(one: Period, name: str) -> str | None:
        bound = getattr(one, name)
        return None if bound is None else bound.day.isoformat()

    names = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
    found = periods(articles, single)
    return [(one.person.rpartition("/")[2], *(day(one, name) for name in names)) for one in found]  # type: ignore[misc]


def test_one_article_says_that_somebody_is_there_on_its_day() -> None:
    assert rows(holding("Eva Alt", "2020-03-01")) == [("eva-alt", None, "2020-03-01", "2020-03-01", None)]


def test_a_stated_begin_is_as_precise_as_it_was_stated() -> None:
    assert rows(holding("Eva Alt", "2020-03-01", since="2019-05")) == [
        ("eva-alt", "2019-05-01", "2019-05-31", "2020-03-01", None)
    ]


def test_the_more_precise_of_two_stated_begins_counts() -> None:
    found = rows(holding("Eva Alt", "2020-03-01", since="2019"), holding("Eva Alt", "2021-03-01", since="2019-05-01"))
    assert found == [("eva-alt", "2019-05-01", "2019-05-01", "2021-03-01", None)]


def test_the_next_holder_ends_the_time_of_the_one_before() -> None:
    found = rows(holding("Eva Alt", "2020-03-01"), holding("Bo Neu", "2022-03-01"))
    assert found == [
        ("eva-alt", None, "2020-03-01", "2020-03-01", "2022-03-01"),
        ("bo-neu", "2020-03-01", "2022-03-01", "2022-03-01", None),
    ]


def test_offices_that_many_may_hold_end_for_nobody() -> None:
    found = rows(holding("Eva Alt", "2020-03-01"), holding("Bo Neu", "2022-03-01"), single=frozenset())
    assert [row[1:] for row in found] == [
        (None, "2020-03-01", "2020-03-01", None),
        (None, "2022-03-01", "2022-03-01", None),
    ]


def test_somebody_designated_is_not_there_yet() -> None:
    found = rows(
        holding("Bo Neu", "2020-03-01", status=Status.DESIGNATED), holding("Bo Neu", "2020-06-01", status=Status.NEW)
    )
    assert found == [("bo-neu", "2020-03-01", "2020-06-01", "2020-06-01", None)]


def test_somebody_only_designated_has_no_period() -> None:
    assert rows(holding("Bo Neu", "2020-03-01", status=Status.DESIGNATED)) == []


def test_former_ends_at_the_latest_on_the_day_of_the_article() -> None:
    found = rows(holding("Eva Alt", "2020-03-01"), holding("Eva Alt", "2021-03-01", status=Status.FORMER))
    assert found == [("eva-alt", None, "2020-03-01", "2020-03-01", "2021-03-01")]


def test_a_second_time_in_office_is_a_second_period() -> None:
    found = rows(
        holding("Eva Alt", "2012-03-01", until="2013-12-31"),
        holding("Eva Alt", "2020-03-01", since="2019-05-01"),
    )
    assert found == [
        ("eva-alt", None, "2012-03-01", "2013-12-31", "2013-12-31"),
        ("eva-alt", "2019-05-01", "2019-05-01", "2020-03-01", None),
    ]


def test_acting_goes_on_as_regular() -> None:
    found = rows(
        holding("Bo Neu", "2020-03-01", status=Status.ACTING), holding("Bo Neu", "2021-03-01", since="2020-12-01")
    )
    assert found == [
        ("bo-neu", None, "2020-03-01", "2020-03-01", "2020-12-01"),
        ("bo-neu", "2020-12-01", "2020-12-01", "2021-03-01", None),
    ]


@pytest.mark.parametrize(
    ("told", "acting", "regular"),
    [
        # one article says since when somebody acted, and since when the office is theirs
        (
            [
                holding("Bo Neu", "2025-03-20", status=Status.ACTING, since="2025-01"),
                holding("Bo Neu", "2025-03-20", status=Status.NEW, since="2025-03-18"),
            ],
            ("2025-01-01", "2025-01-31", None, "2025-03-18"),
            ("2025-03-18", "2025-03-18", "2025-03-20", None),
        ),
        # nobody states when the office came, so it came between the days on which both are seen
        (
            [holding("Bo Neu", "2024-12-12", status=Status.ACTING), holding("Bo Neu", "2025-03-20", status=Status.NEW)],
            (None, "2024-12-12", "2024-12-12", "2025-03-20"),
            ("2024-12-12", "2025-03-20", "2025-03-20", None),
        ),
        # a later article that knows of the acting time alone moves no begin of the office itself
        (
            [
                holding("Bo Neu", "2025-01-20", status=Status.ACTING),
                holding("Bo Neu", "2025-03-20", since="2025-03-18"),
                holding("Bo Neu", "2026-03-20", since="2025-01-02"),
            ],
            (None, "2025-01-20", "2025-01-20", "2025-03-18"),
            ("2025-03-18", "2025-03-18", "2026-03-20", None),
        ),
        # what is announced for somebody who acts is yet to come
        (
            [
                holding("Bo Neu", "2025-01-20", status=Status.ACTING),
                holding("Bo Neu", "2025-02-20", since="2025-04-01", status=Status.DESIGNATED),
            ],
            (None, "2025-01-20", "2025-01-20", "2025-04-01"),
            ("2025-04-01", "2025-04-01", None, None),
        ),
    ],
)
def test_who_acted_has_the_office_itself_in_a_time_of_its_own(
    told: list[ArticleRecord], acting: tuple[str | None, ...], regular: tuple[str | None, ...]
) -> None:
    assert rows(*told) == rows(*told[::-1]) == [("bo-neu", *acting), ("bo-neu", *regular)]
    assert [one.acting for one in periods(told, SINGLE)] == [True, False]


def test_each_bound_names_its_rule_and_its_words() -> None:
    alt, neu = holding("Eva Alt", "2020-03-01"), holding("Bo Neu", "2022-03-01", since="2021-05-01")
    first, second = periods([alt, neu], SINGLE)
    assert first.end_latest is not None
    assert first.end_latest.rule is BoundRule.OTHER_HOLDER
    assert [one.article for one in first.end_latest.sources] == [neu.article.id]
    assert second.begin_latest is not None
    assert second.begin_latest.rule is BoundRule.STATED
    (source,) = second.begin_latest.sources
    assert isinstance(source, Observation)
    assert source.office.evidence[0].quote in neu.article.text


def test_a_year_of_leaving_ends_the_time_that_was_seen_before() -> None:
    told = [
        holding("Eva Alt", "2016-02-04", since="2016-02-01"),
        holding("Eva Alt", "2018-06-11"),
        holding("Eva Alt", "2019-04-15", until="2019", status=Status.FORMER),
        holding("Eva Alt", "2022-04-15", until="2019", status=Status.FORMER),
        holding("Bo Neu", "2019-04-15", status=Status.ACTING),
    ]
    expected = [
        ("eva-alt", "2016-02-01", "2016-02-01", "2019-01-01", "2019-04-15"),
        ("bo-neu", "2019-01-01", "2019-04-15", "2019-04-15", None),
    ]
    assert rows(*told) == rows(*told[::-1]) == expected
    # an article of later years that names the year alone, and one that had said no more than that somebody had left
    left = [*told[:2], holding("Eva Alt", "2019-03-01", status=Status.FORMER), told[3]]
    assert rows(*left) == [("eva-alt", "2016-02-01", "2016-02-01", "2019-01-01", "2019-03-01")]


def test_a_stated_year_is_narrowed_by_what_rules_out_a_part_of_it() -> None:
    term = holding("Eva Alt", "2026-02-26", since="2014", until="2019", status=Status.FORMER)
    gone = holding("Eva Alt", "2019-11-21", status=Status.FORMER)
    there = [holding("Eva Alt", "2014-05-01"), holding("Eva Alt", "2019-06-01")]
    waits = holding("Eva Alt", "2014-03-01", since="2014", status=Status.DESIGNATED)
    assert rows(term, gone) == [("eva-alt", "2014-01-01", "2014-12-31", "2019-01-01", "2019-11-21")]
    assert rows(term, gone, *there) == [("eva-alt", "2014-01-01", "2014-12-31", "2019-01-01", "2019-11-21")]
    assert rows(term, waits, *there) == [("eva-alt", "2014-03-01", "2014-12-31", "2019-01-01", "2019-12-31")]


def test_a_stated_year_is_narrowed_by_who_came_in_it() -> None:
    term = holding("Eva Alt", "2026-02-26", since="2014", until="2019", status=Status.FORMER)
    came = holding("Bo Neu", "2019-12-01", since="2019-09-01")
    assert rows(term, came)[0] == ("eva-alt", "2014-01-01", "2014-12-31", "2019-01-01", "2019-09-01")
    assert rows(term, came, single=frozenset())[0][4] == "2019-12-31"
    # who held it in 2019 alone may have come after another who came in that year
    assert rows(holding("Eva Alt", "2026-02-26", since="2019", until="2019"), came)[-1][4] == "2019-12-31"
    # what contradicts a stated year does not move it
    assert rows(term, holding("Bo Neu", "2018-12-01"))[0][4] == "2019-12-31"


def test_who_is_named_beside_the_holder_ends_nothing_on_that_day() -> None:
    day = "2025-08-19"
    acting = holding("Bo Neu", day, status=Status.ACTING)
    assert rows(holding("Eva Alt", day, until="2025-09-30"), acting) == [
        ("bo-neu", None, day, day, None),
        ("eva-alt", None, day, "2025-09-30", "2025-09-30"),
    ]
    assert rows(holding("Eva Alt", day), acting) == [
        ("bo-neu", None, day, day, None),
        ("eva-alt", None, day, day, None),
    ]
    # what is seen of the other later does
    later = holding("Bo Neu", "2025-11-03", status=Status.ACTING)
    assert rows(holding("Eva Alt", day), acting, later)[1] == ("eva-alt", None, day, day, "2025-11-03")
    # and so does a begin that is stated
    begun = holding("Bo Neu", "2025-10-01", since=day)
    assert rows(holding("Eva Alt", day), begun)[0] == ("eva-alt", None, day, day, day)


def test_who_will_act_is_awaited() -> None:
    acting = holding("Bo Neu", "2025-08-19", status=Status.ACTING, since="2025-09-30")
    assert rows(holding("Eva Alt", "2025-08-19"), acting) == [
        ("eva-alt", None, "2025-08-19", "2025-08-19", "2025-09-30"),
        ("bo-neu", "2025-09-30", "2025-09-30", None, None),
    ]
    assert [one.acting for one in periods([acting], SINGLE)] == [True]


def test_a_successor_ends_the_time_of_the_one_before_where_many_may_hold_the_office() -> None:
    house = (EntityType.ORGANISATION, "Digitalministerium", "Ministry")
    draft = Draft("Wechsel", "Bo Neu wird zum 1. Mai Staatssekretär und folgt auf Eva Alt.", "2024-03-04")
    body = draft.entity(house[0], house[1], kind=house[2])
    alt, neu, oth = (draft.entity(EntityType.PERSON, name) for name in ("Eva Alt", "Bo Neu", "Ina Ott"))
    words = "Bo Neu wird zum 1. Mai Staatssekretär und folgt auf Eva Alt."
    offices = [draft.office(one.id, "Staatssekretär", body.id, words) for one in (alt, neu, oth)]
    offices[1] = replace(offices[1], status=Status.DESIGNATED, since="2024-05-01")
    fact = draft.fact(neu.id, Predicate.SUCCEEDS, alt.id, words)
    told = draft.record([alt, neu, oth, body], offices, [fact])
    assert sorted(rows(told)) == [
        ("bo-neu", "2024-05-01", "2024-05-01", None, None),
        ("eva-alt", None, "2024-03-04", "2024-03-04", "2024-05-01"),
        ("ina-ott", None, "2024-03-04", "2024-03-04", None),
    ]


def test_who_was_announced_and_never_seen_bounds_nobody_once_others_are_seen() -> None:
    alt = holding("Eva Alt", "2020-12-11")
    plan = holding("Ina Ott", "2020-11-10", since="2021-02-01", status=Status.DESIGNATED)
    came = holding("Bo Neu", "2021-05-03", since="2021-04-01")
    told = periods([alt, plan, came], SINGLE)
    assert [one.begin_latest.rule for one in told if one.begin_latest] == [
        BoundRule.OBSERVED,
        BoundRule.ANNOUNCED,
        BoundRule.STATED,
    ]
    assert rows(alt, plan, came) == [
        ("eva-alt", None, "2020-12-11", "2020-12-11", "2021-04-01"),
        ("ina-ott", "2021-02-01", "2021-02-01", None, "2021-04-01"),
        ("bo-neu", "2021-04-01", "2021-04-01", "2021-05-03", None),
    ]
    # another who is announced later takes the place of the plan, too
    other = holding("Bo Neu", "2021-01-20", since="2021-04-01", status=Status.DESIGNATED)
    assert rows(alt, plan, other)[0][4] == "2021-04-01"
    # nothing speaks against a plan that is the last word
    (first, _) = periods([alt, plan], SINGLE)
    assert first.end_latest is not None
    assert (str(first.end_latest.day), first.end_latest.rule) == ("2021-02-01", BoundRule.ANNOUNCED)
    # who is seen later has come
    seen = holding("Ina Ott", "2021-03-01")
    assert {one.begin_latest.rule for one in periods([plan, seen], SINGLE) if one.begin_latest} == {BoundRule.STATED}


def test_who_is_called_new_before_a_stated_first_day_is_yet_to_come() -> None:
    named = holding("Bo Neu", "2022-04-27", status=Status.NEW)
    plan = holding("Bo Neu", "2022-04-26", since="2022-05-01", status=Status.NEW)
    assert rows(named, plan) == [("bo-neu", "2022-05-01", "2022-05-01", None, None)]
    assert rows(named, plan, holding("Bo Neu", "2022-06-01"))[0][2:4] == ("2022-05-01", "2022-06-01")
    # a begin of other years is that of another time
    assert rows(named, holding("Bo Neu", "2025-06-01", since="2024-05-01"))[0][2] == "2022-04-27"


def test_a_title_alone_does_not_end_acting() -> None:
    def acting(*articles: ArticleRecord) -> list[bool]:
        return [one.acting for one in periods(articles, SINGLE)]

    stand_in = holding("Bo Neu", "2020-10-02", status=Status.ACTING)
    assert acting(stand_in, holding("Bo Neu", "2021-02-12")) == [True]
    assert acting(stand_in, holding("Bo Neu", "2021-02-12", since="2020-10-01")) == [True]
    assert acting(stand_in, holding("Bo Neu", "2021-02-12", since="2021-02-01")) == [True, False]
    assert acting(stand_in, holding("Bo Neu", "2021-02-12", status=Status.NEW)) == [True, False]
    assert acting(stand_in, holding("Bo Neu", "2022-02-12")) == [True, False]
    assert acting(holding("Bo Neu", "2020-03-01"), stand_in) == [False]


def test_undated_articles_bound_nothing() -> None:
    assert rows(holding("Eva Alt", None)) == []


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [holding(name, f"20{year}-01-01") for name, year in (("Eva Alt", 15), ("Bo Neu", 18), ("Eva Alt", 20))]
    assert periods(articles, SINGLE) == periods(articles[::-1], SINGLE)


def test_the_ontology_says_which_roles_have_one_holder() -> None:
    single = load_identity().single
    assert iri("role", "cio") in single
    assert iri("role", "staatssekretaer") not in single
    town = (EntityType.MUNICIPALITY, "Kassel", "Municipality")
    assert rows(holding("Eva Alt", "2020-01-01", body=town), single=single)


def test_who_comes_cannot_have_begun_before_the_stated_end_of_who_was_there() -> None:
    """Seen a year before, retired in April: the next began in April at the earliest, not a year before."""
    found = rows(
        holding("Eva Alt", "2019-05-14"),
        holding("Eva Alt", "2020-05-28", until="2020-04", status=Status.FORMER),
        holding("Bo Neu", "2020-05-28"),
    )
    assert found == [
        ("eva-alt", None, "2019-05-14", "2020-04-01", "2020-04-30"),
        ("bo-neu", "2020-04-01", "2020-05-28", "2020-05-28", None),
    ]


def test_a_stated_end_after_the_begin_of_another_bounds_nothing() -> None:
    found = rows(holding("Eva Alt", "2020-01-10", until="2021-12-31"), holding("Bo Neu", "2021-02-01"))
    assert found[1][:3] == ("bo-neu", "2020-01-10", "2021-02-01")


def turn(land: str, date: str, *, modality: Modality = Modality.ASSERTED) -> ArticleRecord:
    """An article by which a Land has the chair of the board."""
    words = f"{land} und der Vorsitz im Rat ({modality}, {date})."
    draft = Draft(f"Vorsitz {land}", words, date)
    place = draft.entity(EntityType.JURISDICTION, land, kind="State")
    board = draft.entity(*RAT[:2], kind=RAT[2])
    fact = replace(draft.fact(place.id, Predicate.CHAIRS, board.id, words), modality=modality)
    return draft.record([place, board], facts=[fact])


RAT = (EntityType.ORGANISATION, "Rat", "Committee")
SAARLAND = (EntityType.JURISDICTION, "Saarland", "State")


def chair(name: str, date: str, **said: Any) -> ArticleRecord:
    """An article by which somebody sits in the chair of the board."""
    return holding(name, date, role="Vorsitzender", body=RAT, **said)


def chairs(*articles: ArticleRecord) -> list[Row]:
    return [row for row in rows(*articles, single=frozenset({"vorsitzender"})) if row[0] in ("eva-alt", "bo-neu")]


def test_the_turn_of_another_land_is_outside_the_time_of_a_chair() -> None:
    home = [holding("Eva Alt", "2023-02-01"), holding("Bo Neu", "2026-02-01", body=SAARLAND)]
    seats = [chair("Eva Alt", "2023-11-16"), chair("Bo Neu", "2026-02-09")]
    turns = [turn("Bremen", "2024-06-17"), turn("Bayern", "2025-07-25")]
    found = rows(*home, *seats, *turns, single=frozenset({"vorsitzender"}))
    assert [row for row in found if row[2] in ("2023-11-16", "2026-02-09")] == [
        ("eva-alt", None, "2023-11-16", "2023-11-16", "2024-06-17"),
        ("bo-neu", "2025-07-25", "2026-02-09", "2026-02-09", None),
    ]


def test_the_turn_of_ones_own_land_ends_no_time_in_the_chair() -> None:
    seat, own = chair("Eva Alt", "2023-11-16"), turn("Hessen", "2024-06-17")
    assert rows(holding("Eva Alt", "2023-02-01"), seat, own, single=frozenset({"vorsitzender"}))[1][4] is None
    # nor that of a Land where nothing tells where the person is from, in the same year, or yet to come
    assert chairs(seat, turn("Bremen", "2024-06-17"))[0][4] is None
    home = holding("Eva Alt", "2023-02-01", role="Digitalminister")
    for other in (turn("Bremen", "2023-12-17"), turn("Bremen", "2024-01-08", modality=Modality.PLANNED)):
        assert all(row[4] is None for row in chairs(home, seat, other))


def followed(date: str, *statuses: Status, modality: Modality = Modality.ASSERTED) -> ArticleRecord:
    """An article that gives two people one office and says that the second succeeds the first."""
    words = f"Bo Neu ist CIO von Hessen; Vorgängerin war CIO Eva Alt ({', '.join(statuses)}, {modality}, {date})."
    draft = Draft("Bo Neu", words, date)
    eva, neu = (draft.entity(EntityType.PERSON, name) for name in ("Eva Alt", "Bo Neu"))
    land = draft.entity(EntityType.JURISDICTION, "Hessen", kind="State")
    offices = [
        replace(draft.office(one.id, "CIO", land.id, words), status=status)
        for one, status in zip((eva, neu), statuses, strict=True)
    ]
    fact = replace(draft.fact(neu.id, Predicate.SUCCEEDS, eva.id, words), modality=modality)
    return draft.record([eva, neu, land], offices, [fact])


@pytest.mark.parametrize("modality", [Modality.ASSERTED, Modality.PLANNED])
def test_who_is_said_to_be_followed_by_who_is_there_has_left(modality: Modality) -> None:
    told = followed("2022-09-19", Status.CURRENT, Status.CURRENT, modality=modality)
    assert rows(told) == [
        ("bo-neu", None, "2022-09-19", "2022-09-19", None),
        ("eva-alt", None, None, None, "2022-09-19"),
    ]
    held = [quad for quad in inferred_quads([told], BASE) if quad.predicate.value.endswith("holdsOffice")]
    assert [quad.subject.value for quad in held if isinstance(quad.subject, NamedNode)] == [iri("person", "Bo Neu")]


@pytest.mark.parametrize("status", [Status.NEW, Status.DESIGNATED])
def test_who_is_followed_by_somebody_yet_to_come_may_still_be_there(status: Status) -> None:
    assert ("eva-alt", "2022-09-19") in [
        (row[0], row[2]) for row in rows(followed("2022-09-19", Status.CURRENT, status))
    ]


def test_who_is_only_reported_to_be_followed_is_still_there() -> None:
    told = followed("2022-09-19", Status.CURRENT, Status.CURRENT, modality=Modality.REPORTED)
    assert all(row[2] == "2022-09-19" for row in rows(told))
