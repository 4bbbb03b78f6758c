"""Bodies that hang on a title or on the name of its holder: „Landrat Lauer aus Saarlouis“, „A (Hessen)“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.fitting_bodies import TOP, FittingBodies
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.listed_bodies import listed_body
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.titled_bodies import TitledBodies
from govgraph.extract.offices.verb_bodies import ELECTED
from govgraph.extract.state import BOARDS, BODY_TYPES, only_one
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.LEAD, BlockKind.HEADING, BlockKind.KICKER})
_NO_EMPLOYER = LANDS | {"Union", "Party"}
_OF_STAFF = ("Referent", "referent")
"""Ends of titles that towns have at their head, and associations below it."""
_HANGING = frozenset({"von", "bei", "gen", "aus"})


class AttachedBodies:
    """Finds the body that hangs on a title, on the name of its holder, or stands in brackets behind it.

    Args:
        bodies: Bodies of the article.
        titled: What the words of titles tell.
    """

    def __init__(self, bodies: FittingBodies, titled: TitledBodies) -> None:
        self.k = bodies.k
        self.bodies = bodies
        self._titled = titled

    def with_title(self, role: RoleNoun, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„CIO des Landes Hessen“: the body among those that hang on a title that can have it."""
        if not role.bodies:
            return None
        lands = [d for d in role.bodies if d.type is EntityType.JURISDICTION]
        organisations = [d for d in role.bodies if d.type is EntityType.ORGANISATION]
        top = role.name.lower().rsplit("-", 1)[-1] in TOP
        if top and not lands and all(d.kind in BOARDS for d in role.bodies):
            # „der sein Land als CIO im IT-Planungsrat vertritt“
            return None
        if top and (not organisations or organisations[0].kind == "Government"):
            if lands:
                return self._meant(role, lands[0], person)
            if organisations:
                return organisations[0].jurisdiction or self.bodies.cast.home or organisations[0]
        if top and (self.bodies.governs_from(role.bodies[0], person) or self._heads_land(role)):
            return role.bodies[0].jurisdiction
        if kinds == {"District"} and role.bodies[0].kind == "Municipality":
            return self.bodies.district(role.bodies[0]) or role.bodies[0]
        if kinds and kinds <= TOWNS and len(organisations) == len(role.bodies):
            # „Landrat und Präsident des Bezirketags“: what hangs on the other title, but „IT-Referentin des Städtetags“
            own = role.name not in self.k.words("town-heads") and role.name.endswith(_OF_STAFF)
            return organisations[0] if own else None
        town = role.bodies[0]
        if not organisations and town.kind in TOWNS and kinds & LANDS and not kinds & TOWNS:
            # „Digitalminister in Kiel“ is one of the Land
            return town.jurisdiction if town.name in self.k.words("state-capitals") else None
        if not organisations and kinds and kinds.isdisjoint(TOWNS | LANDS):
            # „der Limburger Präsident“ is one of the „Landgericht Limburg“, „Amtschefin in Kiel“ one of the Land
            named_so = self._called_after(town, kinds)
            capital = "Ministry" in kinds and town.name in self.k.words("state-capitals")
            return named_so or (town.jurisdiction if capital else None)
        return organisations[0] if organisations else town

    def _heads_land(self, role: RoleNoun) -> bool:
        """„X wird CIO in Erfurt“ over „die Landes-CIO in Thüringen“: whether a headline means the Land."""
        town = role.bodies[0]
        land = town.jurisdiction
        if land is None or town.name not in self.k.words("state-capitals"):
            return False
        here = next((s for s in self.bodies.sentences if s.title(role) is not None), None)
        if here is None or here.kind not in _HEADLINES:
            return False
        if not any(a.draft is town and a.marker == "in" for a in here.arguments):
            return False
        others = [
            a.role for s in self.bodies.sentences for a in s.arguments if a.role is not None and a.role is not role
        ]
        same = [d for other in others if other.iri == role.iri for d in other.bodies]
        return land in same and town not in same

    def _called_after(self, place: Draft, kinds: frozenset[str]) -> Draft | None:
        """The one body of these kinds that has a place in its name, or None."""
        name = place.name.split(" ", 1)[0]
        return only_one(d for _, d in self.bodies.named if d.kind in kinds and name in d.name)

    def _meant(self, role: RoleNoun, land: Draft, person: Draft) -> Draft:
        """„Staatssekretärin im Thüringer Ministerium und CIO des Freistaats“: the Land of the person's ministry."""
        if not role.referred:
            return land
        own = [
            b.jurisdiction
            for b in self.bodies.own.get(id(person), ())
            if b.kind == "Ministry" and b.jurisdiction is not None
        ]
        return own[-1] if own else land

    def origin(self, s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Hauptamtsleiterin aus Emden“, „sein saarländischer Kollege, Staatssekretär Anton Weber“."""
        if title is None:
            return None
        colleague = self._titled.of_colleague(s, title, kinds)
        if colleague is not None:
            return colleague
        before = s.taken.get(title.first - 3)
        called = s.text_at(title.first - 2) in self.k.words("counterpart-nouns") and s.text_at(title.first - 1) == ","
        if called and before is not None and before.adjective and before.draft is not None:
            if before.type is EntityType.MUNICIPALITY and before.draft.name in self.k.words("state-capitals"):
                # „sein Schweriner Kollege, Innenminister A“
                of_land = before.draft.jurisdiction if kinds & LANDS and not kinds & TOWNS else None
                return of_land or (before.draft if before.draft.kind in kinds else None)
            land = before.type is EntityType.JURISDICTION and bool(kinds & LANDS)
            return before.draft if land or before.draft.kind in kinds else None
        for b in s.arguments:
            if b.marker != "aus" or b.head != title.last - 1 or b.draft is None or b.adjective:
                continue
            if kinds == {"District"} and b.draft.kind == "Municipality":
                return self.bodies.district(b.draft)
            if b.draft.kind in kinds or (not kinds and b.type in BODY_TYPES and b.type is not EntityType.JURISDICTION):
                return b.draft
        return None

    def in_capital(self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„aus Stuttgart, wo sie unter Innenminister A …“: the Land whose capital is named before its minister."""
        if title is None or role.bodies or "Ministry" not in kinds or not kinds & LANDS:
            return None
        under = s.low_at(title.first - 1) in {"bei", "deren", "dessen", "unter"}
        if not under and not (s.clauses and "wo" in (s.lower[i] for i in s.clauses[title.clause].tokens[:2])):
            return None
        towns = (a for a in s.arguments if a.first < title.first and a.marker in {"aus", "in", "nach"})
        town = only_one(a.draft for a in towns if a.draft is not None and a.draft.kind in TOWNS)
        return None if town is None else self._seat_of_land(town, role, kinds)

    def beside(self, s: Sentence, role: RoleNoun, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Landrat Lauer aus Saarlouis“, „die Minister A (Hessen) und B (Bayern)“: the body hangs on the name."""
        for a in s.arguments:
            if a.draft is not person or a.reference:
                continue
            for b in s.arguments:
                if b.draft is None or b.first < a.last or b.adjective:
                    continue
                hangs = (b.head == a.last - 1 or b.begin == a.last) and b.marker in _HANGING
                opens = s.text_at(a.last) == "(" and self._opens_with(s, a.last + 1, b)
                bracket = opens and s.text_at(b.last) in {")", ",", "/"}
                if not (hangs or bracket) or (bracket and b.draft.kind == "Party"):
                    continue
                if kinds == {"District"} and b.draft.kind == "Municipality":
                    return self.bodies.district(b.draft) or self._called_after(b.draft, kinds)
                seat = self._seat_of_land(b.draft, role, kinds)
                if seat is not None:
                    return seat
                attached = hangs and b.draft.kind not in _NO_EMPLOYER and b.marker != "aus"
                attached = attached or (bracket and _is_employer(s, role, a, b))
                of_town = b.draft.kind in TOWNS
                possible = not kinds or (kinds & TOWNS if of_town else not kinds <= TOWNS)
                if of_town and hangs and b.introduced_by and role.name.endswith("leiter"):
                    # „Abteilungsleiter Jens Ott von der Stadt Kassel“
                    possible = True
                if b.draft.kind in kinds or (attached and b.type in BODY_TYPES and possible):
                    return b.draft
        return None

    def _opens_with(self, s: Sentence, i: int, body: Argument) -> bool:
        """Whether a stretch begins with a body, or with „Stadt“, „Land“ and its name."""
        kind = s.text_at(i)
        called = kind in self.k.words("municipality-nouns") or kind in self.k.words("state-nouns")
        return body.first == i or (body.first == i + 1 and called)

    def entered(self, s: Sentence, title: Argument | None, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """The body of an entry of a list, if it can have such an office: „Ina Rost, Landrätin, Kreis Gotha; …“."""
        body = listed_body(s, title, person)
        if body is None or body.kind == "Party":
            return None
        if kinds == {"District"} and body.kind == "Municipality":
            return self.bodies.district(body)
        town = body.kind in TOWNS
        possible = body.kind in kinds or (bool(kinds & TOWNS) if town else not kinds <= TOWNS)
        return body if not kinds or possible else None

    def _seat_of_land(self, town: Draft, role: RoleNoun, kinds: frozenset[str]) -> Draft | None:
        """„Staatssekretär A aus Mainz“, „die CIOs A (Mainz) und B (Kiel)“: the Land whose capital it is.

        An office that a town may have too is one of the Land only if the article names that Land; a CDO is mostly one
        of the town.
        """
        land = town.jurisdiction
        if land is None or not kinds & LANDS or town.name not in self.k.words("state-capitals"):
            return None
        return land if not kinds & TOWNS or (land.mentions and "municipal" not in role.level) else None


def _is_employer(s: Sentence, role: RoleNoun, name: Argument, inside: Argument) -> bool:
    """„Hauptamtsleiterin Ina Rost (Stadt Herborn)“: the brackets of a name right after a title say where that is.

    Those of whoever is chosen for a post say where they are from: „Vorsitzender Jan Holm (Dataport)“.
    """
    before = s.taken.get(name.first - 1)
    titled = before is not None and before.role is role
    chosen = role.is_deputy or role.name.lower().endswith(ELECTED)
    return titled and not chosen and not role.plural and s.text_at(inside.last) == ")"
