"""What an article is about and no lexicon knows: the name is read whole, once, and as what the sentence says it is."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import Entity, EntityType


def named(text: str, name: str) -> list[Entity]:
    return [e for e in read_article(text).entities if name in {e.name, *e.aliases}]


NAMES = [
    ("Das Geld stammt aus dem Programm Auen vernetzt, das das Land im Sommer aufgelegt hat.", EntityType.PROGRAMME,
     "Auen vernetzt"),
    ("Ulm hat das Projekt „gemeinsam digital“ gestartet.", EntityType.PROGRAMME, "gemeinsam digital"),
    ("Das Land startet die Initiative „sicher im Netz“.", EntityType.PROGRAMME, "sicher im Netz"),
    ("Technischer Partner ist die Jenaer Firma QUORUM plan.", EntityType.ORGANISATION, "QUORUM plan"),
    ("Die Software stammt von der Firma Lupax digital aus Ulm.", EntityType.ORGANISATION, "Lupax digital"),
    ("Ausgerichtet wird der Kongress vom Veranstalter Reedmoor Exhibitions.", EntityType.ORGANISATION,
     "Reedmoor Exhibitions"),
    ("Mit Deichlotse, einem Bürgerkonto, das der Kreis Plön betreibt, kann man sich anmelden.", EntityType.SYSTEM,
     "Deichlotse"),
    ("Das Projekt Smart Country Reach fördert die EU.", EntityType.PROGRAMME, "Smart Country Reach"),
    ("Eva Weber war Chefin der FIWARE Foundation.", EntityType.ORGANISATION, "FIWARE Foundation"),
    ("Der Bund der Steuerzahler Thüringen fordert das.", EntityType.ORGANISATION, "Bund der Steuerzahler Thüringen"),
    ("Ein Datenraum nach DIN SPEC 91379 entsteht in Jena.", EntityType.SYSTEM, "DIN SPEC 91379"),
    ("Jena arbeitet nach ISO/IEC 27001.", EntityType.SYSTEM, "ISO/IEC 27001"),
    ("Die KommIT Odenwald betreut zehn Gemeinden. Die KommIT sitzt in Erbach.", EntityType.ORGANISATION,
     "KommIT Odenwald"),
    ("Im Digitalisierungslabor Wohngeld sitzen Entwickler.", EntityType.ORGANISATION,
     "Digitalisierungslabor Wohngeld"),
    ("Ulm führt den Deichboten ein, eine App der Lupax GmbH.", EntityType.SYSTEM, "Deichbote"),
    ("Das Land fördert die FördeNet Kommunal GmbH. Die FördeNet sitzt in Kiel.", EntityType.ORGANISATION,
     "FördeNet Kommunal GmbH"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "name"), NAMES, ids=[f"{name}: {text[:30]}" for text, _, name in NAMES])
def test_a_name_is_read_whole(text: str, type_: EntityType, name: str) -> None:
    assert [e.type for e in named(text, name)] == [type_]


NO_NAMES = [
    # the noun says of what kind the thing is that was just named
    ("Zu ihren Aufgaben gehört FördeID, ein Nutzerkonto, das die Stadt Kiel entwickelt.", "Nutzerkonto"),
    ("Kiel betreibt FördeWeb, ein Bürgerportal, das der Kreis Plön mitnutzt.", "Bürgerportal"),
    # verbs and adverbs close no name
    ("Man lobt, dass das Projekt Dörfer verbindet.", "Dörfer verbindet"),
    ("Die Plattform, die die Firma Quorax gut kennt, läuft.", "Quorax gut"),
    # a name that goes on is another one, and its first words are no second thing
    ("Eva Weber war Chefin der FIWARE Foundation.", "FIWARE"),
    ("Die KommIT Odenwald betreut zehn Gemeinden. Die KommIT sitzt in Erbach.", "KommIT"),
    ("Das Land fördert die FördeNet Kommunal GmbH. Die FördeNet sitzt in Kiel.", "FördeNet"),
    # a schedule for a thing is no document of its own
    ("Eva Weber hat den Zeitplan für das Onlinezugangsgesetz vorgelegt.", "Zeitplan für das Onlinezugangsgesetz"),
    ("Er nannte das Projekt „nicht gut“.", "nicht gut"),
]


@pytest.mark.parametrize(("text", "name"), NO_NAMES, ids=[name for _, name in NO_NAMES])
def test_no_name(text: str, name: str) -> None:
    assert name not in {e.name for e in read_article(text).entities}


def test_a_list_of_portals_names_each() -> None:
    text = "Die Stadt Kiel betreibt ein Serviceportal, ein Geoportal und ein Nutzerkonto."
    assert all(named(text, name) for name in ("Serviceportal", "Geoportal", "Nutzerkonto"))
