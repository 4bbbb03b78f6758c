"""Names that may be any word are found by the words that give them, and by what the sentence says they are."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType

NAMED = [
    ("Das System nennt sich Findus.", EntityType.SYSTEM, "Findus"),
    ("Die Initiative nennt sich Weitblick.", EntityType.PROGRAMME, "Weitblick"),
    ("Der Chatbot heißt inzwischen Luzie und kann Polnisch.", EntityType.SYSTEM, "Luzie"),
    ("Ulm hat einen neuen Chatbot. Er heißt jetzt Luzie.", EntityType.SYSTEM, "Luzie"),
    ("Unter dem Namen Kompass betreibt Ulm ein Portal für Eltern.", EntityType.SYSTEM, "Kompass"),
    ("Hinter dem Kürzel ADEBAR verbirgt sich eine Software für Standesämter.", EntityType.SYSTEM, "ADEBAR"),
    ("Die Software für die Wache, genannt Luchs, stammt aus Jena.", EntityType.SYSTEM, "Luchs"),
    ("Das Programm, genannt Marathon, endet 2027.", EntityType.PROGRAMME, "Marathon"),
    ("Jena baut eine Plattform, die den Namen PfadHub tragen wird.", EntityType.SYSTEM, "PfadHub"),
    ("In Ulm hilft ein Chatbot. Für Klartext, so heißt das Programm, gab es Geld.", EntityType.SYSTEM, "Klartext"),
    ("Berggeist haben die Mitarbeiter das Sprachmodell getauft.", EntityType.SYSTEM, "Berggeist"),
    ("Ihr letztes Werk heißt Havelpfad. Jena hat das Programm entwickelt.", EntityType.SYSTEM, "Havelpfad"),
    ("Nils heißt der Roboter, der in Ulm Akten trägt.", EntityType.SYSTEM, "Nils"),
    ("Vera ist eine Sprachsoftware aus Jena.", EntityType.SYSTEM, "Vera"),
    ("Der Landkreis Celle hat Regenbogen eingeführt, ein Fachverfahren.", EntityType.SYSTEM, "Regenbogen"),
    ("Ulm stellt Kuno ab, seinen Chatbot.", EntityType.SYSTEM, "Kuno"),
    ("Im Amt hilft Gustav, ein digitaler Assistent.", EntityType.SYSTEM, "Gustav"),
    ("In der Erprobung ist Planlotse, ein Programm, das Akten prüft.", EntityType.SYSTEM, "Planlotse"),
    ("Die von der krz entwickelte Anwendung Specht nutzt auch Ulm.", EntityType.SYSTEM, "Specht"),
    ("Geld floss in unsere urbane Datenplattform, den EifelHub.", EntityType.SYSTEM, "EifelHub"),
    ("Die Wehren erproben Habicht, einen Warndienst.", EntityType.SYSTEM, "Habicht"),
    ("Ulm hat sein Verfahren Elmo 2009 in Betrieb genommen.", EntityType.SYSTEM, "Elmo"),
    ("Der Kasseler Elternkompass läuft weiter.", EntityType.SYSTEM, "Elternkompass"),
    ("Die Netzkonsolidierung untersteht dem Innenministerium.", EntityType.PROGRAMME, "Netzkonsolidierung"),
    ("Der Verein Harburg aktiv berät Gemeinden.", EntityType.ORGANISATION, "Harburg aktiv"),
    ("Der IKT-Rat bekommt ein anderes Gesicht.", EntityType.ORGANISATION, "IKT-Rat"),
    ("Die Firma Solva aus Hof hat das gebaut.", EntityType.MUNICIPALITY, "Hof"),
    ("Ansbach, Hof und Bayreuth nutzen die E-Akte.", EntityType.MUNICIPALITY, "Hof"),
    ("Ulm taufte seinen Assistenten Emil.", EntityType.SYSTEM, "Emil"),
    ("In Celle läuft die Dokumentenverwaltung Archivar.", EntityType.SYSTEM, "Archivar"),
    ("Im Bürgerportal Neuwied gibt es 80 Leistungen.", EntityType.SYSTEM, "Bürgerportal Neuwied"),
    ("Das Serviceportal Landshut zählt 20.000 Konten.", EntityType.SYSTEM, "Serviceportal Landshut"),
    ("Alle nutzen die Plattform Hessen-Service.", EntityType.SYSTEM, "Hessen-Service"),
    ("Beim Kongress Souverän Digital sprach Eva Weber.", EntityType.EVENT, "Souverän Digital"),
    ("Auf der 42. Hauptversammlung des Deutschen Städtetags sprach Eva Weber.", EntityType.EVENT,
     "42. Hauptversammlung des Deutschen Städtetags"),
    ("Auf ihrer Mitgliederversammlung in Erfurt wählte die Vitako Eva Weber.", EntityType.EVENT,
     "Mitgliederversammlung"),
    ("Hagen wollte früh dabei sein.", EntityType.MUNICIPALITY, "Hagen"),
]  # fmt: skip
NONE = [
    "Ulm hat Papier abgeschafft, ein Programm von gestern.",
    "Die Software, genannt wurde ein Preis von einer Million, kommt nicht.",
    "Das Vorhaben braucht Vertrauen, ein Werkzeug der Führung.",
    "Das alte Formular verschwindet, ein Portal ersetzt es.",
    "Der Rat verlangt Auskunft, eine Plattform soll sie geben.",
    "Die Mitgliederversammlung wählt den Vorstand.",
    "Die Haushaltskonsolidierung kommt voran.",
    "Im Hof der Verwaltung steht ein Kompass.",
    "Der Kreis sucht Vorrat, eine Plattform soll helfen.",
    "Wildberg ist ein Assistent der Ministerin.",
    "Die Stadt kauft Technik, ein Tool für alle Fälle.",
    "Ein Bürgerportal für alle wäre gut.",
]


@pytest.mark.parametrize(("text", "type_", "name"), NAMED)
def test_a_name_is_found_by_what_gives_it(text: str, type_: EntityType, name: str) -> None:
    found = [e for e in read_article(text).entities if e.type is type_]
    assert any(name in {e.name, *e.aliases} for e in found)


@pytest.mark.parametrize("text", NONE)
def test_words_that_name_nothing_stay_words(text: str) -> None:
    works = {EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.EVENT}
    assert not [e.name for e in read_article(text).entities if e.type in works]
