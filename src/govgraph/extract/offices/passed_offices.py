"""The offices that a succession gives: what a predecessor has held, what a successor takes, a post that was open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.compared_offices import is_board
from govgraph.extract.offices.succession_rules import AT_ONCE
from govgraph.extract.offices.what_passes import (
    after_the_first,
    lasting,
)
from govgraph.extract.state import OfficeDraft
from govgraph.model import EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.offices.beginnings import Beginnings
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Draft, FactDraft, RoleNoun, Sentence

BACK = 2
"""How many sentences before a succession an open post may be named."""
_BOTH = frozenset({"beide", "beiden", "beider"})
_PASSED, _TAKEN = 0.7, 0.65
"""Confidence of the office of a predecessor and of one that a successor takes over."""


class PassedOffices:
    """Makes the offices that somebody has held or takes.

    Args:
        bodies: Finder of the bodies of offices.
        sentences: Sentences of the article.
        date: Date of the article.
        beginnings: Tells what is yet to begin, and who goes.
    """

    def __init__(
        self, bodies: BodyFinder, sentences: Sequence[Sentence], date: str | None, beginnings: Beginnings
    ) -> None:
        self.k = bodies.k
        self.bodies = bodies
        self.sentences = sentences
        self.date = date
        self.beginnings = beginnings
        self._number = {id(s): i for i, s in enumerate(sentences)}
        self._salutations = self.k.words("salutations")

    def passed(self, fact: FactDraft, office: OfficeDraft) -> OfficeDraft:
        """The office of whoever is followed: one that is over, unless they are told to go later."""
        # „X wird CIO. Ihr Vorgänger war Y“: with no day told, whoever is followed has gone
        told = id(office.person) not in self.beginnings.becoming_people or self.beginnings.departures.leaves(
            fact.object
        )
        still = told and office.status is Status.DESIGNATED and not self.beginnings.departures.gone(fact.object)
        status = Status.CURRENT if still else Status.FORMER
        role = lasting(office.role)
        held = replace(office, person=fact.object, status=status, confidence=_PASSED, role=role)
        # „Im Oktober 2015 löste A als CIO B ab“
        at_once = status is Status.FORMER and office.sentence is fact.sentence and fact.rule == AT_ONCE
        return replace(
            held, since=None, until=office.since if at_once else None, sentence=fact.sentence, rule=fact.rule
        )

    def _taken(self, fact: FactDraft, office: OfficeDraft) -> OfficeDraft:
        status = Status.DESIGNATED if fact.modality is Modality.PLANNED else Status.NEW
        if self._for_now(fact):
            status = Status.ACTING
        held = replace(office, person=fact.subject, status=status, confidence=_TAKEN, role=after_the_first(office.role))
        where = self._where(fact.sentence, office)
        if where is not None:
            held = replace(held, body=where, sure=True)
        # „Er scheidet zum 30. September aus. Übergangsweise übernimmt B“
        then = status is Status.ACTING and fact.modality is Modality.PLANNED and office.person is fact.object
        then = then and _in_present(fact)
        return replace(held, since=office.until if then else None, until=None, sentence=fact.sentence, rule=fact.rule)

    def all_taken(self, fact: FactDraft, office: OfficeDraft, held: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """What the successor takes, with the other office of whoever is followed where both pass."""
        return [self._taken(fact, office), *self._taken_too(fact, office, held)]

    def _taken_too(self, fact: FactDraft, office: OfficeDraft, held: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """„Nachfolgerin in beiden Ämtern wird X“: the other office of whoever is followed, where there are two."""
        others = {o.role.name: o for o in held if o.role.name != office.role.name and not is_board(o)}
        if len(others) == 1 and self.names_both(fact.sentence):
            yield from (self._taken(fact, o) for o in others.values() if o.body is not None)

    def _where(self, s: Sentence, office: OfficeDraft) -> Draft | None:
        """„Ihren Posten im Innenministerium übernimmt Y“: the body in which the sentence says that the post is."""
        kinds = self.k.body_kinds(office.role.iri)
        return next(
            (
                a.draft
                for a in s.arguments
                if a.marker in {"in", "bei", "an"}
                and a.type is EntityType.ORGANISATION
                and a.draft is not None
                and self.is_post(s, a.head, self.k.words("posts-left"))
                and a.draft is not office.body
                and (not kinds or a.draft.kind in kinds)
            ),
            None,
        )

    def names_both(self, s: Sentence) -> bool:
        """„X, der beide Posten vor ihr bekleidete“."""
        posts = self.k.words("posts-left")
        return any(low in _BOTH and self.k.lemma(s.text_at(i + 1)) in posts for i, low in enumerate(s.lower))

    def _for_now(self, fact: FactDraft) -> bool:
        """„Kommissarisch übernimmt seine Aufgaben Anna Weber“: whether who comes does not come for good."""
        s = fact.sentence
        numbers = s.clauses_naming(fact.subject)
        words = self.k.words("acting-adverbs")
        return any(s.lower[i] in words for n in numbers for i in s.clauses[n].tokens)

    def open_post(self, fact: FactDraft) -> OfficeDraft | None:
        """„Das Land bekommt einen neuen CIO. B folgt auf A“: a new title that nobody has yet been given."""
        number = self._number.get(id(fact.sentence), 0)
        for s in reversed(self.sentences[max(0, number - BACK) : number + 1]):
            if s.block != fact.sentence.block:
                return None
            places = [a for a in s.arguments if s is not fact.sentence or not _of_another_clause(s, a)]
            places = [a for a in places if s.text_at(a.first - 1) not in self._salutations]
            titles = [a.role for a in places if a.role is not None and not a.role.holders and not a.role.weak]
            roles: list[RoleNoun] = [r for r in titles if r.status is Status.NEW or s is fact.sentence]
            for role in roles:
                body, sure = self.bodies.find(s, role, fact.subject)
                if body is not None:
                    since = next((d.value for d in s.dates if d.lead in {"from", "at"}), None)
                    ahead = since is not None and self.date is not None and since > self.date[: len(since)]
                    planned = ahead or fact.modality is Modality.PLANNED
                    return OfficeDraft(
                        fact.subject,
                        replace(role),
                        body,
                        Status.DESIGNATED if planned else Status.NEW,
                        since=since if ahead else None,
                        confidence=_TAKEN,
                        sentence=fact.sentence,
                        how="clause",
                        sure=sure,
                        rule=fact.rule,
                    )
        return None

    def is_post(self, s: Sentence, i: int, posts: frozenset[str]) -> bool:
        """„ihr Vorgänger im Amt des CIO“: a noun for a post on which a title hangs."""
        return i >= 0 and self.k.lemma(s.tokens[i].text) in posts


def _in_present(fact: FactDraft) -> bool:
    """Whether who takes over does so in the present tense: not „hat bereits übernommen“."""
    s = fact.sentence
    numbers = s.clauses_naming(fact.subject)
    return bool(numbers) and all(in_present(s, s.clauses[number]) for number in numbers)


def _of_another_clause(s: Sentence, a: Argument) -> bool:
    """„X, der nach Ulm geht, um dort Amtsleiter zu werden“: a title that a clause inside tells of somebody else."""
    if not 0 <= a.clause < len(s.clauses):
        return False
    clause = s.clauses[a.clause]
    return clause.kind in {"infinitive", "relative"} or any(s.lower[i] == "um" for i in clause.tokens[:2])
