"""Suggestions as they are handed on: command line, JSON, RDF; and what the command line does with them."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from govgraph.linking import (
    Candidate,
    Reconciliation,
    Service,
    Suggested,
    as_dict,
    judge_command,
    suggestion_triples,
)
from govgraph.linking.values import Space
from govgraph.query import Thing
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import DiskStore
from handmade import ALT, OZG, interview, page, small_ontology
from reconciliation import MANIFEST, WIKIDATA, Reply, Server, serving

Run = Callable[..., subprocess.CompletedProcess[str]]

SERVICE = Service(
    url="https://dienst.example/reconcile",
    endpoint="https://dienst.example/reconcile",
    name="Musterdienst",
    version="0.2",
    space=Space(f"{WIKIDATA}{{+id}}", (WIKIDATA,)),
    types=(),
    batch_size=10,
    language="",
)


def candidate(identifier: str, score: float | None, *, match: bool = False, language: str = "") -> Candidate:
    return Candidate(identifier, f"{WIKIDATA}{identifier}", "Denis Alt", language, "", (), score, match)


FOUND = Reconciliation(
    SERVICE,
    (
        Suggested(Thing(OZG, "Onlinezugangsgesetz"), "Law", ()),
        Suggested(
            Thing(ALT, "Denis Alt"), "Person", (candidate("Q7", 61.5, match=True, language="de"), candidate("Q8", None))
        ),
    ),
    linked=1,
    requests=2,
)


def test_command_that_judges() -> None:
    assert judge_command(ALT, f"{WIKIDATA}Q7") == f"govgraph judge same person/denis-alt {WIKIDATA}Q7 --by … --why …"


@pytest.mark.parametrize("nasty", ["https://x.example/a;reboot", "https://x.example/$(id)", "https://x.example/a'b&c"])
def test_a_command_can_be_pasted_whatever_a_service_says(nasty: str) -> None:
    words = shlex.split(judge_command("https://own.example/x y", nasty))
    assert words == ["govgraph", "judge", "same", "https://own.example/x y", nasty, "--by", "…", "--why", "…"]


def test_json() -> None:
    found: Any = json.loads(json.dumps(as_dict(FOUND)))
    assert found["service"] == {"url": SERVICE.url, "name": "Musterdienst", "version": "0.2"}
    law, person = found["suggestions"]
    assert law == {"entity": {"iri": OZG, "label": "Onlinezugangsgesetz", "kind": "Law"}, "candidates": []}
    assert person["candidates"][0] == {
        "id": "Q7",
        "iri": f"{WIKIDATA}Q7",
        "name": "Denis Alt",
        "language": "de",
        "description": "",
        "types": [],
        "score": 61.5,
        "match": True,
        "judge": judge_command(ALT, f"{WIKIDATA}Q7"),
    }


def test_turtle_says_who_suggests_what_and_joins_nothing() -> None:
    turtle = suggestion_triples(FOUND).to_turtle()
    read = ox.Store()
    read.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
    answer = read.query(
        """PREFIX gov: <https://w3id.org/govgraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?thing ?other ?score ?match ?label ?by WHERE { ?one a gov:Suggestion ; gov:candidate ?thing , ?other ;
          gov:serviceMatch ?match ; gov:suggestedBy ?by . ?other rdfs:label ?label .
          OPTIONAL { ?one gov:score ?score } FILTER(?thing != ?other) } ORDER BY ?other"""
    )
    assert isinstance(answer, ox.QuerySolutions)
    rows = [tuple(str(value) for value in row) for row in answer]
    decimal, boolean = (f"<http://www.w3.org/2001/XMLSchema#{name}>" for name in ("decimal", "boolean"))
    by = f"<{SERVICE.url}>"
    first = (f'"61.5"^^{decimal}', f'"true"^^{boolean}', '"Denis Alt"@de', by)
    second = ("None", f'"false"^^{boolean}', '"Denis Alt"', by)
    assert rows == [(f"<{ALT}>", f"<{WIKIDATA}Q7>", *first), (f"<{ALT}>", f"<{WIKIDATA}Q8>", *second)]
    assert "sameAs" not in turtle
    assert turtle == suggestion_triples(FOUND).to_turtle()


def test_terms_of_suggestions_are_declared() -> None:
    ontology = Path(__file__).resolve().parents[3] / "ontology" / "govgraph.ttl"
    declared = {quad.subject for quad in ox.parse(path=str(ontology), format=ox.RdfFormat.TURTLE)}
    used = {term for triple in suggestion_triples(FOUND) for term in (triple.predicate, triple.object)}
    ours = {term for term in used if isinstance(term, ox.NamedNode) and "/ontology#" in term.value}
    assert len(ours) > 5
    assert ours <= declared


# The command


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    with DiskStore(folder / "store") as store:
        store.load(build_quads([page(interview())], GraphOptions(ontology=small_ontology(folder / "ontology"))))
    return folder


@pytest.fixture
def server() -> Iterator[Server]:
    known = {
        "Denis Alt": [
            {"id": "Q7", "name": "Denis Alt", "score": 61.5, "match": True, "type": [{"id": "Q5", "name": "Mensch"}]},
            {"id": "Q8", "name": "D. Alt", "description": "Ruderer", "score": 40, "match": False},
        ]
    }
    with serving(MANIFEST, known) as running:
        yield running


def test_table_shows_candidates_with_their_command(govgraph: Run, graph: Path, server: Server, tmp_path: Path) -> None:
    arguments = ("reconcile", "--service", server.url, "--graph", graph, "--cache", tmp_path)
    done = govgraph(*arguments)
    assert (done.returncode, done.stdout) == (
        0,
        "Denis Alt · Person\n"
        "  Denis Alt · Mensch · 61.5 · sure, says the service\n"
        f"    govgraph judge same person/denis-alt {WIKIDATA}Q7 --by … --why …\n"
        "  D. Alt · Ruderer · 40\n"
        f"    govgraph judge same person/denis-alt {WIKIDATA}Q8 --by … --why …\n",
    )
    assert done.stderr == "Musterdienst: 1 of 5 things have candidates, 1 are linked already; requests: 2\n"
    again = govgraph(*arguments)
    assert again.stdout == done.stdout
    assert again.stderr.endswith("requests: 0\n")


def test_formats_and_narrowing(govgraph: Run, graph: Path, server: Server, tmp_path: Path) -> None:
    arguments = ("reconcile", "--service", server.url, "--graph", graph, "--cache", tmp_path, "--limit", "1")
    turtle = govgraph(*arguments, "--type", "Person", "--format", "turtle")
    assert turtle.returncode == 0
    assert len(list(ox.parse(turtle.stdout, format=ox.RdfFormat.TURTLE))) == 9
    found = json.loads(govgraph(*arguments, "denis alt", "--format", "json").stdout)
    assert [len(one["candidates"]) for one in found["suggestions"]] == [1]
    assert [len(batch) for batch in server.batches] == [1]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "--service"),
        (("--service", "wikidata"), 2, "'wikidata' is no address of a service; give one that begins with https://"),
        (("--service", "http://127.0.0.1:9/", "--limit", "0"), 2, "--limit"),
        (("--service", "http://127.0.0.1:9/", "--graph", "nowhere"), 3, "no graph at nowhere"),
    ],
)
def test_wrong_usage(  # noqa: PLR0913 - fixtures and parameters
    govgraph: Run, graph: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = govgraph("reconcile", "--graph", graph, "--cache", "c", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("govgraph: error: ")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


def test_a_service_that_fails_is_one_line(govgraph: Run, graph: Path, server: Server, tmp_path: Path) -> None:
    server.misbehave = lambda _: Reply(body=b"<html>")
    done = govgraph("reconcile", "--service", server.url, "--graph", graph, "--cache", tmp_path, "--lang", "de")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("govgraph: Fehler: ")
    assert done.stderr.count("\n") == 1
