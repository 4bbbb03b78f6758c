"""What is set into an article: lists and tables that a line introduces, boxes on the matter, whom to ask."""

from __future__ import annotations

import pytest

from govgraph.model.page import Article, Page
from govgraph.sources import Document, read_document

TITLE = "Rathäuser stellen sich neu auf"
ITEMS = ("Ilka Brehm ist CDO der Stadt Celle.", "Celle nutzt künftig Tevis.", "Neuer Dezernent wird Arne Holt.")
SHORT = "Das ändert sich jetzt in der Region:"
LONG = "Der Rat der Stadt Celle hat am Montag ein Paket für die Verwaltung beschlossen. Es sieht vor:"
PLAIN = "Der Rat der Stadt Celle hat am Montag ein Paket für die Verwaltung beschlossen."
LAST = "Bürgermeister Jörg Nigge sprach von einem großen Schritt für die Stadt. Die Arbeit beginnt im Mai."
FIRST = "Die Stadt Celle ordnet ihre Verwaltung neu. Das hat der Rat am Montag beschlossen, wie er mitteilte."


def read(body: str) -> Page:
    page = f"<!doctype html><html lang=de><head><meta charset=utf-8><title>x</title></head><body>{body}</body></html>"
    return read_document(Document("page", "page.html", page.encode(), "html"))


def article_of(body: str) -> Article:
    (article,) = read(f"<main><h1>{TITLE}</h1><p>14. März 2023</p>{body}</main>").articles
    assert (article.title, article.date) == (TITLE, "2023-03-14")
    return article


def lines(article: Article, *kinds: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind in kinds]


def told(article: Article) -> list[str]:
    return lines(article, "lead", "paragraph")


@pytest.mark.parametrize("closing", [LAST, ""])
@pytest.mark.parametrize("tag", ["ul", "ol"])
@pytest.mark.parametrize("before", [SHORT, LONG, PLAIN, FIRST])
def test_a_list_below_an_introduction_and_what_follows_are_text(before: str, tag: str, closing: str) -> None:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    end = f"<p>{closing}</p>" if closing else ""
    article = article_of(f"<p>{before}</p><{tag}>{items}</{tag}>{end}")
    assert told(article) == [before, *ITEMS, *([closing] if closing else [])]
    assert article.authors == ()


def test_long_items_alone_do_not_cut_the_paragraphs_around_them() -> None:
    items = ["Die Kreisverwaltung ist dem Verbund zum 1. Januar beigetreten.", "Das Rechenzentrum zieht um."]
    body = f"<p>{FIRST}</p><p>{PLAIN}</p><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    assert told(article_of(body)) == [FIRST, PLAIN, *items]


@pytest.mark.parametrize("before", [SHORT, "Hier stehen alle Namen der Neuen."])
def test_a_table_below_an_introduction_is_text(before: str) -> None:
    rows = "<tr><th>Name</th><th>Amt</th></tr><tr><td>Ilka Brehm</td><td>CDO der Stadt Celle</td></tr>"
    article = article_of(f"<p>{before}</p><table>{rows}</table>")
    assert told(article) == [before, "Name | Amt", "Ilka Brehm, CDO der Stadt Celle"]
    assert article.authors == ()


def test_a_year_in_a_table_is_not_the_day_of_the_article() -> None:
    rows = "<tr><th>Stadt</th><th>CDO</th><th>seit</th></tr><tr><td>Celle</td><td>Ilka Brehm</td><td>2018</td></tr>"
    body = f"<main><h1>{TITLE}</h1><p>Stand: 2. Mai 2022</p><p>{FIRST}</p><table>{rows}</table></main>"
    (article,) = read(body).articles
    assert article.date == "2022-05-02"


def test_links_below_an_introduction_are_no_article() -> None:
    links = "".join(f"<li><a href=/{at}>{item}</a></li>" for at, item in enumerate(ITEMS))
    assert read(f"<main><h1>Übersicht</h1><p>{SHORT}</p><ul>{links}</ul></main>").articles == ()


BOX = "Ilka Brehm ist seit April 2021 CDO der Stadt Celle. Zuvor leitete sie das Bürgerbüro in Uelzen."


@pytest.mark.parametrize("head", ["<h3>Zur Person</h3>", "<h4>Hintergrund</h4>", "<p><b>Im Porträt</b></p>"])
@pytest.mark.parametrize("end", [f"<p>{LAST}</p>", ""])
def test_an_aside_within_the_text_is_read(head: str, end: str) -> None:
    article = article_of(f"<p>{FIRST}</p><p>{PLAIN}</p><aside>{head}<p>{BOX}</p></aside>{end}")
    assert BOX in told(article)
    assert told(article)[0] == FIRST
    assert told(article)[-1] == (LAST if end else BOX)


