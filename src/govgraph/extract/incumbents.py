"""Who had a post that is open or passes: „die Stelle der CDO ist nach dem Weggang von X vakant“, „Amtsinhaber X“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.leaving import Leaving
from govgraph.extract.slots import in_preterite, is_perfect
from govgraph.extract.state import STARTING, OfficeDraft, only_one
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.bodies import BodyFinder
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, RoleNoun, Sentence

_REACH = 2
"""How many sentences from an incumbent the title may stand."""
_INHERITING = frozenset({"erben", "übernehmen"})
_BEATEN = frozenset(
    {"besiegen", "bezwingen", "durchsetzen", "schlagen", "siegen", "unterliegen", "ablösen", "verlieren"}
)
_ONCE = frozenset({"bisherige", "ehemalige", "frühere", "letzte", "vorherige", "vorige", "vormalige"})
_HOLDERS = frozenset({"Inhaber", "Inhaberin"})
"""Nouns for who has a post, where an adjective says that it was once."""
_CONFIDENCE = 0.6


class IncumbentReader:
    """Reads from what is said of a post who has had it or still has it.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder) -> None:
        self.k = knowledge
        self.bodies = bodies
        self._leaving = Leaving(knowledge)
        self._acts = knowledge.words("leaving-acts")
        self._posts = knowledge.words("posts-left")
        self._open = knowledge.words("empty-words") | knowledge.words("seeking-words")
        self._incumbents = knowledge.words("incumbent-nouns")

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices of such people, none twice.

        Args:
            sentences: The article.
            known: Offices read so far.
        """
        held = {(id(o.person), o.role.name) for o in known}
        for number, s in enumerate(sentences):
            if s.kind is BlockKind.QUESTION or not any(a.type is EntityType.PERSON for a in s.arguments):
                continue
            for title, person, status in (*self._left_open(s), *self._inherited(s)):
                yield from self._office(s, title, (person, status, s), held)
            for person, status in self._named(s):
                yield from self._of_post(number, sentences, (person, status, s), known, held)

    # ------------------------------------------------------------------ one sentence

    def _left_open(self, s: Sentence) -> Iterator[tuple[RoleNoun, Draft, Status]]:
        """„Die Stelle der CDO ist nach dem Weggang von X vakant“, „…, seit X zum Bund gewechselt ist“."""
        titles = self._free(s)
        if len(titles) != 1 or self._open.isdisjoint(s.lower):
            return
        for a in s.arguments:
            if a.type is not EntityType.PERSON or a.reference or a.draft is None:
                continue
            gone = a.marker in {"gen", "von"} and s.text_at(a.head) in self._acts
            clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
            since = (
                clause is not None and clause.opener in {"seit", "seitdem", "nachdem", "weil", "da"} and a.nominative
            )
            if gone or (since and clause is not None and (self._leaving.says(s, clause) or is_perfect(clause))):
                yield titles[0], a.draft, Status.FORMER

    def _inherited(self, s: Sentence) -> Iterator[tuple[RoleNoun, Draft, Status]]:
        """„Den Posten der CDO hat A von B geerbt“: both have it one after the other."""
        for title in s.arguments:
            if title.role is None or title.marker != "gen" or self.k.lemma(s.text_at(title.head)) not in self._posts:
                continue
            number = title.clause
            if not 0 <= number < len(s.clauses) or _INHERITING.isdisjoint({c for c, _, _ in s.clauses[number].lemmas}):
                continue
            here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON]
            giver = only_one(a.draft for a in here if a.marker == "von" and not a.reference)
            taker = only_one(a.draft for a in here if a.nominative or (a.reference and a.cases == "n"))
            if giver is not None and taker is not None and giver is not taker:
                yield title.role, giver, Status.FORMER
                if taker not in title.role.holders:
                    yield title.role, taker, Status.NEW

    def _free(self, s: Sentence) -> list[RoleNoun]:
        """Titles of a sentence that nobody bears."""
        titles = [a for a in s.arguments if a.role is not None and not a.role.holders and not a.role.weak]
        return [a.role for a in titles if a.role is not None and not a.role.plural and not a.role.is_deputy]

    # ------------------------------------------------------------------ a title near by

    def _named(self, s: Sentence) -> Iterator[tuple[Draft, Status]]:
        """„Amtsinhaberin Anna Weber“, with whether she still is."""
        for a in s.arguments:
            if a.type is not EntityType.PERSON or a.reference or a.draft is None:
                continue
            once = s.low_at(a.first - 2).rstrip("nrm") in _ONCE
            if s.text_at(a.first - 1) not in self._incumbents and not (once and s.text_at(a.first - 1) in _HOLDERS):
                continue
            if once:
                yield a.draft, Status.FORMER
                continue
            clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
            beaten = clause is not None and not _BEATEN.isdisjoint({lemma for lemma, _, _ in clause.lemmas})
            over = clause is not None and a.nominative and (is_perfect(clause) or in_preterite(s, clause))
            yield a.draft, Status.FORMER if beaten or over else Status.CURRENT

    def _of_post(
        self,
        number: int,
        sentences: Sequence[Sentence],
        holder: tuple[Draft, Status, Sentence],
        known: Sequence[OfficeDraft],
        held: set[tuple[int, str]],
    ) -> Iterator[OfficeDraft]:
        """The office of a title that another takes, or that is free, in the sentences around."""
        person, status, s = holder
        near = [b for b in sentences[max(0, number - _REACH) : number + _REACH + 1] if b.block == s.block]
        here = {id(b) for b in near}
        taken = [o for o in known if o.person is not person and id(o.sentence) in here]
        fresh = [o for o in taken if o.status in STARTING]
        # „Anna Weber ist seit Mai CIO. Der bisherige Inhaber X …“: what she has had since
        since = [o for o in taken if o.status is Status.CURRENT and o.how == "clause" and status is Status.FORMER]
        taken = fresh or [o for o in since if o.since is not None] or since
        office = taken[0] if taken and len({o.role.name for o in taken}) == 1 else None
        if office is not None and office.body is not None:
            if (id(person), office.role.name) not in held:
                held.add((id(person), office.role.name))
                yield replace(
                    office, person=person, status=status, since=None, until=None, sentence=s, confidence=_CONFIDENCE
                )
            return
        free = [(b, role) for b in near for role in self._free(b)]
        if free and len({role.name for _, role in free}) == 1:
            yield from self._office(free[0][0], free[0][1], holder, held)

    def _office(
        self, at: Sentence, role: RoleNoun, holder: tuple[Draft, Status, Sentence], held: set[tuple[int, str]]
    ) -> Iterator[OfficeDraft]:
        person, status, s = holder
        if (id(person), role.name) in held:
            return
        body, sure = self.bodies.find(at, role, person)
        if body is not None:
            held.add((id(person), role.name))
            yield OfficeDraft(
                person, replace(role, holders=[person]), body, status, None, None, _CONFIDENCE, s, "clause", sure=sure
            )
