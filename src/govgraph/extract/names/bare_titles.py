"""Titles of common words after the noun for what they name: „Fachmesse Amt & Netz“, „Kongress Kommune Vier Null“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import NOUN
from govgraph.extract.names.name_runs import DEFINITE, NameRuns
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import HeadNoun

_TITLED = frozenset({EntityType.DOCUMENT, EntityType.EVENT, EntityType.PROGRAMME})
"""Types of things that have titles of several words."""
_TAILED = _TITLED | {EntityType.ORGANISATION, EntityType.SYSTEM}
"""Types of things of which an adjective may close the name."""
_LINKS = frozenset({"am", "für", "im", "mit", "ohne", "und"})
_ENDS = frozenset({"", "!", ")", ",", ".", ":", ";", "?", "der", "des", "und", "–"})
_PLACES = frozenset({"am", "aus", "bei", "im", "in", "nach", "von", "zum", "zur"})
_MOST_NUMBERS = 3
_OF_TITLE = 3


class BareTitles(NameRuns):
    """Finds the end of a title that is made of common words."""

    def _bare_title(self, s: Sentence, i: int, j: int, head: HeadNoun) -> int:
        """End of a title from `j` that the noun at `i` introduces, or `j`."""
        at = self._before_adjectives(s, i)
        if head.type not in _TITLED and head.kind != "Committee":
            return j
        if s.low_at(at) not in DEFINITE or not self._singular(s, i) or not NOUN.match(s.text_at(j)) or j in s.taken:
            return j
        return self._both(s, j) or self._numbers(s, j) or self._linked(s, at, j, head) or j

    @staticmethod
    def _both(s: Sentence, j: int) -> int:
        """End of „Amt & Netz“, or 0."""
        return j + _OF_TITLE if s.text_at(j + 1) == "&" and NOUN.match(s.text_at(j + 2)) else 0

    def _numbers(self, s: Sentence, j: int) -> int:
        """End of „Kommune Vier Null“, or 0: inside a sentence only names have numbers with a capital."""
        end, words = j + 1, self.k.words("numbers-in-names")
        while end <= j + _MOST_NUMBERS and s.text_at(end) in words:
            end += 1
        return end if end > j + 1 else 0

    def _linked(self, s: Sentence, at: int, j: int, head: HeadNoun) -> int:
        """End of „Kreise am Netz“, „Amt und Zukunft“, or 0: a noun without an article beside one that has its own.

        A plural may be what is done something to: „weil das Programm Städte im Osten fördert“, „im Bericht Kreise …“.
        """
        link, last = s.low_at(j + 1), s.text_at(j + 2)
        if head.type not in _TITLED or link not in _LINKS or not NOUN.match(last) or j + 2 in s.taken:
            return 0
        contracted = s.low_at(at) in PREPOSITIONS
        object_ = s.low_at(at) in {"das", "den", "die"} and s.low_at(at - 1) not in PREPOSITIONS and not contracted
        opened = at > 0 and s.low_at(at - 1) in self.k.words("subordinators")
        # „hat das Programm Städten im Osten angeboten“: nobody is given anything before the verb
        plural = object_ and not opened and (at == 0 or not s.text_at(j).endswith("n"))
        if not (self._bare(s.text_at(j)) and not self.k.role_word(s.text_at(j))) and not plural:
            return 0
        if link == "und" and not self._bare(last):
            return 0
        return j + _OF_TITLE if self._title_ends(s, j + _OF_TITLE) else 0

    def _title_ends(self, s: Sentence, i: int) -> bool:
        """Whether a title may end before a token: no further noun, and no genitive that belongs to its last one."""
        return not NOUN.match(s.text_at(i)) or s.low_at(i) in DETERMINERS

    def _with_tail(self, s: Sentence, end: int) -> int:
        """„Lenkungskreis Münsterland digital“, „Fachtagung Landkreis digital in Gießen“: an adjective closes the name.

        What follows must show that it is not how something is or is done: „stellt das Projekt Heimat digital vor“.
        """
        named = s.taken.get(end - 1)
        if s.text_at(end) not in self.k.words("closing-adjectives") or named is None or named.draft is None:
            return end
        draft = named.draft
        if named.last != end or draft.entry is not None or named.adjective or draft.type not in _TAILED:
            return end
        if named.last == named.first + 1 and s.low_at(named.first - 1) in DEFINITE:
            # „die Arbeitsgruppe digital“
            return end
        if not self._closes_title(s, end + 1):
            return end
        span = (s.starts[named.first], s.end_of(end - 1))
        words = self._words(s, end, end + 1)
        if set(draft.mentions) == {span}:
            self.cast.lengthen(draft, f"{draft.name} {words}")
        else:
            draft.mentions.discard(span)
            draft = self.cast.named(f"{draft.name} {words}", draft.type, draft.kind)
        self._place(s, named.first, end + 1, draft)
        return end + 1

    def _closes_title(self, s: Sentence, i: int) -> bool:
        """Whether the sentence or its phrase ends at a token, or goes on with a verb or with where something is."""
        low = s.low_at(i)
        if low in _ENDS and any(self.k.lemma(verb) in self.k.words("verbs-before-adjectives") for verb in s.lower):
            return False
        return low in _ENDS or low in _PLACES or low in AUXILIARIES or low in MODALS

    def _event_of_region(self, s: Sentence, known: Argument) -> int:
        """„Kongress Digitaler Staat Südwest“ is not the „Digitaler Staat“ of the lexicon: that of a region."""
        beside = s.taken.get(known.last)
        if known.draft is None or known.draft.entry is None or known.last == known.first + 1:
            return 0
        land = beside is not None and beside.type is EntityType.JURISDICTION and not beside.adjective
        if beside is not None and not (land and beside.first == known.last and beside.cases != "g"):
            return 0
        if beside is None and not self.k.region(s.text_at(known.last)):
            return 0
        last = known.last + 1 if beside is None else beside.last
        draft = self.cast.named(self._words(s, known.first, last), EntityType.EVENT, known.draft.kind)
        self._swallow(s, known.first, last)
        self._place(s, known.first, last, draft)
        return last
