"""Offices told beside a name: in a board, at the head of a body, after an adverb of contrast."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Jens Ott, im Vorstand der AKDB für das operative Geschäft zuständig, betont den Datenschutz.",
        ["Jens Ott holds Vorstand at AKDB current"],
        [],
    ),
    ("Anna Weber, seit 2019 im Vorstand von Dataport, geht.", ["Anna Weber holds Vorstand at Dataport since=2019"], []),
    (
        "Anna Weber, im Finanzministerium Hessen für die IT zuständig und CIO des Landes, erinnert daran.",
        ["Anna Weber holds CIO at Hessen current"],
        [],
    ),
    ("Jens Ott wiederum, CIO des Landes Hessen, sagt nein.", ["Jens Ott holds CIO at Hessen current"], []),
    ("Anna Weber dagegen, bis 2020 CIO von Kassel, lobt das.", ["Anna Weber holds CIO at Kassel former"], []),
    (
        "Anna Weber, seit Februar 2023 an der Spitze des BSI, sieht das anders.",
        ["Anna Weber holds Leiter at BSI current since=2023-02"],
        [],
    ),
    ("Jens Ott, einst an der Spitze des BSI, sieht das anders.", ["Jens Ott holds Leiter at BSI former"], []),
    (
        "Jens Ott bildet mit Anna Weber den Vorstand der govdigital eG.",
        ["Jens Ott holds Vorstand at govdigital", "Anna Weber holds Vorstand at govdigital"],
        [],
    ),
    (
        "Den Vorstand der govdigital bilden Jens Ott und Anna Weber.",
        ["Jens Ott holds Vorstand at govdigital", "Anna Weber holds Vorstand at govdigital"],
        [],
    ),
    ("Das liegt Anna Weber vor, an der Spitze der Agenda steht die Cloud.", [], ["Anna Weber holds Leiter at *"]),
    ("Anna Weber sah, wie im Vorstand der AKDB gestritten wurde.", [], ["Anna Weber holds Vorstand at AKDB"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_what_stands_beside_a_name(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
