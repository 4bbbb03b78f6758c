"""JSON Lines, JSON, CSV and Parquet: each row an article, known by its identifier, its address or its number."""

from __future__ import annotations

import codecs
import datetime
import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from govgraph.errors import InputError
from govgraph.model import BlockKind, Genre, Issue, Page
from govgraph.sources import digest_of, expand, load, read_page

LEAD = "Das Land Hessen hat ein Portal eröffnet, das alle Anträge an einem Ort sammelt."
MORE = "Es wird von der Staatskanzlei betrieben und steht allen Kommunen offen."


def jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def read(path: Path) -> tuple[dict[str, Page], list[Issue]]:
    refs, issues = expand([str(path)])
    return {ref.member or "": read_page(ref) for ref in refs}, list(issues)


def test_what_a_row_tells_is_kept(tmp_path: Path) -> None:
    row = {
        "headline": "Portal: Ein Ort für alle",
        "kicker": "Hessen",
        "body": f"{LEAD}\n\n{MORE}",
        "published": "2024-03-05T08:00:00+01:00",
        "author": "Von Jana Muster und Tom Probe",
        "link": "https://a.example/portal",
        "clicks": 17,
    }
    pages, issues = read(jsonl(tmp_path / "a.jsonl", row))
    assert issues == []
    page = pages["https://a.example/portal"]
    (article,) = page.articles
    assert (article.title, article.kicker, article.date) == ("Portal: Ein Ort für alle", "Hessen", "2024-03-05")
    assert (article.authors, article.url) == (("Jana Muster", "Tom Probe"), "https://a.example/portal")
    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == [
        (BlockKind.KICKER, "Hessen"),
        (BlockKind.TITLE, "Portal: Ein Ort für alle"),
        (BlockKind.LEAD, LEAD),
        (BlockKind.PARAGRAPH, MORE),
    ]
    assert page.told == (("title", "kicker", "date", "authors", "url"),)
    assert (page.format, page.encoding) == ("text", "utf-8")


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ('[{"id": 7, "text": "%s"}, {"title": "Portal", "text": "%s"}]', ["7", "item-2"]),
        (
            '\ufeff{\n"total": 2, "more": [1],\n"articles": [{"id": 7, "text": "%s"},\n{"url": "u:1", "text": "%s"}]}',
            ["7", "u:1"],
        ),
        ('{"title": "Portal",\n"articleBody": ["%s", "%s"]}', ["item-1"]),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_json_holds_one_object_a_list_or_an_object_with_a_list(
    tmp_path: Path, text: str, members: list[str], packed: bool
) -> None:
    raw = (text % (LEAD, MORE)).encode()
    path = tmp_path / ("a.json.gz" if packed else "a.json")
    path.write_bytes(gzip.compress(raw) if packed else raw)
    pages, issues = read(tmp_path)
    assert list(pages) == members
    assert issues == []
    texts = " ".join(article.text for page in pages.values() for article in page.articles)
    assert LEAD in texts
    assert MORE in texts


def test_what_a_content_system_shows_is_read(tmp_path: Path) -> None:
    row = {"title": {"rendered": "Portal"}, "content": {"rendered": f"<p>{LEAD}</p><p>{MORE}</p>", "protected": False}}
    (tmp_path / "a.json").write_text(json.dumps([row], indent=1), encoding="utf-8")
    pages, _ = read(tmp_path / "a.json")
    assert pages["item-1"].articles[0].title == "Portal"
    assert "<p>" not in pages["item-1"].articles[0].text


def test_items_of_json_that_are_no_articles_are_named_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": 1, "text": LEAD}, 5, {"title": "x"}, {"id": 4, "text": MORE}])[:-1])
    pages, issues = read(path)
    assert list(pages) == ["1", "4"]
    assert [issue.message.removeprefix(f"{path}, ") for issue in issues] == [
        "item 2: int, no object; an article is an object",
        "item 3: no text in it; a row needs a value of text, body, content or html",
        "item 4: no comma or ] after it; fetch the file again",
    ]


