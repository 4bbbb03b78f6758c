"""Who „führt die Geschäfte“: what the head is called, and no Geschäftsführer where there is none."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Bei IT.NRW führt Vizepräsident Kai Reh die Geschäfte, solange die Spitze unbesetzt ist.",
        ["Kai Reh holds Präsident at IT.NRW acting", "Kai Reh holds Vizepräsident at IT.NRW"],
        ["Kai Reh holds Geschäftsführer"],
    ),
    (
        "Die Geschäfte des ITZBund führt bis dahin Vizedirektorin Eva Roth.",
        ["Eva Roth holds Direktor at ITZBund acting"],
        ["Eva Roth holds Geschäftsführer"],
    ),
    (
        "In Ulm führt derzeit Eva Roth die Geschäfte, die Vize-CISO.",
        ["Eva Roth holds CISO at Ulm acting"],
        ["Eva Roth holds Geschäftsführer"],
    ),
    (
        "Jens Ott, der Vizepräsident des BSI, führte bis Mai 2023 die Geschäfte.",
        ["Jens Ott holds Präsident at BSI former"],
        ["Jens Ott holds Geschäftsführer"],
    ),
    (
        "Die Geschäfte der FITKO führt Abteilungsleiterin Eva Roth.",
        ["Eva Roth holds Leiter at FITKO"],
        ["Eva Roth holds Geschäftsführer"],
    ),
    ("In Ulm führt derzeit Eva Roth die Geschäfte.", [], ["Eva Roth holds Geschäftsführer"]),
    (
        "Die Lecos GmbH sucht. Bis dahin führt Prokurist Kai Reh die Geschäfte.",
        ["Kai Reh holds Geschäftsführer at Lecos GmbH", "Kai Reh holds Prokurist at Lecos GmbH"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "states", "never"), CASES, ids=[str(number) for number in range(len(CASES))])
def test_who_runs_the_business_is_called_as_the_head_is(text: str, states: list[str], never: list[str]) -> None:
    """A deputy is what the head is called; only houses with a Geschäftsführer have one by that."""
    check_statements(read_article(text), states, never)
