"""Bodies that the clause of a title tells: „Aus Hof kam Kämmerer A“, „Beigeordneter A vertritt den Landkreistag“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import BOARDS, only_one
from govgraph.language.grammar import INDEFINITE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_HOUSES = frozenset({"Agency", "Cert", "Company", "Ministry", "MunicipalUnion", "PublicCompany", "ServiceProvider"})
"""Kinds of body that have units, whose heads are said to be in them."""
_OF_UNITS = ("leiter", "Leiter", "Referent", "referent")
"""Ends of titles of those who are in a house and not the head of it."""
_OF_LANDS = frozenset({"Government", "Ministry", "Party"})
_BEFORE_TITLE = 3
"""How many words before a title its article may stand: „einen eigenen neuen CISO“."""
_TOP_OF = "Spitze"
_OF_BOARDS = ("leiter", "Leiter", "Sprecher", "sprecher", "Vorsitzender", "vorsitzender", "Chef", "chef")
"""Ends of titles of those who are at the head of a board."""
_REPRESENTING = "vertreten"


class ToldBodies:
    """Finds the body of a title without one in what its clause says of whoever bears it.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._coming = knowledge.words("travelling-verbs")
        self._having = knowledge.words("post-getting-verbs") | {"beschäftigen", "haben", "suchen"}

    def find(
        self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None, kinds: frozenset[str]
    ) -> Draft | None:
        """The body that the clause tells, or None.

        Args:
            s: The sentence.
            role: The office.
            person: Who holds it.
            title: Its title, if the sentence has it.
            kinds: Kinds of body that the office can be in.
        """
        if title is None or role.bodies or role.owned or not 0 <= title.clause < len(s.clauses):
            return None
        return (
            self._at_top(s, title, kinds)
            or self._represented(s, person, title, kinds)
            or self._come_from(s, person, title, kinds)
            or self._in_house(s, role, person, kinds)
            or self._having_one(s, title, kinds)
        )

    @staticmethod
    def _at_top(s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„steht als Geschäftsführerin an der Spitze der Lecos“: whatever somebody is at the top of in that office."""
        top = next((i for i in s.clauses[title.clause].tokens if s.tokens[i].text == _TOP_OF), -1)
        if top < 0 or s.low_at(top - 1) != "der" or s.low_at(top - 2) != "an":
            return None
        body = only_one(a.draft for a in s.arguments if a.head == top and a.marker in {"gen", "von"})
        fits = body is not None and (body.kind in kinds if kinds else body.type is EntityType.ORGANISATION)
        besides = not kinds and body is not None and body.kind in BOARDS and title.marker != "als"
        if besides and title.role is not None and not title.role.name.endswith(_OF_BOARDS):
            # „An der Spitze des Beirats steht Direktorin A“: what she is elsewhere
            return None
        return body if fits else None

    def _represented(self, s: Sentence, person: Draft, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Dort vertritt der Beigeordnete A den Landkreistag“: the one body that a person with a title speaks for."""
        if _REPRESENTING not in self._lemmas(s, title) or not self._is_titled(s, person, title):
            return None
        objects = [a for a in self._inside(s, title) if a.marker == "np" and a.head < 0 and "a" in a.cases]
        body = only_one(a.draft for a in objects if a.type is EntityType.ORGANISATION and not a.reference)
        return body if body is not None and body.kind in kinds and body.kind not in BOARDS else None

    def _come_from(self, s: Sentence, person: Draft, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Aus dem Finanzministerium war Staatssekretär A angereist“: where whoever has come for a day is from."""
        if self._coming.isdisjoint(self._lemmas(s, title)) or not self._is_titled(s, person, title):
            return None
        fronted = [a for a in self._inside(s, title) if a.marker == "aus" and a.head < 0 and a.last <= title.first]
        fronted = [a for a in fronted if not any(t.text[0].isalnum() for t in s.tokens[: max(a.begin, 0)])]
        origin = only_one(a.draft for a in fronted)
        if origin is None or origin.kind in kinds:
            return origin
        if origin.kind in TOWNS and kinds & LANDS and not kinds & TOWNS:
            return origin.jurisdiction if origin.name in self.k.words("state-capitals") else None
        return None

    def _in_house(self, s: Sentence, role: RoleNoun, person: Draft, kinds: frozenset[str]) -> Draft | None:
        """„Zuständig ist Referatsleiter A im Justizministerium“: the house right after the name of a head of a unit."""
        if not role.name.endswith(_OF_UNITS):
            return None
        ends = {a.last for a in s.arguments if a.draft is person and not a.reference}
        here = (a for a in s.arguments if a.begin in ends and a.marker in {"in", "an"} and not a.adjective)
        houses = (a.draft for a in here if a.draft is not None and a.draft.kind in _HOUSES)
        return only_one(d for d in houses if not kinds or d.kind in kinds)

    def _having_one(self, s: Sentence, title: Argument, kinds: frozenset[str]) -> Draft | None:
        """„Bei der AKDB in München gibt es eine CISO“, „Die FITKO sucht einen CISO“: the body that has one or gets one.

        A town that stands beside it is no more than where it sits. A ministry has a CIO for its Land.
        """
        if INDEFINITE.isdisjoint(s.lower[max(0, title.first - _BEFORE_TITLE) : title.first]):
            return None
        clause = s.clauses[title.clause]
        lemmas = self._lemmas(s, title)
        there_is = "geben" in lemmas and "es" in clause.words
        if not there_is and lemmas.isdisjoint(self._having):
            return None
        inside = [a for a in self._inside(s, title) if a.head < 0 and a.type is EntityType.ORGANISATION]
        if there_is:
            here = [a for a in inside if a.marker in {"bei", "in"}]
        else:
            here = [a for a in inside if a.nominative and a.marker == "np" and a.first < title.first]
        body = only_one(a.draft for a in here)
        if body is None or body.kind in BOARDS or (body.kind in _OF_LANDS and body.kind not in kinds):
            return None
        return body if not kinds or body.kind in kinds or not kinds.isdisjoint(TOWNS) else None

    @staticmethod
    def _is_titled(s: Sentence, person: Draft, title: Argument) -> bool:
        """Whether the title stands right before the name, with nothing that hangs on it."""
        name = s.taken.get(title.last)
        return name is not None and name.draft is person

    @staticmethod
    def _lemmas(s: Sentence, title: Argument) -> frozenset[str]:
        return s.clauses[title.clause].verbs

    @staticmethod
    def _inside(s: Sentence, title: Argument) -> Iterator[Argument]:
        """The bodies and places of the clause of a title."""
        return (a for a in s.arguments if a.clause == title.clause and a.draft is not None and not a.adjective)
