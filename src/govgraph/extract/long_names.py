"""Names of several words: bodies and plans with their field, names that a head noun introduces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.state import Argument, Draft, Sentence
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.naming import Cast
    from govgraph.vocabulary import HeadNoun

OPENING, CLOSING = frozenset('„“"»«‚'), frozenset('“”"«»‘')
NOUN = re.compile(r"^[A-ZÄÖÜ][\wäöüß-]*$")
ADJECTIVE = re.compile(r"^[A-ZÄÖÜa-zäöü][a-zäöüß-]+(?:e|er|es|en|em)$")
YEAR = re.compile(r"^(?:19|20)\d\d$")
_ODD = re.compile(r"[a-zäöü][A-ZÄÖÜ]|\d|@|\.|^[a-z]+\d|[A-Z]{2,}")
_VERSION = re.compile(r"^\d{1,2}(?:\.\d{1,2})?$")
_BEFORE_PLAN = frozenset({"die", "der", "den", "das", "dem", "des", "ihre", "seine"})


class LongNames:
    """Finds names of several words and marks where they stand.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self.short: dict[str, Draft] = {}
        # the longest first: „staatsministerium“ before „ministerium“
        self._units = sorted(knowledge.words("unit-heads"), key=lambda w: (-len(w), w))

    def _unit(self, s: Sentence, i: int) -> int:
        """„Ministerium für Wirtschaft, Innovation und Digitales“, „Abteilung Cyber und Informationstechnik“."""
        text = s.tokens[i].text
        base = self._nominative(text).lower()
        tail = next((u for u in self._units if base.endswith(u)), None) if text[0].isupper() else None
        if tail is None:
            return self._plan(s, i)
        j = i + 1
        if s.low_at(j) == "für":
            j += 1
        elif tail not in self.k.words("unit-heads-direct") or s.text_at(j) in OPENING:
            return 0
        end = self._noun_list(s, j)
        if not end:
            return 0
        head = self.k.heads.get(tail) or self.k.heads.get(base)
        name = self._nominative(text) + " " + self._words(s, i + 1, end)
        first = i
        if i and ADJECTIVE.match(s.tokens[i - 1].text) and i - 1 in s.taken and s.taken[i - 1].adjective:
            first = i - 1
        draft = self.cast.named(name, EntityType.ORGANISATION, head.kind if head else "Organisation")
        if first < i:
            draft.jurisdiction = s.taken[first].draft
        elif draft.jurisdiction is None and not text.startswith("Bundes"):
            draft.jurisdiction = self.cast.home
        self._place(s, i, end, draft)
        if base != tail or tail not in self.k.words("unit-heads-direct"):
            self.cast.alias(self._nominative(text), draft)
        return end

    def _plan(self, s: Sentence, i: int) -> int:
        """„die Strategie für IT und E-Government“, „den Aktionsplan für Barrierefreiheit“."""
        text = s.tokens[i].text
        head = self._head(text)
        if head is None or head.type not in {EntityType.PROGRAMME, EntityType.DOCUMENT} or not text[0].isupper():
            return 0
        if s.low_at(i + 1) != "für" or s.low_at(i - 1) not in _BEFORE_PLAN:
            return 0
        end = self._noun_list(s, i + 2)
        if not end or i + 2 in s.taken:
            return 0
        name = f"{self._nominative(text)} {self._words(s, i + 1, end)}"
        draft = self.cast.named(name, head.type, head.kind)
        self._place(s, i, end, draft)
        self.cast.alias(self._nominative(text), draft)
        return end

    def _noun_list(self, s: Sentence, j: int) -> int:
        """End of a list of nouns with adjectives, commas and „und“ that begins at `j`, or 0."""
        end = 0
        while j < len(s.tokens):
            if ADJECTIVE.match(s.text_at(j)) and NOUN.match(s.text_at(j + 1)) and j not in s.taken:
                j += 1
            if s.low_at(j) in {"die", "den", "der"} and end and NOUN.match(s.text_at(j + 1)):
                j += 1
            if not NOUN.match(s.text_at(j)):
                break
            end = j + 1
            if (s.low_at(end) in {"und", "sowie"} and self._list_goes_on(s, end + 1)) or (
                s.text_at(end) == "," and self._closes_with_and(s, end + 1)
            ):
                j = end + 1
            elif s.low_at(end) == "in" and s.low_at(end + 1) == "der" and NOUN.match(s.text_at(end + 2)):
                j = end + 2
            else:
                break
        return end

    def _list_goes_on(self, s: Sentence, j: int) -> bool:
        if s.low_at(j) in {"die", "den", "der"}:
            j += 1
        if ADJECTIVE.match(s.text_at(j)) and NOUN.match(s.text_at(j + 1)):
            return True
        word = s.text_at(j)
        return bool(NOUN.match(word)) and self.k.role_word(word) is None and j not in s.taken

    def _closes_with_and(self, s: Sentence, j: int) -> bool:
        """A comma inside a name: nouns and commas follow, and then „und“ with a noun."""
        for _ in range(5):
            if ADJECTIVE.match(s.text_at(j)) and NOUN.match(s.text_at(j + 1)):
                j += 1
            if not NOUN.match(s.text_at(j)) or self.k.role_word(s.text_at(j)) is not None:
                return False
            if s.low_at(j + 1) == "und":
                return self._list_goes_on(s, j + 2)
            if s.text_at(j + 1) != ",":
                return False
            j += 2
        return False

    def _introduced_name(self, s: Sentence, i: int) -> int:
        """„Plattform civento“, „Programm „Starke Heimat Hessen““, „Verein Mehr Demokratie“."""
        head = self._head(s.tokens[i].text)
        if head is None or not head.introduces or not s.tokens[i].text[0].isupper():
            return 0
        j = i + 1
        if s.low_at(j) == "namens":
            j += 1
        elif s.low_at(j) in {"mit", "unter"} and s.lower[j + 1 : j + 3] in (["dem", "titel"], ["dem", "namen"]):
            j += 3
        if s.text_at(j) in OPENING:
            if not (s.text_at(j + 1)[:1].isupper() or s.text_at(j + 1)[:1].isdigit() or s.text_at(j + 1) == "("):
                return 0
            end = next((e for e in range(j + 1, min(j + 9, len(s.tokens))) if s.tokens[e].text in CLOSING), 0)
            if not end or end == j + 1 or not s.text_at(j + 1)[0].isalnum():
                return 0
            first, last, after = j + 1, end, end + 1
        else:
            first = j
            last = after = self._name_run(s, j)
            beside = s.taken.get(j)
            if beside is not None and beside.first == j and self._takes_place(head, beside):
                return self._place_named(s, i, beside, head)
            if last == j:
                return 0
        inner = s.taken.get(first)
        if inner is not None and inner.first == first and inner.last == last:
            return 0
        name = self._words(s, first, last)
        draft = self.cast.named(name, head.type, head.kind)
        draft.names |= {name, f"{self._nominative(s.tokens[i].text)} {name}"}
        self._place(s, first, last, draft)
        self.short.setdefault(name, draft)
        return after

    def _takes_place(self, head: HeadNoun, beside: Argument) -> bool:
        places = {EntityType.MUNICIPALITY, EntityType.JURISDICTION}
        return head.form in self.k.words("place-named-heads") and beside.type in places

    def _place_named(self, s: Sentence, i: int, place: Argument, head: HeadNoun) -> int:
        """„Universität Oldenburg“: a head noun that makes a name with the name of a place."""
        name = f"{self._nominative(s.tokens[i].text)} {self._words(s, place.first, place.last)}"
        draft = self.cast.named(name, head.type, head.kind)
        last = place.last
        self._place(s, i, last, draft)
        return last

    def _name_run(self, s: Sentence, j: int) -> int:
        """End of a run of tokens from `j` that reads as a proper name: at least one of them is no plain noun."""
        end, odd = j, False
        while end < len(s.tokens) and end - j < 5:
            text = s.tokens[end].text
            low = text.lower()
            if not text[0].isalnum() and text != "(" and text[0] not in "@#":
                break
            if low in PREPOSITIONS or (text[0].islower() and low in DETERMINERS) or low in AUXILIARIES or low in MODALS:
                break
            if text == "(" and s.text_at(end + 2) == ")" and self._glued(s, end + 2):
                end, odd = end + 3, True
                if self._glued(s, end - 1):
                    end += 1
                continue
            if text == "(":
                break
            if text[0].isupper():
                if self.k.role_word(text) is not None:
                    break
                taken = s.taken.get(end)
                if taken is not None and taken.type is EntityType.PERSON:
                    break
                known = is_dictionary_word(text) and taken is None
                # a capital on what is no noun („Digitale Verwaltung 2020“) makes a name
                lower = self.k.lemma(text)[0].islower()
                odd = odd or not known or bool(_ODD.search(text)) or lower
                end += 1
            elif end > j and (YEAR.match(text) or _VERSION.match(text)):
                odd = odd or "." in text
                end += 1
            elif (
                text[0].islower() and (_ODD.search(text) or not is_dictionary_word(text)) and self.k.lemma(text) == text
            ):
                odd = True
                end += 1
            else:
                break
        if end > j and s.taken.get(end - 1) is not None and end - j == 1:
            return j
        return end if odd else j

    def _glued(self, s: Sentence, i: int) -> bool:
        return i + 1 < len(s.tokens) and s.tokens[i + 1].start == s.tokens[i].end and s.tokens[i + 1].text[0].isalnum()

    # ------------------------------------------------------------------ helpers

    def _head(self, text: str) -> HeadNoun | None:
        found = self.k.head_of(text)
        return found[0] if found else None

    def _nominative(self, text: str) -> str:
        """The word without a genitive ending, when a head noun tells where it ends."""
        found = self.k.head_of(text)
        return text[: found[1]] if found else text

    def _words(self, s: Sentence, first: int, last: int) -> str:
        return self.cast.text[s.tokens[first].start : s.tokens[last - 1].end]

    def _place(self, s: Sentence, first: int, last: int, draft: Draft) -> None:
        self.cast.place(s, first, last, draft)
