"""Heads told by verbs: of a board, of the business, as what somebody leads, and what a career began with."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    ("Den Vorstand der govdigital leitet Jens Ott.", ["Jens Ott holds Vorstand at govdigital current"], []),
    ("Das BSI wird von Anna Weber als Präsidentin geführt.", ["Anna Weber holds Präsident at BSI current"], []),
    (
        "Jens Ott hat die Geschäftsführung der Lecos nach 13 Jahren abgegeben.",
        ["Jens Ott holds Geschäftsführer at Lecos former"],
        [],
    ),
    (
        "Jens Ott gibt die Geschäftsführung der Lecos zum 1. Juni ab.",
        ["Jens Ott holds Geschäftsführer at Lecos current"],
        [],
    ),
    (
        "Die Gesellschafter haben Jens Ott die Geschäftsführung der Lecos übertragen.",
        [],
        ["Jens Ott holds Geschäftsführer at Lecos former"],
    ),
    (
        "Anna Weber begann ihre Laufbahn als Sachgebietsleiterin bei der Stadt Kassel.",
        ["Anna Weber holds Sachgebietsleiter at Kassel former"],
        [],
    ),
    ("Jens Ott leitet den Aufbaustab der FITKO.", ["Jens Ott holds Leiter"], ["Jens Ott holds Vorsitzender"]),
    ("Jens Ott leitet die Projektgruppe E-Akte.", ["Jens Ott holds Leiter"], ["Jens Ott holds Vorsitzender"]),
    (
        "An der Spitze des Zweckverbands Digitales Oberland in Bayern steht Jens Ott.",
        ["Jens Ott holds Verbandsvorsitzender at Zweckverband Digitales Oberland"],
        [],
    ),
    (
        "Nordrhein-Westfalen lobt das. An der Spitze des Zweckverbands Südwestfalen-Rechnet steht Jens Ott.",
        ["Jens Ott holds Verbandsvorsteher at Zweckverband Südwestfalen-Rechnet"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_who_leads(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
