"""What a group without a name does, whose members are told: „von einem Verbund, dem A und B angehören“."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("Betrieben wird es von einem Verbund, dem Ulm und Gera angehören.", ["Ulm", "Gera"]),
    ("Weiterentwickelt wird es von einer Gemeinschaft, zu der neben dem Bund auch Hessen zählt.", ["Bund", "Hessen"]),
    ("Es wird von einem Konsortium betrieben, dem Dataport und die AKDB angehören.", ["Dataport", "AKDB"]),
    ("Entwickelt wurde es von einer Gruppe aus Ulm und Gera.", ["Ulm", "Gera"]),
    ("Ein Bündnis, zu dem auch Sachsen und Bayern gehören, entwickelt es weiter.", ["Sachsen", "Bayern"]),
    ("Es wird nicht von einem Verbund betrieben, dem Ulm und Gera angehören.", []),
    ("Kritisiert wird es von einer Gruppe, zu der Ulm und Gera gehören.", []),
    ("Betrieben wird es von einem Verbund, den Ulm und Gera ablehnen.", []),
]


@pytest.mark.parametrize(("sentence", "members"), CASES, ids=[sentence for sentence, _ in CASES])
def test_who_does_it(sentence: str, members: list[str]) -> None:
    article = read_article(f"Das Portal Alpha ist neu. {sentence}", by=rules_only())
    never = [] if members else ["* develops Alpha"]
    check_statements(article, [f"{name} develops Alpha" for name in members], never)
