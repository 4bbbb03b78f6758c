# ruff: noqa: E501
"""The same article in page makes of its kind: content management systems, hand-made tables, what stands around a text."""

from __future__ import annotations

import pytest

from govgraph.model.page import Page
from govgraph.sources import Document, read_document

TITLE, KICKER, AUTHOR = "Kreis Lindau bündelt seine Onlinedienste", "Serviceportal", "Petra Hollmann"
LEAD = "Der Kreis Lindau hat seine 84 Onlinedienste in einem Portal zusammengeführt. Seit Montag genügt eine Anmeldung."
FIRST = "Bisher mussten Bürgerinnen und Bürger je nach Amt eines von sieben Portalen aufrufen. Manche hatten eigene Passwörter."
LAST = "Im Herbst sollen die 19 Gemeinden des Kreises folgen. Acht von ihnen haben den Beitritt bereits beschlossen."
TEXT = f"<p>{LEAD}</p><p>{FIRST}</p><p>{LAST}</p>"
TEASERS = (
    ("Jugendamt vergibt Termine online", "2024-03-05", "Eltern können Gespräche nun selbst buchen. Das spart ihnen viele Anrufe."),
    ("Neue Leiterin im Rechenzentrum", "2024-02-28", "Kerstin Ahlbrecht führt seit Februar das Haus. Sie kommt aus Ravensburg."),
    ("Schulen erhalten schnelles Netz", "2024-02-20", "Alle 31 Schulen sind angeschlossen. Der Ausbau hat vier Jahre gedauert."),
)  # fmt: skip


def read(body: str, title: str = f"{TITLE} | Kreis") -> Page:
    menu = "<ul><li><a href=/>Start</a></li><li><a href=/b>Themen</a></li></ul>"
    page = (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{menu}{body}</body></html>"
    )
    return read_document(Document("page", "page.html", page.encode(), "html"))


def told(page: Page, index: int = 0) -> str:
    article = page.articles[index]
    kinds = ("lead", "heading", "paragraph")
    return " ".join(article.text[block.start : block.end] for block in article.blocks if block.kind in kinds)


MAKES = {
    "labels that are called hidden": f"<main><div class='block-page-title'><h1><span class='field field--label-hidden'>{TITLE}</span></h1></div><article><footer>Verfasst von {AUTHOR} am Di., 12.03.2024 - 10:15</footer><div class='field--name-body'>{TEXT}</div></article></main>",
    "terms and values": f"<div><h1>{TITLE}</h1><dl class=meta><dt>Veröffentlicht am</dt><dd>12. März 2024</dd><dt>Letzte Änderung</dt><dd>18.11.2026</dd><dt>Autor/in</dt><dd>{AUTHOR}</dd><dt>Rubrik</dt><dd>Presse</dd></dl>{TEXT}</div>",
    "rows of labels": f"<div><h1>{TITLE}</h1><table><tr><th>Letzte Änderung</th><td>18.11.2026</td></tr><tr><th>Datum</th><td>12.03.2024</td></tr><tr><th>Verfasser/in:</th><td>{AUTHOR}</td></tr></table>{TEXT}</div>",
    "bold labels": f"<div><h1>{TITLE}</h1><p><strong>Datum:</strong> 12. März 2024 <strong>Text:</strong> {AUTHOR} <strong>Rubrik:</strong> Verwaltung</p>{TEXT}</div>",
    "a story of cards": f"<main><div class=story><div class=card><p class=date>12.03.2024 – 10:15</p><h1>{TITLE}</h1><p>Text: {AUTHOR}</p>{TEXT}</div></div></main>",
    "a banner with the title": f"<div class=page-banner><h1>{TITLE}</h1><p class=page-banner__date>12. März 2024</p><p>Von {AUTHOR}</p></div><div class=overflow-hidden>{TEXT}</div>",
    "the date in the heading": f"<div><h1>{TITLE} <small>Meldung vom 12.03.2024</small></h1><p>Text: {AUTHOR}</p>{TEXT}</div>",
    "the day of the week over the title": f"<div class=pm><p>Dienstag, 12. März 2024</p><h1>{TITLE}</h1><p>Von {AUTHOR}</p>{TEXT}</div>",
    "the date below the text": f"<div><h1>{TITLE}</h1>{TEXT}<p>Autorin: {AUTHOR}</p><p>Quelle: Kreis | Erstellt am 12.03.2024</p></div>",
    "as of": f"<main><h1>{TITLE}</h1><p class=x>Stand: 12.03.2024</p><p>Text: {AUTHOR}</p>{TEXT}</main>",
    "the name of the site as first heading": f"<div><h1>Kreis</h1></div><div><h2>{TITLE}</h2><p>12.03.2024</p><p>Von {AUTHOR}</p>{TEXT}</div>",
}  # fmt: skip


