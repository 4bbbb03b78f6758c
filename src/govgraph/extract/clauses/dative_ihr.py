"""„ihr“ that is a pronoun and owns nothing, though a name follows: „Das Amt hatte vor ihr Jens Ott“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_OF_DATIVE = frozenset({"aus", "bei", "mit", "nach", "seit", "von", "zu"})
"""Prepositions of the dative alone, in which no possessive is „ihr“."""
_OF_EITHER = frozenset({"hinter", "neben", "unter", "vor"})


def is_dative_ihr(s: Sentence, i: int) -> bool:
    """Whether „ihr“ after a preposition stands alone: „mit ihr“, „vor ihr Jens Ott“, but not „vor ihr Haus“."""
    if s.low_at(i) != "ihr" or i == 0:
        return False
    before, after = s.low_at(i - 1), s.taken.get(i + 1)
    return before in _OF_DATIVE or (before in _OF_EITHER and after is not None and after.type is EntityType.PERSON)
