# ruff: noqa: E501
"""Pages of builders, intranets and programs: heads in all forms, misleading names, values in scripts, what ends a text."""

from __future__ import annotations

import json

import pytest

from govgraph.model.page import Article, Page
from govgraph.sources import Document, read_document
from govgraph.sources.html.embedded import embedded_articles
from govgraph.sources.html.titles import folded

TITLE, AUTHOR, DAY = "Kreis Lindau bündelt seine Onlinedienste", "Petra Hollmann", "2024-03-12"
LEAD = "Der Kreis Lindau hat seine 84 Onlinedienste in einem Portal zusammengeführt. Seit Montag genügt eine Anmeldung."
FIRST = "Bisher mussten Bürgerinnen und Bürger je nach Amt eines von sieben Portalen aufrufen. Manche hatten eigene Passwörter."
LAST = "Im Herbst sollen die 19 Gemeinden des Kreises folgen. Acht von ihnen haben den Beitritt bereits beschlossen."
TEXT = f"<p>{LEAD}</p><p>{FIRST}</p><p>{LAST}</p>"
HEAD = f"<h1>{TITLE}</h1><p>12.03.2024</p>"


def read(body: str, *, title: str = f"{TITLE} | Kreis", head: str = "") -> Page:
    menu = "<ul><li><a href=/>Start</a></li><li><a href=/b>Berichte</a></li></ul>"
    page = f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{menu}{body}</body></html>"
    return read_document(Document("page", "page.html", page.encode(), "html"))


def only(body: str, *, title: str = f"{TITLE} | Kreis", head: str = "") -> Article:
    (article,) = read(body, title=title, head=head).articles
    return article


def told(article: Article) -> str:
    kinds = ("lead", "heading", "paragraph", "question", "answer")
    return " ".join(article.text[block.start : block.end] for block in article.blocks if block.kind in kinds)


# ------------------------------------------------------------------- misleading names


NAMES = {
    "a paywall": f"<main>{HEAD}<div class=paywall>{TEXT}</div></main>",
    "the only message": f"<div class=seite><div class=meldung><h2>{TITLE}</h2><div class=datum>12.03.2024</div>{TEXT}</div></div>",
    "components of a content system": f"<main><div class=cmp-title>{HEAD}</div><div class=cmp-text>{TEXT}</div></main>",
    "elements of its own": f"<x-app><x-card><x-card-title>{TITLE}</x-card-title><p>12.03.2024</p>{TEXT}</x-card></x-app>",
    "sponsored in camel case": f"<main>{HEAD}{TEXT}<div class=anzeigeImText>Kassenautomaten mieten statt kaufen, Beratung unter der bekannten Nummer.</div></main>",
}


@pytest.mark.parametrize("make", NAMES)
def test_names_that_say_something_else(make: str) -> None:
    article = only(NAMES[make], title="Portal" if "own" in make else f"{TITLE} | Kreis")
    assert (article.title, article.date, article.genre == "teaser") == (TITLE, DAY, False)
    assert told(article) == f"{LEAD} {FIRST} {LAST}"


def test_a_picture_at_the_right_is_no_column_beside_the_text() -> None:
    picture = (
        "<div class='bild rechts'><img src=e.jpg><span class=bildunterschrift>Die Eiche vor dem Rathaus</span></div>"
    )
    article = only(f"<main>{HEAD}<p>{LEAD}</p>{picture}<p>{FIRST}</p><p>{LAST}</p></main>")
    captions = [article.text[block.start : block.end] for block in article.blocks if block.kind == "caption"]
    assert captions == ["Die Eiche vor dem Rathaus"]


def test_lines_set_one_by_one_are_paragraphs() -> None:
    lines = ("Die Ämter in Lindau nehmen vom kommenden Jahr an keine Faxe mehr an. Der Kreis-", "tag hat dazu am Freitag eine Satzung beschlossen, die Ausnahmen nur noch für den", "Katastrophenschutz vorsieht.", "Nach einer Zählung stehen in den Ämtern 390 Geräte. Jedes zweite hat im vergangenen", "Jahr weniger als zehn Seiten empfangen, die meisten davon waren Werbung für Toner in", "vielen Farben.")  # fmt: skip
    body = "".join(f"<div class='t ff4 y{at}'>{line}</div>" for at, line in enumerate(lines))
    article = only(
        f"<div class='t ff1'>{TITLE}</div><div class='t ff2'>Lindau, 12. März 2024</div>{body}", title="pm.pdf"
    )
    assert (article.title, article.date) == (TITLE, DAY)
    assert "Der Kreistag hat dazu" in told(article)
    assert told(article).count("vorsieht. Nach einer Zählung") == 1


