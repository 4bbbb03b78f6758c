from __future__ import annotations

import hashlib
import io
import pickle
from pathlib import Path
from types import SimpleNamespace

import pytest

from govgraph.export.table import COLUMNS
from govgraph.sources import digest_of, expand
from govgraph.written import MARKDOWN_MARK, PRIVATE_NOTE_TEXT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.md", "x/b.txt", "x/y/c.TEXT", "x/bild.png", ".versteckt/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*inputs: str) -> list[tuple[str, str]]:
    return [(ref.name, ref.source) for ref in expand(inputs)[0]]


def test_folder_is_searched_in_order_and_other_formats_are_noted(folder: Path) -> None:
    refs, issues = expand(["."])
    parent = folder.name
    assert [(ref.name, ref.source) for ref in refs] == [
        ("a", "a.md"),
        (f"{parent}--b", "b.txt"),
        ("x--b", "x/b.txt"),
        ("c", "x/y/c.TEXT"),
    ]
    assert [(issue.level, issue.code, issue.source) for issue in issues] == [
        ("note", "unsupported-format", "x/bild.png")
    ]


def test_inputs_keep_their_order_and_come_once(folder: Path) -> None:
    assert names("x/y", "a.md", "*.md", "./a.md") == [("c", "x/y/c.TEXT"), ("a", "a.md")]


def test_glob_reaches_into_folders(folder: Path) -> None:
    assert [source for _, source in names("**/*.txt")] == [".versteckt/d.txt", "b.txt", "x/b.txt"]


def test_two_suffixes_of_one_stem_get_numbers(folder: Path) -> None:
    Path("a.txt").write_text("Text", encoding="utf-8")
    found = [name for name, _ in names("a.md", "a.txt")]
    assert len(set(found)) == 2
    assert found[1] == f"{found[0]}-2"


def test_standard_input_comes_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Text")))
    refs, issues = expand(["-", "-"])
    assert ([(ref.name, ref.source, ref.member) for ref in refs], issues) == ([("stdin", "-", None)], ())
    assert digest_of(refs[0]) == hashlib.sha256(b"Text").hexdigest()


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        ("weg.txt", "missing-input", "no such file or folder"),
        ("*.pdf", "missing-input", "no file fits"),
        ("leer", "missing-input", "no page in this folder"),
        ("gebaut", "missing-input", "an output folder of govgraph"),
        ("https://example.org/a", "url", "an address"),
        ("ftp://example.org", "url", "an address"),
    ],
)
def test_what_cannot_be_read_is_an_issue_and_the_rest_goes_on(folder: Path, given: str, code: str, words: str) -> None:
    (folder / "leer").mkdir()
    (folder / "gebaut" / "records").mkdir(parents=True)
    (folder / "gebaut" / "records" / "a.json").write_text("{}", encoding="utf-8")
    (folder / "gebaut" / "manifest.json").write_text('{"govgraph": "1", "outputs": {}}', encoding="utf-8")
    refs, issues = expand([given, "a.md"])
    assert [ref.name for ref in refs] == ["a"]
    assert [(issue.source, issue.stage, issue.level, issue.code) for issue in issues] == [
        (given, "sources", "error", code)
    ]
    assert words in issues[0].message


def test_what_holds_nothing_or_leads_nowhere_is_warned_of(folder: Path) -> None:
    before = expand([str(folder)])
    (folder / "kopf.csv").write_text("Titel;Text;Datum\n", encoding="utf-8")
    (folder / "weg.txt").symlink_to(folder / "nirgends.txt")
    (folder / ".weg.txt").symlink_to(folder / "nirgends.txt")
    refs, issues = expand([str(folder)])
    assert refs == before[0]
    new = [one for one in issues if one not in before[1]]
    assert sorted((Path(one.source).name, one.level, one.code) for one in new) == [
        ("kopf.csv", "warning", "no-documents"),
        ("weg.txt", "warning", "broken-link"),
    ]


def test_named_file_is_taken_if_it_is_text(folder: Path) -> None:
    Path("notiz.log").write_text("Text", encoding="utf-8")
    Path("seite.dat").write_text("<!DOCTYPE html><p>Text", encoding="utf-8")
    Path("brief.dat").write_text("{\\rtf1 Text}", encoding="utf-8")
    refs, issues = expand(["notiz.log", "seite.dat", "brief.dat"])
    assert [ref.source for ref in refs] == ["notiz.log", "seite.dat"]
    assert [issue.code for issue in issues] == ["unsupported-format"]


def test_names_can_be_file_names(folder: Path) -> None:
    Path("Länder & Bund (neu).txt").write_text("Text", encoding="utf-8")
    assert [name for name, _ in names("Länder & Bund (neu).txt")] == ["Länder-Bund-neu"]


def test_references_travel_between_processes(folder: Path) -> None:
    refs, _ = expand(["a.md"])
    assert pickle.loads(pickle.dumps(refs)) == refs


def test_what_govgraph_has_written_is_no_input(folder: Path) -> None:
    build, site, private = folder / "out", folder / "site", folder / "out.private"
    for place, told in (
        (build / "manifest.json", '{"govgraph": "1", "outputs": {}}'),
        (build / "issues.jsonl", '{"text": "Hessen", "title": "Kassel"}'),
        (build / "network.html", "<html>Hessen"),
        (build / "changes" / "0001" / "changes.md", "# Hessen"),
        (build / "store" / "1.sst", ""),
        (build / "page.txt", "Text"),
        (site / "site.json", '{"generator": "govgraph site", "files": {}}'),
        (site / "index.html", "<html>Hessen"),
        (private / "README.txt", PRIVATE_NOTE_TEXT),
        (private / "readings" / "a.txt", "Hessen"),
        (folder / "other" / "manifest.json", "[]"),
        (folder / "other" / "network.html", "<html>Hessen"),
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(told, encoding="utf-8")
    assert names("out", "site", "other") == [("page", "out/page.txt"), ("network", "other/network.html")]
    assert names("out.private") == []
    refs, issues = expand(["."])
    assert [ref.source for ref in refs] == [
        "a.md",
        "b.txt",
        "other/network.html",
        "out/page.txt",
        "x/b.txt",
        "x/y/c.TEXT",
    ]
    assert [issue.source for issue in issues] == ["other/manifest.json", "x/bild.png"]


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("bericht.md", MARKDOWN_MARK),
        ("bericht.html", '<!DOCTYPE html>\n<meta charset="utf-8">\n<meta name="generator" content="govgraph">'),
        ("export.csv", ",".join(COLUMNS)),
    ],
)
def test_a_page_that_govgraph_has_written_is_noted_also_where_it_is_named(folder: Path, name: str, begin: str) -> None:
    (folder / name).write_text(f"{begin}\nHessen", encoding="utf-8")
    for given in (".", name, "*.*"):
        refs, issues = expand([given])
        assert name not in [ref.source for ref in refs]
        assert [issue.message for issue in issues if issue.code == "own-output"] == [
            f"{name}: written by govgraph, not read"
        ]
