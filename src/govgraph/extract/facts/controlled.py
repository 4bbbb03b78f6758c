"""What somebody does by the noun for it: „Mit der Einführung der E-Akte hat Gera …“, „seit dem Beitritt zum KDN“.

Who acts is the subject of the clause, as with an infinitive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import PLACES, WORKS, FactDraft
from govgraph.language.grammar import CONTRACTED_CASES, PREPOSITIONS
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.arguments import MarkerFinder
    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence

_WAYS = frozenset({"mit", "durch"})
"""Prepositions by which the doing is as planned, or as certain, as what comes of it."""
_TIMES = frozenset({"seit", "dank", "nach", "bei"})
"""Prepositions by which the doing has come first."""
_OF = frozenset({"gen", "von"})
_TO = frozenset({"an", "auf", "zu", "in", "bei"})
_BY = frozenset({"bei", "durch", "in"})
_USERS = frozenset({"Agency", "Authority", "Court", "Department", "Government", "Ministry", "MunicipalUnion", "School"})
"""Kinds of body that use what others make."""
_MAKERS = frozenset({EntityType.ORGANISATION})
_TEXTS = frozenset({EntityType.DOCUMENT, EntityType.LAW})
_LAWS = WORKS | {EntityType.LAW}
_ADDING = frozenset({"allem", "anderem", "auch", "besonders", "etwa", "gerade", "insbesondere"})
_CONFIDENCE = 0.65
_RULE = "controlled-noun"


class ControlledNouns:
    """Reads nouns of doing whose doer is the subject of their clause.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        markers: Finder of what a noun hangs on.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, markers: MarkerFinder, date: str | None) -> None:
        self.k = knowledge
        self.modality = modality
        self.markers = markers
        self.date = date
        self._for_others = knowledge.words("steering-verbs") | knowledge.words("helping-verbs")
        self._judging = knowledge.words("judging-verbs") | knowledge.words("demand")
        self._nouns = {
            noun: (predicate, markers_, types)
            for name, predicate, markers_, types in (
                ("nouns-of-use", Predicate.IMPLEMENTS, _OF, _LAWS),
                ("nouns-of-change", Predicate.IMPLEMENTS, _TO, WORKS),
                ("nouns-of-trial", Predicate.PILOTS, _OF, WORKS),
                ("nouns-of-making", Predicate.DEVELOPS, _OF, WORKS),
                ("nouns-of-joining", Predicate.MEMBER_OF, _TO, _MAKERS),
                ("nouns-of-passing", Predicate.ADOPTS, _OF, _TEXTS),
            )
            for noun in knowledge.words(name)
        }

    def facts(self, s: Sentence) -> Iterator[FactDraft]:
        """What the nouns of a sentence say that the subjects of their clauses do."""
        for thing in s.arguments:
            if thing.head < 0 or thing.draft is None or thing.head in s.taken or thing.clause < 0:
                continue
            told = self._nouns.get(s.tokens[thing.head].text)
            if told is None or thing.marker not in told[1] or thing.type not in told[2]:
                continue
            modality = self._modality(s, thing)
            if modality is None:
                continue
            for doer in self._doers(s, thing, told[0]):
                if doer.draft is not None and doer.draft is not thing.draft:
                    yield FactDraft(doer.draft, told[0], thing.draft, modality, _CONFIDENCE, s, _RULE, s.speaker)

    def _modality(self, s: Sentence, thing: Argument) -> Modality | None:
        """How surely it is done, or None where the noun does not hang on the clause in the way that is meant."""
        clause = s.clauses[thing.clause]
        marker, _, head = self.markers.noun_marker(s, thing.head)
        if head >= 0 or marker not in _WAYS | _TIMES or clause.kind not in {"main", "sub"} or _added(s, thing.head):
            return None
        verdict = self.modality.judge(s, clause, self.date)
        if verdict is Modality.PLANNED and marker in _TIMES:
            return Modality.ASSERTED
        if verdict is None and thing.first in self.modality.granted.front(s, clause, self.date):
            return Modality.ASSERTED
        return verdict if verdict in {Modality.ASSERTED, Modality.PLANNED} else None

    def _doers(self, s: Sentence, thing: Argument, predicate: Predicate) -> Sequence[Argument]:
        clause = s.clauses[thing.clause]
        lemmas = clause.verbs
        if not lemmas.isdisjoint(self._for_others | self._judging) or is_passive(clause):
            return ()
        if self._has_doer(s, thing):
            return ()
        subjects = [
            a
            for a in s.arguments
            if a.clause == thing.clause and a.nominative and a.head < 0 and not a.adjective and a.draft is not None
        ]
        sure = [a for a in subjects if a.cases == "n"]
        chosen = sure or subjects
        if len({a.group for a in chosen}) != 1 or not all(self._may_do(a, predicate) for a in chosen):
            return ()
        return chosen

    @staticmethod
    def _may_do(a: Argument, predicate: Predicate) -> bool:
        if a.draft is None:
            return False
        if a.type in PLACES:
            return True
        used = predicate in {Predicate.IMPLEMENTS, Predicate.PILOTS}
        return a.type is EntityType.ORGANISATION and (not used or a.draft.kind in _USERS)

    @staticmethod
    def _has_doer(s: Sentence, thing: Argument) -> bool:
        """„Nach der Einführung der E-Akte in Gera lobt …“: somebody else hangs on the noun or on the thing."""
        inner = range(thing.head, thing.last)
        return any(a.marker in _BY and a.head in inner and a is not thing and a.draft is not None for a in s.arguments)


def _added(s: Sentence, noun: int) -> bool:
    """„stellen hohe Anforderungen, vor allem bei der Umsetzung …“: said of what stands before a comma or „allem“."""
    i = noun - 1
    while i > 0 and s.lower[i] not in PREPOSITIONS and s.lower[i] not in CONTRACTED_CASES:
        i -= 1
    return s.low_at(i - 1) in _ADDING or (
        i > 0 and s.tokens[i - 1].text in {",", "(", "–"} and s.clauses[s.clause_of[i]].tokens[0] != i - 1
    )
