"""Works that come after another one in the same hands: „Gera nutzt seit Mai VOIS, im Herbst folgt das Portal X“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.state import BODY_TYPES, RUN, USES, FactDraft, facts_by_sentence
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Clause, Draft, Sentence

_VERBS = frozenset({"dazukommen", "folgen", "hinzukommen"})
_MADE_OR_USED = USES | {Predicate.DEVELOPS}
_NO_WORK_OF_THEIRS = frozenset({"auf", "aus", "bei", "durch", "für", "mit", "von", "zu"})
"""Prepositions of a clause that tells of whom or of what the work is, or after what it comes."""
_CONFIDENCE = 0.6
_RULE = "follows-work"


def works_following(
    sentences: Sequence[Sentence], facts: Sequence[FactDraft], modality: ModalityReader, date: str | None
) -> Iterator[FactDraft]:
    """Facts of works that are told to follow one that somebody uses, tests or runs.

    Args:
        sentences: The article.
        facts: What it states otherwise.
        modality: Judge of clauses.
        date: Date of the article.
    """
    by_sentence = facts_by_sentence(facts)
    for s in sentences:
        for at, clause in enumerate(s.clauses):
            works = _works(s, at, clause)
            if not works or s.tokens[-1].text == "?":
                continue
            earlier = {id(a.draft) for a in s.arguments if a.clause < at}
            told = _last_told([f for f in by_sentence[id(s)] if id(f.object) in earlier])
            verdict = modality.judge(s, clause, date) if told else None
            if verdict is None:
                continue
            done = in_past(s, clause)
            for work in works:
                for fact in told:
                    if work not in {f.object for f in told} and work.type in RUN:
                        yield replace(
                            fact,
                            object=work,
                            modality=verdict if done else Modality.PLANNED,
                            confidence=_CONFIDENCE,
                            sentence=s,
                            rule=_RULE,
                            speaker=s.speaker,
                        )


def _works(s: Sentence, at: int, clause: Clause) -> list[Draft]:
    """What a clause says to follow, where it names but works, and nobody who would follow with them."""
    if clause.kind != "main" or _VERBS.isdisjoint(clause.verbs):
        return []
    inside = [a for a in s.arguments if a.clause == at and a.draft is not None and not a.adjective]
    works = [a for a in inside if a.nominative and a.type in RUN and not a.reference and a.head < 0]
    return (
        [a.draft for a in works if a.draft is not None] if len(works) == len(inside) and not _of_others(s, at) else []
    )


def _of_others(s: Sentence, at: int) -> bool:
    """„folgt auf das Portal“, „folgen für die Schulen“: whether it is told what the work comes after or is for."""
    clause = s.clauses[at]
    return any(s.lower[i] in _NO_WORK_OF_THEIRS and i + 1 not in s.dated for i in clause.tokens)


def _last_told(facts: Sequence[FactDraft]) -> list[FactDraft]:
    """What is told of the work that was named last, of all who have it."""
    told = [f for f in facts if f.predicate in _MADE_OR_USED and f.object.type in RUN and f.subject.type in BODY_TYPES]
    told = [f for f in told if f.modality is not Modality.ENDED]
    return [f for f in told if f.object is told[-1].object and f.predicate is told[-1].predicate]
