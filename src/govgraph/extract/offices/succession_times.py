"""Whether a succession is still to come: „Er folgt auf X“ of somebody who is yet to take the office."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.offices.what_passes import (
    is_successor,
)
from govgraph.extract.state import OfficeDraft
from govgraph.model import Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.departures import Departures
    from govgraph.extract.state import Draft, FactDraft, Sentence

_STARTED = frozenset({Status.ACTING, Status.NEW})
_NEAR = 5
"""How many words after a name its title may begin."""
_PREDECESSOR = "vorgaenger"
"""Part of the names of rules for „ihr Vorgänger“."""


class SuccessionTimes:
    """Tells which successions and offices are still to come.

    Args:
        knowledge: Compiled vocabulary.
        date: Date of the article.
        departures: Tells who goes at a time to come.
    """

    def __init__(self, knowledge: Knowledge, date: str | None, departures: Departures) -> None:
        self.k = knowledge
        self.date = date
        self.departures = departures
        self._next = knowledge.words("successor-nouns")
        self._coming = knowledge.words("starting-verbs") | knowledge.words("choosing-verbs") | {"sein", "werden"}

    def modality(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> Modality:
        """How a succession holds: „Er folgt auf X“ of somebody who is yet to take the office is one to come."""
        if fact.predicate is not Predicate.SUCCEEDS or fact.modality is not Modality.ASSERTED:
            return Modality.ASSERTED if self._already_follows(fact, offices) else fact.modality
        if self._is_still(fact.sentence, fact.subject) and not has_followed(fact):
            return Modality.PLANNED
        if self.departures.leaves(fact.object):
            # „A hört zum 30. Juni auf. An seine Stelle tritt B“
            return Modality.PLANNED
        own = {o.status for o in offices if o.person is fact.subject}
        if Status.DESIGNATED not in own or not own.isdisjoint(_STARTED) or has_followed(fact):
            return fact.modality
        return fact.modality if is_successor(fact, offices, self._next) else Modality.PLANNED

    def _already_follows(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> bool:
        """„Der frühere CIO A …; sein Nachfolger B soll das Gesetz überwachen“: whom a clause gives a task has the post.

        Not „soll im Juni anfangen“, and not after somebody who is still in office.
        """
        if fact.predicate is not Predicate.SUCCEEDS or fact.modality is not Modality.PLANNED:
            return False
        held = [o for o in offices if o.person is fact.object]
        if any(o.status is not Status.FORMER for o in held):
            return False
        own = {o.status for o in offices if o.person is fact.subject and o.how == "clause"}
        if _PREDECESSOR in fact.rule and own == {Status.CURRENT}:
            # „A leitet die HZD. Ihr Vorgänger B wechselt zum 1. Juli nach Kassel“: the day is that of B's next step
            return True
        if not held:
            return False
        s = fact.sentence
        named = [a for a in s.arguments if a.draft is fact.subject and s.text_at(a.first - 1) in self._next]
        named = [a for a in named if a.nominative and 0 <= a.clause < len(s.clauses)]
        return bool(named) and all(
            s.verbs_of(a.clause).isdisjoint(self._coming) and s.verbs_of(a.clause) for a in named
        )

    def expected(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those yet to come of whom „X, noch Beigeordneter in Düsseldorf, wird CIO“ says what they are."""
        for o in offices:
            begun = o.since is not None and self.date is not None and o.since <= self.date[: len(o.since)]
            ahead = o.status is Status.NEW and o.how == "clause" and not begun
            yield replace(o, status=Status.DESIGNATED) if ahead and self._is_still(o.sentence, o.person) else o

    def _is_still(self, s: Sentence, person: Draft) -> bool:
        """Whether an apposition says what somebody still is: „X, derzeit noch Präsidentin der FITKO, …“."""
        still = self.k.words("still-adverbs")
        return any(
            s.text_at(a.last) == "," and s.low_at(a.last + 1) in still and s.low_at(a.last + 2) != "nicht"
            for a in s.arguments
            if a.draft is person and any(b.role is not None and 0 < b.first - a.last <= _NEAR for b in s.arguments)
        )


def has_followed(fact: FactDraft) -> bool:
    """„Sie folgte auf X“, „hat X abgelöst“: whether the verb of who succeeds stands in the past."""
    s = fact.sentence
    numbers = s.clauses_naming(fact.subject)
    clauses = [s.clauses[n] for n in numbers]
    return any(in_past(s, c) for c in clauses)
