"""The explorer's views in a real browser: the page for SPARQL, network, timeline and map."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from accessibility import complaints
from explorable import HOSTILE, LONG, explorable
from exploring import SCRIPTS, Explorer, holds, opened
from govgraph.model import slug
from handmade import ALT, BOARD, OZG, PLANNING, SPEAKING
from serving import Client, serving

pytestmark = pytest.mark.browser

IMAGES = Path(__file__).parents[2] / "docs" / "images"
NAMES = (
    "SELECT ?subject ?name ?predicate ?object WHERE { ?s rdf:subject ?subject ; rdf:predicate ?predicate ;"
    " rdf:object ?object . ?subject skos:prefLabel ?name }"
)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
CONSTRUCT = f"CONSTRUCT {{ ?s gov:implements ?o }} {{ ?f rdf:subject ?s ; rdf:object ?o FILTER(?o = <{OZG}>) }}"


def asked(sparql: str, view: str = "") -> str:
    return f"/sparql-editor#query={quote(sparql)}" + (f"&view={view}" if view else "")


def test_a_question_is_chosen_filled_in_and_answered(explorer: Explorer) -> None:
    page = explorer.open("/sparql-editor")
    page.get_by_label("Beispiel").select_option("members-of")
    page.get_by_role("button", name="Ausführen").click()
    expect(page.get_by_text("Hier fehlt ein Wert.")).to_be_visible()
    page.get_by_label("Das Gremium").fill("Standardisierungsboard")
    expect(page.locator(".CodeMirror")).to_contain_text(f"<{BOARD}>")
    page.get_by_role("button", name="Ausführen").click()
    expect(page.get_by_role("link", name="person:denis-alt").first).to_have_attribute(
        "href", f"{explorer.root}/id/person/denis-alt"
    )
    address = page.url
    explorer.open("/network")
    page = explorer.open(address.removeprefix(explorer.root))
    expect(page.get_by_role("link", name="person:denis-alt").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert Path(download.value.path()).read_text("utf-8").startswith("member,name")


def test_a_thing_in_a_table_has_its_name_beside_it_but_where_the_row_says_it(explorer: Explorer) -> None:
    page = explorer.open(asked(NAMES))
    page.get_by_role("button", name="Ausführen").click()
    row = page.locator("tbody tr", has=page.get_by_role("link", name="person:denis-alt")).first
    cells = row.locator("td")
    expect(cells.nth(0)).to_have_text("person:denis-alt")
    expect(cells.nth(1)).to_have_text("Denis Alt")
    expect(cells.nth(3).locator("a + span")).to_have_text("Rheinland-Pfalz")


def test_names_of_the_ontology_are_completed_by_their_label(explorer: Explorer) -> None:
    page = explorer.open("/sparql-editor")
    page.locator(".CodeMirror-line").last.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("?x mitgl")
    expect(page.locator(".CodeMirror-hint").first).to_have_text("gov:memberOfMitglied von")
    # CodeMirror takes no choice before the frame in which the list follows the last letter
    page.evaluate("() => new Promise(requestAnimationFrame)")
    page.keyboard.press("Enter")
    expect(page.locator(".CodeMirror")).to_contain_text("?x gov:memberOf")
    # past the text, which can be scrolled
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ausführen")).to_be_focused()


def test_an_error_says_where_it_is(chromium: Browser, explored: Client) -> None:
    one = opened(chromium, explored, "light", 1280)
    page = one.open(asked("SELECT * {\n ?s ?p\n}"))
    expect(page.get_by_role("alert")).to_contain_text("Das ist keine gültige SPARQL-Anfrage. Zeile 3, Zeichen 2")
    expect(page.locator(".wrong-line")).to_have_count(1)
    assert one.outside == []
    page.close()


def test_a_query_can_be_stopped_and_the_next_one_is_answered(explorer: Explorer) -> None:
    page = explorer.open(asked(ENDLESS))
    page.get_by_role("button", name="Abbrechen").click()
    expect(page.get_by_text("Abgebrochen.")).to_be_visible()
    explorer.open("/")
    page = explorer.open(asked("ASK { ?s ?p ?o }"))
    expect(page.locator(".truth")).to_have_text("Ja")


def test_limits_of_the_server_are_told(chromium: Browser, tmp_path: Path) -> None:
    with serving(explorable(tmp_path), "--timeout", "1", "--rows", "2") as client:
        one = opened(chromium, client, "light", 1280)
        page = one.open(asked("SELECT * { ?s ?p ?o }"))
        expect(page.get_by_text("2 Zeilen")).to_contain_text("gekürzt auf die Höchstzahl dieses Servers")
        one.open("/")
        page = one.open(asked(ENDLESS))
        expect(page.get_by_role("alert")).to_contain_text("Die Anfrage dauert zu lange")
        assert one.outside == []
        page.close()


def test_an_answer_is_shown_as_what_its_columns_hold(explorer: Explorer) -> None:
    rows = 'VALUES (?who ?from ?until ?articles) { ("A" "2019" "2021-05" 3) ("B" "2020-01-01" UNDEF 5) }'
    page = explorer.open(asked(f"SELECT * {{ {rows} }}"))
    for name, found in (("Diagramm", ".figure canvas"), ("Zeitleiste", ".times .span"), ("Tabelle", "td")):
        page.get_by_role("button", name=name).click()
        expect(page.locator(f".shown {found}").first).to_be_visible()
    assert page.locator(".group button").count() == 3
    page = explorer.open("/")
    page = explorer.open(asked("ASK { ?s ?p ?o }"))
    expect(page.locator(".truth")).to_have_text("Ja")


def test_evidence_in_an_answer_leads_to_its_sentence(explorer: Explorer) -> None:
    page = explorer.open(asked(f"SELECT ?evidence {{ <{BOARD}> ^rdf:object/gov:evidence ?evidence }}"))
    page.locator("td a").click()
    expect(page.locator("blockquote").first).to_have_text(SPEAKING)
    page.locator("figure > figcaption a").first.click()
    expect(page.locator("mark.chosen")).to_have_text(SPEAKING)


@pytest.mark.parametrize(("sparql", "view"), [(NAMES, "table"), (NAMES, "network"), (CONSTRUCT, "")])
def test_hostile_names_in_answers_are_text(chromium: Browser, explored: Client, sparql: str, view: str) -> None:
    one = opened(chromium, explored, "dark", 390)
    page = one.open(asked(sparql, view))
    if view == "table":
        expect(page.locator("td", has_text=HOSTILE)).to_have_count(1)
        page.get_by_role("button", name="ganzer Text").click()
        expect(page.locator("td", has_text=LONG)).to_have_count(1)
    else:
        page.locator(f"g.node[data-iri*='{slug(HOSTILE)}']").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".panel td").first).to_be_visible()
    holds(page)
    assert complaints(page) == []
    assert (one.complaints, one.outside) == ([], [])
    page.close()


def test_the_network_grows_from_node_to_node_and_shows_the_sentence(explorer: Explorer) -> None:
    page = explorer.open("/id/organisation/standardisierungsboard")
    page.locator(".views").get_by_role("link", name="Netzwerk").click()
    expect(page.locator("g.node")).to_have_count(2)
    page.locator(f"g.node[data-iri='{ALT}']").click()
    expect(page.locator("g.node")).to_have_count(3)
    page.locator("g.line .hit").first.click(force=True)
    expect(page.locator(".panel blockquote").first).to_be_visible()
    page.screenshot(path=IMAGES / "explorer-network.png")
    expect(page).to_have_title("Standardisierungsboard – Netzwerk – govgraph")
    page.get_by_label("vertritt").uncheck()
    expect(page.get_by_text("3 von 9 Knoten, 2 Aussagen")).to_be_visible()
    explorer.open("/")
    page = explorer.open(f"/network?of={quote(BOARD)}#{quote(ALT, safe='')}")
    expect(page.locator("g.node")).to_have_count(3)


def test_the_legend_tells_lines_apart_as_the_network_file_does_and_filters_by_them(explorer: Explorer) -> None:
    page = explorer.open(f"/network?of={quote(OZG)}")
    planned = page.locator("fieldset", has_text="Aussageweise").locator("label", has_text="geplant")
    expect(planned.locator(".sample .edge.dashed")).to_have_count(1)
    expect(page.locator("fieldset", has_text="Ämter").locator("label")).to_have_count(0)
    expect(page.locator("g.line .edge.dashed")).to_have_count(1)
    page.get_by_label("festgestellt").uncheck()
    expect(page.locator("g.line .edge")).to_have_count(1)
    expect(page.locator("g.line .edge.dashed")).to_have_count(1)
    expect(page.locator(".panel .said")).to_have_count(1)
    expect(page.locator(".panel .chip")).to_have_text("geplant, gesagt 18.11.2024")
    page.set_viewport_size({"width": 390, "height": 800})
    assert planned.evaluate("(one) => one.closest('.filters').scrollHeight <= one.closest('.filters').clientHeight + 4")


def test_what_the_weights_added_is_marked_and_can_be_hidden(explorer: Explorer) -> None:
    def weighed(document: Any) -> Any:
        for one in (*document["facts"], *document["about"]):
            one["rule"] = "weighed" if one["modality"] == "planned" else one["rule"]
        return document

    explorer.page.route(
        "**/api/id/**", lambda route: route.fulfill(response=(told := route.fetch()), json=weighed(told.json()))
    )
    page = explorer.open(f"/network?of={quote(OZG)}")
    lines = page.locator("g.line .edge").count()
    expect(page.locator(".panel .chip.weighed")).to_have_text("von den Gewichten ergänzt")
    page.get_by_label("auch von den Gewichten Ergänztes").uncheck()
    expect(page.locator("g.line .edge")).to_have_count(lines - 1)
    expect(page.locator(".panel .chip.weighed")).to_have_count(0)
    expect(page.get_by_label("auch von den Gewichten Ergänztes")).to_be_focused()


def test_a_network_of_nothing_in_particular_shows_the_whole(explorer: Explorer) -> None:
    page = explorer.open("/network")
    expect(page.locator("g.node")).to_have_count(8)
    best = page.locator(".most button")
    expect(best.first).to_have_text("Onlinezugangsgesetz4")
    best.first.click()
    expect(page.locator(".panel h2")).to_have_text("Onlinezugangsgesetz")
    expect(page.locator("g.node")).to_have_count(8)
    expect(page.get_by_text("8 von 9 Knoten")).to_be_visible()
    expect(page.get_by_text("Wovon keine Aussage handelt, ist nicht gezeichnet.")).to_be_visible()
    expect(page.get_by_role("button", name="weitere Entitäten")).to_be_hidden()
    assert page.url == f"{explorer.root}/network"
    page.keyboard.press("Escape")
    expect(best.first).to_be_visible()


BESIDE = """() => {
  const frame = document.querySelector(".net").getBoundingClientRect();
  const boxes = (all) => [...document.querySelectorAll(all)].map((one) => one.getBoundingClientRect());
  const nodes = boxes(".net circle"), names = [...document.querySelectorAll(".net .labels text")];
  const meet = (a, b) => a.left < b.right - 3 && a.right > b.left + 3 && a.top < b.bottom - 3 && a.bottom > b.top + 3;
  return names.filter((one) => !one.classList.contains("quiet")).filter((one) => {
    const box = one.getBoundingClientRect();
    return nodes.some((node) => meet(box, node)) || box.left < frame.left - 3 || box.right > frame.right + 3;
  }).map((one) => one.textContent);
}"""


def _long(document: Any) -> Any:
    """A document whose things have names of several words."""
    if isinstance(document, list):
        return [_long(one) for one in document]
    if not isinstance(document, dict):
        return document
    return {key: f"{value} und {value}" if key == "label" else _long(value) for key, value in document.items()}


@pytest.mark.parametrize("width", [1400, 400])
def test_names_stand_beside_their_nodes_within_the_frame(explorer: Explorer, width: int) -> None:
    explorer.page.route(
        "**/api/id/**", lambda route: route.fulfill(response=(told := route.fetch()), json=_long(told.json()))
    )
    explorer.page.set_viewport_size({"width": width, "height": 600})
    page = explorer.open("/network")
    expect(page.locator(".net .labels text").first).to_be_attached()
    page.locator(".controls button").last.click()
    assert page.locator(".net .labels text:not(.quiet)").count() > 2
    assert page.locator(".net .labels text:is(.start, .end)").count() > 0, "beneath their nodes they would cover lines"
    assert page.evaluate(BESIDE) == []


def test_a_large_network_says_that_it_is_a_part_and_grows(explorer: Explorer, explored: Client) -> None:
    many = json.loads(explored.get("/api/index.json").body)
    many["counts"]["entities"] = 301
    # the twelve that are asked for first are one thing
    many["entities"] = 11 * many["entities"][:1] + many["entities"]
    explorer.page.route("**/api/index.json", lambda route: route.fulfill(json=many))
    page = explorer.open("/network")
    expect(page.get_by_text("2 von 20 Knoten, 1 Aussage.")).to_be_visible()
    assert page.evaluate("() => document.querySelector('.stage').getBoundingClientRect().bottom <= innerHeight")
    expect(page.get_by_text("Gezeigt ist, was am häufigsten genannt wird, mit je bis zu 10 Nachbarn.")).to_be_visible()
    page.get_by_role("button", name="8 weitere Entitäten").click()
    expect(page.locator("g.node")).to_have_count(8)
    expect(page.get_by_text("Gezeigt ist, was")).to_be_hidden()


def test_the_first_query_gives_no_row_twice(explorer: Explorer) -> None:
    page = explorer.open("/sparql-editor")
    expect(page.locator(".CodeMirror")).to_contain_text("SELECT DISTINCT ?person")
    page.get_by_role("button", name="Ausführen").click()
    expect(page.locator(".shown tbody tr").first).to_be_visible()
    rows = page.locator(".shown tbody tr").all_text_contents()
    assert len(rows) == len(set(rows))


def test_timeline_and_map_lead_to_things_and_sentences(explorer: Explorer) -> None:
    page = explorer.open("/id/person/denis-alt")
    page.locator(".views").get_by_role("link", name="Zeitleiste").click()
    page.get_by_role("button", name="Tabelle").click()
    page.get_by_role("button", name="Denis Alt").click()
    expect(page.get_by_role("link", name="Denis Alt").last).to_have_attribute(
        "href", f"{explorer.root}/id/person/denis-alt"
    )
    page = explorer.open(f"/map?of={quote(OZG)}")
    page.get_by_role("button", name="Tabelle").click()
    page.get_by_role("button", name="Hessen", exact=True).click()
    expect(page.locator("#panel blockquote")).to_have_text(PLANNING)
    page.locator("#panel cite a").click()
    expect(page.locator("mark.chosen")).to_have_text(PLANNING)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_layout_holds_and_nothing_serious_is_found_by_axe(
    chromium: Browser, explored: Client, width: int, scheme: Literal["light", "dark"]
) -> None:
    one = opened(chromium, explored, scheme, width)
    for path in ("/sparql-editor", f"/network?of={quote(OZG)}", "/timeline", f"/map?of={quote(OZG)}"):
        page = one.open(path)
        holds(page)
        assert complaints(page) == [], path
    assert (one.complaints, one.outside) == ([], [])
    one.page.close()


def test_a_page_loads_the_scripts_of_its_view_alone_and_packed(chromium: Browser, explored: Client) -> None:
    sizes = {}
    for path in ("/", "/network", "/sparql-editor"):
        one = opened(chromium, explored, "light", 1280)
        whole, sent = one.open(path).evaluate(SCRIPTS)
        assert sent < whole / 2, path
        sizes[path] = whole
        one.page.close()
    assert sizes["/"] < 40_000
    assert sizes["/network"] < 150_000
    assert sizes["/sparql-editor"] > 400_000


def test_what_a_browser_has_is_not_sent_again(chromium: Browser, explored: Client) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        statuses = {}
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on(
            "Network.responseReceivedExtraInfo", lambda said: statuses.update({said["requestId"]: said["statusCode"]})
        )
        for visit in range(2):
            statuses.clear()
            page.goto(explored.url)
            expect(page.locator("main")).to_have_attribute("aria-busy", "false")
            assert (304 in statuses.values()) is (visit == 1), statuses


def test_rows_of_an_answer_are_put_in_order_by_a_column(explorer: Explorer) -> None:
    sparql = "SELECT ?n ?word WHERE { VALUES (?n ?word) { (2 'b') (10 'a') (1 'c') } }"
    page = explorer.open(f"/sparql-editor#query={quote(sparql)}")
    rows = page.locator("tbody tr td:nth-child(2)")
    expect(rows).to_have_count(3)
    page.get_by_role("button", name="n", exact=True).click()
    expect(rows).to_have_text(["1", "2", "10"])
    page.get_by_role("button", name="n", exact=True).click()
    expect(rows).to_have_text(["10", "2", "1"])
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="word", exact=True).click()
    expect(rows).to_have_text(["10", "2", "1"])
