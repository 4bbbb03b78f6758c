"""Offices of those who come into, sit in or leave the organ that runs a body: „in den Vorstand der AKDB berufen“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.state import BODY_TYPES, STATUS_OF, OfficeDraft, only_one
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS
from govgraph.model import EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Clause, Draft, Sentence

_CONFIDENCE = 0.75
_ROLES = {
    "managing-organs": "https://w3id.org/govgraph/id/role/geschaeftsfuehrer",
    "executive-organs": "https://w3id.org/govgraph/id/role/vorstand",
}
_CHAIR = ("Vorsitz", "Vorstandsvorsitz", "Präsident")
_BACK = 3
"""Sentences before that may tell who chairs the body of an organ."""
_OWN = frozenset({"gen", "von", "bei"})
_SEATS = frozenset({"Mandat", "Platz", "Sitz"})
"""Nouns for what a member of an organ has in it."""
_GETTING = frozenset({"bekommen", "einnehmen", "erhalten", "übernehmen"})
_HAVING = frozenset({"behalten", "haben", "innehaben"})


def _named_aside(s: Sentence, number: int, body: Draft | None) -> bool:
    """Whether a sentence names a body only in a relative clause after the one that speaks of the organ."""
    named = [a.clause for a in s.arguments if a.draft is body and 0 <= a.clause < len(s.clauses) and not a.reference]
    return bool(named) and all(n > number and s.clauses[n].kind == "relative" for n in named)


class OrganReader:
    """Reads who comes into, sits in or leaves an organ.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of bodies, for organs whose body the clause does not name.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, modality: ModalityReader, date: str | None) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.modality = modality
        self.date = date
        self._organs = {noun: iri for name, iri in _ROLES.items() for noun in knowledge.words(name)}
        self._calling = knowledge.words("calling-into-verbs")
        self._entering = knowledge.words("entering-verbs")
        self._sitting = knowledge.words("sitting-verbs")
        self._leaving = knowledge.words("leaving-organ-verbs")
        self._giving = knowledge.words("giving-up-verbs")

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices of members of organs; nobody is given one twice.

        Args:
            sentences: The article.
            known: Offices read so far.
        """
        held = {(id(o.person), o.role.iri, id(o.body)) for o in known}
        chaired = {id(o.sentence): o.body for o in known if o.role.name.startswith(_CHAIR)}
        for at, s in enumerate(sentences):
            if s.tokens[-1].text == "?" or not any(t.text in self._organs for t in s.tokens):
                continue
            for number, clause in enumerate(s.clauses):
                for office in self._of_clause(s, number, clause):
                    if _named_aside(s, number, office.body):
                        # „Neu im Vorstand ist A, der die AKDB leitet“: of the body whose chair was told of
                        told = [chaired.get(id(b)) for b in sentences[max(0, at - _BACK) : at]]
                        body = next((b for b in reversed(told) if b is not None), None)
                        if body is None:
                            continue
                        office = replace(office, body=body)
                    key = (id(office.person), office.role.iri, id(office.body))
                    if any(person == key[0] and iri == key[1] and body != key[2] for person, iri, body in held):
                        # „Vorstand A gibt auch seinen Sitz im Vorstand der Vitako ab“: the house at hand stays
                        office = replace(office, sure=False)
                    if key not in held:
                        held.add(key)
                        yield office

    def _of_clause(self, s: Sentence, number: int, clause: Clause) -> Iterator[OfficeDraft]:
        organ = next((i for i in clause.tokens if s.tokens[i].text in self._organs and self._is_free(s, i)), -1)
        lemmas = clause.verbs
        found = None if organ < 0 else self._told(s, number, clause, organ, lemmas)
        verdict = None if found is None else self.modality.judge(s, clause, self.date)
        if found is None or verdict is None:
            return
        people, status = found
        iri = self._organs[s.tokens[organ].text]
        for person in people:
            role = self.k.title(iri)
            body, sure = self._around(s, organ), True
            body = body or self.bodies.by_verb.elected_by(s, number, self.k.body_kinds(iri))
            if body is None:
                body, sure = self.bodies.find(s, role, person, number)
            if body is not None:
                # „scheidet im Sommer aus dem Vorstand aus“: until then somebody sits in it
                over = in_past(s, clause)
                stays = verdict is Modality.PLANNED or (bool(lemmas & self._giving) and not over)
                stays = stays and status is Status.FORMER
                told = Status.CURRENT if stays else STATUS_OF.get(verdict, status)
                yield OfficeDraft(
                    person,
                    role,
                    body,
                    told,
                    confidence=_CONFIDENCE,
                    sentence=s,
                    how="clause",
                    sure=sure,
                    rule="seat-in-an-organ",
                )

    @staticmethod
    def _is_free(s: Sentence, i: int) -> bool:
        """„Vorstand“ may be read as a title; it is an organ where no person is called so."""
        taken = s.taken.get(i)
        return taken is None or (taken.role is not None and not taken.role.holders)

    def _told(
        self, s: Sentence, number: int, clause: Clause, organ: int, lemmas: frozenset[str]
    ) -> tuple[list[Draft], Status] | None:
        """Whom the clause puts into or out of the organ, and with which status."""
        way = self._way(s, organ)
        people = self._people(s, number)
        if way == "in" and {s.text_at(organ - 2), s.text_at(organ - 3)} & _SEATS:
            whose = only_one(a.draft for a in s.arguments if a.clause == number and a.type is EntityType.PERSON)
            return self._seated(lemmas, people or ([whose] if whose is not None else []))
        if not people:
            return None
        if way == "in" and lemmas & self._calling:
            # whoever does so may be a person, too, and comes first: „Minister A beruft B in den Vorstand“
            active = not any(AUXILIARIES.get(word) == "werden" for word in clause.auxiliaries)
            return people[-1:] if active and self._called_by(s, number, people) else people, Status.NEW
        if way == "in" and lemmas & self._entering:
            return people, Status.NEW
        if lemmas & self._sitting and way in {"in", "zu", "d"}:
            return people, Status.CURRENT
        if "teilen" in lemmas and way == "a" and len(people) > 1:
            return people, Status.CURRENT
        if lemmas & self._leaving and way in {"aus", "a"}:
            return people, Status.FORMER
        return None

    def _seated(self, lemmas: frozenset[str], people: list[Draft]) -> tuple[list[Draft], Status] | None:
        """„gibt ihren Sitz im Vorstand ab“, „hat einen Platz im Vorstand bekommen“: who is there, or is no more."""
        if not people:
            return None
        if lemmas & self._giving:
            return people[:1], Status.FORMER
        if lemmas & _GETTING:
            return people[:1], Status.NEW
        return (people[:1], Status.CURRENT) if lemmas & _HAVING else None

    @staticmethod
    def _way(s: Sentence, organ: int) -> str:
        """The preposition that governs the organ, else `d` or `a` for its case, or nothing."""
        i = organ - 1
        while i > 0 and organ - i < 4 and s.tokens[i].text[0].islower() and s.lower[i] not in DETERMINERS:
            if s.lower[i] in PREPOSITIONS:
                break
            i -= 1
        before = s.low_at(i)
        governing = before if before in PREPOSITIONS else s.low_at(i - 1)
        if governing in PREPOSITIONS:
            return PREPOSITIONS[governing]
        cases = DETERMINERS.get(before, "")
        return "d" if before in {"dem", "der"} and "d" in cases else "a" if "a" in cases else ""

    @staticmethod
    def _people(s: Sentence, number: int) -> list[Draft]:
        """People of a clause who stand in phrases of their own."""
        here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and not a.adjective]
        found = [a.draft for a in here if a.draft is not None and a.marker == "np" and a.head < 0]
        return list(dict.fromkeys(found))

    @staticmethod
    def _called_by(s: Sentence, number: int, people: Sequence[Draft]) -> bool:
        """Whether the first person of several does what the clause says: they stand in no list."""
        here = [a for a in s.arguments if a.clause == number and a.draft in people]
        return len(people) > 1 and len({a.group for a in here}) > 1

    @staticmethod
    def _around(s: Sentence, organ: int) -> Draft | None:
        """The body that the organ belongs to, named with it."""
        bodies = [a for a in s.arguments if a.type in BODY_TYPES and not a.adjective and a.draft is not None]
        hanging = next((a for a in bodies if a.head == organ and a.marker in _OWN), None)
        return None if hanging is None else hanging.draft
