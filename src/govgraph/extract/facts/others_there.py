"""What others in a place do is not said of the place: „Schüler in Potsdam nutzen …“, „Der FC Bochum setzt auf …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import PLACES
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.clauses.arguments import MarkerFinder
    from govgraph.extract.state import Argument, Clause, Sentence
    from govgraph.vocabulary import Frame

_DOING = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.DEVELOPS, Predicate.COOPERATES_WITH})
_BY = frozenset({"bei", "durch", "von"})
_THERE = frozenset({"in", "aus"})


class OthersThere:
    """Tells what people, firms and schools do where they are from what the place itself does.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._others = tuple(sorted(words("others-in-a-place")))
        self._named = tuple(sorted(words("others-named-by-a-place")))

    def did(
        self, s: Sentence, clause: Clause, frame: Frame, subjects: Sequence[Argument], markers: MarkerFinder
    ) -> bool:
        """Whether somebody else does what the verb of a clause says of a place."""
        place = subjects[0]
        if frame.evokes in _DOING and place.marker == "np" and _for_another(s, clause, frame, place):
            return True
        if frame.evokes not in _DOING or place.type not in PLACES or place.reference:
            return False
        if place.marker == "np":
            return self._is_part_of_name(s, place)
        if frame.part != "verb" or place.marker not in _THERE or is_passive(clause):
            return False
        if place.head >= 0 and place.head not in s.taken and s.low_at(place.head).endswith(self._others):
            return True
        return any(self._acts(s, i, markers) for i in clause.tokens)

    def _acts(self, s: Sentence, i: int, markers: MarkerFinder) -> bool:
        """Whether a common noun for others stands where the subject stands: „nutzen in Jena die Schüler“."""
        if i in s.taken or not s.tokens[i].text[0].isupper() or not s.lower[i].endswith(self._others):
            return False
        marker, cases, _ = markers.noun_marker(s, i)
        return marker == "np" and "n" in cases

    def _is_part_of_name(self, s: Sentence, place: Argument) -> bool:
        """„Die Wohnungsbaugesellschaft Kassel“, „Das LKA Hessen“: the place only says where the one before it is."""
        before = place.first - 1
        word = s.text_at(before)
        if before in s.taken or not word[:1].isupper() or s.low_at(before) in PREPOSITIONS:
            return False
        return word.lower().endswith(self._named) and s.low_at(before - 1) in DETERMINERS


def _for_another(s: Sentence, clause: Clause, frame: Frame, subject: Argument) -> bool:
    """„Ulm lässt bei der AKDB die App entwickeln“, „Bremen kritisiert die Einführung von X durch Hessen“.

    Who has something made by another that is named does not make it, and a noun that names who does it says it of
    nobody else.
    """
    if frame.part == "verb":
        ordered = any(lemma == "lassen" for lemma, _, _ in clause.lemmas)
        return (
            ordered
            and frame.evokes is Predicate.DEVELOPS
            and subject.type in PLACES
            and any(
                a.marker in _BY and a.type is EntityType.ORGANISATION and a.first in clause.tokens for a in s.arguments
            )
        )
    return frame.part == "noun" and any(
        a.marker == "durch" and a.type in PLACES and a.first in clause.tokens and a.group != subject.group
        for a in s.arguments
    )
