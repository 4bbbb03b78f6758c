"""Sections of laws: what is said of „§ 6 Absatz 2 des Gesetzes“ is said of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_REACH = 9
_SECTIONS = frozenset({"§", "§§", "paragraf", "paragrafen", "paragraph", "paragraphen", "artikel", "art"})
_INSIDE = frozenset(
    {"abs", "absatz", "satz", "nr", "nummer", "buchstabe", "und", ".", ",", "a", "b", "c", "des", "der"}
)
"""What stands between the sign of a section and the name of the law."""


def section_before(s: Sentence, first: int) -> int:
    """Index of the „§“ or „Artikel“ that opens „§ 6 Absatz 2 des …“ before a name at token `first`; -1 if none does."""
    i = first - 1
    while i >= max(0, first - _REACH) and (s.tokens[i].text[0].isdigit() or s.lower[i] in _INSIDE):
        i -= 1
    return i if 0 <= i < first - 1 and s.lower[i] in _SECTIONS else -1
