"""Subjects of a second clause that look like the end of a list: „Greiz setzt auf A und Altenburg testet B“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.marks import FINITE
from govgraph.language.grammar import DETERMINERS, NOT_VERBS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence

_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")", "„", "“"})
GAPPING = frozenset({"auf", "mit", "an", "gegen"})
"""Prepositions that a clause without its verb repeats: „Greiz setzt auf A und Altenburg auf B“."""


def part_second_subjects(s: Sentence, verbs: list[str]) -> None:
    """Let a name after „und“ be a subject where a second verb follows it right away.

    „Greiz setzt auf OpenR@thaus und Altenburg testet Civento“, „A folgt auf B und C auf D“: what stands before „und“
    has its verb already, and the verb after the name can only be that of another clause.

    Args:
        s: The sentence.
        verbs: Kind of verb of each token.
    """
    row = sorted((a for a in s.arguments if not a.adjective and a.first >= 0), key=lambda a: a.first)
    for one, other in pairwise(row):
        if one.group != other.group or (other.marker == "np" and one.marker == "np" and "a" not in one.cases):
            continue
        if not _joined(s, one, other) or other.last >= len(verbs) or s.low_at(other.begin) in PREPOSITIONS:
            continue
        if other.begin < other.first and "n" not in DETERMINERS.get(s.low_at(other.begin), "n"):
            continue
        if _has_own_verb(s, verbs, one, other) or (_goes_on_alike(s, one, other) and _has_verb(s, verbs, one)):
            group = 1 + max(a.group for a in s.arguments)
            other.group, other.marker, other.cases, other.head = group, "np", "n", -1


def opens_clause(s: Sentence, before: int, a: Argument) -> bool:
    """Whether the clauses of a sentence, once known, part a name from the token before what joins the two."""
    if not s.clauses or s.clause_of[before] == s.clause_of[a.first]:
        return False
    clause = s.clauses[s.clause_of[a.first]]
    return clause.kind in {"main", "gap"} and before < clause.tokens[0] <= a.begin


def _joined(s: Sentence, one: Argument, other: Argument) -> bool:
    """Whether nothing but „und“, perhaps after a comma, stands between two names."""
    between = [token.text for token in s.tokens[one.last : other.begin]]
    return between in (["und"], [",", "und"], ["oder"], ["aber"])


def _has_verb(s: Sentence, verbs: list[str], one: Argument) -> bool:
    """Whether a finite verb stands in the same stretch before a phrase, and its participle if it needs one."""
    start = next((i for i in range(one.begin - 1, -1, -1) if s.tokens[i].text in _MARKS), -1) + 1
    kinds = [v for v in verbs[start : one.begin] if v]
    return "fin" in kinds or kinds[:2] in (["aux", "part"], ["aux", "inf"])


def _has_own_verb(s: Sentence, verbs: list[str], one: Argument, other: Argument) -> bool:
    """Whether the token after the second name is a finite verb that the clause before has no use for."""
    at = other.last
    if verbs[at] not in FINITE or s.lower[at] in NOT_VERBS:
        return False
    start = next((i for i in range(one.begin - 1, -1, -1) if s.tokens[i].text in _MARKS), -1) + 1
    kinds = [v for v in verbs[start : one.begin] if v]
    if verbs[at] == "aux":
        # „weil A auf B und C hat setzen müssen“ has no verb before
        return any(v in FINITE for v in kinds)
    return _has_verb(s, verbs, one) or "aux" in kinds


def _goes_on_alike(s: Sentence, one: Argument, other: Argument) -> bool:
    """„Nora Falk folgt auf Kurt Ahrens und Ole Brand auf Tim Hoff“: the preposition is repeated for a second pair."""
    after = next((a for a in s.arguments if a.begin == other.last and not a.adjective), None)
    if after is None or after.marker != one.marker or after.marker not in GAPPING:
        return False
    kindred = after.type is one.type or EntityType.PERSON not in {after.type, one.type}
    return kindred and s.low_at(after.begin) in PREPOSITIONS
