"""The timeline file in a real browser, opened from disk with the network cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accessibility import complaints
from charted import ALT, BERLIN, CHIEF, CIO, FITKO, HEAD, HESSEN, NEU, RIVAL, lane, offices, period, proof
from govgraph.model import BASE
from govgraph.query import KnownBound, Lane, Thing
from govgraph.views import ChartOptions, write_timeline
from opening import ENGLISH, OpenFile, Seen

pytestmark = pytest.mark.browser

HOSTILE = [
    "<script>document.title='broken'</script><img src=x onerror=alert(1)>",
    "</script><b>{land|x}</b> `ticks` ${1+1} $payload &lt;",
    "\u202eRückwärts\u202c \u200fRTL עברית العربية",
    "__proto__",
]


def shown(
    open_file: OpenFile, folder: Path, lanes: Sequence[Lane], options: ChartOptions | None = None, anchor: str = ""
) -> Seen:
    path = folder / "timeline.html"
    write_timeline(lanes, path, options)
    seen = open_file(path, anchor)
    assert seen.page.evaluate("() => Boolean(window.govgraph && govgraph.ready)"), seen.complaints
    return seen


def click(page: Page, iri: str) -> None:
    spot = page.evaluate("(iri) => govgraph.view.position(iri)", iri)
    page.mouse.click(spot["x"], spot["y"])


def visible(page: Page) -> list[str]:
    found: list[str] = page.evaluate("() => govgraph.view.visible()")
    return found


def test_a_click_on_a_bar_shows_person_bounds_and_quotes(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    expect(page.locator("h1")).to_have_text("Ämter im Lauf der Zeit")
    expect(page.locator("#counts")).to_have_text("2 Ämter · 4 Amtszeiten · 3 Artikel")
    click(page, NEU)
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Max Neu")
    expect(panel.locator(".office").first).to_have_text("CIO · Hessen kommissarisch")
    expect(panel.locator("dd")).to_have_text(
        [
            "zwischen 1. Februar 2020 (beobachtet) und 1. Juni 2020 (beobachtet)",
            "1. März 2025 oder später (beobachtet)",
        ]
    )
    expect(panel.locator("blockquote")).to_have_text(["Max Neu ist CIO.", "CIO Max Neu sagt es."])
    expect(panel.locator("cite")).to_have_text(["Ein Gespräch", "Rede"])
    expect(panel.locator("time").first).to_have_text("1. März 2022")
    expect(panel.locator("figcaption a").first).to_have_attribute("href", "https://example.org/a")
    panel.get_by_role("button", name="Eva Alt").click()
    expect(panel.locator("h2")).to_have_text("Eva Alt")
    page.keyboard.press("Escape")
    expect(panel.locator("h2")).to_have_text("Wer hatte wann welches Amt?")


def test_what_was_only_announced_is_a_mark_before_the_time_itself(open_file: OpenFile, tmp_path: Path) -> None:
    said = KnownBound("2022-09-01", "AnnouncedBound", ())
    other = KnownBound("2025-10-01", "OtherHolderBound", ())
    days = ("2022-09-01", "2022-09-01", None, "2025-10-01")
    announced = period(ALT, (CIO, HESSEN), "Eva Alt", days)
    announced = replace(announced, begin_earliest=said, begin_latest=said, end_latest=other)
    real = period(NEU, (CIO, HESSEN), "Eva Alt", ("2023-01-16", "2023-01-16", "2025-03-31", "2025-03-31"))
    page = shown(open_file, tmp_path, (lane(announced, real),)).page
    heights = [page.evaluate("(iri) => govgraph.view.position(iri).y", iri) for iri in (ALT, NEU)]
    assert heights[0] == heights[1]
    click(page, ALT)
    expect(page.locator("#panel dd")).to_have_text(["1. September 2022 (angekündigt)", "keines: nie im Amt beobachtet"])


def test_an_office_of_several_laender_is_found_under_each(open_file: OpenFile, tmp_path: Path) -> None:
    port = Thing(f"{BASE}/organisation/dataport", "Dataport")
    chair = period(CHIEF, (HEAD, port), "Ada Chef", (None, "2021-01-01", "2024-01-01", None))
    cio = period(NEU, (CIO, HESSEN), "Max Neu", ("2019-01-01", "2020-01-01", "2021-01-01", "2021-10-01"))
    lanes = (lane(cio, land=HESSEN), lane(chair, lands=(BERLIN, HESSEN)))
    page = shown(open_file, tmp_path, lanes).page
    assert "mehrere Länder" in "".join(page.evaluate("() => govgraph.view.edge()"))
    expect(page.locator("#land option")).to_have_text(["alle", "Berlin", "Hessen"])
    page.locator("#land").select_option("Berlin")
    assert visible(page) == [CHIEF]
    page.locator("#land").select_option("Hessen")
    assert visible(page) == [NEU, CHIEF]
    click(page, CHIEF)
    expect(page.locator("#panel .kind")).to_have_text("Amtszeit · Berlin, Hessen")
    page.locator("#language").click()
    assert "several Länder" in "".join(page.evaluate("() => govgraph.view.edge()"))
    page.locator("#to-table").click()
    expect(page.locator("#table tbody tr").last).to_contain_text("Berlin, Hessen")


INK = """([left, top, width, height]) => {
  const canvas = document.querySelector('#chart canvas');
  const by = canvas.width / canvas.clientWidth, box = canvas.getBoundingClientRect();
  const at = [left - box.left, top - box.top, width, height].map((one) => Math.round(one * by));
  const copy = new OffscreenCanvas(at[2], at[3]).getContext('2d');
  copy.drawImage(canvas, -at[0], -at[1]);
  const { data } = copy.getImageData(0, 0, at[2], at[3]);
  return data.reduce((sum, _, place) => sum + (place % 4 === 0 && Math.max(...data.slice(place, place + 3)) < 110), 0);
}"""
"""How many pixels of a part of the picture are as dark as letters."""


def test_the_name_beside_a_bar_stays_above_it_when_it_is_chosen(open_file: OpenFile, tmp_path: Path) -> None:
    named = period(NEU, (CIO, HESSEN), "Maximiliane Neu", ("2019-01-01", "2020-01-01", "2021-01-01", "2021-10-01"))
    after = period(ALT, (CIO, HESSEN), "Eva Alt", ("2029-01-01", "2029-01-01", "2029-02-01", "2029-03-01"))
    page = shown(open_file, tmp_path, (lane(named), lane(after))).page
    spot = page.evaluate("(iri) => govgraph.view.position(iri)", NEU)
    part = [spot["x"], spot["y"] - 6, 160, 12]
    before = page.evaluate(INK, part)
    assert before > 100
    # the outline of what is chosen makes it more
    click(page, NEU)
    page.mouse.move(spot["x"], spot["y"] + 60)
    chosen = page.evaluate(INK, part)
    assert chosen >= before
    page.mouse.move(spot["x"], spot["y"])
    assert page.evaluate(INK, part) >= chosen


def test_the_tab_is_named_in_the_language_of_the_page(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices(), ChartOptions(subtitle="Hessen", lang="en")).page
    expect(page).to_have_title("Hessen – Offices over time")
    page.locator("#language").click()
    expect(page).to_have_title("Hessen – Ämter im Lauf der Zeit")


def test_contradictions_are_told_and_can_be_filtered(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    page.locator("#conflicts-only").check()
    assert visible(page) == [CHIEF, RIVAL]
    click(page, CHIEF)
    expect(page.locator("#panel .against")).to_have_text("Zwei zugleich.")
    page.locator("#language").click()
    expect(page.locator("#panel .against")).to_have_text("Two at once.")
    expect(page.locator("#counts")).to_have_text("1 office · 2 terms of office · 1 article")


def test_filters_by_land_role_and_text(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    page.locator("#land").select_option("Hessen")
    assert visible(page) == [ALT, NEU]
    page.locator("#reset").click()
    page.locator("#role").select_option("Präsident")
    assert visible(page) == [CHIEF, RIVAL]
    page.locator("#reset").click()
    page.locator("#text").fill("max neu")
    assert visible(page) == [ALT, NEU], "an office is shown with all who held it"
    page.locator("#text").fill("niemand")
    assert visible(page) == []
    page.locator("#reset").click()
    assert len(visible(page)) == 4


def test_counts_and_contradictions_are_of_what_is_shown(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    panel = page.locator("#panel")
    expect(panel.locator("h3 .number")).to_have_text("1")
    page.locator("#text").fill("max neu")
    expect(page.locator("#counts")).to_have_text("1 Amt · 2 Amtszeiten · 3 Artikel")
    expect(panel.locator("h3")).to_have_count(0)
    page.locator("#text").fill("ada")
    expect(page.locator("#counts")).to_have_text("1 Amt · 2 Amtszeiten · 1 Artikel")
    expect(panel.locator(".others li")).to_have_text(["Ada ChefPräsident · FITKO", "Ben AuchPräsident · FITKO"])


def test_on_paper_the_table_tells_what_the_picture_has_no_room_for(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    page.locator("#text").fill("max neu")
    page.emulate_media(media="print")
    expect(page.locator("#chart")).to_be_visible()
    expect(page.locator("#table")).to_be_hidden()
    expect(page.locator("#panel h2")).to_be_hidden()
    page.emulate_media(media="screen")
    one = offices()[0]
    many = [replace(one, office=Thing(f"urn:office/{at}", f"Amt {at}")) for at in range(40)]
    page = shown(open_file, tmp_path, many).page
    expect(page.locator("#table")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#chart")).to_be_hidden()
    expect(page.locator("#table tbody tr")).to_have_count(40 * len(one.periods))
    expect(page.locator("#table")).to_be_visible()


def test_what_is_filtered_away_is_told_no_longer(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    click(page, CHIEF)
    page.locator("#text").fill("ada")
    expect(page.locator("#panel")).to_contain_text("Ada Chef")
    page.locator("#text").fill("max neu")
    expect(page.locator("#panel h2")).to_have_text("Wer hatte wann welches Amt?")


def test_on_a_small_screen_filters_stand_folded_above(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator("#text")).to_be_hidden()
    page.get_by_text("Filter und Legende").click()
    expect(page.locator("#text")).to_be_in_viewport()
    page.set_viewport_size({"width": 1400, "height": 800})
    expect(page.locator("#text")).to_be_visible()


def test_zoom_pan_and_keys(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page

    def width() -> float:
        start, end = page.evaluate("() => govgraph.view.shown().x")
        return float(end - start)

    whole = width()
    page.locator("#zoom-in").click()
    assert width() == pytest.approx(whole * 0.7)
    page.locator("#fit").click()
    assert width() == pytest.approx(whole)
    box = page.locator("#chart").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 450, box["y"] + 120)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.wait_for_function(
        "(whole) => { const [a, b] = govgraph.view.shown().x; return b - a < whole * 0.99; }", arg=whole
    )
    page.locator("#chart").focus()
    page.keyboard.press("0")
    for key, name in (
        ("ArrowRight", "Eva Alt"),
        ("ArrowRight", "Max Neu"),
        ("ArrowDown", "Ada Chef"),
        ("ArrowUp", "Eva Alt"),
    ):
        page.keyboard.press(key)
        expect(page.locator("#panel h2")).to_have_text(name)


def test_offices_stand_beside_their_bars_wherever_the_list_is(open_file: OpenFile, tmp_path: Path) -> None:
    days = ("2020-01-01", "2020-06-01", "2022-01-01", None)
    many = [
        lane(period(f"{ALT}-{n}", (Thing(f"{BASE}/role/{n}", f"Amt {n}"), FITKO), f"Person {n}", days))
        for n in range(60)
    ]
    page = shown(open_file, tmp_path, many).page

    def edge() -> list[str]:
        found: list[str] = page.evaluate("() => govgraph.view.edge()")
        return [one.split(" {")[0].split("\n")[0] for one in found]

    first = edge()
    assert first[1:4] == ["Amt 0", "Amt 1", "Amt 2"]
    box = page.locator("#chart").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 450, box["y"] + 120)
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => govgraph.view.shown().y > 0")
    top = round(page.evaluate("() => govgraph.view.shown().y"))
    # the first row is that of no Land
    assert edge()[:3] == [f"Amt {top + n - 1}" for n in range(3)]
    page.locator("#chart").focus()
    page.keyboard.press("PageDown")
    top = round(page.evaluate("() => govgraph.view.shown().y"))
    assert edge()[:3] == [f"Amt {top + n - 1}" for n in range(3)]


def test_the_table_says_the_same(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    page.locator("#to-table").click()
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.first.locator("th, td")).to_have_text(
        ["Hessen", "CIO", "Hessen", "Eva Alt", "1. Januar 2014 – 1. März 2015", "1. Mai 2018 – 1. Januar 2019", "1"]
    )
    rows.nth(2).get_by_role("button").click()
    expect(page.locator("#panel h2")).to_have_text("Ada Chef")
    expect(page.locator("#chart")).to_be_hidden()


BROKEN = """() => [...document.querySelectorAll("#table bdi")].flatMap(({ firstChild }) =>
  [...firstChild.data.matchAll(/[^\\s-]+/g)].filter(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(firstChild, index);
    range.setEnd(firstChild, index + word.length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word))"""


@pytest.mark.parametrize("width", [1400, 1300, 1000, 390])
def test_the_table_fits_without_breaking_words(open_file: OpenFile, tmp_path: Path, width: int) -> None:
    role = Thing(f"{BASE}/role/oberbuergermeister", "Oberbürgermeister")
    body = Thing(f"{BASE}/organisation/bmds", "Bundesministerium für Staatsmodernisierung")
    days = ("2019-09-17", "2019-09-17", "2020-09-17", None)
    held = period("urn:one", (role, body), "Elena Yorgova-Ramanauskas", days)
    rows = [lane(held, land=Thing("urn:n", "Niedersachsen"))]
    page = shown(open_file, tmp_path, rows).page
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("#to-table").click()
    assert page.evaluate(BROKEN) == []
    assert page.locator("#table").evaluate("(table) => table.scrollWidth <= table.clientWidth")
    named = page.locator("#table td").first.evaluate("(cell) => getComputedStyle(cell, '::before').content")
    assert named == ('"Land"' if width <= 1000 else "none")


def test_an_address_leads_back_to_what_was_chosen(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices(), anchor=f"#p={NEU}").page
    expect(page.locator("#panel h2")).to_have_text("Max Neu")
    page = shown(open_file, tmp_path, offices(), anchor="#p=%E0%A4%A").page
    expect(page.locator("#panel h2")).to_have_text("Wer hatte wann welches Amt?")


def test_no_office_at_all(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, [], ChartOptions(lang="en")).page
    expect(page.locator("#counts")).to_have_text("0 offices · 0 terms of office · 0 articles")


def test_without_a_language_the_page_follows_the_browser(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, []).page
    expect(page.locator("#counts")).to_have_text("0 Ämter · 0 Amtszeiten · 0 Artikel")
    page.add_init_script(ENGLISH)
    page.reload()
    expect(page.locator("#counts")).to_have_text("0 offices · 0 terms of office · 0 articles")


@pytest.mark.parametrize("text", HOSTILE, ids=["script", "marks", "direction", "prototype"])
def test_hostile_text_is_shown_as_text(open_file: OpenFile, tmp_path: Path, text: str) -> None:
    evil = (proof(f"Vorher {text} nachher.", title=text, url="javascript:alert(1)"),)
    days = ("2019-01-01", "2020-01-01", "2021-01-01", None)
    rows = [lane(period("urn:evil", (CIO, HESSEN), text, days, evil), land=HESSEN)]
    page = shown(open_file, tmp_path, rows, ChartOptions(title=text, subtitle=text)).page
    click(page, "urn:evil")
    assert page.locator("#panel h2").text_content() == text
    assert page.locator("blockquote").text_content() == f"Vorher {text} nachher."
    assert page.locator("cite").text_content() == text
    assert page.locator("h1").text_content() == text
    expect(page.locator("#panel figcaption a")).to_have_count(0)
    page.locator("#to-table").click()
    assert page.locator("#table tbody button").text_content() == text
    assert page.locator("main img, main script, header img, header b, main b").count() == 0
    assert page.title() == " ".join(f"{text} – {text}".split())


def test_endless_names_keep_the_layout(open_file: OpenFile, tmp_path: Path) -> None:
    evidence = (proof("S" * 10_000, title="T" * 10_000),)
    days = ("2019-01-01", "2020-01-01", "2021-01-01", None)
    rows = [lane(period("urn:long", (CIO, HESSEN), "W" * 10_000, days, evidence), land=HESSEN)]
    page = shown(open_file, tmp_path, rows, ChartOptions(title="A" * 10_000)).page
    click(page, "urn:long")
    assert page.locator("blockquote").text_content() == "S" * 10_000
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280
    assert page.locator("#panel").evaluate("(e) => e.scrollWidth <= e.clientWidth")
    page.locator("#to-table").click()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280


def test_nothing_serious_is_found_by_axe(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert complaints(page) == []
        click(page, CHIEF)
        assert complaints(page) == []
        page.locator("#to-table").click()
        assert complaints(page) == []
        page.locator("#to-table").click()


def test_dark_print_and_narrow(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page

    def ground() -> str:
        return str(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))

    assert ground() == "rgb(246, 248, 251)"
    page.emulate_media(color_scheme="dark")
    assert ground() == "rgb(16, 20, 28)"
    page.emulate_media(media="print", color_scheme="dark")
    assert ground() == "rgb(255, 255, 255)"
    expect(page.locator("#language")).to_be_hidden()
    page.emulate_media(media="screen", color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_the_same_offices_give_the_same_bytes(tmp_path: Path) -> None:
    write_timeline(offices(), tmp_path / "one.html")
    write_timeline(offices(), tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_one_early_office_does_not_press_the_others_together(open_file: OpenFile, tmp_path: Path) -> None:
    early = period(CHIEF, (HEAD, FITKO), "Ada Chef", ("1992-01-01", "1992-01-01", "2012-01-01", None))
    towns = [Thing(f"{BASE}/municipality/{at}", f"Ort {at}") for at in range(40)]
    others = [
        lane(
            period(
                f"{BASE}/period/{at}", (CIO, town), f"Person {at}", (None, "2015-01-01", f"20{18 + at % 8}-01-01", None)
            )
        )
        for at, town in enumerate(towns)
    ]
    page = shown(open_file, tmp_path, (lane(early), *others)).page

    def years() -> tuple[float, float]:
        start, end = page.evaluate("() => govgraph.view.shown().x.map((day) => new Date(day).getUTCFullYear())")
        return start, end

    assert years()[0] >= 2013
    page.locator("#fit").click()
    assert years()[0] <= 1992
    page.locator("#text").fill("Ada Chef")
    assert years()[0] <= 1992
    page.locator("#text").fill("Person 0")
    start, end = years()
    assert start >= 2014
    assert end <= 2019


def test_years_on_the_axis_are_round(open_file: OpenFile, tmp_path: Path) -> None:
    long = period(CHIEF, (HEAD, FITKO), "Ada Chef", ("1963-01-01", "1963-01-01", "2025-01-01", None))
    page = shown(open_file, tmp_path, (lane(long),)).page
    marks = [mark for mark in page.evaluate("() => govgraph.view.years()") if mark]
    assert len(marks) > 3
    assert all(int(mark) % 5 == 0 for mark in marks), marks


def test_filters_stand_in_the_address(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    page.locator("#role").select_option("CIO")
    click(page, NEU)
    anchor = page.evaluate("() => location.hash")
    page = shown(open_file, tmp_path, offices(), anchor=anchor).page
    expect(page.locator("#role")).to_have_value("CIO")
    assert visible(page) == [ALT, NEU]
    expect(page.locator("#panel h2")).to_have_text("Max Neu")
    page.locator("#reset").click()
    page.keyboard.press("Escape")
    assert page.evaluate("() => location.hash") == ""
    page = shown(open_file, tmp_path, offices(), anchor="#land=-&text=ada&conflicts=only&role=nobody").page
    assert visible(page) == [CHIEF, RIVAL]
    page = shown(open_file, tmp_path, offices(), anchor="#land=nowhere&p=no").page
    assert len(visible(page)) == 4


def test_the_table_tells_who_was_only_announced(open_file: OpenFile, tmp_path: Path) -> None:
    said = KnownBound("2022-09-01", "AnnouncedBound", ())
    announced = replace(
        period(ALT, (CIO, HESSEN), "Eva Alt", (None, None, None, None)), begin_earliest=said, begin_latest=said
    )
    page = shown(open_file, tmp_path, (lane(announced),)).page
    page.locator("#to-table").click()
    expect(page.locator("#table tbody th")).to_have_text("Eva Alt (angekündigt, nie im Amt beobachtet)")
    expect(page.locator("#table tbody td").nth(4)).to_have_text("–")


def test_what_is_seen_is_saved_as_a_picture(open_file: OpenFile, tmp_path: Path) -> None:
    page = shown(open_file, tmp_path, offices()).page
    page.locator("#role").select_option("CIO")
    with page.expect_download() as saved:
        page.locator("#png").click()
    assert saved.value.suggested_filename == "timeline.png"
    assert saved.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert visible(page) == [ALT, NEU]
