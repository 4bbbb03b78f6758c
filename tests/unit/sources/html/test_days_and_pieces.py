# ruff: noqa: E501
"""Days that only the end of a page, its issue or its address says; short articles beside each other; who did not write."""

from __future__ import annotations

import pytest

from govgraph.model.page import Page
from govgraph.sources import Document, read_document

TITLE = "Kreis Lindau bündelt seine Onlinedienste"
LEAD = "Der Kreis Lindau hat seine 84 Onlinedienste in einem Portal zusammengeführt. Seit Montag genügt eine Anmeldung."
FIRST = "Bisher mussten Bürgerinnen und Bürger je nach Amt eines von sieben Portalen aufrufen. Manche hatten eigene Passwörter."
LAST = "Im Herbst sollen die 19 Gemeinden des Kreises folgen. Acht von ihnen haben den Beitritt bereits beschlossen."
TEXT = f"<p>{LEAD}</p><p>{FIRST}</p><p>{LAST}</p>"
PIECES = (
    ("Jugendamt vergibt Termine online", "Eltern können Gespräche nun selbst buchen. Das spart ihnen viele Anrufe."),
    ("Neue Leiterin im Rechenzentrum", "Kerstin Ahlbrecht führt seit Februar das Haus. Sie kommt aus Ravensburg."),
    ("Schulen erhalten schnelles Netz", "Alle 31 Schulen sind angeschlossen. Der Ausbau hat vier Jahre gedauert."),
)


def read(body: str, *, title: str = f"{TITLE} | Kreis", head: str = "") -> Page:
    menu = "<ul><li><a href=/>Start</a></li><li><a href=/b>Themen</a></li></ul>"
    page = f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{menu}{body}</body></html>"
    return read_document(Document("page", "page.html", page.encode(), "html"))


def told(page: Page, index: int = 0) -> str:
    article = page.articles[index]
    kinds = ("lead", "heading", "paragraph")
    return " ".join(article.text[block.start : block.end] for block in article.blocks if block.kind in kinds)


def whole(*, above: str = "", below: str = "") -> str:
    return f"<main><h1>{TITLE}</h1>{above}{TEXT}{below}</main>"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("<p class=date>Magdeburg, den 12. März 2024</p>", "2024-03-12"),
        ("<p>Lindau (Bodensee), den 12. März 2024</p>", "2024-03-12"),
        ("<p>Berlin, im März 2024</p>", "2024-03"),
        ("<p>Lindau, den 12. März 2024<br>gez. Petra Hollmann</p>", "2024-03-12"),
        ("<p>(ph, 12.3.2024)</p>", "2024-03-12"),
        ("<p>12.03.2024 / Pressestelle</p>", "2024-03-12"),
        ("<p>PM 44/2024 vom 12.03.2024</p>", "2024-03-12"),
        ("<p>Redaktionsschluss: 12.03.2024</p>", None),
        ("<p>(12.03.2024)</p>", "2024-03-12"),
        ("<p>vom 3.5.2021</p>", "2021-05-03"),
        ("<div class=source>Erschienen in: Stadt und Netz, September 2023</div>", "2023-09"),
        ("<div class=source>Aus: Innovative Verwaltung 3/2021</div>", "2021-03"),
        ("<p>Der Artikel erschien in der Ausgabe vom 3. Mai 2021</p>", "2021-05-03"),
        ("<p class=date>Zuletzt geändert: 12.03.2024</p>", None),
    ],
)
def test_the_day_at_the_end_of_a_text(line: str, date: str | None) -> None:
    (article,) = read(whole(below=line)).articles
    assert (article.title, article.date) == (TITLE, date)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("März 12, 2024 by admin", "2024-03-12"),
        ("im März 2024", "2024-03"),
        ("Ausgabe 3 (März 2024)", "2024-03"),
        ("Heft 3-2024", "2024-03"),
    ],
)
def test_the_day_above_a_text(line: str, date: str) -> None:
    assert read(whole(above=f"<p>{line}</p>")).articles[0].date == date


