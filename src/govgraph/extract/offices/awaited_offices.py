"""Offices that somebody has been given and is yet to take, by what the sentences around tell: „Bis dahin …“.

Called before `beginnings`, once it is known who follows whom.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import UNTIL_NOW, in_present, says_so_far
from govgraph.extract.offices.departures import has_subject
from govgraph.extract.offices.terms import is_ahead
from govgraph.extract.state import BOARDS
from govgraph.model import BlockKind, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.departures import Departures
    from govgraph.extract.state import Clause, OfficeDraft, Sentence

_HEADS = frozenset({BlockKind.KICKER, BlockKind.TITLE, BlockKind.LEAD})
_NEAR = 3
"""How many sentences after a choice the first day in office may be told."""
_SOON = 2
"""How many sentences after a choice „bis dahin“ speaks of its first day."""
_FROM = frozenset({"at", "from"})
_NOTHING_STILL = frozenset({"einmal", "immer", "kein", "keine", "keinen", "nicht", "nie"})
"""Words after „noch“ that make it say something else."""


class AwaitedOffices:
    """Tells which offices have been given to people and are still to be taken.

    Args:
        knowledge: Compiled vocabulary.
        departures: Tells who goes.
    """

    def __init__(self, knowledge: Knowledge, departures: Departures) -> None:
        self.sentences = departures.sentences
        self.modality = departures.modality
        self.date = departures.date
        self._departures = departures
        self._starting = knowledge.words("starting-verbs")
        self._heading = self._starting | knowledge.words("leading-verbs")
        self._choosing = knowledge.words("choosing-verbs")
        self._still = knowledge.words("still-adverbs") | UNTIL_NOW
        self._leading = knowledge.words("leading-verbs") | {"amtieren", "arbeiten"}

    def offices(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, new ones as designated where what follows says that they are still to be taken.

        „… hat X zur Präsidentin bestellt. Zum 1. Juli löst sie Y ab“, „… Bis dahin führt Y die Geschäfte“,
        „… Die Juristin ist derzeit Referatsleiterin in Kiel“.
        """
        waiting = {id(o.person) for o in offices if o.status is Status.DESIGNATED}
        for o in offices:
            chosen = o.status is Status.NEW and (o.since is None or self.date is None or o.since > self.date)
            if chosen and self._is_awaited(o):
                yield replace(o, status=Status.DESIGNATED)
            elif o.status is Status.NEW and not chosen and self._was_chosen(o) and self._is_bridged(o):
                yield replace(o, status=Status.DESIGNATED, since=None)
            elif o.status is Status.NEW and not chosen and self._was_chosen(o) and (day := self._first_day_told(o)):
                # „hat heute X gewählt. Am 1. Oktober tritt er die Nachfolge von Y an“
                yield replace(o, status=Status.DESIGNATED, since=day)
            else:
                still = o.status is Status.FORMER and id(o.person) in waiting and self._is_so_far(o)
                yield replace(o, status=Status.CURRENT) if still or self._is_left_later(o) else o

    def _is_awaited(self, o: OfficeDraft) -> bool:
        first = self._departures.number.get(id(o.sentence), len(self.sentences))
        near = range(first, min(first + _NEAR + 1, len(self.sentences)))
        for number in (*range(min(first, len(self.sentences))), *near):
            s = self.sentences[number]
            if number < first and s.kind not in _HEADS:
                continue
            if number >= first and s.block != o.sentence.block:
                break
            for index, clause in enumerate(s.clauses):
                told_there = number == first and index > 0 and clause.kind == "relative"
                if has_subject(s, index, o.person) and (
                    self._begins(s, clause, self._heading if number < first else self._starting)
                    or (number > first and self._is_still(s, index, o))
                ):
                    return True
                if (told_there or first < number <= first + _SOON) and self._until_then(s, clause):
                    return True
        return False

    def _first_day_told(self, o: OfficeDraft) -> str | None:
        """The day to come on which one of the next sentences says that somebody begins, or follows another."""
        first = self._departures.number.get(id(o.sentence), len(self.sentences))
        for s in self.sentences[first : first + 1 + _NEAR]:
            if s.block != o.sentence.block:
                break
            for number, clause in enumerate(s.clauses):
                begins = self._begins(s, clause, self._starting)
                days = [d.value for d in s.dates_in(number) if d.lead in _FROM and is_ahead(d.value, self.date)]
                if begins and len(days) == 1 and has_subject(s, number, o.person):
                    return days[0]
        return None

    def _was_chosen(self, o: OfficeDraft) -> bool:
        """„hat X im Februar zur Leiterin gewählt“: the day of the choice, which need not be the first one."""
        s = o.sentence
        return any(
            not self._choosing.isdisjoint(clause.verbs)
            and any(a.role is o.role and a.marker == "zu" and a.clause == number for a in s.arguments)
            for number, clause in enumerate(s.clauses)
        )

    def _is_bridged(self, o: OfficeDraft) -> bool:
        """Whether one of the next sentences says what is so until the first day: „Bis dahin leitet Y die Anstalt“."""
        first = self._departures.number.get(id(o.sentence), len(self.sentences))
        following = self.sentences[first + 1 : first + 1 + _SOON]
        return any(
            s.block == o.sentence.block and self._until_then(s, clause) for s in following for clause in s.clauses
        )

    def _begins(self, s: Sentence, clause: Clause, verbs: frozenset[str]) -> bool:
        """„tritt ihr Amt am 1. Mai an“, „beginnt im Herbst“, in a headline „führt ab April die ITK“."""
        return not verbs.isdisjoint(clause.verbs) and self._departures.comes(s, clause)

    @staticmethod
    def _until_then(s: Sentence, clause: Clause) -> bool:
        """„Bis dahin leitet X die Anstalt“: what is so until then says that it is not yet then."""
        low = [s.lower[i] for i in clause.tokens]
        return any(low[n : n + 2] == ["bis", "dahin"] for n in range(len(low))) and in_present(s, clause)

    def _is_still(self, s: Sentence, index: int, o: OfficeDraft) -> bool:
        """„Sie ist derzeit Referatsleiterin“: what somebody else still is, who has been given an office.

        The chair of a board is mostly held beside another office.
        """
        clause = s.clauses[index]
        if (o.body is not None and o.body.kind in BOARDS) or not in_present(s, clause):
            return False
        if not any(s.lower[i] in self._still and s.low_at(i + 1) not in _NOTHING_STILL for i in clause.tokens):
            return False
        lemmas = clause.verbs
        titles = [a.role.name for a in s.arguments if a.clause == index and a.role is not None]
        return any(name != o.role.name for name in titles) if titles else not lemmas.isdisjoint(self._leading)

    def _is_left_later(self, o: OfficeDraft) -> bool:
        """„X, bislang Prokurist der ekom21, rückt zum 1. Oktober auf“: until then he still is what he was so far."""
        s = o.sentence
        if o.status is not Status.FORMER or o.how == "clause" or o.until is not None:
            return False
        if not any(map(says_so_far, s.lower)):
            return False
        return any(
            has_subject(s, index, o.person) and self.modality.judge(s, clause, self.date) is Modality.PLANNED
            for index, clause in enumerate(s.clauses)
        )

    @staticmethod
    def _is_so_far(o: OfficeDraft) -> bool:
        """„X ist bislang Leiterin“, of whoever is yet to begin elsewhere."""
        s = o.sentence
        return any(
            clause.verbs == {"sein"} and in_present(s, clause) and any(s.lower[i] in UNTIL_NOW for i in clause.tokens)
            for number, clause in enumerate(s.clauses)
            if any(a.role is o.role and a.clause == number for a in s.arguments)
        )
