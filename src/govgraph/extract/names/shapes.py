"""Finds named things that no lexicon knows by their shape: head nouns, legal forms, quoted names, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest
from typing import TYPE_CHECKING

from govgraph.extract.knowledge import ODD
from govgraph.extract.names.abbreviations import Abbreviations
from govgraph.extract.names.after_people import HousesOfPeople
from govgraph.extract.names.christened import ChristenedNames
from govgraph.extract.names.company_names import CompanyNames
from govgraph.extract.names.compounds import CompoundNames
from govgraph.extract.names.introduced import CALLED, TITLES
from govgraph.extract.names.laws import LawTitles
from govgraph.extract.names.long_names import ADJECTIVE, ISSUE, NOUN, OPENING
from govgraph.extract.names.named_services import NamedServices, service_noun
from govgraph.extract.names.owned import OwnedBodies
from govgraph.extract.names.reaching import ReachingNames
from govgraph.extract.names.told_firms import is_called_firm
from govgraph.extract.names.unnamed import bare_genitive
from govgraph.extract.names.variants import of_a_region
from govgraph.extract.state import PLACES
from govgraph.language.grammar import CONTRACTED_CASES, DETERMINERS, INDEFINITE, PREPOSITIONS
from govgraph.language.morphology import Memo, is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import HeadNoun

_INDEFINITE = INDEFINITE | {"jede", "jedes", "kein", "keine"}
_ASSOCIATIONS = frozenset({"Association", "CivilSocietyOrganisation"})
_GOES_ON = frozenset({EntityType.SYSTEM, EntityType.PROGRAMME, EntityType.ORGANISATION})
_NAMELY = frozenset({"darunter", "etwa", "namentlich", "nämlich", "wie"})
"""Words before the names of those that a plural stands for."""
_TOWN_NOUNS = frozenset({"Gemeinde", "Hansestadt", "Kreis", "Landkreis", "Stadt"})
_DISTRICT_NOUNS = ("kreis", "kreises")
"""Ends of nouns before the name of a district."""
_LANDSCAPES = ("land", "berge", "see", "seen", "heide", "niederung", "marsch", "geest", "tal", "winkel", "wald")
_OF_PERSON = 3
"""Parts of a name after a person: „Anne-Frank-Schule“."""
_JOINT = "Bund-Länder-"
"""How names of boards begin in which the Bund and the Länder sit."""
_OF_SURNAME = 2
"""Parts of one after a surname: „Goethe-Gymnasium“."""
_OFFICES = frozenset({"Amt", "Amtes", "Amts", "Amte", "Amtsverwaltung"})
_HOUSES_OF_IT = ("IT",)
"""Ends of coined words for bodies: „KommunalIT“."""
_BEFORE_HOUSE = frozenset({"bei", "der", "die", "zur", "von", "und"})
_SHORTEST_NORM = 3
_NUMBER_OF_LAW = re.compile(r"\s+(?:\((?:EU|EG)\)\s+)?(?:Nr\.\s+)?\d{2,4}/\d{1,4}(?:/(?:EU|EG|EWG))?\b")
_BRAND = re.compile(
    r"^X[A-ZÄÖÜ][a-zäöü]{2,}$|^[A-ZÄÖÜ]?[a-zäöü]{2,}[A-ZÄÖÜ][a-zäöüA-Z]{2,}$|^[A-ZÄÖÜ][a-zäöü][A-ZÄÖÜ][a-zäöü]{3,}$|"
    r"^[A-ZÄÖÜ]{2,}[a-zäöü]{4,}$"
)


class ShapeFinder(
    ChristenedNames, OwnedBodies, HousesOfPeople, CompoundNames, CompanyNames, ReachingNames, LawTitles, NamedServices
):
    """Finds names by shape and marks where they stand.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, openings: Openings) -> None:
        super().__init__(knowledge, cast)
        self._openings = openings.of
        self._sure_endings = tuple(sorted(knowledge.words("sure-town-endings")))

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Mark every name with a telling shape, then every abbreviation that the article has introduced."""
        openings = self._openings
        for s, following in zip_longest(sentences, sentences[1:]):
            self.following = following
            i = 0
            while i < len(s.tokens):
                # most words open nothing
                i = self._at_token(s, i) if i in s.taken or openings(s.tokens[i].text) else i + 1
            if following is not None:
                self._named_at_end(s, following)
        Abbreviations(self.cast, self.short).find(sentences)
        self._same_ministries(sentences)

    def _at_token(self, s: Sentence, i: int) -> int:
        """Try every shape that token `i` may open; return where to go on."""
        taken = s.taken.get(i)
        if taken is not None:
            if taken.type is EntityType.MUNICIPALITY and not taken.adjective:
                self.last_town = taken.draft
            return (self._town_body(s, i) if taken.role is not None else self._around_known(s, i, taken)) or i + 1
        for attempt in self._openings(s.tokens[i].text):
            end = attempt(self, s, i)
            if end:
                return self._with_tail(s, self._with_place(s, end))
        return i + 1

    def _around_known(self, s: Sentence, i: int, taken: Argument) -> int:
        """A longer name around one of the lexicon: „XÖV-Konferenz“, „E-Government-Gesetz NRW“."""
        if taken.first != i or taken.draft is None:
            return 0
        if taken.adjective:
            if ShapeFinder._of_members in self._openings(s.tokens[i].text) and taken.last == i + 1:
                # „die Bundes-Arbeitsgemeinschaft der Kommunalen Archive“
                end = self._of_members(s, i)
                if end:
                    return end
            house = self._it_house(s, i)
            if house:
                return house
            head = self._head(s.tokens[i].text) if "-" in s.tokens[i].text else None
            if head is None or taken.last != i + 1:
                return 0
            if head.type is EntityType.ORGANISATION and s.tokens[i].text.startswith(_JOINT):
                # „der Bund-Länder-Fachausschuss Justiz“
                return self._unit(s, i)
            if head.introduces and head.type is EntityType.SYSTEM and s.text_at(i + 1)[:1].isupper():
                # „das LDI-Archivsystem Ablage“
                end = self._introduced_name(s, i)
                if end > i + 1:
                    return end
            if self._named_with(s, i, taken, head):
                end = self._compound(s, i)
                if end and taken.type not in PLACES:
                    # „Linux-Tage“ speak of no Linux, „VIS-Kommunal“ not of VIS
                    start = s.starts[i]
                    known = taken.draft.mentions
                    known -= {span for span in known if start <= span[0] < s.end_of(i)}
                return end
            return 0
        if s.text_at(i + 1) in OPENING and taken.last == i + 1:
            return self._only_introduces(s, i, taken)
        if taken.type is EntityType.SYSTEM and taken.last == i + 1 and self._own_name_follows(s, i, taken):
            return self._introduced_name(s, i)
        if taken.type is EntityType.EVENT and taken.last == i + 1:
            end = self._with_place(s, i + 1)
            return end if end > i + 1 else self._other_occasion(s, i, taken)
        if taken.type is EntityType.EVENT and (end := self._event_of_region(s, taken)):
            return end
        if taken.type is EntityType.MUNICIPALITY and s.text_at(taken.last) == "/":
            return self._with_river(s, taken)
        if taken.type is EntityType.MUNICIPALITY and s.text_at(taken.last) == "(" and s.text_at(taken.last + 2) == ")":
            self._with_label(s, taken)
        if taken.type is EntityType.MUNICIPALITY and NOUN.match(s.text_at(taken.last)):
            # „Lüneburg Digital GmbH“, „Kieselbach Software AG“
            company = s.taken.get(taken.last)
            if company is None or self._longer_company(s, i, company):
                return self._legal_form(s, i)
        if taken.type is EntityType.ORGANISATION and taken.last not in s.taken and NOUN.match(s.text_at(taken.last)):
            end = self._more_of_company(s, taken)
            if end:
                return end
        incorporated = s.text_at(taken.last) in self.k.words("legal-forms")
        if incorporated and taken.type in {EntityType.PROGRAMME, EntityType.SYSTEM}:
            # „die Tech4Germany gGmbH“: a body called like its programme
            return self._company(s, i, taken.last)
        if taken.type is EntityType.SYSTEM and self._of_a_region(s, taken.last):
            # „die Verwaltungscloud Nord GmbH“
            return self._company(s, i, taken.last + 1)
        if incorporated and taken.type is EntityType.ORGANISATION:
            taken.draft.names.add(self._words(s, i, taken.last + 1))
            self._place(s, i, taken.last + 1, taken.draft)
            return taken.last + 1
        longer = (
            self._portal_of(s, taken)
            or self._other_issue(s, i, taken)
            or self._other_house(s, i, taken)
            or self._foreign_tail(s, taken)
            or self._of_one_land(s, taken)
            or (self._norm(s, i) if s.text_at(i) in self.k.words("before-standards") else 0)
        )
        if longer:
            return longer
        beside = s.taken.get(taken.last)
        own = taken.draft.jurisdiction if taken.draft.kind == "Ministry" else None
        land = own is not None and beside is not None and beside.draft is own
        if land and beside is not None and not beside.adjective and beside.cases != "g":
            # „das Innenministerium Hessen“ is one phrase
            self._place(s, i, beside.last, taken.draft)
            return beside.last
        if taken.type in {EntityType.LAW, EntityType.SYSTEM} and beside is not None:
            land = beside.type is EntityType.JURISDICTION and not beside.adjective and beside.first == taken.last
            if land and beside.last == taken.last + 1 and s.text_at(beside.first) not in {"Bund", "Bundes"}:
                taken.draft.names.add(self._words(s, i, beside.last))
        region = taken.type is EntityType.SYSTEM and beside is None and self.k.region(s.text_at(taken.last))
        if region and not of_a_region(s, taken, self.k):
            taken.draft.names.add(self._words(s, i, taken.last + 1))
        return 0

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

    def _with_label(self, s: Sentence, town: Argument) -> None:
        """„Lingen (Ems)“, „Borken (Hessen)“: a town with what tells it from others in brackets, as part of its name."""
        entry = town.draft.entry if town.draft is not None else None
        label = s.text_at(town.last + 1)
        whole = self._words(s, town.first, town.last + 3)
        land = s.taken.get(town.last + 1)
        if town.draft is None or entry is None or not NOUN.match(label):
            return
        if whole in {entry.name, *entry.labels} or (land is not None and land.draft is town.draft.jurisdiction):
            town.draft.names.add(whole)
            return
        known = is_dictionary_word(label) and self.k.role_word(label) is None and self._head(label) is None
        if land is None and known and not label.isupper() and label not in self.k.first_names:
            town.draft.names.add(whole)

    def _with_river(self, s: Sentence, town: Argument) -> int:
        """„Wittstock/Dosse“, „Dahme/Mark“: a town with what tells it from others after a slash."""
        j = town.last + 1
        second = s.text_at(j)
        if j in s.taken or not self._glued(s, j - 1) or s.end_of(town.last - 1) != s.starts[j - 1]:
            return 0
        if not NOUN.match(second) or ODD.search(second) or self.k.role_word(second) is not None or town.draft is None:
            return 0
        if is_compound(second) or self._head(second) is not None or second.isupper() or second in self.k.first_names:
            return 0
        self._place(s, town.first, j + 1, town.draft)
        return j + 1

    # ------------------------------------------------------------------ shapes

    def _municipality(self, s: Sentence, i: int) -> int:
        """„Kreis Lippe“, „Samtgemeinde Bersenbrück“, „Ortenaukreis“ beyond the lexicon."""
        text = s.tokens[i].text
        if text in self.k.words("municipality-nouns") and i + 1 < len(s.tokens):
            following = s.tokens[i + 1].text
            inner = s.taken.get(i + 1)
            if following == "Bad" or following in self.k.words("time-nouns") or s.low_at(i - 1) in _INDEFINITE:
                # „Bad Ems“; „dem der Kreis Anfang des Jahres beitrat“; „ein Kreis Gleichgesinnter“
                return 0
            sure = text in self.k.words("sure-municipality-nouns")
            if following in self.k.words("words-before-a-place"):
                return self._town_of_two_words(s, i) if sure or text == "Landkreises" else 0
            if (
                inner is None
                and NOUN.match(following)
                and not ODD.search(following)
                and not (is_dictionary_word(following) and (not sure or self.k.lemma(following) != following))
                and (not is_compound(following.rsplit("-", 1)[-1]) or self._one_town(s, i))
                and (self.k.role_word(following) is None and self._head(following) is None)
            ):
                draft = self.cast.unlisted(following, EntityType.MUNICIPALITY, "Municipality")
                draft.names.add(f"{text} {following}")
                if text.lower().endswith(_DISTRICT_NOUNS):
                    draft.kind = "District"
                self._place(s, i + 1, i + 2, draft)
                return i + 2
            return 0
        if text == "Bad" and NOUN.match(s.text_at(i + 1)) and i + 1 not in s.taken:
            draft = self.cast.named(self._words(s, i, i + 2), EntityType.MUNICIPALITY, "Municipality")
            self._place(s, i, i + 2, draft)
            return i + 2
        low = self._nominative(text).lower()
        if low.endswith("-kreis") or (
            low.endswith("kreis") and self._is_region(self._nominative(text)) and len(low) > 8
        ):
            if low in self.k.generic or not text[0].isupper():
                return 0
            draft = self.cast.unlisted(self._nominative(text), EntityType.MUNICIPALITY, "District")
            self._place(s, i, i + 1, draft)
            return i + 1
        return 0

    def _town_of_two_words(self, s: Sentence, i: int) -> int:
        """„die Verbandsgemeinde Obere Kyll“, „der Landkreis Mittlere Havel“, „die Gemeinde Groß Morlin“."""
        second = s.text_at(i + 2)
        if i + 2 in s.taken or not NOUN.match(second) or ODD.search(second) or self._head(second) is not None:
            return 0
        low = second.lower()
        ends = (*self.k.place_endings, *self.k.words("water-endings"))
        if not (self.k.is_no_word(second) or self.k.region(second) or f"-{low}".endswith(ends)):
            return 0
        name = self._words(s, i + 1, i + 3)
        district = s.tokens[i].text.lower().endswith(_DISTRICT_NOUNS)
        draft = self.cast.unlisted(name, EntityType.MUNICIPALITY, "District" if district else "Municipality")
        draft.names.add(f"{s.tokens[i].text} {name}")
        self._place(s, i + 1, i + 3, draft)
        return i + 3

    def _one_town(self, s: Sentence, i: int) -> bool:
        """„die Gemeinde Grabfeld, …“: a compound in the singular that stands alone after the noun and its article."""
        alone = s.text_at(i + 2) in {",", ".", "", "und", ")"} and s.low_at(i - 1) in {"die", "der", "eine"}
        text = s.text_at(i + 1)
        if self.k.lemma(text) != text or s.tokens[i].text not in _TOWN_NOUNS:
            return False
        # „der Stadt Quellbach gelingt das“: an end that other nouns do not have
        return (alone and s.tokens[i].text in {"Gemeinde", "Stadt"}) or text.lower().endswith(self._sure_endings)

    def _towns(self, s: Sentence, i: int) -> int:
        """„die Verbandsgemeinden Daun, Kirchberg und Simmern-Rheinböllen“, „Kreise wie Lippe“: towns in a list."""
        last, districts = 0, "kreis" in s.lower[i]
        j = _after_mark(s, i + 1) if districts else i + 1 + (s.low_at(i + 1) == "wie")
        while j < len(s.tokens):
            text, known = s.text_at(j), s.taken.get(j)
            if known is not None and known.first == j and known.type is EntityType.MUNICIPALITY and not known.adjective:
                end = known.last
                if districts:
                    self._as_district(s, known)
                if s.text_at(end) == "(" and s.text_at(end + 2) == ")":
                    self._with_label(s, known)
                    end += 3
            elif known is None and districts and text in self.k.districts:
                end = j + 1
                self._place(s, j, end, self.cast.known(self.k.districts[text]))
            elif known is None and NOUN.match(text) and not ODD.search(text) and self._may_be_town(text):
                end = j + 1
                draft = self.cast.unlisted(text, EntityType.MUNICIPALITY, "District" if districts else "Municipality")
                self._place(s, j, end, draft)
            else:
                break
            last = end
            if s.low_at(end) not in {",", "und", "sowie", "oder"}:
                break
            j = end + 1
        return last

    def _as_district(self, s: Sentence, town: Argument) -> None:
        """„die Kreise Coesfeld und Borken“: a name read as that of a town stands for the district called after it."""
        entry = self.k.districts.get(self._words(s, town.first, town.last))
        if entry is None or town.draft is None or town.draft.kind == "District":
            return
        s.mean(town, self.cast.known(entry))

    def _may_be_town(self, text: str) -> bool:
        """Whether a word in a list of towns is one: a region of that name, or no word of a dictionary."""
        if self.k.role_word(text) is not None or self._head(text) is not None or text in self.k.first_names:
            return False
        parts = text.split("-")
        return (
            self.k.region(text)
            or (len(parts) > 1 and all(p[:1].isupper() for p in parts))
            or not (is_dictionary_word(text) or is_compound(text))
        )

    def _listed_town(self, s: Sentence, i: int) -> int:
        """„in Lage und Kalletal“, „Kerken, Rheurdt und Wachtendonk“: a word in no dictionary, in a list of towns."""
        text = s.tokens[i].text
        if ODD.search(text) or "-" in text or s.low_at(i - 1) in DETERMINERS or not self._may_be_town(text):
            return 0
        links = {"und", "sowie", ","}
        before = s.taken.get(i - 2) if s.low_at(i - 1) in links else None
        after = s.taken.get(i + 2) if s.low_at(i + 1) in links else None
        beside = [a for a in (before, after) if a is not None]
        closes = before is None or s.text_at(i + 1)[:1].islower() or not s.text_at(i + 1)[:1].isalpha()
        opens = after is None or before is not None or i == 0 or s.low_at(i - 1) in {"in", "auch", "von", "aus", "]"}
        towns = all(a.type is EntityType.MUNICIPALITY and not a.adjective for a in beside)
        if not beside or not towns or not closes or not opens:
            return 0
        draft = self.cast.unlisted(text, EntityType.MUNICIPALITY, "Municipality")
        self._place(s, i, i + 1, draft)
        return i + 1

    def _union(self, s: Sentence, i: int) -> int:
        """„das Amt Eiderstedt“, „im Amt Hüttener Berge“: a union of municipalities, not an office of one."""
        whole = s.tokens[i].text == "Amtsverwaltung"
        if s.low_at(i - 1) not in ({"der", "die"} if whole else {"das", "dem", "des", "im", "vom", "beim", "zum"}):
            return 0
        first, end = i + 1, i + 2
        text = s.text_at(first)
        beside = s.taken.get(first)
        if beside is None and ADJECTIVE.match(text) and text[0].isupper() and NOUN.match(s.text_at(end)):
            inside = s.taken.get(end)
            if (
                s.text_at(end).endswith("er")
                and NOUN.match(s.text_at(end + 1))
                and (inside is None or inside.adjective)
            ):
                # „Amt Großer Plöner See“
                self._swallow(s, end, end + 1)
                end, inside = end + 1, None
            end = end + 1 if inside is None else inside.last
            named = (
                (inside is None and not self._common(s.text_at(first + 1)))
                or (inside is not None and inside.type in PLACES)
                or not is_dictionary_word(text.lower())
            )
            if not named:
                return 0
        elif not NOUN.match(text) or ODD.search(text) or not (beside is not None or self._names_union(s, first)):
            return 0
        elif beside is not None:
            if beside.type is not EntityType.MUNICIPALITY or beside.adjective or beside.first != first:
                return 0
            end = beside.last
        if beside is None and self._told_apart(s, end):
            end += 3
        if s.text_at(end) == "/" and self._glued(s, end) and NOUN.match(s.text_at(end + 1)):
            # „Amt Bad Wilsnack/Weisen“
            second = s.taken.get(end + 1)
            end = end + 2 if second is None else second.last
        name = self._words(s, first, end)
        draft = self.cast.unlisted(name, EntityType.MUNICIPALITY, "Municipality")
        draft.names.add(f"Amt {name}")
        self._place(s, first, end, draft)
        return end

    def _names_union(self, s: Sentence, i: int) -> bool:
        """A word that is no common noun, or is told apart from one by what stands in brackets."""
        return not self._common(s.text_at(i)) or self._told_apart(s, i + 1)

    def _told_apart(self, s: Sentence, i: int) -> bool:
        """„Amt Burg (Spreewald)“: what tells a place from others stands in brackets after it."""
        region = self.k.region(s.text_at(i + 1)) or i + 1 in s.taken
        return s.text_at(i) == "(" and s.text_at(i + 2) == ")" and region

    def _common(self, text: str) -> bool:
        """A word that is no name by itself: in a dictionary, a compound, a title, or a noun for things."""
        if not is_dictionary_word(text) and text.endswith(_LANDSCAPES):
            # „Odervorland“ is made of two nouns and names a stretch of land
            return False
        known = any(map(is_dictionary_word, (text, text.lower()))) or is_compound(text.rsplit("-", 1)[-1])
        return known or self.k.role_word(text) is not None or self._head(text) is not None

    def _is_region(self, text: str) -> bool:
        """Whether a word in „-kreis“ may be a district's name: „Ortenaukreis“, but not „Steuerungskreis“."""
        part = text[: -len("kreis")]
        parts = {part, part.removesuffix("s")}
        return not is_dictionary_word(text) and self._head(text) is None and not any(map(is_dictionary_word, parts))

    def _numbered_law(self, s: Sentence, i: int) -> int:
        """„Richtlinie 2014/55/EU“, „Verordnung (EU) 2018/1724“: a law of the Union by its number."""
        match = _NUMBER_OF_LAW.match(self.cast.text, s.end_of(i))
        if match is None:
            return 0
        last = next((j for j in range(i + 1, len(s.tokens)) if s.starts[j] >= match.end()), len(s.tokens))
        self._swallow(s, i + 1, last)
        # „Beschluss 2025/38“ is one of a committee, „Beschluss (EU) 2022/481“ one of the Union
        own = s.tokens[i].text.endswith("eschluss") and s.text_at(i + 1) != "("
        type_, kind = (EntityType.DOCUMENT, "Document") if own else (EntityType.LAW, "Law")
        draft = self.cast.named(self._words(s, i, last), type_, kind)
        self._place(s, i, last, draft)
        return last

    def _norm(self, s: Sentence, i: int) -> int:
        """„DIN SPEC 91379“, „ISO 27001“, „DIN EN ISO 9001“: a standard by its number."""
        before, last = self.k.words("before-standards"), i + 1
        while s.text_at(last) in before or (s.text_at(last) == "/" and s.text_at(last + 1) in before):
            last += 1
        number = s.text_at(last)
        if len(number) < _SHORTEST_NORM or not number.isdigit():
            return 0
        self._swallow(s, i, last + 1)
        draft = self.cast.named(self._words(s, i, last + 1), EntityType.SYSTEM, "Standard")
        self._place(s, i, last + 1, draft)
        return last + 1

    def _numbered(self, s: Sentence, i: int) -> int:
        """„auf der 47. Sitzung“: a meeting that its number names."""
        noun = s.text_at(i + 2)
        if s.text_at(i + 1) != "." or noun not in self.k.words("numbered-events") or i + 2 in s.taken:
            return 0
        draft = self.cast.named(f"{s.tokens[i].text}. {noun}", EntityType.EVENT, "Event")
        host = s.taken.get(i + 4)
        if s.low_at(i + 3) in {"der", "des"} and host is not None and host.type is EntityType.ORGANISATION:
            # „die 42. Hauptversammlung des Deutschen Städtetags“
            draft.names.add(self._words(s, i, host.last))
        self._place(s, i, i + 3, draft)
        return i + 3

    def _assembly(self, s: Sentence, i: int) -> int:
        """„auf ihrer Mitgliederversammlung in Erfurt“: a meeting of members with its day or place is a certain one."""
        holder = s.taken.get(i + 2) if s.low_at(i + 1) in {"der", "des"} else None
        at = i + 1 if holder is None else holder.last
        town = s.taken.get(at + 1)
        placed = s.low_at(at) == "in" and town is not None and town.type is EntityType.MUNICIPALITY
        opening = self._word_opening(s, i)
        definite = opening in CONTRACTED_CASES or (opening in DETERMINERS and opening not in _INDEFINITE)
        if i in s.taken or not definite or not (placed or s.dates):
            return 0
        self._place(s, i, i + 1, self.cast.named(s.tokens[i].text, EntityType.EVENT, "Event"))
        return i + 1

    def _counted(self, s: Sentence, i: int) -> int:
        """„zur zwölften Sitzung“: a meeting that an ordinal number names."""
        noun = s.text_at(i + 1)
        if noun not in self.k.words("numbered-events") or i + 1 in s.taken:
            return 0
        draft = self.cast.named(f"{s.lower[i].rstrip('nrms')} {noun}", EntityType.EVENT, "Event")
        self._place(s, i, i + 2, draft)
        return i + 2

    def _closed_by_tail(self, s: Sentence, i: int) -> int:
        """„setzt auf Kita Digital“, „nutzt Rathaus Plus“: a noun and a word that closes names, with a capital."""
        noun = s.text_at(i - 1)
        if not i or i - 1 in s.taken or i in s.taken or not NOUN.match(noun) or NOUN.match(s.text_at(i + 1)):
            return 0
        if self._head(noun) is not None or self.k.role_word(noun) is not None or s.text_at(i - 2) in OPENING:
            return 0
        if i == 1 and ADJECTIVE.match(noun) and s.tokens[i].text == "Post":
            # „Unfreundliche Post kam aus dem Rathaus“
            return 0
        draft = self.cast.thing(f"{noun} {s.tokens[i].text}", EntityType.SYSTEM, "System", guessed=True)
        self._place(s, i - 1, i + 1, draft)
        return i + 1

    def _brand(self, s: Sentence, i: int) -> int:
        """„LibreOffice“, „SaarFlow“: a word with a capital inside that no dictionary knows is taken for a system."""
        text = s.tokens[i].text
        company = self.cast.beginning(text)
        if company is not None and company.type is EntityType.ORGANISATION and company.entry is None:
            # „die HanseNet Kommunal GmbH … die HanseNet“
            self._place(s, i, i + 1, company)
            return i + 1
        last = i + 1
        if last not in s.taken and self.k.like_a_place(s.text_at(last)) and not NOUN.match(s.text_at(last + 1)):
            # „die KommunalIT Odenwald“
            last += 1
        house = text.endswith(_HOUSES_OF_IT) or is_called_firm(self.k, s, last)
        type_, kind = (EntityType.ORGANISATION, "Organisation") if house else (EntityType.SYSTEM, "System")
        draft = self.cast.thing(self._words(s, i, last), type_, kind, guessed=True)
        if last > i + 1:
            self.short.setdefault(text, draft)
        self._place(s, i, last, draft)
        return last


