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
        ("das Rechenzentrum RZ² der Stadt", "das Rechenzentrum RZ² der Stadt"),
    ],
)
def test_what_is_read(written: str, read: str) -> None:
    folded = fold(written)
    assert folded.text == read
    assert folded.original(0, len(read)) == (0, len(written))
