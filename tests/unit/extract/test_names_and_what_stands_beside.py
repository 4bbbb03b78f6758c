"""Names that the words beside them tell: towns called like things, houses of a region, ministries only wished for."""

from __future__ import annotations

import pytest
from extract_reading import read_article


def _names(text: str) -> set[str]:
    return {entity.name for entity in read_article(text).entities}


@pytest.mark.parametrize(
    ("text", "named", "not_named"),
    [
        ("Geboren in Leer, studierte sie in Konstanz.", {"Leer"}, set()),
        ("Emden ist dabei, Leer zieht im November nach.", {"Leer"}, set()),
        ("In Plauen läuft ein Versuch, Hof will folgen.", {"Hof"}, set()),
        ("Leer steht das Haus, Hof und Garten auch.", set(), {"Leer", "Hof"}),
        ("Aus Forst und Jagd kommen Zahlen.", set(), {"Forst"}),
        ("Es gab Kaffee und Kuchen.", set(), {"Kuchen"}),
        ("Das Lager in Hann. Münden liefert Monitore.", {"Hann. Münden"}, set()),
        ("Auch Forst (Lausitz) testet das Portal.", {"Forst"}, set()),
    ],
)
def test_towns_called_like_things(text: str, named: set[str], not_named: set[str]) -> None:
    found = _names(text)
    assert named <= found
    assert not found & not_named


@pytest.mark.parametrize(
    ("text", "named", "not_named"),
    [
        ("Bis zur Wahl führt Heide Wommer die Geschäfte.", {"Heide Wommer"}, {"Heide"}),
        ("Leiterin Heide Koch kam.", {"Heide Koch"}, set()),
        ("Die Heide Apotheke ist dabei.", set(), {"Heide Apotheke"}),
        ("Ihr zweiter Mann heißt Levent Aksu.", {"Levent Aksu"}, set()),
        ("Frau Aumers Amt ist klein. Sieglinde Aumer freut das.", {"Sieglinde Aumer"}, {"Aumers Amt"}),
    ],
)
def test_people_called_like_things(text: str, named: set[str], not_named: set[str]) -> None:
    found = _names(text)
    assert named <= found
    assert not found & not_named


@pytest.mark.parametrize(
    ("text", "named", "not_named"),
    [
        ("Geschäftsführerin der Emsland-IT ist Eva Roth.", {"Emsland-IT"}, {"Landkreis Emsland"}),
        ("Die Berlin-IT ist veraltet.", set(), {"Berlin-IT"}),
        ("Im Lenkungsausschuss 115 sitzt Bremen.", {"Lenkungsausschuss 115"}, {"Lenkungsausschuss"}),
        ("Im Lenkungsausschuss 115 Stimmen zu bekommen ist schwer.", set(), {"Lenkungsausschuss 115"}),
        (
            "Der Bitkom fordert ein eigenes Digitalministerium.",
            set(),
            {"Digitalministerium", "Digitalministerium Bund"},
        ),
        ("Der Sächsische Richterbund warnt.", {"Sächsischer Richterbund"}, {"Deutscher Richterbund"}),
        ("Eva Roth leitet den Vorstand des Hessischen Anwaltvereins.", {"Hessischer Anwaltverein"}, set()),
        ("Die Minister haben die Trierer Agenda verabschiedet.", {"Trierer Agenda"}, set()),
        ("Rechtsgrundlage ist die Trierer Agenda für Register.", set(), {"Trierer Agenda"}),
        ("Getragen wird e²A vom e²-Verbund.", {"e²-Verbund"}, set()),
        ("Die Stadtbücherei Münster hilft.", {"Stadtbücherei Münster"}, set()),
        (
            "Der Zweckverband Emsland-IT wächst. Die Emsland-IT hilft.",
            {"Zweckverband Emsland-IT"},
            {"Emsland-IT", "Landkreis Emsland"},
        ),
    ],
)
def test_bodies_by_what_stands_beside(text: str, named: set[str], not_named: set[str]) -> None:
    found = _names(text)
    assert named <= found
    assert not found & not_named


def test_an_association_of_a_land_is_the_one_of_its_noun_alone() -> None:
    found = _names("Der Sächsische Richterbund warnt. Der Richterbund fordert Geld.")
    assert found >= {"Sächsischer Richterbund"}
    assert not found & {"Richterbund Sachsen", "Deutscher Richterbund"}
