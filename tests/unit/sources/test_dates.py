from __future__ import annotations

import pytest

from govgraph.sources.dates import read_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("18.11.2024", "2024-11-18"),
        ("3. 5. 2019", "2019-05-03"),
        ("1.2.99", "1999-02-01"),
        ("1.2.09", "2009-02-01"),
        ("2024-02-29", "2024-02-29"),
        ("14. März 2023", "2023-03-14"),
        ("1. Jänner 2020", "2020-01-01"),
        ("5. Sept. 2011", "2011-09-05"),
        ("Oktober 2010", "2010-10"),
        ("3/2014", "2014-03"),
        ("2016", "2016"),
        ("29.02.2023", None),
        ("13/2014", None),
        ("5. Monat 2020", None),
        ("bald", None),
        ("", None),
    ],
)
def test_dates_keep_their_precision(words: str, expected: str | None) -> None:
    assert read_date(words) == expected
