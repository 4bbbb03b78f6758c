"""ZIP, gzip and WARC: what is read, what is left out and why."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from archives import docs, record, write_warc
from govgraph.errors import InputError
from govgraph.model import Issue
from govgraph.sources import expand, load, read_page, ref_of
from govgraph.sources.decode import ReadLimits
from govgraph.sources.warcs import WarcArchive
from govgraph.sources.zips import ZipArchive, ZipLimits

PAGE = docs(1)[0]
HTML = b"<!DOCTYPE html><html><body><h1>Ein Portal</h1></body></html>"


def put_zip(path: Path, files: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, raw in files:
            archive.writestr(zipfile.ZipInfo(name), raw, method)
    return path


def codes(issues: tuple[Issue, ...]) -> list[tuple[str, str, str]]:
    return [(issue.level, issue.code, issue.source.partition("!/")[2]) for issue in issues]


def test_what_a_zip_holds_beside_pages_is_noted(tmp_path: Path) -> None:
    files = [
        "a.txt",
        "ordner/",
        "ordner/b.html",
        ".git/c.txt",
        "__MACOSX/._a.txt",
        "README.md",
        "bild.png",
        "innen.zip",
    ]
    path = put_zip(tmp_path / "a.zip", [(name, PAGE.plain) for name in [*files, "tabelle.csv", "ohne"]])
    refs, issues = expand([str(path)])
    assert [ref.member for ref in refs] == ["a.txt", "ordner/b.html"]
    assert codes(issues) == [
        ("note", "readme", "README.md"),
        ("note", "unsupported-format", "bild.png"),
        ("warning", "nested-archive", "innen.zip"),
        ("warning", "nested-archive", "tabelle.csv"),
        ("note", "unsupported-format", "ohne"),
    ]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "..\\a.txt", "C:/a.txt"])
def test_paths_that_lead_out_of_an_archive_are_refused(tmp_path: Path, name: str) -> None:
    path = put_zip(tmp_path / "a.zip", [(name, PAGE.plain), ("gut.txt", PAGE.plain)])
    refs, issues = expand([str(path)])
    assert [ref.member for ref in refs] == ["gut.txt"]
    assert [issue.code for issue in issues] == ["unsafe-name"]
    with pytest.raises(InputError, match=r"leads out of the archive|not in the archive"):
        load(ref_of(f"{path}!/{name}"))


def test_a_bomb_is_refused_alone(tmp_path: Path) -> None:
    path = put_zip(
        tmp_path / "a.zip", [("bombe.txt", b"0" * 5_000_000), ("gut.txt", PAGE.plain), ("k.txt", b"0" * 9_000)]
    )
    refs, issues = expand([str(path)])
    assert [ref.member for ref in refs] == ["gut.txt", "k.txt"]
    assert codes(issues) == [("error", "too-dense", "bombe.txt")]
    with pytest.raises(InputError, match="200 times as large"):
        load(ref_of(f"{path}!/bombe.txt"))


@pytest.mark.parametrize(
    ("limits", "words"), [(ZipLimits(most_members=2), "3 files"), (ZipLimits(most_bytes=100), "bytes unpacked")]
)
def test_an_archive_beyond_the_limits_is_refused(tmp_path: Path, limits: ZipLimits, words: str) -> None:
    path = put_zip(tmp_path / "a.zip", [(f"{number}.txt", PAGE.plain) for number in range(3)])
    with pytest.raises(InputError, match=words):
        list(ZipArchive(limits).members(path))


def test_files_that_lie_in_one_another_are_refused(tmp_path: Path) -> None:
    path = put_zip(tmp_path / "a.zip", [(f"{number}.txt", PAGE.plain * 9) for number in range(2)])
    raw = bytearray(path.read_bytes())
    second = raw.rindex(b"PK\x01\x02")
    raw[second + 42 : second + 46] = (5).to_bytes(4, "little")  # where the file begins, as the directory has it
    path.write_bytes(raw)
    _, issues = expand([str(path)])
    assert ["lie in one another" in issue.message for issue in issues] == [True]


def test_a_member_is_read_up_to_the_limit_of_a_page(tmp_path: Path) -> None:
    path = put_zip(tmp_path / "a.zip", [("a.txt", PAGE.plain)])
    (ref,), _ = expand([str(path)])
    assert len(load(ref, ReadLimits(most_bytes=50)).raw) == 51
    with pytest.raises(InputError, match="51 bytes or more; a page may have 50"):
        read_page(ref, limits=ReadLimits(most_bytes=50))


def test_encrypted_members_are_noted(tmp_path: Path) -> None:
    path = put_zip(tmp_path / "a.zip", [("geheim.txt", PAGE.plain), ("gut.txt", PAGE.plain)])
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    refs, issues = expand([str(path)])
    assert [ref.member for ref in refs] == ["gut.txt"]
    assert codes(issues) == [("error", "encrypted", "geheim.txt")]


def test_damaged_members_are_said_when_they_are_read(tmp_path: Path) -> None:
    path = put_zip(tmp_path / "a.zip", [("a.txt", PAGE.plain), ("b.txt", PAGE.plain)], zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"Land")] ^= 1
    path.write_bytes(raw)
    refs, issues = expand([str(path)])
    assert issues == ()
    with pytest.raises(InputError, match=r"a\.txt: damaged \(Bad CRC-32"):
        load(refs[0])
    assert load(refs[1]).raw == PAGE.plain


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_of_one_name_the_last_is_read(tmp_path: Path) -> None:
    path = put_zip(tmp_path / "a.zip", [("a.txt", b"alt"), ("a.txt", PAGE.plain)])
    refs, issues = expand([str(path)])
    assert [load(ref).raw for ref in refs] == [PAGE.plain]
    assert codes(issues) == [("warning", "duplicate-member", "a.txt")]


def test_names_in_utf8_are_read_also_where_the_archive_does_not_say_so(tmp_path: Path) -> None:
    path = put_zip(tmp_path / "a.zip", [("Länder/Größe.txt", PAGE.plain)])
    raw = path.read_bytes()
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.index(mark) + place
        raw = raw[:at] + b"\x00\x00" + raw[at + 2 :]
    path.write_bytes(raw)
    (ref,), issues = expand([str(path)])
    assert (ref.member, issues) == ("Länder/Größe.txt", ())
    assert load(ref).raw == PAGE.plain


def test_gzip_is_a_file_of_one_document(tmp_path: Path) -> None:
    path = tmp_path / "seite.txt.gz"
    path.write_bytes(gzip.compress(PAGE.plain, mtime=0))
    (ref,), issues = expand([str(path)])
    assert (ref.name, ref.source, issues) == ("seite", f"{path}!/seite.txt", ())
    page = read_page(ref)
    assert (page.articles[0].title, page.format) == (PAGE.title, "text")
    path.write_bytes(gzip.compress(PAGE.plain, mtime=0)[:-20])
    with pytest.raises(InputError, match="damaged"):
        load(ref)


def test_a_gzip_bomb_is_read_up_to_the_limit_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "bombe.txt.gz"
    path.write_bytes(gzip.compress(b"0" * 60_000_000, mtime=0))
    (ref,), _ = expand([str(path)])
    with pytest.raises(InputError, match="a page may have 20,000,000"):
        read_page(ref)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_what_a_warc_holds_beside_pages_is_counted(tmp_path: Path, name: str) -> None:
    first, second = docs(2)
    records = [
        record(first.key, first.plain, "text/plain; charset=iso-8859-1"),
        record("https://a.example/bild.png", b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        record("https://a.example/stil.css", b"body { color: red }", "text/css"),
        record("https://a.example/skript.js", b"let a = 1;", "application/javascript"),
        record("https://a.example/weg", HTML, "text/html", "404 Not Found"),
        record(first.key, first.plain),
        record(first.key, first.plain, kind="revisit"),
        record(first.key, first.plain, kind="request"),
        record(first.key, first.plain + b"Neu."),
        record(second.key, gzip.compress(second.plain, mtime=0), headers=["Content-Encoding: gzip"]),
        record("https://a.example/leer", b"", "text/html"),
        record("https://a.example/seite", HTML, "text/html; charset=utf-8"),
    ]
    write_warc(tmp_path / name, records)
    refs, issues = expand([str(tmp_path / name)])
    assert [ref.member for ref in refs] == [first.key, f"{first.key}#2", second.key, "https://a.example/seite"]
    assert [(issue.code, issue.message.partition(": ")[2]) for issue in issues] == [
        ("left-out", "1 answers without a byte; not read"),
        ("left-out", "3 files of other formats (pictures, scripts, styles); not read"),
        ("left-out", "2 pages that were fetched again and had not changed; read once"),
        ("left-out", "1 answers that were no page (redirects, errors); not read"),
    ]
    document = load(refs[0])
    assert (document.raw, document.format) == (first.plain, "text")
    told = document.told
    assert (told.url, told.media_type, told.charset, told.seen) == (first.key, "text/plain", "iso-8859-1", "2025-01-02")
    assert (load(refs[2]).raw, load(refs[3]).format) == (second.plain, "html")
    article = read_page(refs[0]).articles[0]
    assert (article.url, article.date) == (first.key, "2024-11-18")


def test_the_day_of_fetching_is_never_the_date_of_an_article(tmp_path: Path) -> None:
    text = f"{PAGE.title}\n\n{PAGE.text}\n".encode()
    write_warc(tmp_path / "a.warc", [record(PAGE.key, text)])
    (ref,), _ = expand([str(tmp_path / "a.warc")])
    assert read_page(ref).articles[0].date is None


def test_the_encoding_that_a_server_tells_is_believed_where_bytes_are_no_utf8(tmp_path: Path) -> None:
    polish = "Dwa słowa: żółć.\n\n[18.11.2024] " + PAGE.text
    write_warc(
        tmp_path / "a.warc",
        [
            record("https://a.example/1", polish.encode("iso-8859-2"), "text/plain; charset=iso-8859-2"),
            record("https://a.example/2", PAGE.plain, "text/plain; charset=iso-8859-2"),
            record("https://a.example/3", "Größe".encode("cp1252") + b" " + PAGE.plain, "text/plain; charset=quatsch"),
        ],
    )
    refs, _ = expand([str(tmp_path / "a.warc")])
    pages = [read_page(ref) for ref in refs]
    assert pages[0].text == polish
    assert [page.encoding for page in pages] == ["iso8859-2", "utf-8", "cp1252"]


def test_a_warc_that_is_compressed_as_one_stream_is_read(tmp_path: Path) -> None:
    some = docs(5)
    raw = b"".join(record(doc.key, doc.plain) for doc in some)
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(raw, mtime=0))
    refs, issues = expand([str(tmp_path / "a.warc.gz")])
    assert issues == ()
    assert [load(ref).raw for ref in refs[::-1]] == [doc.plain for doc in some[::-1]]


def test_an_unknown_packing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govgraph.sources.warcs._knows_brotli", lambda: False)
    write_warc(tmp_path / "a.warc", [record(PAGE.key, b"x", "text/html", headers=["Content-Encoding: br"])])
    refs, issues = expand([str(tmp_path / "a.warc")])
    assert refs == ()
    assert "packed as br" in issues[0].message


def test_bytes_that_are_not_those_of_the_digest_are_doubted(tmp_path: Path) -> None:
    raw = record(PAGE.key, PAGE.plain).replace(b"Portal Nummer 0 er", b"Portal Nummer 9 er")
    write_warc(tmp_path / "a.warc", [raw])
    refs, issues = expand([str(tmp_path / "a.warc")])
    assert len(refs) == 1
    assert [(issue.level, issue.code) for issue in issues] == [("warning", "digest")]


def test_a_warc_without_a_record_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n")
    with pytest.raises(InputError, match="damaged"):
        list(WarcArchive().members(tmp_path / "a.warc"))


@pytest.mark.parametrize(
    ("raw", "sources"),
    [
        (PAGE.plain, ["-"]),
        (b'{"title": "a", "text": "b", "id": 5}\n{"title": "a", "text": "b"}\n', ["-!/5", "-#{digest}!/line-2"]),
        (record(PAGE.key, PAGE.plain), [f"-!/{PAGE.key}"]),
        (gzip.compress(PAGE.plain, mtime=0), ["-#{digest}!/stdin"]),
    ],
)
def test_standard_input_may_be_of_any_format(monkeypatch: pytest.MonkeyPatch, raw: bytes, sources: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    refs, issues = expand(["-"])
    assert issues == ()
    digest = hashlib.sha256(raw).hexdigest()[:8]
    assert [ref.source for ref in refs] == [source.replace("{digest}", digest) for source in sources]
    assert all(read_page(ref).articles for ref in refs)
    assert [(ref_of(ref.source).member, ref_of(ref.source).path) for ref in refs] == [
        (ref.member, None) for ref in refs
    ]


def test_documents_of_two_streams_do_not_take_each_others_names(monkeypatch: pytest.MonkeyPatch) -> None:
    met = []
    for doc in docs(2):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("news.txt", doc.plain)
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(stream.getvalue())))
        met += [ref.source for ref in expand(["-"])[0]]
    assert len(set(met)) == 2
