"""Titles that name a level of state are those of bodies of that level, and of no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govgraph.errors import NotFoundError
from govgraph.model import EntityType
from govgraph.query import timeline, who
from govgraph.query.levels import Level
from govgraph.rdf import build_quads
from govgraph.store import MemoryStore
from handmade import holding, page

if TYPE_CHECKING:
    from govgraph.model import ArticleRecord

BUND = (EntityType.JURISDICTION, "Bund", "Federation")
LEIPZIG = (EntityType.MUNICIPALITY, "Leipzig", "Municipality")


def graph(*articles: ArticleRecord) -> MemoryStore:
    return MemoryStore(build_quads([page(*articles)]))


@pytest.fixture(scope="module")
def everywhere() -> MemoryStore:
    return graph(
        holding("Eva Alt", "2024-11-18"),
        holding("Ida Neu", "2024-11-18", body=BUND),
        holding("Jan Voss", "2024-11-18", body=LEIPZIG),
        holding("Uta Kern", "2024-11-18", role="Digitalminister"),
    )


@pytest.mark.parametrize(
    ("title", "people"),
    [
        ("CIO", {"Eva Alt", "Ida Neu", "Jan Voss"}),
        ("Bundes-CIO", {"Ida Neu"}),
        ("CIO des Bundes", {"Ida Neu"}),
        ("Landes-CIO", {"Eva Alt"}),
        ("CIO eines Landes", {"Eva Alt"}),
        ("Bundesdigitalministerin", set()),
        ("Bundesminister", set()),
        ("Landesdigitalministerin", {"Uta Kern"}),
        ("Landesminister", {"Uta Kern"}),
    ],
)
def test_a_level_in_a_title_leaves_out_the_others(everywhere: MemoryStore, title: str, people: set[str]) -> None:
    assert {one.person.label for one in who(everywhere, title)} == people
    assert {one.person.label for one in timeline(everywhere, role=title)} == people


@pytest.mark.parametrize("title", ["Landrat", "Bundesamt", "Landesliga"])
def test_what_is_no_office_stays_unknown(everywhere: MemoryStore, title: str) -> None:
    with pytest.raises(NotFoundError):
        who(everywhere, title)


@pytest.mark.parametrize("title", ["Landrat", "Präsident des Bundesverwaltungsamts", "Vorsitzender des Landtags"])
def test_other_words_name_no_level(title: str) -> None:
    assert Level.of(title) is None
