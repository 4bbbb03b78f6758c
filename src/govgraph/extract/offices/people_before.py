"""Whom sentences before spoke of: the topic, the newcomer of an article, who goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.offices.compared_offices import TOP_POSTS
from govgraph.extract.offices.going import is_no_more
from govgraph.extract.offices.leaving import Leaving
from govgraph.extract.state import BOARDS, STARTING, only_one, only_person
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, OfficeDraft, Sentence

BACK = 3
"""How many sentences of the same block a person spoken of may be away."""
THEIRS = frozenset(f"{stem}{end}" for stem in ("sein", "ihr") for end in ("", "e", "en", "em", "er"))
_ON_IT = frozenset({"auf", "nicht", "darauf"})
"""Words in clauses of „verlassen“ that tell of no leaving: „verlässt sich auf die AKDB“."""
_JOINED = BOARDS | {"Parliament", "Party"}
"""Kinds of body that those who leave them were mostly members of."""
_OF_PARTS = frozenset({"der", "des"})
"""Words behind a title that hang a part of the house on it: „Leiter der Pressestelle“."""
PAUSES = frozenset({",", "–", "—", ":"})


class Said(NamedTuple):
    """Who follows, who went before, and the clause that says so."""

    successor: Draft
    predecessor: Draft
    clause: Clause
    rule: str
    presupposed: bool = False


class PeopleBefore:
    """Finds whom the sentences before one spoke of.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
        offices: Offices that the article names.
        modality: Judge of clauses.
        date: Date of the article.

    Attributes:
        leaving: Tells which clauses say that somebody goes.
        titles: The names of the titles of people, by their `id`.
        newcomer: The only person who is new in an office.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        sentences: Sequence[Sentence],
        offices: Sequence[OfficeDraft],
        modality: ModalityReader,
        date: str | None,
    ) -> None:
        self.sentences = sentences
        self.offices = offices
        self.modality = modality
        self.date = date
        self.leaving = Leaving(knowledge)
        self.titles: dict[int, set[str]] = {}
        for o in offices:
            self.titles.setdefault(id(o.person), set()).add(o.role.name)
        self._heads = knowledge.words("head-titles") | {"Leiter"}
        self.newcomer = only_one(o.person for o in offices if o.status in STARTING)

    def gone(self, s: Sentence) -> Draft | None:
        """The only person of a sentence, where it says that this person goes, or who is dismissed in it."""
        dismissed = only_one(
            a.draft
            for a in s.arguments
            if is_named_person(a) and a.clause >= 0 and self.leaving.dismisses(s, a, s.clauses[a.clause])
        )
        if dismissed is not None:
            return dismissed
        people = {id(a.draft): a.draft for a in s.arguments if a.type is EntityType.PERSON}
        if len(people) != 1:
            return None
        known = self.leaving.act(s)
        if known is not None:
            return known
        for number, clause in enumerate(s.clauses):
            person = only_person(s, number)
            if person is None:
                continue
            if self.leaving.wants_no_more(s, clause) or is_no_more(s, clause):
                return person.draft
            if self.leaving.says(s, clause) or _houses_left(s, number, clause):
                verdict = self.modality.judge(s, clause, self.date)
                return person.draft if verdict is not None else None
        return None

    def may_have_been(self, s: Sentence, gone: Draft, title: Argument, after: str) -> bool:
        """„Referentin A verlässt die KDO. Neuer Geschäftsführer ist B“: whether who goes may have had B's title.

        Who only leaves a house, with no title told, may have been its head, and no more than a member of a board.

        Args:
            s: The sentence that says that somebody goes.
            gone: Who goes.
            title: The title that is new in the next one.
            after: The word behind it, in small letters.
        """
        role = title.role
        if role is None:
            return False
        here = {a.role.name for a in s.arguments if a.role is not None and gone in a.role.holders}
        told = here | {
            o.role.name
            for o in self.offices
            if o.person is gone and o.status is Status.CURRENT and o.sentence.start <= s.start
        }
        if role.name in told:
            return True
        if told and role.name not in TOP_POSTS:
            return False
        left = [a for number, clause in enumerate(s.clauses) for a in _houses_left(s, number, clause)]
        if not left:
            return True
        bodies = [a.draft for a in left]
        if told or _has_noun_before(s, gone) or any(d is None or d.kind in _JOINED for d in bodies):
            return False
        hangs = after in _OF_PARTS and not role.bodies
        return role.name in self._heads and not hangs and all(d in bodies for d in role.bodies)

    def spoken_of(self, number: int, here: Draft) -> Draft | None:
        """Who else was spoken of: the topic, the newcomer of the article, the only one in the sentences before."""
        s = self.sentences[number]
        if s.topic is not None and s.topic.type is EntityType.PERSON and s.topic is not here:
            return s.topic
        near = {id(d): d for d in s.near if d.type is EntityType.PERSON and d is not here}
        if self.newcomer is not None and self.newcomer is not here and self.newcomer in s.context:
            return self.newcomer
        if len(near) == 1:
            return next(iter(near.values()))
        for before in reversed(self.sentences[max(0, number - BACK) : number]):
            if near or before.block != s.block:
                break
            near = {
                id(a.draft): a.draft
                for a in before.arguments
                if a.type is EntityType.PERSON and a.draft is not None and a.draft is not here
            }
        if len(near) == 1:
            return next(iter(near.values()))
        return self.newcomer if not near and self.newcomer is not here else None

    def leaver(self, number: int, here: Draft, topic: Draft | None) -> Draft | None:
        """„X verlässt Hessen. Ministerin A bedauerte das. Nachfolgerin wird B“: who goes, and not who has spoken since.

        None where the one spoken of may have had what the successor takes.
        """
        if topic is None or not self._is_of_other_title(topic, here):
            return None
        for before in reversed(self.sentences[max(0, number - BACK) : number]):
            for index, clause in enumerate(before.clauses):
                person = only_person(before, index)
                if person is None or person.draft in {here, topic}:
                    continue
                leaves = "verlassen" in clause.verbs
                verdict = self.modality.judge(before, clause, self.date)
                if verdict is not None and (leaves or self.leaving.says(before, clause)):
                    return person.draft
        return None

    def _is_of_other_title(self, one: Draft, other: Draft) -> bool:
        """Whether both have titles, and none in common."""
        titles, others = self.titles.get(id(one)), self.titles.get(id(other))
        return titles is not None and others is not None and titles.isdisjoint(others)


def _houses_left(s: Sentence, number: int, clause: Clause) -> list[Argument]:
    """„X verlässt die AKDB nach elf Jahren“."""
    if "verlassen" not in clause.verbs or is_passive(clause) or not _ON_IT.isdisjoint(clause.words):
        return []
    inside = [a for a in s.arguments if a.clause == number and a.type is EntityType.ORGANISATION and not a.adjective]
    return [a for a in inside if a.marker == "np" and "a" in a.cases and a.head < 0]


def _has_noun_before(s: Sentence, person: Draft) -> bool:
    """„Referentin A“, „Gründer A“: whether a noun stands before a name that is no title of an office."""
    names = (a for a in s.arguments if a.draft is person and not a.reference)
    return any(a.first > 0 and s.text_at(a.first - 1)[:1].isupper() and a.first - 1 not in s.dated for a in names)


def is_named_person(a: Argument) -> bool:
    """Whether a person is named here, and not only meant."""
    return a.type is EntityType.PERSON and not a.reference


def drafts(s: Sentence) -> list[Draft | None]:
    """What a sentence names or means."""
    return [a.draft for a in s.arguments]


def end(a: Argument) -> int:
    """Where a name ends, to sort by."""
    return a.last
