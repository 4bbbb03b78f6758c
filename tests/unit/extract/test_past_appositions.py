"""What is joined past an apposition stands where the first name stands: „Die KDO, ein Zweckverband, und die ITEBO“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    (
        "Die KDO, ein Zweckverband mit 58 Mitgliedern, und die ITEBO GmbH führen die Software Lumo ein.",
        ["Kommunale Datenverarbeitung Oldenburg implements Lumo", "ITEBO implements Lumo"],
        [],
    ),
    (
        "Die ekom21 (Gießen), ein Verband der Kommunen, und die AKDB haben einen Rahmenvertrag geschlossen.",
        ["ekom21 cooperatesWith AKDB"],
        [],
    ),
    (
        "Kassel arbeitet mit Gera zusammen, einer Stadt in Thüringen, und Jena testet die Plattform Lumo.",
        ["Jena pilots Lumo"],
        ["Kassel * Lumo", "Gera * Lumo"],
    ),
    (
        "Fulda führt das Portal Lumo, ein Produkt der ekom21 aus Gießen, und die App Miro ein.",
        ["Fulda implements Lumo", "Fulda implements Miro"],
        ["ekom21 * Miro"],
    ),
    (
        "Am Portal Lumo sind die AKDB, ein Dienstleister aus Bayern, und der Landkreis Celle beteiligt.",
        ["Landkreis Celle implements Lumo", "AKDB implements Lumo"],
        [],
    ),
    (
        "Die KDO, ein Zweckverband, und die ITEBO GmbH haben die Software Lumo nicht eingeführt.",
        [],
        ["ITEBO * Lumo", "Kommunale Datenverarbeitung Oldenburg * Lumo"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_past_appositions(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
