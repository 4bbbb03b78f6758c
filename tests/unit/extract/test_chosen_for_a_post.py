"""Who is chosen for a post or comes to it, where the sentence before says that it is to be filled."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Kassel hat wieder einen Chief Digital Officer. Oberbürgermeister Uwe Brandt berief Anna Weber, bislang "
        "Referatsleiterin im BMI.",
        ["Anna Weber holds CDO at Kassel", "Uwe Brandt holds Oberbürgermeister at Kassel"],
        ["Uwe Brandt holds CDO"],
    ),
    (
        "Zum ersten Mal leistet sich die Stadt Kassel eine Digitalisierungsbeauftragte. Anna Weber, 34, tritt ihren "
        "Dienst am 15. Oktober an.",
        ["Anna Weber holds Digitalisierungsbeauftragter at Kassel designated"],
        [],
    ),
    (
        "Die Stadt Kassel sucht keinen CISO. Anna Weber kommt von der AKDB.",
        [],
        ["Anna Weber holds CISO"],
    ),
    (
        "Die Stadt Kassel bekommt einen CISO. Eingestellt wird Anna Weber als Referentin.",
        [],
        ["Anna Weber holds CISO"],
    ),
    (
        "Kassel hat wieder einen CISO. Anna Weber wählte der Verband zur Vorsitzenden.",
        [],
        ["Anna Weber holds CISO"],
    ),
    (
        "Die CISO der AKDB ist im Haus. Uwe Brandt tritt seinen Dienst am 15. Oktober an.",
        [],
        ["Uwe Brandt holds CISO"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_chosen_for_a_post_named_before(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
