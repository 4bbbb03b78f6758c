"""Who goes and who comes, told in one sentence: „A geht in den Ruhestand, B übernimmt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, is_passive
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.people_before import PeopleBefore, Said, end
from govgraph.extract.offices.predecessor_nouns import prior_nouns
from govgraph.extract.state import STARTING, only_one, only_person
from govgraph.language.grammar import (
    POSSESSIVES,
)
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, OfficeDraft, Sentence

_BRINGING = frozenset({"begrüßen", "berufen", "einführen", "ernennen", "präsentieren", "vorstellen"})
_REST = 4
"""How many words after the name „in den Ruhestand“ may have."""
_EVER_SINCE = frozenset({"seit", "seitdem"})
AFTER_WHICH = _EVER_SINCE | {"da", "nachdem", "weil"}
"""Openers of clauses that tell after whose leaving somebody has an office."""


class LeaversFollowed:
    """Reads who comes after somebody whose leaving the same sentence tells.

    Args:
        knowledge: Compiled vocabulary.
        before: Whom sentences before spoke of.
    """

    def __init__(self, knowledge: Knowledge, before: PeopleBefore) -> None:
        self.k = knowledge
        self._offices = before.offices
        self._leaving = before.leaving
        self._leads = knowledge.words("leading-verbs")
        self._prior = prior_nouns(knowledge)
        self._fresh = {
            id(o.person)
            for o in before.offices
            if o.status in STARTING or (o.status is Status.ACTING and o.how == "clause")
        }

    def side_by_side(self, s: Sentence) -> Iterator[Said]:
        """„A geht in den Ruhestand, B übernimmt“: who comes in the clause after succeeds who goes."""
        coming = self.k.words("coming-verbs")
        gone: Draft | None = None
        for number, clause in enumerate(s.clauses):
            lemmas = clause.verbs
            person = only_person(s, number)
            if person is None or person.draft is None or clause.kind != "main":
                gone = None
            elif self._leaving.says(s, clause):
                gone = person.draft
            else:
                if gone is not None and lemmas & coming and not person.reference:
                    yield Said(person.draft, gone, clause, "one-goes-another-comes")
                gone = None

    def seen_off(self, s: Sentence) -> Iterator[Said]:
        """„Die Ministerin hat X verabschiedet und Y als neuen Präsidenten eingeführt“: Y comes after X."""
        gone: Draft | None = None
        for number, clause in enumerate(s.clauses):
            lemmas = clause.verbs
            here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and a.marker == "np"]
            last = max((a for a in here if not a.reference and a.head < 0), key=end, default=None)
            if last is None or last.draft is None:
                continue
            if "verabschieden" in lemmas and (len(here) > 1 or is_passive(clause)):
                gone = last.draft
            elif gone is not None and lemmas & _BRINGING and id(last.draft) in self._fresh:
                yield Said(last.draft, gone, clause, "one-goes-another-comes")

    def by_leaving(self, s: Sentence) -> Iterator[Said]:
        """„Nach dem Rücktritt von X ist Y neue CIO“: who takes an office after somebody's leaving follows him."""
        for a in s.arguments:
            if a.type is not EntityType.PERSON or a.marker not in {"gen", "von"} or a.head < 0:
                continue
            if not self._is_left_by(s, a) and not self._into_rest(s, a):
                continue
            clause = s.clauses[a.clause]
            comer = self._led_by(s, a.clause) or only_one(
                b.draft
                for b in s.arguments
                if b.clause == a.clause and b.nominative and b.type is EntityType.PERSON and b.draft is not a.draft
            )
            leads = in_present(s, clause) and not self._leads.isdisjoint(clause.verbs)
            if comer is not None and a.draft is not None and (leads or id(comer) in self._fresh):
                yield Said(comer, a.draft, clause, "after-leaving")

    def after_going(self, s: Sentence) -> Iterator[Said]:
        """„Seit Mai ist Y CIO, nachdem X in den Ruhestand gegangen ist“: who has an office after somebody has gone.

        So does „Y leitet das Amt, seit X in Pension ging“, and, where the office is new or held for now, „weil X ging“.
        """
        for number, clause in enumerate(s.clauses):
            if clause.opener not in AFTER_WHICH or clause.parent < 0:
                continue
            gone, subject = only_person(s, number), only_person(s, clause.parent)
            comer = self._led_by(s, clause.parent) or (None if subject is None else subject.draft)
            if gone is None or comer is None or gone.draft is None or gone.reference:
                continue
            if self._is_somebody_else(s, gone):
                continue
            own = [o for o in self._offices if o.person is comer and o.sentence is s and o.how == "clause"]
            if not any(self._goes(s, clause, o) for o in own) or not gone.nominative:
                continue
            left = {id(o.body) for o in self._offices if o.person is gone.draft and o.sentence is s}
            if any(id(o.body) in left for o in own):
                # „Y leitet den Verband, seit X die Geschäftsführung niedergelegt hat“: what X had is told
                continue
            held = (a.role for a in s.arguments if a.role is not None and a.marker not in {"als", "zu"})
            titles = {role.name for role in held if gone.draft in role.holders}
            if titles and titles.isdisjoint(o.role.name for o in own):
                # „seit Mai CDO, nachdem Landrat X zurückgetreten ist“
                continue
            begun = any(o.status in STARTING or o.since is not None or o.status is Status.ACTING for o in own)
            if begun or clause.opener in _EVER_SINCE:
                yield Said(comer, gone.draft, s.clauses[clause.parent], "after-leaving")

    def _led_by(self, s: Sentence, number: int) -> Draft | None:
        """„Seit dem Abschied von X wird die KDO von Y geführt“: by whom a clause says that something is led."""
        clause = s.clauses[number]
        if self._leads.isdisjoint(clause.verbs) or not is_passive(clause):
            return None
        here = (a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON)
        # „wird die KDO von Y geführt“ may seem to speak of the KDO of Y
        return only_one(a.draft for a in here if a.marker in {"von", "durch"} and not self._is_left_by(s, a))

    def _is_left_by(self, s: Sentence, a: Argument) -> bool:
        """„nach dem Weggang von X“."""
        return a.head >= 0 and s.text_at(a.head) in self.k.words("leaving-acts")

    def _goes(self, s: Sentence, clause: Clause, office: OfficeDraft) -> bool:
        """Whether a clause says that its subject went for good, or to another house than that of an office."""
        if self._leaving.says(s, clause):
            return True
        past = in_past(s, clause)
        return past and self._leaving.goes_elsewhere(s, clause, office)

    def _into_rest(self, s: Sentence, a: Argument) -> bool:
        """„Nach dem Eintritt von X in den Ruhestand“."""
        entering = s.text_at(a.head) in self.k.words("entering-rest-nouns")
        return entering and any(
            s.text_at(i) in self.k.words("leaving-nouns") for i in range(a.last + 1, a.last + 1 + _REST)
        )

    def _is_somebody_else(self, s: Sentence, gone: Argument) -> bool:
        """„seit ihr Mann X ging“, „seit X, ihr Mann, ging“: a noun that is no title says what else who went is."""
        before, at = gone.first - 1, gone.last + 2
        noun = s.text_at(before)
        if noun[:1].isupper() and not noun.endswith(".") and noun not in self._prior:
            title = s.taken.get(before)
            return title is None or title.role is None
        mine = s.text_at(gone.last) == "," and s.low_at(gone.last + 1) in POSSESSIVES
        return mine and s.text_at(at) not in self._prior
