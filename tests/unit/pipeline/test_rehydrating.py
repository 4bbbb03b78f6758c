"""Output folders that can be handed on, and their way back: full == none + rehydrate, byte for byte."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govgraph import Graph
from govgraph.errors import RecordError, StoreError
from govgraph.model import Quotes
from govgraph.model.serialise import record_loads
from govgraph.pipeline import BuildOptions, Lack, build, refill, remove
from govgraph.pipeline.judging import Judge
from govgraph.pipeline.output import private_folder
from govgraph.rdf import Signature

FIRST = (
    "Hessen hat einen CIO\n\n[18.11.2021] Patrick Burghardt ist CIO von Hessen, das Land stellte ihn gestern vor. "
    "Hessen setzt das Onlinezugangsgesetz um, sagte er in Wiesbaden den Gästen der Tagung.\n"
)
SECOND = "Gäste in Dresden\n\n[03.02.2022] Der IT-Planungsrat tagte in Dresden. Eva Muster ist CIO von Bayern.\n"
BODY = re.compile(r"stellte ihn gestern|sagte er in Wiesbaden|ist CIO von|tagte in Dresden|setzt das Online")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in (("eins", FIRST), ("zwei", SECOND)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def made(pages: Path, quotes: Quotes | None, name: str = "") -> Path:
    out = pages.parent / (name or str(quotes))
    build([str(pages)], out, BuildOptions(quotes=quotes))
    return out


def content(out: Path) -> dict[str, bytes]:
    """Files to be handed on; a store has no stable bytes."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in files
        if path.relative_to(out).parts[0] not in ("store", "readings")
    }


def leaks(out: Path) -> Iterator[str]:
    """Files of a folder, those of its store among them, that hold words of the articles' texts."""
    for path in sorted(out.rglob("*")):
        if path.is_file() and BODY.search(path.read_bytes().decode("utf-8", "replace")):
            yield path.relative_to(out).as_posix()


def test_a_folder_without_quotes_holds_no_words_of_articles_anywhere(pages: Path) -> None:
    out = made(pages, Quotes.NONE)
    assert list(leaks(out)) == []
    assert "readings" not in {path.name for path in out.iterdir()}
    assert list(leaks(private_folder(out))) != []
    assert json.loads((out / "manifest.json").read_text("utf-8"))["options"]["quotes"] == "none"
    full = made(pages, Quotes.FULL)
    assert {"graph.ttl", "graph.trig", "network.html", "records/eins.json"} <= set(leaks(full))
    assert not private_folder(full).exists()


@pytest.mark.parametrize("quotes", [Quotes.SHORT, Quotes.NONE])
def test_full_is_the_same_as_less_and_rehydrated(pages: Path, quotes: Quotes) -> None:
    full, less = made(pages, Quotes.FULL), made(pages, quotes)
    assert content(full) != content(less)
    for file in ("graph.trig", "graph.ttl"):
        with Graph.open(less / file) as graph:
            filled, gaps = graph.rehydrate(pages)
            assert gaps == ()
            filled.export("trig" if file.endswith("trig") else "turtle", pages.parent / file)
        assert (pages.parent / file).read_bytes() == (full / file).read_bytes()
    with Graph.open(less) as graph:
        done = refill(less, graph.store, [str(pages)], pages.parent / "again")
    assert done.complete
    assert content(pages.parent / "again") == content(full)
    # without sources, those that the graph names; in its place, with what builds keep
    with Graph.open(less) as graph:
        refill(less, graph.store)
    assert content(less) == content(full)
    assert not private_folder(less).exists()
    build([], less)
    assert content(less) == content(full)


@pytest.mark.parametrize("quotes", [Quotes.SHORT, Quotes.NONE])
def test_an_export_with_fewer_quotes_is_that_of_a_build(pages: Path, quotes: Quotes) -> None:
    full, less = made(pages, Quotes.FULL), made(pages, quotes)
    with Graph.open(full) as graph:
        graph.export("trig", pages.parent / "less.trig", quotes=quotes)
        graph.view(pages.parent / "network.html", quotes="none")
    assert (pages.parent / "less.trig").read_bytes() == (less / "graph.trig").read_bytes()
    assert not BODY.search((pages.parent / "network.html").read_text("utf-8"))


def test_a_folder_stays_as_safe_as_it_was_until_told_otherwise(pages: Path) -> None:
    out = made(pages, Quotes.NONE)
    (pages / "drei.txt").write_text(SECOND.replace("Bayern", "Bremen").replace("Gäste", "Neue Gäste"), encoding="utf-8")
    build([str(pages)], out)
    remove(["eins"], out)
    assert list(leaks(out)) == []
    build([], out, BuildOptions(quotes=Quotes.FULL))
    assert list(leaks(out)) != []
    assert not private_folder(out).exists()


