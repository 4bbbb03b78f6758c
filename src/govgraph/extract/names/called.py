"""Names that a sentence of their own gives: „Sie heißt HessenKI“, „…, so heißt das Barcamp“, „cit aus Dettingen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.introduced import IntroducedNames
from govgraph.extract.names.long_names import CLOSING, NOUN, OPENING
from govgraph.extract.names.name_runs import APPOSED, DEFINITE
from govgraph.extract.state import WORKS
from govgraph.language.grammar import PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun

_GENDERS = {"sie": "f", "die": "f", "diese": "f", "er": "m", "der": "m", "dieser": "m", "es": "n", "das": "n"}
_OWNERS = {"sein": frozenset({"m", "n", ""}), "ihr": frozenset({"f", ""})}
"""Possessives and the genders of what they may stand for."""
_NAME_IS = frozenset({":", "ist", "lautet", "war"})
_FINITE = frozenset({"heißt", "hieß", "heiße", "nennt"})
_LONGEST = 4
_NEAR = 250
"""How far after its noun a sentence may give the name, in code points."""
_TO_WHOM = frozenset({"an", "bei", "durch", "von", "zu"})
_IS = frozenset({"ist", "war", "sind", "ferner", "auch", "außerdem", "zudem"})


class CalledNames(IntroducedNames):
    """Finds names by a sentence that says what something is called, and companies by where they come from."""

    def _named_after_noun(self, s: Sentence, i: int) -> int:
        """„… eine Plattform in Betrieb genommen. Sie heißt HessenKI“: the noun stands in the sentence before."""
        kind = self.kind
        gender = _GENDERS.get(s.low_at(0)) if i == 1 else None
        if kind is None or gender is None or s.lower[i] not in _FINITE or not 0 < s.start - self.kind_from < _NEAR:
            return 0
        if kind.gender and kind.gender != gender:
            return 0
        j = self._called_from(s, i)
        if s.text_at(j) in OPENING:
            end = next((e for e in range(j + 1, min(j + 8, len(s.tokens))) if s.tokens[e].text in CLOSING), 0)
            return self._given(s, j + 1, end, kind) and end + 1 if end > j + 1 else 0
        end = self._name_run(s, j, called=True)
        return self._given(s, j, end, kind) if end > j else 0

    def _name_of_noun(self, s: Sentence, i: int) -> int:
        """„… einen virtuellen Assistenten. Sein Name: Otto“: what a possessive calls the name of what came before."""
        kind, owner, j = self.kind, s.low_at(0), i + 2
        if kind is None or i != 1 or owner not in _OWNERS or s.low_at(i + 1) not in _NAME_IS:
            return 0
        if kind.gender not in _OWNERS[owner] or not 0 < s.start - self.kind_from < _NEAR:
            return 0
        if s.text_at(j) in OPENING:
            end = next((e for e in range(j + 1, min(j + 8, len(s.tokens))) if s.tokens[e].text in CLOSING), 0)
            return self._given(s, j + 1, end, kind) and end + 1 if end > j + 1 else 0
        end = self._name_run(s, j, called=True)
        if end == j and NOUN.match(s.text_at(j)) and s.text_at(j + 1) in {".", ",", "!", ""}:
            end = j + 1
        idiom = end == j + 1 and is_dictionary_word(s.text_at(j)) and s.text_at(j) not in self.k.first_names
        if idiom and s.low_at(i + 1) != ":":
            # „Sein Name ist Programm“
            return 0
        return self._given(s, j, end, kind) if end > j else 0

    def _named_before_pronoun(self, s: Sentence, i: int) -> int:
        """„… eine Plattform in Betrieb genommen. HessenKI heißt sie“: the name opens the sentence."""
        kind, gender = self.kind, _GENDERS.get(s.low_at(i + 1))
        if kind is None or not gender or kind.gender not in {gender, ""} or not 0 < s.start - self.kind_from < _NEAR:
            return 0
        quoted = s.text_at(i - 1) in CLOSING and s.text_at(0) in OPENING
        first, last = (1, i - 1) if quoted else (0, i)
        if s.text_at(i + 2)[:1].isalpha() or not 0 < last - first <= _LONGEST or s.low_at(first) in PREPOSITIONS:
            return 0
        if any(j in s.taken or not s.tokens[j].text[0].isupper() for j in range(first, last)):
            return 0
        alone = last - first == 1 and not quoted and s.text_at(first) not in self.k.first_names
        if alone and is_dictionary_word(s.lower[first]):
            return 0
        return self._given(s, first, last, kind) and 0

    def _kind_to_come(self, s: Sentence, i: int) -> int:
        """„Ihr letztes Werk heißt Havellotse. Das Programm zeigt …“: the sentence after it says what the name is of."""
        following = self.following
        end = self._name_run(s, i + 1, called=True)
        if following is None or not i or s.lower[i] not in _FINITE or end == i + 1 or s.text_at(end) not in {".", "!"}:
            return 0
        for k, token in enumerate(following.tokens):
            head = self._head(token.text) if token.text[0].isupper() and following.low_at(k - 1) in DEFINITE else None
            if head is not None and head.introduces and head.type in WORKS and k not in following.taken:
                system = head.form == "programm" and self._made(following)
                return self._given(s, i + 1, end, self.k.heads["computerprogramm"] if system else head)
        return 0

    def _given(self, s: Sentence, first: int, last: int, head: HeadNoun) -> int:
        """Mark a name of what the noun says."""
        name = self._words(s, first, last)
        for j in range(first, last):
            inside = s.taken.get(j)
            if inside is not None and inside.draft is not None and inside.type is not head.type:
                self._swallow(s, j, j + 1)
                s.drop(inside)
        draft = self.cast.thing(name, head.type, head.kind)
        draft.names |= {name}
        self._place(s, first, last, draft)
        self.short.setdefault(name, draft)
        return last

    def _so_called(self, s: Sentence, i: int) -> int:
        """„zum ersten Landtag, so heißt das Barcamp“, „„Klar“, so der Name des Assistenten“: the name stands before."""
        so = i - 1 if s.lower[i] in _FINITE else i - 2
        if s.low_at(so) != "so" or s.text_at(so - 1) != ",":
            return 0
        j = i + 1 + (s.low_at(i + 1) == "sich")
        kind = self._kind_noun(s, j) if s.low_at(j) in APPOSED else -1
        head = self._head(s.tokens[kind].text) if kind >= 0 else None
        last = so - 1
        if head is None or last < 1:
            return 0
        if head.form == "programm" and self.kind is not None and self.kind.type is EntityType.SYSTEM:
            # „hilft ein Chatbot weiter. … Für Klartext, so heißt das Programm“
            head = self.kind
        if s.text_at(last - 1) in CLOSING:
            first = next((e + 1 for e in range(last - 2, max(-1, last - 9), -1) if s.text_at(e) in OPENING), 0)
            if first:
                self._given(s, first, last - 1, head)
            return 0
        first = last
        while first > 0 and last - first < _LONGEST and NOUN.match(s.text_at(first - 1)):
            if s.low_at(first - 1) in PREPOSITIONS:
                # „Für Klartext, so heißt das Programm, …“
                break
            first -= 1
        opened = s.low_at(first - 1) in DEFINITE | PREPOSITIONS.keys() or s.text_at(first - 1).endswith(("en", "e"))
        if first < last and opened and (first > 0 or last - first > 1):
            self._given(s, first, last, head)
        return 0

    def _made(self, s: Sentence) -> bool:
        """Whether somebody makes something: „entwickelt bei Solva in Jena“."""
        return any(self.k.lemma(low) in self.k.words("making-verbs") for low in s.lower)

    def _from_place(self, s: Sentence, i: int) -> int:
        """„ging an Neqxt aus Erkelenz“, „ein Modul von cit aus Dettingen“: a company that nothing else tells."""
        place = s.taken.get(i + 2)
        before = s.low_at(i - 1)
        seated = s.low_at(i + 1) == "in" and before in _TO_WHOM - {"zu", "an"} and self._made(s)
        if (
            (s.low_at(i + 1) != "aus" and not seated)
            or place is None
            or place.type is not EntityType.MUNICIPALITY
            or place.adjective
        ):
            return 0
        if i in s.taken or not (before in _TO_WHOM or before in _IS) or s.text_at(i) in self.k.words("legal-forms"):
            return 0
        name = s.tokens[i].text
        if any(d.type is EntityType.PERSON and d.name.endswith(f" {name}") for d in self.cast.drafts):
            return 0
        draft = self.cast.thing(name, EntityType.ORGANISATION, "Company", guessed=True)
        self._place(s, i, i + 1, draft)
        return i + 1
