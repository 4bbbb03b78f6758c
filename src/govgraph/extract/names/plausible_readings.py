"""Which of the entries that bear a name are meant here: by the words around, the Land at hand, the size of towns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.knowledge import FEDERATION
from govgraph.extract.names.called_by_number import is_called_by_number
from govgraph.extract.names.committees import of_the_bundestag
from govgraph.extract.names.homeland import is_surname
from govgraph.extract.names.land_readings import LandReadings
from govgraph.extract.names.place_readings import PlaceReadings
from govgraph.extract.places import bare_name, word_before
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from govgraph.extract.matcher import LexicalMatch
    from govgraph.extract.state import Draft
    from govgraph.vocabulary import Entry

_PLAIN_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}")
_WORD_AFTER = re.compile(r"^[\s-]*([^\W_][\w-]*)")
_POSSESSIVE_BEFORE = re.compile(r"\b(?:sein|seine|seinem|seinen|seines|ihr|ihre|ihrem|ihren)\s+$")
_ONE_OF_SEVERAL = re.compile(r"\b(?:k?ein|(?!d[ie])[a-zäöü]{4,}es) $")
"""„als letztes Parlament“, „wie ein Parlament“: no certain one."""
_QUOTES = frozenset('„“”"»«‚‘')
_LABEL_AFTER = re.compile(r" \(?([A-ZÄÖÜ][\w-]*)")


class PlausibleReadings(LandReadings, PlaceReadings):
    """Tells which entries of a match its context bears out, and which of several fits best."""

    def _plausible(self, entry: Entry, match: LexicalMatch) -> bool:
        """Whether the words around a match leave room for an entry."""
        if match.form == "epithet":
            return self.home is not None and self.home.entry is entry
        if entry.kind == "Parliament" and _ONE_OF_SEVERAL.search(self.text, max(0, match.start - 40), match.start):
            return False
        if entry.type is EntityType.MUNICIPALITY:
            return self._plausible_place(entry, match)
        number = self.text[match.start : match.end].isdigit()
        if number and not is_called_by_number(self.text, match.start, match.end):
            return False
        one_word = _PLAIN_WORD.fullmatch(self.text, match.start, match.end)
        if match.form in {"abbreviation", "name"} and one_word and is_surname(self.knowledge, self.text, match):
            # „Nora Linke“, „Jens Bund“
            return False
        if entry.kind == "Committee" and FEDERATION in entry.jurisdictions:
            return of_the_bundestag(self.text, match, entry, about_the_bund=self._is_of_the_bund())
        return not entry.needs_context or self._meant(entry, match)

    def _is_of_the_bund(self) -> bool:
        return self.home is not None and self.home.kind == "Federation"

    def _meant(self, entry: Entry, match: LexicalMatch) -> bool:
        """Whether a form that is a common word too is meant as a name: „das Verfahren Session“, „Slack“, „ARIS AG“.

        The long forms of the name are safe, and once one of them is there, so is the short one, as it is where its
        owner is named: „der IT-Planungsrat lädt zum Fachkongress“.
        """
        if any(map(self._named, entry.owners)):
            return True
        if any(mark in self.text[match.start : match.end] for mark in " -.@") or self._named(entry.iri):
            return True
        if self.text[match.start - 1 : match.start] in _QUOTES and self.text[match.end : match.end + 1] in _QUOTES:
            return True
        word = word_before(self.text, match.start, 40)
        head = self.knowledge.head_of(word)
        if head is not None:
            return head[0].introduces and head[0].type is entry.type
        after = _WORD_AFTER.match(self.text[match.end : match.end + 20])
        if word == "auf" and entry.type is EntityType.SYSTEM and after is not None:
            # „ist auf Session umgestiegen“
            return self.knowledge.lemma(after.group(1)) in self.knowledge.words("going-over-verbs")
        return word in self.knowledge.words("name-cues") or (
            after is not None and after.group(1) in self.knowledge.words("legal-forms")
        )

    def _closest(self, entries: list[Entry], match: LexicalMatch) -> list[Entry]:
        """Keep the readings that fit best: named with its Land, of the Land at hand, by far the largest."""
        types = {e.type for e in entries}
        if len(types) > 1:
            # a Land before a town of the same name, a body before anything it shares its name with
            order = (EntityType.JURISDICTION, EntityType.ORGANISATION, EntityType.LAW, EntityType.SYSTEM)
            best = min(entries, key=lambda e: order.index(e.type) if e.type in order else len(order)).type
            entries = [e for e in entries if e.type is best]
        if entries[0].type is EntityType.MUNICIPALITY:
            # „die Stadt Hagen“ is no „Hage“
            surface = self.text[match.start : match.end]
            entries = [e for e in entries if not _is_inflected(surface, {e.name, *e.labels})] or entries
            if len(entries) == 1:
                return entries
        owner = self._owner_before(entries, match) or self._owner_after(entries, match)
        if owner:
            return owner
        known = [e for e in entries if e.iri in self._by_entry and self._by_entry[e.iri].mentions]
        if len(known) == 1:
            return known
        after = _WORD_AFTER.match(self.text[match.end : match.end + 60])
        land = self.land_at(match.start) if entries[0].jurisdictions else self.home
        if land is not None and land.entry is not None and not self._may_be_of_a_land(land, match.start):
            local = [e for e in entries if land.entry.iri in e.jurisdictions]
            if len(local) == 1 or (local and after and match.form != "adjective"):
                return local[:1]
        if entries[0].type is EntityType.MUNICIPALITY:
            largest = sorted(entries, key=lambda e: (-e.population, e.iri))
            if largest[0].population >= 3 * largest[1].population:
                return largest[:1]
        exact = [e for e in entries if e.name == self.text[match.start : match.end]]
        return exact if len(exact) == 1 else entries

    def _owner_before(self, entries: Sequence[Entry], match: LexicalMatch) -> list[Entry]:
        """„Der Bund hat sein E-Government-Gesetz …“: the reading of the Land or Bund that the possessive points to."""
        if not _POSSESSIVE_BEFORE.search(self.text, max(0, match.start - 40), match.start):
            return []
        start = max(0, match.start - 80)
        named = {e.iri for e in self.knowledge.jurisdictions if e.name in self.text[start : match.start]}
        owned = [e for e in entries if named.intersection(e.jurisdictions)]
        return owned if len(owned) == 1 else []

    def _owner_after(self, entries: Sequence[Entry], match: LexicalMatch) -> list[Entry]:
        """„ein E-Government-Gesetz NRW“, „Borken (Hessen)“: the reading of the Land whose name follows."""
        after = _LABEL_AFTER.match(self.text, match.end)
        if after is None:
            return []
        word = after.group(1)
        lands = {e.iri for e in self.knowledge.jurisdictions if word == e.name or word in e.abbreviations}
        owned = [e for e in entries if lands.intersection(e.jurisdictions)]
        return owned if len(owned) == 1 else []

    def _unsettled(self, match: LexicalMatch, entries: list[Entry]) -> Draft | None:
        """A name with several bearers and nothing to choose by: an entity of this article only."""
        surface = self.text[match.start : match.end]
        # „des Justizministeriums“, „des Landesamts für Statistik“
        noun, space, rest = surface.partition(" ")
        labels = [label for e in entries for label in e.labels if surface.startswith(label)]
        bare = max(labels, key=len, default=self.knowledge.nominative(noun) + space + rest)
        names = {bare_name(e.name) for e in entries}
        if len(names) > 1 and match.form == "adjective" and entries[0].type is EntityType.MUNICIPALITY:
            # „der Dillinger Bürgermeister“ is one of Dillingen, and of whatever town „Dillinger“ may be said of
            return None
        name = names.pop() if len(names) == 1 else bare
        kinds = {e.kind for e in entries}
        draft = self.named(name, entries[0].type, kinds.pop() if len(kinds) == 1 else entries[0].type.value)
        if self.home is not None and draft.type is EntityType.ORGANISATION:
            draft.jurisdiction = self.host_of(draft)
        draft.add(match.start, match.end)
        draft.names.add(surface)
        return draft


def _is_inflected(surface: str, names: Collection[str]) -> bool:
    """Whether a word is a name with an ending: „Hagen“ for „Hage“."""
    return surface not in names and any(name != surface and surface.startswith(name) for name in names)
