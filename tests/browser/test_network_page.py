"""The network file in a real browser, opened from disk with the network cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from playwright.sync_api import Browser, expect

from accessibility import complaints
from govgraph.model import BASE
from govgraph.query.terms import BOUNDS
from govgraph.views import NetworkOptions, write_network
from opening import ENGLISH, Seen
from viewable import (
    ALT,
    DEVELOPS,
    ENDED,
    FITKO,
    MEMBER,
    OZG,
    PLANNED,
    PLANUNGSRAT,
    QUOTE,
    REPRESENTS,
    RICHTER,
    RLP,
    TENURE,
    Said,
    add_edge,
    add_node,
    large,
    small,
)

pytestmark = pytest.mark.browser


class Opened(Seen):
    """A network page and what it must not have done."""

    def click(self, what: str, iri: str) -> None:
        spot = self.page.evaluate(f"(iri) => govgraph.{what}Position(iri)", iri)
        self.page.mouse.click(spot["x"], spot["y"])

    def visible(self) -> tuple[set[str], set[str]]:
        seen = self.page.evaluate("() => govgraph.visible()")
        return set(seen["nodes"]), set(seen["edges"])


Open = Callable[..., Opened]


FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a graph; afterwards there was no request but for files and no complaint of the browser."""
    context = chromium.new_context(viewport={"width": 1400, "height": 860}, reduced_motion="reduce", locale="de-DE")
    context.set_offline(True)
    all_opened: list[Opened] = []

    def open_graph(graph: nx.MultiDiGraph[str], options: NetworkOptions | None = None, anchor: str = "") -> Opened:
        path = tmp_path / f"{len(all_opened)}.html"
        write_network(graph, path, options)
        result = Opened(context.new_page())
        result.page.route("**/*", result.guard)
        result.page.on("console", lambda entry: result.complaints.append(f"{entry.type}: {entry.text}"))
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        result.page.on("dialog", result.refuse)
        result.page.on("request", lambda request: result.requests.append(request.url))
        result.page.goto(path.as_uri() + anchor)
        ready = result.page.evaluate("() => Boolean(window.govgraph && window.govgraph.ready)")
        assert ready, result.complaints
        # what was never drawn cannot be hit
        result.page.evaluate(FRAME)
        all_opened.append(result)
        return result

    yield open_graph
    for one in all_opened:
        assert one.complaints == []
        assert [url for url in one.requests if not url.startswith(("file://", "data:"))] == []
    context.close()


def test_the_page_opens_at_rest_with_title_counts_and_legend(opened: Open) -> None:
    page = opened(small()).page
    expect(page.locator("h1")).to_have_text("Wissensgraph E-Government")
    expect(page.locator("#counts")).to_have_text("6 Entitäten · 6 Aussagen · 4 Artikel")
    expect(page.locator("#types .chip .name")).to_have_text(
        ["Person", "Organisation", "Gebietskörperschaft", "Rechtsnorm"]
    )
    expect(page.locator("#notice")).to_be_hidden()
    assert page.evaluate("() => govgraph.network.physics.physicsEnabled") is False


def test_a_click_on_an_edge_shows_the_verbatim_sentence(opened: Open) -> None:
    view = opened(small())
    view.click("edge", TENURE)
    panel = view.page.locator("#panel")
    expect(panel.locator("blockquote")).to_have_text(QUOTE)
    expect(panel.locator("cite")).to_have_text("Erfolg durch Kooperation")
    expect(panel.locator("time")).to_have_text("18. November 2024")
    expect(panel.locator(".badge")).to_have_text("neu im Amt")
    expect(panel.locator(".facts")).to_contain_text("90")
    expect(panel.locator(".facts")).to_contain_text("seit 18. November 2024")
    expect(panel.locator("figcaption a")).to_have_attribute("href", "https://example.org/artikel")
    expect(panel.locator(".triple bdi")).to_have_text(["Denis Alt", "CIO", "Rheinland-Pfalz"])


def test_a_quote_that_is_left_out_or_cut_says_so(opened: Open) -> None:
    graph = small()
    for _, _, key, edge in graph.edges(keys=True, data=True):
        (said,) = edge["evidence"]
        words = "ist CIO" if key == MEMBER else ""
        edge["evidence"] = ({**said, "quote": words, "start": 120, "end": 1240, "cut": (130, 137) if words else None},)
    view = opened(graph)
    view.click("edge", TENURE)
    panel = view.page.locator("#panel")
    expect(panel.locator("blockquote")).to_have_count(0)
    expect(panel.locator(".left-out")).to_have_text("Zitat ausgelassen; Zeichen 120–1.240 des Artikels")
    expect(panel.locator("figcaption a")).to_have_attribute("href", "https://example.org/artikel")
    view.click("edge", MEMBER)
    expect(panel.locator("blockquote")).to_have_text("[…] ist CIO […]")


def test_who_is_meant_by_a_pronoun_stands_beneath_the_sentence(opened: Open) -> None:
    view = opened(small())
    view.click("edge", MEMBER)
    expect(view.page.locator("#panel .meant")).to_have_text("Nicht beim Namen genannt, aber gemeint: Denis Alt")
    view.click("edge", TENURE)
    expect(view.page.locator("#panel .meant")).to_have_count(0)


def test_parallel_edges_are_clicked_one_by_one(opened: Open) -> None:
    view = opened(small())
    for iri, quote in ((TENURE, QUOTE), (REPRESENTS, "Denis Alt vertritt Rheinland-Pfalz.")):
        view.page.keyboard.press("Escape")
        view.click("edge", iri)
        expect(view.page.locator("blockquote")).to_have_text(quote)


