"""Fills the frames of the ontology from the clauses of a sentence.

For each clause: what frames its words evoke (`facts.triggers`), who fills their slots (`facts.slot_fillers`), and how
the clause says it (`facts.frame_modality`). `facts_of` turns what was found into facts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.attributes import attributes, does_attribute
from govgraph.extract.clauses.companions import going_before
from govgraph.extract.clauses.ellipsis import gapped, in_pairs
from govgraph.extract.clauses.fitting import (
    EVENTS,
    STANDING,
    beside_dative,
    held_by,
    may_be_over,
    of_clause,
    of_others,
    open_object,
    stands_fast,
)
from govgraph.extract.clauses.scenes import instead_of, no_longer_with, replaced, replacing
from govgraph.extract.clauses.verb_shares import of_particle, of_verb
from govgraph.extract.facts.frame_limits import (
    begun_by_another,
    decided_together,
    hands_over_a_thing,
    joins_elsewhere,
    new_in_a_post,
    of_all_members,
    only_comes,
    opposed,
    sets_up_for_others,
    told_by_others,
)
from govgraph.extract.facts.frame_modality import FrameModality
from govgraph.extract.facts.giving import Givers
from govgraph.extract.facts.no_longer_so import formerly
from govgraph.extract.facts.others_there import OthersThere
from govgraph.extract.facts.slot_fillers import SlotFiller
from govgraph.extract.facts.supplied import Supplied
from govgraph.extract.facts.things_spoken_of import is_for_thing_spoken_of
from govgraph.extract.facts.triggers import Triggers
from govgraph.extract.filled import Filled
from govgraph.extract.offices.what_passes import compared
from govgraph.extract.state import WORKS, Argument, FactDraft
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.arguments import MarkerFinder
    from govgraph.extract.clauses.fitting import FittingFrames, Held
    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.facts.triggers import Trigger
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Draft, Sentence
    from govgraph.vocabulary import Frame

_CORE = frozenset({"nom", "acc"})
"""Cases of whom a verb cannot do without; what a preposition governs may well be missing."""
_COMING = "kommen"
_FOR = "für"
_LIGHT_VERBS = frozenset({"*", "haben", "sein", "geben", "machen"})
"""Verbs that say little themselves, which have frames for many nouns beside them."""
_OF_EVENTS = frozenset({Predicate.HELD_IN, Predicate.ORGANISES})


class FrameFiller:
    """Finds what frames a sentence evokes, and who fills their slots.

    Args:
        knowledge: Compiled vocabulary.
        markers: Finder of markers.
        modality: Judge of clauses.
        fitting: Frames by what a sentence names.
        article_date: Date of the article.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        markers: MarkerFinder,
        modality: ModalityReader,
        fitting: FittingFrames,
        article_date: str | None,
    ) -> None:
        words = knowledge.words
        self._k = knowledge
        self._modality = modality
        self._article_date = article_date
        self._markers = markers
        self._triggers = Triggers(knowledge, fitting)
        self._slots = SlotFiller(knowledge, markers)
        self._said = FrameModality(words, modality, article_date)
        self._givers = Givers(words)
        self._others_there = OthersThere(words)
        self._supplied = Supplied(words("equipping-verbs"), words("rollout-verbs"))
        self._replacing = words("substituting-verbs")
        self._possible = words("possible-adjectives")
        self._former = words("former-work-stems")
        self._lasting = words("lasting-verbs") | words("placing-verbs")

    def verdict(self, s: Sentence, number: int) -> Modality | None:
        """How a clause says what it says."""
        return self._modality.judge(s, s.clauses[number], self._article_date)

    def fill(self, s: Sentence) -> Iterator[Filled]:
        """Every frame of the sentence that finds both its slots."""
        for attribute in attributes(s, self._k):
            yield self._outlived(s, attribute)
        found: dict[int, list[Filled]] = {}
        held = held_by(s)
        for number, clause in enumerate(s.clauses):
            verdict = self._modality.judge(s, clause, self._article_date)
            if clause.kind == "contrast":
                yield from formerly(s, number, found, self._lasting)
            if verdict is None:
                triggered = list(self._with_triggers(s, number, held, Modality.ASSERTED))
                stated = [filled for _, filled in triggered]
                yield from (f for f in stated if self._said.is_set_off(s, f))
                if clause.auxiliaries:
                    yield from self._granted_in(s, clause, triggered)
                if self._modality.tells_when(s, clause):
                    yield from (replace(f, modality=Modality.PLANNED) for f in stated if f.frame.evokes in _OF_EVENTS)
                continue
            if clause.kind == "gap":
                found[number] = list(gapped(s, number, found.get(clause.parent, ()), verdict))
            else:
                found[number] = [
                    f for _, read in self._with_triggers(s, number, held, verdict) for f in in_pairs(s, read)
                ]
            yield from found[number]

    def half_filled(self, s: Sentence) -> Iterator[tuple[Frame, tuple[Argument, ...], tuple[Argument, ...]]]:
        """Frames of verbs of which a sentence names one end and not the other: „Köln und Bonn nutzen das Portal“.

        Gives the frame, who may be its subject, and what its object; one of the two is nobody. Verbs that fill a frame
        with both are left out.
        """
        for number, clause in enumerate(s.clauses):
            if self.verdict(s, number) is None:
                continue
            own = [a for a in s.arguments if a.clause == number and not _is_speaker(s, a)]
            words = self._triggers.words_of(s, clause)
            done: set[int] = set()
            half = []
            for trigger in self._triggers.of(s, clause, (frozenset(EntityType), True)):
                frame, at, _ = trigger
                if frame.part != "verb" or frame.evokes is None or frame.requires or frame.lemma in _LIGHT_VERBS:
                    continue
                if not words.isdisjoint(frame.excludes) or self._is_ruled_out(s, clause, frame, at):
                    continue
                able = self._able(s, number, own, trigger)
                if self._slots.fill(s, number, able, trigger) is not None:
                    done.add(at)
                    continue
                subjects, objects = self._slots.named(s, number, able, trigger)
                lacking = frame.object_markers if subjects else frame.subject_markers
                if bool(subjects) != bool(objects) and not lacking.isdisjoint(_CORE):
                    half.append((at, (frame, subjects, objects)))
            yield from (found for at, found in half if at not in done)

    def _granted_in(self, s: Sentence, clause: Clause, triggered: Sequence[tuple[int, Filled]]) -> Iterator[Filled]:
        """„Nach der Einführung der E-Akte in Ulm können …“, „Als CIO muss A …“: what holds whatever is left open."""
        front = self._modality.granted.front(s, clause, self._article_date)
        if not front and "als" not in s.lower:
            return
        for trigger, filled in triggered:
            if self._said.is_granted(s, filled, trigger, front):
                yield filled

    def _outlived(self, s: Sentence, filled: Filled) -> Filled:
        """„Ausgelaufen ist das Digitalprogramm des Landes“: an attribute of what its clause says is over."""
        over = filled.frame.evokes not in STANDING | EVENTS and all(self.is_over(s, a) for a in filled.objects)
        return replace(filled, modality=Modality.ENDED) if over else filled

    def is_over(self, s: Sentence, thing: Argument) -> bool:
        """Whether the clause of a thing says that it has ended: „Abgeschaltet hat das Land das Portal X“."""
        if not 0 <= thing.clause < len(s.clauses) or thing.marker != "np":
            return False
        clause = s.clauses[thing.clause]
        if not self._modality.endings.ends(s, clause):
            return False
        return self.verdict(s, thing.clause) is Modality.ENDED

    def _with_triggers(self, s: Sentence, number: int, held: Held, verdict: Modality) -> Iterator[tuple[int, Filled]]:
        """The filled frames of one clause, each with the token that evokes its frame."""
        clause = s.clauses[number]
        words: set[str] = set()
        undone: bool | None = None
        gone = self._modality.negation.no_longer(s, clause) if verdict is Modality.ENDED else -1
        own = [a for a in s.arguments if a.clause == number and not _is_speaker(s, a)]
        for trigger in self._triggers.of(s, clause, held):
            frame, at, _ = trigger
            if not own and not open_object(frame):
                # nothing there that could fill a slot
                continue
            if frame.part == "noun":
                if undone is None:
                    undone = self._modality.refuted.undoes(clause) or self._modality.refuted.is_off(s, clause)
                ahead = frame.modality is Modality.PLANNED
                # „strebt die Abkehr von X an“: it is still there
                ahead = ahead or (frame.modality is Modality.ENDED and verdict is Modality.PLANNED)
                if undone and not ahead and not stands_fast(frame):
                    continue
            if (gone >= 0 and not may_be_over(frame, at, gone)) or self._is_ruled_out(s, clause, frame, at):
                continue
            if not words and (frame.requires or frame.excludes):
                words = self._triggers.words_of(s, clause)
            if frame.requires and words.isdisjoint(frame.requires):
                continue
            if not words.isdisjoint(frame.excludes) and _rules_out(s, own, words, frame):
                continue
            if (
                hands_over_a_thing(frame, words)
                or new_in_a_post(s, clause, frame)
                or begun_by_another(s, clause, frame)
                or joins_elsewhere(s, clause, frame)
            ):
                continue
            found = self._slots.fill(s, number, self._able(s, number, own, trigger), trigger)
            if found is not None:
                for filled in self._stated(s, Filled(frame, *found, number, verdict), at, own):
                    yield at, filled

    def _is_ruled_out(self, s: Sentence, clause: Clause, frame: Frame, at: int) -> bool:
        """Whether the words around a trigger say that its frame is not meant, or only wanted."""
        if opposed(s, frame, at) or self._modality.demands.only_wants(s, clause, frame, at):
            return True
        if frame.lemma == _COMING and frame.evokes is Predicate.REPRESENTS and only_comes(s, clause):
            return True
        if frame.part == "noun":
            succeeds = frame.evokes is Predicate.SUCCEEDS
            if succeeds and (compared(s, at) or s.has_attribute(at, self._possible)):
                return True
            works_with = frame.evokes is Predicate.COOPERATES_WITH
            if works_with and (s.has_attribute(at, self._possible) or s.has_attribute(at, self._former)):
                # „Denkbarer Partner ist A, ehemaliger Partner war B“
                return True
            if frame.evokes is Predicate.REPRESENTS and of_others(s, at):
                return True
            if frame.inverse and of_clause(frame) and beside_dative(s, at):
                return True
        return False

    def _able(self, s: Sentence, number: int, own: Sequence[Argument], trigger: Trigger) -> Sequence[Argument]:
        """The arguments of a clause that go with a trigger: those of its verb, and not who only gives the order."""
        frame, at, _ = trigger
        if frame.evokes is None:
            return own
        if frame.part == "verb":
            clause = s.clauses[number]
            own = [a for a in own if not does_attribute(s, a)]
            if frame.evokes is Predicate.REPRESENTS:
                own = [a for a in own if a.marker != _FOR or not is_for_thing_spoken_of(s, a)]
            return of_particle(s, clause, (frame.lemma, at), of_verb(s, clause, at, own))
        made = frame.evokes is Predicate.DEVELOPS and frame.modality is not Modality.ENDED
        givers = self._givers.of(s, number) if made and frame.part == "noun" else []
        return [a for a in own if a not in givers] if givers else own

    def _stated(self, s: Sentence, filled: Filled, at: int, own: Sequence[Argument]) -> Iterator[Filled]:
        """What a filled frame states, and what it says of those who were there before."""
        frame, number, verdict = filled.frame, filled.clause, filled.modality
        new = replacing(s, number, frame, at, self._replacing)
        if new and filled.subjects[0].marker != "np":
            now = Modality.PLANNED if verdict is Modality.PLANNED else Modality.ASSERTED
            yield replace(filled, objects=new, modality=now)
            former = replaced(s, number, new)
            if not former:
                return
            filled = replace(filled, objects=former)
        if self._is_by_others(s, filled, at):
            return
        stated = replace(filled, modality=self._said.said(s, filled, at))
        yield from self._supplied.stated(s, stated, own)
        before = going_before(s, own, frame, (filled.subjects, filled.objects))
        if before:
            yield replace(filled, subjects=before, modality=Modality.ASSERTED)
        old = instead_of(s, number, frame) or no_longer_with(s, frame, filled.objects)
        if old and stated.modality is Modality.ASSERTED:
            yield replace(filled, objects=old, modality=Modality.ENDED)

    def _is_by_others(self, s: Sentence, filled: Filled, at: int) -> bool:
        """Whether others than the subjects of a filled frame do or say what it states."""
        frame, clause, subjects = filled.frame, s.clauses[filled.clause], filled.subjects
        return (
            sets_up_for_others(frame, subjects, filled.objects)
            or of_all_members(s, clause, frame, at, subjects)
            or told_by_others(s, clause, frame, subjects)
            or decided_together(s, frame, clause, subjects)
            or self._others_there.did(s, clause, frame, subjects, self._markers)
        )


