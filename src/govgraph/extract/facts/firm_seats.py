"""Where a firm sits and where it only works: „Die Firma X in Ulm hat …“, „Die Firma X hat in Ulm …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import Predicate

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import Frame

_FROM = "aus"
_AT = "bei"
_CLOSING = frozenset({",", ".", ")", "–", ";", ":", "und", "sowie", "("})


def only_works_there(s: Sentence, place: Argument, frame: Frame, at: int) -> bool:
    """„Das Unternehmen X testet in Passau das System Y“: whether a place belongs to the verb, and not to the firm.

    Args:
        s: The sentence.
        place: The place.
        frame: Frame of a noun for a firm, or of any other noun.
        at: Token of the noun.
    """
    if frame.part != "noun" or frame.evokes is not Predicate.LOCATED_IN or _FROM not in frame.object_markers:
        return False
    if not 0 <= place.clause < len(s.clauses):
        return False
    clause = s.clauses[place.clause]
    verbs = {i for _, i, _ in clause.lemmas} | {i for i in clause.tokens if s.lower[i] in clause.auxiliaries}
    between = range(place.last, at) if place.first < at else range(at, place.begin)
    if not verbs.isdisjoint(between):
        # „in Ulm programmiert, bei der Firma X“: there it is
        return not (place.first < at and _AT in s.lower[max(0, at - 2) : at])
    if place.marker == _FROM:
        return False
    behind = max((a.last for a in s.arguments if a.group == place.group and not a.adjective), default=place.last)
    return s.low_at(behind) not in _CLOSING and behind not in verbs and behind < len(s.tokens)
