from __future__ import annotations

import pytest

from govgraph.query.compounds import Compound
from govgraph.query.names import Names
from govgraph.rdf import build_quads
from govgraph.store import MemoryStore
from handmade import holding, page


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(MemoryStore(build_quads([page(holding("Denis Alt", "2024-11-18", role="Digitalminister"))])))


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Landesdigitalminister Denis Alt lobt das Gesetz.", True),
        ("Denis Alt, neuer Landesdigitalminister, lobt das Gesetz.", True),
        ("Denis Alt ist Landesdigitalminister.", True),
        ("Landesdigitalminister Jan Neu und Digitalminister Denis Alt loben das Gesetz.", False),
        ("Denis Alt traf Landesdigitalminister Jan Neu.", False),
        ("Digitalminister Denis Alt lobt das Gesetz.", False),
    ],
)
def test_a_title_with_a_field_is_that_of_whom_it_stands_beside(names: Names, quote: str, said: bool) -> None:
    title = Compound(names, "Landesdigitalministerin")
    assert [iri.rpartition("/")[2] for iri in title.roles] == ["digitalminister"]
    assert title.is_said(quote, "Denis Alt") is said


def test_what_is_put_together_of_no_title_has_no_role(names: Names) -> None:
    assert Compound(names, "Gartenzwerg").roles == ()
