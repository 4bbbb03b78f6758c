"""Which body „der Rat“ is: one that is called so."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

COUNCILS = [
    (
        "Anna Weber ist Bürgermeisterin der Stadt Fulda. Im Nationalen Normenkontrollrat wird gestritten. "
        "Uwe Kern wurde in den Rat berufen.",
        ["Uwe Kern memberOf Nationaler Normenkontrollrat"],
        ["Uwe Kern memberOf Rat Fulda"],
    ),
    (
        "Anna Weber ist Bürgermeisterin der Stadt Fulda. Über den IT-Rat wird gestritten. "
        "Auch die ekom21 gehört dem Rat an.",
        ["ekom21 memberOf IT-Rat"],
        ["ekom21 memberOf Rat Fulda"],
    ),
    (
        "Anna Weber ist Bürgermeisterin der Stadt Fulda. Im Verwaltungsrat der ekom21 wird gestritten. "
        "Uwe Kern gehört dem Rat seit 2019 an.",
        ["Uwe Kern memberOf Rat Fulda"],
        ["Uwe Kern memberOf Verwaltungsrat"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), COUNCILS, ids=[text[-48:] for text, _, _ in COUNCILS])
def test_which_council_is_meant(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
