"""Inputs to records: what fails is an issue, the rest is there, in order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from govgraph.errors import StageError, VocabularyError
from govgraph.model import (
    Article,
    ArticleRecord,
    Block,
    BlockKind,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Genre,
    Mention,
    Modality,
    Page,
    Predicate,
    Record,
)
from govgraph.pipeline import BuildOptions, build, extract_records, extraction
from govgraph.pipeline.extraction import isolate, read_loaded, read_one, sure_enough
from govgraph.pipeline.readings import PageOutcome
from govgraph.sources import InputRef

TEXT = "Hessen setzt das OZG um."
HESSEN = Entity("x:hessen", "Hessen", EntityType.JURISDICTION, (), (Mention(0, 6, "Hessen"),), "State")
OZG = Entity("x:ozg", "OZG", EntityType.LAW, (), (Mention(17, 20, "OZG"),), "Law")


def article(title: str = "Titel", text: str = TEXT) -> Article:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Article(f"x:{title}", "seite", "seite.txt", 0, text, 0, title, None, None, Genre.NEWS, (), blocks)


def page(*articles: Article, text: str = TEXT) -> Page:
    return Page("seite", "seite.txt", text, "0" * 64, "utf-8", articles)


def fact(confidence: float = 0.9, quote: str = TEXT) -> Fact:
    evidence = (Evidence(0, len(TEXT), quote),)
    return Fact("x:hessen", Predicate.IMPLEMENTS, "x:ozg", Modality.ASSERTED, confidence, evidence, "rule")


class StandInReader:
    """Reads every article the same way, and fails on those whose title says so."""

    def __init__(self, *facts: Fact, entities: tuple[Entity, ...] = (HESSEN, OZG)) -> None:
        self.facts, self.entities = facts, entities

    def parts(self, article: Article) -> bool:
        return False

    def jests(self, article: Article) -> bool:
        return False

    def read(self, one: Page) -> Record:
        if any("fail" in article.title for article in one.articles):
            raise ZeroDivisionError("division\nby zero")
        read = tuple(ArticleRecord(article, self.entities, (), self.facts) for article in one.articles)
        return Record(one.name, one.source, read)


@pytest.fixture
def use_reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[StandInReader], None]:
    def use(reader: StandInReader) -> None:
        monkeypatch.setattr(extraction, "reader_for", lambda options: reader)

    return use


Use = Callable[[StandInReader], None]


def test_page_is_read(use_reader: Use) -> None:
    use_reader(StandInReader(fact()))
    outcome = read_loaded(page(article()), BuildOptions())
    expected = ArticleRecord(article(), (HESSEN, OZG), (), (fact(),))
    assert outcome.record == Record("seite", "seite.txt", (expected,))
    assert (outcome.issues, outcome.words) == ((), 5)


def test_article_that_fails_is_an_issue_and_the_others_are_read(use_reader: Use) -> None:
    use_reader(StandInReader())
    outcome = read_loaded(page(article("a"), article("fail"), article("b")), BuildOptions())
    assert outcome.record is not None
    assert [one.article.title for one in outcome.record.articles] == ["a", "b"]
    assert [(one.stage, one.level, one.code) for one in outcome.issues] == [("extract", "error", "stage-failed")]
    assert "ZeroDivisionError in 'fail': division by zero" in outcome.issues[0].message


def test_quote_that_is_not_at_its_offsets_never_gets_into_a_record(use_reader: Use) -> None:
    use_reader(StandInReader(fact(quote="Hessen setzt das OZG nicht um.")))
    outcome = read_loaded(page(article()), BuildOptions())
    assert outcome.record == Record("seite", "seite.txt", ())
    assert [one.code for one in outcome.issues] == ["broken-record"]


def test_less_sure_facts_are_left_out_on_request(use_reader: Use) -> None:
    use_reader(StandInReader(fact(0.4), fact(0.6)))
    outcome = read_loaded(page(article()), BuildOptions())
    assert outcome.record is not None
    (kept,) = sure_enough(outcome.record, 0.5).articles
    assert [one.confidence for one in kept.facts] == [0.6]


def test_long_page_without_entities_is_suspicious(use_reader: Use) -> None:
    use_reader(StandInReader(entities=()))
    for words, codes in ((2_000, []), (2_001, ["suspiciously-empty"])):
        text = "wort " * words
        outcome = read_loaded(page(article(text=text), text=text), BuildOptions())
        assert [one.code for one in outcome.issues] == codes


def test_dated_headings_that_became_no_articles_are_noticed(use_reader: Use) -> None:
    use_reader(StandInReader())
    text = "\n".join(f"Titel\n[0{day}.11.2024] Text." for day in range(1, 9))
    outcome = read_loaded(page(article(), text=text), BuildOptions())
    assert [one.code for one in outcome.issues] == ["fewer-articles-than-dates"]
    assert "8 dated headings but 1 articles" in outcome.issues[0].message


def test_long_page_of_which_little_belongs_to_articles_is_noticed(use_reader: Use) -> None:
    use_reader(StandInReader())
    outcome = read_loaded(page(article(), text="wort " * 3_000), BuildOptions())
    assert [one.code for one in outcome.issues] == ["little-of-page-read"]


def _record(name: str) -> Record:
    return Record(name, f"{name}.txt", ())


def test_isolate_finds_the_records_a_stage_fails_on() -> None:
    def stage(records: Sequence[Record]) -> None:
        if any(record.page == "bad" for record in records):
            raise ValueError("no")

    kept, issues = isolate("rdf", stage, [_record("a"), _record("bad"), _record("b")])
    assert kept == (_record("a"), _record("b"))
    assert [(one.source, one.stage, one.code) for one in issues] == [("bad.txt", "rdf", "stage-failed")]


def test_isolate_does_not_hide_a_failure_that_no_record_causes() -> None:
    def stage(records: Sequence[Record]) -> None:
        if len(records) > 1:
            raise ValueError("no")

    with pytest.raises(StageError, match="stage rdf fails on all records together"):
        isolate("rdf", stage, [_record("a"), _record("b")])


def _pages(folder: Path, *names: str) -> list[str]:
    paths = [folder / name for name in names]
    for number, path in enumerate(paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Titel\n\n[18.11.2024] Hessen plant Vorhaben {number}.\n", encoding="utf-8")
    return [str(path) for path in paths]


def test_records_come_in_the_order_of_the_inputs_whatever_the_workers(tmp_path: Path) -> None:
    inputs = _pages(tmp_path, *(f"s{number}.txt" for number in (5, 3, 9, 1)), "sub/s3.txt")
    seen: list[tuple[str, int, int]] = []
    one = extract_records(inputs, BuildOptions(), lambda *step: seen.append(step))
    two = extract_records(inputs, BuildOptions(workers=2))
    assert one == two
    assert [record.source for record in one.records] == inputs
    names = [record.page for record in one.records]
    assert len({*names}) == 5
    assert (names[0], names[2], names[3]) == ("s5", "s9", "s1")
    assert seen == [("extract", done, 5) for done in range(6)]


def test_missing_inputs_are_issues(tmp_path: Path) -> None:
    inputs = [str(tmp_path / "absent.txt"), *_pages(tmp_path, "da.txt")]
    found = extract_records(inputs)
    assert [record.page for record in found.records] == ["da"]
    assert [(one.source, one.stage, one.level) for one in found.issues] == [(inputs[0], "sources", "error")]


def test_missing_lexicon_fails_at_once(tmp_path: Path) -> None:
    options = BuildOptions(lexicon=(tmp_path / "own.ttl",))
    with pytest.raises(VocabularyError, match=r"own\.ttl: No such file"):
        extract_records(_pages(tmp_path, "da.txt"), options)


def test_lexicon_that_changes_is_read_anew(tmp_path: Path) -> None:
    lexicon = tmp_path / "own.ttl"
    options = BuildOptions(lexicon=(lexicon,))
    readers: list[Any] = []
    for comment in ("# one", "# one", "# two"):
        lexicon.write_text(f"{comment}\n", encoding="utf-8")
        readers.append(extraction.reader_for(options))
    assert readers[0] is readers[1]
    assert readers[1] is not readers[2]


def read_or_die(task: InputRef, options: BuildOptions) -> PageOutcome:
    """Ends its own process on some pages, as a kernel short of memory does."""
    if task.name.startswith("tot"):
        os._exit(9)
    return read_one(task, options)


def test_page_that_kills_its_process_is_an_issue_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = _pages(tmp_path, "a.txt", "tot.txt", "b.txt", "c.txt")
    monkeypatch.setattr(extraction, "read_task", read_or_die)
    found = extract_records(inputs, BuildOptions(workers=2))
    assert [record.page for record in found.records] == ["a", "b", "c"]
    assert [(one.source, one.code) for one in found.issues if one.level == "error"] == [(inputs[1], "process-ended")]


def test_workers_started_from_an_unguarded_script_say_what_to_do(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    inputs = _pages(tmp_path, "a.txt", "b.txt")
    script.write_text(
        "from govgraph.pipeline import BuildOptions, extract_records\n"
        f"extract_records({inputs!r}, BuildOptions(workers=2))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "call from under `if __name__ == '__main__':` or set workers to 1" in done.stderr.splitlines()[-1]


def test_inputs_that_are_not_there_are_refused_before_the_vocabulary_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the vocabulary was read for nothing")

    monkeypatch.setattr(extraction, "load_vocabulary", refuse)
    extraction._reader.cache_clear()
    result = build([str(tmp_path / "weg"), str(tmp_path / "fort")], tmp_path / "out")
    assert (result.kept, [issue.code for issue in result.issues]) == (True, ["missing-input"] * 2)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("head", "offices"),
    [
        ("Glosse: Neuer CIO", 0),
        ("SATIRE\nNeuer CIO", 0),
        ("April, April!", 0),
        ("Hessen: Neuer CIO", 1),
        ("Satiregipfel", 1),
    ],
)
def test_nothing_is_read_from_satire_and_that_is_said(tmp_path: Path, head: str, offices: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{head}\n\n[01.04.2024] Stefan Sauer ist CIO von Hessen.\n", encoding="utf-8")
    done = extract_records([str(path)])
    assert [len(article.offices) for article in done.records[0].articles] == [offices]
    assert [issue.code for issue in done.issues] == ([] if offices else ["satire"])


@pytest.mark.parametrize("between", [", ", " und ", "; "])
def test_a_sentence_longer_than_any_is_read_in_parts_and_that_is_said(tmp_path: Path, between: str) -> None:
    path = tmp_path / "a.txt"
    names = between.join(["Hessen", "Bremen", "Jena", "die FITKO"] * 300)
    path.write_text(f"Viele machen mit\n\n[01.04.2024] Es beteiligen sich {names}. Stefan Sauer ist CIO von Hessen.\n")
    done = extract_records([str(path)])
    (article,) = done.records[0].articles
    assert {"Hessen", "Bremen", "Jena"} <= {entity.name for entity in article.entities}
    assert len(article.offices) == 1
    assert [issue.code for issue in done.issues] == ["long-sentence"]
