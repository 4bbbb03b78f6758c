from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govgraph.errors import NotFoundError, QueryError
from govgraph.model import ArticleRecord, EntityType, Predicate, Status
from govgraph.query import Basis, who
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import ALT, Draft, holding, interview, page, small_ontology

Graph = Callable[..., MemoryStore]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))

    def make(*articles: ArticleRecord) -> MemoryStore:
        return MemoryStore(build_quads([page(*articles)], options))

    return make


def answers(store: MemoryStore, on: str | None, role: str = "CIO", of: str = "Hessen") -> list[tuple[str, str]]:
    return [(one.person.label, one.how) for one in who(store, role, of, on)]


def test_the_new_cio_is_found_with_the_sentence(graph: Graph) -> None:
    (answer,) = who(graph(interview()), "CIO", "Rheinland-Pfalz", "2024-12-01")

    assert (answer.person.iri, answer.person.label, answer.role.label) == (ALT, "Denis Alt", "CIO")
    assert answer.organisation is not None
    assert answer.organisation.label == "Rheinland-Pfalz"
    assert (answer.basis, answer.status, answer.observed) == (Basis.LAST_SEEN, "new", ("2024-11-18",))
    assert answer.how == "observed on 2024-11-18, last seen then"
    assert [(one.quote, one.title, one.date) for one in answer.evidence] == [
        ("Denis Alt ist neuer CIO von Rheinland-Pfalz.", "Erfolg im Verbund", "2024-11-18")
    ]


Said = list[tuple[str, str | None, dict[str, Any]]]

BRIEFLY: Said = [
    ("Eva Alt", "2012-07-04", {"since": "2012-09-01", "status": Status.DESIGNATED}),
    ("Eva Alt", "2013-01-17", {"since": "2013-01-16"}),
    ("Eva Alt", "2015-03-20", {"until": "2015-03-31"}),
    ("Ida Neu", "2015-10-01", {"since": "2015-10-01", "status": Status.NEW}),
]
EVA_LEFT = ("Eva Alt", "stated until 2015-03-31, left before")

