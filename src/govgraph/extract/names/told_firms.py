"""Firms that nothing but what stands around their name tells: „Nexor aus Augsburg hat die App gebaut“.

A word that no dictionary knows looks like a town as much as like a firm. No town is „aus Augsburg“.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.places import town_adjectives
from govgraph.extract.state import FIRMS, PLACES
from govgraph.language.grammar import DETERMINERS, INDEFINITE, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.name_signs import NameSigns, Place
    from govgraph.extract.state import Sentence

_ARE = frozenset({"ist", "war", "bleibt"})
_THE = frozenset({"das", "der", "die"})
_OPEN_TO_FIRMS = frozenset({None, EntityType.MUNICIPALITY, EntityType.SYSTEM, EntityType.ORGANISATION})
"""What a name may be by its signs that the words around it tell to be a firm."""
_HEADS = frozenset({"Chef", "Geschäftsführer", "Vorstand"})
"""Titles of those who lead firms."""
_HOUSE = "hause"
_GROUPS = ("handwerk", "nachwuchs", "personal", "prominenz", "publikum", "volk")
"""Ends of nouns for people, which need no article."""
_MOST_ADJECTIVES = 2


class ToldFirms:
    """Tells which unknown words are firms, and which only mean the people of a town.

    Args:
        knowledge: Compiled vocabulary.
        signs: Describer of names.
    """

    def __init__(self, knowledge: Knowledge, signs: NameSigns) -> None:
        self.k = knowledge
        self._signs = signs
        self._building = knowledge.words("building-verbs")
        self._making = knowledge.words("making-verbs") | self._building
        self._using = knowledge.words("using-verbs")
        self._orders = knowledge.words("orders-given")

    def type_of(self, places: Sequence[Place], guess: EntityType | None) -> EntityType | None:
        """What a name is, by what its signs make of it and by the words right around it."""
        if guess not in _OPEN_TO_FIRMS:
            return guess
        if any(self._is_told(place) for place in places):
            return EntityType.ORGANISATION
        town = guess is EntityType.MUNICIPALITY and not any(
            self.k.like_a_town(place.sentence.text_at(place.first)) for place in places
        )
        makes = town or (guess is None and any(map(_is_of_town, places)))
        return EntityType.ORGANISATION if makes and any(map(self._builds, places)) else guess

    def led(self, sentences: Sequence[Sentence]) -> frozenset[str]:
        """Names of which the article tells a head: „Komvera-Geschäftsführer Jens Ott“."""
        fields = self.k.words("generic-prefixes")
        return frozenset(
            name
            for s in sentences
            for token in s.tokens
            if "-" in token.text and token.upper
            for name, _, title in (token.text.rpartition("-"),)
            if (role := self.k.role_word(title)) is not None and role.name in _HEADS and name.lower() not in fields
        )

    def is_from_town(self, place: Place) -> bool:
        """„Programmiert hat sie Sinnwerk aus Neuruppin“: who is from a town, in a sentence on what was made."""
        s, first, last = place
        firm = not s.text_at(first).endswith(_GROUPS)
        return firm and s.low_at(last) == "aus" and _is_town(s, last + 1) and self._is_made(s)

    def are_people(self, name: str) -> bool:
        """„12.000 Coburger“, „die Bamberger“: people by the name of a town that is known."""
        if not name.endswith("er"):
            return False
        able = (name[:-2], name[:-2] + "en", name[:-1], name[:-3] + "en")
        return any(town in self.k.towns and name in town_adjectives(town) for town in able)

    def _is_told(self, place: Place) -> bool:
        s, first, last = place
        if s.low_at(first - 1) == _HOUSE and s.low_at(first - 2) in {"dem", "aus"} and self._tells_of_work(s):
            # „die Software aus dem Hause Nexor“, not „der Erlass aus dem Hause Faeser“
            return True
        if s.low_at(first - 1) == "an" and any(t.text in self._orders for t in s.tokens[:first]):
            # „vergibt den Auftrag an Nexor“
            return True
        if s.low_at(last) == "aus" and _is_town(s, last + 1):
            return self._is_made(s)
        after = s.low_at(last)
        if after not in _ARE and after != ",":
            # „Die App hat Nexor gebaut, ein Start-up aus Augsburg“
            built = self.k.lemma(after) in self._making and s.text_at(last + 1) == ","
            return built and is_firm_noun(self.k, s, last + 2)
        return is_called_firm(self.k, s, last)

    def _builds(self, place: Place) -> bool:
        """„Nexor hat die App gebaut“: it may be who makes a work, and nobody else is named who does."""
        s, first, _ = place
        if s.low_at(first - 1) in PREPOSITIONS or any(a.type is EntityType.ORGANISATION for a in s.arguments):
            return False
        lemmas = self._signs.lemmas(s.lower)
        return not self._building.isdisjoint(lemmas) and self._using.isdisjoint(lemmas)

    @staticmethod
    def _tells_of_work(s: Sentence) -> bool:
        return any(a.type is EntityType.SYSTEM for a in s.arguments)

    def _is_made(self, s: Sentence) -> bool:
        return not self._making.isdisjoint(self._signs.lemmas(s.lower))


def is_called_firm(knowledge: Knowledge, s: Sentence, last: int) -> bool:
    """„Nexor ist ein Unternehmen der Stadtwerke“, „Nexor, Tochter der Stadtwerke, …“: behind a name, its noun."""
    after = s.low_at(last)
    # an apposition closes with a comma, a list of other things does not
    called = (after == "," and "," in s.lower[last + 2 :]) or (after in _ARE and s.low_at(last + 1) in INDEFINITE)
    return called and is_firm_noun(knowledge, s, last + 1)


def is_firm_noun(knowledge: Knowledge, s: Sentence, i: int) -> bool:
    """„ein junges Unternehmen“, „Tochter“: a noun for a firm, with or without its article."""
    at = i + (s.low_at(i) in INDEFINITE)
    for _ in range(_MOST_ADJECTIVES):
        inflected = at < len(s.tokens) and s.tokens[at].inflected and s.text_at(at)[0].islower()
        at += inflected and s.low_at(at) not in DETERMINERS
    head = knowledge.head_noun(s.text_at(at)) if s.text_at(at)[:1].isupper() else None
    return head is not None and head.kind in FIRMS


def _is_town(s: Sentence, i: int) -> bool:
    town = s.taken.get(i)
    return town is not None and town.type in PLACES and town.first == i


def _is_of_town(place: Place) -> bool:
    """„die Augsburger Nexor hat die App gebaut“: an article, a town and the bare name."""
    s, first, last = place
    town = s.taken.get(first - 1)
    of_town = town is not None and town.adjective and town.type is EntityType.MUNICIPALITY
    return of_town and s.low_at(first - 2) in _THE and not s.text_at(last)[:1].isupper()
