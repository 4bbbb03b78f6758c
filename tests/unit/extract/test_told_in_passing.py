"""Who has, tests or makes a work, told in passing: „aus dem Hause X“, „ein Versuch mit 300 Plätzen“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

HAS = "Gera führt die App Lumo ein. "
CASES = [
    ("Celle nutzt Lumo, eine Software aus dem Hause Prosoz in Herten.", ["PROSOZ develops Lumo"], []),
    (HAS + "Die App kommt aus dem Haus der AKDB.", ["AKDB develops Lumo"], []),
    ("Die Antwort kam aus dem Haus der AKDB, Celle nutzt die App Lumo.", [], ["AKDB develops Lumo"]),
    (HAS + "Jena hat im Januar einen Versuch mit 300 Plätzen begonnen.", ["Jena pilots Lumo"], []),
    (HAS + "In Jena läuft ein Probelauf mit rund vierzig Familien.", ["Jena pilots Lumo"], []),
    ("Celle ist mit der App Lumo sehr zufrieden.", ["Celle implements Lumo"], []),
    (HAS + "Jena ist mit dem Ergebnis zufrieden.", [], ["Jena * Lumo"]),
    (HAS + "Jena plant eine Übernahme.", ["Jena implements Lumo planned"], []),
    (HAS + "Jena lehnt eine Übernahme ab.", [], ["Jena * Lumo"]),
    (HAS + "Jena plant die Übernahme der Kosten.", [], ["Jena * Lumo"]),
    (HAS + "Fördergeber ist das Land Thüringen.", ["Thüringen funds Lumo"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-45:] for text, _, _ in CASES])
def test_told_in_passing(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
