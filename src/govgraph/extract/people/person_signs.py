"""Signs that words are the name of a person: a title before or behind it, a list of people, what people do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.abbreviated import titles_start
from govgraph.extract.names.name_words import NAME
from govgraph.extract.people.strangers import Strangers
from govgraph.language.grammar import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.name_words import NameWords
    from govgraph.extract.state import Sentence

_POSSESSIVES = frozenset(
    f"{stem}{end}" for stem in ("ihr", "mein", "sein", "unser") for end in ("", "e", "em", "en", "er", "es")
)
_BEING = frozenset({"ist", "wird", "war", "wurde", "bleibt"})
_NEAR = 8
"""How many tokens beside a verb of being an office title may stand."""
_PRESENT = ("ende", "enden", "ender")
"""Endings of participles, which no first name that is unknown has before a common noun."""


class PersonSigns:
    """Tells whether words are the name of a person by what stands around them.

    Args:
        knowledge: Compiled vocabulary.
        words: What single words say of names.
    """

    def __init__(self, knowledge: Knowledge, words: NameWords) -> None:
        self.k = knowledge
        self.words = words
        self._strangers = Strangers(knowledge)
        self._titles = knowledge.words("academic-titles")
        self._relatives = knowledge.words("nouns-beside-names")

    def introduced(self, s: Sentence, i: int) -> bool:
        """Whether a title, a form of address or an office title stands right before token `i`."""
        if not i:
            return False
        known = self.words.introduces(s.tokens[i - 1].text)
        return titles_start(s, i, self._titles) < i if known is None else known

    def are_somebody(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """Whether two words from token `i` on are a name that no list and no word before them tells."""
        return self._apposed(s, i, no) or self._acting(s, i, no) or self._related(s, i, no) or self._listed(s, i, no)

    def _apposed(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """Two capitalised words that no dictionary knows, before „, Staatssekretär …“ or „(CDU)“."""
        text, after = s.tokens[i].text, s.text_at(i + 1)
        if not (NAME.match(text) and NAME.match(after)) or i in no or i + 1 in no or is_dictionary_word(text):
            return False
        if self.k.role_word(text) is not None or self.k.role_word(after) is not None:
            return False
        if text.endswith(_PRESENT) and is_dictionary_word(after):
            # „Anderslautende Berichte, er werde Abteilungsleiter, …“
            return False
        return self.told_after(s, i + 2)

    def _listed(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """Two capitalised words that no dictionary knows after people: „A (KGSt), B und Sirko Hellwig vom CCC“."""
        words = (s.tokens[i].text, s.text_at(i + 1))
        joined = s.low_at(i - 1) in {"und", "sowie"} or s.text_at(i - 1) == ","
        if not joined or not all(NAME.match(word) and word[1:].islower() for word in words) or {i, i + 1} & no:
            return False
        if any(self.k.role_word(w) is not None or w.lower() in self.k.heads for w in words):
            return False
        if any(is_dictionary_word(w) for w in words if w not in self.k.first_names):
            return False
        if s.text_at(i + 2)[:1].isupper() or i + 1 in s.taken:
            return False
        before = s.taken.get(i - 2)
        if before is not None and before.type is EntityType.PERSON:
            return True
        named = any(a.type is EntityType.PERSON and a.first < i for a in s.arguments)
        return named and s.low_at(i - 1) == "sowie" and s.low_at(i + 2) in {"von", "vom", "(", ",", "."}

    def _related(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """„Ihr Vorgänger Ocke Lürssen“: two capitalised words that no dictionary knows after a noun for somebody."""
        words = (s.tokens[i].text, s.text_at(i + 1))
        if s.text_at(i - 1) not in self._relatives or not all(NAME.match(word) for word in words):
            return False
        # „Ihr Vorgänger Jens Lürssen“: after a possessive the surname may be a word
        told = words[:1] if s.low_at(i - 2) in _POSSESSIVES else words
        known = any(is_dictionary_word(word) for word in told) or words[1].lower() in self.k.heads
        known = known or any(self.k.role_word(word) is not None for word in words)
        return not known and not {i, i + 1} & no and not {i, i + 1} & s.taken.keys()

    def _acting(self, s: Sentence, i: int, no: frozenset[int]) -> bool:
        """Two capitalised words that do what people do: „sagt Holm Gerecke“, „Neidhild Vortmann ist Leiterin …“.

        After a verb of saying or leading, at the end of its clause, both may be words that a dictionary knows.
        """
        words = (s.tokens[i].text, s.text_at(i + 1))
        if not all(NAME.match(word) and word[1:].islower() for word in words) or {i, i + 1} & no or i + 1 in s.taken:
            return False
        if any(self.k.role_word(word) is not None or word.lower() in self.k.heads for word in words):
            return False
        if i and s.text_at(i - 1)[:1].isupper() and not (i == 1 and self._opens(s.low_at(0))):
            return False
        before, after = s.low_at(i - 1), s.low_at(i + 2)
        verbs = self.k.words("speech-verbs") | {"leiten"}
        says = [bool(low.isalpha() and self.k.lemma(low) in verbs) for low in (before, after)]
        ends = s.text_at(i + 2) in {".", ",", ";"}
        if ends and (says[0] or (before in _BEING and any(self._titled(s, j) for j in (0, i - _NEAR)))):
            return True
        if any(is_dictionary_word(word) for word in words):
            return False
        return says[1] or (after in _BEING and self._titled(s, i + 3)) or self._strangers.is_one(s, i)

    def _titled(self, s: Sentence, i: int) -> bool:
        """Whether an office title stands within the next tokens."""
        near = s.tokens[max(0, i) : max(0, i) + _NEAR]
        return any(token.upper and self.k.role_word(token.text) is not None for token in near)

    def told_after(self, s: Sentence, end: int) -> bool:
        """Whether a title in an apposition or brackets follows at token `end`."""
        mark = s.text_at(end)
        if mark == "(":
            inside = s.text_at(end + 1)
            return inside in self.k.words("party-roles") or self.k.role_word(inside) is not None
        if mark != ",":
            return False
        for j in range(end + 1, min(end + 5, len(s.tokens))):
            if s.tokens[j].text == ",":
                return False
            if self.k.role_word(s.tokens[j].text) is not None:
                return True
        return False

    def vouched(self, s: Sentence, i: int, end: int) -> bool:
        """Whether the words around a name with initials show that it is a person's."""
        if self.introduced(s, i) or self.told_after(s, end):
            return True
        noun = s.text_at(i - 1)[:1].isupper() and not (i == 1 and self._opens(s.lower[0]))
        if noun and not self._heir(s.text_at(i - 1)):
            # „Anlage B. Verwaltung“
            return False
        verbs, before = self.k.words("speech-verbs"), s.low_at(i - 1)
        if any(s.low_at(j) and self.k.lemma(s.lower[j]) in verbs for j in (i - 1, end)) or before == "laut":
            return True
        if any(self._heir(s.text_at(j)) for j in (i - 1, i - 2)):
            return True
        beside = (s.taken.get(i - 2 if before in {"und", ","} else -1), s.taken.get(end + 1))
        if any(a is not None and a.type is EntityType.PERSON for a in beside[: 2 if s.low_at(end) == "und" else 1]):
            return True
        if any(a.role is not None and not a.role.plural for a in s.arguments):
            # „B. Aufgaben des CIO“ is a heading
            after = s.low_at(end)
            return i > 0 or (
                s.text_at(end) == after and after.isalpha() and after not in DETERMINERS | PREPOSITIONS.keys()
            )
        handing = self.k.words("succeeding-verbs")
        # „Er folgt auf K. Wendlandt“
        people = s.lower[0] in {"er", "sie"} or any(a.type is EntityType.PERSON for a in s.arguments)
        return people and any(self.k.lemma(low) in handing for low in s.lower)

    def _heir(self, word: str) -> bool:
        return word in self.k.words("successor-nouns") or word in self.k.words("predecessor-nouns")

    def _opens(self, low: str) -> bool:
        """Whether a word at the begin of a sentence is no noun."""
        small = low in PREPOSITIONS or low in CONJUNCTIONS or low in self.k.words("particles") or low == "laut"
        return small or self.k.lemma(low) in self.k.words("speech-verbs")
