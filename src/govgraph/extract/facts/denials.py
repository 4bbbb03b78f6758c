"""What the next sentence denies: „X sei Leiter des Amts, sagte Y. X dementierte das.“, „… Daraus wurde nichts.“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.phrases import by_first_word, opens_with
from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Clause, Sentence

_THAT = frozenset({"das", "dem", "dies", "diese", "diesen", "dieses"})
_CALLING = frozenset({"sein", "nennen", "bezeichnen"})
_HAD = frozenset({"hatte", "hatten"})
_TO_THAT = frozenset({"daran", "daraus", "davon", "dazu"})
_PLACES = 4
"""How many words into a sentence a „daraus“ still speaks of the sentence before."""
_MEANT = frozenset({"hatte", "hatten", "sollte", "sollten", "wollte", "wollten"})
"""Words by which a plan is one of the past."""
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
        self._phrases = by_first_word(words("denying-phrases"))
        self._turns = tuple(frozenset(turn.split()) for turn in sorted(words("plans-dropped")))
        self._pointing = frozenset(word for turn in self._turns for word in turn if word in _TO_THAT)
        self._telling = words("rumour-verbs")
        self._untrue = words("falsehoods")
        self._modality = modality
        self._date = date

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Let the clauses that are denied state nothing."""
        for at, s in enumerate(sentences):
            if at and s.block - sentences[at - 1].block <= 1 and self._drops(s):
                self._drop(sentences[at - 1])
            if self._denies(s):
                around = sentences[max(0, at - _FAR) : at + 1 + _FAR]
                near = [other for other in around if abs(other.block - s.block) <= 1]
                here = near.index(s)
                if here and s.block - near[here - 1].block <= 1:
                    self._deny(near[:here])
                self._deny_told(near[here + 1 :])

    def _drops(self, s: Sentence) -> bool:
        """„Daraus wurde nichts“, „Davon will man heute nichts mehr wissen“: what was meant before is off."""
        if self._pointing.isdisjoint(s.lower[:_PLACES]) or not s.clauses:
            return False
        at = next(i for i, word in enumerate(s.lower) if word in self._pointing)
        clause = s.clauses[s.clause_of[at]]
        said = {*(s.lower[i] for i in clause.tokens), *(lemma for lemma, _, _ in clause.lemmas)}
        return any(turn <= said for turn in self._turns)

    def _drop(self, s: Sentence) -> None:
        """What a sentence tells as a plan of the past, or as what somebody said, claims nothing."""
        for clause in s.clauses:
            meant = not _MEANT.isdisjoint(clause.auxiliaries) or self._modality.subjunctive.stands(s, clause)
            if meant and self._modality.judge(s, clause, self._date) in {Modality.PLANNED, Modality.REPORTED}:
                clause.judged = (None,)

    def _denies(self, s: Sentence) -> bool:
        """„X dementierte das“, „Ein Sprecher wies die Darstellung zurück“, „Das trifft nicht zu“."""
        for number, clause in enumerate(s.clauses):
            if self._verbs.isdisjoint(clause.verbs) and not self._calls_untrue(s, clause):
                continue
            if not self._modality.negation.words.isdisjoint(clause.words):
                continue
            alone = any(s.lower[i] in _THAT and not self._is_article(s, i) for i in clause.tokens)
            noun = any(s.tokens[i].text in self._nouns for i in clause.tokens)
            if (alone or noun) and not any(c.parent == number and c.kind != "relative" for c in s.clauses):
                return True
        return opens_with(s, self._phrases)

    def _calls_untrue(self, s: Sentence, clause: Clause) -> bool:
        """„Das ist eine Ente“, „Die Meldung ist aus der Luft gegriffen“, „nannte den Bericht falsch“."""
        calling = not _CALLING.isdisjoint(clause.verbs)
        return calling and not self._untrue.isdisjoint(clause.words)

    def _deny_told(self, sentences: Sequence[Sentence]) -> None:
        """„Daran ist nichts wahr. Die Zeitung hatte gemeldet, A gehe zum BSI.“: what had been told is denied."""
        for s in sentences:
            for clause in s.clauses:
                above = s.clauses[clause.parent] if clause.parent >= 0 else None
                if above is None or _HAD.isdisjoint(above.auxiliaries) or clause.kind == "relative":
                    continue
                if not self._telling.isdisjoint(above.verbs):
                    clause.judged = (None,)

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
            return not self._telling.isdisjoint(above.verbs)
        words = [s.tokens[i].text for i in clause.tokens]
        if words[:1] == ["„"] and s.tokens[0].text == "„":
            # „„Gera nutzt die BundID“, schrieb die Zeitung. Das ist falsch.“
            return True
        if any(
            word.lower() == "nach" and not self._nouns.isdisjoint(words[n + 1 : n + 3]) for n, word in enumerate(words)
        ):
            # „Nach einem Bericht des Tagesspiegels nutzt Gera die BundID“
            return True
        return self._modality.subjunctive.stands(s, clause) or (
            self._modality.judge(s, clause, self._date) is Modality.REPORTED
        )
