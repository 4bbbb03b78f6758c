"""Houses and bodies by whose they are, whom they are called after, and where they are."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType

NAMES = [
    # whose they are
    ("Das Smart-Region-Büro der Stadt Fulda lädt ein.", "Smart-Region-Büro"),
    ("Das Smart-Region-Büro der Stadt Fulda lädt ein.", "Smart-Region-Büro der Stadt Fulda"),
    ("Eva Weber leitet das neue Kreislabor des Landkreises Fulda.", "Kreislabor"),
    ("Betrieben wird es nicht dort, sondern vom Geobüro des Landes.", "Geobüro des Landes"),
    ("Das KI-Beratungszentrum der Bundesnetzagentur hilft.", "KI-Beratungszentrum"),
    # whom they are called after
    ("Die Ernst-Barlach-Hochschule Fulda hat geprüft.", "Ernst-Barlach-Hochschule Fulda"),
    ("Am Wilhelm-Busch-Gymnasium gibt es Tablets.", "Wilhelm-Busch-Gymnasium"),
    ("Die Leiterin der Wilhelm-Busch-Schule Fulda freut sich.", "Wilhelm-Busch-Schule Fulda"),
    ("Bezahlt wird es von der Heinz Barlach Stiftung.", "Heinz Barlach Stiftung"),
    # where they are
    ("Die IHK Kassel-Marburg wirbt dafür.", "IHK Kassel-Marburg"),
    ("Die VHS Fulda wirbt dafür.", "VHS Fulda"),
    ("Das Landgericht Essen testet die E-Akte.", "Landgericht Essen"),
    ("Das KI-Labor Fulda betreibt das Portal.", "KI-Labor Fulda"),
    ("Der IT-Verband Südhessen betreibt das Portal.", "IT-Verband Südhessen"),
    ("Die Volkshochschule Mittelsachsen nutzt das Portal.", "Volkshochschule Mittelsachsen"),
    ("Am Krankenhaus Knüllgebirge wird getestet.", "Krankenhaus Knüllgebirge"),
    ("Fuldas Stadtrat hat zugestimmt.", "Stadtrat Fulda"),
    ("Fulda war dabei, der dortige Stadtrat stimmte zu.", "Stadtrat Fulda"),
    # whose members they have
    ("Das fordert der Landesverband der Laienrichter.", "Landesverband der Laienrichter"),
    ("Die Arbeitsgemeinschaft der Kommunalen Archive tagt.", "Arbeitsgemeinschaft der Kommunalen Archive"),
    ("Sie lehrt an der Akademie der Künste.", "Akademie der Künste"),
    ("Der Insel- und Städtebund lobt das.", "Insel- und Städtebund"),
    # what they are for
    ("Dort tagt die Bundesarbeitsgemeinschaft Personalwesen.", "Bundesarbeitsgemeinschaft Personalwesen"),
    ("Die Landesstelle für die staatlichen Archive hilft.", "Landesstelle für die staatlichen Archive"),
    ("Das Buch druckt der Wegweiser-Verlag.", "Wegweiser-Verlag"),
    ("Die Fachstelle für Aufsicht im Gesundheitswesen hilft.", "Fachstelle für Aufsicht im Gesundheitswesen"),
    ("Sie leitet das Amt für Geodaten in der Hamburger Senatskanzlei.", "Amt für Geodaten"),
    ("Sie lehrt an der Hochschule für Steuern und Finanzen.", "Hochschule für Steuern und Finanzen"),
    ("Die Landesstelle für Geodaten berät.", "Landesstelle für Geodaten"),
    ("Sie leitet die Abteilung IT in der Stadtverwaltung Fulda.", "Abteilung IT"),
    ("Die Gesellschaft für Datendienste und Statistik mbH hilft.", "Gesellschaft für Datendienste und Statistik mbH"),
]  # fmt: skip

NO_NAMES = [
    ("Die Baustelle der Stadt Fulda ist fertig.", "Baustelle"),
    ("Im Rechenzentrum der Stadt Fulda laufen die Server.", "Rechenzentrum"),
    ("Die Dienststellen des Landes ziehen um.", "Dienststellen"),
    ("Ein Labor der Stadt Fulda hilft.", "Labor"),
    ("Unterstützt werden sie vom ZKD, dem Geobüro des Freistaats.", "Geobüro"),
    ("MINISTERIUM DER JUSTIZ UND FÜR DIGITALES", "DER JUSTIZ"),
    ("Das Buch druckt der Fach-Verlag.", "Fach-Verlag"),
    ("Der Zweckverband der Kommunen wächst.", "Zweckverband"),
    ("Die Bundes-Arbeitsgemeinschaft der Kommunalen Archive tagt.", "Kommunale Archive"),
    ("Das Ministerium für Gesundheit, für die Prüfung zuständig, hilft.", "Ministerium für Gesundheit, für"),
    ("Eva Weber fordert eine Bundesstelle für Register.", "Bundesstelle für Register"),
]


def names(text: str) -> set[str]:
    found = [e for e in read_article(text).entities if e.type is not EntityType.PERSON]
    return {name for entity in found for name in (entity.name, *entity.aliases)}


def test_an_apposition_names_nobody_else() -> None:
    read = read_article("Der KDN, also der Dachverband der kommunalen IT-Dienstleister, tagt.")
    assert [e.name for e in read.entities] == ["KDN – Dachverband kommunaler IT-Dienstleister"]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_house_is_named_by_what_stands_beside_it(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(("text", "name"), NO_NAMES)
def test_a_noun_beside_a_place_is_not_always_a_house(text: str, name: str) -> None:
    assert not any(found.startswith(name) for found in names(text))
