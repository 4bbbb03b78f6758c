"""Titles that only a headline tells, of whoever is said below to leave."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

SAID = [
    (
        "ekom21 verliert Geschäftsführer",
        "Jens Ott verlässt die ekom21 zum 30. September 2024. Seine Nachfolgerin ist Ina Rost.",
        ["Jens Ott holds Geschäftsführer at ekom21 current", "Ina Rost holds Geschäftsführer at ekom21 designated"],
        [],
    ),
    (
        "ekom21 verliert ihren Geschäftsführer",
        "Jens Ott hat die ekom21 im Januar verlassen.",
        ["Jens Ott holds Geschäftsführer at ekom21 former"],
        [],
    ),
    ("Präsidentin verlässt FITKO", "Ina Rost verlässt die FITKO Ende Juli.", ["Ina Rost holds Präsident at FITKO"], []),
    ("FITKO bekommt neue Präsidentin", "Ina Rost verlässt die FITKO Ende Juli.", [], ["Ina Rost holds Präsident"]),
    ("FITKO verliert Präsidentin", "Ina Rost wird die FITKO nicht verlassen.", [], ["Ina Rost holds Präsident"]),
    (
        "FITKO verliert Präsidentin",
        "Abteilungsleiterin Ina Rost verlässt die FITKO Ende Juli.",
        ["Ina Rost holds Abteilungsleiter at FITKO"],
        ["Ina Rost holds Präsident"],
    ),
]


@pytest.mark.parametrize(("title", "text", "said", "never"), SAID)
def test_who_leaves_has_the_title_of_the_headline(title: str, text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title), said, never)
