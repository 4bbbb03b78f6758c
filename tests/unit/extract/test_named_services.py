"""Services that are called by what they are for are told from the papers and payments of the same name."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType

SERVICES = [
    ("Meldebescheinigungen gibt Straubing jetzt am Terminal aus.", "Meldebescheinigung"),
    ("Wer in Ulm ein Gewerbe hat, erledigt die Gewerbeummeldung am Rechner.", "Gewerbeummeldung"),
    ("Jagdscheine verlängert der Landkreis Cham ohne Papier.", "Jagdschein"),
    ("Namensbestimmung und Elterngeld gehen in Ulm in einem Zug.", "Namensbestimmung"),
    ("Geburtsurkunden bestellen Eltern in Ulm online.", "Geburtsurkunde"),
    ("Die Kurtaxe zahlen Gäste per App.", "Kurtaxe"),
    ("Fehmarn probiert die Anmeldung von Booten aus.", "Anmeldung von Booten"),
    ("Ulm hat die Anmeldung zur Musikstunde ins Netz gestellt.", "Anmeldung zur Musikstunde"),
    ("Der Antrag auf Wasseranschluss ist in Ulm online.", "Antrag auf Wasseranschluss"),
]
NONE = [
    "Im Archiv von Ulm liegt eine vergilbte Geburtsurkunde.",
    "Die Kurtaxe steigt auf vier Euro.",
    "Die Anmeldung zum Kongress ist online möglich.",
    "Eine Anmeldung von mindestens zehn Gästen ist nötig.",
    "Der Antrag auf ein Verbot scheiterte im Stadtrat von Ulm.",
    "Die Verlängerung der Frist steht im Netz.",
    "Die Anmeldung zum Newsletter ist online möglich.",
    "Die Zulassung von Bewerbern prüft das Amt.",
]


@pytest.mark.parametrize(("text", "name"), SERVICES)
def test_what_a_service_is_for_names_it(text: str, name: str) -> None:
    found = [e for e in read_article(text).entities if e.type is EntityType.SERVICE]
    assert any(name in {e.name, *e.aliases} for e in found)


@pytest.mark.parametrize("text", NONE)
def test_papers_payments_and_guests_are_no_services(text: str) -> None:
    assert not [e.name for e in read_article(text).entities if e.type is EntityType.SERVICE]


def test_a_noun_stands_for_the_service_of_the_lexicon_that_is_called_so_in_its_digital_form() -> None:
    (found,) = [e for e in read_article("Eheurkunden gibt es in Ulm online.").entities if e.type is EntityType.SERVICE]
    assert found.name == "Digitale Eheurkunde"
