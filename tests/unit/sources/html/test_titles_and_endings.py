# ruff: noqa: E501
"""Titles, days, authors and endings of pages of unknown make, and lists between and beside articles."""

from __future__ import annotations

import pytest

from govgraph.model.page import Article, Page
from govgraph.sources import Document, read_document
from govgraph.sources.html.names import persons

PARAGRAPHS = (
    "Die Stadt Musterhausen baut ihr Portal aus. Neun neue Dienste sind seit Montag erreichbar, weitere folgen bald.",
    "Nach Angaben der Stadt gab es mehr als tausend Anträge. Die Verwaltung will nun auch die Bauakte anschließen.",
    "„Wir haben lange gewartet“, sagt Bürgermeisterin Eva Muster. Nun sei die Zeit gekommen, die Technik zu nutzen.",
    "Den Betrieb übernimmt das kommunale Rechenzentrum. Es hat dafür drei Stellen geschaffen und neue Server gekauft.",
)
TITLE = "Stadt baut ihr Portal aus"
TEXT = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
HEAD = f"<h1>{TITLE}</h1><p>14.03.2024</p>"
TEASERS = (
    ("Kreis Unna stellt Bauakten um", "12.03.2024", "Der Kreis hat seine Akten gescannt. Das Archiv wird nun zur Kantine umgebaut."),
    ("Herne zählt Radfahrer mit Radar", "11.03.2024", "Zwölf Sensoren liefern der Stadt Daten. Die Zahlen stehen im offenen Portal."),
    ("Neuer Chef für das Rechenzentrum", "10.03.2024", "Uwe Muster übernimmt im April die Leitung. Er kommt aus dem Ministerium."),
)  # fmt: skip
NAMES = [title for title, _, _ in TEASERS]


def read(body: str, title: str = f"{TITLE} | Blatt", head: str = "") -> Page:
    page = f"<!doctype html><html lang=de><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    return read_document(Document("page", "page.html", page.encode(), "html"))


def only(page: Page) -> Article:
    assert [one.title for one in page.articles] == [TITLE]
    return page.articles[0]


def running(article: Article) -> list[str]:
    return [
        article.text[block.start : block.end]
        for block in article.blocks
        if block.kind in ("lead", "heading", "paragraph")
    ]


def each(template: str) -> str:
    return "".join(template.format(t=title, d=day, x=text) for title, day, text in TEASERS)


MENU = "<div><a href=/>Start</a></div><div><a href=/a>Rathaus</a></div><div><a href=/b>Bauen</a></div><div><a href=/c>Gäste</a></div>"
TITLES = {
    "the day in brackets after it": ("Stadt Adorf", f"<div>{TITLE} <span>(14.03.2024)</span></div>{TEXT}"),
    "no heading below a menu": ("Stadt Adorf", f"<div>Stadt Adorf</div>{MENU}<div>{TITLE}</div><div>14.03.2024</div>{TEXT}"),
    "the site's name again at the foot": (
        "Stadt Adorf", f"<div>Stadt Adorf</div><div>{TITLE}</div><div>14.03.2024</div>{TEXT}<div>Stadt Adorf, Markt 1</div>",
    ),
    "a section beside the site's name": ("Stadt Adorf - Aktuelles", f"<div>Stadt Adorf</div><div>{TITLE}</div><div>14.03.2024</div><div>{TEXT}</div>"),
    "cells without headings": (
        "Adorf", f"<table><tr><td><a href=/>Start</a><br><a href=/b>Bauen</a></td><td><b>{TITLE}</b><br>14.03.2024<br><br>{'<br><br>'.join(PARAGRAPHS)}</td></tr></table>",
    ),
    "the end of the page's title": (f"Portale in Musterhausen: {TITLE} | Blatt", f"<div>Blatt</div><h3>{TITLE}</h3><p>14.03.2024</p>{TEXT}"),
    "a role says that it is a heading": (f"Blatt | {TITLE}", f"<p role=heading aria-level=1>{TITLE}</p><p>14.03.2024</p>{TEXT}"),
    "the kind of the text before it": (f"{TITLE} | Blatt", f"<h1>Pressemitteilung: {TITLE}</h1><p>14.03.2024</p>{TEXT}"),
    "the day first": (f"{TITLE} | Blatt", f"<h1>14.03.2024 – {TITLE}</h1>{TEXT}"),
    "a circular letter": ("Rundbrief", f"<p>An: alle Mitglieder<br>Datum: Do, 14. März 2024<br>Betreff: {TITLE}</p>{TEXT}"),
    "a short section heading has the words": ("Forum 2024 – Rückblick", f"<h2>Rückblick</h2><h1>{TITLE}</h1><p>14.03.2024</p>{TEXT}"),
    "typed text": (TITLE, f"<pre>{TITLE}\n14.03.2024\n\n" + "\n\n".join(PARAGRAPHS) + "</pre>"),
}  # fmt: skip


