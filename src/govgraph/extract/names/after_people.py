"""Houses that bear the name of a person: „Anne-Frank-Schule“, „Björn Steiger Stiftung“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import LongNames
from govgraph.extract.names.name_runs import DEFINITE
from govgraph.extract.names.name_words import NAME
from govgraph.extract.state import PLACES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence


class HousesOfPeople(LongNames):
    """Finds houses called after people and marks where they stand."""

    def _house_of_person(self, s: Sentence, i: int) -> int:
        """„das Albert-Einstein-Gymnasium“, „der Björn Steiger Stiftung“: a first name, a surname, a house."""
        if i in s.taken:
            return 0
        last = i if self._house(s.text_at(i)) else i + 1 if self._house(s.text_at(i + 1)) else i + 2
        if last > i and (not NAME.match(s.text_at(i + 1)) or i + 1 in s.taken or last in s.taken):
            return 0
        noun = self._house(s.text_at(last))
        if not noun or (last == i + 1 and "-" not in s.text_at(last)):
            return 0
        head = self.k.heads.get(noun.lower())
        words = self._words(s, i, last + 1)
        name = words[: len(words) - len(s.text_at(last).rsplit("-", 1)[-1])] + noun
        place = s.taken.get(last + 1)
        if place is not None and place.first == last + 1 and place.type in PLACES and not place.adjective:
            name = f"{name} {self._words(s, last + 1, place.last)}"
            last = place.last - 1
        draft = self.cast.named(name, EntityType.ORGANISATION, head.kind if head is not None else "Organisation")
        self._place(s, i, last + 1, draft)
        return last + 1

    def _house_of_surname(self, s: Sentence, i: int) -> int:
        """„am Goethe-Gymnasium“, „die Humboldt-Schule“: a surname and a school, with the article of one of them."""
        text = s.tokens[i].text
        noun = self._house(text)
        if i in s.taken or noun not in self.k.words("schools") or s.low_at(i - 1) not in DEFINITE:
            return 0
        surname = text.split("-")[0]
        if not NAME.match(surname) or surname.isupper() or self.k.like_a_place(surname):
            return 0
        head = self.k.heads.get(noun.lower())
        kind = head.kind if head is not None else "Organisation"
        self._place(s, i, i + 1, self.cast.named(f"{surname}-{noun}", EntityType.ORGANISATION, kind))
        return i + 1

    def _house(self, text: str) -> str:
        """The noun for a house that a word is or ends in after a hyphen, without its genitive ending; or nothing."""
        noun = text.rsplit("-", 1)[-1]
        return next((n for n in (noun, noun[:-1], noun[:-2]) if n in self.k.words("houses-of-people")), "")
