"""Reconciling against a service on loopback: what is asked, what is understood, what is kept, what goes wrong."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pyoxigraph import NamedNode, Quad

from govgraph import __version__
from govgraph.errors import InputError, NotFoundError, ServiceError, StoreError, VocabularyError
from govgraph.linking import ReconcileOptions, Reconciliation, reconcile, transport
from govgraph.model import EntityType
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf import namespaces as ns
from govgraph.store import MemoryStore
from handmade import Draft, interview, iri, page, small_ontology
from reconciliation import DRAFT, MANIFEST, WIKIDATA, Reply, Seen, Server, serving

BOARD = iri("organisation", "Standardisierungsboard")
ALT = iri("person", "Denis Alt")
NAMES = ["Denis Alt", "Onlinezugangsgesetz", "Rheinland-Pfalz", "Standardisierungsboard", "Verbund Süd"]
"""What the graph names and has no identifier for, in the order of the IRIs' names; Hessen has one."""

KNOWN: dict[str, list[dict[str, Any]]] = {
    "Denis Alt": [
        {"id": "Q7", "name": "Denis Alt", "score": 61.5, "match": False, "type": [{"id": "Q5", "name": "Mensch"}]},
        {"id": "Q8", "name": "Dennis Alt", "score": 40, "match": False, "type": ["Q5"], "description": "Ruderer"},
    ],
    "Rheinland-Pfalz": [{"id": "Q1200", "name": "Rheinland-Pfalz", "score": 100, "match": True, "type": []}],
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    folder = small_ontology(tmp_path_factory.mktemp("ontology"))
    return MemoryStore(build_quads([page(interview())], GraphOptions(ontology=folder)))


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(known=KNOWN) as running:
        yield running


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "answers"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def found_by(found: Reconciliation) -> dict[str, list[str]]:
    return {one.entity.label: [each.iri for each in one.candidates] for one in found.suggested}


def failure(store: MemoryStore, server: Server, cache: Path, **settings: Any) -> str:
    """What is said when it goes wrong: one line that names the service and what to do."""
    with pytest.raises(ServiceError) as caught:
        reconcile(store, server.url, ReconcileOptions(cache=cache, **settings))
    message = str(caught.value)
    assert "\n" not in message
    assert "127.0.0.1" in message
    assert re.search(r"; .*(try|give|is it|tell|run|correct|ask|govgraph speaks)|govgraph asks", message), message
    return message


# What is asked


def test_things_without_an_identifier_of_the_service_are_asked_for(
    store: MemoryStore, server: Server, cache: Path
) -> None:
    found = reconcile(store, server.url, ReconcileOptions(cache=cache))
    (batch,) = server.batches
    assert sorted(query["query"] for query in batch) == NAMES
    assert [one.entity.iri for one in found.suggested] == sorted(one.entity.iri for one in found.suggested)
    assert (found.linked, found.requests) == (1, 2)
    assert found_by(found) == {
        "Denis Alt": [f"{WIKIDATA}Q7", f"{WIKIDATA}Q8"],
        "Rheinland-Pfalz": [f"{WIKIDATA}Q1200"],
        "Onlinezugangsgesetz": [],
        "Standardisierungsboard": [],
        "Verbund Süd": [],
    }


def test_every_field_of_a_candidate_is_kept(store: MemoryStore, server: Server, cache: Path) -> None:
    found = reconcile(store, server.url, ReconcileOptions(cache=cache, names=("Denis Alt",)))
    first, second = found.suggested[0].candidates
    assert (first.id, first.name, first.score, first.match, first.types) == (
        "Q7",
        "Denis Alt",
        61.5,
        False,
        ("Mensch",),
    )
    assert (second.types, second.description) == (("Q5",), "Ruderer")


def test_types_are_mapped_and_the_default_type_is_the_rest(store: MemoryStore, server: Server, cache: Path) -> None:
    reconcile(store, server.url, ReconcileOptions(cache=cache))
    assert {query["query"]: query["type"] for query in server.batches[0]} == {
        "Denis Alt": "Q5",
        "Onlinezugangsgesetz": "Q35120",
        "Rheinland-Pfalz": "Q1221156",
        "Standardisierungsboard": "Q43229",
        "Verbund Süd": "Q43229",
    }


def test_a_default_type_that_is_called_as_a_class_is_taken(store: MemoryStore, cache: Path) -> None:
    types = [{"id": "x-1", "name": "person"}, {"id": "x-2", "name": "Organisation"}, {"id": "x-3", "name": "Werk"}]
    with serving(
        {**MANIFEST, "identifierSpace": "https://example.org/id/", "view": {}, "defaultTypes": types}
    ) as server:
        reconcile(store, server.url, ReconcileOptions(cache=cache))
        asked = {query["query"]: query.get("type") for query in server.batches[0]}
    assert (asked["Denis Alt"], asked["Verbund Süd"], asked["Onlinezugangsgesetz"]) == ("x-1", "x-2", None)


def test_properties_are_sent_by_identifier_where_the_service_knows_the_value(cache: Path, tmp_path: Path) -> None:
    store = MemoryStore(build_quads([page(_ministry())], GraphOptions(ontology=small_ontology(tmp_path / "ontology"))))
    with serving() as server:
        reconcile(store, server.url, ReconcileOptions(cache=cache))
        (query,) = server.batches[0]
    assert query == {
        "query": "Hessisches Digitalministerium",
        "type": "Q43229",
        "limit": 3,
        "properties": [{"pid": "P1001", "v": {"id": "Q1199", "name": "Hessen"}}],
    }


def _ministry() -> Any:
    draft = Draft("Neues Haus", "Das Digitalministerium Hessen plant in Hessen viel.")
    body = draft.entity(EntityType.ORGANISATION, "Digitalministerium Hessen", kind="Ministry")
    return draft.record([body, draft.entity(EntityType.JURISDICTION, "Hessen", kind="State")])


def test_types_and_names_narrow_what_is_asked(store: MemoryStore, server: Server, cache: Path) -> None:
    reconcile(store, server.url, ReconcileOptions(cache=cache, types=("Organisation",)))
    reconcile(store, server.url, ReconcileOptions(cache=cache, types=("person", "law")))
    reconcile(store, server.url, ReconcileOptions(cache=cache, names=("verbund süd", "Hessen"), refresh=True))
    asked = [sorted(query["query"] for query in batch) for batch in server.batches]
    assert asked == [["Standardisierungsboard", "Verbund Süd"], ["Denis Alt", "Onlinezugangsgesetz"], ["Verbund Süd"]]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"types": ("Ministerin",)}, "'Ministerin' is no class of things; there are Agency, Association"),
        ({"names": ("Denis Alter",)}, "close to it: Denis Alt"),
    ],
)
def test_unknown_names_bring_what_there_is(
    store: MemoryStore, server: Server, cache: Path, settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(NotFoundError, match=re.escape(message)):
        reconcile(store, server.url, ReconcileOptions(cache=cache, **settings))
    assert server.batches == []


def test_the_limit_is_asked_for_and_kept(store: MemoryStore, server: Server, cache: Path) -> None:
    found = reconcile(store, server.url, ReconcileOptions(cache=cache, limit=1))
    assert {query["limit"] for query in server.batches[0]} == {1}
    assert found_by(found)["Denis Alt"] == [f"{WIKIDATA}Q7"]
    server.misbehave = lambda seen: Reply(body=_of(seen, KNOWN["Denis Alt"])) if seen.method == "POST" else None
    found = reconcile(store, server.url, ReconcileOptions(cache=cache, limit=1, refresh=True))
    assert {len(one.candidates) for one in found.suggested} == {1}


def _of(seen: Seen, candidates: list[dict[str, Any]]) -> bytes:
    return json.dumps({f"q{number}": {"result": candidates} for number in range(len(seen.queries))}).encode()


def test_judgements_count(store: MemoryStore, server: Server, cache: Path) -> None:
    judged = MemoryStore(store.match())
    for number, (kind, first, second) in enumerate(
        (("Different", ALT, f"{WIKIDATA}Q7"), ("Same", f"{WIKIDATA}Q9", BOARD))
    ):
        one = NamedNode(f"https://example.org/judgement/{number}")
        pairs = [(ns.TYPE, ns.gov(kind)), (ns.gov("first"), NamedNode(first)), (ns.gov("second"), NamedNode(second))]
        judged.load([Quad(one, predicate, value, ns.CORRECTIONS) for predicate, value in pairs])
    found = reconcile(judged, server.url, ReconcileOptions(cache=cache, limit=1))
    assert found_by(found)["Denis Alt"] == [f"{WIKIDATA}Q8"]
    assert "Standardisierungsboard" not in found_by(found)
    assert found.linked == 2


def test_who_asks_says_so(store: MemoryStore, server: Server, cache: Path) -> None:
    reconcile(store, server.url, ReconcileOptions(cache=cache))
    for seen in server.seen:
        assert seen.headers["User-Agent"].startswith(f"govgraph/{__version__} (")
        assert seen.headers["Accept-Language"].startswith("de")
    assert [(seen.method, seen.path) for seen in server.seen] == [("GET", "/reconcile"), ("POST", "/reconcile")]


# Versions and batches


@pytest.mark.parametrize(("size", "expected"), [(2, [2, 2, 1]), (5, [5]), (1, [1] * 5), ("many", [5]), (0, [5])])
def test_batches_are_as_large_as_the_manifest_allows(
    store: MemoryStore, cache: Path, size: object, expected: list[int]
) -> None:
    with serving(MANIFEST, KNOWN) as server:
        server.misbehave = lambda seen: (
            Reply(body=json.dumps({**MANIFEST, "batchSize": size}).encode()) if seen.method == "GET" else None
        )
        found = reconcile(store, server.url, ReconcileOptions(cache=cache))
        assert [len(batch) for batch in server.batches] == expected
    assert found_by(found)["Rheinland-Pfalz"] == [f"{WIKIDATA}Q1200"]


def test_a_batch_that_is_too_large_is_halved(store: MemoryStore, server: Server, cache: Path) -> None:
    server.misbehave = lambda seen: Reply(413) if seen.method == "POST" and len(seen.queries) > 2 else None
    found = reconcile(store, server.url, ReconcileOptions(cache=cache))
    assert [len(batch) for batch in server.batches] == [5, 2, 2, 1]
    assert found_by(found)["Denis Alt"] == [f"{WIKIDATA}Q7", f"{WIKIDATA}Q8"]


def test_a_service_without_versions_speaks_the_first(store: MemoryStore, cache: Path) -> None:
    old = {name: MANIFEST[name] for name in ("name", "identifierSpace", "schemaSpace")}
    with serving(old, KNOWN) as server:
        found = reconcile(store, server.url, ReconcileOptions(cache=cache))
    assert found.service.version == "0.1"
    assert found_by(found)["Denis Alt"] == [f"{WIKIDATA}Q7", f"{WIKIDATA}Q8"]
    assert "type" not in server.batches[0][1]


def test_the_draft_of_1_0(store: MemoryStore, cache: Path) -> None:
    known: dict[str, list[dict[str, Any]]] = {
        "Denis Alt": [{"id": "a b/ü", "name": "Denis Alt"}, {"id": "urn:x:1", "name": "D. Alt", "score": 3}]
    }
    with serving(DRAFT, known) as server:
        found = reconcile(store, f"{server.url}/", ReconcileOptions(cache=cache))
        assert [len(batch) for batch in server.batches] == [2, 2, 2]
        assert {seen.path for seen in server.seen} == {"/reconcile/", "/reconcile/match"}
        asked = {_named(query): query for batch in server.batches for query in batch}
    assert asked["Denis Alt"] == {
        "limit": 3,
        "lang": "de",
        "conditions": [{"matchType": "name", "propertyValue": "Denis Alt"}],
    }
    assert found_by(found)["Denis Alt"] == ["urn:x:1", "https://example.org/ding/a%20b%2F%C3%BC"]
    assert [one.score for one in found.suggested[-1].candidates] == [3.0, None]


def _named(query: dict[str, Any]) -> str:
    name: str = query["conditions"][0]["propertyValue"]
    return name


def test_a_final_version_goes_before_the_draft(store: MemoryStore, cache: Path) -> None:
    with serving({**MANIFEST, "versions": ["1.0-draft", "0.2", "0.1"]}) as server:
        assert reconcile(store, server.url, ReconcileOptions(cache=cache)).service.version == "0.2"


QUERY_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["query"],
    "properties": {
        "query": {"type": "string", "minLength": 1},
        "type": {"type": "string"},
        "limit": {"type": "integer", "minimum": 1},
        "properties": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "required": ["pid", "v"], "additionalProperties": False, "properties": {
                "pid": {"type": "string"}, "v": {},
            }},
        },
    },
}  # fmt: skip


