"""Names behind the title of somebody whose aide is meant: „der Stellvertreter des Landrats im Kreis Unna, A“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.predecessor_nouns import prior_nouns
from govgraph.language.grammar import DETERMINERS

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence

_GENITIVE = frozenset({"der", "des", "ihrer", "ihres", "seiner", "seines", "unserer", "unseres"})
_INSIDE = _GENITIVE | {"im", "in"}
_STEPS = 3
"""Most nouns in a chain: „der Leiter des Büros des Landrats“."""
_WOMAN = "in"


class AidesOfHolders:
    """Tells whose the name behind a title in the genitive is: of who holds it, or of the noun that it hangs on.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.words
        self._aides = words("kin-nouns") | words("people-of-somebody") | words("nouns-beside-names")
        self._ends = tuple(words("ends-of-aides"))
        self._next = words("successor-nouns")
        self._prior = prior_nouns(knowledge)

    def is_of_aide(self, s: Sentence, title: Argument, person: Argument) -> bool:
        """„die Büroleiterin des Landrats in Plön, A“: A is no Landrat, unless only the title agrees with the name."""
        noun = self._aide_before(s, title, person)
        if noun < 0 or s.text_at(noun) in self._next | self._prior or person.draft is None or title.role is None:
            return False
        woman = person.draft.feminine
        agrees = woman in {None, s.low_at(noun).endswith(_WOMAN)}
        return agrees or woman is not title.role.feminine

    def is_predecessor(self, s: Sentence, title: Argument, person: Argument) -> bool:
        """„die Vorgängerin des Landrats in Peine, A“: A was what somebody else is."""
        noun = self._aide_before(s, title, person)
        return noun >= 0 and s.text_at(noun) in self._prior

    def _aide_before(self, s: Sentence, title: Argument, person: Argument) -> int:
        """Token of the noun for a person that a title set off from a name by a comma hangs on; -1 without."""
        if person.first == title.last or s.low_at(title.begin) not in _GENITIVE or s.text_at(person.first - 1) != ",":
            return -1
        noun = title.begin - 1
        for _ in range(_STEPS):
            if noun < 0 or not s.text_at(noun)[:1].isupper():
                return -1
            if self._is_somebody(s, noun):
                return noun if _has_article(s, noun) else -1
            if s.low_at(noun - 1) not in _INSIDE:
                return -1
            noun -= 2
        return -1

    def _is_somebody(self, s: Sentence, noun: int) -> bool:
        taken = s.taken.get(noun)
        if taken is not None:
            return taken.role is not None
        text = s.text_at(noun)
        return text in self._aides or text in self._prior or text.lower().endswith(self._ends)


def _has_article(s: Sentence, noun: int) -> bool:
    """„der Persönliche Referent“, and not „war davor Referent des Ministers, A“, which tells of another."""
    taken = s.taken.get(noun)
    before = (taken.first if taken is not None else noun) - 1
    while before >= 0 and s.lower[before].isalpha() and s.lower[before] not in DETERMINERS and noun - before <= _STEPS:
        before -= 1
    return s.low_at(before) in DETERMINERS
