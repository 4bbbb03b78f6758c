"""Houses, meetings and works called like a known one, but of another place or part: „GovLab Osnabrück“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import ADJECTIVE, NOUN, LongNames
from govgraph.extract.state import PLACES, WORKS
from govgraph.language.grammar import INDEFINITE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence

_SIDES = frozenset({"Mitte", "Nord", "Nordost", "Nordwest", "Ost", "Süd", "Südost", "Südwest", "West"})
_OF_PLACES = frozenset({EntityType.EVENT, EntityType.ORGANISATION})
_INTRODUCING = frozenset({EntityType.SERVICE, EntityType.SYSTEM})


class NamesElsewhere(LongNames):
    """Finds names that begin with a known one and end with another place or part, and marks where they stand."""

    def _house_elsewhere(self, s: Sentence, known: Argument) -> int:
        """„das GovLab Osnabrück“, „der Städtetag Bergisches Land“: what this word alone means is in another place."""
        i, last, draft = known.first, known.last, known.draft
        if draft is None or known.type is not EntityType.ORGANISATION or last != i + 1 or s.text_at(i).isupper():
            return 0
        if self._word_opening(s, i) in INDEFINITE or not self._is_short_for_a_place(s, known):
            return 0
        end = self._other_place(s, last)
        if not end:
            return 0
        longer = self.cast.named(
            f"{self._nominative(s.text_at(i))} {self._words(s, last, end)}", EntityType.ORGANISATION, draft.kind
        )
        self._swallow(s, i, end)
        self._place(s, i, end, longer)
        return end

    def _is_short_for_a_place(self, s: Sentence, known: Argument) -> bool:
        """Whether the full name of what is known goes on with a place, or the word may be that of several bodies."""
        draft, text = known.draft, self._nominative(s.text_at(known.first))
        if draft is None or draft.kind == "Ministry":
            return False
        if draft.entry is None:
            return draft.name == text and draft.kind in {"Association", "Committee"}
        word, _, rest = draft.name.partition(" ")
        return word == text and (rest in self.k.towns or rest in self.k.lands_after)

    def _other_place(self, s: Sentence, j: int) -> int:
        """End of a place at a token, or of a landscape of two words („Bergisches Land“), or 0."""
        beside = s.taken.get(j)
        if beside is not None:
            named = beside.first == j and beside.type in PLACES and not beside.adjective
            return beside.last if named else 0
        landscape = ADJECTIVE.match(s.text_at(j)) and s.text_at(j)[0].isupper() and NOUN.match(s.text_at(j + 1))
        return (
            j + 2
            if landscape and j + 1 not in s.taken and s.text_at(j + 1) in self.k.words("nouns-of-landscapes")
            else 0
        )

    def _of_a_side(self, s: Sentence, known: Argument) -> int:
        """„der Zukunftskongress Mitte“: a known meeting or house and a quarter of the compass is another one."""
        last, draft = known.last, known.draft
        if draft is None or draft.entry is None or known.type not in _OF_PLACES or last in s.taken:
            return 0
        if s.text_at(last) not in _SIDES or s.text_at(known.first).isupper() or s.text_at(last + 1)[:1].isupper():
            # „Vitako Mitte Mai“
            return 0
        longer = self.cast.named(self._words(s, known.first, last + 1), known.type, draft.kind)
        self._swallow(s, known.first, last)
        self._place(s, known.first, last + 1, longer)
        return last + 1

    def _part_of_work(self, s: Sentence, known: Argument) -> int:
        """„die Komponente NOOTS-Konnektor“, „die Firma KDO-Service“: a noun says that the compound is a name itself."""
        i, draft = known.first, known.draft
        text = s.text_at(i)
        head = self._head(s.text_at(i - 1)) if i and i - 1 not in s.taken else None
        if draft is None or draft.entry is None or not known.adjective or known.last != i + 1 or "-" not in text:
            return 0
        if head is None or not head.introduces:
            return 0
        firm = head.kind == "Company" and draft.type is EntityType.ORGANISATION
        if not firm and (draft.type not in WORKS or head.type not in _INTRODUCING):
            return 0
        if self._word_opening(s, i - 1) in INDEFINITE or NOUN.match(s.text_at(i + 1)):
            return 0
        tail = text.rpartition("-")[2]
        if self.k.role_word(tail) is not None or tail in self.k.words("nouns-about-a-work"):
            # „die App BundID-Nutzer brauchen“
            return 0
        part = self.cast.thing(text, head.type, head.kind)
        draft.mentions -= {span for span in draft.mentions if s.starts[i] <= span[0] < s.end_of(i)}
        s.drop(known)
        self._place(s, i, i + 1, part)
        return i + 1
