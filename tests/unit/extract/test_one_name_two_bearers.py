"""A district by the name of its town, and a ministry by a name that several have: one thing or two."""

from __future__ import annotations

import pytest
from extract_reading import read_article

ONE_DISTRICT = [
    "Der Landkreis Uelzen führt die E-Akte ein. Uelzen geht damit voran.",
    "Der Landkreis Northeim testet FIT-Connect. Im Northeimer Kreishaus ist man zufrieden.",
    "Der Landkreis Cham zahlt. Getragen wird die Stelle von den Landkreisen Cham und Regen.",
    "Der Landkreis Sömmerda hat beschlossen. Für Sömmerda unterschrieb Eva Weber.",
    "Landrätin des Kreises Holzminden ist Eva Weber. Der Kreis Holzminden testet die BundID.",
]
TWO = [
    "Der Landkreis Uelzen führt die E-Akte ein. Die Stadt Uelzen geht damit voran.",
    "Der Landkreis Northeim testet FIT-Connect. Das Treffen fand in Northeim statt.",
    "Der Landkreis Cham zahlt. Im Rathaus will Cham die BundID testen.",
    "Neben Passau und Cham zahlt der Landkreis Cham.",
    "Der Landkreis Sömmerda hat beschlossen. Gotha und Sömmerda folgen.",
]


def places(text: str, name: str) -> list[str]:
    return [e.name for e in read_article(text).entities if name in e.name]


@pytest.mark.parametrize("text", ONE_DISTRICT, ids=[t[:32] for t in ONE_DISTRICT])
def test_a_district_is_meant_by_its_bare_name(text: str) -> None:
    name = next(n for n in ("Uelzen", "Northeim", "Cham", "Sömmerda", "Holzminden") if n in text)
    (place,) = places(text, name)
    assert place.startswith(("Landkreis ", "Kreis "))


@pytest.mark.parametrize("text", TWO, ids=[t[:44] for t in TWO])
def test_a_town_and_its_district_are_two(text: str) -> None:
    name = next(n for n in ("Uelzen", "Northeim", "Cham", "Sömmerda") if n in text)
    assert len(places(text, name)) == 2


def ministries(text: str, title: str) -> set[str]:
    return {e.name for e in read_article(text, title=title).entities if "inisterium" in e.name}


def test_a_title_means_the_ministry_that_the_text_names() -> None:
    text = (
        "Hessen, Bayern und Hamburg bekommen Geld vom Bundesministerium für Digitales und Staatsmodernisierung (BMDS)."
    )
    assert ministries(text, "Digitalministerium fördert Register") == {
        "Bundesministerium für Digitales und Staatsmodernisierung"
    }


def test_two_ministries_in_one_sentence_are_two() -> None:
    text = "Das Digitalministerium und das BMDS arbeiten in Jena und Ulm zusammen."
    assert len(ministries(text, "Neue Register")) == 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Die Software kam von der Gesellschaft für Netztechnik Odertal (GNO).", True),
        ("Das Land gründet eine Gesellschaft für den Breitbandausbau.", False),
    ],
)
def test_a_society_for_something_has_an_abbreviation(text: str, named: bool) -> None:
    found = [e for e in read_article(text).entities if e.name.startswith("Gesellschaft")]
    assert bool(found) is named
