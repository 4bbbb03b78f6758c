"""Names beside the noun that says what they stand for: bodies, companies, hashtags, towns of unknown size."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import Entity, EntityType


def named(text: str, name: str) -> list[Entity]:
    return [e for e in read_article(text).entities if name in {e.name, *e.aliases}]


NAMES = [
    ("Die Koordinierungsstelle FIT-Connect zieht nach Kassel.", EntityType.ORGANISATION,
     "Koordinierungsstelle FIT-Connect"),
    ("Umgezogen ist auch das Projektbüro BundID.", EntityType.ORGANISATION, "Projektbüro BundID"),
    ("Gepflegt wird die Software von der Nutzergemeinschaft ePayBL.", EntityType.ORGANISATION,
     "Nutzergemeinschaft ePayBL"),
    ("Eva Weber leitet in Jena das Kompetenzteam OZG.", EntityType.ORGANISATION, "Kompetenzteam OZG"),
    ("Der Gesamtsteuerung Registermodernisierung gehören zehn Länder an.", EntityType.ORGANISATION,
     "Gesamtsteuerung Registermodernisierung"),
    ("Der Arbeitsstab FITKO beginnt im Mai.", EntityType.ORGANISATION, "Arbeitsstab FITKO"),
    ("In der Arbeitsgruppe Informationssicherheit des IT-Planungsrats sitzt Eva Weber.", EntityType.ORGANISATION,
     "Arbeitsgruppe Informationssicherheit"),
    ("Eva Weber leitet das Amt für Informationsverarbeitung der Stadt Köln.", EntityType.ORGANISATION,
     "Amt für Informationsverarbeitung"),
    ("Zuständig ist das Ministerium der Justiz und für Digitalisierung des Landes Brandenburg.",
     EntityType.ORGANISATION, "Ministerium der Justiz und für Digitalisierung"),
    ("Den Zuschlag bekam die Firma Solva Terra GmbH aus Jena.", EntityType.ORGANISATION, "Solva Terra GmbH"),
    ("Der Softwarehersteller Muster Soft AG aus Jena liefert das Verfahren.", EntityType.ORGANISATION,
     "Muster Soft AG"),
    ("Geliefert hat das die Lindgard & Parr GmbH.", EntityType.ORGANISATION, "Lindgard & Parr GmbH"),
    ("Zuständig ist die HofEnergie+Wasser GmbH.", EntityType.ORGANISATION, "HofEnergie+Wasser GmbH"),
    ("Ein Gutachten der Beratungsfirma Kienzle & Partner liegt vor.", EntityType.ORGANISATION, "Kienzle & Partner"),
    ("Die Jenaer Xignum Software AG hat das geliefert.", EntityType.ORGANISATION, "Xignum Software AG"),
    ("Das Programm Vergabax wird abgeschaltet.", EntityType.SYSTEM, "Vergabax"),
    ("Es gibt ein Programm namens DiKofa.", EntityType.SYSTEM, "DiKofa"),
    ("Das Programm Digitaktiv fördert Vereine.", EntityType.PROGRAMME, "Digitaktiv"),
    ("Geld kommt aus dem Programm Hörbax.", EntityType.PROGRAMME, "Hörbax"),
    ("Die Stadt hat den Vorlagendienst MaxMux programmiert.", EntityType.SYSTEM, "MaxMux"),
    ("Die Terminvergabe TeVOS-K wird umgebaut.", EntityType.SYSTEM, "TeVOS-K"),
    ("Zum Netzwerk Smart Südhessen gehören zehn Städte.", EntityType.ORGANISATION, "Smart Südhessen"),
    ("Der Verein Open Eifel berät Gemeinden.", EntityType.ORGANISATION, "Open Eifel"),
    ("Das CERT Westpfalz arbeitet seit Mai.", EntityType.ORGANISATION, "CERT Westpfalz"),
    ("Der Jury gehört Eva Weber an.", EntityType.ORGANISATION, "Jury"),
    ("Die Stadt löst das Archiv aktoStore ab.", EntityType.SYSTEM, "aktoStore"),
    ("Die Behörden arbeiten mit der Zentralen Asylakte.", EntityType.SYSTEM, "Zentrale Asylakte"),
    ("Kiel trägt die Initiative #KielKann mit.", EntityType.PROGRAMME, "#KielKann"),
    ("Kiel gehört zu den Modellprojekten Smart Cities.", EntityType.PROGRAMME, "Modellprojekte Smart Cities"),
    ("Der Rat verabschiedet einen Medienentwicklungsplan.", EntityType.DOCUMENT, "Medienentwicklungsplan"),
    ("Ulm hat eine Plattform in Betrieb genommen. Sie heißt UlmKI und kommt aus Jena.", EntityType.SYSTEM, "UlmKI"),
    ("Jena baut einen eigenen Chatbot. Der heißt „Kasimir“.", EntityType.SYSTEM, "Kasimir"),
    ("Ulm hat ein Antragsportal. Es nennt sich Rathaus Direkt.", EntityType.SYSTEM, "Rathaus Direkt"),
    ("Jena lädt zum zweiten Kreistag, so heißt das Barcamp.", EntityType.EVENT, "Kreistag"),
    ("Ulm nutzt „Kasimir“, so der Name des Portals.", EntityType.SYSTEM, "Kasimir"),
    ("Der Auftrag ging an Nexqta aus Jena.", EntityType.ORGANISATION, "Nexqta"),
    ("Das Modul von kvt aus Ulm ist alt.", EntityType.ORGANISATION, "kvt"),
    ("Die Fusion mit der GKD Nordeifel ist geplatzt.", EntityType.ORGANISATION, "GKD Nordeifel"),
    ("Eva Weber kommt vom Rechenzentrum Moselgrund (RZM).", EntityType.ORGANISATION, "Rechenzentrum Moselgrund"),
    ("Das Klinikum Köln-Nippes testet die BundID.", EntityType.ORGANISATION, "Klinikum Köln-Nippes"),
    ("Land und Kreise haben den Zukunftspakt 3.0 unterzeichnet.", EntityType.PROGRAMME, "Zukunftspakt 3.0"),
    ("Das Amt Kleiner Plöner See führt die E-Akte ein.", EntityType.MUNICIPALITY, "Kleiner Plöner See"),
    ("Das Amt Berg (Spreewald) führt die E-Akte ein.", EntityType.MUNICIPALITY, "Berg (Spreewald)"),
    ("Die Amtsverwaltung Hohe Elbgeest führt die E-Akte ein.", EntityType.MUNICIPALITY, "Hohe Elbgeest"),
    ("Der Beirat eDemokratie tagt in Jena.", EntityType.ORGANISATION, "Beirat eDemokratie"),
    ("Die Ostthüringer CIO-Runde tagt in Jena.", EntityType.ORGANISATION, "Ostthüringer CIO-Runde"),
    ("Eva Weber leitet das Chief Data Office in Ulm.", EntityType.ORGANISATION, "Chief Data Office"),
    ("Dem Konsortium Cloud Nord gehören drei Firmen an.", EntityType.ORGANISATION, "Konsortium Cloud Nord"),
    ("Die Bietergemeinschaft Netz Süd gewann.", EntityType.ORGANISATION, "Bietergemeinschaft Netz Süd"),
    ("Das Start-up Lumeo Nova liefert die Software.", EntityType.ORGANISATION, "Lumeo Nova"),
    ("Der Anbieter Lumo Systems liefert die Software.", EntityType.ORGANISATION, "Lumo Systems"),
    ("Das Werkzeug trägt den Arbeitstitel LAMPE.", EntityType.SYSTEM, "LAMPE"),
    ("Wir stellen ihn auf dem Ländlichen Digitaltag vor.", EntityType.EVENT, "Ländlicher Digitaltag"),
    ("Bremen und Hessen haben einen Staatsvertrag unterschrieben.", EntityType.DOCUMENT, "Staatsvertrag"),
    ("Im Bürgerbüro antwortet „Klärchen“, ein Chatbot aus Jena.", EntityType.SYSTEM, "Klärchen"),
    ("„Flinke Akte“, eine Plattform des Landes, startet im Mai.", EntityType.SYSTEM, "Flinke Akte"),
    ("In „Grüne Dörfer 2030“ hat die Universität das erprobt.", EntityType.PROGRAMME, "Grüne Dörfer 2030"),
    ("In „Schnelle Dienste 3.0“ hat die Universität das erprobt.", EntityType.PROGRAMME, "Schnelle Dienste 3.0"),
    ("Fuldabrücks Bürgermeister hat unterschrieben.", EntityType.MUNICIPALITY, "Fuldabrück"),
    ("Auch Ahrensfelde führt die E-Akte ein.", EntityType.MUNICIPALITY, "Ahrensfelde"),
]  # fmt: skip

NO_NAMES = [
    ("Das Geld der Geschäftsstelle fließt an GovData.", "Geschäftsstelle GovData"),
    ("Eine Geschäftsstelle, OZG und Register: das sind die Themen.", "Geschäftsstelle OZG"),
    ("Ulm hat einen Chatbot. Sie heißt Nelli und wohnt in Jena.", "Nelli"),
    ("So heißt das Portal seit Mai.", "So"),
    ("Eva Weber ging mit Kowalczyk aus Bonn essen.", "Kowalczyk"),
    ("Die Förderung stieg vom Pakt auf 4.0 Millionen Euro.", "Pakt 4.0"),
    ("Die BITBW Abteilung zieht um.", "BITBW Abteilung"),
    ("In der zweiten Runde siegte Ulm.", "Runde"),
    ("Der Anbieter Lumo Systems liefert die Software.", "Anbietes Lumo Systems"),
    ("Bremen lehnt einen Staatsvertrag ab.", "Staatsvertrag"),
    ("Das Ziel sei „Ordnung“, eine Plattform dafür fehle.", "Ordnung"),
    ("In „Grüne Dörfer 2030“ hat die Universität das erprobt.", "Grüne"),
    ("Im Archiv Hessen liegen Akten.", "Archiv Hessen"),
    ("Den Zuschlag bekam die Firma Solva Terra GmbH aus Jena.", "Solva"),
    ("Den Zuschlag bekam die Firma Solva Terra GmbH aus Jena.", "Terra GmbH"),
    ("Der Gesamtsteuerung Registermodernisierung gehören zehn Länder an.", "Registermodernisierung"),
    ("Der Anger vor dem Rathaus wird saniert.", "Anger"),
]


DEPARTMENTS = [
    ("Finanzbürgermeister Ulrich Keil sprach in Kassel.", "Finanzbürgermeister"),
    ("Eva Weber, Kulturbürgermeisterin der Stadt Kassel, sprach.", "Kulturbürgermeister"),
    ("Die Kasseler Baubürgermeisterin Eva Weber sprach.", "Baubürgermeister"),
]


@pytest.mark.parametrize(("text", "role"), DEPARTMENTS, ids=[r for _, r in DEPARTMENTS])
def test_a_mayor_for_one_department_is_not_the_mayor(text: str, role: str) -> None:
    (office,) = read_article(text).offices
    assert office.role == role
    assert office.role_id is not None
    assert not office.role_id.endswith("/buergermeister")


@pytest.mark.parametrize(("text", "kind", "name"), NAMES, ids=[f"{n} in {t[:24]}" for t, _, n in NAMES])
def test_a_name_beside_its_noun_is_read_as_one_thing(text: str, kind: EntityType, name: str) -> None:
    assert [e.type for e in named(text, name)] == [kind]


@pytest.mark.parametrize(("text", "name"), NO_NAMES, ids=[f"{n} in {t[:24]}" for t, n in NO_NAMES])
def test_words_that_only_stand_beside_each_other_are_no_name(text: str, name: str) -> None:
    assert not named(text, name)