def test_queries_keep_the_schema(store: MemoryStore, server: Server, cache: Path) -> None:
    reconcile(store, server.url, ReconcileOptions(cache=cache))
    for query in server.batches[0]:
        jsonschema.validate(query, QUERY_SCHEMA)


# Languages


def test_a_service_without_german_labels_is_asked_again_by_the_english_name(store: MemoryStore, cache: Path) -> None:
    english = _with_english(store)
    known = {"Standardization Board": [{"id": "Q5", "name": "Standardization Board", "score": 9, "match": True}]}
    with serving(known=known) as server:
        found = reconcile(english, server.url, ReconcileOptions(cache=cache))
        asked = [[query["query"] for query in batch] for batch in server.batches]
    assert "Standardisierungsboard" in asked[0]
    assert asked[1:] == [["Standardization Board"]]
    assert found_by(found)["Standardisierungsboard"] == [f"{WIKIDATA}Q5"]


def test_a_service_that_says_its_language_is_asked_in_it(store: MemoryStore, cache: Path) -> None:
    with serving({**DRAFT, "lang": "en-GB"}, {"Standardization Board": [{"id": "5", "name": ""}]}) as server:
        options = ReconcileOptions(cache=cache, names=("Standardisierungsboard",))
        found = reconcile(_with_english(store), server.url, options)
        ((query,),) = server.batches
    assert (query["lang"], _named(query)) == ("en", "Standardization Board")
    assert found.suggested[0].candidates[0].name == "5"