def test_a_click_on_a_node_shows_its_facts_and_tenures_with_quotes(opened: Open) -> None:
    view = opened(small())
    view.click("node", ALT)
    panel = view.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Denis Alt")
    expect(panel.locator(".kind")).to_contain_text("Rheinland-Pfalz")
    expect(panel.locator(".aliases")).to_contain_text("Staatssekretär Alt")
    expect(panel.locator("h3")).to_have_text(["Ämter1", "Aussagen2"])
    expect(panel.locator("h4")).to_have_text(["→Mitglied von1", "→vertritt1"])
    expect(panel.locator("q")).to_have_text(
        [QUOTE, "Er gehört dem IT-Planungsrat an.", "Denis Alt vertritt Rheinland-Pfalz."]
    )
    panel.get_by_role("button", name="CIO · Rheinland-Pfalz").click()
    expect(panel.locator("blockquote")).to_have_text(QUOTE)
    view.page.go_back()
    expect(panel.locator("h2")).to_have_text("Denis Alt")


def test_on_a_small_screen_a_tap_is_answered_in_sight_and_escape_shows_all_again(opened: Open) -> None:
    view = opened(small())
    view.page.set_viewport_size({"width": 390, "height": 844})
    view.page.keyboard.press("0")
    before = view.page.evaluate("() => govgraph.network.getScale()")
    view.page.evaluate("() => govgraph.choose('e', govgraph.data.edges[0])")
    expect(view.page.locator("#panel .triple")).to_be_in_viewport()
    view.page.evaluate("() => govgraph.picture.zoom(3)")
    view.page.keyboard.press("Escape")
    assert view.page.evaluate("() => govgraph.network.getScale()") == pytest.approx(before)


def test_on_a_small_screen_filters_stand_folded_above_the_picture(opened: Open) -> None:
    page = opened(small()).page
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("#types")).to_be_hidden()
    page.get_by_text("Legende und Filter").click()
    expect(page.locator("#types")).to_be_in_viewport()
    page.set_viewport_size({"width": 1400, "height": 844})
    expect(page.locator("#types")).to_be_visible()


def test_only_web_links_can_be_clicked(opened: Open) -> None:
    view = opened(small())
    view.click("node", FITKO)
    links = view.page.locator("#panel .links li")
    expect(links).to_have_text(["http://www.wikidata.org/entity/Q1", "javascript:alert(1)"])
    expect(links.locator("a")).to_have_count(1)
    expect(links.locator("a")).to_have_attribute("rel", "noopener noreferrer")


def test_search_completes_selects_and_clears_by_keyboard(opened: Open) -> None:
    page = opened(small()).page
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("foderale")
    expect(page.locator("#hits li")).to_have_text(["FITKOFöderale IT-Kooperation"])
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("FITKO")
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_text("Was steht hier?")
    expect(page.locator("#search")).to_have_value("")
    page.keyboard.press("0")
    before = page.evaluate("(iri) => [govgraph.nodePosition(iri).x, govgraph.network.getScale()]", ALT)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    after = page.evaluate("(iri) => [govgraph.nodePosition(iri).x, govgraph.network.getScale()]", ALT)
    assert after[1] == pytest.approx(1.4 * before[1])
    page.keyboard.press("0")
    assert page.evaluate("(iri) => govgraph.nodePosition(iri).x", ALT) == pytest.approx(before[0], abs=1)
    page.keyboard.press("/")
    page.keyboard.type("r")
    hits = ["Rheinland-Pfalz", "Markus Richter", "IT-Planungsrat", "Denis Alt", "FITKO"]
    expect(page.locator("#hits li .name")).to_have_text(hits)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Markus Richter")
    page.keyboard.press("/")
    page.keyboard.type("xyz")
    expect(page.locator("#hits li").first).to_have_text("Kein Treffer")


def test_escape_lifts_what_is_chosen_and_then_the_focus(opened: Open) -> None:
    view = opened(small())
    view.click("node", FITKO)
    view.page.get_by_role("button", name="1 Schritt").click()
    assert "focus=" in view.page.url
    view.page.keyboard.press("Escape")
    expect(view.page.locator("#panel h2")).to_have_text("Was steht hier?")
    expect(view.page.locator("#focus")).to_be_visible()
    view.page.keyboard.press("Escape")
    expect(view.page.locator("#focus")).to_be_hidden()
    assert "focus=" not in view.page.url
    assert len(view.visible()[0]) == 6


def test_keys_go_through_nodes_and_lines(opened: Open) -> None:
    view = opened(small())
    page = view.page
    page.locator("#network").focus()
    page.evaluate("(iri) => govgraph.choose('n', govgraph.byIri.n.get(iri), false)", ALT)
    reached = {ALT}
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown") * 3:
        page.keyboard.press(key)
        reached.add(page.evaluate("() => govgraph.chosen.item.iri"))
    assert len(reached) > 2
    page.evaluate("(iri) => govgraph.choose('n', govgraph.byIri.n.get(iri), false)", ALT)
    page.keyboard.press("Enter")
    lines = page.evaluate("(iri) => govgraph.byIri.n.get(iri).edges.map((edge) => edge.iri)", ALT)
    seen = [page.evaluate("() => govgraph.chosen.item.iri")]
    for _ in lines[1:]:
        page.keyboard.press("ArrowRight")
        seen.append(page.evaluate("() => govgraph.chosen.item.iri"))
    assert seen == lines
    page.keyboard.press("Enter")
    assert page.evaluate("() => govgraph.chosen.kind") == "n"
    assert page.evaluate("() => govgraph.chosen.item.iri") != ALT
    before = page.evaluate("(iri) => govgraph.nodePosition(iri).x", ALT)
    page.keyboard.press("Shift+ArrowLeft")
    assert page.evaluate("(iri) => govgraph.nodePosition(iri).x", ALT) == pytest.approx(before + 80)


