"""Whom „er“ and „sie“ mean that are said to be something by title, where the sentence before names nobody."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Anna Weber kommt zum IT-Planungsrat. Mit Uwe Brandt hat Weber in Kassel gearbeitet. Die E-Akte führte Weber "
        "dort ein. Auch in Fulda ist die E-Akte im Einsatz. Von 2017 bis 2021 war sie CIO von Hessen.",
        ["Anna Weber holds CIO at Hessen former"],
        ["Uwe Brandt holds CIO"],
    ),
    (
        "Als deren Leiter hat Uwe Brandt seinen Dienst angetreten. Er war zuvor Referatsleiter im BMI.",
        ["Uwe Brandt holds Referatsleiter at Bundesministerium des Innern former"],
        [],
    ),
    (
        "Im IT-Planungsrat ergriff Uwe Brandt gern das Wort; 2019 war er dessen Vorsitzender.",
        ["Uwe Brandt holds Vorsitzender at IT-Planungsrat"],
        [],
    ),
    (
        "Anna Weber zieht im November in das Rathaus von Kassel. Das Portal hat sie noch als Erste Stadträtin gebaut.",
        ["Anna Weber holds Erster Stadtrat at Kassel former"],
        [],
    ),
    (
        "Anna Weber und Ines Krause waren bei der AKDB. Die E-Akte ist im Einsatz. Von 2017 bis 2021 war sie CIO von "
        "Hessen.",
        [],
        ["Anna Weber holds CIO", "Ines Krause holds CIO"],
    ),
    (
        "Uwe Brandt kam oft. Uwe Brandt blieb lange. Landrat Jens Alt vertraute ihm das Amt an, im Mai wurde er "
        "Werkleiter der AKDB.",
        [],
        ["Jens Alt holds Werkleiter"],
    ),
    (
        "Anna Weber leitet die AKDB. Die E-Akte ist im Einsatz. Die Behörde prüft das. Als Leiterin ist sie im Haus.",
        [],
        ["Anna Weber holds Leiter former"],
    ),
]


@pytest.mark.parametrize(("text", "stated", "not_stated"), CASES)
def test_pronouns_of_titles(text: str, stated: list[str], not_stated: list[str]) -> None:
    check_statements(read_article(text), stated, not_stated)
