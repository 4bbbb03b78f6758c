"""Offices of those who lead: „leitet die Abteilung …“, „steht an der Spitze des Landesamts“, „führt das Hauptamt“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.offices.bodies_of_titles import CHANCELLERIES
from govgraph.extract.offices.lands import SENATOR
from govgraph.extract.offices.lead_terms import TAKING, LeadTerms, clauses_of
from govgraph.extract.offices.left_bodies import LEADING
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.roles import it_head_of
from govgraph.extract.offices.stopgaps import Stopgaps
from govgraph.extract.state import BODY_TYPES, STATUS_OF, WORKS, OfficeDraft, RoleNoun, only_one
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, INDEFINITE, PREPOSITIONS
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge, RoleWord
    from govgraph.extract.offices.bodies import BodyFinder
    from govgraph.extract.state import Argument, Clause, Draft, FactDraft, Sentence

_CHAIR = "https://w3id.org/govgraph/id/role/vorsitzender"
_BOSS = "https://w3id.org/govgraph/id/role/chef"
MANAGER = "https://w3id.org/govgraph/id/role/geschaeftsfuehrer"
HEAD = "https://w3id.org/govgraph/id/role/leiter"
_PROJECT_HEAD = "https://w3id.org/govgraph/id/role/projektleiter"
_IT_HEAD = "https://w3id.org/govgraph/id/role/it-leiter"
_UNION_CHAIR = "https://w3id.org/govgraph/id/role/verbandsvorsitzender"
_WHOLE = ("bundes", "landes")
"""Beginnings of the names of offices that are no units of another body."""
_DATIVE = frozenset({"vorstehen"})
_AT_THE_HEAD = ["an", "der"]
_LEADS = frozenset({"Führung", "Leitung"})
"""Nouns for what somebody has over a body after „unter“."""
_INSIDE = frozenset({"gen", "von", "in", "bei", "an"})
_WHOSE = frozenset({"deren", "dessen"})
_OF_COUNCILLORS = "Dezernat"
"""How the name of a unit begins that a member of a town's government answers for: „verantwortet das Dezernat …“."""
_ANSWERING = ("haus-verantworten", "verantwortung-fuer-haus")
"""Rules that read who answers for a body; a member of a government does so for what others lead."""

_DAILY = ("fuehren", "geleitet-von", "leiten")
"""Rules that read who runs a body from day to day; a Zweckverband is presided over by somebody who heads a town."""
_TOWN_LEADERS = ("beigeordneter", "bürgermeister", "dezernent", "kämmerer")
"""Ends, in small letters, of titles of those besides who lead a Zweckverband beside their work for a town."""


_GETTING = frozenset({TAKING, "bekommen", "erben", "erhalten"})
_GOING_TO = frozenset({"fallen", "gehen", "übergehen"})
"""Verbs by which somebody gets a ministry, and by which it goes to somebody."""
_AS_WHAT = frozenset({"als", "zu"})
_ACCUSATIVE = frozenset({"das", "den", "die", "ein", "eine", "einen", "ihre", "ihren", "seine", "seinen"})
_BY_WORD = frozenset({"entsprechend", "nach", "zufolge"})
"""Words after a noun that make it a source: „den Angaben zufolge“."""
_FAR_NOUN = 4
_HAVING = frozenset({TAKING, "haben", "innehaben", "antreten", "abgeben"})


class _Led(NamedTuple):
    """What somebody leads: the role that leading it makes, the lemma of the verb, and the token of the noun."""

    role: str
    verb: str
    at: int


