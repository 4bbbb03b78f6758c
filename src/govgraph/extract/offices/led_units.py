"""Offices of those who lead what has no name: „leitet die Abteilung“, „führt die Geschäfte“, „leitet das Projekt“.

The three readers are called one after another for all sentences; each looks for the noun, and `_office` for the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.offices.head_offices import HEAD, MANAGER
from govgraph.extract.offices.lead_terms import TAKING
from govgraph.extract.offices.left_bodies import LEADING
from govgraph.extract.offices.roles import it_head_of
from govgraph.extract.offices.stopgaps import Stopgaps
from govgraph.extract.state import BODY_TYPES, STATUS_OF, WORKS, OfficeDraft, RoleNoun
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, INDEFINITE, PREPOSITIONS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.offices.head_offices import HeadOffices
    from govgraph.extract.offices.lead_terms import LeadTerms
    from govgraph.extract.role_words import RoleWord
    from govgraph.extract.state import Argument, Clause, Draft, Sentence
    from govgraph.model import Modality

_PROJECT_HEAD = "https://w3id.org/govgraph/id/role/projektleiter"
_IT_HEAD = "https://w3id.org/govgraph/id/role/it-leiter"
_DATIVE = frozenset({"vorstehen"})
_INSIDE = frozenset({"gen", "von", "in", "bei", "an"})
_WHOSE = frozenset({"deren", "dessen"})
_HAVING = frozenset({TAKING, "haben", "innehaben", "antreten", "abgeben"})


class _Led(NamedTuple):
    """What somebody leads: the role that leading it makes, the lemma of the verb, and the token of the noun."""

    role: str
    verb: str
    at: int


class LedUnits:
    """Reads offices of those who lead units without a name of their own, projects, or the business of a body.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of bodies, for units whose body the clause does not name.
        heads: Tells which office is at the head of a body.
        modality: Judge of clauses.
        terms: Tells when somebody leads.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        bodies: BodyFinder,
        heads: HeadOffices,
        modality: ModalityReader,
        terms: LeadTerms,
    ) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.modality = modality
        self.date = terms.date
        self._heads = heads
        self._terms = terms
        self._verbs = knowledge.words("leading-verbs")
        self._vague = knowledge.words("vague-units")
        self._units = tuple(sorted(knowledge.words("unit-nouns")))
        self._it = knowledge.words("led-it")
        self._fields = knowledge.words("led-fields") | self._it
        self._lines = knowledge.words("lines-of-work")
        self._projects = knowledge.words("led-projects")
        self._stopgaps = Stopgaps(knowledge.words)
        self._managing = knowledge.words("managing-nouns")
        self._managing_verbs = knowledge.words("managing-verbs")
        self._leaving = knowledge.words("giving-up-verbs") - knowledge.words("handing-on-verbs")

    def of_units(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„leitet das Hauptamt der Stadt“: the unit has no name of its own; the office is in the body around it."""
        for number, clause in enumerate(s.clauses):
            verb = next((lemma for lemma, _, _ in clause.lemmas if lemma in self._verbs), None)
            if verb is None and _is_below(s, clause):
                verb = "leiten"
            unit = -1 if verb is None else self._unit(s, clause, verb)
            if verb is None or unit < 0:
                verb, unit = self._lead_of(s, clause)
            if verb is not None and unit >= 0:
                it = s.lower[unit] in self._it
                yield from self._office(s, number, _Led(_IT_HEAD if it else HEAD, verb, unit))

    def of_business(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„die Geschäfte führt Carsten Alt“, „übernimmt die Geschäftsführung der KISA“: a managing director."""
        for number, clause in enumerate(s.clauses):
            verb = next((v for v, _, _ in clause.lemmas if v in self._managing_verbs or v in self._leaving), None)
            if verb is None:
                continue
            noun = next((i for i in clause.tokens if s.tokens[i].text in self._managing and i not in s.taken), -1)
            deputed = any(a.role is not None and a.head == noun for a in s.arguments) or is_deputy(s, number)
            if noun >= 0 and not deputed:
                yield from self._office(s, number, _Led(MANAGER, verb, noun))

    def of_projects(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„leitet bei d-NRW das Projekt“: the head of a project in the body that the clause names for it."""
        for number, clause in enumerate(s.clauses):
            if "leiten" not in clause.verbs:
                continue
            noun = next((i for i in clause.tokens if s.lower[i] in self._projects and _is_project(s, i)), -1)
            if noun >= 0 and body_around(s, number, noun) is not None:
                yield from self._office(s, number, _Led(_PROJECT_HEAD, "leiten", noun))

    def _office(self, s: Sentence, number: int, led: _Led) -> Iterator[OfficeDraft]:
        """The office of whoever leads something, in the body that it hangs on, else in the one at hand."""
        clause = s.clauses[number]
        person = _leader(s, number, clause, led.at)
        verdict = None if person is None else self.modality.judge(s, clause, self.date)
        if person is None or verdict is None:
            return
        unit = led.role in {HEAD, _IT_HEAD}
        body, sure = self._body(s, number, led, person)
        if body is None:
            return
        iri = led.role
        if iri == MANAGER and body.kind not in self.k.body_kinds(MANAGER):
            iri = self._heads.head_of(s, body) or iri
        status = self._status(s, clause, led, verdict)
        iri = (self._of_some_unit(s, led.at) if sure and iri == HEAD else None) or iri
        line = self._of_line(s, led) if iri == HEAD else None
        iri, name = (iri, self.k.roles_by_iri[iri].name) if line is None or line.iri is None else (line.iri, line.name)
        if iri == _IT_HEAD:
            name = it_head_of(name, s.text_at(led.at))
        role = RoleNoun(name, iri, level=("Land", "municipal") if unit else ())
        role.inner = led.role == HEAD and s.taken.get(led.at) is None
        since, until, status = self._terms.term(s, [clause], status)
        yield OfficeDraft(
            person,
            role,
            body,
            status,
            since=since,
            until=until,
            confidence=0.75,
            sentence=s,
            how="clause",
            sure=sure,
            rule="leads",
        )

    def _body(self, s: Sentence, number: int, led: _Led, person: Draft) -> tuple[Draft | None, bool]:
        """The body that a clause has for what somebody leads, and whether it says so itself."""
        unit = led.role in {HEAD, _IT_HEAD}
        body = (_named_unit(s, led) if unit else None) or body_around(s, number, led.at)
        if body is None and unit and s.text_at(led.at + 1) == "," and s.low_at(led.at + 2) in PREPOSITIONS:
            # „Die Abteilung, zu der das Referat gehört, leitet A“: what is told of it says whose it is
            return None, False
        if body is None and unit and s.low_at(led.at - 1) not in INDEFINITE:
            body = self.bodies.pointed.there(s, number)
        if body is not None:
            return body, True
        if s.low_at(led.at - 1) in _WHOSE:
            # „eine Fraktion, deren Geschäfte er führte“: what the pronoun means is no body that was read
            return None, False
        if unit:
            return self.bodies.fitting.at_hand(s, person, led.at), False
        return self.bodies.find(s, self.k.title(led.role), person, number)

    def _status(self, s: Sentence, clause: Clause, led: _Led, verdict: Modality) -> Status:
        """With which status somebody leads, by the verb and what stands beside it."""
        aside = self.modality.inserted(s, clause)
        status = STATUS_OF.get(verdict) or self._terms.told(s, [i for i in clause.tokens if i not in aside])
        if led.verb in self._leaving:
            # who will give it up has it still
            status = Status.FORMER if in_past(s, clause) else Status.CURRENT
        if status is Status.CURRENT and self._terms.past(s, clause):
            status = Status.FORMER
        if status is Status.CURRENT and self._stopgaps.says(s, clause):
            status = Status.ACTING
        if led.verb == TAKING and status is Status.CURRENT:
            status = Status.NEW
        return status

    def _of_some_unit(self, s: Sentence, unit: int) -> str | None:
        """„leitet ein Referat im ULD“: a Referatsleiter, where of which unit somebody is the head is not told."""
        if s.low_at(unit - 1) not in INDEFINITE:
            return None
        word = self.k.role_word(f"{s.text_at(unit)}sleiter")
        return None if word is None else word.iri

    def _of_line(self, s: Sentence, led: _Led) -> RoleWord | None:
        """„leitet den Vertrieb“: a Vertriebsleiter, where the kind of work has such a title."""
        if s.lower[led.at] not in self._lines:
            return None
        noun = s.text_at(led.at)
        word = self.k.role_word(f"{noun}sleiter")
        known = None if word is None else self.k.roles_by_iri.get(word.iri or "")
        return word if known is not None and known.name.startswith(noun) else None

    def _unit(self, s: Sentence, clause: Clause, verb: str) -> int:
        """Token of a noun for a unit that stands as the object of the verb, or as its subject in the passive."""
        for i in clause.tokens:
            text = s.tokens[i].text
            low = s.lower[i]
            whose = s.low_at(i - 1) in _WHOSE and i - 1 in clause.tokens[:2]
            field = (verb in LEADING and low in self._fields) or (
                (verb == "leiten" or (whose and verb == "verantworten")) and low in self._lines
            )
            if not text[:1].isupper() or not (field or low.endswith(self._units)):
                continue
            if verb != "leiten" and low in self._vague:
                continue
            taken = s.taken.get(i)
            named = taken is not None and taken.draft is not None and verb != TAKING and low not in self._lines
            if named or (taken is not None and taken.role is not None):
                continue
            j = i - 1
            while j > 0 and _is_attribute(s, j) and s.lower[j] not in DETERMINERS and i - j < 4:
                j -= 1
            cases = DETERMINERS.get(s.low_at(j), "")
            wanted = "d" if verb in _DATIVE else "a"
            if whose:
                # „die AKDB, deren Vertrieb sie leitete“
                return i
            if wanted in cases and not (j and s.lower[j - 1] in {"für", "in", "an", "auf", "durch"}):
                return i
        return -1

    def _lead_of(self, s: Sentence, clause: Clause) -> tuple[str | None, int]:
        """„hat die Leitung der IT-Abteilung übernommen“: the verb of taking or having, and the unit."""
        stands = "leiten" if "stehen" in clause.verbs else None
        verb = next((lemma for lemma, _, _ in clause.lemmas if lemma in _HAVING), stands)
        nouns = {"Spitze"} if verb == "leiten" else {"Leitung", "Führung"}
        for i in clause.tokens if verb is not None else ():
            if s.tokens[i].text in nouns and s.low_at(i + 1) in {"der", "des"}:
                unit = i + 2
                noun = s.low_at(unit).removesuffix("es").removesuffix("s")
                if s.text_at(unit)[:1].isupper() and noun.endswith(self._units):
                    taken = s.taken.get(unit)
                    if taken is None or taken.draft is None or taken.adjective:
                        return TAKING if verb == TAKING else verb, unit
        return None, -1


def _named_unit(s: Sentence, led: _Led) -> Draft | None:
    taken = s.taken.get(led.at)
    return taken.draft if taken is not None and led.verb == TAKING else None


def _leader(s: Sentence, number: int, clause: Clause, unit: int) -> Draft | None:
    passive = any(participle for _, _, participle in clause.lemmas) and any(
        w.startswith(("wird", "wurde", "werde")) for w in clause.auxiliaries
    )
    fitting: list[Argument] = [
        a
        for a in s.arguments
        if a.clause == number
        and a.type is EntityType.PERSON
        and not a.adjective
        and ((a.marker in {"von", "durch"} and a.first != unit) if passive else (a.marker == "np" and "n" in a.cases))
    ]
    return fitting[0].draft if fitting else None


def body_around(s: Sentence, number: int, unit: int) -> Draft | None:
    """The body that a noun for a unit hangs on, else one that its clause places it in.

    Args:
        s: The sentence.
        number: The clause of the noun.
        unit: Token of the noun.
    """
    inside = s.taken.get(unit)
    if inside is not None and inside.adjective and inside.type is EntityType.ORGANISATION:
        # „leitet die Dataport-Niederlassung“
        return inside.draft
    bodies = [a for a in s.arguments if a.type in BODY_TYPES and not a.adjective and a.draft is not None]
    inside_it = [a for a in bodies if a.head == unit and a.marker in _INSIDE]
    # „das BSI, dessen Büro in Wiesbaden sie leitet“: whose it is, before where it is
    hanging = min(inside_it, key=lambda a: a.marker != "gen", default=None)
    if hanging is None:
        # „führt A, Abteilungsleiterin in der Staatskanzlei, die Geschäfte“: where the title is held
        titles = {i for t in s.arguments if t.role is not None for i in range(t.first, t.last)}
        placed = [a for a in bodies if a.clause == number and a.marker in {"in", "bei"} and a.head not in titles]
        hanging = next((a for a in placed if not _within_phrase(s, a)), None)
    return None if hanging is None else hanging.draft


def _within_phrase(s: Sentence, a: Argument) -> bool:
    """„der in Magdeburg ansässigen Genossenschaft“: the place belongs to the adjective before the noun."""
    adjective, noun = s.text_at(a.last), s.text_at(a.last + 1)
    inflected = adjective[:1].islower() and adjective.endswith(("e", "en", "er", "es", "em"))
    return s.low_at(a.begin - 1) in DETERMINERS and inflected and noun[:1].isupper()


def _is_project(s: Sentence, i: int) -> bool:
    """Whether „Projekt“ stands for itself, or begins the name of a work: „das Projekt Phoenix“."""
    named = s.taken.get(i)
    return named is None or (named.type in WORKS and named.first == i and not named.adjective)


def _is_attribute(s: Sentence, i: int) -> bool:
    """„das neue Amt“, „das Berliner Büro“: an adjective, that of a town too."""
    taken = s.taken.get(i)
    return s.tokens[i].text[0].islower() or (taken is not None and taken.adjective)


def _is_below(s: Sentence, clause: Clause) -> bool:
    """„hat das Referat 24 unter sich“."""
    under = any(s.lower[i] == "unter" and s.low_at(i + 1) == "sich" for i in clause.tokens)
    return under and any(AUXILIARIES.get(s.lower[i]) == "haben" for i in clause.tokens)


def is_deputy(s: Sentence, number: int) -> bool:
    """„Die Geschäfte führt seine Stellvertreterin Anna Weber“: whoever stands in runs no body of their own."""
    return any(
        a.clause == number and a.role is not None and a.role.owned and a.role.name.startswith(("Stellvertret", "Vize"))
        for a in s.arguments
    )
