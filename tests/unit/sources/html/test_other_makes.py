"""Heads, ends and boxes as content management systems make them."""

from __future__ import annotations

import pytest

from govgraph.model.page import Article, Page
from govgraph.model.terms import BlockKind
from govgraph.sources import Document, read_document

TITLE = "Bundesamt stellt neues Verfahren vor"
TEXT = (
    "Das Bundesamt hat am Montag ein Verfahren vorgestellt, mit dem Behörden ihre Daten austauschen.",
    "An dem Verfahren nehmen zunächst zwölf Städte und drei Landkreise teil, die sich beworben hatten.",
    "Im kommenden Jahr sollen alle Kommunen des Landes folgen. Bis dahin wird es noch zweimal geprüft.",
)
WHOLE = "".join(f"<p>{text}</p>" for text in TEXT)


def read(above: str = "", below: str = "", end: str = "", text: str = WHOLE) -> Page:
    raw = f"<html><title>{TITLE}</title><body><main>{above}<h1>{TITLE}</h1>{below}{text}{end}</main></body></html>"
    return read_document(Document("page", "page.html", raw.encode(), "html"))


def text_of(article: Article) -> str:
    kinds = (BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUESTION, BlockKind.ANSWER)
    return " ".join(article.text[block.start : block.end] for block in article.blocks if block.kind in kinds)


@pytest.mark.parametrize(
    "day",
    [
        "am 12. März 2024",
        "12. Mrz. 2024",
        "12/03/2024",
        "12 March 2024",
        "Mi, 12.03.2024 - 11:00",
        "Tue Mar 12 09:41:12 CET 2024",
        "Tue, 12 Mar 2024 09:41:12 +0100",
        "Kategorie: Digitales · 12. März 2024",
    ],
)
def test_days_are_written_in_many_ways(day: str) -> None:
    assert read(below=f"<p>{day}</p>").articles[0].date == "2024-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "12. März 2024 in Digitales von Max Muster",
        "Ein Kommentar von Max Muster",
        "Max Muster, Redakteur",
        "Max Muster muster at example.org 12.03.2024",
    ],
)
def test_bylines_are_written_in_many_ways(line: str) -> None:
    assert read(below=f"<p>{line}</p><p>12.03.2024</p>").articles[0].authors == ("Max Muster",)


@pytest.mark.parametrize(
    "end",
    [
        "<p>Mehr zum Verfahren unter: <a href=/x>www.bundesamt.example</a></p>",
        "<p>Die Pressemitteilung steht auch als PDF zum Herunterladen bereit.</p>",
        "<p>Rückfragen beantwortet die Pressestelle unter 0228 99-1234.</p>",
        "<p>Herausgegeben vom Bundesamt, Am Platz 3, 53113 Bonn</p>",
        "<p>Das Bundesamt im Internet: www.bundesamt.example</p>",
        "<p>Quelle: Pressemitteilung des Bundesamtes vom 12. März 2024</p>",
        "<p><strong>Max Muster</strong><br>ist Referent im Bundesamt und leitet das Vorhaben.</p>",
        "<p>Viele Grüße</p><p>Max Muster</p><p>Bundesamt e.V., Arbeitskreis Verfahren, wir freuen uns auf Post.</p>",
        "<h3>Dateien</h3><p><a href=/x.pdf>Bericht.pdf</a> (1,2 MB)</p>",
        "<div><h3>Noch nicht dabei?</h3><p>Unser Vertrieb rechnet Ihnen gern aus, was Sie alles sparen.</p></div>",
    ],
)
def test_what_stands_below_a_text_is_none(end: str) -> None:
    page = read(end=end)
    assert len(page.articles) == 1
    assert text_of(page.articles[0]).endswith("zweimal geprüft.")


def test_an_accordion_is_unfolded() -> None:
    asked = "".join(
        f"<dt><button aria-expanded=false>{asks}</button></dt><dd hidden><p>{tells}</p></dd>"
        for asks, tells in [
            ("Was kostet es?", "Für Sie kostet das Verfahren nichts, denn wir zahlen alles aus dem Haushalt."),
            ("Wann beginnt es?", "Wir beginnen im Herbst, wenn die Prüfung fertig ist, und ich rechne fest damit."),
        ]
    )
    page = read(text=f"<p>{TEXT[0]}</p><dl class=accordion>{asked}</dl>")
    kinds = [block.kind for block in page.articles[0].blocks]
    assert kinds.count(BlockKind.QUESTION) == kinds.count(BlockKind.ANSWER) == 2
    menu = read(above="<nav><h2><button aria-controls=m>Menü der Seite</button></h2><ul id=m hidden><li>A</ul></nav>")
    assert "Menü" not in menu.articles[0].text


def test_a_picture_may_stand_over_the_title() -> None:
    page = read(
        above="<figure><img src=/a><figcaption>Zwei Leute stehen vor einem Haus und sehen hin.</figcaption></figure>"
    )
    assert (page.articles[0].title, text_of(page.articles[0])[:20]) == (TITLE, TEXT[0][:20])


def test_who_asks_in_a_talk_with_names_wrote_it() -> None:
    talk = "".join(
        f"<p>[00:{number}1] Jule Muster: Und was geschah im Jahr {number} in der Stadt?</p>"
        f"<p>[00:{number}5] Enno Probe: Wir haben sehr viele Bögen gelesen und die meisten davon gestrichen.</p>"
        for number in range(1, 4)
    )
    assert read(text=f"<p>{TEXT[0]}</p>{talk}").articles[0].authors == ("Jule Muster",)


def test_components_may_name_their_classes_with_a_hash() -> None:
    raw = f"<body><main><div class=Headline_root__x8Yz2>{TITLE}</div>{WHOLE}</main></body>"
    page = read_document(Document("page", "page.html", raw.encode(), "html"))
    assert page.articles[0].title == TITLE


def test_a_day_told_since_when_is_in_the_title_of_its_element() -> None:
    page = read(below='<div><div title="26.09.2025, 11:02">vor 2 Monaten</div></div>')
    assert page.articles[0].date == "2025-09-26"
