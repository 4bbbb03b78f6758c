"""Whose plan it is that a session decided on: „Beschlossen wurde X auf der Ratssitzung in Bonn“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import FactDraft, facts_by_sentence, only_one
from govgraph.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_PAPERS = frozenset({EntityType.DOCUMENT, EntityType.LAW, EntityType.PROGRAMME})
_DECIDING = frozenset({"Committee", "Government", "Parliament"})
_OF_PARLIAMENTS = frozenset({"Parliament"})
_IN = "in"
_BY = frozenset({"durch", "von"})
_FIRST = frozenset({"erster", "ersten"})
_IS = "sein"
_BACK = 8
"""How many of the things named last may be meant."""
_CONFIDENCE = 0.6
_RULE = "adopted-in-session"


class AdoptedInSessions:
    """Reads who made a plan valid where only the session, the reading or the state of the plan is told.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._adopting = words("adopting-verbs") - {"auflegen"}
        self._of_towns = words("sessions-of-towns")
        self._of_lands = words("sessions-of-lands")
        self._readings = words("readings-of-bills")
        self._decided = words("decided-phrases")
        self._modality = modality
        self._date = date

    def facts(self, sentences: Sequence[Sentence], told: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Who adopts what.

        Args:
            sentences: The article.
            told: What it states otherwise.
        """
        by_sentence = facts_by_sentence(f for f in told if f.predicate is Predicate.ADOPTS)
        for s in sentences:
            if s.tokens[-1].text == "?":
                continue
            known = {id(f.object) for f in by_sentence.get(id(s), ())}
            for number, clause in enumerate(s.clauses):
                inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
                papers = [a.draft for a in inside if a.nominative and a.type in _PAPERS and id(a.draft) not in known]
                house = self._house(s, number, clause, inside) if papers else None
                verdict = self._modality.judge(s, clause, self._date) if house is not None else None
                if house is None or verdict is None:
                    continue
                for paper in papers:
                    if paper is not None:
                        yield FactDraft(house, Predicate.ADOPTS, paper, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _house(self, s: Sentence, number: int, clause: Clause, inside: Sequence[Argument]) -> Draft | None:
        """Who decides: the body told of, or else the town or Land whose session it is."""
        if any(a.marker in _BY for a in inside):
            return None
        low = [s.lower[i] for i in clause.tokens]
        if _IS in clause.verbs and any(" ".join(pair) in self._decided for pair in pairwise(low)):
            earlier = [a.draft for a in s.arguments if a.clause < number]
            return only_one(d for d in (earlier or s.near) if d is not None and d.kind in _DECIDING)
        if not is_passive(clause) or clause.verbs.isdisjoint(self._adopting):
            return None
        for i in clause.tokens:
            noun = s.tokens[i].text
            if noun in self._of_towns:
                return _place(s, inside, EntityType.MUNICIPALITY)
            if noun in self._of_lands:
                return _place(s, inside, EntityType.JURISDICTION)
            if noun in self._readings and s.low_at(i - 1) not in _FIRST:
                return _parliament(s, inside)
        return None


def _parliament(s: Sentence, inside: Sequence[Argument]) -> Draft | None:
    """The one parliament that has been told of, or else the Land of the bill."""
    told = list(dict.fromkeys(d for d in s.context[-_BACK:] if d.kind in _OF_PARLIAMENTS))
    if told:
        return only_one(told)
    return only_one(a.draft.jurisdiction for a in inside if a.type is EntityType.LAW and a.draft is not None)


def _place(s: Sentence, inside: Sequence[Argument], kind: EntityType) -> Draft | None:
    """The town or Land of a session: named with it, or the only one that has been told of."""
    here = [a.draft for a in inside if a.type is kind and a.marker in {_IN, "gen"}]
    return only_one(here) if here else only_one(d for d in (s.near or s.context[-_BACK:]) if d.type is kind)
