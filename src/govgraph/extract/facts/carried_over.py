"""What a clause takes over from the one it goes on from: its subject, or the pronoun that is the object of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.fitting import of_type
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.clauses.verb_shares import done_by_another
from govgraph.extract.facts.own_subjects import own_subject
from govgraph.extract.state import BODY_TYPES, Argument
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from govgraph.extract.state import Clause, Sentence
    from govgraph.vocabulary import Frame

_TWO = 2


class CarriedOver:
    """Finds what fills a slot of a clause that names nothing for it.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._ordering = words("ordering-verbs")
        self._name_nouns = words("name-nouns")
        self._name_verbs = words("name-verbs")

    def subjects(self, s: Sentence, number: int, types: Container[EntityType]) -> list[Argument]:
        """Subjects of the clause that this one goes on from, if it has none of its own."""
        clause = s.clauses[number]
        steps = 0
        while clause.parent >= 0 and clause.parent != number and steps < 3:
            if not (clause.joined or clause.kind == "infinitive") or (clause.joined and own_subject(s, clause)):
                return []
            number = clause.parent
            if clause.kind == "infinitive" and self._orders(s, s.clauses[number]):
                return _ordered(s, number, types)
            able = [
                a
                for a in s.arguments
                if a.clause == number
                and a.marker == "np"
                and "n" in a.cases
                and not a.adjective
                and a.draft is not None
            ]
            called = [a for a in s.arguments if a.clause == number and a.type in types and self._names_subject(s, a)]
            if called:
                return called
            # „er berät das Ministerium und sitzt im Beirat“, „der das Land vertritt und im Beirat sitzt“: what can be
            # nothing but the subject is the subject of both
            joined = clause.joined
            sure = [
                a for a in able if a.cases == "n" or (joined and a.first in s.relatives and a.type is EntityType.PERSON)
            ]
            found = [a for a in sure or able if a.type in types]
            if found:
                first = min(found, key=lambda a: a.first)
                thing = first.type not in {*BODY_TYPES, EntityType.PERSON}
                if (
                    thing
                    and not sure
                    and any(a.nominative and a.type in BODY_TYPES and a.last <= first.first for a in able)
                ):
                    # „Köln wollte X testen und nutzt nun Y“: who does both stands in front
                    return []
                if done_by_another(s, s.clauses[number], first):
                    return []
                # „Gera und der Kreis Greiz planen“: one of them is the subject for sure, and so are all
                return [a for a in able if a.group == first.group and a.type in types]
            if sure:
                return []
            clause = s.clauses[number]
            steps += 1
        return []

    def _orders(self, s: Sentence, clause: Clause) -> bool:
        """„Hessen beauftragt die ekom21, das Portal zu entwickeln“: whether the object of a clause is to do it."""
        if is_passive(clause) or self._ordering.isdisjoint(clause.verbs):
            return False
        return "sich" not in clause.words

    def _names_subject(self, s: Sentence, a: Argument) -> bool:
        """„Es trägt den Namen X und wird von A betrieben“: the subject, named as the object of its clause."""
        if a.introduced_by not in self._name_nouns or a.adjective:
            return False
        return not self._name_verbs.isdisjoint(s.clauses[a.clause].verbs)


def object_of_both(s: Sentence, number: int, frame: Frame, markers: frozenset[str]) -> list[Argument]:
    """„das Portal, das A betreibt und B bezahlt“: a relative pronoun is the object of both its verbs."""
    clause = s.clauses[number]
    if frame.part != "verb" or not clause.joined or clause.parent < 0 or "acc" not in markers:
        return []
    above = s.clauses[clause.parent]
    if above.kind != "relative" or s.lower[clause.tokens[0]] not in {"und", "oder"}:
        return []
    inside = [a for a in s.arguments if a.clause == clause.parent and a.marker == "np" and not a.adjective]
    pronoun = next((a for a in inside if a.first in s.relatives and "a" in a.cases), None)
    if pronoun is None or pronoun.draft is None or not of_type(pronoun.draft, frame.object_types):
        return []
    own = {a.group: a for a in s.arguments if a.clause == number and a.nominative}
    doing = any(a.nominative and a is not pronoun and a.type in BODY_TYPES for a in inside)
    return [pronoun] if doing and len(own) == 1 and {a.type for a in own.values()} <= frame.subject_types else []


def is_done_at(frame: Frame) -> bool:
    """Whether the subject of a frame's verb is the work: it is passive, or names who uses it by a preposition."""
    # „X ist neu und stammt von der AKDB“
    used = frame.evokes in {Predicate.DEVELOPS, Predicate.IMPLEMENTS, Predicate.PILOTS} and frame.part == "verb"
    return frame.voice == "passive" or (used and "nom" not in frame.subject_markers)


def _ordered(s: Sentence, number: int, types: Container[EntityType]) -> list[Argument]:
    """Whom a clause tells to do something: the last of its names that may be an accusative beside its subject."""
    able = [a for a in s.arguments if a.clause == number and a.marker == "np" and not a.adjective and a.draft]
    told = [a for a in able if "a" in a.cases and a.type in types]
    if not told or len({a.group for a in able}) < _TWO:
        return []
    return [a for a in told if a.group == told[-1].group]