@pytest.mark.parametrize("form", TITLES)
def test_the_title_of_a_page_of_unknown_make(form: str) -> None:
    title, body = TITLES[form]
    article = only(read(body, title))
    assert article.date == "2024-03-14"
    assert running(article)[-4:] == list(PARAGRAPHS)


@pytest.mark.parametrize("head", [
    f"<h1>Musterhausen<br>{TITLE}</h1>",
    f"<h1><small>Musterhausen</small> {TITLE}</h1>",
    f"<p><span>Musterhausen:</span> <b>{TITLE}</b></p>",
    f"<h3>Musterhausen</h3><h1>{TITLE}</h1>",
])  # fmt: skip
def test_a_kicker_before_the_title(head: str) -> None:
    article = only(read(f"{head}<p>14.03.2024</p>{TEXT}"))
    assert article.kicker == "Musterhausen"


def test_a_headline_of_two_lines_has_no_kicker() -> None:
    article = read(
        f"<h1>Stadt Musterhausen<br>Portal wird ausgebaut</h1>{TEXT}", "Stadt Musterhausen Portal wird ausgebaut"
    ).articles[0]
    assert (article.title, article.kicker) == ("Stadt Musterhausen Portal wird ausgebaut", None)


@pytest.mark.parametrize("line", [
    "<p>14.03.2024 / Marcus Pohl / <a>Drucken</a> / <a>Merken</a></p>",
    "<p>14.03.2024 – Lesezeit 3 Minuten – Marcus Pohl</p>",
    "<p>Marcus Pohl, Redakteur</p><p>14. März 2024</p>",
    "<p>Donnerstag, 14. März 2024</p><p>Marcus Pohl</p>",
    "<p>VON MARCUS POHL</p><p>14.03.2024</p>",
    "<p>Veröffentlicht von Marcus Pohl am 14.03.2024</p>",
    "<p>Text und Fotos: Marcus Pohl</p><p>14.03.2024</p>",
    "<p>Autor / Redakteur: Marcus Pohl</p><p>Datum: 14.03.2024</p>",
    "<dl><dt>Datum:</dt><dd>14.03.2024</dd><dt>Autor:</dt><dd>Marcus Pohl</dd></dl>",
    "<div><a href=/u>Marcus Pohl</a> <span>Redakteur</span> <span>14.03.2024 | Lesezeit: ca. 4 Min.</span></div>",
])  # fmt: skip
def test_who_wrote_stands_below_the_title(line: str) -> None:
    article = only(read(f"<h1>{TITLE}</h1>{line}{TEXT}"))
    assert (article.authors, article.date) == (("Marcus Pohl",), "2024-03-14")
    assert running(article) == list(PARAGRAPHS)


@pytest.mark.parametrize("line", [
    "<p>14.03.2024 | Digitale Verwaltung</p>",
    "<p>14.03.2024</p><p>Foto: Marcus Pohl</p>",
    "<p>Marcus Pohl, Pressesprecher</p><p>14.03.2024</p>",
])  # fmt: skip
def test_who_did_not_write(line: str) -> None:
    assert only(read(f"<h1>{TITLE}</h1>{line}{TEXT}")).authors == ()