# ------------------------------------------------------------------- titles


def test_a_title_by_the_address() -> None:
    column = "<div class=g3><h6>Nächste Termine</h6><p>Ringvorlesung, mittwochs 18 Uhr</p></div>"
    body = f"<div class=grid>{column}<div class=g6><p>Einfach ist schwer</p><p>12.03.2024</p>{TEXT}</div></div>"
    link = "<link rel=canonical href='https://kreis.example/magazin/einfach-ist-schwer/'>"
    assert only(body, title="Magazin", head=link).title == "Einfach ist schwer"


def test_a_site_before_its_section_is_no_title() -> None:
    body = f"<div class=kopf><h1>Code und Kaffee</h1><h2>Ehrenamt trifft Amt</h2></div><div class=inhalt><h3>Hackabend im Amt</h3>{TEXT}</div>"
    assert only(body, title="Code und Kaffee | Berichte").title == "Hackabend im Amt"


def test_a_title_in_two_elements() -> None:
    body = f"<main><h1>Gemeinderat tagt hybrid:</h1><h1>Premiere mit Störung</h1>{TEXT}</main>"
    assert only(body, title="Amtsblatt").title == "Gemeinderat tagt hybrid: Premiere mit Störung"


def test_a_place_and_a_day_are_no_title() -> None:
    body = (
        f"<div>Sieben Kreise, ein Aktenplan<br><br>Lindau, 12. März 2024.<br>{LEAD}<br><br>{FIRST}<br><br>{LAST}</div>"
    )
    article = only(body, title="Verband - Aktuell")
    assert (article.title, article.date) == ("Sieben Kreise, ein Aktenplan", DAY)


def test_who_wrote_below_a_later_heading_shows_that_it_is_the_title() -> None:
    site = "<div class=kopf><h1>Blaulicht und Rathaus</h1><p>Freitag, 19. April 2024</p></div>"
    entry = f"<div class=x><h2>{TITLE}</h2><div>ph | Lesezeit 2 Minuten</div>{TEXT}</div>"
    assert only(f"{site}{entry}<div><span>Veröffentlicht: 12.03.2024</span></div>", title="Blaulicht").title == TITLE


def test_a_subline_below_a_dated_title_is_none() -> None:
    body = f"<div class=kopf><h1>Digitaler Bauhof</h1><p>12.03.2024</p></div><div class=x><h2>Kreis erfasst Löcher im Vorbeifahren</h2>{TEXT}</div>"
    assert only(body, title="Digitaler Bauhof | Kreis").title == "Digitaler Bauhof"


def test_a_title_with_links_alone_in_its_box_is_kept() -> None:
    box = f"<div class=q><h2>{TITLE}</h2><p><a href=/u>Drucken</a> <a href=/s>Merken</a></p></div>"
    assert only(f"<div class=x>{box}<div class=y>{TEXT}</div></div>").title == TITLE


# ------------------------------------------------------------------- days and authors