@pytest.mark.parametrize("make", MAKES)
def test_an_article_in_any_make(make: str) -> None:
    page = read(MAKES[make], "Aktuelles | Kreis" if "first heading" in make else f"{TITLE} | Kreis")
    (article,) = page.articles
    assert (article.title, article.date, article.authors) == (TITLE, "2024-03-12", (AUTHOR,))
    assert told(page) == f"{LEAD} {FIRST} {LAST}"


def test_genre_and_topic_in_elements_of_their_own() -> None:
    head = f"<div><span class=type>Interview</span> <span class=theme>{KICKER}</span></div><h1>{TITLE}</h1>"
    (article,) = read(f"<main>{head}<p>12.03.2024</p>{TEXT}</main>").articles
    assert (article.title, article.kicker, article.genre) == (TITLE, KICKER, "interview")


@pytest.mark.parametrize("above", ["Ines Hollmann:", "Folge 88"])
def test_what_stands_before_a_title_and_is_no_topic(above: str) -> None:
    body = f"<main><h1><em>{above}</em> {TITLE}</h1><p>12.03.2024</p>{TEXT}</main>"
    (article,) = read(body, f"{above} {TITLE} | Kreis").articles
    assert article.kicker is None
    assert article.title.endswith(TITLE)


ENDS = {
    "link": "<p>Weitere Informationen finden Sie unter <a href=/x>www.x.example</a>.</p>",
    "editors": "<p><strong>Hinweis für die Redaktionen:</strong> Fotos stehen ab 16 Uhr im Pressebereich bereit.</p>",
    "address": "<p>Landesamt für IT<br>Schlossstraße 1<br>12345 Musterstadt</p>",
    "end": "<p>– Ende –</p>",
    "signature": "<p>gez. M. Heller</p>",
    "team": "<p>Ihr Open-Data-Team</p>",
    "feedback": "<h2>War dieser Artikel hilfreich?</h2><p>Ihre Rückmeldung hilft uns, das Angebot zu verbessern.</p>",
    "vacancy": "<h3>Karriere</h3><p>Wir suchen eine Fachkraft für die Betreuung unserer Fachverfahren.</p>",
    "note": "<hr><p><em>Amtlich gut ist ein privates Projekt. Wer mag, empfiehlt es weiter.</em></p>",
    "form": "<div><h3>Dieser Brief kommt donnerstags</h3><p>Kostenlos, ohne Werbung, mit Fußnoten.</p><input type=email></div>",
    "profile": "<div><h3>Die Landrätin</h3><p>Ines Wollschläger führt den Kreis seit 2020 und war vorher im Schulamt.</p><a href=/v>Zum Lebenslauf</a></div>",
    "comments": "<h3>Kommentare (1)</h3><div><b>Rainer</b> <time>13.03.2024</time><p>Das wurde aber auch Zeit, dass sich jemand kümmert.</p></div>",
}  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_what_follows_a_text(end: str) -> None:
    page = read(f"<main><h1>{TITLE}</h1><p>12.03.2024</p>{TEXT}{ENDS[end]}</main>")
    (article,) = page.articles
    assert article.date == "2024-03-12"
    assert told(page).endswith(LAST)


