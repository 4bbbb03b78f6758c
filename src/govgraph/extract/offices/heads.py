"""By which title a body has its head, where the article says so: it has no other head by another title."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, RoleNoun, Sentence

_ONE_HEAD = frozenset({"Agency", "Company", "PublicCompany", "ServiceProvider"})
"""Kinds of body that one person heads, by one title; an association has a Präsident and a Geschäftsführer."""
_DIRECTOR = "Direktor"
"""A title that says who heads a body, and that those below a head have too: it is no sign of the head itself."""


class Heads:
    """Tells by which titles bodies have their head.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
    """

    def __init__(self, knowledge: Knowledge, sentences: Sequence[Sentence]) -> None:
        self._titles = knowledge.words("titles-of-one-head")
        self._sentences = sentences
        self._named: dict[int, list[RoleNoun]] | None = None

    def has_another(self, body: Draft, role: RoleNoun, person: Draft) -> bool:
        """„ITZBund-Direktor Jens Ott“: whether the article names a body's head by a title that leaves no room for one.

        The ITZBund then has no „Präsident“; whoever holds the other title says nothing against their own.
        """
        if role.name not in self._titles or body.kind not in _ONE_HEAD:
            return False
        others = (other for other in self._of(body) if other.name != role.name)
        return any(person not in other.holders for other in others)

    def _of(self, body: Draft) -> list[RoleNoun]:
        """The titles of heads that name a body."""
        if self._named is None:
            self._named = {}
            for role in (a.role for s in self._sentences for a in s.arguments):
                if role is None or not role.bodies or role.plural or role.referred or role.status is not None:
                    continue
                if role.name == _DIRECTOR or role.name in self._titles:
                    self._named.setdefault(id(role.bodies[0]), []).append(role)
        return self._named.get(id(body), [])