class LeadershipReader:
    """Reads offices of heads from verbs of leading.

    Args:
        knowledge: Compiled vocabulary.
        bodies: Finder of bodies, for units whose body the clause does not name.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, bodies: BodyFinder, modality: ModalityReader, date: str | None) -> None:
        self.k = knowledge
        self.bodies = bodies
        self.modality = modality
        self.date = date
        self._terms = LeadTerms(knowledge, modality, date)
        self._verbs = knowledge.words("leading-verbs")
        self._former = knowledge.words("former-adverbs")
        self._vague = knowledge.words("vague-units")
        self._fields_too = {word for word in self._vague if not word.endswith("amt")}
        self._led_groups = tuple(sorted(knowledge.words("led-groups")))
        self._units = tuple(sorted(knowledge.words("unit-nouns")))
        self._it = knowledge.words("led-it")
        self._fields = knowledge.words("led-fields") | self._it
        self._lines = knowledge.words("lines-of-work")
        self._projects = knowledge.words("led-projects")
        self._stopgaps = Stopgaps(knowledge.words)
        self._boss = knowledge.roles_by_iri[_BOSS].name
        self._hosts = knowledge.words("house-heads")
        self._unions = knowledge.head_roles.get("MunicipalUnion")
        self._town_heads = knowledge.words("town-heads")
        self._managing = knowledge.words("managing-nouns")
        self._managing_verbs = knowledge.words("managing-verbs")
        self._leaving = knowledge.words("giving-up-verbs") - knowledge.words("handing-on-verbs")

    def of_facts(self, facts: Sequence[FactDraft], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Who chairs or leads a body holds the office that such a body has at its head.

        Nothing is added where the article gives the person an office in that body by its title.
        """
        below = tuple(self.k.words("subordinate-roles"))
        held = {
            (id(o.person), id(o.body))
            for o in known
            if o.body is not None and not o.role.is_deputy and not o.role.name.endswith(below)
        }
        heading: dict[int, set[str]] = {}
        placed = {(id(o.person), o.role.name) for o in known if o.sure}
        for o in known:
            guessed = not o.sure and (id(o.person), o.role.name) not in placed
            if o.status is not Status.FORMER and guessed and not (o.role.is_deputy or o.role.name.endswith(below)):
                heading.setdefault(id(o.person), set()).update(self.k.body_kinds(o.role.iri))
        ruling = {id(o.person) for o in known if self._rules(o)}
        mayors = {id(o.person) for o in known if o.body is not None and o.body.kind in TOWNS and self._is_elected(o)}
        for fact in facts:
            if fact.predicate is not Predicate.CHAIRS or fact.subject.type is not EntityType.PERSON:
                continue
            if any(self.modality.of_the_press(fact.sentence, c, fact.modality) for c in clauses_of(fact)):
                continue
            seat = self._chair_of(fact)
            chair = fact.rule.startswith(("vorsitz", "chair-again")) or seat is not None
            managing = fact.rule == "geschaefte-fuehren"
            iri = seat or _CHAIR if chair else MANAGER if managing else self.head_of(fact.sentence, fact.object)
            daily = iri == self._unions and fact.rule.startswith(_DAILY)
            if daily and id(fact.subject) not in mayors and not self._is_called_elected(fact):
                iri = HEAD
            if iri is None or (not chair and (id(fact.subject), id(fact.object)) in held):
                continue
            if _is_title_of(fact):
                continue
            unit = fact.object.name.split(" ", 1)[0].lower()
            # „Geschäftsführer Jens Ott, der früher das Hauptamt geleitet hat“: a unit is not the house of a director
            inner = unit.endswith(self._units) and not unit.startswith(_WHOLE) and unit not in self._fields_too
            if not (chair or inner) and iri != _CHAIR and fact.object.kind in heading.get(id(fact.subject), ()):
                continue
            if chair and fact.object.kind not in self.k.body_kinds(iri):
                continue
            if fact.rule.startswith(_ANSWERING) and fact.object.name.startswith(_OF_COUNCILLORS):
                continue
            if id(fact.subject) in ruling and (
                iri in {self.k.head_roles.get("Ministry"), SENATOR} or fact.rule.startswith(_ANSWERING)
            ):
                continue
            body = self._whole(fact.sentence, fact.object, fact.subject)
            if body is None:
                continue
            role = self.k.title(iri)
            status = STATUS_OF.get(fact.modality) or self._terms.told(fact.sentence, self._terms.said_in(fact))
            now = status is Status.CURRENT or (status is Status.DESIGNATED and self._terms.for_now(fact))
            if now and any(self._stopgaps.says(fact.sentence, c) for c in clauses_of(fact)):
                status, fact.modality = Status.ACTING, Modality.ASSERTED
            elif status is Status.CURRENT and self._terms.once(fact):
                status = Status.FORMER
            elif status is Status.CURRENT and self._terms.takes(fact):
                status = Status.NEW
            since, until, status = self._terms.term(fact.sentence, clauses_of(fact), status, chair=chair)
            yield OfficeDraft(
                fact.subject,
                role,
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

    def _is_elected(self, office: OfficeDraft) -> bool:
        """Whether an office is one of those who head towns, or of those beside them."""
        return self._heads_town(office.role)

    def _heads_town(self, role: RoleNoun) -> bool:
        return role.name in self._town_heads or role.name.lower().endswith(_TOWN_LEADERS)

    def _is_called_elected(self, fact: FactDraft) -> bool:
        """„Bürgermeister X führt den Zweckverband“: who has such a title, of whatever town."""
        titles = (a.role for a in fact.sentence.arguments if a.role is not None)
        return any(fact.subject in role.holders and self._heads_town(role) for role in titles)

    def _rules(self, office: OfficeDraft) -> bool:
        """Whether an office is one of a member of government."""
        return "Government" in self.k.body_kinds(office.role.iri)

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

    def head_of(self, s: Sentence, body: Draft) -> str | None:
        """The office at the head of a body of such a kind."""
        if "zweckverband" in body.name.lower():
            land = body.jurisdiction or self.bodies.fitting.cast.home
            chaired = land is not None and land.name in self.k.words("lands-of-union-chairs")
            return _UNION_CHAIR if chaired else self.k.head_roles.get("MunicipalUnion")
        if any(word.endswith(self._led_groups) for word in body.name.lower().split(" ")[:2]):
            return HEAD
        called = {s.tokens[a.last - 1].text.lower() for a in s.arguments if a.draft is body and not a.reference}
        if body.kind == "Ministry" and not any("ministerium" in noun for noun in called):
            chancellery = next((role for noun, role in CHANCELLERIES.items() if noun in body.name.lower()), None)
            if chancellery is not None:
                return chancellery
        land = body.jurisdiction or self.bodies.fitting.cast.home
        city = body.kind == "Ministry" and land is not None and not self.bodies.fitting.lands.has_ministers(land)
        return SENATOR if city else self.k.head_roles.get(body.kind)

    def _whole(self, s: Sentence, unit: Draft, person: Draft) -> Draft | None:
        """The body itself; of a unit whose name is read in part only, the body around it."""
        if unit.name.split(" ", 1)[0].lower() not in self.k.words("unit-heads-direct"):
            return unit
        place = next((a for a in s.arguments if a.draft is unit and not a.reference), None)
        if place is None:
            return unit
        following = s.text_at(place.last)
        cut = following[:1].isupper() and place.last not in s.taken
        around = self._around(s, place.clause, place.last - 1)
        return (around or self.bodies.fitting.at_hand(s, person, place.first)) if cut else unit

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

    def of_appositions(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„Anna Weber, seit Februar an der Spitze der KDO, …“."""
        for i, token in enumerate(s.tokens):
            if token.text != "Spitze" or s.lower[max(0, i - 2) : i] != _AT_THE_HEAD:
                continue
            person, body = self._headed(s, i)
            iri = None if person is None or body is None else self.head_of(s, body)
            if person is None or body is None or iri is None:
                continue
            words = range(next(a.last for a in s.arguments if a.draft is person), i)
            status = self._terms.told(s, words)
            date = next(
                (d.value for d in s.dates if d.lead == "since" and s.token_range(d.start, d.end)[0] in words), None
            )
            role = self.k.title(iri)
            yield OfficeDraft(
                person,
                role,
                body,
                status,
                since=date,
                confidence=0.75,
                sentence=s,
                how="apposition",
                sure=True,
                rule="led-in-apposition",
            )

    def of_leads_behind(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„Die Oberfinanzdirektion Karlsruhe unter Leitung von Jens Ott hat …“: who leads the body right before."""
        for i, token in enumerate(s.tokens):
            if token.text not in _LEADS:
                continue
            under = i - 2 if s.low_at(i - 1) == "der" else i - 1
            body = s.taken.get(under - 1)
            if s.low_at(under) != "unter" or body is None or body.draft is None or body.adjective or body.head >= 0:
                continue
            whose = s.taken.get(i + 2 if s.low_at(i + 1) == "von" else i + 1)
            person = whose.draft if whose is not None and whose.type is EntityType.PERSON else None
            iri = self.head_of(s, body.draft) if body.type is EntityType.ORGANISATION else None
            if person is not None and iri is not None:
                status = Status.FORMER if s.clauses and self._past_stay(s, s.clause_of[i]) else Status.CURRENT
                yield OfficeDraft(
                    person,
                    self.k.title(iri),
                    body.draft,
                    status,
                    confidence=0.75,
                    sentence=s,
                    how="apposition",
                    sure=True,
                    rule="under-whose-lead",
                )

    def _past_stay(self, s: Sentence, number: int) -> bool:
        """„Damals hatte das Amt unter Leitung von …“: whether an adverb says that it is long ago."""
        return any(s.lower[i] in self._former for i in s.clauses[number].tokens)

    @staticmethod
    def _headed(s: Sentence, i: int) -> tuple[Draft | None, Draft | None]:
        """Who is said beside the name to be at the head of what; the token is „Spitze“."""
        body = next(
            (a for a in s.arguments if a.type in BODY_TYPES and a.head == i and a.marker in {"gen", "von"}), None
        )
        people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.last <= i - 2]
        person = max(people, key=lambda a: a.last, default=None)
        if person is None or body is None or s.text_at(person.last) != ",":
            return None, None
        between = range(person.last, i - 2)
        closed = s.text_at(body.last) in {",", ".", ")", "("} or body.last >= len(s.tokens)
        light = all(s.tokens[j].text == "," or s.tokens[j].text[0].islower() or j in s.dated for j in between)
        verbs = any(at in between for clause in s.clauses for _, at, _ in clause.lemmas)
        return (person.draft, body.draft) if closed and light and not verbs else (None, None)

    def of_projects(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„leitet bei d-NRW das Projekt“: the head of a project in the body that the clause names for it."""
        for number, clause in enumerate(s.clauses):
            if not any(lemma == "leiten" for lemma, _, _ in clause.lemmas):
                continue
            noun = next((i for i in clause.tokens if s.lower[i] in self._projects and _is_project(s, i)), -1)
            if noun >= 0 and self._around(s, number, noun) is not None:
                yield from self._office(s, number, _Led(_PROJECT_HEAD, "leiten", noun))

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
            if any(self._rules(o) or (o.body is not None and o.body.kind in TOWNS) for o in held):
                # „Bezirksstadträtin A, die das Ressort von B übernahm“: a field of the town
                continue
            verdict = self.modality.judge(s, clause, self.date)
            iri = None if verdict is None else self.head_of(s, led)
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
        house = self.bodies.fitting.house_before(s.starts[people[0].first])
        verdict = self.modality.judge(s, s.clauses[clause], self.date) if s.clauses else None
        iri = None if house is None or verdict is None else self.head_of(s, house)
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
            iri = self.head_of(o.sentence, o.body) if led and o.body is not None else None
            named = None if iri is None else self.k.roles_by_iri[iri].name
            yield o if named is None else replace(o, role=replace(o.role, name=named, iri=iri))

    def _office(self, s: Sentence, number: int, led: _Led) -> Iterator[OfficeDraft]:
        """The office of whoever leads something, in the body that it hangs on, else in the one at hand."""
        clause = s.clauses[number]
        person = self._leader(s, number, clause, led.at)
        verdict = None if person is None else self.modality.judge(s, clause, self.date)
        if person is None or verdict is None:
            return
        unit = led.role in {HEAD, _IT_HEAD}
        body = (self._named_unit(s, led) if unit else None) or self._around(s, number, led.at)
        if body is None and unit and s.text_at(led.at + 1) == "," and s.low_at(led.at + 2) in PREPOSITIONS:
            # „Die Abteilung, zu der das Referat gehört, leitet A“: what is told of it says whose it is
            return
        if body is None and unit and s.low_at(led.at - 1) not in INDEFINITE:
            body = self.bodies.pointed.there(s, number)
        sure = body is not None
        if body is None and s.low_at(led.at - 1) in {"deren", "dessen"}:
            # „eine Fraktion, deren Geschäfte er führte“: what the pronoun means is no body that was read
            return
        if body is None and unit:
            body = self.bodies.fitting.at_hand(s, person, led.at)
        elif body is None:
            role = self.k.title(led.role)
            body, sure = self.bodies.find(s, role, person, number)
        if body is None:
            return
        iri = led.role
        if iri == MANAGER and body.kind not in self.k.body_kinds(MANAGER):
            iri = self.head_of(s, body) or iri
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
            if taken is not None and (taken.role is not None or (verb != TAKING and taken.draft is not None)):
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
        verb = next((lemma for lemma, _, _ in clause.lemmas if lemma in _HAVING), None)
        for i in clause.tokens if verb is not None else ():
            if s.tokens[i].text in {"Leitung", "Führung"} and s.low_at(i + 1) in {"der", "des"}:
                unit = i + 2
                noun = s.low_at(unit).removesuffix("es").removesuffix("s")
                if s.text_at(unit)[:1].isupper() and noun.endswith(self._units):
                    taken = s.taken.get(unit)
                    if taken is None or taken.draft is None or taken.adjective:
                        return TAKING if verb == TAKING else verb, unit
        return None, -1

    @staticmethod
    def _named_unit(s: Sentence, led: _Led) -> Draft | None:
        taken = s.taken.get(led.at)
        return taken.draft if taken is not None and led.verb == TAKING else None

    @staticmethod
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
            and (
                (a.marker in {"von", "durch"} and a.first != unit) if passive else (a.marker == "np" and "n" in a.cases)
            )
        ]
        return fitting[0].draft if fitting else None

    @staticmethod
    def _around(s: Sentence, number: int, unit: int) -> Draft | None:
        inside = s.taken.get(unit)
        if inside is not None and inside.adjective and inside.type is EntityType.ORGANISATION:
            # „leitet die Dataport-Niederlassung“
            return inside.draft
        bodies = [a for a in s.arguments if a.type in BODY_TYPES and not a.adjective and a.draft is not None]
        hanging = next((a for a in bodies if a.head == unit and a.marker in _INSIDE), None)
        if hanging is None:
            # „führt A, Abteilungsleiterin in der Staatskanzlei, die Geschäfte“: where the title is held
            titles = {i for t in s.arguments if t.role is not None for i in range(t.first, t.last)}
            placed = [a for a in bodies if a.clause == number and a.marker in {"in", "bei"} and a.head not in titles]
            hanging = next((a for a in placed if not _within_phrase(s, a)), None)
        return None if hanging is None else hanging.draft


def _is_project(s: Sentence, i: int) -> bool:
    """Whether „Projekt“ stands for itself, or begins the name of a work: „das Projekt Phoenix“."""
    named = s.taken.get(i)
    return named is None or (named.type in WORKS and named.first == i and not named.adjective)


def _is_attribute(s: Sentence, i: int) -> bool:
    """„das neue Amt“, „das Berliner Büro“: an adjective, that of a town too."""
    taken = s.taken.get(i)
    return s.tokens[i].text[0].islower() or (taken is not None and taken.adjective)


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


def _gets(person: Argument, lemmas: set[str]) -> bool:
    """Whether verbs say that a person gets what stands beside them: as their subject, or after „an“ or „auf“."""
    if person.marker == "np":
        return person.nominative and not lemmas.isdisjoint(_GETTING)
    return person.marker in {"an", "auf"} and not lemmas.isdisjoint(_GOING_TO)


def _within_phrase(s: Sentence, a: Argument) -> bool:
    """„der in Magdeburg ansässigen Genossenschaft“: the place belongs to the adjective before the noun."""
    adjective, noun = s.text_at(a.last), s.text_at(a.last + 1)
    inflected = adjective[:1].islower() and adjective.endswith(("e", "en", "er", "es", "em"))
    return s.low_at(a.begin - 1) in DETERMINERS and inflected and noun[:1].isupper()


def _is_below(s: Sentence, clause: Clause) -> bool:
    """„hat das Referat 24 unter sich“."""
    under = any(s.lower[i] == "unter" and s.low_at(i + 1) == "sich" for i in clause.tokens)
    return under and any(AUXILIARIES.get(s.lower[i]) == "haben" for i in clause.tokens)


def _is_title_of(fact: FactDraft) -> bool:
    """„X, der Landesbeauftragten für den Datenschutz Hessen“: a body called by the title of who leads."""
    starts = {a.first for a in fact.sentence.arguments if a.role is not None and fact.subject in a.role.holders}
    here = [a for a in fact.sentence.arguments if a.draft is fact.object and not a.reference]
    return bool(here) and all(a.first in starts for a in here)


def is_deputy(s: Sentence, number: int) -> bool:
    """„Die Geschäfte führt seine Stellvertreterin Anna Weber“: whoever stands in runs no body of their own."""
    return any(
        a.clause == number and a.role is not None and a.role.owned and a.role.name.startswith(("Stellvertret", "Vize"))
        for a in s.arguments
    )