def _with_english(store: MemoryStore) -> MemoryStore:
    from govgraph.rdf.literals import text

    english = MemoryStore(store.match())
    english.load([Quad(NamedNode(BOARD), ns.PREF_LABEL, text("Standardization Board", "en"), ns.REFERENCE)])
    return english


def test_a_candidate_in_several_languages_is_one(store: MemoryStore, cache: Path) -> None:
    twice = [{"id": "7", "name": "Board", "lang": "en"}, {"id": "7", "name": "Gremium", "lang": "de"}]
    with serving(DRAFT, {"Standardisierungsboard": twice}) as server:
        found = reconcile(store, server.url, ReconcileOptions(cache=cache, names=("Standardisierungsboard",)))
    assert [(one.name, one.language) for one in found.suggested[0].candidates] == [("Gremium", "de")]


def test_what_a_stranger_says_is_fit_for_a_terminal(store: MemoryStore, cache: Path) -> None:
    known = {"Denis Alt": [{"id": "Q7", "name": "Denis\x1b[2J\n Alt\u202e", "score": 1, "match": True}]}
    with serving({**MANIFEST, "name": "Dienst\x07"}, known) as server:
        found = reconcile(store, server.url, ReconcileOptions(cache=cache, names=("Denis Alt",)))
    assert (found.service.name, found.suggested[0].candidates[0].name) == ("Dienst", "Denis[2J Alt")


