"""Names behind the title of somebody whose aide is meant: „der Stellvertreter des Landrats im Kreis Unna, A“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.predecessor_nouns import prior_nouns
from govgraph.extract.people.gender import is_neutral
from govgraph.language.grammar import DETERMINERS

if TYPE_CHECKING:
    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence

_GENITIVE = frozenset({"der", "des", "ihrer", "ihres", "seiner", "seines", "unserer", "unseres"})
_INSIDE = _GENITIVE | {"im", "in"}
_STEPS = 3
"""Most nouns in a chain: „der Leiter des Büros des Landrats“."""
_WOMEN = ("in", "frau", "mutter", "schwester", "tochter")
_EITHER = ("beauftragte", "vertraute", "vize", "vorgesetzte")
"""How nouns end that have the same form for women and men."""
_HER = frozenset({"die", "diese", "eine"})


class AidesOfHolders:
    """Tells whose the name behind a title in the genitive is: of who holds it, or of the noun that it hangs on.

    Args:
        knowledge: Compiled vocabulary.
        agreement: What first names tell of people.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement) -> None:
        self._agreement = agreement
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
        if _are_several(s, noun):
            return False
        woman = self._agreement.is_woman(person.draft)
        agrees = woman in {None, s.low_at(noun).endswith(_WOMEN) or s.low_at(noun - 1) in _HER}
        return agrees or not (is_neutral(title.role.name) or woman is title.role.feminine)

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


def _are_several(s: Sentence, noun: int) -> bool:
    """„die Mitarbeiter des CIO, A“: one name is not that of several."""
    return s.low_at(noun - 1) == "die" and not s.low_at(noun).endswith((*_WOMEN, *_EITHER))