@pytest.mark.parametrize(("line", "authors"), [
    ("<p>Text: Marcus Pohl</p><p><i>Sie planen ein Portal? Unser Team macht Ihnen gern ein Angebot.</i></p>", ("Marcus Pohl",)),
    ("<div><b>von Marcus Pohl</b><br>schreibt seit 2011 über Rathaus und Stadtrat.</div>", ("Marcus Pohl",)),
    ("<p>(Marcus Pohl)</p>", ("Marcus Pohl",)),
    ("<p><b>Autor</b></p><p>Marcus Pohl leitet das Referat Bauen beim Städtetag in Berlin.</p>", ("Marcus Pohl",)),
    ("<h4>Marcus Pohl</h4><p>Marcus Pohl ist freier Journalist in Jena und schreibt über Verwaltung.</p>", ("Marcus Pohl",)),
    ("<p>Marcus Pohl<br>Pressesprecher</p>", ()),
    ("<p>hs</p>", ()),
    ("<p>(ID:47820034)</p><p>Zu diesem Beitrag gibt es eine Bildergalerie mit fünf Bildern</p>", ()),
    ("<div>Diese Seite weiterempfehlen | Drucken | Nach oben</div>", ()),
    ("<div>Artikel teilen</div><p>War dieser Artikel hilfreich?</p><div>Ja Nein</div>", ()),
    ("<p>Stand: 20.03.2024</p><p>Zuletzt geändert: 21.03.2024</p>", ()),
    ("<p><strong>Weitere Informationen:</strong></p><ul><li><a href=/1>Leitfaden</a></li><li><a href=/2>Bauportal</a></li></ul>", ()),
    ("<p>Rückfragen beantwortet Jens Müller unter Telefon 0331 0000 oder presse@md.example.</p>", ()),
    ("<div><h3>Haben Sie Fragen?</h3><p>Unsere Beraterinnen und Berater helfen Ihnen gern weiter.</p><a href=/k>Kontakt aufnehmen</a></div>", ()),
])  # fmt: skip
def test_what_stands_below_the_text_is_none_of_it(line: str, authors: tuple[str, ...]) -> None:
    article = only(read(f"<div>{HEAD}{TEXT}{line}</div>"))
    assert article.authors == authors
    assert running(article) == list(PARAGRAPHS)


LISTS = {
    "the day closes each": "<h4>Bauen</h4><h3><a href=/a>{t}</a></h3><p>{x}</p><p>{d} · <a href=/a>Weiterlesen</a></p><hr>",
    "the day in brackets in the title": "<b>[{d}] {t}</b><br>{x} <a href=/a>mehr</a><br><br>",
    "the day in brackets at the end": "<p><a href=/a>{t}</a><br>{x} ({d})</p>",
    "cards of spans": "<a class=q href=/a><span class=a>Bauen</span><span class=b>{t}</span><span class=c>{x}</span><span class=d>{d}</span></a>",
    "cards of two makes": "<div class='q q-{d}'><h3><a href=/a>{t}</a></h3><p>{d}</p><p>{x}</p></div>",
    "folded": "<details><summary>{d} – {t}</summary><p>{x}</p></details>",
    "after a dash": "<dl><dt>{d} – <a href=/a>{t}</a></dt><dd>{x} <a href=/a>»</a></dd></dl>",
}  # fmt: skip


@pytest.mark.parametrize("form", LISTS)
def test_lists_of_teasers(form: str) -> None:
    page = read(
        f"<main><h1>Aktuelles</h1><p>Hier stehen alle Meldungen der letzten Wochen.</p>{each(LISTS[form])}</main>",
        "Aktuelles",
    )
    assert [(one.title, one.date) for one in page.articles] == [
        (title, "-".join(reversed(day.split(".")))) for title, day, _ in TEASERS
    ]


