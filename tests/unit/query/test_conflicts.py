"""Each kind of contradiction: a graph that has one, and graphs that come close and have none."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pyshacl
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from rdflib.namespace import SH

from govgraph.errors import QueryError, VocabularyError
from govgraph.model import ArticleRecord, EntityType, Modality, Predicate, Status
from govgraph.query import Conflict, Rule, conflict_quads, conflicts, load_rules
from govgraph.query.conflicts import solve
from govgraph.query.rules import PLACEHOLDER
from govgraph.rdf import GraphOptions, build_quads, to_rdflib
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import Term
from govgraph.rdf.namespaces import CONFLICTS, gov
from govgraph.resolve import Version, VersionRule, Versions
from govgraph.store import MemoryStore
from govgraph.vocabulary.resources import ontology_dir
from handmade import Draft, holding, page, small_ontology

SAARLAND = (EntityType.JURISDICTION, "Saarland", "State")
KASSEL = (EntityType.MUNICIPALITY, "Kassel", "Municipality")
FULDA = (EntityType.MUNICIPALITY, "Fulda", "Municipality")
MINISTRY = (EntityType.ORGANISATION, "Digitalministerium Hessen", "Ministry")
OLD, NEW = "Altes Amt", "Neues Amt"
ROLES = """
    <role/cio> gov:singleHolder true . <role/digitalminister> gov:singleHolder true ; gov:fullTime true .
    <organisation/altes-amt> a gov:Agency ; skos:prefLabel "Altes Amt"@de ; dcterms:source gov:SeenInPublication ;
        gov:dissolved "2021"^^<http://www.w3.org/2001/XMLSchema#gYear> .
    <organisation/neues-amt> a gov:Agency ; skos:prefLabel "Neues Amt"@de ; dcterms:source gov:SeenInPublication .
