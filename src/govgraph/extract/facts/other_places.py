"""Where a body is by its name or by what has been read, so that another town is not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import lies_outside
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from govgraph.extract.state import Clause, Draft, FactDraft, Sentence

_NOT = frozenset({"kaum", "nicht", "nie", "niemals", "niemand", "nirgends"})
_NO = "kein"

_FOUNDED = frozenset({"gegruendet-in", "gruenden-in"})
"""Rules by which a body is where it was founded."""


class OtherPlaces:
    """Tells whether a body has its place in another town.

    Args:
        towns: Names that tell a town by themselves.
        facts: What has been read of the article.
    """

    def __init__(self, towns: Set[str], facts: Iterable[FactDraft]) -> None:
        self._towns = towns
        self._seats: dict[int, set[int]] = {}
        for fact in facts:
            seated = fact.predicate is Predicate.LOCATED_IN and fact.modality is not Modality.ENDED
            if seated and fact.object.type is EntityType.MUNICIPALITY:
                self._seats.setdefault(id(fact.subject), set()).add(id(fact.object))

    def has(self, body: Draft, town: Draft) -> bool:
        """„die Universität Mannheim“ in Ulm, „das Landeskriminalamt Hessen“ in Erfurt, or one read to sit in Bonn."""
        return self.by_name(body, town) or bool(self._seats.get(id(body), set()) - {id(town)})

    def by_name(self, body: Draft, town: Draft) -> bool:
        """Whether the name of a body has another town in it, or the town is in another Land than that of the body."""
        own = town.name.split(" ")[0]
        named = any(word in self._towns and not own.startswith(word) for word in body.name.split(" "))
        land = body.jurisdiction
        return named or (land is not None and land.kind == "State" and lies_outside(town, land))


def is_denied(s: Sentence, clause: Clause) -> bool:
    """„In Bonn sitzt die AKDB nicht“, „kennt die AKDB niemand“, „in keinem Haus“."""
    return any(s.lower[i] in _NOT or s.lower[i].startswith(_NO) for i in clause.tokens)


def not_only_founded(facts: list[FactDraft]) -> list[FactDraft]:
    """„In Bremen wurde der Verein X gegründet, der in Kiel sitzt“: facts without places of founding that were left."""
    seated = {id(f.subject) for f in facts if f.predicate is Predicate.LOCATED_IN and f.rule not in _FOUNDED}
    return [f for f in facts if f.rule not in _FOUNDED or id(f.subject) not in seated]
