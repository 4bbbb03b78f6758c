"""What is yet to begin: whom an article only says to become something, to move, to follow somebody who goes.

`becoming` and `moving` are called in this order after `awaited_offices`, `succeeding` and `still` once successions
are read, `not_yet_left` last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.clauses.tenses import in_present, says_so_far
from govgraph.extract.offices.departures import has_subject, is_of_earlier_year
from govgraph.extract.offices.terms import is_ahead
from govgraph.model import Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.departures import Departures
    from govgraph.extract.state import Draft, FactDraft, OfficeDraft

_BEGUN = frozenset({Status.ACTING, Status.CURRENT, Status.FORMER, Status.NEW})
_BECOMES = frozenset({"wird", "werden", "werde"})
_AT_ONCE = frozenset({"heute", "jetzt", "nun", "nunmehr", "sofort"})
"""Adverbs by which „wird“ tells of this very day."""
_LEADS = frozenset({"führen", "leiten", "sein"})
"""Lemmas of verbs that tell in the present of an office that is held."""


class Beginnings:
    """Tells of offices which of them somebody is yet to begin, and which somebody has until then.

    Args:
        knowledge: Compiled vocabulary.
        departures: Tells who goes.
    """

    def __init__(self, knowledge: Knowledge, departures: Departures) -> None:
        self.sentences = departures.sentences
        self.modality = departures.modality
        self.date = departures.date
        self.departures = departures
        self._first_day = knowledge.words("office-beginning-verbs")
        self._swearing = knowledge.words("swearing-in-words")
        self._moving = knowledge.words("moving-verbs")
        self.becoming_people: set[int] = set()

    def becoming(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as designated that somebody just becomes: „Neue CIO in Hessen wird X“, with no day told.

        Whoever is told elsewhere to have the office, or to have begun, has it.
        """
        ahead = [self._becomes(o) for o in offices]
        if not any(ahead) or self._are_sworn_in():
            yield from offices
            return
        begun: set[tuple[int, object]] = set()
        for o, coming in zip(offices, ahead, strict=True):
            if not coming and o.status in _BEGUN:
                begun.add((id(o.person), o.role.name))
            if not coming and o.status is Status.NEW and o.body is not None:
                # „Neue Staatsministerin für Digitales in Bayern ist X“ says what „X wird Digitalministerin“ does
                begun.add((id(o.person), id(o.body)))
        for o, coming in zip(offices, ahead, strict=True):
            coming = coming and begun.isdisjoint({(id(o.person), o.role.name), (id(o.person), id(o.body))})
            coming = coming and not self._has_begun(o.person)
            if coming:
                self.becoming_people.add(id(o.person))
            yield replace(o, status=Status.DESIGNATED) if coming else o

    def _are_sworn_in(self) -> bool:
        """„Mit der Vereidigung des Kabinetts …“, „Am Montag wurden sie vereidigt“: who becomes what, is it."""
        return any(
            self.modality.judge(s, s.clauses[s.clause_of[i]], self.date) is Modality.ASSERTED
            for s in self.sentences
            for i, token in enumerate(s.tokens)
            if token.text in self._swearing and i < len(s.clause_of) and 0 <= s.clause_of[i] < len(s.clauses)
        )

    def _becomes(self, o: OfficeDraft) -> bool:
        """Whether an office is told by „wird“ alone: not „wird heute“, „wird 2015“, „wird damit auch“."""
        s = o.sentence
        if o.status is not Status.NEW or o.since is not None or o.how != "clause" or s.tokens[-1].text == "?":
            return False
        if is_of_earlier_year(s, self.date):
            return False
        return any(
            clause.verbs == {"werden"}
            and not _BECOMES.isdisjoint(clause.auxiliaries)
            and not any(s.lower[i] in _AT_ONCE for i in clause.tokens)
            for number, clause in enumerate(s.clauses)
            if any(a.role is o.role and a.clause == number for a in s.arguments)
        )

    def _has_begun(self, person: Draft) -> bool:
        """„X hat den Posten im Juli angetreten“, „X ist seit gestern im Amt“."""
        return any(
            in_past(s, clause) and not self._first_day.isdisjoint(clause.verbs) and has_subject(s, number, person)
            for s in self.departures.naming(person)
            for number, clause in enumerate(s.clauses)
        )

    def moving(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices, those as designated to which somebody goes who is yet to leave: „X geht im Mai, er wechselt …“."""
        for o in offices:
            ahead = o.status is Status.NEW and o.since is None and o.how == "clause" and self._moves(o)
            yield replace(o, status=Status.DESIGNATED) if ahead and self.departures.leaves(o.person) else o

    def _moves(self, o: OfficeDraft) -> bool:
        """„wechselt als CDO zur Stadt Leipzig“."""
        s = o.sentence
        return any(
            a.role is o.role
            and a.marker == "als"
            and 0 <= a.clause < len(s.clauses)
            and in_present(s, s.clauses[a.clause])
            and not self._moving.isdisjoint(s.clauses[a.clause].verbs)
            for a in s.arguments
        )

    def succeeding(self, offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as designated whose holder follows somebody who is to go: „löst B ab, die im Mai geht“."""
        for o in offices:
            held = o.status in {Status.NEW, Status.CURRENT} and o.how == "clause" and o.since is None
            held = held and not self._is_held(o)
            ahead = held and any(
                f.predicate is Predicate.SUCCEEDS
                and f.modality is Modality.PLANNED
                and f.subject is o.person
                and self.departures.leaves(f.object)
                and any(p.person is f.object and p.body is o.body and p.role.name == o.role.name for p in offices)
                for f in facts
            )
            yield replace(o, status=Status.DESIGNATED) if ahead else o

    def _is_held(self, o: OfficeDraft) -> bool:
        """„An ihrer Spitze steht seit Oktober X“, „X leitet die HZD“: what somebody has is not still to come."""
        s = o.sentence
        return any(
            in_present(s, clause)
            and (
                any(s.lower[i] == "seit" for i in clause.tokens)
                or (o.status is Status.CURRENT and not _LEADS.isdisjoint(clause.verbs))
            )
            for number, clause in enumerate(s.clauses)
            if has_subject(s, number, o.person)
        )

    def still(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those of „bisher“ as current that are held until another in the same sentence begins.

        „Seine Nachfolgerin wird X, bisher Vorständin bei Dataport“.
        """
        coming = {(id(o.person), id(o.sentence)) for o in offices if o.status is Status.DESIGNATED}
        begun = {(id(o.person), id(o.sentence)) for o in offices if o.status is Status.NEW}
        others: dict[tuple[str, int], set[int]] = {}
        for o in offices:
            if o.status in {Status.NEW, Status.ACTING} and o.body is not None:
                others.setdefault((o.role.name, id(o.body)), set()).add(id(o.person))
        for o in offices:
            key = (id(o.person), id(o.sentence))
            left = o.status is Status.FORMER and key in coming and key not in begun
            left = left and not (o.how == "clause" and id(o.person) in self.becoming_people)
            left = left and not others.get((o.role.name, id(o.body)), set()) - {id(o.person)}
            yield replace(o, status=Status.CURRENT) if left and o.until is None and _so_far(o) else o

    def not_yet_left(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as current of which „war“ tells and which are yet to be left.

        „X, CIO in Hessen, geht im April. Er war fünf Jahre lang CIO“.
        """
        held = {(id(o.person), o.role.name, id(o.body)) for o in offices if o.status is Status.CURRENT}
        coming = {id(o.person) for o in offices if o.status is Status.DESIGNATED and self._is_ahead(o.since)}
        for o in offices:
            told = o.status is Status.FORMER and o.how == "clause" and (id(o.person), o.role.name, id(o.body)) in held
            if (
                told
                and (id(o.person) in coming or self.departures.leaves(o.person))
                and (o.until is None or self._is_ahead(o.until))
            ):
                yield replace(o, status=Status.CURRENT)
            else:
                yield o

    def _is_ahead(self, day: str | None) -> bool:
        return day is not None and is_ahead(day, self.date)


def _so_far(o: OfficeDraft) -> bool:
    """Whether the title of an office has „bisher“, „bislang“ or „bisherige“ before it."""
    s = o.sentence
    return any(says_so_far(s.low_at(a.first - 1)) for a in s.arguments if a.role is o.role)
