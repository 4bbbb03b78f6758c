"""Names that go on from one of the lexicon, or stand on it, and are others: „Digitalpakt 4.0“, „GKD Voreifel“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import ODD
from govgraph.extract.names.compounds import CompoundNames
from govgraph.extract.names.introduced import IntroducedNames
from govgraph.extract.names.long_names import ISSUE, NOUN
from govgraph.extract.names.name_runs import DEFINITE
from govgraph.extract.names.reaching import ReachingNames
from govgraph.extract.names.unnamed import bare_genitive
from govgraph.extract.state import PLACES
from govgraph.language.grammar import INDEFINITE
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import HeadNoun

_INDEFINITE = INDEFINITE | {"jede", "jedes", "kein", "keine"}
_ASSOCIATIONS = frozenset({"Association", "CivilSocietyOrganisation"})
_GOES_ON = frozenset({EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.ORGANISATION})
_LANDSCAPES = ("land", "berge", "see", "seen", "heide", "niederung", "marsch", "geest", "tal", "winkel", "wald")
_HOUSES_OF_IT = ("IT",)
"""Ends of coined words for bodies: „KommunalIT“."""
_BEFORE_HOUSE = frozenset({"bei", "der", "die", "zur", "von", "und"})


class OtherThanKnown(IntroducedNames, CompoundNames, ReachingNames):
    """Finds names around one of the lexicon that are of something else, and marks where they stand."""

    def _it_house(self, s: Sentence, i: int) -> int:
        """„die Emsland-IT“, „Geschäftsführerin der Eifel-IT“: the house for IT that a region has."""
        place, hyphen, tail = s.tokens[i].text.rpartition("-")
        if not hyphen or tail not in _HOUSES_OF_IT or NOUN.match(s.text_at(i + 1)):
            return 0
        taken = s.taken.get(i)
        known = taken is not None and taken.draft is not None and taken.draft.kind == "District"
        region = (known and taken.last == i + 1) if taken is not None else self.k.region(place)
        if not region or s.low_at(i - 1) not in _BEFORE_HOUSE:
            return 0
        self._swallow(s, i, i + 1)
        self._place(s, i, i + 1, self.cast.named(s.tokens[i].text, EntityType.ORGANISATION, "Organisation"))
        return i + 1

    def _portal_of(self, s: Sentence, known: Argument) -> int:
        """„das Serviceportal Landshut“: what several places have, with the place right after it."""
        beside = s.taken.get(known.last)
        if (
            known.draft is None
            or known.draft.entry is not None
            or beside is None
            or known.type is not EntityType.SYSTEM
        ):
            return 0
        if known.last != known.first + 1 or beside.first != known.last or not self._owns_system(s, known.first, beside):
            return 0
        self._swallow(s, known.first, known.last)
        draft = self.cast.named(self._words(s, known.first, beside.last), known.type, known.draft.kind)
        self._place(s, known.first, beside.last, draft)
        return beside.last

    def _other_issue(self, s: Sentence, i: int, known: Argument) -> int:
        """„Digitalpakt 4.0“: a programme with a number is not the one without; „die Digitalstrategie IN 2030“."""
        if known.type is not EntityType.PROGRAMME or known.draft is None:
            return 0
        signed = self._sign(s, known.last) if s.text_at(known.last).isupper() else False
        if signed and known.last == i + 1 and (head := self._head(s.tokens[i].text)) is not None:
            self._swallow(s, i, known.last)
            return self._named_by(s, i, known.last, known.last + 2, head)
        if known.draft.entry is None:
            return 0
        if not ISSUE.match(s.text_at(known.last)) or known.last in s.dated:
            return 0
        draft = self.cast.named(self._words(s, i, known.last + 1), known.type, known.draft.kind)
        self._swallow(s, i, known.last)
        self._place(s, i, known.last + 1, draft)
        return known.last + 1

    def _other_occasion(self, s: Sentence, i: int, known: Argument) -> int:
        """„beim Digitaltag Gesundheit“ is not the Digitaltag that is known: a bare noun goes on the name."""
        if known.draft is None or known.draft.entry is None or not self._has_matter(s, i):
            return 0
        draft = self.cast.named(self._words(s, i, i + 2), EntityType.EVENT, known.draft.kind)
        self._swallow(s, i, i + 1)
        self._place(s, i, i + 2, draft)
        return i + 2

    def _coined_house(self, s: Sentence, i: int) -> int:
        """„die NordKomm IT“, „bei der KommWerk IT“: a coined word, its field, and the article of a company."""
        alone = i not in s.taken and i + 1 not in s.taken and not NOUN.match(s.text_at(i + 2))
        coined = ODD.search(s.text_at(i)) is not None and not s.text_at(i).isupper()
        if s.text_at(i + 1) != "IT" or not alone or not coined or s.low_at(i - 1) not in _BEFORE_HOUSE - {"und", "von"}:
            return 0
        draft = self.cast.named(self._words(s, i, i + 2), EntityType.ORGANISATION, "Company")
        self.short.setdefault(s.text_at(i), draft)
        self._place(s, i, i + 2, draft)
        return i + 2

    def _other_house(self, s: Sentence, i: int, known: Argument) -> int:
        """„GKD Voreifel“, „Landkreistag Nordpfalz“ are not those that are known: the house of a region.

        An abbreviation or a noun for a body stands before it, and a word of no dictionary may be the region.
        """
        text, following = s.tokens[i].text, s.text_at(known.last)
        head = None if text.isupper() else self._head(text)
        noun = head is not None and head.type is EntityType.ORGANISATION and "-" not in text
        if known.type is not EntityType.ORGANISATION or known.last != i + 1 or not (text.isupper() or noun):
            return 0
        if noun and (self._word_opening(s, i) in _INDEFINITE or NOUN.match(s.text_at(i + 2))):
            return 0
        if i + 1 in s.taken or not NOUN.match(following) or ODD.search(following) or following.isupper():
            return 0
        if not self.k.like_a_place(following) and not following.endswith(_LANDSCAPES):
            return 0
        kind = "Organisation" if head is None else head.kind
        draft = self.cast.named(f"{self._nominative(text)} {following}", EntityType.ORGANISATION, kind)
        self._swallow(s, i, i + 1)
        self._place(s, i, i + 2, draft)
        return i + 2

    def _house_of_region(self, s: Sentence, i: int) -> int:
        """„der Digitalrat Westholstein“, „die Digitalbehörde Ostsee“: a noun for a body, and its region."""
        head = self._head(s.tokens[i].text)
        if head is None or head.type is not EntityType.ORGANISATION or head.kind == "Company" or i in s.taken:
            return 0
        region = s.text_at(i + 1)
        if i + 1 in s.taken or not self.k.like_a_place(region) or NOUN.match(s.text_at(i + 2)) or region.isupper():
            return 0
        if self._word_opening(s, i) in _INDEFINITE or self.k.lemma(s.tokens[i].text) in self.k.words("not-of-a-region"):
            return 0
        name = f"{self._nominative(s.tokens[i].text)} {region}"
        self._place(s, i, i + 2, self.cast.named(name, EntityType.ORGANISATION, head.kind))
        return i + 2

    def _of_one_land(self, s: Sentence, known: Argument) -> int:
        """„der Bund der Steuerzahler Sachsen“: an association of the lexicon that the Länder have one of, too."""
        land, draft = s.taken.get(known.last), known.draft
        if draft is None or draft.entry is None or draft.kind not in _ASSOCIATIONS or known.last == known.first + 1:
            return 0
        if land is None or land.type is not EntityType.JURISDICTION or land.adjective or draft.jurisdiction is not None:
            return 0
        if land.first != known.last or land.cases == "g" or s.text_at(land.first) in {"Bund", "Bundes", "EU", "Land"}:
            return 0
        longer = self.cast.named(self._words(s, known.first, land.last), EntityType.ORGANISATION, draft.kind)
        longer.jurisdiction = land.draft
        self._swallow(s, known.first, land.last)
        self._place(s, known.first, land.last, longer)
        return land.last

    def _foreign_tail(self, s: Sentence, known: Argument) -> int:
        """„Smart Country Side“, „die FIWARE Foundation“: a foreign name of the lexicon that goes on is another one."""
        i, last = known.first, known.last
        if known.draft is None or known.draft.entry is None or known.type not in _GOES_ON or last in s.taken:
            return 0
        tail = s.text_at(last)
        body = tail.lower() in self.k.words("company-tails")
        if not NOUN.match(tail) or tail.isupper() or ODD.search(tail) or not (body or self._foreign(tail)):
            return 0
        if tail in self.k.first_names or (self._head(tail) is not None and not body):
            return 0
        if self.k.role_word(tail) is not None:
            return 0
        if not body and (known.type is EntityType.ORGANISATION or last == i + 1):
            return 0
        if not all(self._foreign(token.text) for token in s.tokens[i:last]) or NOUN.match(s.text_at(last + 1)):
            return 0
        type_, kind = (EntityType.ORGANISATION, "Company") if body else (known.type, known.draft.kind)
        draft = self.cast.named(self._words(s, i, last + 1), type_, kind)
        self._swallow(s, i, last)
        self._place(s, i, last + 1, draft)
        return last + 1

    def _named_with(self, s: Sentence, i: int, known: Argument, head: HeadNoun) -> bool:
        """Whether a compound with a known name is a name of its own: „XÖV-Konferenz“, „Bonn-App“, „D115-Verbund“."""
        if head.type is EntityType.LAW or head.form in self.k.words("name-tails") | self.k.words("known-name-tails"):
            return True
        if head.type is EntityType.EVENT:
            return known.type not in PLACES
        if head.type is EntityType.SERVICE and known.type is EntityType.SERVICE:
            # „Hundesteuer-Anmeldung“
            return s.text_at(i).count("-") == 1
        if head.kind == "Strategy":
            # „die eID-Strategie“
            return known.type is EntityType.SYSTEM or self._after_place(s, i) is not None
        if head.type is EntityType.ORGANISATION and head.form in self.k.words("bodies-for-a-work"):
            # „das NOOTS-Labor“, „die VOIS-Allianz“
            return known.type not in PLACES and self._word_opening(s, i) in DEFINITE
        if head.type is EntityType.PROGRAMME:
            # „das Hessische OZG-Umsetzungsprogramm“
            return self._after_place(s, i) is not None
        place = known.type in PLACES and s.low_at(i - 1) not in _INDEFINITE
        return place and head.type is EntityType.SYSTEM and head.form in self.k.words("systems-of-a-place")

    def _only_introduces(self, s: Sentence, i: int, taken: Argument) -> int:
        """„die Digitalstrategie „Stark im Netz““: a noun with several bearers says here of what kind the name is."""
        head = self._head(s.tokens[i].text)
        if head is None or not head.introduces or head.type is not taken.type:
            return 0
        if taken.draft is None or (taken.draft.entry is not None and s.text_at(i) not in self.k.words("own-systems")):
            return 0
        end = self._quoted(s, i, i + 1, head)
        if end:
            taken.draft.mentions.discard((s.starts[i], s.end_of(i)))
            s.drop(taken)
        return end

    def _in_quotes(self, s: Sentence, i: int, head: HeadNoun) -> int:
        return self._quoted(s, i, i + 1, head)

    def _own_name_follows(self, s: Sentence, i: int, taken: Argument) -> bool:
        """„das Serviceportal Heidetor“, „ein Serviceportal namens Heidetor“: the noun is no name where one follows it.

        If so, it is no longer marked as the portal of a Land or town.
        """
        text, after = s.tokens[i].text, s.text_at(i + 1)
        if bare_genitive(text) not in self.k.words("own-systems") or taken.draft is None or i + 1 in s.taken:
            return False
        said = after == "namens" or (s.lower[i + 1 : i + 4] == ["mit", "dem", "namen"])
        odd = bool(NOUN.match(after)) and not (is_dictionary_word(after) or is_compound(after))
        if not (said or odd):
            return False
        taken.draft.mentions.discard((s.starts[i], s.end_of(i)))
        s.drop(taken)
        return True
