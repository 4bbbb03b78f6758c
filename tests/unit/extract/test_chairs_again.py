"""Chairs that a sentence speaks of again without naming the body."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Hessen führt den Vorsitz im IT-Planungsrat. Viel ist geschehen. Der Vorsitz wechselt im Januar zum Bund.",
        ["Bund chairs IT-Planungsrat planned"],
        [],
    ),
    (
        "Den Vorsitz im IT-Planungsrat hatte Hessen. Übernommen hat ihn nun Bayern.",
        ["Bayern chairs IT-Planungsrat asserted"],
        [],
    ),
    (
        "Der KITU sitzt Uwe Brandt vor. Bis 2022 bekleidete diese Funktion Anna Weber.",
        ["Anna Weber chairs KITU"],
        [],
    ),
    (
        "Den Vorsitz im IT-Planungsrat hat Hessen. Sie übernimmt Bayern nicht.",
        [],
        ["Bayern chairs IT-Planungsrat"],
    ),
    (
        "Den Vorsitz im IT-Planungsrat hat Hessen. Den Vorsitz des Bitkom hat Ralf Wintergerst.",
        [],
        ["Ralf Wintergerst chairs IT-Planungsrat"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:50] for text, _, _ in CASES])
def test_the_chair_is_that_of_the_body_named_before(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