HEADS = {
    "a value with a time": ("<p>Di., 12.03.2024 - 10:15</p>", ()),
    "slashes": ("<div>2024/03/12</div>", ()),
    "published before others": ("<p>Eingereicht: 03.11.2023 Angenommen: 20.01.2024 Online veröffentlicht: 12.03.2024</p>", ()),
    "who stored it": (f"<p>Gespeichert von admin am Mo., 11.03.2024 - 16:02</p><p>Von {AUTHOR}</p><p>12.03.2024</p>", (AUTHOR,)),
    "moment in a hint": ("<span class=published title='2024-03-12T19:41:00+01:00'>19:41</span>", ()),
    "bars in the lead": (f"<div class=intro><p>Lindau, 12. März 2024 · Das Gespräch führte {AUTHOR}</p></div>", (AUTHOR,)),
    "of a broadcast": (f"<p>am 12.03.2024 52 Min. mit {AUTHOR}</p>", (AUTHOR,)),
    "rank between names": (f"<div>12.03.2024 | Von {AUTHOR} (Leitende Redakteurin) und Jens Maurer</div>", (AUTHOR, "Jens Maurer")),
    "pictures by another": (f"<p>Text: {AUTHOR} / Fotos: Max Beispiel</p><p>12.03.2024</p>", (AUTHOR,)),
    "text and pictures": (f"<p>Text und Fotos: {AUTHOR}</p><p>12.03.2024</p>", (AUTHOR,)),
    "surname first": ("<p>Hollmann, Petra</p><p>12.03.2024</p>", (AUTHOR,)),
    "degree after": (f"<p>{AUTHOR} M.A.</p><p>12.03.2024</p>", (AUTHOR,)),
    "initial": ("<p>P. Hollmann, 12.03.2024</p>", ("P. Hollmann",)),
    "portrait": ("<img alt='Avatar von Xanthe Wüll'><div>Xanthe Wüll</div><div>12.03.2024</div>", ("Xanthe Wüll",)),
    "page of the author": ("<div><a href='/@xanthe'>Xanthe Wüll</a></div><div>12. März 2024 ∙ frei</div>", ("Xanthe Wüll",)),
    "label and value": (f"<div><span>Autor</span><span>{AUTHOR}</span></div><div><span>Datum</span><span>12.03.2024</span></div>", (AUTHOR,)),
    "press officer": (f"<p>Pressesprecherin: {AUTHOR}</p><p>12.03.2024</p>", ()),
    "bar of facts": ("<p>Stadthalle Lindau · 9.30 bis 16 Uhr · 149 Euro</p><p>12.03.2024</p>", ()),
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_what_stands_between_title_and_text(head: str) -> None:
    words, authors = HEADS[head]
    article = only(f"<main><h1>{TITLE}</h1>{words}{TEXT}</main>")
    assert (article.title, article.date, article.authors) == (TITLE, DAY, authors)
    assert told(article) == f"{LEAD} {FIRST} {LAST}"


@pytest.mark.parametrize(
    ("above", "authors"),
    [
        ("<div class=posts><h2>Dienstag, 12. März 2024</h2>{}</div>", ()),
        ("<main><div class=top><span class=date>Dienstag, 12. März 2024</span></div>{}</main>", ()),
        (f"<div class=x><div>{AUTHOR}</div><ul><li class=date>12. März 2024</li></ul>{{}}</div>", (AUTHOR,)),
    ],
)
def test_what_stands_over_the_title(above: str, authors: tuple[str, ...]) -> None:
    article = only(above.format(f"<h3>{TITLE}</h3>{TEXT}"))
    assert (article.title, article.date, article.authors) == (TITLE, DAY, authors)


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        (f"<p>12.03.2024 {AUTHOR}</p>", (AUTHOR,)),
        ("<div class=meta><p>Autor: Pressestelle, 12.03.2024</p></div>", ()),
        ("<p>Pressemitteilung vom 12.03.2024</p>", ()),
    ],
)
def test_day_and_author_below_the_text(below: str, authors: tuple[str, ...]) -> None:
    article = only(f"<main><h1>{TITLE}</h1><div>{TEXT}</div>{below}</main>")
    assert (article.date, article.authors) == (DAY, authors)


METADATA = {
    "microdata": "<meta itemprop=datePublished content='2024-03-12T07:00:00+01:00'><meta itemprop=author content='Petra Hollmann'>",
    "labels of a preview": "<meta name=twitter:label1 content='Verfasst von'><meta name=twitter:data1 content='Petra Hollmann'><meta name=citation_publication_date content='2024/03/12'>",
    "a page in JSON-LD": '<meta name=author content="Petra Hollmann"><script type="application/ld+json">{"@type": "WebPage", "datePublished": "2024-03-12"}</script>',
}  # fmt: skip


@pytest.mark.parametrize("way", METADATA)
def test_metadata_beside_json_ld_of_articles(way: str) -> None:
    article = only(f"<main><h1>{TITLE}</h1>{TEXT}</main>", head=METADATA[way])
    assert (article.date, article.authors) == (DAY, (AUTHOR,))


def test_the_month_of_an_issue_over_the_text() -> None:
    assert only(f"<div>Ausgabe März 2024 | Recht</div><main><h1>{TITLE}</h1>{TEXT}</main>").date == "2024-03"


def test_the_month_of_an_issue() -> None:
    assert only(f"<main><h1>{TITLE}</h1>{TEXT}</main>", title="stadtgrün - Heft März 2024").date == "2024-03"


# ------------------------------------------------------------------- values in scripts


POST = {"title": TITLE, "publishedAt": "2024-03-12T06:00:00.000Z", "author": {"name": AUTHOR}}


@pytest.mark.parametrize(
    "script",
    [
        f'<script type="application/json">{json.dumps({"props": {"post": POST}})}</script>',
        f"<script>window.__STATE__ = {json.dumps({'post': POST})};</script>",
        f"<script>self.f.push([1,{json.dumps('3:' + json.dumps(['$', {'post': POST}]))}])</script>",
    ],
)
def test_what_a_program_knows_of_its_page(script: str) -> None:
    article = only(f"<div><h1>{TITLE}</h1>{TEXT}</div>{script}")
    assert (article.date, article.authors) == (DAY, (AUTHOR,))


