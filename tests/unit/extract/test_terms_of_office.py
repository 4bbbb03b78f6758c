"""From when to when somebody holds an office, and what its end says of today."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Peter Lutz war bis 2012 CIO des Landes Hessen. Im Jahr 2018 wurde Peter Lutz erneut CIO des Landes Hessen.",
        ["Peter Lutz holds CIO at Hessen former until=2012", "Peter Lutz holds CIO at Hessen new since=2018"],
        ["Peter Lutz holds CIO since=2018 until=2012"],
    ),
    (
        "Von 2010 bis 2012 war Peter Lutz CIO des Landes Hessen. Seit 2020 ist Peter Lutz wieder CIO des Landes.",
        [
            "Peter Lutz holds CIO at Hessen former since=2010 until=2012",
            "Peter Lutz holds CIO at Hessen current since=2020",
        ],
        [],
    ),
    (
        "Seit 1. März 2020 ist Peter Lutz CIO des Landes Hessen. Zuvor war er von 2012 bis 2014 CIO des Landes "
        "Hessen. CIO Peter Lutz freut sich.",
        [
            "Peter Lutz holds CIO at Hessen former since=2012 until=2014",
            "Peter Lutz holds CIO at Hessen current since=2020-03-01",
        ],
        [],
    ),
    (
        "Peter Lutz war seit 2010 CIO des Landes Hessen. Bis 2014 war Peter Lutz CIO des Landes Hessen.",
        ["Peter Lutz holds CIO at Hessen former since=2010 until=2014"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_how_long_an_office_is_held(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


def test_one_office_in_two_terms_is_two() -> None:
    offices = read_article(CASES[0][0]).offices
    assert [(office.status, office.since, office.until) for office in offices] == [
        ("former", None, "2012"),
        ("new", "2018", None),
    ]


def test_one_term_told_in_two_sentences_is_one() -> None:
    assert len(read_article(CASES[3][0]).offices) == 1
