from __future__ import annotations

import pytest
from extract_reading import read_article, reader

from govgraph.model import OWN, EntityType
from govgraph.sources import read_text


def systems(text: str) -> set[str]:
    return {
        OWN.sub(" of its article", e.id.rpartition("/")[2])
        for e in read_article(text).entities
        if e.type is EntityType.SYSTEM
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Stadt Kassel führt das Bürgerkonto ein.", {"buergerkonto-kassel"}),
        ("Ulm nutzt das Bürgerkonto der Komm.ONE.", {"buergerkonto-ulm"}),
        ("Das Bürgerkonto entwickelt die ekom21.", {"buergerkonto of its article"}),
        ("Die Stadt Kassel führt die Plattform civento ein.", {"civento"}),
    ],
)
def test_what_every_town_may_have_is_that_of_its_town(text: str, found: set[str]) -> None:
    assert systems(text) == found


def bodies(title: str, text: str) -> set[str]:
    (article,) = read_text(f"{title}\n\n[04.05.2021] {text}").articles
    found = reader().read_article(article).entities
    return {e.id.rpartition("/")[2] for e in found if e.type is EntityType.ORGANISATION}


def test_the_organ_of_a_body_is_one_in_all_articles_and_not_that_of_another() -> None:
    said = "Der Verwaltungsrat von Dataport hat Ria Kloth zur Vorsitzenden gewählt."
    assert "verwaltungsrat-dataport" in bodies("Wahl", said) & bodies("Neue Spitze", said)
    other = bodies("Wahl", "Udo Veith ist Vorsitzender des Verwaltungsrats der ekom21.")
    assert "verwaltungsrat-ekom21" in other
    assert "verwaltungsrat-dataport" not in other


def test_what_no_body_is_told_of_is_its_articles_own_also_on_one_day() -> None:
    said = "Der Beirat hat Ria Kloth zur Vorsitzenden gewählt."
    assert bodies("Wahl", said) & bodies("Kür", said) == set()
    assert bodies("Wahl", said) == bodies("Wahl", f"{said} Sie freut sich.") != set()