# The cache


def test_a_second_run_needs_no_server(store: MemoryStore, cache: Path) -> None:
    with serving(known=KNOWN) as server:
        first = reconcile(store, server.url, ReconcileOptions(cache=cache))
    second = reconcile(store, server.url, ReconcileOptions(cache=cache))
    assert second == replace(first, requests=0)


def test_the_same_answers_give_the_same_files(store: MemoryStore, server: Server, tmp_path: Path) -> None:
    folders = []
    for name in ("one", "two"):
        reconcile(store, server.url, ReconcileOptions(cache=tmp_path / name))
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        folders.append([(path.relative_to(tmp_path / name), path.read_bytes()) for path in files])
    assert folders[0] == folders[1]
    assert len(folders[0]) == 1 + len(NAMES)


def test_only_what_is_new_is_asked(store: MemoryStore, server: Server, cache: Path) -> None:
    reconcile(store, server.url, ReconcileOptions(cache=cache, names=("Denis Alt",)))
    reconcile(store, server.url, ReconcileOptions(cache=cache))
    reconcile(store, server.url, ReconcileOptions(cache=cache, names=("Denis Alt",), limit=9))
    assert [len(batch) for batch in server.batches] == [1, 4, 1]


def test_services_have_answers_of_their_own(store: MemoryStore, server: Server, cache: Path) -> None:
    options = ReconcileOptions(cache=cache, names=("Denis Alt",))
    reconcile(store, server.url, options)
    reconcile(store, f"{server.url}?lang=de", options)
    assert len(server.batches) == 2


