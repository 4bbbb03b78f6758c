"""Nouns that name something of one place in the lexicon, and mean another's here."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Michael Brandt leitet das IT-Amt der Stadt Kassel.",
        ["Michael Brandt holds Leiter at IT-Amt Kassel current"],
        ["Michael Brandt holds Leiter at Amt für IT und Digitalisierung"],
    ),
    (
        "Michael Brandt ist Leiter des Kasseler IT-Amts.",
        ["Michael Brandt holds Leiter at IT-Amt Kassel current", "IT-Amt Kassel locatedIn Kassel"],
        [],
    ),
    ("Das Gießener IT-Amt hat die E-Akte eingeführt.", ["IT-Amt Gießen implements E-Akte"], []),
    ("Das Hamburger Amt ITD testet die E-Akte.", ["Amt für IT und Digitalisierung pilots E-Akte"], []),
    (
        "Bremen nutzt die Verwaltungscloud von Dataport.",
        ["Bremen implements Verwaltungscloud"],
        ["* implements Deutsche Verwaltungscloud", "Dataport develops Deutsche Verwaltungscloud"],
    ),
    ("Ulm baut ihre Verwaltungscloud aus.", [], ["* * Deutsche Verwaltungscloud"]),
    ("Bremen nutzt die Deutsche Verwaltungscloud.", ["Bremen implements Deutsche Verwaltungscloud"], []),
    (
        "Die Deutsche Verwaltungscloud ist fertig. Bremen nutzt die Verwaltungscloud schon.",
        ["Bremen implements Deutsche Verwaltungscloud"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "unsaid"), CASES)
def test_common_nouns_mean_what_the_words_beside_them_tell(text: str, said: list[str], unsaid: list[str]) -> None:
    check_statements(read_article(text), said, unsaid)
