"""Who leads the project that was spoken of, where only a title says so."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

START = "Kassel führt die Software enaio ein. Mit enaio soll vieles schneller gehen. "
CASES = [
    ("„Wir kommen voran“, sagt Projektleiterin Vera Brandt.", ["Vera Brandt responsibleFor enaio asserted"], []),
    ("Die Fristen hält Programmleiter Uwe Kern für knapp.", ["Uwe Kern responsibleFor enaio"], []),
    ("Das sagte Amtsleiterin Vera Brandt.", [], ["Vera Brandt responsibleFor enaio"]),
    ("Uwe Kern, Projektleiter für Radwege, widerspricht.", [], ["Uwe Kern responsibleFor enaio"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_who_leads_it(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(START + text, by=rules_only()), said, never)


def test_of_two_works_none_is_guessed() -> None:
    text = "Kassel nutzt die Software enaio und das Portal Lumo. Das sagt Projektleiterin Vera Brandt."
    check_statements(read_article(text, by=rules_only()), [], ["Vera Brandt responsibleFor *"])
