"""Who has led a body and does not any more chairs it no longer, however the verb says so."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    ("Vor Vera Brandt stand Uwe Kern an der Spitze der AKDB.", "Uwe Kern chairs AKDB ended"),
    ("Vor Vera Brandt führte Uwe Kern die Dataport.", "Uwe Kern chairs Dataport ended"),
    ("Bis Ende 2022 stand Uwe Kern an der Spitze der AKDB.", "Uwe Kern chairs AKDB ended"),
    (
        "Vera Brandt ist neue Chefin der AKDB. Sie löst Uwe Kern ab, der das Haus neun Jahre lang geführt hat.",
        "Uwe Kern chairs AKDB ended",
    ),
    (
        "Vera Brandt leitet seit Mai die FITKO. Sie folgt auf Uwe Kern. Kern führte die Einrichtung seit 2012.",
        "Uwe Kern chairs FITKO ended",
    ),
    ("Uwe Kern steht seit 2019 an der Spitze der AKDB.", "Uwe Kern chairs AKDB asserted"),
    ("Vera Brandt leitet die FITKO. Uwe Kern führt die AKDB seit 2012.", "Uwe Kern chairs AKDB asserted"),
]


@pytest.mark.parametrize(("text", "said"), CASES, ids=[text[:48] for text, _ in CASES])
def test_a_chair_ends_with_the_office(text: str, said: str) -> None:
    other = said.replace("ended", "asserted") if said.endswith("ended") else said.replace("asserted", "ended")
    check_statements(read_article(text), [said], [other])
