"""Markdown, PDF and DOCX: structure is kept, marks and broken lines are not."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest

from archives import make_docx, make_pdf
from govgraph.errors import InputError
from govgraph.model import Page
from govgraph.sources import ref_of
from govgraph.sources.decode import DEFAULT_LIMITS
from govgraph.sources.documents import Document
from govgraph.sources.pages import read_document, read_page
from govgraph.sources.paragraphs import PrintedLine, paragraphs

LEAD = "Das Land Hessen hat ein Portal eröffnet, das alle Anträge an einem Ort sammelt."
MORE = "Es wird von der Staatskanzlei betrieben und steht allen Kommunen offen, wie es heißt."


def markdown(text: str) -> Page:
    return read_document(Document("a", "a.md", text.encode(), "markdown"))


def blocks(page: Page, number: int = 0) -> list[tuple[str, str]]:
    article = page.articles[number]
    assert page.text[article.start : article.start + len(article.text)] == article.text
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: 'Ein Portal'\ndate: 2024-03-05\nauthor: [Jana Muster, Tom Probe]\nlink: https://a.example/1\n---\n",
        "---\r\nheadline: Ein Portal\r\nDatum: 5. März 2024\r\nautoren:\r\n  - Jana Muster\r\n  - name: Tom Probe\r\n"
        "url: https://a.example/1\r\n...\r\n",
        '+++\ntitle = "Ein Portal"\ndate = 2024-03-05T10:00:00\nauthors = ["Jana Muster", "Tom Probe"]\n'
        'url = "https://a.example/1"\n+++\n',
    ],
)
def test_front_matter_tells_what_it_knows(front: str) -> None:
    page = markdown(f"{front}\n{LEAD}\n\n{MORE}\n")
    (article,) = page.articles
    assert (article.title, article.date, article.url) == ("Ein Portal", "2024-03-05", "https://a.example/1")
    assert article.authors == ("Jana Muster", "Tom Probe")
    assert blocks(page) == [("title", "Ein Portal"), ("lead", LEAD), ("paragraph", MORE)]
    assert page.format == "markdown"


def test_a_date_in_brackets_is_believed_before_front_matter() -> None:
    page = markdown(f"---\ntitle: Ein Portal\ndate: 2025-01-01\n---\n[18.11.2024] {LEAD}\n")
    assert page.articles[0].date == "2024-11-18"


def test_marks_are_taken_out_and_structure_is_kept() -> None:
    page = markdown(
        f"# Ein *Portal*\n\n![Staatskanzlei in **Wiesbaden**](bild.png)\n\n"
        "**Das Land [Hessen](https://a.example 'x') hat ein Portal\neröffnet, "
        "das alle `Anträge` an einem Ort sammelt.**\n\n"
        f"## Wie es weitergeht\n\n> {MORE}\n\n- erstens &amp; letztens\n- zweitens\n\n"
        "| Land | CIO |\n| --- | --- |\n| Hessen | *Stefan Sauer* |\n\n```\nprint(1)\n```\n\n"
        "<!-- nicht --><div>Ein <b>Hinweis</b></div><script>alert('x')</script>\n\n---\n\n1\\. Zeile<br>Ende\n"
    )
    assert blocks(page) == [
        ("title", "Ein Portal"),
        ("caption", "Staatskanzlei in Wiesbaden"),
        ("lead", LEAD),
        ("heading", "Wie es weitergeht"),
        ("paragraph", MORE),
        ("paragraph", "erstens & letztens"),
        ("paragraph", "zweitens"),
        ("paragraph", "Land · CIO"),
        ("paragraph", "Hessen · Stefan Sauer"),
        ("paragraph", "Ein  Hinweis"),
        ("paragraph", "1. Zeile"),
        ("paragraph", "Ende"),
    ]


def test_several_headings_of_the_first_level_head_an_article_each() -> None:
    page = markdown(f"# Ein Portal\n\n[18.11.2024] {LEAD}\n\n# Noch ein Portal\n\n[19.11.2024] {MORE}\n")
    assert [(one.title, one.date) for one in page.articles] == [
        ("Ein Portal", "2024-11-18"),
        ("Noch ein Portal", "2024-11-19"),
    ]


def test_plain_text_under_the_name_of_markdown_is_read_as_such() -> None:
    page = markdown(f"Hessen\nEin Portal\n\n[18.11.2024] {LEAD}\n\nBayern\nZwei Portale\n\n[19.11.2024] {MORE}\n")
    assert [(one.kicker, one.title, one.date) for one in page.articles] == [
        ("Hessen", "Ein Portal", "2024-11-18"),
        ("Bayern", "Zwei Portale", "2024-11-19"),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: [offen\n---\n",
        "---\na: &a [x]\nb: *a\ntitle: y\n---\n",
        "---\ntitle: !!python/object:os.system x\n---\n",
        "+++\ntitle = \n+++\n",
    ],
)
def test_broken_front_matter_is_said_and_the_text_read(front: str) -> None:
    page = markdown(f"{front}# Ein Portal\n\n[18.11.2024] {LEAD}\n")
    assert page.articles[0].title == "Ein Portal"
    assert [(issue.level, issue.code) for issue in page.issues] == [("warning", "front-matter")]


def test_rules_at_the_top_are_no_front_matter() -> None:
    assert markdown(f"---\nEin Portal\n\n[18.11.2024] {LEAD}\n").articles[0].title == "Ein Portal"


def test_too_much_markdown_is_refused() -> None:
    with pytest.raises(InputError, match="2,000,000"):
        markdown("# a\n\n" + "Wort " * 500_000)


def printed(*lines: str, y: float = 700, size: float = 11) -> list[tuple[float, float, str]]:
    return [(y - 1.2 * size * at, size, line) for at, line in enumerate(lines)]


RELEASE = [
    (800.0, 8.0, "Ministerium für Digitales Musterland"),
    *printed("Pressemitteilung Nr. 12/2024", "Musterstadt, 5. März 2024", y=740),
    *printed("Neues Verwaltungsportal: Hessen und Bayern", "eröffnen gemeinsamen Zugang", y=700, size=16),
    *printed(
        "Das Land Hessen hat ein Portal eröffnet, das alle Anträge der Verwal-",
        "tung sammelt. Online- und Offlinedienste stehen nebeneinander, die IT-",
        "Dienstleister der Länder haben es gebaut, und die Online-",
        "und Papierwege bleiben offen. Mehr folgt auf der nächsten Seite, die",
        y=640,
    ),
    (40.0, 8.0, "Seite 1 von 2"),
    (30.0, 8.0, "Musterweg 1, 12345 Musterstadt"),
]
SECOND = [
    (800.0, 8.0, "Ministerium für Digitales Musterland"),
    *printed("diesen Satz zu Ende bringt.", y=740),
    *printed("Am Ende steht noch ein Absatz, der alles noch einmal zusammenfasst.", y=710),
    (40.0, 8.0, "Seite 2 von 2"),
    (30.0, 8.0, "Musterweg 1, 12345 Musterstadt"),
]


def test_a_printed_release_is_read_as_it_was_written(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", [RELEASE, SECOND], made="19990101120000Z")
    page = read_page(ref_of(str(tmp_path / "a.pdf")))
    (article,) = page.articles
    assert (article.title, article.date) == (
        "Neues Verwaltungsportal: Hessen und Bayern eröffnen gemeinsamen Zugang",
        "2024-03-05",
    )
    assert page.text.split("\n\n")[-4:] == [
        "Das Land Hessen hat ein Portal eröffnet, das alle Anträge der Verwaltung sammelt. Online- und Offlinedienste "
        "stehen nebeneinander, die IT-Dienstleister der Länder haben es gebaut, und die Online- und Papierwege bleiben "
        "offen. Mehr folgt auf der nächsten Seite, die diesen Satz zu Ende bringt.",
        "Am Ende steht noch ein Absatz, der alles noch einmal zusammenfasst.",
        "Ministerium für Digitales Musterland",
        "Musterweg 1, 12345 Musterstadt",
    ]
    assert (page.format, page.issues) == ("pdf", ())


def test_the_day_of_making_a_pdf_is_the_last_resort_and_noted(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", [printed("Ein Portal für alle", "", LEAD)], made="20240306120000+01'00'")
    page = read_page(ref_of(str(tmp_path / "a.pdf")))
    assert page.articles[0].date == "2024-03-06"
    assert [(issue.level, issue.code) for issue in page.issues] == [("note", "date-of-file")]


@pytest.mark.parametrize("kind", ["scan", "locked", "cut", "text"])
def test_a_pdf_that_cannot_be_read_says_why(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.pdf"
    make_pdf(path, [[] if kind == "scan" else RELEASE])
    words = {"scan": "a scan perhaps", "locked": "encrypted", "cut": "damaged|no text", "text": "damaged"}[kind]
    if kind == "locked":
        writer = pypdf.PdfWriter(clone_from=str(path))
        writer.encrypt("geheim", algorithm="RC4-128")
        writer.write(str(path))
    elif kind == "cut":
        path.write_bytes(path.read_bytes()[:150])
    elif kind == "text":
        path.write_bytes(b"%PDF-1.4\nkein PDF")
    with pytest.raises(InputError, match=words):
        read_page(ref_of(str(path)))


def test_lists_and_addresses_stay_line_by_line() -> None:
    lines = [
        "Kontakt",
        "Jana Muster",
        "Musterweg 1",
        "- erstens ist hier alles lang genug für eine ganze Zeile",
        "- zweitens",
    ]
    assert paragraphs([PrintedLine(text, 0, 700 - 12 * at, 10) for at, text in enumerate(lines)]) == "\n".join(lines)


def word(path: Path, *paragraphs: tuple[str, str]) -> Page:
    make_docx(path, paragraphs, datetime.datetime(2024, 3, 6, 10))
    return read_page(ref_of(str(path)))


def test_a_document_with_a_title_has_the_structure_it_says(tmp_path: Path) -> None:
    page = word(
        tmp_path / "a.docx",
        ("Title", "Ein Portal für alle"),
        ("", f"[18.11.2024] {LEAD}"),
        ("Heading 2", "Wie es weitergeht."),
        ("List Bullet", MORE),
        ("Caption", "Staatskanzlei"),
    )
    assert page.articles[0].date == "2024-11-18"
    assert page.articles[0].authors == ()
    assert blocks(page)[3:] == [("heading", "Wie es weitergeht."), ("paragraph", MORE), ("caption", "Staatskanzlei")]
    assert blocks(page)[0] == ("title", "Ein Portal für alle")


def test_a_release_with_a_letterhead_is_read_like_a_printed_one(tmp_path: Path) -> None:
    head = ("Ministerium für Digitales Musterland", "Pressemitteilung Nr. 12/2024", "Musterstadt, 5. März 2024")
    page = word(tmp_path / "a.docx", *(("", one) for one in (*head, "Ein Portal für alle", LEAD, MORE)))
    assert (page.articles[0].title, page.articles[0].date) == ("Ein Portal für alle", "2024-03-05")


def test_the_day_of_the_last_change_is_the_last_resort(tmp_path: Path) -> None:
    page = word(tmp_path / "a.docx", ("Title", "Ein Portal"), ("", LEAD))
    assert page.articles[0].date == "2024-03-06"
    assert [issue.code for issue in page.issues] == ["date-of-file"]


def test_tables_stand_where_they_stand(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Ein Portal", "Title")
    document.add_paragraph(f"[18.11.2024] {LEAD}")
    table = document.add_table(1, 3)
    for cell, words in zip(table.rows[0].cells, ("Hessen", "CIO", "Stefan Sauer"), strict=True):
        cell.text = words
    document.add_paragraph(MORE)
    document.save(str(tmp_path / "a.docx"))
    page = read_page(ref_of(str(tmp_path / "a.docx")))
    assert page.text == f"Ein Portal\n\n[18.11.2024] {LEAD}\n\nHessen · CIO · Stefan Sauer\n\n{MORE}"


def changed(path: Path, old: bytes, new: bytes, part: str = "word/document.xml") -> None:
    """Put other bytes into a part of a document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as former, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in former.infolist():
            raw = former.read(info)
            if info.filename == part:
                assert old in raw
                raw = raw.replace(old, new)
            archive.writestr(info, raw)
    path.write_bytes(stream.getvalue())


