"""What others in a place do is not said of the place: „Schüler in Potsdam nutzen …“, „Der FC Bochum setzt auf …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import BODY_TYPES, PLACES
from govgraph.language.grammar import DETERMINERS, MODALS, PREPOSITIONS
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.clauses.arguments import MarkerFinder
    from govgraph.extract.state import Argument, Clause, Sentence
    from govgraph.vocabulary import Frame

_DOING = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.DEVELOPS, Predicate.COOPERATES_WITH})
_BY = frozenset({"bei", "durch", "von"})
_LET = "lassen"
_THERE = frozenset({"in", "aus"})
_LISTED = frozenset({",", "und", "sowie", "oder", "wie", "auch", "in", "im", "an", "vom", "von"}) | frozenset(
    DETERMINERS
)
"""Words within a list: „die Behörden und die Unternehmen“, „in Kliniken in Kassel und in der Verwaltung“."""


class OthersThere:
    """Tells what people, firms and schools do where they are from what the place itself does.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._others = tuple(sorted(words("others-in-a-place")))
        self._of_the_place = tuple(sorted(words("acting-for-their-place")))
        self._public = tuple(sorted(words("owned-by-the-place")))
        self._serving = words("serving-verbs")
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
        if any(MODALS.get(low) == "können" for low in clause.auxiliaries):
            # „In Bayern können Unternehmen Anträge über X stellen“: what a place offers
            return False
        if not self._serving.isdisjoint(clause.verbs):
            return False
        acting = [i for i in clause.tokens if self._are_others(s, i)]
        if place.head not in acting:
            acting = [i for i in acting if _is_subject(s, i, markers)]
        return bool(acting) and not any(self._acts_for_place(s, i, acting, markers) for i in clause.tokens)

    def _are_others(self, s: Sentence, i: int) -> bool:
        """Whether a token is a noun for others: „Schüler“, „Firmen“; not „Eigenbetriebe“, „städtische Schulen“."""
        low = s.lower[i]
        if i in s.taken or not s.tokens[i].text[0].isupper() or not low.endswith(self._others):
            return False
        return not low.startswith(self._public) and not s.low_at(i - 1).startswith(self._public)

    def _acts_for_place(self, s: Sentence, i: int, others: Sequence[int], markers: MarkerFinder) -> bool:
        """Whether a noun for a body of the place does it, too: „Ämter und Schulen“, „für Firmen führt die Stadt …“."""
        if (
            (i in s.taken and not s.taken[i].reference)
            or not s.tokens[i].text[0].isupper()
            or not s.lower[i].endswith(self._of_the_place)
        ):
            return False
        marker = markers.noun_marker(s, i)[0]
        return marker == "mit" or _is_subject(s, i, markers) or any(_are_listed(s, i, j) for j in others)

    def _is_part_of_name(self, s: Sentence, place: Argument) -> bool:
        """„Die Wohnungsbaugesellschaft Kassel“, „Das LKA Hessen“: the place only says where the one before it is."""
        before = place.first - 1
        word = s.text_at(before)
        if before in s.taken or not word[:1].isupper() or s.low_at(before) in PREPOSITIONS:
            return False
        return word.lower().endswith(self._named) and s.low_at(before - 1) in DETERMINERS


def _is_subject(s: Sentence, i: int, markers: MarkerFinder) -> bool:
    """Whether the noun at a token stands where the subject stands: „nutzen in Jena die Schüler“."""
    marker, cases, _ = markers.noun_marker(s, i)
    return marker == "np" and "n" in cases


def _are_listed(s: Sentence, i: int, j: int) -> bool:
    """Whether nothing stands between two nouns but what stands in a list of nouns."""
    between = range(min(i, j) + 1, max(i, j))
    words = {s.lower[k] for k in between}
    return ("und" in words or "sowie" in words) and all(
        s.lower[k] in _LISTED or s.tokens[k].text[0].isupper() for k in between
    )


def _for_another(s: Sentence, clause: Clause, frame: Frame, subject: Argument) -> bool:
    """„Ulm lässt bei der AKDB die App entwickeln“, „Bremen kritisiert die Einführung von X durch Hessen“.

    Who has something made by another that is named does not make it, and a noun that names who does it says it of
    nobody else.
    """
    if frame.part == "verb":
        return frame.evokes is Predicate.DEVELOPS and has_it_made(s, clause, subject)
    return frame.part == "noun" and any(
        a.marker == "durch" and a.type in PLACES and a.first in clause.tokens and a.group != subject.group
        for a in s.arguments
    )


def has_it_made(s: Sentence, clause: Clause, who: Argument) -> bool:
    """„Ulm lässt Dataport die App entwickeln“, „… von Dataport entwickeln“: who has something made by a named body."""
    if who.type not in BODY_TYPES or who.marker != "np" or _LET not in clause.verbs:
        return False
    return any(
        a.type is EntityType.ORGANISATION
        and a.draft is not who.draft
        and a.group != who.group
        and a.first in clause.tokens
        and (a.marker in _BY or (a.marker == "np" and a.first > who.first))
        for a in s.arguments
    )