def facts_of(filled: Filled, s: Sentence, speaker: Draft | None) -> Iterator[FactDraft]:
    """Facts that a filled frame states: each subject with each object."""
    predicate = filled.frame.evokes
    if predicate is None:
        return
    one_each = predicate is Predicate.REPRESENTS and len(filled.subjects) == len(filled.objects) > 1
    for i, a in enumerate(filled.subjects):
        # „Hessen und Bayern sind durch A und B vertreten“: each by one of them
        for b in filled.objects[i : i + 1] if one_each else filled.objects:
            if a.draft is None or b.draft is None or a.draft is b.draft:
                continue
            subject, object_ = (b.draft, a.draft) if filled.frame.inverse else (a.draft, b.draft)
            confidence = filled.frame.confidence - (0.1 if a.reference or b.reference else 0.0)
            yield FactDraft(
                subject, predicate, object_, filled.modality, round(confidence, 2), s, filled.frame.name, speaker
            )


def _is_speaker(s: Sentence, a: Argument) -> bool:
    """„Weber: Das Portal verantwortet die FITKO“: the name before what is said takes no part in it."""
    return a.begin == 0 and a.type is EntityType.PERSON and s.text_at(a.last) == ":" and not a.reference


def _rules_out(s: Sentence, own: Sequence[Argument], words: set[str], frame: Frame) -> bool:
    """„hat die Software im Programm“, and not „Auch Wismar hatte das Programm“: a noun for a work just spoken of."""
    meant = {s.tokens[a.first].text for a in own if a.reference and a.type in WORKS and a.last == a.first + 1}
    return any(word in words and word not in meant for word in frame.excludes)
