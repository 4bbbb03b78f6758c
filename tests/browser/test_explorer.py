"""The explorer in a real browser, from a server on loopback."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Route, expect

from accessibility import complaints
from explorable import HOSTILE, LONG
from exploring import Explorer, holds, opened
from govgraph.model import slug
from handmade import SPEAKING, interview
from serving import Client

pytestmark = pytest.mark.browser

IMAGE = Path(__file__).parents[2] / "docs" / "images" / "explorer.png"
ARTICLE = interview().article.id.rpartition("/id/")[2]


def test_from_the_first_page_to_the_sentence_in_two_clicks(explorer: Explorer) -> None:
    page = explorer.open("/")
    page.get_by_role("link", name="Standardisierungsboard").click()
    expect(page.locator("blockquote")).to_have_text(SPEAKING)
    page.locator("figcaption a").click()
    expect(page.locator("mark.chosen")).to_have_text(SPEAKING)
    expect(page.locator("li.chosen")).to_contain_text("Standardisierungsboard")
    page.screenshot(path=IMAGE)


def test_search_completes_by_name_and_by_other_name_and_goes_there_by_keyboard(explorer: Explorer) -> None:
    page = explorer.open("/")
    page.keyboard.press("/")
    page.keyboard.type("denis")
    expect(page.get_by_role("option").first).to_contain_text("Denis Alt")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Denis Alt")
    page.locator("#search").fill("ozg")
    expect(page.get_by_role("option").first).to_contain_text("Onlinezugangsgesetz")
    page.locator("#search").fill("gehöre dem")
    expect(page.get_by_role("option")).to_contain_text([SPEAKING])
    page.keyboard.press("Enter")
    expect(page.locator("mark.chosen")).to_have_text(SPEAKING)
    page.locator("#search").fill("gibtesnicht")
    expect(page.get_by_text("Kein Treffer unter Namen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".search > .unseen")).to_have_count(1)


@pytest.mark.parametrize(
    ("asked", "found", "exact"),
    [
        ("Onlinezugangsgesetzes", "Onlinezugangsgesetz", True),
        ("onlinzugangsgestz", "Onlinezugangsgesetz", False),
        ("Standardisierungsborad", "Standardisierungsboard", False),
        ("Dr. Denis", "Denis Alt", False),
    ],
)
def test_search_knows_forms_of_words_and_forgives_wrong_letters(
    explorer: Explorer, asked: str, found: str, exact: bool
) -> None:
    page = explorer.open("/")
    page.locator("#search").fill(asked)
    expect(page.get_by_role("option").first).to_contain_text(found)
    expect(page.get_by_text("Kein genauer Treffer")).to_have_count(0 if exact else 1)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(found)


def test_hits_of_one_name_are_told_apart_and_dates_are_in_the_language_of_the_page(explorer: Explorer) -> None:
    def doubled(route: Route) -> None:
        told = route.fetch().json()
        (alt,) = (row for row in told["entities"] if row[1] == "Denis Alt")
        told["entities"].append([f"{alt[0]}-kiel", *alt[1:]])
        told["apart"] = {alt[0]: "CIO · Rheinland-Pfalz", f"{alt[0]}-kiel": "CIO · Kiel"}
        route.fulfill(json=told)

    explorer.page.route("**/api/index.json", doubled)
    page = explorer.open("/")
    page.locator("#search").fill("denis alt")
    options = page.get_by_role("option")
    expect(options.nth(0)).to_have_text("Denis Alt Person · CIO · Rheinland-Pfalz")
    expect(options.nth(1)).to_have_text("Denis Alt Person · CIO · Kiel")
    page.locator("#search").fill("noch einmal")
    expect(options.first).to_have_text("Noch einmal 02.12.2024 · Artikel")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Deutsch")).to_be_visible()
    page.locator("#search").fill("noch einmal")
    expect(options.first).to_have_text("Noch einmal 2024-12-02 · article")
    page.get_by_role("button", name="Deutsch").click()
    expect(page.get_by_role("button", name="English")).to_be_visible()
    page.locator("#search").fill("gehöre dem")
    expect(options.first).to_contain_text("18.11.2024")


def test_a_marked_sentence_shows_what_was_read_from_it(explorer: Explorer) -> None:
    page = explorer.open(f"/id/{ARTICLE}")
    mark = page.locator("mark", has_text=SPEAKING)
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("li.chosen")).to_have_count(2)
    expect(page.locator(".text")).to_have_text(interview().article.text)


def test_a_statement_is_cited_on_its_page(explorer: Explorer) -> None:
    page = explorer.open("/id/person/denis-alt")
    page.locator("p.line + p a", has_text="Aussage").first.click()
    expect(page.get_by_role("heading", name="Zitieren")).to_be_visible()
    iri = page.locator("p.foot code").inner_text()
    for form, begin in (("Fußnote", "Denis Alt / Eva Muster: "), ("BibTeX", "@misc{")):
        words = page.get_by_label(form)
        expect(words).to_contain_text(iri)
        assert words.inner_text().startswith(begin)
    page.get_by_role("button", name="Kopieren").first.click()
    assert page.evaluate("getSelection().toString()").startswith("Denis Alt / Eva Muster: ")


def test_the_language_is_switched_and_kept(explorer: Explorer) -> None:
    page = explorer.open("/id/person/denis-alt")
    expect(page.get_by_role("heading", name="Ämter")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Offices")).to_be_visible()
    explorer.open("/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_what_is_not_known_says_so(chromium: Browser, explored: Client) -> None:
    one = opened(chromium, explored, "light", 1280)
    expect(one.open("/id/person/nobody").locator("h1")).to_have_text("Davon sagt der Graph nichts.")
    one.page.close()


@pytest.mark.parametrize("path", ["/", f"/id/organisation/{slug(HOSTILE)}", f"/id/organisation/{slug(LONG)}"])
@pytest.mark.parametrize("width", [1280, 390])
def test_hostile_names_are_text_and_the_layout_holds(
    chromium: Browser, explored: Client, path: str, width: int
) -> None:
    one = opened(chromium, explored, "dark", width)
    page = one.open(path)
    holds(page)
    if path != "/":
        expect(page.locator("h1")).to_have_text(HOSTILE if HOSTILE[:3] in page.title() and "script" in path else LONG)
    assert (one.complaints, one.outside) == ([], [])
    page.close()


def test_an_article_with_a_hostile_address_has_no_link_to_it(explorer: Explorer) -> None:
    page = explorer.open("/")
    page.get_by_role("link", name="Böser").click()
    expect(page.locator("h1")).to_have_text("Böser <b>Titel</b></script>")
    assert page.locator("a[href^='javascript']").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/id/person/denis-alt", f"/id/{ARTICLE}"])
def test_nothing_serious_is_found_by_axe(
    chromium: Browser, explored: Client, path: str, scheme: Literal["light", "dark"]
) -> None:
    one = opened(chromium, explored, scheme, 1280)
    assert complaints(one.open(path)) == []
    one.page.close()


def test_offices_are_told_with_the_time_that_all_articles_give_them(explorer: Explorer) -> None:
    page = explorer.open("/id/person/denis-alt")
    office = page.locator("#main section").first.locator("li.said").first
    expect(office.locator(".line")).to_have_text("CIO (Rheinland-Pfalz)")
    expect(office.locator(".chip").first).to_contain_text("zuletzt genannt 18.11.2024")
    expect(office).to_contain_text("Beginn: ")
    fact = page.locator("li.said", has_text="Standardisierungsboard").first
    expect(fact.locator(".chip").first).to_have_text("festgestellt, gesagt 18.11.2024")


def test_search_finds_roles_and_who_holds_them_where(explorer: Explorer) -> None:
    page = explorer.open("/")
    page.locator("#search").fill("cio")
    expect(page.get_by_role("option").first).to_contain_text("Amt")
    page.locator("#search").fill("cio rheinland-pfalz")
    expect(page.get_by_role("option").first).to_contain_text("Denis Alt CIO · Rheinland-Pfalz")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Denis Alt")


def test_search_says_that_its_names_are_still_on_their_way(explorer: Explorer) -> None:
    page = explorer.page

    def late(route: Route) -> None:
        page.wait_for_timeout(600)
        route.continue_()

    page.route("**/api/index.json", late)
    explorer.open("/id/person/denis-alt")
    page.locator("#search").fill("denis")
    expect(page.locator(".search [role=status]")).to_have_text("Wird gesucht …")
    expect(page.get_by_role("option").first).to_contain_text("Denis Alt")
