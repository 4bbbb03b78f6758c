"""Which of the names that may fill the two slots of a frame fit together best: by case, order and nearness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.companions import Pair, joined, of_other_kind
from govgraph.extract.state import BODY_TYPES, Argument
from govgraph.language.grammar import AUXILIARY_LEMMAS
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Frame

_BY = frozenset({"von", "durch"})
_RECEIVING = frozenset({"an", "dat"})


def best_pair(s: Sentence, frame: Frame, at: int, subjects: list[Argument], objects: list[Argument]) -> Pair | None:
    """The subject and the object that fit best, each with those it is joined to; None if nothing fits.

    Args:
        s: Sentence.
        frame: The frame.
        at: Token that evokes it.
        subjects: What may be the subject.
        objects: What may be the object.
    """
    if not subjects or not objects:
        return None
    best: tuple[float, Argument, Argument] | None = None
    for a in subjects:
        for b in objects:
            if a is b or (a.draft is not None and a.draft is b.draft):
                continue
            # „hat sich A und B als Partner gesucht“: who stands coordinated hardly relates to one another
            score = _score(s, frame, at, a, b) - (4 if joined(s, a, b) else 0)
            if best is None or score > best[0]:
                best = (score, a, b)
    if best is None:
        return None
    _, a, b = best
    if joined(s, a, b):
        if frame.evokes is Predicate.COOPERATES_WITH and a.group == b.group:
            return (a,), (b,)
        return None
    ours = {x.group for x in subjects if x.draft is a.draft}
    fillers = tuple(x for x in subjects if x.group in ours and x is not b and x.group != b.group)
    things = tuple(x for x in objects if x.group == b.group and x is not a)
    return fillers + of_other_kind(s, fillers, [x for x in subjects if x not in things and x.group != b.group]), things


def _score(s: Sentence, frame: Frame, at: int, a: Argument, b: Argument) -> float:
    """How well a pair fits: unambiguous case, order, nearness to the trigger."""
    score = 0.0
    if a.cases == "n":
        score += 2
    oblique = "acc" in frame.subject_markers or _passes_on(frame)
    if oblique and "nom" not in frame.subject_markers:
        # „Der Minister ernannte A zum …“, „B übergab A das Amt“: of two people the later one is the object
        score += 0.1 * a.first
    elif a.first < at:
        score += 1
        if _opens_main(s, a) and frame.part == "verb":
            # „Die AKDB hat München das Portal gebaut“: of two names that may be the subject the one in front
            score += 0.4
    # „Als Mitglieder begrüßt der Verband A und B“: the body stands first that has them
    of_pronoun = a.first in s.relatives or b.first in s.relatives
    first, second = (b, a) if _flipped(frame) and not of_pronoun else (a, b)
    if first.first < second.first and first.marker == "np":
        score += 1
    verbs = s.clauses[b.clause].lemmas if frame.part == "verb" and 0 <= b.first < at else ()
    if any(b.last <= i < at and lemma not in AUXILIARY_LEMMAS for lemma, i, _ in verbs):
        # „will X einführen und Y testen“: between two verbs stands the object of the second
        score -= 1.5
    score += 1.5 * (a.first in s.relatives or b.first in s.relatives)
    if b.marker != "np" or "n" not in b.cases:
        score += 1
    if b.head == at:
        score += 2
    if a.head == at and a.marker in frame.subject_markers:
        score += 2
    if frame.part != "verb":
        score -= 0.15 * min(abs(b.first - at), 10)
    elif a.begin == at + 1 and a.marker in _BY:
        # „Entwickelt von A und bezahlt von B“: each by whoever stands right behind it
        score += 2
    score -= 0.02 * (abs(a.first - at) + abs(b.first - at))
    if frame.evokes is Predicate.COOPERATES_WITH and frame.part == "adjective" and a.last == at:
        # „das A zusammen mit B betreibt“: who stands right before „zusammen“
        score += 2
    if frame.evokes is Predicate.SUCCEEDS and "apposition" in frame.subject_markers and a.begin <= at < a.first:
        # „stimmt sich A mit seiner Nachfolgerin B ab“: who is named right after the noun
        score += 4
    if "before" in frame.subject_markers:
        score -= 0.3 * (at - a.last)
    if a.reference and a.type is not EntityType.PERSON:
        score -= 0.1
    return score


def is_distinct(pair: Pair) -> bool:
    """Whether an object is another than the subjects."""
    subjects = {id(a.draft) for a in pair[0]}
    return not all(id(b.draft) in subjects for b in pair[1])


def _flipped(frame: Frame) -> bool:
    """Whether the object of the relation is the subject of the verb."""
    if frame.evokes is None or frame.object_markers != {"nom"}:
        return False
    return frame.subject_markers == {"acc"} or _passes_on(frame)


def _passes_on(frame: Frame) -> bool:
    """„B übergab A das Amt“: whether the subject of the relation is who is given something."""
    return frame.evokes is Predicate.SUCCEEDS and frame.subject_markers >= _RECEIVING


def _opens_main(s: Sentence, a: Argument) -> bool:
    """Whether the name of a body, with its article, opens a main clause."""
    if a.type not in BODY_TYPES or a.marker != "np" or a.begin == a.first or not 0 <= a.clause < len(s.clauses):
        return False
    clause = s.clauses[a.clause]
    return clause.kind == "main" and bool(clause.tokens) and clause.tokens[0] == a.begin
