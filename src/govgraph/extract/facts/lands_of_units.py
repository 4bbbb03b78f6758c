"""The Land of a unit: that of the town or body whose part it is, whatever the article is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govgraph.extract.state import FactDraft


def lands_of_units(facts: Iterable[FactDraft]) -> None:
    """„Die Stabsstelle Digitalisierung des Landkreises Fulda“ is one of Hessen, on a page on Bayern too."""
    for f in facts:
        if f.predicate is not Predicate.PART_OF or f.subject.type is not EntityType.ORGANISATION:
            continue
        land = f.object.jurisdiction
        if f.subject.entry is None and f.subject.jurisdiction is not None and land is not None:
            f.subject.jurisdiction = land
