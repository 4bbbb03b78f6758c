"""Works that are told to end without a word on whose they are: those of who was told to use them, or of who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive, is_state
from govgraph.extract.clauses.verb_forms import main_verbs
from govgraph.extract.facts.running import TOWN_RULE
from govgraph.extract.offices.lands import GOVERNING
from govgraph.extract.state import BODY_TYPES, PLACES, RUN, USES, FactDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_RULE = "shut-down"
_CONFIDENCE = 0.6
_MOST = 3
"""Of how many users the end is told at most: a sentence seldom speaks for all of a long list."""
_THAT = frozenset({"das", "dies"})
_NEVER = frozenset({"nie", "niemals"})
_ENDED = frozenset({Modality.ASSERTED, Modality.ENDED, Modality.REPORTED})


class ShutDowns:
    """Reads „Das Portal X wird zum Jahresende abgeschaltet“, „Die App Y geht im Mai vom Netz, teilte Z mit“.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader) -> None:
        self.modality = modality
        self._ending = words("ending-verbs") | words("turning-off-verbs")
        self._expiring = words("expiring-verbs")
        self._passing = words("passing-words")
        self._building = words("building-verbs")
        self._saying = words("speech-verbs")

    def facts(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None) -> Iterator[FactDraft]:
        """Whose use of such works ends.

        Args:
            sentences: The article.
            facts: What it states otherwise.
            date: Date of the article.
        """
        uses = [f for f in facts if f.modality is Modality.ASSERTED and _has(f) and not self._was_made(f)]
        told = {(id(f.sentence), id(f.object)) for f in facts if f.modality is Modality.ENDED and f.rule != TOWN_RULE}
        for number, s in enumerate(sentences):
            if s.kind is BlockKind.QUESTION or s.tokens[-1].text == "?":
                continue
            for work in self.ending(s):
                said = None if work.draft is None else self._said(s, work.clause, date)
                if work.draft is None or said is None or (id(s), id(work.draft)) in told:
                    continue
                whose = _land_before(s, work)
                before = [f for f in uses if f.object is work.draft and f.sentence.start < s.start]
                # „Das Gießener Lahnweb ging vom Netz“: that of Marburg may go on
                known = _users([f for f in before if f.subject is whose] or before)
                if not known:
                    other = whose or self._sayer(s, work.clause) or self._told_by(sentences[number + 1 : number + 2])
                    house = other or _land(sentences, number)
                    known = [] if house is None else [(house, Predicate.IMPLEMENTS)]
                for house, has in known if len(known) <= _MOST else ():
                    yield FactDraft(house, has, work.draft, said, _CONFIDENCE, s, _RULE, s.speaker)

    def ending(self, s: Sentence) -> Iterator[Argument]:
        """Works of which a clause that names nobody else says that they end, or are to."""
        for number, clause in enumerate(s.clauses):
            lemmas = clause.verbs
            if clause.kind in {"infinitive", "relative"} or not self._ends(s, clause, lemmas):
                continue
            if not self._passing.isdisjoint(clause.words):
                # „musste vorübergehend abgeschaltet werden“
                continue
            inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
            if any(a.type in BODY_TYPES for a in inside):
                continue
            yield from (a for a in inside if a.type in RUN and a.nominative)

    def _was_made(self, fact: FactDraft) -> bool:
        """„Ulm entwickelte die App“: who has made a work has made it, whatever becomes of it."""
        s = fact.sentence
        own = s.clauses_naming(fact.subject)
        made = any(main_verbs(s.clauses[number]) & self._building for number in own)
        return made and fact.predicate is Predicate.DEVELOPS

    def _ends(self, s: Sentence, clause: Clause, lemmas: frozenset[str]) -> bool:
        if lemmas & self._expiring:
            return True
        if lemmas & self._ending:
            return is_passive(clause) or is_state(clause)
        return self.modality.endings.ends(s, clause)

    def _said(self, s: Sentence, number: int, date: str | None) -> Modality | None:
        """What a clause tells of a use by its end: over, or still there if the end is decided and yet to come.

        None where somebody only wants the end.
        """
        clause = s.clauses[number]
        verdict = self.modality.judge(s, clause, date)
        if verdict in _ENDED:
            return Modality.ENDED
        return Modality.ASSERTED if verdict is Modality.PLANNED and self.modality.endings.ends_soon(s, clause) else None

    def _sayer(self, s: Sentence, but: int) -> Draft | None:
        """„…, teilte Sachsen mit“: the town or Land that tells of it, for its ministry too."""
        for number, clause in enumerate(s.clauses):
            if number != but and not self._saying.isdisjoint(clause.verbs):
                said = [a.draft for a in s.arguments if a.clause == number and a.nominative and a.type in BODY_TYPES]
                return _behind(only_one(said))
        return None

    def _told_by(self, following: Sequence[Sentence]) -> Draft | None:
        """„Das teilte das Digitalministerium mit.“: who tells what the sentence before says."""
        s = following[0] if following else None
        if s is None or s.low_at(0) not in _THAT or s.tokens[-1].text == "?":
            return None
        return self._sayer(s, -1)


def _has(fact: FactDraft) -> bool:
    """Whether a fact tells that somebody uses a work, or that a town or Land runs it."""
    runs = fact.predicate is Predicate.DEVELOPS and fact.subject.type in PLACES
    return runs or fact.predicate is Predicate.IMPLEMENTS


def _users(facts: Sequence[FactDraft]) -> list[tuple[Draft, Predicate]]:
    """Who uses a work; if nobody does, the town or Land that runs it."""
    using = [f for f in facts if f.predicate is Predicate.IMPLEMENTS] or facts
    return list(dict.fromkeys((f.subject, f.predicate) for f in using))


def never_began(fact: FactDraft) -> bool:
    """„Rostock, das nie in den Echtbetrieb ging, hat den Vertrag gekündigt“: an end of what never was in use."""
    s = fact.sentence
    if fact.modality is not Modality.ENDED or fact.predicate not in USES or _NEVER.isdisjoint(s.lower):
        return False
    own = {a.clause for a in s.arguments if a.draft is fact.subject}
    return any(
        clause.kind == "relative" and clause.parent in own and not _NEVER.isdisjoint(clause.words)
        for clause in s.clauses
    )


def _behind(body: Draft | None) -> Draft | None:
    """The town or Land that a body speaks for."""
    if body is None or body.type in PLACES:
        return body
    return body.jurisdiction if body.kind in GOVERNING else None


def _land_before(s: Sentence, work: Argument) -> Draft | None:
    """„das sächsische Portal X“: the Land or town whose adjective stands before a work."""
    start = work.begin if work.begin >= 0 else work.first
    return only_one(a.draft for a in s.arguments if a.adjective and a.type in PLACES and start <= a.first < work.first)


def _land(sentences: Sequence[Sentence], number: int) -> Draft | None:
    """The Land that the kicker names alone, of what the article tells at first."""
    opening = [s for s in sentences if s.kind is BlockKind.KICKER]
    named = [a for s in opening for a in s.arguments]
    if len(named) != 1 or named[0].type is not EntityType.JURISDICTION or named[0].adjective:
        return None
    before = (a for s in sentences[: number + 1] for a in s.arguments if a.draft is not named[0].draft)
    return None if any(a.type in BODY_TYPES for a in before) else named[0].draft
