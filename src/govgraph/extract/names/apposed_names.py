"""Names in apposition: „Unser IT-Dienstleister, die gkd-el, …“, „VIS, ein Dokumentenmanagementsystem der PDV“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import NOUN
from govgraph.extract.names.marked_names import MarkedNames
from govgraph.extract.names.name_runs import APPOSED, DEFINITE
from govgraph.extract.state import WORKS_AND_EVENTS
from govgraph.language.grammar import PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun


AFTER_NAME = frozenset({",", ".", ")", "–", "-", ":", ";", "!", "?", "der", "des", "von", "aus", "und", "oder", ""})
"""What may follow on a name, in small letters."""


class ApposedNames(MarkedNames):
    """Finds names that stand in apposition to the noun that tells their kind."""

    def _apposed_name(self, s: Sentence, i: int, head: HeadNoun) -> int:
        """„Unser IT-Dienstleister, die gkd-el, hat …“, „Das Produkt, nscale von Ceyoniq“: the noun, then the name."""
        j = i + 1
        if s.low_at(j) in {"des", "der"} and (j + 1 in s.taken or NOUN.match(s.text_at(j + 1))):
            j += 2
        if s.text_at(j) == "(":
            end = self._odd_name(s, j + 1)
            if end > j + 1 and s.text_at(end) == ")" and s.low_at(i - 1) in DEFINITE and head.type is EntityType.SYSTEM:
                return self._named_by(s, i, j + 1, end, head)
            return 0
        if s.text_at(j) not in {",", "–", ":"} or self._word_opening(s, i) not in APPOSED:
            return 0
        j += 1
        if s.low_at(j) in DEFINITE:
            j += 1
        end = self._odd_name(s, j)
        if end == j or s.low_at(end) not in AFTER_NAME or (s.text_at(j).isupper() and len(s.text_at(j)) < 3):
            return 0
        return self._named_by(s, i, j, end, head)

    def _name_with_kind(self, s: Sentence, i: int) -> int:
        """„VIS, ein Dokumentenmanagementsystem der PDV GmbH“: the name, then the noun; „das Session hieß“."""
        end = self._odd_name(s, i)
        if end == i or s.text_at(i) in self.k.words("legal-forms"):
            return 0
        after = s.low_at(end)
        if after not in {",", "–", "("} and s.text_at(end + 1) == "," and self._closes_clause(s, end):
            # „probiert IRIS connect aus, eine Schnittstelle für Apps“
            kind = self._kind_noun(s, end + 2) if s.low_at(end + 2) in APPOSED else -1
            head = self._head(s.tokens[kind].text) if kind >= 0 else None
            beside = s.low_at(kind + 1) in {"für", "aus", "von", "des", "der", "im", ",", "."} if kind >= 0 else False
            if head is None or head.type not in WORKS_AND_EVENTS or not beside:
                return 0
            return self._named_by(s, kind, i, end, head)
        if after in {",", "–", "("}:
            j = end + 1
            if s.low_at(j) not in APPOSED and after != "(":
                return 0
            kind = self._kind_noun(s, j)
            if kind >= 0:
                head = self._head(s.tokens[kind].text)
                if head is not None:
                    return self._named_by(s, kind, i, end, head)
        return 0

    def _closes_clause(self, s: Sentence, i: int) -> bool:
        """Whether a verb, or the prefix that stands apart from one, ends its clause at a token."""
        low = s.low_at(i)
        verb = s.text_at(i).islower() and low.endswith(("en", "t")) and low not in PREPOSITIONS
        return low in self.k.words("particles") or (verb and is_dictionary_word(low))

    def _kind_noun(self, s: Sentence, j: int) -> int:
        """Index of the introducing noun of a phrase that begins at `j`, or -1."""
        for k in range(j, min(j + 5, len(s.tokens))):
            text = s.tokens[k].text
            if text[0].isupper():
                head = self._head(text)
                if head is None or k in s.taken or head.type is EntityType.MUNICIPALITY:
                    # „das kommunale Antragssystem“, but not „das Land Hessen“
                    if s.taken.get(k) is not None and s.taken[k].adjective:
                        continue
                    return -1
                if self.k.role_word(text) is not None or NOUN.match(s.text_at(k + 1)):
                    return -1
                return k
            if not text[0].isalpha() or s.low_at(k) in PREPOSITIONS:
                return -1
        return -1
