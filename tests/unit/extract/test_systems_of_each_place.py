from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import EntityType


def systems(text: str) -> set[str]:
    return {e.id.rpartition("/")[2] for e in read_article(text).entities if e.type is EntityType.SYSTEM}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Stadt Kassel führt das Bürgerkonto ein.", {"buergerkonto-kassel"}),
        ("Ulm nutzt das Bürgerkonto der Komm.ONE.", {"buergerkonto-ulm"}),
        ("Das Bürgerkonto entwickelt die ekom21.", {"buergerkonto-2024-03-01"}),
        ("Die Stadt Kassel führt die Plattform civento ein.", {"civento"}),
    ],
)
def test_what_every_town_may_have_is_that_of_its_town(text: str, found: set[str]) -> None:
    assert systems(text) == found