def test_refresh_asks_again_and_keeps_the_new_answer(store: MemoryStore, server: Server, cache: Path) -> None:
    options = ReconcileOptions(cache=cache, names=("Denis Alt",))
    reconcile(store, server.url, options)
    server.known = {}
    assert found_by(reconcile(store, server.url, options))["Denis Alt"] != []
    assert found_by(reconcile(store, server.url, replace(options, refresh=True)))["Denis Alt"] == []
    assert found_by(reconcile(store, server.url, options))["Denis Alt"] == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"service": "x"}', '{"candidates": 3}', "\udcff"])
def test_a_spoilt_answer_is_asked_for_again(store: MemoryStore, server: Server, cache: Path, content: str) -> None:
    first = reconcile(store, server.url, ReconcileOptions(cache=cache))
    for path in cache.rglob("*.json"):
        path.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert reconcile(store, server.url, ReconcileOptions(cache=cache)) == first


def test_what_was_answered_before_a_failure_is_kept(store: MemoryStore, cache: Path) -> None:
    with serving({**MANIFEST, "batchSize": 2}, KNOWN) as server:
        server.misbehave = lambda seen: Reply(400) if len(server.batches) == 2 else None
        failure(store, server, cache)
        server.misbehave = lambda _: None
        reconcile(store, server.url, ReconcileOptions(cache=cache))
        assert [len(batch) for batch in server.batches] == [2, 2, 2, 1]
        assert len([seen for seen in server.seen if seen.method == "GET"]) == 1


def test_a_cache_that_cannot_be_written_is_said(store: MemoryStore, server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="--cache"):
        reconcile(store, server.url, ReconcileOptions(cache=tmp_path / "file"))


