"""Before the title of a district's head, the adjective of a place stands for the district."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

SAID = [
    ("Der Kelheimer Landrat Jens Ott ist skeptisch.", "Jens Ott holds Landrat at Landkreis Kelheim current"),
    ("Das sagte die Traunsteiner Landrätin Vera Brandt.", "Vera Brandt holds Landrat at Landkreis Traunstein current"),
    ("Laut dem Münchner Landrat Jens Ott läuft es.", "Jens Ott holds Landrat at Landkreis München current"),
    ("Der Ortenauer Landrat Jens Ott ist skeptisch.", "Jens Ott holds Landrat at Ortenaukreis current"),
    ("Der Kelheimer Bürgermeister Jens Ott ist skeptisch.", "Jens Ott holds Bürgermeister at Kelheim current"),
]
NO_NAMES = [
    ("Der Kelheimer Landrat Jens Ott ist skeptisch.", {"Kelheimer", "Kelheim"}),
    ("Der Grafenhainer Landrat Jens Ott ist skeptisch.", {"Grafenhainer"}),
    ("Das sagte die Grafenhainer Bürgermeisterin Vera Brandt.", {"Grafenhainer"}),
]


@pytest.mark.parametrize(("text", "said"), SAID, ids=[text[:48] for text, _ in SAID])
def test_an_adjective_before_landrat_is_the_district(text: str, said: str) -> None:
    check_statements(read_article(text), [said], [])


@pytest.mark.parametrize(("text", "never"), NO_NAMES, ids=[text[:48] for text, _ in NO_NAMES])
def test_an_adjective_before_a_title_is_no_town(text: str, never: set[str]) -> None:
    assert {entity.name for entity in read_article(text).entities}.isdisjoint(never)
