"""„Im Herbst führe ich openDesk ein“, „Seit Mai nutzen Sie civento.“: what somebody does for the house."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.facts.frames import facts_of
from govgraph.extract.state import BOARDS, BODY_TYPES, USES
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.facts.frames import FrameFiller
    from govgraph.extract.filled import Filled
    from govgraph.extract.state import Argument, Draft, FactDraft, Sentence


def done_for_the_house(
    sentences: Sequence[Sentence],
    filler: FrameFiller,
    group_of: Callable[[Draft | None], Draft | None],
    for_oneself: frozenset[str],
) -> Iterator[FactDraft]:
    """Who speaks says „ich“ of what the house tests and introduces, since nobody but a body does.

    Args:
        sentences: The article.
        filler: Fills the frames of a sentence.
        group_of: What „wir“ stands for when a person says it.
        for_oneself: Words, in small letters, and lemmas of what somebody does for themselves: „privat“, „nutzen“.
    """
    for s in sentences:
        spoken = next((a for a in s.arguments if _speaks(s, a)), None)
        if spoken is None:
            continue
        group = group_of(spoken.draft)
        if group is None or group.type not in BODY_TYPES or group.kind in BOARDS:
            continue
        meant = replace(spoken, draft=group)
        arguments = [meant if a is spoken else a for a in s.arguments]
        statement = replace(s, arguments=arguments, taken={i: meant if a is spoken else a for i, a in s.taken.items()})
        mine = s.kind is BlockKind.ANSWER
        for filled in filler.fill(statement):
            if filled.frame.evokes in USES and not (mine and _is_own(s, filled, for_oneself)):
                for fact in facts_of(filled, s, s.speaker):
                    if fact.subject is group:
                        yield fact


def _speaks(s: Sentence, a: Argument) -> bool:
    """„ich“ in an answer, „Sie“ in what an interviewer says without asking."""
    if not a.reference or a.type is not EntityType.PERSON or not a.nominative:
        return False
    if s.kind is BlockKind.ANSWER:
        return s.low_at(a.first) == "ich"
    return s.kind is BlockKind.QUESTION and s.text_at(a.first) == "Sie" and s.tokens[-1].text != "?"


def _is_own(s: Sentence, filled: Filled, for_oneself: frozenset[str]) -> bool:
    """„Ich nutze die BundID selbst“, „Privat teste ich openDesk“: what is no act of the house."""
    clause = s.clauses[filled.clause]
    told = {s.lower[i] for i in clause.tokens} | {lemma for lemma, _, _ in clause.lemmas}
    return not for_oneself.isdisjoint(told)
