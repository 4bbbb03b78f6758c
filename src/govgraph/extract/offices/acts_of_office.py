"""Offices that a noun tells of: „die Berufung von Anna Weber zur CIO“, „die Amtszeit von Jens Ott als Landrat“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.granted import Granted
from govgraph.extract.clauses.slots import in_past
from govgraph.language.grammar import MODALS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_OPEN = frozenset({"falls", "nicht", "ob", "sofern", "wenn"})
"""Words that leave open what a clause tells, or deny it."""
_WILL_BE = frozenset({"soll", "sollen"})
_DATED = 4
"""Within how many words after a title the date of the act stands."""


class Act(NamedTuple):
    """An office that a noun tells of.

    Attributes:
        person: Who has it.
        status: How.
        within: Tokens whose dates say since when.
        until: Its last day, as said, or None.
    """

    person: Draft
    status: Status
    within: range
    until: str | None


class ActFinder:
    """Finds offices of people who hang on a noun for a term, an appointment or a leave, with the title behind them.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._granted = Granted(knowledge.words)
        self._appointing = knowledge.words("appointing-acts")
        self._leaving = knowledge.words("leaving-acts")
        self._terms = knowledge.words("terms-in-office")
        self._times = knowledge.words("times-of-somebody") | self._terms
        self._undone = knowledge.words("undoing-verbs")
        self._ending = knowledge.words("term-ending-verbs")
        self._verbs = knowledge.words("appointing-verbs")

    def find(self, s: Sentence, title: Argument) -> Act | None:
        """What a noun says of the holder of a title that hangs on a name."""
        if title.marker not in {"als", "zu"} or not s.clauses or title.role is None:
            return None
        own = self._own_time(s, title)
        if own is not None:
            return own
        name = s.taken.get(title.begin - 1)
        if name is None or name.type is not EntityType.PERSON or name.draft is None or name.last != title.begin:
            return None
        if name.marker == "np" and title.marker == "zu" and name.head < 0:
            return self._paired(s, s.clauses[s.clause_of[title.first]], name.draft)
        if (
            name.marker not in {"gen", "von"}
            or name.head < 0
            or name.reference
            or not self._granted.stands(s, name.head)
        ):
            return None
        return self._told(s, title, s.text_at(name.head), s.clauses[s.clause_of[name.head]], name.draft)

    def _own_time(self, s: Sentence, title: Argument) -> Act | None:
        """„Ihr Amt als Staatssekretärin endet am 31. März“: whose it is tells a possessive before the noun."""
        noun = title.begin - 1
        if title.marker != "als" or noun < 1 or s.text_at(noun) not in self._times:
            return None
        people = (a for a in s.arguments if a.type is EntityType.PERSON and a.reference)
        whose = next((a.draft for a in people if a.head == noun and a.marker == "gen"), None)
        clause = s.clauses[s.clause_of[noun]]
        ends = not self._ending.isdisjoint(clause.verbs)
        if whose is None or not ends or clause.words & _OPEN:
            return None
        return self._told(s, title, "", clause, whose)

    def _paired(self, s: Sentence, clause: Clause, person: Draft) -> Act | None:
        """„Der Rat wählte A zur Vorsitzenden und B zum Schatzmeister“: each title goes with the name before it."""
        words = clause.words
        if clause.kind == "infinitive" and clause.judged == (None,):
            # „Der Beirat fordert, A zur CIO zu ernennen“
            return None
        if words & _OPEN or self._verbs.isdisjoint(clause.verbs):
            return None
        modals = words & MODALS.keys()
        if modals and not modals <= _WILL_BE:
            return None
        return Act(person, Status.DESIGNATED if modals else Status.NEW, range(0), None)

    def _told(self, s: Sentence, title: Argument, noun: str, clause: Clause, person: Draft) -> Act | None:
        lemmas = clause.verbs
        front = self._granted.front(s, clause, None)
        # „Nach der Berufung von A zur CIO soll …“: what the clause means to do is another thing
        words = {s.lower[i] for i in (front if title.first in front else clause.tokens)}
        within = range(title.last, title.last + _DATED)
        if title.marker == "zu":
            unsure = lemmas & self._undone or words & (_OPEN | MODALS.keys())
            return None if unsure or noun not in self._appointing else Act(person, Status.NEW, within, None)
        if noun in self._leaving:
            return None if words & _OPEN else Act(person, Status.FORMER, range(0), None)
        if noun and noun not in self._terms:
            return None
        ends = bool(lemmas & self._ending)
        day = [d.value for d in s.dates if d.lead in {"at", "until"}] if ends else []
        over = ends and in_past(s, clause)
        return Act(person, Status.FORMER if over else Status.CURRENT, range(0), day[0] if len(day) == 1 else None)


def last_day(told: str | None, known: str | None, date: str | None, status: Status) -> tuple[str | None, Status]:
    """The last day of an office and its status, by what a noun tells and the day of the article."""
    until = told or known
    over = until is not None and date is not None and until < date[: len(until)]
    return until, Status.FORMER if over and status is Status.CURRENT else status
