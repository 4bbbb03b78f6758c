"""Offices of those who chair or lead a body by its name, from the facts that say so.

Called once for an article, when the titles of people are read: what a title tells is not told again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.offices.compared_offices import is_until_now
from govgraph.extract.offices.head_offices import HEAD, MANAGER
from govgraph.extract.offices.lands import SENATOR
from govgraph.extract.offices.lead_terms import clauses_of
from govgraph.extract.offices.led_units import body_around
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.stopgaps import Stopgaps
from govgraph.extract.state import STATUS_OF, OfficeDraft
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.offices.head_offices import HeadOffices
    from govgraph.extract.offices.lead_terms import LeadTerms
    from govgraph.extract.state import Draft, FactDraft, RoleNoun, Sentence

_CHAIR = "https://w3id.org/govgraph/id/role/vorsitzender"
_WHOLE = ("bundes", "landes")
"""Beginnings of the names of offices that are no units of another body."""
_OF_COUNCILLORS = "Dezernat"
"""How the name of a unit begins that a member of a town's government answers for: „verantwortet das Dezernat …“."""
_ANSWERING = ("haus-verantworten", "verantwortung-fuer-haus")
"""Rules that read who answers for a body; a member of a government does so for what others lead."""
_DAILY = ("fuehren", "geleitet-von", "leiten")
"""Rules that read who runs a body from day to day; a Zweckverband is presided over by somebody who heads a town."""
_TOWN_LEADERS = ("beigeordneter", "bürgermeister", "dezernent", "kämmerer")
"""Ends, in small letters, of titles of those besides who lead a Zweckverband beside their work for a town."""


class _Known(NamedTuple):
    """What is known of people before the leads of a page are read, each by the id of the person.

    Attributes:
        held: Who has an office in which body that is none below its head.
        heading: Kinds of body that somebody is at the head of, where it is not told which one.
        ruling: Who is a member of a government.
        mayors: Who heads a town or stands beside its head.
    """

    held: set[tuple[int, int]]
    heading: Mapping[int, set[str]]
    ruling: set[int]
    mayors: set[int]