def test_the_usual_cache_is_that_of_the_user(
    store: MemoryStore, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    reconcile(store, server.url)
    assert len(list((tmp_path / "govgraph" / "reconcile").rglob("*.json"))) == 1 + len(NAMES)


# What goes wrong


def test_an_overloaded_service_is_given_the_time_that_it_asks_for(
    store: MemoryStore, server: Server, cache: Path
) -> None:
    server.misbehave = lambda seen: (
        Reply(429, headers={"Retry-After": "1"}) if seen.method == "POST" and len(server.batches) == 1 else None
    )
    found = reconcile(store, server.url, ReconcileOptions(cache=cache))
    first, second = (seen.at for seen in server.seen if seen.method == "POST")
    assert second - first >= 1
    assert found_by(found)["Rheinland-Pfalz"] == [f"{WIKIDATA}Q1200"]


def test_a_service_that_stays_overloaded_is_left_alone(
    store: MemoryStore, server: Server, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", lambda seconds: waits.append(seconds) if seconds else None)
    server.misbehave = lambda _: Reply(503)
    assert "answers 503" in failure(store, server, cache)
    assert len(server.seen) == 5
    assert waits == sorted(waits)
    assert sum(waits) > 5


@pytest.mark.parametrize("wish", ["3600", formatdate(time.time() + 36_000, usegmt=True)], ids=["seconds", "moment"])
def test_nobody_waits_for_an_hour(store: MemoryStore, server: Server, cache: Path, wish: str) -> None:
    server.misbehave = lambda _: Reply(429, headers={"Retry-After": wish})
    assert "wants to be left alone for" in failure(store, server, cache)
    assert len(server.seen) == 1


def test_a_wish_that_makes_no_sense_is_none(
    store: MemoryStore, server: Server, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    server.misbehave = lambda _: Reply(429, headers={"Retry-After": "bald"}) if len(server.seen) < 3 else None
    assert found_by(reconcile(store, server.url, ReconcileOptions(cache=cache)))["Denis Alt"] != []


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(404), "answers 404; is it the address of a reconciliation service?"),
        (Reply(401), "lets in only whom it knows"),
        (Reply(body=b"<html>Willkommen</html>"), "answers no JSON but '<html>Willkommen</html>'"),
        (Reply(body=b'{"name": "x"'), "answers no JSON"),
        (Reply(body=b"\xff\xfe"), "answers no JSON"),
        (Reply(body=b"[" * 100_000), "answers no JSON"),
        (Reply(body=b"[]"), "is no reconciliation service"),
        (Reply(body=b'{"ok": true}'), "is no reconciliation service"),
        (Reply(body=b'{"name": "x", "versions": ["2.0"]}'), 'speaks versions ["2.0"]'),
        (Reply(body=b'{"name": "x", "versions": "0.2"}'), "speaks versions"),
        (Reply(body=b'{"name": "x"}'), "no identifier space and no view"),
        (Reply(body=b"{}", headers={"Content-Encoding": "gzip"}), "compressed"),
        (Reply(body=b'{"name": "Musterdienst"}', cut=True), "broke the connection off"),
        (Reply(303, headers={"Location": "/other"}), "answers 303"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_service_is_said(
    store: MemoryStore, server: Server, cache: Path, reply: Reply, message: str
) -> None:
    server.misbehave = lambda _: reply
    with pytest.raises(ServiceError) as caught:
        reconcile(store, server.url, ReconcileOptions(cache=cache))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not cache.exists()


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"{}",
        b'{"q0": {"result": []}}',
        b'{"status": "error", "message": "zu viel"}',
        b'{"q0": {"result": {}}, "q1": {"result": []}}',
    ],
)
def test_broken_answers_are_said_and_not_kept(store: MemoryStore, server: Server, cache: Path, body: bytes) -> None:
    server.misbehave = lambda seen: Reply(body=body) if seen.method == "POST" else None
    failure(store, server, cache, types=("Organisation",))
    assert [path.name for path in cache.rglob("*.json")] == ["manifest.json"]


@pytest.mark.parametrize(
    "candidate", [{"name": "x"}, {"id": ""}, {"id": None}, [], {"id": "1", "score": "9"}, {"id": "1", "score": True}]
)
def test_candidates_that_break_the_protocol_are_said(
    store: MemoryStore, server: Server, cache: Path, candidate: Any
) -> None:
    server.misbehave = lambda seen: Reply(body=_of(seen, [candidate])) if seen.method == "POST" else None
    assert "tell its makers" in failure(store, server, cache)


def test_what_is_slow_is_given_up(store: MemoryStore, server: Server, cache: Path) -> None:
    server.misbehave = lambda _: Reply(body=b"{}", wait=1)
    begin = time.monotonic()
    assert "did not answer within 0.2 s" in failure(store, server, cache, timeout=0.2)
    assert time.monotonic() - begin < 20


def test_what_drips_is_given_up(store: MemoryStore, server: Server, cache: Path) -> None:
    server.misbehave = lambda _: Reply(body=b" " * 1000, drip=0.05)
    begin = time.monotonic()
    # each part in good time, ten times as fast as asked: on a busy machine, too, it is the whole that is too slow
    assert "did not answer within 2 s" in failure(store, server, cache, timeout=0.5)
    assert time.monotonic() - begin < 20


def test_what_is_too_large_is_given_up(
    store: MemoryStore, server: Server, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "MOST_BYTES", 1024 * 1024)
    server.misbehave = lambda _: Reply(body=b" " * (1024 * 1024 + 1))
    assert "sends more than 1 MiB" in failure(store, server, cache)


def test_nobody_there(store: MemoryStore, cache: Path) -> None:
    with serving() as server:
        pass
    assert "cannot be reached" in failure(store, server, cache)


def test_a_redirect_on_the_same_host_is_followed(store: MemoryStore, server: Server, cache: Path) -> None:
    manifest_elsewhere = server.url.replace("/reconcile", "/old")
    server.misbehave = lambda seen: Reply(301, headers={"Location": "/reconcile"}) if seen.path == "/old" else None
    found = reconcile(store, manifest_elsewhere, ReconcileOptions(cache=cache))
    assert (found.service.url, found.service.endpoint) == (manifest_elsewhere, server.url)
    assert [seen.path for seen in server.seen] == ["/old", "/reconcile", "/reconcile"]
    assert reconcile(store, manifest_elsewhere, ReconcileOptions(cache=cache)) == replace(found, requests=0)


def test_a_batch_that_is_redirected_is_sent_on(store: MemoryStore, server: Server, cache: Path) -> None:
    server.misbehave = lambda seen: (
        Reply(307, headers={"Location": "/reconcile?again"})
        if seen.method == "POST" and not seen.path.endswith("again")
        else None
    )
    assert found_by(reconcile(store, server.url, ReconcileOptions(cache=cache)))["Denis Alt"] != []
    assert [batch == server.batches[0] for batch in server.batches] == [True, True]


@pytest.mark.parametrize(
    "target",
    ["http://localhost:9/reconcile", "https://127.0.0.1/", "//example.org/x", "ftp://127.0.0.1/", "file:///etc"],
)
def test_nobody_is_sent_to_another_host(store: MemoryStore, server: Server, cache: Path, target: str) -> None:
    server.misbehave = lambda _: Reply(302, headers={"Location": target})
    assert "another host" in failure(store, server, cache)
    assert len(server.seen) == 1


def test_redirects_come_to_an_end(store: MemoryStore, server: Server, cache: Path) -> None:
    server.misbehave = lambda _: Reply(302, headers={"Location": "/reconcile"})
    assert "redirects more than" in failure(store, server, cache)


@pytest.mark.parametrize(
    "url",
    ["", "wikidata", "ftp://example.org", "http://", "http://a:b", "file:///etc/passwd", "https://me:secret@example.org/",
     "http://exämple.org/", "http://example.org/a b", "http://example.org/<x>"],
)  # fmt: skip
def test_addresses_that_are_none(store: MemoryStore, cache: Path, url: str) -> None:
    with pytest.raises(InputError) as caught:
        reconcile(store, url, ReconcileOptions(cache=cache))
    assert "secret" not in str(caught.value)


# Services that are known beforehand


def test_a_user_describes_a_service(store: MemoryStore, cache: Path, tmp_path: Path) -> None:
    described = tmp_path / "dienst.ttl"
    described.write_text(
        "@prefix gov: <https://w3id.org/govgraph/ontology#> .\n"
        '<https://example.org/dienst> a gov:ReconciliationService ; gov:identifierSpace "https://example.org/ding/" ;\n'
        '  gov:canonicalSpace "https://example.org/id/" ;\n'
        '  gov:typeMapping [ gov:mappedClass gov:Person ; gov:externalId "mensch" ] .\n',
        encoding="utf-8",
    )
    with serving(DRAFT, {"Denis Alt": [{"id": "7", "name": "Denis Alt"}]}) as server:
        found = reconcile(store, server.url, ReconcileOptions(cache=cache, names=("Denis Alt",), lexicon=(described,)))
        assert server.batches[0][0]["type"] == "mensch"
    assert found_by(found) == {"Denis Alt": ["https://example.org/id/7"]}


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("<a", "not readable as Turtle"),
        ("[] a gov:ReconciliationService ; gov:typeMapping [ gov:externalId 'x' ] .", "0 values of gov:mappedClass"),
    ],
)
def test_descriptions_that_cannot_be_used(
    store: MemoryStore, server: Server, tmp_path: Path, turtle: str, message: str
) -> None:
    described = tmp_path / "dienst.ttl"
    described.write_text(f"@prefix gov: <https://w3id.org/govgraph/ontology#> .\n{turtle}\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=message):
        reconcile(store, server.url, ReconcileOptions(cache=tmp_path, lexicon=(described,)))


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        ({"identifierSpace": WIKIDATA}, "http://www.wikidata.org/entity/Q7"),
        ({"view": {"url": "https://www.wikidata.org/wiki/{{id}}"}}, "http://www.wikidata.org/entity/Q7"),
        ({"identifierSpace": "https://lobid.org/gnd/"}, "https://d-nb.info/gnd/Q7"),
        ({"identifierSpace": "urn:example:"}, "urn:example:Q7"),
        (
            {
                "identifierSpace": "http://vocab.getty.edu/doc/#GVP",
                "view": {"url": "http://vocab.getty.edu/page/{{id}}"},
            },
            "http://vocab.getty.edu/page/Q7",
        ),
        ({"view": {"url": "https://example.org/{id}.html"}}, "https://example.org/Q7.html"),
    ],
)
def test_identifiers_become_iris(store: MemoryStore, cache: Path, manifest: dict[str, Any], expected: str) -> None:
    with serving({"name": "Dienst", "versions": ["0.2"], **manifest}, KNOWN) as server:
        found = reconcile(store, server.url, ReconcileOptions(cache=cache, limit=1))
    assert found_by(found)["Denis Alt"] == [expected]
    assert found.linked == int("wikidata" in expected)


def test_progress_is_told(store: MemoryStore, cache: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with serving({**MANIFEST, "batchSize": 2}) as server:
        reconcile(store, server.url, ReconcileOptions(cache=cache), lambda *args: told.append(args))
    assert [(done, total) for _, done, total in told] == [(0, 5), (2, 5), (4, 5), (5, 5)]


@pytest.mark.parametrize("settings", [{"limit": 0}, {"timeout": 0}, {"timeout": float("nan")}])
def test_settings_out_of_range(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="allowed are"):
        ReconcileOptions(**settings)
