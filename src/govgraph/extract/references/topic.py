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
        self._first: Draft | None = None
        self._most = 0.0
        self._second = 0.0
        self._number = 0

    def note(self, s: Sentence) -> None:
        """Take in a sentence that has been read."""
        works = {id(a.draft): a.draft for a in s.arguments if a.draft is not None and a.draft.type in WORKS}
        opening = self._number < _OPENING or s.kind is BlockKind.HEADING
        for key, draft in works.items():
            first = _LEAD if opening and key not in self._weight else 0.0
            weight = self._weight[key] = self._weight.get(key, 0.0) + 1.0 + first
            if draft is self._first:
                self._most = weight
            elif weight > self._most:
                self._first, self._most, self._second = draft, weight, self._most
            else:
                self._second = max(self._second, weight)
        self._number += 1

    def draft(self) -> Draft | None:
        """The work spoken of most so far; None if no work stands out."""
        return self._first if self._most >= _LEAST and self._most - self._second >= _AHEAD else None
