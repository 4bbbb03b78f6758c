"""„Als“, „bis“ and „seit“ open a clause where a verb ends it; „Stadtrat“ is a title before and after a name."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Als Ruth Emde im Juli 2020 Leiterin des Gesundheitsamts Kassel wurde, standen dort zwei Faxgeräte.",
        ["Ruth Emde holds Leiter at Gesundheitsamt Kassel new since=2020-07"],
        [],
    ),
    ("Seit Uwe Brandt Landrat des Kreises Kleve ist, spart man.", ["Uwe Brandt holds Landrat at Kreis Kleve"], []),
    (
        "Bis Anna Weber 2023 CIO von Hessen wurde, leitete sie das Hauptamt in Kassel.",
        ["Anna Weber holds CIO at Hessen since=2023"],
        [],
    ),
    (
        "Der Ausbau begann, als Anna Weber 2019 CDO im Landkreis Cham wurde.",
        ["Anna Weber holds CDO at Landkreis Cham"],
        [],
    ),
    ("Als CDO der Stadt Kassel lobt Anna Weber das.", ["Anna Weber holds CDO at Kassel current"], []),
    ("Seit Mai 2023 ist Anna Weber CDO von Kassel.", ["Anna Weber holds CDO at Kassel current since=2023-05"], []),
    ("Das erläutert Stadtrat Tjark Lohse aus Kiel.", ["Tjark Lohse holds Stadtrat at Kiel"], []),
    ("Kiels Stadtrat Jens Ott erklärt das.", ["Jens Ott holds Stadtrat at Kiel"], []),
    ("Jens Ott, Stadtrat in Kiel, kam.", ["Jens Ott holds Stadtrat at Kiel"], []),
    ("In Pankow verantwortet Schulstadtrat Jens Ott die IT.", ["Jens Ott holds Schulstadtrat at Pankow"], []),
    (
        "In Kiel wählte der Stadtrat Anna Weber zur Bürgermeisterin.",
        ["Anna Weber holds Bürgermeister at Kiel"],
        ["Anna Weber holds Stadtrat"],
    ),
    ("Uwe Brandt, Gründer der Polyteia GmbH, kam.", ["Uwe Brandt holds Gründer at Polyteia"], []),
    ("Gründer Uwe Brandt kam zur Polyteia GmbH.", [], ["Uwe Brandt holds Gründer"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_what_is_read(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
