"""Finds named things that no lexicon knows by their shape: head nouns, legal forms, quoted names, abbreviations.

`names.openings` tells which shapes a word may open; the modules that `ShapeFinder` builds on try each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import TYPE_CHECKING

from govgraph.extract.names.abbreviations import Abbreviations
from govgraph.extract.names.after_people import HousesOfPeople
from govgraph.extract.names.christened import ChristenedNames
from govgraph.extract.names.company_names import FIRM_LINKS, CompanyNames
from govgraph.extract.names.elsewhere import NamesElsewhere
from govgraph.extract.names.laws import LawTitles
from govgraph.extract.names.long_names import ADJECTIVE, NOUN, OPENING
from govgraph.extract.names.named_services import NamedServices
from govgraph.extract.names.numbered_names import NumberedNames
from govgraph.extract.names.other_than_known import OtherThanKnown
from govgraph.extract.names.owned import OwnedBodies
from govgraph.extract.names.titled_services import TitledServices
from govgraph.extract.names.told_firms import is_called_firm
from govgraph.extract.names.town_names import TownNames
from govgraph.extract.names.variants import of_a_region
from govgraph.extract.state import PLACES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Sentence

_JOINT = "Bund-Länder-"
"""How names of boards begin in which the Bund and the Länder sit."""
_HOUSES_OF_IT = ("IT",)
"""Ends of coined words for bodies: „KommunalIT“."""


class ShapeFinder(
    ChristenedNames,
    OwnedBodies,
    HousesOfPeople,
    OtherThanKnown,
    CompanyNames,
    LawTitles,
    NamedServices,
    TitledServices,
    NamesElsewhere,
    TownNames,
    NumberedNames,
):
    """Finds names by shape and marks where they stand.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
        openings: Gives the shapes that a word may open.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, openings: Callable[[str], tuple[Attempt, ...]]) -> None:
        super().__init__(knowledge, cast)
        self._openings = openings

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Mark every name with a telling shape, then every abbreviation that the article has introduced."""
        openings = self._openings
        for s, following in zip_longest(sentences, sentences[1:]):
            self.following = following
            i = 0
            while i < len(s.tokens):
                # most words open nothing
                i = self._at_token(s, i) if i in s.taken or openings(s.tokens[i].text) else i + 1
            self.note_end(s)
            if following is not None:
                self._named_at_end(s, following)
        Abbreviations(self.cast, self.short).find(sentences)
        self._same_ministries(sentences)

    def _at_token(self, s: Sentence, i: int) -> int:
        """Try every shape that token `i` may open; return where to go on."""
        taken = s.taken.get(i)
        if taken is not None:
            if taken.type is EntityType.MUNICIPALITY and not taken.adjective:
                self.note_town(s, taken)
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
        if taken.last == i + 1 and self._is_service_noun(s.tokens[i].text) and (end := self._titled_service(s, i)):
            # „den EfA-Dienst Bauvorbescheid“: the first part tells of what kind it is
            taken.draft.mentions.discard((s.starts[i], s.end_of(i)))
            s.drop(taken)
            return end
        if taken.adjective:
            if ShapeFinder._of_members in self._openings(s.tokens[i].text) and taken.last == i + 1:
                # „die Bundes-Arbeitsgemeinschaft der Kommunalen Archive“
                end = self._of_members(s, i)
                if end:
                    return end
            house = self._it_house(s, i) or self._part_of_work(s, taken)
            if house:
                return house
            head = self._head(s.tokens[i].text) if "-" in s.tokens[i].text else None
            if head is None or taken.last != i + 1:
                return 0
            if head.type is EntityType.ORGANISATION and s.tokens[i].text.startswith(_JOINT):
                # „der Bund-Länder-Fachausschuss Justiz“
                return self._unit(s, i)
            told = head.type is EntityType.SYSTEM or head.form in self.k.words("nouns-of-subsidiaries")
            if head.introduces and told and s.text_at(i + 1)[:1].isupper():
                # „das LDI-Archivsystem Ablage“, „die Axians-Tochter Infomax Kommunal“
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
        elsewhere = self._of_a_side(s, taken) or self._house_elsewhere(s, taken)
        if elsewhere:
            return elsewhere
        if taken.type is EntityType.EVENT and taken.last == i + 1:
            end = self._with_place(s, i + 1)
            return end if end > i + 1 else self._other_occasion(s, i, taken)
        if taken.type is EntityType.EVENT and (end := self._event_of_region(s, taken)):
            return end
        if taken.type is EntityType.MUNICIPALITY and s.text_at(taken.last) == "/":
            return self._with_river(s, taken)
        if taken.type is EntityType.MUNICIPALITY and s.text_at(taken.last) == "(" and s.text_at(taken.last + 2) == ")":
            self._with_label(s, taken)
        if taken.type in PLACES and s.text_at(taken.last) in FIRM_LINKS and NOUN.match(s.text_at(taken.last + 1)):
            # „die Kehl & Winter GmbH“, „Kranz & Partner“
            return self._legal_form(s, i)
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

    def _is_service_noun(self, text: str) -> bool:
        """Whether a compound ends in the noun for any service: „EfA-Dienst“."""
        return "-" in text and self._nominative(text).lower().rpartition("-")[2] in self.k.words("nouns-of-services")

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

    def _with_a_plus(self, s: Sentence, i: int) -> int:
        """„führt Finanz+ ein“: a noun that a plus closes, without a noun that tells its kind."""
        end = self._with_plus(s, i - 1) if i else 0
        if end != i + 1:
            return 0
        self._place(
            s, i - 1, end, self.cast.thing(self._words(s, i - 1, end), EntityType.SYSTEM, "System", guessed=True)
        )
        return end

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
"""Marks a name that begins at a token and gives one past its last token; 0 if there is none."""
