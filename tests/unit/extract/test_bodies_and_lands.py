"""Of which Land a body is that no lexicon lists: not of the article's if its name or its town tells another."""

from __future__ import annotations

import pytest
from extract_reading import read_article

_BUND = "bund"
CASES = [
    (
        "Das Bundesamt für Wegedaten ist gegründet worden. Später soll es das Datenschutzcockpit betreiben, das Bremen "
        "verantwortet. Das Bundesamt startet mit 28 Leuten.",
        "Bundesamt für Wegedaten",
        _BUND,
    ),
    ("Hessen plant viel. Das Bundeskompetenzzentrum hilft Hessen.", "Bundeskompetenzzentrum", _BUND),
    ("Hessen plant viel. Der Bundesrechenverbund hilft Hessen.", "Bundesrechenverbund", ""),
    ("Hessen plant viel. Das Landeskompetenzzentrum hilft Hessen.", "Landeskompetenzzentrum", "hessen"),
    (
        "Hessen plant viel, und Hessen zahlt. Die Stadt Celle hat einen neuen Leiter des Amts für Kartenwesen.",
        "Amt für Kartenwesen",
        "",
    ),
    (
        "Hessen plant viel, und Hessen zahlt. In Kassel gibt es einen neuen Leiter des Amts für Kartenwesen.",
        "Amt für Kartenwesen",
        "hessen",
    ),
]


@pytest.mark.parametrize(("text", "name", "land"), CASES)
def test_a_body_is_of_the_land_that_its_name_or_town_tells(text: str, name: str, land: str) -> None:
    lands = {e.name: (e.jurisdiction or "").rpartition("/")[2] for e in read_article(text).entities}
    assert lands[name] == land
