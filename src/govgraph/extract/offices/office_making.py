"""An office of a person and a title: the body that the title is of, since when and until when.

Every reader of titles makes its offices here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.office_times import OfficeTimes
from govgraph.extract.people.gender import is_neutral
from govgraph.extract.state import OfficeDraft

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.offices.leaving import Leaving
    from govgraph.extract.state import Draft, RoleNoun, Sentence
    from govgraph.model import Status

_CHANCELLOR = "https://w3id.org/govgraph/id/role/kanzler"
_FEDERAL_CHANCELLOR = "https://w3id.org/govgraph/id/role/bundeskanzler"
"""Roles that bear the title „Kanzler“: that of a university, and without one at hand that of the Bund."""
_SURE = 0.9
"""Confidence of an office whose title is read beside a name."""


class OfficeMaker:
    """Makes offices of people and their titles.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        leaving: Judge of who goes.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, leaving: Leaving, date: str | None) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.date = date
        self.times = OfficeTimes(knowledge, leaving, date)

    def office(  # noqa: PLR0913
        self,
        s: Sentence,
        person: Draft,
        role: RoleNoun,
        status: Status | None = None,
        clause: int = -1,
        within: range = range(0),
    ) -> OfficeDraft:
        """An office with its body and dates: those of a clause, or those within some tokens.

        Args:
            s: Sentence of the title.
            person: Who has it.
            role: The title.
            status: With which status, where the words say so.
            clause: Number of the clause whose dates are meant; -1 for none.
            within: Tokens whose dates are meant.
        """
        if person.feminine is None and not role.plural and not is_neutral(role.name):
            person.feminine = role.feminine
        body, sure = self.bodies.find(s, role, person, clause)
        if role.iri == _CHANCELLOR and (body is None or (not sure and _only_a_place(s, body))):
            federal = self.k.roles_by_iri[_FEDERAL_CHANCELLOR]
            role.name, role.iri = federal.name, federal.iri
            body, sure = self.bodies.find(s, role, person, clause)
        since, until, held = self.times.find(s, role, status, clause, within)
        return OfficeDraft(
            person,
            role,
            body,
            held,
            since=since,
            until=until,
            confidence=min(_SURE, self.bodies.fitting.trust),
            sentence=s,
            sure=sure,
            guess="" if self.bodies.way is None else self.bodies.way.rule,
        )


def _only_a_place(s: Sentence, body: Draft) -> bool:
    """„Kanzler Merz sprach an der Universität Kassel“: a university that a sentence names as a place only."""
    here = [a for a in s.arguments if a.draft is body]
    return bool(here) and all(a.marker in {"an", "bei", "in", "vor"} for a in here)
