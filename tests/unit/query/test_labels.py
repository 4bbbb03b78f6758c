from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from govgraph.query import Rows, run
from govgraph.query.labels import with_labels, without_labels
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore

LINE = '  OPTIONAL { ?a skos:prefLabel+ ?name FILTER(LANG(?name) = "de") }'
LINKS = NamedNode("urn:links")


def thing(name: str) -> NamedNode:
    return NamedNode(f"urn:{name}")


def said(name: str, label: str, language: str = "de", article: str = "one") -> Quad:
    return Quad(thing(name), ns.PREF_LABEL, Literal(label, language=language), thing(article))


STORE = MemoryStore(
    [
        *(Quad(thing("start"), LINKS, thing(name), thing("one")) for name in ("a", "b", "c")),
        said("a", "Amt"),
        said("a", "Amt", article="two"),
        said("a", "office", "en"),
        said("b", "Bund"),
        said("b", "Bundesrepublik"),
        said("c", "court", "en"),
    ]
)


def rows(text: str) -> Rows:
    found = run(STORE, text)
    assert isinstance(found, Rows)
    return found


def test_names_are_those_that_the_query_would_give() -> None:
    text = f"SELECT ?a ?name WHERE {{\n  <urn:start> <urn:links> ?a\n{LINE}\n}}"
    plain, labelled = without_labels(text, ["a", "name"])

    named = with_labels(STORE, rows(plain), labelled, ["a", "name"])

    assert labelled == (("a", "name"),)
    assert sorted(map(repr, named)) == sorted(map(repr, rows(text)))
    assert sorted(str(row.name) for row in named) == ["Amt", "Bund", "Bundesrepublik", "None"]


def test_the_last_branch_of_a_union_may_name_what_it_alone_has() -> None:
    text = (
        "SELECT ?b ?a ?name WHERE {\n  {\n    ?b <urn:links> <urn:a>\n  } UNION {\n    <urn:start> <urn:links> ?a\n  "
        f"{LINE}\n  }}\n}}"
    )
    plain, labelled = without_labels(text, ["b", "a", "name"])

    assert labelled == (("a", "name"),)
    assert sorted(map(repr, with_labels(STORE, rows(plain), labelled, ["b", "a", "name"]))) == sorted(
        map(repr, rows(text))
    )


def test_things_that_are_no_column_are_named_and_not_shown() -> None:
    text = "SELECT DISTINCT ?links ?name WHERE {\n  <urn:start> ?links ?a .\n  ?a skos:prefLabel ?any\n" + f"{LINE}\n}}"
    plain, labelled = without_labels(text, ["links", "name"])

    named = with_labels(STORE, rows(plain), labelled, ["links", "name"])

    assert labelled == (("a", "name"),)
    assert named.columns == ("links", "name")
    assert sorted(map(repr, named)) == sorted(map(repr, rows(text)))
    assert sorted(str(row.name) for row in named) == ["Amt", "Bund", "Bundesrepublik", "None"]


def test_things_of_one_name_are_one_row() -> None:
    both = MemoryStore([*STORE.match(), said("c", "Amt")])
    text = f"SELECT DISTINCT ?name WHERE {{\n  <urn:start> <urn:links> ?a\n{LINE}\n}}"
    plain, labelled = without_labels(text, ["name"])
    found = run(both, plain)
    assert isinstance(found, Rows)

    assert len(found) == 3
    named = with_labels(both, found, labelled, ["name"])
    assert sorted(str(row.name) for row in named) == ["Amt", "Bund", "Bundesrepublik"]


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT ?name WHERE {{\n  <urn:start> <urn:links> ?a\n{LINE}\n}}",
        f"SELECT DISTINCT ?b ?name WHERE {{\n  ?b <urn:links> ?c\n{LINE}\n}}",
        f"SELECT ?a ?name WHERE {{\n  ?a ?p ?name\n{LINE}\n}}",
        f"SELECT ?a ?name WHERE {{\n{LINE}\n  ?a ?p ?b\n}}",
        f"SELECT ?a ?name WHERE {{\n  ?a ?p ?b\n{LINE}\n}}\nGROUP BY ?a ?name",
        f"SELECT ?a ?name (COUNT(*) AS ?n) WHERE {{\n  ?a ?p ?b\n{LINE}\n}}",
        f"SELECT ?b ?name WHERE {{\n  ?a ?p ?b\n{LINE}\n}}",
        f"SELECT ?a ?name WHERE {{\n  {{\n    ?a ?p ?b\n  }} UNION {{\n    ?a ?q ?b\n  {LINE}\n  }}\n}}",
        f"SELECT ?a ?name WHERE {{\n  ?a ?p ?b\n{LINE.replace('LANG(?name)', 'LANG(?other)')}\n}}",
    ],
)
def test_lines_that_the_rest_of_the_query_needs_stay(text: str) -> None:
    columns = [one for one in ("a", "b", "name") if f"?{one} " in text.partition("WHERE")[0]]

    assert without_labels(text, columns) == (text, ())
