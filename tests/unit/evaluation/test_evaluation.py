"""The measure itself: hand-checked small cases, then parity with the reference scorer where it is at hand."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govgraph.errors import InputError
from govgraph.evaluation import Score, evaluate_folder, evaluate_pages, load_gold
from govgraph.evaluation.names import normal_name, normal_roles

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "gold"


def _page(*, entities: list[Any], offices: list[Any] | None = None, facts: list[Any] | None = None) -> dict[str, Any]:
    article = {"title": "Ein Titel", "date": "2024-11-18", "genre": "report"}
    return {"articles": [{**article, "entities": entities, "offices": offices or [], "facts": facts or []}]}


ALT = {"name": "Denis Alt", "type": "Person", "aliases": ["Staatssekretär Alt"]}
RLP = {"name": "Rheinland-Pfalz", "type": "Jurisdiction"}
BOARD = {"name": "Standardisierungsboard", "type": "Organisation"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Staatssekretärs Dr. Denis Alt", "Denis Alt"),
        ("Oberbürgermeisterin Müller", "Müller"),
        ("Prof. h. c. Anna Weiß", "Anna Weiß"),
    ],
)
def test_titles_do_not_make_another_person(left: str, right: str) -> None:
    assert normal_name(left, person=True) == normal_name(right, person=True)


def test_titles_belong_to_the_name_of_anything_else() -> None:
    assert normal_name("Landrat Meier") != normal_name("Meier")


def test_a_name_that_is_a_title_only_stays() -> None:
    assert normal_name("Dr.", person=True) == "dr"


def test_long_title_of_a_cio_counts_as_cio() -> None:
    roles = normal_roles(["Beauftragter der Landesregierung für Informationstechnik"])
    assert "cio" in roles
    assert "cio" not in normal_roles(["Beauftragter für Datenschutz"])


def test_page_that_is_right_in_everything_scores_100() -> None:
    page = _page(
        entities=[ALT, RLP, BOARD],
        offices=[{"person": "Denis Alt", "role": "CIO", "organisation": "Rheinland-Pfalz", "status": "new"}],
        facts=[{"subject": "Denis Alt", "predicate": "memberOf", "object": "Standardisierungsboard"}],
    )
    evaluation = evaluate_pages({"p": page}, {"p": page})
    assert evaluation.score("entities") == Score(hits=3, missed=0, wrong=0)
    assert evaluation.score("offices") == Score(hits=1, missed=0, wrong=0, values_right=1)
    assert evaluation.score("facts") == Score(hits=1, missed=0, wrong=0, values_right=1)
    assert evaluation.mean_f1 == pytest.approx(100.0)
    assert (evaluation.headings_right, evaluation.headings) == (1, 1)
    assert evaluation.differences() == ()


def test_missing_record_is_all_missed() -> None:
    evaluation = evaluate_pages({"p": _page(entities=[ALT])}, {})
    assert evaluation.score("entities") == Score(hits=0, missed=1, wrong=0)
    assert evaluation.differences() == ("p: entities: missed: Denis Alt",)
    assert evaluation.headings_right == 0


def test_optional_is_neither_hit_nor_miss_nor_false_alarm() -> None:
    gold = _page(entities=[ALT, {"name": "Deutschland", "type": "Jurisdiction", "optional": True}])
    without = evaluate_pages({"p": gold}, {"p": _page(entities=[ALT])})
    with_it = evaluate_pages({"p": gold}, {"p": _page(entities=[ALT, {"name": "Deutschland", "type": "Jurisdiction"}])})
    assert without.score("entities") == with_it.score("entities") == Score(hits=1, missed=0, wrong=0)


def test_found_ids_are_resolved_to_entities() -> None:
    gold = _page(
        entities=[ALT, BOARD],
        facts=[{"subject": "Denis Alt", "predicate": ["memberOf", "chairs"], "object": "Standardisierungsboard"}],
    )
    record = _page(
        entities=[{**ALT, "id": "x:1"}, {**BOARD, "id": "x:2"}],
        facts=[{"subject": "x:1", "predicate": "chairs", "object": "x:2", "modality": "planned"}],
    )
    score = evaluate_pages({"p": gold}, {"p": record}).score("facts")
    assert score == Score(hits=1, missed=0, wrong=0, values_right=0)


def test_direction_counts_but_for_cooperation() -> None:
    def facts(predicate: str, subject: str, other: str) -> dict[str, Any]:
        return _page(entities=[RLP, BOARD], facts=[{"subject": subject, "predicate": predicate, "object": other}])

    ends = ("Rheinland-Pfalz", "Standardisierungsboard")
    for predicate, expected in (
        ("cooperatesWith", Score(1, 0, 0, 1)),
        ("partOf", Score(0, 1, 1)),
    ):
        evaluation = evaluate_pages({"p": facts(predicate, *ends)}, {"p": facts(predicate, *reversed(ends))})
        assert evaluation.score("facts") == expected


def test_body_and_what_it_is_part_of_are_one_address() -> None:
    gold = _page(
        entities=[ALT, RLP, {"name": "Digitalministerium", "type": "Organisation"}],
        offices=[{"person": "Denis Alt", "role": "Staatssekretär", "organisation": "Digitalministerium"}],
        facts=[{"subject": "Digitalministerium", "predicate": "partOf", "object": "Rheinland-Pfalz", "optional": True}],
    )
    record = _page(
        entities=[ALT, RLP],
        offices=[{"person": "Denis Alt", "role": "Staatssekretär", "organisation": "Rheinland-Pfalz"}],
    )
    assert evaluate_pages({"p": gold}, {"p": record}).score("offices") == Score(1, 0, 0, 1)


def test_tables_by_predicate_and_genre_add_up() -> None:
    gold = _page(
        entities=[ALT, RLP, BOARD],
        facts=[
            {"subject": "Denis Alt", "predicate": "memberOf", "object": "Standardisierungsboard"},
            {"subject": "Denis Alt", "predicate": "represents", "object": "Rheinland-Pfalz"},
        ],
    )
    record = _page(
        entities=[ALT, RLP, BOARD],
        facts=[
            {"subject": "Denis Alt", "predicate": "memberOf", "object": "Standardisierungsboard"},
            {"subject": "Denis Alt", "predicate": "chairs", "object": "Standardisierungsboard"},
        ],
    )
    evaluation = evaluate_pages({"p": gold}, {"p": record})
    assert evaluation.by_group("facts") == {
        "chairs": Score(0, 0, 1),
        "memberOf": Score(1, 0, 0, 1),
        "represents": Score(0, 1, 0),
    }
    assert evaluation.by_genre("facts") == {"report": Score(1, 1, 1, 1)}


def test_errors_name_the_file_and_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder"):
        load_gold(tmp_path / "absent")
    with pytest.raises(InputError, match=r"no \*\.gold\.json in"):
        load_gold(tmp_path)
    (tmp_path / "a.gold.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.gold\.json cannot be read as JSON"):
        load_gold(tmp_path)
    (tmp_path / "a.gold.json").write_text('{"articles": [{"entities": [{"type": "Law"}]}]}', encoding="utf-8")
    with pytest.raises(InputError, match="a: annotations or record break"):
        evaluate_folder(tmp_path, tmp_path)


def _spoil(page: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """A record as a mediocre reader would give it: things lost, swapped, renamed and invented."""
    articles: list[dict[str, Any]] = []
    for article in page["articles"]:
        entities = [dict(entity) for entity in article["entities"] if rng.random() > 0.2]
        for entity in entities:
            entity["type"] = entity["type"][0] if isinstance(entity["type"], list) else entity["type"]
            entity.pop("optional", None)
            if rng.random() < 0.3 and entity.get("aliases"):
                entity["name"], entity["aliases"] = entity["aliases"][0], [entity["name"]]
            if rng.random() < 0.3:
                entity["name"] += "s"
        names = [entity["name"] for entity in entities]
        offices = [dict(office) for office in article["offices"] if rng.random() > 0.3]
        facts = [dict(fact) for fact in article["facts"] if rng.random() > 0.3]
        for fact in facts:
            fact.pop("optional", None)
            for key in ("subject", "object", "predicate"):
                fact[key] = fact[key][-1] if isinstance(fact[key], list) else fact[key]
            if rng.random() < 0.3:
                fact["subject"], fact["object"] = fact["object"], fact["subject"]
            if rng.random() < 0.2:
                fact["modality"] = "planned"
        if len(names) > 1:
            facts.append({"subject": names[0], "predicate": "partOf", "object": names[-1]})
            offices.append({"person": names[0], "role": "Landrat", "organisation": rng.choice(names)})
        title = article["title"] if rng.random() > 0.2 else "anders"
        articles.append({**article, "title": title, "entities": entities, "offices": offices, "facts": facts})
    return {"page": page["page"], "articles": articles}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference scorer and its pages are not beside this checkout")
@pytest.mark.parametrize("seed", range(4))
def test_parity_with_the_reference_scorer(seed: int, tmp_path: Path) -> None:
    gold = load_gold(SHARED) | load_gold(SHARED / "dev")
    rng = random.Random(seed)
    records = {name: _spoil(page, rng) for name, page in gold.items()}
    for folder, pages, suffix in (("gold", gold, ".gold.json"), ("records", records, ".json")):
        (tmp_path / folder).mkdir()
        for name, page in pages.items():
            (tmp_path / folder / f"{name}{suffix}").write_text(json.dumps(page), encoding="utf-8")

    command = [sys.executable, str(SHARED / "score.py"), "gold", "records", "--list", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    reference = done.stdout.splitlines()
    evaluation = evaluate_folder(tmp_path / "gold", tmp_path / "records")

    differences = [line for line in reference if ": missed: " in line or ": wrong:  " in line]
    assert sorted(evaluation.differences()) == sorted(differences)
    scores = json.loads(reference[-2])
    for kind in ("entities", "offices", "facts"):
        score = evaluation.score(kind)
        found = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
        assert found == pytest.approx(scores[kind])
    assert f"{evaluation.mean_f1:.1f}" == reference[-1]
    expected = [f"articles with title and date right: {evaluation.headings_right}/{evaluation.headings}"]
    for kind, value in (("offices", "status"), ("facts", "modality")):
        score = evaluation.score(kind)
        expected.append(f"{value} right {score.values_right}/{score.hits}")
    assert all(any(line.endswith(end) for line in reference) for end in expected)