def test_json_without_an_article_is_noted(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "x", "version": "1"}')
    _, issues = read(tmp_path / "package.json")
    assert [issue.code for issue in issues] == ["unsupported-format"]
    assert "an object needs a value of text" in issues[0].message


def test_a_date_in_brackets_is_believed_before_that_of_the_row(tmp_path: Path) -> None:
    pages, _ = read(
        jsonl(tmp_path / "a.jsonl", {"title": "Ein Portal", "text": f"[18.11.2024] {LEAD}", "date": "2025-02-03"})
    )
    assert pages["line-1"].articles[0].date == "2024-11-18"
    assert pages["line-1"].told == (("title",),)


def test_a_date_that_is_not_understood_is_warned_of_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "daten.csv"
    days = ("31.02.2024", "2024-13-01", "11/18/2024", "", "18.11.2024", "gestern")
    path.write_text("date,text\n" + "".join(f'{day},"{LEAD}"\n' for day in days), encoding="utf-8")
    pages, issues = read(path)
    assert [page.articles[0].date for page in pages.values()] == [None, None, None, None, "2024-11-18", None]
    assert [(issue.level, issue.code) for issue in issues] == [("warning", "unread-date")] * 4
    assert [issue.message.partition(" is ")[0] for issue in issues] == [
        f"{path}, row 1: '31.02.2024'",
        f"{path}, row 2: '2024-13-01'",
        f"{path}, row 3: '11/18/2024'",
        f"{path}, row 6: 'gestern'",
    ]


def test_the_title_at_the_top_of_the_text_comes_once(tmp_path: Path) -> None:
    pages, _ = read(jsonl(tmp_path / "a.jsonl", {"title": "Ein Portal", "text": f"Ein  Portal\n\n{LEAD}"}))
    assert pages["line-1"].text == f"Ein Portal\n\n{LEAD}"


def test_without_a_title_the_text_is_a_page(tmp_path: Path) -> None:
    one = f"Hessen\nEin Portal\n\n[18.11.2024] {LEAD} mehr...\n\n"
    pages, _ = read(
        jsonl(
            tmp_path / "a.jsonl",
            {"text": f"Ein Portal\n\n{LEAD}", "date": "2024-03-05", "url": "https://a.example/1"},
            {"text": one * 3, "date": "2024-03-05", "url": "https://a.example/2"},
        )
    )
    (article,) = pages["https://a.example/1"].articles
    assert (article.title, article.date, article.url) == ("Ein Portal", "2024-03-05", "https://a.example/1")
    teasers = pages["https://a.example/2"].articles
    assert {(one.genre, one.date, one.url) for one in teasers} == {(Genre.TEASER, "2024-11-18", None)}


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    wrapped = (
        "Das Land Hessen hat ein Portal eröffnet, das alle Anträge an\n"
        "einem Ort sammelt und das von der Staatskanzlei in Wiesbaden\n"
        "betrieben wird, die dafür einen eigenen Dienst gegründet hat\n"
        "und allen Kommunen offen steht.\n\nEs folgt mehr."
    )
    pages, _ = read(jsonl(tmp_path / "a.jsonl", {"title": "Ein Portal", "text": wrapped}))
    (article,) = pages["line-1"].articles
    kinds = [block.kind for block in article.blocks]
    assert kinds == [BlockKind.TITLE, BlockKind.LEAD, BlockKind.PARAGRAPH]


