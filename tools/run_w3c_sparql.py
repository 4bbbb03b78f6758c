"""Run the W3C tests of SPARQL 1.1 against `govgraph serve`, over HTTP, as any client would.

    git clone https://github.com/w3c/rdf-tests
    tools/run_w3c_sparql.py rdf-tests

Starts a server of an empty graph, loads what each test wants by the Graph Store Protocol, and prints what differs.
The tests are not part of this project.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode, urljoin

import pyoxigraph as ox
import rdflib
import urllib3
from rdflib import RDF, Namespace, URIRef

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
DAWG = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
TOKEN = "a-token"
QUERY, UPDATE = {"Content-Type": "application/sparql-query"}, {"Content-Type": "application/sparql-update"}
TYPES = {".ttl": "text/turtle", ".rdf": "application/rdf+xml", ".nt": "application/n-triples"}


@dataclass
class Client:
    url: str
    pool: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(retries=False))

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> urllib3.BaseHTTPResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.pool.request(
            method, self.url + path, body=body, headers={"Authorization": f"Bearer {TOKEN}", **named}
        )

    def empty(self) -> None:
        assert self.send("POST", "/update", b"DROP ALL", Content_Type="application/sparql-update").status == 204

    def load(self, file: Path, graph: str | None, base: str) -> None:
        quads = ox.parse(path=file, format=ox.RdfFormat.from_media_type(TYPES[file.suffix]), base_iri=base)
        lines = "".join(f"{one.subject} {one.predicate} {one.object} .\n" for one in quads).encode()
        where = "default" if graph is None else urlencode({"graph": graph})
        said = self.send("PUT", f"/store?{where}", lines, Content_Type="application/n-triples")
        assert said.status < 300, said.data


@dataclass
class Tally:
    passed: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str, str]] = field(default_factory=list)

    def note(self, group: str, name: str, trouble: str | None) -> None:
        if trouble is None:
            self.passed[group] += 1
        else:
            self.failed.append((group, name, trouble))


def manifests(folder: Path) -> Iterator[tuple[str, rdflib.Graph]]:
    for path in sorted(folder.rglob("manifest*.ttl")):
        base = path.resolve().as_uri()
        graph = rdflib.Graph()
        graph.parse(path, format="turtle", publicID=base)
        yield f"{path.parent.parent.name}/{path.parent.name}", graph


def entries(graph: rdflib.Graph) -> Iterator[URIRef]:
    for manifest in graph.subjects(RDF.type, MF.Manifest):
        for head in graph.objects(manifest, MF.entries):
            yield from graph.items(head)


def local(iri: object) -> Path:
    from urllib.request import url2pathname

    return Path(url2pathname(str(iri).removeprefix("file://")))


def run_protocol(client: Client, path: Path, tally: Tally) -> None:
    # escapes that Turtle does not know
    text = path.read_text().replace('\\"default\\"', "'default'")
    graph = rdflib.Graph()
    graph.parse(data=text, format="turtle", publicID=path.resolve().as_uri())
    for test in entries(graph):
        client.empty()
        for one in graph.objects(test, UT.graphData):
            client.load(local(graph.value(one, UT.graph)), str(graph.value(one, RDFS.label)), "http://example.org/")
        trouble = None
        for request in graph.items(graph.value(graph.value(test, MF.action), HT.requests)):
            trouble = trouble or exchange(client, graph, request, "/sparql")
        tally.note("protocol", str(graph.value(test, MF.name)), trouble)


def exchange(
    client: Client, graph: rdflib.Graph, request: object, prefix: str, known: dict[str, str] | None = None
) -> str | None:
    known = {} if known is None else known
    path = str(graph.value(request, HT.absolutePath))
    for name, value in known.items():
        path = path.replace(name, quote(value, safe=""))
    path = re.sub(r"^/(sparql|gsp)", prefix, path)
    if prefix == "/store":
        path = path.replace("http%3A%2F%2Fwww.example%2Fgsp", quote(f"{client.url}/store", safe=""))
        path = path.replace("http://www.example/gsp", f"{client.url}/store")
    headers = {}
    for one in graph.items(graph.value(request, HT.headers)) if graph.value(request, HT.headers) else ():
        headers[str(graph.value(one, HT.fieldName))] = str(graph.value(one, HT.fieldValue))
    content = graph.value(request, HT.body)
    body = None
    if content is not None:
        body = str(graph.value(content, CNT.chars)).encode(str(graph.value(content, CNT.characterEncoding) or "utf-8"))
    method = str(graph.value(request, HT.methodName))
    if method in ("POST", "PUT", "PATCH") and body is None:
        body = b""
    said = client.pool.request(
        method, client.url + path, body=body, headers={"Authorization": f"Bearer {TOKEN}", **headers}
    )
    answer = graph.value(request, HT.resp)
    statuses = [str(one).rpartition("#")[2] for one in graph.objects(answer, MF.expectedStatus)]
    names = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
    fits = [str(said.status) == str(names.get(one)) or one == f"StatusCode{said.status // 100}xx" for one in statuses]
    if not any(fits):
        return f"{method} {path[:100]}: {said.status}, not {statuses}: {said.data[:200]!r}"
    location = graph.value(answer, MF.expectedLocation)
    if location is not None:
        known[str(location)] = said.headers["Location"]
    expected = graph.value(answer, MF.expectedBoolean)
    if (
        expected is not None
        and bool(ox.parse_query_results(said.data, ox.QueryResultsFormat.JSON)) != expected.toPython()
    ):
        return f"{path[:100]}: answer is not {expected}"
    kind, media = str(graph.value(answer, MF.expectedFormat) or ""), said.headers.get("Content-Type", "")
    if kind and ("sparql-results" in media) != (kind in ("boolean", "tabular")):
        return f"{media} is not {kind}"
    return None


def run_graphs(client: Client, folder: Path, tally: Tally) -> None:
    for path in sorted(folder.glob("manifest-*.ttl")):
        graph = rdflib.Graph()
        graph.parse(path, format="turtle", publicID=path.resolve().as_uri())
        for test in entries(graph):
            client.empty()
            trouble, known = None, {}
            for request in graph.items(graph.value(graph.value(test, MF.action), HT.requests)):
                trouble = trouble or exchange(client, graph, request, "/store", known)
            tally.note("graph-store-protocol", str(graph.value(test, MF.name)), trouble)


def run_evaluation(client: Client, folder: Path, tally: Tally, skip: re.Pattern[str]) -> None:
    for group, graph in manifests(folder):
        if skip.search(group):
            continue
        for test in entries(graph):
            kind = str(graph.value(test, RDF.type)).rpartition("#")[2]
            name = str(graph.value(test, MF.name))
            runner = RUNNERS.get(kind)
            if runner is None:
                continue
            if graph.value(test, DAWG.approval) in (DAWG.Withdrawn, DAWG.Rejected):
                continue
            try:
                trouble = runner(client, graph, test)
            except Exception as error:
                trouble = f"{type(error).__name__}: {error}"
            tally.note(f"{group} ({kind})", name, trouble)


def is_positive(client: Client, graph: rdflib.Graph, test: URIRef) -> str | None:
    said = syntax(client, graph, test)
    return None if said.status < 300 else f"{said.status} {said.data[:150]!r}"


def is_negative(client: Client, graph: rdflib.Graph, test: URIRef) -> str | None:
    said = syntax(client, graph, test)
    return None if said.status == 400 else f"{said.status}, not 400"


def syntax(client: Client, graph: rdflib.Graph, test: URIRef) -> urllib3.BaseHTTPResponse:
    file = local(graph.value(test, MF.action))
    path, headers = ("/update", UPDATE) if file.suffix == ".ru" else ("/query", QUERY)
    client.empty()
    return client.send("POST", path, file.read_bytes(), **headers)


def evaluates(client: Client, graph: rdflib.Graph, test: URIRef) -> str | None:
    action = graph.value(test, MF.action)
    client.empty()
    for data in graph.objects(action, QT.data):
        client.load(local(data), None, str(data))
    for data in graph.objects(action, QT.graphData):
        client.load(local(data), str(data), str(data))
    query = graph.value(action, QT.query)
    text = local(query).read_text()
    for iri in re.findall(r"FROM\s+(?:NAMED\s+)?<([^>]*)>", text, re.IGNORECASE):
        named = urljoin(str(query), iri)
        if local(named).is_file():
            client.load(local(named), named, named)
    if re.search(r"BASE|<", text):
        text = f"BASE <{query}>\n{text}"
    result = graph.value(test, MF.result)
    expected = local(result)
    csv = expected.suffix == ".csv"
    construct = re.search(r"\b(CONSTRUCT|DESCRIBE)\b", re.sub(r"#.*|<[^>]*>", "", text))
    accept = "text/csv" if csv else "text/turtle" if construct else "application/sparql-results+xml"
    said = client.send("POST", "/query", text.encode(), Accept=accept, **QUERY)
    if said.status != 200:
        return f"{said.status} {said.data[:200]!r}"
    if csv:
        # what a blank node is called is open
        got, wanted = (re.sub(r"_:\w+", "_:b", one.decode()) for one in (said.data, expected.read_bytes()))
        return None if sorted(got.split()) == sorted(wanted.split()) else f"{said.data!r}"
    if construct:
        form = ox.RdfFormat.from_media_type(TYPES[expected.suffix])
        return compared(
            {as_quad(one) for one in ox.parse(said.data, ox.RdfFormat.TURTLE)},
            {as_quad(one) for one in ox.parse(path=expected, format=form, base_iri=str(result))},
        )
    got = ox.parse_query_results(said.data, ox.QueryResultsFormat.XML)
    if expected.suffix in (".ttl", ".rdf"):
        wanted_rows = of_graph(expected, str(result))
    else:
        wanted_rows = ox.parse_query_results(path=expected)
    if isinstance(got, ox.QueryBoolean) or isinstance(wanted_rows, bool | ox.QueryBoolean):
        return None if bool(got) == bool(wanted_rows) else f"{bool(got)}"
    mine = solutions([{v.value: row[v] for v in got.variables if row[v] is not None} for row in got])
    if not isinstance(wanted_rows, list):
        wanted_rows = [{v.value: row[v] for v in wanted_rows.variables if row[v] is not None} for row in wanted_rows]
    return compared(mine, solutions(wanted_rows))


def of_graph(file: Path, base: str) -> list[dict[str, object]] | bool:
    graph = rdflib.Graph()
    graph.parse(file, format="turtle" if file.suffix == ".ttl" else "xml", publicID=base)
    top = graph.value(None, RDF.type, RS.ResultSet)
    truth = graph.value(top, RS.boolean)
    if truth is not None:
        return bool(truth.toPython())
    rows = []
    for solution in graph.objects(top, RS.solution):
        row = {}
        for binding in graph.objects(solution, RS.binding):
            row[str(graph.value(binding, RS.variable))] = term(graph.value(binding, RS.value))
        rows.append(row)
    return rows


def term(one: object) -> object:
    if isinstance(one, rdflib.BNode):
        return ox.BlankNode(f"n{one}")
    if isinstance(one, URIRef):
        return ox.NamedNode(str(one))
    if one.language:
        return ox.Literal(str(one), language=one.language)
    # rdflib would write numbers anew
    return ox.Literal(str(one), datatype=ox.NamedNode(str(one.datatype)) if one.datatype else None)


def solutions(rows: list[dict[str, object]]) -> set[ox.Quad]:
    quads = set()
    for row in rows:
        node = ox.BlankNode()
        quads.add(ox.Quad(node, ox.NamedNode("urn:row"), ox.NamedNode("urn:row")))
        for name, value in row.items():
            quads.add(ox.Quad(node, ox.NamedNode(f"urn:var:{name}"), value))
    return quads


def as_quad(one: ox.Quad) -> ox.Quad:
    return ox.Quad(one.subject, one.predicate, one.object)


def compared(mine: set[ox.Quad], wanted: set[ox.Quad]) -> str | None:
    forms = []
    for quads in (mine, wanted):
        # the engine writes numbers in their canonical form
        store = ox.Store()
        store.extend(quads)
        dataset = ox.Dataset(store)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        forms.append({str(one) for one in dataset})
    if forms[0] == forms[1]:
        return None
    return f"more: {sorted(forms[0] - forms[1])[:3]}, less: {sorted(forms[1] - forms[0])[:3]}"


def updates(client: Client, graph: rdflib.Graph, test: URIRef) -> str | None:
    action, result = graph.value(test, MF.action), graph.value(test, MF.result)
    client.empty()
    fill(client, graph, action)
    request = graph.value(action, UT.request)
    text = local(request).read_text()
    said = client.send("POST", "/update", text.encode(), **UPDATE)
    if said.status >= 300:
        return f"{said.status} {said.data[:200]!r}"
    got = set(ox.parse(client.send("GET", "/store").data, ox.RdfFormat.N_QUADS))
    client.empty()
    fill(client, graph, result)
    wanted = set(ox.parse(client.send("GET", "/store").data, ox.RdfFormat.N_QUADS))
    return compared(got, wanted)


def fill(client: Client, graph: rdflib.Graph, state: object) -> None:
    for data in graph.objects(state, UT.data):
        client.load(local(data), None, str(data))
    for one in graph.objects(state, UT.graphData):
        data = graph.value(one, UT.graph)
        client.load(local(data), str(graph.value(one, RDFS.label)), str(data))


RUNNERS = {
    "PositiveSyntaxTest": is_positive,
    "PositiveSyntaxTest11": is_positive,
    "PositiveUpdateSyntaxTest11": is_positive,
    "NegativeSyntaxTest": is_negative,
    "NegativeSyntaxTest11": is_negative,
    "NegativeUpdateSyntaxTest11": is_negative,
    "QueryEvaluationTest": evaluates,
    "CSVResultFormatTest": evaluates,
    "UpdateEvaluationTest": updates,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Run the W3C tests of SPARQL 1.1 against `govgraph serve`.")
    parser.add_argument("checkout", type=Path, help="checkout of https://github.com/w3c/rdf-tests")
    parser.add_argument("--skip", default=r"/(entailment|service|service-description|http-rdf-update)$", help="groups")
    parser.add_argument("options", nargs="*", help="further options of the server, after --")
    given = parser.parse_args()
    tests = given.checkout / "sparql"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "govgraph", "serve", "--graph", folder, "--write", "--port", "0"]
        environment = {**os.environ, "GOVGRAPH_SERVE_TOKEN": TOKEN, "GOVGRAPH_LANG": "en"}
        with subprocess.Popen([*command, *given.options], env=environment, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr is not None
            client = Client(re.search(r"http://[\d.:]+", server.stderr.readline())[0])
            tally = Tally()
            run_protocol(client, tests / "sparql11" / "protocol" / "manifest.ttl", tally)
            run_graphs(client, tests / "sparql11" / "graph-store-protocol", tally)
            skip = re.compile(given.skip)
            for version in ("sparql10", "sparql11"):
                run_evaluation(client, tests / version, tally, skip)
            server.terminate()
    for group, name, trouble in tally.failed:
        print(f"{group}: {name}: {trouble}")
    failed = Counter(group for group, _, _ in tally.failed)
    print()
    for group in sorted({*tally.passed, *failed}):
        print(f"{group}: {tally.passed[group]} of {tally.passed[group] + failed[group]}")
    print(f"\n{tally.passed.total()} of {tally.passed.total() + failed.total()}")


if __name__ == "__main__":
    main()
