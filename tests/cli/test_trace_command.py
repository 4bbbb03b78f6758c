"""`govgraph trace`: how each sentence was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govgraph.cli.main import main

TEXT = "Digitales\n\n[01.03.2024] Ulm führt die E-Akte ein. Köln führt die Musterakte nicht ein.\n"
LEXICON = """@base <https://w3id.org/govgraph/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<id/system/musterakte> a gov:System ; skos:prefLabel "Musterakte"@de ; dcterms:source gov:BelievedUnchecked .
"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_each_sentence_has_its_lines(capsys: pytest.CaptureFixture[str], page: str) -> None:
    assert main(["--lang", "en", "trace", page]) == 0

    out = capsys.readouterr().out
    assert out.startswith("„Digitales“ · 2024-03-01 · ")
    assert "\n  read         Ulm —implements→ E-Akte · asserted · 0." in out
    assert "\n  clause       claims nothing · einführen · „Köln führt" in out


@pytest.mark.parametrize(("lang", "name"), [("en", "title after the name"), ("de", "Titel hinter dem Namen")])
def test_a_construction_is_called_by_its_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, lang: str, name: str
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Neues\n\n[01.03.2024] Hanna Voss, CIO von Hessen, sagte zu.\n", encoding="utf-8")
    assert main(["--lang", lang, "trace", str(path)]) == 0
    assert f" · title-after-name ({name})\n" in capsys.readouterr().out


def test_words_choose_sentences_and_a_lexicon_counts(
    capsys: pytest.CaptureFixture[str], page: str, tmp_path: Path
) -> None:
    lexicon = tmp_path / "my.ttl"
    lexicon.write_text(LEXICON, encoding="utf-8")

    assert main(["--lang", "de", "trace", page, "--words", "Köln führt", "--lexicon", str(lexicon)]) == 0

    out = capsys.readouterr().out
    assert "nennt        Musterakte · System" in out
    assert "behauptet nichts" in out
    assert "Ulm" not in out


@pytest.mark.parametrize(("lang", "kind"), [("en", "Municipality"), ("de", "Kommune")])
def test_what_a_thing_is_is_said_in_the_language(
    capsys: pytest.CaptureFixture[str], page: str, lang: str, kind: str
) -> None:
    assert main(["--lang", lang, "trace", page, "--words", "Ulm führt"]) == 0
    assert f" Ulm · {kind}" in capsys.readouterr().out


def test_json_has_one_article_a_line(capsys: pytest.CaptureFixture[str], page: str) -> None:
    assert main(["trace", page, "--json"]) == 0

    (article,) = map(json.loads, capsys.readouterr().out.splitlines())
    last = article["sentences"][-1]
    assert last["clauses"][0]["modality"] is None
    assert TEXT.find(last["quote"]) >= 0


def test_words_that_no_sentence_has_are_a_finding(capsys: pytest.CaptureFixture[str], page: str) -> None:
    assert main(["--lang", "en", "trace", page, "--words", "Bremen"]) == 1
    assert "No sentence has: Bremen" in capsys.readouterr().err


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--lang", "en", "trace", str(tmp_path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr().err
