"""What counts as a change, on graphs made by hand; that diffs mirror one another is in tests/property."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from govgraph.errors import NotFoundError, QueryError
from govgraph.model import BASE, ArticleRecord, EntityType, Modality, Predicate, Status
from govgraph.query import Change, change_triples, diff, since
from govgraph.query.upward import Belonging
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore
from handmade import HESSEN, Draft, holding, iri, page, small_ontology

Graph = Callable[..., MemoryStore]

HELD_BY = {
    "Hessen": (EntityType.JURISDICTION, "State"),
    "Saarland": (EntityType.JURISDICTION, "State"),
    "Rheinland-Pfalz": (EntityType.JURISDICTION, "State"),
    "Bremen": (EntityType.JURISDICTION, "State"),
    "Hamburg": (EntityType.JURISDICTION, "State"),
    "IT-Planungsrat": (EntityType.ORGANISATION, "Committee"),
    "Digitalministerium Hessen": (EntityType.ORGANISATION, "Ministry"),
    "FITKO": (EntityType.ORGANISATION, "Agency"),
    "Dataport": (EntityType.ORGANISATION, "ServiceProvider"),
    "E-Akte": (EntityType.SYSTEM, "System"),
    "OZG": (EntityType.LAW, "Law"),
    "Eva Alt": (EntityType.PERSON, "Person"),
    "Max Neu": (EntityType.PERSON, "Person"),
    "Ida Neu": (EntityType.PERSON, "Person"),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))

    def make(*articles: ArticleRecord) -> MemoryStore:
        return MemoryStore(build_quads([page(*articles)], options))

    return make


def stating(  # noqa: PLR0913 - what an article says, word by word
    subject: str,
    predicate: Predicate,
    object_: str,
    date: str | None = "2024-01-01",
    modality: Modality = Modality.ASSERTED,
    words: str = "",
) -> ArticleRecord:
    """An article that makes one statement; other `words` make it another sentence."""
    words = words or f"{subject} {predicate} {object_} ({modality})."
    draft = Draft(f"{subject} {date}", f"{subject} und {object_}: {words}", date)
    ends = [draft.entity(HELD_BY[name][0], name, kind=HELD_BY[name][1]) for name in (subject, object_)]
    fact = draft.fact(ends[0].id, predicate, ends[1].id, words)
    return draft.record(ends, [], [replace(fact, modality=modality)])


def told(changes: Iterable[Change]) -> list[str]:
    """Changes in short: kind, what, before and after."""
    lines = []
    for one in changes:
        subject, object_ = (thing.label if thing else "?" for thing in (one.subject, one.object))
        sides = [
            ", ".join(thing.label for thing in stand.things) or stand.modality or "period" if stand else ""
            for stand in (one.before, one.after)
        ]
        lines.append(f"{one.kind}: {subject} {one.predicate} {object_}: {sides[0]} > {sides[1]}")
    return lines


CHAIRS, DEVELOPS, IMPLEMENTS, RESPONSIBLE = (
    Predicate.CHAIRS,
    Predicate.DEVELOPS,
    Predicate.IMPLEMENTS,
    Predicate.RESPONSIBLE_FOR,
)
Held = tuple[str, str, dict[str, Any]]

OFFICES: list[tuple[list[Held], list[Held], list[str]]] = [
    # what the older graph has, what the newer has beside, what has changed
    ([("Eva Alt", "2020-01-01", {})], [("Eva Alt", "2021-01-01", {})], []),
    (
        [("Eva Alt", "2020-01-01", {})],
        [("Max Neu", "2021-01-01", {})],
        ["came: Max Neu holdsOffice Hessen:  > period", "went: Eva Alt holdsOffice Hessen: period > period"],
    ),
    (
        [("Eva Alt", "2020-01-01", {})],
        [("Eva Alt", "2021-01-01", {"status": Status.FORMER})],
        ["went: Eva Alt holdsOffice Hessen: period > period"],
    ),
    ([], [("Eva Alt", "2021-01-01", {})], ["firstSeen: Eva Alt holdsOffice Hessen:  > period"]),
    ([], [("Eva Alt", "2021-01-01", {"status": Status.NEW})], ["came: Eva Alt holdsOffice Hessen:  > period"]),
    ([], [("Eva Alt", "2021-01-01", {"since": "2020-12-01"})], ["came: Eva Alt holdsOffice Hessen:  > period"]),
    (
        [("Max Neu", "2020-06-01", {"role": "Digitalminister"})],
        [("Eva Alt", "2021-01-01", {"since": "2011"})],
        ["firstSeen: Eva Alt holdsOffice Hessen:  > period"],
    ),
    (
        [],
        [("Eva Alt", "2021-01-01", {"status": Status.FORMER})],
        ["knownFormer: Eva Alt holdsOffice Hessen:  > period"],
    ),
    (
        [],
        [("Eva Alt", "2021-01-01", {"status": Status.FORMER}), ("Max Neu", "2021-01-01", {"status": Status.NEW})],
        ["came: Max Neu holdsOffice Hessen:  > period", "went: Eva Alt holdsOffice Hessen:  > period"],
    ),
    (
        [("Eva Alt", "2020-01-01", {})],
        [("Eva Alt", "2021-01-01", {"since": "2019-05-01"})],
        ["revised: Eva Alt holdsOffice Hessen: period > period"],
    ),
    (
        [("Eva Alt", "2020-01-01", {"status": Status.ACTING})],
        [("Eva Alt", "2020-02-01", {"status": Status.NEW})],
        ["came: Eva Alt holdsOffice Hessen:  > period", "revised: Eva Alt holdsOffice Hessen: period > period"],
    ),
    # a title alone does not tell that somebody no longer only acts
    ([("Eva Alt", "2020-01-01", {"status": Status.ACTING})], [("Eva Alt", "2020-02-01", {})], []),
    # who was announced has come once an article shows it
    (
        [("Eva Alt", "2020-01-01", {"status": Status.DESIGNATED, "since": "2020-02-01"})],
        [("Eva Alt", "2020-03-01", {})],
        ["came: Eva Alt holdsOffice Hessen: period > period"],
    ),
    # who was announced and never seen has not left when another comes
    (
        [("Eva Alt", "2020-01-01", {"status": Status.DESIGNATED, "since": "2020-02-01"})],
        [("Max Neu", "2020-05-01", {"status": Status.NEW})],
        [
            "came: Max Neu holdsOffice Hessen:  > period",
            "revised: Eva Alt holdsOffice Hessen: period > period",
        ],
    ),
    # an end that is announced is none yet
    (
        [("Eva Alt", "2020-01-01", {})],
        [("Eva Alt", "2021-01-01", {"until": "2021-12-31"})],
        ["revised: Eva Alt holdsOffice Hessen: period > period"],
    ),
]


@pytest.mark.parametrize(("older", "newer", "expected"), OFFICES)
def test_who_came_and_who_went(graph: Graph, older: list[Held], newer: list[Held], expected: list[str]) -> None:
    before = [holding(name, date, **said) for name, date, said in older]
    after = [holding(name, date, **said) for name, date, said in newer]

    assert told(diff(graph(*before), graph(*before, *after))) == expected


def test_a_change_of_office_has_the_days_and_the_words_of_its_bound(graph: Graph) -> None:
    first, second = holding("Eva Alt", "2020-01-01"), holding("Max Neu", "2021-01-01")
    came, went = diff(graph(first), graph(first, second))

    assert (came.not_before, came.not_after) == ("2020-01-01", "2021-01-01")
    assert went.before is not None
    assert went.after is not None
    assert [proof.quote for proof in went.before.evidence] == [
        "Eva Alt und das Amt CIO in Hessen (current, 2020-01-01)."
    ]
    assert {proof.date for proof in went.after.evidence} == {"2020-01-01", "2021-01-01"}
    assert went.after.period is not None
    assert went.after.period.end_latest is not None
    assert went.after.period.end_latest.rule == "OtherHolderBound"
    assert (went.predicate_label, went.object and went.object.iri) == ("CIO", HESSEN)


def test_an_article_that_is_gone_withdraws_but_ends_nothing(graph: Graph) -> None:
    first, second = holding("Eva Alt", "2020-01-01"), holding("Max Neu", "2021-01-01", role="Digitalminister")

    assert told(diff(graph(first, second), graph(first))) == ["withdrawn: Max Neu holdsOffice Hessen: period > "]


def test_words_that_are_given_to_somebody_else_are_no_coming_and_going(graph: Graph) -> None:
    words = holding("Eva Alt", "2020-01-01")
    (office,) = words.offices
    other = replace(words.entities[0], id=iri("person", "Eva Alt 2"), name="Eva Alt")
    read_anew = replace(words, entities=(other, words.entities[1]), offices=(replace(office, person=other.id),))
    (change,) = diff(graph(words), graph(read_anew))

    assert told([change]) == ["readAnew: ? holdsOffice Hessen: Eva Alt > Eva Alt"]
    assert change.before is not None
    assert change.after is not None
    assert [change.before.things[0].iri, change.after.things[0].iri] == [office.person, other.id]


STATEMENTS: list[tuple[list[ArticleRecord], list[ArticleRecord], list[str]]] = [
    # the older graph, the newer graph, what has changed
    (
        [],
        [stating("Hessen", IMPLEMENTS, "OZG")],
        ["appeared: Hessen implements OZG:  > asserted"],
    ),
    (
        [stating("Hessen", IMPLEMENTS, "OZG", modality=Modality.PLANNED)],
        [stating("Hessen", IMPLEMENTS, "OZG", modality=Modality.PLANNED), stating("Hessen", IMPLEMENTS, "OZG")],
        ["modalityChanged: Hessen implements OZG: planned > asserted"],
    ),
    (
        [stating("Hessen", IMPLEMENTS, "OZG", "2020")],
        [stating("Hessen", IMPLEMENTS, "OZG", "2020"), stating("Hessen", IMPLEMENTS, "OZG", "2021", Modality.ENDED)],
        ["modalityChanged: Hessen implements OZG: asserted > ended"],
    ),
    # what is so does not become a plan by a later article
    (
        [stating("Hessen", IMPLEMENTS, "OZG", "2020")],
        [stating("Hessen", IMPLEMENTS, "OZG", "2020"), stating("Hessen", IMPLEMENTS, "OZG", "2021", Modality.PLANNED)],
        ["appeared: Hessen implements OZG:  > planned"],
    ),
    (
        [stating("Hessen", IMPLEMENTS, "OZG", "2020")],
        [stating("Hessen", IMPLEMENTS, "OZG", "2020"), stating("Hessen", IMPLEMENTS, "OZG", "2021")],
        ["confirmed: Hessen implements OZG: asserted > asserted"],
    ),
    (
        [stating("Hessen", IMPLEMENTS, "OZG", "2020"), stating("Hessen", IMPLEMENTS, "OZG", "2021")],
        [stating("Hessen", IMPLEMENTS, "OZG", "2020")],
        ["weakened: Hessen implements OZG: asserted > asserted"],
    ),
    (
        [stating("Hessen", IMPLEMENTS, "OZG")],
        [],
        ["lost: Hessen implements OZG: asserted > "],
    ),
    # an article that was corrected elsewhere keeps the sentence
    (
        [stating("Hessen", IMPLEMENTS, "OZG")],
        [
            replace(one, article=replace(one.article, id=one.article.id + "0", text=one.article.text + " Nachtrag."))
            for one in [stating("Hessen", IMPLEMENTS, "OZG")]
        ],
        [],
    ),
    # the same words, another subject
    (
        [stating("Hessen", IMPLEMENTS, "OZG")],
        [
            replace(one, facts=(replace(one.facts[0], subject=iri("jurisdiction", "Saarland")),))
            for one in [stating("Hessen", IMPLEMENTS, "OZG")]
        ],
        ["readAnew: ? implements OZG: Hessen > saarland"],
    ),
]


@pytest.mark.parametrize(("older", "newer", "expected"), STATEMENTS)
def test_what_becomes_of_statements(
    graph: Graph, older: list[ArticleRecord], newer: list[ArticleRecord], expected: list[str]
) -> None:
    assert told(diff(graph(*older), graph(*newer))) == expected


HANDOVERS: list[tuple[list[ArticleRecord], list[ArticleRecord], str | None]] = [
    # what the older graph has, what the newer has beside, what has changed hands
    ([stating("Hessen", CHAIRS, "IT-Planungsrat", "2020")], [stating("Saarland", CHAIRS, "IT-Planungsrat", "2021")],
     "Hessen > Saarland"),
    # the chair of a Land is none of today once a later year tells who sits there
    (
        [stating("Hessen", CHAIRS, "IT-Planungsrat", "2020")],
        [stating("Saarland", CHAIRS, "IT-Planungsrat", "2021"), stating("Eva Alt", CHAIRS, "IT-Planungsrat", "2022")],
        None,
    ),
    # who hosts something develops or operates it beside its maker, until one of them ends or succeeds the other
    ([stating("FITKO", DEVELOPS, "E-Akte", "2020")], [stating("Dataport", DEVELOPS, "E-Akte", "2021")], None),
    (
        [stating("FITKO", DEVELOPS, "E-Akte", "2020")],
        [stating("Dataport", DEVELOPS, "E-Akte", "2021"), stating("FITKO", DEVELOPS, "E-Akte", "2021", Modality.ENDED)],
        "FITKO > Dataport",
    ),
    (
        [stating("FITKO", DEVELOPS, "E-Akte", "2020")],
        [stating("Dataport", DEVELOPS, "E-Akte", "2021"), stating("Dataport", Predicate.SUCCEEDS, "FITKO", "2021")],
        "FITKO > Dataport",
    ),
    # later news of the first holder changes nothing
    ([stating("FITKO", DEVELOPS, "E-Akte", "2020")], [stating("FITKO", DEVELOPS, "E-Akte", "2021")], None),
    # nor does older news of another
    ([stating("FITKO", DEVELOPS, "E-Akte", "2020")], [stating("Dataport", DEVELOPS, "E-Akte", "2019")], None),
    # two Länder may do the same side by side, until one of them is said to have ended
    ([stating("Hessen", DEVELOPS, "E-Akte", "2020")], [stating("Saarland", DEVELOPS, "E-Akte", "2021")], None),
    (
        [stating("Hessen", DEVELOPS, "E-Akte", "2020")],
        [
            stating("Saarland", DEVELOPS, "E-Akte", "2021"),
            stating("Hessen", DEVELOPS, "E-Akte", "2021", Modality.ENDED),
        ],
        "Hessen > Saarland",
    ),
    # a ministry acts for its Land
    (
        [stating("Hessen", RESPONSIBLE, "E-Akte", "2020")],
        [stating("Digitalministerium Hessen", RESPONSIBLE, "E-Akte", "2021")],
        None,
    ),
    # a person is responsible beside the body
    ([stating("FITKO", RESPONSIBLE, "E-Akte", "2020")], [stating("Eva Alt", RESPONSIBLE, "E-Akte", "2021")], None),
    (
        [stating("Max Neu", RESPONSIBLE, "E-Akte", "2020")],
        [stating("Eva Alt", RESPONSIBLE, "E-Akte", "2021")],
        None,
    ),
    # a plan is no handover
    (
        [stating("FITKO", DEVELOPS, "E-Akte", "2020")],
        [stating("Dataport", DEVELOPS, "E-Akte", "2021", Modality.PLANNED)],
        None,
    ),
    # the newer graph alone tells of it
    (
        [],
        [
            stating("Hessen", CHAIRS, "IT-Planungsrat", "2021", Modality.ENDED),
            stating("Saarland", CHAIRS, "IT-Planungsrat", "2021"),
        ],
        "Hessen > Saarland",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("older", "newer", "expected"), HANDOVERS)
def test_what_changes_hands(
    graph: Graph, older: list[ArticleRecord], newer: list[ArticleRecord], expected: str | None
) -> None:
    changes = [one for one in diff(graph(*older), graph(*older, *newer)) if one.kind == "handedOver"]

    assert [line.rpartition(": ")[2] for line in told(changes)] == ([expected] if expected else [])
    for change in changes:
        assert change.before is not None
        assert change.after is not None
        assert change.before.evidence
        assert change.after.evidence


def test_what_both_graphs_name_side_by_side_changes_no_hands(graph: Graph) -> None:
    both = [stating("FITKO", DEVELOPS, "E-Akte", "2020"), stating("Dataport", DEVELOPS, "E-Akte", "2021")]
    again = stating("FITKO", DEVELOPS, "E-Akte", "2022")

    assert told(diff(graph(*both), graph(*both, again))) == ["confirmed: FITKO develops E-Akte: asserted > asserted"]


def test_since_a_day_is_what_no_earlier_article_said(graph: Graph) -> None:
    store = graph(
        holding("Eva Alt", "2020-01-01"),
        holding("Max Neu", "2021-06-01"),
        stating("Hessen", IMPLEMENTS, "OZG", None),
        stating("Hessen", IMPLEMENTS, "OZG", "2021-06-01"),
        stating("Saarland", IMPLEMENTS, "OZG", "2020", Modality.PLANNED),
        stating("Saarland", IMPLEMENTS, "OZG", "2021-06"),
        stating("Hessen", CHAIRS, "IT-Planungsrat", "2020"),
        stating("Saarland", CHAIRS, "IT-Planungsrat", "2021-06-01"),
    )
    expected = [
        "came: Max Neu holdsOffice Hessen:  > period",
        "went: Eva Alt holdsOffice Hessen:  > period",
        "handedOver: ? chairs IT-Planungsrat: Hessen > Saarland",
        "modalityChanged: Saarland implements OZG: planned > asserted",
        "appeared: Saarland chairs IT-Planungsrat:  > asserted",
    ]

    assert told(since(store, "2021-06-01")) == expected
    assert told(since(store, "2021-06")) == expected
    # the article of June 2021 may be older than the 2nd
    assert told(since(store, "2021-06-02")) == []
    assert [one.kind for one in since(store, "1999") if one.kind in ("came", "firstSeen")] == ["came", "firstSeen"]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("Hessen", ["firstSeen", "firstSeen", "appeared"]),
        ("Eva Alt", ["firstSeen"]),
        ("Digitalministerium Hessen", ["firstSeen"]),
        ("OZG", ["appeared"]),
        ("Saarland", []),
    ],
)
def test_changes_can_be_limited_to_what_they_concern(graph: Graph, of: str, expected: list[str]) -> None:
    ministry = (EntityType.ORGANISATION, "Digitalministerium Hessen", "Ministry")
    known = stating("Saarland", DEVELOPS, "E-Akte")
    newer = [
        known,
        holding("Eva Alt", "2024-02-01"),
        holding("Max Neu", "2024-02-01", role="Digitalminister", body=ministry),
        stating("Hessen", IMPLEMENTS, "OZG", "2024-02-01"),
    ]

    assert [one.kind for one in diff(graph(known), graph(*newer), of)] == expected
    assert [one.kind for one in diff(graph(*newer), graph(known), of)] == [
        {"firstSeen": "withdrawn", "appeared": "lost"}[kind] for kind in expected
    ]


def test_what_cannot_be_asked(graph: Graph) -> None:
    store = graph(holding("Eva Alt", "2020-01-01"))
    with pytest.raises(QueryError, match="'gestern' is no date; allowed are YYYY-MM-DD"):
        since(store, "gestern")
    with pytest.raises(NotFoundError, match="nothing in the graph is called 'Hesen'; close to it: Hessen"):
        diff(store, store, "Hesen")
    store.drop(ns.TIMELINE.value)
    with pytest.raises(QueryError, match="offices but no timeline"):
        diff(store, graph())


def test_changes_are_rdf_with_their_quotes(graph: Graph) -> None:
    older = [holding("Eva Alt", "2020-01-01"), stating("Hessen", CHAIRS, "IT-Planungsrat", "2020")]
    newer = [*older, holding("Max Neu", "2021-01-01"), stating("Saarland", CHAIRS, "IT-Planungsrat", "2021")]
    changes = diff(graph(*older), graph(*newer))
    turtle = change_triples(changes).to_turtle()
    store = MemoryStore(parse(turtle, format=RdfFormat.TURTLE))

    rows = list(
        store.query("""
            SELECT ?kind ?quote ?date WHERE {
              ?change a gov:Change ; gov:changeKind ?kind ; gov:evidenceAfter ?evidence .
              ?evidence gov:quote ?quote ; gov:article/schema:datePublished ?date .
              FILTER(?kind IN (gov:Came, gov:HandedOver))
            } ORDER BY ?kind ?date
        """)  # type: ignore[arg-type]
    )
    assert [(row["kind"].value.rpartition("#")[2], row["date"].value) for row in rows] == [
        ("Came", "2020-01-01"),
        ("Came", "2021-01-01"),
        ("HandedOver", "2021"),
    ]
    assert len(list(store.match(None, ns.TYPE, ns.gov("Change")))) == len(changes)
    assert change_triples(reversed(changes)).to_turtle() == turtle
    assert "gov:thingBefore jurisdiction:hessen " in turtle


def test_a_chair_that_passed_through_several_hands_tells_all_of_them(graph: Graph) -> None:
    chairs = [("Hessen", "2019"), ("Saarland", "2020"), ("Rheinland-Pfalz", "2021"), ("Bremen", "2022")]
    older, *newer = [stating(land, CHAIRS, "IT-Planungsrat", year) for land, year in chairs]
    past = stating("Hamburg", CHAIRS, "IT-Planungsrat", "2018")
    (there,) = [one for one in diff(graph(past, older), graph(past, older, *newer)) if one.kind == "handedOver"]
    (back,) = [one for one in diff(graph(past, older, *newer), graph(past, older)) if one.kind == "handedOver"]
    for change, steps in ((there, ["Saarland", "Rheinland-Pfalz"]), (back, ["Rheinland-Pfalz", "Saarland"])):
        assert change.between is not None
        assert [thing.label for thing in change.between.things] == steps
        assert len(change.between.evidence) == len(change.between.nodes) == 2
    # what several may do side by side has no steps
    made = [stating(land, DEVELOPS, "E-Akte", year) for land, year in chairs]
    assert all(one.between is None for one in diff(graph(made[0]), graph(*made)))


def test_a_chair_that_passed_through_somebody_named_only_as_predecessor_tells_of_them(graph: Graph) -> None:
    """Kerber was there in 2019; of 2025 is told that Nolte follows Uhlig, who was never seen in office."""
    council = (EntityType.ORGANISATION, "IT-Planungsrat", "Committee")

    def seat(name: str, date: str, **said: Any) -> ArticleRecord:
        return holding(name, date, role="Digitalminister", body=council, **said)

    older = [stating("Eva Alt", CHAIRS, "IT-Planungsrat", "2019"), seat("Eva Alt", "2019-10-24")]
    newer = [
        stating("Max Neu", CHAIRS, "IT-Planungsrat", "2025"),
        seat("Max Neu", "2025-08-14"),
        seat("Ida Neu", "2025-08-14", status=Status.FORMER),
        stating("Max Neu", Predicate.SUCCEEDS, "Ida Neu", "2025"),
    ]
    (there,) = [one for one in diff(graph(*older), graph(*older, *newer)) if one.kind == "handedOver"]
    (back,) = [one for one in diff(graph(*older, *newer), graph(*older)) if one.kind == "handedOver"]
    for change in (there, back):
        assert change.between is not None
        assert [thing.label for thing in change.between.things] == ["Ida Neu"]
        assert len(change.between.evidence) == len(change.between.nodes) == 1
    # of two offices in the body nothing tells in which one follows the other
    vice = holding("Max Neu", "2025-08-14", body=council)
    (told_of,) = [one for one in diff(graph(*older), graph(*older, *newer, vice)) if one.kind == "handedOver"]
    assert told_of.between is None


def test_what_others_do_with_the_work_of_a_land_is_no_news_of_the_land(graph: Graph) -> None:
    """A system that a Land answers for is no part of it; a body is."""
    store = graph(
        stating("Hessen", CHAIRS, "IT-Planungsrat", "2019"), stating("Saarland", IMPLEMENTS, "E-Akte", "2021")
    )
    extra = [
        Quad(NamedNode(thing.iri), ns.gov("jurisdiction"), NamedNode(HESSEN))
        for one in since(store, "2020")
        for thing in (one.subject, one.object)
        if thing is not None and thing.label == "E-Akte"
    ]
    assert extra
    body = NamedNode(f"{BASE}/organisation/amt")
    party = NamedNode(f"{BASE}/organisation/partei")
    within = Quad(body, ns.gov("jurisdiction"), NamedNode(HESSEN))
    beside = [Quad(party, ns.TYPE, ns.gov("Party")), Quad(party, ns.gov("jurisdiction"), NamedNode(HESSEN))]
    store = MemoryStore([*store.match(), *extra, within, *beside])
    assert told(since(store, "2020", "Saarland"))
    assert since(store, "2020", HESSEN) == ()
    wanted = frozenset({HESSEN})
    assert [Belonging(store).within(one.value, wanted) for one in (body, party)] == [True, False]


def test_a_sentence_that_is_reworded_weakens_and_confirms_nothing(graph: Graph) -> None:
    before = graph(stating("Hessen", Predicate.IMPLEMENTS, "E-Akte"))
    after = graph(stating("Hessen", Predicate.IMPLEMENTS, "E-Akte", words="Hessen setzt die E-Akte seit Mai um."))
    assert diff(before, after) == ()
