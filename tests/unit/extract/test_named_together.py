"""Names that share the noun before them, that open a sentence after a noun, or that end in a region."""

from __future__ import annotations

import pytest
from extract_reading import read_article


def names(text: str) -> set[tuple[str, str]]:
    return {(e.name, e.type.value) for e in read_article(text).entities}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bisher nutzen die Länder Systeme wie TORAX, Kalvis oder Melda.", {("TORAX", "System"), ("Kalvis", "System")}),
        ("Die Stadt setzt Programme wie LOGUS und Kalvis ein.", {("LOGUS", "System"), ("Kalvis", "System")}),
        (
            "Gera kauft die Dienste „Angelschein“ und „Jagdschein“.",
            {("Angelschein", "Service"), ("Jagdschein", "Service")},
        ),
        ("Die Vorhaben „Smarte Ufer“ sowie „Dorf der Zukunft“ enden.", {("Dorf der Zukunft", "Programme")}),
        ("Veranstalter Wegweiser erwartet 1.500 Gäste.", {("Wegweiser", "Organisation")}),
        ("Betreiber Torvix verspricht Besserung.", {("Torvix", "Organisation")}),
        ("Der Klinikverbund Südwest führt die E-Akte ein.", {("Klinikverbund Südwest", "Organisation")}),
        ("Im Verkehrsverbund Rhein-Neckar läuft es.", {("Verkehrsverbund Rhein-Neckar", "Organisation")}),
        ("Die Karten zeigt der Sachsen-Anhalt-Viewer.", {("Sachsen-Anhalt-Viewer", "System")}),
        (
            "Das Landessozialgericht Baden-Württemberg wartet.",
            {("Landessozialgericht Baden-Württemberg", "Organisation")},
        ),
        (
            "Der Oldenburgisch-Ostfriesische Wasserverband rüstet um.",
            {("Oldenburgisch-Ostfriesischer Wasserverband", "Organisation")},
        ),
    ],
)
def test_reads_the_names(text: str, found: set[tuple[str, str]]) -> None:
    assert found <= names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Systeme wie dieses gibt es selten.",
        "Anwendungen wie Textverarbeitung und Mail laufen.",
        "Betreiber kritischer Anlagen melden sich.",
        "Hersteller müssen handeln.",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert not names(text)
