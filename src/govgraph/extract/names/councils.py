"""What a council decides for its town: „Der Stadtrat hat beschlossen, X einzuführen“ says that the town will use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import USES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Draft, FactDraft


class TownCouncils:
    """Gives a town what its council decides on.

    Args:
        nouns: Nouns for councils of towns.
        meeting: Lemmas of verbs that say what a council does itself: „Der Rat tagt künftig mit X“.
    """

    def __init__(self, nouns: frozenset[str], meeting: frozenset[str]) -> None:
        self._nouns = nouns
        self._meeting = meeting

    def settle(self, facts: Sequence[FactDraft], drafts: Sequence[Draft]) -> None:
        """Let the town be the one that uses what its council introduces, replaces or gives up.

        Args:
            facts: What the article states; subjects are changed.
            drafts: Its entities.
        """
        for fact in facts:
            if fact.predicate in USES and fact.subject.name.split(" ", 1)[0] in self._nouns:
                towns = list(_towns(fact.subject, drafts))
                if len(towns) == 1 and not self._meets(fact):
                    fact.subject = towns[0]

    def _meets(self, fact: FactDraft) -> bool:
        return any(not self._meeting.isdisjoint(clause.verbs) for clause in fact.sentence.clauses)


def _towns(council: Draft, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Towns that the name of a council ends in; „Kreistag Uelzen“ is not the council of the town."""
    of_district = council.name.startswith("Kreis")
    for draft in drafts:
        named = draft.type is EntityType.MUNICIPALITY and council.name.endswith(f" {draft.name}")
        if named and (draft.kind == "District") is of_district:
            yield draft
