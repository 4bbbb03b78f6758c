# ruff: noqa: E501
"""Whole pages: metadata against text, interviews, captions, furniture, genre, layouts."""

from __future__ import annotations

import pytest

from govgraph.model import BlockKind, Genre
from govgraph.model.page import Article, Page
from govgraph.sources import Document, Told, read_document

LEAD = "Die Stadt Kassel testet seit Montag die E-Akte. Drei Ämter arbeiten nun ohne Papier, sagt der Kämmerer."
MORE = "Bis zum Sommer sollen alle Ämter folgen. Den Betrieb übernimmt ein kommunales Rechenzentrum aus Hessen."
LAST = "Der Rat entscheidet im Herbst über die Kosten. Bis dahin bleibt es bei dem Versuch in drei Ämtern."
TEXT = f"<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"


def read(body: str, head: str = "", told: Told | None = None) -> Page:
    page = f"<!doctype html><html lang=de><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read_document(Document("page", "page.html", page.encode(), "html", told or Told()))


def one(body: str, head: str = "", told: Told | None = None) -> Article:
    (article,) = read(body, head, told).articles
    return article


def texts(article: Article, *kinds: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind in kinds]


def test_date_in_brackets_before_all_others() -> None:
    article = one(
        f"<div id=datum>Montag, 3. März 2025</div><article><h1>Kassel testet</h1><p>[18.11.2024] {LEAD}</p><p>{MORE}</p></article>",
        '<meta property="article:published_time" content="2024-11-20T06:00:00+01:00">',
    )
    assert article.date == "2024-11-18"
    assert texts(article, BlockKind.LEAD) == [LEAD]


def test_date_of_the_visit_is_none() -> None:
    page = read(f"<header><p>Montag, 3. März 2025</p></header><article><h1>Kassel testet</h1>{TEXT}</article>")
    assert page.articles[0].date is None
    assert "no-date" in {issue.code for issue in page.issues}


def test_what_was_told_is_believed_before_the_page() -> None:
    told = Told(url="https://a.example/x", date="2024-01-02", authors=("Eva Feed",))
    article = one(
        f"<article><h1>Kassel testet</h1><p class=author>Von Jana Muster</p><time>3. Mai 2024</time>{TEXT}</article>",
        '<link rel="canonical" href="https://b.example/">',
        told,
    )
    assert (article.url, article.date, article.authors) == ("https://a.example/x", "2024-01-02", ("Eva Feed",))


def test_byline_of_the_page_before_that_of_its_metadata() -> None:
    body = f"<article><h1>Kassel testet</h1><p class=byline>Von Jana Muster | 3. Mai 2024</p>{TEXT}</article>"
    article = one(body, '<meta name="author" content="Peter Eingeber">')
    assert (article.authors, article.date) == (("Jana Muster",), "2024-05-03")
    assert one(f"<h1>Kassel testet</h1>{TEXT}", '<meta name="author" content="admin">').authors == ()
    assert one(f"<h1>Kassel testet</h1>{TEXT}", '<meta name="author" content="Jana Muster">').authors == (
        "Jana Muster",
    )


def test_title_without_a_heading_comes_from_the_head() -> None:
    assert (
        one(f"<article>{TEXT}</article>", '<meta property="og:title" content="Kassel testet">').title == "Kassel testet"
    )


def test_name_of_the_site_in_a_heading_is_no_title() -> None:
    article = one(
        f"<div><h1><a href=/>Amtsblick</a></h1></div><div><h2>Kassel testet</h2>{TEXT}</div>",
        "<title>Kassel testet | Amtsblick</title>",
    )
    assert article.title == "Kassel testet"


def test_title_and_a_second_line_in_one_heading() -> None:
    article = one(
        f"<article><h1>Kassel testet <small>Drei Ämter arbeiten nun ganz ohne Papier</small></h1>{TEXT}</article>",
        "<title>Kassel testet | Amtsblick</title>",
    )
    assert article.title in ("Kassel testet", "Kassel testet Drei Ämter arbeiten nun ganz ohne Papier")