CASES: list[tuple[Said, str | None, list[tuple[str, str]]]] = [
    # what articles say; the day asked for; who and how
    ([("Eva Alt", "2015-05-01", {})], "2015-05-01", [("Eva Alt", "observed on 2015-05-01")]),
    ([("Eva Alt", "2015-05", {})], "2015-05-01", [("Eva Alt", "observed on 2015-05")]),
    ([("Eva Alt", "2015-05-01", {})], "2015", [("Eva Alt", "observed on 2015-05-01")]),
    ([("Eva Alt", "2014-01-01", {})], "2015-05-01", [("Eva Alt", "observed on 2014-01-01, last seen then")]),
    ([("Eva Alt", "2016-01-01", {})], "2015-05-01", [("Eva Alt", "observed on 2016-01-01, first seen then")]),
    # without a day, whoever is to come is named after whoever holds it
    (
        [("Eva Alt", "2015-05-01", {}), ("Ida Neu", "2015-05-01", {"status": Status.DESIGNATED})],
        None,
        [("Eva Alt", "observed on 2015-05-01"), ("Ida Neu", "designated on 2015-05-01")],
    ),
    (
        [("Eva Alt", "2016-05-01", {}), ("Ida Neu", "2015-05-01", {"status": Status.DESIGNATED})],
        None,
        [("Eva Alt", "observed on 2016-05-01")],
    ),
    # whoever came later is named as such, if nobody is nearer
    (
        [("Eva Alt", "2016-01-01", {"status": Status.NEW})],
        "2015-05-01",
        [("Eva Alt", "observed on 2016-01-01, came later")],
    ),
    (
        [("Eva Alt", "2012-03-12", {"since": "2012-03-01", "status": Status.NEW}), ("Ida Neu", "2018-06-11", {})],
        "2012-02-15",
        [("Eva Alt", "stated since 2012-03-01, observed on 2012-03-12, came later")],
    ),
    (
        [
            ("Uwe Uhl", "2011-01-01", {}),
            ("Eva Alt", "2012-02-01", {"since": "2012-03-01", "status": Status.DESIGNATED}),
            ("Ida Neu", "2018-06-11", {"since": "2016"}),
        ],
        "2012-02-15",
        [
            ("Uwe Uhl", "observed on 2011-01-01, last seen then"),
            ("Eva Alt", "stated since 2012-03-01, designated on 2012-02-01, came later"),
        ],
    ),
    (
        [("Eva Alt", "2015-06-01", {}), ("Ida Neu", "2018-06-11", {"since": "2016"})],
        "2015-05-01",
        [("Eva Alt", "observed on 2015-06-01, first seen then")],
    ),
    # what is said of a later time in office tells nothing of the days before it
    (
        [
            ("Eva Alt", "2010-01-01", {"until": "2012-12-31"}),
            ("Eva Alt", "2016-02-04", {"since": "2016-02-01"}),
            ("Eva Alt", "2018-06-11", {}),
        ],
        "2016-01-15",
        [
            ("Eva Alt", "stated until 2012-12-31, left before"),
            ("Eva Alt", "stated since 2016-02-01, observed on 2016-02-04, came later"),
        ],
    ),
    # between whoever left and whoever came, both are named, and no announcement that came to nothing
    (BRIEFLY, "2015-05-01", [EVA_LEFT, ("Ida Neu", "stated since 2015-10-01, observed on 2015-10-01, came later")]),
    (BRIEFLY, "2012-10-01", [("Eva Alt", "stated since 2013-01-16, observed on 2013-01-17, came later")]),
    (BRIEFLY, "2012-08-01", [("Eva Alt", "stated since 2013-01-16, observed on 2013-01-17, came later")]),
    (BRIEFLY[:1], "2012-10-01", [("Eva Alt", "stated since 2012-09-01, designated on 2012-07-04")]),
    # whoever was seen after that is nearer
    (
        [*BRIEFLY, ("Max Mit", "2015-04-20", {"status": Status.ACTING})],
        "2015-05-01",
        [
            ("Max Mit", "observed on 2015-04-20, last seen then"),
            ("Ida Neu", "stated since 2015-10-01, observed on 2015-10-01, came later"),
        ],
    ),
    # days within a year of which no more is stated than that it began or ended then
    (
        [("Eva Alt", "2020-01-01", {"since": "2011", "until": "2015", "status": Status.FORMER})],
        "2015-05-01",
        [("Eva Alt", "stated since 2011 until 2015, day of the end not stated")],
    ),
    (
        [("Eva Alt", "2020-01-01", {"since": "2015", "until": "2018", "status": Status.FORMER})],
        "2015-05-01",
        [("Eva Alt", "stated since 2015 until 2018, day of the begin not stated")],
    ),
    (
        [("Eva Alt", "2020-01-01", {"since": "2011", "until": "2015", "status": Status.FORMER})],
        "2015",
        [("Eva Alt", "stated since 2011 until 2015")],
    ),
    (
        [("Eva Alt", "2016-01-01", {"since": "2015"})],
        "2015-05-01",
        [("Eva Alt", "stated since 2015, observed on 2016-01-01, day of the begin not stated")],
    ),
    (
        [("Eva Alt", None, {"since": "2015"})],
        "2015-05-01",
        [("Eva Alt", "stated since 2015, day of the begin not stated")],
    ),
    (
        [("Eva Alt", "2014-01-01", {"until": "2015"})],
        "2015-05-01",
        [("Eva Alt", "stated until 2015, observed on 2014-01-01, day of the end not stated")],
    ),
    (
        [
            ("Eva Alt", "2020-01-01", {"since": "2011", "until": "2015", "status": Status.FORMER}),
            ("Eva Alt", "2015-06-01", {}),
        ],
        "2015-05-01",
        [("Eva Alt", "stated since 2011 until 2015, observed on 2015-06-01")],
    ),
    (
        [
            ("Eva Alt", "2020-01-01", {"since": "2011", "until": "2015", "status": Status.FORMER}),
            ("Eva Alt", "2015-04-01", {"status": Status.FORMER}),
        ],
        "2015-05-01",
        [],
    ),
    (
        [("Eva Alt", "2014-01-01", {}), ("Eva Alt", "2016-01-01", {})],
        "2015-05-01",
        [("Eva Alt", "observed before and after: on 2014-01-01 and on 2016-01-01")],
    ),
    (
        [("Eva Alt", "2016-01-01", {"since": "2011"})],
        "2015-05-01",
        [("Eva Alt", "stated since 2011, observed on 2016-01-01")],
    ),
    (
        [("Eva Alt", "2016-01-01", {"since": "2015-06"})],
        "2015-05-01",
        [("Eva Alt", "stated since 2015-06, observed on 2016-01-01, came later")],
    ),
    (
        [("Eva Alt", "2014-01-01", {"since": "2011"})],
        "2015-05-01",
        [("Eva Alt", "stated since 2011, observed on 2014-01-01, last seen then")],
    ),
    (
        [("Eva Alt", "2020-01-01", {"since": "2011", "until": "2016", "status": Status.FORMER})],
        "2015-05-01",
        [("Eva Alt", "stated since 2011 until 2016")],
    ),
    (
        [("Eva Alt", "2020-01-01", {"since": "2011", "until": "2014", "status": Status.FORMER})],
        "2015-05-01",
        [("Eva Alt", "stated since 2011 until 2014, left before")],
    ),
    (
        [("Eva Alt", "2014-01-01", {"until": "2015-12"})],
        "2015-05-01",
        [("Eva Alt", "stated until 2015-12, observed on 2014-01-01")],
    ),
    ([("Eva Alt", "2014-01-01", {}), ("Eva Alt", "2015-01-01", {"status": Status.FORMER})], "2015-05-01", []),
    (
        [("Eva Alt", "2020-01-01", {"status": Status.FORMER})],
        "2015-05-01",
        [("Eva Alt", "named as former on 2020-01-01, when is not stated")],
    ),
    ([("Eva Alt", "2014-01-01", {"status": Status.FORMER})], "2015-05-01", []),
    (
        [("Eva Alt", "2015-04-01", {"status": Status.DESIGNATED})],
        "2015-05-01",
        [("Eva Alt", "designated on 2015-04-01, begin not stated")],
    ),
    ([("Eva Alt", "2015-06-01", {"status": Status.DESIGNATED})], "2015-05-01", []),
    ([("Eva Alt", None, {})], "2015-05-01", [("Eva Alt", "said without a date")]),
    # what another article states more precisely of the same time
    (
        [
            ("Eva Alt", "2024-01-01", {"since": "2011", "until": "2015", "status": Status.FORMER}),
            ("Eva Alt", "2016-01-01", {"since": "2011", "until": "2015-03-31", "status": Status.FORMER}),
            ("Ida Neu", "2016-01-01", {"since": "2015-04-01"}),
        ],
        "2015-05-01",
        [("Ida Neu", "stated since 2015-04-01, observed on 2016-01-01")],
    ),
    # of several, those whom a nearer article puts out of office are not named
    (
        [("Eva Alt", "2013-01-01", {}), ("Ida Neu", "2015-01-01", {})],
        "2015-05-01",
        [("Ida Neu", "observed on 2015-01-01, last seen then")],
    ),
    (
        [("Eva Alt", "2013-01-01", {}), ("Ida Neu", "2015-06-01", {})],
        "2015-05-01",
        [
            ("Ida Neu", "observed on 2015-06-01, first seen then"),
            ("Eva Alt", "observed on 2013-01-01, last seen then"),
        ],
    ),
    (
        [("Eva Alt", "2015-04-30", {}), ("Ida Neu", "2020-01-01", {"since": "2015-05-01"})],
        "2015-05-01",
        [("Ida Neu", "stated since 2015-05-01, observed on 2020-01-01")],
    ),
    # without a day: the newest that is known
    ([("Eva Alt", "2013-01-01", {}), ("Ida Neu", "2015-06-01", {})], None, [("Ida Neu", "observed on 2015-06-01")]),
    (
        [("Eva Alt", "2013-01-01", {}), ("Eva Alt", "2015-06-01", {"since": "2011"})],
        None,
        [("Eva Alt", "stated since 2011, observed on 2015-06-01")],
    ),
    (
        [("Eva Alt", "2013-01-01", {}), ("Eva Alt", "2015-06-01", {"status": Status.FORMER})],
        None,
        [("Eva Alt", "named as former on 2015-06-01, when is not stated")],
    ),
    ([("Eva Alt", None, {})], None, [("Eva Alt", "said by an article without a date")]),
    # who will act from a day to come does not yet
    (
        [
            ("Eva Alt", "2015-03-01", {"until": "2015-09-30"}),
            ("Ida Neu", "2015-03-01", {"since": "2015-09-30", "status": Status.ACTING}),
        ],
        None,
        [("Eva Alt", "observed on 2015-03-01")],
    ),
    (
        [("Ida Neu", "2015-03-01", {"since": "2015-04-30", "status": Status.ACTING})],
        "2015-05-01",
        [("Ida Neu", "stated since 2015-04-30, designated on 2015-03-01")],
    ),
]


