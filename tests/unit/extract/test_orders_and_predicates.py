"""Who has ordered a work, with whom its use is agreed, and nouns that tell how a work is without naming it."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import ArticleRecord, EntityType

UNDER_ORDER = [
    (
        "Die Stadt Gera testet den Chatbot Nelli. Projektträger ist der Zweckverband eGo-Saar.",
        ("eGo-Saar", "responsibleFor", "Nelli", "asserted"),
    ),
    (
        "Ulm bekommt das Bürgerportal UlmDirekt. Auftraggeber ist der Landkreis Biberach.",
        ("Landkreis Biberach", "implements", "UlmDirekt", "asserted"),
    ),
    (
        "Das Onlineportal SozialDirekt startet. Gesamtverantwortlich bleibt Hessen.",
        ("Hessen", "responsibleFor", "SozialDirekt", "asserted"),
    ),
    (
        "Dataport hat den Dienst WohnDirekt entwickelt. Fest verabredet ist die Nachnutzung mit Hessen.",
        ("Hessen", "implements", "WohnDirekt", "planned"),
    ),
    (
        "Die Nachnutzung von WohnDirekt ist mit der Stadt Kassel fest vereinbart.",
        ("Kassel", "implements", "WohnDirekt", "planned"),
    ),
    (
        "Seit Mai nutzt Ulm den Chatbot Nelli. In Gera ist die Software Alltag.",
        ("Gera", "implements", "Nelli", "asserted"),
    ),
]
NOT_SAID = [
    "Die Stadt Gera testet den Chatbot Nelli. Projektträger ist nicht die eGo-Saar.",
    "Die Firma Cit hat den Dienst WohnDirekt entwickelt. Noch nicht vereinbart ist die Nachnutzung mit Hessen.",
]
NAMELESS = [
    "In Gera ist die Software Alltag.",
    "In Gera ist das Portal Pflicht.",
    "In Gera wurde das Verfahren Chefsache.",
    "Gera sagt, dass das Portal Pflicht wird.",
]


def _facts(record: ArticleRecord) -> set[tuple[str, str, str, str]]:
    names = {entity.id: entity.name for entity in record.entities}
    return {(names[f.subject], f.predicate.value, names[f.object], f.modality.value) for f in record.facts}


@pytest.mark.parametrize(("text", "fact"), UNDER_ORDER)
def test_who_orders_and_takes_over(text: str, fact: tuple[str, str, str, str]) -> None:
    assert fact in _facts(read_article(text))


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_denied(text: str) -> None:
    assert not {f for f in _facts(read_article(text)) if f[0] in {"eGo-Saar", "Hessen"}}


@pytest.mark.parametrize("text", NAMELESS)
def test_a_noun_that_tells_how_it_is(text: str) -> None:
    works = {EntityType.SYSTEM, EntityType.SERVICE, EntityType.PROGRAMME}
    assert not [entity.name for entity in read_article(text).entities if entity.type in works]


def test_a_name_that_is_such_a_noun() -> None:
    assert "Alltag" in {entity.name for entity in read_article("Gera nutzt die Software Alltag.").entities}