def test_captions_and_credits() -> None:
    article = one(
        f"<article><h1>Kassel testet</h1><p>{LEAD}</p><figure><img src=a alt=x><figcaption>Das Rathaus in Kassel. <span "
        f"class=credit>(Foto: Muster)</span></figcaption></figure><p>{MORE}</p><img src=b alt='Der Kämmerer am Rechner'>"
        f"<div>Der Kämmerer am Rechner</div><p>{LAST}</p></article>"
    )
    assert texts(article, BlockKind.CAPTION) == ["Das Rathaus in Kassel.", "Der Kämmerer am Rechner"]
    assert texts(article, BlockKind.CREDIT) == ["(Foto: Muster)"]


QUESTIONS = (("Frau Muster, was hat sich geändert?", "Wir arbeiten jetzt ohne Papier. Das spart uns viel Zeit im Amt."),
             ("Das klingt einfach.", "Ist es nicht. Ich habe zwei Jahre gebraucht, bis alle mitgemacht haben."),
             ("Und was kommt als Nächstes?", "Die Bauakte. Wir fangen damit im Herbst an, wenn das Geld da ist."))  # fmt: skip


@pytest.mark.parametrize(
    "form",
    [
        "<p><strong>{q}</strong></p><p>{a}</p>",
        "<p><b>{q}</b><br>{a}</p>",
        "<h3>{q}</h3><p>{a}</p>",
        "<p><em>{q}</em></p><p>{a}</p>",
        "<div class=frage>{q}</div><div class=antwort>{a}</div>",
        "<dl><dt>{q}</dt><dd>{a}</dd></dl>",
        "<p><strong>Amtsblick:</strong> {q}</p><p><strong>Muster:</strong> {a}</p>",
    ],
)
def test_interview(form: str) -> None:
    talk = "".join(form.format(q=question, a=answer) for question, answer in QUESTIONS)
    article = one(f"<article><h1>Ohne Papier</h1><p>{LEAD}</p>{talk}</article>")
    assert article.genre is Genre.INTERVIEW
    asked = [text.removeprefix("Amtsblick: ") for text in texts(article, BlockKind.QUESTION)]
    answered = [text.removeprefix("Muster: ") for text in texts(article, BlockKind.ANSWER)]
    assert asked == [question for question, _ in QUESTIONS]
    assert answered == [answer for _, answer in QUESTIONS]


def test_frequent_questions_are_no_interview() -> None:
    body = "".join(
        f"<h3>{question}</h3><p>{answer}</p>"
        for question, answer in (
            ("Wo gibt es den Ausweis?", "Den Ausweis gibt es im Bürgeramt. Es ist montags bis freitags geöffnet."),
            ("Was kostet der Ausweis?", "Der Ausweis kostet 37 Euro. Für Jüngere kostet er 22 Euro und 80 Cent."),
        )
    )
    assert one(f"<article><h1>Der neue Ausweis</h1><p>{LEAD}</p>{body}</article>").genre is not Genre.INTERVIEW


def test_furniture_is_left_out() -> None:
    page = read(
        "<nav><a href=/>Start</a></nav><div class='cookie-banner' role=dialog><p>Wir setzen Dienste ein, die Sie jederzeit"
        " ablehnen können.</p></div><article><h1>Kassel testet</h1>"
        f"<p>{LEAD}</p><div class=ad><span>Anzeige</span> <a href=/ad>Drucker mieten statt kaufen</a></div>"
        f"<div><span>Lesen Sie auch:</span> <a href=/b>Herne zählt Radfahrer</a></div><p>{MORE}</p>"
        "<div class='newsletter-box'><h3>Newsletter</h3><p>Jeden Dienstag die wichtigsten Meldungen in Ihrem Postfach.</p>"
        f"</div><p hidden>Unsichtbarer Text, der hier wirklich nicht stehen soll, denn niemand sieht ihn.</p><p>{LAST}</p>"
        "<p><a href=/p>Drucken</a> <a href=/m>Mailen</a></p></article><div class=comments><p>Das ist doch alles nur Unsinn,"
        " sage ich, und bezahlen dürfen wir es auch noch.</p></div><script>var x = 'Kein Text, nirgends.'</script>"
        "<aside><h3>Meistgelesen</h3><ul><li><a href=/c>Neuer Chef in Halle</a></li></ul></aside><footer>© Blatt</footer>"
    )
    assert page.text == "\n\n".join(("Kassel testet", LEAD, MORE, LAST))


