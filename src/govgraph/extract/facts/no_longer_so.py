"""Of whom something was so until now, where a clause sets somebody in their place: „nicht mehr A, sondern B“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.ellipsis import NO_LONGER, gapped
from govgraph.extract.clauses.negation import NOT_ALONE
from govgraph.extract.clauses.verb_forms import main_verbs
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.extract.filled import Filled
    from govgraph.extract.state import Sentence

_STATES = frozenset(
    {
        Predicate.CHAIRS,
        Predicate.COOPERATES_WITH,
        Predicate.DEVELOPS,
        Predicate.FUNDS,
        Predicate.IMPLEMENTS,
        Predicate.MEMBER_OF,
        Predicate.PART_OF,
        Predicate.PILOTS,
        Predicate.REPRESENTS,
        Predicate.RESPONSIBLE_FOR,
    }
)
"""Relations that go on for a time, and so may be over."""
_LEADS = frozenset({",", "und", "aber", "also", "jedoch"})


def formerly(
    s: Sentence, number: int, found: Mapping[int, Sequence[Filled]], lasting: frozenset[str]
) -> Iterator[Filled]:
    """„Die Plattform betreibt nicht mehr die AKDB, sondern die ekom21“: what was so of the one that is ruled out.

    Args:
        s: Sentence.
        number: Index of the clause that rules somebody out.
        found: What the other clauses say.
        lasting: Lemmas of verbs for what goes on for a time.
    """
    tokens = s.clauses[number].tokens
    low = [s.lower[i] for i in tokens if s.lower[i] not in _LEADS]
    if low[:1] != ["nicht"] or low[1:2] == [] or low[1] not in NO_LONGER:
        return
    if low[2:3] and low[2] in NOT_ALONE:
        # „nicht mehr nur A, sondern auch B“
        return
    around = s.clause_of[tokens[0] - 1 if tokens[0] else min(tokens[-1] + 1, len(s.tokens) - 1)]
    if not main_verbs(s.clauses[around]) <= lasting:
        return
    stated = [f for f in found.get(around, ()) if f.frame.evokes in _STATES and f.modality is not Modality.ENDED]
    planned = [f for f in stated if f.modality is Modality.PLANNED]
    # „künftig soll nicht mehr A, sondern B“: so it still is until then
    yield from gapped(s, number, planned, Modality.ASSERTED)
    yield from gapped(s, number, [f for f in stated if f not in planned], Modality.ENDED)
