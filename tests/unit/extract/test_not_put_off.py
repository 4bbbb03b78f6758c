"""What is so, beside words that elsewhere put something off."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

ATTRIBUTES = [
    ("Das im Dezember von Gera gestartete Portal NordPort wächst.", "Gera implements NordPort"),
    ("Das am 11. November von der Stadt Gera eingeführte Portal NordPort wächst.", "Gera implements NordPort"),
    ("Der im Juli von Gera und Jena gegründete Verein Wiesennetz wächst.", "Jena memberOf Wiesennetz"),
    ("Die im Oktober vom Bund veröffentlichte Studie Register 2031 lobt Gera.", "Bund publishes Register 2031"),
    ("Das zum 1. Februar von der Stadt Gera eingeführte Portal NordPort wächst.", "Gera implements NordPort"),
]
MONEY = [
    ("Für das vom Bund geförderte Projekt Wiesenfunk hat Gera neue Mittel beantragt.", "Bund funds Wiesenfunk"),
    ("Gera beantragt Gelder aus dem vom Bund finanzierten Programm Wiesenfunk.", "Bund funds Wiesenfunk"),
    (
        "Gera hatte Fördermittel des Bundes für das Projekt Wiesenfunk beantragt, im Mai ging der Bescheid ein.",
        "Bund funds Wiesenfunk",
    ),
]
ONLY_ASKED_FOR = [
    "Gera hat Fördermittel des Bundes für das Projekt Wiesenfunk beantragt, der Bescheid steht noch aus.",
    "Gera wartet auf den Bescheid: Die Stadt hat Mittel des Bundes für das Projekt Wiesenfunk beantragt.",
    "Gera beantragt Fördermittel des Bundes für das Projekt Wiesenfunk.",
]
ALL = [*ATTRIBUTES, *MONEY]


@pytest.mark.parametrize(("text", "said"), ALL)
def test_what_is_so_is_not_put_off(text: str, said: str) -> None:
    check_statements(read_article(text), [f"{said} asserted"], [f"{said} planned"])


@pytest.mark.parametrize("text", ONLY_ASKED_FOR)
def test_who_is_asked_for_money_neither_gives_it_nor_uses_what_it_is_for(text: str) -> None:
    never = [f"Bund {does} Wiesenfunk" for does in ("funds", "implements", "develops")]
    check_statements(read_article(text), [], never)
