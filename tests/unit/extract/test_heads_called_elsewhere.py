"""What the head of a house is called, told beside a predecessor or of nobody, and whoever a house lacks."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Seit dem Weggang von Direktorin Eva Roth im Juni führt Kai Reh den Brandenburgischen IT-Dienstleister.",
        [
            "Kai Reh holds Direktor at Brandenburgischer IT-Dienstleister",
            "Eva Roth holds Direktor at Brandenburgischer IT-Dienstleister former",
        ],
        ["Eva Roth holds Leiter", "Kai Reh holds Leiter"],
    ),
    (
        "Nach dem Ausscheiden von Vorstand Kai Reh leitet Eva Roth das ITDZ Berlin.",
        ["Kai Reh holds Vorstand at ITDZ Berlin former", "Eva Roth holds Leiter at ITDZ Berlin"],
        ["Kai Reh holds Leiter"],
    ),
    (
        "Das ITZBund hat eine neue Direktorin. Seit Februar leitet Eva Roth die Behörde.",
        ["Eva Roth holds Direktor at ITZBund"],
        ["Eva Roth holds Leiter"],
    ),
    (
        "Der Direktor der AKDB ist gegangen. Seit Februar leitet Kai Reh das ITZBund.",
        ["Kai Reh holds Leiter at ITZBund"],
        ["Kai Reh holds Direktor"],
    ),
    (
        "Die Bundesagentur für Arbeit steht ohne CIO da: Kai Reh, der viel vorhatte, ist zurückgetreten.",
        ["Kai Reh holds CIO at Bundesagentur für Arbeit former"],
        [],
    ),
    (
        "Das BSI hat keine Präsidentin mehr: Eva Roth wechselt zur AKDB.",
        ["Eva Roth holds Präsident at BSI current"],
        [],
    ),
    ("Das BSI hat keine Präsidentin mehr: Kai Reh sieht das gelassen.", [], ["Kai Reh holds Präsident"]),
    ("Ulm hat keine CDO. Eva Roth wechselt zum Bund.", [], ["Eva Roth holds CDO"]),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES, ids=[str(number) for number in range(len(CASES))])
def test_head_of_a_house_by_a_title_told_elsewhere(text: str, states: list[str], never: list[str]) -> None:
    """The title is that of who leads the house or has left it, and of no other house."""
    check_statements(read_article(text), states, never)


HANDED = [
    (
        "Eva Roth hat die FITKO im Mai 2023 an Kai Reh übergeben.",
        ["Kai Reh holds Leiter at FITKO", "Eva Roth holds Leiter at FITKO former"],
        [],
    ),
    (
        "Präsidentin Eva Roth übergibt im Mai das BSI an den Münchner CISO Kai Reh.",
        ["Eva Roth holds Präsident at BSI", "Kai Reh holds Präsident at BSI", "Kai Reh holds CISO at München"],
        ["Eva Roth holds CISO", "Kai Reh holds Leiter"],
    ),
    ("Die Stadt Ulm übergab die Lecos GmbH an die Stadt Kassel.", [], ["Ulm chairs Lecos GmbH"]),
    ("Landrätin Eva Roth übergab das Portal des BSI an Kai Reh.", [], ["Kai Reh holds Leiter", "Kai Reh chairs BSI"]),
]


@pytest.mark.parametrize(("text", "states", "never"), HANDED, ids=[str(number) for number in range(len(HANDED))])
def test_house_handed_over(text: str, states: list[str], never: list[str]) -> None:
    """Who hands over a house was its head, and the other one is so then; a thing handed over is no house."""
    check_statements(read_article(text), states, never)