def test_tracked_changes_count_as_made(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    word(path, ("Title", "Ein Portal"), ("", f"[18.11.2024] {LEAD} XXX"))
    tracked = (
        b'</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>Es ist nicht offen.</w:t></w:r></w:ins>'
        b'<w:del w:id="2" w:author="a"><w:r><w:delText>Es ist offen.</w:delText></w:r></w:del><w:r><w:t>'
    )
    changed(path, b"XXX", tracked)
    assert read_page(ref_of(str(path))).text.endswith(f"{LEAD} Es ist nicht offen.")


def test_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    word(path, ("Title", "Ein Portal"), ("", f"[18.11.2024] {LEAD} XXX"))
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document '
    changed(path, b"<w:document ", bomb)
    with pytest.raises(InputError, match="declares entities"):
        read_page(ref_of(str(path)))


@pytest.mark.parametrize("kind", ["old", "cut", "empty", "bomb"])
def test_a_document_that_cannot_be_read_says_why(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.docx"
    word(path, ("", LEAD))
    words = {"old": "damaged or encrypted", "cut": "damaged", "empty": "no text", "bomb": "bytes unpacked"}[kind]
    if kind == "old":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500)
    elif kind == "cut":
        path.write_bytes(path.read_bytes()[:-300])
    elif kind == "empty":
        make_docx(path, [("", " ")])
    else:
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/media/bild.bin", b"0" * 201_000_000)
        assert path.stat().st_size < DEFAULT_LIMITS.most_bytes
    with pytest.raises(InputError, match=words):
        read_page(ref_of(str(path)))
