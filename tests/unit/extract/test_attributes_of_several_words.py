"""Attributes of several words between an article and its noun, and what the case of that article says."""

from __future__ import annotations

import pytest
from extract_reading import Statement, read_article, statements_of

from govgraph.model import Modality, Predicate


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "object_"),
    [
        (
            "Die Einführung der von der Stadt Ulm entwickelten E-Akte durch Gera ist abgeschlossen.",
            "Gera",
            "implements",
            "E-Akte",
        ),
        (
            "Gera beteiligt sich an dem vom Land Hessen aufgelegten Programm DigitalPakt Schule.",
            "Gera",
            "implements",
            "DigitalPakt Schule",
        ),
        (
            "Nachfolgerin des in den Ruhestand verabschiedeten Jens Koch ist Petra Vogel.",
            "Petra Vogel",
            "succeeds",
            "Jens Koch",
        ),
        ("Zuständig für die im vergangenen Jahr gestartete BundID ist die FITKO.", "FITKO", "responsibleFor", "BundID"),
        (
            "Im Rahmen der OZG-Umsetzung entstand die elektronische Wohnsitzanmeldung.",
            "Elektronische Wohnsitzanmeldung",
            "basedOn",
            "Onlinezugangsgesetz",
        ),
        ("Im Namen des Bundes überreichte Petra Vogel die Urkunde.", "Petra Vogel", "represents", "Bund"),
    ],
)
def test_the_noun_stands_in_the_case_of_its_article(text: str, subject: str, predicate: str, object_: str) -> None:
    assert Statement(subject, Predicate(predicate), object_).found_in(read_article(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Die vom IT-Planungsrat im März verabschiedete Föderale Digitalstrategie wird nun umgesetzt.",
            "IT-Planungsrat implements",
        ),
        ("Der Kongress (Halle 4) ist gut besucht, sagt Dataport.", "locatedIn Halle"),
        ("Die Finanzierung der FITKO erfolgt durch den Bund.", "FITKO partOf"),
    ],
)
def test_what_belongs_to_the_attribute_is_not_said_of_the_clause(text: str, wrong: str) -> None:
    assert not [told for told in statements_of(read_article(text)) if wrong in told]


def test_a_time_in_an_attribute_is_not_the_time_of_the_clause() -> None:
    article = read_article("Der Nachfolger des im Mai ausgeschiedenen Jens Koch heißt Kai Vogel.")
    assert [fact.modality for fact in article.facts if fact.predicate is Predicate.SUCCEEDS] == [Modality.ASSERTED]


def test_what_was_before_is_said_of_the_other() -> None:
    article = read_article("Wie zuvor bereits Ulm nutzt jetzt auch der Landkreis Harz die E-Akte.")
    assert {fact.modality for fact in article.facts} == {Modality.ASSERTED}


def test_when_an_event_begins_it_takes_place() -> None:
    article = read_article("Wenn in Jena der Digital-Gipfel beginnt, richten sich alle Augen auf die KI.")
    assert [fact.predicate for fact in article.facts] == [Predicate.HELD_IN]


def test_a_town_in_brackets_is_no_short_form() -> None:
    article = read_article("Das BSI (Bonn) warnt vor neuen Angriffen.")
    assert [fact.predicate for fact in article.facts] == [Predicate.LOCATED_IN]
