"""Fills the frames of the ontology from the clauses of a sentence."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.attributes import attributes
from govgraph.extract.clauses.companions import (
    Pair,
    acting_with,
    beside,
    each_other,
    going_before,
    joined,
    likened,
    of_other_kind,
)
from govgraph.extract.clauses.ellipsis import gapped, in_pairs
from govgraph.extract.clauses.fitting import (
    EVENTS,
    NEAR,
    STANDING,
    after_subject,
    after_verbs,
    beside_dative,
    beside_holder,
    closes_inner,
    has_dative,
    held_by,
    helps,
    in_aside,
    is_where,
    is_work,
    may_be_over,
    may_fill,
    of_clause,
    of_kind,
    of_others,
    of_type,
    only_helps,
    open_object,
    stands_fast,
    with_group,
)
from govgraph.extract.clauses.granted import lies_in
from govgraph.extract.clauses.scenes import (
    hangs_on_body,
    holder_beside,
    in_apposition,
    in_attribute,
    in_front,
    instead_of,
    no_longer_with,
    part_of_topic,
    replaced,
    replacing,
    scene,
    set_against,
    tested,
    where_others_are,
    where_tested,
)
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.clauses.verb_shares import done_by_another, of_verb
from govgraph.extract.facts.context import object_from_context, own_subject, subject_from_context
from govgraph.extract.facts.frame_limits import (
    after_trial,
    begun_by_another,
    given_to_another,
    hands_over_a_thing,
    has_followed,
    named_after_comma,
    new_in_a_post,
    of_all_members,
    of_title_beside,
    opposed,
    sets_up_for_others,
    told_by_others,
    was_before,
    works_behind_user,
)
from govgraph.extract.facts.giving import Givers, gives
from govgraph.extract.facts.others_there import OthersThere
from govgraph.extract.filled import Filled
from govgraph.extract.offices.what_passes import compared
from govgraph.extract.people.gender import is_neutral
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS, Argument, FactDraft
from govgraph.language.grammar import AND, AUXILIARIES, AUXILIARY_LEMMAS, MODALS, PARTICIPLE
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from govgraph.extract.clauses.arguments import MarkerFinder
    from govgraph.extract.clauses.fitting import FittingFrames, Held
    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Draft, Sentence
    from govgraph.vocabulary import Frame

_IN = frozenset({"in"})
_BY, _BY_ANY = frozenset({"von"}), frozenset({"von", "durch"})
_OWNING = frozenset({"gen", "von"})
_MAKERS = frozenset({"Company", "ServiceProvider"})
"""Classes of bodies whose works others use."""
_SEATED = frozenset({"in", "bei"})
_AT = frozenset({"an", "aus", "bei", "in"})
"""Markers of where the people of a body work: „die Fachleute im Landesrechenzentrum“."""
_DONE = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.DEVELOPS, Predicate.PUBLISHES})
"""What the people of a body do for it."""
_INSIDE = frozenset({"von", "durch", "in", "bei"})
"""Markers of what may belong to a participle before its noun."""
_SETTING_OFF = frozenset({",", ")", "–", "("})
_SET_OFF = frozenset({",", ")"})
_ENDS = _SET_OFF | {"."}
_ATTRIBUTIVE = frozenset({"adjective", "compound"})
"""Markers of slots that the first part of a compound or an adjective may fill."""
_FROM = frozenset({"aus", "von", "durch"})
_APPOINTED = frozenset({"dich", "ihn", "mich", "sie", "uns"})
"""Pronouns that stand, or may stand, for who is given an office."""
_INSTEAD = frozenset({"anstatt", "statt"})
_INSTEAD_OF = frozenset({"durch", "gegen"})
_SOMEBODY_ELSE = frozenset({"bei", "mit", "neben", "unter", "von"})
"""Prepositions before a noun for a successor that make it another than who does what the clause says."""
_RECEIVING = frozenset({"an", "dat"})
_CASE = {"nom": "n", "acc": "a", "dat": "d"}
_TO_WHOM = frozenset({"dat"})
"""Marker of whoever is given a chair."""
_THEN = frozenset({"damals", "seinerzeit"})
_NEAR_THEN = 5
"""How many words before a noun for a chair „damals“ may stand."""
_OF_EVENTS = frozenset({Predicate.HELD_IN, Predicate.ORGANISES})
_BY_DELEGATES = frozenset({Predicate.MEMBER_OF, Predicate.PARTICIPATES_IN})
"""What a body does by those who come for it: „Vertreter der AKDB nehmen an der Messe teil“."""
_STARTED = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.DEVELOPS, Predicate.FUNDS})
"""What somebody may decide or announce by its noun: „hat die Einführung beschlossen“."""
_HELD = frozenset({Predicate.CHAIRS, Predicate.MEMBER_OF})
"""What whoever „wird“ something is yet to be."""
_ENTRY = ("beitritt", "eintritt")
"""Nouns for becoming a member, which somebody may announce."""
_WHICH = frozenset({"den", "die", "das"})
"""Relative pronouns for what somebody signs."""
_HAVING = frozenset({"habe", "haben", "hat", "hatte", "hatten"})
_AGENTS = frozenset({"von", "vom", "durch"})
_TWO = 2
_FROM_WHOM = frozenset({"von^", "aus^", "bei^"})
"""Markers of the subject of frames of who has made what others take over."""
_YEARS = frozenset({"jahren", "jahrzehnten", "monaten", "amtsjahren"})
_ASIDE = frozenset({"beispielsweise", "etwa", "selbst", "wiederum"})

_Slot = tuple[frozenset[str], int, bool]
"""A slot that looks for its fillers: where they may stand, around which trigger, and whether it is the object's."""
_Trigger = tuple["Frame", int, bool]
"""A frame, the token that evokes it, and whether its clause is passive for it."""


