"""Bodies to which words beside a title point: „dort“, „der dortige CIO“, „CDO der Stadt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.fitting_bodies import FittingBodies
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.references.seats import seated_in
from govgraph.extract.state import BODY_TYPES, CITY_STATES, PLACES, only_one
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_THERE = frozenset({"dort", "wo"})
_SEATED = frozenset({"in", "nach"})
"""Markers of the town in which a body sits that stands right before it."""
_OF_THERE = frozenset({"dortige", "dortigen", "dortiger", "örtliche", "örtlichen", "örtlicher"})
_OF_TOWN = ("stadteigen", "städtisch")
_OF_DISTRICT = ("kreiseigen",)
_CITY, _DISTRICTS = frozenset({"Municipality"}), frozenset({"District"})
_TWO = 2
_NOW = frozenset({"heute", "inzwischen", "jetzt", "mittlerweile", "nun", "seither", "seitdem"})
_WAS = frozenset({"arbeitete", "leitete", "war", "wirkte"})
_TO = frozenset({"an", "ins", "nach", "zu", "zum", "zur"})
_WITH_BRANCHES = frozenset({"Agency", "Company", "PublicCompany", "ServiceProvider", "Organisation"})
_CITIES = frozenset({"Hansestadt", "Stadt"})
"""Nouns for a city that is a Land."""


class PointedBodies:
    """Finds the body to which an adverb or a noun beside a title points back.

    Args:
        bodies: Bodies of the article.
    """

    def __init__(self, bodies: FittingBodies) -> None:
        self.k = bodies.k
        self.bodies = bodies

    def by_adverb(self, s: Sentence, role: RoleNoun, clause: int, kinds: frozenset[str]) -> Draft | None:
        """„…, wo er CIO gewesen war“, „Dort ist sie Staatsrätin“: the adverb points to the last body before.

        „Das BSI in Bonn prüft das. Anna Weber ist dort Präsidentin“: no town that has no such office.
        """
        if role.bodies or clause < 0:
            return None
        adverb = _adverb(s, clause)
        last = self.there(s, clause)
        goal = None if last is None else self._goal_before(s, last)
        if goal is not None and (not kinds or goal.kind in kinds):
            return goal
        if last is not None and last.kind in TOWNS and kinds.isdisjoint(TOWNS):
            host = self._host_before(s, last)
            if host is not None and (not kinds or host.kind in kinds):
                return host
        if last is None or last.kind not in TOWNS or not kinds or not kinds.isdisjoint(TOWNS | LANDS):
            return last
        return self.bodies.last_before(s.starts[adverb], self.bodies.block_starts.get(s.block, 0), kinds) or last

    def right_there(self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Jan Holm, CIO der Stadt Ulm, und Ina Rost, dort Projektleiterin, …“: the last body before the adverb."""
        if title is None or role.bodies:
            return None
        before = s.low_at(title.first - 1)
        if before.startswith(_OF_TOWN) or before.startswith(_OF_DISTRICT):
            return self._of_the_town(s, title, _DISTRICTS if before.startswith(_OF_DISTRICT) else _CITY, kinds)
        if before in _OF_THERE and not kinds.isdisjoint(TOWNS | LANDS):
            return self._told_of_there(s, title, kinds)
        return self.bodies.last_before(s.starts[title.first - 1], 0, kinds or BODY_TYPES) if before == "dort" else None

    def _of_the_town(self, s: Sentence, title: Argument, places: frozenset[str], kinds: frozenset[str]) -> Draft | None:
        """„der städtische CIO“, „die kreiseigene IT-Leiterin“: one of the town or district that is spoken of."""
        if kinds and kinds.isdisjoint(TOWNS):
            return None
        told = self.bodies.before(s, title.first, places) or self.bodies.scene(s, places)
        town = self.bodies.cast.town
        own = town if town is not None and town.kind in places else None
        return told or own or only_one(dict.fromkeys(d for _, d in self.bodies.named if d.kind in places))

    def _told_of_there(self, s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Bremen, das die Akte von Hessen hat, bleibt dabei. Der dortige CIO X …“: of what a main clause tells.

        Where none tells of a place, it is the last one before the title.
        """
        here: Sentence | None = s
        for _ in range(_TWO):
            if here is None:
                return None
            end = title.first if here is s else len(here.tokens)
            named = [a for a in here.arguments if a.draft is not None and a.draft.kind in kinds and a.last <= end]
            named = sorted((a for a in named if not a.adjective and a.type in PLACES), key=lambda a: a.first)
            told = [a for a in named if a.nominative and not _is_aside(here, a)]
            last = only_one(a.draft for a in told) or (named[-1].draft if named else None)
            if last is not None:
                return last
            here = self.bodies.previous.get(id(here))
        return None

    def there(self, s: Sentence, clause: int) -> Draft | None:
        """The last body before „dort“ or „wo“ in a clause: „kam aus Emden, wo sie das Hauptamt geleitet hatte“."""
        adverb = _adverb(s, clause)
        last = None if adverb < 0 else self.bodies.last_before(s.starts[adverb], 0, BODY_TYPES)
        return _named_after(s, adverb, last) or seated_in(s, adverb, last) or last

    def _goal_before(self, s: Sentence, last: Draft) -> Draft | None:
        """„Vor ihrem Wechsel nach Ulm war sie Leiterin bei der KDO. Jetzt ist sie dort CIO“: Ulm."""
        before = self.bodies.previous.get(id(s))
        if before is None or s.block != before.block or _NOW.isdisjoint(s.lower):
            return None
        acts = self.k.words("leaving-acts")
        moves = [i for i, t in enumerate(before.tokens) if t.text in acts and "vor" in before.lower[max(0, i - 2) : i]]
        was = [i for i, low in enumerate(before.lower) if low in _WAS]
        if not moves or not was or moves[0] > was[0]:
            return None
        inside = [
            a for a in before.arguments if a.draft is not None and moves[0] < a.first < was[0] and a.type in BODY_TYPES
        ]
        left = any(a.draft is last and a.first > was[0] for a in before.arguments)
        goes = not _TO.isdisjoint(before.lower[moves[0] : was[0]])
        return only_one(a.draft for a in inside) if left and goes else None

    def _host_before(self, s: Sentence, town: Draft) -> Draft | None:
        """„Er geht zum ITZBund nach Bonn. Dort ist A Direktor“: the body beside the town in the sentence before."""
        before = self.bodies.previous.get(id(s))
        seats = [] if before is None else [a for a in before.arguments if a.draft is town and a.marker in _SEATED]
        if before is None or not seats:
            return None
        host = before.taken.get(seats[-1].begin - 1)
        named = host is not None and host.type is EntityType.ORGANISATION and not host.adjective
        return host.draft if named and host is not None else None

    def of_scene(self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„In Minden hilft X, CDO der Stadt“: the only town that the sentence names before „der Stadt“."""
        if title is None or s.low_at(title.last) not in {"der", "des"} or (kinds and kinds.isdisjoint(TOWNS)):
            return None
        generic = s.text_at(title.last + 1) in self.k.words("municipality-nouns")
        named = s.taken.get(title.last + 2)
        if not generic or (named is not None and named.type is EntityType.MUNICIPALITY and named.head >= title.last):
            return None
        if role.bodies and not (role.referred and role.bodies[0].kind in TOWNS):
            return None
        return only_one(
            a.draft
            for a in s.arguments
            if a.draft is not None
            and a.draft.kind in TOWNS
            and a.last <= title.first
            and a.marker == "in"
            and a.head < 0
        )

    def of_city_state(self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Hamburg … X, CIO der Freien und Hansestadt“, „… X, damals CDO der Stadt“: the city state named last.

        „die Stadt“ may be any town or Land that is named after it; „die Hansestadt“ may be another one too.
        """
        if title is None or role.bodies or s.low_at(title.last) != "der" or (kinds and kinds.isdisjoint(LANDS)):
            return None
        i = title.last + 1
        i += _TWO if s.low_at(i) == "freien" and s.low_at(i + 1) == "und" else 0
        if s.text_at(i) not in _CITIES or i in s.taken or s.text_at(i + 1)[:1].isupper():
            return None
        last = self.bodies.last_before(s.starts[title.first], 0, LANDS | TOWNS)
        return last if last is not None and last.kind in LANDS and last.name in CITY_STATES else None

    def branch_of(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Leiter der Niederlassung Halle“: of the company or agency that the article is about, not of the town."""
        if title is None or s.low_at(title.last) != "der" or s.text_at(title.last + 1) not in self.k.words("branches"):
            return None
        town = s.taken.get(title.last + 2)
        if (
            town is None
            or town.type is not EntityType.MUNICIPALITY
            or town.head not in {-1, title.last - 1, title.last + 1}
        ):
            return None
        place = s.starts[title.first]
        near = self.bodies.last_before(place, self.bodies.block_starts.get(s.block, s.start), _WITH_BRANCHES)
        return self.bodies.most_named(_WITH_BRANCHES) or near


def _adverb(s: Sentence, clause: int) -> int:
    """Token of „dort“ or „wo“ in a clause, or -1."""
    return next((i for i in s.clauses[clause].tokens if s.lower[i] in _THERE), -1)


def _is_aside(s: Sentence, a: Argument) -> bool:
    """Whether a name stands in a relative clause, which tells of something else."""
    return 0 <= a.clause < len(s.clauses) and s.clauses[a.clause].kind == "relative"


def _named_after(s: Sentence, at: int, place: Draft | None) -> Draft | None:
    """„bei der Digitalagentur Hessen, wo er …“: the body whose name ends a sentence part with a place."""
    if place is None:
        return None
    last = max((a for a in s.arguments if a.last <= at and not a.adjective), key=lambda a: a.last, default=None)
    if last is None or last.draft is place or last.type is not EntityType.ORGANISATION or last.draft is None:
        return None
    inside = range(s.starts[last.first], s.starts[last.last - 1] + 1)
    return last.draft if any(start in inside for start, _ in place.mentions) else None
