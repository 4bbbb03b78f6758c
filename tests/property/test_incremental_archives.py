"""Builds over archives and tables: only documents whose own bytes have changed are read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from archives import MAKERS, Doc, docs
from govgraph.pipeline import BuildOptions, build, remove

QUICK = BuildOptions(store=False, view=False)
FACT = "Das Land Hessen hat das Onlinezugangsgesetz umgesetzt, und Patrick Burghardt ist CIO von Hessen."


def graph_of(out: Path) -> dict[str, bytes]:
    files = [out / "graph.ttl", out / "graph.trig", *sorted((out / "records").glob("*.json"))]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("kind", ["a.zip", "a.warc.gz", "a.jsonl", "a.csv", "a.parquet"])
def test_a_changed_a_new_and_a_vanished_document(tmp_path: Path, kind: str) -> None:
    path, out = tmp_path / kind, tmp_path / "out"
    some = docs(5)
    MAKERS[kind](path, some)
    result = build([str(path)], out, QUICK)
    assert (result.counts.articles, result.changes.added) == (5, 5)
    assert build([str(path)], out, QUICK).changes.unchanged == 5

    changed = Doc(some[1].key, some[1].title, FACT)
    new = Doc("https://a.example/neu.txt", "Ein neues Portal", some[0].text)
    MAKERS[kind](path, [new, some[0], changed, *some[3:]])
    result = build([str(path)], out, QUICK)
    changes = result.changes
    assert (changes.added, changes.changed, changes.unchanged, changes.kept) == (1, 1, 3, 1)
    assert result.counts.articles == 6, "a document that vanished from its archive stays, like a file from its folder"

    gone, result = remove([some[2].title], out)
    assert (len(gone), result.counts.articles) == (1, 5)
    build([str(path)], tmp_path / "fresh", QUICK)
    assert graph_of(out) == graph_of(tmp_path / "fresh")


def test_an_archive_that_is_gone_keeps_what_was_read_also_under_other_settings(tmp_path: Path) -> None:
    path, out = tmp_path / "a.zip", tmp_path / "out"
    MAKERS["a.zip"](path, docs(3))
    build([str(path)], out, QUICK)
    before = graph_of(out)
    path.unlink()
    lexicon = tmp_path / "own.ttl"
    lexicon.write_text("", encoding="utf-8")
    result = build([], out, BuildOptions(store=False, view=False, lexicon=(lexicon,)))
    assert result.changes.reread == 3
    assert {name: raw for name, raw in graph_of(out).items() if "records" in name} == {
        name: raw for name, raw in before.items() if "records" in name
    }


def test_a_damaged_archive_keeps_what_was_read_of_it(tmp_path: Path) -> None:
    path, out = tmp_path / "a.zip", tmp_path / "out"
    MAKERS["a.zip"](path, docs(3))
    build([str(path)], out, QUICK)
    before = graph_of(out)
    path.write_bytes(path.read_bytes()[:-30])
    result = build([str(path)], out, QUICK)
    assert [(issue.level, issue.source) for issue in result.issues] == [("error", str(path))]
    assert result.kept
    assert graph_of(out) == before


def test_processes_make_no_difference(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    MAKERS[path.name](path, docs(40))
    build([str(path)], tmp_path / "one", BuildOptions(store=False, view=False, workers=1))
    build([str(path)], tmp_path / "two", BuildOptions(store=False, view=False, workers=2))
    assert graph_of(tmp_path / "one") == graph_of(tmp_path / "two")
