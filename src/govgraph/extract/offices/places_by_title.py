"""Places that a title tells by what it is: „Amtsdirektor A“ is one of an Amt, „Kreisbeigeordnete B“ of a district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import BODY_TYPES, only_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.fitting_bodies import FittingBodies
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_DISTRICTS = frozenset({"District"})
_OF_DISTRICTS = "Kreis"
"""How the titles of people of a district begin that towns have people of too."""
_OF_AN_AMT = "Amtsdirektor"
_BEHIND = frozenset({"aus", "bracket", "gen", "von"})
"""Markers of a body right behind a name, which is the one of that person."""
_AMT = frozenset({"Amt", "Amtes", "Amts"})
"""Nouns before the name of a joint office of small municipalities."""


class PlacesByTitle:
    """Finds the place of a title that only places of one kind have people of.

    Args:
        knowledge: Compiled vocabulary.
        fitting: The bodies of the article.
        sentences: Sentences of the article.
    """

    def __init__(self, knowledge: Knowledge, fitting: FittingBodies, sentences: Sequence[Sentence]) -> None:
        self.k = knowledge
        self.fitting = fitting
        words = knowledge.words
        self._elsewhere = words("verbs-of-guests") | words("public-speech-verbs") | words("verbs-of-ceremonies")
        self._joint = {id(a.draft) for s in sentences for a in s.arguments if _is_called_amt(s, a)}
        self._only_seats: dict[int, bool] = {}
        self._sentences = sentences

    @staticmethod
    def kinds(role: RoleNoun, kinds: frozenset[str]) -> frozenset[str]:
        """The kinds of body that can have an office, of a „Kreisbeigeordnete“ districts alone."""
        return _DISTRICTS if role.name.startswith(_OF_DISTRICTS) and "District" in kinds else kinds

    def find(self, s: Sentence, role: RoleNoun, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """The Amt of an Amtsdirektor, or the district of the town where a Landrat acts; None where none is told."""
        if role.name.endswith(_OF_AN_AMT):
            place = s.end if title is None else s.starts[title.first]
            named = [(at, d) for at, d in self.fitting.named if id(d) in self._joint and self.fitting.fits(d, kinds)]
            before = [d for at, d in named if at < place]
            return before[-1] if before else only_one(d for _, d in named)
        return self._called_by_seat(s, title) if kinds == _DISTRICTS else None

    @staticmethod
    def house_before(s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Seine Aufgaben nimmt im BMDS Staatssekretärin A wahr“: the ministry right before a title of its people.

        Not „im BMI CIO A aus Hessen“, whose body stands behind the name.
        """
        if title is None or title.marker != "np" or "Ministry" not in kinds:
            return None
        name = s.taken.get(title.last)
        behind = [a for a in s.arguments if name is not None and a.begin == name.last and not a.adjective]
        if any(a.type in BODY_TYPES and a.marker in _BEHIND for a in behind):
            return None
        here = (a for a in s.arguments if a.last == title.begin and a.marker == "in" and not a.adjective)
        return next((a.draft for a in here if a.draft is not None and a.draft.kind == "Ministry"), None)

    def _called_by_seat(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„In Borken hat Landrätin Anna Weber den Plan vorgelegt“: the district that bears the name of the town.

        Not „In Borken sprach Landrat A“, who may be a guest there, as may be whoever does something in an article about
        another district, unless it is said to be done in the Kreistag.
        """
        if title is None or not 0 <= title.clause < len(s.clauses):
            return None
        clause = s.clauses[title.clause]
        if not clause.verbs.isdisjoint(self._elsewhere):
            return None
        scenes = [a for a in s.arguments if a.clause == title.clause and a.marker == "in" and a.head < 0]
        town = only_one(a.draft for a in scenes if a.last <= title.first and not a.adjective)
        first = next((i for i in clause.tokens if s.tokens[i].text[0].isalpha()), -1)
        if town is None or town.kind != "Municipality" or all(a.begin != first for a in scenes):
            return None
        others = any(d.kind in _DISTRICTS and town.name not in d.name for _, d in self.fitting.named)
        rest = (s.tokens[i].text for i in clause.tokens if not title.begin <= i < title.last)
        if others and self.k.words("district-signs").isdisjoint(rest):
            return None
        return self.fitting.district(town)

    def is_only_a_seat(self, town: Draft) -> bool:
        """„die Komm.ONE mit Sitz in Stuttgart“: whether a town is but the seat of a body, beside another place."""
        if town.kind not in TOWNS:
            return False
        if id(town) not in self._only_seats:
            here = [(s, a) for s in self._sentences for a in s.arguments if a.draft is town and not a.reference]
            seats = [self.fitting._is_seat(s, a) or self._is_house(s, a) for s, a in here]
            apart = all(_is_of_ministry(s, a) for s, a in here) or self._is_about_another(town)
            self._only_seats[id(town)] = bool(here) and all(seats) and apart
        return self._only_seats[id(town)]

    def _is_about_another(self, town: Draft) -> bool:
        """Whether another town or district does something or gets it; not „Zuvor war sie bei der Stadt Ulm“."""
        own = (a for s in self._sentences for a in s.arguments if a.marker == "np" and not a.adjective)
        return any(a.draft is not town and a.draft.kind in TOWNS | _DISTRICTS for a in own if a.draft is not None)

    def _is_house(self, s: Sentence, a: Argument) -> bool:
        """„der Kreisverwaltung in Friedberg“: a house of the district in a town."""
        return a.marker == "in" and a.head >= 0 and s.text_at(a.head) in self.k.words("district-signs")


def _is_of_ministry(s: Sentence, a: Argument) -> bool:
    """„dem Umweltministerium in Kiel“: whether a town is told as the place of a ministry."""
    house = s.taken.get(a.head) if a.marker == "in" and a.head >= 0 else None
    return house is not None and house.draft is not None and house.draft.kind == "Ministry"


def _is_called_amt(s: Sentence, a: Argument) -> bool:
    """„des Amtes Hüttener Berge“: whether the name of a place has „Amt“ before or in it."""
    if a.draft is None or a.draft.kind not in TOWNS or a.reference or a.adjective:
        return False
    return s.text_at(a.first - 1) in _AMT or s.text_at(a.first) in _AMT
