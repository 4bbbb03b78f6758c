"""The body of whom a speaker calls their own: „mein Stellvertreter Jens Ott“, „die Leiterin unseres Rechenzentrums“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS
from govgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_STEMS = ("mein", "unser")
"""How possessives of the first person begin."""
_YOURS = frozenset({"Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres"})
_OF_OURS = frozenset({"meiner", "meines", "unserer", "unseres", "unsres"})
_ADJECTIVES = ("e", "em", "en", "er", "es")
_MOST = 2
"""Most adjectives between a possessive and its title."""
_TOP = frozenset({"CDO", "CIO", "CISO"})
_WITH_OWN_IT = frozenset({"Company", "PublicCompany", "ResearchInstitute", "ServiceProvider", "University"})
"""Kinds of body that have a CIO of their own, whatever the Land has: „Unser CIO“, says the Kanzlerin."""
_HEADS = ("Leiter", "leiter", "Chef", "chef")
"""Ends of titles of who heads a unit that somebody calls their own."""


class OwnPeople:
    """Finds the body of whom somebody who speaks, or is asked, has beside them.

    Args:
        held: The body of the office of a person that was read last, by the `id` of the person.
        after: The sentence after another one, by the `id` of that.

    Attributes:
        group: What „wir“ stands for when a person says it, once that is known.
    """

    def __init__(self, held: Mapping[int, Draft], after: Mapping[int, Sentence]) -> None:
        self.group: Callable[[Draft | None], Draft | None] | None = None
        self._held = held
        self._after = after

    def find(
        self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None, kinds: frozenset[str]
    ) -> Draft | None:
        """The body, or None where no possessive of the first person or of whoever is asked says so.

        Args:
            s: The sentence.
            role: The office.
            person: Who holds it.
            title: Its title.
            kinds: Kinds of body that can have it.
        """
        if title is None or role.bodies:
            return None
        whose = self._whose(s, title)
        if whose is None or whose is person:
            return None
        body = self._held.get(id(whose)) if role.is_deputy else None
        if body is None and self.group is not None:
            body = self.group(whose)
        own_it = role.name in _TOP and body is not None and body.kind in _WITH_OWN_IT
        if body is None or (kinds and body.kind not in kinds and not own_it):
            return None
        return None if body.kind in BOARDS and not role.is_deputy else body

    def _whose(self, s: Sentence, title: Argument) -> Draft | None:
        """Who says „mein“ or „unser“ of a title or of the unit behind it, or is asked about „Ihr Stellvertreter“."""
        if s.low_at(title.last) in _OF_OURS and title.role is not None and title.role.name.endswith(_HEADS):
            title.role.inner = True
            return s.speaker
        i = title.first - 1
        while title.first - i <= _MOST and s.text_at(i)[:1].islower() and _is_adjective(s.low_at(i)):
            i -= 1
        if s.low_at(i).startswith(_STEMS):
            return s.speaker
        if s.kind is not BlockKind.QUESTION or s.text_at(i) not in _YOURS:
            return None
        after: Sentence | None = s
        while after is not None and after.kind is BlockKind.QUESTION:
            after = self._after.get(id(after))
        return after.speaker if after is not None and after.kind is BlockKind.ANSWER else None


def _is_adjective(low: str) -> bool:
    return low.endswith(_ADJECTIVES) and not low.startswith(_STEMS)
