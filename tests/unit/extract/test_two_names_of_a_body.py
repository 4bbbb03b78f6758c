"""A body that an article names in full and by a part of its name is one; others that sound alike are two."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType


def bodies(text: str) -> list[str]:
    return [e.name for e in read_article(text).entities if e.type is EntityType.ORGANISATION]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die DigitalAgentur Brandenburg (DABB) sucht eine Chefin. Die DigitalAgentur sitzt in Potsdam.",
         "DigitalAgentur Brandenburg"),
        ("Neu ist das Bundeszentralamt für Steuern. Das Bundeszentralamt begrüßt das.",
         "Bundeszentralamt für Steuern"),
        ("Bremen, Bremerhaven: Kindergeld zahlt die Bundesagentur für Arbeit. Bremen lobt die Bundesagentur.",
         "Bundesagentur für Arbeit"),
        ("Das CityLAB hat geliefert. Das CityLAB Berlin testet weiter.", "CityLAB Berlin"),
        ("Die Vergabekammer Mecklenburg-Vorpommern entschied. Die Vergabekammer gab dem Antrag statt.",
         "Vergabekammer Mecklenburg-Vorpommern"),
    ],
)  # fmt: skip
def test_a_part_of_the_name_means_the_same_body(text: str, name: str) -> None:
    assert bodies(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Das Landgericht Leipzig und das Landgericht Dresden arbeiten mit der Akte. Das Landgericht ist zufrieden.",
        "Der Beirat Kogge und die Kogge GmbH arbeiten zusammen.",
        "Die Hochschule RheinMain wählt. Der Hochschulrat der Hochschule RheinMain tagt.",
    ],
)
def test_names_that_hold_one_another_may_be_of_two_bodies(text: str) -> None:
    assert len(bodies(text)) >= 2
