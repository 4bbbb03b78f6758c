"""Who is excepted from what a clause says of others: „Bis auf Bayern haben alle Länder unterzeichnet“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, WORKS
from govgraph.language.grammar import DETERMINERS

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

BUT_FOR = frozenset({"bis", "mit", "unter"})
"""Words that open an exception, with the one after it."""
_AFTER = {"bis": "auf", "mit": "ausnahme", "unter": "ausnahme"}
_OF = frozenset({"von", "vom"})
_OPENING = frozenset(DETERMINERS) | _OF
_LISTED = frozenset({",", "und", "sowie", "oder"})
_WITHIN = 3
"""How many words after an exception opens the name begins that is excepted."""


def exempted(s: Sentence, i: int) -> int:
    """Where an exception ends that opens at token `i`: „mit Ausnahme der Städte Ulm und Gera“; -1 if none does."""
    if s.low_at(i + 1) != _AFTER[s.lower[i]] or s.text_at(i - 1)[:1].isdigit():
        return -1
    start = i + 2
    named = next((a for a in s.arguments if start <= a.first <= start + _WITHIN and not a.adjective), None)
    if named is None or named.draft is None or not (named.type in BODY_TYPES or named.type in WORKS):
        return -1
    lead = range(start, named.first)
    if named.begin > start or any(s.lower[j] not in _OPENING and s.text_at(j)[0].islower() for j in lead):
        # „Bis auf Weiteres den Bereich A“
        return -1
    end = named.last
    for other in sorted(s.arguments, key=lambda a: a.first):
        if other.group == named.group and other.first > named.first and not other.adjective:
            if any(s.lower[j] not in _LISTED and j < other.begin for j in range(end, other.first)):
                break
            end = other.last
    return end
