"""Two people of one name or surname in one article."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType


def people(text: str) -> list[tuple[str, str, str]]:
    """Pairs of person and office, with the body."""
    article = read_article(text)
    names = {entity.id: entity.name for entity in article.entities}
    return sorted((one.person, one.role, names.get(one.organisation or "", "")) for one in article.offices)


def bearers(text: str) -> set[str]:
    """IRIs of the people of a text."""
    return {entity.id for entity in read_article(text).entities if entity.type is EntityType.PERSON}


@pytest.mark.parametrize(
    "text",
    [
        "Neuer CIO des Landes Hessen ist Ulf Krug. Der Bürgermeister der Stadt Lich, Ulf Krug, gratulierte.",
        "Bürgermeister Ulf Krug aus Lich war da. Ulf Krug, CIO des Landes Hessen, kam später.",
        "CIO des Landes Hessen bleibt Ulf Krug. Aus Lich meldete sich Bürgermeister Krug.",
    ],
)
def test_full_time_offices_in_two_places_are_those_of_two(text: str) -> None:
    assert len(bearers(text)) == 2
    assert len({person for person, _, _ in people(text)}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ulf Krug ist CIO des Landes Hessen und Bürgermeister der Stadt Lich.",
        "Ulf Krug ist CIO des Landes Hessen. Zuvor war er Bürgermeister der Stadt Lich.",
        "Ulf Krug ist Bürgermeister der Stadt Lich. Am 1. Mai wird er CIO des Landes Hessen.",
        "Ulf Krug ist CIO des Landes Hessen. Krug ist auch Staatssekretär im hessischen Innenministerium.",
    ],
)
def test_who_moves_or_has_both_is_one(text: str) -> None:
    assert len(bearers(text)) == 1


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Ulf Krug ist CIO in Hessen, Ines Krug ist CISO. Frau Krug ist auch Dezernentin in Lich.", "ines-krug"),
        ("Ulf Krug ist CIO in Hessen, Ines Krug ist CISO. Herr Krug ist auch Dezernent in Lich.", "ulf-krug"),
        ("Ulf Krug ist CIO in Hessen. Frau Krug ist Dezernentin in Lich.", "krug"),
        ("Kim Krug ist CIO in Hessen. Frau Krug ist Dezernentin in Lich.", "kim-krug"),
    ],
)
def test_a_form_of_address_tells_who_of_one_surname_is_meant(text: str, whose: str) -> None:
    assert whose in {person.rpartition("/")[2] for person, role, _ in people(text) if role == "Dezernent"}
