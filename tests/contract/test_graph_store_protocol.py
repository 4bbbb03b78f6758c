"""`govgraph serve` keeps the SPARQL 1.1 Graph Store HTTP Protocol, and is a store like others.

https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

from govgraph.store import Credentials, DiskStore, RemoteStore, push
from servers import endpoint
from serving import TOKEN, TURTLE, Client, serving

GRAPH = "https://example.org/g/1"
AT = f"/store?{urlencode({'graph': GRAPH})}"
PARTS = """--cut\r
Content-Disposition: form-data; name="one"; filename="one.ttl"\r
Content-Type: text/turtle; charset=utf-8\r
\r
<urn:a> <urn:p> "Grüße" .\r
--cut\r
Content-Disposition: form-data; name="two"; filename="two.nt"\r
Content-Type: application/n-triples\r
\r
<urn:b> <urn:p> "2" .\r
--cut--\r
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with serving(tmp_path_factory.mktemp("served") / "new", write=True) as client:
        yield client


@pytest.fixture
def client(server: Client) -> Client:
    assert server.update("DROP ALL").status == 204
    return server


def objects(client: Client, path: str) -> list[str]:
    said = client.get(path, "application/n-triples")
    assert said.status == 200
    return sorted(str(one.object) for one in ox.parse(said.body, ox.RdfFormat.N_TRIPLES))


@pytest.mark.parametrize("path", [AT, "/store/person/1.ttl", "/store?default", f"/store?graph={GRAPH}"])
def test_a_graph_is_put_added_to_and_taken_out(client: Client, path: str) -> None:
    default = path.endswith("default")
    there = 200 if default else 404

    assert client.get(path).status == there
    assert client.send("PUT", path, "<urn:a> <urn:p> 1 .", TURTLE).status == (204 if default else 201)
    assert client.send("PUT", path, "<urn:a> <urn:p> 'two' .", TURTLE).status == 204
    assert objects(client, path) == ['"two"']
    assert client.send("POST", path, "<urn:a> <urn:p> 'three' .", TURTLE).status == 204
    assert objects(client, path) == ['"three"', '"two"']
    assert client.send("HEAD", path).headers["content-type"] == "text/turtle; charset=utf-8"
    assert client.send("DELETE", path).status == 204
    assert client.send("HEAD", path).status == there
    assert client.send("DELETE", path).status == (204 if default else 404)


def test_a_graph_below_the_store_is_named_by_its_address(client: Client) -> None:
    client.send("PUT", "/store/a%20b/1.ttl", "<x> <urn:p> <#y> .", TURTLE)

    assert client.query("SELECT ?g { GRAPH ?g { ?s ?p ?o } }").rows == [{"g": f"{client.url}/store/a%20b/1.ttl"}]
    assert objects(client, f"/store?graph={quote(f'{client.url}/store/a%20b/1.ttl')}") == [
        f"<{client.url}/store/a%20b/1.ttl#y>"
    ]


def test_the_names_of_graphs_are_decoded_once(client: Client) -> None:
    client.send("PUT", "/store?graph=http://example.org/%2531", "<urn:a> <urn:p> 'quoted' .", TURTLE)
    client.send("PUT", "/store?graph=http://example.org/%31", "<urn:a> <urn:p> 'plain' .", TURTLE)

    assert objects(client, "/store?graph=http://example.org/1") == ['"plain"']
    assert objects(client, "/store?graph=http://example.org/%2531") == ['"quoted"']


def test_an_empty_graph_is_there(client: Client) -> None:
    assert client.send("PUT", AT, "", TURTLE).status == 201
    assert objects(client, AT) == []
    assert client.send("POST", "/store?graph=urn:g", "", TURTLE).status == 201
    assert objects(client, "/store?graph=urn:g") == []


def test_triples_without_a_graph_make_a_new_one(client: Client) -> None:
    said = client.send("POST", "/store", "[] <urn:p> 'new' .", TURTLE)

    assert said.status == 201
    assert said.headers["location"].startswith(f"{client.url}/store/")
    assert objects(client, said.headers["location"].removeprefix(client.url)) == ['"new"']
    assert client.send("PUT", "/store", "[] <urn:p> 'new' .", TURTLE).status == 400


def test_a_body_may_have_several_parts(client: Client) -> None:
    said = client.send("POST", AT, PARTS, {"Content-Type": "multipart/form-data; boundary=cut"})

    assert said.status == 201
    assert objects(client, AT) == ['"2"', '"Grüße"']


