"""Bodies told by whose they are: „das IT-Referat der Stadt Fürth“, „dem KI-Labor der Bundesnetzagentur“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.name_runs import DEFINITE
from govgraph.extract.names.unnamed import UnnamedThings
from govgraph.extract.state import BODY_TYPES, PLACES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Draft, Sentence

_LANDS = frozenset({"Landes", "Freistaates", "Freistaats"})


class OwnedBodies(UnnamedThings):
    """Finds bodies of which their owner has one, and marks where they stand."""

    def _owned_body(self, s: Sentence, i: int) -> int:
        """„das Open-Data-Büro der Stadt Fürth“: the noun names the body, with or without its owner."""
        following = s.low_at(i + 1)
        if i in s.taken or following not in {"der", "des", "von"}:
            return 0
        if self._word_opening(s, i) not in DEFINITE or self._says_again(s, i):
            return 0
        owner, last = self._owner(s, i + 2)
        if last == i + 2 or (following == "von" and (owner is None or owner.type in PLACES)):
            return 0
        noun = self._bare_noun(s.tokens[i].text)
        known = self.cast.beginning(noun)
        if known is not None and known.type is EntityType.ORGANISATION:
            self._place(s, i, i + 1, known)
            return i + 1
        head = self._head(noun)
        draft = self.cast.named(
            f"{noun} {self._words(s, i + 1, last)}",
            EntityType.ORGANISATION,
            head.kind if head is not None else "Agency",
        )
        draft.names.add(noun)
        if owner is not None and draft.jurisdiction is None:
            draft.jurisdiction = owner if owner.type is EntityType.JURISDICTION else owner.jurisdiction
        self._place(s, i, i + 1, draft)
        self.short.setdefault(noun, draft)
        return i + 1

    def _says_again(self, s: Sentence, i: int) -> bool:
        """„dem KDN, dem Rechenamt der Stadt Köln“: the noun tells what was named right before."""
        j = self._before_apposition(s, i)
        before = s.taken.get(j)
        return s.text_at(j)[:1].isupper() if before is None else before.type is EntityType.ORGANISATION

    def _owner(self, s: Sentence, i: int) -> tuple[Draft | None, int]:
        """Whose something is by what stands in the genitive from token `i` on, and where that ends."""
        known = s.taken.get(i)
        if known is not None:
            whole = known.first == i and not known.adjective and known.role is None
            return (known.draft, known.last) if whole and known.type in BODY_TYPES else (None, i)
        text = s.text_at(i)
        genitive = text.removesuffix("s").removesuffix("e")
        if text in self.k.words("state-nouns") or {text, genitive} & self.k.words("municipality-nouns"):
            place = s.taken.get(i + 1)
            if place is not None and place.first == i + 1 and place.type in PLACES and not place.adjective:
                return place.draft, place.last
        return (self.cast.land_at(s.starts[i]), i + 1) if text in _LANDS else (None, i)

    def _bare_noun(self, text: str) -> str:
        """A noun without its genitive ending, also where no head noun tells where that begins."""
        return text.removesuffix("s") if self._nominative(text) == text else self._nominative(text)
