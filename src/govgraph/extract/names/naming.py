"""From places where the lexicon matches to entities of the article: readings, context, the Land it is about.

`settle_home` and `settle_town` are called first, then `read` for each match that is kept. The entities stand in
`entities`; which entry a match means is told by `place_readings`, `land_readings` and `plausible_readings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.abroad import is_anybodys
from govgraph.extract.names.entities import once
from govgraph.extract.names.homeland import home_of
from govgraph.extract.names.land_readings import label_of
from govgraph.extract.names.plausible_readings import PlausibleReadings
from govgraph.extract.places import after_adjective
from govgraph.extract.state import FIRMS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.matcher import LexicalMatch
    from govgraph.extract.state import Draft

_GENDERS_OF_GERMAN = {"Deutsche": "f", "Deutscher": "m", "Deutsches": "n"}
"""Genders by the first word of names whose noun alone may be of a Land: „Deutsche Krankenhausgesellschaft“."""
_EVERYWHERE = frozenset({EntityType.ORGANISATION, EntityType.EVENT})
"""Types of which every Land may have one of the same name: „Thüringer Digitalgipfel“."""


class Cast(PlausibleReadings):
    """The entities of one article, found by name and by reading.

    Args:
        knowledge: Compiled vocabulary.
        text: Folded text of the article.
    """

    def settle_home(
        self, matches: Sequence[LexicalMatch], kicker_end: int, datelines: Sequence[LexicalMatch] = ()
    ) -> None:
        """Decide which Land (or the Bund) the article is about."""
        home, alone, self._lands_named = home_of(self.knowledge, self.text, matches, kicker_end, datelines)
        self.home = None if home is None else self._silent(home)
        self.host = self.home if alone else None

    def settle_town(self, matches: Sequence[LexicalMatch], kicker_end: int) -> None:
        """A town in the kicker or title is the one that the article is about."""
        for match in matches:
            entry = match.entries[0]
            sure = not entry.needs_context or self._with_city(entry, match)
            if match.start < kicker_end and entry.type is EntityType.MUNICIPALITY and sure:
                draft = self.read(match)
                if draft is not None:
                    self.town = draft
                    return

    def read(self, match: LexicalMatch) -> Draft | None:
        """The entity that a match stands for here, or None where the context does not bear it out."""
        entries = [e for e in match.entries if self._plausible(e, match)]
        land = self._land_beside(match) if entries and all(e.kind == "Ministry" for e in entries) else None
        if land is not None:
            own = [e for e in entries if land.iri in e.jurisdictions]
            if not own or len(own) > 1:
                return self._of_land(match, self._silent(land))
            entries = own
        if not entries or (land is None and len(entries) == 1 and self._ministry_elsewhere(entries[0], match)):
            return None
        country = self.abroad.country(match.start)
        if country is not None and is_anybodys(match, self.text[match.start : match.end], country):
            return self._foreign(match, country)
        work = self._own_work(match)
        if work is not None or self._is_work_of_a_town(match):
            return work
        if len(entries) > 1:
            entries = self._closest(entries, match)
        if len(entries) > 1:
            return self._unsettled(match, entries)
        if self._of_another_land(entries[0], match):
            home = self.home
            if home is not None:
                return self._of_land(match, home)
        if self._is_beside_chancellery(entries[0], match):
            return self._of_land(match, self._silent(self.knowledge.vocabulary.by_iri[entries[0].jurisdictions[0]]))
        draft = self.known(entries[0])
        draft.add(match.start, match.end)
        draft.names.add(once(draft, self.text[match.start : match.end]))
        return draft

    def read_of_land(self, match: LexicalMatch, land: Draft, adjective: str) -> Draft | None:
        """A name after the adjective of a Land: the bearer of that Land, else a body that the lexicon lacks.

        „Sächsischer Landkreistag“ is not the Deutscher Landkreistag, though that is „Landkreistag“ for short.
        """
        iri = land.entry.iri if land.entry is not None else ""
        own = [e for e in match.entries if iri in e.jurisdictions]
        surface = self.text[match.start : match.end]
        if not own and adjective[0].isupper() and surface in self.knowledge.words("systems-of-a-land"):
            # „Saarländischer Breitbandatlas“: every Land has one
            name = after_adjective(adjective, surface, "m" if surface.endswith("atlas") else "n")
            draft = self.named(name, match.entries[0].type, match.entries[0].kind)
            draft.add(match.start, match.end)
            draft.names.add(surface)
            return draft
        full = any(self.text[match.start : match.end].startswith(e.name) for e in match.entries)
        # of a firm the adjective of a place only says the seat
        seated = match.entries[0].kind in FIRMS
        type_ = match.entries[0].type
        if own or full or seated or type_ not in _EVERYWHERE or not adjective[0].isupper():
            # „die Berliner Heinlein Gruppe“ is called so without the adjective
            known = self.read(match)
            if known is not None and own and adjective[0].isupper() and not seated and known.entry in own:
                # „das Saarländische E-Government-Gesetz“
                head = self.knowledge.head_noun(surface)
                known.names.add(after_adjective(adjective, surface, head.gender if head is not None else ""))
            return known
        gender = _GENDERS_OF_GERMAN.get(match.entries[0].name.partition(" ")[0], "m")
        name = after_adjective(adjective, label_of(match, surface), gender)
        draft = self.named(name, match.entries[0].type, match.entries[0].kind)
        draft.jurisdiction = land if draft.type is EntityType.ORGANISATION else None
        draft.add(match.start, match.end)
        draft.names.add(once(draft, self.text[match.start : match.end]))
        return draft
