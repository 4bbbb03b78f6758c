"""Works that make way for others: „Bayern ersetzt X durch Y“ tells of no use of X that is to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import RUN
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import FactDraft

_BY = frozenset({"durch", "gegen"})
_WORKS = RUN | {EntityType.PROGRAMME}
_OF_WORKS = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.FUNDS, Predicate.DEVELOPS})


class ReplacedWorks:
    """Tells of which works somebody only says that others come in their place.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._verbs = words("replacing-verbs") | words("substituting-verbs")

    def rules_out(self, fact: FactDraft) -> bool:
        """Whether a weighed fact takes what is replaced for what is used."""
        if fact.predicate not in _OF_WORKS or fact.modality is Modality.ENDED or fact.object.type not in _WORKS:
            return False
        s = fact.sentence
        named = [a for a in s.arguments if a.draft is fact.object and 0 <= a.clause < len(s.clauses)]
        return bool(named) and all(
            a.marker == "np"
            and s.low_at(a.last) in _BY
            and not is_passive(s.clauses[a.clause])
            and not self._verbs.isdisjoint(s.clauses[a.clause].verbs)
            for a in named
        )
