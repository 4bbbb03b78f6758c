"""Bodies that are named after a region, that get another name or become one with others."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

NAMED = [
    ("Die Datenzentrale Lahn-Eifel plant ein Portal.", "Datenzentrale Lahn-Eifel"),
    ("Das Rechenzentrum Sieg-Ruhr ist klein.", "Rechenzentrum Sieg-Ruhr"),
    ("Jens Ott kommt von der Kommunalen IT Mittelrhein.", "Kommunale IT Mittelrhein"),
    ("Die Regionale Datenverarbeitung Saale-Unstrut zahlt.", "Regionale Datenverarbeitung Saale-Unstrut"),
    ("Seit Mai gibt es die RuhrNetz GmbH.", "RuhrNetz GmbH"),
]

SAME = [
    "Die KDO heißt seit Jahresbeginn NordwestIT.",
    "Die KDO (früher NordwestIT) wächst.",
    "Seit Mai heißt die NordwestIT KDO.",
    "Die KDO wurde vor zwei Jahren in NordwestIT umbenannt.",
    "Die NordwestIT, die bis 2021 KDO hieß, wächst.",
    "Die KDO soll künftig NordwestIT heißen.",
    "Die KDO firmiert nun als NordwestIT.",
    "Die KDO trägt nun den Namen NordwestIT.",
    "Die KDO benennt sich in NordwestIT um.",
]

APART = [
    "Aus der KDO wurde nach der Wende die Nordwest GmbH.",
    "Die KDO heißt nicht Nordwest GmbH.",
    "Das Rechenzentrum der KDO heißt jetzt Nordwest GmbH.",
    "Die ITEBO und die KDO heißen jetzt Nordwest GmbH.",
    "Die Nordwest GmbH, früher Partner der KDO, wächst.",
    "Die KDO heißt die Nordwest GmbH willkommen.",
]


@pytest.mark.parametrize(("text", "name"), NAMED, ids=[name for _, name in NAMED])
def test_a_region_is_part_of_the_name(text: str, name: str) -> None:
    assert name in {entity.name for entity in read_article(text).entities}


@pytest.mark.parametrize("text", SAME)
def test_a_body_with_another_name_is_one(text: str) -> None:
    (body,) = (entity for entity in read_article(text).entities if entity.type.value == "Organisation")
    assert {"KDO", "NordwestIT"} <= {body.name, *body.aliases}


@pytest.mark.parametrize("text", APART)
def test_bodies_are_not_one_by_a_name_of_something_else(text: str) -> None:
    assert "Nordwest GmbH" in {entity.name for entity in read_article(text).entities}


def test_bodies_that_become_one_are_part_of_it() -> None:
    article = read_article("Die NordwestIT GmbH ist groß. Die KDO und die ITEBO haben zur NordwestIT fusioniert.")
    check_statements(article, ["KDO partOf NordwestIT asserted", "ITEBO partOf NordwestIT asserted"], [])


def test_both_are_what_is_told_side_by_side() -> None:
    text = "Die KDO betreut 34 Kommunen, darunter Emden und Leer, die ITEBO 21. Beide betreiben die E-Akte."
    never = ["Emden develops E-Akte", "Leer develops E-Akte"]
    check_statements(read_article(text), ["KDO develops E-Akte", "ITEBO develops E-Akte"], never)
    text = "Die KDO arbeitet für Emden und Leer. Beide setzen die E-Akte ein."
    check_statements(
        read_article(text), ["Emden implements E-Akte", "Leer implements E-Akte"], ["KDO implements E-Akte"]
    )
