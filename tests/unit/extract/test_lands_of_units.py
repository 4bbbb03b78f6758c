"""A unit is of the Land of the town whose part it is, and what tells a Land says how sure that is."""

from __future__ import annotations

import pytest
from extract_reading import read_article, reader

from govgraph.sources import read_text


@pytest.mark.parametrize(
    ("text", "land"),
    [
        (
            "Bayern feiert. Jens Ott wird Leiter der Stabsstelle Digitalisierung beim Landkreis Fulda.",
            "hessen",
        ),
        ("Bayern feiert. Jens Ott wird Leiter der Stabsstelle Digitalisierung beim Landkreis Gotha.", "thueringen"),
    ],
)
def test_a_unit_is_of_the_land_of_its_town(text: str, land: str) -> None:
    lands = {e.name: (e.jurisdiction or "").rpartition("/")[2] for e in read_article(text).entities}
    assert lands["Stabsstelle Digitalisierung"] == land


@pytest.mark.parametrize(
    ("title", "text", "rule", "most"),
    [
        ("Messe", "Hessens Digitalministerin Hanna Voss sprach in Bremen.", "title-before-name", 0.94),
        ("Messe", "Für Hessen unterschrieb Digitalministerin Hanna Voss.", "land-of-sentence", 0.91),
        ("Messe", "Hessen zögert noch. Digitalministerin Hanna Voss wartet ab.", "land-of-passage", 0.84),
        ("Hessen baut um", "Digitalministerin Hanna Voss wartet ab.", "land-of-article", 0.84),
        ("Messe", "In Wiesbaden wartet Digitalministerin Hanna Voss ab.", "land-of-town", 0.7),
    ],
)
def test_how_a_land_was_found_is_said_and_weighed(title: str, text: str, rule: str, most: float) -> None:
    (article,) = reader().read(read_text(f"{title}\n\n[01.03.2024] {text}\n")).articles
    (office,) = article.offices
    assert (office.role, office.rule) == ("Digitalminister", rule)
    assert office.confidence <= most
