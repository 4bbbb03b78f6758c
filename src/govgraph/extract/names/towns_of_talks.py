"""„Unser Hauptamt“, „In Gera ist Streit. Der Stadtrat nutzt dort …“: of which town an answer names a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import LongNames
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_HEAD = frozenset({BlockKind.KICKER, BlockKind.TITLE, BlockKind.LEAD, BlockKind.CAPTION})
_FROM = frozenset({"aus", "nach"})
"""Prepositions before a town where somebody comes from or goes to."""
_PAPERS = frozenset({EntityType.DOCUMENT, EntityType.LAW, EntityType.PROGRAMME})
_THERE = frozenset({"dort", "deren", "dessen"})
_WE = frozenset({"hier", "ich", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unseres", "wir"})
"""Words of sentences in which whoever speaks tells of their own town."""


class TownsOfTalks(LongNames):
    """Keeps of which towns an article, a talk and an answer speak."""

    opening_town: Draft | None = None
    _named_in: int = -1
    _told_in: int = -1

    def note_town(self, s: Sentence, town: Argument) -> None:
        """Keep that a town is named, and whether a sentence begins with it: „Gifhorn ist weiter“, „In Gifhorn …“."""
        self.last_town = town.draft
        self._named_in = s.block
        if town.first == 0 or (town.first == 1 and s.lower[0] == "in"):
            self._told_in = s.block
        if s.kind in _HEAD and self.opening_town is None and s.low_at(town.first - 1) not in _FROM:
            self.opening_town = town.draft

    def note_end(self, s: Sentence) -> None:
        """Keep that whoever speaks has come back to their own town: „Jetzt sind wir so weit“."""
        if self._told_in == s.block and not _WE.isdisjoint(s.lower):
            self._told_in = -1

    def towns_spoken_of(self, s: Sentence, i: int) -> tuple[Draft | None, ...]:
        """The towns of which the body at `i` may be, the likeliest first."""
        if s.kind is not BlockKind.ANSWER or any(s.taken[n].type is EntityType.MUNICIPALITY for n in s.taken if n < i):
            return self.cast.town, self.last_town
        ours = s.low_at(i - 1).startswith("unser")
        there = not _THERE.isdisjoint(s.lower) or any(low.startswith("dortig") for low in s.lower)
        if not ours and there:
            # „In Gifhorn gibt es Streit. Der Stadtrat nutzt dort ALLRIS.“
            near = self._named_in == s.block
            return (self.last_town, self.cast.town) if near else (self.cast.town, self.last_town)
        if not ours and self._told_in == s.block and _WE.isdisjoint(s.lower):
            # „Gifhorn ist weiter. Das Hauptamt testet VIS.“
            return self.last_town, self.cast.town
        return self.cast.town, self.opening_town, self.last_town


def town_of_paper(drafts: Sequence[Draft]) -> list[Draft]:
    """„Die Digitalstrategie Ulm 2030 liegt vor. Der Stadtrat hat …“: the one town, if a paper is named for it.

    Args:
        drafts: What the article has named so far.
    """
    towns = [d for d in drafts if d.type is EntityType.MUNICIPALITY and d.mentions]
    papers = [d.name.split() for d in drafts if d.type in _PAPERS and d.mentions]
    return towns if len(towns) == 1 and any(towns[0].name in words for words in papers) else []