def test_quads_go_to_their_graphs(client: Client) -> None:
    quads = {"Content-Type": "application/n-quads"}
    assert client.send("POST", "/store", f"<urn:a> <urn:p> '1' <{GRAPH}> .".replace("'", '"'), quads).status == 204
    assert client.send("POST", "/store", '_:a <urn:p> "2" <urn:g> .\n_:a <urn:p> "3" .', quads).status == 204
    everything = client.get("/store", "application/trig")

    assert {one.graph_name for one in ox.parse(everything.body, ox.RdfFormat.TRIG)} == {
        ox.NamedNode(GRAPH),
        ox.NamedNode("urn:g"),
        ox.DefaultGraph(),
    }
    assert client.query("ASK { ?s ?p '3' GRAPH <urn:g> { ?s ?p '2' } }").truth
    assert client.send("PUT", "/store", '<urn:a> <urn:p> "4" <urn:h> .', quads).status == 204
    assert client.get("/store").text == '<urn:a> <urn:p> "4" <urn:h> .\n'


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (("PUT", AT, "<urn:a> <urn:p> .", TURTLE), 400),
        (("PUT", AT, b"<urn:a> <urn:p> '\xff' .", TURTLE), 400),
        (("PUT", AT, "x", {"Content-Type": "text/html"}), 415),
        (("PUT", AT, "x", {"Content-Type": "application/xml"}), 415),
        (("PUT", AT, "x", {}), 415),
        (("PUT", AT, "x".encode("utf-16"), {"Content-Type": "text/turtle; charset=utf-16"}), 415),
        (("PUT", AT, '<urn:a> <urn:p> "1" <urn:g> .', {"Content-Type": "application/n-quads"}), 400),
        (("PUT", f"{AT}&default", "", TURTLE), 400),
        (("PUT", f"{AT}&graph=urn:g", "", TURTLE), 400),
        (("PUT", "/store?graph=relative", "", TURTLE), 400),
        (("PUT", f"/store/below?graph={GRAPH}", "", TURTLE), 400),
        (("POST", AT, "--other--", {"Content-Type": "multipart/form-data; boundary=cut"}), 400),
        (("DELETE", "/store", None, {}), 400),
        (("PATCH", AT, "", {}), 405),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    client: Client, request_: tuple[str, str, str | bytes | None, dict[str, str]], status: int
) -> None:
    client.send("PUT", AT, "<urn:a> <urn:p> 'former' .", TURTLE)
    said = client.send(*request_)

    assert said.status == status
    assert said.text.count("\n") == 1
    assert objects(client, AT) == ['"former"']
    assert client.query("SELECT ?g { GRAPH ?g {} }").rows == [{"g": GRAPH}]


def test_what_is_written_outlives_the_server(tmp_path: Path) -> None:
    for number in range(3):
        with serving(tmp_path / "out", write=True) as client:
            assert len(client.query("SELECT * { GRAPH ?g { ?s ?p ?o } }").rows) == number
            client.send("PUT", f"/store?graph=urn:{number}", f"<urn:a> <urn:p> {number} .", TURTLE)
    with DiskStore(tmp_path / "out" / "store", read_only=True) as store:
        assert store.graphs() == ("urn:0", "urn:1", "urn:2")
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["store"]


@pytest.mark.parametrize("graph_store", [False, True])
def test_a_graph_of_govgraph_can_be_pushed_and_asked(client: Client, tmp_path: Path, graph_store: bool) -> None:
    run = ox.NamedNode("https://w3id.org/govgraph/graph/runs")
    node, terms = ox.BlankNode(), [ox.NamedNode(f"https://example.org/{name}") for name in "abcdefgh"]
    quads = [ox.Quad(terms[0], terms[1], ox.Literal("run"), run), ox.Quad(node, terms[1], node, terms[2])]
    quads += [ox.Quad(one, terms[1], ox.Literal(f"Zeile\n„{one.value}“", language="de"), terms[3]) for one in terms]
    source = DiskStore(tmp_path / "source")
    source.load(quads)
    with RemoteStore(endpoint(client.url, graph_store=graph_store), Credentials(TOKEN), size=3) as remote:
        push(source, remote, only=True)
        asked = remote.query("ASK { <https://example.org/a> <https://example.org/b> 'run' }")
        copy = ox.Dataset(remote.match())
    # what govgraph has built is asked as a whole
    answer = client.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    original = ox.Dataset(quads)
    for one in (copy, original):
        one.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)

    assert asked
    assert answer == [{"n": "10"}]
    assert set(copy) == set(original)
