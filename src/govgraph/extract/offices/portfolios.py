"""Portfolios that belong to titles: „Staatssekretär für Digitales“, „Leiterin IT und Digitalisierung“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import BODY_TYPES, Argument, RoleNoun
from govgraph.language.grammar import (
    DETERMINERS,
    PREPOSITIONS,
)
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Sentence

_WITH_FIELD = ("leiter", "referent", "manager", "koordinator", "direktor", "sprecher", "dezernent")
_CIO = "https://w3id.org/govgraph/id/role/cio"
_GOVERNMENTS = frozenset({"bundesregierung", "landesregierung", "staatsregierung"})
_DELEGATES = ("Beauftragte", "Bevollmächtigte")
_IT_FIELD = re.compile(r"(?<!in der )\b(?:IT|IuK|Informationstechn\w+|(?:Tele|K)ommunikationstechn\w+)(?![\w-])")
"""Fields that make whom a government delegates for them its CIO; not „Sicherheit in der Informationstechnik“."""
_BESIDE_PLACES = frozenset({"das", "den", "der", "des", "die", "für", "sowie", "und"})
"""Words beside nouns for places where a title says for whom it is held."""
_LOCAL_BODIES = TOWNS | {"Association"}
_NEXT_PHRASE = frozenset(
    {"dem", "deren", "dessen", "diesem", "dieser", "einem", "einer"}
    | {f"{stem}{end}" for stem in ("ihr", "sein", "unser") for end in ("e", "em", "er", "es")}
)
"""Words after the noun of a portfolio by which something else begins."""
_OF_A_FIELD = ("ales", "eres", "ares")
"""Ends of nouns for a field on which no genitive hangs: „Digitales“, „Inneres“."""
COMPLEMENT = frozenset({"im", "in", "beim", "bei", "am", "an", "der", "des", "von", "vom"})


class Portfolios:
    """Adds portfolios to titles.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self._relations = knowledge.words("successor-nouns") | knowledge.words("predecessor-nouns")

    def add(self, s: Sentence, a: Argument) -> None:
        """„Staatssekretär für Digitales“: the portfolio belongs to the title."""
        role = a.role
        if role is None or a.last >= len(s.tokens):
            return
        start = self._whose(s, a.last)
        if s.low_at(start) != "für" and not self._of_field(s, start, role):
            a.last = self._bare_field(s, a, role)
            return
        j, end = start + 1, start + 1
        while j < len(s.tokens):
            text = s.tokens[j].text
            low = s.lower[j]
            if low in {"des", "der"} and self._body_follows(s, j + 1):
                break
            if end > start + 1 and (low in _NEXT_PHRASE or (low == "der" and s.lower[j - 1].endswith(_OF_A_FIELD))):
                # „gehörte als Beigeordnete für Soziales seiner Verwaltungsspitze an“
                break
            taken = s.taken.get(j)
            if taken is not None and taken.role not in (None, role):
                # „Ministerin für Verkehr und CIO“: another title follows
                break
            if text in self._relations:
                # „Beauftragte für den Datenschutz und Nachfolgerin von A“
                break
            if text[0].isupper() and (taken is None or taken.type is not EntityType.PERSON):
                end = j + 1
            elif (
                low in {"und", "sowie"}
                or (low in {"die", "den", "das"} and s.lower[j - 1] in {"für", "und", "sowie", ","})
                or (text == "," and _noun_follows(s, j + 1))
                or (low == "für" and s.lower[j - 1] == "und" and s.low_at(start) != "für")
            ):
                pass
            elif (
                not (
                    text[0].islower()
                    and low[-1:] in "enrs"
                    and j + 1 < len(s.tokens)
                    and s.tokens[j + 1].text[0].isupper()
                )
                or low in PREPOSITIONS
                or (low in DETERMINERS and low not in {"der", "des"})
            ):
                # „hat die Ministerin für Verkehr einen Plan vorgelegt“: the next phrase begins
                break
            j += 1
        if end > start + 1:
            told = self._field(s, a.last, end)
            inner = self.cast.text[s.starts[a.last] : s.end_of(told - 1)]
            if told > a.last and self._has_portfolio(role):
                role.name = f"{role.name} {inner}"
                if _is_cio(role):
                    role.name, role.iri = "CIO", _CIO
            for other in s.arguments:
                if a.last <= other.first < end and other.draft is not None and other.type in BODY_TYPES:
                    role.bodies.append(other.draft)
            for k in range(a.last, end):
                s.taken.setdefault(k, a)
            a.last = end

    def _field(self, s: Sentence, first: int, end: int) -> int:
        """Where a portfolio ends before what says whose it is: „für Gesundheit der Region“, „für Stadt und Kreis“."""
        places = self.k.words("municipality-nouns")
        if s.low_at(end - 2) in {"der", "des"} and s.text_at(end - 1).removesuffix("es") in places and end - 3 > first:
            end -= 2
        for i in range(first, end):
            town = s.taken.get(i)
            named = town is not None and town.draft is not None and town.draft.kind in TOWNS
            if not named and s.tokens[i].text not in places and s.lower[i] not in _BESIDE_PLACES:
                return end
        return first

    def _of_field(self, s: Sentence, i: int, role: RoleNoun) -> bool:
        """„Minister der Justiz und für Digitalisierung“: the field of a ministry as a genitive."""
        field = s.low_at(i) in {"der", "des"} and s.text_at(i + 1) in self.k.words("ministry-genitives")
        return field and "Ministry" in self.k.body_kinds(role.iri)

    def _bare_field(self, s: Sentence, a: Argument, role: RoleNoun) -> int:
        """Index after „Leiterin IT und Digitalisierung“ before „bei der Stadt“: a field with nothing to join it."""
        if not role.name.lower().endswith(_WITH_FIELD):
            return a.last
        j = a.last
        while s.text_at(j)[:1].isupper() and self.is_field(s, j):
            j += 1
            joined = s.low_at(j) in {"und", "&"} and s.text_at(j + 1)[:1].isupper() and j + 1 not in s.taken
            j += 1 if joined else 0
        person = s.taken.get(j)
        named = person is not None and person.type is EntityType.PERSON and s.text_at(j - 1)[:1].isupper()
        if j == a.last or not (named or s.low_at(j) in COMPLEMENT):
            return a.last
        for k in range(a.last, j):
            s.taken[k] = a
        for other in s.arguments:
            if other.head == j - 1 or a.last <= other.head < j:
                other.head = j - 1
        return j

    def is_field(self, s: Sentence, j: int) -> bool:
        """Whether a token is part of a field: no title, person or body, and no first name."""
        taken = s.taken.get(j)
        if taken is None:
            return s.text_at(j) not in self.k.first_names
        return taken.role is None and taken.type not in {*BODY_TYPES, EntityType.PERSON}

    def _whose(self, s: Sentence, i: int) -> int:
        """Index after „der Landesregierung“, „des Freistaats“, „des Saarlandes“, where it stands before a field."""
        if s.low_at(i) not in {"der", "des"}:
            return i
        end = i + 1
        while (before := s.taken.get(end)) is not None and before.adjective:
            end = before.last
        governing = before is not None and before.draft is not None and before.draft.kind == "Government"
        if (before is not None and governing) or s.low_at(end) in _GOVERNMENTS:
            end = before.last if before is not None and governing else end + 1
            land = s.taken.get(end)
            return land.last if land is not None and land.type is EntityType.JURISDICTION else end
        if s.text_at(end) in self.k.words("state-nouns"):
            end += 1
        named = s.taken.get(end)
        if named is not None and named.type is EntityType.JURISDICTION and not named.adjective and named.first >= i:
            return named.last
        return end if end > i + 1 else i

    def _has_portfolio(self, role: RoleNoun) -> bool:
        """Whether a field is part of such a title: „Minister für Digitales“, not „Projektleiter für …“."""
        kinds = self.k.body_kinds(role.iri)
        if role.name.endswith(tuple(self.k.words("subordinate-roles"))):
            return False
        return not kinds or "Government" in kinds or kinds <= _LOCAL_BODIES

    def _body_follows(self, s: Sentence, j: int) -> bool:
        if s.text_at(j) in self.k.words("state-nouns"):
            return True
        if s.text_at(j) in self.k.words("municipality-nouns"):
            j += 1
        taken = s.taken.get(j)
        return taken is not None and taken.type in BODY_TYPES


def _is_cio(role: RoleNoun) -> bool:
    """„Beauftragte des Freistaats für E-Government und IT“: the long title of a CIO, whatever stands inside."""
    owner, _, field = role.name.partition(" für ")
    return owner.startswith(_DELEGATES) and " " in owner and _IT_FIELD.search(field) is not None


def _noun_follows(s: Sentence, j: int) -> bool:
    return j + 1 < len(s.tokens) and s.tokens[j].text[:1].isupper() and s.lower[j + 1] in {",", "und"}
