"""Finds named things that no lexicon knows by their shape: head nouns, legal forms, quoted names, abbreviations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.abbreviations import Abbreviations
from govgraph.extract.introduced import IntroducedNames
from govgraph.extract.long_names import ADJECTIVE, NOUN, YEAR
from govgraph.extract.unnamed import UnnamedThings
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.naming import Cast
    from govgraph.extract.state import Argument, Draft, Sentence
    from govgraph.vocabulary import HeadNoun

_INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "jede", "jedes", "kein", "keine"})
_AFTER_ADJECTIVE = frozenset({EntityType.EVENT, EntityType.DOCUMENT, EntityType.PROGRAMME})
_BRAND = re.compile(r"^X[A-ZÄÖÜ][a-zäöü]{2,}$|^[A-ZÄÖÜ]?[a-zäöü]{2,}[A-ZÄÖÜ][a-zäöüA-Z]{2,}$")


class ShapeFinder(IntroducedNames, UnnamedThings):
    """Finds names by shape and marks where they stand.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        super().__init__(knowledge, cast)
        self._digital_stems = sorted(knowledge.words("digital-adjectives"))

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Mark every name with a telling shape, then every abbreviation that the article has introduced."""
        for s in sentences:
            i = 0
            while i < len(s.tokens):
                i = self._at_token(s, i)
        Abbreviations(self.cast, self.short).find(sentences)
        self._same_ministries(sentences)

    def _at_token(self, s: Sentence, i: int) -> int:
        """Try every shape at token `i`; return where to go on."""
        text = s.tokens[i].text
        if i in s.taken:
            taken = s.taken[i]
            if taken.type is EntityType.MUNICIPALITY and not taken.adjective:
                self.last_town = taken.draft
            return (self._town_body(s, i) if taken.role is not None else 0) or i + 1
        if text.isdigit():
            return self._numbered(s, i) or i + 1
        if len(text) < 2 or not text[0].isalpha():
            return i + 1
        if text[0].islower():
            return (
                self._digital(s, i)
                or self._called_name(s, i)
                or self._name_with_kind(s, i)
                or self._brand(s, i)
                or i + 1
            )
        for attempt in (
            self._town_body,
            self._project_body,
            self._unit,
            self._introduced_name,
            self._document,
            self._legal_form,
            self._name_with_kind,
            self._municipality,
            self._digital,
            self._adjective_name,
            self._compound,
            self._brand,
        ):
            end = attempt(s, i)
            if end:
                return end
        return i + 1

    # ------------------------------------------------------------------ shapes

    def _legal_form(self, s: Sentence, i: int) -> int:
        """„Seitenbau GmbH“: capitalised words before a legal form."""
        if not s.tokens[i].text[0].isupper() or s.lower[i] in DETERMINERS or s.lower[i] in PREPOSITIONS:
            return 0
        for end in range(i + 1, min(i + 4, len(s.tokens))):
            text = s.tokens[end].text
            if text in self.k.words("legal-forms"):
                name = self._words(s, i, end)
                draft = self.cast.named(f"{name} {text}", EntityType.ORGANISATION, "Company")
                draft.names |= {name}
                self.short.setdefault(name, draft)
                self._place(s, i, end + 1, draft)
                return end + 1
            if not text[0].isupper() or end in s.taken:
                return 0
        return 0

    def _municipality(self, s: Sentence, i: int) -> int:
        """„Kreis Lippe“, „Samtgemeinde Bersenbrück“, „Ortenaukreis“ beyond the lexicon."""
        text = s.tokens[i].text
        if text in self.k.words("municipality-nouns") and i + 1 < len(s.tokens):
            following = s.tokens[i + 1].text
            inner = s.taken.get(i + 1)
            sure = text in self.k.words("sure-municipality-nouns")
            if (
                inner is None
                and NOUN.match(following)
                and (sure or not is_dictionary_word(following))
                and (self.k.role_word(following) is None and self._head(following) is None)
            ):
                draft = self.cast.named(following, EntityType.MUNICIPALITY, "Municipality")
                draft.jurisdiction = draft.jurisdiction or self.cast.home
                draft.names.add(f"{text} {following}")
                self._place(s, i + 1, i + 2, draft)
                return i + 2
            return 0
        if text == "Bad" and NOUN.match(s.text_at(i + 1)) and i + 1 not in s.taken:
            draft = self.cast.named(self._words(s, i, i + 2), EntityType.MUNICIPALITY, "Municipality")
            self._place(s, i, i + 2, draft)
            return i + 2
        low = self._nominative(text).lower()
        if (
            low.endswith("-kreis") or (low.endswith("kreis") and not is_dictionary_word(self._nominative(text)))
        ) and len(low) > 8:
            if low in self.k.generic or not text[0].isupper():
                return 0
            draft = self.cast.named(self._nominative(text), EntityType.MUNICIPALITY, "Municipality")
            draft.jurisdiction = draft.jurisdiction or self.cast.home
            self._place(s, i, i + 1, draft)
            return i + 1
        return 0

    def _numbered(self, s: Sentence, i: int) -> int:
        """„auf der 47. Sitzung“: a meeting that its number names."""
        noun = s.text_at(i + 2)
        if s.text_at(i + 1) != "." or noun not in self.k.words("numbered-events") or i + 2 in s.taken:
            return 0
        draft = self.cast.named(f"{s.tokens[i].text}. {noun}", EntityType.EVENT, "Event")
        self._place(s, i, i + 3, draft)
        return i + 3

    def _digital(self, s: Sentence, i: int) -> int:
        """„die elektronische Wohnsitzanmeldung“, „den digitalen Bauantrag“."""
        low = s.lower[i]
        stem = next((a for a in self._digital_stems if low.startswith(a) and len(low) - len(a) <= 2), None)
        following = s.text_at(i + 1)
        if stem is None or i + 1 in s.taken or not following[:1].isupper():
            return 0
        head = self._head(following)
        if head is None or head.type not in {EntityType.SERVICE, EntityType.SYSTEM} or following.endswith("en"):
            return 0
        if head.compounds in {"none", "hyphen"}:
            return 0
        noun = self._nominative(following)
        ending = {"m": "er", "n": "es"}.get(head.gender, "e")
        draft = self.cast.named(f"{stem}{ending} {noun}", head.type, head.kind)
        draft.names.add(noun)
        self._place(s, i, i + 2, draft)
        self.short.setdefault(noun, draft)
        return i + 2

    def _compound(self, s: Sentence, i: int) -> int:
        """„Transparenzgesetz“, „Schleswig-Holstein-Stack“, „Landesregierung“."""
        text = s.tokens[i].text
        if not text[0].isupper() or len(text) < 5:
            return 0
        head = self._head(text)
        if head is None:
            return 0
        name = self._nominative(text)
        low = name.lower()
        if head.alone:
            return self._alone(s, i, name, head)
        if low == head.form:
            shorter = next((h for h in self.k.vocabulary.heads if h.form != low and low.endswith(h.form)), None)
            if shorter is None:
                return 0
            head = shorter
        prefix = low[: -len(head.form)]
        if (
            low in self.k.generic
            or len(prefix.rstrip("-")) < (2 if head.kind == "Committee" and prefix.endswith("-") else 3)
            or (low.split("-")[-1] in self.k.generic and "-" not in prefix)
            or not self._makes_name(head, prefix)
        ):
            return 0
        if self.k.role_word(text) is not None:
            return 0
        if s.low_at(i - 1) in _INDEFINITE:
            return 0
        longer = next(
            (d for d in self.cast.drafts if d.type is head.type and d.mentions and d.name.endswith(" " + name)), None
        )
        if longer is not None:
            self._place(s, i, i + 1, longer)
            return i + 1
        last = i + 1
        if YEAR.match(s.text_at(last)) and head.type in {EntityType.EVENT, EntityType.DOCUMENT}:
            last += 1
        first = i
        if head.type is EntityType.EVENT and i and s.tokens[i - 1].text.isupper() and len(s.tokens[i - 1].text) > 2:
            taken = s.taken.get(i - 1)
            if taken is None or taken.first == i - 1:
                first = i - 1
                name = f"{s.tokens[first].text} {name}"
        if i > 1 and s.lower[i - 1] == "und" and s.tokens[i - 2].text.endswith("-") and i - 2 not in s.taken:
            first = i - 2
            name = f"{s.tokens[first].text} und {name}"
        draft = self.cast.named(name, head.type, head.kind)
        if first < i:
            self._place(s, first, last, draft)
            return last
        if last > i + 1:
            draft.names.add(f"{name} {s.text_at(i + 1)}")
        beside = s.taken.get(last)
        if head.type is EntityType.ORGANISATION and beside is not None and self._part_of_name(beside, last):
            # „Führungsakademie Baden-Württemberg“ is one name
            draft = self.cast.named(f"{name} {s.text_at(last)}", head.type, head.kind)
            draft.jurisdiction, last = beside.draft, beside.last
            draft.names.add(name)
            self.short.setdefault(name, draft)
        if head.type is EntityType.ORGANISATION and draft.jurisdiction is None:
            draft.jurisdiction = self.cast.home
        if head.type in _AFTER_ADJECTIVE:
            self._full_name(s, i, name, head, draft)
        self._place(s, i, last, draft)
        return last

    def _full_name(self, s: Sentence, i: int, name: str, head: HeadNoun, draft: Draft) -> None:
        """„Chemnitzer Linux-Tage“, „Hessischer Kommunalkongress“: the adjective of a place is part of the name."""
        before = s.taken.get(i - 1)
        text = s.text_at(i - 1)
        if before is None or not before.adjective or before.last != i or not text[0].isupper() or draft.name != name:
            return
        if text.endswith(("sche", "scher", "sches", "schen", "schem")):
            text = text[: text.rfind("sch") + 3] + {"m": "er", "n": "es"}.get(head.gender, "e")
        draft.names.add(name)
        draft.name = f"{text} {name}"

    def _makes_name(self, head: HeadNoun, prefix: str) -> bool:
        """Whether a compound of the head noun with this first part names something."""
        if head.compounds == "hyphen":
            return prefix.endswith("-") and prefix[:-1] not in self.k.words("generic-prefixes")
        return head.compounds == "all"

    @staticmethod
    def _part_of_name(beside: Argument, at: int) -> bool:
        places = {EntityType.JURISDICTION, EntityType.MUNICIPALITY}
        return beside.first == at and beside.last == at + 1 and beside.type in places and not beside.adjective

    def _adjective_name(self, s: Sentence, i: int) -> int:
        """„Kommunales Regelungsbefreiungsgesetz“, „Merseburger Erklärung“: a capital adjective before a head noun."""
        text, following = s.tokens[i].text, s.text_at(i + 1)
        if (
            not text[0].isupper()
            or text.lower() in DETERMINERS
            or not ADJECTIVE.match(text)
            or i + 1 in s.taken
            or not following[:1].isupper()
        ):
            return 0
        place = text.endswith("er") and not is_dictionary_word(text.lower())
        if not place and (
            i == 0
            or s.tokens[i - 1].text in {":", "„", "?", "!"}
            or (s.tokens[i - 1].text == "." and not s.text_at(i - 2).isdigit())
            or not is_dictionary_word(text.lower())
        ):
            return 0
        head = self._head(following)
        if (
            head is None
            or head.alone
            or head.type in {EntityType.SERVICE, EntityType.SYSTEM}
            or following.endswith("en")
        ):
            return 0
        noun = self._nominative(following)
        ending = {"m": "er", "n": "es"}.get(head.gender, "e")
        adjective = text if place else text.rstrip("nmrs").removesuffix("e") + ending
        last = i + 2
        if head.compounds == "none" and not (place and head.type is EntityType.DOCUMENT):
            return 0
        if s.low_at(last) == "für" and head.type is EntityType.ORGANISATION:
            last = self._noun_list(s, last + 1) or last
            noun = f"{noun} {self._words(s, i + 2, last)}" if last > i + 2 else noun
        if YEAR.match(s.text_at(last)):
            last += 1
        draft = self.cast.named(f"{adjective} {noun}", head.type, head.kind)
        self._place(s, i, last, draft)
        self.short.setdefault(noun, draft)
        return last

    def _brand(self, s: Sentence, i: int) -> int:
        """„LibreOffice“, „SaarFlow“: a word with a capital inside that no dictionary knows is taken for a system."""
        text = s.tokens[i].text
        if not _BRAND.match(text) or is_dictionary_word(text) or self.k.role_word(text) is not None:
            return 0
        draft = self.cast.thing(text, EntityType.SYSTEM, "System", guessed=True)
        self._place(s, i, i + 1, draft)
        return i + 1
