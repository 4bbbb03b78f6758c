# ruff: noqa: E501
"""Articles and teasers by the form of the page alone: no class has a name here, and no profile fits."""

from __future__ import annotations

import itertools

import pytest

from govgraph.model import Genre
from govgraph.model.page import Page
from govgraph.sources import Document, read_document

TEASERS = (
    ("Kreis Unna stellt Bauakten um", "12.03.2024",
     "Der Kreis Unna hat seine Bauakten gescannt. Das Archiv wird nun zur Kantine umgebaut, sagt der Landrat."),
    ("Herne zählt Radfahrer mit Radar", "11.03.2024",
     "Zwölf Sensoren liefern der Stadt Herne seit Kurzem Daten. Die Zahlen stehen im offenen Portal der Stadt."),
    ("Neuer Chef für das Rechenzentrum", "10.03.2024",
     "Uwe Muster übernimmt zum 1. April die Leitung. Er kommt aus dem Finanzministerium in Magdeburg zurück."),
    ("Bund sucht Partner für Videodienst", "09.03.2024",
     "Das Beschaffungsamt hat den Vertrag neu ausgeschrieben. Bis zu 200.000 Beschäftigte sollen ihn nutzen."),
)  # fmt: skip
NOTE = (
    "Über uns: Wir berichten unabhängig über Technik, Recht und Organisation im öffentlichen Sektor und darüber hinaus."
)
PARAGRAPHS = (
    "Die Stadt Musterhausen baut ihr Portal aus. Neun neue Dienste sind seit Montag erreichbar, weitere folgen bald.",
    "Nach Angaben der Stadt gab es mehr als tausend Anträge. Die Verwaltung will nun auch die Bauakte anschließen.",
    "„Wir haben lange gewartet“, sagt Bürgermeisterin Eva Muster. Nun sei die Zeit gekommen, die Technik zu nutzen.",
    "Den Betrieb übernimmt das kommunale Rechenzentrum. Es hat dafür drei Stellen geschaffen und neue Server gekauft.",
    "Im Herbst soll ein Bericht folgen. Dann entscheidet der Rat über die zweite Stufe des Vorhabens und deren Kosten.",
)
TITLE, KICKER = "Stadt baut Portal aus", "Musterhausen"


def each(template: str) -> str:
    return "".join(template.format(t=title, d=day, x=text) for title, day, text in TEASERS)


LISTS = {
    "definition list": f"<dl>{each('<dt>{d}</dt><dd><a href=/a>{t}</a><p>{x}</p></dd>')}</dl>",
    "terms are titles": f"<dl>{each('<dt><a href=/a>{t}</a></dt><dd>{d} - {x}</dd>')}</dl>",
    "rows": f"<table>{each('<tr><td>{d}</td><td><a href=/a>{t}</a><br>{x}</td></tr>')}</table>",
    "rows of three": f"<table>{each('<tr><td>{d}</td><td><a href=/a>{t}</a></td><td>{x}</td></tr>')}</table>",
    "rows with paragraphs": f"<table>{each('<tr><td>{d}</td><td><b>{t}</b><p>{x} <a href=/a>mehr</a></p></td></tr>')}</table>",
    "rows in turn": f"<table>{each('<tr><td>{t}</td></tr><tr><td>[{d}] {x} <a href=/a>mehr...</a></td></tr>')}</table>",
    "rows with arrows": f"<table>{each('<tr><td>{d}</td><td><a href=/a><b>{t}</b></a><br>{x} <a href=/a>&raquo;</a></td></tr>')}</table>",
    "link in the text's box": each("<div><h3><a href=/a>{t}</a></h3><div class=teaser-text><p>{x}</p><a href=/a>Mehr</a></div><p>{d}</p></div>"),
    "headings": f"<div>{each('<h3><a href=/a>{t}</a></h3><p>{d}</p><p>{x} <a href=/a>mehr</a></p>')}</div>",
    "day above heading": f"<div>{each('<p>{d}</p><h3><a href=/a>{t}</a></h3><p>{x}</p>')}</div>",
    "headings without link": f"<div>{each('<h3>{t}</h3><p>[{d}] {x} <a href=/a>mehr...</a></p>')}</div>",
    "bold": f"<div>{each('<p><strong>{t}</strong></p><p>({d}) {x}</p>')}</div>",
    "one paragraph": f"<div>{each('<p><strong>{t}</strong><br>[{d}] {x} <a href=/a>mehr...</a></p>')}</div>",
    "one box": f"<div>{each('<b><a href=/a>{t}</a></b><br>[{d}] {x} <a href=/a>mehr...</a><br><br>')}</div>",
    "one line": each("<div><b>[{d}]</b> <a href=/a>{t}</a> <span>{x}</span> <a href=/a>mehr...</a></div>"),
    "day in the title": each("<div><a href=/a>{d}: {t}</a><br>{x}</div>"),
    "day after the title": each("<div><b>{t}</b> <i>{d}</i><br>{x}</div>"),
    "items": f"<ul>{each('<li><span>{d}</span> <a href=/a>{t}</a> <p>{x}</p></li>')}</ul>",
    "items with a break": f"<ul>{each('<li><a href=/a>{t}</a> ({d})<br>{x}</li>')}</ul>",
    "link around all": each("<a href=/a><h3>{t}</h3><p>{x}</p><span>{d}</span></a>"),
    "link around words": f"<ol>{each('<li><a href=/a><span>{d}</span> <strong>{t}</strong> <span>{x}</span></a></li>')}</ol>",
    "articles": each("<article><header><h2>{t}</h2><p>{d}</p></header><p>{x}</p></article>"),
    "boxes": each("<div><div>{d}</div><div>{t}</div><div>{x}</div></div>"),
    "cards": each("<div><figure><img src=x alt='Bild'><figcaption>(Foto: X)</figcaption></figure><div><h4><a href=/a>{t}</a>"
                  "</h4><div><p>{x}</p></div><div><time>{d}</time></div></div></div>"),
    "days as headings": f"<div>{each('<h2>{d}</h2><div><h3><a href=/a>{t}</a></h3><p>{x}</p></div>')}</div>",
}  # fmt: skip
LONE = {
    "in a box": "<div><a href=/a><b>{t}</b></a><p>{x}</p></div>",
    "with a heading": "<div><span>Zum Thema</span><h4><a href=/a>{t}</a></h4><p>{x} <a href=/a>mehr</a></p></div>",
    "in a paragraph": "<p><a href=/a>{t}</a><br>{x}</p>",
    "in a line": "<aside><b><a href=/a>{t}</a></b> {x}</aside>",
    "read also": "<div><strong>Lesen Sie auch:</strong> <a href=/a>{t}</a><p>{x}</p></div>",
    "with a link to the rest": "<div><h3>{t}</h3><p>{x}</p><a href=/a>Weiterlesen</a></div>",
    "in a table": "<table><tr><td><a href=/a><b>{t}</b></a><br>{x}</td></tr></table>",
}


