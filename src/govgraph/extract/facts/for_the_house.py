"""„Im Herbst führe ich openDesk ein“, „Seit Mai nutzen Sie civento.“: what somebody does for the house."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.facts.frames import facts_of
from govgraph.extract.state import BOARDS, BODY_TYPES, USES
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.facts.frames import FrameFiller
    from govgraph.extract.filled import Filled
    from govgraph.extract.state import Argument, Draft, FactDraft, Sentence


_WHERE = frozenset({"an", "auf", "aus", "bei", "für", "gen", "in", "von"})
"""Markers of where somebody did something."""
_THERE = frozenset({"da", "dort", "wo"})
_OLD = frozenset({"alte", "alten", "alter", "altes", "erste", "ersten", "letzte", "letzten"})
"""What „mein“ stands before of where somebody was: „an meiner alten Schule“."""


def done_for_the_house(
    sentences: Sequence[Sentence],
    filler: FrameFiller,
    group_of: Callable[[Draft | None], Draft | None],
    for_oneself: frozenset[str],
    before: frozenset[str],
) -> Iterator[FactDraft]:
    """Who speaks says „ich“ of what the house tests and introduces, since nobody but a body does.

    Args:
        sentences: The article.
        filler: Fills the frames of a sentence.
        group_of: What „wir“ stands for when a person says it.
        for_oneself: Words, in small letters, and lemmas of what somebody does for themselves: „privat“, „nutzen“.
        before: Words, in small letters, of what somebody did before they came to the house: „damals“.
    """
    for last, s in pairwise([None, *sentences]):
        if s is None:
            continue
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
        if last is not None and last.block == s.block and "ich" in last.lower and _names_another(last, group):
            # „Ich war in Gifhorn. 2015 habe ich VOIS eingeführt.“
            continue
        for filled in filler.fill(statement):
            if filled.frame.evokes not in USES or _is_elsewhere(s, filled, group, before):
                continue
            if not (mine and _is_own(s, filled, for_oneself)):
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
    """„Ich nutze die BundID selbst“, „Ich teste openDesk auf dem Handy“: what is no act of the house."""
    told = set(s.lower) | s.clauses[filled.clause].verbs
    return not for_oneself.isdisjoint(told)


def _is_elsewhere(s: Sentence, filled: Filled, house: Draft, before: frozenset[str]) -> bool:
    """„Damals in Gifhorn habe ich civento eingeführt“, „Da habe ich …“: what was no act of this house."""
    clause = s.clauses[filled.clause]
    if not before.isdisjoint(s.lower) or not _THERE.isdisjoint(clause.words):
        return True
    old = any(s.lower[i] in _OLD and s.low_at(i - 1).startswith("mein") for i in clause.tokens)
    return old or _names_another(s, house)


def _names_another(s: Sentence, house: Draft) -> bool:
    """„in Gifhorn“, „als Referentin beim BSI“: whether a sentence names another place or body where somebody was."""
    for a in s.arguments:
        where = a.type in BODY_TYPES and a.draft is not house and a.marker in _WHERE
        if not (a.adjective or a.reference) and (
            where or (a.role is not None and any(body is not house for body in a.role.bodies))
        ):
            return True
    return False
