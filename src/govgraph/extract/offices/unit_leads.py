"""Who leads a unit that was just told of: „Ulm richtet eine Stabsstelle ein. Für die Leitung ist X vorgesehen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_passive
from govgraph.extract.offices.head_offices import HEAD
from govgraph.extract.offices.past_posts import WAS
from govgraph.extract.references.unnamed_units import GENDERS, LED_BY
from govgraph.extract.state import BODY_TYPES, STATUS_OF, OfficeDraft, only_one
from govgraph.language.grammar import CONTRACTED_CASES, DETERMINERS, PREPOSITIONS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.references.unnamed_units import UnnamedUnits
    from govgraph.extract.state import Clause, Draft, Sentence
    from govgraph.model import Modality

_THE = frozenset({"der", "die", "zur"})
_WHOSE = frozenset({"deren", "dessen", "ihrer", "seiner"})
_COMPLEMENT = frozenset({"am", "an", "bei", "beim", "der", "des", "eines", "einer", "für", "im", "in", "von", "vom"})
"""Words after a noun for leading that say of what: then it is not the unit just told of."""
_BEING = frozenset({"bleiben", "heißen", "sein", "werden"})
_GOING = {"fallen": "an", "gehen": "an", "übergehen": "an", "liegen": "bei"}
"""Verbs by which the lead comes to somebody, and the preposition before the name."""
_HANDS = frozenset({"Hand", "Hände", "Händen"})
_DETERMINED = 3
"""How many words before a noun its article may stand."""
_CONFIDENCE = 0.65


class UnitLeads:
    """Reads who leads a unit where the sentence says „die Leitung“ or „Leiterin“ and not of what.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of the bodies of offices.
        modality: Judge of clauses.
        date: Date of the article.
        unnamed: Finder of units without a name that were just told of.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        bodies: BodyFinder,
        modality: ModalityReader,
        date: str | None,
        unnamed: UnnamedUnits,
    ) -> None:
        self.k = knowledge
        self.unnamed = unnamed
        self.bodies = bodies
        self.modality = modality
        self.date = date
        words = knowledge.words
        self._nouns = words("leads-alone")
        self._units = tuple(sorted(words("unit-nouns")))
        self._vague = words("vague-units")
        self._having = words("holding-verbs") | {"haben"}
        self._taking = words("taking-verbs") | {"bekommen", "erben", "erhalten"}
        self._intended = words("intending-verbs")
        self._chosen = words("choosing-verbs") | {"beauftragen", "betrauen"}

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Offices of those who lead such units.

        Args:
            sentences: The article.
            known: Offices read so far; who has one by the same sentence is given no other.
        """
        told = {(id(o.person), id(o.sentence)) for o in known if o.how == "clause" and o.body is not None}
        before: Sentence | None = None
        for s in sentences:
            if s.tokens[-1].text != "?" and any(a.type is EntityType.PERSON for a in s.arguments):
                for number, clause in enumerate(s.clauses):
                    at = self._lead(s, clause)
                    found = None if at < 0 else self._leader(s, number, clause, at)
                    if found is not None and (id(found[0]), id(s)) not in told:
                        yield from self._office((before, s), number, at, found)
                    elif at < 0:
                        yield from self._by_pronoun((before, s), number)
            before = s

    def _lead(self, s: Sentence, clause: Clause) -> int:
        """Token of „die Leitung“, „Leiterin“, „an deren Spitze“ in a clause, if nothing says of what; else -1."""
        for i in clause.tokens:
            text = s.tokens[i].text
            taken = s.taken.get(i)
            if taken is not None:
                role = taken.role
                leads = role is not None and role.iri == HEAD and not (role.bodies or role.plural or role.owned)
            else:
                leads = (text in self._nouns and s.low_at(i - 1) in _THE) or (
                    text == "Spitze" and s.low_at(i - 1) in _WHOSE and s.low_at(i - 2) == "an"
                )
            if leads and text[0].isupper() and not self._says_of_what(s, i):
                return i
        return -1

    @staticmethod
    def _says_of_what(s: Sentence, i: int) -> bool:
        """Whether something hangs on a noun: „die Leitung des Amts“, not „die Leitung im Mai“."""
        hanging = (a for a in s.arguments if a.head == i and a.draft is not None and a.type is not EntityType.PERSON)
        # „Kassel hat ein Digitalbüro; an dessen Spitze steht X“: no town has one
        if any(not a.reference or a.type is not EntityType.MUNICIPALITY for a in hanging):
            return True
        return s.low_at(i + 1) in _COMPLEMENT and i + 1 not in s.dated and i + 2 not in s.dated

    def _leader(self, s: Sentence, number: int, clause: Clause, at: int) -> tuple[Draft, Status] | None:
        """Who a clause says has, gets or is to get the lead, and as what it is then held."""
        here = [
            a
            for a in s.arguments
            if a.clause == number and a.type is EntityType.PERSON and not (a.adjective or a.reference)
        ]
        lemmas = clause.verbs
        going = {_GOING[lemma] for lemma in lemmas & _GOING.keys()}
        if going:
            person = only_one(a.draft for a in here if a.marker in going or s.text_at(a.head) in _HANDS)
            return None if person is None else (person, Status.CURRENT if "liegen" in lemmas else Status.NEW)
        status = self._status(s, clause, at, lemmas)
        person = None if status is None else only_one(a.draft for a in here if a.nominative)
        return None if person is None or status is None else (person, status)

    def _status(self, s: Sentence, clause: Clause, at: int, lemmas: frozenset[str]) -> Status | None:
        """As what an office is held by the subject of a clause; None where the clause says nothing of the kind."""
        before = s.low_at(at - 2) if s.low_at(at - 1) in _THE else s.low_at(at - 1)
        given = before in {"als", "für", "mit"} or s.low_at(at - 1) in {"als", "zur", "zum"}
        if given and (is_passive(clause) or "ist" in clause.auxiliaries):
            if lemmas & self._intended:
                return Status.DESIGNATED
            return Status.NEW if lemmas & self._chosen else None
        if given:
            return None
        if s.taken.get(at) is not None:
            if not lemmas <= _BEING or not lemmas:
                return None
            return Status.NEW if "werden" in lemmas else Status.CURRENT
        if lemmas & self._taking:
            return Status.NEW
        return Status.CURRENT if lemmas & self._having else None

    def _office(
        self, where: tuple[Sentence | None, Sentence], number: int, at: int, found: tuple[Draft, Status]
    ) -> Iterator[OfficeDraft]:
        """The office of a leader, in the unit that stands last before the noun, or in the body around it."""
        (before, s), (person, status) = where, found
        clause = s.clauses[number]
        verdict = self.modality.judge(s, clause, self.date)
        body = self._unit(s, at, person)
        if body is None and before is not None and before.block == s.block:
            body = self._unit(before, len(before.tokens), person)
        if verdict is None or body is None:
            return
        yield self._led(s, clause, verdict, (person, body, status), inner=not self._is_unit(body))

    def _by_pronoun(self, where: tuple[Sentence | None, Sentence], number: int) -> Iterator[OfficeDraft]:
        """„Die FITKO hat eine Stabsstelle. Geleitet wird sie von A“: in the body around the unit that is meant."""
        before, s = where
        clause = s.clauses[number]
        if all(lemma not in LED_BY for lemma, _, _ in clause.lemmas):
            return
        pronouns = (i for i in clause.tokens if i not in s.taken and self.unnamed.is_meant(s, i, before))
        at = next(pronouns, -1)
        passive = is_passive(clause)
        here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and not a.adjective]
        person = only_one(a.draft for a in here if (a.marker == "von" if passive else a.nominative))
        verdict = self.modality.judge(s, clause, self.date)
        if at < 0 or person is None or verdict is None:
            return
        place, unit = s, self.unnamed.last(s, at, GENDERS[s.lower[at]])
        if unit < 0 and before is not None:
            place, unit = before, self.unnamed.last(before, len(before.tokens), GENDERS[s.lower[at]])
        body = self._owner(place, unit)
        if unit < 0 or body is None:
            return
        yield self._led(s, clause, verdict, (person, body, Status.CURRENT), inner=True)

    def _led(
        self, s: Sentence, clause: Clause, verdict: Modality, told: tuple[Draft, Draft, Status], *, inner: bool
    ) -> OfficeDraft:
        """The office of a leader in a body, former where its clause tells of the past, or as the clause says it."""
        person, body, status = told
        if status is Status.CURRENT and (in_preterite(s, clause) or not WAS.isdisjoint(clause.words)):
            status = Status.FORMER
        role = self.k.title(HEAD)
        role.inner = inner
        return OfficeDraft(
            person,
            role,
            body,
            STATUS_OF.get(verdict, status),
            confidence=_CONFIDENCE,
            sentence=s,
            how="clause",
            sure=True,
            rule="lead-of-a-unit",
        )

    @staticmethod
    def _owner(s: Sentence, unit: int) -> Draft | None:
        """„Die FITKO hat eine Stabsstelle eingerichtet“: the body that is the subject there, or owns it."""
        owners = [a for a in s.arguments if a.head == unit and a.marker == "gen" and a.type in BODY_TYPES]
        here = [a for a in s.arguments if s.clause_of[a.first] == s.clause_of[unit] and a.nominative]
        return only_one(a.draft for a in owners or here if a.type in BODY_TYPES)

    def _unit(self, s: Sentence, end: int, person: Draft) -> Draft | None:
        """The unit that a sentence names last before a token, else the body around one that has no name."""
        for i in range(end - 1, -1, -1):
            taken = s.taken.get(i)
            if taken is not None and taken.draft is not None:
                told = taken.type is EntityType.ORGANISATION and taken.marker == "np" and not taken.adjective
                if told and self._is_unit(taken.draft):
                    return taken.draft
                continue
            low = s.lower[i]
            unit = s.tokens[i].text[0].isupper() and low.endswith(self._units) and low not in self._vague
            if unit and self._stands_alone(s, i):
                return self._around(s, i, person)
        return None

    @staticmethod
    def _stands_alone(s: Sentence, i: int) -> bool:
        """„eine Stabsstelle“, „ein eigenes Digitalbüro“: a noun with an article, not „in der alten Bücherei“."""
        at = next((j for j in range(i - 1, max(-1, i - 1 - _DETERMINED), -1) if s.lower[j] in DETERMINERS), -1)
        return at >= 0 and s.lower[at] not in CONTRACTED_CASES and s.low_at(at - 1) not in PREPOSITIONS

    def _is_unit(self, draft: Draft) -> bool:
        return any(word.endswith(self._units) for word in draft.name.lower().split(" ")[:2])

    def _around(self, s: Sentence, at: int, person: Draft) -> Draft | None:
        hanging = [a for a in s.arguments if a.head == at and a.draft is not None and a.marker in {"gen", "in", "bei"}]
        owner = next((a.draft for a in hanging if a.type in {EntityType.ORGANISATION, EntityType.MUNICIPALITY}), None)
        return (
            owner or self.bodies.fitting.at_hand(s, person, at) or self.bodies.fitting.at_hand(s, person, len(s.tokens))
        )
