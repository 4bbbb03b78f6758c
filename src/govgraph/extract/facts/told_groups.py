"""„Betrieben wird X von einem Verbund, dem A und B angehören“: what a group without a name does, of its members."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.facts.frames import facts_of
from govgraph.extract.state import BODY_TYPES, USES
from govgraph.language.grammar import RELATIVES
from govgraph.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.facts.frames import FrameFiller
    from govgraph.extract.state import Argument, FactDraft, Sentence

_A_GROUP = frozenset({"ein", "eine", "einem", "einer"})
_BY = frozenset({"durch", "von"})
_BELONGING = frozenset({"angehören", "gehören", "zählen"})
_DONE = USES | {Predicate.DEVELOPS, Predicate.FUNDS, Predicate.RESPONSIBLE_FOR}
"""What the members of a group do if the group does it."""
_JOINED = 5000
"""From which number on members of groups are counted as joined."""
_VERBS = 3
"""Within how many words behind the noun the comma stands: „von einem Verbund betrieben werden, dem …“."""
_FRONT = 2
"""How far from the beginning of its sentence a group may stand that is the subject."""


def told_through_groups(
    sentences: Sequence[Sentence], filler: FrameFiller, nouns: AbstractSet[str]
) -> Iterator[FactDraft]:
    """What a sentence tells of each member of a group that has no name.

    Args:
        sentences: The article.
        filler: Fills the frames of a sentence.
        nouns: Nouns for such groups: „Verbund“, „Gemeinschaft“.
    """
    for s in sentences:
        if not s.clauses or nouns.isdisjoint(token.text for token in s.tokens):
            continue
        for i, token in enumerate(s.tokens):
            if token.text in nouns and i not in s.taken and s.low_at(i - 1) in _A_GROUP:
                yield from _done_by(s, i, filler)


def _done_by(s: Sentence, i: int, filler: FrameFiller) -> Iterator[FactDraft]:
    members = _members(s, i)
    by = s.low_at(i - 2) in _BY
    if not members or not (by or i < _FRONT):
        return
    number = s.clause_of[i]
    acting = [
        replace(
            a, first=i, last=i + 1, begin=i - 1 - by, clause=number, marker="von" if by else "np",
            cases="d" if by else "n", head=-1, group=_JOINED + i, bracket=None,
        )
        for a in members
    ]  # fmt: skip
    others = [a for a in s.arguments if a not in members]
    statement = replace(s, arguments=[*others, *acting], taken={**s.taken, i: acting[0]})
    drafts = {id(a.draft) for a in members}
    for filled in filler.fill(statement):
        if filled.clause == number and filled.frame.evokes in _DONE:
            yield from (fact for fact in facts_of(filled, s, s.speaker) if id(fact.subject) in drafts)


def _members(s: Sentence, i: int) -> list[Argument]:
    """The bodies that a relative clause right behind a noun counts, or those it is told to be „aus“."""
    out = [a for a in s.arguments if a.marker == "aus" and a.head == i and a.type in BODY_TYPES and not a.adjective]
    if len(out) > 1:
        return out
    comma = next((j for j in range(i + 1, i + _VERBS + 1) if not s.text_at(j).islower()), i)
    if s.text_at(comma) != ",":
        return []
    at = comma + (2 if s.low_at(comma + 1) == "zu" else 1)
    number = s.clause_of[at] if at < len(s.tokens) else -1
    if s.low_at(at) not in RELATIVES or number == s.clause_of[i]:
        return []
    clause = s.clauses[number]
    if clause.kind != "relative" or clause.verbs.isdisjoint(_BELONGING):
        return []
    inside = [
        a for a in s.arguments if a.clause == number and a.type in BODY_TYPES and not (a.adjective or a.reference)
    ]
    return [a for a in inside if a.nominative or a.marker == "neben"]
