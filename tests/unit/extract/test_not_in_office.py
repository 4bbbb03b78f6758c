"""Sentences that name a person and an office, and do not say that the one holds the other."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    ("Neuer Bürgermeister von Gladbeck wird Bettina Weist oder Dietmar Drosdzol.", [], ["* holds Bürgermeister"]),
    ("Anna Kolb oder Peter Lutz wird CIO des Landes Hessen.", [], ["* holds CIO"]),
    ("Auf Roland Weber folgt Anna Kolb oder Peter Lutz.", [], ["* succeeds *"]),
    (
        "Anna Kolb und Peter Lutz werden Staatssekretäre im BMI.",
        ["Anna Kolb holds Staatssekretär", "Peter Lutz holds Staatssekretär"],
        [],
    ),
    (
        "In unserer Meldung vom 18. Mai hieß es, Anna Kolb sei seit dem 1. März 2020 CIO des Landes Hessen. "
        "Richtig ist: Anna Kolb ist seit dem 1. April 2020 CIO des Landes Hessen.",
        ["Anna Kolb holds CIO at Hessen current since=2020-04-01"],
        ["Anna Kolb holds CIO since=2020-03-01"],
    ),
    ("Es wurde fälschlich berichtet, dass Anna Kolb CIO des Landes Hessen ist.", [], ["Anna Kolb holds CIO"]),
    ("Irrtümlich wurde berichtet, Anna Kolb sei CIO des Landes Hessen.", [], ["Anna Kolb holds CIO"]),
    ("Aus dem Ministerium hieß es, Anna Kolb sei CIO des Landes Hessen.", ["Anna Kolb holds CIO"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_who_is_not_in_office(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
