"""Finds people: by first name, title, form of address, office title, or a surname that the article has introduced.

Full names are read first, then other names that people are told to have, then names with initials, then surnames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.abbreviated import initials_end
from govgraph.extract.names.name_words import NAME
from govgraph.extract.people.initialled_people import InitialledPeople
from govgraph.extract.people.other_names import OtherNames
from govgraph.extract.people.person_marks import ADDRESSES, PersonMarks
from govgraph.extract.people.person_signs import PersonSigns
from govgraph.extract.people.surname_ends import SurnameEnds
from govgraph.extract.people.surname_mentions import SurnameMentions
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.name_words import NameWords
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Sentence

_NOBODY: frozenset[int] = frozenset()

_ADJECTIVE_ENDS = ("e", "er", "es")
_MONTHS = frozenset({"April", "August", "Mai", "Juni", "Juli", "Januar", "Jan", "März"})
_BEFORE_MONTH = frozenset({".", "im", "seit", "bis", "ab", "vom", "zum", "anfang", "mitte", "ende", "und"})


class PersonFinder:
    """Finds the people of an article and marks where they stand.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; people are added to it.
        words: What single words say of names.
        agreement: Tells who is a woman.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, words: NameWords, agreement: Agreement) -> None:
        self.k = knowledge
        self.cast = cast
        self.words = words
        self._marks = PersonMarks(knowledge, cast, words)
        self._signs = PersonSigns(knowledge, words)
        self._ends = SurnameEnds(knowledge, self._signs)
        self._initialled = InitialledPeople(self._marks, self._signs, self._ends)
        self._alone = SurnameMentions(knowledge, agreement, self._marks, self._signs)
        self._short = knowledge.words("short-first-names")
        self._like_words = knowledge.words("first-names-like-words")

    def find(self, sentences: Sequence[Sentence], blocked: Sequence[frozenset[int]]) -> None:
        """Mark every person in the sentences.

        Args:
            sentences: Sentences of the article; arguments are added.
            blocked: For each sentence the tokens that belong to names of bodies and Länder.
        """
        self._marks.read(sentences)
        surnames = self._marks.surnames
        for sentence, no in zip(sentences, blocked, strict=True):
            self._full_names(sentence, no)
            # a town that the article names before anybody of that name stays a town
            self._alone.towns |= {
                sentence.tokens[i].text
                for i in no
                if i not in sentence.taken and sentence.tokens[i].text not in surnames
            }
        OtherNames(self.k, self.cast, surnames).find(sentences)
        # one empty set for all sentences: a long article has many
        others = [self._initialled.mark(s, no) or _NOBODY for s, no in zip(sentences, blocked, strict=True)]
        for sentence, no, other in zip(sentences, blocked, others, strict=True):
            self._alone.mark(sentence, no, other)

    def _full_names(self, s: Sentence, no: frozenset[int]) -> None:
        opens, i = self.words.opens, 0
        while i < len(s.tokens):
            token = s.tokens[i]
            if not token.upper or i in s.taken or not opens(token.text):
                i += 1
                continue
            end = self._name_at(s, i, no)
            if end:
                first = self._marks.title_start(s, i)
                self._marks.mark(s, i, end, first)
                i = end
            else:
                i += 1

    def _name_at(self, s: Sentence, i: int, no: frozenset[int]) -> int:
        """End of a full name that begins at token `i`, whose word may open one, or 0."""
        text, following = s.tokens[i].text, s.text_at(i + 1)
        if not following or not self.words.goes_on(following):
            return 0
        if text in self.k.words("municipality-nouns") and text not in self.k.first_names:
            # „(CIO Stadt Ulm)“
            return 0
        if self._is_field(s, i) or self._owns_next(s, i):
            return 0
        introduced = self._signs.introduced(s, i)
        if not introduced and following in self.k.words("firm-closings"):
            # „die Firma Otto Data“
            return 0
        first = self.words.is_first(text)
        if not first and s.low_at(i - 1) in DETERMINERS and self._is_body(text):
            # „in der Staatssekretärsrunde Digitales, die CIO Jens Ott leitet“
            return 0
        if introduced and not first and _is_field(text, following):
            # „Abteilungsleiterin Digitale Verwaltung im BMI“
            return 0
        if first and text in _MONTHS and not introduced and self._month(s, i):
            return 0
        # „in dem Hannes Kopf sitzt“ begins with a relative pronoun
        opening = i - 3 if i > 2 and s.lower[i - 2] in PREPOSITIONS else i - 2
        clause_opens = opening >= 0 and s.tokens[opening].text in {",", "und", "oder"}
        # „steht ihr Hans Klink zur Seite“, „folgt ihr Peter Schneider“ hold a pronoun
        called = text in self.k.first_names and not s.text_at(i + 2)[:1].isupper()
        pronoun = s.tokens[i - 1].text == "ihr" and (called or not is_dictionary_word(s.text_at(i + 1)))
        article = bool(i) and s.lower[i - 1] in DETERMINERS and not pronoun
        # „erledigt das Florian Sporer“ holds one too, „die Otto Gruppe“ and „des Max Planck Instituts“ an article
        article = article and (is_dictionary_word(following) or s.text_at(i + 2)[:1].isupper())
        if first and article and is_dictionary_word(text) and not clause_opens:
            return 0
        if first and not introduced and text in self._like_words and self._is_word(following):
            # „Heide Park“ is no person, „Heide Wommer“ and „Leiterin Heide Koch“ are
            first = False
        if i in no and not first:
            return 0
        if initials_end(s, i, self._short):
            return 0
        if not first and not introduced and not self._signs.are_somebody(s, i, no):
            return 0
        if first and introduced and following.lower() in self.k.heads and self._is_last(s, i + 1):
            # „Stadträtin Carola Tag“: after title and first name a noun is a surname
            return i + 2 if i + 1 not in no and self.k.role_word(following) is None else 0
        return self._ends.surname_end(s, i + 1, no)

    def _is_body(self, text: str) -> bool:
        """Whether a word is a noun for a body that the body's name follows."""
        head = self.k.head_noun(text)
        return head is not None and head.introduces and head.type is EntityType.ORGANISATION

    def _owns_next(self, s: Sentence, i: int) -> bool:
        """„Frau Aumers Amt“, „Herrn Otts Team“: after a form of address a surname in the genitive and a common noun."""
        text, following = s.tokens[i].text, s.text_at(i + 1)
        if s.text_at(i - 1) not in ADDRESSES or not text.endswith("s") or text in self.k.first_names:
            return False
        return self._is_word(following) and self._marks.appears(text[:-1])

    @staticmethod
    def _is_word(text: str) -> bool:
        """Whether a word is a common noun, also a compound of two."""
        return is_dictionary_word(text) or is_compound(text)

    @staticmethod
    def _is_last(s: Sentence, i: int) -> bool:
        """Whether the capitals end at a token."""
        return NAME.match(s.text_at(i)) is not None and not s.text_at(i + 1)[:1].isupper()

    def _month(self, s: Sentence, i: int) -> bool:
        """Whether a first name that is a month too (Jan, August) is one here."""
        before = s.low_at(i - 1)
        if before == "und" and s.text_at(i - 2) not in _MONTHS and not s.text_at(i - 2).isdigit():
            # „Anna Weber und Jan Kolbe“
            before = ""
        if s.text_at(i) not in {"Jan", "August"} or before in _BEFORE_MONTH or before.isdigit():
            return True
        after = s.text_at(i + 1)
        if after in self.k.first_names:
            return False
        return not NAME.match(after) or (s.text_at(i) != "Jan" and is_dictionary_word(after.lower()))

    def _is_field(self, s: Sentence, i: int) -> bool:
        """„Abteilungsleiter Bauordnung Veit Krohn“: a noun between a title and a first name is no part of the name."""
        text = s.tokens[i].text
        if (
            text in self.k.first_names
            or s.text_at(i + 1) not in self.k.first_names
            or not s.text_at(i + 2)[:1].isupper()
        ):
            return False
        titled = i > 0 and self.k.role_word(s.text_at(i - 1)) is not None
        return titled and (is_dictionary_word(text) or is_compound(text) or text.isupper())


def _is_field(text: str, following: str) -> bool:
    """„Digitale Verwaltung“, „Öffentlicher Sektor“: an adjective and a noun that a dictionary knows, and no name."""
    adjective = text.endswith(_ADJECTIVE_ENDS) and is_dictionary_word(text.lower())
    return adjective and is_dictionary_word(following) and text[1:].islower()
