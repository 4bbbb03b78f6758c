"""Formats are known by their bytes first, then by what a server says, then by the ending of a name."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from pathlib import Path

import pytest

from archives import docs, make_docx, make_jsonl, make_parquet, make_pdf, make_warc, make_zip
from govgraph.errors import InputError
from govgraph.sources import expand, read_page
from govgraph.sources.containers import CONTAINERS
from govgraph.sources.documents import Document
from govgraph.sources.formats import FORMATS, Format, format_of
from govgraph.sources.inputs import ref_of
from govgraph.sources.pages import read_document
from govgraph.sources.readers import READERS


def name_of(found: Format | None) -> str | None:
    return found.name if found is not None else None


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("file_name", "sample", "media_type", "format_name"),
    [
        ("a.txt", b"%PDF-1.7\n", "text/plain", "pdf"),
        ("a", b"\n<!DOCTYPE html>\n<p>", None, "html"),
        ("a.dat", b'<?xml version="1.0"?>\n<html xmlns="x">', None, "html"),
        ("a.txt", b'<?xml version="1.0"?>\n<rss>', None, "feed"),
        ("a.zip", zipped("a.txt"), None, "zip"),
        ("a", zipped("[Content_Types].xml", "word/document.xml"), None, "docx"),
        ("a", zipped("[Content_Types].xml", "xl/workbook.xml"), None, None),
        ("a.xlsx", zipped("a.txt"), None, None),
        ("a.odt", zipped("mimetype"), None, None),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "docx"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, None),
        ("a.gz", gzip.compress(b"WARC/1.0\r\n", mtime=0), None, "warc"),
        ("a.html.gz", gzip.compress(b"<p>Text", mtime=0), None, "gzip"),
        ("a.csv.gz", gzip.compress(b"x", mtime=0), None, "csv"),
        ("a.tar.gz", gzip.compress(b"a.txt" + b"\x00" * 600, mtime=0), None, None),
        ("a.zip.gz", gzip.compress(zipped("a.txt"), mtime=0), None, None),
        ("a.gz", b"\x1f\x8bkein gzip", None, None),
        ("a.pdf", b"Ein Text unter falschem Namen", None, "text"),
        ("a.pdf", b"\x00\x01\x02", None, "pdf"),
        ("a", b'{"title": "x", "text": "y"}\n', None, "jsonl"),
        ("a.json", b'{"title": "x", "text": "y"}\n', None, "jsonl"),
        ("a.json", b'[\n {"title": "x"}]', None, None),
        ("a.json", b'[\n {"title": "x", "text": "y"}]', None, "json"),
        ("a", b'{"n": 1, "articles": [{"title": "x", "text": "y"}]}', None, "json"),
        ("a.json", b'{"title": "x",\n "content": {"rendered": "y"}}', None, "json"),
        ("a", b'{"clicks": 5}\n', None, "text"),
        ("a", b"Titel;Inhalt\nx;y\n", None, "csv"),
        (
            "a",
            b"Titel, Text und noch viel mehr: ein Satz, der lang genug ist, um keiner Spalte zu gleichen.",
            None,
            "text",
        ),
        ("a", b"---\ntitle: x\n---\nText", None, "markdown"),
        ("a", b"---\nkein Kopf\n---\nText", None, "text"),
        ("https://a.example/x.md?y=1", b"<p>Text", "text/html", "html"),
        ("https://a.example/x.md?y=a.html", b"Text", None, "markdown"),
        ("a.WARC.GZ", None, None, "warc"),
        ("a.unbekannt", None, None, None),
    ],
)
def test_what_counts(file_name: str, sample: bytes | None, media_type: str | None, format_name: str | None) -> None:
    assert name_of(format_of(file_name, sample, media_type)) == format_name


def test_every_format_has_what_reads_it() -> None:
    containers = {one.name for one in FORMATS if one.container}
    assert containers == set(CONTAINERS)
    assert {one.name for one in FORMATS if not one.container} - {"html"} <= set(READERS)


def test_a_format_without_a_reader_is_refused() -> None:
    with pytest.raises(InputError, match=r"^a: geheim is not read as a page; read are "):
        read_document(Document("a", "a", b"x", "geheim"))


@pytest.mark.parametrize(("name", "warned"), [("a.pdf", True), ("a.docx", True), ("a.txt", False), ("a.html", False)])
def test_a_text_under_the_name_of_another_format_is_read_with_a_warning(
    tmp_path: Path, name: str, *, warned: bool
) -> None:
    (tmp_path / name).write_text("Ein Titel\n\n[18.11.2024] Das Land Hessen plant viel.\n", encoding="utf-8")
    page = read_page(ref_of(str(tmp_path / name)))
    assert [article.title[:9] for article in page.articles] == ["Ein Titel"]
    told = [issue.message for issue in page.issues if (issue.level, issue.code) == ("warning", "misnamed")]
    assert told == (
        [f"{tmp_path / name}: ends in .{name[2:]} but is no {name[2:].upper()}; read as text"] if warned else []
    )


NOISE = random.Random(7).randbytes(500)


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.html", NOISE, "binary content, but no HTML; save it anew, or give its text"),
        ("a.htm", b"<p>" + bytes(range(1, 32)) * 3, "binary content, but no HTML"),
        ("a.docx", b"not a zip", "damaged, no DOCX nor an article in plain text; save it again"),
        ("a.pdf", b"Kein PDF.", "damaged, no PDF nor an article in plain text"),
    ],
)
def test_what_is_no_page_is_refused(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(InputError, match=message):
        read_page(ref_of(str(tmp_path / name)))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-8"])
def test_a_page_in_any_encoding_is_no_binary_content(tmp_path: Path, encoding: str) -> None:
    html = (
        "<html><body><h1>Über Hessen</h1><p>18.11.2024</p><p>Das Land Hessen plant viel für Bürger.</p></body></html>"
    )
    (tmp_path / "a.html").write_bytes(html.encode(encoding))
    assert [one.title for one in read_page(ref_of(str(tmp_path / "a.html"))).articles] == ["Über Hessen"]


@pytest.mark.parametrize("name", ["a.warc", "a.parquet", "a.pdf", "a.docx"])
def test_a_missing_package_is_named_with_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    some = docs(1)
    make_warc(tmp_path / "a.warc", some)
    make_parquet(tmp_path / "a.parquet", some)
    make_docx(tmp_path / "a.docx", [("", some[0].text)])
    make_pdf(tmp_path / "a.pdf", [[(700, 11, some[0].text)]])
    monkeypatch.setattr("govgraph.sources.formats.find_spec", lambda module: None)
    refs, issues = expand([str(tmp_path / name)])
    messages = [issue.message for issue in issues]
    for ref in refs:
        with pytest.raises(InputError) as caught:
            read_page(ref)
        messages.append(str(caught.value))
    (message,) = messages
    extra = next(one.extra for one in FORMATS if one.name == name.removeprefix("a."))
    assert message.endswith(f"which is not installed; run pip install 'govgraph[{extra}]'")


def test_files_of_rows_and_pages_are_found_in_folders(tmp_path: Path) -> None:
    make_zip(tmp_path / "b.zip", docs(1))
    make_jsonl(tmp_path / "a.jsonl", docs(1))
    (tmp_path / "c.tar.gz").write_bytes(gzip.compress(b"a.txt" + b"\x00" * 600, mtime=0))
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(docs(1)[0].plain, mtime=0))
    refs, issues = expand([str(tmp_path)])
    assert [ref.source.removeprefix(f"{tmp_path}/") for ref in refs] == [
        "a.jsonl!/https://a.example/0.txt",
        "b.zip!/a.example/0.txt",
        "d.txt.gz!/d.txt",
    ]
    assert [(issue.code, Path(issue.source).name) for issue in issues] == [("unsupported-format", "c.tar.gz")]


def test_a_date_of_front_matter_that_is_not_understood_is_warned_of() -> None:
    raw = b"---\ntitle: Ein Portal\ndate: 31.02.2024\n---\n\nHessen hat ein Portal.\n"
    page = read_document(Document("a", "a.md", raw, "markdown"))
    assert [issue.code for issue in page.issues] == ["unread-date", "no-date"]
    assert page.issues[0].message.startswith("a.md: '31.02.2024' is not understood as a date; ")


def test_name_office_and_body_of_a_row_in_a_docx_are_told_together(tmp_path: Path) -> None:
    import docx

    word = docx.Document()
    word.add_paragraph("Die Stadt Celle hat ihre Leitungen neu besetzt. Das hat der Rat am Montag beschlossen.")
    table = word.add_table(rows=0, cols=3)
    for cells in (("Name", "Funktion", "Stadt"), ("Arne Holt", "Dezernent", "Celle"), ("Ilka Brehm", "CDO", "Gera")):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    path = tmp_path / "rows.docx"
    word.save(str(path))
    refs, _ = expand([str(path)])
    text = read_page(refs[0]).text
    assert "Name · Funktion · Stadt" in text
    assert "Arne Holt, Dezernent, Celle" in text
    assert "Ilka Brehm, CDO, Gera" in text
