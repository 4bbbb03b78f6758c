"""Who gets the lead of a unit without a name, and whose chair is told by „mit A als Vorsitzender“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    ("Die Stadt Kassel hat Anna Weber zur Leiterin ihres Rechenzentrums ernannt.", ["Leiter at Kassel new"], []),
    ("Der Landkreis Fulda hat Anna Weber zur Leiterin seiner IT-Abteilung ernannt.", ["Leiter at Landkreis Fulda"], []),
    ("Die AKDB hat Anna Weber zur Leiterin ihrer Niederlassung berufen.", ["Leiter at AKDB new"], []),
    ("Die Stadt Kassel hat Anna Weber zur Leiterin der IT-Abteilung bestellt.", ["Leiter at Kassel new"], []),
    ("Der Kreistag hat Anna Weber zur Leiterin der IT-Abteilung gewählt.", [], ["Leiter at Kreistag"]),
    ("Die AKDB hat Anna Weber zur Leiterin der IT-Abteilung der Stadt Ulm empfohlen.", [], ["Leiter at AKDB"]),
    ("Die ekom21 hat einen Beirat mit Anna Weber als Vorsitzender.", ["Vorsitzender at Beirat"], []),
    ("Die AKDB mit Anna Weber als Geschäftsführerin baut um.", ["Geschäftsführer at AKDB"], []),
    ("Ein Beirat mit Anna Weber als Vorsitzender wäre gut für die FITKO.", [], ["Vorsitzender at Beirat"]),
    ("Der Streit der FITKO mit Anna Weber geht weiter.", [], ["Vorsitzender at FITKO"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:50] for text, _, _ in CASES])
def test_what_has_a_head(text: str, said: list[str], never: list[str]) -> None:
    lines = [[f"Anna Weber holds {office}" for office in offices] for offices in (said, never)]
    check_statements(read_article(text), *lines)
