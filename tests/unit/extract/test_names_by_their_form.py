"""Names by their form: titles of laws, numbered units, bodies called after a place, products with a tail."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import Entity, EntityType


def entity(text: str, name: str) -> Entity | None:
    found = [e for e in read_article(text).entities if name in {e.name, *e.aliases}]
    return found[0] if found else None


NAMES = [
    ("Der Landtag hat das Gesetz zur Stärkung digitaler Bauverfahren verabschiedet.", EntityType.LAW,
     "Gesetz zur Stärkung digitaler Bauverfahren"),
    ("Grundlage ist das Hessische Gesetz über die öffentliche Ruhe und Ordnung (HRO).", EntityType.LAW,
     "Hessisches Gesetz über die öffentliche Ruhe und Ordnung"),
    ("Gezahlt wird nach der Richtlinie zur Förderung von Leitstellen.", EntityType.LAW,
     "Richtlinie zur Förderung von Leitstellen"),
    ("Bremen hat das Verwaltungsabkommen über den Betrieb der Leitstelle unterzeichnet.", EntityType.LAW,
     "Verwaltungsabkommen über den Betrieb der Leitstelle"),
    ("Das Land setzt die EU-Spielzeugrichtlinie um.", EntityType.LAW, "EU-Spielzeugrichtlinie"),
    ("Eva Weber leitet in Kassel das Dezernat IV.", EntityType.ORGANISATION, "Dezernat IV"),
    ("Leiterin des Referats IT 7 im Bundesinnenministerium ist Eva Weber.", EntityType.ORGANISATION, "Referat IT 7"),
    ("Eva Weber leitet die Abteilung Embedded Systems.", EntityType.ORGANISATION, "Abteilung Embedded Systems"),
    ("Das Studierendenwerk Kassel nutzt die BundID.", EntityType.ORGANISATION, "Studierendenwerk Kassel"),
    ("Auch die Polizei des Landes Hessen nutzt den Dienst.", EntityType.ORGANISATION, "Polizei des Landes Hessen"),
    ("Das Bürgeramt Köln-Nippes testet die BundID.", EntityType.ORGANISATION, "Bürgeramt Köln-Nippes"),
    ("Das Sächsische Landesprüfamt (SLPA) nutzt die BundID.", EntityType.ORGANISATION, "Sächsisches Landesprüfamt"),
    ("Das Sächsische Landesprüfamt (SLPA) nutzt die BundID.", EntityType.ORGANISATION, "SLPA"),
    ("Bei der Neuen Anwaltsvereinigung fragt man nach.", EntityType.ORGANISATION, "Neue Anwaltsvereinigung"),
    ("Kritik kommt vom Bayerischen Erzieher- und Erzieherinnenverband.", EntityType.ORGANISATION,
     "Bayerischer Erzieher- und Erzieherinnenverband"),
    ("Die Zentrale Stelle für die Digitale Bauauskunft nutzt die BundID.", EntityType.ORGANISATION,
     "Zentrale Stelle für die Digitale Bauauskunft"),
    ("Dem Lenkungskreis gehört Eva Weber an.", EntityType.ORGANISATION, "Lenkungskreis"),
    ("Dem KI-Lenkungsrat sitzt Eva Weber vor.", EntityType.ORGANISATION, "KI-Lenkungsrat"),
    ("Der Kreis Plön und das Amt Westerhever bauen ein Portal.", EntityType.MUNICIPALITY, "Westerhever"),
    ("Gotha nutzt VIS-Kommunal.", EntityType.SYSTEM, "VIS-Kommunal"),
    ("Hessen startet Hessen-Direkt.", EntityType.SYSTEM, "Hessen-Direkt"),
    ("Dresden setzt auf Hort Digital.", EntityType.SYSTEM, "Hort Digital"),
    ("Ulm setzt den Sprachassistenten Lotte ein.", EntityType.SYSTEM, "Lotte"),
    ("In Hessen läuft die Software unter der Abkürzung DARK.", EntityType.SYSTEM, "DARK"),
    ("Der Verein hat den Prototyp Bauklotz gezeigt.", EntityType.SYSTEM, "Bauklotz"),
    ("Hamburg bietet die Meldebestätigung online an.", EntityType.SERVICE, "Meldebestätigung"),
    ("Das Projekt Jena vernetzt fördert die EU.", EntityType.PROGRAMME, "Jena vernetzt"),
    ("Das Geld kommt aus dem Landesprogramm KI vor Ort.", EntityType.PROGRAMME, "KI vor Ort"),
    ("Kassel forscht; „Smart Rain“ heißt das Vorhaben.", EntityType.PROGRAMME, "Smart Rain"),
    ("In einem Positionspapier fordert Vitako mehr Geld.", EntityType.DOCUMENT, "Positionspapier"),
    ("Bei der Tagung der IT-Referenten in Jena sprach Eva Weber.", EntityType.EVENT, "Tagung der IT-Referenten"),
    ("Beim Tag der Digitalen Schule in Jena sprach Eva Weber.", EntityType.EVENT, "Tag der Digitalen Schule"),
    ("Am Open Region Day in Jena nimmt Eva Weber teil.", EntityType.EVENT, "Open Region Day"),
]  # fmt: skip

NO_NAMES = [
    ("Am Tag der Eröffnung in Kiel war alles fertig.", "Tag der Eröffnung"),
    ("Kassel hat in der Abteilung 3 Stellen gestrichen.", "Abteilung 3"),
    ("Der Senat will ein Gesetz zur Stärkung digitaler Bauverfahren vorlegen.", "Gesetz"),
    ("Der Bundesrat stimmte dem Gesetz zur Änderung des Onlinezugangsgesetzes zu.", "Gesetz zur Änderung"),
    ("Das Rechenzentrum des Landes Hessen zieht um.", "Rechenzentrum des Landes Hessen"),
    ("Die Neue ist im Amt Ansprechpartnerin für Kassel.", "Ansprechpartnerin"),
]


@pytest.mark.parametrize(("text", "type_", "name"), NAMES)
def test_a_name_is_known_by_its_form(text: str, type_: EntityType, name: str) -> None:
    found = entity(text, name)
    assert found is not None
    assert found.type is type_


@pytest.mark.parametrize(("text", "word"), NO_NAMES)
def test_what_only_looks_like_a_name_is_none(text: str, word: str) -> None:
    assert not any(word in name for e in read_article(text).entities for name in (e.name, *e.aliases))


def test_units_of_the_same_name_are_told_apart_by_their_body() -> None:
    ulm, celle = (
        entity(f"Die Stabsstelle Digitales der Stadt {town} hilft.", "Stabsstelle Digitales")
        for town in ("Ulm", "Celle")
    )
    assert ulm is not None
    assert celle is not None
    assert ulm.id != celle.id
    assert ulm.name == celle.name


def test_a_short_form_after_the_adjective_of_a_land_is_no_other_thing() -> None:
    article = read_article("Das Sächsische Landesprüfamt (SLPA) nutzt die BundID.")
    assert [e.name for e in article.entities if e.type is EntityType.SYSTEM] == ["BundID"]


def test_a_known_short_form_is_not_taken_over_by_another_body() -> None:
    known = entity("Das LBV in Fellbach nutzt die BundID.", "LBV")
    other = entity("Das Landesamt für Bauten (LBV) nutzt die BundID.", "Landesamt für Bauten")
    assert known is not None
    assert other is not None
    assert known.id != other.id


def test_a_small_town_named_in_full_is_known_by_its_first_word() -> None:
    article = read_article("Der Markt Murnau am Staffelsee nutzt die E-Akte. Auch die BundID nutzt Murnau.")
    assert len([fact for fact in article.facts if fact.subject.endswith("murnau-am-staffelsee")]) == 2
