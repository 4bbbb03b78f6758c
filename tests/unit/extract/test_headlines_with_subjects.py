"""Headlines that give the text its subject: „Gera: Neuer CIO“, „Hamburg: Wohngeld online“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("Gera: Neuer CIO", "Jens Ott verantwortet seit März die IT in Gera.", ["Jens Ott holds CIO at Gera new"], []),
    (
        "Gera bekommt CISO",
        "Für die Informationssicherheit ist seit Februar Jens Ott zuständig.",
        ["Jens Ott holds CISO at Gera new"],
        [],
    ),
    ("Gera sucht CIO", "Jens Ott ist für die IT in Gera verantwortlich.", [], ["Jens Ott holds CIO at *"]),
    ("Gera bekommt keinen CIO", "Jens Ott verantwortet die IT in Gera.", [], ["Jens Ott holds CIO at *"]),
    ("Gera: Neuer CIO", "Jens Ott verantwortet bei der AKDB die IT.", [], ["Jens Ott holds CIO at Gera"]),
    (
        "Hamburg: Sport-Gutschein online",
        "Eltern können den Sport-Gutschein nun digital beantragen.",
        ["Hamburg implements Sport-Gutschein asserted"],
        [],
    ),
    ("Hamburg: i-Kfz online", "Das Warten hat ein Ende.", ["Hamburg implements i-Kfz asserted"], []),
    ("Gera: i-Kfz", "Bürger können die i-Kfz noch nicht digital beantragen.", [], ["Gera implements i-Kfz asserted"]),
    ("Bund: Ehrenpreis", "In Jena können Bürger die i-Kfz digital beantragen.", [], ["Bund * i-Kfz"]),
]


@pytest.mark.parametrize(
    ("title", "text", "expected", "never"), CASES, ids=[f"{title} {text[:24]}" for title, text, _, _ in CASES]
)
def test_headlines_give_the_subject(title: str, text: str, expected: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title, by=rules_only()), expected, never)
