"""What a council decides for its town, who „die Stadt“ and „dort“ are, and who no longer adopts a law."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    (
        "Der Gemeinderat von Aalen hat sich dafür entschieden, civento durch openDesk abzulösen.",
        ["Aalen implements openDesk"],
        ["Gemeinderat Aalen implements openDesk"],
    ),
    ("Der Gemeinderat von Aalen tagt künftig per BigBlueButton.", [], ["Aalen implements BigBlueButton"]),
    ("Der Kreistag Uelzen hat die Einführung der E-Akte beschlossen.", [], ["Uelzen implements E-Akte"]),
    (
        "Der Rat der Stadt Ulm stoppte das Vorhaben. Stattdessen arbeitet die Stadt mit der ekom21 zusammen.",
        ["Ulm cooperatesWith ekom21"],
        ["Rat Ulm cooperatesWith ekom21"],
    ),
    ("Die Stadt Kassel arbeitet ohne Papier, dort läuft civento.", ["Kassel implements civento"], []),
    ("Das Onlinezugangsgesetz ist durch: SPD und Grüne stimmten dafür.", [], ["SPD adopts Onlinezugangsgesetz"]),
    ("Der Bundestag hat für das Onlinezugangsgesetz gestimmt.", ["Bundestag adopts Onlinezugangsgesetz"], []),
    ("Das ifib, ein Institut an der Universität Bremen, hilft.", ["ifib partOf Universität Bremen"], []),
    ("Das ifib, ein Partner an der Universität Bremen, hilft.", [], ["ifib partOf Universität Bremen"]),
    ("Im Landkreis Fulda liegen die Akten nicht im System civento.", [], ["Fulda implements civento asserted"]),
    (
        "In Fulda rückt openDesk an die Stelle von civento.",
        ["Fulda implements openDesk"],
        ["Fulda implements civento asserted"],
    ),
    ("Die Stadt Ulm nimmt Abschied von civento.", ["Ulm implements civento ended"], []),
    ("Die Stadt Ulm denkt nicht an Abschied von civento.", [], ["Ulm implements civento ended"]),
    ("Kassel nutzt civento. Einen Prototyp der App hat die ekom21 verworfen.", [], ["ekom21 develops civento"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_statements(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)


LANDS = [
    ("Bis Ende 2019 müssen die Landesbehörden die E-Akte einführen.", ["Thüringen implements E-Akte"], []),
    ("Die Landesbehörden in Hessen nutzen die E-Akte.", [], ["Thüringen implements E-Akte"]),
    ("Die Landesbehörden anderer Länder nutzen die E-Akte.", [], ["Thüringen implements E-Akte"]),
    ("Die Landesbehörden nutzen die E-Akte nicht.", [], ["Thüringen implements E-Akte asserted"]),
]


@pytest.mark.parametrize(("text", "said", "never"), LANDS, ids=[text[:48] for text, _, _ in LANDS])
def test_authorities_of_the_land(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title="Thüringen\nMeldung", by=rules_only()), said, never)
