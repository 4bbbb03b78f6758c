"""Archives, tables and documents made for tests."""

from __future__ import annotations

import base64
import csv
import datetime
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pyarrow as pa
import pyarrow.parquet as pq


@dataclass(frozen=True, slots=True)
class Doc:
    """A document to put into a file."""

    key: str
    title: str
    text: str

    @property
    def plain(self) -> bytes:
        return f"{self.title}\n\n[18.11.2024] {self.text}\n".encode()


def docs(count: int) -> list[Doc]:
    return [
        Doc(
            f"https://a.example/{number}.txt",
            f"Land eröffnet Portal Nummer {number}",
            f"Das Land Hessen hat das Portal Nummer {number} eröffnet, das alle Anträge an einem Ort sammelt.",
        )
        for number in range(count)
    ]


def make_zip(path: Path, some: Sequence[Doc]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for doc in some:
            archive.writestr(zipfile.ZipInfo(doc.key.removeprefix("https://"), (2024, 1, 1, 0, 0, 0)), doc.plain)


def record(  # noqa: PLR0913 - what a crawler writes
    url: str,
    body: bytes,
    media_type: str = "text/plain; charset=utf-8",
    status: str = "200 OK",
    headers: Sequence[str] = (),
    kind: str = "response",
) -> bytes:
    """A record of a WARC archive, uncompressed."""
    http = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {media_type}", *headers, "", ""]).encode()
    digest = base64.b32encode(hashlib.sha1(body).digest()).decode()
    named = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2025-01-02T03:04:05Z",
        f"WARC-Payload-Digest: sha1:{digest}",
        f"Content-Type: application/http; msgtype={kind}",
        f"Content-Length: {len(http) + len(body)}",
    ]
    return "\r\n".join([*named, "", ""]).encode() + http + body + b"\r\n\r\n"


def write_warc(path: Path, records: Sequence[bytes]) -> None:
    packed = path.suffix == ".gz"
    path.write_bytes(b"".join(gzip.compress(one, mtime=0) if packed else one for one in records))


def make_warc(path: Path, some: Sequence[Doc]) -> None:
    write_warc(path, [record(doc.key, doc.plain) for doc in some])


def row(doc: Doc) -> dict[str, Any]:
    return {"url": doc.key, "title": doc.title, "text": doc.text, "date": "2024-11-18"}


def make_jsonl(path: Path, some: Sequence[Doc]) -> None:
    raw = "".join(json.dumps(row(doc), ensure_ascii=False) + "\n" for doc in some).encode()
    path.write_bytes(gzip.compress(raw, mtime=0) if path.suffix == ".gz" else raw)


def make_json(path: Path, some: Sequence[Doc]) -> None:
    raw = json.dumps([row(doc) for doc in some], ensure_ascii=False).encode()
    path.write_bytes(gzip.compress(raw, mtime=0) if path.suffix == ".gz" else raw)


def make_csv(path: Path, some: Sequence[Doc]) -> None:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, ["url", "title", "text", "date"], delimiter=";")
    writer.writeheader()
    writer.writerows(row(doc) for doc in some)
    raw = stream.getvalue().encode()
    path.write_bytes(gzip.compress(raw, mtime=0) if path.suffix == ".gz" else raw)


def make_parquet(path: Path, some: Sequence[Doc]) -> None:
    pq.write_table(pa.Table.from_pylist([row(doc) for doc in some]), path, row_group_size=3)


def make_feed(path: Path, some: Sequence[Doc]) -> None:
    items = "".join(
        f"<item><title>{doc.title}</title><link>{doc.key}</link><guid>{doc.key}</guid>"
        f"<pubDate>Mon, 18 Nov 2024 09:00:00 +0100</pubDate><description>{doc.text}</description></item>\n"
        for doc in some
    )
    head = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Neues</title>\n'
    path.write_text(head + items + "</channel></rss>\n", encoding="utf-8")


MAKERS: dict[str, Callable[[Path, Sequence[Doc]], None]] = {
    "a.zip": make_zip,
    "a.warc": make_warc,
    "a.warc.gz": make_warc,
    "a.jsonl": make_jsonl,
    "a.jsonl.gz": make_jsonl,
    "a.json": make_json,
    "a.json.gz": make_json,
    "a.csv": make_csv,
    "a.csv.gz": make_csv,
    "a.parquet": make_parquet,
    "a.rss": make_feed,
}
"""What writes documents into a file of each kind, by a name that such a file has."""


def make_docx(path: Path, paragraphs: Sequence[tuple[str, str]], made: datetime.datetime | None = None) -> None:
    """A document of paragraphs: style, or empty for none, and words."""
    document = docx.Document()
    document.core_properties.author = "Sachbearbeitung"
    document.core_properties.modified = made or datetime.datetime(2001, 1, 1)
    for style, words in paragraphs:
        document.add_paragraph(words, style or None)
    document.save(str(path))


def make_pdf(path: Path, pages: Sequence[Sequence[tuple[float, float, str]]], made: str = "") -> None:
    """A PDF whose pages hold lines: height, size of the letters, words; in a font of every reader."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        drawn = b"".join(
            b"BT /F1 %g Tf 1 0 0 1 60 %g Tm (%s) Tj ET\n" % (size, y, _escaped(words)) for y, size, words in lines
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % one for one in kids))
    objects.append(b"<< /CreationDate (D:%s) >>" % made.encode() if made else b"<< >>")
    raw = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (size, len(objects))
    raw += b"xref\n0 %d\n0000000000 65535 f \n%s%sstartxref\n%d\n%%%%EOF\n" % (size, table, trailer, len(raw))
    path.write_bytes(raw)


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
