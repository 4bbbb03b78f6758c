"""What the next sentence denies: „X sei Leiter des Amts, sagte Y. X dementierte das.“, „… Das stimmt nicht.“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.modality import ModalityReader
    from govgraph.extract.state import Clause, Sentence

_THAT = frozenset({"das", "dem", "dies", "diese", "diesen", "dieses"})
_FAR = 2
"""How many sentences of the same indirect speech are denied together."""


class Denials:
    """Finds what a sentence denies that the one before it reports.

    Args:
        words: Gives a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(
        self,
        words: Callable[[str], frozenset[str]],
        modality: ModalityReader,
        date: str | None,
    ) -> None:
        self._verbs = words("flatly-denying-verbs")
        self._nouns = words("denied-nouns")
        self._phrases = tuple(phrase.split() for phrase in sorted(words("denying-phrases")))
        self._telling = words("rumour-verbs")
        self._modality = modality
        self._date = date

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Let the clauses that are denied state nothing."""
        for at, (before, s) in enumerate(itertools.pairwise(sentences)):
            if s.block - before.block <= 1 and self._denies(s):
                self._deny(sentences[max(0, at + 1 - _FAR) : at + 1])

    def _denies(self, s: Sentence) -> bool:
        """„X dementierte das“, „Ein Sprecher wies die Darstellung zurück“, „Das trifft nicht zu“."""
        for number, clause in enumerate(s.clauses):
            if not any(lemma in self._verbs for lemma, _, _ in clause.lemmas):
                continue
            if any(s.lower[i] in self._modality.negation for i in clause.tokens):
                continue
            alone = any(s.lower[i] in _THAT and not self._is_article(s, i) for i in clause.tokens)
            noun = any(s.tokens[i].text in self._nouns for i in clause.tokens)
            if (alone or noun) and not any(c.parent == number and c.kind != "relative" for c in s.clauses):
                return True
        return any(s.lower[: len(phrase)] == phrase for phrase in self._phrases)

    @staticmethod
    def _is_article(s: Sentence, i: int) -> bool:
        return s.text_at(i + 1)[:1].isupper() or s.text_at(i + 2)[:1].isupper()

    def _deny(self, sentences: Sequence[Sentence]) -> None:
        """What is only reported in the last of some sentences is denied, and before it what goes with it."""
        for s in reversed(sentences):
            numbers = {n for n, clause in enumerate(s.clauses) if self._is_reported(s, clause)}
            for number in numbers:
                s.clauses[number].judged = (None,)
            if 0 not in numbers:
                # another sentence before it is another matter
                return

    def _is_reported(self, s: Sentence, clause: Clause) -> bool:
        """„X sei Leiter“, „Y wolle ihn holen“, „Es hieß, dass X Leiter wird“."""
        if clause.parent >= 0 and clause.opener == "dass":
            above = s.clauses[clause.parent]
            return any(lemma in self._telling for lemma, _, _ in above.lemmas)
        return self._modality.is_subjunctive(s, clause) or (
            self._modality.judge(s, clause, self._date) is Modality.REPORTED
        )
