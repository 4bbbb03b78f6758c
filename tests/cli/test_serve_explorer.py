"""Addresses of the explorer: pages, documents, and things by content negotiation."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from explorable import explorable
from handmade import ALT, BOARD
from serving import Client, serving

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with serving(explorable(tmp_path_factory.mktemp("out"))) as one:
        yield one


def test_the_first_page_is_for_browsers_and_the_list_of_addresses_for_others(client: Client) -> None:
    assert client.get("/", BROWSER).text.startswith("<!doctype html>")
    assert "/sparql" in client.get("/").text


@pytest.mark.parametrize(
    ("path", "accept", "media"),
    [
        ("/id/person/denis-alt", BROWSER, "text/html; charset=utf-8"),
        ("/id/person/denis-alt", "", "text/html; charset=utf-8"),
        ("/id/person/denis-alt", "text/turtle", "text/turtle; charset=utf-8"),
        ("/id/person/denis-alt", "application/ld+json, text/html;q=0.5", "application/ld+json"),
        ("/id/person/denis-alt.ttl", BROWSER, "text/turtle; charset=utf-8"),
        ("/id/person/denis-alt.jsonld", "", "application/ld+json"),
        (f"/about?iri={ALT}", "text/turtle", "text/turtle; charset=utf-8"),
        (f"/about?iri={ALT}", BROWSER, "text/html; charset=utf-8"),
    ],
)
def test_a_thing_answers_in_the_form_that_is_liked(client: Client, path: str, accept: str, media: str) -> None:
    said = client.get(path, accept)
    assert (said.status, said.headers["content-type"]) == (200, media)
    assert "Accept" in said.headers["vary"]


def test_a_description_holds_the_statements_and_their_words(client: Client) -> None:
    turtle = client.get("/id/person/denis-alt", "text/turtle").body
    quads = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    assert any(str(one.object) == f"<{BOARD}>" for one in quads)
    assert any("dem Standardisierungsboard an." in str(one.object) for one in quads)


@pytest.mark.parametrize("path", ["/id/person/nobody", "/id/person/nobody.ttl", "/api/id/person/nobody.json"])
def test_a_thing_that_is_not_known_is_not_found(client: Client, path: str) -> None:
    assert client.get(path, BROWSER).status == 404


def test_a_thing_that_is_not_named_is_a_bad_request(client: Client) -> None:
    assert client.get("/about", BROWSER).status == 400


def test_a_form_that_there_is_not_is_refused(client: Client) -> None:
    assert client.get("/id/person/denis-alt", "image/png").status == 406


def test_documents_are_what_pages_show(client: Client) -> None:
    one = json.loads(client.get("/api/id/person/denis-alt.json").body)
    assert one["iri"] == ALT
    assert json.loads(client.get("/api/about.json", iri=ALT).body) == one
    assert json.loads(client.get("/api/index.json").body)["counts"]["articles"] == 3
    assert json.loads(client.get("/api/terms.json").body)["en"]["memberOf"]


def test_pages_may_load_nothing_from_elsewhere(client: Client) -> None:
    said = client.get("/id/person/denis-alt", BROWSER)
    policy = said.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_scripts_stay_in_caches_and_nothing_else_is_given_out(client: Client) -> None:
    page = client.get("/", BROWSER).text
    script = page.partition('src="./')[2].partition('"')[0]
    said = client.get(f"/{script}")
    assert said.status == 200
    assert "immutable" in said.headers["cache-control"]
    assert len(said.body) < 150_000
    for other in ("sources.json", "..%2F__init__.py", "index.html"):
        assert client.get(f"/explorer/{other}").status == 404


def test_views_are_pages_and_have_their_documents(client: Client) -> None:
    for path in ("/sparql-editor", "/network", "/timeline", "/map"):
        said = client.get(path, BROWSER)
        assert said.text.startswith("<!doctype html>")
        assert "unsafe" not in said.headers["content-security-policy"]
    assert json.loads(client.get("/api/questions.json").body)["queries"]
    assert json.loads(client.get("/api/charts.json").body)["geometry"]["paths"]
    lanes = json.loads(client.get("/api/timeline.json").body)["lanes"]
    assert json.loads(client.get("/api/timeline/person/denis-alt.json").body)["lanes"] == lanes
    assert json.loads(client.get("/api/timeline.json", iri=ALT).body)["lanes"] == lanes
    assert json.loads(client.get("/api/maps.json").body)["maps"] == []
    assert json.loads(client.get("/api/map/implements/law/onlinezugangsgesetz.json").body)["lands"]
    assert client.get("/api/map/implements.json", iri="https://example.org/none").status == 404
    assert client.get("/api/map/eats/law/onlinezugangsgesetz.json").status == 404


def test_what_a_client_has_already_is_not_sent_again_and_all_else_is_packed(client: Client) -> None:
    plain = client.get("/api/index.json")
    assert "content-encoding" not in plain.headers
    small = client.send("GET", "/api/index.json", headers={"Accept-Encoding": "gzip"})
    assert (small.headers["content-encoding"], gzip.decompress(small.body)) == ("gzip", plain.body)
    assert "Accept-Encoding" in small.headers["vary"]
    assert small.headers["etag"] == plain.headers["etag"]
    again = client.send("GET", "/api/index.json", headers={"If-None-Match": plain.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    script = "/" + client.get("/", BROWSER).text.partition('src="./')[2].partition('"')[0]
    said = client.send("GET", script, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(said.body) == client.get(script).body
    assert said.headers["content-type"] == client.get(script).headers["content-type"]