@pytest.mark.parametrize(("said", "on", "expected"), CASES)
def test_answers_say_how_they_know_and_claim_no_more(
    said: list[tuple[str, str | None, dict[str, Any]]], on: str | None, expected: list[tuple[str, str]], graph: Graph
) -> None:
    articles = [holding(name, date, **rest) for name, date, rest in said]

    assert answers(graph(*articles), on) == expected
    assert answers(graph(*articles[::-1]), on) == expected


@pytest.mark.parametrize("title", ["cio", "Chief Information Officer", "LANDES-CIO", "Leitung der IT", "role:cio"])
def test_roles_are_found_by_any_label_and_by_wider_roles(title: str, graph: Graph) -> None:
    assert answers(graph(holding("Eva Alt", "2015-05-01")), None, title) == [("Eva Alt", "observed on 2015-05-01")]


def test_feminine_titles_name_the_role(graph: Graph) -> None:
    store = graph(holding("Eva Alt", "2015-05-01", role="Digitalminister"))

    assert answers(store, None, "Digitalministerin") == [("Eva Alt", "observed on 2015-05-01")]


def test_a_body_of_the_land_counts_for_the_land_after_the_land_itself(graph: Graph) -> None:
    ministry = (EntityType.ORGANISATION, "Digitalministerium Hessen", "Ministry")
    town = (EntityType.MUNICIPALITY, "Wiesbaden", "Municipality")
    store = graph(
        holding("Ida Haus", "2020-01-01", body=ministry),
        holding("Uwe Stadt", "2020-01-01", body=town),
        holding("Eva Land", "2015-05-01"),
    )

    assert [name for name, _ in answers(store, None)] == ["Eva Land", "Ida Haus"]
    assert [name for name, _ in answers(store, None, of="Wiesbaden")] == ["Uwe Stadt"]
    assert [name for name, _ in answers(store, None, of="hessisches digitalministerium")] == ["Ida Haus"]


