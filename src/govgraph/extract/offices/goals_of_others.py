"""Bodies that an article only names as where somebody goes: those who stay behind are none of their people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_TOWARDS = frozenset({"in", "zu"})
_THERE = frozenset({"dort", "dortige", "dortigen", "dortiger", "deren", "dessen"})


class GoalsOfOthers:
    """Finds such bodies.

    Args:
        words: Gives the forms of a word list.
        named: Bodies and places of the article, with their offsets.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], named: Sequence[tuple[int, Draft]]) -> None:
        self._moving = words("moving-verbs") - {"kommen"}
        self._receiving = words("welcoming-verbs")
        self._named = named

    def around(self, s: Sentence, before: Sentence | None, person: Draft, place: int) -> Iterator[Draft]:
        """„A wechselt zur FITKO. Abteilungsleiter B vertritt sie“: FITKO, which is named nowhere before.

        Not „A wechselt zur FITKO. Präsident B freut sich auf sie“, nor „Dort ist Präsident B …“.

        Args:
            s: The sentence of a title.
            before: The sentence before it.
            person: Who has the title.
            place: Token of the title.
        """
        if not _THERE.isdisjoint(s.lower):
            return
        if any(not self._receiving.isdisjoint(clause.verbs) for clause in s.clauses):
            return
        own = s.clause_of[place] if place < len(s.clause_of) else -1
        for told in (s,) if before is None else (before, s):
            for a in told.arguments:
                apart = told is before or (a.clause != own and a.first < place)
                if a.draft is not None and apart and self._is_goal(told, a, person) and self._is_new(told, a):
                    yield a.draft

    def _is_goal(self, s: Sentence, a: Argument, person: Draft) -> bool:
        """„A wechselt zur FITKO“, „A war zum BSI gegangen“: whether another person goes to a body."""
        if a.draft is None or a.type is not EntityType.ORGANISATION or a.marker not in _TOWARDS or a.head >= 0:
            return False
        if not 0 <= a.clause < len(s.clauses) or self._moving.isdisjoint(s.clauses[a.clause].verbs):
            return False
        people = [b for b in s.arguments if b.clause == a.clause and b.type is EntityType.PERSON and b.nominative]
        return bool(people) and all(b.draft is not person for b in people)

    def _is_new(self, s: Sentence, a: Argument) -> bool:
        """Whether a body is not named before the sentence."""
        return all(at >= s.start for at, draft in self._named if draft is a.draft)
