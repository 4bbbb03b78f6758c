"""The output folder: put in place as a whole, and nothing that was there is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govgraph.errors import StoreError
from govgraph.model import Issue
from govgraph.pipeline.output import issue_line, staged, write_issues


def _write(folder: Path, content: str) -> None:
    (folder / "records").mkdir()
    (folder / "records" / "page.json").write_text(content, encoding="utf-8")
    (folder / "graph.ttl").write_text(content, encoding="utf-8")
    manifest = {"outputs": {"records/page.json": "", "graph.ttl": ""}}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def _content(out: Path) -> dict[str, str]:
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in files}


def _build(out: Path, content: str) -> None:
    with staged(out) as folder:
        _write(folder, content)


def test_output_appears_only_when_all_is_written(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    with staged(out) as folder:
        _write(folder, "new")
        assert not (out / "graph.ttl").exists()
    assert (out / "graph.ttl").read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in out.iterdir()) == ["graph.ttl", "manifest.json", "records"]


def test_failed_build_leaves_the_former_output(tmp_path: Path) -> None:
    _build(tmp_path, "former")
    before = _content(tmp_path)

    def fail_half_way() -> None:
        with staged(tmp_path) as folder:
            _write(folder, "half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert _content(tmp_path) == before


def test_failure_while_putting_in_place_brings_the_former_output_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build(tmp_path, "former")
    before = _content(tmp_path)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "manifest.json" and self.parent.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StoreError, match="the former output is back in place"):
        _build(tmp_path, "new")
    assert _content(tmp_path) == before


def test_what_a_build_no_longer_makes_goes_with_it(tmp_path: Path) -> None:
    _build(tmp_path, "former")
    with staged(tmp_path) as folder:
        (folder / "manifest.json").write_text("{}", encoding="utf-8")
    assert _content(tmp_path) == {"manifest.json": "{}"}


def test_foreign_files_stay(tmp_path: Path) -> None:
    _build(tmp_path, "former")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "records" / "mine.json").write_text("mine", encoding="utf-8")
    _build(tmp_path, "new")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "records" / "mine.json").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "records" / "page.json").read_text(encoding="utf-8") == "new"


def test_files_that_no_build_wrote_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("by hand", encoding="utf-8")
    with pytest.raises(StoreError, match=r"graph\.ttl but no manifest\.json"):
        _build(tmp_path, "new")
    assert _content(tmp_path) == {"graph.ttl": "by hand"}


def test_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file; give --out a folder"):
        _build(tmp_path / "out", "new")


def test_issues_are_one_json_line_each(tmp_path: Path) -> None:
    issue = Issue("a\nb.txt", "sources", "error", "empty", "two\nlines, „quoted“")
    write_issues(tmp_path / "issues.jsonl", [issue, issue])
    lines = (tmp_path / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines == [issue_line(issue)] * 2
    assert json.loads(lines[0]) == {
        "source": "a\nb.txt",
        "stage": "sources",
        "level": "error",
        "code": "empty",
        "message": "two\nlines, „quoted“",
    }
