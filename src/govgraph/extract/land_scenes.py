"""In which Land a part of a sentence is set: „In Sachsen nutzt …“, „… Sachsen, wo …“, „… Sachsen: Dort …“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.vocabulary import Entry

_SENTENCE_END = re.compile(r"[.!?][“\"]?\s+(?=[A-ZÄÖÜ„])|\n")
_FARTHEST = 300
"""Most code points of a sentence that are looked back through."""
_NEIGHBOUR = r"beim nachbarn |bei den nachbarn in |(?:im|in einem) (?:nachbarland|nachbarbundesland|benachbarten) "
_BEFORE = rf"(?i:[„»\"–\s]*(?:(?:allein|anders|anders als|auch|ebenso|nur|so) )?(?:in |im |{_NEIGHBOUR}))"
_AFTER = r"(?i:, (?:wo|in dem) |(?::|;|,| –) dort )"


class Scenes:
    """Tells the Land of a scene.

    Args:
        lands: Länder by name.
    """

    def __init__(self, lands: Mapping[str, Entry]) -> None:
        self._lands = lands
        names = "|".join(sorted(map(re.escape, lands), key=len, reverse=True))
        self._name = re.compile(rf"\b(?:{names})\b")
        self._opening = re.compile(rf"{_BEFORE}({names})\b")
        self._placed = re.compile(rf"\b(?:aus|in|nach|von) ({names})\b")
        self._clause = re.compile(rf"\b({names}){_AFTER}")

    def at(self, text: str, place: int) -> Entry | None:
        """The Land in which what stands at a place is set, or None if nothing in its sentence says so.

        Args:
            text: The text.
            place: Code point in it.
        """
        if not self._lands:
            return None
        start = max(0, place - _FARTHEST)
        for end in _SENTENCE_END.finditer(text, start, place):
            start = end.end()
        said = text[start:place]
        if said.startswith("Dort ") and text[start - 1 : start] != "\n":
            return self._before(text, start)
        found = self._opening.match(said)
        clauses = [m for m in self._clause.finditer(said) if "," not in said[m.end() :]]
        if clauses:
            found = clauses[-1]
        if found is None or self._name.search(said, found.end()):
            return None
        return self._lands.get(found.group(1))

    def _before(self, text: str, place: int) -> Entry | None:
        """„Sie kommt aus Sachsen. Dort leitete sie …“: the one Land that the sentence before names as a place."""
        before = text[max(0, place - _FARTHEST) : place].rstrip()
        ends = list(_SENTENCE_END.finditer(before))
        before = before[ends[-1].end() :] if ends else before
        placed = self._placed.findall(before)
        return self._lands.get(placed[0]) if len(placed) == len(self._name.findall(before)) == 1 else None