def test_a_crowded_picture_takes_the_shape_of_its_frame_and_stays_to_be_seen(opened: Open) -> None:
    view = opened(large(300, 400))
    page = view.page
    box = page.locator("#network").bounding_box()
    assert box is not None
    spots = page.evaluate("() => govgraph.data.nodes.map((node) => govgraph.nodePosition(node.id))")
    wide, high = (max(one[axis] for one in spots) - min(one[axis] for one in spots) for axis in ("x", "y"))
    assert wide > 0.8 * box["width"]
    assert high > 0.8 * box["height"]
    sizes = page.evaluate("() => Object.values(govgraph.network.body.nodes).map((node) => node.options.size)")
    assert min(sizes) * page.evaluate("() => govgraph.network.getScale()") >= 2.5


def test_what_the_weights_added_is_marked_and_can_be_left_out(opened: Open) -> None:
    graph = small()
    graph.edges[FITKO, PLANUNGSRAT, DEVELOPS]["rule"] = "weighed"
    # what a rule has read too is not the weights' alone
    graph.edges[ALT, PLANUNGSRAT, MEMBER]["rule"] = "weighed"
    again = {**graph.edges[ALT, PLANUNGSRAT, MEMBER], "rule": "member-kontext"}
    graph.add_edge(ALT, PLANUNGSRAT, key=f"{MEMBER}-again", **again)
    view = opened(graph)
    page = view.page
    everything = view.visible()[1]
    view.click("edge", DEVELOPS)
    expect(page.locator("#panel .badge.weighed")).to_have_text("von den Gewichten ergänzt")
    page.get_by_label("auch von den Gewichten Ergänztes").uncheck()
    assert view.visible()[1] == everything - {DEVELOPS}
    assert "weighed=no" in page.url
    page.reload()
    assert view.visible()[1] == everything - {DEVELOPS}
    page.locator("#reset").click()
    assert view.visible()[1] == everything
    assert opened(small()).page.get_by_label("auch von den Gewichten Ergänztes").is_hidden()


def test_filters_hide_by_type_predicate_modality_confidence_and_period(opened: Open) -> None:
    view = opened(small())
    page = view.page
    everything = (
        {ALT, PLANUNGSRAT, RLP, FITKO, OZG, RICHTER},
        {TENURE, MEMBER, REPRESENTS, PLANNED, ENDED, DEVELOPS},
    )
    assert view.visible() == everything
    page.locator("#types [data-key=Person]").click()
    assert view.visible() == ({PLANUNGSRAT, RLP, FITKO, OZG}, {PLANNED, DEVELOPS})
    expect(page.locator("#visible")).to_have_text("4 von 6 Entitäten, 2 von 6 Aussagen sichtbar")
    page.locator("#reset").click()
    assert view.visible() == everything
    page.locator("#predicates [data-key=memberOf]").click()
    assert view.visible() == (everything[0], everything[1] - {MEMBER})
    page.locator("#predicates-none").click()
    assert view.visible() == (set(), set())
    expect(page.locator("#nothing")).to_be_visible()
    page.locator("#predicates-all").click()
    page.locator("#modalities [data-key=planned]").click()
    page.locator("#modalities [data-key=ended]").click()
    assert view.visible() == ({ALT, PLANUNGSRAT, RLP, FITKO}, {TENURE, MEMBER, REPRESENTS, DEVELOPS})
    page.locator("#statuses [data-key=new]").click()
    assert view.visible()[1] == {MEMBER, REPRESENTS, DEVELOPS}
    page.locator("#statuses [data-key=new]").click()
    page.locator("#reset").click()
    page.locator("#confidence").fill("0.6")
    assert view.visible()[1] == everything[1] - {PLANNED}
    page.locator("#reset").click()
    page.locator("#until").fill("2023-05-15")
    assert view.visible()[1] == {PLANNED, ENDED, DEVELOPS}
    page.locator("#undated").click()
    assert view.visible() == ({FITKO, OZG, RICHTER, PLANUNGSRAT}, {PLANNED, ENDED})
    page.locator("#since").fill("2023-01-01")
    assert view.visible() == ({FITKO, OZG}, {PLANNED})
    page.locator("#reset").click()
    page.locator("#jurisdiction").select_option("Rheinland-Pfalz")
    assert view.visible() == ({ALT, RLP, PLANUNGSRAT}, {TENURE, MEMBER, REPRESENTS})