class FrameFiller:
    """Finds what frames a sentence evokes, and who fills their slots.

    Args:
        knowledge: Compiled vocabulary.
        markers: Finder of markers, asked again for nouns that stand for their genitive.
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
        self.k = knowledge
        self._fitting = fitting
        self.markers = markers
        self.modality = modality
        self.article_date = article_date
        self._posts = knowledge.words("posts")
        self.granted = modality.granted
        self._particles = knowledge.words("particles")
        self._replacing = knowledge.words("substituting-verbs")
        self._next = knowledge.words("successor-nouns") - {"Nachfolge", "Amtsnachfolge"}
        self._municipalities = knowledge.words("municipality-plurals")
        self._towns = self._municipalities | knowledge.words("municipality-nouns")
        self._possible = knowledge.words("possible-adjectives")
        self._designated = knowledge.words("designated")
        self._contracting = knowledge.words("contracting-verbs")
        self._former = knowledge.words("former-adverbs")
        self._delegates = knowledge.words("delegates")
        self._givers = Givers(knowledge.words)
        self._others_there = OthersThere(knowledge.words)
        self._ordering = knowledge.words("ordering-verbs")
        self._staff = knowledge.words("staff-nouns")
        self._offices = tuple(knowledge.words("office-endings"))
        self._wholes = tuple(sorted(knowledge.words("whole-bodies")))
        self._name_nouns = knowledge.words("name-nouns")
        self._name_verbs = knowledge.words("name-verbs")

    def verdict(self, s: Sentence, number: int) -> Modality | None:
        """How a clause says what it says."""
        return self.modality.judge(s, s.clauses[number], self.article_date)

    def fill(self, s: Sentence) -> Iterator[Filled]:
        """Every frame of the sentence that finds both its slots."""
        for attribute in attributes(s, self.k):
            yield self._outlived(s, attribute)
        found: dict[int, list[Filled]] = {}
        held = held_by(s)
        for number, clause in enumerate(s.clauses):
            verdict = self.modality.judge(s, clause, self.article_date)
            if verdict is None:
                triggered = list(self._with_triggers(s, number, held, Modality.ASSERTED))
                stated = [filled for _, filled in triggered]
                yield from (f for f in stated if self._set_off(s, f))
                if clause.auxiliaries:
                    yield from self._granted_in(s, clause, triggered)
                if self.modality.tells_when(s, clause):
                    yield from (replace(f, modality=Modality.PLANNED) for f in stated if f.frame.evokes in _OF_EVENTS)
                continue
            if clause.kind == "gap":
                found[number] = list(gapped(s, number, found.get(clause.parent, ()), verdict))
            else:
                found[number] = [f for read in self._clause(s, number, held, verdict) for f in in_pairs(s, read)]
            yield from found[number]

    def _granted_in(self, s: Sentence, clause: Clause, triggered: Sequence[tuple[int, Filled]]) -> Iterator[Filled]:
        """„Nach der Einführung der E-Akte in Ulm können …“, „Als CIO muss A …“: what holds whatever is left open."""
        front = self.granted.front(s, clause, self.article_date)
        if not front and "als" not in s.lower:
            return
        for trigger, filled in triggered:
            if self._is_granted(s, filled, trigger, front):
                yield filled

    def _is_granted(self, s: Sentence, filled: Filled, at: int, front: range) -> bool:
        """Whether what a frame triggered at token `at` states holds although its clause leaves open the rest."""
        frame, ends = filled.frame, (*filled.subjects, *filled.objects)
        if at in front:
            return frame.part != "verb" and self.granted.heads(s, front, at) and lies_in(front, ends)
        clause = s.clauses[filled.clause]
        if frame.evokes is None and frame.lemma == "*":
            title = filled.objects[0]
            return title.marker == "als" and self.granted.is_as(s, clause, title.first)
        return frame.part == "noun" and self.granted.is_as(s, clause, at) and all(a.clause >= 0 for a in ends)

    def _outlived(self, s: Sentence, filled: Filled) -> Filled:
        """„Ausgelaufen ist das Digitalprogramm des Landes“: an attribute of what its clause says is over."""
        over = filled.frame.evokes not in STANDING | EVENTS and all(self.is_over(s, a) for a in filled.objects)
        return replace(filled, modality=Modality.ENDED) if over else filled

    def is_over(self, s: Sentence, thing: Argument) -> bool:
        """Whether the clause of a thing says that it has ended: „Abgeschaltet hat das Land das Portal X“."""
        if not 0 <= thing.clause < len(s.clauses) or thing.marker != "np":
            return False
        clause = s.clauses[thing.clause]
        if not self.modality.ends(s, clause):
            return False
        return self.verdict(s, thing.clause) is Modality.ENDED

    def _words(self, s: Sentence, clause: Clause) -> set[str]:
        """Forms and dictionary forms of a clause's words: what a frame may require or exclude."""
        texts = [s.tokens[i].text for i in clause.tokens]
        low = [s.lower[i] for i in clause.tokens]
        words = {*texts, *low, *(lemma for lemma, _, _ in clause.lemmas)}
        if "haben" in words and helps(clause):
            words -= _HAVING
        words.update(map(self.k.lemma, [s.tokens[i].text for i in clause.tokens if s.tokens[i].upper]))
        for a in s.arguments:
            if a.reference and a.first in clause.tokens:
                words.add(a.introduced_by)
            if a.role is not None and a.role.post and a.first in clause.tokens:
                words.add("Posten")
        words.update(map(self.k.kind_of_money, [s.tokens[i].text for i in clause.tokens if i not in s.taken]))
        pairs = self.k.pairs
        if not pairs.keys().isdisjoint(low):
            words.update(
                f"{first} {second}"
                for first, second in zip(low, texts[1:], strict=False)
                if first in pairs and second in pairs[first]
            )
        return words

    def _clause(self, s: Sentence, number: int, held: Held, verdict: Modality) -> Iterator[Filled]:
        """Every frame of one clause that finds both its slots, given the types and titles that the sentence has."""
        return (filled for _, filled in self._with_triggers(s, number, held, verdict))

    def _with_triggers(self, s: Sentence, number: int, held: Held, verdict: Modality) -> Iterator[tuple[int, Filled]]:
        """The filled frames of one clause, each with the token that evokes its frame."""
        clause = s.clauses[number]
        words: set[str] = set()
        undone = self.modality.undoes(clause) or self.modality.is_off(s, clause)
        gone = self.modality.no_longer(s, clause) if verdict is Modality.ENDED else -1
        own = [a for a in s.arguments if a.clause == number and not _is_speaker(s, a)]
        for trigger in self._triggers(s, clause, held):
            frame = trigger[0]
            if opposed(s, frame, trigger[1]):
                continue
            if frame.evokes is Predicate.SUCCEEDS and frame.part == "noun" and compared(s, trigger[1]):
                continue
            ahead = frame.modality is Modality.PLANNED
            if undone and frame.part == "noun" and not ahead and not stands_fast(frame):
                continue
            if gone >= 0 and not may_be_over(frame, trigger[1], gone):
                continue
            if self.modality.demands.only_wants(s, clause, frame, trigger[1]):
                continue
            if (
                frame.part == "noun"
                and frame.evokes is Predicate.SUCCEEDS
                and s.has_attribute(trigger[1], self._possible)
            ):
                continue
            if frame.part == "noun" and frame.evokes is Predicate.REPRESENTS and of_others(s, trigger[1]):
                continue
            if frame.part == "noun" and frame.inverse and of_clause(frame) and beside_dative(s, trigger[1]):
                continue
            if not words and (frame.requires or frame.excludes):
                words = self._words(s, clause)
            if frame.requires and words.isdisjoint(frame.requires):
                continue
            if (
                (not words.isdisjoint(frame.excludes) and _rules_out(s, own, words, frame))
                or hands_over_a_thing(frame, words)
                or new_in_a_post(s, clause, frame)
                or begun_by_another(s, clause, frame)
            ):
                continue
            made = frame.evokes is Predicate.DEVELOPS and frame.modality is not Modality.ENDED
            givers = self._givers.of(s, number) if made and frame.part == "noun" else []
            able = of_verb(s, clause, trigger[1], own) if frame.part == "verb" and frame.evokes is not None else own
            found = self._slots(s, number, [a for a in able if a not in givers] if givers else able, trigger)
            new = replacing(s, number, frame, trigger[1], self._replacing) if found is not None else ()
            if found is not None and new and found[0][0].marker != "np":
                now = Modality.PLANNED if verdict is Modality.PLANNED else Modality.ASSERTED
                yield trigger[1], Filled(frame, found[0], new, number, now)
                former = replaced(s, number, new)
                found = (found[0], former) if former else None
            if found is not None and (
                sets_up_for_others(frame, *found)
                or of_all_members(s, clause, frame, trigger[1], found[0])
                or told_by_others(s, clause, frame, found[0])
                or self._others_there.did(s, clause, frame, found[0], self.markers)
            ):
                continue
            if found is not None:
                modality = self._said(s, Filled(frame, *found, number, verdict), trigger[1])
                yield trigger[1], Filled(frame, *found, number, modality)
                before = going_before(s, own, frame, found)
                if before:
                    yield trigger[1], Filled(frame, before, found[1], number, Modality.ASSERTED)
                old = instead_of(s, number, frame) or no_longer_with(s, frame, found[1])
                if old and modality is Modality.ASSERTED:
                    yield trigger[1], Filled(frame, found[0], old, number, Modality.ENDED)

    def _said(self, s: Sentence, filled: Filled, at: int) -> Modality:
        """Modality of what a frame triggered at token `at` states, by its own and by that of its clause."""
        frame, verdict, clause = filled.frame, filled.modality, s.clauses[filled.clause]
        if verdict is Modality.PLANNED and clause.auxiliaries and frame.part != "verb" and frame.evokes is not None:
            front = self.granted.front(s, clause, self.article_date)
            if self._is_granted(s, filled, at, front):
                verdict = Modality.ASSERTED
        if verdict is Modality.ASSERTED:
            started = frame.evokes in _STARTED or s.low_at(at).startswith(_ENTRY)
            named = frame.part == "noun" and started and self.modality.promises_of(clause)
            # who announces that it leaves will not come
            named = named and frame.modality is not Modality.ENDED and not self._set_off(s, filled)
            joining = frame.part == "noun" and frame.evokes in _HELD and self.modality.becomes(clause)
            ahead = (
                frame.part == "noun" and frame.evokes is Predicate.SUCCEEDS and s.has_attribute(at, self._designated)
            )
            if (
                frame.part == "noun"
                and frame.evokes is Predicate.CHAIRS
                and (_after_years(s, clause, at) or _then(s, at))
            ):
                return Modality.ENDED
            if was_before(s, frame, at, self._former) or after_trial(s, clause, frame, at):
                return Modality.ENDED
            if has_followed(s, clause, frame):
                return Modality.ASSERTED
            coming = frame.evokes is Predicate.PARTICIPATES_IN and self.modality.accepts(s, clause)
            return Modality.PLANNED if named or joining or ahead or coming else frame.modality
        if verdict is Modality.ENDED and (frame.evokes in EVENTS or self._other_ends(s, frame, clause, at)):
            return Modality.ASSERTED
        if verdict is Modality.ENDED and frame.evokes is Predicate.COOPERATES_WITH and frame.lemma in self._contracting:
            # „Zuvor hatten bereits Hessen und Bremen Verträge mit dem BSI geschlossen“: they hold
            return Modality.ASSERTED
        if verdict is Modality.ENDED and frame.modality is not verdict and self._comes_instead(frame, filled.objects):
            # „wurde durch die E-Akte abgelöst“: what ends is the other work
            return Modality.ASSERTED
        if verdict is Modality.ENDED and frame.evokes is Predicate.DEVELOPS and self._set_off(s, filled):
            # „Abgeschaltet wird X, ein Produkt der Y“: who has made it is the same for ever
            return Modality.ASSERTED
        # „will das Verfahren abschaffen“: it is still there, but not what „und die BundID einführen“ adds
        own = {lemma for lemma, i, _ in clause.lemmas if i == at} if frame.part == "verb" else set()
        there = frame.modality is Modality.ENDED or (
            self.modality.ends(s, clause) and (not own or not own.isdisjoint(self.modality.ending))
        )
        if verdict is Modality.REPORTED and there:
            # „Kritiker behaupten, Suhl habe die E-Akte abgeschaltet“: whoever says so, nobody says that it is in use
            return Modality.ENDED
        if verdict is Modality.PLANNED and _is_taken_over(frame):
            # „will das Portal aus Bremen übernehmen“: it has been made there
            return Modality.ASSERTED
        if verdict is Modality.PLANNED and (
            there or self._already(s, clause, frame, (filled.subjects, filled.objects), at) or self._set_off(s, filled)
        ):
            return Modality.ASSERTED
        return verdict

    def _comes_instead(self, frame: Frame, objects: Sequence[Argument]) -> bool:
        """„durch die E-Akte abgelöst“, „gegen civento getauscht“: a work that comes in the place of another."""
        replaces = frame.part == "verb" and frame.evokes is Predicate.IMPLEMENTS and frame.lemma in self._replacing
        return replaces and all(a.marker in _INSTEAD_OF for a in objects)

    def _other_ends(self, s: Sentence, frame: Frame, clause: Clause, at: int) -> bool:
        """„hat die E-Akte eingeführt und das Archiv abgeschaltet“: another verb of the clause tells of an end."""
        if frame.part != "verb" or frame.modality is Modality.ENDED:
            return False
        verbs = {i: lemma for lemma, i, participle in clause.lemmas if participle}
        if len(verbs) < _TWO or verbs.get(at, "") in self.modality.ending or at not in verbs:
            return False
        others = {i for i, lemma in verbs.items() if lemma in self.modality.ending}
        if not others or not self.modality.ended.isdisjoint(s.lower[i] for i in clause.tokens if i not in others):
            return False
        first, last = min(*others, at), max(*others, at)
        between = next((i for i in range(first, last) if s.lower[i] in AND), last)
        # not „hat es eingeführt und bald wieder abgeschafft“: each has an object of its own
        return any(s.taken[i].marker == "np" for i in range(between, last) if i in s.taken)

    def _set_off(self, s: Sentence, filled: Filled) -> bool:
        """„A, Mitglied des B, glaubt das nicht“: what commas set off holds, whether the clause denies or plans it."""
        frame = filled.frame
        if frame.part == "verb" or frame.evokes is None:
            return False
        first, last = filled.subjects[-1].last, self._end_of_aside(s, filled)
        first += s.low_at(first) in _ASIDE
        apposed = "appositive" in frame.subject_markers
        closed = after_verbs(s, filled.subjects[-1]) if apposed else -1
        first = max(first, closed)
        closes = closed > 0 or (apposed and frame.evokes is Predicate.DEVELOPS)
        if (
            filled.objects[0].begin <= first
            or s.text_at(first) != ","
            or s.text_at(last) not in (_ENDS if closes else _SET_OFF)
        ):
            return False
        verbs = {i for _, i, _ in s.clauses[filled.clause].lemmas}
        inside = range(first, last)
        return verbs.isdisjoint(inside) and not any(
            s.lower[i] in self.modality.negation or s.lower[i] in self.modality.doubt for i in inside
        )

    def _end_of_aside(self, s: Sentence, filled: Filled) -> int:
        """Where what is said of a name ends: „ein Produkt der A aus Erfurt“, „eine Hamburger Entwicklung“."""
        last = filled.objects[-1].last
        following = s.text_at(last)
        if filled.objects[-1].adjective and following[:1].isupper() and last not in s.taken:
            return last + 1
        if following == "(" and s.text_at(last + 2) == ")":
            last += 3
        last += s.low_at(last) == filled.frame.lemma
        place = s.taken.get(last + 1) if s.low_at(last) in {"aus", "in"} else None
        return place.last if place is not None and place.type in PLACES else last

    def _already(self, s: Sentence, clause: Clause, frame: Frame, found: Pair, at: int) -> bool:
        """„Der Rat unter Vorsitz von A will …“: what stands before the verb of a plan is the case already."""
        if frame.part != "noun" or frame.evokes not in STANDING or clause.kind != "main":
            return False
        plan = next((i for i in clause.tokens if s.lower[i] in MODALS or s.lower[i] in self.modality.planned), -1)
        ends = (*found[0], *found[1])
        if s.low_at(clause.tokens[0]) == "als" and at > clause.tokens[0] and s.low_at(plan).startswith("will"):
            # „Als Vorsitzland des Rats will Hessen …“: in that part it means to do something
            return all(a.last <= plan or a.begin == plan + 1 for a in ends)
        return plan > at and all(a.first >= 0 and a.last <= plan for a in ends) and s.low_at(plan - 1) != "soll"

    # ------------------------------------------------------------------ triggers

    def _triggers(self, s: Sentence, clause: Clause, held: Held) -> Iterator[_Trigger]:
        """Frames whose lemma stands in the clause and whose slots its sentence may fill, each with its token."""
        yield from self._by_verbs(s, clause, held)
        types, titles = held
        others = self._by_words(s, clause)
        if clause.kind == "relative":
            others = itertools.chain(self._by_antecedent(s, clause), others)
        for trigger in others:
            if may_fill(trigger[0], types, titles=titles):
                yield trigger

    def _by_verbs(self, s: Sentence, clause: Clause, held: Held) -> Iterator[_Trigger]:
        """Frames of the verbs of the clause, and whether it is passive for them."""
        helping = {AUXILIARIES.get(w) for w in clause.auxiliaries}
        becoming = "werden" in helping or ("worden" in s.lower and any(s.lower[i] == "worden" for i in clause.tokens))
        being, having = "sein" in helping, "haben" in helping
        any_verb = False
        for lemma, at, participle in clause.lemmas:
            any_verb = True
            # „Unterstützt von der ekom21 hat Gera …“
            opening = at == 0 and len(clause.lemmas) > 1 and s.lower[0][-1:] in "tn" and PARTICIPLE.search(s.lower[0])
            participle = participle or bool(opening and s.low_at(1) in _AGENTS)
            alone = s.low_at(at + 1) in _AGENTS and participle
            alone = alone or clause.kind == "participle"
            passive = participle and ((not having and (becoming or being)) or alone)
            for frame in self._fitting.of_verb(lemma, held):
                state = passive and (becoming or alone or "acc" in frame.object_markers or frame.voice == "passive")
                if frame.voice == "passive" and not state:
                    continue
                if frame.voice == "active" and state:
                    continue
                if lemma == "haben" and (
                    helps(clause) or (frame.evokes in _STARTED and not frame.requires and only_helps(s, clause))
                ):
                    continue
                yield frame, at, state and frame.voice == "any"
        if any_verb or clause.joined:
            for frame in self._fitting.of_verb("*", held):
                yield frame, clause.lemmas[0][1] if clause.lemmas else clause.tokens[0], False

    def _by_words(self, s: Sentence, clause: Clause) -> Iterator[_Trigger]:
        """Frames of the nouns and adjectives of the clause."""
        for i in clause.tokens:
            text = s.tokens[i].text
            taken = s.taken.get(i)
            if taken is not None and taken.draft is not None:
                head = text.rsplit("-", 1)[-1]
                if "-" in text and head:
                    for frame in self.k.noun_frames(head):
                        if "compound" in frame.object_markers:
                            yield frame, i, False
                elif i == taken.first and _is_plain_document(s, taken):
                    # „eine Vereinbarung (über X)“ may be a document and yet tell who joined hands
                    for frame in self.k.noun_frames(text):
                        if frame.evokes is Predicate.COOPERATES_WITH:
                            yield frame, i, False
                continue
            for frame in self.k.word_frames(text):
                yield frame, i, False

    def _by_antecedent(self, s: Sentence, clause: Clause) -> Iterator[_Trigger]:
        """„der Vertrag, den A mit B geschlossen hat“: who joins hands by what the relative clause is about."""
        at = next((i - 2 for i in clause.tokens[:2] if s.lower[i] in _WHICH), -1)
        if at < 0 or s.text_at(at + 1) != ",":
            return
        at -= s.low_at(at) in self._particles
        if not s.text_at(at)[:1].isupper():
            return
        taken = s.taken.get(at)
        if taken is not None and taken.draft is not None and not _is_plain_document(s, taken):
            return
        for frame in self.k.noun_frames(s.text_at(at)):
            if frame.evokes is Predicate.COOPERATES_WITH and "mit!" in frame.object_markers:
                yield frame, at, False

    # ------------------------------------------------------------------ slots

    def _slots(
        self, s: Sentence, number: int, own: Sequence[Argument], trigger: _Trigger
    ) -> tuple[tuple[Argument, ...], tuple[Argument, ...]] | None:
        frame, at, passive = trigger
        if not own and not open_object(frame):
            return None
        office = frame.evokes is None
        subject_markers, object_markers = frame.subject_markers, frame.object_markers
        if passive and frame.part == "verb":
            if "durch" in object_markers:
                # „newsystem wird durch enaio ersetzt“: what stood there before is not who does it
                subject_markers = _BY | (subject_markers & {"else-in"})
            elif "acc" in object_markers:
                replaced = any(i == at and lemma in self._replacing for lemma, i, _ in s.clauses[number].lemmas)
                subject_markers = (_BY if replaced else _BY_ANY) | (subject_markers & {"else-in"})
                object_markers = frozenset({"nom"})
            elif "acc" in subject_markers:
                # „In Köln wird die Messe ausgerichtet“: the object of the verb is the subject of the relation
                subject_markers = frozenset({"nom"})
                object_markers = _BY_ANY if "nom" in object_markers else object_markers
        inside = [a for a in own if not a.adjective]
        if "appositive" in subject_markers:
            inside = [a for a in s.arguments if a in inside or closes_inner(s, a, number, at)]
        if len(inside) < len(own) and not frame.object_markers.isdisjoint(_ATTRIBUTIVE):
            inside = [a for a in own if not a.adjective or self._attribute(s, a, frame, at)]
        if "reciprocal" in object_markers:
            if frame.part == "noun" and "und" in s.lower[max(0, at - 2) : at]:
                # „Heidelberg, Karlsruhe und ein Verbund um Ulm“: it is one of several itself
                return None
            able = self._candidates(s, inside, frame, (subject_markers, at, False))
            if not able and s.clauses[number].kind == "infinitive":
                # „Ulm und Gera planen, das Portal gemeinsam einzuführen“
                able = self._inherited(s, number, frame.subject_types)
            return each_other(s, able)
        objects = self._candidates(s, inside, frame, (object_markers, at, True))
        if office and len(objects) > 1:
            # „Zum Vorsitzenden wählten sie A, zur Stellvertreterin B“: the second title has its own name beside it
            objects = [a for a in objects if not beside_holder(s, a)] or objects
        if not objects and "context" in object_markers:
            objects = object_from_context(s, frame, number, at, self._wholes)
        shared = self._of_relative(s, number, frame, object_markers)
        if shared and all(a.nominative for a in objects):
            objects = shared
        objects = objects or tested(s, number, frame)
        objects = objects or part_of_topic(s, number, frame, self.k.words("part-nouns"))
        if not objects and "nom" in object_markers and (passive or self._done_at(frame)):
            # „X ist neu und wird von Köln erprobt“, „X ist neu und läuft in Köln“
            objects = self._inherited(s, number, frame.object_types)
        if not objects:
            return None
        if frame.evokes is Predicate.DEVELOPS and "bei" in subject_markers and _has_doer(s, inside, frame):
            # „wird in Bremen von Dataport betrieben“: where that is, not who does it
            return None
        able = self._candidates(s, inside, frame, (subject_markers, at, False))
        subjects = [a for a in able if a not in objects] or able
        if not subjects and "else-in" in subject_markers:
            subjects = self._candidates(s, inside, frame, (_IN, at, False))
            subjects = [a for a in subjects if not in_apposition(s, a)]
        if not subjects and "else-in" in subject_markers and frame.modality is Modality.ENDED:
            subjects = self._possessors(s, inside, objects, frame)
            # „Das Portal ersetzt unser altes Konto“: what is theirs ends
            objects = [o for o in objects if any(o.begin <= a.head < o.last for a in subjects)] or objects
        if not subjects and "context" in subject_markers:
            subjects = subject_from_context(s, frame, number, at, objects)
        if not subjects and "nom" in subject_markers:
            subjects = self._inherited(s, number, frame.subject_types)
        if "nom" in subject_markers and subjects and {id(a) for a in subjects} == {id(a) for a in objects}:
            # „A wird Präsident und löst damit B ab“: the only name is the object
            subjects = self._inherited(s, number, frame.subject_types) or subjects
        subjects = subjects or scene(s, number, frame)
        if "nom" in frame.subject_markers and not passive and works_behind_user(frame, at, own, subjects):
            return None
        if "before" in frame.subject_markers and s.low_at(at - 1) == "mit":
            # „B und A mit Sitz in Köln und C“: of A alone
            before = [a for a in subjects if a.last <= at]
            subjects = able = [max(before, key=lambda a: a.last)] if before else subjects
        pair = self._choose(s, frame, at, subjects, objects)
        if pair is not None and office and "acc" in subject_markers:
            chosen = self._appointed(s, number, able, pair)
            pair = (chosen, pair[1]) if chosen else None
        if pair is not None and not office:
            pair = (with_group(pair, able), pair[1])
            if frame.part == "noun":
                pair = (in_aside(s, pair[0], at, frame.lemma), pair[1])
        if pair is not None and not office and frame.part == "verb":
            if "nom" in frame.subject_markers:
                pair = (where_tested(s, inside, frame, pair[0]), pair[1])
            flipped = "nom" in object_markers and "nom" not in subject_markers
            also = acting_with(s, inside, frame, pair, frame.object_types if flipped else frame.subject_types)
            pair = (pair[0], pair[1] + also) if flipped else (pair[0] + also, pair[1])
            if flipped:
                # „wird von A gemeinsam mit B veranstaltet“
                doing = acting_with(s, inside, frame, pair, frame.subject_types - frame.object_types)
                pair = (pair[0] + doing, pair[1])
        if pair is not None and not office and frame.evokes is not Predicate.COOPERATES_WITH:
            pair = beside(s, inside, frame, pair)
        if pair is None or (not office and not self._distinct(pair)):
            return None
        if (office or frame.evokes is Predicate.SUCCEEDS) and _is_choice(s, pair[1] if frame.inverse else pair[0]):
            return None
        return pair

    @staticmethod
    def _possessors(
        s: Sentence, inside: Sequence[Argument], objects: Sequence[Argument], frame: Frame
    ) -> list[Argument]:
        """„Das Portal X der Stadt Ulm wird eingestellt“: who has had what ends."""
        held = {i for a in objects for i in range(a.begin, a.last)}
        able = [a for a in inside if a.marker in _OWNING and a.head in held and a.type in frame.subject_types]
        return [a for a in able if a.draft is not None and a.draft.kind not in _MAKERS]

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
            man = all(a.draft is not None and self.markers.agreement.is_woman(a.draft) is False for a in named)
            after = any(a.last <= i for a in named)
            if low != "sie" or (may_be_hers and (after or (man and title.feminine))):
                return tuple(a for a in able if a.first == i)
        return pair[0]

    @staticmethod
    def _attribute(s: Sentence, a: Argument, frame: Frame, at: int) -> bool:
        """„eine Hamburger Entwicklung“, „der civento-Hersteller“: a place or the first part of a compound as object."""
        if "compound" in frame.object_markers and a.first <= at < a.last:
            return True
        return (
            "adjective" in frame.object_markers
            and 0 <= at - a.last <= 2
            and s.tokens[a.last - 1].text[-1].isalpha()
            and all(s.tokens[i].text[0].islower() for i in range(a.last, at))
        )

    def _candidates(self, s: Sentence, inside: Sequence[Argument], frame: Frame, slot: _Slot) -> list[Argument]:
        markers, at, is_object = slot
        types = frame.object_types if is_object else frame.subject_types
        out = []
        for a in inside:
            if is_object and frame.evokes is None:
                if a.role is None or (a.role.holders and a.marker == "np"):
                    continue
            elif (
                a.draft is None
                or not of_type(a.draft, types)
                or not of_kind(a.draft, frame.object_kinds if is_object else frame.subject_kinds)
            ):
                continue
            instead = not a.reference and s.low_at(a.begin - 1) in _INSTEAD
            if not is_object and frame.evokes is Predicate.SUCCEEDS and self._is_beside_successor(s, a, frame, at):
                continue
            if not instead and self._fits(s, a, frame, markers, at):
                out.append(a)
        if len(out) > 1 and not is_object:
            # „Peine hat, wie zuvor Celle, die E-Akte eingeführt“
            alike = {a.group for a in out if likened(s, a)}
            out = [a for a in out if a.group not in alike] or out
        return out

    def _is_beside_successor(self, s: Sentence, a: Argument, frame: Frame, at: int) -> bool:
        """„Unter seiner Nachfolgerin wurde A Leiter des Hauptamts“: the subject is not who a preposition governs."""
        if frame.part != "noun" or a.marker != "np" or a.head >= 0 or a.begin <= at < a.first:
            return False
        return s.text_at(at) in self._next and self.markers.noun_marker(s, at)[0] in _SOMEBODY_ELSE

    @staticmethod
    def _second_complement(s: Sentence, a: Argument, frame: Frame, at: int) -> bool:
        """„Die Unterzeichnung des Vertrags durch Bayern“: it hangs on the complement before it, and so on the noun."""
        before = s.taken.get(a.head) if a.head >= 0 else None
        return frame.part == "noun" and before is not None and before.draft is not None and before.head == at

    def _fits(self, s: Sentence, a: Argument, frame: Frame, markers: frozenset[str], at: int) -> bool:
        marker, cases, head = a.marker, a.cases, a.head
        if marker == "an" and "an" not in markers and is_where(s, a):
            marker = "in"
        if "compound" in markers and a.first <= at < a.last:
            return True
        if a.adjective:
            return "adjective" in markers
        if frame.part != "noun" and (where_others_are(s, a, self._towns) or set_against(s, a)):
            return False
        if frame.part == "verb" and _of_next_verb(s, a, at):
            return False
        if "before" in markers and a.last <= at and a.marker != "bracket" and at - a.last <= 15:
            # „Hessen, im Rat vertreten durch A“: where, and not whom
            return frame.evokes is not Predicate.REPRESENTS or a.marker != "in"
        if "apposition" in markers and (a.begin <= at < a.first or named_after_comma(s, a, at)):
            return True
        comma = a.last if "appositive" in markers and a.last < at else -1
        if comma >= 0 and s.tokens[comma].text not in _SETTING_OFF:
            comma = after_verbs(s, a)
        if comma >= 0 and 0 < at - comma <= NEAR:
            return not any(i in s.taken and not s.taken[i].adjective for i in range(comma, at))
        if marker == "gen" and a.head == at and "gen" in markers and frame.part != "verb":
            return True
        if marker in markers and (a.head == at or (marker != "gen" and self._second_complement(s, a, frame, at))):
            return True
        if marker + "!" in markers:
            # „Der Vorsitz im Verwaltungsrat von Dataport wechselt“: whose board it is
            board = s.taken.get(a.head) if frame.part == "noun" and marker == "von" else None
            return board is None or board.draft is None or a.type is not EntityType.ORGANISATION
        if marker + "^" in markers and _beneficiary(s, a):
            return False
        if marker + "^" in markers and (head < 0 or is_work(s, head) or after_subject(s, a)):
            return True
        if marker in {"in", "aus"} and frame.part == "verb" and marker in markers and hangs_on_body(s, a):
            return False
        if frame.evokes is Predicate.MEMBER_OF and frame.part == "verb" and of_title_beside(s, a):
            return False
        if frame.evokes is Predicate.FUNDS and marker in {"für", "zu"} and a.reference and given_to_another(s, a):
            return False
        if marker in _SEATED and frame.part == "verb" and marker in markers:
            holder = holder_beside(s, a)
            if holder is not None and holder.first > a.first:
                return False
        if marker == "in" and frame.evokes is Predicate.FUNDS and a.head in s.taken and a.type in PLACES:
            # „Das Ministerium in Kiel gibt Geld dazu“: where the giver sits
            return False
        if frame.part == "verb" and (
            (marker == "von" and in_front(s, a)) or (marker in _INSIDE and in_attribute(s, a))
        ):
            return False
        if frame.part == "verb" and marker in markers and marker != "gen":
            return True
        dative = frame.part == "verb" and "dat" in markers and marker == "gen" and s.lower[max(a.begin, 0)] == "der"
        if dative and not self._is_dative(s, a.head):
            # „überweist das Ministerium der Stadt Göttingen“: right after another noun, that is none itself
            return not has_dative(s, a)
        if marker == "gen" and frame.evokes is Predicate.FUNDS and a.head in s.taken:
            # „aus dem Programm X des Landes fließen zwei Millionen“: whose money it is
            pot = s.taken[a.head]
            return pot.type is EntityType.PROGRAMME and pot.marker in markers & _FROM
        stands = frame.evokes in _BY_DELEGATES and "nom" in markers and a.head >= 0
        stands = stands and s.tokens[a.head].text in self._delegates
        through = marker in _OWNING and a.head >= 0 and (self._transparent(s, a.head) or self._of_staff(s, a, frame))
        # whoever „leitet das Rechenzentrum der Universität“ leads no university
        inner = frame.evokes is Predicate.CHAIRS and frame.part == "verb"
        through = through and not _is_held(s, a.head) and not inner
        through = through or (marker in _AT and a.type is EntityType.ORGANISATION and self._of_staff(s, a, frame))
        if frame.evokes and (through or (marker in _OWNING and stands)):
            if a.head in s.taken and s.taken[a.head].draft is not None and not s.taken[a.head].adjective:
                return False
            if frame.evokes is Predicate.MEMBER_OF and not stands and s.tokens[a.head].text in self._municipalities:
                # „alle Kreise und Ämter des Landes gehören ihm an“: the Land itself is no member
                return False
            marker, cases, head = self.markers.noun_marker(s, a.head)
            if marker + "!" in markers:
                return True
        if frame.evokes is None and marker == "gen" and "gen" in markers and a.head >= 0:
            return s.tokens[a.head].text in self._posts or (a.role is not None and a.role.post)
        if marker == "np":
            if frame.part == "noun" and "gen" in markers and a.begin == at + 1 and a.cases in {"nad"}:
                return True
            if frame.part == "noun" and frame.evokes is Predicate.CHAIRS and markers == _TO_WHOM and gives(s, a):
                return False
            return any(_CASE[m] in cases for m in markers if m in _CASE)
        if marker not in markers:
            return False
        if frame.part != "noun":
            return True
        # what hangs on another noun does not hang on this one
        return head in {-1, at} and (marker not in {"gen", "von", "zwischen"} or a.begin == at + 1)

    def _is_dative(self, s: Sentence, noun: int) -> bool:
        """„dem Marktplatz der FITKO“: whether what hangs on a noun is its genitive, and the noun no body."""
        marker, cases, _ = self.markers.noun_marker(s, noun) if noun >= 0 else ("", "", -1)
        head = self.k.head_noun(s.tokens[noun].text) if marker == "np" else None
        of_body = head is not None and head.type is EntityType.ORGANISATION
        return marker == "np" and "d" in cases and not {"n", "a"} & set(cases) and not of_body

    def _of_staff(self, s: Sentence, a: Argument, frame: Frame) -> bool:
        """„Entwickler der AKDB“, „im Streifendienst der Polizei“: who is meant by people or offices of a body."""
        if frame.evokes not in _DONE or a.type not in frame.subject_types or a.type not in BODY_TYPES:
            return False
        noun = s.tokens[a.head].text
        return noun in self._staff or (a.head not in s.taken and noun.lower().endswith(self._offices))

    def _transparent(self, s: Sentence, i: int) -> bool:
        text = s.tokens[i].text
        return (
            text in self.k.transparent
            or self.k.lemma(text) in self.k.transparent
            or text.split("-")[-1] in self.k.transparent
        )

    @staticmethod
    def _of_relative(s: Sentence, number: int, frame: Frame, markers: frozenset[str]) -> list[Argument]:
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

    def _inherited(self, s: Sentence, number: int, types: Container[EntityType]) -> list[Argument]:
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
        if is_passive(clause) or not any(lemma in self._ordering for lemma, _, _ in clause.lemmas):
            return False
        return "sich" not in {s.lower[i] for i in clause.tokens}

    @staticmethod
    def _done_at(frame: Frame) -> bool:
        """Whether the subject of a frame's verb is the work: it is passive, or names who uses it by a preposition."""
        # „X ist neu und stammt von der AKDB“
        used = frame.evokes in {Predicate.DEVELOPS, Predicate.IMPLEMENTS, Predicate.PILOTS} and frame.part == "verb"
        return frame.voice == "passive" or (used and "nom" not in frame.subject_markers)

    def _names_subject(self, s: Sentence, a: Argument) -> bool:
        """„Es trägt den Namen X und wird von A betrieben“: the subject, named as the object of its clause."""
        if a.introduced_by not in self._name_nouns or a.adjective:
            return False
        return any(lemma in self._name_verbs for lemma, _, _ in s.clauses[a.clause].lemmas)

    def _choose(
        self, s: Sentence, frame: Frame, at: int, subjects: list[Argument], objects: list[Argument]
    ) -> tuple[tuple[Argument, ...], tuple[Argument, ...]] | None:
        if not subjects or not objects:
            return None
        best: tuple[float, Argument, Argument] | None = None
        for a in subjects:
            for b in objects:
                if a is b or (a.draft is not None and a.draft is b.draft):
                    continue
                # „hat sich A und B als Partner gesucht“: who stands coordinated hardly relates to one another
                score = self._score(s, frame, at, a, b) - (4 if joined(s, a, b) else 0)
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
        return fillers + of_other_kind(
            s, fillers, [x for x in subjects if x not in things and x.group != b.group]
        ), things

    def _score(self, s: Sentence, frame: Frame, at: int, a: Argument, b: Argument) -> float:
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
        elif a.begin == at + 1 and a.marker in _BY_ANY:
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

    @staticmethod
    def _distinct(pair: tuple[tuple[Argument, ...], tuple[Argument, ...]]) -> bool:
        subjects = {id(a.draft) for a in pair[0]}
        return not all(id(b.draft) in subjects for b in pair[1])


