"""The work that an article is about: what is meant where a later sentence leaves open what somebody uses or tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import WORKS
from govgraph.model import BlockKind

if TYPE_CHECKING:
    from govgraph.extract.state import Draft, Sentence

_OPENING = 3
"""How many sentences count as the opening of an article, its title included."""
_LEAD = 1.0
"""What being named in the opening adds."""
_LEAST = 2.0
_AHEAD = 1.0


class Topic:
    """Counts in how many sentences each work is spoken of, and tells which of them the article is about."""

    def __init__(self) -> None:
        self._weight: dict[int, float] = {}
        self._drafts: dict[int, Draft] = {}
        self._number = 0

    def note(self, s: Sentence) -> None:
        """Take in a sentence that has been read."""
        works = {id(a.draft): a.draft for a in s.arguments if a.draft is not None and a.draft.type in WORKS}
        opening = self._number < _OPENING or s.kind is BlockKind.HEADING
        for key, draft in works.items():
            first = _LEAD if opening and key not in self._drafts else 0.0
            self._drafts[key] = draft
            self._weight[key] = self._weight.get(key, 0.0) + 1.0 + first
        self._number += 1

    def draft(self) -> Draft | None:
        """The work spoken of most so far; None if no work stands out."""
        if not self._weight:
            return None
        ranked = sorted(self._weight.items(), key=lambda pair: -pair[1])[:2]
        key, most = ranked[0]
        if most < _LEAST or (len(ranked) > 1 and most - ranked[1][1] < _AHEAD):
            return None
        return self._drafts[key]