def test_lines_that_are_no_documents_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": LEAD}).encode()
    path.write_bytes(
        b"\n".join(
            [
                codecs.BOM_UTF8 + good,
                b"",
                b'{"title": "x"}',
                b"{kaputt",
                b"[1]",
                b'{"text": "\xff"}',
                b"[" * 9_000,
                good,
            ]
        )
    )
    refs, issues = expand([str(path)])
    assert [ref.member for ref in refs] == ["line-1", "line-8"]
    assert [issue.level for issue in issues] == ["error"] * 5
    told = [issue.message.removeprefix(f"{path}, ") for issue in issues]
    assert [words.partition(" (")[0].partition(";")[0] for words in told] == [
        "line 3: no text in it",
        "line 4: no JSON",
        "line 5: list, no object",
        "line 6: not UTF-8",
        "line 7: no JSON",
    ]


def test_rows_of_one_identifier_are_told_apart_and_equal_ones_read_once(tmp_path: Path) -> None:
    first, second = {"id": "x", "text": LEAD}, {"id": "x", "text": MORE}
    path = jsonl(
        tmp_path / "a.jsonl", first, second, first, {"id": "x#2", "text": LEAD}, {"id": "y" * 999, "text": LEAD}
    )
    refs, issues = expand([str(path)])
    assert [(ref.member or "")[:205] for ref in refs[:3]] == ["x", "x#2", "x#2#2"]
    assert len(refs[3].member or "") == 209
    assert [(issue.level, issue.code, issue.source) for issue in issues] == [("note", "left-out", f"{path}!/x")]
    assert [json.loads(load(ref).raw)["text"] for ref in refs[:3]] == [LEAD, MORE, LEAD]


def test_what_says_nothing_of_the_article_does_not_change_its_digest(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"id": 1, "text": LEAD, "clicks": 5})
    before = [digest_of(ref) for ref in expand([str(path)])[0]]
    jsonl(path, {"clicks": 999, "text": LEAD, "id": 1})
    assert [digest_of(ref) for ref in expand([str(path)])[0]] == before
    jsonl(path, {"text": LEAD, "id": 1, "date": "2024-01-01"})
    assert [digest_of(ref) for ref in expand([str(path)])[0]] != before


