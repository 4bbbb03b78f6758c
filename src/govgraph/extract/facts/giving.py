"""Who has others do a work: „Dataport hat den Betrieb an Materna vergeben“, „Hessen beauftragt die ekom21 mit …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import BODY_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Sentence

_BY = frozenset({"von", "durch"})
_ARTICLES = frozenset({"der", "die", "das"})
"""Articles before a noun for a body that gives a post."""


class Givers:
    """Tells who hands a work on to somebody.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._handing = words("handing-out-verbs")
        self._charging = words("charging-verbs")
        self._verbs = self._handing | self._charging
        self._orders = words("orders-given")
        self._giving = words("order-giving-verbs")

    def of(self, s: Sentence, number: int) -> list[Argument]:
        """Who in a clause has others do something; empty if nobody does, or nothing tells who.

        Args:
            s: The sentence.
            number: Index of the clause.
        """
        clause = s.clauses[number]
        verbs = clause.verbs
        if verbs.isdisjoint(self._verbs) and (verbs.isdisjoint(self._giving) or not self._names_order(s, number)):
            return []
        bodies = [a for a in s.arguments if a.clause == number and a.type in BODY_TYPES and not a.adjective]
        if is_passive(clause):
            return [a for a in bodies if a.marker in _BY and a.head < 0]
        able = [a for a in bodies if a.marker == "np" and a.head < 0 and "n" in a.cases]
        sure = [a for a in able if a.cases == "n"]
        if sure or not able:
            return sure
        alone = all(a.group == able[0].group for a in able)
        if alone and not verbs.isdisjoint(self._charging) and "a" in able[0].cases:
            # „Die Verwaltung hat Materna mit dem Betrieb beauftragt“
            return []
        return [a for a in able if a.group == able[0].group]

    def _names_order(self, s: Sentence, number: int) -> bool:
        return not self._orders.isdisjoint(s.tokens[i].text for i in s.clauses[number].tokens)


def gives(s: Sentence, a: Argument) -> bool:
    """„Ihr hat Landrat A die Leitung übertragen“: whether the name is that of who gives, and not of who gets.

    Not so „Der Kreistag hat A die Leitung übertragen“, „Landrat A hat B die Leitung übertragen“ of B.
    """
    if a.cases == "d" or not 0 <= a.clause < len(s.clauses) or is_passive(s.clauses[a.clause]):
        return False
    if any(b.nominative and b.clause == a.clause and b.last <= a.first for b in s.arguments):
        return False
    before = [i for i in s.clauses[a.clause].tokens if i < a.begin and s.lower[i - 1] in _ARTICLES]
    return not any(s.tokens[i].text[0].isupper() and i not in s.taken for i in before)