class LeadershipReader:
    """Reads offices of heads from facts of who chairs a body.

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
        self._heads = heads
        self._terms = terms
        self._fields_too = {word for word in knowledge.words("vague-units") if not word.endswith("amt")}
        self._units = tuple(sorted(knowledge.words("unit-nouns")))
        self._below = tuple(knowledge.words("subordinate-roles"))
        self._direct = knowledge.words("unit-heads-direct")
        self._stopgaps = Stopgaps(knowledge.words)
        self._unions = knowledge.head_roles.get("MunicipalUnion")
        self._ministers = {knowledge.head_roles.get("Ministry"), SENATOR}
        self._town_heads = knowledge.words("town-heads")

    def offices(self, facts: Sequence[FactDraft], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Who chairs or leads a body holds the office that such a body has at its head.

        Nothing is added where the article gives the person an office in that body by its title.

        Args:
            facts: What the article states; the modality of a lead for the time being is changed.
            known: Offices read so far.
        """
        told = self._known(known)
        for fact in facts:
            if fact.predicate is not Predicate.CHAIRS or fact.subject.type is not EntityType.PERSON:
                continue
            if any(self.modality.of_the_press(fact.sentence, c, fact.modality) for c in clauses_of(fact)):
                continue
            seat = self._chair_of(fact)
            chair = fact.rule.startswith(("vorsitz", "chair-again")) or seat is not None
            iri = (seat or _CHAIR) if chair else self._head(fact, told)
            if iri is None or _is_title_of(fact) or not self._is_added(fact, iri, told, chair=chair):
                continue
            body = self._whole(fact.sentence, fact.object, fact.subject)
            if body is not None:
                yield self._office(fact, iri, body, chair=chair)

    def _known(self, known: Sequence[OfficeDraft]) -> _Known:
        head = [o for o in known if not (o.role.is_deputy or o.role.name.endswith(self._below))]
        placed = {(id(o.person), o.role.name) for o in known if o.sure}
        heading: dict[int, set[str]] = {}
        for o in head:
            guessed = not o.sure and (id(o.person), o.role.name) not in placed
            if o.status is not Status.FORMER and guessed:
                heading.setdefault(id(o.person), set()).update(self.k.body_kinds(o.role.iri))
        return _Known(
            held={(id(o.person), id(o.body)) for o in head if o.body is not None},
            heading=heading,
            ruling={id(o.person) for o in known if self._heads.is_of_government(o) and not is_until_now(o)},
            mayors={
                id(o.person) for o in known if o.body is not None and o.body.kind in TOWNS and self._heads_town(o.role)
            },
        )

    def _head(self, fact: FactDraft, told: _Known) -> str | None:
        """The office of who leads a body and does not chair it; None for one that has none, or is told already."""
        managing = fact.rule == "geschaefte-fuehren"
        iri = MANAGER if managing else self._heads.head_of(fact.sentence, fact.object)
        daily = iri == self._unions and fact.rule.startswith(_DAILY)
        if daily and id(fact.subject) not in told.mayors and not self._is_called_elected(fact):
            iri = HEAD
        return None if (id(fact.subject), id(fact.object)) in told.held else iri

    def _is_added(self, fact: FactDraft, iri: str, told: _Known, *, chair: bool) -> bool:
        """Whether a lead is an office that nothing known of the person makes unlikely."""
        if chair and fact.object.kind not in self.k.body_kinds(iri):
            return False
        unit = fact.object.name.split(" ", 1)[0].lower()
        # „Geschäftsführer Jens Ott, der früher das Hauptamt geleitet hat“: a unit is not the house of a director
        inner = unit.endswith(self._units) and not unit.startswith(_WHOLE) and unit not in self._fields_too
        heads_such = fact.object.kind in told.heading.get(id(fact.subject), ())
        if heads_such and not (chair or inner) and iri != _CHAIR:
            return False
        answers = fact.rule.startswith(_ANSWERING)
        if answers and fact.object.name.startswith(_OF_COUNCILLORS):
            return False
        return id(fact.subject) not in told.ruling or not (answers or iri in self._ministers)

    def _office(self, fact: FactDraft, iri: str, body: Draft, *, chair: bool) -> OfficeDraft:
        """The office that a fact tells of, with its time and status."""
        status = STATUS_OF.get(fact.modality) or self._terms.told(fact.sentence, self._terms.said_in(fact))
        now = status is Status.CURRENT or (status is Status.DESIGNATED and self._terms.for_now(fact))
        if now and any(self._stopgaps.says(fact.sentence, c) for c in clauses_of(fact)):
            status, fact.modality = Status.ACTING, Modality.ASSERTED
        elif status is Status.CURRENT and self._terms.once(fact):
            status = Status.FORMER
        elif status is Status.CURRENT and self._terms.takes(fact):
            status = Status.NEW
        since, until, status = self._terms.term(fact.sentence, clauses_of(fact), status, chair=chair)
        return OfficeDraft(
            fact.subject,
            self.k.title(iri),
            body,
            status,
            since=since,
            until=until,
            confidence=fact.confidence,
            sentence=fact.sentence,
            how="clause",
            sure=True,
            rule=fact.rule,
        )

    def _heads_town(self, role: RoleNoun) -> bool:
        return role.name in self._town_heads or role.name.lower().endswith(_TOWN_LEADERS)

    def _is_called_elected(self, fact: FactDraft) -> bool:
        """„Bürgermeister X führt den Zweckverband“: who has such a title, of whatever town."""
        titles = (a.role for a in fact.sentence.arguments if a.role is not None)
        return any(fact.subject in role.holders and self._heads_town(role) for role in titles)

    def _chair_of(self, fact: FactDraft) -> str | None:
        """„führt den Vorsitz im Verwaltungsrat“, „übernimmt den Vorstandsvorsitz“: the chair, not a lead."""
        if not fact.rule.startswith(("chair-", "vorsitz")):
            return None
        nouns = {t.text.removesuffix("es") for t in fact.sentence.tokens if t.text[0].isupper()}
        chairs = sorted(noun for noun in nouns if noun.lower().endswith("vorsitz"))
        if not chairs or nouns & {"Leitung", "Führung"}:
            return None
        word = self.k.role_word(f"{chairs[0]}ender")
        return _CHAIR if word is None else word.iri

    def _whole(self, s: Sentence, unit: Draft, person: Draft) -> Draft | None:
        """The body itself; of a unit whose name is read in part only, the body around it."""
        if unit.name.split(" ", 1)[0].lower() not in self._direct:
            return unit
        place = next((a for a in s.arguments if a.draft is unit and not a.reference), None)
        if place is None:
            return unit
        following = s.text_at(place.last)
        cut = following[:1].isupper() and place.last not in s.taken
        around = body_around(s, place.clause, place.last - 1)
        return (around or self.bodies.fitting.at_hand(s, person, place.first)) if cut else unit


def _is_title_of(fact: FactDraft) -> bool:
    """„X, der Landesbeauftragten für den Datenschutz Hessen“: a body called by the title of who leads."""
    starts = {a.first for a in fact.sentence.arguments if a.role is not None and fact.subject in a.role.holders}
    here = [a for a in fact.sentence.arguments if a.draft is fact.object and not a.reference]
    return bool(here) and all(a.first in starts for a in here)
