from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from govgraph.query import run
from govgraph.query.order import Key, in_order, without_order
from govgraph.query.values import Row, Rows
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore

INTEGER = NamedNode(ns.XSD + "integer")
DAY = NamedNode(ns.XSD + "date")
YEAR = NamedNode(ns.XSD + "gYear")


def test_the_line_that_orders_is_taken_off_and_read() -> None:
    text = "SELECT ?a ?b WHERE {\n  ?a ?p ?b\n}\nORDER BY DESC(STR(?b)) ?a DESC(?b) STR(?a)\n"

    assert without_order(text, ["a", "b"]) == (
        "SELECT ?a ?b WHERE {\n  ?a ?p ?b\n}",
        (Key("b", True, True), Key("a", False, False), Key("b", True, False), Key("a", False, True)),
    )


def test_what_orders_by_anything_else_stays_with_the_engine() -> None:
    for last in (
        "ORDER BY ?hidden",
        "ORDER BY COALESCE(?a, ?b)",
        "ORDER BY ?a LIMIT 3",
        "ORDER BY ?a\nLIMIT 3",
        "# ORDER BY ?a",
        "}",
    ):
        text = f"SELECT ?a ?b WHERE {{\n  ?a ?p ?b ; ?q ?hidden\n}}\n{last}"
        assert without_order(text, ["a", "b"]) == (text, ())
    assert without_order("SELECT ?a {\n?a ?b ?c }\nORDER BY ?a", ()) == ("SELECT ?a {\n?a ?b ?c }\nORDER BY ?a", ())


def test_rows_come_as_sparql_orders_them() -> None:
    terms = [
        None,
        BlankNode("b"),
        NamedNode("https://example.org/a"),
        NamedNode("https://example.org/ä"),
        Literal("9", datatype=INTEGER),
        Literal("10", datatype=INTEGER),
        Literal("2019", datatype=YEAR),
        Literal("2019-05-01", datatype=DAY),
        Literal("Amt", language="de"),
        Literal("Ämter", language="de"),
    ]
    rows = Rows(("a",), tuple(Row(("a",), (term,)) for term in reversed(terms)))

    def ordered(key: Key) -> list[object]:
        return [row.terms[0] for row in in_order(rows, [key])]

    assert ordered(Key("a", False, False)) == terms
    assert ordered(Key("a", True, False)) == terms[::-1]
    as_text = [str(getattr(one, "value", "")) for one in ordered(Key("a", False, True))[2:]]
    assert as_text == sorted(as_text)


def test_the_first_key_counts_most_and_what_is_alike_stays_as_it_is() -> None:
    pairs = [("b", 1), ("a", 2), ("b", 2), ("a", 1), ("a", 2)]
    cells = [
        (Literal(name), Literal(str(at), datatype=INTEGER), Literal(str(no))) for no, (name, at) in enumerate(pairs)
    ]
    rows = Rows(("a", "b", "c"), tuple(Row(("a", "b", "c"), one) for one in cells))

    found = in_order(rows, [Key("a", False, False), Key("b", True, False)])

    assert [row[2] for row in found] == ["1", "4", "3", "2", "0"]


@pytest.mark.parametrize("values", ['"b"@de "a"@de "ä"@de "B"@de', "10 9 2.5 1e1 UNDEF", "<urn:b> <urn:a> UNDEF 3"])
@pytest.mark.parametrize("key", ["?a", "DESC(?a)", "STR(?a)", "DESC(STR(?a))"])
def test_an_engine_orders_the_same(values: str, key: str) -> None:
    text = f"SELECT ?a {{ VALUES ?a {{ {values} }} }}\nORDER BY {key}"
    plain, keys = without_order(text, ["a"])
    theirs, mine = (run(MemoryStore(), one) for one in (text, plain))
    assert isinstance(theirs, Rows)
    assert isinstance(mine, Rows)

    assert keys
    assert in_order(mine, keys) == theirs
