"""Names beside the word that gives them or says of what they are: „genannt Wächter“, „Kuno, ein Chatbot“."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import CLOSING, NOUN, OPENING
from govgraph.extract.names.name_runs import APPOSED
from govgraph.extract.names.told_next import ToldNextNames
from govgraph.extract.state import BODY_TYPES, WORKS_AND_EVENTS
from govgraph.language.grammar import DETERMINERS, INDEFINITE, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Draft, Sentence
    from govgraph.vocabulary import HeadNoun

_ENDS = frozenset({",", ".", ")", "–", ";", ":", ""})
_OF_ONE = INDEFINITE | {"sein", "seine", "seinen", "seinem", "seiner", "ihr", "ihre", "ihren", "ihrem", "ihrer"}
_SINGULAR = frozenset({"das", "dem", "den", "der", "im", "vom", "zum"})
_OBLIQUE = frozenset({"den", "dem", "vom", "zum", "im"})
_STRONG = ("anten", "enten", "isten", "loten", "maten")
"""Ends of nouns that take -en but in the nominative."""
_ADJECTIVES = 2
_IS = frozenset({"ist", "war"})
_OF_MAKER = frozenset({"aus", "der", "des", "dieser", "dieses", "ihrer", "ihres", "unserer", "unseres", "vom", "von"})
_FROM = frozenset({"aus", "bei", "in", "nach", "von"})
"""Prepositions after which a name is hardly that of a thing: „kommt aus Hohenwald, eine Entwicklung von Solva“."""
_PRONOUNS = frozenset({"er", "es", "sie"})
"""Words that end like an adjective and belong to no noun: „Geliefert hat sie Pegelwacht, eine Plattform“."""
_AFTER_KIND = frozenset({",", ".", ")", "–", ";", ":", "", "der", "des", "und"})
_PEOPLE_TOO = frozenset({"assistent", "assistenten", "assistentin"})
"""Nouns for systems that people are as well."""
_DIGITAL = ("digital", "virtuell", "elektronisch")


class ChristenedNames(ToldNextNames):
    """Finds names that may be any word, by what the sentence says of them, and marks where they stand."""

    def _by_participle(self, s: Sentence, i: int) -> int:
        """„Die Software für das Lagezentrum, genannt Wächter, …“: the name after a participle, its noun before."""
        if s.text_at(i - 1) != ",":
            return 0
        kind = self._kind_before(s, i - 1)
        head = self._head(s.tokens[kind].text) if kind >= 0 else None
        if head is None or head.type not in WORKS_AND_EVENTS or any(s.text_at(k) == "," for k in range(kind, i - 1)):
            return 0
        if s.text_at(i + 1) in OPENING:
            return self._quoted(s, kind, i + 1, head)
        end = self._name_run(s, i + 1, called=True)
        if end == i + 1 or s.text_at(end) not in _ENDS:
            return 0
        return self._given(s, i + 1, end, head)

    def _of_a_kind(self, s: Sentence, i: int) -> int:
        """„hat Regenbogen eingeführt, ein Fachverfahren“, „Lotta ist ein Chatbot“: the name, then what it is."""
        head = self._head(s.tokens[i].text)
        first = self._opening(s, i)
        if head is None or first < 1 or i in s.taken or head.type not in {EntityType.SYSTEM, EntityType.PROGRAMME}:
            return 0
        after = s.low_at(i + 1)
        if not (after in _AFTER_KIND or after in PREPOSITIONS or s.text_at(i + 1)[:1].isupper()):
            # „sucht Ersatz, eine Plattform soll es werden“ are two clauses
            return 0
        if s.lower[i] in _PEOPLE_TOO and not s.low_at(i - 1).startswith(_DIGITAL):
            return 0
        if s.text_at(first - 1) == ",":
            at = first - 2 - (first > 2 and self._closes_clause(s, first - 2))
        elif s.low_at(first - 1) in _IS and first == 2 and s.low_at(first) in INDEFINITE:
            at = 0
        else:
            return 0
        coined = at >= 0 and self._coined(s, at)
        if at < 0 or not (coined or self._is_bare_name(s, at)):
            return 0
        kind = self._meant_by(s, i, head)
        if coined:
            # „den LSI-Lotsen“ names the body no more
            self._swallow(s, at, at + 1)
            self._place(s, at, at + 1, self._named_like(s, at, kind))
        else:
            self._given(s, at, at + 1, kind)
        return 0

    def _by_maker(self, s: Sentence, i: int) -> int:
        """„Aktenfuchs, ein Produkt der Solva GmbH“, „Lotse, eine Hamburger Entwicklung“: told by who made it."""
        first = i - 1
        while (
            first > 0
            and i - first <= _ADJECTIVES
            and s.lower[first] not in INDEFINITE
            and self._belongs_to_noun(s, first)
        ):
            first -= 1
        made = self._made_by_body(s, i) or not s.text_at(i - 1).islower() or s.lower[i].startswith("eigen")
        if i in s.taken or not made or s.low_at(first) not in INDEFINITE or s.text_at(first - 1) not in {",", "–"}:
            return 0
        at = first - 2 - (first > 2 and self._closes_clause(s, first - 2))
        town = s.taken.get(at)
        if (
            at < 0
            or s.low_at(at - 1) in _FROM
            or (town is not None and (at or town.type is not EntityType.MUNICIPALITY))
        ):
            return 0
        if town is not None:
            # „Brandis, ein Produkt der Solva GmbH, …“: no firm makes a town
            self._swallow(s, at, at + 1)
        name = s.text_at(at)
        used = is_compound(name) and not name.lower().endswith(self._stuffs) and self._is_bare_name(s, at)
        used = used and self._is_used(s)
        if self.k.odd_word(name) or used or (town is not None and self._is_bare_name(s, at)):
            self._given(s, at, at + 1, self.k.heads["software"])
        return 0

    @cached_property
    def _stuffs(self) -> tuple[str, ...]:
        return tuple(sorted(self.k.words("ends-of-stuffs")))

    def _is_used(self, s: Sentence) -> bool:
        """Whether somebody uses or introduces something."""
        lemmas = {self.k.lemma(low) for low in s.lower if low.isalpha()}
        return not self.k.words("using-verbs").isdisjoint(lemmas) or ("ein" in lemmas and "führen" in lemmas)

    def _made_by_body(self, s: Sentence, i: int) -> bool:
        """„ein Produkt der Solva GmbH“, „eine Entwicklung unserer Hochschule“, but „ein Produkt der Eile“."""
        if s.low_at(i + 1) not in _OF_MAKER:
            return False
        at = i + 2 + (s.text_at(i + 2).islower() and not s.text_at(i + 3).islower())
        text, maker = s.text_at(at), s.taken.get(at)
        head = self._head(text)
        named = maker is not None and maker.type in BODY_TYPES
        unknown = NOUN.match(text) is not None and (not is_dictionary_word(text) or NOUN.match(s.text_at(at + 1)))
        return named or bool(unknown) or (head is not None and head.type is EntityType.ORGANISATION)

    @staticmethod
    def _belongs_to_noun(s: Sentence, i: int) -> bool:
        """Whether a word before a noun belongs to it: „neues“, „Hamburger“."""
        town = s.taken.get(i)
        return s.text_at(i).islower() or (town is not None and town.adjective is True)

    def _named_like(self, s: Sentence, i: int, head: HeadNoun) -> Draft:
        """The thing that a coined noun names, in the nominative: „den Deichboten“ is called Deichbote."""
        text = s.text_at(i)
        name = text
        if text.endswith("en") and s.low_at(i - 1) in _OBLIQUE:
            name = text[: -2 if text.endswith(_STRONG) else -1]
        draft = self.cast.thing(name, head.type, head.kind)
        draft.names |= {name, text}
        self.short.setdefault(name, draft)
        self.short.setdefault(text, draft)
        return draft

    def _coined(self, s: Sentence, i: int) -> bool:
        """„den Elbe-Assistenten, eine Software …“: a compound of no dictionary with its article, in the singular."""
        text = s.text_at(i)
        known = s.taken.get(i)
        if (known is not None and not known.adjective) or text.isupper() or is_dictionary_word(text):
            return False
        return (
            bool(NOUN.match(text))
            and s.low_at(i - 1) in _SINGULAR
            and self.k.role_word(text) is None
            and self._head(text) is None
        )

    @staticmethod
    def _opening(s: Sentence, i: int) -> int:
        """Where the phrase of a noun begins: its „ein“ or „seinen“, with few adjectives between; -1 without one."""
        for k in range(i - 1, max(-1, i - 2 - _ADJECTIVES), -1):
            if s.lower[k] in _OF_ONE:
                return k
            if not s.tokens[k].text.islower():
                return -1
        return -1

    def _is_bare_name(self, s: Sentence, i: int) -> bool:
        """Whether a noun stands so that only a name can: in the singular, with nothing before that belongs to it."""
        text, before = s.text_at(i), s.text_at(i - 1)
        if i in s.taken or not NOUN.match(text) or text.isupper() or self.k.role_word(text) is not None:
            return False
        if self._head(text) is not None or text in self.k.words("mass-nouns"):
            return False
        capital = before[:1].isupper() and before.lower() not in PREPOSITIONS
        if i and (before.lower() in DETERMINERS or before.lower() in APPOSED or capital):
            town = s.taken.get(i - 1)
            if town is None or town.adjective or before.lower() in DETERMINERS:
                return False
        if before in CLOSING or (before.islower() and before.endswith(("er", "es", "em", "e")) and i):
            apart = before in _PRONOUNS or before.lower() in PREPOSITIONS
            if not (apart or self.k.lemma(before.lower()).endswith("en")):
                return False
        return text in self.k.first_names or not is_dictionary_word(text) or self._bare(text)

    def _meant_by(self, s: Sentence, i: int, head: HeadNoun) -> HeadNoun:
        """„ein Programm, das Akten prüft“ is software; one of the Land, or for money, is a programme."""
        if head.form != "programm" or s.text_at(i + 1) != ",":
            return head
        money = self.k.words("money-cues")
        paid = any(token.text in money or self.k.lemma(token.low) in money for token in s.tokens)
        return head if paid else self.k.heads["computerprogramm"]

    def _baptised(self, s: Sentence, i: int) -> int:
        """„Brockengeist haben die Mitarbeiter das Sprachmodell getauft“: the name opens the sentence."""
        if s.lower[i] != "getauft" or s.low_at(1) not in {"hat", "haben", "hatte", "hatten", "wurde"}:
            return 0
        kind = self._kind_before(s, i)
        head = self._head(s.tokens[kind].text) if kind > 1 else self.kind
        if head is None or head.type not in WORKS_AND_EVENTS or not self._is_bare_name(s, 0):
            return 0
        self._given(s, 0, 1, head)
        return 0
