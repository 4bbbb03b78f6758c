"""Words of SPARQL are told from what looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from govgraph.rdf.sparql import dataset, form, has_dataset, hosts, limited, prologue, tokens, using

KNOWN = {"g": "https://example.org/g/", "rdf": "https://example.org/rdf/"}
PIECES = ["SELECT", "?x", "<http://e/>", "'FROM'", '"""a"b"""', "#FROM\n", "g:x", "_:b", *"{}()\\<'", "12", "@de"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_text_has_pieces_in_their_order(text: str) -> None:
    found = tokens(text)

    assert all(one.start < one.end for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(one.text in (text[one.start : one.end], text[one.start : one.end].upper()) for one in found)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'FROM' }",
        "SELECT * { ?s ?p '''a 'b' \\''' FROM <http://e/>''' }",
        "SELECT * { ?s ?p ?o } # FROM <http://e/>",
        "SELECT ?from { ?from <http://e/#FROM> ?o }",
        "SELECT $FROM { $FROM from:from ?o }",
        "PREFIX from: <http://e/> SELECT * { ?s from:FROM ?o }",
    ],
)
def test_what_only_looks_like_from(query: str) -> None:
    assert not has_dataset(query)
    assert dataset(query, KNOWN) == ()


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("SELECT * FROM <http://e/a> { ?s ?p ?o }", "default http://e/a"),
        ("SELECT * from<http://e/a>FROM named<http://e/b>WHERE{}", "default http://e/a, named http://e/b"),
        ("ASK FROM g:1 FROM g:2 {}", "default https://example.org/g/1, default https://example.org/g/2"),
        ("PREFIX g: <http://e/> ASK FROM g: {}", "default http://e/"),
        ("prefix : <http://e/> ask from :a.b {}", "default http://e/a.b"),
        ("PREFIX g: <http://e/> ASK FROM g:a\\,b%20 {}", "default http://e/a,b%20"),
        ("BASE <http://e/x/y> ASK FROM <z> FROM NAMED <#t> {}", "default http://e/x/z, named http://e/x/y#t"),
        ("BASE <http://e/> PREFIX g: <h/> ASK FROM g:1 {}", "default http://e/h/1"),
        ("ASK FROM <http://e/\\u0041> {}", "default http://e/A"),
        ("CONSTRUCT { ?s ?p ?o } FROM <http://e/a> WHERE { ?s ?p ?o }", "default http://e/a"),
        ("DESCRIBE <http://e/x> FROM <http://e/a>", "default http://e/a"),
    ],
)
def test_the_graphs_that_a_query_names(query: str, wanted: str) -> None:
    found = ", ".join(f"{key.removesuffix('-graph-uri')} {iri}" for key, iri in dataset(query, KNOWN))

    assert has_dataset(query)
    assert found == wanted
    Store().query(query, prefixes=KNOWN)  # and the engine takes it for a query


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("PREFIX a: <http://e/> SELECT * {}", "SELECT"),
        ("# SELECT\nASK {}", "ASK"),
        ("DESCRIBE ?select {}", "DESCRIBE"),
        ("CONSTRUCT { ?s ?p 'ASK' } WHERE { SELECT * {} }", "CONSTRUCT"),
        ("DROP ALL", ""),
        ("", ""),
    ],
)
def test_forms(query: str, wanted: str) -> None:
    assert form(query) == wanted


def test_hosts() -> None:
    assert hosts("SELECT * { service<http://e/>{} 'SERVICE <http://f/>' }") == ("http://e/",)
    assert hosts("LOAD SILENT <http://e/> INTO GRAPH <http://f/>; LOAD <http://g/>") == ("http://e/", "http://g/")
    assert hosts("SELECT ?service { ?service e:service <http://e/> }") == ()
    assert hosts("SELECT * { SERVICE e:x {} }") == ("e:x",)


def test_only_prefixes_that_are_used_and_not_declared_are_added() -> None:
    assert prologue("SELECT * { ?s rdf:x 'g:y' } # g:z", KNOWN) == f"PREFIX rdf: <{KNOWN['rdf']}> "
    assert prologue("PREFIX g: <http://e/> SELECT * { ?s g:x ?o }", KNOWN) == ""
    assert prologue("SELECT * { ?s other:x <g:y> }", KNOWN) == ""


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("SELECT * { { SELECT * {} LIMIT 99 } }", "SELECT * { { SELECT * {} LIMIT 99 } }\nLIMIT 9\n"),
        ("SELECT * {} OFFSET 3", "SELECT * {} OFFSET 3\nLIMIT 9\n"),
        ("SELECT * {} LIMIT 99 OFFSET 3", "SELECT * {} LIMIT 9 OFFSET 3"),
        ("SELECT * {} # LIMIT 1", "SELECT * {} # LIMIT 1\nLIMIT 9\n"),
        ("SELECT * {} VALUES ?x { 1 }", "SELECT * {} \nLIMIT 9\nVALUES ?x { 1 }"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"),
    ],
)
def test_limits(query: str, wanted: str) -> None:
    assert limited(query, 9) == wanted
    Store().query(wanted)


@pytest.mark.parametrize(
    ("update", "wanted"),
    [
        ("INSERT { ?s ?p 'WHERE' } WHERE { ?s ?p ?o }", "INSERT { ?s ?p 'WHERE' } HERE WHERE { ?s ?p ?o }"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE { ?s ?p ?o } HERE WHERE { ?s ?p ?o }"),
        ("INSERT DATA { <a:> <b:> 'WHERE' }", "INSERT DATA { <a:> <b:> 'WHERE' }"),
    ],
)
def test_updates_get_their_graphs(update: str, wanted: str) -> None:
    wanted = wanted.replace(" HERE ", " USING <http://a> USING NAMED <http://b> ")
    assert using(update, ["http://a"], ["http://b"]) == wanted
    Store().update(wanted)


def test_updates_that_have_their_graphs_get_no_others() -> None:
    for update in ("WITH <http://e/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "INSERT {} USING <http://e/> WHERE {}"):
        with pytest.raises(ValueError, match="cannot be combined with USING or WITH"):
            using(update, ["http://a"], [])
