"""Names that nothing introduces: words that no dictionary knows, and titles in quotation marks.

A word that no dictionary knows may be a misspelling, a surname, or a product. No single sign decides: its spelling, the
words around it, names it is listed with, and whether the article says it again each count for something.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import CLOSING, OPENING
from govgraph.extract.names.name_signs import CAMEL, Place
from govgraph.extract.names.told_firms import ToldFirms
from govgraph.extract.names.told_tools import ToldTools
from govgraph.extract.state import PLACES
from govgraph.language.grammar import AUXILIARIES, CONTRACTED_CASES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.name_signs import NameSigns
    from govgraph.extract.names.name_types import NameTypes
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Draft, Sentence

_KINDS = {
    EntityType.SYSTEM: "System",
    EntityType.ORGANISATION: "Organisation",
    EntityType.PROGRAMME: "Programme",
    EntityType.DOCUMENT: "Document",
    EntityType.MUNICIPALITY: "Municipality",
    EntityType.SERVICE: "Service",
    EntityType.EVENT: "Event",
    EntityType.LAW: "Law",
}
"""Types that signs may tell, and their general classes; people and Länder have lists of names."""
_INHABITANTS = ("erin", "erinnen")
"""Ends of words for people by their town: „die gebürtige Husumerin“."""
_SIDES = frozenset({"Mitte", "Nord", "Ost", "Süd", "West"})
_ABOVE_TOWNS = frozenset({"Agency", "Company", "Federation", "Government", "Ministry", "Organisation", "State"})
"""Kinds of body besides towns that make an office no sign of a town."""
_MATTERS = (
    "daten", "heit", "informatik", "ismus", "keit", "politik", "schaft", "technik", "ung", "wesen", "wirtschaft",
)  # fmt: skip
"""Ends of nouns for a matter, which need no article."""
_WHERE = frozenset({"aus", "bei", "bis", "in", "nach", "um"})
"""Prepositions that a town stands after, and software hardly."""
_BEFORE_FIRMS = frozenset({"bei", "der", "die", "zur"})
"""Words before the coined name of a firm, which is feminine."""
_PRONOUNS = frozenset({"er", "es", "sie"})
_LONGEST = 3
_LONGEST_QUOTED = 7
_PUNCTUATION = frozenset(".,:;!?–()")


_OF_STATES = frozenset({"Bund", "EU", "Land"})
"""Levels of titles that no town has."""


class UnknownNames:
    """Marks names among the words that are no part of one yet.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
        signs: Describer of names.
        types: Judge of what a name is by its signs.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, signs: NameSigns, types: NameTypes) -> None:
        self.k = knowledge
        self.cast = cast
        self.signs = signs
        self.types = types
        self._told_firms = ToldFirms(knowledge, signs)
        self._told_tools = ToldTools(knowledge)
        self._boards = tuple(sorted(knowledge.words("board-endings")))
        self._papers = tuple(sorted(knowledge.words("media-endings")))
        self._trials = knowledge.words("trial-nouns")
        self._firms = tuple(sorted(knowledge.words("company-endings")))
        self._no_firms = tuple(sorted(knowledge.words("no-beginnings-of-companies")))
        self._sure_endings = tuple(sorted(knowledge.words("sure-town-endings")))
        self._running = (
            knowledge.words("using-verbs") | knowledge.words("making-verbs") | knowledge.words("running-verbs")
        )

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Mark the names wherever they stand."""
        coined: dict[str, list[tuple[Sentence, int]]] = defaultdict(list)
        for s in sentences:
            end = 0
            for at in self._towns_in_brackets(s):
                self._mark(s, at, EntityType.MUNICIPALITY)
            town = self._town_of_officer(s)
            if town >= 0:
                self._mark(s, town, EntityType.MUNICIPALITY)
            for i, low in enumerate(s.lower):
                if i >= end and low in OPENING:
                    end = self._quoted(s, i)
                elif low == "von" and self._is_headed_town(s, i + 1):
                    # „Bürgermeisterin von Grafenhain“
                    self._mark(s, i + 1, EntityType.MUNICIPALITY)
                elif low in {"von", "mit"} and s.text_at(i - 1) in self._trials and self._run(s, i + 1) == i + 2:
                    # „nach dem Probelauf von VISART“
                    self._mark(s, i + 1, EntityType.SYSTEM)
                elif low.endswith(self._firms) and i not in s.taken:
                    coined[s.tokens[i].text].append((s, i))
        for named in coined.values():
            if any(self._is_firm(s, i) for s, i in named):
                for s, i in named:
                    self._mark(s, i, EntityType.ORGANISATION)
        self._bare_compounds(sentences)
        short: dict[str, Draft] = {}
        # „Anna Krahl und Jan Krahl …, Krahl sagt“: one of two people, and no thing
        surnames = {d.name.rpartition(" ")[2] for d in self.cast.drafts if d.type is EntityType.PERSON}
        found = (
            one
            for one in self.described(sentences)
            if one[0] not in surnames and not self._told_firms.are_people(one[0])
        )
        led = self._told_firms.led(sentences)
        typed = [
            (name, at, self._told_tools.type_of(name, at, self._told_firms.type_of(at, self.types.of(signs))))
            if name not in led
            else (name, at, EntityType.ORGANISATION)
            for name, at, signs in found
        ]
        for name, spots, type_ in sorted(typed, key=lambda one: -one[0].count(" ")):
            draft = short.get(name)
            if type_ is EntityType.MUNICIPALITY and CAMEL.search(name):
                # „in NordwestIT umbenannt“: no town is spelt so
                continue
            if draft is None and type_ in _KINDS and not self._is_paper(name):
                draft = self._named(name, type_)
                first_word, _, region = name.partition(" ")
                if self.k.region(region):
                    # „die KommIT Odenwald … Die KommIT“
                    short[first_word] = draft
            if draft is not None:
                for s, first, last in spots:
                    self.cast.place(s, first, last, draft)

    def described(self, sentences: Sequence[Sentence]) -> Iterator[tuple[str, list[Place], tuple[str, ...]]]:
        """Words of an article that may be names, each with where it stands and the signs of what it is."""
        places: dict[str, list[Place]] = {}
        unknown = self.k.unknown_word
        for s in sentences:
            end = 0
            for i, token in enumerate(s.tokens):
                if i < end or i in s.taken:
                    continue
                if _has_minister(s, i):
                    continue
                if unknown(token.text) and not token.text.endswith(_INHABITANTS) and not _is_adjective(s, i):
                    end = self._run(s, i)
                elif self.k.like_a_town(token.text):
                    end = i + 1
                if end > i and not self._shortens(s, i, end):
                    places.setdefault(self.cast.text[s.starts[i] : s.end_of(end - 1)], []).append(Place(s, i, end))
        compounds = self.signs.compounds(sentences, places.keys()) if places else {}
        for name, at in places.items():
            yield name, at, self.signs.of(name, at, compounds.get(name, set()))

    def _bare_compounds(self, sentences: Sequence[Sentence]) -> None:
        """„Ulm testet Dalkeblick. … Gera nutzt Dalkeblick“: a compound without an article, used as software is.

        It must be named again, never have an article, and stand nowhere as towns do.
        """
        places: dict[str, list[Place]] = defaultdict(list)
        for s in sentences:
            for i, token in enumerate(s.tokens):
                if i not in s.taken and i not in s.dated and self._may_be_coined(token.text):
                    places[token.text].append(Place(s, i, i + 1))
        for at in places.values():
            if any(self._told_firms.is_from_town(p) and self._is_bare(p.sentence, p.first) for p in at):
                # „Programmiert hat sie Sinnwerk aus Neuruppin“
                for s, first, _ in at:
                    self._mark(s, first, EntityType.ORGANISATION)
            elif len(at) > 1 and all(self._is_bare(p.sentence, p.first) for p in at) and any(map(self._is_run, at)):
                for s, first, _ in at:
                    self._mark(s, first, EntityType.SYSTEM)

    def _is_run(self, place: Place) -> bool:
        """Whether somebody tests, uses or runs what stands at a place."""
        return not self._running.isdisjoint(self.signs.lemmas(place.sentence.lower))

    def _may_be_coined(self, text: str) -> bool:
        """A compound of no dictionary, in the singular, that is no noun for a matter: „Dalkeblick“."""
        short, hyphen, noun = text.partition("-")
        if hyphen and short.isalpha() and short.isupper() and short.lower() not in self.k.words("generic-prefixes"):
            # „GA-Lotse“
            return len(short) > 1 and noun in self.k.words("guides-and-helpers")
        if not (text[0].isupper() and text.isalpha() and text[1:].islower() and is_compound(text)):
            return False
        return not is_dictionary_word(text) and self._names_no_matter(text)

    def _names_no_matter(self, text: str) -> bool:
        """A noun in the singular for neither a matter nor a kind of thing, nor for an office."""
        if self.k.role_word(text) is not None or self.k.head_noun(text) is not None:
            return False
        low = text.lower()
        return self.k.lemma(text) == text and not low.endswith(_MATTERS) and text not in self.k.words("mass-nouns")

    def _is_bare(self, s: Sentence, i: int) -> bool:
        """Whether nothing before or after a noun belongs to it: no article, no adjective, no other noun."""
        before, after = s.text_at(i - 1), s.text_at(i + 1)
        low = before.lower()
        if (after[:1].isupper() and i + 1 not in s.taken) or low in _WHERE:
            return False
        if i and before[:1].isupper() and low not in PREPOSITIONS:
            town = s.taken.get(i - 1)
            return town is not None and not town.adjective and town.type in PLACES
        if low in DETERMINERS or low in CONTRACTED_CASES:
            return False
        inflected = before.islower() and low.endswith(("e", "em", "en", "er", "es"))
        return (
            not inflected or low in PREPOSITIONS or low in _PRONOUNS or self.k.lemma(low).endswith(("en", "rn", "ln"))
        )

    def _mark(self, s: Sentence, i: int, type_: EntityType) -> None:
        self.cast.place(s, i, i + 1, self._named(s.tokens[i].text, type_))

    def _named(self, name: str, type_: EntityType) -> Draft:
        if type_ is not EntityType.MUNICIPALITY:
            board = type_ is EntityType.ORGANISATION and name.endswith(self._boards)
            return self.cast.thing(name, type_, "Committee" if board else _KINDS[type_], guessed=True)
        return self.cast.unlisted(name, type_, _KINDS[type_])

    def _towns_in_brackets(self, s: Sentence) -> list[int]:
        """„die Bürgermeister Jo Ritter (Oberbach) und Kurt Mey (Niederbach)“: what brackets say after names."""
        heads = self.k.words("town-heads")
        first = next((a.first for a in s.arguments if a.role is not None and a.role.name in heads), len(s.tokens))
        people = [a.last for a in s.arguments if a.type is EntityType.PERSON and a.first > first]
        beside = [i + 1 for i in people if s.text_at(i) == "(" and s.text_at(i + 2) == ")"]
        return [i for i in beside if self._may_be_town(s, i)]

    def _town_of_officer(self, s: Sentence) -> int:
        """„Bürgermeister Jan Kolbe stellte es in Wümmenau vor“: where the officer of a town is; else -1.

        No place may be known of the sentence, and the word stands alone after „in“ or „aus“.
        """
        if any(a.type in PLACES for a in s.arguments):
            return -1
        titles = [a.role for a in s.arguments if a.role is not None]
        kinds = (self.k.body_kinds(role.iri) for role in titles)
        local = any(role.name.endswith("amtsleiter") for role in titles)
        if not local and not any("Municipality" in k and k.isdisjoint(_ABOVE_TOWNS) for k in kinds):
            return -1
        found = [i for i in range(1, len(s.tokens)) if s.lower[i - 1] in {"in", "aus"} and self._may_be_town(s, i)]
        return found[0] if len(found) == 1 else -1

    def _may_be_town(self, s: Sentence, i: int) -> bool:
        """A word with a capital that no dictionary knows, or with an end of towns, and no capital after it."""
        text = s.tokens[i].text
        bare, _, side = text.partition("-")
        if i in s.taken or not bare.isalpha() or not bare[1:].islower() or s.text_at(i + 1)[:1].isupper():
            return False
        if side:
            # „in Weilbach-Süd“
            return bare[0].isupper() and side in _SIDES
        low = text.lower()
        sure = text[0].isupper() and self.k.head_noun(text) is None
        # no noun for one of many stands so without an article
        sure = sure and (low.endswith(self._sure_endings) or (is_compound(text) and low.endswith(self.k.place_endings)))
        return sure or (text[0].isupper() and self.k.unknown_word(text)) or self.k.like_a_town(text)

    def _is_firm(self, s: Sentence, i: int) -> bool:
        """„die Weserdata in Minden“, „bei Nordsoft“: a coined word with an end of names of firms, told as they are.

        Not „Opendata“, nor what is only named: „Ulm nutzt Mobidata“.
        """
        text = s.tokens[i].text
        coined = text[0].isupper() and text.isalpha() and text[1:].islower() and not is_dictionary_word(text)
        if not coined or s.text_at(i + 1)[:1].isupper() or s.low_at(i - 1) not in _BEFORE_FIRMS:
            return False
        return not text.lower().startswith(self._no_firms)

    def _is_paper(self, name: str) -> bool:
        """„Die Rheinische Post“, „der Südkurier“: papers are none of the things that are looked for."""
        *before, last = name.split(" ")
        rhenish = last == "Post" and bool(before) and before[-1].endswith("ische")
        return rhenish or last.lower().endswith(self._papers)

    def _is_headed_town(self, s: Sentence, i: int) -> bool:
        """Whether a word that no dictionary knows says where somebody heads a town."""
        if i < 2 or i in s.taken or not s.text_at(i)[:1].isupper():
            return False
        role = self.k.role_word(s.text_at(i - 2))
        return (
            role is not None
            and role.name in self.k.words("town-heads")
            and not is_dictionary_word(s.lower[i])
            and self.k.role_word(s.text_at(i)) is None
        )

    def _shortens(self, s: Sentence, i: int, end: int) -> bool:
        """„die Landesbauverwaltung (LBV)“: the short form of a noun before it, which names nothing that was read."""
        if s.text_at(i - 1) != "(" or s.text_at(end) != ")":
            return False
        head = self.k.head_noun(s.text_at(i - 2))
        introduced = head is not None and head.introduces and head.form == s.low_at(i - 2)
        return i - 2 not in s.taken and not introduced and s.text_at(i)[0] == s.text_at(i - 2)[:1]

    def _run(self, s: Sentence, i: int) -> int:
        """End of a run of words from `i` that no dictionary knows and that belong to no name, or `i`."""
        end = i
        while end - i < _LONGEST and end < len(s.tokens) and end not in s.taken and end not in s.dated:
            text = s.tokens[end].text
            if not self.k.unknown_word(text) or (end == i and not text[0].isalpha()):
                break
            end += 1
        if end - i > 1 and s.taken.get(end) is not None and s.taken[end].type is EntityType.PERSON:
            return i
        if end == i + 1 and end not in s.taken and self.k.region(s.text_at(end)) and "-" not in s.tokens[i].text:
            # „die KommIT Odenwald“
            end += 1
        return end

    # ------------------------------------------------------------------ quotation marks

    def _quoted(self, s: Sentence, i: int) -> int:
        """„… hat „Soest digital 2025“ beschlossen“: a title in quotation marks that is no speech."""
        if s.kind in {BlockKind.TITLE, BlockKind.KICKER}:
            return 0
        end = next(
            (e for e in range(i + 1, min(i + 2 + _LONGEST_QUOTED, len(s.tokens))) if s.tokens[e].text in CLOSING), 0
        )
        inside = s.tokens[i + 1 : end]
        alone = len(inside) == 1 and self._coined(inside[0].text)
        if (len(inside) < 2 and not alone) or not inside[0].text[0].isupper():
            return 0
        if any(t.text in _PUNCTUATION for t in inside):
            return 0
        if any(j in s.taken and s.taken[j].type not in PLACES for j in range(i + 1, end)) or s.text_at(end + 1) == ",":
            return 0
        if any(t.text.lower() in AUXILIARIES or t.text.lower() in MODALS for t in inside):
            return 0
        lemmas = self.signs.lemmas((*s.lower[:i], *s.lower[end + 1 :]))
        if not lemmas.isdisjoint(self.k.words("speech-verbs")):
            return 0
        type_ = None
        if not lemmas.isdisjoint(self.k.words("adopting-verbs")):
            type_ = EntityType.PROGRAMME
        elif not lemmas.isdisjoint(self.k.words("document-verbs")):
            type_ = EntityType.DOCUMENT
        elif not lemmas.isdisjoint(self._running) or {"betrieb", "nehmen"} <= {*s.lower, *lemmas}:
            # „hat „Ehe Online“ in Betrieb genommen“
            type_ = EntityType.SYSTEM if alone or inside[-1].low in self.k.words("name-tails") else None
        if type_ is None:
            return 0
        name = self.cast.text[s.starts[i + 1] : s.end_of(end - 1)]
        self.cast.place(s, i + 1, end, self._named(name, type_))
        return end + 1

    def _coined(self, text: str) -> bool:
        """A word in quotation marks that bears a name by itself: a first name, or a word of no dictionary."""
        return text in self.k.first_names or self.k.unknown_word(text)


def _is_adjective(s: Sentence, i: int) -> bool:
    """„der Grafenhainer Landrat“: what ends so before a title is no name by itself."""
    title = s.taken.get(i + 1)
    return s.tokens[i].text.endswith("er") and title is not None and title.role is not None and title.draft is None


def _has_minister(s: Sentence, i: int) -> bool:
    """„Strobls Staatssekretär“: the genitive before a title of the Bund or a Land is that of a person, and no town."""
    title = s.taken.get(i + 1)
    role = title.role if title is not None and title.draft is None else None
    return (
        s.tokens[i].text.endswith("s") and role is not None and bool(role.level) and _OF_STATES.issuperset(role.level)
    )
