"""Beginnings that an attribute or the start told next puts off: „die anstehende Einführung“, „Start ist im Mai“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.clauses.verb_forms import main_verbs
from govgraph.extract.state import BODY_TYPES, RUN
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, FactDraft, Sentence

_BEGUN = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.MEMBER_OF, Predicate.COOPERATES_WITH})
"""What a noun for a beginning tells."""
_JOINED = frozenset({Predicate.IMPLEMENTS, Predicate.PILOTS, Predicate.MEMBER_OF, Predicate.CHAIRS})
"""What cannot be so before what somebody takes part in is there."""
_OF_EVENTS = frozenset({Predicate.PARTICIPATES_IN, Predicate.ORGANISES, Predicate.HELD_IN})
_HAVE = frozenset({"haben", "hat"})
_WORK = frozenset({"arbeit", "betrieb", "tätigkeit"})
_MOST = 2
"""How many sentences after the one that tells of something to come may go on about it."""
_TO_COME = RUN | {EntityType.PROGRAMME, EntityType.ORGANISATION}


class PutOff:
    """Puts into the future what has not begun, though its own clause does not say so.

    Args:
        words: Gives a word list.
        modality: Judge of clauses.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader) -> None:
        self._modality = modality
        self._choosing = words("taking-up-verbs")
        self._starting = words("beginning-verbs") | words("launching-verbs") | words("coming-about-verbs")
        self._founding = words("founding-verbs")
        self._starts = frozenset(word.lower() for word in words("start-nouns"))
        self._already = words("already-adverbs")
        self._done = words("completing-verbs")
        self._settled = words("settled-adjectives")
        self._bearing = frozenset(word.lower() for word in words("bearing-nouns"))

    def settle(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None) -> None:
        """Change the modality of facts that tell what is yet to come.

        Args:
            sentences: Sentences that follow one another.
            facts: What they state.
            date: Date of the article.
        """
        self._settle_events(sentences, facts, date)
        stated = [f for f in facts if f.modality is Modality.ASSERTED and f.predicate in _BEGUN | _JOINED]
        if not stated:
            return
        places = {id(s): n for n, s in enumerate(sentences)}
        for fact in stated:
            at = places.get(id(fact.sentence))
            if at is None or fact.sentence.kind is BlockKind.QUESTION:
                continue
            if (
                self._is_attributed(fact, date)
                or self._starts_beside(fact, date)
                or self._starts_next(fact, sentences[at + 1 : at + 1 + _MOST], date)
                or self._goes_on_with(fact, sentences[max(0, at - _MOST) : at], facts, date)
            ):
                fact.modality = Modality.PLANNED

    def _settle_events(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None) -> None:
        """„Im Herbst laden Sie zum Forum X. Die Eröffnungsrede hält A.“: who takes part in what is yet to be."""
        told = [f for f in facts if f.modality is Modality.ASSERTED and f.predicate in _OF_EVENTS]
        events = {id(_event(f)) for f in told}
        ahead: dict[int, int] = {}
        for s in sentences if events else ():
            for a in s.arguments:
                if id(a.draft) not in events or id(a.draft) in ahead or not 0 <= a.clause < len(s.clauses):
                    continue
                if self._modality.judge(s, s.clauses[a.clause], date) is Modality.PLANNED:
                    ahead[id(a.draft)] = s.start
        for fact in told:
            s = fact.sentence
            if ahead.get(id(_event(fact)), s.start) >= s.start or self._is_so(fact):
                continue
            if all(_is_now(s, clause) for clause in s.clauses if clause.kind == "main"):
                fact.modality = Modality.PLANNED

    # ------------------------------------------------------------------ by an attribute

    def _is_attributed(self, fact: FactDraft, date: str | None) -> bool:
        """„Die anstehende Einführung von X in A bindet Personal“, not „Der geplante Beitritt kam zustande“."""
        s = fact.sentence
        if fact.predicate not in _BEGUN:
            return False
        outstanding = self._modality.pending.pending(s, date)
        if any(noun in {a.head, a.begin - 1} for noun in outstanding for a in _ends(fact)):
            # „Im Rahmen der Kooperation von A und B steht die Einführung von X an“
            return True
        for noun in self._modality.pending.nouns(s):
            clause = s.clauses[s.clause_of[noun]]
            if not self._modality.pending.attributed(s, noun, date) or self._is_done(s, clause):
                continue
            if any(noun in {a.head, a.begin - 1} for a in _ends(fact)):
                return True
        return False

    def _is_done(self, s: Sentence, clause: Clause) -> bool:
        if not main_verbs(clause).isdisjoint(self._done):
            return True
        low = {s.lower[i] for i in clause.tokens}
        if not low.isdisjoint(self._settled) or {"dach", "fach"} <= low:
            return True
        return not in_present(s, clause) and not is_perfect(clause)

    # ------------------------------------------------------------------ by a start told beside or next

    def _starts_beside(self, fact: FactDraft, date: str | None) -> bool:
        """„beteiligt sich an X, das im Mai beginnt“, „Im Mai beginnt X, an dem A und B teilnehmen“."""
        s = fact.sentence
        if fact.predicate not in _JOINED or len(s.clauses) < 2 or self._is_so(fact):
            return False
        own = {a.clause for a in s.arguments if a.draft is fact.subject}
        return any(
            a.draft is fact.object
            and a.clause not in own
            and 0 <= a.clause < len(s.clauses)
            and self._begins(s, a, date)
            and _hang_together(s, a.clause, own)
            for a in s.arguments
        )

    def _begins(self, s: Sentence, thing: Argument, date: str | None) -> bool:
        """Whether a clause tells that its subject is yet to begin."""
        clause = s.clauses[thing.clause]
        if not thing.nominative or not self._comes_about(s, clause, thing):
            return False
        return self._modality.judge(s, clause, date) is Modality.PLANNED

    def _comes_about(self, s: Sentence, clause: Clause, thing: Argument) -> bool:
        """„X beginnt“, „A will X testen“, „Der Verein X wird gegründet“, not „Der Verein X startet eine App“."""
        verbs = main_verbs(clause)
        if thing.type is not EntityType.ORGANISATION:
            return not verbs.isdisjoint(self._starting | self._modality.plans.verbs)
        if "aufnehmen" in verbs:
            return not _WORK.isdisjoint(s.lower[i] for i in clause.tokens)
        if verbs.isdisjoint(self._founding):
            return False
        inside = [a for a in s.arguments if a.clause == thing.clause and a.type in BODY_TYPES and not a.adjective]
        passive = is_passive(clause) or "entstehen" in verbs
        return passive or (len(inside) > 1 and inside[-1] is thing and thing.marker == "np")

    def _starts_next(self, fact: FactDraft, following: Sequence[Sentence], date: str | None) -> bool:
        """„A hat sich für X entschieden. Die Inbetriebnahme ist für Mai geplant.“: chosen, and not yet in use."""
        s = fact.sentence
        if fact.predicate is not Predicate.IMPLEMENTS or not self._takes_up(fact):
            return False
        for after in following:
            if after.block != s.block:
                break
            if self._tells_start(fact, after, date):
                return True
            if any(a.draft is not None and a.type in RUN and a.draft is not fact.object for a in after.arguments):
                break
        return False

    def _takes_up(self, fact: FactDraft) -> bool:
        """Whether the clause of a fact tells that somebody chooses or buys a work, or is about to use it."""
        s = fact.sentence
        for number in {a.clause for a in s.arguments if a.draft is fact.object}:
            clause = s.clauses[number] if 0 <= number < len(s.clauses) else None
            if clause is None or any(s.lower[i] in self._already for i in clause.tokens):
                continue
            verbs = main_verbs(clause)
            if verbs & self._choosing or (verbs & self._starting and in_present(s, clause)):
                return True
        return False

    def _tells_start(self, fact: FactDraft, after: Sentence, date: str | None) -> bool:
        """„Die Umstellung erfolgt im Februar 2025“, „Los geht es im Mai“: the start of this thing is to come."""
        for number, clause in enumerate(after.clauses):
            nouns = [i for i in clause.tokens if after.lower[i] in self._starts and i not in after.taken]
            low = [after.lower[i] for i in clause.tokens]
            begins = "los" in low and any(word in {"geht", "gehen"} for word in low)
            if not (nouns or begins) or self._modality.judge(after, clause, date) is not Modality.PLANNED:
                continue
            others = [a for a in after.arguments if a.clause == number and a.draft is not None and not a.adjective]
            if all(a.draft in {fact.subject, fact.object} or a.type not in BODY_TYPES | RUN for a in others):
                return True
        return False

    # ------------------------------------------------------------------ by what the sentences before tell

    def _goes_on_with(
        self, fact: FactDraft, before: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None
    ) -> bool:
        """„Im Mai soll das Projekt X beginnen. Beteiligt sind A und B.“: who takes part in what is yet to begin."""
        s = fact.sentence
        if fact.predicate not in _JOINED or fact.object.type not in _TO_COME or self._is_so(fact):
            return False
        if not all(_is_now(s, clause) for clause in _clauses_of(fact)) or not self._bearing.isdisjoint(s.lower):
            # „Träger ist die Stadt A“: whose it is
            return False
        for told in reversed(before):
            if told.block != s.block and told.kind not in {BlockKind.TITLE, BlockKind.KICKER}:
                break
            if self._is_to_come(told, fact.object, date):
                return not any(
                    f.object is fact.object and f.modality is not Modality.PLANNED and f.sentence.start < told.start
                    for f in facts
                )
        return False

    def _is_to_come(self, s: Sentence, thing: Draft, date: str | None) -> bool:
        """Whether a sentence tells that a thing is yet to begin, not only what it is for."""
        for a in s.arguments:
            if a.draft is not thing or a.adjective or not 0 <= a.clause < len(s.clauses):
                continue
            clause = s.clauses[a.clause]
            noun = a.head >= 0 and s.lower[a.head] in self._starts
            if not (a.marker == "np" or noun) or self._modality.judge(s, clause, date) is not Modality.PLANNED:
                continue
            if noun or self._comes_about(s, clause, a):
                return True
        return False

    def _is_so(self, fact: FactDraft) -> bool:
        return any(fact.sentence.lower[i] in self._already for clause in _clauses_of(fact) for i in clause.tokens)


