"""Whatever a rule makes of a page, the ends of a fact are of the types that the ontology allows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from extract_reading import reader, rules_only

from govgraph.extract import Reader
from govgraph.model import EntityType
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[3]
PAGES = sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("benchmarks/quality/pages/*/*.txt")])


@pytest.mark.parametrize("by", [reader, rules_only], ids=["weighed", "rules"])
def test_ends_of_facts_fit_their_relation(by: Callable[[], Reader]) -> None:
    signatures = load_vocabulary().signatures
    read = by()
    wrong = []
    for page in PAGES:
        for article in read.read(read_text(page.read_text(encoding="utf-8"))).articles:
            types = {entity.id: _types(entity.type, entity.kind) for entity in article.entities}
            for fact in article.facts:
                subjects, objects = signatures[fact.predicate]
                if not (types[fact.subject] & subjects and types[fact.object] & objects):
                    wrong.append(f"{page.name}: {fact.subject} {fact.predicate} {fact.object}, {fact.rule}")
    assert wrong == []


def _types(coarse: EntityType, specific: str) -> set[EntityType]:
    """A Zweckverband is a municipality and an organisation."""
    return {coarse, EntityType.ORGANISATION} if specific == "MunicipalUnion" else {coarse}
