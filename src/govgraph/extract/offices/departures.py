"""Who goes at a time to come and who has gone, by what the whole article tells of them.

Made once for an article; those who tell what is ahead of people ask it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.clauses.tenses import in_present
from govgraph.model import EntityType, Modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.leaving import Leaving
    from govgraph.extract.state import Clause, Draft, Sentence

_SINCE = frozenset({"nach", "seit"})

YEAR = 4
"""Length of a year at the beginning of a day."""


class Departures:
    """Tells who goes at a time to come, and who has gone.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
        modality: Judge of clauses.
        leaving: Judge of who goes.
        date: Date of the article.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        sentences: Sequence[Sentence],
        modality: ModalityReader,
        leaving: Leaving,
        date: str | None,
    ) -> None:
        self.sentences = sentences
        self.modality = modality
        self.leaving = leaving
        self.date = date
        self.number = {id(s): i for i, s in enumerate(sentences)}
        self._acts = knowledge.words("leaving-acts")
        self._going = knowledge.words("leaving-verbs") | {"aufsteigen", "verlassen"}
        self._named: dict[int, list[Sentence]] | None = None
        self._ahead: dict[int, bool] = {}

    def leaves(self, person: Draft) -> bool:
        """Whether somebody goes at a time to come: „X hört zum 30. Juni auf“, „X geht Ende März in den Ruhestand“."""
        found = self._ahead.get(id(person))
        if found is None:
            found = self._ahead[id(person)] = any(
                self._goes(s, clause)
                for s in self.naming(person)
                for number, clause in enumerate(s.clauses)
                if has_subject(s, number, person)
            )
        return found

    def gone(self, person: Draft) -> bool:
        """Whether somebody has gone: „X ist im April nach Bremerhaven gewechselt“, „X, der aufgestiegen ist“."""
        return any(
            in_past(s, clause) and self._is_going(s, clause)
            for s in self.naming(person)
            for number, clause in enumerate(s.clauses)
            if has_subject(s, number, person)
        ) or any(self._after_leaving(s, person) for s in self.naming(person))

    def naming(self, person: Draft) -> Sequence[Sentence]:
        """The sentences that name somebody or something, or refer to it."""
        if self._named is None:
            self._named = defaultdict(list)
            for s in self.sentences:
                for named in {id(a.draft) for a in s.arguments if a.draft is not None}:
                    self._named[named].append(s)
        return self._named.get(id(person), ())

    def comes(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause tells in the present of a time to come."""
        return in_present(s, clause) and self.modality.judge(s, clause, self.date) is Modality.PLANNED

    def _after_leaving(self, s: Sentence, person: Draft) -> bool:
        """„X, nach dessen Abberufung Y das Haus führte“."""
        return any(
            a.reference and a.draft is person and s.text_at(a.head) in self._acts and s.low_at(a.first - 1) in _SINCE
            for a in s.arguments
            if a.marker == "gen" and a.head >= 0
        )

    def _is_going(self, s: Sentence, clause: Clause) -> bool:
        return self.leaving.says(s, clause) or not self._going.isdisjoint(clause.verbs)

    def _goes(self, s: Sentence, clause: Clause) -> bool:
        return self._is_going(s, clause) and self.comes(s, clause)


def has_subject(s: Sentence, number: int, person: Draft) -> bool:
    """Whether a person is the subject of a clause, or of the one that it goes on from without another subject."""
    while number >= 0:
        clause = s.clauses[number]
        people = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and a.nominative]
        if people or not clause.joined:
            return any(a.draft is person for a in people)
        number = clause.parent
    return False


def is_of_earlier_year(s: Sentence, date: str | None) -> bool:
    """Whether a sentence has a time of a year before this one: „2015 geht sie nach Kassel und wird CDO“.

    Args:
        s: The sentence.
        date: Date of its article.
    """
    return date is not None and any(d.value[:YEAR] < date[:YEAR] for d in s.dates)
