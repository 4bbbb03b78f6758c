"""In which Länder there was an office: that of a town, a university or an agency is not the Land's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType
from govgraph.query import Rows, run_named
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import MemoryStore
from handmade import HESSEN, Draft, holding, page, small_ontology

if TYPE_CHECKING:
    from pathlib import Path

    from govgraph.model import ArticleRecord

WIESBADEN = (EntityType.MUNICIPALITY, "Wiesbaden", "Municipality")
SAARLAND = (EntityType.JURISDICTION, "Saarland", "State")


def seated(name: str, date: str, house: str, kind: str) -> ArticleRecord:
    """An article that gives somebody an office in a body of Hessen."""
    words = f"{name}, CIO: {house} in Hessen."
    draft = Draft(house, words, date)
    land = draft.entity(EntityType.JURISDICTION, "Hessen", kind="State")
    person = draft.entity(EntityType.PERSON, name)
    body = draft.entity(EntityType.ORGANISATION, house, kind=kind, place=HESSEN)
    return draft.record([land, person, body], [draft.office(person.id, "CIO", body.id, words)])


def test_only_the_land_and_its_ministries_count(tmp_path: Path) -> None:
    told = [
        holding("Ada Ohm", "2013-06-01", body=WIESBADEN),
        seated("Bea Volt", "2014-06-01", "Hochschule am Rhein", "University"),
        seated("Cleo Watt", "2015-06-01", "Amt für Vermessung", "Agency"),
        seated("Dora Amper", "2019-06-01", "Ministerium für Netze", "Ministry"),
        holding("Eva Farad", "2020-06-01"),
        holding("Fee Tesla", "2021-06-01", body=SAARLAND),
    ]
    store = MemoryStore(build_quads([page(*told)], GraphOptions(ontology=small_ontology(tmp_path))))
    found = run_named(store, "role-in-laender", {"role": "CIO"})
    assert isinstance(found, Rows)
    assert [(row.landName, str(row.firstKnown), row.names) for row in found] == [
        ("Hessen", "2019-06-01", "Dora Amper, Eva Farad"),
        ("Saarland", "2021-06-01", "Fee Tesla"),
    ]
