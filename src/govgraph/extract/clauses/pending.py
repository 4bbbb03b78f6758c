"""What is decided, prepared or waited for: „Die Einführung ist ausgeschrieben“, „Der Weg für den Beitritt ist frei“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import RUN
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Sentence

_PAST = frozenset({"hatte", "hatten", "war", "waren"})
_FURTHER = frozenset({"erneut", "erneute", "neue", "neuen", "weiter", "weitere", "weiteren", "wieder"})
"""Words beside a noun for a beginning by which it is no first one."""
_SINCE = frozenset({"dank", "mit", "nach", "seit"})
_FOR = frozenset({"auf", "für", "um", "zu", "über"})
"""Prepositions that a noun for a beginning stands behind where something is only prepared for it."""
_GENITIVES = frozenset({"der", "dieser", "einer", "ihrer", "seiner"})
_FEMININE = ("e", "ion", "schaft", "ung", "arbeit")
_OPENING = frozenset({"frei", "freimachen", "weichen"})
"""Words of „macht den Weg für X frei“, „stellt die Weichen für X“, which put off what stands behind „für“."""
_VOTES = ("abstimmung", "beschluss", "entscheidung")
_AIMS = frozenset({"schritt", "ziel"})
_ABOUT = frozenset({"agenda", "dauern", "fehlen", "tagesordnung"})
"""Words that tell of an alliance that is there: „Die Kooperation dauert noch“, „steht auf der Tagesordnung“."""
_ACTING = frozenset({"ausschreiben", "beantragen", "suchen", "zuschlag"})
"""Words for what an alliance itself may do: „Die Kooperation hat neue Server ausgeschrieben“."""
_DELAYS = frozenset({"verschieben", "verzögern"})
_LET = frozenset({"ließ", "ließen"})
_IF = frozenset({"falls", "sobald", "sofern", "wenn"})
_YEAR = 4
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
        self._starts = frozenset(word.lower() for word in words("start-nouns"))
        self._standing = tuple(sorted(words("standing-attributes")))
        self._already = words("already-adverbs")
        self._using = words("use-telling-verbs")
        self._done = words("completing-verbs") - self._using

    def stands(self, s: Sentence, clause: Clause, low: Sequence[str], today: str | None) -> bool:
        """„läuft die Ausschreibung für die E-Akte“, „Die Einführung steht noch aus“, not „hatte sie ausgeschrieben“."""
        if not _PAST.isdisjoint(clause.auxiliaries):
            return False
        lemmas = clause.verbs
        if not lemmas.isdisjoint(self._telling) and any(self._prepares(s, i) for i in clause.tokens):
            return (
                self._already.isdisjoint(low)
                and self._using.isdisjoint(lemmas - {"laufen"})
                and not (self._is_used_beside(s, clause))
            )
        nouns = [i for i in clause.tokens if self._begins(s, i)]
        return bool(nouns) and len(self._pending(s, clause, low, today, nouns)) == len(nouns)

    def pending(self, s: Sentence, today: str | None) -> list[int]:
        """Nouns for a beginning that is to come, of clauses in which other beginnings have taken place."""
        out: list[int] = []
        for clause in s.clauses if self.nouns(s) else ():
            nouns = [i for i in clause.tokens if self._begins(s, i)]
            if len(nouns) > 1 and _PAST.isdisjoint(clause.auxiliaries):
                out += self._pending(s, clause, [s.lower[i] for i in clause.tokens], today, nouns)
        return out

    def _pending(
        self, s: Sentence, clause: Clause, low: Sequence[str], today: str | None, nouns: Sequence[int]
    ) -> list[int]:
        """Which of some nouns for a beginning the words of their clause put off."""
        lemmas = clause.verbs
        said = lemmas.union(low) & self._words
        if any(s.text_at(i) == "Aus" for i in clause.tokens):
            # „steht vor dem Aus“
            said -= {"ausstehen"}
        phrases = [phrase for phrase in self._phrases if phrase <= said]
        if not phrases or is_of_past_year(s, clause, today) or self._is_used_beside(s, clause):
            return []
        return [
            i
            for i in nouns
            if not self._has_begun(s, i) and any(self._is_meant(s, clause, i, phrase) for phrase in phrases)
        ]

    def _is_meant(self, s: Sentence, clause: Clause, noun: int, phrase: frozenset[str]) -> bool:
        """Whether a phrase tells of a noun for a beginning: „Ziel ist die Einführung“, not „Ziel der Einführung“."""
        place = self._place(s, noun)
        if place == "gen" or (place and place not in _FOR):
            return False
        if place == "über" and not any(s.lower[i].endswith(_VOTES) for i in clause.tokens):
            # „ein Bericht über die Einführung“
            return False
        if phrase & _OPENING and place not in {"für", "zu"}:
            return "stehen" in phrase
        if phrase & _AIMS and (place or not _is_aim(s, clause, noun)):
            return False
        if "warten" in phrase and not _LET.isdisjoint(clause.words):
            # „Die Einführung ließ lange auf sich warten“
            return False
        if phrase & _DELAYS and not in_present(s, clause) and not is_perfect(clause):
            return False
        if "dauern" in phrase and not (place == "zu" and "es" in s.lower and "bis" in s.lower):
            return False
        lasting = s.lower[noun] in self._agreed or s.lower[noun] == "mitgliedschaft"
        if s.lower[noun] in self._agreed and phrase & _ACTING:
            return False
        return not (lasting and phrase & _ABOUT)

    def _place(self, s: Sentence, noun: int) -> str:
        """The preposition that a noun stands behind, „gen“ for a genitive behind another noun, or nothing.

        The genitive counts as what it stands behind where that is prepared: „die Vorbereitungen der Einführung“.
        """
        i = noun - 1
        while i >= 0 and s.lower[i] not in DETERMINERS and s.lower[i] not in PREPOSITIONS:
            if not s.text_at(i).isalnum() or (s.text_at(i)[:1].isupper() and i > 0):
                return ""
            i -= 1
        if i < 0:
            return ""
        low = s.lower[i]
        if low in PREPOSITIONS:
            return PREPOSITIONS[low]
        before = s.low_at(i - 1)
        if before in PREPOSITIONS:
            return PREPOSITIONS[before]
        genitive = DETERMINERS[low] == "g" or (low in _GENITIVES and s.lower[noun].endswith(_FEMININE))
        if genitive and s.text_at(i - 1)[:1].isupper() and i > 0:
            return "" if before in self._preparing or before in self._starts else "gen"
        return ""

    def _has_begun(self, s: Sentence, noun: int) -> bool:
        """„die weitere Einführung“, „nach der Einführung“, „die bestehende Kooperation“: what has taken place."""
        before = s.lower[max(0, noun - _NEAR) : noun]
        return any(word in _FURTHER or word in _SINCE for word in before) or s.has_attribute(noun, self._standing)

    def _is_used_beside(self, s: Sentence, clause: Clause) -> bool:
        """„Für die Einführung fehlen Scanner, im Bauamt wird sie schon genutzt“: another clause tells the use."""
        for number, other in enumerate(s.clauses):
            if other is clause or other.kind in {"infinitive", "relative"} or other.opener in _IF:
                continue
            lemmas = other.verbs
            if lemmas.isdisjoint(self._using | self._done):
                continue
            if any(a.clause == number and a.type in RUN and not a.reference for a in s.arguments):
                continue
            past = bool(lemmas) and not in_present(s, other)
            if past or not (self._already.isdisjoint(other.words) or lemmas <= self._done):
                return True
        return False

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


def _is_aim(s: Sentence, clause: Clause, noun: int) -> bool:
    """„Ziel ist die Einführung“, „Die Einführung ist das Ziel.“, not „mit dem Ziel“ or „ist Ziel von Kritik“."""
    for i in clause.tokens:
        if s.lower[i] not in _AIMS:
            continue
        before = s.low_at(i - 2) if s.low_at(i - 1) in DETERMINERS else s.low_at(i - 1)
        if before in PREPOSITIONS:
            continue
        if i < noun or not s.low_at(i + 1).isalnum():
            return True
    return False


def is_of_past_year(s: Sentence, clause: Clause, today: str | None) -> bool:
    """„Den Zuschlag für die Einführung erhielt 2019 die Firma X“."""
    if today is None:
        return False
    return any(
        d.value[:_YEAR] < today[:_YEAR] and s.token_range(d.start, d.end)[0] in clause.tokens for d in s.dates
    ) and not in_present(s, clause)
