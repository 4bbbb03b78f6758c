"""The benchmarks' own machinery: a corpus that repeats itself, a gate that closes, floors that are floors."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govgraph.sources import read_text

ROOT = Path(__file__).resolve().parents[3]
NAMES = ("corpus", "gate", "naive", "reliability", "rounds", "sets", "systems")


@pytest.fixture(scope="module", autouse=True)
def _folders_on_path() -> Iterator[None]:
    """The scripts import one another by bare names, as they do when they are run."""
    folders = [str(ROOT / "benchmarks" / name) for name in ("speed", "quality")]
    sys.path[:0] = folders
    yield
    for folder in folders:
        sys.path.remove(folder)
    for name in NAMES:
        sys.modules.pop(name, None)


def _load(name: str) -> Any:
    return importlib.import_module(name)


# ---------------------------------------------------------------------- corpus


def _variations(seed: int = 1) -> Any:
    corpus = _load("corpus")
    page = corpus.Seed(
        "p",
        "Amt\n\n[01.02.2020] Denis Alt lobt in Kiel das Amt und die Umsetzung. Alt sagt: Kiels 34 Dienste laufen.",
        ("Denis Alt",),
        ("Kiel",),
    )
    return corpus.Variations([page], corpus.Names(("Maria", "Jonas"), ("Trier", "Jena")), seed)


def test_the_same_seed_gives_the_same_corpus() -> None:
    one, two, other = (list(_variations(seed).pages(200)) for seed in (1, 1, 2))
    assert one == two
    assert one != other
    assert sum(len(text.split()) for _, text in one) >= 200


def test_copies_name_other_people_and_towns_and_keep_the_layout() -> None:
    texts = [text for _, text in _variations().pages(200)]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert "Denis" not in text
        assert "Kiel" not in text
        assert text.startswith("Amt\n\n[01.02.2020] ")
        surname = text.split("] ")[1].split()[1]
        assert f"{surname} sagt" in text


def test_a_page_has_the_length_that_was_asked_for() -> None:
    variations = _variations()
    assert 5_000 <= len(variations.one_page(5_000).encode()) < 6_000


def test_one_long_article_is_one_and_a_page_of_many_is_many() -> None:
    corpus, systems = _load("corpus"), _load("systems")
    variations = corpus.Variations(corpus.load_seeds(), systems.names())
    assert len(read_text(variations.one_article(300_000)).articles) == 1
    assert len(read_text(variations.one_page(300_000)).articles) > 50


def test_speed_of_a_small_corpus_is_reported(tmp_path: Path) -> None:
    out = tmp_path / "RESULTS.md"
    command = [sys.executable, str(ROOT / "benchmarks" / "speed" / "run.py"), "--words", "2000", "--runs", "1"]
    done = subprocess.run(
        [*command, "--no-spacy", "--sizes", "0.01", "--out", str(out)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    table = out.read_text(encoding="utf-8")
    assert "| govgraph, text to record | 1.00 |" in table
    assert "| regular expression + dictionary |" in table
    assert "| of one article | 0.01 | 1.00 |" in table


# ---------------------------------------------------------------------- gate


def _figures(entities: float, digest: str = "a") -> Any:
    wanted = {"entities": 400, "offices": 50, "facts": 1000}
    return _load("gate").Figures({"entities": entities, "offices": 80.0, "facts": 50.0}, digest, wanted)


def test_the_gate_lets_one_more_miss_pass_and_no_more() -> None:
    gate = _load("gate")
    floors = {"dev": _figures(90.0).as_floor()}
    assert floors["dev"]["allowance"] == {"entities": 0.5, "offices": 2.0, "facts": 0.5}
    assert gate.complaints(floors, {"dev": _figures(89.5)}) == []
    assert gate.complaints(floors, {"dev": _figures(89.4)}) == ["dev: entities at 89.4, floor 90.0 less 0.5"]


def test_raising_never_lowers() -> None:
    gate = _load("gate")
    floors = {"dev": _figures(90.0).as_floor()}
    assert gate.raised(floors, {"dev": _figures(89.8)})["dev"]["f1"]["entities"] == 90.0
    assert gate.raised(floors, {"dev": _figures(91.0)})["dev"]["f1"]["entities"] == 91.0
    assert gate.raised(floors, {"dev": _figures(70.0, "b")}) == floors


def test_other_pages_need_a_word() -> None:
    gate = _load("gate")
    floors = {"dev": _figures(90.0).as_floor()}
    (line,) = gate.complaints(floors, {"dev": _figures(92.0, "b")})
    assert line.endswith("take them up with --raise")
    (*_, line) = gate.complaints(floors, {"dev": _figures(70.0, "b")})
    assert line.endswith("take them up with --lower dev REASON")
    taken_up = gate.raised(floors, {"dev": _figures(92.0, "b")})
    assert gate.complaints(taken_up, {"dev": _figures(92.0, "b")}) == []


def test_a_set_without_floor_fails_and_one_that_is_away_does_not() -> None:
    gate = _load("gate")
    assert gate.complaints({}, {"dev": _figures(90.0)}) == ["dev: no floor yet; take it up with --raise"]
    assert gate.complaints({"real": _figures(90.0).as_floor()}, {}) == []


def test_floors_survive_the_file(tmp_path: Path) -> None:
    gate = _load("gate")
    floors = {"dev": _figures(90.0).as_floor()}
    gate.save(floors, tmp_path / "floors.json")
    assert gate.load(tmp_path / "floors.json") == floors
    assert gate.load(tmp_path / "none.json") == {}


def test_rounds_are_numbered_and_stay_one_line(tmp_path: Path) -> None:
    rounds = _load("rounds")
    log = tmp_path / "LOG.md"
    figures = {"dev": {"entities": 90.0, "offices": 80.06, "facts": 70.0}}
    assert rounds.add_round(log, "genitives\nof | Länder", figures) == 1
    assert rounds.add_round(log, "passive", {}) == 2
    first, second = log.read_text(encoding="utf-8").splitlines()[-2:]
    assert first == "| 1 | genitives of / Länder | 90.0 / 80.1 / 70.0 | – | – | – | – | – |"
    assert second == "| 2 | passive | – | – | – | – | – | – |"


def test_the_digest_sees_texts_and_annotations_but_not_white_space(tmp_path: Path) -> None:
    def digest(text: str, gold: str) -> str:
        (tmp_path / "p.txt").write_text(text, encoding="utf-8")
        (tmp_path / "p.gold.json").write_text(gold, encoding="utf-8")
        return str(_load("sets").PageSet("t", tmp_path, closed=False, title="t").digest())

    one = digest("Ein Text.", '{"articles": []}')
    assert digest("Ein Text.", '{ "articles" : [ ] }') == one
    assert digest("Ein Text!", '{"articles": []}') != one
    assert digest("Ein Text.", '{"articles": [], "page": "p"}') != one


# ---------------------------------------------------------------------- floors and confidence

GOLD: dict[str, Any] = {
    "articles": [
        {
            "genre": "news",
            "entities": [{"name": "Denis Alt", "type": "Person"}, {"name": "IT-Planungsrat", "type": "Organisation"}],
            "offices": [],
            "facts": [{"subject": "Denis Alt", "predicate": "memberOf", "object": "IT-Planungsrat"}],
        }
    ]
}


def test_the_lexicon_floor_takes_any_two_names_of_a_sentence() -> None:
    naive = _load("naive")
    frequent = naive.relations([GOLD])
    assert frequent == {("Person", "Organisation"): "memberOf"}
    record = naive.lexicon_record("Nein, sagt Staatssekretär Denis Alt dem IT-Planungsrat. Bonn schweigt.", frequent)
    (article,) = record["articles"]
    assert {(e["name"], e["type"]) for e in article["entities"]} == {
        ("Denis Alt", "Person"),
        ("IT-Planungsrat", "Organisation"),
        ("Bonn", "Municipality"),
    }
    assert [(f["subject"], f["predicate"], f["object"]) for f in article["facts"]] == [
        ("Person:Denis Alt", "memberOf", "Organisation:IT-Planungsrat")
    ]
    assert [office["role"] for office in article["offices"]] == ["Staatssekretär"]


def test_confidence_is_held_against_the_annotation() -> None:
    reliability = _load("reliability")
    article = GOLD["articles"][0]
    right = {**article["facts"][0], "confidence": 0.93}
    wrong = {"subject": "IT-Planungsrat", "predicate": "funds", "object": "Denis Alt", "confidence": 1.0}
    record = {"articles": [{**article, "facts": [right, wrong]}]}
    held = reliability.judged({"p": GOLD}, {"p": record})
    assert [(one.confidence, one.right) for one in held] == [(0.93, True), (1.0, False)]
    assert reliability.table(held)[9] == ("0.9 – 1.0", 2, pytest.approx(0.965), 0.5)
    assert reliability.gap(held) == pytest.approx(0.465)


def test_what_the_annotation_leaves_open_is_not_judged() -> None:
    optional = json.loads(json.dumps(GOLD))
    optional["articles"][0]["facts"][0]["optional"] = True
    record = {"articles": [{**GOLD["articles"][0], "facts": [{**GOLD["articles"][0]["facts"][0], "confidence": 0.5}]}]}
    assert _load("reliability").judged({"p": optional}, {"p": record}) == []


def test_nothing_single_is_shown_of_the_pages_set_aside(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "quality" / "run.py"), "set-aside", "--list", "--no-floors"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "set-aside: set aside, single errors are not shown\n"
    for word in ("missed:", "wrong:", "layout"):
        assert word not in done.stdout
