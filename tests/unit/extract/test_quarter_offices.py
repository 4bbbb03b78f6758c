"""Offices of a town that are named after a quarter have a name of their own and are nobody else's."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType


def bodies(text: str) -> set[str]:
    return {e.name for e in read_article(text).entities if e.type is EntityType.ORGANISATION}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Kassel hat das Standesamt Nord die E-Akte eingeführt.", {"Standesamt Nord"}),
        ("Bei uns in Berlin läuft das im Bürgeramt Schöneweide.", {"Bürgeramt Schöneweide"}),
        ("Die Stadt Köln testet die E-Akte im Bürgeramt Ehrenfeld.", {"Bürgeramt Ehrenfeld"}),
        ("In Hannover nutzt das Standesamt Linden die E-Akte.", {"Standesamt Linden"}),
        ("Leiterin des Bürgeramts Mitte in Frankfurt ist Eva Roth.", {"Bürgeramt Mitte"}),
        ("Das Landratsamt Isar-Vils führt die E-Akte ein.", {"Landratsamt Isar-Vils"}),
        ("Das Standesamt Bautzen führt die E-Akte ein.", {"Standesamt Bautzen"}),
        ("Die Stadt Köln testet die E-Akte im Jugendamt Mitte des Monats.", set()),
        ("Ein Jugendamt Mitte 2024 zu öffnen, war falsch.", set()),
    ],
)
def test_an_office_bears_the_name_of_its_quarter(text: str, names: set[str]) -> None:
    assert {name for name in bodies(text) if not name.endswith(" Köln")} == names


def test_who_leads_the_office_of_a_quarter_leads_that_one() -> None:
    article = read_article("Das Bürgeramt Süd nutzt die E-Akte, sagt Amtsleiterin Eva Roth.")
    names = {e.id: e.name for e in article.entities}
    assert {(names[o.person], names[o.organisation or ""]) for o in article.offices} == {("Eva Roth", "Bürgeramt Süd")}
