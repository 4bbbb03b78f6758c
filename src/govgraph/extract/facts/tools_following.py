"""Tools that a sentence of their own names after the one with the body: „Gera digitalisiert. Dafür gibt es X.“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import BODY_TYPES, FIRMS, RUN, FactDraft, only_one
from govgraph.model import BlockKind, EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH})
_FOR_THAT = frozenset({"dafür", "dazu", "hierfür", "hierzu", "dabei"})
_NOW = frozenset({"jetzt", "nun", "dort", "seither", "seitdem", "fortan", "inzwischen", "mittlerweile", "künftig"})
_HELPED = frozenset({"ihm", "ihr", "ihnen"})
_ANYBODY = frozenset({"man"})
_PASSIVE = frozenset({"wird", "werden", "wurde", "wurden", "werde"})
_FINDING_USE = frozenset({"anwendung", "verwendung"})
_THROUGH = frozenset({"in", "mit", "per", "über"})
_NEVER = frozenset({"Association", "Committee", "Medium", "Parliament", "Party"})
"""Kinds of body that speak or decide, and work with nothing."""
_ELSEWHERE = frozenset({"meisten", "viele", "vielen"})
_CONFIDENCE = 0.6
_RULE = "tool-of-before"


class FollowingTools:
    """Reads sentences that name the tool of the body that the sentence before tells of.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self.modality = modality
        self.date = date
        self._acting = words("verbs-of-tools")
        self._handled = words("verbs-through-tools")
        self._relying = words("relying-verbs")
        self._using = words("plain-using-verbs")
        self._houses = words("nouns-for-the-house")
        self._running = words("running-nouns")
        self._against = words("negation")
        self._judging = words("verbs-of-judging")

    def facts(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft]:
        """Who uses such a tool: the body or bodies of the sentence before."""
        for before, s in pairwise(sentences):
            if s.kind not in _READ or before.kind not in _READ or s.tokens[-1].text == "?":
                continue
            if s.clauses[0].kind != "main" or not any(a.type in RUN and a.clause == 0 for a in s.arguments):
                continue
            work = self._work(s, s.clauses[0])
            if work is not None and "folgen" in s.clauses[0].verbs and not any(a.type in RUN for a in before.arguments):
                # „Die Firma hilft. X soll folgen“: no tool came before it
                continue
            houses = self._houses_of(before) if work is not None else []
            verdict = self.modality.judge(s, s.clauses[0], self.date) if houses else None
            if verdict is None or work is None or work.draft is None:
                continue
            for house in houses:
                yield FactDraft(house, Predicate.IMPLEMENTS, work.draft, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _houses_of(self, s: Sentence) -> list[Draft]:
        """Whoever acts in the sentence before: „Gera nimmt Anträge an“, not „Gera warnt vor Lücken“."""
        return _houses(s) if self._judging.isdisjoint(s.clauses[0].verbs) else []

    def _work(self, s: Sentence, clause: Clause) -> Argument | None:
        """The one system of a clause without a body that acts in it; who made it may stand with it."""
        inside = [a for a in s.arguments if a.clause == 0 and a.draft is not None and not a.adjective]
        works = [a for a in inside if a.type is EntityType.SYSTEM and not a.reference and self._is_free(s, a)]
        if len(works) != 1:
            return None
        work = works[0]
        others = [a for a in inside if a.draft is not work.draft and not a.reference and a.type in BODY_TYPES]
        if any(a.nominative or a.first < work.first for a in others):
            return None
        meant = any(a.reference and a.type in RUN and a.draft is not work.draft for a in inside)
        if meant and work.marker not in _THROUGH:
            # „Die Plattform ersetzt X“: X goes
            return None
        return work if self._is_tool(s, clause, work) else None

    def _is_free(self, s: Sentence, work: Argument) -> bool:
        """Whether a work belongs to no other noun: „greift das Haus auf X zurück“, not „die Leitung von X“."""
        return work.head < 0 or (work.marker == "auf" and s.tokens[work.head].text in self._houses)

    def _is_tool(self, s: Sentence, clause: Clause, work: Argument) -> bool:
        low = [s.lower[i] for i in clause.tokens]
        verbs, opening = clause.verbs, low[0]
        anchored = not (_FOR_THAT | _NOW).isdisjoint(low)
        if not self._against.isdisjoint(low) or not _ELSEWHERE.isdisjoint(low):
            # „Anwendung findet X in vielen Behörden“
            return False
        if work.marker in _THROUGH:
            # „Termine werden über X vergeben“, „Die Gebühr zahlt man über X“
            done = is_passive(clause) or not _ANYBODY.isdisjoint(low)
            return done and bool(verbs & self._handled)
        if work.marker == "auf":
            # „Dafür greift das Haus auf X zurück“
            return bool(verbs & self._relying) and self._house_acts(s, clause)
        if work.marker == "durch":
            # „Möglich wird das durch X“
            return "möglich" in low and not _PASSIVE.isdisjoint(low)
        if work.marker != "np":
            return False
        if "geben" in verbs and "es" in low:
            # „Dafür gibt es nun X“
            return opening in _FOR_THAT
        if is_passive(clause):
            # „Genutzt wird dafür X“
            return work.nominative and bool(verbs & self._using)
        if not work.nominative:
            return False
        if "helfen" in verbs:
            # „Geholfen hat ihr dabei X“
            return not (_HELPED | _FOR_THAT).isdisjoint(low)
        if "finden" in verbs and opening in _FINDING_USE:
            return True
        if "kommen" in verbs and opening == "zum" and s.text_at(clause.tokens[0] + 1) in self._running:
            return True
        if "folgen" in verbs:
            # „Das System X soll bis Sommer folgen“
            return not any(a.marker in {"auf", "dat"} for a in s.arguments if a.clause == 0) and "dem" not in low
        return bool(verbs & self._acting) and (anchored or "ersetzen" in verbs)

    def _house_acts(self, s: Sentence, clause: Clause) -> bool:
        """Whether „das Haus“, „die Verwaltung“ or „man“ acts, which is the body of the sentence before."""
        for i in clause.tokens:
            if s.tokens[i].text in self._houses and s.low_at(i - 1) in {"das", "die"}:
                return True
        return any(s.lower[i] in _ANYBODY for i in clause.tokens)


def _houses(s: Sentence) -> list[Draft]:
    """Who acts in a sentence, else the places where it happens; more than one only side by side."""
    if s.tokens[-1].text not in {".", ":", "“"}:
        return []
    named = [a for a in s.arguments if a.draft is not None and not a.adjective]
    bodies = [a for a in named if a.type in BODY_TYPES]
    acting = [a for a in bodies if a.nominative and a.head < 0 and s.clauses[a.clause].kind == "main"]
    if any(a.type is EntityType.PERSON and a.nominative for a in named):
        return []
    places = [a for a in bodies if a.marker in {"in", "bei"} and a.head < 0]
    if acting and only_one(a.draft for a in acting) is None:
        # „Gera und Jena nehmen Anträge an. Genutzt wird X“: by one of them, or by both
        return []
    others = (a for a in bodies if a.head < 0 and a.marker not in {"in", "bei", "aus", "laut"})
    if acting and any(a.draft is not acting[0].draft for a in others):
        # „Gera kritisiert den Bund. Dafür gibt es X“
        return []
    found = acting or [a for a in places if a.group == places[0].group]
    drafts = list(dict.fromkeys(a.draft for a in found if a.draft is not None))
    return [] if any(d.kind in _NEVER | FIRMS for d in drafts) else drafts
