"""Ways of writing that are read as the words they stand for, with offsets that lead back."""

from __future__ import annotations

import pytest

from govgraph.language.text import fold


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"Wir gehen voran", sagt sie.', "„Wir gehen voran“, sagt sie."),
        ("''Wir gehen voran'', sagt sie.", "„Wir gehen voran“, sagt sie."),
        ("“Wir gehen voran”, sagt sie.", "„Wir gehen voran“, sagt sie."),
        ("«Wir gehen voran», sagt sie.", "„Wir gehen voran“, sagt sie."),
        ('ein Bildschirm von 27" misst', 'ein Bildschirm von 27" misst'),
        ("»Wir gehen voran«, sagt sie.", "»Wir gehen voran«, sagt sie."),
        ("die Landes-\nregierung", "die Landesregierung"),
        ("die IT-\nStrategie", "die IT-Strategie"),
        ("das KI-\ngestützte Amt", "das KI-gestützte Amt"),
        ("Haupt-\nund Nebenamt", "Haupt-\nund Nebenamt"),
        ("Neue:r Leiter:in, Referent_in, Leiter*in", "Neuer Leiterin, Referentin, Leiterin"),
        ("Bürgermeister/in und Mitarbeiter/-innen", "Bürgermeisterin und Mitarbeiterinnen"),
        ("in/aus Ulm, Stadt:Land, 3*in", "in/aus Ulm, Stadt:Land, 3*in"),
        ("Die AKDB³ und „Amt 2030“² in Gera¹\n¹ Stand 2018", "Die AKDB und „Amt 2030“ in Gera\n¹ Stand 2018"),
        ("Ole Hansen*, CIO\n* bis 2020", "Ole Hansen, CIO\n* bis 2020"),
        ("Die Stadt Gera¹ nutzt Session².", "Die Stadt Gera nutzt Session."),
        ("Das ISA²-Programm läuft aus.", "Das ISA²-Programm läuft aus."),
        ("40 m², 3 km², 5 m³, CO₂ und Gera*", "40 m², 3 km², 5 m³, CO₂ und Gera*"),
        ("das Rechenzentrum RZ² der Stadt", "das Rechenzentrum RZ² der Stadt"),
    ],
)
def test_what_is_read(written: str, read: str) -> None:
    folded = fold(written)
    assert folded.text == read
    assert folded.original(0, len(read)) == (0, len(written))


@pytest.mark.parametrize(
    "text",
    [
        "10:15 Uhr: Kiel meldet einen Ausfall.\n11:40 Uhr: Kiel sucht den Fehler.",
        "08:00 Uhr: Bürgeramt öffnet\n12:30 Uhr: Pause\n14:00 Uhr: Pause",
    ],
)
def test_times_of_day_are_no_time_codes(text: str) -> None:
    assert fold(text).text == text


def test_a_time_code_in_brackets_stands_behind_a_name_above_what_is_said() -> None:
    text = "Eva Ott (00:12):\nNutzen Sie die E-Akte?\n\nJan Uhl (00:31):\nJa.\n\nEva Ott (00:40):\nGut."
    assert [line.split() for line in fold(text).text.split("\n") if line][::2] == [
        ["Eva", "Ott:", "Nutzen", "Sie", "die", "E-Akte?"],
        ["Eva", "Ott:", "Gut."],
    ]