def test_bodies_of_a_town_belong_to_it_and_not_to_its_land(graph: Graph) -> None:
    words = "Das Digitalamt gehört zu Wiesbaden."
    draft = Draft("Amt", words, "2020-01-01")
    office = draft.entity(EntityType.ORGANISATION, "Digitalamt", kind="Agency")
    town = draft.entity(EntityType.MUNICIPALITY, "Wiesbaden", kind="Municipality")
    store = graph(
        draft.record([office, town], [], [draft.fact(office.id, Predicate.PART_OF, town.id, words)]),
        holding("Ida Amt", "2020-01-01", body=(EntityType.ORGANISATION, "Digitalamt", "Agency")),
        holding("Eva Land", "2015-05-01"),
    )

    assert [name for name, _ in answers(store, None, of="Wiesbaden")] == ["Ida Amt"]
    assert [name for name, _ in answers(store, None, of="Hessen")] == ["Eva Land"]


def test_of_a_person_the_offices_that_nobody_else_has_got_are_told(graph: Graph) -> None:
    store = graph(
        holding("Eva Alt", "2015-01-01"),
        holding("Ida Neu", "2016-01-01"),
        holding("Eva Alt", "2016-02-01", role="Digitalminister"),
    )
    assert [one.role.label for one in who(store, None, "Eva Alt")] == ["Digitalminister"]
    assert [one.role.label for one in who(store, None, "Eva Alt", "2015") if one.sure] == ["CIO"]
    assert who(store, "CIO", "Eva Alt") == ()


