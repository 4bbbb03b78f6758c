"""Names of a noun and a place: „Universität Oldenburg“, „die Digitalagentur Allerland“, „die IHK Rhein-Neckar“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import NOUN
from govgraph.extract.names.marked_names import MarkedNames
from govgraph.extract.names.name_runs import DEFINITE
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS, WORKS_AND_EVENTS
from govgraph.language.grammar import INDEFINITE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import HeadNoun

_INDEFINITE = INDEFINITE | {"keine", "keinen"}


class NamesWithPlaces(MarkedNames):
    """Finds names that a noun makes with a place, a region or a work right after it."""

    def _named_with_place(self, s: Sentence, i: int, j: int, head: HeadNoun, *, called: bool) -> int | None:
        """End of a name that the noun at `i` makes with the place or work at `j`, None where it makes none.

        Zero where the name is marked already.
        """
        beside = s.taken.get(j)
        if s.low_at(j) == "zu" and not called and j + 1 in s.taken and self._takes_place(head, s.taken[j + 1]):
            # „Christian-Albrechts-Universität zu Kiel“
            return self._place_named(s, i, s.taken[j + 1], head, j)
        if head.type is EntityType.PROGRAMME and self._called_by_title(s, i, j):
            self._swallow(s, j, j + 2)
            return self._named_by(s, i, j, j + 2, head)
        of_place = self._of_place(s, j, head)
        if of_place:
            name = f"{self._whole_noun(s, i)} {self._words(s, j, of_place)}"
            self._place(s, i, of_place, self.cast.named(name, head.type, head.kind))
            return of_place
        beside = beside if beside is not None and beside.first == j else None
        if beside is not None and beside.type in WORKS | {EntityType.LAW} and self._ends_with_tail(s, beside.last):
            # „das Projekt BundID vor Ort“
            self._swallow(s, j, beside.last)
            return self._named_by(s, i, j, beside.last + 2, head)
        if beside is not None and self._takes_quarter(s, head, beside):
            self._swallow(s, j, beside.last)
            return self._place_named(s, i, beside, head, j)
        if beside is not None and (self._takes_place(head, beside) or self._owns_system(s, i, beside)):
            return self._place_named(s, i, beside, head, j)
        region = self.k.like_a_place(s.text_at(j)) or (j not in s.taken and self._abbreviated(s, j))
        if region and self._takes_region(s, i, head):
            name = f"{self._whole_noun(s, i)} {s.text_at(j)}"
            self._place(s, i, j + 1, self.cast.named(name, head.type, head.kind))
            return j + 1
        if beside is not None and j == i + 1 and self._is_theme(s.tokens[i].text, head, beside):
            if head.type is EntityType.ORGANISATION:
                self._swallow(s, j, beside.last)
            return self._place_named(s, i, beside, head, j)
        if beside is not None and j == i + 1 and head.kind == "Company" and self._is_firms_own(s, i, beside):
            return self._place_named(s, i, beside, head, j)
        if beside is not None and self._kind_of(head, beside):
            # „das Dokumentenmanagementsystem enaio“: the noun says what kind of thing it is and names nothing
            return i + 1
        return None

    def _place_named(self, s: Sentence, i: int, place: Argument, head: HeadNoun, j: int) -> int:
        """„Universität Oldenburg“: a head noun that makes a name with the name of a place."""
        last = place.last
        if s.text_at(last) == "/" and self._glued(s, last) and NOUN.match(s.text_at(last + 1)):
            # „Hochschule Zittau/Görlitz“, „Hochschule Emden/Leer“
            second = s.taken.get(last + 1)
            last = last + 2 if second is None else second.last
        closing = self.k.words("closing-adjectives") | self.k.words("name-tails")
        if head.type is EntityType.DOCUMENT and s.low_at(last) in closing and not NOUN.match(s.text_at(last + 1)):
            # „der Leitfaden E-Akte kommunal“
            last += 1
        name = f"{self._whole_noun(s, i)} {self._words(s, j, last)}"
        draft = self.cast.named(name, head.type, head.kind)
        self._place(s, i, last, draft)
        return last

    def _is_firms_own(self, s: Sentence, i: int, beside: Argument) -> bool:
        """„das Ingenieurbüro Reinsberg“, „die Softwareschmiede Haren“: a firm that is called as a town is."""
        town = beside.type is EntityType.MUNICIPALITY and not beside.adjective and beside.cases != "g"
        whole = town and beside.last == beside.first + 1 and not NOUN.match(s.text_at(beside.last))
        return whole and self._singular(s, i) and s.low_at(self._before_adjectives(s, i)) in DEFINITE

    def _called_by_title(self, s: Sentence, i: int, j: int) -> bool:
        """„das Programm Digitallotsen Harz“: people of a region give a programme its name, and none is called Harz."""
        region = s.text_at(j + 1)
        title = j == i + 1 and self.k.role_word(s.text_at(j)) is not None
        placed = self.k.region(region) or self.k.like_a_place(region) or region in self.k.words("rivers")
        return title and NOUN.match(region) is not None and placed

    def _of_place(self, s: Sentence, j: int, head: HeadNoun) -> int:
        """End of the place in „Polizei des Landes Brandenburg“, „Feuerwehr der Stadt Soest“, or 0."""
        if head.form not in self.k.words("heads-of-a-place") or s.low_at(j) not in {"des", "der"}:
            return 0
        if s.text_at(j + 1) not in self.k.words("state-nouns") | self.k.words("municipality-nouns"):
            return 0
        place = s.taken.get(j + 2)
        return place.last if place is not None and place.first <= j + 2 and self._takes_place(head, place) else 0

    def _takes_quarter(self, s: Sentence, head: HeadNoun, beside: Argument) -> bool:
        """„Klinikum Bremen-Mitte“: a quarter of a town after a noun that makes a name with a place."""
        words = s.text_at(beside.first).split("-")
        whole = len(words) > 1 and all(word[:1].isupper() for word in words)
        quarter = whole and beside.adjective and beside.type in PLACES and self._head(words[-1]) is None
        return quarter and head.form in self.k.words("place-named-heads")

    def _owns_system(self, s: Sentence, i: int, beside: Argument) -> bool:
        """„das Bürgerportal Neuwied“: a place right after the noun for a system of which it has one."""
        own = self._nominative(s.tokens[i].text) in self.k.words("own-systems")
        return own and beside.type in PLACES and not beside.adjective and beside.cases != "g"

    @staticmethod
    def _abbreviated(s: Sentence, j: int) -> bool:
        """„Rechenzentrum Rheintal (RZR)“: a noun whose initial ends the abbreviation in brackets after it."""
        short = s.text_at(j + 2)
        opened = NOUN.match(s.text_at(j)) and s.text_at(j + 1) == "(" and s.text_at(j + 3) == ")"
        return bool(opened) and short.isupper() and short[-1] == s.text_at(j)[0]

    def _takes_region(self, s: Sentence, i: int, head: HeadNoun) -> bool:
        """Whether a noun makes a name with the region after it: „die Digitalagentur Allerland“, not „eine …“."""
        if head.form in self.k.words("place-named-heads"):
            return True
        return head.form in self.k.words("region-named-heads") and self._word_opening(s, i) not in _INDEFINITE

    def _is_theme(self, noun: str, head: HeadNoun, beside: Argument) -> bool:
        """„Praxistag E-Akte“, „Geschäftsstelle GovData“: a work right after the noun is what they meet or care for.

        „Prüfbericht Amt24“, „Leitfaden E-Akte“: it is what a paper is about.
        """
        known = beside.draft is not None and beside.draft.entry is not None and not beside.adjective
        if known and self._cares_for_work(noun):
            return beside.type in WORKS_AND_EVENTS or beside.type in {EntityType.LAW, EntityType.ORGANISATION}
        meeting = head.type in {EntityType.EVENT, EntityType.DOCUMENT} or head.kind == "Committee"
        return known and meeting and beside.type in WORKS

    @staticmethod
    def _kind_of(head: HeadNoun, beside: Argument) -> bool:
        """Whether a name of the lexicon right after the noun is one of such a thing."""
        known = beside.draft is not None and beside.draft.entry is not None and not beside.adjective
        return known and beside.type is head.type and head.type is not EntityType.ORGANISATION

    def _compound_of_place(self, s: Sentence, i: int, head: HeadNoun, beside: Argument) -> bool:
        """„die Plattform Hessen-Service“, „das Portal Mein.Unna“: with a place or body."""
        text = s.text_at(i + 1)
        joined = "." in text or ("-" in text and text.rpartition("-")[2][:1].isupper())
        whole = joined and beside.first == i + 1 == beside.last - 1
        alone = not NOUN.match(s.text_at(i + 2)) and self._word_opening(s, i) in DEFINITE
        return whole and alone and beside.adjective and beside.type in BODY_TYPES and head.type is EntityType.SYSTEM

    def _short_house(self, s: Sentence, i: int) -> int:
        """„die IHK Rhein-Neckar“, „die VHS Kassel“: a noun for a house in its short form, with its place."""
        beside = s.taken.get(i + 1)
        text = s.text_at(i + 1)
        if i in s.taken:
            return 0
        if beside is not None and (beside.first != i + 1 or beside.type not in PLACES or not text[:1].isupper()):
            return 0
        whole = "-" in text and all(part[:1].isupper() for part in text.split("-"))
        if beside is None or beside.adjective:
            if not whole and not self.k.like_a_place(text):
                return 0
            last = i + 2
            self._swallow(s, i + 1, last)
        else:
            last = beside.last
        while s.text_at(last) == "–" and s.text_at(last + 1)[:1].isupper() and last + 1 in s.taken:
            # „IHK Osnabrück – Emsland“
            last = s.taken[last + 1].last
        draft = self.cast.named(self._words(s, i, last), EntityType.ORGANISATION, "Organisation")
        self._place(s, i, last, draft)
        return last

    def _field_house(self, s: Sentence, i: int) -> int:
        """„die Kommunale IT Mittelrhein-Lahn“: an adjective with a capital, a field, and the region that both serve."""
        if s.text_at(i + 1) not in self.k.words("fields-in-names") or {i, i + 1} & s.taken.keys():
            return 0
        beside = s.taken.get(i + 2)
        text = s.text_at(i + 2)
        if beside is None or beside.adjective:
            if not self.k.like_a_place(text):
                return 0
            last = i + 3
            self._swallow(s, i + 2, last)
        elif beside.first == i + 2 and beside.type in PLACES:
            last = beside.last
        else:
            return 0
        name = f"{s.text_at(i).rstrip('nr')} {self._words(s, i + 1, last)}"
        self._place(s, i, last, self.cast.named(name, EntityType.ORGANISATION, "ServiceProvider"))
        return last
