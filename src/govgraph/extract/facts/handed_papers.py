"""Money that a minister hands over: „Ministerin Anna Weber überreichte der Stadt Ulm den Förderbescheid“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft, by_person
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, OfficeDraft, Sentence

_GETTING = frozenset({EntityType.MUNICIPALITY, EntityType.ORGANISATION})
_GIVING = frozenset({"Federation", "Ministry", "State"})
"""Kinds of body whose ministers give money away."""
_CONFIDENCE = 0.75
_RULE = "handed-by-minister"


class HandedPapers:
    """Reads who funds whom where a paper is handed over.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._papers = words("grant-papers")
        self._handing = words("paper-handing-verbs")
        self._modality = modality
        self._date = date

    def facts(self, sentences: Sequence[Sentence], offices: Sequence[OfficeDraft]) -> Iterator[FactDraft]:
        """What such sentences say.

        Args:
            sentences: The article.
            offices: Its offices.
        """
        giving = by_person(
            o for o in offices if o.body is not None and o.body.kind in _GIVING and o.status is not Status.FORMER
        )
        if not giving:
            return
        for s in sentences:
            for noun, token in enumerate(s.tokens):
                if token.text in self._papers and noun not in s.taken and s.clauses:
                    yield from self._handed(s, noun, giving)

    def _handed(self, s: Sentence, noun: int, giving: dict[int, list[OfficeDraft]]) -> Iterator[FactDraft]:
        number = s.clause_of[noun]
        clause = s.clauses[number]
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        if self._handing.isdisjoint(clause.verbs):
            return
        givers = [
            office.body
            for a in inside
            if a.type is EntityType.PERSON and a.nominative
            for office in giving.get(id(a.draft), ())
            if office.body is not None
        ]
        found = [a for a in inside if _gets(a, noun)] if givers else []
        told = self._modality.judge(s, clause, self._date) if found else None
        if told not in {Modality.ASSERTED, Modality.PLANNED}:
            return
        for a in found:
            if a.draft is not None and a.draft is not givers[0]:
                yield FactDraft(givers[0], Predicate.FUNDS, a.draft, told, _CONFIDENCE, s, _RULE, s.speaker)


def _gets(a: Argument, noun: int) -> bool:
    """„der Stadt Ulm“, „an die Stadt Ulm“, and „für das Projekt X“ behind the paper."""
    if a.type is EntityType.PROGRAMME:
        return a.marker == "für" and a.head in {noun, -1}
    if a.type not in _GETTING or a.head not in {-1, noun}:
        return False
    return a.marker == "an" or (a.marker == "np" and a.head < 0 and "d" in a.cases)