def test_only_one_entry_of_a_filter_and_all_again(opened: Open) -> None:
    graph = small()
    add_node(graph, "urn:alone", "Verbund Süd", "Agency")
    view = opened(graph)
    page, everything = view.page, view.visible()
    planned = page.locator("#modalities li", has_text="geplant")
    planned.hover()
    planned.locator(".only").click()
    assert view.visible() == ({FITKO, OZG}, {PLANNED})
    expect(planned.locator(".only")).to_have_text("alle")
    expect(planned.locator(".only")).to_be_focused()
    expect(page.locator("#statuses .chip")).to_have_attribute("aria-pressed", "false")
    address = page.evaluate("() => location.hash")
    assert opened(graph, anchor=address).visible() == ({FITKO, OZG}, {PLANNED})
    planned.locator(".only").click()
    assert view.visible() == everything
    page.get_by_role("button", name="nur Rechtsnorm").focus()
    page.keyboard.press("Enter")
    assert view.visible() == ({OZG}, set())
    page.locator("#reset").click()
    page.get_by_role("button", name="nur Mitglied von").click(force=True)
    assert view.visible() == ({ALT, PLANUNGSRAT}, {MEMBER})


def test_what_nothing_is_said_of_has_an_entry_of_its_own(opened: Open) -> None:
    graph = small()
    add_node(graph, "urn:alone", "Verbund Süd", "Agency")
    view = opened(graph)
    everything = view.visible()
    view.page.locator("#predicates [data-key=memberOf]").click()
    view.page.locator("#modalities [data-key=planned]").click()
    assert view.visible() == (everything[0] - {OZG}, everything[1] - {MEMBER, PLANNED})
    alone = view.page.locator("#predicates .chip", has_text="ohne Aussage")
    expect(alone.locator(".number")).to_have_text("1")
    alone.click()
    assert "urn:alone" not in view.visible()[0]
    expect(opened(small()).page.locator("#predicates .chip", has_text="ohne Aussage")).to_have_count(0)


def test_the_panel_tells_of_what_is_visible(opened: Open) -> None:
    page = opened(small()).page
    top, latest = page.locator("#panel .toplist li"), page.locator("#panel .statement")
    expect(top.first).to_have_text("IT-Planungsrat3")
    expect(latest).to_have_count(4)
    page.locator("#types [data-key=Person]").click()
    page.locator("#modalities [data-key=planned]").click()
    expect(top).to_have_text(["FITKO1", "IT-Planungsrat1"])
    expect(latest).to_have_count(0)
    page.locator("#reset").click()
    expect(top.first).to_have_text("IT-Planungsrat3")
    page.evaluate("(iri) => govgraph.choose('n', govgraph.byIri.n.get(iri))", FITKO)
    expect(latest).to_have_count(2)
    page.locator("#modalities [data-key=planned]").click()
    expect(latest).to_have_count(1)


def test_lands_are_listed_by_name_whether_they_are_in_the_picture_or_not(opened: Open) -> None:
    graph = small()
    add_node(graph, "urn:saarland", "Saarland", "State")
    graph.nodes[FITKO].update(jurisdiction="urn:hessen", land="Hessen")
    view = opened(graph)
    lands = view.page.locator("#jurisdiction")
    expect(lands.locator("option")).to_have_text(["alle", "Hessen", "Rheinland-Pfalz", "Saarland"])
    lands.select_option("Saarland")
    assert view.visible() == ({"urn:saarland"}, set())
    lands.select_option("Hessen")
    assert view.visible() == ({FITKO, OZG, PLANUNGSRAT}, {PLANNED, DEVELOPS})


def test_what_is_hidden_can_still_be_found(opened: Open) -> None:
    view = opened(small())
    view.page.locator("#types [data-key=Law]").click()
    view.page.locator("#search").fill("OZG")
    expect(view.page.locator("#hits li")).to_contain_text("ausgeblendet")
    view.page.keyboard.press("Enter")
    expect(view.page.locator("#panel h2")).to_have_text("Onlinezugangsgesetz")
    assert OZG in view.visible()[0]


@pytest.mark.parametrize(
    ("asked", "found", "exact"),
    [
        ("Onlinezugangsgesetzes", "Onlinezugangsgesetz", True),
        ("onlinzugangsgestz", "Onlinezugangsgesetz", False),
        ("Herr Denis", "Denis Alt", False),
    ],
)
def test_search_knows_forms_of_words_and_forgives_wrong_letters(
    opened: Open, asked: str, found: str, exact: bool
) -> None:
    page = opened(small()).page
    page.locator("#search").fill(asked)
    expect(page.locator("#hits li").first).to_contain_text(found)
    expect(page.get_by_text("Kein genauer Treffer")).to_have_count(0 if exact else 1)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(found)


def test_the_language_can_be_changed(opened: Open) -> None:
    page = opened(small(), NetworkOptions(lang="en", title="Mein Graph", subtitle="Denis Alt, 2")).page
    expect(page.locator("h1")).to_have_text("Mein Graph")
    expect(page.locator("#counts")).to_have_text("Denis Alt, 2 · 6 entities · 6 statements · 4 articles")
    page.locator("#language").click()
    expect(page.locator("#counts")).to_have_text("Denis Alt, 2 · 6 Entitäten · 6 Aussagen · 4 Artikel")
    expect(page.locator("html")).to_have_attribute("lang", "de")


def test_without_a_language_the_page_follows_the_browser(opened: Open) -> None:
    page = opened(small()).page
    expect(page.locator("#counts")).to_have_text("6 Entitäten · 6 Aussagen · 4 Artikel")
    page.add_init_script(ENGLISH)
    page.reload()
    expect(page.locator("#counts")).to_have_text("6 entities · 6 statements · 4 articles")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    assert page.evaluate("() => location.hash") == "#lang=de"


def test_an_address_leads_back_to_what_was_chosen(opened: Open) -> None:
    page = opened(small(), anchor=f"#e={PLANNED}").page
    expect(page.locator("blockquote")).to_have_text("Die FITKO soll das OZG umsetzen.")
    expect(page.locator("#panel .iri")).to_have_text(PLANNED)
    page = opened(small(), anchor="#n=%E0%A4%A").page
    expect(page.locator("#panel h2")).to_have_text("Was steht hier?")


