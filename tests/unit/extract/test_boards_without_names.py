"""A chair is that of the board spoken of last, though that has no name but its noun."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

NOBODY = [
    "Die AKDB wächst. Der Betriebsrat ist skeptisch. Vorsitzende Vera Brandt sieht noch Fragen.",
    "Die FITKO sprach mit der Vitako. Die Bürgerinitiative war dagegen, so Vorsitzende Vera Brandt.",
]
OF_STAFF = [
    "Die KISA liefert die E-Akte. Der Personalrat ist skeptisch, sagt dessen Vorsitzende Vera Brandt.",
    "Die Vitako tagte. Der Personalrat ist skeptisch. Vorsitzende ist Vera Brandt.",
    "Es kamen Leute der Lecos GmbH. Der Personalrat der Stadt Gera klagt. „Nein“, so die Vorsitzende Vera Brandt.",
    "Die Stadt Gera nutzt VOIS. Der Personalrat ist skeptisch. Es fehle Personal, sagt dessen Vorsitzende Vera Brandt.",
    "Die Stadt Gera nutzt VOIS. Vera Brandt, die dem Personalrat vorsitzt, ist skeptisch.",
    "Auch Erfurt nutzt VOIS. Skeptisch ist Vera Brandt, die dem Geraer Personalrat vorsteht.",
    "Die Stadt Gera nutzt VOIS. Den Personalrat leitet Vera Brandt.",
]
NAMED = [
    ("Die govdigital wächst. Vorsitzende Vera Brandt lobte auch den Personalrat.", "govdigital"),
    ("Die Vitako wächst. Sie spricht mit den Gewerkschaften. Vorsitzende Vera Brandt lobte das.", "Vitako"),
    ("Die govdigital wächst. Der Verein zählt 50 Mitglieder. Vorsitzende Vera Brandt lobte das.", "govdigital"),
    ("Der Personalrat klagt. Die Vitako hat getagt. Vorsitzende Vera Brandt lobte das.", "Vitako"),
    ("Der Betriebsrat der AKDB ist skeptisch. Vorsitzende Vera Brandt sieht Fragen.", "Betriebsrat der AKDB"),
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_chair_of_a_board_without_a_name_is_in_no_body(text: str) -> None:
    check_statements(read_article(text), [], ["Vera Brandt holds * at *", "Vera Brandt chairs *"])


@pytest.mark.parametrize(("text", "body"), NAMED)
def test_a_chair_is_of_the_body_that_is_spoken_of(text: str, body: str) -> None:
    check_statements(read_article(text), [f"Vera Brandt holds Vorsitzender at {body} current"], [])


@pytest.mark.parametrize("text", OF_STAFF)
def test_the_chair_of_a_council_of_staff_is_of_that_council(text: str) -> None:
    article = read_article(text)
    check_statements(
        article, ["Vera Brandt holds Vorsitzender at Personalrat current"], ["Vera Brandt holds * at Gera"]
    )


AT_HAND = [
    "Die Vitako wächst. Ich sitze im Fachausschuss Netze des Städtetags. Vera Brandt, die Vorsitzende, hört mir zu.",
    "Der Lenkungskreis Netze tagte. Auch Jens Ott ist Mitglied des Lenkungskreises. Vorsitzende Vera Brandt lobte das.",
]
OTHERS = [
    "Die Vitako ist im Fachausschuss Netze vertreten. Vorsitzende Vera Brandt lobte das.",
]


@pytest.mark.parametrize("text", AT_HAND)
def test_a_chair_is_of_the_board_that_was_named_last(text: str) -> None:
    check_statements(read_article(text), ["Vera Brandt chairs *"], ["Vera Brandt chairs Vitako"])


@pytest.mark.parametrize("text", OTHERS)
def test_a_chair_is_of_the_body_that_sits_in_a_board(text: str) -> None:
    check_statements(read_article(text), [], ["Vera Brandt chairs Fachausschuss Netze"])
