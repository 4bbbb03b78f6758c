"""The atlas file in a real browser, opened from disk with the network cut."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from accessibility import complaints
from govgraph.views import write_atlas
from opening import OpenFile
from viewable import ALT, FITKO, OZG, QUOTE, TENURE, add_node, large, small

pytestmark = pytest.mark.browser


def opened(open_file: OpenFile, graph: nx.MultiDiGraph[str], path: Path, anchor: str = "") -> Page:
    """The page of a graph, ready."""
    write_atlas(graph, path)
    page = open_file(path, anchor).page
    assert page.evaluate("() => window.govgraph.ready")
    return page


def drawn(page: Page) -> str:
    return str(page.evaluate("() => document.querySelector('#network canvas').toDataURL()"))


def test_a_click_on_a_node_and_then_on_its_fact_shows_the_quote(open_file: OpenFile, tmp_path: Path) -> None:
    page = opened(open_file, small(), tmp_path / "a.html")
    spot = page.evaluate("(iri) => govgraph.nodePosition(iri)", ALT)
    page.mouse.click(spot["x"], spot["y"])
    expect(page.locator("#panel h2")).to_have_text("Denis Alt")
    page.locator("#panel .statement .open").first.click()
    expect(page.locator("#panel blockquote").first).to_have_text(QUOTE)


def test_search_and_address_lead_to_the_same_node(open_file: OpenFile, tmp_path: Path) -> None:
    page = opened(open_file, small(), tmp_path / "a.html")
    page.keyboard.press("/")
    page.keyboard.type("fitko")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .iri")).to_have_text(FITKO)
    again = opened(open_file, small(), tmp_path / "b.html", page.evaluate("() => location.hash"))
    expect(again.locator("#panel .iri")).to_have_text(FITKO)
    page.keyboard.press("Escape")
    expect(page.locator("#panel .iri")).to_have_count(0)


def test_a_filter_takes_a_type_from_the_picture(open_file: OpenFile, tmp_path: Path) -> None:
    page = opened(open_file, small(), tmp_path / "a.html")
    before = drawn(page)
    page.locator('#types [data-key="Law"]').click()
    assert OZG not in page.evaluate("() => govgraph.visible().nodes")
    assert TENURE in page.evaluate("() => govgraph.visible().edges")
    assert drawn(page) != before
    page.locator("#reset").click()
    assert OZG in page.evaluate("() => govgraph.visible().nodes")


def test_dragging_and_the_wheel_move_the_picture_and_colours_switch(open_file: OpenFile, tmp_path: Path) -> None:
    page = opened(open_file, large(3000, 4000), tmp_path / "a.html")
    where = page.evaluate("() => govgraph.nodePosition(0)")
    page.mouse.move(640, 400)
    page.mouse.down()
    page.mouse.move(700, 430, steps=4)
    page.mouse.up()
    after = page.evaluate("() => govgraph.nodePosition(0)")
    assert (round(after["x"] - where["x"]), round(after["y"] - where["y"])) == (60, 30)
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("() => govgraph.nodePosition(0).x") == pytest.approx(after["x"] + 80)
    page.wait_for_timeout(300)
    by_type = drawn(page)
    page.select_option("#colours", "community")
    assert drawn(page) != by_type
    named = page.locator("#communities li")
    assert 2 < named.count() < 14
    assert sum(int(one.replace(".", "")) for one in named.locator(".number").all_text_contents()) == 3000
    assert page.evaluate("() => location.hash") == "#colours=community"
    with page.expect_download() as saved:
        page.locator("#png").click()
    assert saved.value.suggested_filename == "a.png"
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as saved:
        page.locator("#svg").click()
    whole = ElementTree.parse(saved.value.path())
    assert named.first.locator(".name").text_content() in [one.text for one in whole.findall(".//{*}text")]
    marks = whole.findall(".//{*}g/{*}g/{*}path")
    assert max(mark.get("d", "").count("L") for mark in marks) > 3500
    assert sum(mark.get("d", "").count("h0") for mark in marks) > 2700
    page.go_back()
    assert drawn(page) == by_type
    expect(page.locator("#communities")).to_be_hidden()
    expect(page.locator("#filters")).to_contain_text("je größer, desto mehr Nachbarn")
    page.locator("#language").click()
    expect(page.locator("#filters")).to_contain_text("the larger, the more neighbours")
    expect(page.locator("#png")).to_have_text("Save as PNG")


def test_hostile_names_are_text(open_file: OpenFile, tmp_path: Path) -> None:
    graph = small()
    evil = "</script><script>alert(1)</script>\u202eevil" + "x" * 10_000
    add_node(graph, "https://example.org/evil", evil, "Person")
    page = opened(open_file, graph, tmp_path / "a.html", "#n=https%3A%2F%2Fexample.org%2Fevil")
    assert page.locator("#panel h2").evaluate("(element) => element.textContent") == evil
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_problem(open_file: OpenFile, tmp_path: Path, scheme: str) -> None:
    page = opened(open_file, small(), tmp_path / "a.html", "#n=" + FITKO.replace(":", "%3A").replace("/", "%2F"))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    expect(page.locator("#panel .iri")).to_have_text(FITKO)
    assert complaints(page) == []
