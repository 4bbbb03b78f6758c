"""A graph in a server answers as the same graph does on disk, to everything that can be asked of it."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode

import govgraph
from between import between
from conftest import ROOT
from govgraph.errors import StoreError
from govgraph.export import FORMATS
from govgraph.query import Rows, named_queries, run, run_named
from govgraph.store import Credentials, MemoryStore, RemoteStore, push, remote
from servers import endpoint, oxigraph

sys.path.insert(0, str(ROOT / "tests" / "golden" / "questions"))

from golden_graph import golden_quads
from test_questions import value

CASES: dict[str, list[dict[str, str]]] = tomllib.loads(
    (ROOT / "tests" / "golden" / "questions" / "cases.toml").read_text(encoding="utf-8")
)
NEWS = "Neues aus Wiesbaden\n\n[12.03.2019] Stefan Sauer ist seit März 2018 CIO des Landes Hessen.\n"
LATER = "Neues aus Hessen\n\n[05.06.2023] Die Stadt Kassel nutzt die BundID. Anna Berg ist CIO des Landes Hessen.\n"


@pytest.fixture(scope="module", params=["union", "plain"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with oxigraph(union=request.param == "union") as url:
        yield url


@pytest.fixture(scope="module")
def golden(server: str) -> Iterator[RemoteStore]:
    with RemoteStore(endpoint(server, graph_store=True), Credentials()) as store:
        store.replace(golden_quads())
        yield store


@pytest.fixture(scope="module")
def here() -> MemoryStore:
    return MemoryStore(golden_quads())


@pytest.mark.parametrize("name", [one.name for one in named_queries()])
def test_named_questions_have_the_same_answers(golden: RemoteStore, here: MemoryStore, name: str) -> None:
    for case in CASES[name]:
        given = {key: value(one) for key, one in case.items()}
        there, mine = run_named(golden, name, given), run_named(here, name, given)
        assert isinstance(there, Rows)
        assert isinstance(mine, Rows)
        assert there.columns == mine.columns
        assert sorted(map(str, there)) == sorted(map(str, mine)), case


def test_parameters_of_queries_take_the_same_place(golden: RemoteStore, here: MemoryStore) -> None:
    person = next(iter(here.match(predicate=NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")))).subject
    assert isinstance(person, NamedNode)
    for text, given in (
        ("SELECT ?s ?p ?o { ?s ?p ?o }", {"s": person}),
        ("SELECT ?s (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o } GROUP BY ?s", {"s": person}),
        ("SELECT ?s ?o { ?s skos:prefLabel ?o } ORDER BY ?o LIMIT 1", {"s": person}),
        ("SELECT DISTINCT ?s ?x { ?s ?p ?o OPTIONAL { ?x ?y ?s } }", {"s": person}),
        ("SELECT ?o { ?s skos:prefLabel ?o FILTER(LANG(?o) = 'de') }", {"o": Literal("Hessen", language="de")}),
        ("ASK { ?s ?p ?o }", {"s": NamedNode("https://example.org/nobody")}),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", {"s": person}),
    ):
        there, mine = run(golden, text, given), run(here, text, given)
        if isinstance(mine, bool):
            assert there == mine
        else:
            assert sorted(map(str, there)) == sorted(map(str, mine)), text  # type: ignore[arg-type]
            assert len(mine) > 0


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    govgraph.build([folder / "news.txt", folder / "later.txt"], folder / "out").close()
    return folder / "out"


@pytest.fixture(scope="module")
def graphs(built: Path, server: str) -> Iterator[tuple[govgraph.Graph, govgraph.Graph]]:
    with govgraph.Graph.open(built) as mine:
        with RemoteStore(endpoint(server), Credentials()) as store:
            done = push(mine.store, store, only=True, folder=built.parent / "notes", size=500)
        assert done.differing == ()
        with govgraph.Graph.open(f"{server}/query") as there:
            yield mine, there


def test_everything_that_a_graph_is_asked_has_the_same_answer(
    graphs: tuple[govgraph.Graph, govgraph.Graph], built: Path, tmp_path: Path
) -> None:
    mine, there = graphs
    for ask in (
        len,
        lambda one: one.who("CIO", "Hessen"),
        lambda one: one.timeline(),
        lambda one: one.transfers(),
        lambda one: one.suggestions(),
        lambda one: one.versions(),
        lambda one: one.explain("Hessen"),
        lambda one: one.conflicts(),
        lambda one: one.since("2020"),
        lambda one: one.validate(),
        lambda one: one.find("bundid"),
        lambda one: one.ask("single-source"),
        lambda one: one.query("SELECT DISTINCT ?s ?o { ?s skos:prefLabel ?o } ORDER BY ?s ?o"),
        lambda one: sorted(map(sorted, one.to_networkx().edges())),
        lambda one: len(one.to_rdflib()),
        lambda one: one.rehydrate(built.parent / "news.txt")[1],
    ):
        assert ask(there) == ask(mine)
    assert mine.who("CIO", "Hessen")
    assert mine.find("bundid").hits
    assert mine.diff(there) == ()
    assert nx.utils.graphs_equal(mine.to_networkx(), there.to_networkx())
    mine.view(tmp_path / "mine.html")
    there.view(tmp_path / "there.html")
    assert (tmp_path / "mine.html").read_bytes() == (tmp_path / "there.html").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_exports_are_the_same_bytes(graphs: tuple[govgraph.Graph, govgraph.Graph], tmp_path: Path, name: str) -> None:
    mine, there = graphs
    out, other = tmp_path / f"mine{FORMATS[name]}", tmp_path / f"there{FORMATS[name]}"
    mine.export(name, out)
    there.export(name, other)

    assert out.read_bytes() == other.read_bytes()


def test_a_graph_too_large_for_a_copy_is_asked_step_by_step(
    graphs: tuple[govgraph.Graph, govgraph.Graph], server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "NEAR", 100)
    mine, _ = graphs
    with govgraph.Graph.open(f"{server}/query") as there:
        assert there.who("CIO", "Hessen") == mine.who("CIO", "Hessen")


def test_a_copy_is_made_once(graphs: tuple[govgraph.Graph, govgraph.Graph], server: str) -> None:
    with between(server) as middle, govgraph.Graph.open(f"{middle.url}/query") as there:
        there.who("CIO")
        asked = len(middle.heard)
        there.timeline()
        assert len(middle.heard) == asked


def test_a_closed_graph_cannot_be_asked(server: str) -> None:
    there = govgraph.Graph.open(f"{server}/query")
    there.close()

    with pytest.raises(StoreError, match="the store is closed"):
        there.who("CIO")