def test_only_what_is_near_is_shown_and_the_address_says_all_that_is_set(opened: Open) -> None:
    view = opened(small())
    page = view.page
    view.click("node", OZG)
    steps = page.locator("#panel .around button")
    expect(steps).to_have_text(["1 Schritt", "2 Schritte", "3 Schritte", "alle"])
    steps.nth(0).click()
    assert view.visible() == ({OZG, FITKO}, {PLANNED})
    expect(steps.nth(0)).to_be_focused()
    steps.nth(1).click()
    assert view.visible() == ({OZG, FITKO, PLANUNGSRAT}, {PLANNED, DEVELOPS})
    expect(page.locator("#focus")).to_contain_text("Nur um: \u2068Onlinezugangsgesetz\u2069 · 2 Schritte")
    steps.nth(2).click()
    page.locator("#types [data-key=Person]").click()
    page.locator("#predicates [data-key=partOf]").click()
    page.locator("#since").fill("2023-01-01")
    page.locator("#confidence").fill("0.4")
    page.locator("#language").click()
    there, address = view.visible(), page.evaluate("() => location.hash")
    assert there == ({OZG, FITKO}, {PLANNED})

    other = opened(small(), anchor=address)
    assert other.visible() == there
    expect(other.page.locator("html")).to_have_attribute("lang", "en")
    expect(other.page.locator("#panel h2")).to_have_text("Onlinezugangsgesetz")
    expect(other.page.locator("#types [data-key=Person]")).to_have_attribute("aria-pressed", "false")
    expect(other.page.locator("#since")).to_have_value("2023-01-01")
    expect(other.page.locator("#confidence")).to_have_value("0.4")
    expect(other.page.locator(".around [aria-pressed=true]")).to_have_text("3 steps")
    assert other.page.evaluate("() => location.hash") == address

    for _ in range(5):
        page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    assert len(view.visible()[0]) == 5
    page.go_back()
    assert view.visible() == ({OZG, FITKO, PLANUNGSRAT}, {PLANNED, DEVELOPS})
    page.locator("#focus-off").click()
    expect(page.locator("#focus")).to_be_hidden()
    assert len(view.visible()[0]) == 6


def test_a_cut_graph_says_so(opened: Open) -> None:
    page = opened(large(40, 60), NetworkOptions(max_nodes=15)).page
    expect(page.locator("#notice")).to_contain_text("die 15 am besten belegten von 40 Entitäten")


def test_an_empty_graph_opens(opened: Open) -> None:
    page = opened(nx.MultiDiGraph()).page
    expect(page.locator("#counts")).to_have_text("0 Entitäten · 0 Aussagen · 0 Artikel")


