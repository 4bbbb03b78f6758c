"""Interviews whose questions are counted: „Erstens: Woher kommt Ihr Geld?“, „Zweitens: Man hört von Streit.“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

PAGE = """Drei Fragen an …
Eva Roth

4. Mai 2023. Seit 2021 steht Eva Roth der Stabsstelle Digitales in Lüneburg vor.

{0} Was nutzen Sie?

Wir nutzen ALLRIS. Das hilft.

{1} In der Zeitung stand, das sei teuer.

Das ist falsch. Abgeschaltet haben wir das Portal civento.

{2} Was folgt?

Wir testen VIS.
"""


@pytest.mark.parametrize(
    "numbers",
    [
        ("Erstens:", "Zweitens:", "Drittens:"),
        ("1.", "2.", "3."),
        ("Frage 1:", "Frage 2:", "Frage 3:"),
        ("Frage Nr. 1:", "Frage Nr. 2:", "Frage Nr. 3:"),
        ("1)", "2)", "3)"),
    ],
)
def test_counted_questions_are_asked(numbers: tuple[str, str, str]) -> None:
    said = ["Lüneburg implements ALLRIS", "Lüneburg pilots VIS", "Lüneburg implements civento ended"]
    check_statements(read_article(PAGE.format(*numbers)), said, ["Stabsstelle Digitales implements *"])


def test_a_counted_list_is_no_talk() -> None:
    text = """Fünf Schritte

4. Mai 2023. So führt man Software ein. Die Stadt Gera macht es vor.

1. Was ist zu tun?

2. Wer zahlt es?

3. Gera nutzt ALLRIS.
"""
    check_statements(read_article(text), ["Gera implements ALLRIS"], [])
