"""What only papers say: „Die Zeitung hatte gemeldet, A wechsle …“, „laut Rheinischer Post wird A …“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.clauses.verb_forms import (
    Subjunctive,
)
from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Clause, Sentence

_RHENISH = ("ische", "ischen", "ischer")
"""Ends of the word before „Post“ where that is a paper: „Rheinische Post“, not „Deutsche Post“."""


class Press:
    """Tells what only papers say.

    Args:
        words: Gives a word list.
        subjunctive: Tells in what clauses somebody's words are handed on.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], subjunctive: Subjunctive) -> None:
        self._subjunctive = subjunctive
        self._reported = words("reported")
        self._telling = words("rumour-verbs")
        self._media = words("media")
        self._media_endings = tuple(sorted(words("media-endings")))

    def says(self, s: Sentence, clause: Clause, verdict: Modality | None) -> bool:
        """„Die Zeitung hatte gemeldet, A wechsle …“, „laut Rheinischer Post wird A …“: what only papers say."""
        if verdict is Modality.REPORTED and not self._reported.isdisjoint(clause.words):
            return self._names_papers(s, clause)
        if clause.parent < 0 or not (verdict is Modality.REPORTED or self._subjunctive.stands(s, clause)):
            return False
        above = s.clauses[clause.parent]
        return not self._telling.isdisjoint(above.verbs) and self._names_papers(s, above)

    def _names_papers(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause names a paper or speaks of one."""
        words = [s.lower[i] for i in clause.tokens]
        if any(word in self._media or word.endswith(self._media_endings) for word in words):
            return True
        return any(after == "post" and word.endswith(_RHENISH) for word, after in itertools.pairwise(words))