def read(body: str, title: str = TITLE) -> Page:
    head = f"<meta charset=utf-8><title>{title} | Blatt</title>"
    menu = "<ul><li><a href=/>Start</a></li><li><a href=/b>Themen</a></li></ul>"
    page = f"<!doctype html><html><head>{head}</head><body>{menu}{body}<div class=q>{NOTE}</div></body></html>"
    return read_document(Document("page", "page.html", page.encode(), "html"))


def paragraphs(kind: str) -> str:
    texts = [f"[01.02.2023] {PARAGRAPHS[0]}", *PARAGRAPHS[1:]]
    if kind == "br":
        return "<br><br>".join(texts)
    if kind == "p with br":
        return f"<p>{'<br> <br>'.join(texts)}</p>"
    if kind == "headings":
        return (
            f"<p><strong>{texts[0]}</strong></p><h3>Was nun kommt</h3><p>{texts[1]}</p><p>{texts[2]}</p>"
            f"<h3>Wer zahlt</h3><p>{texts[3]}</p><p>{texts[4]}</p>"
        )
    if kind == "widgets":
        return "".join(f"<div class=w><div class=c><p>{text}</p></div></div>" for text in texts)
    return "".join(f"<{kind}>{text}</{kind}>" for text in texts)


def running(page: Page, index: int) -> list[str]:
    article = page.articles[index]
    kinds = ("lead", "heading", "paragraph")
    return [article.text[block.start : block.end] for block in article.blocks if block.kind in kinds]


@pytest.mark.parametrize("form", LISTS)
def test_a_page_of_teasers(form: str) -> None:
    page = read(f"<h1>Aktuelle Meldungen</h1>{LISTS[form]}", "Aktuelle Meldungen")
    assert [(one.title, one.date, one.genre) for one in page.articles] == [
        (title, "-".join(reversed(day.split("."))), Genre.TEASER) for title, day, _ in TEASERS
    ]
    assert [" ".join(running(page, at)) for at in range(4)] == [text for _, _, text in TEASERS]


@pytest.mark.parametrize("form", sorted(set(LISTS) - {"rows in turn"}))
def test_teasers_below_an_article(form: str) -> None:
    page = read(f"<div><h1>{TITLE}</h1>{paragraphs('p')}</div><div><h2>Weitere Meldungen</h2>{LISTS[form]}</div>")
    assert [one.title for one in page.articles] == [TITLE, *(title for title, _, _ in TEASERS)]
    assert [one.date for one in page.articles][:2] == ["2023-02-01", "2024-03-12"]
    assert running(page, 0) == list(PARAGRAPHS)
    assert [" ".join(running(page, at)) for at in range(1, 5)] == [text for _, _, text in TEASERS]


