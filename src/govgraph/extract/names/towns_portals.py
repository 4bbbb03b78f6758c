"""Portals that towns have and that several Länder call theirs alike: „Lecos betreibt für Leipzig das Serviceportal“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.matcher import LexicalMatch
    from govgraph.extract.state import Sentence

_SEVERAL = 2


class TownsPortals:
    """Tells whether a noun that is the name of several portals means that of a town, in one article.

    Args:
        sentences: The article.
        found: Known names of each of its sentences.
        state_nouns: Nouns for a Land.
        of_town: Whether the article is about a town.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        found: Sequence[Sequence[LexicalMatch]],
        state_nouns: frozenset[str],
        *,
        of_town: bool,
    ) -> None:
        self._of_town = of_town
        self._told = {m.entries[0].iri for names in found for m in names if len(m.entries) == 1}
        self._towns = [any(_is_town(m) for m in names) for names in found]
        self._lands = [
            any(m.entries[0].kind == "State" for m in names) or any(t.text in state_nouns for t in s.tokens)
            for s, names in zip(sentences, found, strict=True)
        ]
        self._any_land = any(self._lands)
        self._own: set[str] = set()

    def is_own(self, number: int, match: LexicalMatch, word: str) -> bool:
        """Whether a portal in a sentence is a town's: one is named there, and neither a Land nor a portal of a Land."""
        if match.entries[0].type is not EntityType.SYSTEM or len(match.entries) < _SEVERAL:
            return False
        if any(entry.iri in self._told for entry in match.entries):
            return False
        if name_of(match, word) in self._own:
            return True
        around = range(max(0, number - 1), number + 1)
        if self._of_town:
            return not any(self._lands[n] for n in around)
        return not self._any_land and any(self._towns[n] for n in around)

    def note(self, match: LexicalMatch, word: str) -> None:
        """Let the noun mean the town's portal from now on."""
        self._own.add(name_of(match, word))


def name_of(match: LexicalMatch, word: str) -> str:
    """The name that a noun gives, without the ending of the genitive: „des Serviceportals“."""
    stem = word.removesuffix("s")
    return stem if any(stem in e.labels for e in match.entries) else word


def _is_town(match: LexicalMatch) -> bool:
    entry = match.entries[0]
    return entry.type is EntityType.MUNICIPALITY and not entry.needs_context
