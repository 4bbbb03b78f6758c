"""Who had or has a post that is open or passes to another, where no title stands beside the name."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "In Leipzig bleibt die Stelle der CDO nach dem Weggang von Anna Weber unbesetzt.",
        ["Anna Weber holds CDO at Leipzig former"],
        [],
    ),
    (
        "Nach dem Rücktritt von Jens Ott sucht Kassel einen neuen CDO.",
        ["Jens Ott holds CDO at Kassel former"],
        [],
    ),
    (
        "Die Stelle des IT-Leiters in Eutin ist verwaist, seit Anna Weber zum Land gewechselt ist.",
        ["Anna Weber holds IT-Leiter at Eutin former"],
        [],
    ),
    (
        "Coburg bekommt eine neue CDO. Amtsinhaberin Anna Weber wechselt zum Bund.",
        ["Anna Weber holds CDO at Coburg current"],
        [],
    ),
    (
        "In Kassel siegte Anna Weber gegen Amtsinhaber Jens Ott. Die neue Oberbürgermeisterin will sparen.",
        ["Jens Ott holds Oberbürgermeister at Kassel", "Anna Weber holds Oberbürgermeister at Kassel"],
        [],
    ),
    (
        "Der Kreis Gotha (Thüringen) hat die Stelle seines Digitalbeauftragten gestrichen. Amtsinhaber Jens Ott geht.",
        ["Jens Ott holds Digitalbeauftragter at Kreis Gotha"],
        ["Jens Ott holds Digitalbeauftragter at Thüringen"],
    ),
    (
        "Das Amt der CIO des Landes Hessen hat Anna Weber von Jens Ott übernommen.",
        ["Jens Ott holds CIO at Hessen former", "Anna Weber holds CIO at Hessen"],
        [],
    ),
    (
        "Nach dem Rücktritt von Jens Ott spricht die CDO von Kassel von einem Verlust.",
        [],
        ["Jens Ott holds CDO"],
    ),
    (
        "Ein Geschäftsführer für die Lecos wird gesucht; bis dahin nimmt Jens Ott die Aufgabe kommissarisch wahr.",
        ["Jens Ott holds Geschäftsführer at Lecos acting"],
        [],
    ),
    (
        "In Eutin fehlt ein IT-Leiter; kommissarisch hat Jens Ott das Amt inne.",
        ["Jens Ott holds IT-Leiter at Eutin acting"],
        [],
    ),
    (
        "Kassel sucht einen neuen CDO, bis dahin übernimmt Kämmerin Anna Weber die Aufgabe.",
        ["Anna Weber holds CDO at Kassel acting", "Anna Weber holds Kämmerer at Kassel current"],
        [],
    ),
    ("Amtsinhaber Jens Ott war müde. Mehr gab es in Kassel nicht.", [], ["Jens Ott holds *"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_who_had_the_post(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


BEFORE_THEM = [
    (
        "Anna Weber ist Amtsdirektorin des Amtes Mittleres Nordfriesland und führt die AG Cloud. Das ist neu. "
        "Ihr Vorgänger Jens Ott war 18 Jahre im Amt.",
        "Jens Ott holds Amtsdirektor at Mittleres Nordfriesland former",
    ),
    (
        "Anna Weber, Präsidentin der FITKO, plant viel. Sie hat das Amt von Jens Ott übernommen.",
        "Jens Ott holds Präsident at FITKO former",
    ),
    (
        "Kassels Kämmerin Anna Weber sitzt im Verwaltungsrat der AKDB. Ihr Vorgänger Jens Ott lobt das.",
        "Jens Ott holds Kämmerer at Kassel former",
    ),
    (
        "Anna Weber, Präsidentin des BSI, lobt das. Vor ihr hatte Jens Ott das Amt inne.",
        "Jens Ott holds Präsident at BSI former",
    ),
]


@pytest.mark.parametrize(("text", "said"), BEFORE_THEM)
def test_what_a_predecessor_held(text: str, said: str) -> None:
    check_statements(read_article(text), [said], [])


def test_two_offices_leave_open_which_one_passed() -> None:
    text = "Anna Weber, Präsidentin des BSI und Kämmerin von Kassel, lobt das. Ihr Vorgänger Jens Ott schweigt."
    check_statements(read_article(text), [], ["Jens Ott holds Präsident at BSI", "Jens Ott holds Kämmerer at Kassel"])