def test_a_folder_that_came_alone_is_not_taken_for_an_empty_one(pages: Path) -> None:
    out = made(pages, Quotes.NONE)
    shutil.rmtree(private_folder(out))
    before = content(out)
    with pytest.raises(StoreError, match="came without what its builds have read"):
        build([str(pages / "zwei.txt")], out)
    assert content(out) == before
    build([str(pages)], out, BuildOptions(fresh=True))
    assert content(out) == before


def test_somebody_elses_folder_beside_is_left_alone(pages: Path) -> None:
    mine = pages.parent / "out.private"
    mine.mkdir()
    (mine / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="not of a build"):
        made(pages, Quotes.NONE, "out")
    assert [path.name for path in mine.iterdir()] == ["diary.txt"]


def gaps(out: Path, pages: Path) -> list[tuple[Lack, str, int | None]]:
    with Graph.open(out / "graph.trig") as graph:
        return [(gap.lack, gap.title, gap.start) for gap in graph.rehydrate(pages)[1]]


def test_a_changed_page_says_which_quotes_are_gone_and_which_have_moved(pages: Path) -> None:
    out = made(pages, Quotes.NONE)
    assert gaps(out, pages) == []
    changed = FIRST.replace("[18.11.2021] ", "[18.11.2021] Ein neuer Satz steht voran. ").replace("den Gästen", "allen")
    (pages / "eins.txt").write_text(changed, encoding="utf-8")
    found = gaps(out, pages)
    assert {title for _, title, _ in found} == {"Hessen hat einen CIO"}
    assert {lack for lack, _, _ in found} == {Lack.MOVED, Lack.CHANGED}
    with Graph.open(out / "graph.trig") as graph:
        filled, _ = graph.rehydrate(pages)
        rows = filled.query("SELECT ?q ?d WHERE { ?e gov:quote ?q ; gov:quoteDigest ?d FILTER(SHA256(?q) != ?d) }")
        assert list(rows) == []  # type: ignore[arg-type]
        quotes = {str(row[0]) for row in filled.query("SELECT ?q { ?e gov:quote ?q }")}  # type: ignore[union-attr]
    assert "Patrick Burghardt ist CIO von Hessen, das Land stellte ihn gestern vor." in quotes
    assert "Eva Muster ist CIO von Bayern." in quotes
    assert not any("Gästen" in quote for quote in quotes)
    (pages / "eins.txt").unlink()
    assert {lack for lack, title, _ in gaps(out, pages) if title == "Hessen hat einen CIO"} == {Lack.MISSING}


def test_a_page_is_found_wherever_it_lies_now(pages: Path) -> None:
    out = made(pages, Quotes.NONE)
    moved = pages.parent / "elsewhere" / "deep"
    moved.mkdir(parents=True)
    (pages / "eins.txt").rename(moved / "other-name.txt")
    (pages / "zwei.txt").rename(moved / "zwei.txt")
    assert gaps(out, moved.parent) == []


def test_cut_records_keep_their_schema_and_say_what_they_are(pages: Path) -> None:
    schema = json.loads((Path(__file__).parents[3] / "ontology" / "record.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    for quotes in Quotes:
        path = made(pages, quotes) / "records" / "eins.json"
        shape: Any = json.loads(path.read_text("utf-8"))
        validator.validate(shape)
        (article,) = shape["articles"]
        assert (article["text"] is None) == (quotes is not Quotes.FULL)
        for stated in (*article["offices"], *article["facts"]):
            for one in stated["evidence"]:
                span = slice(one.get("quote_start", one["start"]), one.get("quote_end", one["end"]))
                assert one["quote"] == (None if quotes is Quotes.NONE else FIRST[span])
        if quotes is not Quotes.FULL:
            with pytest.raises(RecordError, match="rehydrate"):
                record_loads(path.read_text("utf-8"))


def test_judgements_quote_in_the_private_folder_alone_and_come_back(pages: Path) -> None:
    out, full = made(pages, Quotes.NONE), made(pages, Quotes.FULL)
    signed = Signature("Eva", datetime.date(2026, 1, 2))
    for folder in (out, full):
        with Graph.open(folder) as graph:
            tenure = graph.explain("Eva Muster")[0].statement
            Judge(folder, graph.store, signed).reject(tenure)
    private = private_folder(out) / "corrections.ttl"
    assert list(leaks(out)) == []
    assert not (out / "corrections.ttl").exists()
    assert private.read_bytes() == (full / "corrections.ttl").read_bytes()
    with Graph.open(out) as graph:
        assert graph.query(f"ASK {{ <{tenure}> ?p ?o }}") is False
        filled, lacking = graph.rehydrate(pages)
        assert lacking == ()
        filled.export("trig", pages.parent / "filled.trig")
    assert (pages.parent / "filled.trig").read_bytes() == (full / "graph.trig").read_bytes()
    # where people keep their own file in the folder, they are told
    shutil.copy(private, out / "corrections.ttl")
    result = build([], out)
    assert [one.code for one in result.issues if one.stage == "corrections"] == ["quotes-in-corrections"]
