"""Who heads a ministry: whoever gets one, is called its host, or is called the Chef of it.

`of_houses` and `of_hosts` are called for each sentence, `as_ministers` once for all offices of those who lead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.lead_terms import TAKING
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import STATUS_OF, OfficeDraft, only_one
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.head_offices import HeadOffices
    from govgraph.extract.offices.lead_terms import LeadTerms
    from govgraph.extract.state import Argument, Clause, Sentence

_BOSS = "https://w3id.org/govgraph/id/role/chef"
_GETTING = frozenset({TAKING, "bekommen", "erben", "erhalten"})
_GOING_TO = frozenset({"fallen", "gehen", "übergehen"})
"""Verbs by which somebody gets a ministry, and by which it goes to somebody."""
_AS_WHAT = frozenset({"als", "zu"})
_ACCUSATIVE = frozenset({"das", "den", "die", "ein", "eine", "einen", "ihre", "ihren", "seine", "seinen"})
_BY_WORD = frozenset({"entsprechend", "nach", "zufolge"})
"""Words after a noun that make it a source: „den Angaben zufolge“."""
_FAR_NOUN = 4


class MinistryHeads:
    """Reads who heads a ministry from verbs of getting one and from words for the host of a house.

    Args:
        knowledge: Compiled vocabulary.
        heads: Tells which office is at the head of a body.
        modality: Judge of clauses.
        terms: Tells when somebody leads.
    """

    def __init__(self, knowledge: Knowledge, heads: HeadOffices, modality: ModalityReader, terms: LeadTerms) -> None:
        self.k = knowledge
        self.modality = modality
        self.date = terms.date
        self._heads = heads
        self._terms = terms
        self._boss = knowledge.roles_by_iri[_BOSS].name
        self._hosts = knowledge.words("house-heads")

    def of_houses(self, s: Sentence, known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """„Das Umweltministerium hat Anna Weber bekommen“, „… geht an Jens Ott“: who gets a ministry is its head.

        Nothing is added for who is known as a minister.
        """
        houses = [a for a in s.arguments if a.draft is not None and a.draft.kind == "Ministry" and a.head < 0]
        for number, clause in enumerate(s.clauses if houses else ()):
            here = [a for a in s.arguments if a.clause == number and not a.adjective]
            lemmas = clause.verbs
            people = [a for a in here if a.type is EntityType.PERSON and _gets(a, lemmas) and not _speaks(s, a)]
            led = only_one(a.draft for a in houses if a.clause == number and a.marker == "np" and "a" in a.cases)
            person = only_one(a.draft for a in people)
            if led is None or person is None or any(a.role is not None and a.marker in _AS_WHAT for a in here):
                continue
            if _takes_a_thing(s, clause):
                # „Das Innenministerium hat die Hälfte der Kosten übernommen, so Lindner“
                continue
            held = [o for o in known if o.person is person and o.status is not Status.FORMER]
            if any(self._heads.is_of_government(o) or (o.body is not None and o.body.kind in TOWNS) for o in held):
                # „Bezirksstadträtin A, die das Ressort von B übernahm“: a field of the town
                continue
            verdict = self.modality.judge(s, clause, self.date)
            iri = None if verdict is None else self._heads.head_of(s, led)
            if verdict is None or iri is None:
                continue
            aside = self.modality.inserted(s, clause)
            told = STATUS_OF.get(verdict) or self._terms.told(s, [i for i in clause.tokens if i not in aside])
            role = self.k.title(iri)
            status = Status.NEW if told is Status.CURRENT else told
            yield OfficeDraft(
                person, role, led, status, confidence=0.7, sentence=s, how="clause", sure=True, rule="gets-a-ministry"
            )

    def of_hosts(self, s: Sentence, known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """„Das Ministerium prüft das. Hausherrin Anna Weber …“: who heads the ministry that was named last."""
        at = next((i for i, token in enumerate(s.tokens) if token.text in self._hosts), -1)
        if at < 0:
            return
        beside = s.taken.get(at + 1)
        clause = s.clause_of[at] if s.clause_of else 0
        people = [a for a in s.arguments if a.clause == clause and a.type is EntityType.PERSON and a.nominative]
        if beside is not None and beside.type is EntityType.PERSON:
            people = [beside]
        person = only_one(a.draft for a in people)
        town = any(a.clause == clause and a.type is EntityType.MUNICIPALITY for a in s.arguments)
        if person is None or town or any(o.person is person for o in known):
            # „In Kassel begrüßte Hausherr Jens Ott die Gäste“: whose house it is, is not told
            return
        house = self._heads.fitting.house_before(s.starts[people[0].first])
        verdict = self.modality.judge(s, s.clauses[clause], self.date) if s.clauses else None
        iri = None if house is None or verdict is None else self._heads.head_of(s, house)
        if house is None or verdict is None or iri is None:
            return
        role = self.k.title(iri)
        status = STATUS_OF.get(verdict) or self._terms.told(s, s.clauses[clause].tokens)
        since, until, status = self._terms.term(s, [s.clauses[clause]], status)
        yield OfficeDraft(
            person,
            role,
            house,
            status,
            since=since,
            until=until,
            confidence=0.6,
            sentence=s,
            how="clause",
            sure=True,
            rule="host-of-a-house",
        )

    def as_ministers(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices; the Chef of a ministry is its minister."""
        for o in offices:
            led = o.role.name == self._boss and o.body is not None and o.body.kind == "Ministry"
            iri = self._heads.head_of(o.sentence, o.body) if led and o.body is not None else None
            named = None if iri is None else self.k.roles_by_iri[iri].name
            yield o if named is None else replace(o, role=replace(o.role, name=named, iri=iri))


def _gets(person: Argument, lemmas: frozenset[str]) -> bool:
    """Whether verbs say that a person gets what stands beside them: as their subject, or after „an“ or „auf“."""
    if person.marker == "np":
        return person.nominative and not lemmas.isdisjoint(_GETTING)
    return person.marker in {"an", "auf"} and not lemmas.isdisjoint(_GOING_TO)


def _speaks(s: Sentence, person: Argument) -> bool:
    """„Lindner: Das Innenministerium …“: whoever a colon follows has the word and is nothing in what is said."""
    return s.text_at(person.last) == ":" and not any(token.text == ":" for token in s.tokens[: person.first])


def _takes_a_thing(s: Sentence, clause: Clause) -> bool:
    """Whether a clause has an object that is no name: „die Leitung des Projekts“, not „die Juristin Anna Weber“."""
    for i in clause.tokens:
        if s.lower[i] not in _ACCUSATIVE or i in s.taken or s.low_at(i - 1) in PREPOSITIONS:
            continue
        noun = next((j for j in range(i + 1, min(i + _FAR_NOUN, len(s.tokens))) if s.tokens[j].upper), -1)
        if noun in clause.tokens and noun not in s.taken and noun + 1 not in s.taken and noun not in s.dated:
            return s.low_at(noun + 1) not in _BY_WORD
    return False
