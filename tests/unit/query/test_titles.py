"""Titles of women, as the sentences about them have them."""

from __future__ import annotations

import pytest

from govgraph.query import Proof
from govgraph.query.titles import said_of


def said(person: str, masculine: str, feminine: str, *quotes: str) -> bool | None:
    return said_of(person, masculine, feminine, [Proof(one, 0, 9, "a", "", "", "", "", "a") for one in quotes])


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Annegret Vosskamp ist Vorsitzende des IT-Planungsrats.", True),
        ("Die Vorsitzende Annegret Vosskamp kam.", True),
        ("Der Vorsitzende Annegret Vosskamp kam.", False),
        ("Der stellvertretende Vorsitzende kam.", False),
        ("Vorsitzender ist Annegret Vosskamp.", False),
        ("Annegret Vosskamp leitet ihn.", None),
        ("Annegret Vosskamp folgt auf die Vorsitzende.", None),
    ],
)
def test_the_form_of_an_adjective_tells_by_its_article(quote: str, expected: bool | None) -> None:
    assert said("Annegret Vosskamp", "Vorsitzender", "Vorsitzende", quote) is expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Innenministerin Eva Alt eröffnete das Amt.", True),
        ("Eva Alt wurde zur Ministerin ernannt.", True),
        ("Eva Alt traf Ministerin Ute Neu.", None),
        ("Minister Eva Alt", False),
        ("Ministerin Ute Neu und Minister Eva Alt", None),
        ("Nachfolger der Ministerin wird Eva Alt.", None),
        ("Eva Alt war dort.", None),
    ],
)
def test_a_title_of_somebody_else_tells_nothing(quote: str, expected: bool | None) -> None:
    assert said("Eva Alt", "Minister", "Ministerin", quote) is expected


def test_forms_that_differ_between_sentences_tell_nothing_for_sure() -> None:
    assert said("Eva Alt", "Minister", "Ministerin", "Ministerin Eva Alt", "Minister Eva Alt") is False
