"""Pages in the layouts of the trade press, and what is to be read from each."""

from __future__ import annotations

import io
import json
import unicodedata
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from govgraph import extract
from govgraph.errors import InputError
from govgraph.model import BlockKind, Genre, Page
from govgraph.sources import InputRef, ReadLimits, Told, expand, read_page, read_text
from govgraph.sources.documents import Document
from govgraph.sources.pages import read_document
from govgraph.sources.sketches import Piece, Sketch, read_sketches

PAGES = Path(__file__).parent / "pages"
GOLD = Path(__file__).parents[4] / "shared" / "gold"
EXAMPLES = Path(__file__).parents[3] / "examples"
NO_GOLD = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated pages are not beside this checkout")
# Their dates are known from elsewhere; the pages themselves do not say them.
UNDATED = {"b03", "b05", "b15"}


def read(path: Path) -> Page:
    refs, issues = expand([str(path)])
    assert not issues
    return read_page(refs[0])


def shown(page: Page) -> dict[str, Any]:
    return {
        "issues": [issue.code for issue in page.issues],
        "articles": [
            {
                "title": article.title,
                "kicker": article.kicker,
                "date": article.date,
                "genre": article.genre.value,
                "authors": list(article.authors),
                "url": article.url,
                "blocks": [
                    f"{block.kind.value}: {' '.join(article.text[block.start : block.end].split())[:48].strip()}"
                    for block in article.blocks
                ],
            }
            for article in page.articles
        ],
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.txt")))
def test_page_is_read_as_expected(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    assert shown(read(PAGES / f"{name}.txt")) == expected


@pytest.mark.parametrize(
    "folder",
    [
        EXAMPLES,
        pytest.param(GOLD, marks=NO_GOLD),
        pytest.param(GOLD / "dev", marks=NO_GOLD),
    ],
    ids=["examples", "gold", "dev"],
)
def test_heads_of_annotated_pages(folder: Path) -> None:
    """Titles, dates and authors without exception; kickers and genres at least 95 of 100."""
    wrong: dict[str, list[str]] = {key: [] for key in ("title", "date", "kicker", "genre", "authors")}
    count = 0
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        annotated = json.loads(path.read_text(encoding="utf-8"))["articles"]
        found = shown(read(path.with_name(f"{name}.txt")))["articles"]
        assert len(found) == len(annotated), name
        count += len(annotated)
        for article, gold in zip(found, annotated, strict=True):
            for key, misses in wrong.items():
                expected = None if key == "date" and name in UNDATED else gold[key]
                if article[key] != expected:
                    misses.append(f"{name}: {key} {article[key]!r}, annotated {expected!r}")
    assert count > 0
    assert wrong["title"] + wrong["date"] + wrong["authors"] == []
    assert len(wrong["kicker"]) <= 0.05 * count, wrong["kicker"]
    assert len(wrong["genre"]) <= 0.05 * count, wrong["genre"]


def test_same_article_has_one_iri_whatever_stands_around_it() -> None:
    text = "Bayern: Ein Portal\n\n[01.02.2020] Das Portal ist am Netz. mehr...\n"
    alone = read_text(text).articles[0]
    after = read_text(f"Montag, 3. Februar 2020\n\nWeitere Meldungen\n\n{text}\nAnzeige\n", name="b").articles[0]
    assert alone.id == after.id
    assert alone.text != after.text


def test_articles_are_slices_of_the_page_and_numbered_in_order() -> None:
    page = read(PAGES / "inset-teaser.txt")
    assert [article.index for article in page.articles] == [0, 1]
    assert all(page.text[a.start : a.start + len(a.text)] == a.text for a in page.articles)
    assert {article.page for article in page.articles} == {"inset-teaser"}


def test_line_ends_are_normalised_and_nothing_else() -> None:
    page = read_text("Titel\r\n\r\nEin Satz\u00a0mit Zeichen\u00ad.\rUnd noch einer.\n")
    assert page.text == "Titel\n\nEin Satz\u00a0mit Zeichen\u00ad.\nUnd noch einer.\n"


def test_foreign_page_is_kept_and_not_read() -> None:
    page = read(PAGES / "english.txt")
    assert [issue.code for issue in page.issues if issue.level == "warning"] == ["not-german"]
    assert [(article.language, article.title) for article in page.articles] == [("en", "Digital government")]
    assert extract(PAGES / "english.txt").articles[0].entities == ()


def test_a_foreign_article_on_a_german_page_is_told_apart() -> None:
    page = read(PAGES / "foreign-teaser.txt")
    assert [(article.language, article.title) for article in page.articles] == [
        ("de", "Neues Portal für Unternehmen"),
        ("en", "Digital services made in Germany"),
        ("de", "Ummeldung ohne Amt"),
    ]
    assert [(issue.code, issue.level) for issue in page.issues if "german" in issue.code] == [
        ("article-not-german", "note")
    ]


@pytest.mark.parametrize(
    ("text", "language"), [("New portal goes live now", "en"), ("Neues Portal startet jetzt überall", "de")]
)
def test_what_is_told_of_the_language_counts_where_the_text_leaves_a_doubt(text: str, language: str) -> None:
    told = Told(language="en-GB")
    (article,) = read_sketches([Sketch((Piece(text),), told)], name="a", source="a.html").articles
    assert article.language == language


@pytest.mark.parametrize("text", ["", " \n\t\n", "Anzeige\n", "Montag, 3. Februar 2020\n\n- Anzeige -"])
def test_page_without_article_says_so(text: str) -> None:
    page = read_text(text, source="leer.txt")
    assert page.articles == ()
    assert [(issue.code, issue.level, issue.source) for issue in page.issues] == [("no-article", "warning", "leer.txt")]


def test_text_without_headline_takes_its_first_words() -> None:
    page = read_text("Das Land hat im März ein neues Portal eröffnet, das alle Anträge an einem Ort sammelt.\n")
    (article,) = page.articles
    assert article.title == "Das Land hat im März ein neues Portal eröffnet, das alle Anträge an einem Ort sammelt."
    assert [block.kind for block in article.blocks] == [BlockKind.LEAD]
    assert article.genre is Genre.NEWS


@pytest.mark.parametrize(
    ("line", "kicker"),
    [
        ("19.08.2025 | Niedersachsen | Digitalisierung", "Niedersachsen | Digitalisierung"),
        ("Niedersachsen | Digitalisierung | 19.08.2025", "Niedersachsen | Digitalisierung"),
        ("19. August 2025 · Niedersachsen", "Niedersachsen"),
        ("Dienstag, 19.08.2025 | Politik & Verwaltung | E-Government", "Politik & Verwaltung | E-Government"),
    ],
)
def test_a_line_of_a_date_and_rubrics_is_no_headline(line: str, kicker: str) -> None:
    page = (
        f"{line}\n\nCIO hört auf: Streit um Software\n\nHannover. Der CIO des Landes hat um seine Entlassung gebeten."
    )
    (article,) = read_text(page).articles
    assert (article.kicker, article.title, article.date) == (kicker, "CIO hört auf: Streit um Software", "2025-08-19")


def test_a_place_before_the_headline_goes_before_rubrics() -> None:
    page = "12.03.2020 | Interview\n\nThüringen: „Wir fangen an“\n\nErfurt. Das Land hat ein neues Portal gestartet."
    (article,) = read_text(page).articles
    assert (article.kicker, article.title) == ("Thüringen", "„Wir fangen an“")


@pytest.mark.parametrize(
    "opening",
    [
        "(BS/abc) 28. Februar 2019. ",
        "(BS/abc) Kassel, 28. Februar 2019. ",
        "(BS/abc, 28.02.2019) ",
        "Kassel/Fulda (28. Februar 2019). ",
        "28.02.2019 ",
    ],
)
def test_a_date_at_the_head_of_the_text_is_that_of_the_article(opening: str) -> None:
    text = "Ein Netz für zwei\n\n{}Kassel und Fulda bauen ein Netz. Das dauert bis Mai.\n\nDann sind sie verbunden."
    (article,) = read_text(text.format(opening)).articles
    lead = next(block for block in article.blocks if block.kind is BlockKind.LEAD)
    assert article.date == "2019-02-28"
    assert article.text[lead.start : lead.end].startswith("Kassel und Fulda")


def test_a_month_at_the_head_of_the_text_is_that_of_the_article() -> None:
    (article,) = read_text("Ein Netz\n\nKassel, im April 2021. Zwei Städte bauen ein Netz. Das dauert.").articles
    assert article.date == "2021-04"


@pytest.mark.parametrize(
    "line",
    [
        "abc, 28. Februar 2019",
        "dpa/red, 28.02.2019",
        "(erschienen am 28. Februar 2019)",
        "28.02.2019, das Interview führte Mia Muster",
        "28.02.2019 · Moderation: Mia Muster",
        "Von Mia Muster, Kassel, 28. Februar 2019",
        "Kassel / 28. Februar 2019",
        "Netzpost online | Donnerstag, 28. Februar 2019",
        "Nahe-Rundschau vom 28. Februar 2019",
        "Aus der Oberen Nahe-Zeitung vom Donnerstag, 28. Februar 2019",
        "Netzstädter Allgemeine, 28.02.2019",
        "+++ Meldungen aus den Städten +++ 28. Februar 2019 +++",
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_a_line_of_a_date_and_who_wrote_dates_the_article(line: str, *, below: bool) -> None:
    text = (
        "Kassel und Fulda bauen ein gemeinsames Netz. Das dauert bis Mai.\n\nDann sind sie verbunden, sagt die Stadt."
    )
    page = f"Ein Netz für zwei\n\n{text}\n\n{line}" if below else f"Ein Netz für zwei\n\n{line}\n\n{text}"
    (article,) = read_text(page).articles
    assert (article.title, article.date) == ("Ein Netz für zwei", "2019-02-28")
    assert article.authors in ((), ("Mia Muster",))


def test_a_bar_with_a_day_above_everything_dates_the_article() -> None:
    bar = "+++ Meldungen aus den Städten +++ 28. Februar 2019 +++"
    (article,) = read_text(f"{bar}\n\nEin Netz für zwei\nZwei Städte bauen ein Netz. Das dauert.").articles
    assert (article.title, article.date) == ("Ein Netz für zwei", "2019-02-28")


def test_the_day_of_what_is_no_paper_stays_in_the_title() -> None:
    title = "Beschluss des Stadtrats vom 28. Februar 2019"
    (article,) = read_text(f"{title}\n\nZwei Städte bauen ein gemeinsames Netz. Das dauert bis Mai.").articles
    assert (article.title, article.date) == (title, None)


def test_the_number_of_a_paper_dates_the_article() -> None:
    (article,) = read_text("PROBEBLATT | Heft 9/2013\n\nEin Netz\n\nZwei Städte bauen ein Netz. Das dauert.").articles
    assert (article.title, article.date) == ("Ein Netz", "2013-09")


def test_a_few_words_above_the_title_are_its_kicker() -> None:
    (article,) = read_text("Nach dem Angriff\nFax und Bleistift\n23.01.2025\n\nZehn Tage lang ging nichts.").articles
    assert (article.kicker, article.title) == ("Nach dem Angriff", "Fax und Bleistift")


def test_a_title_below_a_rubric_is_parted_from_its_own_kicker() -> None:
    page = "Unternehmensmeldung\nMUSTER KasselFulda stellt um\n\n[11.02.2026] Die Firma Muster hat Fulda gewonnen."
    (article,) = read_text(page).articles
    assert article.title == "Fulda stellt um"


def test_words_after_a_date_are_a_headline_if_they_say_something() -> None:
    page = "19.08.2025 | Hessen startet ein Portal\n\nWiesbaden. Das Land hat am Montag ein neues Portal gestartet."
    (article,) = read_text(page).articles
    assert (article.kicker, article.title) == (None, "Hessen startet ein Portal")


def test_head_date_is_not_the_date_of_the_article() -> None:
    page = read_text(
        "Montag, 3. Februar 2020\n\nTitel des Berichts\n\nEin Satz, der lang genug ist, um Text zu sein, steht hier."
    )
    assert page.articles[0].date is None
    (issue,) = page.issues
    assert issue.code == "no-date"
    assert "3. Februar 2020" in issue.message


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("Über Köln – „gut“".encode(), "utf-8"),
        ("Über Köln – „gut“".encode("utf-8-sig"), "utf-8-sig"),
        ("Über Köln – „gut“".encode("utf-16"), "utf-16"),
        ("Über Köln – „gut“".encode("cp1252"), "cp1252"),
        (b"\x81 " + "Über Köln".encode("latin-1"), "latin-1"),
    ],
)
def test_encodings(tmp_path: Path, raw: bytes, encoding: str) -> None:
    path = tmp_path / "seite.txt"
    path.write_bytes(raw)
    page = read_page(InputRef("seite", "seite.txt", path))
    assert page.encoding == encoding
    assert "Über Köln" in page.text
    assert not page.text.startswith("\ufeff")
    assert [issue.code for issue in page.issues if issue.level == "warning"] == (
        ["encoding"] if encoding in ("cp1252", "latin-1") else []
    )


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\x00\x01\x02", "binary"),
        (b"Text\x00Text", "binary"),
        (bytes(range(1, 32)) * 3, "binary"),
        (b"\xff\xfeA", "damaged"),
        (b"a" * 101, "101 bytes or more; a page may have 100"),
    ],
)
def test_what_is_no_page_is_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "seite.txt"
    path.write_bytes(raw)
    with pytest.raises(InputError, match=words) as caught:
        read_page(InputRef("seite", "seite.txt", path), limits=ReadLimits(most_bytes=100))
    assert str(caught.value).startswith("seite.txt: ")
    assert "\n" not in str(caught.value)


