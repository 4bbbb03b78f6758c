"""`govgraph serve` keeps the SPARQL 1.1 Protocol, as a client sees it.

https://www.w3.org/TR/sparql11-protocol/, https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from serving import FORM, QUERY, TOKEN, UPDATE, Client, serving

G1, G2 = "https://example.org/g/1", "https://example.org/g/2"
DATA = f"""
<https://example.org/d> a <https://example.org/Own> .
GRAPH <{G1}> {{ <https://example.org/a> a <https://example.org/One> }}
GRAPH <{G2}> {{ <https://example.org/b> a <https://example.org/Two> ; <https://example.org/name> "Ä\\n" }}
"""
TYPES = "SELECT ?t { ?s a ?t } ORDER BY ?t"
UTF16 = {"Content-Type": "application/sparql-query; charset=UTF-16"}
USING = "DELETE { ?s ?p 1 } USING <urn:h> WHERE { ?s ?p 1 }"
SD = "http://www.w3.org/ns/sparql-service-description#"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with serving(tmp_path_factory.mktemp("served") / "new", write=True) as client:
        yield client


@pytest.fixture
def client(server: Client) -> Client:
    assert server.update(f"DROP ALL; INSERT DATA {{ {DATA} }}").status == 204
    return server


def test_an_update_with_an_unknown_prefix_is_told_of_it(client: Client) -> None:
    said = client.update("INSERT DATA { foo:x skos:altLabel 'L' }")
    assert said.status == 400
    assert "unknown prefix foo:; declare it by PREFIX" in said.text


def types(client: Client, **parameters: str | list[str]) -> list[str]:
    return [row["t"].rpartition("/")[2] for row in client.get("/sparql", "", query=TYPES, **parameters).rows]


@pytest.mark.parametrize("path", ["/sparql", "/sparql/", "/query"])
def test_a_query_comes_by_get_by_form_and_direct(client: Client, path: str) -> None:
    form = urlencode({"query": TYPES})
    got = client.get(path, query=TYPES)
    posted = client.send("POST", path, form, FORM)
    direct = client.send("POST", path, TYPES, {"Content-Type": "application/sparql-query; charset=UTF-8"})

    assert [row["t"] for row in got.rows] == ["https://example.org/Own"]
    assert (got.status, posted.status, direct.status) == (200, 200, 200)
    assert got.body == posted.body == direct.body


@pytest.mark.parametrize(
    ("accept", "media", "start"),
    [
        ("", "application/sparql-results+json", b'{"head":{"vars":["name"]}'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv; charset=utf-8", b'name\r\n"\xc3\x84\n"\r\n'),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b'?name\n"\xc3\x84\\n"\n'),
    ],
)
def test_rows_come_in_the_format_that_is_wanted(client: Client, accept: str, media: str, start: bytes) -> None:
    said = client.query("SELECT ?name { GRAPH ?g { ?s <https://example.org/name> ?name } }", accept)

    assert (said.status, said.headers["content-type"]) == (200, media)
    assert said.body.startswith(start)
    assert said.headers["vary"] == "Accept"
    assert said.headers["content-length"] == str(len(said.body))


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/n-quads", ox.RdfFormat.N_QUADS),
        ("application/trig", ox.RdfFormat.TRIG),
    ],
)
@pytest.mark.parametrize("sparql", ["CONSTRUCT { ?s a ?t } { ?s a ?t }", "DESCRIBE <https://example.org/d>"])
def test_triples_come_in_the_format_that_is_wanted(
    client: Client, sparql: str, accept: str, form: ox.RdfFormat
) -> None:
    said = client.query(sparql, accept)

    assert said.status == 200
    assert said.headers["content-type"].partition(";")[0] == form.media_type
    assert [str(one.object) for one in ox.parse(said.body, form)] == ["<https://example.org/Own>"]


def test_a_truth_value_comes_as_json_and_xml(client: Client) -> None:
    assert client.query("ASK { ?s ?p ?o }").truth
    assert b"<boolean>false</boolean>" in client.query("ASK { <urn:a> ?p ?o }", "application/sparql-results+xml").body


def test_columns_come_as_they_are_written(client: Client) -> None:
    assert client.query("SELECT * { ?s ?p ?o }", "text/csv").text.splitlines()[0] == "s,p,o"


def test_the_request_says_which_graphs_a_query_is_about(client: Client) -> None:
    union = [G1, G2]

    assert types(client) == ["Own"]
    assert types(client, **{"default-graph-uri": union}) == ["One", "Two"]
    assert types(client, **{"default-graph-uri": G1}) == ["One"]
    assert types(client, **{"default-graph-uri": "https://example.org/none"}) == []
    assert types(client, **{"named-graph-uri": G1}) == []
    assert types(client, **{"union-default-graph": ""}) == ["One", "Own", "Two"]


def test_the_request_says_which_graphs_are_named(client: Client) -> None:
    query = "SELECT ?g { GRAPH ?g { ?s a ?t } } ORDER BY ?g"
    named = client.get("/sparql", query=query, **{"named-graph-uri": G2, "default-graph-uri": G1})
    none = client.get("/sparql", query=query, **{"default-graph-uri": G1})

    assert [row["g"] for row in named.rows] == [G2]
    assert none.rows == []


def test_the_request_has_the_last_word_over_the_query(client: Client) -> None:
    query = f"SELECT ?t FROM <{G1}> {{ ?s a ?t }}"

    assert client.get("/sparql", query=query).rows == [{"t": "https://example.org/One"}]
    assert client.get("/sparql", query=query, **{"default-graph-uri": G2}).rows == [{"t": "https://example.org/Two"}]


def test_relative_iris_are_relative_to_the_endpoint(client: Client) -> None:
    assert client.query("SELECT (<x> AS ?x) {}").rows == [{"x": f"{client.url}/x"}]
    client.update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <o> } }", "/sparql")
    assert client.query("SELECT ?o { GRAPH <urn:g> { ?s ?p ?o } }").rows == [{"o": f"{client.url}/o"}]


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (("PUT", "/sparql", "query=ASK%20%7B%7D", FORM), 405),
        (("DELETE", "/sparql", None, {}), 405),
        (("GET", "/update", None, {}), 405),
        (("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, {}), 400),
        (("GET", "/sparql?other=ASK", None, {}), 400),
        (("GET", "/sparql?query=ASK%20%7B", None, {}), 400),
        (("GET", "/sparql?query=ASK%20%7B%22%FF%22%7D", None, {}), 400),
        (("GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=none", None, {}), 400),
        (("GET", "/sparql?query=ASK%20%7B%7D&using-graph-uri=urn:g", None, {}), 400),
        (("GET", "/sparql?update=CLEAR%20ALL", None, {}), 400),
        (("GET", "/query?update=CLEAR%20ALL", None, {}), 400),
        (("POST", "/sparql", "ASK {}", {"Content-Type": "text/plain"}), 415),
        (("POST", "/sparql", "ASK {}", {}), 415),
        (("POST", "/sparql", "query=ASK%20%7B%7D", {}), 415),
        (("POST", "/sparql", "ASK {}".encode("utf-16"), UTF16), 415),
        (("POST", "/sparql", b"ASK { <urn:\xff> ?p ?o }", QUERY), 400),
        (("POST", "/sparql", "ASK {}", {**QUERY, "Content-Encoding": "gzip"}), 415),
        (("POST", "/sparql?query=ASK%20%7B%7D", "ASK {}", QUERY), 400),
        (("POST", "/sparql", "query=ASK%20%7B%7D&update=CLEAR%20ALL", FORM), 400),
        (("POST", "/sparql", "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM), 400),
        (("POST", "/sparql", "update=CLEAR%20XYZ", FORM), 400),
        (("POST", "/sparql", "ASK {}", UTF16), 415),
        (("POST", "/query", "CLEAR ALL", QUERY), 400),
        (("POST", "/query", "CLEAR ALL", UPDATE), 400),
        (("POST", "/update", "ASK {}", QUERY), 400),
        (("POST", "/sparql?using-graph-uri=urn:g", "WITH <urn:h> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }", UPDATE), 400),
        (("POST", "/sparql?using-named-graph-uri=urn:g", USING, UPDATE), 400),
        (("POST", "/query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", QUERY), 403),
        (("POST", "/update", "LOAD <http://127.0.0.1:9/>", UPDATE), 403),
        (("POST", "/update", "CREATE GRAPH <https://example.org/g/1>", UPDATE), 400),
        (("GET", "/nowhere", None, {}), 404),
        (("GET", "/sparql", None, {"Host": "a<b"}), 400),
    ],
)  # fmt: skip
def test_what_breaks_the_protocol_is_refused_in_one_line_and_changes_nothing(
    client: Client, request_: tuple[str, str, str | bytes | None, dict[str, str]], status: int
) -> None:
    said = client.send(*request_)

    assert (said.status, said.headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert said.text.count("\n") == 1
    assert types(client, **{"union-default-graph": ""}) == ["One", "Own", "Two"]
    if said.status == 405:
        assert said.headers["allow"]


@pytest.mark.parametrize("sparql", [TYPES, "CONSTRUCT WHERE { ?s ?p ?o }", "ASK {}"])
def test_formats_that_are_not_there_are_named(client: Client, sparql: str) -> None:
    said = client.query(sparql, "image/png")

    assert said.status == 406
    assert ("text/turtle" if "CONSTRUCT" in sparql else "text/csv") in said.text


def test_updates_come_by_form_and_direct(client: Client) -> None:
    one = client.send("POST", "/sparql", urlencode({"update": "INSERT DATA { <urn:a> a <urn:x/New> }"}), FORM)
    two = client.update("INSERT DATA { <urn:a> a <urn:x/Newer> }", "/sparql")

    assert (one.status, two.status) == (204, 204)
    assert types(client) == ["Own", "New", "Newer"]


def test_the_request_says_which_graphs_an_update_is_about(client: Client) -> None:
    update = "INSERT { GRAPH <urn:out> { ?s <urn:of> ?g } } WHERE { ?s a ?t OPTIONAL { GRAPH ?g { ?o a ?t2 } } }"
    said = client.update(update, f"/update?{urlencode({'using-graph-uri': G1, 'using-named-graph-uri': G2})}")
    rows = client.query("SELECT ?s ?g { GRAPH <urn:out> { ?s <urn:of> ?g } }").rows

    assert said.status == 204
    assert rows == [{"s": "https://example.org/a", "g": G2}]


def test_an_update_takes_place_as_a_whole_or_not_at_all(client: Client) -> None:
    said = client.update("INSERT DATA { <urn:a> a <urn:x/New> }; CREATE GRAPH <https://example.org/g/1>")

    assert said.status == 400
    assert types(client) == ["Own"]


def test_functions_that_nobody_knows_give_no_value(client: Client) -> None:
    said = client.query("SELECT (<urn:f>(1) AS ?x) (<urn:g>() AS ?y) {}")

    assert said.rows == [{}]
    assert "<" not in said.headers["warning"]
    assert "urn:f, urn:g" in said.headers["warning"]


def test_the_service_describes_itself(client: Client) -> None:
    said = client.get("/sparql", "application/n-triples")
    triples = {
        (one.predicate.value, getattr(one.object, "value", "")) for one in ox.parse(said.body, ox.RdfFormat.N_TRIPLES)
    }

    assert said.headers["content-type"] == "application/n-triples"
    assert (f"{SD}endpoint", f"{client.url}/sparql") in triples
    assert (f"{SD}supportedLanguage", f"{SD}SPARQL11Update") in triples
    assert (f"{SD}name", G1) in triples
    assert (f"{SD}feature", f"{SD}UnionDefaultGraph") not in triples
    assert client.get("/sparql", "text/html,*/*;q=0.8").headers["content-type"] == "text/turtle; charset=utf-8"
    assert client.get("/sparql", "image/png").status == 406
    assert client.get("/sparql").body == client.get("/sparql").body


def test_head_is_get_without_a_body(client: Client) -> None:
    path = f"/sparql?{urlencode({'query': TYPES})}"
    head, got = client.send("HEAD", path), client.send("GET", path)

    assert (head.status, head.body) == (200, b"")
    assert [head.headers[name] for name in ("content-type", "content-length")] == [
        got.headers[name] for name in ("content-type", "content-length")
    ]


def test_options_and_scripts_of_web_pages(client: Client) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST", "Authorization": ""}
    plain = client.send("OPTIONS", "/sparql")
    before = client.send("OPTIONS", "/sparql", headers={**asked, "Access-Control-Request-Headers": "content-type"})
    said = client.get("/sparql", query="ASK {}")

    assert (plain.status, plain.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    assert before.status == 204
    assert before.headers["access-control-allow-origin"] == "*"
    assert "POST" in before.headers["access-control-allow-methods"]
    assert before.headers["access-control-allow-headers"] == "content-type"
    assert said.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in said.headers


@pytest.mark.parametrize(
    ("shown", "status"),
    [
        ("", 401),
        ("Bearer wrong", 401),
        (f"Basic {TOKEN}", 401),
        ("Bearer", 401),
        (f"bearer {TOKEN}", 204),
        ("Basic YW55Ym9keTphLXRva2VuLWZvci10ZXN0cw==", 204),
    ],
)
def test_only_those_with_the_token_change_anything(client: Client, shown: str, status: int) -> None:
    headers = {**UPDATE, "Authorization": shown}
    said = client.send("POST", "/update", "DROP ALL", headers)

    assert said.status == status
    assert types(client) == ([] if status == 204 else ["Own"])
    if status == 401:
        assert said.headers["www-authenticate"].startswith("Bearer")
        assert TOKEN not in said.text
        assert client.send("PUT", "/store?default", "", {"Content-Type": "text/turtle", **headers}).status == 401
        assert client.send("DELETE", "/store?default", None, headers).status == 401


def test_what_is_read_needs_no_token(client: Client) -> None:
    assert client.query(TYPES, Authorization="").status == 200


def test_a_graph_is_only_read_without_write(tmp_path: Path) -> None:
    (tmp_path / "data.trig").write_text(f"<{G1}> {{ <urn:a> a <urn:x/One> }} <{G2}> {{ <urn:a> a <urn:x/Two> }}")
    with serving(tmp_path / "data.trig", "--origin", "https://example.org") as client:
        assert client.update("DROP ALL").status == 403
        assert client.update("DROP ALL", "/sparql").status == 403
        assert client.send("DELETE", f"/store?{urlencode({'graph': G1})}").status == 403
        # nothing stands outside of the graphs, as in all graphs of govgraph
        assert types(client) == ["One", "Two"]
        assert types(client, **{"default-graph-uri": G1}) == ["One"]
        assert client.get("/query", query=f"SELECT ?t FROM <{G2}> {{ ?s a ?t }}").rows == [{"t": "urn:x/Two"}]
        assert f"<{SD}UnionDefaultGraph>" in client.get("/sparql", "application/n-triples").text
        allowed = client.send("GET", "/", headers={"Origin": "https://example.org"})
        assert allowed.headers["access-control-allow-origin"] == "https://example.org"
        assert "access-control-allow-origin" not in client.send("GET", "/", headers={"Origin": "https://a.b"}).headers


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT ?x { ?x a gov:Persn }", '199 govgraph "gov:Persn is neither in the ontology nor in the graph; the'),
        ("CONSTRUCT { ?x a gov:Persn } WHERE { ?x a ?y }", '199 govgraph "gov:Persn is neither'),
        ("ASK { ?x a gov:Persn ; gov:chairz <urn:f(1)> }", '"gov:Persn is neither'),
        (
            "SELECT ?x { ?x a gov:Organisation }",
            '199 govgraph "a thing has its most specific class only: gov:Organisation does not find gov:Agency; ',
        ),
        ("SELECT ?x { ?x a/rdfs:subClassOf* gov:Organisation }", ""),
        ("SELECT ?x { VALUES ?c { gov:Organisation gov:Agency } ?x a ?c }", ""),
        ("SELECT ?x { ?x a gov:Agency ; gov:made 1 ; a gov:Agency }", ""),
    ],
)
def test_what_a_query_names_and_nothing_can_fit_is_told(client: Client, query: str, told: str) -> None:
    agency = "https://w3id.org/govgraph/ontology#"
    client.update(f"INSERT DATA {{ <urn:bsi> a <{agency}Agency> ; <{agency}made> 1 }}")
    said = client.get("/sparql", query=query)
    assert said.status == 200
    assert told in said.headers.get("warning", "")
    assert bool(told) is ("warning" in said.headers)
