"""Posts that have their title in their name: „der CIO-Posten“, „das Präsidentenamt“, „die CDO-Stelle“."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.role_words import RoleWord
    from govgraph.extract.state import Argument

_LINKS = ("-", "s", "es", "")
"""What may join a title to the noun for the post, the title itself being inflected."""
_GENITIVES = ("", "s", "es")
_SHORTEST = 3
"""Fewest letters of a title."""


class PostTitles:
    """Tells which nouns are a title and a noun for a post in one.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._ends = tuple(sorted(noun + end for noun in knowledge.words("post-endings") for end in _GENITIVES))
        self._others = tuple(sorted(knowledge.words("nouns-of-no-post")))

    def word(self, text: str) -> RoleWord | None:
        """The title in a noun for a post, or None; „Landratsamt“ is a house."""
        low = text.lower()
        if not low.endswith(self._ends) or low.rstrip("es").endswith(self._others):
            return None
        for end in self._ends:
            if not low.endswith(end):
                continue
            for link in _LINKS:
                base = text[: len(text) - len(end)]
                title = base[: len(base) - len(link)] if base.endswith(link) else ""
                word = self.k.role_word(title) if len(title) >= _SHORTEST and title[0].isupper() else None
                if word is not None and word.iri is not None:
                    return word._replace(feminine=False, plural=False)
        return None


def as_post(a: Argument) -> None:
    """Let a title that is called by its post stand as „des CIO“ stands in „das Amt des CIO“."""
    if a.role is not None and a.role.post:
        a.marker, a.head = "gen", a.first
