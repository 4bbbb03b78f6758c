"""Names that only their article tells: the cabinet beside the government, short forms, councils, common nouns."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import Entity, EntityType


def entity(text: str, name: str) -> Entity | None:
    found = [e for e in read_article(text).entities if name in {e.name, *e.aliases}]
    return found[0] if found else None


NAMES = [
    ("Auch der Verbandsleiter Holger Graf sagte zu.", EntityType.PERSON, "Holger Graf"),
    ("Amtsleiterin Petra Post lobte den Versuch.", EntityType.PERSON, "Petra Post"),
    ("Bis dahin erledigt das Fabian Torber, im Hauptberuf Lehrer.", EntityType.PERSON, "Fabian Torber"),
    ("Die Direktorin des Amtes Elbvorland sagte zu.", EntityType.MUNICIPALITY, "Elbvorland"),
    ("Das Archivprogramm Mirafax nutzt Kassel seit Mai.", EntityType.SYSTEM, "Mirafax"),
    ("Beschlossen hat es der Rat der Stadt Kassel.", EntityType.ORGANISATION, "Rat der Stadt Kassel"),
    ("Kassel nutzt die Buchungsplattform Hessen.", EntityType.SYSTEM, "Buchungsplattform Hessen"),
    ("In Hessen gilt das Hessische E-Government-Gesetz.", EntityType.LAW, "Hessisches E-Government-Gesetz"),
]

NO_NAMES = [
    ("In Kassel warb Eva Weber, im Hauptamt Landrätin, für den Versuch.", "Hauptamt"),
    ("Der IT-Planungsrat tagte in Köln. Die Geschäftsstelle des Rates zieht um.", "Rat Köln"),
    ("Die Stadt Kassel folgte dem Rat ihrer Kämmerin.", "Rat"),
    ("Schlechte Post kam im Januar aus Kassel.", "Schlechte Post"),
    ("Die Landesdienstleister arbeiten mit einer Erpressungssoftware.", "Erpressungssoftware"),
    ("Das Land Hessen baut das Leitungsnetz aus.", "Leitungsnetz"),
]


@pytest.mark.parametrize(("text", "type_", "name"), NAMES)
def test_a_name_is_found(text: str, type_: EntityType, name: str) -> None:
    found = entity(text, name)
    assert found is not None
    assert found.type is type_


@pytest.mark.parametrize(("text", "name"), NO_NAMES)
def test_a_common_noun_names_nothing(text: str, name: str) -> None:
    assert entity(text, name) is None


def test_the_cabinet_is_another_body_than_the_government_where_both_are_named() -> None:
    government, cabinet = (
        entity("Die Hessische Landesregierung plant. Das Kabinett hat die Strategie gebilligt.", name)
        for name in ("Hessische Landesregierung", "Kabinett")
    )
    assert government is not None
    assert cabinet is not None
    assert government.id != cabinet.id


def test_the_cabinet_alone_is_the_government() -> None:
    found = entity("Hessen plant viel. Das Kabinett hat die Strategie gebilligt.", "Kabinett")
    assert found is not None
    assert found.name == "Hessische Landesregierung"


def test_a_short_form_is_that_of_the_body_that_the_article_gives_it_to() -> None:
    text = "Nordrhein-Westfalens Ministerium für Inneres und Kommunales (MIK) plant. Das MIK hilft."
    found = entity(text, "MIK")
    assert found is not None
    assert "Brandenburg" not in found.name


def test_an_article_of_the_constitution_is_one_law() -> None:
    laws = read_article("Sie stützen sich auf Artikel 91c des Grundgesetzes.").entities
    assert len(laws) == 1