"""


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> GraphOptions:
    folder = small_ontology(tmp_path_factory.mktemp("ontology"))
    with (folder / "roles.ttl").open("a", encoding="utf-8") as file:
        file.write(ROLES)
    return GraphOptions(ontology=folder)


Build = Callable[..., MemoryStore]


@pytest.fixture
def built(options: GraphOptions) -> Build:
    def build(*articles: ArticleRecord) -> MemoryStore:
        return MemoryStore(build_quads([page(*articles)], options))

    return build


def minister(name: str, date: str, **said: Any) -> ArticleRecord:
    return holding(name, date, role="Digitalminister", **said)


def saying(  # noqa: PLR0913 - what a statement is made of
    date: str | None,
    subject: str,
    predicate: Predicate,
    object_: str,
    *,
    kinds: tuple[EntityType, EntityType] = (EntityType.ORGANISATION, EntityType.ORGANISATION),
    modality: Modality = Modality.ASSERTED,
) -> ArticleRecord:
    """An article that states one fact."""
    draft = Draft(f"{subject} {predicate}", f"{subject} {predicate} {object_} ({modality}, {date}).", date)
    ends = [draft.entity(kind, name) for kind, name in zip(kinds, (subject, object_), strict=True)]
    fact = replace(draft.fact(ends[0].id, predicate, ends[1].id, draft.text), modality=modality)
    return draft.record(ends, [], [fact])


def both_holding(*statuses: Status, date: str | None = None) -> ArticleRecord:
    """An article that gives two people one office."""
    draft = Draft("CIO in Kassel", f"A A und B B, beide CIO in Kassel ({', '.join(statuses)}, {date}).", date)
    people = [draft.entity(EntityType.PERSON, name) for name in ("A A", "B B")]
    town = draft.entity(*KASSEL[:2], kind=KASSEL[2])
    offices = [
        replace(draft.office(person.id, "CIO", town.id, draft.text), status=status)
        for person, status in zip(people, statuses, strict=True)
    ]
    return draft.record([*people, town], offices)


HESSEN, SAAR = (("Hessen", "State"), ("Saarland", "State"))


def chairing(date: str, *chairs: tuple[str, str], modality: Modality = Modality.ASSERTED) -> ArticleRecord:
    """An article by which one or more chair the Neues Amt."""
    text = f"Den Vorsitz im Neuen Amt haben {', '.join(name for name, _ in chairs)} ({modality}, {date})."
    draft = Draft("Vorsitz", text, date)
    board = draft.entity(EntityType.ORGANISATION, NEW, kind="Agency")
    kinds = {"State": EntityType.JURISDICTION, "Person": EntityType.PERSON}
    ends = [draft.entity(kinds[kind], name, kind=kind) for name, kind in chairs]
    facts = [draft.fact(one.id, Predicate.CHAIRS, board.id, draft.text) for one in ends]
    return draft.record([board, *ends], [], [replace(one, modality=modality) for one in facts])


def succession(date: str, later: str, earlier: str) -> ArticleRecord:
    return saying(date, later, Predicate.SUCCEEDS, earlier, kinds=(EntityType.PERSON, EntityType.PERSON))


IMPLEMENTS = ("Neues Amt", Predicate.IMPLEMENTS, "Onlinezugangsgesetz")
LAW = (EntityType.ORGANISATION, EntityType.LAW)
FAIR = (EntityType.ORGANISATION, EntityType.EVENT)

WITH: dict[str, tuple[str, list[ArticleRecord]]] = {
    "one comes between": (
        "two-holders",
        [holding("A A", "2020-01-01"), holding("B B", "2021-01-01"), holding("A A", "2022-01-01")],
    ),
    "both at length": (
        "two-holders",
        [
            holding("A A", "2022-01-01", since="2020-01"),
            holding("B B", "2021-01-01"),
            holding("B B", "2021-06-01"),
        ],
    ),
    "the first by name is between": (
        "two-holders",
        [holding("B B", "2020-01-01"), holding("A A", "2021-01-01"), holding("B B", "2022-01-01")],
    ),
    "one left in the time of another": (
        "two-holders",
        [
            holding("A A", "2021-02-09", since="2016", until="2021-01", status=Status.FORMER),
            holding("B B", "2024-10-14", until="2018", status=Status.FORMER),
        ],
    ),
    "two on one day alone": ("two-on-one-day", [holding("A A", "2020-01-01"), holding("B B", "2020-01-01")]),
    "two in one article without a date": ("two-in-one-article", [both_holding(Status.CURRENT, Status.CURRENT)]),
    "two Länder chair in one year": ("two-chairs", [chairing("2024-06-05", HESSEN), chairing("2024-11-06", SAAR)]),
    "successor was there first": (
        "successor-first",
        [holding("A A", "2019-01-01"), holding("B B", "2020-01-01"), succession("2020-02-01", "A A", "B B")],
    ),
    "minister of two Länder": (
        "incompatible-offices",
        [minister("A A", "2020-01-01"), minister("A A", "2022-01-01"), minister("A A", "2021-01-01", body=SAARLAND)],
    ),
    "minister of two Länder, once by the ministry": (
        "incompatible-offices",
        [
            minister("A A", "2020-01-01", body=SAARLAND),
            minister("A A", "2022-01-01", body=SAARLAND),
            minister("A A", "2021-01-01", body=MINISTRY),
        ],
    ),
    "full-time in two towns": (
        "incompatible-offices",
        [
            minister("A A", "2020-01-01", body=KASSEL),
            minister("A A", "2022-01-01", body=KASSEL),
            minister("A A", "2021-01-01", body=FULDA),
        ],
    ),
    "held after the end": (
        "body-after-end",
        [holding("A A", "2022-01-01", body=(EntityType.ORGANISATION, OLD, "Agency"))],
    ),
    "active after the end": (
        "body-after-end",
        [saying("2022-01-01", OLD, Predicate.IMPLEMENTS, "Onlinezugangsgesetz", kinds=LAW)],
    ),
    "two begins": (
        "begins-differ",
        [holding("A A", "2021-01-01", since="2019-05"), holding("A A", "2021-06-01", since="2019-08-15")],
    ),
    "a planned begin that came later": (
        "begin-not-as-announced",
        [
            holding("A A", "2021-01-01", since="2021-02", status=Status.DESIGNATED, body=KASSEL),
            holding("A A", "2021-06-01", since="2021-03", body=KASSEL),
        ],
    ),
    "seen before the begin": (
        "held-before-begin",
        [holding("A A", "2021-04-27", body=FULDA), holding("A A", "2021-06-01", since="2021-05-01", body=FULDA)],
    ),
    "left, then in office": (
        "left-then-in-office",
        [holding("A A", "2024-04-02", status=Status.FORMER), holding("A A", "2024-06-05")],
    ),
    "an end before the begin": (
        "end-before-begin",
        [holding("A A", "2024-06-05", since="2022-05", until="2019", status=Status.FORMER)],
    ),
    "ended and asserted on one day": (
        "ended-and-asserted",
        [
            saying("2020-01-01", *IMPLEMENTS, kinds=LAW, modality=Modality.ENDED),
            saying("2020-01-01", *IMPLEMENTS, kinds=LAW),
        ],
    ),
    "ended, then asserted": (
        "ended-then-asserted",
        [
            saying("2020-01-01", *IMPLEMENTS, kinds=LAW, modality=Modality.ENDED),
            saying("2021", *IMPLEMENTS, kinds=LAW),
        ],
    ),
    "a chair ended and asserted in one year": (
        "ended-then-asserted",
        [chairing("2024-03-01", HESSEN, modality=Modality.ENDED), chairing("2024-09-01", HESSEN)],
    ),
    "part of each other": (
        "part-both-ways",
        [
            saying("2020-01-01", OLD, Predicate.PART_OF, NEW),
            saying("2021-01-01", NEW, Predicate.PART_OF, OLD),
        ],
    ),
    "part of what the reference data have as its part": (
        "part-both-ways",
        [saying("2020-01-01", "IT-Planungsrat", Predicate.PART_OF, "Standardisierungsboard")],
    ),
    "asserted, then planned": (
        "asserted-then-planned",
        [
            saying("2020-01-01", *IMPLEMENTS, kinds=LAW),
            saying("2021-01-01", *IMPLEMENTS, kinds=LAW, modality=Modality.PLANNED),
        ],
    ),
}

BOARD_IMPLEMENTS = ("Standardisierungsboard", Predicate.IMPLEMENTS, "Onlinezugangsgesetz")

FULDA_FAIR = (EntityType.ORGANISATION, "Messe Fulda", "Agency")

EACH_KIND = [
    holding("Mia Vierzehn", "2021-02-09", since="2016", until="2021-01", status=Status.FORMER, body=FULDA_FAIR),
    holding("Nic Fünfzehn", "2024-10-14", until="2018", status=Status.FORMER, body=FULDA_FAIR),
    chairing("2020-01-02", HESSEN),
    chairing("2020-05-06", SAAR),
    holding("Ada Eins", "2020-01-01"),
    holding("Bea Zwei", "2021-01-01"),
    holding("Ada Eins", "2022-01-01"),
    minister("Cleo Drei", "2020-01-01"),
    minister("Cleo Drei", "2022-01-01"),
    minister("Cleo Drei", "2021-01-01", body=SAARLAND),
    minister("Dora Vier", "2020-01-01", body=KASSEL),
    minister("Dora Vier", "2022-01-01", body=KASSEL),
    minister("Dora Vier", "2021-01-01", body=FULDA),
    holding("Eva Fünf", "2022-01-01", body=(EntityType.ORGANISATION, OLD, "Agency")),
    saying("2022-02-01", OLD, Predicate.DEVELOPS, "E-Akte", kinds=(EntityType.ORGANISATION, EntityType.SYSTEM)),
    holding("Fee Sechs", "2021-01-01", since="2019-05", body=SAARLAND),
    holding("Fee Sechs", "2021-06-01", since="2019-08-15", body=SAARLAND),
    holding("Ida Elf", "2025-01-01", since="2025-03", status=Status.DESIGNATED, body=FULDA),
    holding("Ida Elf", "2025-02-10", body=FULDA),
    holding("Ida Elf", "2025-06-01", since="2025-04", body=FULDA),
    holding("Gero Sieben", "2019-01-01", body=KASSEL),
    holding("Hugo Acht", "2020-01-01", body=KASSEL),
    succession("2020-02-01", "Gero Sieben", "Hugo Acht"),
    holding("Ida Neun", "2020-01-01", body=FULDA),
    holding("Jan Zehn", "2020-01-01", body=FULDA),
    both_holding(Status.CURRENT, Status.CURRENT),
    saying("2020-01-01", *IMPLEMENTS, kinds=LAW, modality=Modality.ENDED),
    saying("2021", *IMPLEMENTS, kinds=LAW),
    holding("Kai Zwölf", "2024-04-02", status=Status.FORMER, body=(EntityType.ORGANISATION, NEW, "Agency")),
    holding("Kai Zwölf", "2024-06-05", body=(EntityType.ORGANISATION, NEW, "Agency")),
    minister("Lea Dreizehn", "2024-06-05", since="2022", until="2019", status=Status.FORMER, body=SAARLAND),
    saying("2022-05-01", NEW, Predicate.PILOTS, "E-Akte", kinds=(EntityType.ORGANISATION, EntityType.SYSTEM)),
    saying(
        "2022-05-01",
        NEW,
        Predicate.PILOTS,
        "E-Akte",
        kinds=(EntityType.ORGANISATION, EntityType.SYSTEM),
        modality=Modality.ENDED,
    ),
    saying("2020-01-01", *BOARD_IMPLEMENTS, kinds=LAW),
    saying("2021-01-01", *BOARD_IMPLEMENTS, kinds=LAW, modality=Modality.PLANNED),
    saying("2020-01-01", OLD, Predicate.PART_OF, NEW),
    saying("2021-01-01", NEW, Predicate.PART_OF, OLD),
    saying("2020-01-01", "IT-Planungsrat", Predicate.PART_OF, "Standardisierungsboard"),
]

WITHOUT: dict[str, list[ArticleRecord]] = {
    "a hand-over on one day": [
        holding("A A", "2020-01-01"),
        holding("A A", "2021-05-01"),
        holding("B B", "2021-05-01"),
        holding("B B", "2022-01-01"),
    ],
    "one of two on one day is new": [holding("A A", "2020-01-01"), holding("B B", "2020-01-01", status=Status.NEW)],
    "one of two on one day succeeds the other": [
        holding("A A", "2020-01-01"),
        holding("B B", "2020-01-01"),
        succession("2020-01-01", "B B", "A A"),
    ],
    "one of two in one article without a date is new": [both_holding(Status.CURRENT, Status.NEW)],
    "two in one article without a date, one of whom succeeds the other": [
        both_holding(Status.CURRENT, Status.CURRENT),
        succession("2020-01-01", "B B", "A A"),
    ],
    "two articles without a date": [holding("A A", None), holding("B B", None)],
    "two in one month": [holding("A A", "2020-01"), holding("B B", "2020-01")],
    "somebody acts between": [
        holding("A A", "2020-01-01"),
        holding("B B", "2021-01-01", status=Status.ACTING),
        holding("A A", "2022-01-01"),
    ],
    "a vague begin is no certain one": [
        holding("A A", "2021-06-01", since="2021"),
        holding("B B", "2021-03-01"),
        holding("B B", "2021-05-01"),
    ],
    "one after the other": [
        holding("A A", "2020-01-01"),
        holding("B B", "2021-01-01"),
        succession("2021-02-01", "B B", "A A"),
    ],
    "a successor who was there before": [
        holding("A A", "2012-01-01", since="2010-01", until="2013-12"),
        holding("B B", "2015-01-01", since="2014-01", until="2016-12"),
        holding("A A", "2018-01-01", since="2017-01"),
        succession("2018-01-01", "A A", "B B"),
    ],
    "a succession that is only planned": [
        holding("A A", "2019-01-01"),
        holding("B B", "2020-01-01"),
        saying(
            "2020-02-01",
            "A A",
            Predicate.SUCCEEDS,
            "B B",
            kinds=(EntityType.PERSON, EntityType.PERSON),
            modality=Modality.PLANNED,
        ),
    ],
    "the chair passes at the turn of a year": [chairing("2023-12-05", HESSEN), chairing("2024-01-06", SAAR)],
    "who chair together": [chairing("2024-06-05", HESSEN, SAAR), chairing("2024-11-06", SAAR)],
    "a chair that has ended within the year": [
        chairing("2024-03-05", HESSEN),
        chairing("2024-08-06", SAAR),
        chairing("2024-08-07", HESSEN, modality=Modality.ENDED),
    ],
    "a chair that is only planned": [
        chairing("2024-03-05", HESSEN),
        chairing("2024-11-06", SAAR, modality=Modality.PLANNED),
    ],
    "two persons who chair": [chairing("2024-03-05", ("A A", "Person")), chairing("2024-11-06", ("B B", "Person"))],
    "from one Land to another": [
        minister("A A", "2020-01-01"),
        minister("A A", "2021-01-01", until="2021-02-01"),
        minister("A A", "2021-03-01", body=SAARLAND, since="2021-02-01"),
    ],
    "minister of a Land and of its ministry": [
        minister("A A", "2020-01-01"),
        minister("A A", "2022-01-01"),
        minister("A A", "2021-01-01", body=MINISTRY),
    ],
    "an honorary office beside a full-time one": [
        minister("A A", "2020-01-01"),
        minister("A A", "2022-01-01"),
        holding("A A", "2021-01-01", body=SAARLAND),
    ],
    "held before the end": [holding("A A", "2021-12-01", body=(EntityType.ORGANISATION, OLD, "Agency"))],
    "former after the end": [
        holding("A A", "2022-01-01", body=(EntityType.ORGANISATION, OLD, "Agency"), status=Status.FORMER)
    ],
    "ended after the end": [
        saying("2022-01-01", OLD, Predicate.IMPLEMENTS, "Onlinezugangsgesetz", kinds=LAW, modality=Modality.ENDED)
    ],
    "one begin more precise": [
        holding("A A", "2021-01-01", since="2019"),
        holding("A A", "2021-06-01", since="2019-08"),
        holding("A A", "2021-07-01", since="2019-08-15"),
    ],
    "called new before the begin": [
        holding("A A", "2021-04-27", status=Status.NEW),
        holding("A A", "2021-06-01", since="2021-05-01"),
    ],
    "seen in the month of the begin": [holding("A A", "2021-05"), holding("A A", "2021-06-01", since="2021-05-10")],
    "a begin that was announced, and came so": [
        holding("A A", "2021-01-01", since="2021-02", status=Status.DESIGNATED),
        holding("A A", "2021-06-01", since="2021-02-15"),
    ],
    "first acting": [
        holding("A A", "2021-01-01", since="2020-12", status=Status.ACTING),
        holding("A A", "2021-06-01", since="2021-02"),
    ],
    "left, and come back": [
        holding("A A", "2024-04-02", status=Status.FORMER),
        holding("A A", "2024-05-02", status=Status.NEW),
        holding("A A", "2024-06-05"),
    ],
    "in office, then left": [holding("A A", "2024-04-02"), holding("A A", "2024-06-05", status=Status.FORMER)],
    "left in one year, and in office in it": [
        holding("A A", "2024", status=Status.FORMER),
        holding("A A", "2024-06-05"),
    ],
    "an end in the year of the begin": [
        holding("A A", "2024-06-05", since="2019-05", until="2019", status=Status.FORMER)
    ],
    "asserted, then ended": [
        saying("2020-01-01", *IMPLEMENTS, kinds=LAW),
        saying("2021-01-01", *IMPLEMENTS, kinds=LAW, modality=Modality.ENDED),
    ],
    "ended and asserted in one year": [
        saying("2020-01-01", *IMPLEMENTS, kinds=LAW, modality=Modality.ENDED),
        saying("2020", *IMPLEMENTS, kinds=LAW),
    ],
    "planned, then asserted": [
        saying("2020-01-01", *IMPLEMENTS, kinds=LAW, modality=Modality.PLANNED),
        saying("2021-01-01", *IMPLEMENTS, kinds=LAW),
    ],
    "one left in the year in which another came": [
        holding("A A", "2021-02-09", since="2018", until="2021-01", status=Status.FORMER),
        holding("B B", "2024-10-14", until="2018", status=Status.FORMER),
    ],
    "one left on the day on which another came": [
        holding("A A", "2021-02-09", since="2018-05-01"),
        holding("B B", "2024-10-14", until="2018-05-01", status=Status.FORMER),
    ],
    "a fair of every year": [
        saying("2023-11-16", "Verband", Predicate.ORGANISES, "Messe", kinds=FAIR),
        saying("2025-09-18", "Verband", Predicate.ORGANISES, "Messe", kinds=FAIR, modality=Modality.PLANNED),
    ],
    "a fair of last year and of this": [
        saying("2023-11-16", "Verband", Predicate.ORGANISES, "Messe", kinds=FAIR, modality=Modality.ENDED),
        saying("2024-11-16", "Verband", Predicate.ORGANISES, "Messe", kinds=FAIR),
    ],
    "a chair that comes round again": [
        chairing("2017-01-16", HESSEN, modality=Modality.ENDED),
        chairing("2024-06-17", HESSEN),
    ],
    "a chair that is to come round again": [
        chairing("2017-01-16", HESSEN),
        chairing("2024-06-17", HESSEN, modality=Modality.PLANNED),
    ],
    "part of something else": [
        saying("2020-01-01", OLD, Predicate.PART_OF, NEW),
        saying("2021-01-01", NEW, Predicate.PART_OF, "IT-Planungsrat"),
    ],
    "undated": [
        saying(None, *IMPLEMENTS, kinds=LAW, modality=Modality.ENDED),
        saying(None, *IMPLEMENTS, kinds=LAW),
    ],
}


@pytest.mark.parametrize(("kind", "articles"), WITH.values(), ids=WITH.keys())
def test_a_contradiction_is_found_with_the_words_of_all_sides(
    built: Build, kind: str, articles: list[ArticleRecord]
) -> None:
    store = built(*articles)

    (one,) = [found for found in conflicts(store) if found.rule == kind]

    assert {found.rule for found in conflicts(store)} <= {kind, "two-holders"}
    assert one.sides
    assert all(explanation.evidence and explanation.evidence[0].quote for side in one.sides for explanation in side)
    assert set(one.involves) <= {
        quad.subject.value for quad in store.match(predicate=gov("evidence")) if isinstance(quad.subject, NamedNode)
    }
    for message in (one.message_de, one.message_en):
        assert not PLACEHOLDER.search(message)
        assert "https://" not in message
        assert message.endswith(".")


@pytest.mark.parametrize("articles", WITHOUT.values(), ids=WITHOUT.keys())
def test_what_fits_together_is_no_contradiction(built: Build, articles: list[ArticleRecord]) -> None:
    assert conflicts(built(*articles)) == ()


def test_both_sides_of_two_holders_are_told_in_both_languages(built: Build) -> None:
    (one,) = conflicts(built(*WITH["one comes between"][1]))

    assert one.severity == "Violation"
    assert (one.label_de, one.label_en) == ("zwei Inhaber zugleich", "two holders at one time")
    assert one.message_de == (
        "Zwei zugleich im Amt „CIO Hessen“: A A sicher vom 2020-01-01 bis 2022-01-01, "
        "B B vom 2021-01-01 bis 2021-01-01."
    )
    assert one.message_en == (
        "Two at one time in the office “CIO Hessen”: A A certainly from 2020-01-01 to 2022-01-01, "
        "B B from 2021-01-01 to 2021-01-01."
    )
    assert [[said.evidence[0].date for said in side] for side in one.sides] == [
        ["2020-01-01", "2022-01-01"],
        ["2021-01-01"],
    ]
    assert one.focus.label == "A A – CIO – Hessen"


def test_a_side_holds_the_words_that_set_the_bounds_and_no_others(built: Build) -> None:
    articles = [holding("A A", date) for date in ("2020-01-01", "2020-06-01", "2022-01-01")]
    (one,) = conflicts(built(*articles, holding("B B", "2021-01-01")))

    assert [len(side) for side in one.sides] == [2, 1]


def test_predicates_are_named_in_the_language_of_the_message(built: Build) -> None:
    (one,) = conflicts(built(*WITH["ended, then asserted"][1]))

    assert "Neues Amt – setzt um – Onlinezugangsgesetz" in one.message_de
    assert "Neues Amt – implements – Onlinezugangsgesetz" in one.message_en


def test_what_many_articles_say_is_one_conflict(built: Build) -> None:
    begins = [holding("A A", f"2021-0{month}-01", since="2019" if month < 4 else "2020") for month in range(1, 7)]
    (one,) = conflicts(built(*begins))

    assert one.rule == "begins-differ"
    assert [[said.since for said in side] for side in one.sides] == [["2019"] * 3, ["2020"] * 3]


def test_conflicts_do_not_hang_on_the_order_of_the_articles(built: Build) -> None:
    articles = list(EACH_KIND)
    first = conflicts(built(*articles))
    random.Random(3).shuffle(articles)

    assert first == conflicts(built(*articles))
    assert {one.rule for one in first} == {rule.name for rule in load_rules()}
    assert list(first) == sorted(first, key=lambda one: (one.severity, one.rule, one.message_de))
    assert [one.rule for one in first].count("incompatible-offices") == 2


def test_kinds_can_be_chosen(built: Build) -> None:
    store = built(*EACH_KIND)

    assert {one.rule for one in conflicts(store, kinds=["begins-differ"])} == {"begins-differ"}
    with pytest.raises(
        QueryError, match="no rule 'begin'; there are asserted-then-planned, begin-not-as-announced, begins-differ"
    ):
        conflicts(store, kinds=["begin"])


def raw_findings(store: MemoryStore, rules: tuple[Rule, ...]) -> set[tuple[str, str, str, frozenset[str]]]:
    """Rule, focus, value and messages as pySHACL has them: with IRIs in the place of names."""
    found = set()
    for rule in rules:
        for one in solve(store, rule):
            terms = {name: getattr(term, "value", "") for name, term in one.row.items()}
            messages = frozenset(
                PLACEHOLDER.sub(lambda name, terms=terms: terms[name[1]], message)  # type: ignore[misc]
                for message in (one.search.message_de, one.search.message_en)
            )
            found.add((rule.iri, terms["this"], terms["value"], messages))
    return found


def test_pyshacl_finds_the_same(built: Build, tmp_path: Path) -> None:
    store = built(*EACH_KIND)
    own = tmp_path / "own.ttl"
    own.write_text(OWN, encoding="utf-8")
    shapes = rdflib.Graph()
    for path in (ontology_dir() / "rules" / "conflicts.ttl", own):
        shapes.parse(path)

    _, report, _ = pyshacl.validate(to_rdflib(store.match()), shacl_graph=shapes)

    assert isinstance(report, rdflib.Graph)
    theirs = {
        (
            str(report.value(result, SH.sourceShape)),
            str(report.value(result, SH.focusNode)),
            str(report.value(result, SH.value)),
            frozenset(str(message) for message in report.objects(result, SH.resultMessage)),
        )
        for result in report.subjects(rdflib.RDF.type, SH.ValidationResult)
    }
    ours = raw_findings(store, load_rules([own]))
    assert len({rule for rule, *_ in ours}) == 17
    assert ours == theirs


OWN = """
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .

