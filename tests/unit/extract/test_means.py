"""Systems told as what makes possible what the sentence before says: „Möglich macht das die Plattform X“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

ONLINE = "Der Kreis Gießen nimmt Bauanträge nun am Bildschirm an. "
CASES = [
    (ONLINE + "Möglich macht das die Software Lumo.", ["Landkreis Gießen implements Lumo asserted"], []),
    (ONLINE + "Möglich machen soll das die Plattform Lumo.", ["Landkreis Gießen implements Lumo planned"], []),
    (ONLINE + "Die Technik dahinter ist das Portal Lumo der AKDB.", ["Landkreis Gießen implements Lumo"], []),
    (ONLINE + "Im Hintergrund arbeitet die Plattform Lumo.", ["Landkreis Gießen implements Lumo"], []),
    (ONLINE + "Die Software heißt Lumo und stammt von der AKDB.", ["Landkreis Gießen implements Lumo"], []),
    (
        "Das Standesamt Ulm arbeitet papierlos. Dahinter steckt die Software Lumo.",
        ["Standesamt Ulm implements Lumo"],
        [],
    ),
    (
        "In Gera stellt man Anträge am Bildschirm. Ermöglicht wird das durch das Portal Lumo.",
        ["Gera implements Lumo"],
        [],
    ),
    (ONLINE + "Möglich macht das nicht die Plattform Lumo.", [], ["Landkreis Gießen * Lumo"]),
    (ONLINE + "Grundlage der Anwendung ist das Portal Lumo.", [], ["Landkreis Gießen implements Lumo"]),
    (
        "Gera und Jena nehmen Bauanträge am Bildschirm an. Möglich macht das die Plattform Lumo.",
        [],
        ["Gera implements Lumo"],
    ),
    ("Der Landtag hat lange beraten. Dahinter steckt das Portal Lumo.", [], ["Landtag implements Lumo"]),
    ("Fulda stellt die App Miro vor. Grundlage ist die Plattform Lumo.", [], ["Fulda implements Lumo"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_what_makes_it_possible(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
