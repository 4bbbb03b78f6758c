"""Slips that a speaker puts right at once: „ist CIO, pardon, CDO“, „wurde gewählt – nein, er trat nicht an“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.language.grammar import AUXILIARIES, MODALS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Argument, Sentence

_DASHES = frozenset({"–", "—", "-", "…"})
_PAUSES = _DASHES | {",", "(", ":", ")"}
_GIVEN = frozenset({"als", "zu"})
_NO = "nein"
_FAR = 5
"""Within how many words after a slip what is right begins: „nein, natürlich der Bürgerschaft“."""


class Slips:
    """Takes back what a sentence says by mistake.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._sorry = words("slip-words")

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Let what is put right state nothing."""
        for s in sentences:
            if self._sorry.isdisjoint(s.lower) and _NO not in s.lower:
                continue
            for i in range(2, len(s.tokens) - 2):
                if self._is_slip(s, i):
                    _take_back(s, i)

    def _is_slip(self, s: Sentence, i: int) -> bool:
        """„A, pardon, B“, „A – nein, B“: between pauses, and „nein“ behind a dash."""
        before, after = s.text_at(i - 1), s.text_at(i + 1)
        if s.lower[i] == _NO:
            return before in _DASHES and after in _PAUSES
        return s.lower[i] in self._sorry and before in _PAUSES and after in _PAUSES


def _take_back(s: Sentence, i: int) -> None:
    """Take back the title that a slip is about, or all that its clause says."""
    wrong = next((a for a in s.arguments if a.last == i - 1), None)
    title = wrong if wrong is None or wrong.role is not None else _title_before(s, wrong)
    right = next((a for a in s.arguments if i < a.first <= i + _FAR), None)
    if wrong is not None and (_is_aside(s, i) or (right is not None and _put_right(s, wrong, right, i))):
        return
    if title is not None and right is not None and (right.role is not None or wrong is not title):
        s.drop(title)
        if right.role is not None:
            return
    if s.clauses:
        wrongly = s.clause_of[i - 2]
        s.clauses[wrongly].judged = (None,)
        for said in [a for a in s.arguments if a.role is not None and a.marker in _GIVEN and a.first < i]:
            if s.clause_of[said.first] == wrongly:
                s.drop(said)


def _is_aside(s: Sentence, i: int) -> bool:
    """„A, sorry, ist CIO“: nothing is put right between a subject and the only verb of its clause."""
    clause = s.clauses[s.clause_of[i]] if s.clauses else None
    if clause is None or i not in clause.tokens:
        return False
    verbs = {at for _, at, participle in clause.lemmas if not participle}
    verbs.update(at for at in clause.tokens if s.lower[at] in AUXILIARIES or s.lower[at] in MODALS)
    return i + 2 in verbs and min(verbs) == i + 2


def _put_right(s: Sentence, wrong: Argument, right: Argument, i: int) -> bool:
    """Let a name stand in the place of the one it puts right: „nutzt A, pardon, B“, „CIO der Stadt A, pardon, B“."""
    if wrong.draft is None or right.draft is None or right.begin != i + 2 or right.reference or wrong.reference:
        return False
    if wrong.type is not right.type and not {wrong.type, right.type} <= BODY_TYPES:
        return False
    if right.draft is wrong.draft or (
        wrong.type is EntityType.PERSON and s.text_at(right.last - 1) == s.text_at(wrong.last - 1)
    ):
        # „Jens Ott, pardon, Doktor Ott“
        s.drop(right)
        return True
    title = _title_before(s, wrong)
    if title is not None and title.role is not None:
        title.role.bodies[:] = [right.draft if body is wrong.draft else body for body in title.role.bodies]
    right.marker, right.cases, right.head, right.group = wrong.marker, wrong.cases, wrong.head, wrong.group
    s.drop(wrong)
    return True


def _title_before(s: Sentence, body: Argument) -> Argument | None:
    """The title that a body belongs to: „Präsidentin des Senats“."""
    return next((a for a in s.arguments if a.role is not None and a.last in {body.first, body.begin}), None)
