"""Towns that only the name of a body tells are not spoken of themselves."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType


def towns(text: str) -> set[str]:
    return {e.name for e in read_article(text).entities if e.type is EntityType.MUNICIPALITY}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Das Landgericht Hechingen nutzt die E-Akte.", "Hechingen"),
        ("Die Hochschule Bielefeld und das Klinikum Osnabrück nutzen die E-Akte.", "Osnabrück"),
        ("Beim Finanzamt Pirna und bei der Sparkasse Gera läuft die E-Akte.", "Gera"),
    ],
)
def test_a_town_within_the_name_of_a_body_is_not_named(text: str, town: str) -> None:
    assert town not in towns(text)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Das Landgericht Hechingen in Hechingen nutzt die E-Akte.", "Hechingen"),
        ("Das Finanzamt Pirna nutzt die E-Akte. Auch die Stadt Pirna führt sie ein.", "Pirna"),
        ("Das Jugendamt der Stadt Gera nutzt die E-Akte.", "Gera"),
    ],
)
def test_a_town_that_is_named_besides_is(text: str, town: str) -> None:
    assert town in towns(text)
