"""Beginnings that an attribute or the start told next puts off: „die anstehende Einführung“, „Start ist im Mai“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.clauses.pending import is_of_past_year
from govgraph.extract.clauses.slots import is_passive, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.clauses.verb_forms import main_verbs
from govgraph.extract.state import BODY_TYPES, RUN
from govgraph.language.grammar import BECOMING, DETERMINERS, MODALS, PREPOSITIONS
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
_OPENED = frozenset({"betrieb", "live", "los", "netz", "online", "start"})
_INDEFINITE = frozenset({"ein", "eine", "einen"})
_OF = frozenset({"der", "des", "dieser", "für", "ihrer", "seiner", "von", "vom", "zu", "zum", "zur", "auf"})
_PROPER = ("eigentlich", "offiziell", "tatsächlich", "vollständig")
"""Stems of attributes beside which a noun for a start tells of that of the work: „der eigentliche Start“."""
_YEARLY = frozenset({"alljährlich", "jährlich", "regelmäßig", "traditionell"})
_EVERY_YEAR = frozenset({("jedes", "jahr"), ("zwei", "jahre"), ("jedem", "jahr")})
_BEHIND = 4
"""Within how many words before a noun for a later stage „in“ stands: „startet im Mai in die nächste Runde“."""
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
        self._beginning = words("beginning-verbs") | {"anlaufen", "gehen", "laufen"}
        self._using = words("plain-using-verbs") | {"arbeiten"}
        self._taking_place = words("verbs-of-taking-place") - {"sein", "werden"}
        self._widening = words("widening-words")
        self._stages = frozenset(word.lower() for word in words("later-stages"))
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
                if self._takes_place_ahead(s, s.clauses[a.clause], date):
                    ahead[id(a.draft)] = s.start
        for fact in told:
            s = fact.sentence
            if ahead.get(id(_event(fact)), s.start) >= s.start or self._is_so(fact) or _comes_again(s):
                continue
            if all(_is_now(s, clause) for clause in s.clauses if clause.kind == "main"):
                fact.modality = Modality.PLANNED

    def _takes_place_ahead(self, s: Sentence, clause: Clause, date: str | None) -> bool:
        """„soll im Mai stattfinden“, „Im Herbst lädt A zum Forum“, not „Das Forum soll Kommunen vernetzen“."""
        if self._modality.judge(s, clause, date) is not Modality.PLANNED:
            return False
        helped = any(low in MODALS or low in BECOMING for low in clause.auxiliaries)
        if not helped or not main_verbs(clause).isdisjoint(self._taking_place | self._starting):
            return True
        # „wird am 5. Dezember auf dem Tag der Geodaten vorgestellt“
        days = (d for d in s.dates if date is not None and d.value > date)
        return any(s.token_range(d.start, d.end)[0] in clause.tokens for d in days)

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
        low = clause.words
        if not low.isdisjoint(self._settled) or {"dach", "fach"} <= low:
            return True
        return not in_present(s, clause) and not is_perfect(clause)

    # ------------------------------------------------------------------ by a start told beside or next

    def _starts_beside(self, fact: FactDraft, date: str | None) -> bool:
        """„beteiligt sich an X, das im Mai beginnt“, „Im Mai beginnt X, an dem A und B teilnehmen“."""
        s = fact.sentence
        if len(s.clauses) < 2 or not self._hangs_on_start(fact):
            return False
        own = {a.clause for a in s.arguments if a.draft is fact.subject}
        return any(
            a.draft is fact.object
            and a.clause not in own
            and 0 <= a.clause < len(s.clauses)
            and self._begins(s, a, fact, date)
            and _hang_together(s, a.clause, own)
            for a in s.arguments
        )

    def _hangs_on_start(self, fact: FactDraft) -> bool:
        """Whether a fact can only be so once its object has begun: not a test of a work, nor its use told as such."""
        if fact.predicate not in _JOINED or fact.object.type not in _TO_COME or self._is_so(fact):
            return False
        if fact.object.type not in RUN:
            return True
        return fact.predicate is not Predicate.PILOTS and not any(
            main_verbs(clause) & self._using for clause in _clauses_of(fact)
        )

    def _begins(self, s: Sentence, thing: Argument, fact: FactDraft, date: str | None) -> bool:
        """Whether a clause tells that its subject is yet to begin."""
        clause = s.clauses[thing.clause]
        if not thing.nominative or not self._comes_about(s, clause, thing) or self._starts_elsewhere(s, clause, fact):
            return False
        return self._modality.judge(s, clause, date) is Modality.PLANNED

    def _comes_about(self, s: Sentence, clause: Clause, thing: Argument) -> bool:
        """„X beginnt“, „A will X testen“, „Der Verein X wird gegründet“, not „Der Verein X startet eine App“."""
        verbs, low = main_verbs(clause), clause.words
        if thing.type is not EntityType.ORGANISATION:
            if verbs == {"gehen"} and _OPENED.isdisjoint(low):
                return False
            if "laufen" in verbs and "ab" not in low:
                # „soll drei Jahre laufen“, „soll bis 2027 laufen“
                return False
            if verbs.isdisjoint(self._starting | self._modality.plans.verbs):
                return False
            return not self._acts(s, clause, thing)
        if "aufnehmen" in verbs:
            return not _WORK.isdisjoint(clause.words)
        if verbs.isdisjoint(self._founding):
            return False
        inside = [a for a in s.arguments if a.clause == thing.clause and a.type in BODY_TYPES and not a.adjective]
        passive = is_passive(clause) or "entstehen" in verbs
        return passive or (len(inside) > 1 and inside[-1] is thing and thing.marker == "np")

    def _acts(self, s: Sentence, clause: Clause, thing: Argument) -> bool:
        """„Das Projekt X testet die App Y“, „X startet eine Umfrage“: whether a thing does something of its own."""
        if is_passive(clause):
            return False
        inside = [a for a in s.arguments if a.clause == thing.clause and a.draft is not None and not a.adjective]
        if any(a.nominative and a.type in BODY_TYPES and a is not thing for a in inside):
            return False
        if main_verbs(clause).isdisjoint(self._beginning):
            return True
        return any(a is not thing and a.marker == "np" and a.type in _TO_COME for a in inside) or any(
            s.lower[i] in _INDEFINITE and s.low_at(i - 1) not in PREPOSITIONS for i in clause.tokens
        )

    def _starts_elsewhere(self, s: Sentence, clause: Clause, fact: FactDraft) -> bool:
        """„startet landesweit“, „startet auch in B“, „geht in die zweite Phase“: a start that is not that of all."""
        low = [s.lower[i] for i in clause.tokens]
        if not self._widening.isdisjoint(low) or any(
            word in self._stages and not {"in", "mit"}.isdisjoint(low[max(0, n - _BEHIND) : n])
            for n, word in enumerate(low)
        ):
            return True
        if any(one == "mit" and two.startswith("neue") for one, two in itertools.pairwise(low)):
            return True
        return any(
            a.marker == "in"
            and a.type is EntityType.MUNICIPALITY
            and a.draft is not fact.subject
            and 0 <= a.clause < len(s.clauses)
            and s.clauses[a.clause] is clause
            for a in s.arguments
        )

    def _starts_next(self, fact: FactDraft, following: Sequence[Sentence], date: str | None) -> bool:
        """„A hat sich für X entschieden. Die Inbetriebnahme ist für Mai geplant.“: chosen, and not yet in use."""
        s = fact.sentence
        if fact.predicate is not Predicate.IMPLEMENTS or not self._takes_up(fact, date):
            return False
        for after in following:
            if after.block != s.block:
                break
            if self._tells_start(fact, after, date):
                return True
            if any(a.draft is not None and a.type in RUN and a.draft is not fact.object for a in after.arguments):
                break
        return False

    def _takes_up(self, fact: FactDraft, date: str | None) -> bool:
        """Whether the clause of a fact tells that somebody chooses or buys a work, or is about to use it."""
        s = fact.sentence
        for number in {a.clause for a in s.arguments if a.draft is fact.object}:
            clause = s.clauses[number] if 0 <= number < len(s.clauses) else None
            if clause is None or not self._already.isdisjoint(clause.words):
                continue
            praised = any(s.lower[i].startswith("erfolgreich") for i in clause.tokens)
            if praised or is_of_past_year(s, clause, date):
                continue
            verbs = main_verbs(clause)
            if verbs & self._choosing or (verbs & self._starting and in_present(s, clause)):
                return True
        return False

    def _tells_start(self, fact: FactDraft, after: Sentence, date: str | None) -> bool:
        """„Die Umstellung erfolgt im Februar 2025“, „Los geht es im Mai“: the start of this thing is to come."""
        for number, clause in enumerate(after.clauses):
            nouns = [i for i in clause.tokens if self._is_own_start(after, i, fact)]
            low = [after.lower[i] for i in clause.tokens]
            begins = "los" in low and any(word in {"geht", "gehen"} for word in low)
            if not (nouns or begins) or self._modality.judge(after, clause, date) is not Modality.PLANNED:
                continue
            others = [a for a in after.arguments if a.clause == number and a.draft is not None and not a.adjective]
            if all(a.draft in {fact.subject, fact.object} or a.type not in BODY_TYPES | RUN for a in others):
                return True
        return False

    def _is_own_start(self, s: Sentence, noun: int, fact: FactDraft) -> bool:
        """„Die Umstellung erfolgt im Mai“, „Start des Portals X ist im Mai“, not „Die Einführung weiterer Module“."""
        if s.lower[noun] not in self._starts or noun in s.taken:
            return False
        before, behind = s.low_at(noun - 1), s.low_at(noun + 1)
        bare = noun == 0 or before in DETERMINERS or before in PREPOSITIONS or not before.isalpha()
        if not bare and not before.startswith(_PROPER):
            return False
        if not (behind in _OF or behind.endswith("erer")):
            return True
        named = (a for a in s.arguments if a.draft is fact.object and a.begin == noun + 1)
        # not „der Start der neuen Website“
        return any(not a.reference or a.first - a.begin == 1 for a in named)

    # ------------------------------------------------------------------ by what the sentences before tell

    def _goes_on_with(
        self, fact: FactDraft, before: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None
    ) -> bool:
        """„Im Mai soll das Projekt X beginnen. Beteiligt sind A und B.“: who takes part in what is yet to begin."""
        s = fact.sentence
        if not self._hangs_on_start(fact):
            return False
        if not all(_is_now(s, clause) for clause in _clauses_of(fact)) or not self._bearing.isdisjoint(s.lower):
            # „Träger ist die Stadt A“: whose it is
            return False
        for told in reversed(before):
            if told.block != s.block and told.kind not in {BlockKind.TITLE, BlockKind.KICKER}:
                break
            if self._is_to_come(told, fact, date):
                return not any(
                    f.object is fact.object and f.modality is not Modality.PLANNED and f.sentence.start < told.start
                    for f in facts
                )
        return False

    def _is_to_come(self, s: Sentence, fact: FactDraft, date: str | None) -> bool:
        """Whether a sentence tells that a thing is yet to begin, not only what it is for."""
        for a in s.arguments:
            if a.draft is not fact.object or a.adjective or not 0 <= a.clause < len(s.clauses):
                continue
            clause = s.clauses[a.clause]
            noun = a.head >= 0 and s.lower[a.head] in self._starts
            if not (a.marker == "np" or noun) or self._modality.judge(s, clause, date) is not Modality.PLANNED:
                continue
            if self._starts_elsewhere(s, clause, fact):
                continue
            if noun or self._comes_about(s, clause, a):
                return True
        return False

    def _is_so(self, fact: FactDraft) -> bool:
        return any(fact.sentence.lower[i] in self._already for clause in _clauses_of(fact) for i in clause.tokens)


def _comes_again(s: Sentence) -> bool:
    """„veranstaltet das Forum jedes Jahr“."""
    return any(low in _YEARLY for low in s.lower) or any(pair in _EVERY_YEAR for pair in itertools.pairwise(s.lower))


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
    return [s.clauses[n] for n in sorted(s.clauses_naming(fact.subject))]


def _hang_together(s: Sentence, number: int, others: set[int]) -> bool:
    """Whether a clause and one of some others hang on one another: a relative clause and what it stands in."""
    return any(
        (s.clauses[n].parent == number and s.clauses[n].kind == "relative")
        or (s.clauses[number].parent == n and s.clauses[number].kind == "relative")
        for n in others
        if 0 <= n < len(s.clauses)
    )