def test_the_number_of_a_release_is_no_month() -> None:
    page = read(f"<main><p>Pressemitteilung Nr. 7/2023</p><h1>{TITLE}</h1>{TEXT}</main>")
    assert page.articles[0].date is None


def test_a_group_is_no_author() -> None:
    assert read(whole(above="<div class=author>Arbeitsgruppe Digitalisierung</div>")).articles[0].authors == ()


@pytest.mark.parametrize(
    "line",
    ["<p>zuletzt verändert am 18.11.2024</p>", "<p class=byline>Petra Hollmann — zuletzt verändert: 18.11.2024</p>"],
)
def test_the_day_of_a_change_is_none(line: str) -> None:
    head = '<meta name="DC.date.created" content="2024-03-12">'
    assert read(whole(above=line)).articles[0].date is None
    assert read(whole(above=line), head=head).articles[0].date == "2024-03-12"


def test_folders_of_the_address_are_a_day_where_nothing_else_is() -> None:
    head = "<link rel=canonical href=https://kreis.example/2024/03/12/portal>"
    assert read(whole(), head=head).articles[0].date == "2024-03-12"
    assert read(whole(above="<p>15. März 2024</p>"), head=head).articles[0].date == "2024-03-15"


@pytest.mark.parametrize(
    "lines",
    [
        "<div class=row><div class=l>Text</div><div class=author-name>Petra Hollmann</div><div class=l>Fotos</div><div class=author-name>Jan Ahrens</div></div>",
        "<ul><li>12.03.2024</li><li>Text</li><li>Petra Hollmann</li><li>Foto</li><li>Jan Ahrens</li></ul>",
        "<p>Petra Hollmann (Text) und Jan Ahrens (Fotos)</p>",
        "<p>Fotos: Jan Ahrens / Text: Petra Hollmann</p>",
        "<p class=stamp><em>Petra Hollmann</em> <em>Stabsstelle Hochschulkommunikation</em></p>",
    ],
)
def test_who_took_the_pictures_did_not_write(lines: str) -> None:
    assert read(whole(above=lines)).articles[0].authors == ("Petra Hollmann",)


def test_the_name_of_the_site_did_not_write() -> None:
    head = "<meta name=DC.Creator content='{}'>"
    title = f"{TITLE} - Landtag Westmark"
    assert read(whole(), title=title, head=head.format("Landtag Westmark")).articles[0].authors == ()
    assert read(whole(), title=f"{TITLE} - Blaue Lagune", head=head.format("Blaue Lagune")).articles[0].authors == ()
    assert read(whole(), title=title, head=head.format("Petra Hollmann")).articles[0].authors == ("Petra Hollmann",)


def test_who_wrote_may_stand_below_an_offer() -> None:
    offer = "<section><div><h4>Haben Sie auch so ein Projekt?</h4><p>Dann schreiben Sie uns, wir stellen es vor.</p></div></section>"
    page = read(whole() + offer + "<section><div>Aufgeschrieben von Petra Hollmann</div></section>")
    assert page.articles[0].authors == ("Petra Hollmann",)


@pytest.mark.parametrize(
    "about",
    [
        "<h3>Über die FITKO</h3><p>Die FITKO koordiniert die Umsetzung. Sie sitzt in Frankfurt.</p>",
        "<p><b>Über Dataport</b><br>Dataport ist der IT-Dienstleister von sechs Ländern. Er hat 5.000 Beschäftigte.</p>",
        "<p><b>Über Dataport:</b> Dataport ist der IT-Dienstleister von sechs Ländern. Er hat 5.000 Beschäftigte.</p>",
        "<div class='text boilerplate'><p>Das Haus betreibt Fachverfahren. Es hat 5.000 Beschäftigte an sieben Orten.</p></div>",
    ],
)
def test_what_is_said_of_the_sender_ends_the_text(about: str) -> None:
    assert told(read(whole(below=about))) == f"{LEAD} {FIRST} {LAST}"