@pytest.mark.parametrize("form", LONE)
def test_a_teaser_within_the_text(form: str) -> None:
    title, day, text = TEASERS[0]
    inset = LONE[form].format(t=title, d=day, x=text)
    whole = paragraphs("p")
    at = whole.index("<p>„Wir")
    page = read(f"<div class=q1><h1>{TITLE}</h1><div class=q2>{whole[:at]}{inset}{whole[at:]}</div></div>")
    assert [one.title for one in page.articles] == [TITLE, title]
    assert running(page, 0) == list(PARAGRAPHS)
    assert running(page, 1) == [text]


HEADS = {
    "p": f"<p>{KICKER}</p><h1>{TITLE}</h1>",
    "span": f"<h1><span>{KICKER}</span> {TITLE}</h1>",
    "span and break": f"<h1><span>{KICKER}</span><br>{TITLE}</h1>",
    "two headings": f"<h2>{KICKER}</h2><h1>{TITLE}</h1>",
    "boxes": f"<div>{KICKER}</div><div>{TITLE}</div>",
    "header": f"<header><div><span>{KICKER}</span></div><div><h1>{TITLE}</h1></div></header>",
}


@pytest.mark.parametrize(
    ("head", "kind", "around"),
    [
        *itertools.product(
            HEADS, ("p", "div", "br", "p with br", "headings", "widgets"), ("one box", "two boxes", "cell")
        )
    ],
)
def test_an_article(head: str, kind: str, around: str) -> None:
    text = paragraphs(kind)
    body = {
        "one box": f"<div class=q1>{HEADS[head]}{text}</div>",
        "two boxes": f"<div class=q0><div class=q1>{HEADS[head]}</div><div class=q2>{text}</div></div>",
        "cell": f"<table><tr><td>Start<br><a href=/>Themen</a></td><td>{HEADS[head]}{text}</td></tr></table>",
    }[around]
    page = read(f"<div class=q>{NOTE}</div><div class=q9>Montag, 3. März 2025</div>{body}")
    (article,) = page.articles
    assert (article.kicker, article.title, article.date) == (KICKER, TITLE, "2023-02-01")
    told = [line for line in running(page, 0) if line not in ("Was nun kommt", "Wer zahlt")]
    assert told == list(PARAGRAPHS)


def test_the_first_teaser_of_a_list_may_be_set_otherwise() -> None:
    (title, _, text), *_ = TEASERS
    rest = "".join(
        f"<div><h3><a href=/a>{one}</a></h3><small>{day}</small><p>{x}</p></div>" for one, day, x in TEASERS[1:]
    )
    page = read(
        f"<main><div><a href=/a><img alt=''><h2>{title}</h2></a><p>{text}</p></div><div>{rest}</div></main>",
        "Aktuelles",
    )
    assert [(one.title, one.genre) for one in page.articles] == [(title, Genre.TEASER) for title, _, _ in TEASERS]


def test_a_short_article_stands_beside_longer_teasers() -> None:
    teasers = "".join(f"<div><h3><a href=/a>{title}</a></h3><p>{text} {text}</p></div>" for title, _, text in TEASERS)
    page = read(
        f"<main><article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article>"
        f"<section><h2>Mehr zum Thema</h2>{teasers}</section></main>"
    )
    assert [one.title for one in page.articles] == [TITLE, *(title for title, _, _ in TEASERS)]
    assert running(page, 0) == list(PARAGRAPHS[:2])


def test_whom_to_ask_is_no_author() -> None:
    contact = "<p><b>Ansprechpartner für die Medien:</b><br>Erika Muster<br>Telefon: 0351 1234</p>"
    page = read(f"<div><h1>{TITLE}</h1>{paragraphs('p')}<hr>{contact}</div>")
    assert page.articles[0].authors == ()
    assert read(f"<div><h1>{TITLE}</h1>{paragraphs('p')}<p>Erika Muster</p></div>").articles[0].authors == (
        "Erika Muster",
    )


def test_a_genre_is_no_kicker() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = read(f"<article><p class=overline>Interview</p><h1>{TITLE}</h1><p>1. Februar 2023</p>{body}</article>")
    assert (page.articles[0].kicker, page.articles[0].genre) == (None, Genre.INTERVIEW)


def test_the_day_may_stand_with_the_author_at_the_end() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = read(f"<div><h1>{TITLE}</h1>{body}<p><i>Text: Anna Muster, 5. März 2024</i></p></div>")
    assert (page.articles[0].date, page.articles[0].authors) == ("2024-03-05", ("Anna Muster",))


