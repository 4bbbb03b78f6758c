"""Bodies of titles that are of somebody: „dessen Präsident“, „Staatssekretärin bei Minister Schütz“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.fitting_bodies import FittingBodies
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import ORGANISED, TOWNS
from govgraph.extract.state import BODY_TYPES, HOUSES, only_one
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_WHERE_SEATED = frozenset({"aus", "bei", "in"})
"""Markers of the town in which a body sits."""
_GENITIVE = frozenset({"s", "’", "'"})
_STAFF = ("büroleiter", "referent", "sprecher", "stabschef")
"""Ends of titles of those who work for one person, in whatever body that person has an office."""
_THEIR = frozenset({"ihrem", "ihrer", "seinem", "seiner"})
_MEMBERS = ("minister", "ministerin", "senator", "senatorin", "senators")
"""Ends of nouns for members of a government."""


class OwnedTitles:
    """Finds the body of whoever a title is said to belong to.

    Args:
        bodies: Bodies of the article.
    """

    def __init__(self, bodies: FittingBodies) -> None:
        self.k = bodies.k
        self.bodies = bodies

    def find(
        self, s: Sentence, role: RoleNoun, person: Draft, title: Argument, kinds: frozenset[str]
    ) -> tuple[Draft | None, bool] | None:
        """The body of a title of somebody's own, and whether the text names it; None where that says nothing."""
        deputy = self._deputed(s, role, person, title)
        if deputy is not None or (not kinds and role.is_deputy):
            return deputy, True
        place, block = s.starts[title.first], self.bodies.block_starts.get(s.block, s.start)
        last_before, wanted = self.bodies.last_before, kinds or ORGANISED
        if s.low_at(title.first - 1) in {"dessen", "deren"}:
            # what „dessen“ means stands before it: no body is to be guessed
            owner = self._referred(s, title, kinds) or last_before(place, s.start, wanted)
            owner = _host(s, title, owner, kinds) if owner is not None else last_before(place, block, wanted)
            # „Für den DStGB sagte dessen Digitaldezernent X“: whatever such offices are mostly of
            owner = owner or last_before(place, s.start, ORGANISED)
            return owner, owner is not None
        owner = (
            self._of_superior(s, role, title, kinds)
            or _subject_before(s, title, kinds)
            or self._referred(s, title, kinds)
            or last_before(place, s.start, wanted)
            or self._owner(s, title, kinds)
            or last_before(place, block, wanted)
        )
        return None if owner is None else (owner, True)

    def _deputed(self, s: Sentence, role: RoleNoun, person: Draft, title: Argument) -> Draft | None:
        """„IT-Leiterin ist Doreen Engel. Ihr Stellvertreter Kay Pfau …“: in the body of the one who is meant."""
        if not role.is_deputy:
            return None
        here = {id(a.draft): a.draft for a in s.arguments if a.type is EntityType.PERSON and a.first < title.first}
        others = [d for d in here.values() if d is not None and d is not person]
        others = others or [d for d in dict.fromkeys(s.near) if d.type is EntityType.PERSON and d is not person]
        if len(others) != 1:
            return None
        # „Präsident A legt sein Amt nieder und bleibt Landrat. Seine Stellvertreterin …“: the office spoken of first
        place, first = s.starts[title.first], self.bodies.block_starts.get(s.block, s.start)
        own = {id(d) for d in self.bodies.own.get(id(others[0]), ())}
        named = (d for start, d in self.bodies.named if first <= start < place and id(d) in own)
        return next(named, self.bodies.held.get(id(others[0])))

    def _of_superior(self, s: Sentence, role: RoleNoun, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Bundesinnenminister A … seine Staatssekretärin B“: in the body of the one person whom the possessive means.

        A state secretary of the minister is one of the minister's Land.
        """
        owner = next((d for d in _owners(s, title) if d.type is EntityType.PERSON), None)
        body = None if owner is None or owner in role.holders else self.bodies.held.get(id(owner))
        staff = role.name.lower().endswith(_STAFF)
        return body if body is not None and (body.kind in kinds or staff) else None

    def _referred(self, s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„der Verein im Kreis Gotha, dessen Ehrenvorsitzende sie bleibt“: what the pronoun was found to stand for."""
        owners = (d for d in _owners(s, title) if d not in self.bodies.barred)
        owner = next((d for d in owners if d.type is EntityType.ORGANISATION), None)
        return owner if owner is not None and (not kinds or owner.kind in kinds) else None

    def _owner(self, s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Ihr Datenschutzbeauftragter“: what the possessive stands for, of whatever kind, if the sentence names it."""
        owner = next((d for d in _owners(s, title) if d.type in BODY_TYPES), None)
        if not any(a.draft is owner and not a.reference for a in s.arguments):
            return None
        if owner is None or (owner.type is not EntityType.ORGANISATION and owner.kind not in kinds):
            return None
        return None if kinds and kinds <= TOWNS | LANDS else owner

    def of_surname(self, s: Sentence, title: Argument | None) -> tuple[Draft | None, bool] | None:
        """„Lenz’ Staatssekretärin A“, „Otts Sprecher B“: the body of whose a title is by a name, known or not.

        None where no name of a person stands before the title.
        """
        name = None if title is None else s.taken.get(title.first - 1)
        if name is None or title is None or name.type is not EntityType.PERSON or name.last != title.first:
            return None
        if name.reference or s.text_at(title.first - 1)[-1:] not in _GENITIVE or name.draft is None:
            return None
        if name.draft.name.endswith(s.text_at(title.first - 1)):
            return None
        body = self.bodies.held.get(id(name.draft))
        return body, body is not None

    def in_their_house(self, s: Sentence, person: Draft, title: Argument | None) -> Draft | None:
        """„Minister A fehlte, B sprach, Staatssekretärin in seinem Haus“: in the body of whom the possessive means.

        None where no possessive says so, or where that body is not known.
        """
        if title is None or s.low_at(title.last) != "in" or s.text_at(title.last + 2) not in HOUSES:
            return None
        whose = s.low_at(title.last + 1)
        if whose not in _THEIR:
            return None
        before = [a for a in s.arguments if a.type is EntityType.PERSON and a.last <= title.first]
        named = [
            a.draft for a in sorted(before, key=lambda a: a.first) if a.draft is not None and a.draft is not person
        ]
        near = named or [d for d in s.near if d.type is EntityType.PERSON and d is not person]
        fitting = [d for d in near if d.feminine in {None, whose.startswith("ihr")}]
        owner = next((d for d in reversed(fitting) if id(d) in self.bodies.held), None)
        return None if owner is None else self.bodies.held[id(owner)]

    def with_superior(self, s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Staatssekretärin bei Minister Schütz“: in the body of whom somebody works for."""
        if title is None or s.low_at(title.last) not in {"bei", "beim", "unter"}:
            return None
        if kinds & LANDS:
            land = self._of_member(s, title.last + 1)
            if land is not None:
                return land
        above = next((a for a in s.arguments if a.begin == title.last and a.type is EntityType.PERSON), None)
        body = None if above is None or above.draft is None else self.bodies.held.get(id(above.draft))
        if body is None or (kinds and body.kind not in kinds and body.type is not EntityType.JURISDICTION):
            return None
        return body

    def _of_member(self, s: Sentence, at: int) -> Draft | None:
        """„Staatsrätin beim Bremer Finanzsenator“, „bei der Finanzsenatorin“: the Land that has such a member."""
        i = at + (s.low_at(at) in {"dem", "der"})
        named = s.taken.get(i)
        land = named.draft if named is not None and named.adjective else None
        i = i if named is None or named.role is not None else named.last
        beside = s.taken.get(i)
        if not s.low_at(i).endswith(_MEMBERS) or (beside is not None and beside.role is None) or i + 1 in s.taken:
            return None
        if land is not None:
            return land if land.kind in LANDS else None
        return self.bodies.cast.home


def _subject_before(s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
    """„Der Kreis Gotha (Thüringen) hat die Stelle seines CDO gestrichen“: what has what is its own."""
    here = (a for a in s.arguments if a.clause == title.clause and a.nominative and a.last <= title.first)
    return only_one(a.draft for a in here if a.type in BODY_TYPES and a.draft and (a.draft.kind in kinds or not kinds))


def _host(s: Sentence, title: Argument, owner: Draft, kinds: frozenset[str]) -> Draft:
    """„die ekom21 in Gießen, deren Bereichsleiterin …“: the body right before the town that stands before the pronoun.

    „der Verein der Stadt Ulm, dessen …“ is told otherwise.
    """
    town = s.taken.get(title.first - 3)
    if town is None or town.draft is not owner or owner.kind not in TOWNS or town.marker not in _WHERE_SEATED:
        return owner
    host = s.taken.get(town.begin - 1)
    if host is None or host.type is not EntityType.ORGANISATION or host.adjective or host.draft is None:
        return owner
    return host.draft if not kinds or host.draft.kind in kinds else owner


def _owners(s: Sentence, title: Argument) -> Iterator[Draft]:
    """What a pronoun on a title stands for: „dessen Präsident“, „ihr Datenschutzbeauftragter“."""
    own = (a for a in s.arguments if a.reference and title.first <= a.head < title.last and a.marker == "gen")
    return (a.draft for a in own if a.draft is not None)
