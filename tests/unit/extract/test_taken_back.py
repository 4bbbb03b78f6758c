"""What an article takes back, answers with „nein“, leaves open, or tells as a wish."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    # what a paper has printed and corrects
    (
        "Jan Alt leitet die FITKO – so stand es gestern in dieser Zeitung. Richtig ist: Eva Roth leitet sie.",
        ["Eva Roth chairs FITKO"],
        ["Jan Alt chairs FITKO", "Jan Alt holds * at FITKO"],
    ),
    (
        "Kassel nutzt openDesk. So stand es in unserer Ausgabe vom Montag. Richtig ist: Kassel nutzt die E-Akte.",
        ["Kassel implements E-Akte"],
        ["Kassel implements openDesk"],
    ),
    (
        "„Kassel führt openDesk ein“, hieß es an dieser Stelle. Das war falsch: Kassel führt die E-Akte ein.",
        ["Kassel implements E-Akte"],
        ["Kassel implements openDesk"],
    ),
    (
        "Kassel nutzt openDesk, wie wir am Montag berichteten. Auch Jena nutzt openDesk.",
        ["Kassel implements openDesk"],
        [],
    ),
    # a question in the order of a statement, and its answer
    (
        "Präsident der FITKO ist Jan Alt? Falsch, es ist Eva Roth.",
        [],
        ["Jan Alt holds * at FITKO", "Jan Alt chairs FITKO"],
    ),
    ("Vorsitzende ist nun Eva Roth? Nein: Jan Alt leitet die FITKO.", ["Jan Alt chairs FITKO"], ["Eva Roth chairs *"]),
    # an office of which is asked whether somebody gets it
    (
        "Eva Roth, CIO von Hessen, geht. Im Ministerium übernimmt Jan Alt ihre Aufgaben. Ob er auch CIO wird, "
        "ist offen.",
        ["Eva Roth holds CIO at Hessen"],
        ["Jan Alt holds CIO at Hessen"],
    ),
    ("Eva Roth, CIO von Hessen, geht. Jan Alt übernimmt ihr Amt.", ["Jan Alt holds CIO at Hessen"], []),
    # wishes, and what was meant once
    (
        "Kassel hatte openDesk einführen wollen. Das Geld verfällt nun.",
        [],
        ["Kassel implements openDesk"],
    ),
    ("Kassel hätte openDesk schon 2020 einführen sollen.", [], ["Kassel implements openDesk"]),
    ("Kassel wollte openDesk einführen, entschied sich aber für die E-Akte.", [], ["Kassel implements openDesk"]),
    ("Die Stadt Kassel will openDesk einführen.", ["Kassel implements openDesk planned"], []),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES)
def test_what_is_taken_back(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)


def test_what_somebody_wishes_is_not_so() -> None:
    text = "Was wünschen Sie sich vom Land Hessen? Dass es mitmacht. Und dass Hessen uns openDesk bezahlt."
    check_statements(read_article(text), [], ["Hessen funds openDesk"])
