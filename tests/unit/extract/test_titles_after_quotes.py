"""Of whom a title speaks after a quote, and after names that tell whether somebody is a woman."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Landrat Uwe Brandt war in Plön. „Der Norden ist weit, er hat Platz“, sagte Jens Ott. Der CIO Hessens lacht.",
        ["Jens Ott holds CIO at Hessen"],
        ["Uwe Brandt holds CIO"],
    ),
    (
        "Zu Olav Wilms führt eine Treppe. „Sie ist steil“, sagt der Geschäftsführer der ekom21.",
        ["Olav Wilms holds Geschäftsführer at ekom21"],
        [],
    ),
    (
        "Zu Femke Wilms führt eine Treppe. „Sie ist steil“, sagt die Geschäftsführerin der ekom21.",
        ["Femke Wilms holds Geschäftsführer at ekom21"],
        [],
    ),
    (
        "Zu Femke Wilms führt eine Treppe. „Sie ist steil“, sagt der Geschäftsführer der ekom21.",
        [],
        ["Femke Wilms holds Geschäftsführer"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_of_whom_the_title_speaks(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
