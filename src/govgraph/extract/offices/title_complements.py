"""What hangs on a title without naming its body: „Leiterin der dortigen Ausländerbehörde“, „… des IT-Referats“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.fitting_bodies import FittingBodies
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.title_phrases import HOUSE
from govgraph.extract.offices.verb_bodies import BEING, COMPLEMENT
from govgraph.extract.state import BODY_TYPES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_MANNERS = frozenset({"Amt", "Ehrenamt", "Gespräch", "Interview", "Nebenamt"})
"""Nouns after „im“ that say how an office is had or where somebody speaks, and not in what."""
_OF_ONES_OWN = frozenset(f"{w}es" for w in ("ihr", "mein", "sein", "unser"))
"""Possessives that are genitives only: „die Vorsitzende unseres Personalrats“."""
_GROUPS = frozenset({"arbeitsgruppe", "arbeitskreis", "ausschuss", "ausschusse", "gremium", "projektgruppe", "team"})
_CITY_NOUNS = ("hanse", "haupt", "stadt")
"""Beginnings of nouns for a Land that is a city."""
_UNNAMED = (
    "abteilung", "amt", "aufsicht",
    "behörde", "büro", "dienst", "entwicklung", "förderung", "kämmerei", "management", "planung",
    "service", "stelle",
)  # fmt: skip
"""Ends of nouns for a unit that has no name of its own."""
_FIELD = 5
"""Fewest tokens of a title with its field and a genitive."""
_CALLED = {
    "gemeinde": frozenset({"Municipality"}),
    "kreis": frozenset({"District"}),
    "landkreis": frozenset({"District"}),
    "stadt": frozenset({"Municipality"}),
}
"""Kinds of place by the noun for one."""
_LONGEST = 12
"""How many tokens of a complement are looked at."""


class TitleComplements:
    """Reads what hangs on a title, where it names no body that was understood.

    Args:
        bodies: Bodies of the article.
    """

    def __init__(self, bodies: FittingBodies) -> None:
        self.k = bodies.k
        self.bodies = bodies

    def around_field(self, s: Sentence, title: Argument | None, kinds: frozenset[str]) -> Draft | None:
        """„Die Amtsleiterin für Informationstechnik des Kreises“: a noun for a town that ends what a title is for."""
        if title is None or title.last - title.first < _FIELD or s.lower[title.last - 2] not in {"der", "des"}:
            return None
        noun = s.lower[title.last - 1].removesuffix("s").removesuffix("e")
        called = _CALLED.get(noun, frozenset()) & (kinds or TOWNS)
        return (
            self.bodies.last_before(s.starts[title.first], self.bodies.block_starts.get(s.block, 0), called)
            if called
            else None
        )

    def unread_complement(self, s: Sentence, person: Draft, title: Argument | None) -> bool:
        """Whether a genitive or „von …“ hangs on the title that was not understood: then no other body will do.

        „Vorsitzender des Vorstands“ says in which organ of the body that is at hand.
        """
        if title is None or title.last + 1 >= len(s.tokens):
            return False
        if s.lower[title.last] not in COMPLEMENT | _OF_ONES_OWN:
            return False
        if s.low_at(title.last) == "im" and s.text_at(title.last + 1) in _MANNERS:
            # „hat ihn als Vorsitzenden im Amt bestätigt“
            return s.low_at(title.last + 2) in {"der", "des", "für"}
        if title.marker == "als" and _is_of_the_same(s, person, title):
            return False
        taken = s.taken.get(title.last + 1)
        organ = self.k.lemma(s.text_at(title.last + 1)) in self.k.words("boards")
        if organ and (taken is None or taken.role is not None) and s.low_at(title.last + 2) not in COMPLEMENT:
            return False
        return taken is None or taken.draft is not person

    def unnamed_complement(
        self, s: Sentence, role: RoleNoun, person: Draft, title: Argument | None, kinds: frozenset[str]
    ) -> Draft | None:
        """„Ministerin des gastgebenden Landes“, „Leiterin der dortigen Ausländerbehörde“: the Land, or whose unit."""
        if title is None:
            return None
        i = title.last + 1
        while s.text_at(i)[:1].islower() and s.low_at(i).endswith(("en", "er")):
            i += 1
        noun = s.text_at(i)
        named = s.text_at(i + 1) in {",", ".", "", ")", "und"}
        if i in s.taken or not (named or (s.low_at(i + 1) in BEING and role.name == "Leiter")):
            return None
        if i == title.last + 1 and s.low_at(title.last) == "im" and noun in HOUSE:
            # „Jens Ott, Direktor im Haus“
            return self.bodies.nearest(s, person, title.first, kinds)
        if kinds & LANDS and noun in self.k.words("state-nouns"):
            land = self.bodies.lands.find(s, role, person)
            city = land is not None and land.name in self.k.words("city-states")
            return land if city or not noun.lower().startswith(_CITY_NOUNS) else None
        if role.name == "Leiter" and noun.lower().removesuffix("s").removesuffix("e").endswith(_UNNAMED):
            role.inner = True
            return self.bodies.at_hand(s, person, title.first) or self.bodies.scene(s, TOWNS)
        return None

    def inside_complement(self, s: Sentence, title: Argument | None) -> Draft | None:
        """„Leiterin des IT-Referats der Stadt München“, „Präsidentin der … (HZD)“: what is read of the complement.

        That is the body around a unit, or the abbreviation in brackets that ends the phrase.
        """
        if title is None:
            return None
        unit = s.low_at(title.last + 1)
        around = unit.removesuffix("s").removesuffix("e").endswith(tuple(self.k.words("unit-nouns") | _GROUPS))
        # who is „Leiter“ of anything that a body has, is so in that body
        heading = title.role is not None and title.role.name.endswith(("Leiter", "leiter"))
        for i in range(title.last + 1, min(title.last + _LONGEST, len(s.tokens))):
            text = s.tokens[i].text
            taken = s.taken.get(i)
            named = taken is not None and taken.draft is not None and taken.type in BODY_TYPES and not taken.adjective
            if text == "(":
                inside = s.taken.get(i + 1)
                if s.text_at(i + 2) == ")" and inside is not None and inside.type is EntityType.ORGANISATION:
                    return inside.draft
                return None
            if (
                taken is not None
                and named
                and taken.first == i
                and taken.marker in {"gen", "von", "in", "bei"}
                and (around or (heading and taken.head == title.last + 1))
            ):
                return taken.draft
            if not text[0].isalnum() or (taken is not None and taken.type is EntityType.PERSON):
                return None
        return None


def _is_of_the_same(s: Sentence, person: Draft, title: Argument) -> bool:
    """„als Vorsteher der Ulmer Landrat Jens Ott“: the article behind a title begins another one of the same person."""
    titles = [a for a in s.arguments if a.role is not None and title.last < a.first and a.begin == title.last]
    names = [s.taken.get(a.last) for a in titles if a.role is not None and not a.role.feminine]
    return any(name is not None and name.draft is person for name in names)
