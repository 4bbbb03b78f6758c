"""Names at the end of a sentence that the next one tells of: „… sitzt Lotta. So heißt der Chatbot“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.called import CalledNames
from govgraph.extract.names.long_names import CLOSING, NOUN, OPENING
from govgraph.extract.names.name_runs import APPOSED
from govgraph.extract.names.names_by_calling import CALLED, TITLES
from govgraph.extract.state import WORKS, WORKS_AND_EVENTS
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun

_CALL = CALLED | {"nennen", "nannten"}
_LONGEST = 3
_LONGEST_QUOTED = 6
_LEAST_OUTSIDE = 3
"""How many words stand at least before a title in quotation marks that is no speech."""
_THIS = frozenset({"dem", "der", "dieser", "diesem"})
_BEFORE_TITLE = frozenset({"an", "bei", "durch", "für", "mit"})
"""Prepositions before a title in quotation marks; „titelte „X““, „las aus „X““, „ist „sehr weit““ name no work."""
_NOT_SO = frozenset({"auch", "nicht", "scherzhaft", "spöttisch", "volksmund"})
"""Words by which something else is called so as well, or is not."""
_HEADLINE = "überschrift"
_MARKS = frozenset(".,:;!?–")


class ToldNextNames(CalledNames):
    """Finds names at the end of a sentence by what the sentence after it calls so, or goes on about."""

    def _named_at_end(self, s: Sentence, following: Sentence) -> None:
        """„Neu ist Pausenhof. So heißt das Ticketsystem“, „… mit „Kreis digital“. In dem Projekt …“."""
        last = len(s.tokens) - (s.text_at(len(s.tokens) - 1) in {".", "!"})
        so = following.low_at(0) == "so" and following.low_at(1) in _CALL - {"hieß", "hießen"}
        so = so and _NOT_SO.isdisjoint(following.lower)
        first = self._quoted_end(s, last)
        quoted = first > 0
        if not so and not quoted:
            return
        head = self._so_called_kind(following) if so else self._gone_on_about(following)
        if head is None:
            return
        if quoted:
            if not so and any(a.type is EntityType.PROGRAMME for a in s.taken.values()):
                # „Das Projekt X startet mit „Y“. In dem Projekt …“: in that which is named
                return
            if not any(j in s.taken and s.taken[j].type in WORKS for j in range(first, last - 1)):
                self._given(s, first, last - 1, head)
            return
        first = last
        while first > 0 and last - first < _LONGEST and self._may_belong(s, first - 1):
            first -= 1
        if first == last:
            return
        known = s.taken.get(first)
        if known is not None and known.draft is not None and (known.type in WORKS or known.draft.entry is not None):
            return
        self._given(s, first, last, head)

    def _may_belong(self, s: Sentence, i: int) -> bool:
        """Whether a word may be part of the name that ends a sentence."""
        text, low = s.text_at(i), s.low_at(i)
        return (
            bool(NOUN.match(text)) and low not in PREPOSITIONS and low not in APPOSED and self.k.role_word(text) is None
        )

    @staticmethod
    def _quoted_end(s: Sentence, last: int) -> int:
        """Where a title in quotation marks that ends a sentence begins, without the marks; 0 if none does."""
        if s.text_at(last - 1) not in CLOSING:
            return 0
        opened = next((e for e in range(last - 2, last - 3 - _LONGEST_QUOTED, -1) if s.text_at(e) in OPENING), -1)
        inside = s.tokens[opened + 1 : last - 1]
        if opened < _LEAST_OUTSIDE or not inside or s.text_at(opened - 1) in {":", ","}:
            return 0
        small = not inside[0].text[0].isupper() or inside[0].low in DETERMINERS
        spoken = any(t.text in _MARKS or t.low in AUXILIARIES or t.low in MODALS for t in inside)
        return 0 if small or spoken or s.low_at(opened - 1) not in _BEFORE_TITLE else opened + 1

    def _so_called_kind(self, following: Sentence) -> HeadNoun | None:
        """What is called so: „So heißt das Ticketsystem“, „So nennen wir eine Sammlung freier Programme“."""
        for j in range(2, min(len(following.tokens), 8)):
            kind = self._kind_noun(following, j) if following.low_at(j) in APPOSED else -1
            head = self._head(following.tokens[kind].text) if kind >= 0 else None
            if head is not None and head.type in WORKS_AND_EVENTS:
                # „So heißt das Programm, mit dem …“: software as well as a plan
                unclear = head.form == "programm" and following.text_at(kind + 1) == ","
                return None if unclear else head
        return None

    def _gone_on_about(self, following: Sentence) -> HeadNoun | None:
        """„In dem Projekt arbeiten …“, „Unter diesem Namen läuft das Programm …“: what goes on in the next sentence."""
        at = 1
        if following.low_at(0) not in PREPOSITIONS or following.low_at(at) not in _THIS:
            return None
        noun = following.text_at(at + 1)
        if noun.lower() in TITLES or noun.lower() == _HEADLINE:
            heads = (self._head(t.text) for t in following.tokens[at + 2 :] if t.text[0].isupper())
            return next((h for h in heads if h is not None and h.type in WORKS_AND_EVENTS), None)
        head = self._head(noun) if NOUN.match(noun) and at + 1 not in following.taken else None
        if head is None or not head.introduces or head.type not in WORKS or NOUN.match(following.text_at(at + 2)):
            return None
        return head if head.type is not EntityType.DOCUMENT else None
