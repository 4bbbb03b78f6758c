"""Boards without a name that somebody chairs: „Der Personalrat ist skeptisch. Vorsitzende Anna Weber sagt …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.language.grammar import DETERMINERS
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.extract.state import Argument, Draft, FactDraft, RoleNoun, Sentence

_CHAIRING = frozenset({"sprecher", "vorsitzender"})
"""Titles that a board of any kind has at its head."""
_OBJECTS = frozenset({"den", "einen", "keinen", "ihren", "seinen", "unseren"})
_BACK = 2
"""How many sentences before that of a title may name its board."""
_PHRASE = 3
"""How many words before its noun a phrase may begin."""


class OtherBoards:
    """Tells where a title may be that of a board which is none of the bodies at hand.

    Args:
        nouns: How nouns for such boards end, in small letters.
        previous: The sentence before each in its block, by `id`.
    """

    def __init__(self, nouns: frozenset[str], previous: Mapping[int, Sentence]) -> None:
        self._nouns = tuple(sorted(form for noun in nouns for form in (noun, f"{noun}s")))
        self._previous = previous

    def settled(self, s: Sentence, role: RoleNoun, body: Draft) -> Draft | None:
        """The body that a title is in: the one found for it, or the board spoken of since; None where that has no name.

        Args:
            s: Sentence of the title.
            role: The title.
            body: The body found for it.
        """
        title = s.title(role)
        if title is None or role.bodies or role.name.lower().rsplit(" ", 1)[-1] not in _CHAIRING:
            return body
        if any(a.draft is body and not a.reference and a.first >= title.first for a in s.arguments):
            return body
        since = self._since(s, title.first, body)
        return body if since is None else since[0]

    def has(self, fact: FactDraft) -> bool:
        """„Der Personalrat ist skeptisch. Vorsitzende ist A“: whether a chair that names no body is another board's."""
        if fact.predicate is not Predicate.CHAIRS or fact.subject.type is not EntityType.PERSON:
            return False
        s = fact.sentence
        if any(a.draft is fact.object and not a.reference for a in s.arguments):
            return False
        return self._since(s, len(s.tokens), fact.object) is not None

    def _since(self, s: Sentence, end: int, body: Draft) -> tuple[Draft | None] | None:
        """The board spoken of after the last mention of a body before a token; None where there is none."""
        here: Sentence | None = s
        for _ in range(_BACK + 1):
            if here is None:
                break
            for i in range(end - 1, -1, -1):
                named = here.taken.get(i)
                if named is not None and named.draft is body and self._is_told_of(here, named):
                    return None
                if here.lower[i].endswith(self._nouns) and self._may_be_meant(here, i, body):
                    board = None if named is None or named.first != i or named.reference else named.draft
                    return (board if board is not None and board.type is EntityType.ORGANISATION else None,)
            here = self._previous.get(id(here))
            end = 0 if here is None else len(here.tokens)
        return None

    def _is_told_of(self, s: Sentence, a: Argument) -> bool:
        """Whether a body is named for itself: no pronoun, and not „der Personalrat des Landratsamts“."""
        if a.reference and not s.tokens[a.last - 1].text[0].isupper():
            return False
        owned = a.head >= 0 and s.lower[a.head].endswith(self._nouns)
        return not (owned and a.marker in {"bei", "gen", "in", "von"}) and a.adjective is not True

    @staticmethod
    def _may_be_meant(s: Sentence, i: int, body: Draft) -> bool:
        """Whether a noun for a board is what the sentence is about: not „X lobt den Personalrat“."""
        before = next((s.lower[j] for j in range(i - 1, max(-1, i - 1 - _PHRASE), -1) if s.lower[j] in DETERMINERS), "")
        if before in _OBJECTS or not s.tokens[i].text[0].isupper():
            return False
        clause = s.clause_of[i] if s.clause_of else 0
        return not any(
            a.draft is body and a.nominative and a.clause == clause and a.first < i and not a.adjective
            for a in s.arguments
            if a.type in BODY_TYPES
        )
