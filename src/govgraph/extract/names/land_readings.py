"""Of which Land, or of which other country, a generic name of the lexicon is: „das Mainzer Digitalministerium“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.entities import Entities
from govgraph.extract.places import word_before
from govgraph.extract.state import BOARDS

if TYPE_CHECKING:
    from govgraph.extract.matcher import LexicalMatch
    from govgraph.extract.state import Draft
    from govgraph.vocabulary import Entry

_ANY_WORD = re.compile(r"[^\W\d_][\w-]*")
_DATELINE = re.compile(r"\A\[[^\]\n]*\]\s+")
_LAND_AFTER = re.compile(
    r"\s+(?:von|in|im|des)\s+(?:(?:Land|Landes|Freistaat|Freistaats|Freistaates)\s+)?([A-ZÄÖÜ][\w-]+)"
)
_GENERIC_HEADS = ("bund", "kammer", "tag", "union", "verband", "verein")
"""Ends of names that every Land has an association by; „Bitkom“ is the same everywhere."""
_NAMING = frozenset({"name", "abbreviation"})
_CHANCELLERIES = ("Staatskanzlei", "Senatskanzlei")
_BESIDE_CHANCELLERY = re.compile(
    r"\b(?:von|aus|mit|neben|statt|zwischen|an|gegen|und|oder)\s+(?:der|die)\s+(?:\w+\s)?(?:Staats|Senats)kanzlei\b"
)
"""Words by which a chancellery is a house of its own, and not „der Chef der Staatskanzlei“."""


class LandReadings(Entities):
    """Tells of which Land a match of the lexicon is."""

    def land_at(self, place: int) -> Draft | None:
        """The Land in which what stands at a place is set: that of its clause, else that of the article."""
        scene = self.knowledge.scenes.at(self.text, place) or self._opening_land(place)
        return self.home if scene is None else self._silent(scene)

    def _land_beside(self, match: LexicalMatch) -> Entry | None:
        """The Land that the words beside a generic name tell: „Hessens …“, „das Mainzer …“, „… in Mainz“."""
        if " " in self.text[match.start : match.end]:
            return None
        land = self.knowledge.lands_before.get(word_before(self.text, match.start, 40).lower())
        after = _LAND_AFTER.match(self.text, match.end)
        if land is None and after is not None:
            land = self.knowledge.lands_after.get(after.group(1))
        return land or self.knowledge.scenes.at(self.text, match.start) or self._opening_land(match.start)

    def _opening_land(self, place: int) -> Entry | None:
        """The Land that opens a paragraph, where the article is only guessed by its towns to be of another.

        „Baden-Württemberg hat umgebaut. Bis März war der Amtschef im Innenministerium …“
        """
        home = self.home.entry if self.home is not None else None
        if home is None or home.kind != "State" or home.iri in self._lands_named:
            return None
        said = self.text[self.text.rfind("\n", 0, place) + 1 : place]
        said = _DATELINE.sub("", said, count=1)
        lands = self.knowledge.lands_after.keys() & set(_ANY_WORD.findall(said))
        return self.knowledge.lands_after[min(lands)] if len(lands) == 1 and said.startswith(min(lands)) else None

    def _of_land(self, match: LexicalMatch, land: Draft) -> Draft:
        surface = self.text[match.start : match.end]
        iri = land.entry.iri if land.entry is not None else ""
        own = self.knowledge.associations.get((surface.removesuffix("s").removesuffix("e"), iri))
        if own is not None:
            draft = self.known(own)
            draft.add(match.start, match.end)
            draft.names.add(surface)
            return draft
        label = label_of(match, surface)
        longer = self.ending(label, match.entries[0].type)
        if longer is not None and longer.jurisdiction is land:
            # „Der Sächsische Richterbund … Der Richterbund …“
            longer.add(match.start, match.end)
            return longer
        draft = self.named(f"{label} {land.name}", match.entries[0].type, match.entries[0].kind)
        draft.jurisdiction = land
        draft.add(match.start, match.end)
        draft.names.add(surface)
        return draft

    def _own_work(self, match: LexicalMatch) -> Draft | None:
        """„Hessen hat ein Digitalgesetz“: the work of a Land that the lexicon knows only from another, or the Bund."""
        works, surface = self.knowledge.own_works, self.text[match.start : match.end]
        if not works.is_one(match, surface):
            return None
        owner = works.owner(self.text, match)
        theirs = {iri for e in match.entries for iri in e.jurisdictions}
        if owner.above or (not owner.own and not self._lands_named.isdisjoint(theirs)):
            return None
        before = self._own_works.get(surface)
        if owner.land is None and before is not None:
            before.add(match.start, match.end)
            return before
        home = self.home.entry if self.home is not None and self.home.kind == "State" else None
        land = owner.land or home
        if land is None or land.iri in theirs or (any(map(works.is_federal, match.entries)) and not owner.own):
            return None
        draft = self._own_works[surface] = self._of_land(match, self._silent(land))
        return draft

    def _is_work_of_a_town(self, match: LexicalMatch) -> bool:
        """„Der Kölner Rat hat die Digitalstrategie beschlossen“: no strategy of the Land, though it may have one."""
        works, surface = self.knowledge.own_works, self.text[match.start : match.end]
        return works.is_one(match, surface) and works.owner(self.text, match).local

    def _ministry_elsewhere(self, entry: Entry, match: LexicalMatch) -> bool:
        """„das Staatsministerium“ in an article about Bavaria is not the one in Stuttgart.

        Nor is „das Ministerium für Digitales und Infrastruktur“ the one of a Land that the article does not name.
        """
        home = self.home.entry if self.home is not None else None
        if entry.kind != "Ministry" or home is None or home.kind != "State" or match.form not in _NAMING:
            return False
        by_iri = self.knowledge.vocabulary.by_iri
        lands = [by_iri[iri] for iri in entry.jurisdictions if iri in by_iri]
        if home in lands or not any(land.kind == "State" for land in lands):
            return False
        surface = self.text[match.start : match.end].lower()
        if " " not in surface and match.form == "name":
            return True
        words = {w.lower() for land in lands for w in (*land.labels, *land.adjectives, *land.invariants)}
        return self._lands_named.isdisjoint(entry.jurisdictions) and not any(word in surface for word in words)

    def _of_another_land(self, entry: Entry, match: LexicalMatch) -> bool:
        """„der Landkreistag“ in an article about one Land is that Land's, not the Deutscher Landkreistag.

        Nor is „der E-Government-Rat“ the „E-Government-Rat Nordrhein-Westfalen“, if that Land is not named.
        """
        home = self.home.entry if self.home is not None else None
        if home is None or home.kind != "State" or match.form != "name":
            return False
        if entry.kind in BOARDS and home.iri not in entry.jurisdictions:
            by_iri = self.knowledge.vocabulary.by_iri
            own = [by_iri[iri].name for iri in entry.jurisdictions if iri in by_iri]
            called = any(name in entry.name and name not in self.text[match.start : match.end] for name in own)
            return called and self._lands_named.isdisjoint(entry.jurisdictions)
        if entry.kind != "Association":
            return False
        surface = self.text[match.start : match.end].rstrip("es")
        if entry.name.startswith("Deutscher ") and re.search(rf"\bDeutsche[nmrs]? {surface}", self.text) is not None:
            # „beim Landkreistag“, where the Deutscher Landkreistag is named
            return False
        return (
            home.iri not in entry.jurisdictions
            and " " not in surface
            and surface not in entry.name[:3]
            # the whole name of one association: „Databund“
            and surface.lower() != entry.name.lower()
            and surface.lower().endswith(_GENERIC_HEADS)
        )

    def _is_beside_chancellery(self, entry: Entry, match: LexicalMatch) -> bool:
        """„von der Staatskanzlei auf das Digitalministerium“: two houses, though one may since be the other."""
        if entry.kind != "Ministry" or not entry.name.startswith(_CHANCELLERIES) or len(entry.jurisdictions) != 1:
            return False
        surface = self.text[match.start : match.end].lower()
        return "ministerium" in surface and _BESIDE_CHANCELLERY.search(self.text) is not None

    def _foreign(self, match: LexicalMatch, country: str) -> Draft | None:
        """„Das Bundeskanzleramt in Wien“: a body of another country that has the name of a German one."""
        if not country:
            return None
        surface = self.text[match.start : match.end]
        draft = self.named(f"{surface} {country}", match.entries[0].type, match.entries[0].kind)
        self.foreign.add(id(draft))
        draft.add(match.start, match.end)
        draft.names.add(surface)
        return draft

    def _may_be_of_a_land(self, land: Draft, place: int) -> bool:
        """Whether an article that is not of the Bund alone names a Land in the paragraph around a place.

        „das Schweriner Finanzministerium“ tells of no other.
        """
        if land.kind != "Federation" or self.host is not None:
            return False
        paragraph = self.text[self.text.rfind("\n", 0, place) + 1 : (self.text.find("\n", place) + 1 or None)]
        return not self.knowledge.lands_after.keys().isdisjoint(_ANY_WORD.findall(paragraph))


def label_of(match: LexicalMatch, surface: str) -> str:
    """The name in the nominative that a match has, if it is one of a lexicon: „Richterbund“ of „Richterbunds“."""
    labels = [label for entry in match.entries for label in entry.labels if surface.startswith(label)]
    return max(labels, key=len, default=surface)