def test_what_is_shown_is_believed_before_what_a_program_knows() -> None:
    script = f'<script type="application/json">{json.dumps({**POST, "publishedAt": "2024-03-11"})}</script>'
    assert only(f"<div>{HEAD}{TEXT}</div>{script}").date == DAY


@pytest.mark.parametrize("script", ["{", "var a = [[[[", '{"title": 3, "date": "2024-03-12"}', "x" * 2_000_001])
def test_scripts_without_articles(script: str) -> None:
    assert embedded_articles([script]) == {}


def test_the_first_of_several_with_one_title_counts() -> None:
    found = embedded_articles([json.dumps([POST, {**POST, "publishedAt": "2020-01-01"}])])
    assert [told.date for told in found.values()] == [DAY]
    assert list(found) == [folded(TITLE)]


# ------------------------------------------------------------------- where a text ends


ENDS = {
    "tools": "<p>Teilen: Facebook | X | LinkedIn</p>",
    "sender": "<p>(Landratsamt Lindau)</p>",
    "comments": "<h3>3 Kommentare</h3><ol><li><b>Max</b> sagt: <p>Bei uns in Kempten ging das schneller, aber wir sind ja auch mehr.</p></li></ol>",
    "neighbours": "<p>Vorheriger Beitrag: <a href=/x>Neue Leiterin</a></p><p>Nächster Beitrag: <a href=/y>Netz</a></p>",
    "sign": "<p>-ph-</p>",
    "sign of a newspaper": "<p>BS/gg</p>",
    "number": "<p>Pressemitteilung Nr. 34/2024</p>",
    "person": "<h3>Ihre Ansprechperson</h3><p>Frau Hollmann, Zimmer 12, Telefon 08382 270</p>",
    "reference": "<p>Aktenzeichen: 12-4711</p>",
    "labels": "<table><tr><td>Kategorie</td><td>Presse</td></tr><tr><td>Datum</td><td>12.03.2024</td></tr></table>",
    "signature": "<p>Lindau, den 12. März 2024<br>Landratsamt Lindau<br>gez. Hollmann</p>",
    "call": "<p>Sie möchten mehr erfahren? Dann rufen Sie uns an: 08382 270.</p>",
    "files": "<p>Kurzfassung <a href=/a.pdf>[pdf, 312 kb]</a><br>Fragebogen <a href=/b.pdf>[pdf, 98 kb]</a></p>",
    "agency": "<p>## Redaktionelle Hinweise - Zusammenfassung folgt bis 17.00</p><p>## Internet - Beschluss</p>",
    "note below a rule": "<hr><p><small>Dieser Ausdruck ist nur für den Dienstgebrauch bestimmt. Maßgeblich ist das Intranet.</small></p>",
    "references": "<h2>Einzelnachweise</h2><ol><li>Amtsblatt Lindau, Nummer 8, Seite 3</li></ol>",
    "links alone": "<div><h2>Schnell erledigt</h2><p><a href=/u>Urlaubsantrag</a> <a href=/s>Speiseplan</a></p></div>",
}  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_what_is_no_longer_the_text(end: str) -> None:
    assert told(only(f"<main>{HEAD}{TEXT}{ENDS[end]}</main>")) == f"{LEAD} {FIRST} {LAST}"


def test_answers_in_a_forum_are_not_the_text() -> None:
    def post(name: str, words: str) -> str:
        return f"<div class=post><div class=meta><span class=author>{name}</span> <time>12.03.2024</time></div><div class=body>{words}</div></div>"

    answer = post(
        "Max Kunze", "<p>Danke! Gibt es auch eine Fassung für die kleinen Gemeinden im Osten des Kreises?</p>"
    )
    article = only(f"<h1>{TITLE}</h1>{post(AUTHOR, TEXT)}{answer}")
    assert (article.authors, told(article)) == ((AUTHOR,), f"{LEAD} {FIRST} {LAST}")


def test_a_lead_in_a_list() -> None:
    points = (
        "<ul><li>Landrätin gibt das Portal in Lindau frei</li><li>Freistaat fördert 50 Standorte bis 2026</li></ul>"
    )
    assert told(only(f"<main>{HEAD}{points}{TEXT}</main>")).startswith("Landrätin gibt das Portal in Lindau frei")


# ------------------------------------------------------------------- interviews