<https://example.org/rules> a owl:Ontology ;
    sh:declare [ sh:prefix "g" ; sh:namespace "https://w3id.org/govgraph/ontology#"^^xsd:anyURI ] .

<https://example.org/rules#unsure> a sh:NodeShape ;
    sh:targetClass gov:Tenure ; sh:severity sh:Info ;
    sh:sparql [
        sh:prefixes <https://example.org/rules> ;
        sh:message "{$this} ist nur zu {?confidence} sicher."@de , "{$this} is only {?confidence} sure."@en ;
        sh:select "SELECT $this ?value ?confidence WHERE { $this g:confidence ?confidence ; g:office ?value }"
    ] .
"""


def own_rule(folder: Path, old: str = "", new: str = "") -> tuple[Rule, ...]:
    assert old in OWN
    path = folder / "own.ttl"
    path.write_text(OWN.replace(old, new) if old else OWN, encoding="utf-8")
    return load_rules([path])


def test_a_rule_of_ones_own_is_run_beside_the_others(built: Build, tmp_path: Path) -> None:
    store = built(*WITH["one comes between"][1])

    found = conflicts(store, own_rule(tmp_path))

    assert [one.rule for one in found] == ["two-holders", "unsure", "unsure", "unsure"]
    assert found[1].message_en == "A A is only 0.9 sure.".replace("A A", found[1].focus.iri.rpartition("/")[2])
    assert found[1].label_de == "unsure"
    assert len(found[1].sides) == 1


def test_only_targets_of_a_rule_are_found(built: Build, tmp_path: Path) -> None:
    store = built(*WITH["ended, then asserted"][1], *WITH["one comes between"][1])

    for target, count in (("targetClass gov:Statement", 0), ("targetSubjectsOf gov:evidence", 3)):
        rules = own_rule(tmp_path, "targetClass gov:Tenure", target)
        assert len(conflicts(store, rules, kinds=["unsure"])) == count


def test_a_class_stands_for_those_below_it(built: Build, tmp_path: Path) -> None:
    store = built(*WITH["one comes between"][1])
    select = "SELECT $this ?value ?confidence WHERE { $this g:confidence ?confidence ; g:office ?value }"
    path = tmp_path / "own.ttl"
    path.write_text(
        OWN.replace("gov:Tenure", "gov:Entity").replace(
            select, "SELECT $this ?value ?confidence WHERE { ?value org:organization $this . BIND(1 AS ?confidence) }"
        ),
        encoding="utf-8",
    )

    found = conflicts(store, load_rules([path]), kinds=["unsure"])

    # periods are memberships too; they stand for their tenures
    assert [(one.focus.label, len(one.involves)) for one in found] == [("Hessen", 3)]


def test_a_rule_may_look_at_the_whole_graph(built: Build, tmp_path: Path) -> None:
    store = built(*WITH["one comes between"][1])
    text = OWN.replace("targetClass", "targetNode").replace("$this g:confidence", "?value g:confidence")
    path = tmp_path / "own.ttl"
    path.write_text(text.replace("; g:office ?value", "").replace("{$this}", "{?value}"), encoding="utf-8")

    assert len(conflicts(store, load_rules([path]), kinds=["unsure"])) == 3


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("sh:NodeShape", "sh:Shape", r"own\.ttl: no sh:NodeShape in it"),
        ("sh:targetClass gov:Tenure ;", "", r"own\.ttl, rule 'unsure': no target; give one of sh:targetClass"),
        ("sh:severity sh:Info", "sh:severity gov:Info", r"allowed is one of sh:Violation, sh:Warning, sh:Info"),
        ("sh:select ", "sh:ask ", "0 sh:select in one sh:sparql"),
        ("sure.'@en", "sure.'@fr", "no sh:message with @en"),
        ("sh:targetClass", "sh:closed true ; sh:targetClass", "shacl#closed is not understood here"),
        ("$this g:confidence", "$this $PATH", r"\$PATH cannot be used"),
        ("rules#unsure", "rules#two-holders", "there is a rule 'two-holders' already"),
        ("a owl:Ontology", "a owl:Ontology owl:Ontology", "give a Turtle file with rules"),
    ],
)
def test_a_slip_in_a_rule_file_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        own_rule(tmp_path, old.replace("'", '"'), new.replace("'", '"'))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("SELECT $this ?value ?confidence", "SELECT $this", r"a message names {\?confidence}; select it"),
        ("SELECT $this ?value ?confidence", "SELECT ?confidence", r"\$this stays open"),
        ("SELECT $this ?value ?confidence", "ASK", "sh:select is no SELECT query"),
        ("?confidence ;", "?confidence , ;", "rule 'unsure': no SPARQL query: line"),
        ("WHERE {", "WHERE { SERVICE <https://example.org/> {} ", "stays offline"),
    ],
)
def test_a_query_that_cannot_be_run_is_named(built: Build, tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        conflicts(built(*WITH["one comes between"][1]), own_rule(tmp_path, old, new))


def test_a_rule_can_be_switched_off(built: Build, tmp_path: Path) -> None:
    store = built(*WITH["one comes between"][1])

    for place in ("sh:targetClass gov:Tenure", "sh:prefixes <https://example.org/rules>"):
        rules = own_rule(tmp_path, place, f"{place} ; sh:deactivated true")
        assert conflicts(store, rules, kinds=["unsure"]) == ()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"none\.ttl: .*give a Turtle file with rules"):
        load_rules([tmp_path / "none.ttl"])


def test_conflicts_as_quads(built: Build) -> None:
    store = built(*WITH["one comes between"][1])
    found = conflicts(store)

    quads = conflict_quads(found)

    assert {quad.graph_name for quad in quads} == {CONFLICTS}
    assert len({quad.subject for quad in quads}) == len(found) == 1
    involved = {str(quad.object) for quad in quads if quad.predicate == gov("involves")}
    assert involved == {f"<{iri}>" for iri in found[0].involves}
    assert quads == conflict_quads(found)
    store.load(quads)
    assert conflicts(store) == found


def test_an_empty_graph_has_none() -> None:
    assert conflicts(MemoryStore()) == ()


def test_rules_are_described_in_both_languages() -> None:
    rules = load_rules()

    assert len(rules) == 16
    assert all(rule.label_de != rule.name and rule.label_en != rule.name for rule in rules)
    assert len({rule.label_de for rule in rules}) == len({rule.label_en for rule in rules}) == len(rules)


def test_one_conflict_of_each_kind_is_a_value(built: Build) -> None:
    for kind, articles in WITH.values():
        one = next(found for found in conflicts(built(*articles)) if found.rule == kind)
        assert isinstance(one, Conflict)
        assert hash(one)


SUPERSEDED = {
    "one comes between": 1,
    "successor was there first": 2,
    "held after the end": 0,
    "active after the end": 0,
    "two begins": 0,
    "two Länder chair in one year": 0,
    "ended, then asserted": 0,
    "part of each other": 1,
    "asserted, then planned": 0,
}
"""Which article of a contradiction a later version takes the place of."""


@pytest.mark.parametrize("case", SUPERSEDED)
def test_what_a_later_version_has_superseded_contradicts_nothing(options: GraphOptions, case: str) -> None:
    rule, articles = WITH[case]
    later = holding("C C", "2024-01-01", body=SAARLAND)
    version = Version(articles[SUPERSEDED[case]].article.id, later.article.id, VersionRule.SAME_ADDRESS, 0.9)
    for one, found in ((version, {rule}), (replace(version, superseded_by=later.article.id), set())):
        store = MemoryStore(build_quads([page(*articles, later)], options, versions=Versions((one,))))
        assert {conflict.rule for conflict in conflicts(store)} == found


@pytest.mark.parametrize("case", ["ended, then asserted", "asserted, then planned"])
def test_versions_of_one_text_are_neither_earlier_nor_later(options: GraphOptions, case: str) -> None:
    articles = WITH[case][1]
    ids = [one.article.id for one in articles]
    versions = Versions((Version(ids[0], ids[1], VersionRule.NEAR_TEXT, 0.9),))

    assert conflicts(MemoryStore(build_quads([page(*articles)], options, versions=versions))) == ()


def test_two_begins_in_versions_of_one_text_are_looked_at(options: GraphOptions) -> None:
    articles = WITH["two begins"][1]
    ids = [one.article.id for one in articles]
    versions = Versions((Version(ids[0], ids[1], VersionRule.NEAR_TEXT, 0.9),))
    (one,) = conflicts(MemoryStore(build_quads([page(*articles)], options, versions=versions)))

    assert [len(side) for side in one.sides] == [1, 1]
    assert {proof.leading for side in one.sides for said in side for proof in said.evidence} == {ids[1]}


class CountingStore(MemoryStore):
    """Counts how often each node is asked for its properties."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        super().__init__(quads)
        self.asked: Counter[str] = Counter()

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        if subject is not None:
            self.asked[subject.value] += 1
        return super().match(subject, predicate, object, graph)


