"""What the documents of the explorer hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from explorable import explorable as made
from explorable import other_text
from govgraph.errors import NotFoundError
from govgraph.explorer import Documents
from govgraph.model import BASE, EntityType, Status
from govgraph.query import conflict_quads, conflicts
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf import namespaces as ns
from govgraph.store import DiskStore, MemoryStore
from handmade import ALT, BOARD, PLANNING, RLP, SPEAKING, holding, interview, page, small_ontology

ARTICLE = interview().article


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("out"))


@pytest.fixture
def documents(folder: Path) -> Iterator[Documents]:
    with DiskStore(folder / "store", read_only=True) as store:
        yield Documents(store, folder / "records")


def test_an_entity_has_what_is_said_of_it_with_the_words(documents: Documents) -> None:
    one = documents.document("person/denis-alt")
    assert (one["document"], one["iri"], one["label"], one["type"]) == ("entity", ALT, "Denis Alt", "Person")
    said = {(fact["predicate"], fact["object"]["iri"]): fact for fact in one["facts"]}
    assert set(said) == {("holdsOffice", RLP), ("memberOf", BOARD), ("represents", RLP)}
    assert said["memberOf", BOARD]["evidence"][0]["quote"] == SPEAKING
    assert said["holdsOffice", RLP]["role"]["label"] == "CIO"
    assert [article["iri"] for article in one["articles"]] == [ARTICLE.id]


@pytest.mark.parametrize(("feminine", "called"), [("CIO", "CIO"), ("Leiterin", "Leiter")])
def test_an_office_is_called_in_the_feminine_where_its_quotes_have_it_so(
    folder: Path, feminine: str, called: str
) -> None:
    with DiskStore(folder / "store", read_only=True) as store:
        (role,) = {quad.object for quad in store.match(None, ns.ROLE)}
        assert isinstance(role, NamedNode)
        quads = [quad for quad in store.match() if (quad.subject, quad.predicate) != (role, ns.PREF_LABEL)]
    words = {ns.PREF_LABEL: "Leiter", ns.gov("feminineLabel"): feminine}
    changed = MemoryStore(
        [*quads, *(Quad(role, predicate, Literal(word, language="de")) for predicate, word in words.items())]
    )
    said = Documents(changed).document(ALT)["facts"]
    assert [one["role"]["label"] for one in said if one["role"]] == [called]


def test_offices_of_a_person_are_told_in_the_order_of_their_time(tmp_path: Path) -> None:
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    articles = [
        holding("Eva Alt", "2024-01-01", role="CIO", since="2021"),
        holding("Eva Alt", "2018-01-01", role="Digitalminister"),
        holding("Eva Alt", "2026-01-01", role="Präsident", status=Status.FORMER, until="2016-12-31"),
    ]
    facts = Documents(MemoryStore(build_quads([page(*articles)], options))).document("person/eva-alt")["facts"]
    assert [one["role"]["label"] for one in facts] == ["Präsident", "Digitalminister", "CIO"]


def test_sentences_are_told_with_their_places(documents: Documents) -> None:
    told = documents.sentences()["sentences"]
    said = dict(told)[ARTICLE.id]
    assert [article for article, _ in told] == sorted(article for article, _ in told)
    assert (ARTICLE.text.index(SPEAKING), SPEAKING) in said
    assert said == sorted(set(said))


def test_what_others_say_of_an_entity_stands_apart(documents: Documents) -> None:
    board = documents.document(BOARD)
    assert board["facts"] == []
    assert [fact["subject"]["iri"] for fact in board["about"]] == [ALT]


def test_an_article_has_its_text_with_each_statement_in_place(documents: Documents) -> None:
    one = documents.document(ARTICLE.id)
    assert one["whole"]
    assert "".join(piece["text"] for piece in one["pieces"]) == ARTICLE.text
    marks = {piece["text"]: piece["statements"] for piece in one["pieces"] if piece["statements"]}
    assert [one["statements"][at]["predicate"] for at in marks[SPEAKING]] == ["memberOf", "represents"]
    assert [one["statements"][at]["modality"] for at in marks[PLANNING]] == ["planned"]


def test_without_its_text_an_article_has_its_quotes(folder: Path) -> None:
    with DiskStore(folder / "store", read_only=True) as store:
        one = Documents(store).document(ARTICLE.id)
    assert not one["whole"]
    assert [piece["text"] for piece in one["pieces"] if piece["statements"]] == [ARTICLE.text[:44], SPEAKING, PLANNING]
    assert all(piece["text"] == "" for piece in one["pieces"] if not piece["statements"])


def test_a_text_that_the_graph_was_not_made_from_is_not_shown(tmp_path: Path) -> None:
    folder = made(tmp_path)
    other_text(folder)
    with DiskStore(folder / "store", read_only=True) as store:
        assert not Documents(store, folder / "records").document(ARTICLE.id)["whole"]


def test_a_statement_is_a_document_of_its_own(documents: Documents) -> None:
    (fact,) = documents.document(BOARD)["about"]
    told = documents.document(fact["iri"])
    citations = told.pop("citations")
    assert told == {"document": "statement", **fact, "construction": None}
    assert all(fact["iri"] in text and fact["evidence"][0]["quote"] in text for text in citations.values())


def test_a_statement_that_a_construction_read_says_which(tmp_path: Path) -> None:
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    article = holding("Eva Alt", "2024-01-01", role="CIO")
    read = replace(article, offices=tuple(replace(one, rule="title-after-name") for one in article.offices))
    documents = Documents(MemoryStore(build_quads([page(read)], options)))
    (said,) = documents.document("person/eva-alt")["facts"]
    told = documents.document(said["iri"])
    assert (told["rule"], told["construction"]["de"]["label"]) == ("title-after-name", "Titel hinter dem Namen")
    assert told["construction"]["en"]["text"].startswith("The title stands in apposition")


def test_what_is_contradicted_says_so_with_the_statements_against_it() -> None:
    told = [holding("Eva Alt", "2020-01-01"), holding("Max Neu", "2021-01-01"), holding("Eva Alt", "2022-01-01")]
    quads = build_quads([page(*told, holding("Ida Bo", "2023-01-01", role="Digitalminister"))])
    documents = Documents(MemoryStore([*quads, *conflict_quads(conflicts(MemoryStore(quads)))]))

    (said,) = documents.document("person/max-neu")["facts"]
    (one,) = said["against"]
    assert one["messages"]["de"].startswith("Zwei zugleich im Amt „CIO Hessen“: Eva Alt sicher vom 1. Januar 2020 bis")
    assert one["messages"]["en"].startswith("Two at one time in the office “CIO Hessen”: Eva Alt certainly from 2020")
    others = [each["iri"] for each in documents.document("person/eva-alt")["facts"]]
    assert one["statements"] == sorted(others)
    assert documents.index()["contradictions"] == [{**one, "statements": sorted([*others, said["iri"]])}]
    assert "against" not in documents.document("person/ida-bo")["facts"][0]


def test_the_index_holds_every_mentioned_thing_once_and_the_latest_article_first(documents: Documents) -> None:
    index = documents.index()
    iris = [row[0] for row in index["entities"]]
    assert len(iris) == len(set(iris)) == index["counts"]["entities"] == 9
    assert index["articles"][-1][0] == ARTICLE.id
    assert json.dumps(index) == json.dumps(documents.index())


def test_things_of_one_name_and_kind_are_told_apart(tmp_path: Path) -> None:
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    town = (EntityType.MUNICIPALITY, "Wiesbaden", "Municipality")
    first, second = holding("Eva Alt", "2020-01-01"), holding("Eva Alt", "2021-01-01", body=town)
    one, other = f"{BASE}/person/eva-alt", f"{BASE}/person/eva-alt-wiesbaden"
    told = replace(
        second,
        entities=tuple(replace(each, id=other) if each.id == one else each for each in second.entities),
        offices=tuple(replace(each, person=other) for each in second.offices),
    )
    alone = holding("Max Neu", "2022-01-01")
    index = Documents(MemoryStore(build_quads([page(first, told, alone)], options))).index()
    assert index["apart"] == {one: "CIO · Hessen", other: "CIO · Wiesbaden"}


@pytest.mark.parametrize("address", ["person/nobody", "", "../secrets", "no iri <", "urn:unknown"])
def test_what_the_graph_does_not_know_is_not_found(documents: Documents, address: str) -> None:
    with pytest.raises(NotFoundError):
        documents.document(address)


def test_a_statement_in_many_places_is_told_by_each_with_its_own_place_alone(tmp_path: Path) -> None:
    """Else what is written of an article would grow with the square of what it repeats."""
    record = interview()
    said = record.facts[0]
    (whole,) = said.evidence
    parts = tuple(replace(whole, end=whole.end - at, quote=whole.quote[:-at]) for at in range(1, 4))
    repeating = replace(record, facts=(replace(said, evidence=(whole, *parts)),))
    graph = MemoryStore(build_quads([page(repeating)], GraphOptions(ontology=small_ontology(tmp_path / "ontology"))))
    documents = Documents(graph)
    (statement,) = (fact for fact in documents.document(ALT)["facts"] if fact["predicate"] == "memberOf")
    assert [one["quote"] for one in statement["evidence"]] == sorted((one.quote for one in (whole, *parts)), key=len)
    found = graph.match(NamedNode(statement["iri"]), ns.gov("evidence"))
    places = {quad.object.value for quad in found if isinstance(quad.object, NamedNode)}
    shown = [documents.document(place) for place in sorted(places)]
    assert len(shown) == 4
    for one in shown:
        (told,) = one["statements"]
        assert [proof["quote"] for proof in told["evidence"]] == [one["quote"]]
