"""Councils of staff, which have no name of their own: „Der Personalrat zögert. Vorsitzende Anna Weber sagt …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import RoleNoun
from govgraph.language.grammar import DETERMINERS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Sentence

_CHAIRS = frozenset({"Chef", "Vorsitzender"})
_COUNCILS = ("betriebsrat", "personalrat")
_HEARING = frozenset({"den", "einen", "ihren", "keinen", "seinen", "unseren"})
"""Determiners of a council to which something is done: „lobt den Personalrat“."""
_LEADING = {"führen": "a", "leiten": "a", "vorsitzen": "d", "vorstehen": "d"}
"""Lemmas of verbs for having the chair, with the case of what is chaired."""
_NEAR = 3
"""How many words before a noun its determiner may stand."""


class StaffCouncils:
    """Tells which chairs are those of councils of staff.

    Args:
        knowledge: Compiled vocabulary.
        previous: The sentence before each in its block, by `id`.
    """

    def __init__(self, knowledge: Knowledge, previous: Mapping[int, Sentence]) -> None:
        self.k = knowledge
        self._previous = previous
        self._named: dict[int, RoleNoun] = {}

    def name(self, s: Sentence, role: RoleNoun) -> bool:
        """Make „Vorsitzende“ the chair of the council of staff that was spoken of right before; whether it is one."""
        if id(role) in self._named:
            return True
        title = s.title(role)
        if title is None or role.bodies or role.plural or role.name not in _CHAIRS:
            return False
        noun = self._spoken_of(s, title.first)
        chair = self._chair(noun) if noun else None
        if chair is None:
            return False
        role.name, role.iri, role.level, role.owned = chair.name, chair.iri, chair.level, False
        self._named[id(role)] = role
        return True

    def _spoken_of(self, s: Sentence, end: int) -> str:
        """The noun for the council before a token or in the sentence before, if no body is named after it."""
        before = self._previous.get(id(s))
        found = _council(s, end)
        return (found or "") if found is not None or before is None else (_council(before, len(before.tokens)) or "")

    def chaired(self, s: Sentence, clause: Clause) -> tuple[RoleNoun, str, int] | None:
        """„die dem Personalrat vorsitzt“: the chair that a clause tells of, the verb, and the token of the council."""
        verb = next((lemma for lemma, _, _ in clause.lemmas if lemma in _LEADING), None)
        for i in clause.tokens if verb is not None else ():
            if i in s.taken or s.lower[i] not in _COUNCILS or verb is None:
                continue
            if _LEADING[verb] in DETERMINERS.get(_determiner(s, i), ""):
                chair = self._chair(s.lower[i])
                return None if chair is None else (chair, verb, i)
        return None

    def _chair(self, noun: str) -> RoleNoun | None:
        """The title of who chairs a council of staff."""
        word = self.k.role_word(f"{noun.capitalize()}svorsitzender")
        return None if word is None or word.iri is None else RoleNoun(word.name, word.iri, level=word.level)


def _council(s: Sentence, end: int) -> str | None:
    """The noun for a council of staff that acts before a token; "" where a body is named after it, None without."""
    for i in range(end - 1, -1, -1):
        named = s.taken.get(i)
        if named is not None and named.type is EntityType.ORGANISATION and not named.adjective:
            return ""
        noun = s.lower[i].removesuffix("s")
        if named is None and noun in _COUNCILS and _determiner(s, i) not in _HEARING:
            return noun
    return None


def _determiner(s: Sentence, i: int) -> str:
    """The article or possessive of a noun."""
    return next((s.lower[j] for j in range(i - 1, max(-1, i - 1 - _NEAR), -1) if s.lower[j] in DETERMINERS), "")
