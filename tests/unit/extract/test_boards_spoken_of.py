"""Who comes into the board that the sentence before spoke of, stays in it, or leaves it."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

BOARD = "Der Digitalbeirat des Landes Hessen hat getagt. "
CASES = [
    ("Neu gewählt wurden Vera Brandt und Uwe Kern.", ["Vera Brandt memberOf Digitalbeirat"], []),
    ("Erneut berufen wurde Uwe Kern.", ["Uwe Kern memberOf Digitalbeirat"], []),
    ("Auf den Platz von Jan Roth rückt Vera Brandt nach.", ["Vera Brandt memberOf Digitalbeirat"], []),
    ("Neu dabei ist Vera Brandt.", ["Vera Brandt memberOf Digitalbeirat"], []),
    ("Mit am Tisch sitzt auch die ekom21.", ["ekom21 memberOf Digitalbeirat"], []),
    ("Vera Brandt behält ihr Mandat.", ["Vera Brandt memberOf Digitalbeirat asserted"], []),
    ("Vera Brandt hat ihr Mandat niedergelegt.", ["Vera Brandt memberOf Digitalbeirat ended"], []),
    (
        "Stimmberechtigt sind auch Kassel und die ekom21.",
        ["Kassel memberOf Digitalbeirat", "ekom21 memberOf Digitalbeirat"],
        [],
    ),
    ("Vertreten ist außerdem die Universität Kassel.", ["Universität Kassel memberOf Digitalbeirat"], []),
    ("Vera Brandt wurde zur Bürgermeisterin von Fulda gewählt.", [], ["Vera Brandt memberOf Digitalbeirat"]),
    ("Vera Brandt ist neu im Amt.", [], ["Vera Brandt memberOf Digitalbeirat"]),
    ("Nicht wiedergewählt wurde Vera Brandt.", [], ["Vera Brandt memberOf Digitalbeirat"]),
    ("Die Universität Kassel wird durch Vera Brandt vertreten.", [], ["Universität Kassel memberOf Digitalbeirat"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_who_is_in_the_board(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(BOARD + text, by=rules_only()), said, never)


def test_the_table_is_that_of_a_board() -> None:
    text = BOARD + "Auch der Bitkom hat gesprochen. Vera Brandt sitzt für den Hessischen Städtetag mit am Tisch."
    check_statements(
        read_article(text, by=rules_only()), ["Vera Brandt memberOf Digitalbeirat"], ["Vera Brandt memberOf Bitkom"]
    )


def test_who_elects_is_not_the_board() -> None:
    text = "Die Verbandsversammlung der ekom21 hat getagt. Neu gewählt wurden Vera Brandt und Uwe Kern."
    check_statements(read_article(text, by=rules_only()), [], ["Vera Brandt memberOf Verbandsversammlung"])
