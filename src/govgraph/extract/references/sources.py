"""Programmes that an article names only for where money or a rule comes from: „bezahlt aus dem Konjunkturpaket“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from govgraph.extract.state import Argument, Draft, Sentence

_FROM = frozenset({"aus", "dank", "nach"})
_NOUNS = frozenset({"Etat", "Fördertopf", "Geld", "Geldern", "Mittel", "Mitteln", "Rahmen", "Topf", "Zuge"})
"""Nouns with whose genitive a programme is named as a source."""
_PRINCIPLES = ("prinzip", "Prinzip")


class Sources:
    """Remembers such programmes; who takes part in something left unsaid hardly takes part in one of them.

    Args:
        pots: Parts of names of what money comes from.
    """

    def __init__(self, pots: AbstractSet[str]) -> None:
        self._pots = pots
        self._only: set[int] = set()
        self._told: set[int] = set()
        self._before: frozenset[int] = frozenset()

    def note(self, s: Sentence) -> None:
        """Take in a sentence that has been read."""
        for a in s.arguments:
            if a.type is EntityType.PROGRAMME and not a.adjective and not a.reference:
                pot = a.draft is not None and is_pot(a.draft, self._pots)
                if pot or (id(a.draft) not in self._told and _is_source(s, a)):
                    self._only.add(id(a.draft))
                else:
                    self._told.add(id(a.draft))
                    self._only.discard(id(a.draft))

    def so_far(self, s: Sentence) -> frozenset[int]:
        """Such programmes of the sentences before and pots of this one, by `id`."""
        here = {id(a.draft) for a in s.arguments if a.draft is not None and is_pot(a.draft, self._pots)}
        if len(self._before) != len(self._only) or not self._before >= self._only:
            # one set for all sentences up to the next such programme
            self._before = frozenset(self._only)
        return self._before if here <= self._before else self._before | here


def is_pot(draft: Draft, pots: AbstractSet[str]) -> bool:
    """„DigitalPakt Schule“, „Konjunkturpaket“: whether a programme is one that pays for works and is none itself."""
    low = draft.name.lower()
    return draft.type is EntityType.PROGRAMME and any(pot in low for pot in pots)


def _is_source(s: Sentence, a: Argument) -> bool:
    if a.marker in _FROM or (a.draft is not None and a.draft.name.endswith(_PRINCIPLES)):
        return True
    return a.head >= 0 and s.text_at(a.head) in _NOUNS