def test_what_its_name_calls_a_document_is_told_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "seite.pdf"
    path.write_bytes(bytes(range(1, 256)) * 2)
    with pytest.raises(InputError, match=r"seite\.pdf: binary content, but no PDF; save it anew, or give its text"):
        read_page(InputRef("seite", "seite.pdf", path))


def test_several_days_in_one_article_are_warned_of() -> None:
    chronicle = "Chronik der E-Akte\n\nDie E-Akte kam in Schritten in alle Ämter der Stadt, Tag um Tag.\n\n"
    page = read_text(f"{chronicle}12.06.2023 – Kassel beginnt.\n\n13.06.2023 – Fulda folgt.")
    assert [(issue.level, issue.code) for issue in page.issues] == [("warning", "several-dates")]
    once = read_text(f"{chronicle}12.06.2023 – Kassel beginnt.\n\nFulda, 13.06.2023: Man folgt.")
    assert [issue.code for issue in once.issues] == []


def test_letters_that_were_encoded_twice_are_mended_and_warned_of() -> None:
    text = "Kassel führt\n\n[01.03.2024] „Wir“ führen – für 3 € – die E-Akte ein. Übung."
    twice = text.encode().decode("cp1252", "replace")
    assert "â€ž" in twice
    page, once = (read_document(Document("a", "a.txt", one.encode(), "text")) for one in (twice, text))
    assert (page.text, page.articles[0].title, once.issues) == (text, "Kassel führt", ())
    assert [(issue.level, issue.code) for issue in page.issues] == [("warning", "encoding")]
    assert page.issues[0].message.startswith("a.txt: 9 letters were encoded twice")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_letters_with_a_mark_are_read_and_a_nul_is_none(encoding: str) -> None:
    text = "Kassel führt\n\n[01.03.2024] Kassel führt die E-Akte ein."
    for name in ("a.txt", "a.md"):
        page = read_document(Document("a", name, text.encode(encoding), "markdown" if name[-1] == "d" else "text"))
        assert [article.title for article in page.articles] == ["Kassel führt"]
    with pytest.raises(InputError, match=r"a\.txt: binary content"):
        read_document(Document("a", "a.txt", f"{text}\x00".encode(encoding), "text"))


