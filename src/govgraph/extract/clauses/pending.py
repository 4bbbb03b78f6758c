"""What is decided, prepared or waited for: „Die Einführung ist ausgeschrieben“, „Der Weg für den Beitritt ist frei“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import DETERMINERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Sentence

_PAST = frozenset({"hatte", "hatten", "war", "waren"})
_FURTHER = frozenset({"erneut", "erneute", "neue", "neuen", "weiter", "weitere", "weiteren", "wieder"})
"""Words beside a noun for a beginning by which it is no first one."""
_SINCE = frozenset({"dank", "mit", "nach", "seit"})
_DECIDED = ("beschlossen", "vereinbart")
_WAY = "weg"
_NEAR = 3
"""How many words before a noun for a beginning they may stand."""


class Pending:
    """Tells of beginnings that are under way or decided, and have not taken place.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._nouns = frozenset(word.lower() for word in words("undertakings"))
        self._phrases = tuple(frozenset(phrase.split()) for phrase in sorted(words("pending-phrases")))
        self._preparing = frozenset(word.lower() for word in words("preparing-nouns"))
        self._telling = words("preparing-verbs")
        self._words = frozenset(word for phrase in self._phrases for word in phrase)
        self._attributes = tuple(sorted(words("pending-attributes")))
        self._starting = tuple(sorted(words("starting-attributes")))
        self._agreed = frozenset(word.lower() for word in words("agreed-nouns"))

    def stands(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„läuft die Ausschreibung für die E-Akte“, „Die Einführung steht noch aus“, not „hatte sie ausgeschrieben“."""
        if not _PAST.isdisjoint(clause.auxiliaries):
            return False
        lemmas = {lemma for lemma, _, _ in clause.lemmas}
        if not lemmas.isdisjoint(self._telling) and any(self._prepares(s, i) for i in clause.tokens):
            return True
        nouns = [i for i in clause.tokens if self._begins(s, i)]
        if not nouns:
            return False
        said = lemmas.union(low) & self._words
        return any(phrase <= said for phrase in self._phrases) and not any(_has_begun(s, i) for i in nouns)

    def attributed(self, s: Sentence, noun: int, today: str | None) -> bool:
        """„die anstehende Einführung“, „die im Januar startende Kooperation“: what its attribute puts off."""
        if not self._begins(s, noun):
            return False
        if s.has_attribute(noun, self._attributes):
            return True
        first = next((i for i in range(noun - 1, -1, -1) if s.lower[i] in DETERMINERS or s.text_at(i) == ","), noun)
        days = [d for d in s.dates if first <= s.token_range(d.start, d.end)[0] < noun]
        if s.has_attribute(noun, self._starting):
            return any(today is not None and d.value > today for d in days)
        return s.has_attribute(noun, _DECIDED) and not days and s.lower[noun] not in self._agreed

    def nouns(self, s: Sentence) -> list[int]:
        """Where nouns for a beginning stand."""
        return [i for i in range(len(s.lower)) if s.lower[i] in self._nouns and self._begins(s, i)]

    def _begins(self, s: Sentence, i: int) -> bool:
        return s.lower[i] in self._nouns and s.text_at(i)[:1].isupper() and i not in s.taken

    def _prepares(self, s: Sentence, i: int) -> bool:
        """„auf dem Weg zur E-Akte“, „die Ausschreibung für die E-Akte“: a noun with the work right behind it."""
        markers = {"zu"} if s.lower[i] == _WAY else {"für", "auf"} if s.lower[i] in self._preparing else set()
        return bool(markers) and any(
            a.begin == i + 1 and a.marker in markers and a.draft is not None for a in s.arguments
        )


def _has_begun(s: Sentence, noun: int) -> bool:
    """„die weitere Einführung“, „nach der Einführung“: a beginning that has taken place."""
    return any(word in _FURTHER or word in _SINCE for word in s.lower[max(0, noun - _NEAR) : noun])
