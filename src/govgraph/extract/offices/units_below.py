"""Who led a unit that was below them: „dort unterstand ihm die Abteilung Netze“, „ihr war ein Referat unterstellt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.offices.head_offices import HEAD
from govgraph.extract.offices.past_posts import WAS
from govgraph.extract.state import BODY_TYPES, STARTING, STATUS_OF, OfficeDraft, only_one
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_INSIDE = frozenset({"an", "bei", "gen", "in", "von"})
_CONFIDENCE = 0.7


class UnitsBelow:
    """Reads who leads a unit from verbs of which the unit is the subject.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, modality: ModalityReader, date: str | None) -> None:
        self.bodies = bodies
        self.modality = modality
        self.date = date
        self._role = knowledge.title(HEAD)
        self._below = knowledge.words("being-below-verbs")
        self._units = tuple(sorted(knowledge.words("unit-nouns") - {"amt"}))

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices of those who lead such units.

        Args:
            sentences: The article.
            known: Offices read so far; what is below a minister or a director of today is no office of its own.
        """
        ruling = {id(o.person) for o in known if o.status is Status.CURRENT or o.status in STARTING}
        for s in sentences:
            for number, clause in enumerate(s.clauses):
                if not self._below.isdisjoint(clause.verbs):
                    yield from self._office(s, number, clause, ruling)

    def _office(self, s: Sentence, number: int, clause: Clause, ruling: set[int]) -> Iterator[OfficeDraft]:
        here = [a for a in s.arguments if a.clause == number]
        titled = any(a.role is not None and a.marker == "als" for a in here)
        person = only_one(a.draft for a in here if stands_above(a))
        verdict = self.modality.judge(s, clause, self.date)
        if titled or person is None or verdict is None:
            return
        past = in_past(s, clause) or not WAS.isdisjoint(clause.words)
        if not past and id(person) in ruling:
            return
        body = self._unit(s, number, here)
        if body is not None:
            status = Status.FORMER if past else STATUS_OF.get(verdict, Status.CURRENT)
            yield OfficeDraft(
                person,
                self._role,
                body,
                status,
                confidence=_CONFIDENCE,
                sentence=s,
                how="clause",
                sure=True,
                rule="unit-below",
            )

    def _unit(self, s: Sentence, number: int, here: Sequence[Argument]) -> Draft | None:
        """The unit that is the subject of a clause, or the body around one that has no name."""
        for a in here:
            if a.draft is not None and a.type is EntityType.ORGANISATION and a.nominative and not a.adjective:
                # „die IT-Abteilung“ may have been taken for the body that it is in
                unit = s.lower[a.last - 1] if a.reference else a.draft.name.lower().split(" ")[0]
                return a.draft if self._is_unit(unit) else None
        noun = next((i for i in s.clauses[number].tokens if self._is_noun(s, i)), -1)
        if noun < 0:
            return None
        bodies = [a for a in here if a.type in BODY_TYPES and not a.adjective and a.marker in _INSIDE]
        inside = [a for a in bodies if a.head == noun] or [a for a in bodies if a.head < 0]
        return inside[0].draft if inside else self.bodies.pointed.there(s, number)

    def _is_unit(self, low: str) -> bool:
        return low.endswith(self._units)

    def _is_noun(self, s: Sentence, i: int) -> bool:
        """„die Abteilung“, „ein Referat“ with no preposition: the subject, and no place."""
        unit = s.tokens[i].text[0].isupper() and i not in s.taken and self._is_unit(s.lower[i])
        return unit and s.low_at(i - 1) in {"das", "der", "die", "ein", "eine"} and s.low_at(i - 2) != "in"


def stands_above(a: Argument) -> bool:
    """„unterstand ihr“, „dem …“: somebody in the dative, with no preposition."""
    return a.type is EntityType.PERSON and a.marker == "np" and "d" in a.cases and a.head < 0
