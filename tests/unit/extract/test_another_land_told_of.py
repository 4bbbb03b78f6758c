"""Of which Land an office is in an article of one Land where a sentence tells of another."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

TITLE = "Thüringen: Wechsel an der Spitze"
CASES = [
    (
        "In Sachsen-Anhalt ist Bernd Schlömer nicht mehr CIO. Neue CIO des Landes ist Mareike Tönnies.",
        ["Mareike Tönnies holds CIO at Sachsen-Anhalt"],
    ),
    (
        "Auch in Sachsen gibt es einen Wechsel: Anna Bauer ist jetzt CIO des Landes.",
        ["Anna Bauer holds CIO at Sachsen"],
    ),
    ("Bayern hat so etwas schon. Die CIO des Landes, Anna Bauer, half.", ["Anna Bauer holds CIO at Bayern"]),
    ("Mit Karsten Bauer hat der Bund erstmals einen Digitalminister.", ["Karsten Bauer holds Digitalminister at Bund"]),
    (
        "Mit Karsten Bauer bekommt der Bund einen eigenen Digitalminister.",
        ["Karsten Bauer holds Digitalminister at Bund"],
    ),
]
OWN = [
    "Wie in Hessen gibt es einen Wechsel. Neue CIO des Landes ist Anna Bauer.",
    "Mit Bayern arbeitet man zusammen. Der CIO des Landes, Jan Bauer, lobt das.",
    "Der Bund hat CIO Jan Bauer eingeladen.",
]


@pytest.mark.parametrize(("text", "said"), CASES)
def test_the_land_told_of_has_the_office(text: str, said: list[str]) -> None:
    check_statements(read_article(text, TITLE), said, [])


@pytest.mark.parametrize("text", OWN)
def test_a_land_named_by_the_way_does_not(text: str) -> None:
    offices = read_article(text, TITLE).offices
    assert [(office.organisation or "").rpartition("/")[2] for office in offices] == ["thueringen"]