HOSTILE = [
    "<script>document.title='broken'</script><img src=x onerror=alert(1)>",
    "\"quotes\" 'and' `ticks` & &lt;entities&gt; </script> ${1+1} {{7*7}}",
    "\u202eRückwärts\u202c \u200fRTL עברית العربية",
    "__proto__",
    "(.*+?^${}()|[\\]\\/-",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(opened: Open, text: str) -> None:
    graph = small()
    add_node(graph, "urn:evil", text, text, text)
    said = Said("urn:edge", text, text, f"Vorher {text} nachher.", title=text, url=f"https://example.org/{text}")
    add_edge(graph, "urn:evil", OZG, said)
    add_edge(graph, OZG, "urn:evil", Said("urn:bad", text, text, url="javascript:alert(1)", modality=text))
    view = opened(graph, NetworkOptions(title=text, subtitle=text))
    page = view.page
    view.click("node", "urn:evil")
    assert page.locator("#panel h2").text_content() == text
    view.page.keyboard.press("Escape")
    view.click("edge", "urn:edge")
    assert page.locator("blockquote").text_content() == f"Vorher {text} nachher."
    assert page.locator("cite").text_content() == text
    assert page.locator("h1").text_content() == text
    page.keyboard.press("Escape")
    view.click("edge", "urn:bad")
    expect(page.locator("#panel figcaption a")).to_have_count(0)
    page.locator("#search").fill(text[:12])
    expect(page.locator("#hits li").first).to_be_visible()
    assert page.locator("#panel img, #panel script, #hits img, header img").count() == 0
    assert page.title() == " ".join(text.split())


def test_endless_names_keep_the_layout(opened: Open) -> None:
    graph = small()
    graph.nodes[ALT]["label"] = "W" * 10_000
    graph.nodes[ALT]["aliases"] = ("M" * 10_000,)
    add_edge(graph, ALT, OZG, Said("urn:long", "memberOf", "x" * 10_000, "S" * 10_000, title="T" * 10_000))
    view = opened(graph, NetworkOptions(title="A" * 10_000))
    for what, iri in (("node", ALT), ("edge", "urn:long")):
        view.page.keyboard.press("Escape")
        view.click(what, iri)
        assert view.page.evaluate("() => document.documentElement.scrollWidth") <= 1400
        assert view.page.locator("#panel").evaluate("(e) => e.scrollWidth <= e.clientWidth")
        box = view.page.locator("#network").bounding_box()
        assert box is not None
        assert box["height"] > 700
    assert view.page.locator("blockquote").text_content() == "S" * 10_000


HIDDEN = """() => {
  const { left, top } = document.getElementById("network").getBoundingClientRect();
  const { names } = govgraph.picture.scene(govgraph.themeNow());
  const under = (box, x, y) => x > box.left && x < box.right && y > box.top && y < box.bottom;
  return govgraph.data.nodes.filter((node) => {
    const { x, y } = govgraph.nodePosition(node.id);
    return names.some((box) => under(box, x - left, y - top));
  }).map((node) => node.iri);
}"""


@pytest.mark.parametrize("width", [1400, 1300, 1000])
def test_no_name_hides_a_node(opened: Open, width: int) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(60):
        add_node(graph, f"urn:{number}", f"Ministerium für Nummer {number}", "Agency")
    for number in range(1, 48):
        add_edge(graph, f"urn:{number}", f"urn:{number // 3}", Said(f"urn:edge:{number}", "partOf", "Teil von"))
    page = opened(graph).page
    page.set_viewport_size({"width": width, "height": 860})
    page.keyboard.press("0")
    assert page.evaluate(HIDDEN) == []
    assert page.evaluate("() => govgraph.picture.scene(govgraph.themeNow()).names.length") > 10


def test_all_is_fitted_to_the_size_that_the_picture_has_now(opened: Open) -> None:
    page = opened(large(60, 70)).page
    seen = "[govgraph.network.getScale(), govgraph.network.getViewPosition()]"
    narrow = "document.getElementById('network').style.width = '320px'; govgraph.picture.fit(false);"
    fitted = page.evaluate(f"() => {{ {narrow} return {seen}; }}")
    page.evaluate(FRAME)
    assert page.evaluate("() => govgraph.picture.canvas.width") == 320
    assert page.evaluate(f"() => {seen}") == fitted


def test_what_is_well_connected_is_named_by_its_abbreviation_where_its_name_finds_no_room(opened: Open) -> None:
    graph = large(60, 70)
    hub = f"{BASE}/x/00000"
    graph.nodes[hub].update(label="Antragssystem für alle Leistungen der Verwaltung", aliases=("das System", "ASV"))
    page = opened(graph).page
    written = "(iri) => govgraph.picture.scene(govgraph.themeNow()).names.find((one) => one.node.iri === iri)?.lines"
    page.set_viewport_size({"width": 1000, "height": 600})
    page.keyboard.press("0")
    assert page.evaluate(written, hub) == ["ASV"]
    # Within one frame: how large nodes are drawn is decided before the picture is.
    near = "govgraph.picture.zoom(8); govgraph.picture.lookAt('n', govgraph.byIri.n.get(iri));"
    assert page.evaluate(f"(iri) => {{ {near} return ({written})(iri); }}", hub) == [
        "Antragssystem für alle",
        "Leistungen der …",
    ]


@pytest.mark.slow
def test_two_thousand_nodes_are_at_rest_in_a_second_or_so(opened: Open) -> None:
    view = opened(large(2000, 4000))
    spent = view.page.evaluate("() => performance.now()")
    assert spent < 10_000, "far more than a slow machine needs"
    view.page.locator("#search").fill("Nummer 77")
    view.page.keyboard.press("Enter")
    expect(view.page.locator("#panel h2")).to_have_text("Name mit Nummer 77")


def test_dark_and_print_change_the_colours(opened: Open) -> None:
    page = opened(small()).page

    def ground() -> str:
        return str(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))

    light = ground()
    page.emulate_media(color_scheme="dark")
    dark = ground()
    page.emulate_media(media="print", color_scheme="dark")
    assert light == "rgb(246, 248, 251)"
    assert dark == "rgb(16, 20, 28)"
    assert ground() == "rgb(255, 255, 255)"
    expect(page.locator("#search")).to_be_hidden()
    page.evaluate(
        "(iri) => { govgraph.choose('n', govgraph.byIri.n.get(iri)); dispatchEvent(new Event('beforeprint')); }", ALT
    )
    expect(page.locator("#paper")).to_contain_text("Wissensgraph E-Government")
    expect(page.locator("#panel h2")).to_be_visible()
    expect(page.locator("#network")).to_be_hidden()
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#paper svg")).to_have_count(0)


def test_what_is_seen_is_saved_as_a_drawing_with_title_and_legend(opened: Open) -> None:
    graph = small()
    evil = "</svg><script>alert(1)</script> & \x07"
    graph.nodes[ALT]["label"] = evil
    page = opened(graph, NetworkOptions(title="Meine <Ämter>")).page
    page.locator("#types [data-key=Law]").click()
    with page.expect_download() as saved:
        page.locator("#svg").click()
    assert saved.value.suggested_filename == "0.svg"
    drawing = ElementTree.parse(saved.value.path()).getroot()
    words = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert words[0] == "Meine <Ämter>"
    assert words[1] == "5 von 6 Entitäten, 5 von 6 Aussagen sichtbar · Belege\u00a0bis\u00a018.\u00a0November\u00a02024"
    assert {"Person", "Organisation", "neu im Amt", "IT-Planungsrat", "Markus Richter"} <= set(words)
    assert not {"Rechtsnorm", "geplant", "Onlinezugangsgesetz"} & set(words)
    assert drawing.find(".//{*}script") is None
    assert "alert(1)" in "".join(filter(None, words))