def test_lone_surrogates_are_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        r'{"id": "\ud800", "title": "\udfff x", "text": "Ein \ud800 Satz."}', encoding="ascii"
    )
    refs, _ = expand([str(tmp_path / "a.jsonl")])
    assert read_page(refs[0]).text == "\ufffd x\n\nEin \ufffd Satz."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_of_a_table_are_found(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    header = delimiter.join(["Überschrift", '"Inhalt"', "Datum", "Verfasser", "Klicks, gesamt; alle|\t"[:6]])
    rows = delimiter.join(
        ["Ein Portal", f'"{LEAD} ""Gut"", so {delimiter}\r\n\r\n{MORE}"', "5. März 2024", "Jana Muster", "7"]
    )
    path.write_bytes(f"\r\n{header}\r\n{rows}\r\n\r\n{rows.replace('Ein', 'Zwei')}".encode(encoding))
    pages, issues = read(path)
    assert [issue.code for issue in issues] == (["encoding"] if encoding == "cp1252" else [])
    assert list(pages) == ["row-1", "row-2"]
    (article,) = pages["row-1"].articles
    assert (article.title, article.date, article.authors) == ("Ein Portal", "2024-03-05", ("Jana Muster",))
    assert f'{LEAD} "Gut", so' in article.text
    assert MORE in article.text
    assert pages["row-1"].encoding == ("cp1252" if encoding == "cp1252" else "utf-8")
    assert pages["row-2"].articles[0].title == "Zwei Portal"


def test_rows_that_break_the_form_of_a_table_are_named_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [
        "title,text",
        "a,b,c",
        f"Ein Portal,{LEAD.replace(',', '')}",
        'x,"offen" und mehr',
        "allein",
        f'Zwei,"{LEAD}"',
        ",",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    refs, issues = expand([str(path)])
    assert [ref.member for ref in refs] == ["row-2", "row-5"]
    told = [issue.message.removeprefix(f"{path}, ") for issue in issues]
    assert [words[:5] for words in told] == ["row 1", "row 3", "row 4", "row 6"]
    assert "3 cells under 2 columns" in told[0]


def test_an_open_quote_does_not_swallow_the_rows_after_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'title;text\nEins;{LEAD}\nZwei;"{LEAD}\nDrei;{LEAD}\nVier;{LEAD}\n', encoding="utf-8")
    refs, issues = expand([str(path)])
    assert [json.loads(load(ref).raw)["title"] for ref in refs] == ["Eins", "Drei", "Vier"]
    assert [issue.message.partition(": ")[0] for issue in issues] == [f"{path}, row 2"]


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_table_without_text_is_refused_with_its_columns(tmp_path: Path, name: str) -> None:
    if name == "a.csv":
        (tmp_path / name).write_text("jahr;betrag\n2020;5\n", encoding="utf-8")
    else:
        pq.write_table(pa.table({"jahr": [2020], "betrag": [5]}), tmp_path / name)
    refs, issues = expand([str(tmp_path / name)])
    assert refs == ()
    (issue,) = issues
    assert "no column with the text" in issue.message
    assert "jahr" in issue.message
    assert "betrag" in issue.message


def test_kinds_of_columns_of_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {
            "title": pa.array(["Ein Portal", "Zwei", "Drei"], pa.large_string()),
            "text": pa.array([LEAD.encode(), MORE.encode(), None], pa.binary()),
            "published": pa.array([datetime.datetime(2024, 7, 4, 22, 30), None, None], pa.timestamp("ms", tz="UTC")),
            "authors": pa.array([[{"name": "Jana Muster"}], None, []], pa.list_(pa.struct([("name", pa.string())]))),
            "id": pa.array([5, 6, 7], pa.int32()),
            "vector": pa.array([[0.5], [0.5], [0.5]], pa.list_(pa.float32())),
        }
    )
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=1)
    pages, issues = read(tmp_path / "a.parquet")
    assert list(pages) == ["5", "6"]
    (article,) = pages["5"].articles
    assert (article.title, article.date, article.authors) == ("Ein Portal", "2024-07-05", ("Jana Muster",))
    assert [issue.message.partition(": ")[2][:7] for issue in issues] == ["no text"]


def test_row_groups_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pq.write_table(pa.table({"text": [LEAD] * 12}), tmp_path / "a.parquet", row_group_size=4)
    groups = []
    plain = pq.ParquetFile.read_row_group

    def counted(self: pq.ParquetFile, group: int, **more: object) -> pa.Table:
        groups.append(group)
        return plain(self, group, **more)

    monkeypatch.setattr(pq.ParquetFile, "read_row_group", counted)
    refs, _ = expand([str(tmp_path / "a.parquet")])
    assert groups == [0, 1, 2]
    assert {digest_of(ref) for ref in refs[:4]} == {digest_of(refs[0])}
    assert groups == [0, 1, 2, 0]


def test_html_in_a_row_goes_to_the_reader_of_html(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        __import__("govgraph.sources.readers").sources.readers.READERS, "html", "test_tables:read_markup"
    )
    path = jsonl(tmp_path / "a.jsonl", {"html": f"<p>{LEAD}</p>", "title": "Ein Portal", "url": "https://a.example/1"})
    pages, _ = read(path)
    page = pages["https://a.example/1"]
    assert (page.text, page.format) == (f"https://a.example/1 <p>{LEAD}</p>", "html")
    assert page.sha256 == digest_of(expand([str(path)])[0][0])


def read_markup(document, **options):  # type: ignore[no-untyped-def]
    from govgraph.sources import read_text

    return read_text(f"{document.told.url} {document.raw.decode(document.told.charset)}", name=document.name)


def test_a_row_that_is_no_row_is_refused() -> None:
    from govgraph.sources.documents import Document
    from govgraph.sources.rows import read_row

    with pytest.raises(InputError, match="no row"):
        read_row(Document("a", "a", b"{", "row"))
