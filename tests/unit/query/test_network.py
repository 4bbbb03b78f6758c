from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from govgraph.query import conflict_quads, conflicts, to_networkx
from govgraph.rdf import GraphOptions, build_quads, quote_digest
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore
from handmade import ALT, BOARD, HESSEN, OZG, RLP, SPEAKING, holding, interview, iri, page, small_ontology


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    return MemoryStore(build_quads([page(interview(), holding("Eva Alt", "2015-05", since="2011"))], options))


def test_nodes_are_the_things_that_articles_mention(store: MemoryStore) -> None:
    graph = to_networkx(store)
    place = iri("organisation", "Verbund Süd")

    assert list(graph) == sorted([ALT, iri("person", "Eva Alt"), RLP, HESSEN, BOARD, OZG, place])
    assert graph.nodes[HESSEN] == {
        "label": "Hessen",
        "type": "Jurisdiction",
        "kind": "State",
        "aliases": ("HE", "Land Hessen"),
        "jurisdiction": "",
        "land": "",
        "links": ("http://www.wikidata.org/entity/Q1199",),
    }
    assert graph.nodes[place] == {
        "label": "Verbund Süd",
        "type": "Organisation",
        "kind": "Organisation",
        "aliases": ("„Verbund\nSüd“",),
        "jurisdiction": RLP,
        "land": "Rheinland-Pfalz",
        "links": (),
    }


def test_a_land_that_no_article_mentions_has_its_name_all_the_same() -> None:
    body, land = iri("organisation", "DLM"), iri("jurisdiction", "Baden-Württemberg")
    article, graph = NamedNode("urn:article"), NamedNode("urn:reference")
    told = [
        Quad(article, ns.gov("mentions"), NamedNode(body)),
        Quad(NamedNode(body), ns.gov("jurisdiction"), NamedNode(land)),
    ]
    name = Quad(NamedNode(land), ns.PREF_LABEL, Literal("Baden-Württemberg", language="de"), graph)

    assert to_networkx(MemoryStore([*told, name])).nodes[body]["land"] == "Baden-Württemberg"
    assert to_networkx(MemoryStore(told)).nodes[body]["land"] == "baden-wuerttemberg"


def test_edges_are_statements_and_tenures_with_their_evidence(store: MemoryStore) -> None:
    graph = to_networkx(store)
    found = {(one, two, data["predicate"]): data for one, two, data in graph.edges(data=True)}
    article = interview().article

    assert set(found) == {
        (ALT, RLP, "holdsOffice"),
        (ALT, RLP, "represents"),
        (ALT, BOARD, "memberOf"),
        (HESSEN, OZG, "implements"),
        (iri("person", "Eva Alt"), HESSEN, "holdsOffice"),
    }
    member = found[ALT, BOARD, "memberOf"]
    assert member.pop("label") not in ("", "memberOf")
    assert member == {
        "predicate": "memberOf",
        "modality": "asserted",
        "confidence": 0.76,
        "since": "",
        "until": "",
        "role": "",
        "role_label": "",
        "period": "",
        "begin_earliest": "",
        "begin_latest": "",
        "end_earliest": "",
        "end_latest": "",
        "standing": "",
        "rule": "frame/test",
        "evidence": (
            {
                "quote": SPEAKING,
                "start": 45,
                "end": 106,
                "article": article.id,
                "title": article.title,
                "date": "2024-11-18",
                "url": article.url,
                "source": "pages/page.txt",
                "leading": article.id,
                "digest": quote_digest(SPEAKING),
                "cut": None,
            },
        ),
        "articles": 1,
        "sources": 1,
        "conflicts": (),
    }
    tenure = found[iri("person", "Eva Alt"), HESSEN, "holdsOffice"]
    assert [tenure[key] for key in ("label", "modality", "since", "until", "role")] == [
        "CIO",
        "current",
        "2011",
        "",
        iri("role", "cio"),
    ]


def test_edges_name_the_contradictions_that_they_are_in() -> None:
    dates = {"2020-01-01": "Anna Berg", "2021-01-01": "Bernd Tal", "2022-01-01": "Anna Berg", "2010-01-01": "Carl See"}
    store = MemoryStore(build_quads([page(*(holding(name, date) for date, name in dates.items()))]))
    (conflict,) = conflicts(store)
    store.load(conflict_quads([conflict]))

    told = [edge["conflicts"] for _, _, edge in to_networkx(store).edges(data=True)]

    expected = ({"rule": "two-holders", "de": conflict.message_de, "en": conflict.message_en},)
    assert sorted(map(len, told)) == [0, 1, 1, 1]
    assert set(map(str, told)) == {str(expected), "()"}


def test_edge_keys_are_iris_of_statements(store: MemoryStore) -> None:
    assert {key.split("/id/")[1].partition("/")[0] for _, _, key in to_networkx(store).edges(keys=True)} == {
        "statement",
        "tenure",
    }


def test_an_empty_store_is_an_empty_network() -> None:
    assert len(to_networkx(MemoryStore())) == 0


def test_tenures_tell_of_the_period_that_all_articles_give_them(store: MemoryStore) -> None:
    graph = to_networkx(store)
    (held,) = (data for *_, data in graph.edges(iri("person", "Eva Alt"), data=True))
    assert held["period"].endswith("/period/cio-hessen-eva-alt")
    assert (held["begin_earliest"], held["begin_latest"]) == ("2011-01-01", "2011-12-31")
    assert held["end_earliest"] == "2015-05-01"
    assert held["standing"] == "current"