def test_a_drawing_says_that_it_holds_a_part_only(opened: Open) -> None:
    page = opened(small()).page

    def facts() -> str:
        with page.expect_download() as saved:
            page.locator("#svg").click()
        drawing = ElementTree.parse(saved.value.path()).getroot()
        return " ".join(text.text or "" for text in drawing.iter("{http://www.w3.org/2000/svg}text"))

    assert "Ausschnitt" not in facts()
    page.evaluate(
        """(iri) => govgraph.network.moveTo({ scale: 8, animation: false,
          position: govgraph.network.getPosition(govgraph.byIri.n.get(iri).id) })""",
        ALT,
    )
    assert "6 von 6 Entitäten, 6 von 6 Aussagen sichtbar · Ausschnitt mit 1 davon" in facts()


def test_a_contradiction_is_drawn_told_and_can_be_filtered(opened: Open) -> None:
    graph = small()
    evil = "<img src=x onerror=alert(1)> <b>Zwei"
    for key, source in (("first", ALT), ("second", RICHTER)):
        add_edge(graph, source, FITKO, Said(key, "chairs", "leitet", f"Satz von {key}.", conflicts=(evil,)))
    view = opened(graph)
    page = view.page

    assert (
        page.evaluate("() => govgraph.network.body.data.edges.get(govgraph.byIri.e.get('first').id).color.color")
        == "#b3261e"
    )
    expect(page.locator("#conflicts")).to_be_visible()
    page.locator("#conflicts-only").check()
    assert view.visible()[1] == {"first", "second"}
    view.click("edge", "first")
    note = page.locator("#panel .against")
    expect(note.locator("p").first).to_have_text(f"{evil}: zwei.")
    expect(note.locator(".statement")).to_have_count(1)
    page.locator("#language").click()
    expect(note.locator("p").first).to_have_text(f"{evil}: two.")
    note.locator(".open").click()
    expect(page.locator("#panel blockquote")).to_have_text("Satz von second.")
    page.locator("#reset").click()
    assert len(view.visible()[1]) == 8


def test_what_is_chosen_keeps_how_its_statements_hold(opened: Open) -> None:
    page = opened(small()).page
    look = "(iri) => govgraph.network.body.data.edges.get(govgraph.byIri.e.get(iri).id)"
    page.evaluate("(iri) => govgraph.choose('n', govgraph.byIri.n.get(iri))", PLANUNGSRAT)
    strong, over = page.evaluate(look, DEVELOPS)["color"], page.evaluate(look, ENDED)["color"]
    assert strong["color"] == "#1f5fd1"
    assert over["color"] == "#1f5fd173"
    page.evaluate("(iri) => govgraph.choose('e', govgraph.byIri.e.get(iri))", ENDED)
    assert page.evaluate(look, ENDED)["color"]["highlight"] == "#1f5fd173"
    assert page.evaluate(look, PLANNED)["dashes"] == [10, 7]


def test_names_of_relations_cover_nothing(opened: Open) -> None:
    graph = large(12, 11)
    hub = next(iter(graph))
    for number in range(20):
        leaf = f"{BASE}/x/leaf{number}"
        add_node(graph, leaf, f"Amt {number}", "Agency")
        add_edge(graph, hub, leaf, Said(f"urn:{number}", "partOf", "arbeitet zusammen mit"))
    page = opened(graph).page
    page.evaluate("(iri) => govgraph.choose('n', govgraph.byIri.n.get(iri))", hub)
    covered = """() => {
        const names = govgraph.picture.scene(govgraph.themeNow()).names;
        const touch = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
        const relations = names.filter((one) => one.edge !== undefined);
        const nodes = govgraph.data.nodes.map((node) => {
            const { x, y } = govgraph.network.canvasToDOM(govgraph.network.getPosition(node.id));
            const r = govgraph.network.body.nodes[node.id].options.size * govgraph.network.getScale();
            return { left: x - r, right: x + r, top: y - r, bottom: y + r };
        });
        const over = (one) => names.some((other) => other !== one && touch(one, other));
        const bad = relations.filter((one) => over(one) || nodes.some((node) => touch(one, node)));
        return [relations.length, bad.length];
    }"""
    shown, bad = page.evaluate(covered)
    assert shown >= 3
    assert bad == 0


