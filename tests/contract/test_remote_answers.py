"""What a server may answer instead of what was asked: an error in one line, never a wrong answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples

from between import JSON, Answer, Between, between
from govgraph.errors import GovgraphError, QueryError, StoreError
from govgraph.query import run
from govgraph.store import Credentials, Patience, RemoteStore, remote, union
from servers import endpoint, oxigraph

A, B, G, H = (NamedNode(f"https://example.org/{name}") for name in "abgh")
SELECT = "SELECT ?s { ?s ?p ?o }"
CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o }"


@pytest.fixture
def middle() -> Iterator[Between]:
    with between() as one:
        yield one


@pytest.fixture
def store(middle: Between) -> Iterator[RemoteStore]:
    with RemoteStore(endpoint(middle.url), Credentials(), patience=Patience(1)) as one:
        yield one


def described(answer: Answer) -> Callable[[object], Answer]:
    """Says that its default graph is the union, and always the same to the rest."""
    about = "<http://e/> <http://www.w3.org/ns/sparql-service-description#feature> "
    about += "<http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph> ."
    return lambda heard: Answer(body=about.encode(), type="text/turtle") if heard.method == "GET" else answer  # type: ignore[attr-defined]


def rows(variables: list[str], *bindings: dict[str, object]) -> Answer:
    return Answer(body=json.dumps({"head": {"vars": variables}, "results": {"bindings": bindings}}).encode())


def uri(value: str) -> dict[str, str]:
    return {"type": "uri", "value": value}


YES = Answer(body=b'{"head":{},"boolean":true}')
NO_ROWS = rows([])
BROKEN = [
    pytest.param(Answer(body=b"<html>Welcome</html>", type="text/html"), "'text/html', no SPARQL results", id="page"),
    pytest.param(Answer(body=b"{}", type=""), "'nothing that it names', no SPARQL results", id="no type"),
    pytest.param(Answer(body=b""), "see that it speaks SPARQL", id="nothing"),
    pytest.param(Answer(body=b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":'), "see that it", id="cut"),
    pytest.param(Answer(body=b"\xff\xfe{}"), "see that it speaks SPARQL", id="bytes"),
    pytest.param(Answer(body=b"[" * 100_000), "see that it speaks SPARQL", id="deep"),
    pytest.param(rows(["s"], {"s": {"type": "uri", "value": "no iri"}}), "see that it speaks SPARQL", id="no IRI"),
    pytest.param(rows(["s"], {"s": uri("http://e/")}, {"s": {"type": "?"}}), "see that it speaks", id="late mistake"),
    pytest.param(Answer(body=b'{"head":{},"boolean":true}'), "the results of another query", id="boolean"),
    pytest.param(Answer(body=b"<sparql>", type="application/sparql-results+xml"), "see that it speaks", id="xml"),
]


@pytest.mark.parametrize(("answer", "complaint"), BROKEN)
def test_broken_rows(middle: Between, store: RemoteStore, answer: Answer, complaint: str) -> None:
    middle.tell = described(answer)

    with pytest.raises(StoreError, match=complaint) as caught:
        run(store, SELECT)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"<http://e/a> <http://e/b> ", type="application/n-triples"),
        Answer(body=b"<a> <b> .", type="text/turtle"),
        Answer(body=b"<rdf:RDF>", type="application/rdf+xml"),
        Answer(body=b"s\n", type="text/csv"),
    ],
    ids=["cut", "turtle", "xml", "csv"],
)
def test_broken_triples(middle: Between, store: RemoteStore, answer: Answer) -> None:
    middle.tell = described(answer)

    with pytest.raises(StoreError, match=r"see that it speaks SPARQL|no SPARQL results"):
        run(store, CONSTRUCT)


@pytest.mark.parametrize(
    "answer",
    [
        NO_ROWS,
        rows(["s", "p", "o", "g", "n"], {}),
        rows(["n"], {"n": {"type": "literal", "value": "many"}}),
        rows(
            ["s", "p", "o", "g"], {"s": {"type": "literal", "value": "1"}, "p": uri("http://e/"), "o": uri("http://e/")}
        ),
        YES,
    ],
    ids=["no rows", "empty row", "no number", "no quad", "boolean"],
)
def test_rows_that_are_not_those_that_were_asked_for(middle: Between, store: RemoteStore, answer: Answer) -> None:
    middle.tell = described(answer)
    ways: list[Callable[[], object]] = [lambda: len(store), store.near]
    if answer != NO_ROWS:
        ways.append(store.counts)
    if answer != YES:
        ways.append(lambda: run(store, "ASK {}"))
    for way in ways:
        with pytest.raises(StoreError, match="see that it speaks SPARQL"):
            way()


@pytest.mark.parametrize(("values", "yes"), [(["1"], True), (["0"], False), ([], False)])
def test_virtuoso_says_yes_in_rows(middle: Between, store: RemoteStore, values: list[str], yes: bool) -> None:
    kind = "http://www.w3.org/2001/XMLSchema#integer"
    cells: list[dict[str, object]] = [
        {"__ASK_RETVAL": {"type": "typed-literal", "datatype": kind, "value": one}} for one in values
    ]
    middle.tell = described(rows(["__ASK_RETVAL"], *cells))

    assert run(store, "ASK { ?s ?p ?o }") is yes


def test_rows_are_no_yes(middle: Between, store: RemoteStore) -> None:
    middle.tell = described(rows(["s"], {"s": uri("http://e/")}))

    with pytest.raises(StoreError, match="see that it speaks SPARQL"):
        run(store, "ASK { ?s ?p ?o }")


def test_mistakes_in_a_query_are_found_before_it_is_sent(middle: Between, store: RemoteStore) -> None:
    with pytest.raises(QueryError, match=r"line 1, column \d+"):
        run(store, "SELECT ?s { ?s ?p }")
    with pytest.raises(QueryError, match="an update cannot be run"):
        run(store, "DROP ALL")
    assert middle.heard == []


def test_what_the_server_finds_wrong_is_no_mistake_of_ours(middle: Between, store: RemoteStore) -> None:
    middle.tell = described(Answer(400, b"no such function"))

    with pytest.raises(StoreError, match=r"answers 400 \(no such function\)"):
        run(store, SELECT)


def test_xml_is_understood(middle: Between, store: RemoteStore) -> None:
    body = (
        '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="s"/></head><results><result>'
        '<binding name="s"><uri>https://example.org/a</uri></binding></result></results></sparql>'
    )
    middle.tell = described(Answer(body=body.encode(), type="application/sparql-results+xml; charset=utf-8"))
    answer = store.query(SELECT)

    assert isinstance(answer, QuerySolutions)
    assert [row["s"] for row in answer] == [A]


@pytest.mark.parametrize("kind", ["text/turtle", "application/n-triples; charset=utf-8"])
def test_triples_are_there_once(middle: Between, store: RemoteStore, kind: str) -> None:
    middle.tell = described(Answer(body=f"{A} {B} {A} .\n{A} {B} {A} .\n".encode(), type=kind))
    answer = store.query(CONSTRUCT)

    assert isinstance(answer, QueryTriples)
    assert len(list(answer)) == 1


def test_a_server_without_description_is_looked_at(middle: Between) -> None:
    with oxigraph() as url:
        middle.target = url
        middle.tell = lambda heard: Answer(404) if heard.method == "GET" else None
        with RemoteStore(endpoint(middle.url), Credentials()) as store:
            store.load([Quad(A, B, A, G), Quad(A, B, B, H)])
            assert run(store, f"ASK {{ {A} {B} {A}, {B} }}")
            assert all(b"union-default-graph" not in one.body for one in middle.heard)


def test_a_default_graph_that_holds_some_triples_of_a_graph_is_not_the_union() -> None:
    with oxigraph(union=False) as url, RemoteStore(endpoint(url), Credentials()) as store:
        store.load([Quad(A, B, A, G), Quad(A, B, A, DefaultGraph())])
        assert run(store, f"ASK {{ {A} {B} {A} }}")
        store.load([Quad(A, B, B, G)])
        assert run(store, f"ASK {{ {A} {B} {A}, {B} }}")


def without_option(middle: Between, url: str) -> None:
    """A server that does not know `union-default-graph`."""
    middle.target = url
    middle.tell = lambda heard: Answer(400, b"unknown") if b"union-default-graph" in heard.body else None


def test_where_there_is_no_union_each_graph_is_named(middle: Between, monkeypatch: pytest.MonkeyPatch) -> None:
    with oxigraph(union=False) as url, RemoteStore(endpoint(middle.url), Credentials()) as store:
        without_option(middle, url)
        store.load([Quad(A, B, A, G), Quad(A, B, B, H)])
        assert run(store, f"ASK {{ {A} {B} {A}, {B} }}")
        assert run(store, f"ASK {{ GRAPH {G} {{ ?s ?p {A} }} GRAPH {H} {{ ?s ?p {B} }} }}")
        store.load([Quad(B, B, B, A)])
        assert run(store, f"ASK {{ {A} {B} {A} . {B} {B} {B} }}")

        monkeypatch.setattr(union, "MOST_LISTED", 2)
        store.drop(B.value)
        with pytest.raises(StoreError, match="the server has 3 graphs, more than can be named"):
            run(store, SELECT)


def test_a_union_that_cannot_be_asked_for_is_an_error_and_no_half_answer(middle: Between) -> None:
    with oxigraph(union=False) as url, RemoteStore(endpoint(middle.url), Credentials()) as store:
        without_option(middle, url)
        store.load([Quad(A, B, A, G), Quad(A, B, B, DefaultGraph())])
        with pytest.raises(StoreError, match="which no query can join with its named graphs"):
            run(store, SELECT)
        assert run(store, f"ASK FROM {G} {{ {A} {B} {A} }}")


def test_a_large_store_is_read_in_several_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    quads = {Quad(A, B, NamedNode(f"http://e/{n}"), NamedNode(f"http://e/g/{n % 7}")) for n in range(50)}
    with oxigraph(union=False) as url, RemoteStore(endpoint(url), Credentials()) as store:
        outside = Quad(A, B, A, DefaultGraph())
        store.load([*quads, outside])
        assert store.near() is not store
        monkeypatch.setattr(remote, "NEAR", 20)
        assert sorted(map(str, store.match())) == sorted(map(str, {*quads, outside}))
        assert store.near() is store


def test_parameters_of_queries_that_end_in_values(middle: Between, store: RemoteStore) -> None:
    with pytest.raises(GovgraphError, match="put VALUES into its WHERE"):
        run(store, "SELECT ?s { ?s ?p ?o } VALUES ?o { 1 }", {"s": A})


def test_type_of_answer_of_ask(middle: Between, store: RemoteStore) -> None:
    middle.tell = described(Answer(body=b'{"head":{},"boolean":false}', type=f"{JSON};charset=utf-8"))
    answer = store.query("ASK { ?s ?p ?o }")

    assert isinstance(answer, QueryBoolean)
    assert not answer
