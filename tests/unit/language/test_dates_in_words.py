"""Dates in words, relative to the day of the article."""

from __future__ import annotations

import pytest

from govgraph.language.dates import find_dates


@pytest.mark.parametrize(
    ("text", "day", "value", "lead"),
    [
        ("Zum Jahreswechsel geht der Vorsitz über.", "2017-12-18", "2018", "from"),
        ("Seit dem Jahreswechsel ist sie CIO.", "2018-01-10", "2018", "since"),
        ("Im neuen Jahr kommt die E-Akte.", "2017-12-18", "2018", "at"),
        ("Vom neuen Jahr an gilt das Gesetz.", "2018-01-03", "2018", "from"),
        ("Zum Jahreswechsel 2018/2019 geht der Vorsitz über.", "2017-12-18", "2018", "from"),
    ],
)
def test_the_turn_of_the_year(text: str, day: str, value: str, lead: str) -> None:
    found = find_dates(text, 0, len(text), day)[0]
    assert (found.value, found.lead) == (value, lead)


def test_every_month_is_a_time() -> None:
    text = "Von März an gilt das Gesetz."
    (found,) = find_dates(text, 0, len(text), "2026-01-22")
    assert (found.value, found.lead) == ("2026-03", "from")