def test_without_a_body_all_are_named(graph: Graph) -> None:
    store = graph(interview(), holding("Eva Land", "2015-05-01"))

    assert [one.person.label for one in who(store, "CIO")] == ["Denis Alt", "Eva Land"]


def test_unknown_names_are_answered_with_close_ones(graph: Graph, tmp_path: Path) -> None:
    store = graph(interview())

    with pytest.raises(NotFoundError, match="is called 'Rheinland-Falz'; close to it: Rheinland-Pfalz"):
        who(store, "CIO", "Rheinland-Falz")
    with pytest.raises(NotFoundError, match="no office in the graph is called 'Xyzzy'"):
        who(store, "Xyzzy")
    # "CIO" lies in many words, and a form is answered with the name that it is of
    with pytest.raises(NotFoundError, match="no office in the graph is called 'Felicione', nor anything like it"):
        who(store, "Felicione")
    with pytest.raises(NotFoundError, match=r"'CIOO'; close to it: CIO$"):
        who(store, "CIOO")
    with pytest.raises(NotFoundError, match=r"'Landes-CIOs'; close to it: CIO$"):
        who(store, "Landes-CIOs")
    # nor is an abbreviation close because it shares some letters
    with pytest.raises(NotFoundError, match="is called 'OZI', nor anything like it"):
        who(store, "CIO", "OZI")
    # who knows a name, but not that an office is asked for
    with pytest.raises(NotFoundError, match="'Denis Alt' is a person, no office; see `govgraph timeline 'Denis Alt'`"):
        who(store, "Denis Alt")
    with pytest.raises(NotFoundError, match="'Hessen' is no office; `govgraph who --all 'Hessen'` tells"):
        who(store, "Hessen")


@pytest.mark.parametrize("on", ["gestern", "2024-13-01", "18.11.2024", ""])
def test_a_day_that_is_none_is_refused(on: str, graph: Graph) -> None:
    with pytest.raises(QueryError, match="is no date; allowed are YYYY-MM-DD, YYYY-MM and YYYY"):
        who(graph(interview()), "CIO", None, on)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Eva Alt ist Digitalministerin in Hessen.", "Digitalministerin"),
        ("Eva Alt ist Digitalminister in Hessen.", "Digitalminister"),
        ("Eva Alt führt das Ressort in Hessen.", "Digitalminister"),
    ],
)
def test_a_title_is_told_as_the_quotes_have_it(words: str, title: str, graph: Graph) -> None:
    draft = Draft("Ressort", words)
    people = [draft.entity(EntityType.PERSON, "Eva Alt"), draft.entity(EntityType.JURISDICTION, "Hessen", kind="State")]
    office = draft.office(people[0].id, "Digitalminister", people[1].id, words)
    (answer,) = who(graph(draft.record(people, [office])), "Digitalminister", "Hessen")
    assert (answer.title, answer.role.label) == (title, "Digitalminister")


def test_whoever_is_named_beside_their_successor_is_former(graph: Graph) -> None:
    """„Seit Februar ist Bo Neu CIO; Vorgängerin war CIO Eva Alt“: the title alone makes nobody current."""
    words = "Bo Neu ist CIO von Hessen; Vorgängerin war CIO Eva Alt."
    draft = Draft("Bo Neu", words, "2022-09-19")
    eva, neu = (draft.entity(EntityType.PERSON, name) for name in ("Eva Alt", "Bo Neu"))
    land = draft.entity(EntityType.JURISDICTION, "Hessen", kind="State")
    offices = [draft.office(one.id, "CIO", land.id, words) for one in (eva, neu)]
    told = draft.record([eva, neu, land], offices, [draft.fact(neu.id, Predicate.SUCCEEDS, eva.id, words)])
    assert answers(graph(told), None) == [("Bo Neu", "observed on 2022-09-19")]
    assert answers(graph(told), "2022-09-19") == [("Bo Neu", "observed on 2022-09-19")]
