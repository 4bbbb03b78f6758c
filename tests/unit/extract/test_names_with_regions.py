"""A place of no list at the end of a name belongs to it: of two towns or regions each has one of its own."""

from __future__ import annotations

import pytest
from extract_reading import Statement, read_article, statements_of

CASES = [
    ("Der Chef der Kommunalen Datenzentrale Ederland geht.", "Kommunale Datenzentrale Ederland"),
    ("Der Chef der Kommunalen Datenzentrale Mainschwaben geht.", "Kommunale Datenzentrale Mainschwaben"),
    ("Das Rechenzentrum Aisttal sucht Leute.", "Rechenzentrum Aisttal"),
    ("Die Stadt Kassel hilft der Digitalagentur Ederland.", "Digitalagentur Ederland"),
    ("Ida Falk wird Geschäftsführerin der Digitalagentur Heide.", "Digitalagentur Heide"),
    ("Der IT-Verbund Heideland hilft der Stadt Kassel.", "IT-Verbund Heideland"),
    ("Brandenburg hat das Familienportal Süd eingeführt.", "Familienportal Süd"),
    ("Das Familienportal Nordhessen wird von Kassel betrieben.", "Familienportal Nordhessen"),
    ("Hessen hat den Dienst Wohngeld Digital eingeführt.", "Wohngeld Digital"),
]


@pytest.mark.parametrize(("text", "name"), CASES, ids=[name for _, name in CASES])
def test_the_place_is_part_of_the_name(text: str, name: str) -> None:
    names = {entity.name for entity in read_article(text).entities}
    assert name in names
    assert name.rsplit(" ", 1)[0] not in names


def test_an_abbreviation_in_brackets_stands_for_the_whole_name() -> None:
    text = "Die Kommunale Datenzentrale Ederland (KDE) baut um. Eva Kunze leitet die KDE."
    article = read_article(text)
    assert {e.name for e in article.entities} == {"Kommunale Datenzentrale Ederland", "Eva Kunze"}
    assert Statement.parse("Eva Kunze chairs Kommunale Datenzentrale Ederland").found_in(article), statements_of(
        article
    )


def test_a_known_portal_with_the_name_of_a_land_stays_the_one_that_is_known() -> None:
    article = read_article("Die Stadt Köln nutzt das Serviceportal NRW.")
    assert "Serviceportal.NRW" in {entity.name for entity in article.entities}


@pytest.mark.parametrize(("noun", "kind"), [("Der Dienst", "Service"), ("Die Software", "System")])
def test_what_a_name_is_called_later_tells_its_type(noun: str, kind: str) -> None:
    article = read_article(f"Bremen setzt Umzug Digital ein. {noun} mit dem Namen „Umzug Digital“ wächst.")
    assert [entity.type for entity in article.entities if entity.name == "Umzug Digital"] == [kind]
