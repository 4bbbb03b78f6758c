"""Works that somebody opens for the town or Land they head: „OB Jens Ott hat das Portal X freigeschaltet“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import DEPUTIES, FIRMS, PLACES, RUN, FactDraft, by_person
from govgraph.model import BlockKind, EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, OfficeDraft, Sentence

_CONFIDENCE = 0.7
_RULE = "opened-for-house"
_HELD = frozenset({Status.CURRENT, Status.NEW, Status.ACTING})
_BY = frozenset({"durch", "von"})
_WHERE = frozenset({"bei", "in"})
_SHOT = "Startschuss"
_FOR = frozenset({"für", "zu"})
_HAVING = frozenset({Predicate.IMPLEMENTS, Predicate.DEVELOPS})
_GENITIVE = frozenset({"der", "des"})


class OpenedForHouse:
    """Reads who uses what its head opens.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, date: str | None) -> None:
        self._opening = knowledge.words("opening-verbs")
        self._heads = knowledge.words("heading-titles")
        self._capitals = knowledge.words("state-capitals")
        self.modality = modality
        self.date = date

    def facts(
        self, sentences: Sequence[Sentence], offices: Sequence[OfficeDraft], known: Sequence[FactDraft]
    ) -> Iterator[FactDraft]:
        """What towns and Länder use since their heads opened it.

        Args:
            sentences: The article.
            offices: Who heads what.
            known: Facts so far; an IT provider that opens a work together with a town or Land runs it.
        """
        heads = by_person(o for o in offices if _house(o) is not None and o.status in _HELD and self._is_head(o))
        for s in sentences:
            if s.kind in {BlockKind.QUESTION, BlockKind.CAPTION} or s.tokens[-1].text == "?":
                continue
            for number, clause in enumerate(s.clauses):
                works = self._opened(s, number, clause)
                people = self._by_whom(s, number, clause, heads) if works else []
                verdict = self.modality.judge(s, clause, self.date) if people else None
                if verdict not in {Modality.ASSERTED, Modality.PLANNED, Modality.REPORTED}:
                    continue
                for work in works:
                    _share_out(s, work, known)
                    for house in people:
                        if self._is_guest(s, number, house) or _is_of_another(s, number, work, house, known):
                            continue
                        yield FactDraft(house, Predicate.IMPLEMENTS, work, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _is_head(self, office: OfficeDraft) -> bool:
        low = office.role.name.lower()
        return low.endswith(tuple(self._heads)) and not low.startswith(DEPUTIES)

    def _opened(self, s: Sentence, number: int, clause: Clause) -> list[Draft]:
        """The systems and services that a clause opens."""
        lemmas = clause.verbs
        shot = "geben" in lemmas and any(s.text_at(i) == _SHOT for i in clause.tokens)
        if not shot and lemmas.isdisjoint(self._opening):
            return []
        inside = [a for a in s.arguments if a.clause == number and a.type in RUN and not a.adjective]
        if shot:
            return [a.draft for a in inside if a.marker in _FOR and a.draft is not None]
        return [a.draft for a in inside if a.marker == "np" and a.head < 0 and a.draft is not None]

    def _is_guest(self, s: Sentence, number: int, house: Draft) -> bool:
        """„Die Bundesministerin hat in Gera die App X gestartet“, „bei Bosch“: for the town or firm where that is."""
        if any(a.marker == "bei" and a.type is EntityType.ORGANISATION for a in s.arguments if a.clause == number):
            return True
        where = (a.draft for a in s.arguments if a.clause == number and a.type in PLACES and a.marker in _WHERE)
        return any(place is not None and place is not house and place.name not in self._capitals for place in where)

    @staticmethod
    def _by_whom(s: Sentence, number: int, clause: Clause, heads: dict[int, list[OfficeDraft]]) -> list[Draft]:
        """The town or Land of each of those who open something."""
        passive = is_passive(clause)
        found: dict[int, Draft] = {}
        for a in s.arguments:
            if a.clause != number or (a.marker not in _BY if passive else not _is_subject(a)):
                continue
            own: Sequence[Draft] = ()
            if a.type is EntityType.PERSON:
                own = [house for office in heads.get(id(a.draft), ()) if (house := _house(office)) is not None]
            elif a.role is not None and not a.role.holders and not a.role.is_deputy:
                own = [body for body in a.role.bodies[:1] if body.type in PLACES]
            if len(own) == 1:
                found[id(own[0])] = own[0]
        return list(found.values())


def _is_subject(a: Argument) -> bool:
    return a.marker == "np" and "n" in a.cases and a.head < 0 and not a.adjective


def _house(office: OfficeDraft) -> Draft | None:
    """The town or Land of an office, also of one in a ministry."""
    body = office.body
    if body is None or body.type in PLACES:
        return body
    return body.jurisdiction if body.kind in {"Government", "Ministry"} else None


def _is_of_another(s: Sentence, number: int, work: Draft, house: Draft, known: Sequence[FactDraft]) -> bool:
    """„Der Minister hat das Portal X der Stadt Kiel gestartet“, „die App der Bahn, X, gestartet“: somebody else's."""
    for fact in known:
        told = fact.sentence is s and fact.object is work and fact.predicate in _HAVING
        if told and fact.subject is not house and fact.subject.type in PLACES:
            return True
    places = [a for a in s.arguments if a.clause == number and a.draft is work]
    return any(
        b.draft is not None
        and b.draft is not house
        and b.draft.jurisdiction is not house
        and (b.type in PLACES or b.type is EntityType.ORGANISATION)
        and s.low_at(b.begin) in _GENITIVE
        and (b.last == a.begin or (b.last == a.begin - 1 and s.text_at(b.last) == ",") or b.begin == a.last)
        for a in places
        for b in s.arguments
    )


def _share_out(s: Sentence, work: Draft, known: Sequence[FactDraft]) -> None:
    """„Die Ministerin und der Vorstand der ekom21 schalten X frei“: the provider runs it, the Land uses it."""
    for fact in known:
        joint = fact.sentence is s and fact.object is work and fact.subject.kind in FIRMS
        if joint and fact.predicate is Predicate.IMPLEMENTS:
            fact.predicate = Predicate.DEVELOPS
