"""The atlas file in a real browser, opened from disk with the network cut."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from govgraph.views import write_atlas
from viewable import ALT, FITKO, OZG, QUOTE, TENURE, add_node, large, small

pytestmark = pytest.mark.browser
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        named = os.environ.get("GOVGRAPH_CHROMIUM") or os.environ.get("CHROMIUM")
        path = named or next(filter(None, map(shutil.which, NAMES)), None) or own
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


def opened(browser: Browser, graph: nx.MultiDiGraph[str], path: Path, anchor: str = "") -> tuple[Page, list[str]]:
    """The page of a graph, and what the browser complains of or asks for from outside."""
    write_atlas(graph, path)
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce", locale="de-DE")
    context.set_offline(True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda entry: complaints.append(entry.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    outside = ("file:", "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(outside) else complaints.append(request.url))
    page.goto(path.as_uri() + anchor)
    assert page.evaluate("() => window.govgraph.ready"), complaints
    return page, complaints


def drawn(page: Page) -> str:
    return str(page.evaluate("() => document.querySelector('#network canvas').toDataURL()"))


def test_a_click_on_a_node_and_then_on_its_fact_shows_the_quote(browser: Browser, tmp_path: Path) -> None:
    page, complaints = opened(browser, small(), tmp_path / "a.html")
    spot = page.evaluate("(iri) => govgraph.nodePosition(iri)", ALT)
    page.mouse.click(spot["x"], spot["y"])
    expect(page.locator("#panel h2")).to_have_text("Denis Alt")
    page.locator("#panel .statement .open").first.click()
    expect(page.locator("#panel blockquote").first).to_have_text(QUOTE)
    assert not complaints


def test_search_and_address_lead_to_the_same_node(browser: Browser, tmp_path: Path) -> None:
    page, complaints = opened(browser, small(), tmp_path / "a.html")
    page.keyboard.press("/")
    page.keyboard.type("fitko")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .iri")).to_have_text(FITKO)
    again, more = opened(browser, small(), tmp_path / "b.html", page.evaluate("() => location.hash"))
    expect(again.locator("#panel .iri")).to_have_text(FITKO)
    page.keyboard.press("Escape")
    expect(page.locator("#panel .iri")).to_have_count(0)
    assert not complaints + more


def test_a_filter_takes_a_type_from_the_picture(browser: Browser, tmp_path: Path) -> None:
    page, complaints = opened(browser, small(), tmp_path / "a.html")
    before = drawn(page)
    page.locator('#types [data-key="Law"]').click()
    assert OZG not in page.evaluate("() => govgraph.visible().nodes")
    assert TENURE in page.evaluate("() => govgraph.visible().edges")
    assert drawn(page) != before
    page.locator("#reset").click()
    assert OZG in page.evaluate("() => govgraph.visible().nodes")
    assert not complaints


def test_dragging_and_the_wheel_move_the_picture_and_colours_switch(browser: Browser, tmp_path: Path) -> None:
    page, complaints = opened(browser, large(3000, 4000), tmp_path / "a.html")
    where = page.evaluate("() => govgraph.nodePosition(0)")
    page.mouse.move(640, 400)
    page.mouse.down()
    page.mouse.move(700, 430, steps=4)
    page.mouse.up()
    after = page.evaluate("() => govgraph.nodePosition(0)")
    assert (round(after["x"] - where["x"]), round(after["y"] - where["y"])) == (60, 30)
    page.wait_for_timeout(300)
    by_type = drawn(page)
    page.select_option("#colours", "community")
    assert drawn(page) != by_type
    with page.expect_download() as saved:
        page.locator("#png").click()
    assert saved.value.suggested_filename == "atlas.png"
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
    page.locator("#language").click()
    expect(page.locator("#png")).to_have_text("Save picture (PNG)")
    assert not complaints


def test_hostile_names_are_text(browser: Browser, tmp_path: Path) -> None:
    graph = small()
    evil = "</script><script>alert(1)</script>\u202eevil" + "x" * 10_000
    add_node(graph, "https://example.org/evil", evil, "Person")
    page, complaints = opened(browser, graph, tmp_path / "a.html", "#n=https%3A%2F%2Fexample.org%2Fevil")
    assert page.locator("#panel h2").evaluate("(element) => element.textContent") == evil
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert not complaints
