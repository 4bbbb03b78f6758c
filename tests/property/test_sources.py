"""What holds for every text: blocks are sorted, apart from one another, verbatim, and cover all that is visible."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.model import Page
from govgraph.sources import read_text

LINES = st.sampled_from(
    [
        "",
        "",
        "",
        "Montag, 3. Februar 2020",
        "BayernEin Portal für alle",
        "Hessen: Neue Wege",
        "Kicker",
        "[01.02.2020] Das Land hat ein Portal eröffnet, das alle Anträge sammelt. mehr...",
        "[01.02.2020] Das Land hat ein Portal eröffnet, das alle Anträge an einem Ort sammelt.",
        "[01.02.2020]",
        "mehr...",
        "bericht",
        "interview",
        "Anzeige",
        "- Anzeige Ende -",
        "Weitere Meldungen und Beiträge aus dem Bereich: Politik",
        "Foto von Anna Muster",
        "(Bildquelle: Probe)",
        "Wie geht es Ihnen heute?",
        "Ich bin zufrieden, denn wir haben in diesem Jahr mehr geschafft als je zuvor.",
        "Muster: Wir fangen an.",
        "„Wir fangen an.“",
        "Interview: Anna Muster",
        "Von Anna Muster und Tom Probe",
        "12.07.2016 | Anna Muster (Autor)",
        "Pressemitteilung Nr. 3/2020",
        "Mainz, 3. Mai 2020. Das Kabinett hat getagt und über den Fahrplan beraten, der nun gilt.",
        "(BS/ab) Das Kabinett hat getagt und über den Fahrplan beraten, der nun gilt. (ab)",
        "Pressekontakt:",
        "Telefon: 0123 456",
        "Hintergrund:",
        "Lesen Sie auch:",
        "Stichwörter: Bayern, Portal",
        "Kommentieren Sie den Artikel",
        "Newsletter",
        "Am Ende steht ein langer Absatz, in dem alles noch einmal gesagt wird. " * 4,
        "eine zeile, die im satz umbrochen ist und danach noch klein",
    ]
)
PAGES = st.lists(LINES, max_size=40).map("\n".join)
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("\n\r\t \u2028\x1c\x85\ufeff[]():„“?.0123456789AZaz")), max_size=300
)


def check(page: Page) -> None:
    for index, article in enumerate(page.articles):
        assert article.index == index
        assert page.text[article.start : article.start + len(article.text)] == article.text
        covered = 0
        for block in article.blocks:
            assert covered <= block.start < block.end <= len(article.text)
            assert not article.text[covered : block.start].strip()
            assert article.text[block.start : block.end] == article.text[block.start : block.end].strip()
            covered = block.end
        assert not article.text[covered:].strip()
        assert article.title == article.title.strip() != ""


@given(st.one_of(PAGES, TEXTS))
@settings(max_examples=400, deadline=None)
def test_blocks_cover_every_text(text: str) -> None:
    check(read_text(text))


@given(PAGES)
@settings(max_examples=400, deadline=None)
def test_articles_hold_the_whole_page_or_there_is_none(text: str) -> None:
    page = read_text(text)
    words = sum(len(word) for word in page.text.split())
    outer, end = 0, -1
    for article in page.articles:
        if article.start >= end:
            outer += sum(len(word) for word in article.text.split())
            end = article.start + len(article.text)
    assert outer == (words if page.articles else 0)


def test_an_advertisement_whose_end_comes_late_is_no_article() -> None:
    offer = "[01.02.2020] Das Land hat ein Portal, das alle Anträge sammelt. mehr..."
    lines = ["Anzeige", "[01.02.2020]", offer, "[01.02.2020]", "- Anzeige Ende -"]
    assert read_text("\n".join(lines)).articles == ()


@given(PAGES)
@settings(max_examples=100, deadline=None)
def test_reading_again_gives_the_same(text: str) -> None:
    assert read_text(text) == read_text(text)


@given(PAGES)
@settings(max_examples=100, deadline=None)
def test_line_ends_make_no_difference(text: str) -> None:
    assert read_text(text.replace("\n", "\r\n")) == read_text(text)


@pytest.mark.parametrize(
    "piece",
    [
        "Das Onlinezugangsgesetz verpflichtet Bund und Länder, ihre Leistungen auch elektronisch anzubieten. " * 4
        + "\n\n",
        "Ein Wort nach dem anderen ",
        "a",
        "„(",
        "Wer fragt Sie danach?\n\nIch frage mich das selbst, und wir fragen auch andere danach. "
        + "So ist es. " * 30
        + "\n\n",
    ],
)
def test_ten_million_characters_take_seconds(piece: str) -> None:
    text = "Titel\n\n" + piece * (10_000_000 // len(piece))
    started = time.process_time()
    page = read_text(text)
    assert time.process_time() - started < 20  # one or two; reading that is quadratic takes days
    assert len(page.articles) == 1