def test_a_chapter_about_something_is_text() -> None:
    chapter = f"<h3>Über das Portal</h3><p>Das Portal hat viel gekostet. {FIRST}</p><p>{LAST}</p><p>{FIRST} {LAST}</p>"
    assert told(read(whole(below=chapter))).endswith(f"{FIRST} {LAST}")


def test_a_box_that_says_that_it_shows_a_title_is_none() -> None:
    body = f"<div class='asset-full-content show-asset-title'><div class=box><div class=c><h1>{TITLE}</h1>{TEXT}<div class=src>Kreiszeitung</div></div></div></div>"
    (article,) = read(body).articles
    assert (article.title, told(read(body))) == (TITLE, f"{LEAD} {FIRST} {LAST}")


def test_a_stage_with_the_title_alone_is_no_teaser() -> None:
    stage = f"<div class='teaser hero'><div><p class=pretitle>Portal</p><h1>{TITLE}</h1></div></div><div class=text><p><span>12. März 2024</span> <span>5 Min. Lesezeit</span></p></div>"
    (article,) = read(f"<main>{stage}<div class=text>{TEXT}</div></main>").articles
    assert (article.title, article.kicker, article.date) == (TITLE, "Portal", "2024-03-12")


def test_a_card_with_a_contact_is_no_teaser() -> None:
    card = "<div class=contact-card><h2>Kontaktieren Sie unser Team</h2><p>Wir melden uns innerhalb eines Werktags.</p></div>"
    assert len(read(whole() + card).articles) == 1


def test_a_release_dates_the_article_below_its_kicker() -> None:
    rows = f"<table><tr><td>Heute ist Dienstag, der 19. März 2024<br><br><font>Pressemitteilung des Innenministeriums Nr. 31/24 - 12. März 2024</font><p><b>Portale</b><br><font size=4><b>{TITLE}</b></font></p>{TEXT}</td></tr></table>"
    (article,) = read(rows, title="Landesportal - Presse").articles
    assert (article.title, article.kicker, article.date) == (TITLE, "Portale", "2024-03-12")


def test_speakers_in_the_first_column_of_a_table() -> None:
    rows = "".join(
        f"<tr><td><b>Stadtblatt</b></td><td>{asked}</td></tr><tr><td><b>Sperling</b></td><td>{answer}</td></tr>"
        for asked, answer in (
            ("Wie geht es weiter?", "Wir sortieren alle Angebote nach Lebenslagen um, das dauert noch ein Jahr."),
            ("Und was ist schiefgegangen?", "Die Signaturkarte hat sich nicht durchgesetzt, das muss man so sagen."),
        )
    )
    (article,) = read(f"<main><h1>{TITLE}</h1><p>{LEAD}</p><table>{rows}</table></main>").articles
    assert article.genre == "interview"


# ---------------------------------------------------------------------- pieces


def test_pieces_of_an_issue_are_articles_of_its_day() -> None:
    pieces = "".join(f"<table><tr><td><h2>{title}</h2><p>{text}</p></td></tr></table>" for title, text in PIECES)
    head = "<table><tr><td>Nachrichten aus den Kreisen<br>Ausgabe 41 | 28. April 2023</td></tr></table><table><tr><td><p>Liebe Leserinnen und Leser,</p><p>der Frühling ist da, und mit ihm die Förderbescheide aus Berlin.</p></td></tr></table>"
    page = read(head + pieces, title="Digitale Provinz | Ausgabe 41")
    found = [(article.title, article.date, str(article.genre)) for article in page.articles]
    assert found == [(title, "2023-04-28", "news") for title, _ in PIECES]


def test_teasers_beside_an_article_stay_teasers() -> None:
    boxes = "".join(f"<div class=teaser><h3>{title}</h3><p>{text}</p></div>" for title, text in PIECES)
    page = read(f"<p>Newsletter abonnieren</p>{whole()}<div>{boxes}</div>")
    assert [str(article.genre) for article in page.articles[1:]] == ["teaser"] * len(PIECES)