@pytest.mark.parametrize(
    "box",
    [
        f"<h3>Über die Autorin</h3><p>{BOX}</p>",
        f"<h3>Lesen Sie auch</h3><p>{BOX}</p>",
        f"<h3>Zur Person</h3><p>{BOX} <a href=/brehm>Zum Porträt</a></p>",
        f"<h3>Stellenmarkt</h3><p>{BOX}</p>",
    ],
)
def test_an_aside_that_leads_elsewhere_is_not(box: str) -> None:
    assert BOX not in " ".join(told(article_of(f"<p>{FIRST}</p><aside>{box}</aside><p>{LAST}</p>")))


def test_a_column_beside_the_text_is_not() -> None:
    body = f"<div><h1>{TITLE}</h1><p>14. März 2023</p><p>{FIRST}</p><p>{LAST}</p></div>"
    page = read(f"<div>{body}<aside><h3>Zur Person</h3><p>{BOX}</p></aside></div>")
    assert BOX not in page.articles[0].text


def test_whom_to_ask_is_a_contact() -> None:
    contact = "<h3>Pressekontakt</h3><p>Dr. Ilka Brehm, Pressesprecherin<br>Stadt Celle<br>Tel. 05141 120</p>"
    article = article_of(f"<p>{FIRST}</p><p>{LAST}</p>{contact}<h3>Teilen</h3><p>Per Mail</p>")
    asked = lines(article, "contact")
    assert asked[:2] == ["Pressekontakt", "Dr. Ilka Brehm, Pressesprecherin"]
    assert not {"Teilen", "Per Mail"} & set(asked)
    assert told(article) == [FIRST, LAST]
    assert article.authors == ()


HEADS = ("Name", "Amt", "Kommune", "seit")
PEOPLE = [
    ("Ilka Brehm", "CDO", "Stadt Gera", "2021"),
    ("Dr. Arne Holt", "Oberbürgermeister", "Stadt Celle", "2023"),
]


def table(order: str, heads: tuple[str, ...] = HEADS) -> list[str]:
    """Lines of a table whose columns stand in an order, by their numbers."""
    columns = [int(number) for number in order]
    rows = "".join("<tr>" + "".join(f"<td>{row[at]}</td>" for at in columns) + "</tr>" for row in PEOPLE)
    head = "".join(f"<th>{heads[at]}</th>" for at in columns)
    return told(article_of(f"<p>{FIRST}</p><table><tr>{head}</tr>{rows}</table>"))[-2:]


@pytest.mark.parametrize(
    ("order", "line"),
    [
        ("0123", "Dr. Arne Holt, Oberbürgermeister, Stadt Celle | 2023"),
        ("2013", "Stadt Celle | Dr. Arne Holt, Oberbürgermeister | 2023"),
        ("2103", "Stadt Celle | Oberbürgermeister Dr. Arne Holt | 2023"),
        ("102", "Oberbürgermeister Dr. Arne Holt, Stadt Celle"),
        ("01", "Dr. Arne Holt, Oberbürgermeister"),
        ("0132", "Dr. Arne Holt | Oberbürgermeister | 2023 | Stadt Celle"),
        ("0213", "Dr. Arne Holt | Stadt Celle | Oberbürgermeister | 2023"),
    ],
)
def test_name_office_and_body_of_a_row_are_told_together(order: str, line: str) -> None:
    assert table(order)[1] == line


@pytest.mark.parametrize("heads", [("Name", "Amt", "Haus", "seit"), ("Name", "Zimmer", "Kommune", "seit")])
def test_columns_that_may_mean_anything_stay_apart(heads: tuple[str, ...]) -> None:
    assert table("012", heads)[1] == "Dr. Arne Holt | Oberbürgermeister | Stadt Celle"


@pytest.mark.parametrize("name", ["promo", "promo-box", "anzeige", "werbung", "newsletter", "abo", "teaser", "related"])
def test_an_aside_that_is_called_an_offer_is_not(name: str) -> None:
    box = f"<aside class={name}><h4>Unser Tipp</h4><p>{BOX}</p></aside>"
    assert BOX not in " ".join(told(article_of(f"<p>{FIRST}</p>{box}<p>{LAST}</p>")))


