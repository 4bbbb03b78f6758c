# ruff: noqa: E501
"""Pages that nobody wrote to be read: whatever is in them, they are read, and soon."""

from __future__ import annotations

import random
import time

import pytest

from govgraph.errors import InputError
from govgraph.model.page import Page
from govgraph.sources import Document, read_document

SENTENCE = "Die Stadt Kassel testet seit Montag die E-Akte. Drei Ämter arbeiten nun ohne Papier, sagt der Kämmerer."
TEXT = f"<h1>Kassel testet</h1><p>{SENTENCE}</p><p>{SENTENCE} Das hilft.</p>"
LONGEST_SECONDS = 20


def read(raw: bytes | str) -> Page:
    raw = raw.encode() if isinstance(raw, str) else raw
    begin = time.perf_counter()
    page = read_document(Document("page", "page.html", raw, "html"))
    assert time.perf_counter() - begin < LONGEST_SECONDS
    for article in page.articles:
        assert page.text[article.start : article.start + len(article.text)] == article.text
    return page


@pytest.mark.parametrize(
    "raw",
    [
        "<p>",
        "<!doctype html>",
        "<p>Medieninfo=<p>meinden ier Tage je Vorgang.<p",
        "<html><head></head><body></body></html>",
        "<" * 100_000,
        "<p" + " a" * 200_000 + f">{SENTENCE}</p>",
        f"<p class='{'x ' * 1_000_000}'>{SENTENCE}</p>",
        f"<p style='{'x' * 5_000_000}'>{SENTENCE}</p>",
        "<a href='" * 50_000,
        "<table>" * 3_000 + TEXT,
        "<b>" * 50_000 + TEXT,
        "<div class='sidebar teaser related'>" * 3_000 + TEXT,
        "<ul><li>" * 20_000 + TEXT,
        "&" * 1_000_000,
        "&amp;" * 200_000,
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>]><p>&c;",
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;" + SENTENCE,
        "<script>" + "x" * 1_000_000,
        "<!--" + "x" * 1_000_000,
        "<style><p>" + SENTENCE,
        "<template>" + TEXT,
        "<svg><title>" + SENTENCE,
        f"<link rel=canonical href='{'../' * 100_000}'>" + TEXT,
        "<meta property='og:title' content='" + "Titel | " * 100_000 + "'>" + TEXT,
        "<script type='application/ld+json'>" + '{"a":' * 100_000 + "</script>" + TEXT,
        "<script type='application/ld+json'>" + '[{"@type":"NewsArticle"},' * 20_000 + "</script>" + TEXT,
        "\x00".join(TEXT),
        "\ud83d".encode("utf-8", "surrogatepass").decode("latin-1") + TEXT,
    ],
    ids=range(28),
)  # fmt: skip
def test_is_read(raw: str) -> None:
    read(raw)


def test_ten_megabytes_on_one_line() -> None:
    page = read(f"<h1>Kassel testet</h1><div>{'<span>wort wort</span> ' * 450_000}</div>")
    assert page.articles[0].title == "Kassel testet"


def test_a_hundred_thousand_boxes() -> None:
    assert SENTENCE in read("<div class=x>" * 100_000 + TEXT).text
    assert SENTENCE in read("<div>" * 100_000 + "</div>" * 100_000 + TEXT).text


def test_many_thousand_lines() -> None:
    read(f"<h1>Kassel testet</h1>{f'<p>{SENTENCE}</p>' * 20_000}")
    read(f"<h1>Meldungen</h1>{f'<div><h3><a href=/a>Kassel testet die Akte</a></h3><p>{SENTENCE}</p></div>' * 2_000}")


def test_nesting_that_is_broken() -> None:
    page = read(f"<div><h1>Kassel testet</div></h1></b></i><p><b>{SENTENCE}<p></b>{SENTENCE} Das hilft.</span></table>")
    assert page.articles[0].title == "Kassel testet"
    assert SENTENCE in page.text


def test_what_is_no_text_is_not_read() -> None:
    page = read(
        f"<article>{TEXT}<script>var a = 'Skript.';</script><style>p {{}}</style><template><p>Vorlage, die niemand sieht."
        "</p></template><noscript><p>Ohne Skript, bitte.</p></noscript><svg><text>Bild, das Text ist.</text></svg>"
        "<!-- Kommentar --><select><option>Wahl</option></select></article>"
    )
    for word in ("Skript", "Vorlage", "Bild", "Kommentar", "Wahl"):
        assert word not in page.text


def test_entities_of_the_page_do_not_grow() -> None:
    page = read("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + TEXT.replace("Montag", "&x;"))
    assert "root:" not in page.text


def test_nul_bytes_between_words() -> None:
    assert "Kassel testet" in read(TEXT.replace(" ", "\x00")).text


@pytest.mark.parametrize("raw", [b"", b" \n\t "])
def test_nothing_is_an_error(raw: bytes) -> None:
    with pytest.raises(InputError, match="empty"):
        read_document(Document("page", "page.html", raw, "html"))


def test_mutations_are_read() -> None:
    """A thousand pages, each with a few stretches cut, doubled, moved or overwritten."""
    seed = random.Random(6)
    whole = (
        '<!doctype html><html lang=de><head><meta charset=utf-8><link rel="canonical" href="https://a.example/x"><script'
        ' type="application/ld+json">{"@type": "NewsArticle", "headline": "Kassel testet", "author": {"name": "X"}}</script>'
        f"</head><body><nav><a href=/>Start</a></nav><article><header><h1><span>Kassel</span> testet</h1></header>{TEXT}"
        "<table><tr><td>a<td>b</table><dl><dt>Was?<dd>Das.</dl><ul><li>x<li>y</ul></article><aside><h3><a href=/b>Neues aus"
        f" Herne am Montag</a></h3><p>{SENTENCE}</p></aside></body></html>"
    ).encode()
    for _ in range(1000):
        raw = bytearray(whole)
        for _ in range(seed.randint(1, 8)):
            at, size = seed.randrange(len(raw)), seed.randint(1, 80)
            piece = bytes(raw[at : at + size])
            raw[at : at + size] = seed.choice(
                [b"", piece * 3, piece[::-1], seed.randbytes(size), b"<div>", b"</div></p>"]
            )
        if raw.strip():
            read(bytes(raw))
