"""Who leads a unit without a name is not the head of the body around it."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

UNITS = [
    "Die FITKO hat eine Stabsstelle eingerichtet. Geleitet wird sie von Ina Rost.",
    "Die FITKO gründet ein Referat. Das Referat wird von Ina Rost geführt.",
    "Die FITKO hat eine neue Abteilung. Leiterin der Abteilung ist Ina Rost.",
    "Die FITKO eröffnet eine Niederlassung in Fulda. Sie wird von Ina Rost geleitet.",
]


@pytest.mark.parametrize("text", UNITS)
def test_who_leads_an_unnamed_unit_does_not_chair_its_body(text: str) -> None:
    check_statements(read_article(text), [], ["Ina Rost chairs FITKO", "Ina Rost holds Präsident at FITKO"])


def test_a_body_that_is_led_itself_is() -> None:
    check_statements(read_article("Die FITKO wächst. Geleitet wird sie von Ina Rost."), ["Ina Rost chairs FITKO"], [])


def test_a_unit_told_apart_is_none_that_was_named() -> None:
    text = "Das Referat O 3 wächst. Die Abteilung, zu der das Referat gehört, wird von Ina Rost geführt."
    check_statements(read_article(text), [], ["Ina Rost chairs Referat O 3", "Ina Rost holds Leiter at Referat O 3"])
