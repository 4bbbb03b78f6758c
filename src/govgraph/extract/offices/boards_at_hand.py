"""Boards spoken of right before a chair: „Mitglied des Ausschusses ist A. Vorsitzender B hielt dagegen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_CHAIRS = frozenset({"Ausschussvorsitzender", "Stellvertretender Vorsitzender", "Vorsitzender"})
"""Titles that a board has at its head."""
_BACK = 2
"""How many sentences before that of a title may name its board."""
_ASIDE = frozenset({"aus", "für", "von"})
"""Markers of a body for which, or from which, somebody sits in a board."""


class BoardsAtHand:
    """Finds the board of a chair whose title names none.

    Args:
        electing: Names of assemblies, which choose who heads their house.
        previous: The sentence before each in its block, by `id`.
    """

    def __init__(self, electing: frozenset[str], previous: Mapping[int, Sentence]) -> None:
        self._electing = electing
        self._previous = previous

    def find(self, s: Sentence, role: RoleNoun) -> Draft | None:
        """The board that was named last before a title, if no other body has been spoken of since or beside it."""
        title = s.title(role)
        if title is None or role.bodies or role.plural or role.name not in _CHAIRS:
            return None
        here: Sentence | None = s
        end = title.first
        for _ in range(_BACK + 1):
            if here is None:
                return None
            named = [a for a in here.arguments if a.first < end and _is_body(a)]
            if named:
                board = _board(named)
                return None if board is None or board.name in self._electing else board
            here = self._previous.get(id(here))
            end = 0 if here is None else len(here.tokens)
        return None


def _is_body(a: Argument) -> bool:
    """Whether an argument is an organisation, named or meant, and no party and no part of another noun."""
    return a.type is EntityType.ORGANISATION and a.draft is not None and a.draft.kind != "Party" and not a.adjective


def _board(named: list[Argument]) -> Draft | None:
    """The last board of a sentence, where every other body is its owner or stands aside."""
    boards = [a for a in named if a.draft is not None and a.draft.kind in BOARDS]
    if not boards:
        return None
    last = max(boards, key=lambda a: a.first)
    inside = range(last.first, last.last)
    others = [a for a in named if a.draft is not last.draft]
    aside = all((a.head in inside and a.marker in {"bei", "gen", "von"}) or a.marker in _ASIDE for a in others)
    return last.draft if aside else None
