"""„Das Gesetz zur Errichtung eines Bundesamts für Wegedaten (BWD)“: the title is whole, the short form the body's."""

from __future__ import annotations

import pytest
from extract_reading import Statement, read_article, statements_of

TITLE = "Gesetz zur Errichtung eines Bundesamts für Wegedaten"


def test_the_short_form_in_the_title_is_that_of_the_body() -> None:
    article = read_article(f"Das {TITLE} (BWD) liegt vor. Das BWD soll in Köln sitzen.")
    names = {entity.name: entity.aliases for entity in article.entities}
    assert TITLE in names
    assert "BWD" in names["Bundesamt für Wegedaten"]
    assert "BWD" not in names
    said = Statement.parse("Bundesamt für Wegedaten locatedIn Köln")
    assert said.found_in(article), statements_of(article)


@pytest.mark.parametrize("short", ["", " (BWDErrG)", " (GEBW)"])
def test_a_law_alone_names_no_body(short: str) -> None:
    article = read_article(f"Der Bundestag hat das {TITLE}{short} beschlossen.")
    assert {entity.name for entity in article.entities} == {TITLE, "Deutscher Bundestag"}


@pytest.mark.parametrize("district", ["Landkreises Nienburg", "Landkreises Rotenburg", "Kreises Altenkirchen"])
def test_the_head_of_a_district_in_the_genitive_is_none_of_the_town(district: str) -> None:
    article = read_article(f"Jan Tietz ist Landrat des {district}.")
    assert {entity.kind for entity in article.entities} == {"District", "Person"}