def _of_next_verb(s: Sentence, a: Argument, at: int) -> bool:
    """„an der Hochschule entwickelt und vom Bund bezahlt“: who does what the participle after „und“ says."""
    if a.marker not in _BY_ANY or a.begin <= at or not 0 <= a.clause < len(s.clauses):
        return False
    later = any(done and i >= a.last for _, i, done in s.clauses[a.clause].lemmas)
    return later and any(low in AND for low in s.lower[at + 1 : a.begin])


def _has_doer(s: Sentence, inside: Sequence[Argument], frame: Frame) -> bool:
    """Whether a passive clause names with „von“ who does something, if only after a place."""
    able = [a for a in inside if a.marker == "von" and a.type in frame.subject_types]
    places = {i for i, a in s.taken.items() if a.type in PLACES}
    return frame.part == "verb" and frame.voice == "passive" and any(a.head < 0 or a.head in places for a in able)


def _is_taken_over(frame: Frame) -> bool:
    """Whether a frame tells from whom somebody has a work: whoever that is has made it."""
    markers = frame.subject_markers
    return frame.evokes is Predicate.DEVELOPS and frame.voice == "active" and markers == _FROM_WHOM


def _opens_main(s: Sentence, a: Argument) -> bool:
    """Whether the name of a body, with its article, opens a main clause."""
    if a.type not in BODY_TYPES or a.marker != "np" or a.begin == a.first or not 0 <= a.clause < len(s.clauses):
        return False
    clause = s.clauses[a.clause]
    return clause.kind == "main" and bool(clause.tokens) and clause.tokens[0] == a.begin


