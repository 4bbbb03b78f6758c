"""Bodies, places, laws and systems that are told by their noun, by a list of places or by what is done with them."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType

BODY, TOWN, LAW = EntityType.ORGANISATION, EntityType.MUNICIPALITY, EntityType.LAW
SYSTEM, SERVICE, EVENT = EntityType.SYSTEM, EntityType.SERVICE, EntityType.EVENT

NAMES = [
    ("Vitako hat den Branchenreport 2025 vorgestellt.", EntityType.DOCUMENT, "Branchenreport 2025"),
    ("Hessens Staatsgerichtshof hat entschieden.", BODY, "Staatsgerichtshof"),
    ("In Sachsen prüft die Landesdirektion den Plan.", BODY, "Landesdirektion"),
    ("Bremen verhandelt mit dem Gesamtpersonalrat.", BODY, "Gesamtpersonalrat"),
    ("In Berlin hat die Gesundheitsverwaltung den Dienst geprüft.", BODY, "Gesundheitsverwaltung"),
    ("Die Polizeiinspektion Gotha nutzt die E-Akte.", BODY, "Polizeiinspektion Gotha"),
    ("Das Hafen-, Markt- und Liegenschaftsamt nutzt die E-Akte.", BODY, "Hafen-, Markt- und Liegenschaftsamt"),
    ("Den Vertrag mit dem Amt Büsum-Wesselburen gibt es seit Mai.", TOWN, "Büsum-Wesselburen"),
    ("Die Verbandsgemeinde Obere Aller tritt bei.", TOWN, "Obere Aller"),
    ("Beigetreten ist die Samtgemeinde Land Hadeln.", TOWN, "Land Hadeln"),
    ("Die Kommission tagt in Straßburg.", TOWN, "Straßburg"),
    ("In Greifswald startet das Portal.", TOWN, "Greifswald"),
    ("Der Entwurf für ein Gesetz über digitale Register liegt vor.", LAW, "Gesetz über digitale Register"),
    ("Den Entwurf eines Gesetzes zur Stärkung der Kommunen lehnt er ab.", LAW, "Gesetz zur Stärkung der Kommunen"),
    ("Geregelt wird das in einem Offene-Daten-Gesetz.", LAW, "Offene-Daten-Gesetz"),
    (
        "Die Mittel kommen aus der Richtlinie zur Förderung von Glasfaser in Gemeinden.",
        LAW,
        "Richtlinie zur Förderung von Glasfaser in Gemeinden",
    ),
    ("Im Test ist die Wohngeld-Anmeldung.", SERVICE, "Wohngeld-Anmeldung"),
    ("Sie sprach auf dem Sächsischen KI-Tag.", EVENT, "Sächsischer KI-Tag"),
    ("Die Stadt Ulm probiert Velmo connect aus, eine Schnittstelle für Apps.", SYSTEM, "Velmo connect"),
    ("Melden kann man das in Ulm über Zworker loswerden, ein Portal, das neu ist.", SYSTEM, "Zworker"),
    ("Gera kehrt zu Zworker zurück, der quelloffenen Software für Ideen.", SYSTEM, "Zworker"),
    ("ZworkPlus, das Programm von Dataport, bleibt.", SYSTEM, "ZworkPlus"),
    ("Der Probelauf von ZWORKA dauerte sechs Wochen.", SYSTEM, "ZWORKA"),
    ("Gera hat „Taufe Online“ in Betrieb genommen.", SYSTEM, "Taufe Online"),
    ("Ausgedacht hat sich „Zworka“ die Solva GmbH.", SYSTEM, "Zworka"),
    ("Bisher war das Programm OK.ZWORK auf dem Rechner im Einsatz.", SYSTEM, "OK.ZWORK"),
    ("Das Geld kommt aus dem Programm Zwork.Digital, das viele nutzen.", EntityType.PROGRAMME, "Zwork.Digital"),
    ("Auf der elften Sitzung stimmte man ab.", EVENT, "elfte Sitzung"),
    ("Er lud zum Tag der klugen Stadt ein.", EVENT, "Tag der klugen Stadt"),
    ("Die Stadt Ulm gewann den ZworkAward.", EVENT, "ZworkAward"),
    ("Am Ende stehen die „Soester Thesen“.", EntityType.DOCUMENT, "Soester Thesen"),
    ("Der Landesrechnungshof hat das in einem Gutachten beanstandet.", EntityType.DOCUMENT, "Gutachten"),
]

NO_NAMES = [
    ("Dort lagern 30 Kilometer Papier.", "Kilometer Papier"),
    ("Über dieses Meldesystem kommen die Daten.", "Meldesystem"),
    ("Er fordert ein Gesetz über digitale Register.", "Gesetz über digitale Register"),
    ("Die Behörde lehnt Gesetze zur Stärkung der Kommunen ab.", "Gesetz zur Stärkung der Kommunen"),
    ("Gera hat „Schnelle Hilfe“ versprochen und die E-Akte eingeführt.", "Schnelle Hilfe"),
    ("Sie lebt im Hügelland, am Rand der Märkischen Schweiz.", "Märkische Schweiz"),
    ("Gera hat „Digitales“ zum Ziel und führt die E-Akte ein.", "Digitales"),
]


@pytest.mark.parametrize(("text", "kind", "name"), NAMES, ids=[f"{n} in {t[:24]}" for t, _, n in NAMES])
def test_a_name_is_read_with_its_type(text: str, kind: EntityType, name: str) -> None:
    found = [e.type for e in read_article(text).entities if name in {e.name, *e.aliases}]
    assert found == [kind]


@pytest.mark.parametrize(("text", "name"), NO_NAMES, ids=[n for _, n in NO_NAMES])
def test_what_only_looks_like_it_is_no_name(text: str, name: str) -> None:
    assert not any(name in {e.name, *e.aliases} for e in read_article(text).entities)