def test_decomposed_letters_are_composed() -> None:
    text = "Thüringen: Führung wechselt\n\n[01.03.2024] Jörg Müller ist seit dem 1. März 2024 CIO von Thüringen."
    apart = unicodedata.normalize("NFD", text)
    assert read_text(apart) == read_text(text)
    title, author = (unicodedata.normalize("NFD", words) for words in ("Führung wechselt", "Jörg Müller"))
    told = Told(title=title, authors=(author,))
    article = read_sketches([Sketch((Piece(apart),), told)], name="a", source="a").articles[0]
    assert (article.title, article.authors) == ("Führung wechselt", ("Jörg Müller",))


def test_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"weg\.txt: No such file or directory; name a file"):
        read_page(InputRef("weg", "weg.txt", tmp_path / "weg.txt"))


def test_long_line_is_read_and_noted(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("Titel\n\n" + "Das ist ein Satz über das Portal. " * 100, encoding="utf-8")
    page = read_page(InputRef("lang", "lang.txt", path), limits=ReadLimits(long_line=1000))
    assert [issue.code for issue in page.issues] == ["long-line", "no-date"]
    assert "3,399 characters" in page.issues[0].message or "3,400 characters" in page.issues[0].message
    assert page.articles[0].title == "Titel"


def test_characters_without_a_space_are_no_article() -> None:
    page = read_text("x" * 2_000_000)
    assert (page.articles, [issue.code for issue in page.issues]) == ((), ["no-article"])
    assert read_text("Kassel\n\n" + "x" * 2_000).articles[0].title == "Kassel"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = "Bayern: Ein Portal\n\n[01.02.2020] Über das Portal.".encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    page = read_page(InputRef("stdin", "-"))
    assert (page.name, page.source, page.articles[0].title) == ("stdin", "-", "Ein Portal")


@pytest.mark.parametrize(
    ("above", "headline", "kicker"),
    [
        ("Bund", "Register: Amt testet Abruf", "Bund"),
        ("Kassel", "E-Akte: Alle Ämter arbeiten damit", "Kassel"),
        ("Meldungen", "Bund: Amt testet Abruf", "Bund"),
        ("Kurz notiert", "Bund: Amt testet Abruf", "Bund"),
    ],
)
def test_the_line_above_a_headline_with_a_colon_is_its_kicker(above: str, headline: str, kicker: str) -> None:
    text = "Meldungen\n\n" + "".join(
        f"{line}\n{title}\n\n[{day}.06.2022] Die Stadt hat am Montag davon berichtet, dass sie testet. mehr...\n\n"
        for line, title, day in (
            ("Gera", "Bauantrag gestartet", 14),
            (above, headline, 13),
            ("Suhl", "Kein Geld mehr da", 10),
        )
    )
    assert [article.kicker for article in read_text(text).articles] == ["Gera", kicker, "Suhl"]
