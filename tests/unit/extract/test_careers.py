"""Offices of a career, and of heads of units that only the body around them names."""

from __future__ import annotations

import pytest

from govgraph.extract import Reader
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_vocabulary())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Zuvor war Maria Steffens Präsidentin der Bundesnetzagentur, davor Abteilungsleiterin im "
            "Bundesinnenministerium.",
            ("Maria Steffens", "Abteilungsleiter", "former"),
        ),
        ("Petra Heinz ist Leiterin der Bauaufsicht der Stadt Kassel.", ("Petra Heinz", "Leiter", "current")),
        ("Petra Heinz leitet das Rechenzentrum der Stadt Kassel.", ("Petra Heinz", "Leiter", "current")),
        (
            "Petra Heinz kommt von der Fachhochschule Kiel, wo sie die IT-Abteilung leitete.",
            ("Petra Heinz", "Leiter", "former"),
        ),
        (
            "Petra Heinz, vorher Abteilungsleiterin bei der AKDB, leitet jetzt das BSI.",
            ("Petra Heinz", "Leiter", "current"),
        ),
        (
            "Die FITKO wächst. Präsidentin Petra Heinz hat früher die Abteilung Digitale Dienste der AKDB geleitet.",
            ("Petra Heinz", "Leiter", "former"),
        ),
    ],
)
def test_office_is_read(reader: Reader, text: str, wanted: tuple[str, str, str]) -> None:
    (article,) = reader.read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    names = {e.id: e.name for e in article.entities}
    assert wanted in {(names[o.person], o.role, str(o.status)) for o in article.offices}


def test_a_short_title_and_the_long_one_of_the_same_house_are_one_office(reader: Reader) -> None:
    text = (
        "Dörte Schall ist Ministerin für Arbeit, Soziales, Transformation und Digitalisierung in Rheinland-Pfalz. "
        "Ministerin Schall besuchte am Montag Mainz."
    )
    (article,) = reader.read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    (office,) = article.offices
    assert office.role == "Minister für Arbeit, Soziales, Transformation und Digitalisierung"


def test_the_jurisdiction_of_a_town_s_body_is_the_land(reader: Reader) -> None:
    text = "Thomas Coenen, der seit 2009 an der Spitze der Datenzentrale Siegen steht, führt die Geschäfte."
    (article,) = reader.read(read_text(f"Meldung\n\n[01.03.2024] {text}")).articles
    assert [one.name for one in article.entities if "Datenzentrale" in one.name] == ["Datenzentrale Siegen"]
    assert {(one.jurisdiction or "").rpartition("/")[0][-12:] for one in article.entities} <= {"", "jurisdiction"}
