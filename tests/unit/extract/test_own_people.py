"""Whom somebody who speaks calls their own: deputies, and heads of units of the house."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

_ASKED = "\n\nUnd sonst?\n\nReh: Gut."
CASES = [
    (
        "Kai Reh ist Geschäftsführer der AKDB.\n\nWie läuft es, Herr Reh?\n\nReh: Mein Stellvertreter Jens Ott hilft.",
        ["Jens Ott holds Stellvertreter at AKDB"],
        [],
    ),
    (
        "Kai Reh ist CDO von Ulm.\n\nWie läuft es, Herr Reh?\n\nReh: Meine bisherige Stellvertreterin Eva Roth geht.",
        ["Eva Roth holds Stellvertreter at Ulm former"],
        [],
    ),
    (
        "Kai Reh ist Rektor der Hochschule Harz.\n\nWer hilft?\n\nReh: Eva Roth, die Leiterin unseres Rechenzentrums.",
        ["Eva Roth holds Leiter at Hochschule Harz"],
        [],
    ),
    (
        "Kai Reh ist Rektor der Hochschule Harz.\n\nWer hilft?\n\nReh: Eva Roth, die Leiterin des Hauptamts der AKDB.",
        ["Eva Roth holds Leiter at AKDB"],
        ["Eva Roth holds Leiter at Hochschule Harz"],
    ),
    (
        "Kai Reh arbeitet für Bad Ellern.\n\nWie läuft es in Bad Ellern?\n\nReh: Ich bin Leiter des Standesamts.",
        ["Kai Reh holds Leiter at Bad Ellern"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES, ids=[str(number) for number in range(len(CASES))])
def test_people_of_a_speaker(text: str, states: list[str], never: list[str]) -> None:
    """They are in the body for which the speaker says „wir“, deputies where the speaker has an office."""
    check_statements(read_article(text + _ASKED), states, never)
