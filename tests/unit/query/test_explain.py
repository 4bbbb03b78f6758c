from __future__ import annotations

from dataclasses import replace

import pytest

from govgraph.errors import NotFoundError
from govgraph.model import EntityType, Modality, Predicate
from govgraph.query import Names, Thing, count_as_object, explain
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import ALT, BOARD, HESSEN, PLANNING, RLP, SPEAKING, Draft, interview, iri, page, small_ontology


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> GraphOptions:
    return GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))


@pytest.fixture(scope="module")
def store(options: GraphOptions) -> MemoryStore:
    draft = Draft("Zwei Länder", "Hessen kooperiert mit Rheinland-Pfalz.", None)
    lands = [draft.entity(EntityType.JURISDICTION, name, kind="State") for name in ("Hessen", "Rheinland-Pfalz")]
    together = draft.record(lands, [], [draft.fact(HESSEN, Predicate.COOPERATES_WITH, RLP, draft.text)])
    return MemoryStore(build_quads([page(interview(), together)], options))


def test_a_membership_is_explained_by_its_sentence(store: MemoryStore) -> None:
    (one,) = explain(store, "denis alt", "memberOf")
    (proof,) = one.evidence

    assert (one.subject, one.object) == (Thing(ALT, "Denis Alt"), Thing(BOARD, "Standardisierungsboard"))
    assert (one.predicate, one.modality, one.confidence, one.rule) == ("memberOf", "asserted", 0.76, "frame/test")
    assert (proof.quote, proof.start, proof.end) == (SPEAKING, 45, 106)
    assert (proof.title, proof.date, proof.url, proof.source) == (
        "Erfolg im Verbund",
        "2024-11-18",
        "https://example.org/verbund?a=1&b=<2>",
        "pages/page.txt",
    )


@pytest.mark.parametrize("predicate", ["memberof", "gov:memberOf", "https://w3id.org/govgraph/ontology#memberOf"])
def test_predicates_are_known_by_any_form(store: MemoryStore, predicate: str) -> None:
    assert [one.object.iri for one in explain(store, "Denis Alt", predicate)] == [BOARD]


def test_predicates_are_known_by_their_german_label(store: MemoryStore) -> None:
    label = explain(store, "Denis Alt", "memberOf")[0].predicate_label

    assert label != "memberOf"
    assert [one.predicate for one in explain(store, "Denis Alt", label.upper())] == ["memberOf"]


def test_a_part_of_a_label_brings_the_predicate_that_is_meant(store: MemoryStore) -> None:
    with pytest.raises(NotFoundError, match=r"no predicate 'vorsitz'; did you mean chairs\?; there are memberOf, "):
        explain(store, "Denis Alt", "vorsitz")


def test_what_is_said_of_others_is_counted_and_explained_apart(store: MemoryStore) -> None:
    found = explain(store, "Rheinland-Pfalz", as_object=True)
    assert {(one.subject.label, one.predicate) for one in found} >= {("Denis Alt", "holdsOffice")}
    assert all(one.object.label == "Rheinland-Pfalz" for one in found)
    # what holds from both sides is there without asking for it
    assert "cooperatesWith" not in {one.predicate for one in found}
    assert "cooperatesWith" in {one.predicate for one in explain(store, "Rheinland-Pfalz")}
    assert count_as_object(store, "Rheinland-Pfalz") == len(found)
    assert [one.predicate for one in explain(store, "Rheinland-Pfalz", "holdsOffice", "Denis Alt", as_object=True)] == [
        "holdsOffice"
    ]
    assert (count_as_object(store, "Denis Alt"), explain(store, "Denis Alt", as_object=True)) == (0, ())


def test_all_that_is_said_of_a_person_includes_offices(store: MemoryStore) -> None:
    first = explain(store, "Denis Alt")[0]

    assert (first.predicate, first.predicate_label, first.object.label, first.modality) == (
        "holdsOffice",
        "CIO",
        "Rheinland-Pfalz",
        "new",
    )
    assert [one.predicate for one in explain(store, "Denis Alt")] == ["holdsOffice", "memberOf", "represents"]


def test_planned_things_say_so(store: MemoryStore) -> None:
    (one,) = explain(store, "Hessen", "implements", "OZG")

    assert (one.modality, one.evidence[0].quote) == (Modality.PLANNED, PLANNING)


def test_cooperation_is_found_from_both_sides(store: MemoryStore) -> None:
    assert explain(store, "RLP", "cooperatesWith") == explain(store, "HE", "cooperatesWith")
    assert len(explain(store, "RLP", "cooperatesWith", "Hessen")) == 1


def test_things_that_are_known_but_not_connected_give_nothing(store: MemoryStore) -> None:
    assert explain(store, "Denis Alt", "memberOf", "Hessen") == ()


def test_unknown_names_bring_suggestions(store: MemoryStore) -> None:
    with pytest.raises(NotFoundError, match="nothing in the graph is called 'Dennis Alt'; close to it: Denis Alt"):
        explain(store, "Dennis Alt")
    with pytest.raises(NotFoundError, match="no predicate 'likes'; there are memberOf, represents"):
        explain(store, "Denis Alt", "likes")


def test_a_name_of_two_things_lists_them(options: GraphOptions) -> None:
    draft = Draft("Bremen", "Bremen und Bremen.")
    things = [draft.entity(one, "Bremen") for one in (EntityType.JURISDICTION, EntityType.MUNICIPALITY)]
    store = MemoryStore(build_quads([page(draft.record(things))], options))

    with pytest.raises(NotFoundError, match=r"'bremen' can mean 2 things: Bremen \(jurisdiction/bremen\), Br"):
        explain(store, "bremen")
    assert explain(store, "municipality/bremen") == ()
    assert Names(store).find_one("municipality:bremen") == iri("municipality", "Bremen")
    assert Names(store).find_one(iri("jurisdiction", "Bremen")) == iri("jurisdiction", "Bremen")


def test_a_preferred_name_goes_before_an_alias(options: GraphOptions) -> None:
    draft = Draft("Netz", "Netz und Netzwerk.")
    one = draft.entity(EntityType.ORGANISATION, "Netz")
    two = replace(draft.entity(EntityType.ORGANISATION, "Netzwerk"), aliases=("Netz",))
    store = MemoryStore(build_quads([page(draft.record([one, two]))], options))

    assert Names(store).find("netz") == (one.id,)
