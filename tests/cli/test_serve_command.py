"""`govgraph serve`: what it serves, how it starts and ends, and that nobody can keep it from answering others."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest

from govgraph.cli.main import main
from govgraph.rdf.namespaces import RUNS
from govgraph.store import DiskStore
from serving import QUERY, TURTLE, UPDATE, Client, serving

Run = Callable[..., subprocess.CompletedProcess[str]]

_TEN = "{0 1 2 3 4 5 6 7 8 9}"
PRODUCT = f"{{ {' '.join(f'VALUES ?v{number} {_TEN}' for number in range(12))} }}"
FOREVER = f"SELECT (COUNT(*) AS ?n) {PRODUCT}"
NEVER = f"{PRODUCT[:-1]} FILTER({' + '.join(f'?v{number}' for number in range(12))} > 999) }}"
HUNGRY = f"SELECT * {PRODUCT} ORDER BY DESC(?v1 + ?v2)"
LIMIT = 5.0


def data(folder: Path, number: int = 100) -> Path:
    lines = [f'<urn:s{one}> <urn:p> "{one}" <urn:g{one % 7}> .' for one in range(number)]
    (folder / "data.nq").write_text("\n".join(lines), encoding="utf-8")
    return folder / "data.nq"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with serving(
        data(tmp_path_factory.mktemp("data")), "--timeout", str(LIMIT), "--rows", "20", "--memory", "512"
    ) as one:
        yield one


def workers(client: Client) -> int:
    if not Path("/proc").is_dir():
        pytest.skip("processes are counted in /proc")
    found = 0
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = one.read_text(encoding="ascii").rpartition(") ")[2].split()[:2]
        except OSError:
            continue
        found += int(parent) == client.process.pid and state != "Z"
    return found


@pytest.mark.parametrize(
    "sparql",
    [FOREVER, f"ASK {NEVER}", f"CONSTRUCT {{ <urn:a> <urn:b> ?v0 }} {NEVER}"],
)
def test_a_query_that_would_run_for_ever_is_stopped_in_time(client: Client, sparql: str) -> None:
    begin = time.monotonic()
    said = client.query(sparql)

    assert said.status == 503
    assert "stopped after 5 seconds" in said.text
    assert LIMIT <= time.monotonic() - begin < LIMIT + 20


def test_others_do_not_notice(client: Client) -> None:
    def ask(number: int) -> float:
        spent = []
        for turn in range(20):
            begin = time.monotonic()
            said = client.query(f"SELECT ?o {{ <urn:s{number + turn}> <urn:p> ?o }}")
            spent.append(time.monotonic() - begin)
            assert (said.status, said.text.count(f'"{number + turn}"')) == (200, 1), said.text
        return statistics.median(spent)

    with ThreadPoolExecutor(12) as clients:
        stopped = [clients.submit(client.query, FOREVER) for _ in range(2)]
        times = list(clients.map(ask, range(10)))
        statuses = [one.result().status for one in stopped]

    assert statuses == [503, 503]
    assert max(times) < LIMIT / 2


def test_a_query_that_takes_all_memory_is_stopped(client: Client) -> None:
    said = client.query(HUNGRY)

    assert said.status == 503
    assert "more memory than there is" in said.text
    assert client.query("ASK {}").truth


def test_a_query_whose_asker_goes_away_is_stopped(client: Client) -> None:
    client.query("ASK {}")
    parts = urlsplit(client.url)
    headers = {"Host": "x", "Content-Length": str(len(FOREVER)), **QUERY}
    head = "".join(["POST /query HTTP/1.1\r\n", *(f"{one}: {value}\r\n" for one, value in headers.items()), "\r\n"])
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as one:
        one.sendall((head + FOREVER).encode())
        end = time.monotonic() + LIMIT / 2
        while not _running(client.process.pid):
            assert time.monotonic() < end, "nothing runs"
            time.sleep(0.1)
    end = time.monotonic() + LIMIT / 4
    while _running(client.process.pid) and time.monotonic() < end:
        time.sleep(0.1)

    assert _running(client.process.pid) == 0


def _running(parent: int) -> int:
    """Processes of the server that compute, not wait."""
    if not Path("/proc").is_dir():
        pytest.skip("processes are looked at in /proc")
    found = 0
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, of = one.read_text(encoding="ascii").rpartition(") ")[2].split()[:2]
            line = (one.parent / "cmdline").read_bytes()
        except OSError:
            continue
        found += int(of) == parent and state == "R" and b"serve.worker" in line and _old(one.parent)
    return found


def _old(process: Path) -> bool:
    # one that is starting computes too
    spent = process.joinpath("stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK") > 0.6


@pytest.mark.parametrize("accept", ["", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"])
def test_long_answers_are_cut_and_say_so(client: Client, accept: str) -> None:
    cut = client.query("SELECT ?s ?o { ?s ?p ?o }", accept)
    whole = client.query("SELECT ?s ?o { ?s ?p ?o } LIMIT 19", accept)

    assert (cut.status, cut.headers["x-sparql-maxrows"]) == (200, "20")
    assert cut.text.count("urn:s") == 20
    assert "x-sparql-maxrows" not in whole.headers
    assert whole.text.count("urn:s") == 19


def test_long_graphs_are_cut_and_say_so(client: Client) -> None:
    cut = client.query("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples")
    whole = client.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(STRLEN(?o) < 2) }", "application/n-triples")

    assert (cut.headers["x-sparql-maxrows"], cut.text.count("\n")) == ("20", 20)
    assert "x-sparql-maxrows" not in whole.headers
    assert whole.text.count("\n") == 10


def test_large_answers_and_bodies(tmp_path: Path) -> None:
    with serving(tmp_path / "new", "--body", "1", write=True) as client:
        triples = "".join(f'<urn:s{one}> <urn:p> "{"ä" * 40}{one}" .\n' for one in range(15_000))
        assert client.send("PUT", "/store?default", triples, TURTLE).status == 413
        half = triples[: len(triples) // 2].rpartition("\n")[0]
        assert client.send("PUT", "/store?default", half, TURTLE).status == 204
        assert client.send("POST", "/store?default", triples[len(half) :], TURTLE).status == 204
        said = client.query("SELECT * { ?s ?p ?o }")

        assert len(said.rows) == 15_000
        assert len(said.body) > 1024 * 1024
        assert client.send("POST", "/query", "ASK {}" + " " * 1024 * 1024, QUERY).status == 413


def test_an_update_that_would_run_for_ever_is_stopped_and_changes_nothing(tmp_path: Path) -> None:
    with serving(tmp_path / "new", "--timeout", "4", write=True) as client, ThreadPoolExecutor(1) as other:
        assert client.update("INSERT DATA { <urn:a> <urn:p> 1 }").status == 204
        endless = f"INSERT {{ <urn:b> <urn:p> ?v0 }} WHERE {PRODUCT}"
        stopped = other.submit(client.send, "POST", "/update", endless, UPDATE)
        time.sleep(0.3)
        # those who read go on meanwhile
        assert client.query("SELECT * { ?s ?p ?o }").rows == [{"s": "urn:a", "p": "urn:p", "o": "1"}]
        assert stopped.result().status == 503
        assert client.update("INSERT DATA { <urn:c> <urn:p> 3 }").status == 204
        assert sorted(row["s"] for row in client.query("SELECT ?s { ?s ?p ?o }").rows) == ["urn:a", "urn:c"]


def test_a_graph_that_is_built_anew_is_served_anew(tmp_path: Path) -> None:
    def build(name: str, value: str) -> None:
        with DiskStore(tmp_path / name) as store:
            store.load(
                [ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal(value), ox.NamedNode("urn:g"))]
            )

    build("store", "former")
    build("new", "newer")
    with serving(tmp_path) as client:
        assert [row["o"] for row in client.query("SELECT ?o { ?s ?p ?o }").rows] == ["former"]
        (tmp_path / "store").rename(tmp_path / "old")
        (tmp_path / "new").rename(tmp_path / "store")
        assert [row["o"] for row in client.query("SELECT ?o { ?s ?p ?o }").rows] == ["newer"]


def test_what_is_put_outside_of_its_graphs_hides_no_graph_of_govgraph(tmp_path: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with DiskStore(tmp_path / "store") as store:
        graphs = (RUNS, ox.NamedNode("urn:g"))
        store.load(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal("1"), one) for one in graphs)
    for _ in range(2):
        with serving(tmp_path, write=True) as client:
            before = int(client.query(count).rows[0]["n"])
            assert client.update(f"INSERT DATA {{ <urn:new> <urn:p> {before} }}").status == 204
            assert int(client.query(count).rows[0]["n"]) == before + 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_told_to_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path / "new", write=True) as client:
        assert workers(client) >= 3
        client.process.send_signal(number)
        assert client.process.wait(20) == 0
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["store"]
    assert workers(client) == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--graph", "none"), 3, "govgraph build"),
        (("--graph", "none", "--write"), 2, "GOVGRAPH_SERVE_TOKEN"),
        (("--graph", "none", "--write", "--token-file", "none"), 2, "--token-file none"),
        (("--graph", "page.txt"), 3, "no RDF file by its suffix"),
        (("--graph", "bad.ttl"), 3, "bad.ttl cannot be read"),
        (("--graph", "data.nq", "--port", "{port}"), 2, "cannot be listened at"),
        (("--graph", "data.nq", "--rows", "0"), 2, "--rows"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(
    govgraph: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    data(tmp_path)
    (tmp_path / "page.txt").write_text("Kein RDF.")
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:b> .")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given = [one.format(port=taken.getsockname()[1]) for one in arguments]
        done = govgraph("serve", *given, cwd=tmp_path, env={"GOVGRAPH_SERVE_TOKEN": ""})

    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


def test_a_store_that_is_being_built_anew_answers_as_soon_as_it_is_there(tmp_path: Path) -> None:
    with DiskStore(tmp_path / "store") as store:
        store.load([ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal("1"), ox.NamedNode("urn:g"))])
    with serving(tmp_path) as client, ThreadPoolExecutor(1) as other:
        (tmp_path / "store").rename(tmp_path / "aside")
        asked = other.submit(client.query, "SELECT ?o { ?s ?p ?o }")
        time.sleep(0.3)
        (tmp_path / "aside").rename(tmp_path / "store")

        assert asked.result().rows == [{"o": "1"}]


def test_a_file_may_be_given_for_writing_only_as_a_folder(govgraph: Run, tmp_path: Path) -> None:
    done = govgraph("serve", "--graph", data(tmp_path), "--write", env={"GOVGRAPH_SERVE_TOKEN": "x"})

    assert done.returncode == 3
    assert "name a folder" in done.stderr


@pytest.mark.parametrize("built", [True, False])
def test_where_doubts_are_decided_is_told_of_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, built: bool
) -> None:
    if built:
        (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("GOVGRAPH_SERVE_TOKEN", "x")
    monkeypatch.setattr("govgraph.serve.running.serve", lambda graph, options, ready: ready("http://127.0.0.1:1"))
    assert main(["serve", "--write", "--graph", str(tmp_path)]) == 0
    told = capsys.readouterr().err
    assert ("http://127.0.0.1:1/review" in told) is built
    assert ("stops the next build" in told) is built


def test_the_token_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("another\n")
    with serving(tmp_path / "new", "--token-file", str(tmp_path / "token"), write=True) as client:
        assert client.update("CLEAR ALL").status == 401
        assert client.send("POST", "/update", "CLEAR ALL", {**UPDATE, "Authorization": "Bearer another"}).status == 204


def test_another_server_can_be_served(client: Client) -> None:
    # its graphs are asked for in pages, which its limit of rows would cut
    with serving(f"{client.url}/query") as copy:
        assert copy.query("ASK {}").truth
