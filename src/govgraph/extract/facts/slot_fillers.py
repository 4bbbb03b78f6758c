"""Who fills the two slots of a triggered frame: subjects and objects, in the clause or around it, that go together.

First the object is looked for (`_objects`), then the subject (`_subjects`), then those that fit together (`_paired`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.extract.clauses.companions import Pair, acting_with, beside, each_other
from govgraph.extract.clauses.fitting import beside_holder, closes_inner, in_aside, of_kind, open_object, with_group
from govgraph.extract.clauses.scenes import in_apposition, part_of_topic, scene, tested, where_tested
from govgraph.extract.facts.best_pair import best_pair, is_distinct
from govgraph.extract.facts.carried_over import CarriedOver, is_done_at, object_of_both
from govgraph.extract.facts.context import object_from_context, subject_from_context
from govgraph.extract.facts.frame_limits import done_by_somebody, works_behind_user
from govgraph.extract.facts.scenes_of_acts import without_scenes
from govgraph.extract.facts.slot_candidates import Candidates, Slot, may_be_attribute
from govgraph.extract.people.gender import is_neutral
from govgraph.extract.state import PLACES, Argument
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.arguments import MarkerFinder
    from govgraph.extract.facts.triggers import Trigger
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import Frame

_IN = frozenset({"in"})
_BY, _BY_ANY = frozenset({"von"}), frozenset({"von", "durch"})
"""Who does what a passive says; „wird durch Y ersetzt“ names what comes instead."""
_OWNING = frozenset({"gen", "von"})
_MAKERS = frozenset({"Company", "ServiceProvider"})
"""Classes of bodies whose works others use."""
_ATTRIBUTIVE = frozenset({"adjective", "compound"})
"""Markers of slots that the first part of a compound or an adjective may fill."""
_APPOINTED = frozenset({"dich", "ihn", "mich", "sie", "uns"})
"""Pronouns that stand, or may stand, for who is given an office."""
_ELSE_IN = frozenset({"else-in"})
_NOM = frozenset({"nom"})


@dataclass(frozen=True, slots=True)
class _Search:
    """A triggered frame whose slots look for their fillers.

    Attributes:
        s: Sentence.
        number: Number of the clause.
        trigger: The frame, the token that evokes it, and whether its clause is passive for it.
        own: Arguments of the clause.
        inside: Those of them, and of the clause before it, that may fill a slot.
        subject: Slot of the subject of the relation.
        object: Slot of its object.
    """

    s: Sentence
    number: int
    trigger: Trigger
    own: Sequence[Argument]
    inside: Sequence[Argument]
    subject: Slot
    object: Slot


class SlotFiller:
    """Finds who fills the two slots of a triggered frame.

    Args:
        knowledge: Compiled vocabulary.
        markers: Finder of markers.
    """

    def __init__(self, knowledge: Knowledge, markers: MarkerFinder) -> None:
        words = knowledge.words
        self._candidates = Candidates(knowledge, markers)
        self._carried = CarriedOver(words)
        self._agreement = markers.agreement
        self._replacing = words("substituting-verbs")
        self._wholes = tuple(sorted(words("whole-bodies")))
        self._parts = words("part-nouns")
        self._suiting = words("suiting-verbs")

    def fill(self, s: Sentence, number: int, own: Sequence[Argument], trigger: Trigger) -> Pair | None:
        """The subjects and the objects of what a frame states in a clause, or None if one of them is missing.

        Args:
            s: Sentence.
            number: Number of the clause.
            own: Arguments of the clause.
            trigger: The frame, the token that evokes it, and whether its clause is passive for it.
        """
        frame = trigger[0]
        if not own and not open_object(frame):
            return None
        search = self._search(s, number, own, trigger)
        if "reciprocal" in search.object.markers:
            return self._one_another(search)
        objects = self._objects(search)
        if not objects:
            return None
        if (
            frame.evokes is Predicate.DEVELOPS
            and "bei" in search.subject.markers
            and _has_doer(s, search.inside, frame)
        ):
            # „wird in Bremen von Dataport betrieben“: where that is, not who does it
            return None
        able = self._candidates.of(s, search.inside, search.subject)
        subjects, objects = self._subjects(search, able, objects)
        return self._paired(search, able, subjects, objects)

    def named(self, s: Sentence, number: int, own: Sequence[Argument], trigger: Trigger) -> Pair:
        """What the clause itself names for the subject and for the object of a frame; either may be nothing."""
        search = self._search(s, number, own, trigger)
        subjects, objects = (self._candidates.of(s, search.inside, slot) for slot in (search.subject, search.object))
        return tuple(subjects), tuple(objects)

    def _search(self, s: Sentence, number: int, own: Sequence[Argument], trigger: Trigger) -> _Search:
        """Where the slots of a frame may be filled."""
        frame, at, _ = trigger
        subject_markers, object_markers = self._markers(s, number, trigger)
        inside = [a for a in own if not a.adjective]
        if "appositive" in subject_markers:
            inside = [a for a in s.arguments if a in inside or closes_inner(s, a, number, at)]
        if len(inside) < len(own) and not frame.object_markers.isdisjoint(_ATTRIBUTIVE):
            inside = [a for a in own if not a.adjective or may_be_attribute(s, a, frame, at)]
        subject, object_ = Slot(frame, at, subject_markers), Slot(frame, at, object_markers, is_object=True)
        return _Search(s, number, trigger, own, inside, subject, object_)

    def _markers(self, s: Sentence, number: int, trigger: Trigger) -> tuple[frozenset[str], frozenset[str]]:
        """Markers of the subject and the object of a relation, which change where its verb is passive."""
        frame, at, passive = trigger
        subjects, objects = frame.subject_markers, frame.object_markers
        if not passive or frame.part != "verb":
            return subjects, objects
        if "durch" in objects:
            # „newsystem wird durch enaio ersetzt“: what stood there before is not who does it
            return _BY | (subjects & _ELSE_IN), objects
        if "acc" in objects:
            changed = any(i == at and lemma in self._replacing for lemma, i, _ in s.clauses[number].lemmas)
            return (_BY if changed else _BY_ANY) | (subjects & _ELSE_IN), _NOM
        if "acc" in subjects:
            # „In Köln wird die Messe ausgerichtet“: the object of the verb is the subject of the relation
            return _NOM, _BY_ANY if "nom" in objects else objects
        return subjects, objects

    def _one_another(self, search: _Search) -> Pair | None:
        """„Ulm und Gera arbeiten zusammen“: who does something with one another."""
        s, number, (frame, at, _) = search.s, search.number, search.trigger
        if frame.part == "noun" and "und" in s.lower[max(0, at - 2) : at]:
            # „Heidelberg, Karlsruhe und ein Verbund um Ulm“: it is one of several itself
            return None
        able = self._candidates.of(s, search.inside, search.subject)
        if not able and s.clauses[number].kind == "infinitive":
            # „Ulm und Gera planen, das Portal gemeinsam einzuführen“
            able = self._carried.subjects(s, number, frame.subject_types)
        return each_other(s, able)

    def _objects(self, search: _Search) -> list[Argument]:
        """What may be the object, in the clause or around it."""
        s, number, (frame, at, passive) = search.s, search.number, search.trigger
        markers = search.object.markers
        objects = self._candidates.of(s, search.inside, search.object)
        if frame.evokes is None and len(objects) > 1:
            # „Zum Vorsitzenden wählten sie A, zur Stellvertreterin B“: the second title has its own name beside it
            objects = [a for a in objects if not beside_holder(s, a)] or objects
        if not objects and "context" in markers:
            objects = object_from_context(s, frame, number, at, self._wholes)
        shared = object_of_both(s, number, frame, markers)
        if shared and all(a.nominative for a in objects):
            objects = shared
        objects = objects or tested(s, number, frame, self._suiting)
        objects = objects or part_of_topic(s, number, frame, self._parts)
        if not objects and "nom" in markers and (passive or is_done_at(frame)):
            # „X ist neu und wird von Köln erprobt“, „X ist neu und läuft in Köln“
            objects = self._carried.subjects(s, number, frame.object_types)
        if not objects and "nom" in markers and frame.evokes is Predicate.MEMBER_OF:
            objects = self._taking_in(s, number, frame)
        return objects

    def _taking_in(self, s: Sentence, number: int, frame: Frame) -> list[Argument]:
        """„Die KDO plant, Köln aufzunehmen“, „Der Rat der KDO beschloss, …“: the body that an infinitive is about."""
        if s.clauses[number].kind != "infinitive":
            return []
        actors = self._carried.subjects(s, number, frame.object_types)
        wholes = [b for b in s.arguments if b.marker == "gen" and any(a.begin <= b.head < a.last for a in actors)]
        return [a for a in wholes or actors if a.draft is not None and of_kind(a.draft, frame.object_kinds)]

    def _subjects(
        self, search: _Search, able: list[Argument], objects: list[Argument]
    ) -> tuple[list[Argument], list[Argument]]:
        """What may be the subject, in the clause or around it, and which of the objects it goes with."""
        s, number, (frame, at, _), inside = search.s, search.number, search.trigger, search.inside
        markers = search.subject.markers
        subjects = without_scenes(s, frame, [a for a in able if a not in objects] or able, objects)
        if not subjects and "else-in" in markers:
            subjects = self._candidates.of(s, inside, Slot(frame, at, _IN))
            subjects = without_scenes(s, frame, [a for a in subjects if not in_apposition(s, a)], objects)
        if not subjects and "else-in" in markers and frame.modality is Modality.ENDED:
            subjects = _possessors(inside, objects, frame)
            # „Das Portal ersetzt unser altes Konto“: what is theirs ends
            objects = [o for o in objects if any(o.begin <= a.head < o.last for a in subjects)] or objects
        if not subjects and "context" in markers:
            subjects = subject_from_context(s, frame, number, at, objects)
        if not subjects and "nom" in markers:
            subjects = self._carried.subjects(s, number, frame.subject_types)
        if "nom" in markers and subjects and {id(a) for a in subjects} == {id(a) for a in objects}:
            # „A wird Präsident und löst damit B ab“: the only name is the object
            subjects = self._carried.subjects(s, number, frame.subject_types) or subjects
        return subjects or scene(s, number, frame), objects

    def _paired(
        self, search: _Search, able: list[Argument], subjects: list[Argument], objects: list[Argument]
    ) -> Pair | None:
        """The subjects and the objects that go together, with those that do the same beside them."""
        s, (frame, at, passive) = search.s, search.trigger
        office = frame.evokes is None
        if "nom" in frame.subject_markers and not passive and works_behind_user(s, frame, at, search.own, subjects):
            return None
        if done_by_somebody(s, frame, at, search.own, objects):
            return None
        if "before" in frame.subject_markers and s.low_at(at - 1) == "mit":
            # „B und A mit Sitz in Köln und C“: of A alone
            before = [a for a in subjects if a.last <= at]
            subjects = able = [max(before, key=lambda a: a.last)] if before else subjects
        pair = best_pair(s, frame, at, subjects, objects)
        if pair is not None and office and "acc" in search.subject.markers:
            chosen = self._appointed(s, search.number, able, pair)
            pair = (chosen, pair[1]) if chosen else None
        if pair is not None and not office:
            pair = _with_others(search, able, pair)
        if pair is None or (not office and not is_distinct(pair)):
            return None
        if (office or frame.evokes is Predicate.SUCCEEDS) and _is_choice(s, pair[1] if frame.inverse else pair[0]):
            return None
        return pair

    def _appointed(self, s: Sentence, number: int, able: Sequence[Argument], pair: Pair) -> tuple[Argument, ...]:
        """„Im Mai berief Volker Wissing sie zur Staatssekretärin“: who is given an office by whoever is named.

        „ihn“ is who is appointed; „sie“ is after the name of who appoints, or beside that of a man, if the title may
        be a woman's. Nobody is where it is not known whom the pronoun means.
        """
        title = pair[1][0].role
        named = [a for a in able if not a.reference]
        for i in s.clauses[number].tokens:
            low = s.lower[i]
            if low not in _APPOINTED or not named or title is None:
                continue
            may_be_hers = title.feminine or title.plural or is_neutral(title.name)
            man = all(a.draft is not None and self._agreement.is_woman(a.draft) is False for a in named)
            after = any(a.last <= i for a in named)
            if low != "sie" or (may_be_hers and (after or (man and title.feminine))):
                return tuple(a for a in able if a.first == i)
        return pair[0]


def _with_others(search: _Search, able: Sequence[Argument], pair: Pair) -> Pair:
    """A pair with all who stand joined to one of the two, or do with them what the frame says."""
    s, inside, (frame, at, _) = search.s, search.inside, search.trigger
    pair = (with_group(pair, able), pair[1])
    if frame.part == "noun":
        pair = (in_aside(s, pair[0], at, frame.lemma), pair[1])
    if frame.part == "verb":
        if "nom" in frame.subject_markers:
            pair = (where_tested(s, inside, frame, pair[0]), pair[1])
        flipped = "nom" in search.object.markers and "nom" not in search.subject.markers
        also = acting_with(s, inside, frame, pair, frame.object_types if flipped else frame.subject_types)
        pair = (pair[0], pair[1] + also) if flipped else (pair[0] + also, pair[1])
        if flipped:
            # „wird von A gemeinsam mit B veranstaltet“
            doing = acting_with(s, inside, frame, pair, frame.subject_types - frame.object_types)
            pair = (pair[0] + doing, pair[1])
    return pair if frame.evokes is Predicate.COOPERATES_WITH else beside(s, inside, frame, pair)


def _possessors(inside: Sequence[Argument], objects: Sequence[Argument], frame: Frame) -> list[Argument]:
    """„Das Portal X der Stadt Ulm wird eingestellt“: who has had what ends."""
    held = {i for a in objects for i in range(a.begin, a.last)}
    able = [a for a in inside if a.marker in _OWNING and a.head in held and a.type in frame.subject_types]
    return [a for a in able if a.draft is not None and a.draft.kind not in _MAKERS]


def _has_doer(s: Sentence, inside: Sequence[Argument], frame: Frame) -> bool:
    """Whether a passive clause names with „von“ who does something, if only after a place."""
    able = [a for a in inside if a.marker == "von" and a.type in frame.subject_types]
    places = {i for i, a in s.taken.items() if a.type in PLACES}
    return frame.part == "verb" and frame.voice == "passive" and any(a.head < 0 or a.head in places for a in able)


def _is_choice(s: Sentence, people: Sequence[Argument]) -> bool:
    """„A oder B“: one of several, and nobody knows which."""
    return any(s.lower[a.last : b.begin] == ["oder"] for a in people for b in people if a.last < b.begin)
