from __future__ import annotations

import pytest

from govgraph.language.written_dates import written_dates


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("am 2021-04-01 und am 2021-05", "am 1. April 2021 und im Mai 2021"),
        ("zum 2021-03-01 angekündigt", "zum 1. März 2021 angekündigt"),
        ("zum 2021-03 angekündigt", "für März 2021 angekündigt"),
        ("am 2021 begonnen", "im Jahr 2021 begonnen"),
        ("vom 2021-04-01 bis 2022-12-31.", "vom 1. April 2021 bis zum 31. Dezember 2022."),
        ("seit 2021-04-01, seit 2020", "seit dem 1. April 2021, seit 2020"),
        ("von Eva Alt (2021-04-01)", "von Eva Alt (1. April 2021)"),
        ("am 2021-02-31", "am 2021-02-31"),
        ("Programm 2021-04-01", "Programm 2021-04-01"),
        ("am 20210401", "am 20210401"),
    ],
)
def test_dates_are_written_as_prose_has_them(told: str, written: str) -> None:
    assert written_dates(told) == written