def blog(more: str) -> Page:
    entries = "".join(
        f"<div class=item><h2><a href=/{number}>{title}</a></h2><p>{number + 1}. März 2024</p><p>{text}</p><p>{LAST}</p>{more}</div>"
        for number, (title, text) in enumerate(PIECES)
    )
    return read(f"<main><h1>Aktuelles</h1>{entries}</main>", title="Aktuelles")


def test_a_blog_shows_its_entries_whole_unless_links_lead_on() -> None:
    assert [str(article.genre) for article in blog("").articles] == ["news"] * len(PIECES)
    assert [str(article.genre) for article in blog("<p><a href=/x>Weiterlesen</a></p>").articles] == ["teaser"] * 3


def test_a_list_in_a_piece_is_its_text() -> None:
    entries = "".join(
        f"<div class=item><h2><a href=/{number}>{title}</a></h2><p>{number + 1}. März 2024</p><p>{text} {FIRST} Es sind</p><ul><li>das Bauamt,</li><li>das Jugendamt.</li></ul><p>{LAST}</p></div>"
        for number, (title, text) in enumerate(PIECES)
    )
    page = read(f"<main><h1>Aktuelles</h1>{entries}</main>", title="Aktuelles")
    assert "das Bauamt, das Jugendamt." in told(page)


@pytest.mark.parametrize(
    ("title", "head", "date"),
    [
        ("Rundbrief Nr. 7/2024", "<h1>Rundbrief Nr. 7, 12. März 2024</h1>", "2024-03-12"),
        ("Newsletter März 2024 | Kreis", "<h1>Newsletter März 2024</h1>", "2024-03"),
        ("Kreis Lindau", "<p>Liebe Kolleginnen und Kollegen,</p><p>wir haben wieder viel Neues aus den Ämtern für Sie gesammelt.</p>", None),
    ],
)  # fmt: skip
def test_headings_of_a_newsletter_are_titles_of_pieces(title: str, head: str, date: str | None) -> None:
    page = read(head + "".join(f"<h3>{one}</h3><p>{text}</p>" for one, text in PIECES), title=title)
    assert [(article.title, article.date) for article in page.articles] == [(one, date) for one, _ in PIECES]


def test_an_article_about_a_newsletter_is_one() -> None:
    headings = "".join(f"<h3>{one}</h3><p>{text}</p>" for one, text in PIECES)
    (article,) = read(f"<h1>Amtsblatt erscheint ab 2024 nur noch digital</h1>{TEXT}{headings}").articles
    assert article.title == "Amtsblatt erscheint ab 2024 nur noch digital"


STATEMENTS = (
    ("Sie haben zehn Jahre am Portal gebaut.", "Ja, und wir sind noch lange nicht fertig. Ich habe viel gelernt in dieser Zeit."),
    ("Das klingt nach viel Arbeit.", "Das war es auch, und mein Team hat es trotzdem gern gemacht. Wir würden es wieder tun."),
    ("Was kommt als Nächstes?", "Wir wollen das Postfach öffnen. Ich rechne mit dem Herbst, wenn das Land mitspielt."),
)  # fmt: skip


@pytest.mark.parametrize("tag", ["strong", "em"])
def test_an_interviewer_may_state_rather_than_ask(tag: str) -> None:
    talk = "".join(f"<p><{tag}>{said}</{tag}></p><p>{answer}</p>" for said, answer in STATEMENTS)
    body = f"<main><h1>{TITLE}</h1><p>Seit zehn Jahren leitet sie das Portal. Ein Gespräch über Geduld und Formulare.</p>{talk}</main>"
    (article,) = read(body).articles
    asked = [article.text[block.start : block.end] for block in article.blocks if block.kind == "question"]
    assert (str(article.genre), asked) == ("interview", [said for said, _ in STATEMENTS])
    (told_only,) = read(body.replace("Ein Gespräch über Geduld und Formulare.", "")).articles
    assert str(told_only.genre) != "interview"