def _then(s: Sentence, at: int) -> bool:
    """„damals noch unter dem Vorsitz von X“, „seinerzeit unter Leitung von Y“: who led it then."""
    before = s.lower[max(0, at - _NEAR_THEN) : at]
    return "unter" in before and not _THEN.isdisjoint(before[: before.index("unter")])


def _after_years(s: Sentence, clause: Clause, at: int) -> bool:
    """„Nach zehn Jahren an der Spitze des Verbands geht A“: what is told of so is over."""
    before = [s.lower[i] for i in clause.tokens if i < at]
    return "nach" in before[:3] and not _YEARS.isdisjoint(before[-6:])


def _is_speaker(s: Sentence, a: Argument) -> bool:
    """„Weber: Das Portal verantwortet die FITKO“: the name before what is said takes no part in it."""
    return a.type is EntityType.PERSON and s.text_at(a.last) == ":" and a.begin == 0 and not a.reference


def _ordered(s: Sentence, number: int, types: Container[EntityType]) -> list[Argument]:
    """Whom a clause tells to do something: the last of its names that may be an accusative beside its subject."""
    able = [a for a in s.arguments if a.clause == number and a.marker == "np" and not a.adjective and a.draft]
    told = [a for a in able if "a" in a.cases and a.type in types]
    if not told or len({a.group for a in able}) < _TWO:
        return []
    return [a for a in told if a.group == told[-1].group]


