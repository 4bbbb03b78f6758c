"""A report in a real browser, opened from disk with the network cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from accessibility import complaints
from govgraph.reports.figure import Figure
from govgraph.reports.parts import HolderRow, Note, Report, Section, Sentence, Source
from govgraph.reports.render import write_report
from opening import OpenFile

pytestmark = pytest.mark.browser

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} \u202eRTL"
SVG = '<svg role="img" aria-label="Netz" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="2"/></svg>'


def written(folder: Path, words: str = "Max Neu ist CIO.") -> Path:
    section = Section("appointments", "Wer kam und wer ging", (Sentence(words, (1,)),))
    found = Report(
        lang="de",
        title=words,
        subtitle="Was seit dem 1. Januar 2021 neu ist",
        summary="eine Veränderung",
        sections=(section,),
        holders=(HolderRow(words, words, "", "1. März 2022", (1,)),),
        conflicts=(Sentence(words, (1,)),),
        figure=Figure(SVG, words, 1, 0),
        notes=(Note(1, words, 1, 0, 9), Note(2, "", 1, 9, 12)),
        sources=(Source(1, words, "2022-03-01", "https://example.org/a", "seite.txt", (1, 2)),),
        quads=12,
    )
    path = folder / "report.html"
    write_report(found, path)
    return path


def test_a_number_leads_to_its_quote_and_its_article(open_file: OpenFile, tmp_path: Path) -> None:
    page = open_file(written(tmp_path)).page
    page.locator("#changes .note").click()
    note = page.locator("#note-1")
    expect(note.locator("q")).to_have_text("Max Neu ist CIO.")
    expect(note.locator("a")).to_have_attribute("href", "https://example.org/a")
    assert page.url.endswith("#note-1")
    expect(page.locator("#note-2")).to_contain_text("Zitat ausgelassen; Zeichen 9–12")
    expect(page.locator("#sources .note")).to_have_text(["1", "2"])


@pytest.mark.parametrize("words", [EVIL, "W" * 10_000], ids=["marks", "endless"])
def test_hostile_text_is_shown_as_text(open_file: OpenFile, tmp_path: Path, words: str) -> None:
    page = open_file(written(tmp_path, words)).page
    assert page.locator("h1").text_content() == words
    assert page.locator("#changes .sentences span").text_content() == words
    assert page.locator("img, script").count() == 0
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_nothing_serious_is_found_by_axe_and_it_prints(open_file: OpenFile, tmp_path: Path) -> None:
    page = open_file(written(tmp_path)).page
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert complaints(page) == []
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("nav")).to_be_hidden()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(page.pdf()) > 5000


def test_on_a_phone_rows_of_the_table_are_cards_that_fit(open_file: OpenFile, tmp_path: Path) -> None:
    page = open_file(written(tmp_path, "Elena Yorgova-Ramanauskas, Staatssekretärin")).page
    page.set_viewport_size({"width": 390, "height": 800})
    table = page.locator("table.holders")
    assert table.evaluate("(table) => table.scrollWidth <= table.clientWidth")
    assert table.locator("td").nth(1).evaluate("(cell) => getComputedStyle(cell, '::before').content") != "none"
    assert page.locator("table.holders tbody tr").first.evaluate("(row) => getComputedStyle(row).display") == "block"
