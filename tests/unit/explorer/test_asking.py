"""What the page for SPARQL is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explorable import explorable
from govgraph.errors import QueryError
from govgraph.explorer import Documents, map_of, maps, questions, timeline
from govgraph.explorer.charting import charts
from govgraph.model import BASE
from govgraph.query import Rows, named_queries, run
from govgraph.store import DiskStore
from handmade import ALT, BOARD, OZG, RLP


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiskStore]:
    with DiskStore(explorable(tmp_path_factory.mktemp("out")) / "store", read_only=True) as one:
        yield one


@pytest.fixture(scope="module")
def told(store: DiskStore) -> dict[str, Any]:
    return questions(store, BASE)


def test_every_named_query_is_an_example_that_declares_its_prefixes(store: DiskStore, told: dict[str, Any]) -> None:
    assert [one["name"] for one in told["queries"]] == [one.name for one in named_queries()]
    whole = {one["name"]: one["sparql"] for one in told["queries"] if not one["parameters"]}
    assert whole["cooperation-network"].startswith("PREFIX ")
    assert "# title" not in whole["cooperation-network"]
    run(store, whole["cooperation-network"])
    assert {one["theme"] for one in told["queries"]} <= {one["name"] for one in told["themes"]}


def test_questions_of_ones_own_come_first(store: DiskStore, tmp_path: Path) -> None:
    file = tmp_path / "members-of.rq"
    file.write_text("# title-de: Frage\n# title-en: Question\nSELECT ?a { ?a a gov:Person }", "utf-8")
    found = questions(store, BASE, tmp_path)
    first = found["queries"][0]
    assert found["themes"][0]["name"] == first["theme"]
    assert first["title"] == {"de": "Frage", "en": "Question"}
    assert "PREFIX gov:" in first["sparql"]
    # and in the place of those of the same name
    assert [one["name"] for one in found["queries"]].count("members-of") == 1
    with pytest.raises(QueryError, match="holds no questions"):
        questions(store, BASE, tmp_path / "nowhere")


def test_terms_of_the_ontology_have_labels_in_both_languages(told: dict[str, Any]) -> None:
    terms = {iri: (kind, label) for iri, kind, label, _ in told["terms"]}
    assert terms["https://w3id.org/govgraph/ontology#memberOf"] == (
        "property",
        {"de": "Mitglied von", "en": "member of"},
    )
    assert terms["https://w3id.org/govgraph/ontology#Person"][0] == "class"


def test_parameters_can_be_chosen_among_what_there_is(told: dict[str, Any]) -> None:
    roles = {label["de"]: iri for iri, label in told["choices"]["role"]}
    assert roles["CIO"].endswith("/role/cio")
    assert {"de": "Mitglied von", "en": "member of"} in [label for _, label in told["choices"]["predicate"]]


def test_a_timeline_is_of_all_offices_or_of_one_thing(store: DiskStore) -> None:
    (lane,) = timeline(store, ALT)["lanes"]
    assert (lane["bodyIri"], lane["periods"][0]["personIri"]) == (RLP, ALT)
    assert timeline(store)["lanes"] == [lane]
    assert timeline(store, BOARD)["lanes"] == []
    assert [one["bodyIri"] for one in timeline(store, f"{BASE}/role/cio")["lanes"]] == [RLP]


def test_a_map_is_of_a_predicate_and_a_thing_or_of_a_role(store: DiskStore) -> None:
    shown = map_of(store, "implements", OZG)
    assert (shown["of"], [land["name"] for land in shown["lands"]]) == ("Onlinezugangsgesetz", ["Hessen"])
    assert len(shown["elsewhere"]) == 4
    (land,) = map_of(store, "holdsOffice", f"{BASE}/role/cio")["lands"]
    assert land["iri"] == RLP
    assert maps(store)["maps"] == []
    assert set(charts(BASE)) == {"document", "base", "words", "geometry"}


def test_evidence_leads_to_its_sentence(store: DiskStore) -> None:
    documents = Documents(store)
    rows = run(store, f"SELECT ?e {{ <{BOARD}> ^rdf:object/gov:evidence ?e }}")
    assert isinstance(rows, Rows)
    iri = str(rows[0]["e"])
    found = documents.document(iri)
    assert (found["document"], found["statements"][0]["object"]["iri"]) == ("evidence", BOARD)
    assert found["quote"] == found["statements"][0]["evidence"][0]["quote"]