def test_lists_and_tables_are_text() -> None:
    article = one(
        f"<article><h1>Kassel testet</h1><p>{LEAD}</p><ul><li>die E-Akte,</li><li>die E-Rechnung.</li></ul><table><tr><th>Amt"
        f"</th><th>Akten</th></tr><tr><td>Bauamt</td><td>120</td></tr></table><p>{LAST}</p></article>"
    )
    assert texts(article, BlockKind.PARAGRAPH)[:4] == ["die E-Akte,", "die E-Rechnung.", "Amt | Akten", "Bauamt | 120"]


def test_words_that_only_guide_the_eye() -> None:
    article = one(
        f"<h1>Kassel\u00a0te\u00adstet</h1><p>{LEAD}</p><p>Das  ist\u200b \n ein Bürger&shy;amt&nbsp;in Kassel, sagt sie.</p>"
    )
    assert article.title == "Kassel testet"
    assert "Das ist ein Bürgeramt in Kassel, sagt sie." in article.text


@pytest.mark.parametrize(
    ("head", "layout", "title", "kicker"),
    [
        ('<link rel="canonical" href="https://www.kommune21.de/a">', "kommune21", "Portal für alle", "Kassel"),
        ('<link rel="canonical" href="https://www.cio.de/a">', "cio", "Kassel: Portal für alle", None),
        ('<link rel="canonical" href="https://notkommune21.de/a">', None, "Kassel: Portal für alle", None),
        ('<meta name="generator" content="Government Site Builder">', "bund", "Kassel: Portal für alle", None),
    ],
)
def test_layout_of_the_site(head: str, layout: str | None, title: str, kicker: str | None) -> None:
    page = read(f"<article class=post><h1>Kassel: Portal für alle</h1>{TEXT}</article>", head)
    assert (page.layout, page.articles[0].title, page.articles[0].kicker) == (layout, title, kicker)


def test_press_release_is_news() -> None:
    release = "<h1>Kassel testet</h1><h2>Hintergrund der Einführung</h2>" + TEXT
    article = one(
        f"<main><p>Pressemitteilung Nr. 12/2024</p>{release}</main>", '<meta name="generator" content="TYPO3 CMS">'
    )
    assert article.genre is Genre.NEWS


def test_teaser_has_the_address_of_its_link() -> None:
    page = read(
        "<h1>Meldungen</h1>"
        + "".join(
            f"<div><h3><a href='../a/{n}.html#x'>Kassel testet {n}</a></h3><p>{LEAD}</p></div>" for n in range(3)
        ),
        told=Told(url="https://a.example/b/list.html"),
    )
    assert [article.url for article in page.articles] == [f"https://a.example/a/{n}.html" for n in range(3)]


def test_page_that_is_not_german_keeps_its_metadata() -> None:
    english = "The city has been testing the new file for a year, and it is now used in all of the offices. " * 4
    page = read(
        f"<article><h1>The city is testing the file</h1><p>{english}</p></article>",
        "<meta name=date content=2024-01-02>",
    )
    assert [issue.code for issue in page.issues] == ["not-german"]
    assert (page.articles[0].title, page.articles[0].date) == ("The city is testing the file", "2024-01-02")
    assert page.articles[0].language == "en"


def test_wrong_encoding_is_an_issue() -> None:
    raw = f"<meta charset=utf-8><h1>Grüße</h1>{TEXT}".encode("cp1252")
    page = read_document(Document("page", "page.html", raw, "html"))
    assert (page.encoding, page.articles[0].title) == ("cp1252", "Grüße")
    assert "encoding" in {issue.code for issue in page.issues}


def test_twice_the_same() -> None:
    body = f"<article><h1>Kassel testet</h1>{TEXT}</article><aside>{TEXT}</aside>"
    assert read(body) == read(body)