@pytest.mark.parametrize("row", ["<td>Arne Holt</td><td>CIO</td><td>Celle</td>", "<td>Arne Holt</td><td>CIO</td>"])
def test_a_row_of_a_table_at_the_end_is_no_byline(row: str) -> None:
    rows = f"<tr>{row}</tr><tr>{row.replace('Arne Holt', 'Ilka Brehm')}</tr>"
    article = article_of(f"<p>{FIRST}</p><p>Die Ansprechpartner:</p><table>{rows}</table>")
    assert article.authors == ()
    assert any(line.startswith("Arne Holt") for line in told(article))


def test_short_answers_at_the_end_are_answers() -> None:
    said = "Arne Holt aus Celle und Ilka Brehm aus Uelzen im Doppelinterview über ihre Pläne und ihre Portale."
    turns = ["Was nutzen Sie?", "Holt: Wir nutzen Tevis.", "Brehm: Wir nutzen nichts.", "Und die Akte?"]
    turns += ["Brehm: Wir testen sie.", "Holt: Wir auch."]
    marked = [f"<p><strong>{one.replace(':', ':</strong>')}" + ("</strong>" * (":" not in one)) for one in turns]
    article = article_of(f"<p>{said}</p>" + "</p>".join(marked))
    assert lines(article, "answer") == [one for one in turns if ":" in one]


@pytest.mark.parametrize("name", ["contact-box", "kontakt", "infobox"])
def test_a_box_in_an_article_that_says_whom_to_ask_is_a_contact(name: str) -> None:
    who = "<p>Ilka Brehm<br>Leiterin Hauptamt<br>Stadt Celle<br>Telefon: 05141 120</p>"
    box = f"<div class={name}><h3>Kontakt</h3>{who}</div>"
    body = f"<article><h1>{TITLE}</h1><p>14. März 2023</p><p>{FIRST}</p><p>{LAST}</p>{box}</article>"
    (article,) = read(f"<main>{body}<div><h3>Kontakt</h3><p>Blatt GmbH<br>Markt 1</p></div></main>").articles
    assert "Ilka Brehm" in lines(article, "contact")
    assert "Blatt GmbH" not in article.text


FACTS = ("Betreiber: regio iT", "Entwickler: Firma Tevis")
CAPTION = "Stellten das Portal vor: Jörg Nigge, Ilka Brehm und Arne Holt."


@pytest.mark.parametrize("tag", ["p", "li"])
def test_a_picture_at_the_end_takes_nothing_away(tag: str) -> None:
    items = "".join(f"<{tag}>{fact}</{tag}>" for fact in FACTS)
    box = f"<ul>{items}</ul>" if tag == "li" else f"<div>{items}</div>"
    body = f"<p>{FIRST}</p><p>{LAST}</p>{box}"
    article = article_of(f"{body}<figure><img src=x.jpg alt=''><figcaption>{CAPTION}</figcaption></figure>")
    assert [fact for fact in FACTS if fact not in told(article)] == []
    assert lines(article, "caption") == [CAPTION]


@pytest.mark.parametrize(
    "facts",
    [
        f"<p>{'<br>'.join(FACTS)}</p>",
        f"<ul>{''.join(f'<li>{fact}</li>' for fact in FACTS)}</ul>",
        "<dl><dt>Betreiber</dt><dd>regio iT</dd><dt>Entwickler</dt><dd>Firma Tevis</dd></dl>",
    ],
)
def test_a_box_of_facts_beside_the_text_is_kept(facts: str) -> None:
    article = article_of(f"<p>{FIRST}</p><aside><h3>Das Portal</h3>{facts}</aside><p>{LAST}</p>")
    assert lines(article, "heading", "paragraph") == ["Das Portal", *FACTS, LAST]


@pytest.mark.parametrize(
    "offers",
    [
        "<h3>Newsletter</h3><p>Betreiber: regio iT<br>Entwickler: Firma Tevis</p>",
        "<h3>Mehr</h3><p><a href=/a>Gera: Neues Portal</a><br><a href=/b>Suhl: Neues Amt</a></p>",
        "<h3>Termine</h3><p>12. Mai: Messe in Gera<br>13. Mai: Messe in Suhl</p>",
        "<h3>Wetter</h3><p>Gera 12 Grad<br>Suhl 13 Grad</p>",
    ],
)
def test_other_boxes_beside_the_text_are_left_out(offers: str) -> None:
    article = article_of(f"<p>{FIRST}</p><aside>{offers}</aside><p>{LAST}</p>")
    assert told(article) == [FIRST, LAST]
