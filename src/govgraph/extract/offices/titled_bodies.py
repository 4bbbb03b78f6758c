"""Bodies that the words of a title or those before it tell: „Gemeindetagspräsident“, „Ihr Kollege vom RZHN, …“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, only_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_HEADING = ("sleiter", "nleiter", "leiter")
"""Ends of titles behind the noun for a unit."""
_HANGING = frozenset({"von", "bei", "aus"})


class TitledBodies:
    """Finds the bodies that titles tell by their words.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
        named: Bodies and places of the article in the order in which it names them, with their offsets.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast, named: Sequence[tuple[int, Draft]]) -> None:
        self.k = knowledge
        self.cast = cast
        self._named = named
        self._units = frozenset(knowledge.words("unit-heads-direct")) | {"amt"}
        self._nouns = sorted(knowledge.words("bodies-in-titles"), key=lambda noun: (-len(noun), noun))

    def noun(self, role: RoleNoun) -> str:
        """The noun for a body that a title begins with: „landtag“ of „Landtagspräsidentin“; empty if there is none."""
        low = role.name.lower()
        return next((noun for noun in self._nouns if noun in low and not low.endswith(noun)), "")

    def called(self, noun: str, place: int, beside: Sequence[Draft]) -> Draft | None:
        """The body of such a noun that is named last before a place, else the only one; for a parliament, the Land.

        Args:
            noun: The noun that the title begins with.
            place: Where the title stands.
            beside: What is named beside the title: „Niedersachsens Städtetagspräsident“.
        """
        form = re.compile(rf"\b(?:landes|bundes|stadt|kreis)?{noun}(?:en?|e?s)?\b")
        fitting = [
            (start, d) for start, d in self._named if any(form.search(name.lower()) for name in (d.name, *d.names))
        ]
        before = [d for start, d in fitting if start < place]
        if fitting:
            return before[-1] if before else only_one(d for _, d in fitting)
        head, home = self.k.head_noun(noun.capitalize()), self.cast.home
        land = home if home is not None and home.kind == "State" else None
        parliament = head is not None and head.kind == "Parliament"
        told = only_one(d for d in beside if d.kind == "State")
        return land if parliament else self._association(noun, told or land, is_told=told is not None)

    def _association(self, noun: str, land: Draft | None, *, is_told: bool) -> Draft | None:
        """„Niedersachsens Städtetagspräsident“, „Gemeindetagspräsident“: the association of a Land, or of all.

        Where an article about a Land does not say beside the title which of both is meant, there may be only one.
        """
        known = self.k.officers_of.get(noun, ())
        own = "" if land is None or land.entry is None else land.entry.iri
        of_land = [entry for entry in known if own in entry.jurisdictions]
        of_all = [entry for entry in known if not entry.jurisdictions]
        meant = of_land if is_told and of_land else of_land + of_all
        return self.cast.known(meant[0]) if len(meant) == 1 else None

    def unit(self, role: RoleNoun, since: int, place: int) -> Draft | None:
        """The unit that a title tells the kind of: „die Abteilung Netze … Abteilungsleiter Jens Ott“.

        Args:
            role: The office.
            since: Where the text begins in which the unit is looked for.
            place: Where the title stands; the unit is the last one of its kind that is named before.
        """
        low = role.name.lower()
        noun = next((n for n in (low.removesuffix(end) for end in _HEADING) if n in self._units and n != low), "")
        named = (d for start, d in reversed(self._named) if since <= start < place) if noun else ()
        return next((d for d in named if d.name.lower().startswith(f"{noun} ")), None)

    def of_colleague(self, s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Ihr Kollege vom RZHN, Geschäftsführer Jens Ott, …“: where a colleague is said to be from."""
        body = s.taken.get(title.first - 2)
        if s.text_at(title.first - 1) != "," or body is None or body.draft is None or body.adjective:
            return None
        if body.marker not in _HANGING or s.text_at(body.head) not in self.k.words("counterpart-nouns"):
            return None
        return body.draft if body.draft.kind in kinds or (not kinds and body.type in BODY_TYPES) else None
