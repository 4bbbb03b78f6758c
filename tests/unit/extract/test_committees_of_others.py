"""Whose „Digitalausschuss“ and whose „Digitalstrategie“ is meant: that of the Bundestag or Land only where told."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

FEDERAL = "Ausschuss für Digitales und Staatsmodernisierung"
OTHERS = [
    "Eva Roth leitet den Digitalausschuss der Stadt Emden.",
    "Eva Roth ist Vorsitzende des Digitalausschusses des Landkreises Leer.",
    "Eva Roth ist Vorsitzende des Digitalausschusses im Landtag von Sachsen.",
    "Der Emdener Digitalausschuss hat getagt. Vorsitzende des Digitalausschusses ist Eva Roth.",
    "Der Digitalausschuss hat im Mai getagt. Vorsitzende ist Eva Roth.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_a_committee_of_others_is_none_of_the_bundestag(text: str) -> None:
    article = read_article(text, "Neuer Ausschuss")
    check_statements(article, ["Eva Roth holds Vorsitzender at Digitalausschuss"], [f"Eva Roth holds * at {FEDERAL}"])


FEDERAL_ONES = [
    "Eva Roth leitet den Digitalausschuss des Deutschen Bundestags.",
    "Eva Roth leitet den Digitalausschuss im Bundestag.",
    "Der Bundestag berät ein Gesetz. Eva Roth leitet den Digitalausschuss.",
]


@pytest.mark.parametrize("text", FEDERAL_ONES)
def test_that_of_the_bundestag(text: str) -> None:
    check_statements(read_article(text, "Neuer Ausschuss"), [f"Eva Roth holds Vorsitzender at {FEDERAL}"], [])


def test_two_towns_have_a_committee_each() -> None:
    text = (
        "Eva Roth leitet den Digitalausschuss der Stadt Emden. Kai Reh leitet den Digitalausschuss des Städtetags NRW."
    )
    said = [
        "Eva Roth holds Vorsitzender at Digitalausschuss Emden",
        "Kai Reh holds Vorsitzender at Digitalausschuss Städtetag Nordrhein-Westfalen",
    ]
    check_statements(read_article(text, "Zwei Ausschüsse"), said, [])


STRATEGIES = [
    ("Der Digitalausschuss der Stadt Köln hat die Digitalstrategie beschlossen. Nordrhein-Westfalen lobt das.", False),
    ("Nordrhein-Westfalen hat die Digitalstrategie beschlossen. Die Stadt Köln lobt das.", True),
]


@pytest.mark.parametrize(("text", "of_the_land"), STRATEGIES)
def test_a_town_decides_on_its_own_strategy(text: str, of_the_land: bool) -> None:
    names = {entity.name for entity in read_article(text, "Neue Strategie").entities}
    assert ("Strategie für das digitale Nordrhein-Westfalen" in names) is of_the_land
