"""A site in a real browser: from disk with the network cut, and from a server that knows files alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from accessibility import complaints
from explorable import HOSTILE, LONG, TURNED
from exploring import Explorer, holds, opened
from govgraph import Graph
from govgraph.model import slug
from handmade import ALT, BOARD, OZG, PLANNING, SPEAKING, interview
from sited import Sited

pytestmark = pytest.mark.browser

IMAGE = Path(__file__).parents[2] / "docs" / "images" / "site.png"
ARTICLE = interview().article.id.rpartition("/id/")[2]


def closed(one: Explorer) -> None:
    """Nothing was amiss, nothing was asked of others."""
    assert (one.complaints, one.outside) == ([], [])
    one.page.close()


def answered(page: Page, sparql: str) -> None:
    page.locator(".CodeMirror").evaluate("(one, text) => one.CodeMirror.setValue(text)", sparql)
    page.get_by_role("button", name="Ausführen").click()


def test_in_the_folder_a_reader_goes_from_a_name_to_the_sentence_and_asks(chromium: Browser, on_disk: Sited) -> None:
    one = opened(chromium, on_disk, "light", 1280)
    page = one.open(on_disk.at())
    page.keyboard.press("/")
    page.keyboard.type("denis")
    expect(page.get_by_role("option").first).to_contain_text("Denis Alt")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Denis Alt")
    saying = page.locator("li.said", has_text="Mitglied von Standardisierungsboard")
    saying.locator("figcaption a").click()
    expect(page.locator("mark.chosen")).to_have_text(SPEAKING)
    expect(page.locator(".text")).to_have_text(interview().article.text)
    page.locator("li.chosen a", has_text="Aussage").first.click()
    expect(page.locator("h1")).to_have_text("Aussage")
    expect(page.locator("blockquote")).to_have_text(SPEAKING)
    page.get_by_role("link", name="SPARQL").click()
    answered(page, "ASK { ?one a gov:Person }")
    expect(page.locator(".truth")).to_have_text("Ja")
    closed(one)


def test_in_one_file_views_lead_to_things_and_sentences(chromium: Browser, in_one: Sited) -> None:
    one = opened(chromium, in_one, "light", 1280)
    page = one.open(in_one.at("id/person/denis-alt"))
    page.locator(".views").get_by_role("link", name="Zeitleiste").click()
    page.get_by_role("button", name="Tabelle").click()
    page.get_by_role("button", name="Denis Alt").click()
    address = f"{one.root}{in_one.at('id/person/denis-alt')}"
    expect(page.get_by_role("link", name="Denis Alt").last).to_have_attribute("href", address)
    page = one.open(in_one.at("map", of=OZG))
    page.get_by_role("button", name="Tabelle").click()
    page.get_by_role("button", name="Hessen", exact=True).click()
    page.locator("#panel cite a").click()
    expect(page.locator("mark.chosen")).to_have_text(PLANNING)
    closed(one)


def test_in_one_file_queries_are_answered_refused_and_given_up(chromium: Browser, in_one: Sited) -> None:
    one = opened(chromium, in_one, "light", 1280)
    page = one.open(in_one.at("sparql-editor"))
    page.get_by_label("Beispiel").select_option("members-of")
    page.get_by_label("Das Gremium").fill("Standardisierungsboard")
    expect(page.locator(".CodeMirror")).to_contain_text(f"<{BOARD}>")
    page.get_by_role("button", name="Ausführen").click()
    address = f"{one.root}{in_one.at('id/person/denis-alt')}"
    expect(page.get_by_role("link", name="person:denis-alt").first).to_have_attribute("href", address)
    page.screenshot(path=IMAGE)
    assert complaints(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert Path(download.value.path()).read_text("utf-8").startswith("member,name")
    answered(page, "CONSTRUCT { ?one rdf:type gov:Person } WHERE { ?one a gov:Person }")
    expect(page.get_by_role("button", name="Turtle")).to_be_visible()
    answered(page, "SELECT ?one\nWHERE { ?one ?two }")
    expect(page.get_by_role("alert")).to_contain_text("Zeile 2, Zeichen")
    answered(page, "SELECT (COUNT(*) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?a) < STR(?i)) }")
    page.get_by_role("button", name="Abbrechen").click()
    expect(page.get_by_text("Abgebrochen.")).to_be_visible()
    answered(page, f'SELECT ?name {{ ?one skos:prefLabel ?name FILTER(STRSTARTS(?name, "{LONG[:5]}")) }}')
    page.get_by_role("button", name="ganzer Text").click()
    expect(page.locator("td", has_text=LONG)).to_have_count(1)
    holds(page)
    closed(one)


def test_a_server_that_knows_files_alone_is_enough(chromium: Browser, on_web: Sited) -> None:
    one = opened(chromium, on_web, "light", 1280)
    page = one.open(on_web.at("network", of=BOARD))
    page.locator(f"g.node[data-iri='{ALT}']").click()
    expect(page.locator("g.node")).to_have_count(3)
    page.reload()
    expect(page.locator("g.node")).to_have_count(3)
    closed(one)


@pytest.mark.parametrize("single", [True, False])
def test_a_site_opens_in_the_language_that_it_was_written_for(
    chromium: Browser, written: Path, tmp_path: Path, single: bool
) -> None:
    with Graph.open(written) as graph:
        graph.site(tmp_path / ("site.html" if single else "site"), single=single, lang="en")
    sited = Sited(tmp_path.as_uri(), single=single)
    one = opened(chromium, sited, "light", 1280)
    page = one.open(sited.at())
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("E-government knowledge graph")
    page.get_by_role("button", name="Deutsch").click()
    expect(page.locator("h1")).to_have_text("Wissensgraph E-Government")
    page = one.open(sited.at("network"))
    expect(page.locator("html")).to_have_attribute("lang", "de")
    closed(one)


def test_hostile_names_are_text_in_the_folder(chromium: Browser, on_disk: Sited) -> None:
    one = opened(chromium, on_disk, "dark", 1280)
    page = one.open(on_disk.at(f"id/organisation/{slug(HOSTILE)}"))
    expect(page.locator("h1")).to_have_text(HOSTILE)
    holds(page)
    assert (one.complaints, one.outside) == ([], [])
    expect(one.open(on_disk.at("about", iri=f"{ALT}-2")).locator("h1")).to_have_text("Davon sagt der Graph nichts.")
    expect(page.locator("main code")).to_have_text(f"{ALT}-2")
    page.locator("main").get_by_role("link", name="Denis Alt").click()
    expect(page.locator("h1")).to_have_text("Denis Alt")
    # what two articles say is one statement
    page = one.open(on_disk.at(f"id/organisation/{slug(TURNED)}"))
    expect(page.locator("li.said")).to_have_count(1)
    expect(page.locator("li.said summary")).to_have_text("1 weiterer Beleg")
    one.page.close()


def test_hostile_names_are_text_in_the_file_and_it_speaks_english(chromium: Browser, in_one: Sited) -> None:
    one = opened(chromium, in_one, "light", 390)
    for name in (TURNED, LONG):
        page = one.open(in_one.at(f"id/organisation/{slug(name)}"))
        expect(page.locator("h1")).to_have_text(name)
        holds(page)
    page = one.open(in_one.at(f"id/{ARTICLE}"))
    assert page.locator("a[href^='javascript']").count() == 0
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Text with statements")).to_be_visible()
    closed(one)
