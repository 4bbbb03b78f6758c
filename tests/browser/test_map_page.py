"""The map file in a real browser, opened from disk with the network cut."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from accessibility import complaints
from charted import AKTE, BERLIN, CIO, HESSEN, period, proof, said, spreading
from govgraph.model import BASE
from govgraph.query import KnownBound, LandSpread, Spread, Step, Thing
from govgraph.views import ChartOptions, write_map
from govgraph.views.map_page import geometry
from opening import OpenFile, Seen

pytestmark = pytest.mark.browser


def shown(
    open_file: OpenFile, folder: Path, what: Spread, options: ChartOptions | None = None, anchor: str = ""
) -> Seen:
    path = folder / "map.html"
    write_map(what, path, options)
    seen = open_file(path, anchor)
    assert seen.page.evaluate("() => Boolean(window.govgraph && govgraph.ready)"), seen.complaints
    return seen


def click(page: Page, land: str) -> None:
    spot = page.evaluate("(id) => govgraph.view.position(id)", land)
    page.mouse.click(spot["x"], spot["y"])


def status(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("() => govgraph.view.status()")
    return found


def test_there_are_sixteen_laender_with_their_attribution(open_file: OpenFile, tmp_path: Path) -> None:
    assert len(geometry()["paths"]) == 16
    page = shown(open_file, tmp_path, spreading()).page
    expect(page.locator("footer")).to_contain_text("Victor Cazanave, CC BY 4.0")
    page.locator("#to-table").click()
    expect(page.locator("#table tbody tr")).to_have_count(16)


def test_a_click_on_a_land_shows_who_says_so(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, spreading()).page
    expect(page.locator("#counts")).to_have_text("E-Akte · 10. Januar 2022 · 2 Länder mit Angaben · 4 Artikel")
    click(page, "hessen")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Hessen")
    expect(panel.locator(".badge")).to_have_text(["festgestellt", "festgestellt", "geplant"])
    expect(panel.locator("blockquote").first).to_have_text("Hessen und die E-Akte (asserted).")
    expect(panel.locator("cite").first).to_have_text("Akte 2021-06-01")
    click(page, "bayern")
    expect(panel.locator(".office")).to_have_text("nichts bekannt")
    page.keyboard.press("Escape")
    expect(panel.locator("h2")).to_have_text("E-Akte – setzt um: welches Land, seit wann?")


def test_no_land_lies_on_the_outline_under_the_mouse_or_of_the_chosen_one(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, spreading()).page
    read = "(name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"
    accent, ink = (page.evaluate(read, name) for name in ("--accent", "--ink"))
    # each of the two is drawn before some of its neighbours
    click(page, "hessen")
    page.wait_for_function("(ink) => govgraph.view.layers().at(-1) === ink", arg=ink)
    spot = page.evaluate("() => govgraph.view.position('sachsen-anhalt')")
    page.mouse.move(spot["x"], spot["y"])
    page.wait_for_function("(both) => govgraph.view.layers().slice(-2).join() === both", arg=f"{ink},{accent}")
    page.mouse.move(1, 1)
    page.wait_for_function("(ink) => govgraph.view.layers().at(-1) === ink", arg=ink)


def test_the_legend_counts_what_nothing_is_known_of_and_the_tab_says_which_map_it_is(
    open_file: OpenFile, tmp_path: Path
) -> None:
    page = shown(open_file, tmp_path, spreading()).page
    entries = page.locator(".legend li")
    expect(entries.filter(has_text="nichts bekannt")).to_have_text("nichts bekannt: kein Artikel sagt etwas dazu14")
    expect(entries.last).to_have_text("2Zahl: so viele Aussagen gelten an dem Tag")
    expect(page).to_have_title("E-Akte – Die Länder auf der Karte")
    page.evaluate("() => govgraph.view.setDay('2020-01-01')")
    expect(entries.filter(has_text="nichts bekannt").locator(".number")).to_have_text("15")
    page.locator("#language").click()
    expect(entries.filter(has_text="nothing known")).to_have_text("nothing known: no article says anything15")
    expect(page).to_have_title("E-Akte – The Länder on the map")


def test_every_land_is_counted_once_in_the_legend(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, spreading()).page
    assert sum(map(int, page.locator(".legend > li > .number").all_text_contents())) == 16


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_can_be_read_on_every_colour(
    open_file: OpenFile, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    page = shown(open_file, tmp_path, spreading()).page
    page.emulate_media(color_scheme=scheme)
    for day in ("2018-03-01", "2020-01-01", "2026-01-01"):
        page.evaluate("(day) => govgraph.view.setDay(day)", day)
        assert min(page.evaluate("() => ['hessen', 'berlin'].map(govgraph.view.contrast)")) >= 4.5


def test_the_slider_turns_back_time(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, spreading(), anchor="#l=hessen").page
    assert status(page) == {"berlin": "asserted", "hessen": "asserted"}
    page.evaluate("() => govgraph.view.setDay('2020-01-01')")
    assert status(page) == {"hessen": "planned"}
    expect(page.locator("#panel .badge").first).to_have_text("geplant")
    expect(page.locator("#panel .later h3")).to_have_text("Später gesagt1")
    expect(page.locator("#shown-day")).to_have_text("1. Januar 2020")
    page.locator("#day").focus()
    page.keyboard.press("Home")
    expect(page.locator("#shown-day")).to_have_text("1. März 2018")


def test_time_can_be_played_and_held(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, spreading()).page
    page.locator("#play").click()
    expect(page.locator("#play")).to_have_attribute("aria-label", "Anhalten")
    page.wait_for_function("() => !document.getElementById('shown-day').textContent.includes('2026')")
    page.wait_for_function("() => !document.getElementById('shown-day').textContent.includes('1. März 2018')")
    page.locator("#play").click()
    assert page.evaluate("() => govgraph.view.playing()") is False


def test_what_only_municipalities_do_is_told_apart(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, spreading(), ChartOptions(lang="en")).page
    expect(page.locator(".legend")).to_contain_text("lighter: known of municipalities only")
    expect(page.locator(".legend .number").first).to_have_text("1")
    page.locator("#to-table").click()
    row = page.locator("#table tbody tr", has_text="Berlin").first
    expect(row).to_contain_text("(municipalities only)")
    row.get_by_role("button").click()
    expect(page.locator("#panel .statement")).to_contain_text("Pankow implements E-Akte")
    page.locator(".elsewhere summary").click()
    expect(page.locator(".elsewhere .statement")).to_contain_text("FITKO")


def test_what_has_no_date_stands_apart_on_every_day(open_file: OpenFile, tmp_path: Path) -> None:
    both = LandSpread(
        HESSEN,
        (said(HESSEN, ""), said(HESSEN, "2021-06-01", "planned")),
        (),
        (Step("", "undated", (0,)), Step("2021-06-01", "planned", (1,))),
    )
    pankow = LandSpread(BERLIN, (said(BERLIN, ""),), (), (Step("", "undated", (0,), True),))
    page = shown(open_file, tmp_path, Spread("implements", (AKTE,), "", (pankow, both))).page
    assert status(page) == {"berlin": "undated", "hessen": "planned"}
    assert [page.evaluate("(id) => govgraph.view.label(id)", id_) for id_ in ("berlin", "hessen")] == ["BE", "HE\n1"]
    expect(page.locator("#counts")).to_contain_text("1 Land mit Angaben")
    undated = page.locator(".legend li", has_text="ohne Datum")
    expect(undated).to_have_text("nur ohne Datum: gesagt, aber nicht wann1")
    click(page, "hessen")
    expect(page.locator("#panel .later h3")).to_have_text("Ohne Datum gesagt1")
    expect(page.locator("#panel .later .badge")).to_have_text("festgestellt")
    page.evaluate("() => govgraph.view.setDay('2020-01-01')")
    expect(page.locator("#panel .office")).to_have_text("ohne Datum")
    expect(page.locator("#counts")).to_contain_text("0 Länder mit Angaben")
    expect(undated.locator(".number")).to_have_text("2")
    assert sum(map(int, page.locator(".legend > li > .number").all_text_contents())) == 16
    page.locator("#to-table").click()
    expect(page.locator("#table tbody tr", has_text="Berlin").first).to_contain_text("ohne Datum")


def test_an_office_is_shown_with_its_holder(open_file: OpenFile, tmp_path: Path) -> None:
    row = period("urn:neu", (CIO, HESSEN), "Max Neu", (None, "2020-06-01", "2025-03-01", None))
    steps = (Step("2020-06-01", "held", (0,)), Step("2025-03-02", "possible", (0,)))
    what = Spread("holdsOffice", (), "CIO", (LandSpread(HESSEN, (), (row,), steps),))
    page = shown(open_file, tmp_path, what).page
    expect(page.locator("#shown-day")).to_have_text("18. November 2024")
    page.evaluate("() => govgraph.view.setDay('2024-01-01')")
    assert status(page) == {"hessen": "held"}
    assert page.evaluate("() => govgraph.view.label('hessen')") == "HE\nMax Neu"
    page.evaluate("() => govgraph.view.setDay('2026-06-01')")
    assert page.evaluate("() => govgraph.view.label('hessen')") == "HE\nMax Neu\nzuletzt 2024"
    page.locator("#chart").focus()
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#panel h2")).to_have_text("Hessen")
    expect(page.locator("#panel h3").first).to_have_text("Max Neu")


def test_who_was_only_announced_has_a_look_and_words_of_their_own(open_file: OpenFile, tmp_path: Path) -> None:
    name = "Karsten Müller-Lüdenscheidt"
    told = proof(f"{name} wird CIO.", "2023-11-30")
    row = period("urn:neu", (CIO, HESSEN), name, (None, None, None, None), (told,))
    on = KnownBound("2024-01-01", "AnnouncedBound", ())
    row = replace(row, begin_earliest=on, begin_latest=on)
    what = Spread("holdsOffice", (), "CIO", (LandSpread(HESSEN, (), (row,), (Step("2024-01-01", "announced", (0,)),)),))
    page = shown(open_file, tmp_path, what).page
    page.evaluate("() => govgraph.view.setDay('2025-01-15')")
    label = page.evaluate("() => govgraph.view.label('hessen')")
    assert label == "HE\nKarsten\nMüller-Lüdenscheidt\nangekündigt für 2024"
    expect(page.locator(".legend li", has_text="angekündigt")).to_have_text("angekündigt, nie im Amt beobachtet1")
    spot = page.evaluate("(id) => govgraph.view.position(id)", "hessen")
    page.mouse.move(spot["x"], spot["y"])
    expect(page.locator("#chart")).to_have_attribute("title", f"Hessen: {name} (angekündigt für 2024)")
    click(page, "hessen")
    expect(page.locator("#panel .office .badge").first).to_have_text("angekündigt")
    page.set_viewport_size({"width": 390, "height": 800})
    assert "zuletzt" not in page.evaluate("() => govgraph.view.label('hessen')")
    page.locator("#to-table").click()
    expect(page.locator("#table tbody tr", has_text="Hessen")).to_contain_text(f"{name} (angekündigt für 2024)")


def test_the_table_tells_since_when_by_the_bounds_of_who_is_in_office(open_file: OpenFile, tmp_path: Path) -> None:
    before = period("urn:alt", (CIO, HESSEN), "Eva Alt", (None, "2020-01-10", "2020-01-10", "2023-05-05"))
    after = period("urn:neu", (CIO, HESSEN), "Max Neu", ("2020-01-10", "2023-05-05", "2023-05-05", None))
    stated = replace(after, begin_earliest=KnownBound("2019-01-01", "StatedBound", ()))
    stated = replace(stated, begin_latest=KnownBound("2019-12-31", "StatedBound", ()))
    steps = (Step("2020-01-10", "held", (0,)), Step("2020-01-11", "possible", (0, 1)), Step("2023-05-05", "held", (1,)))
    lands = (
        LandSpread(BERLIN, (), (stated,), (Step("2019-12-31", "held", (0,)),)),
        LandSpread(HESSEN, (), (before, after), steps),
    )
    page = shown(open_file, tmp_path, Spread("holdsOffice", (), "CIO", lands)).page
    page.evaluate("() => govgraph.view.setDay('2023-05-05')")
    page.locator("#to-table").click()
    rows = page.locator("#table tbody tr")
    expect(rows.filter(has_text="Hessen").locator("td").last).to_have_text("spätestens 5. Mai 2023")
    expect(rows.filter(has_text="Berlin").locator("td").last).to_have_text("2019")


def test_the_table_tells_since_when_articles_say_it_without_a_break(open_file: OpenFile, tmp_path: Path) -> None:
    told = (said(HESSEN, "2018-03-01"), said(HESSEN, "2020-06-01", "ended"), said(HESSEN, "2021-06-01"))
    steps = (
        Step("2018-03-01", "asserted", (0,)),
        Step("2020-06-01", "ended", (0, 1)),
        Step("2021-06-01", "asserted", (0, 1, 2)),
    )
    what = Spread("implements", (AKTE,), "", (LandSpread(HESSEN, told, (), steps),))
    page = shown(open_file, tmp_path, what).page
    page.locator("#to-table").click()
    cell = page.locator("#table tbody tr", has_text="Hessen").first.locator("td").last
    expect(cell).to_have_text("1. Juni 2021")
    expect(cell).to_have_attribute("data-label", "gesagt seit")


OVERLAPS = """() => {
  const written = govgraph.view.written();
  const across = (one, other) => one.left < other.right && other.left < one.right;
  const meet = (one, other) => across(one, other) && one.top < other.bottom && other.top < one.bottom;
  const after = (at) => written.slice(at + 1);
  return written.flatMap((one, at) => after(at).filter((other) => meet(one, other)).map(({ id }) => `${one.id} ${id}`));
}"""


@pytest.mark.parametrize("width", [1400, 1000, 390, 340])
def test_no_name_lies_on_another(open_file: OpenFile, tmp_path: Path, width: int) -> None:
    row = period("urn:one", (CIO, HESSEN), "Elena Yorgova-Ramanauskas", (None, "2016-06-01", "2017-03-01", None))
    newest = period("urn:two", (CIO, HESSEN), "Max Neu", (None, "2025-06-01", "2025-07-01", None))
    step = Step("2016-06-01", "possible", (0,))
    lands = [Thing(f"{BASE}/jurisdiction/{name}", name) for name in geometry()["paths"]]
    known = tuple(LandSpread(land, (), (row, newest), (step,)) for land in lands)
    page = shown(open_file, tmp_path, Spread("holdsOffice", (), "CIO", known), ChartOptions(lang="en")).page
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("() => govgraph.view.setDay('2025-08-01')")
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate("() => govgraph.view.label('bayern')").startswith("BY")


HOSTILE = "<script>alert(1)</script></script><img src=x onerror=alert(1)> {x|y} \u202eRTL $payload"


def test_hostile_and_endless_text_is_shown_as_text(open_file: OpenFile, tmp_path: Path) -> None:
    who = Thing(HESSEN.iri, HOSTILE)
    long = said(Thing(HESSEN.iri, "W" * 10_000), "2021-01-01", quote="S" * 10_000)
    land = LandSpread(
        who, (said(who, "2020-01-01", quote=HOSTILE), long), (), (Step("2020-01-01", "asserted", (0, 1)),)
    )
    page = shown(open_file, tmp_path, Spread("implements", (Thing(AKTE.iri, HOSTILE),), "", (land,))).page
    click(page, "hessen")
    assert page.locator("#panel h2").text_content() == HOSTILE
    assert page.locator("blockquote").last.text_content() == HOSTILE
    assert page.locator("main img, main script").count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280
    assert page.locator("#panel").evaluate("(e) => e.scrollWidth <= e.clientWidth")


def test_nothing_serious_is_found_by_axe(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, spreading()).page
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert complaints(page) == []
        click(page, "hessen")
        assert complaints(page) == []
        page.locator("#to-table").click()
        assert complaints(page) == []
        page.locator("#to-table").click()
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_on_paper_the_table_stands_beneath_the_map(open_file: OpenFile, tmp_path: Path) -> None:
    row = period("urn:neu", (CIO, HESSEN), "Max Neu", (None, "2020-06-01", "2025-03-01", None))
    what = Spread("holdsOffice", (), "CIO", (LandSpread(HESSEN, (), (row,), (Step("2020-06-01", "held", (0,)),)),))
    page = shown(open_file, tmp_path, what).page
    expect(page.locator("#table")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#chart")).to_be_visible()
    expect(page.locator("#table tbody tr", has_text="Hessen")).to_contain_text("Max Neu")
    expect(page.locator("#panel")).to_be_hidden()
