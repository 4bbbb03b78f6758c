"""What somebody speaks of is good or bad for a Land, for which they do not speak: „sprach von einem Gewinn für Ulm“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, FactDraft, Sentence

_FOR = "für"
_OF_WHAT = frozenset({"vom", "von", "über", "übers"})
_FAR = 8
"""Most words between „von“ and the noun it governs: „von einem für alle sehr wichtigen Schritt“."""


def is_for_thing_spoken_of(s: Sentence, a: Argument) -> bool:
    """„A sprach von einem Meilenstein für Hessen und Bayern“: „für“ comes right after a noun behind „von“, „über“."""
    row = [b for b in s.arguments if b.group == a.group >= 0 and b.first <= a.first] or [a]
    first = min(row, key=lambda b: b.first)
    at = next((i for i in range(first.first - 1, max(first.first - _FAR, 0), -1) if s.lower[i] == _FOR), -1)
    noun = at - 1
    while noun > 0 and s.lower[noun].isalpha() and s.text_at(noun).islower() and s.lower[noun] not in PREPOSITIONS:
        noun -= 1
    if noun < 1 or not s.text_at(noun)[:1].isupper() or noun in s.dated:
        return False
    held = s.taken.get(noun)
    if held is not None and held.draft is not None and held.type is EntityType.PERSON:
        return False
    return _is_governed(s, noun)


def is_of_thing_spoken_of(fact: FactDraft) -> bool:
    """„A sprach von einem Meilenstein für Hessen“: whether the object is only whom a noun spoken of is for."""
    s = fact.sentence
    named = [a for a in s.arguments if a.draft is fact.object]
    return bool(named) and all(is_for_thing_spoken_of(s, a) for a in named)


def _is_governed(s: Sentence, noun: int) -> bool:
    for i in range(noun - 1, max(noun - _FAR, -1), -1):
        if s.lower[i] in PREPOSITIONS:
            before = s.taken.get(i - 1)
            # „A von der Staatskanzlei für Hessen“
            beside = before is not None and before.type is EntityType.PERSON and before.last == i
            return s.lower[i] in _OF_WHAT and not (beside and noun in s.taken)
        if s.text_at(i)[:1].isupper() or not s.lower[i].isalpha():
            return False
    return False
