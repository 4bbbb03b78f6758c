"""What words in the next sentence stand for: „das“, „beides“, „alle drei“, parts of a work, the house of who speaks."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

LUMO = "Fulda nutzt das Antragsportal Lumo. "
TWO = "Fulda arbeitet mit der Lernplattform Moodle und der Videosoftware BigBlueButton. "
CIVENTO = "Hessen baut die Plattform civento aus. "
CASES = [
    (LUMO + "Gefördert wurde das vom Land Hessen.", ["Hessen funds Lumo asserted"], []),
    (LUMO + "Das hat ekom21 programmiert.", ["ekom21 develops Lumo asserted"], []),
    (LUMO + "Das betreibt Dataport.", ["Dataport develops Lumo asserted"], []),
    (LUMO + "Das hat die Stadt mit der ekom21 entwickelt.", ["Fulda develops Lumo asserted"], []),
    (LUMO + "Das will Kassel bis zum Sommer testen.", ["Kassel pilots Lumo planned"], []),
    (LUMO + "Das sagte Landrat Karl Meier in Kassel.", [], ["Kassel * Lumo"]),
    (LUMO + "Das macht Kassel nicht.", [], ["Kassel * Lumo"]),
    (LUMO + "Das hat der Hessische Landtag begrüßt.", [], ["Hessischer Landtag * Lumo"]),
    (
        TWO + "Beides stellt die ekom21 bereit.",
        ["ekom21 develops Moodle asserted", "ekom21 develops BigBlueButton asserted"],
        [],
    ),
    (
        "Anna Weber leitet die IT des Landkreises Friesland. Sie war bei der Sparkasse in Wittmund. "
        "Der Kreis nutzt die E-Akte.",
        ["Landkreis Friesland implements E-Akte"],
        ["Wittmund implements E-Akte"],
    ),
    (TWO + "Beides ist falsch, sagt Dataport.", [], ["Dataport * Moodle", "Dataport * BigBlueButton"]),
    (
        "In Kassel gibt es das Portal Lumo. Fulda betreibt die Plattform Miro. Gera nutzt die Software enaio. "
        "Alle drei hat Dataport entwickelt.",
        ["Dataport develops Lumo", "Dataport develops Miro", "Dataport develops enaio"],
        [],
    ),
    (CIVENTO + "Erprobt wird die Anbindung in Fulda.", ["Fulda pilots civento asserted"], []),
    (CIVENTO + "Das Geld ist knapp. Kassel testet eine Erweiterung.", ["Kassel pilots civento asserted"], []),
    (
        CIVENTO + "Ausprobiert haben den Anschluss bisher Gelnhausen und Hanau.",
        ["Gelnhausen pilots civento asserted", "Hanau pilots civento asserted"],
        [],
    ),
    (CIVENTO + "Fulda testet die Anbindung der Archive.", [], ["Fulda pilots civento"]),
    (CIVENTO + "Fulda verwendet das Geld für die Anbindung seiner Archive.", [], ["Fulda implements civento"]),
    (CIVENTO + "Fulda testet keine Erweiterung.", [], ["Fulda pilots civento"]),
    (
        "Kassel hat das System Wohngeldfuchs eingeführt. Auch Fulda will den Fuchs testen.",
        ["Fulda pilots Wohngeldfuchs planned"],
        [],
    ),
    (
        "Kassel hat das System Wohngeldfuchs eingeführt. Fulda testet nun einen Fuchs.",
        [],
        ["Fulda pilots Wohngeldfuchs"],
    ),
    (
        "Fulda stieg im August auf die Software Lumo um, ein Produkt der Wortlaut GmbH wird weiter benutzt.",
        ["Fulda implements Lumo"],
        ["Wortlaut GmbH develops Lumo"],
    ),
    ("Kassel nutzt das System Bürgerkoffer. Die Stadt Fulda testet den Koffer.", ["Fulda pilots Bürgerkoffer"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_what_is_meant(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
