"""Whether a match is a place here: „in Lage“ is one, „in der Lage“ is not; boroughs, hamlets, towns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.entities import Entities
from govgraph.extract.names.homeland import is_surname
from govgraph.extract.places import after_plural, listed, opens_clause, opens_sentence, word_before
from govgraph.language.grammar import CONTRACTED_CASES, DETERMINERS
from govgraph.language.morphology import is_dictionary_word

if TYPE_CHECKING:
    from govgraph.extract.matcher import LexicalMatch
    from govgraph.vocabulary import Entry

_IN_DISTRICT = re.compile(r"\s+(?:im|in)\s+(?:Landkreis|Kreis|der Region)\b")
_CAPITAL_NEXT = re.compile(r"\s+(?:[A-ZÄÖÜ]|\w+ (?:GmbH|AG|SE|UG|KG|eG|IT|iT)\b)")
_TIME_NEXT = re.compile(
    r"\s+(?:\d|de[rs]\b|dieses\b|nächsten\b|kommenden\b|vergangenen\b|(?:Janu|Febru)ar|März|April|Mai|"
    r"Ju[nl]i|August|\w+ber\b)"
)
_BIG_TOWN = 100_000
_MIDDLING_TOWN = 45_000
_TOWN = 10_000
_TOWN_OR_HAMLET = 1000
_HALL = re.compile(r" (?:\d{1,2}|[A-H]\d{0,2})\b(?! (?:weitere|andere)?\s?[A-ZÄÖÜ][a-zäöüß]+(?:en|n|e|er)\b)")
"""„in Halle 25“, „in Halle B“: a hall of a fair; „neben Halle 78 Kommunen“ is a town and a number."""
_OF_A_TOWN = re.compile(
    r"\b(?:[Bb]ürgermeister|Kämmer|Stadtdirektor|Stadtr[aä]t|Ortsvorsteher|Bürger|Einwohner|Rathaus)\w* von $"
)
_COMPANY_FROM = re.compile(
    r"(?:\b(?:Firma|Unternehmen|Anbieter|Hersteller|Start-up|[\w-]*[Dd]ienstleister) [A-ZÄÖÜ][\w-]*"
    r"| (?:GmbH|AG|eG)) aus $"
)
_WOMEN_BEFORE = re.compile(r"\b([A-ZÄÖÜ][\w-]+er)innen(?:,| und| oder| sowie) $")
_SURE_CUES = frozenset({"in", "aus"})
_NOUN_NEXT = re.compile(r" (?:(?:und|oder|sowie) )?[A-ZÄÖÜ]|[-/&]")
_STATE_NEXT = re.compile(r" (?:ist|war|steht|stand|bleibt|blieb|geht|ging|läuft|lief)\b")
"""„Leer steht der Bau“: what an adjective may say of something."""

_CONTRASTED = re.compile(r"\b(?:[Aa]nders|(?:[Nn]icht|[Gg]enau|[Ee]ben) ?so|[Nn]achbar(?:in|stadt|ort|kommune)?) $")
"""„Anders Leer: …“, „Nicht so Leer: …“: what stands there is set against another of its kind."""


class PlaceReadings(Entities):
    """Tells whether a match of the lexicon is the name of a place here."""

    def _plausible_place(self, entry: Entry, match: LexicalMatch) -> bool:
        """Whether a town, district or borough is meant."""
        if match.form == "adjective":
            # „Osnabrücker ITEBO“, „die Osnabrückerinnen und Osnabrücker“, not „der Osnabrücker“
            both = _WOMEN_BEFORE.search(self.text, max(0, match.start - 40), match.start)
            residents = both is not None and both.group(1) == self.text[match.start : match.end]
            return residents or bool(_CAPITAL_NEXT.match(self.text, match.end))
        word = word_before(self.text, match.start, 30)
        if word in {"Bad", "Kanton", "Kantons"} or (
            entry.name.startswith("Halle") and _HALL.match(self.text, match.end)
        ):
            return False
        if match.compound:
            return entry.population > 100_000 and self.text[match.end : match.end + 1] == "-"
        if word in self.knowledge.words("salutations") or self.knowledge.role_word(word) is not None:
            return False
        if entry.kind == "Borough":
            return self._borough(entry, match, word)
        small = entry.kind == "Municipality" and self._may_be_hamlet(entry)
        text = self.text[match.start : match.end]
        if text.split(" ")[0] in self.knowledge.words("municipality-nouns") and text != entry.name:
            # „Verbandsgemeinde Obere Aller“
            return True
        if (entry.needs_context and "(" not in text) or small:
            return self._place_by_context(entry, match, word)
        return True

    def _borough(self, entry: Entry, match: LexicalMatch, word: str) -> bool:
        """A borough needs its city in the article; one whose name is a common word (Mitte) another borough too."""
        if word in self.knowledge.words("municipality-nouns") or word in {"Bezirksamt", "Bezirke", "Bezirken"}:
            return True
        if self._with_city(entry, match) or self.text.startswith("Bezirk ", match.start):
            return True
        if not self._home_town(entry) and not any(self._named(iri) for iri in entry.jurisdictions):
            return False
        if not entry.needs_context:
            return True
        other = any(d.mentions and d.entry is not entry for d in self._boroughs) or self._named(entry.iri)
        return other and word.lower() not in DETERMINERS and not _TIME_NEXT.match(self.text, match.end)

    def _with_city(self, entry: Entry, match: LexicalMatch) -> bool:
        """„Berlin-Lichtenberg“: the city before its borough leaves no doubt."""
        return entry.kind == "Borough" and self.text[match.start : match.end].endswith(f"-{entry.name}")

    @staticmethod
    def _may_be_hamlet(entry: Entry) -> bool:
        """Whether few know the place; where nothing is known of its size, a common word is taken for no town."""
        if entry.population:
            return entry.population < _TOWN_OR_HAMLET
        if not entry.jurisdictions:
            # of towns abroad only those are listed that everybody knows
            return False
        return is_dictionary_word(entry.name) or is_dictionary_word(entry.name.lower())

    def _place_by_context(self, entry: Entry, match: LexicalMatch, word: str) -> bool:
        """Whether the words around a name that may be none (Lage, Essen, a hamlet) make it one.

        „in Lage“ is a place, „in der Lage“ is not: the cue must stand right before the name.
        """
        if word in self.knowledge.words("municipality-nouns") or word in self.knowledge.words("town-offices"):
            # „die Gemeinde Lage“, „das Landratsamt Roth“
            return True
        if after_plural(self.text, match.start, self.knowledge.words("municipality-plurals")):
            return True
        if word.lower() in DETERMINERS or word.lower() in CONTRACTED_CASES:
            return False
        if _IN_DISTRICT.match(self.text, match.end):
            return True
        if word == "von" and _OF_A_TOWN.search(self.text, max(0, match.start - 50), match.start):
            return True
        if (
            word == "aus"
            and entry.population > _TOWN
            and _COMPANY_FROM.search(self.text, max(0, match.start - 60), match.start)
        ):
            # „die Firma Solva aus Hof“
            return True
        if entry.population > _TOWN and self._stands_bare(entry, match, word):
            return True
        at_hand = entry.iri in self._by_entry or self._home_town(entry)
        if word.lower() in self.knowledge.words("place-cues") or word in self.knowledge.words("place-cues"):
            return at_hand or (entry.population > _BIG_TOWN and word.lower() in _SURE_CUES)
        known = at_hand or entry.population > _MIDDLING_TOWN
        house = self.knowledge.head_of(word)
        if known and house is not None and house[0].form in self.knowledge.words("place-named-heads"):
            # „Landgericht Halle“
            return True
        if (known or entry.population > _TOWN) and listed(self.text, match.start, match.end, self.knowledge.towns):
            # „Aurich, Norden und Leer“
            return True
        if known and word == "von" and self.text.startswith(" aus", match.end):
            return True
        big = entry.population > _BIG_TOWN or self._home_town(entry)
        if big and opens_sentence(self.text, match.start, match.end):
            return True
        return self._named(entry.iri)

    def _stands_bare(self, entry: Entry, match: LexicalMatch, word: str) -> bool:
        """„geboren in Leer“, „Emden und Leer“, „…, Hof will folgen“: a noun for one of many would have its article."""
        surface = self.text[match.start : match.end]
        if surface not in self.knowledge.words("towns-without-article") or is_surname(self.knowledge, self.text, match):
            return False
        if listed(self.text, match.start, match.end, self.knowledge.towns):
            return True
        if _NOUN_NEXT.match(self.text, match.end):
            return False
        if word.lower() in _SURE_CUES | {"nach"}:
            return True
        if self.text.startswith(":", match.end) and _CONTRASTED.search(
            self.text, max(0, match.start - 20), match.start
        ):
            return True
        adjective = is_dictionary_word(surface.lower()) and _STATE_NEXT.match(self.text, match.end) is not None
        first_name = surface in self.knowledge.first_names
        return not first_name and not adjective and opens_clause(self.text, match.start, match.end)

    def _home_town(self, entry: Entry) -> bool:
        return self.home is not None and self.home.entry is not None and self.home.entry.iri in entry.jurisdictions
