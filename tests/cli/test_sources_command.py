"""`govgraph sources`: the formats, and how inputs would be read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from archives import docs, make_csv, make_zip
from govgraph.sources.formats import FORMATS

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    some = docs(2)
    make_csv(tmp_path / "a.csv", some)
    make_zip(tmp_path / "b.zip", some[:1])
    (tmp_path / "c.txt").write_bytes(some[0].plain)
    (tmp_path / "d.txt").write_bytes(b"\x00\x01")
    return tmp_path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_formats_are_listed_with_what_they_take(govgraph: Run) -> None:
    done = govgraph("sources", "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert [row["format"] for row in rows(done.stdout)] == [one.name for one in FORMATS]
    (warc,) = [row for row in rows(done.stdout) if row["format"] == "warc"]
    assert (warc["endings"], warc["holds"], warc["extra"]) == (".warc .warc.gz", "many", "govgraph[warc]")
    shown = govgraph("sources", "--lang", "de").stdout
    assert all(one.name in shown for one in FORMATS)
    assert "vorhanden" in shown
    assert {row["format"]: row["there"] for row in json.loads(govgraph("sources", "--format", "json").stdout)}["zip"]


def test_articles_are_listed_with_what_was_told(govgraph: Run, folder: Path) -> None:
    done = govgraph("sources", "a.csv", "b.zip", "c.txt", "--format", "csv", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    found = [(row["source"], row["format"], row["date"], row["genre"], row["told"]) for row in rows(done.stdout)]
    assert found == [
        ("a.csv!/https://a.example/0.txt", "csv › text", "2024-11-18", "news", "title date url"),
        ("a.csv!/https://a.example/1.txt", "csv › text", "2024-11-18", "news", "title date url"),
        ("b.zip!/a.example/0.txt", "zip › text", "2024-11-18", "news", ""),
        ("c.txt", "text", "2024-11-18", "news", ""),
    ]
    assert not (folder / "output").exists()


def test_what_cannot_be_read_is_listed_and_said(govgraph: Run, folder: Path) -> None:
    done = govgraph("sources", ".", "--format", "json", cwd=folder)
    assert done.returncode == 1
    shapes = json.loads(done.stdout)
    assert [shape["source"] for shape in shapes][-2:] == ["c.txt", "d.txt"]
    assert shapes[-1]["articles"] == []
    assert [issue["code"] for issue in shapes[-1]["issues"]] == ["unreadable"]
    assert shapes[0]["articles"][0]["title"] == docs(1)[0].title
    assert shapes[0]["articles"][0]["words"] > 10
    assert "d.txt: binary content" in done.stderr
    table = govgraph("sources", ".", cwd=folder)
    assert table.returncode == 1
    assert sum(line.startswith(("a.csv", "b.zip", "c.txt", "d.txt")) for line in table.stdout.splitlines()) == 5


def test_standard_input_is_of_any_format(govgraph: Run, folder: Path) -> None:
    done = govgraph("sources", "-", "--format", "csv", stdin=(folder / "a.csv").read_bytes())
    assert done.returncode == 0
    assert [row["source"] for row in rows(done.stdout)] == [f"-!/{doc.key}" for doc in docs(2)]


def test_a_build_over_an_archive_on_standard_input(govgraph: Run, folder: Path) -> None:
    raw = (folder / "b.zip").read_bytes()
    for words in ("1 new", "1 unchanged"):
        done = govgraph("build", "-", "--out", "out", "--no-view", "--no-store", cwd=folder, stdin=raw)
        assert done.returncode == 0, done.stderr
        assert words in done.stderr
