"""Slips that a speaker puts right at once: „ist CIO, pardon, CDO“, „wurde gewählt – nein, er trat nicht an“."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def _title_before(s: Sentence, body: Argument) -> Argument | None:
    """The title that a body belongs to: „Präsidentin des Senats“."""
    return next((a for a in s.arguments if a.role is not None and a.last in {body.first, body.begin}), None)