Attempt = Callable[[ShapeFinder, "Sentence", int], int]


class Openings:
    """Which shapes a word may open, by its spelling alone: most words open none, and sentences need not be looked at.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self.of = Memo(self._read).__getitem__
        self._units = tuple(sorted(knowledge.words("unit-heads")))
        self._document_nouns = tuple(word.lower() for word in sorted(knowledge.words("document-nouns")))
        self._no_documents = knowledge.words("no-documents")
        fields = knowledge.words("bodies-of-a-field")
        self._of_members = tuple(sorted(knowledge.words("bodies-of-members") | fields))
        self._owned_nouns = tuple(sorted(knowledge.words("owned-nouns"), key=lambda w: (-len(w), w)))
        self._digital_stems = tuple(sorted(knowledge.words("digital-adjectives")))
        self._project_endings = tuple(sorted(knowledge.words("project-body-endings")))
        self._sure_kinds = tuple(sorted(knowledge.words("sure-kinds")))
        self._service_acts = frozenset(word.lower() for word in knowledge.words("service-acts"))
        self._foreign_words = knowledge.words("foreign-name-words")
        self._town_bodies = knowledge.words("town-councils") | knowledge.words("town-offices")

    def _read(self, text: str) -> tuple[Attempt, ...]:
        if text.isdigit():
            return (ShapeFinder._numbered,)
        if text in OPENING:
            return (ShapeFinder._quoted_alone,)
        if len(text) < 2 or not text[0].isalnum():
            return ()
        if text[0].islower() and not ("-" in text and self.k.head_noun(text) is not None and not text.islower()):
            return tuple(self._of_small(text))
        return tuple(self._of_capital(text))

    def _of_small(self, text: str) -> Iterator[Attempt]:
        low = text.lower()
        if low.startswith(self._digital_stems):
            yield ShapeFinder._digital
        if low.rstrip("nrms") in self.k.words("ordinals"):
            yield ShapeFinder._counted
        if low == "genannt":
            yield ShapeFinder._by_participle
        if low in CALLED:
            yield ShapeFinder._baptised
            yield ShapeFinder._called_name
            yield ShapeFinder._so_called
            yield ShapeFinder._named_after_noun
            yield ShapeFinder._named_before_pronoun
            yield ShapeFinder._kind_to_come
        if text[0].isalpha() and not (is_dictionary_word(text) or (ADJECTIVE.match(text) and is_compound(text))):
            yield ShapeFinder._small_company
        if self.k.odd_word(text):
            yield ShapeFinder._name_with_kind
            yield ShapeFinder._from_place
        if self._brand(text):
            yield ShapeFinder._brand

    def _may_name_school(self, surname: str) -> bool:
        """„Goethe“, „Wilhelmi“; not „Sport“ and „Pilot“."""
        return surname in self.k.words("namesakes-of-schools") or not is_dictionary_word(surname)

    def _of_capital(self, text: str) -> Iterator[Attempt]:
        low, bare = text.lower(), bare_genitive(text)
        noun, head = self.k.nominative(text), self.k.head_noun(text)
        upper = text[0].isupper()
        parts = text.split("-")
        if parts[0] in self.k.first_names and (len(parts) != _OF_PERSON - 1 or parts[1] in self.k.first_names):
            yield ShapeFinder._house_of_person
        elif len(parts) == _OF_SURNAME and self._may_name_school(parts[0]):
            yield ShapeFinder._house_of_surname
        if text in self.k.words("short-houses"):
            yield ShapeFinder._short_house
        if text in self.k.words("municipal-adjectives"):
            yield ShapeFinder._field_house
        if text in self.k.words("before-standards"):
            yield ShapeFinder._norm
        if text.endswith(("ichtlinie", "erordnung", "eschluss")):
            yield ShapeFinder._numbered_law
        if noun in self.k.words("titled-laws"):
            yield ShapeFinder._titled_law
        if noun in self.k.words("events-of"):
            yield ShapeFinder._event_of
        if upper and noun.lower().endswith(self._of_members) and _may_be_body(head):
            yield ShapeFinder._of_members
        if upper and head is not None and head.type is EntityType.ORGANISATION and "-" not in text[-4:]:
            yield ShapeFinder._house_of_region
        if noun in self.k.words("bodies-of-officers"):
            yield ShapeFinder._officers
        if low in TITLES:
            yield ShapeFinder._titled_name
        if low == "name":
            yield ShapeFinder._so_called
        if bare in self._town_bodies:
            yield ShapeFinder._town_body
        if bare in self.k.words("project-bodies") or bare.lower().endswith(self._project_endings):
            yield ShapeFinder._project_body
        if text in self.k.words("assemblies"):
            yield ShapeFinder._assembly
        if upper and service_noun(self.k, text):
            yield ShapeFinder._service
        if low.removeprefix("online-") in self._service_acts:
            yield ShapeFinder._service_of
        if upper and head is not None and low.endswith(self._sure_kinds):
            yield ShapeFinder._of_a_kind
        if noun in self.k.words("made-things"):
            yield ShapeFinder._by_maker
        own = noun in self.k.words("own-systems")
        if own and upper and self._introduces(text, head):
            # „das Bürgerportal namens Heidetor“: a name of its own before the noun as a name
            yield ShapeFinder._introduced_name
        if own:
            yield ShapeFinder._own_system
        if text in _OFFICES:
            yield ShapeFinder._union
        if upper and text in self.k.words("municipality-plurals"):
            yield ShapeFinder._towns
        if upper and low in self.k.words("name-tails"):
            yield ShapeFinder._closed_by_tail
        plan = head is not None and head.type in {EntityType.PROGRAMME, EntityType.DOCUMENT}
        if upper and (plan or noun.lower().endswith(self._units)):
            yield ShapeFinder._unit
        if upper and head is not None and head.type is EntityType.ORGANISATION:
            yield ShapeFinder._opening_company
        if upper and self._introduces(text, head):
            yield ShapeFinder._introduced_name
        if noun.lower().endswith(self._document_nouns) and self.k.lemma(noun) == noun and low not in self._no_documents:
            yield ShapeFinder._document
        if upper and low not in DETERMINERS and low not in PREPOSITIONS:
            yield ShapeFinder._legal_form
        if self.k.odd_word(text):
            yield ShapeFinder._name_with_kind
            yield ShapeFinder._from_place
        if upper and (low in self._foreign_words or not (is_dictionary_word(text) or is_compound(text))):
            yield ShapeFinder._foreign_name
        if text.endswith("-IT"):
            yield ShapeFinder._it_house
        if text == "Bad" or text in self.k.words("municipality-nouns") or noun.lower().endswith("kreis"):
            yield ShapeFinder._municipality
        if low.startswith(self._digital_stems):
            yield ShapeFinder._digital
        if upper and low not in DETERMINERS and ADJECTIVE.match(text):
            yield ShapeFinder._adjective_name
        if head is not None and len(text) >= 4 and any(c.isupper() for c in text):
            yield ShapeFinder._compound
        if upper and self._owned(low, head):
            yield ShapeFinder._owned_body
        if upper and not (is_dictionary_word(text) or is_compound(text)):
            yield ShapeFinder._listed_town
        if self._brand(text):
            yield ShapeFinder._brand

    def _owned(self, low: str, head: HeadNoun | None) -> bool:
        """Whether a word, in small letters, is a noun in the singular for a body of which its owner has one."""
        unowned = self.k.words("unowned-nouns")
        for noun in (low, low.removesuffix("s")):
            if noun in unowned or noun in self.k.generic or not noun.endswith(self._owned_nouns):
                continue
            ending = next(e for e in self._owned_nouns if noun.endswith(e))
            if self.k.role_word(noun.title()) is None:
                return _may_be_body(head) and (noun != ending or noun in self.k.words("owned-whole-nouns"))
        return False

    def _introduces(self, text: str, head: HeadNoun | None) -> bool:
        """Whether a word, or its singular, ends in a noun that introduces names."""
        if head is None and not text.endswith("tenten"):
            lemma = self.k.lemma(text)
            head = self.k.head_noun(lemma) if lemma != text else None
            return head is not None and head.introduces
        return head is None or head.introduces

    def _brand(self, text: str) -> bool:
        """„LibreOffice“, „SaarFlow“: a word with a capital inside that no dictionary knows."""
        return bool(_BRAND.match(text)) and not is_dictionary_word(text) and self.k.role_word(text) is None


def _may_be_body(head: HeadNoun | None) -> bool:
    """Whether the head noun of a word, if it has one, is that of a body."""
    return head is None or head.type is EntityType.ORGANISATION


def _after_mark(s: Sentence, i: int) -> int:
    """Past what opens the names of districts after their noun: „Kreise, nämlich Lippe“, „Kreise – Lippe und …“."""
    j = i + (s.text_at(i) in {",", "–", "(", ":"})
    opened = s.low_at(j) in _NAMELY
    return j + opened if opened or s.text_at(i) != "," else i