def test_what_many_contradictions_name_is_read_as_often_as_what_one_names(options: GraphOptions) -> None:
    def asked(others: int) -> int:
        between = [holding(f"B {at}", f"2021-{at:02}-01") for at in range(1, others + 1)]
        articles = [holding("A A", "2020-01-01"), *between, holding("A A", "2022-01-01")]
        store = CountingStore(build_quads([page(*articles)], options))
        assert len(conflicts(store)) == others
        return max(count for iri, count in store.asked.items() if "/tenure/" in iri)

    assert asked(9) == asked(2)


def test_an_office_with_thousands_of_periods_is_not_joined_with_itself() -> None:
    role, office, graph = (NamedNode(f"urn:{name}") for name in ("role", "office", "graph"))
    quads = [Quad(role, gov("singleHolder"), Literal("true", datatype=NamedNode(f"{ns.XSD}boolean")), graph)]
    for at in range(3000):
        period, day = NamedNode(f"urn:period/{at}"), (date(2000, 1, 1) + timedelta(at)).isoformat()
        bound = Literal(day, datatype=NamedNode(f"{ns.XSD}date"))
        pairs: list[tuple[NamedNode, NamedNode | Literal]] = [
            (ns.TYPE, gov("Period")),
            (ns.ROLE, role),
            (gov("office"), office),
            (gov("holder"), NamedNode(f"urn:person/{at}")),
            (gov("beginLatest"), bound),
            (gov("endEarliest"), bound),
        ]
        quads += [Quad(period, predicate, value, graph) for predicate, value in pairs]
    store = MemoryStore(quads)
    begin = process_time()
    assert not conflicts(store, kinds=["two-on-one-day"])
    assert process_time() - begin < 1.5