@pytest.mark.parametrize(
    "inset",
    [
        "<h3>Weitere Meldungen</h3><ul><li>05.03.2024 <a href=/1>Jugendamt vergibt Termine</a></li></ul>",
        "<h3>Kontakt</h3><p>Hauptamt, Telefon 08382 0000, werktags von 8 bis 12 Uhr.</p>",
    ],
)
def test_text_goes_on_below_a_box(inset: str) -> None:
    text = f"<p>{LEAD}</p><p>{FIRST}</p><div>{inset}</div><p>{LAST}</p>"
    page = read(f"<div><div><h1>{TITLE}</h1><p>12.03.2024</p>{text}</div></div>")
    assert told(page) == f"{LEAD} {FIRST} {LAST}"


LISTS = {
    "a day over all": "<h1>Dienstag, 5. März 2024</h1><ol>{}</ol>|<li><span>16:55</span><div><strong>{t}</strong><p>{x}</p></div></li>",
    "a letter": "<h1>Digitalbrief vom 5. März 2024</h1>{}|<table><tr><td><a href=/x><b>{t}</b></a><br>{x}</td></tr></table>",
    "parts of a day": "<h1>Meldungen</h1>{}|<div class=e><div><span class=d>{d}</span><span class=m>{m}</span><span class=y>2024</span></div><div><h3><a href=/x>{t}</a></h3><p>{x}</p></div></div>",
    "days of the week": "<h1>Archiv</h1>{}|<div><p>Di, {d}.{n}.2024</p><p><a href=/x>{t}</a></p><p>{x}</p></div>",
    "terms": "<h1>Archiv</h1><dl>{}</dl>|<dt><a href=/x>{t}</a></dt><dd>{d}.{n}.2024 {x}</dd>",
}  # fmt: skip
MONTHS = {"02": "Feb", "03": "Mär"}


@pytest.mark.parametrize("make", LISTS)
def test_a_list_in_any_make(make: str) -> None:
    frame, one = LISTS[make].split("|")
    entries = "".join(
        one.format(t=title, x=text, d=day[8:], n=day[5:7], m=MONTHS[day[5:7]]) for title, day, text in TEASERS
    )
    page = read(f"<main>{frame.format(entries)}</main>", "Meldungen | Kreis")
    shared = "2024-03-05" if make in ("a day over all", "a letter") else None
    assert [(one.title, one.date) for one in page.articles] == [(title, shared or day) for title, day, _ in TEASERS]


def test_a_larger_card_above_a_list() -> None:
    card = "<a href=/x><p class=eyebrow><time>{d}</time> | Praxis</p><h2>{t}</h2><p>{x}</p></a>"
    cards = [card.format(t=title, d=day, x=text) for title, day, text in TEASERS]
    page = read(
        f"<main><h1>Neues</h1><section>{cards[0]}</section><div><div>{cards[1]}</div><div>{cards[2]}</div></div></main>",
        "Neues | Kreis",
    )
    assert [(one.title, one.date, one.kicker) for one in page.articles] == [
        (title, day, None) for title, day, _ in TEASERS
    ]


@pytest.mark.parametrize("head", ["Weitere Meldungen", "Aus unserem Magazin", "Weiterlesen"])
@pytest.mark.parametrize("many", [1, 3])
def test_teasers_in_a_column_with_other_boxes(head: str, many: int) -> None:
    entries = "".join(
        f"<li><a href=/x><strong>{title}</strong></a><p>{text}</p></li>" for title, _, text in TEASERS[:many]
    )
    aside = f"<aside><div><h2>{head}</h2><ul>{entries}</ul></div><div><h3>Impressum</h3><p>Vom Kreis.</p></div></aside>"
    page = read(f"<main><h1>{TITLE}</h1><p>12.03.2024</p>{TEXT}</main>{aside}")
    assert [one.title for one in page.articles] == [TITLE, *(title for title, _, _ in TEASERS[:many])]