def _rules_out(s: Sentence, own: Sequence[Argument], words: set[str], frame: Frame) -> bool:
    """„hat die Software im Programm“, and not „Auch Wismar hatte das Programm“: a noun for a work just spoken of."""
    meant = {s.tokens[a.first].text for a in own if a.reference and a.type in WORKS and a.last == a.first + 1}
    return any(word in words and word not in meant for word in frame.excludes)


def _is_choice(s: Sentence, people: Sequence[Argument]) -> bool:
    """„A oder B“: one of several, and nobody knows which."""
    return any(s.lower[a.last : b.begin] == ["oder"] for a in people for b in people if a.last < b.begin)


def _flipped(frame: Frame) -> bool:
    """Whether the object of the relation is the subject of the verb."""
    if frame.evokes is None or frame.object_markers != {"nom"}:
        return False
    return frame.subject_markers == {"acc"} or _passes_on(frame)


def _passes_on(frame: Frame) -> bool:
    """„B übergab A das Amt“: whether the subject of the relation is who is given something."""
    return frame.evokes is Predicate.SUCCEEDS and frame.subject_markers >= _RECEIVING


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


def _is_plain_document(s: Sentence, a: Argument) -> bool:
    """„eine Vereinbarung“, „ein Abkommen über Schulungen“: a document that has no name of its own."""
    return a.type is EntityType.DOCUMENT and (a.last - a.first == 1 or s.low_at(a.first + 1) == "über")


def _beneficiary(s: Sentence, a: Argument) -> bool:
    """„fordert mehr Zuständigkeiten für ihr Haus“: a possessive after a noun without a name says what that is for."""
    noun = a.first - 2
    return a.reference and noun > 0 and s.text_at(noun)[:1].isupper() and noun not in s.taken


def _is_held(s: Sentence, i: int) -> bool:
    """„Jens Ott, Vorstand der AKDB, leitet das Amt“: a noun that is somebody's title, and no organ that acts."""
    title = s.taken.get(i)
    return title is not None and title.role is not None and bool(title.role.holders)