def test_speakers_on_lines_of_their_own() -> None:
    talk = (("Herr Pohlen, was kann Hilde, was ein Schild nicht kann?", "Sie fährt mit. Wer ein Amt sucht, muss sich keine Flure merken."), ("Gab es Widerstand?", "Der Hausmeister hat den Stecker gezogen. Inzwischen grüßt er sie."))  # fmt: skip
    lines = "".join(f"<div><b>Klartext</b><div>{asked}</div></div><div><b>Pohlen</b><div>{said}</div></div>" for asked, said in talk)  # fmt: skip
    article = only(f"<main>{HEAD}<div class=sub>{LEAD}</div><div class=talk>{lines}</div></main>")
    assert article.genre == "interview"
    assert told(article).endswith("Inzwischen grüßt er sie.")


# ------------------------------------------------------------------- teasers


TEASERS = (
    ("Jugendamt vergibt Termine online", "12.03.2024", "Eltern können Gespräche nun selbst buchen. Das spart ihnen viele Anrufe."),
    ("Anzeige vom Sofa aus", "28.02.2024", "Jede fünfte Anzeige erreicht die Internetwache. Meist geht es um Fahrräder."),
    ("Schulen erhalten schnelles Netz", "20.02.2024", "Alle 31 Schulen sind angeschlossen. Der Ausbau hat vier Jahre gedauert."),
)  # fmt: skip
CARDS = {
    "one link": "<a href=/{0} class=karte><div><div>{2}</div><div>Verkehr</div></div><div>{1}</div><div>{3}</div></a>",
    "no address": "<h3><a href='#'>{1}</a></h3><p>{2}</p><p>{3}</p>",
    "more without address": "<div class=teaser><a class=t href=/{0}>{1}</a><p>{2} {3} <span>Mehr dazu</span></p></div>",
    "genre beside": "<div class=teaser><a href=/{0}>{1}</a> <span class=mark>Bericht</span><p>[{2}] {3}</p></div>",
}


@pytest.mark.parametrize("make", CARDS)
def test_lists_of_cards(make: str) -> None:
    cards = "".join(CARDS[make].format(at, *parts) for at, parts in enumerate(TEASERS))
    page = read(f"<h1>Aktuelles</h1><div class=liste>{cards}</div>", title="Aktuelles")
    assert [article.title for article in page.articles] == [title for title, _, _ in TEASERS]
    assert [article.date for article in page.articles] == ["2024-03-12", "2024-02-28", "2024-02-20"]
    assert {article.genre for article in page.articles} == {"report" if "genre" in make else "teaser"}


BOXES = {
    "an address": "<div class=b><h4>Kreisverwaltung Lindau am See</h4><p>Am Markt 1, 88131 Lindau. Bitte vereinbaren Sie einen Termin.</p></div>",
    "hours": "<div class=b><h3>Bürgeramt</h3><p>Heute sind noch 14 Termine frei, der nächste um 11.20 Uhr.</p></div><div class=b><h3>Baustellen</h3><p>Die Kaistraße bleibt bis Herbst eine Einbahnstraße, Radler dürfen durch.</p></div>",
    "the site": "<div class=b><h3><a href=/>Notizen aus dem Amt</a></h3><p>Beobachtungen einer Registratorin. Alles wahr, fast alles erlebt.</p></div>",
    "most read": "<aside><p><a href=/x>Kulturpass in der Wallet</a></p><p><a href=/y>Geodaten zum Anfassen</a></p><p><a href=/z>Neue Folge: Akte trifft Alltag</a></p><p>Unser Überblick kommt jeden Dienstag kostenlos per E-Mail. Die Abmeldung ist möglich.</p></aside>",
}  # fmt: skip


@pytest.mark.parametrize("box", BOXES)
def test_boxes_that_are_no_teasers(box: str) -> None:
    assert told(only(f"<main>{HEAD}{TEXT}</main>{BOXES[box]}")) == f"{LEAD} {FIRST} {LAST}"


def test_short_articles_that_stand_whole_on_one_page() -> None:
    single = "".join(f"<p>Nr. {at} vom {day}</p><p><b>{title}</b></p><p>{words}</p><p>{words}</p>" for at, (title, day, words) in enumerate(TEASERS, 1))  # fmt: skip
    page = read(f"<div class=archiv>{single}</div>", title="Pressearchiv")
    assert [article.genre for article in page.articles] == ["news"] * len(TEASERS)
    assert [article.date for article in page.articles] == ["2024-03-12", "2024-02-28", "2024-02-20"]


def test_a_day_is_no_title_though_it_is_longer_than_the_words_beside_it() -> None:
    article = only(f"<h1>12. März 2024: Hof</h1>{TEXT}", title="Hof")
    assert (article.title, article.date) == ("Hof", DAY)