def test_without_a_contradiction_there_is_no_filter_for_it(opened: Open) -> None:
    page = opened(small()).page
    expect(page.locator("#conflicts")).to_be_hidden()
    page.evaluate("(iri) => govgraph.choose('e', govgraph.byIri.e.get(iri))", TENURE)
    expect(page.locator("#panel .against")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_problem(opened: Open, scheme: str) -> None:
    view = opened(small())
    view.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    view.click("edge", TENURE)
    expect(view.page.locator("#panel blockquote")).to_have_text(QUOTE)
    assert complaints(view.page) == []


def offices() -> nx.MultiDiGraph[str]:
    """The chair of the IT-Planungsrat passed from one to the other; one of them is in two articles."""
    graph = small()
    role = f"{BASE}/role/vorsitzender"
    ended = ("2014-08-11", "2014-08-11", "", "2017-01-16")
    terms = (
        ("first", RICHTER, "new", "Vorsitzender", ended, "former"),
        ("again", RICHTER, "current", "Vorsitzender", ended, "former"),
        ("last", ALT, "current", "Vorsitzende", ("2017-01-16", "2017-01-16", "2017-03-01", ""), "current"),
    )
    for key, person, status, title, days, standing in terms:
        add_edge(graph, person, PLANUNGSRAT, Said(key, "holdsOffice", title, f"Satz von {key}.", modality=status))
        bounds = dict(zip(BOUNDS, days, strict=True))
        own = {"role": role, "role_label": "Vorsitzender", "period": person + "-term", "standing": standing}
        graph.edges[person, PLANUNGSRAT, key].update(own | bounds)
    return graph


def test_an_office_is_one_line_with_the_time_that_is_known_of_it(opened: Open) -> None:
    page = opened(offices()).page
    page.evaluate("(iri) => govgraph.choose('n', govgraph.byIri.n.get(iri))", PLANUNGSRAT)
    rows = page.locator("#panel .statements").first.locator(".statement")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("Vorsitzende · Denis Alt")
    expect(rows.first.locator(".when")).to_have_text("Beginn: 16. Januar 2017; Ende: 1. März 2017 oder später")
    expect(rows.last.locator(".badge")).to_have_text("ehemals")
    expect(rows.last.locator(".when")).to_have_text("Beginn: 11. August 2014; Ende: spätestens 16. Januar 2017")
    chairs = page.locator("#panel .group .statement .when").first
    expect(chairs).to_contain_text("gesagt: ")


def test_search_finds_offices_and_their_holders(opened: Open) -> None:
    page = opened(offices()).page
    search = page.locator("#search")
    search.fill("vorsitzende")
    expect(page.locator("#hits li").first).to_have_text("VorsitzenderAmt · 2 Personen")
    search.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Vorsitzender")
    expect(page.locator("#panel .statement")).to_have_count(2)
    page.evaluate("(address) => { location.hash = address; }", page.evaluate("() => location.hash"))
    page.reload()
    expect(page.locator("#panel h2")).to_have_text("Vorsitzender")
    search.fill("Vorsitzender Richter")
    expect(page.locator("#hits li").first).to_have_text("Vorsitzender RichterAmt · 1 Person")
    search.press("Enter")
    expect(page.locator("#panel .statement")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_text("Was steht hier?")


def test_search_finds_sentences_and_says_where_it_has_looked(opened: Open) -> None:
    page = opened(small()).page
    search = page.locator("#search")
    search.fill("gehört dazu")
    expect(page.locator("#hits li")).to_have_text(["Die FITKO gehört dazu.im Satz"])
    search.press("Enter")
    expect(page.locator("#panel blockquote")).to_have_text("Die FITKO gehört dazu.")
    search.fill("xyzzy")
    expect(page.locator("#hits .none")).to_have_count(2)
    expect(page.locator("#hits .none").last).to_contain_text("govgraph find")


def test_things_of_one_name_are_told_apart(opened: Open) -> None:
    graph = small()
    for iri, land in (("urn:x/one", "Berlin"), ("urn:x/two", "Schleswig-Holstein")):
        add_node(graph, iri, "Verwaltungsrat", "Committee")
        graph.nodes[iri]["land"] = land
        add_edge(graph, ALT, iri, Said(f"{iri}/said", "memberOf", "Mitglied von"))
    page = opened(graph).page
    page.locator("#search").fill("Verwaltungsrat")
    expect(page.locator("#hits li")).to_have_text(["VerwaltungsratBerlin", "VerwaltungsratSchleswig-Holstein"])
    page.evaluate("(iri) => govgraph.choose('n', govgraph.byIri.n.get(iri))", ALT)
    panel = page.locator("#panel")
    expect(panel.get_by_text("Verwaltungsrat · Berlin")).to_be_visible()
    expect(panel.get_by_text("Verwaltungsrat · Schleswig-Holstein")).to_be_visible()


def test_what_is_chosen_is_seen_with_what_it_is_connected_to(opened: Open) -> None:
    page = opened(large(300, 320)).page
    inside = """(id) => { const box = document.getElementById('network').getBoundingClientRect();
      const node = govgraph.data.nodes[id];
      return [node, ...node.edges.map((edge) => govgraph.other(edge, node))].every(({ id }) => {
        const { x, y } = govgraph.nodePosition(id);
        return x > box.left && x < box.right && y > box.top && y < box.bottom; }); }"""
    some = page.evaluate("() => govgraph.data.nodes.filter(({ edges }) => edges.length > 2 && edges.length < 9)[0].id")
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("(id) => govgraph.choose('n', govgraph.data.nodes[id])", some)
    assert page.evaluate(inside, some)


def test_contradictions_alone_fill_the_picture_and_are_told(opened: Open) -> None:
    graph = large(200, 210)
    body, *people = sorted(graph)[:3]
    for key, person in zip(("first", "second"), people, strict=True):
        add_edge(graph, person, body, Said(key, "chairs", "leitet", f"Satz von {key}.", conflicts=("Wer leitet",)))
    page = opened(graph).page
    page.emulate_media(reduced_motion="reduce")
    before = page.evaluate("() => govgraph.network.getScale()")
    page.locator("#conflicts-only").check()
    assert page.evaluate("() => govgraph.network.getScale()") > before * 1.5
    told = page.locator("#panel .against")
    expect(told).to_have_count(1)
    expect(told.locator("p").first).to_have_text("Wer leitet: zwei.")
    expect(told.locator(".statement")).to_have_count(2)
    drawn = page.evaluate("() => govgraph.network.body.data.edges.get(govgraph.byIri.e.get('first').id)")
    assert not drawn.get("dashes")
    assert drawn["width"] > 3


def test_the_first_stop_of_the_keyboard_leads_past_the_filters(opened: Open) -> None:
    page = opened(small()).page
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    expect(page.locator("#skip")).to_have_text("Zum Netz")
    page.keyboard.press("Enter")
    expect(page.locator("#network")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#panel h2")).not_to_have_text("Was steht hier?")
