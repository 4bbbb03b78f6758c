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
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_who_is_not_in_office(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
