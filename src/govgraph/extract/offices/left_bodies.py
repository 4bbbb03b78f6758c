"""Bodies that an article names only as where somebody was before: nobody else is of them because they are near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_FOR_LONG = frozenset({"jahrelang", "jahrzehntelang", "lange"})
"""Adverbs beside what may still be so."""
LEADING = frozenset({"führen", "leiten"})
_OF = frozenset({"an", "bei", "gen", "in", "von"})
"""Markers of a body that somebody works for."""


class LeftBodies:
    """Tells which bodies those are.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
    """

    def __init__(self, knowledge: Knowledge, sentences: Sequence[Sentence]) -> None:
        self._adverbs = knowledge.words("former-adverbs") - _FOR_LONG
        self._sentences = sentences
        hints = [s for s in sentences if not self._adverbs.isdisjoint(s.lower)]
        self._may = {id(a.draft) for s in hints for a in s.arguments if a.type in BODY_TYPES}

    def __contains__(self, body: Draft) -> bool:
        if id(body) not in self._may:
            return False
        # what pronouns mean is found out later, so that what is seen first may not be kept
        named = ((s, a) for s in self._sentences for a in s.arguments if a.draft is body and not a.reference)
        return all(self._was_there(s, a) for s, a in named)

    def _was_there(self, s: Sentence, a: Argument) -> bool:
        """„Lenz war bislang Beauftragter der Stadt Ulm“, „die zuletzt die KDA geführt hatte“."""
        owner = s.taken.get(a.head)
        if owner is not None and owner.role is not None and owner.role.status is Status.FORMER:
            return True
        if not 0 <= a.clause < len(s.clauses):
            return False
        clause = s.clauses[a.clause]
        if self._adverbs.isdisjoint(clause.words):
            return False
        led = a.marker == "np" and "a" in a.cases and not LEADING.isdisjoint(clause.verbs)
        if not led and a.marker not in _OF:
            return False
        people = (b for b in s.arguments if b.clause == a.clause and b.type is EntityType.PERSON)
        return clause.kind == "relative" or any(b.nominative for b in people)
