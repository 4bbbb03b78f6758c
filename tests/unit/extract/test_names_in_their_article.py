"""Names that only their article tells: the cabinet beside the government, short forms, councils, common nouns."""

from __future__ import annotations

import pytest
from extract_reading import read_article, reader

from govgraph.model import Entity, EntityType
from govgraph.sources import read_text


def entity(text: str, name: str) -> Entity | None:
    found = [e for e in read_article(text).entities if name in {e.name, *e.aliases}]
    return found[0] if found else None


NAMES = [
    ("Auf der zweiten Verbandskonferenz am 7. Mai in Kassel sprach Eva Weber.", EntityType.EVENT, "Verbandskonferenz"),
    ("Jörg Bax – er heißt wirklich so und stammt aus Gera – leitet das Amt.", EntityType.MUNICIPALITY, "Gera"),
    ("Dabei sind Kreise wie Lippe und Gütersloh.", EntityType.MUNICIPALITY, "Lippe"),
    ("Mit dabei sind die Gemeinden Kassel und Ober-Wolkrath.", EntityType.MUNICIPALITY, "Ober-Wolkrath"),
    ("In Kassel und Zwettrup wird getestet.", EntityType.MUNICIPALITY, "Zwettrup"),
    ("Dazu gehört die Gemeinde Grubfeld.", EntityType.MUNICIPALITY, "Grubfeld"),
    ("Petra Lang, einst Kämmerin von Schmelz, kam im Mai.", EntityType.MUNICIPALITY, "Schmelz"),
    ("Ausgerichtet hat den IT-Tag Hessen das Land.", EntityType.EVENT, "IT-Tag Hessen"),
    ("Zum Hessischen Digitalgipfel kam Eva Weber.", EntityType.EVENT, "Hessischer Digitalgipfel"),
    ("Das Land fördert die KI-Offensive Hessen.", EntityType.PROGRAMME, "KI-Offensive Hessen"),
    ("Die Entsorgungsbetriebe Kassel nutzen den Dienst.", EntityType.ORGANISATION, "Entsorgungsbetriebe Kassel"),
    ("Kassel nutzt den Registerdienst ODA.", EntityType.SYSTEM, "ODA"),
    ("Im Beschluss 2024/17 verlangt der IT-Planungsrat mehr.", EntityType.DOCUMENT, "Beschluss 2024/17"),
    (
        "Der Landtag hat das Gesetz zur Einsetzung eines Digitalbeirats verabschiedet.",
        EntityType.LAW,
        "Gesetz zur Einsetzung eines Digitalbeirats",
    ),
    (
        "Dazu kommen die Abteilung Digitales und die Aufsicht über das Netz.",
        EntityType.ORGANISATION,
        "Abteilung Digitales",
    ),
    ("Die Leitung des Arbeitskreises hat Bundesministerin de Weert.", EntityType.PERSON, "de Weert"),
    ("Zurück ging sie zum LWL nach Nordrhein-Westfalen.", EntityType.MUNICIPALITY, "LWL"),
    ("In Berlin testet es der Bezirk Mitte.", EntityType.MUNICIPALITY, "Mitte"),
    ("Kasselerinnen und Kasseler können nun online zahlen.", EntityType.MUNICIPALITY, "Kassel"),
    ("Mit dabei sind Kiel und Wittenberge/Stepenitz.", EntityType.MUNICIPALITY, "Wittenberge/Stepenitz"),
    ("Hessens Kommunen Kassel und Borken (Hessen) nutzen es.", EntityType.MUNICIPALITY, "Borken (Hessen)"),
    ("Der Landkreistag sitzt in der Arbeitsgruppe E-Akte Bund.", EntityType.ORGANISATION, "Arbeitsgruppe E-Akte Bund"),
    ("Im Ministerium gehört er zum neuen Innovation Hub 7.", EntityType.ORGANISATION, "Innovation Hub 7"),
    ("Zuständig ist im BMI der Bau-Stab.", EntityType.ORGANISATION, "Bau-Stab"),
    ("Kiel beteiligt sich am D115-Verbund.", EntityType.ORGANISATION, "D115-Verbund"),
    ("Eva Weber führt die FDP-Landtagsfraktion.", EntityType.ORGANISATION, "FDP-Landtagsfraktion"),
    (
        "Die Arbeitsgruppe zur Parkraumkarte leitet Eva Weber.",
        EntityType.ORGANISATION,
        "Arbeitsgruppe zur Parkraumkarte",
    ),
    (
        "Den Arbeitskreis der Kämmerer für Steuern leitet Eva Weber.",
        EntityType.ORGANISATION,
        "Arbeitskreis der Kämmerer für Steuern",
    ),
    (
        "Das Land ersetzt ihn durch ein Krypto-Board. Dem Board sitzt Eva Weber vor.",
        EntityType.ORGANISATION,
        "Krypto-Board",
    ),
    ("Die Stadt gab das Aus der Kassel-App bekannt.", EntityType.SYSTEM, "Kassel-App"),
    ("Kassel hat seinen alten Formularserver abgeschaltet.", EntityType.SYSTEM, "Formularserver"),
    (
        "Sie lobte das Hessische OZG-Beschleunigungsprogramm.",
        EntityType.PROGRAMME,
        "Hessisches OZG-Beschleunigungsprogramm",
    ),
    ("Das ergab eine Umfrage des Städtetags.", EntityType.DOCUMENT, "Umfrage"),
    ("Vitako hat einen Bericht zur digitalen Kasse vorgelegt.", EntityType.DOCUMENT, "Bericht zur digitalen Kasse"),
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
    ("Hessen startet Mein Unternehmenskonto. Das neue Nutzerkonto erprobt Kassel.", "Nutzerkonto"),
    ("Kassel nutzt den FIT-Store (FIS), die Antragsplattform der FITKO.", "Antragsplattform"),
    ("Kassel und Mirafax-Partner planen viel.", "Mirafax-Partner"),
    ("Das müssen Städte und Ministerien leisten.", "Ministerien"),
    ("Sie gehört zum Geschäftsbereich unseres Ministeriums.", "Geschäftsbereich unseres Ministeriums"),
    ("Die Nordnetz Kassel GmbH, ein Unternehmen der Stadt, hilft.", "GmbH"),
    ("Sie ist die Ministerin, die für das Vorhaben bereitsteht.", "bereitsteht"),
    ("Kassel hat mit der Universität Kassel eine Vereinbarung unterzeichnet.", "Vereinbarung"),
    ("Im Amt ersetzt ihn Minister der Finanzen Jörg Bax.", "der Finanzen"),
    ("Kassel will ein Krypto-Board einrichten.", "Krypto-Board"),
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


def test_a_company_is_one_in_all_articles_and_a_board_is_that_of_its_article() -> None:
    def ends(text: str, name: str) -> set[str]:
        found = set()
        for date in ("01.02.2015", "01.02.2020"):
            (article,) = reader().read(read_text(f"Meldung\n\n[{date}] {text}")).articles
            found |= {e.id.rpartition("/")[2] for e in article.entities if e.name == name}
        return found

    assert ends("Die Firma Saaletech entwickelt das System Formwerk.", "Saaletech") == {"saaletech"}
    assert len(ends("Der Beirat tagte am Freitag mit Eva Weber.", "Beirat")) == 2
