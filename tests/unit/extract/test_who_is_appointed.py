"""Who gives an office and who gets it, where one of the two is a pronoun."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    ("Im Februar 2023 berief Volker Wissing sie zur Staatssekretärin im BMDV.", [], ["Volker Wissing holds *"]),
    ("Zur Staatssekretärin im BMDV berief sie Volker Wissing.", [], ["Volker Wissing holds *"]),
    (
        "Peter Lutz ist Jurist. Zum Beauftragten des Bundes ernannte ihn Minister Karl Lauterbach.",
        ["Peter Lutz holds Beauftragter new"],
        ["Karl Lauterbach holds Beauftragter"],
    ),
    (
        "Nancy Faeser sprach. Zum Staatssekretär im BMI berief sie Volker Wissing.",
        ["Volker Wissing holds Staatssekretär new"],
        [],
    ),
    (
        "Nancy Faeser sprach. Sie berief Anna Kolb zur Staatssekretärin im BMI.",
        ["Anna Kolb holds Staatssekretär new"],
        ["Nancy Faeser holds *"],
    ),
    (
        "Innenministerin Nancy Faeser berief Anna Kolb zur Staatssekretärin im BMI.",
        ["Anna Kolb holds Staatssekretär new"],
        ["Nancy Faeser holds Staatssekretär"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_who_is_appointed(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
