"""Which of their offices somebody leaves in a succession, and which is told just before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_perfect
from govgraph.extract.offices.compared_offices import is_gone, is_since, only_office, was_so_far
from govgraph.extract.offices.followed_there import held_in_place
from govgraph.extract.offices.passed_offices import BACK
from govgraph.extract.offices.succession_rules import AFTER, AT_ONCE, BACKWARD, DUTIES, MOVED_UP, PASSING
from govgraph.extract.offices.succession_times import has_followed
from govgraph.extract.offices.what_passes import (
    clauses_of,
)
from govgraph.extract.state import BODY_TYPES, STARTING, OfficeDraft
from govgraph.model import Modality, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import FactDraft

_SO_FAR = frozenset(
    {
        "bisher",
        "bislang",
        "derzeit",
        "einstweilen",
        "gegenwärtig",
        "momentan",
        "noch",
        "vorher",
        "zuletzt",
        "zurzeit",
        "zuvor",
    }
)
"""Adverbs before what a successor is until then."""
_LEADING = frozenset({"führen", "leiten", "verantworten"})
_HAD = frozenset({"hatte", "hatten", "war", "waren"})


class GivenUpOffices:
    """Finds which of their offices people leave.

    Args:
        knowledge: Compiled vocabulary.
        date: Date of the article.
        number: Which sentence is which, by its `id`.
    """

    def __init__(self, knowledge: Knowledge, date: str | None, number: Mapping[int, int]) -> None:
        self.k = knowledge
        self.date = date
        self._number = number
        self._next = knowledge.words("successor-nouns")
        self._giving = knowledge.words("giving-up-verbs") | knowledge.words("leaving-verbs")

    def left(self, fact: FactDraft, held: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """„X, bisher Leiter des Hauptamts, wird Bürgermeister. Ihm folgt Y nach“: what X had, not what X gets.

        Where the sentence says where that is („Bei der AKDB rückt Y nach“), what X had there.
        """
        s, numbers = fact.sentence, clauses_of(fact)
        if fact.rule == MOVED_UP:
            names = {s.lower[i] for n in numbers for i in s.clauses[n].tokens}
            named = {id(a.draft) for a in s.arguments if a.clause in numbers}
            there = [o for o in held if o.body is not None and id(o.body) in named]
            named_so = (o for o in held if o.body is not None and o.body.name.lower().split(" ", 1)[0] in names)
            held = there or list(named_so)
        held = held_in_place(fact, held, self._next, self.k.words("state-capitals")) or held
        staying = [o for o in held if not (o.sentence is s and self._goes_as(o))]
        old = [o for o in staying if (o.status not in STARTING and not is_since(o)) or self.is_of_old(o)]
        # „Der bisherige Amtsleiter X ist seit Mai Beigeordneter“
        before = {id(o.sentence) for o in old if o.status is Status.FORMER and o.how != "clause" and was_so_far(o)}
        old = [
            o
            for o in old
            if not (o.how == "clause" and o.since and o.status is Status.CURRENT and id(o.sentence) in before)
        ]
        return old or [o for o in staying if not self._goes_to(o)]

    def _goes_to(self, o: OfficeDraft) -> bool:
        """„X wechselt als Referatsleiterin in die Behörde. Für sie rückt Y nach“: an office that is not left."""
        s, moving = o.sentence, self.k.words("moving-verbs")
        goes = {n for n, c in enumerate(s.clauses) if not moving.isdisjoint(c.verbs)}
        return o.status in STARTING and any(a.role is o.role and a.clause in goes for a in s.arguments)

    def _goes_as(self, o: OfficeDraft) -> bool:
        """„A übernimmt das Amt von X, der als Abteilungsleiter nach Mainz geht“: what X is to be there."""
        s, moving = o.sentence, self.k.words("moving-verbs")
        titles = [a for a in s.arguments if a.role is o.role and a.marker == "als" and 0 <= a.clause < len(s.clauses)]
        return o.status is not Status.FORMER and any(
            moving & s.verbs_of(a.clause)
            and any(b.clause == a.clause and b.marker in {"nach", "zu", "in"} for b in s.arguments)
            for a in titles
        )

    def just_left(self, fact: FactDraft, own: Sequence[OfficeDraft], held: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """„Kämmerer X gibt den Vorsitz im Beirat ab. Nachfolger ist Y“: the post that was told to be left."""
        if any(o.sentence is fact.sentence and o.how == "clause" for o in own):
            return None
        left = [o for o in held if o.how == "clause" and (o.status is Status.FORMER or o.until is not None)]
        left = [o for o in left if o.body is not None and self._age(fact, o) in {0, 1} and self._gives_up(o)]
        also = any(o.how != "clause" and o.status is not Status.FORMER for o in held)
        return left[0] if also and len({(o.role.name, id(o.body)) for o in left}) == 1 else None

    def _gives_up(self, office: OfficeDraft) -> bool:
        """Whether the clause that names the body of an office says that somebody leaves it, not that it was once."""
        s = office.sentence
        numbers = {a.clause for a in s.arguments if a.draft is office.body or a.role is office.role}
        return any(not self._giving.isdisjoint(s.verbs_of(number)) for number in numbers)

    def just_gained(
        self, fact: FactDraft, own: Sequence[OfficeDraft], held: Sequence[OfficeDraft]
    ) -> OfficeDraft | None:
        """„Y wurde zum Vorsitzenden gewählt. Er löst Stadtrat X ab“: what Y was chosen for, and not what X is else."""
        beside = [o for o in held if o.sentence is fact.sentence and o.how != "clause"]
        gained = [o for o in own if o.how == "clause" and o.body is not None and 0 < self._age(fact, o) <= BACK]
        gained = [o for o in gained if self._is_news(fact, o)]
        if not beside or len({(o.role.name, id(o.body)) for o in gained}) != 1:
            return None
        return gained[0] if all(o.role.name != gained[0].role.name for o in beside) else None

    def _is_news(self, fact: FactDraft, o: OfficeDraft) -> bool:
        """Whether an office is told as new, as in „Y ist seit Juli Vorsitzender. Er hat Bürgermeister X abgelöst“."""
        if o.status in STARTING:
            return not self.is_of_old(o)
        return (
            o.status is Status.CURRENT
            and o.sure
            and self._age(fact, o) == 1
            and (has_followed(fact) or (o.since is not None and not self.is_of_old(o)))
        )

    def given(self, fact: FactDraft, own: Sequence[OfficeDraft], held: Sequence[OfficeDraft]) -> OfficeDraft | None:
        """„X ist Verbandsvorsteher. Im Mai gibt er das Amt an Landrätin Y ab“: the only post that X has to give."""
        number = self._number.get(id(fact.sentence), 0)
        here = [o for o in own if o.sentence is fact.sentence]
        if (
            fact.rule not in PASSING | AFTER | {AT_ONCE, DUTIES}
            or not here
            or any(o.how == "clause" or o.status in STARTING for o in here)
        ):
            return None
        # „Nachfolgerin von CIO X ist Rätin Y“ has two titles of one kind, „Ihm folgt Rätin Y“ one more than the post
        least = 0 if fact.rule in PASSING else 1
        near = [o for o in held if least <= number - self._number.get(id(o.sentence), number + 1) <= BACK]
        near = [o for o in near if o.body is not None and (o.sure or is_gone(o) or was_so_far(o))]
        present = [o for o in near if o.status is not Status.FORMER]
        if fact.rule == AT_ONCE and any(o.how != "clause" for o in present):
            return None
        # „X war bislang Leiterin der FITKO. Ihr folgt Abteilungsleiter Y“: the post was left just now
        gone = [] if present else [o for o in near if is_gone(o) or was_so_far(o)]
        return only_office(present or [o for o in gone if all(o.role.name != own.role.name for own in here)])

    def is_of_old(self, o: OfficeDraft) -> bool:
        """„CDO wurde er 2019“, in an article of another year: no post that somebody has just taken."""
        return o.since is not None and self.date is not None and o.since[:4] < self.date[:4]

    def _age(self, fact: FactDraft, office: OfficeDraft) -> int:
        """How many sentences of the same block before a succession an office was told; -1 if in another block."""
        if office.sentence.block != fact.sentence.block:
            return -1
        return self._number.get(id(fact.sentence), 0) - self._number.get(id(office.sentence), 0)

    def had_already(self, fact: FactDraft, offices: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """„A legt ihr Amt als Vorständin nieder. Sie war auf X gefolgt“: what one leaves was taken from another."""
        if not has_followed(fact):
            return []
        number = self._number.get(id(fact.sentence), 0)
        left = [o for o in offices if o.status is Status.FORMER and o.how == "clause" and o.body is not None]
        back = number if had_followed(fact) else BACK
        left = [o for o in left if 0 < number - self._number.get(id(o.sentence), number) <= back and o.sure]
        left = [o for o in left if self._gives_up(o) and not _is_elsewhere(fact, o)]
        return left if len({(o.role.name, id(o.body)) for o in left}) == 1 else []


def had_followed(fact: FactDraft) -> bool:
    """„Sie war auf X gefolgt“, „hatte X abgelöst“: what was so before all that an article tells."""
    s = fact.sentence
    numbers = s.clauses_naming(fact.subject)
    return any(not _HAD.isdisjoint(s.clauses[n].auxiliaries) and is_perfect(s.clauses[n]) for n in numbers)


def _is_elsewhere(fact: FactDraft, office: OfficeDraft) -> bool:
    """Whether the clause of a succession names another body than that of an office."""
    s, numbers = fact.sentence, clauses_of(fact)
    bodies = [a for a in s.arguments if a.clause in numbers and a.type in BODY_TYPES and not a.adjective]
    return any(a.draft is not None and a.draft is not office.body for a in bodies)


def is_so_far(fact: FactDraft, o: OfficeDraft) -> bool:
    """„Als Nachfolgerin ist A bestimmt, die noch Prokuristin der ITEBO ist“: what a successor is before."""
    s = o.sentence
    if s is fact.sentence and fact.modality is Modality.PLANNED and o.status is Status.CURRENT and o.how == "clause":
        # „Ihr designierter Nachfolger A leitet derzeit das Referat Netze“
        return True
    if s is not fact.sentence or fact.rule in BACKWARD or _SO_FAR.isdisjoint(s.lower):
        return False
    title = s.title(o.role)
    told = {a.clause for a in s.arguments if a is title or (title is None and a.draft is o.person)}
    for number in told - clauses_of(fact) - {-1}:
        clause = s.clauses[number]
        leads = title is not None or not _LEADING.isdisjoint(clause.verbs)
        if clause.kind == "relative" and leads and not _SO_FAR.isdisjoint(clause.words):
            return True
    return False
