"""Who gives up a post that another one has taken in the sentence before."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Jan Holm ist neuer Vorsitzender der Arbeitsgruppe Netze. Eva Roth gab den Vorsitz zum Jahresende ab.",
        ["Eva Roth holds Vorsitzender at Arbeitsgruppe Netze former"],
        [],
    ),
    (
        "Der Verein NExT hat einen neuen Vorsitzenden: Jan Holm. Eva Roth hat den Vorsitz niedergelegt.",
        ["Eva Roth holds Vorsitzender at NExT former"],
        [],
    ),
    (
        "Neue CIO des Landes Hessen ist Eva Roth. Jan Holm hat das Amt im März niedergelegt.",
        ["Jan Holm holds CIO at Hessen former"],
        [],
    ),
    (
        "Eva Roth ist CIO des Landes Hessen. Jan Holm hat das Amt des Kämmerers niedergelegt.",
        [],
        ["Jan Holm holds CIO at Hessen"],
    ),
    (
        "Eva Roth ist CIO des Landes Hessen. Jan Holm hat das Amt niedergelegt.",
        [],
        ["Jan Holm holds CIO at Hessen"],
    ),
    (
        "Eva Roth ist neue Vorsitzende der Arbeitsgruppe Netze. Jan Holm gab den Vorsitz im Kreistag ab.",
        [],
        ["Jan Holm holds Vorsitzender at Arbeitsgruppe Netze"],
    ),
    (
        "Bis zur Wahl bleibt Eva Roth Präsidentin der FITKO.",
        ["Eva Roth holds Präsident at FITKO"],
        [],
    ),
    (
        "Als Präsidentin der FITKO steht Eva Roth zur Wahl.",
        [],
        ["Eva Roth holds Präsident at FITKO current"],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_what_is_given_up_was_held(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)