def _is_now(s: Sentence, clause: Clause) -> bool:
    """Whether a clause tells in the present, or has no verb; not „hat die Formulare hinterlegt“."""
    if not _HAVE.isdisjoint(clause.auxiliaries) and main_verbs(clause) != {"haben"}:
        return False
    return in_present(s, clause) or not (clause.lemmas or clause.auxiliaries)


def _ends(fact: FactDraft) -> Iterator[Argument]:
    return (a for a in fact.sentence.arguments if a.draft is fact.subject or a.draft is fact.object)


def _event(fact: FactDraft) -> Draft:
    return fact.subject if fact.predicate is Predicate.HELD_IN else fact.object


def _clauses_of(fact: FactDraft) -> list[Clause]:
    """The clauses that name the subject of a fact."""
    s = fact.sentence
    numbers = {a.clause for a in s.arguments if a.draft is fact.subject and 0 <= a.clause < len(s.clauses)}
    return [s.clauses[n] for n in sorted(numbers)]


def _hang_together(s: Sentence, number: int, others: set[int]) -> bool:
    """Whether a clause and one of some others hang on one another: a relative clause and what it stands in."""
    return any(
        (s.clauses[n].parent == number and s.clauses[n].kind == "relative")
        or (s.clauses[number].parent == n and s.clauses[number].kind == "relative")
        for n in others
        if 0 <= n < len(s.clauses)
    )