def test_a_heading_tells_the_month_of_what_is_below_it() -> None:
    boxes = each("<div class=e><div class=title>{t}</div><div>{x}</div><a href=/a>Mehr erfahren</a></div>")
    page = read(f"<h1>Archiv 2024</h1><h2>März 2024</h2>{boxes}", "Archiv 2024")
    assert [(one.title, one.date) for one in page.articles] == [(title, "2024-03") for title in NAMES]


def test_kickers_with_a_colon_where_nearly_all_titles_have_one() -> None:
    titles = (
        "Netze: Stadt verlegt Glasfaser",
        "Bauen: Kreis stellt Akten um",
        "Personal: Neuer Chef im Amt",
        "Stadt zählt ihre Bäume",
    )
    rows = "".join(
        f"<tr><td>1{at}.03.2024</td><td><a href=/a>{title}</a><br>{TEASERS[0][2]}</td></tr>"
        for at, title in enumerate(titles)
    )
    page = read(f"<h1>Aktuelles</h1><table>{rows}</table>", "Aktuelles")
    assert [one.kicker for one in page.articles] == ["Netze", "Bauen", "Personal", None]


def test_the_columns_of_a_layout_table_are_no_one_text() -> None:
    body = f"<table><tr><td><p>{HEAD}{TEXT}<td><p><b>Kleinanzeigen</b><p>Gemeinde verkauft Bandlaufwerk, wenig gebraucht, Abholung in Zweibrücken.</tr></table>"
    assert running(only(read(body))) == list(PARAGRAPHS)


@pytest.mark.parametrize("box", [
    "<h3>Veranstaltungen des Amtes</h3><p>24. Juni 2024: Kolloquium</p><p>Doktorandinnen stellen den Stand ihrer Arbeiten vor.</p>",
    "<b>Termine</b><p>11.06.2024 Treffen in Kassel</p><p>Die Plätze sind begrenzt, melden Sie sich bis Ende Mai an.</p>",
    "<div><h4>Stellenmarkt</h4><div><a href=/j>Sachbearbeitung Bau</a><p>Die Stadt Jena sucht zum nächsten Monat eine Sachbearbeitung.</p></div></div>",
    "<div class=c><h3>Mitglied werden</h3><p>Werden Sie Teil unseres Netzwerks und profitieren Sie davon.</p><a href=/k>Jetzt beitreten</a></div>",
])  # fmt: skip
def test_boxes_beside_an_article_that_are_no_articles(box: str) -> None:
    assert running(only(read(f"<div><div>{HEAD}{TEXT}</div><div>{box}</div></div>"))) == list(PARAGRAPHS)


def test_text_goes_on_below_a_list_of_teasers() -> None:
    half = TEXT.index("<p>„Wir")
    items = each("<h4><a href=/a>{t}</a></h4><p class=t>{d} – {x}</p>")
    page = read(f"<div>{HEAD}{TEXT[:half]}<h3>Aus anderen Orten</h3>{items}{TEXT[half:]}</div>")
    assert [one.title for one in page.articles] == [TITLE, *NAMES]
    assert [one for one in running(page.articles[0]) if one != "Aus anderen Orten"] == list(PARAGRAPHS)


def test_a_teaser_that_is_one_link_below_read_also() -> None:
    half = TEXT.index("<p>„Wir")
    title, _, text = TEASERS[0]
    box = f"<div><span>Auch interessant</span><a href=/a><h4>{title}</h4><p>{text}</p></a></div>"
    page = read(f"<div class=o>{HEAD}<div class=t>{TEXT[:half]}{box}{TEXT[half:]}</div></div>")
    assert [one.title for one in page.articles] == [TITLE, title]


def test_a_line_with_names_needs_first_names() -> None:
    known = {"Jana", "Max"}
    assert persons("Jana Muster und Max von Beispiel", known) == ("Jana Muster", "Max von Beispiel")
    assert persons("Dr. Jana Muster, Hochschule Adorf", known) == ("Jana Muster",)
    assert persons("Smarte Region", known) == ()
    assert persons("Max Beispiel, Minister", known) == ()