@pytest.mark.parametrize("mark", [": ", " | ", " – ", " // "])
@pytest.mark.parametrize(
    ("kickers", "apart"), [(("Portale", "Daten", "Personalie", "Vergabe"), True), (("Portale", "", "", ""), False)]
)
def test_a_list_may_set_kickers_before_its_titles(mark: str, kickers: tuple[str, ...], *, apart: bool) -> None:
    titles = [
        f"{kicker}{mark}{title}" if kicker else title for kicker, (title, _, _) in zip(kickers, TEASERS, strict=True)
    ]
    items = "".join(
        f"<p><strong>{title}</strong><br>({day}) {x} <a href=/a>mehr</a></p>"
        for title, (_, day, x) in zip(titles, TEASERS, strict=True)
    )
    found = [(one.kicker, one.title) for one in read(f"<div>{items}</div>", "Rundbrief").articles]
    whole = [(None, title) for title in titles]
    assert found == (
        [(kicker, title) for kicker, (title, _, _) in zip(kickers, TEASERS, strict=True)] if apart else whole
    )


BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "date", "authors"),
    [
        (f"<h1>{TITLE}</h1><p>erstellt von <a href=/u>Anna Muster</a> — zuletzt geändert: 06.03.2024 12:10</p>", None, ("Anna Muster",)),
        (f"<h1>{TITLE}</h1><p>5. März 2024 (aktualisiert: 07.03.2024)</p>", "2024-03-05", ()),
        (f"<h1>{TITLE}</h1><p><span>Mar 5, 2024</span><span>4 mins</span></p>", "2024-03-05", ()),
        (f"<h1>{TITLE}</h1><ul><li>05.03.2024</li><li>Lesezeit: 3 Min.</li><li>Anna Muster</li></ul>", "2024-03-05", ("Anna Muster",)),
        (f"<div class=page-header><h2>{TITLE}</h2></div><p>5. März 2024</p>", "2024-03-05", ()),
        (f"<h1>Aktuelles</h1><h2>{TITLE}</h2><p>5. März 2024</p>", "2024-03-05", ()),
    ],
)  # fmt: skip
def test_heads_of_many_makes(head: str, date: str | None, authors: tuple[str, ...]) -> None:
    article = read(f"<div>{head}{BODY}<p><a href=/>Zurück zur Übersicht</a></p></div>").articles[0]
    assert (article.title, article.date, article.authors) == (TITLE, date, authors)


def test_what_libraries_say_of_an_author_is_turned() -> None:
    page = (
        f"<meta charset=utf-8><meta name=DC.creator content='Muster, Anna'><title>{TITLE}</title><h1>{TITLE}</h1>{BODY}"
    )
    assert read_document(Document("page", "page.html", page.encode(), "html")).articles[0].authors == ("Anna Muster",)


@pytest.mark.parametrize("box", ["<div id=a>{}</div>", "{}"], ids=["in a box", "bare"])
def test_what_stands_in_other_boxes_is_not_of_the_article(box: str) -> None:
    foot = "<div id=b><p>Verlag Muster GmbH, Musterstraße 1, 12345 Berlin</p><p>Unsere Redaktion ist werktags von neun bis siebzehn Uhr erreichbar.</p></div>"
    page = f"<meta charset=utf-8><title>{TITLE}</title>{box.format(f'<h1>{TITLE}</h1>{BODY}')}{foot}"
    assert running(read_document(Document("page", "page.html", page.encode(), "html")), 0) == list(PARAGRAPHS)


def test_a_newsletter_of_1990s_make_has_kickers() -> None:
    items = "".join(
        f"<p>+++ {day[-4:]} DATEN +++</p><p><b>{title}</b></p><p>{x}</p><p><a href=/a>weiterlesen</a></p>"
        for title, day, x in TEASERS
    )
    assert [one.title for one in read(f"<div>{items}</div>", "Brief").articles] == [title for title, _, _ in TEASERS]


@pytest.mark.parametrize("row", ["<tr><th>{d}</th></tr><tr><td><h4>{t}</h4>{x}<br><a href=/a>mehr lesen</a></td></tr>"])
def test_days_in_rows_above_belong_to_the_teasers_below(row: str) -> None:
    found = read(f"<table>{each(row)}</table>", "Aktuelles").articles
    assert [one.date for one in found] == ["2024-03-12", "2024-03-11", "2024-03-10", "2024-03-09"]


def test_titles_and_texts_that_only_style_parts_are_two() -> None:
    items = each("<li><time>{d}</time><div><strong>{t}</strong><span>{x}</span></div></li>")
    found = read(f"<ul>{items}</ul>", "Aktuelles")
    assert [one.title for one in found.articles] == [title for title, _, _ in TEASERS]
    assert [" ".join(running(found, at)) for at in range(4)] == [text for _, _, text in TEASERS]
