"""The clause that bears a statement: within its sentence, no longer than allowed, in whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govgraph.language.excerpts import LONGEST, excerpt


def cut(text: str, *stated: tuple[str, ...], longest: int = LONGEST) -> str:
    begin, end = excerpt(text, [[frozenset({name}) for name in things] for things in stated], longest)
    return text[begin:end]


@pytest.mark.parametrize(
    ("text", "things", "clause"),
    [
        (
            "Richter folgt auf Klaus Vitt, der Ende April in den Ruhestand gegangen ist.",
            ("Richter", "Klaus Vitt"),
            "Richter folgt auf Klaus Vitt",
        ),
        (
            "Sein Amt ist neu: Aufgebaut hat es Eva Muster, die seit dem 1. Mai CIO von Hessen ist.",
            ("Eva Muster", "CIO", "Hessen"),
            "Aufgebaut hat es Eva Muster, die seit dem 1. Mai CIO von Hessen ist.",
        ),
        (
            "In Kassel regnete es; das Land Hessen führt die E-Akte ein.",
            ("Hessen", "E-Akte"),
            "das Land Hessen führt die E-Akte ein.",
        ),
        # a name is not parted at its conjunction, nor at its brackets
        (
            "Am Abend sprach Jan Alt, Minister für Energie und Klima, in Kiel.",
            ("Jan Alt", "Minister für Energie und Klima"),
            "Am Abend sprach Jan Alt, Minister für Energie und Klima",
        ),
        # without the clause before it, this would say the contrary
        (
            "Es stimmt nicht, dass Hessen die E-Akte für alle Behörden einführt, sagt er.",
            ("Hessen", "E-Akte"),
            "Es stimmt nicht, dass Hessen die E-Akte für alle Behörden einführt",
        ),
        # inflected, and found at the begin of a word only
        (
            "Der CIO Hessens tagt in Rosenheim, er leitet das Heim.",
            ("Hessen", "CIO"),
            "Der CIO Hessens tagt in Rosenheim",
        ),
        # nothing is named: a pronoun bears the statement
        ("Sie leitet das Haus seit 2020 allein, sagt sie.", ("Eva Muster",), "Sie leitet das Haus seit 2020 allein"),
    ],
)
def test_clause_is_found(text: str, things: tuple[str, ...], clause: str) -> None:
    assert cut(text, things) == clause


def test_as_many_statements_as_fit_are_held() -> None:
    text = "Hessen führt die E-Akte ein, Bremen prüft noch, und Berlin baut das Portal."
    both = (("Hessen", "E-Akte"), ("Berlin", "Portal"))
    assert cut(text, *both) == text
    assert cut(text, *both, longest=40) == "Hessen führt die E-Akte ein"


def test_a_clause_that_is_too_long_ends_at_a_word_and_holds_the_names() -> None:
    text = "Nach vielen Jahren des Wartens hat " + "mit sehr viel Geduld " * 10 + "endlich Hessen die E-Akte bekommen"
    found = cut(text, ("Hessen", "E-Akte"), longest=60)
    assert found == "Hessen die E-Akte bekommen"
    assert cut("A" * 300, (), longest=100) == "A" * 100


@given(
    st.text("ab .,;:!?-–()\n„“und", min_size=1, max_size=400),
    st.lists(st.lists(st.text("ab", min_size=1, max_size=3), max_size=3), max_size=4),
    st.integers(1, 60),
)
def test_an_excerpt_is_never_empty_and_never_too_long(text: str, stated: list[list[str]], longest: int) -> None:
    begin, end = excerpt(text, [[frozenset({name}) for name in things] for things in stated], longest)
    assert 0 <= begin < end <= len(text)
    assert end - begin <= longest
    if end < len(text) and not any(len(word) >= longest for word in text.split()):
        assert not (text[end - 1].isalpha() and text[end].isalpha()), text[begin:end]
