"""The stories are sound, the gate of identity closes, and the floors below it are lower."""

from __future__ import annotations

import datetime
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "benchmarks" / "identity"
STORIES = sorted(path.parent for path in (FOLDER / "stories").glob("*/*/story.json"))
NAMES = ("measure", "scale", "stories")


@pytest.fixture(scope="module", autouse=True)
def _folder_on_path() -> Iterator[None]:
    sys.path.insert(0, str(FOLDER))
    yield
    sys.path.remove(str(FOLDER))
    for name in NAMES:
        sys.modules.pop(name, None)


def _load(name: str) -> Any:
    return importlib.import_module(name)


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_a_story_is_sound(folder: Path) -> None:
    told = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    people = {one["key"] for article in told["articles"] for one in article["people"]}
    assert 5 <= len(told["articles"]) <= 8
    for article in told["articles"]:
        text = (folder / f"{article['page']}.txt").read_text(encoding="utf-8")
        assert datetime.date.fromisoformat(article["date"]).strftime("[%d.%m.%Y]") in text
        bodies = {one["key"] for one in article["bodies"]}
        for office in article["offices"]:
            assert office["quote"] in text
            assert office["person"] in {one["key"] for one in article["people"]}
            assert office["body"] is None or office["body"] in bodies
    for row in told["timeline"]:
        assert row["person"] in people
        for edge in (row["begin"], row["end"]):
            days = [datetime.date.fromisoformat(day) for day in (edge["earliest"], edge["latest"]) if day]
            assert days == sorted(days)


def test_people_and_periods_are_above_the_floors_and_the_naive_ways_below_them() -> None:
    measure, stories = _load("measure"), _load("stories")
    floors = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))
    for which, least in floors.items():
        some = stories.stories(which)
        truth, names = measure.truth_of(some), measure.names_of(some)
        asked = measure.pairs(names, truth)
        found, done = measure.resolve_stories(some)
        ours = measure.pairwise(asked, truth, found)
        assert ours.precision >= least["precision"]
        assert ours.recall >= least["recall"]
        for fold in measure.FLOORS.values():
            floor = measure.pairwise(asked, truth, {key: fold(names[key]) for key in truth})
            assert floor.precision < least["precision"]
        articles = {one.article.source: one for record in done for one in record.articles}
        right = total = 0
        for story in some:
            people: dict[str, str] = {}
            for key, person in story.people.items():
                people.setdefault(found[key], person)
            bodies = {iri: key for (_, iri), key in story.bodies.items()}
            mine = measure.found_intervals([articles[one.article.source] for one in story.articles], people, bodies)
            for true, own in measure.match(measure.true_intervals(story), mine):
                if true is not None:
                    total += 4
                    pairs = zip(true.bounds, own.bounds, strict=True) if own is not None else ()
                    right += sum(a == b for a, b in pairs)
        assert 100 * right / total >= least["bounds"]


def test_times_are_counted_by_person_role_and_body() -> None:
    measure, stories = _load("measure"), _load("stories")
    story = stories.stories("open")[0]
    told = {one.article.source: one for one in story.articles}
    all_right = measure.times([story], told)
    assert all_right.told == all_right.read == all_right.met == all_right.status
    assert all_right.days == all_right.days_read == all_right.days_met > 0
    assert measure.bodies_read(story, told).items() >= {iri: key for (_, iri), key in story.bodies.items()}.items()
    assert measure.times([story], {}).met == 0


def test_there_are_enough_pairs_and_stories() -> None:
    measure, stories = _load("measure"), _load("stories")
    some = [story for which in stories.SETS for story in stories.stories(which)]
    assert len(some) >= 10
    assert len(measure.pairs(measure.names_of(some), measure.truth_of(some))) >= 300


def test_many_articles_are_the_same_ones_each_time() -> None:
    scale = _load("scale")
    assert list(scale.articles(50)) == list(scale.articles(50))
    assert scale.measure(200)["people"] > 100
