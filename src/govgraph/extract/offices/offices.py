"""Who holds which office: titles before and after names, appointments, successions, dates."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import ADDRESS
from govgraph.extract.clauses.slots import in_past, is_passive
from govgraph.extract.clauses.tenses import in_present, wants
from govgraph.extract.offices.acts_of_office import ActFinder, last_day
from govgraph.extract.offices.appositions import AppositionFinder, Beside
from govgraph.extract.offices.bodies import BodyFinder
from govgraph.extract.offices.body_pairs import in_pairs, shared
from govgraph.extract.offices.free_titles import FreeTitles
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.office_times import OfficeTimes
from govgraph.extract.offices.past_posts import WAS, PastPosts
from govgraph.extract.offices.set_apart import TitlesSetApart
from govgraph.extract.offices.stations import RULE as LISTED_STATION
from govgraph.extract.offices.stations import Stations
from govgraph.extract.people.gender import is_neutral
from govgraph.extract.references.person_nouns import PersonNouns
from govgraph.extract.state import DEPUTIES, Argument, Draft, OfficeDraft, RoleNoun, only_one
from govgraph.language.grammar import COPULA_LEMMAS, IS_CALLED
from govgraph.model import BlockKind, EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.extract.filled import Filled
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.offices.leaving import Leaving
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Clause, Sentence

_BETWEEN_YEARS = frozenset({"ab", "bis", "jahr", "jahren", "seit", "und", "von", "zwischen"})
_AFTER_NAME = "title-after-name"
"""Rule of offices told behind a name."""
_CHANCELLOR = "https://w3id.org/govgraph/id/role/kanzler"
_FEDERAL_CHANCELLOR = "https://w3id.org/govgraph/id/role/bundeskanzler"
"""Roles that bear the title „Kanzler“: that of a university, and without one at hand that of the Bund."""
_WISHING = frozenset({"mag", "möchte", "möchten", "will", "wollen", "wollte", "wollten"})
_SURE, _BY_REFERENCE = 0.9, 0.65
"""Confidence of an office read beside a name, and of one read from a title that stands for a person."""


class OfficeFinder:
    """Joins people to office titles.

    Args:
        tools: What is the same for every article.
        cast: Entities of the article.
        article_date: Date of the article.
        sentences: Its sentences.
        leaving: Judge of who goes.
    """

    def __init__(
        self, tools: Tools, cast: Cast, article_date: str | None, sentences: Sequence[Sentence], leaving: Leaving
    ) -> None:
        self.k = knowledge = tools.knowledge
        self.cast = cast
        self.date = article_date
        self.bodies = BodyFinder(knowledge, cast, sentences)
        self.beside = AppositionFinder(knowledge)
        self._agreement = tools.agreement
        self._past = PastPosts(knowledge)
        self._acts = ActFinder(knowledge)
        self._free = FreeTitles(knowledge, self.beside)
        self._times = OfficeTimes(knowledge, leaving, article_date)
        self._leaving = leaving
        self._apart = TitlesSetApart(knowledge, self.beside, tools.agreement)
        self._nouns = PersonNouns(knowledge, tools.agreement)

    # ------------------------------------------------------------------ side by side

    def adjacent(self, s: Sentence) -> Iterator[OfficeDraft]:
        """Titles right before a name, in apposition after it, or before a comma and the name."""
        for found in self.beside.find(s):
            role = found.title.role
            if role is None:
                continue
            pairs = in_pairs(s, role, len(found.people))
            if not (pairs or role.bodies) and found.before and len(found.people) > 1:
                pairs = self.bodies.fitting.each(s, len(found.people), self.k.body_kinds(role.iri))
            for number, person in enumerate(found.people):
                if person.draft is None:
                    continue
                role.holders.append(person.draft)
                for a in s.arguments:
                    if a.first == found.title.first and a.last > found.title.last and a.draft is not None:
                        # „X, der Landesbeauftragten für den Datenschutz Hessen“ is X, whatever else is called so
                        a.cases = ""
                within = range(0) if found.before else self._stretch(s, found)
                if not found.before and Status.FORMER in (found.status, role.status):
                    # „Anna Weber, bis Mai Staatssekretärin im Innenministerium, …“
                    left = range(found.title.last, self.beside.phrases.phrase_end(s, found.title))
                    self.bodies.fitting.left.setdefault(id(s), set()).update(left)
                office = self._office(s, person.draft, role, found.status, within=within)
                if pairs:
                    office = replace(office, body=pairs[number], sure=True)
                if found.before and found.status is Status.FORMER:
                    # „Im Oktober 2015 löste er als CIO Claudia Reuter ab“
                    clause = s.clause_of[found.title.first]
                    days = [d.value for d in s.dates_in(clause)]
                    office = replace(office, until=days[0] if len(days) == 1 else None)
                office = office if found.before else replace(office, how="apposition", rule=_AFTER_NAME)
                yield office
                if not pairs and len(found.people) == 1:
                    yield from (replace(office, body=body) for body in shared(s, found.title, office.body))

    def _stretch(self, s: Sentence, found: Beside) -> range:
        """Tokens of „, bis Mai 2023 Leiterin des …,“: dates inside say when that was, and nothing of the clause."""
        start, end = self.beside.after_name(s, found.people[0], found.title), found.title.first
        behind = self.beside.phrases.phrase_end(s, found.title)
        dated = behind
        while dated in s.dated or s.text_at(dated) in {"–", "-"} or (dated > behind and s.low_at(dated) == "und"):
            dated += 1
        if dated > behind and s.text_at(dated) in {")", ",", ";"}:
            # „Anna Weber (CIO des Landes Hessen 2013–2020)“
            end = dated
        stretch = range(start, end)
        self._times.insert(s, stretch)
        return stretch

    # ------------------------------------------------------------------ by clause

    def stated(self, s: Sentence, filled: Sequence[Filled]) -> Iterator[OfficeDraft]:
        """Offices that a verb states: „ist“, „wird“, „zum … ernannt“, „als CIO …“."""
        told = {id(a) for item in filled if item.frame.evokes is None and item.frame.lemma != "*" for a in item.objects}
        given: dict[int, str] = {}
        for item in filled:
            if item.frame.evokes is not None:
                continue
            for title in item.objects:
                along = given.get(id(title)) == item.frame.lemma and set(item.frame.subject_markers) == {"mit"}
                if title.role is None or (title.role.holders and title.marker == "np" and not along):
                    continue
                if item.frame.lemma == "*" and id(title) in told:
                    # „A stellte B als Leiterin vor“: the verb knows whose title it is
                    continue
                if self._is_candidacy(s, title):
                    continue
                if item.frame.lemma == "*" and (self._is_sought(s, item, title) or self._is_corrected(s, item)):
                    continue
                if title.marker == "np" and _is_source(s, title):
                    continue
                if item.frame.lemma in COPULA_LEMMAS and _would_like(s.clauses[item.clause]):
                    continue
                beside = s.taken.get(title.last)
                if beside is not None and beside.draft in title.role.holders and beside not in item.subjects:
                    # „Zum Vorsitzenden wählte der Rat A, zum Stellvertreter B“
                    continue
                if title.role.weak and (title.role.owned or not title.role.bodies):
                    going = self.bodies.by_verb.going_to(s, title, item.clause, self.k.body_kinds(title.role.iri))
                    if title.role.owned or going is None:
                        continue
                for person in item.subjects:
                    if _is_cited(s, person) or _stands_in(s, item, person):
                        continue
                    if person.draft is None or (person.reference and item.frame.lemma == "*" and title.marker != "als"):
                        continue
                    status = item.frame.status
                    has = item.frame.lemma == "*" and title.marker == "als" and wants(s.clauses[item.clause])
                    has = has and not self._goes_as(s, s.clauses[item.clause], title)
                    if self._past.of_predecessor(s, title):
                        status = Status.FORMER
                    elif item.modality is Modality.PLANNED and not has:
                        # who will leave an office is in it
                        leaves = status is Status.FORMER or self._leaves_as(s, item, title)
                        status = Status.CURRENT if leaves else Status.DESIGNATED
                    elif self._past.came_later(s, title):
                        status = Status.CURRENT
                    elif item.frame.lemma == "*" and self._has_followed(s, s.clauses[item.clause]):
                        status = Status.NEW
                    elif self._past.is_over(s, item, title) or _was_as(s, item, title):
                        status = Status.FORMER
                    elif self._past.of_successor(s, title) and _becomes(s.clauses[item.clause]):
                        status = Status.DESIGNATED
                    title.role.holders.append(person.draft)
                    given[id(title)] = item.frame.lemma
                    number = -1 if self._past.of_successor(s, title) else item.clause
                    office = self._office(s, person.draft, title.role, status, number)
                    trust = min(office.confidence, item.frame.confidence)
                    office = replace(office, how="clause", confidence=trust, rule=item.frame.name)
                    yield office
                    yield from self._each_as(s, title, person, office)
                    if len(item.subjects) == 1:
                        yield from (replace(office, body=body) for body in shared(s, title, office.body))

    def _leaves_as(self, s: Sentence, item: Filled, title: Argument) -> bool:
        """„geht im Mai als Leiterin in den Ruhestand“, „soll als Leiter abberufen werden“: who leaves has it so far."""
        if title.marker != "als" or item.frame.lemma != "*":
            return False
        clause = s.clauses[item.clause]
        verbs = clause.verbs
        dismissed = "werden" in verbs and not verbs.isdisjoint(self.k.words("dismissing-verbs"))
        return dismissed or self._leaving.says(s, clause)

    def _each_as(self, s: Sentence, title: Argument, person: Argument, office: OfficeDraft) -> Iterator[OfficeDraft]:
        """„An der Spitze stehen A als CIO und B als CISO“: what the second one is, by the same verb."""
        if title.marker != "als" or person.last != title.begin:
            return
        for other in s.arguments:
            role = other.role
            if role is None or other.marker != "als" or other.first < title.last or role.holders or role.plural:
                continue
            name = s.taken.get(other.begin - 1)
            if name is None or name.draft is None or name.type is not EntityType.PERSON or name.last != other.begin:
                continue
            if "und" in s.lower[title.last : name.first] and not any(
                t.text in _STOPS for t in s.tokens[title.last : name.first]
            ):
                role.holders.append(name.draft)
                second = self._office(s, name.draft, role, office.status)
                yield replace(second, how="clause", confidence=office.confidence, rule=office.rule)

    def _is_sought(self, s: Sentence, item: Filled, title: Argument) -> bool:
        """„bewirbt sich als Präsident“, „wurde als Präsidentin vorgeschlagen“, not „Als Präsident bewirbt er sich“."""
        clause = s.clauses[item.clause]
        seeks = any(lemma in self.k.words("seeking-verbs") for lemma, _, _ in clause.lemmas)
        if title.marker == "als" and (_wishes_for(s, clause) or self._seems(s, clause)):
            return True
        return seeks and (is_passive(clause) or title.begin > min(clause.tokens))

    def _seems(self, s: Sentence, clause: Clause) -> bool:
        """„galt schon als neue CIO“, „stand als CIO fest, dann …“: what somebody was held to be, or was to become."""
        verbs = clause.verbs
        return not verbs.isdisjoint(self.k.words("seeming-verbs")) or (
            "feststehen" in verbs and not in_present(s, clause)
        )

    def _is_candidacy(self, s: Sentence, title: Argument) -> bool:
        """„Seine Kandidatur als Landrat verlor er“: „als“ right after a noun for seeking an office."""
        return title.marker == "als" and s.text_at(title.begin - 1) in self.k.words("candidacy-nouns")

    def _is_corrected(self, s: Sentence, item: Filled) -> bool:
        """„In einer früheren Fassung hatten wir X als Minister bezeichnet“: what a paper takes back."""
        called = any(lemma in _CALLING for lemma, _, _ in s.clauses[item.clause].lemmas)
        return called and any(t.text in self.k.words("report-nouns") or t.low in _BY_MISTAKE for t in s.tokens)

    def _goes_as(self, s: Sentence, clause: Clause, title: Argument) -> bool:
        """„will als CIO nach Ulm wechseln“, not „Als CIO will er nach Ulm gehen“: what somebody goes to be."""
        moves = any(lemma in self.k.words("moving-verbs") for lemma, _, _ in clause.lemmas)
        first = next((i for i in clause.tokens if s.tokens[i].text[0].isalpha()), title.begin)
        where = {"in", "ins", "nach", "zu", "zum", "zur"}
        return moves and title.begin > first and any(s.lower[i] in where for i in clause.tokens if i >= title.last)

    def _has_followed(self, s: Sentence, clause: Clause) -> bool:
        """„löste als CIO X ab“, „sind Sie X als CIO nachgefolgt“: the office began then."""
        follows = any(lemma in self.k.words("succeeding-verbs") for lemma, _, _ in clause.lemmas)
        return follows and in_past(s, clause)

    def continued(self, s: Sentence) -> Iterator[OfficeDraft]:
        """Further steps of a career: „…, davor Abteilungsleiterin im …“."""
        for title, person, status in self.beside.continued(s):
            if title.role is not None:
                clause = s.clauses[title.clause] if title.clause >= 0 and s.clauses else None
                if status is None and clause is not None and not WAS.isdisjoint(clause.auxiliaries):
                    # „war auch CIO des Landes und 2023 Vorsitzender des IT-Planungsrats“
                    status = Status.FORMER
                within = self._times_before(s, title)
                office = self._office(s, person, title.role, status, within=within)
                yield replace(office, how="apposition", rule=_AFTER_NAME)

    @staticmethod
    def _times_before(s: Sentence, title: Argument) -> range:
        """„…, zwischen 2009 und 2014 Abteilungsleiterin im …“: the tokens of the times right before a title."""
        start = title.first
        while start > 0 and (start - 1 in s.dated or s.low_at(start - 1) in _BETWEEN_YEARS):
            start -= 1
        return range(start, title.first)

    def in_keywords(self, sentences: Sequence[Sentence]) -> Iterator[OfficeDraft]:
        """„seit 2020 Leiterin des Digitalamts“ below the name of somebody: posts of lives told in keywords."""
        for s, person, title, status, body in Stations(self.k.words, self.date).posts(sentences):
            if title.role is None:
                continue
            office = self._office(s, person, title.role, status, s.clause_of[title.first] if s.clauses else -1)
            office = office if body is None else replace(office, body=body, sure=True)
            named = body is not None or any(a.draft is office.body for a in s.arguments)
            if office.body is not None and named:
                title.role.holders.append(person)
                yield replace(office, status=status, how="clause", rule=LISTED_STATION)

    def placed(self, s: Sentence) -> Iterator[OfficeDraft]:
        """Titles whose holder the construction tells, where no frame has found one."""
        for title in sorted((a for a in s.arguments if a.role is not None), key=lambda a: a.first):
            role = title.role
            if role is None or role.plural or (role.weak and not role.bodies):
                continue
            found = self._apart.left(s, title)
            if found is None and not role.holders:
                found = self._apart.holder(s, title)
            if found is not None:
                person, status = found
                role.holders.append(person)
                yield replace(self._office(s, person, role, status), how="clause", rule="title-set-apart")

    def risen(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„wurde vom Minister zum Ministerpräsidenten“, „vom Abteilungsleiter zum Staatssekretär: Anna Weber …“."""
        titles = sorted((a for a in s.arguments if a.role is not None), key=lambda a: a.first)
        for old, new in itertools.pairwise(titles):
            if old.marker != "von" or new.marker != "zu" or new.begin != self.beside.phrases.phrase_end(s, old):
                continue
            people = [a for a in s.arguments if a.type is EntityType.PERSON and "n" in a.cases and a.marker == "np"]
            here = [a for a in people if a.clause == new.clause] or people
            person = here[0].draft if len({id(a.draft) for a in here}) == 1 else None
            if person is None or old.role is None or new.role is None:
                continue
            for title, status in ((old, Status.FORMER), (new, Status.NEW)):
                if title.role is not None and person not in title.role.holders:
                    title.role.holders.append(person)
                    office = self._office(s, person, title.role, status)
                    yield replace(office, how="clause", rule="from-title-to-title")

    def acted(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„Die Berufung von Anna Weber zur CIO“, „die Amtszeit von Jens Ott als Landrat“: what a noun tells."""
        for title in s.arguments:
            role = title.role
            act = None if role is None or role.holders or role.plural else self._acts.find(s, title)
            if act is None or role is None:
                continue
            role.holders.append(act.person)
            office = self._office(s, act.person, role, act.status, within=act.within)
            until, status = last_day(act.until, office.until, self.date, office.status)
            yield replace(office, until=until, status=status, how="clause", rule="act-of-office")

    def newcomers(self, sentences: Sequence[Sentence]) -> Iterator[OfficeDraft]:
        """„Der Posten der CIO ist besetzt. Die Neue heißt Anna Weber“: the title that stands free right before.

        So with „Der hieß damals Jens Mai“ and „Das ist bisher Jens Mai“.
        """
        for before, s in itertools.pairwise(sentences):
            status = self._introduced(s)
            if status is None:
                continue
            people = [a.draft for a in s.arguments if a.type is EntityType.PERSON and a.nominative and not a.reference]
            free = [a.role for a in before.arguments if a.role is not None and not a.role.holders and not a.role.weak]
            person = people[0] if people else None
            if len(free) == 1 and person is not None and not free[0].plural:
                free[0].holders.append(person)
                office = self._office(before, person, free[0], status)
                home, body = self.cast.home, office.body
                at_hand = body is not None and body.type is EntityType.ORGANISATION and not office.sure
                if at_hand and home is not None and home.kind in self.k.body_kinds(office.role.iri):
                    # „der Datenschutzbeauftragte“ is that of the Land before that of any agency
                    office = replace(office, body=home)
                # „sucht einen neuen CDO. Das war bisher Jens Mai“
                status = Status.FORMER if status is Status.FORMER else office.status
                yield replace(office, sentence=s, how="clause", status=status, rule="introduced-next")

    def _introduced(self, s: Sentence) -> Status | None:
        """The status of whoever a sentence names for a title before it: „Die Neue heißt …“, „Der hieß damals …“."""
        new = next((i for i, t in enumerate(s.tokens) if t.text == "Neue" and s.low_at(i - 1) in {"der", "die"}), -1)
        number = s.clause_of[max(new, 0)] if s.clauses else -1
        lemmas = s.clauses[number].verbs if number >= 0 else set()
        if new >= 0:
            return Status.NEW if lemmas & {"heißen", "sein"} else None
        called, being = s.low_at(1) in IS_CALLED, s.low_at(1) in {"ist", "war"}
        if s.kind is BlockKind.QUESTION or not (
            (called and s.lower[0] in {"der", "die", "das", "er", "sie"}) or (being and s.lower[0] in {"das", "es"})
        ):
            return None
        past = s.low_at(1) in {"hieß", "war"} or self.k.words("former-adverbs") & set(s.lower[2:4])
        return Status.FORMER if past else Status.CURRENT

    # ------------------------------------------------------------------ titles that stand for people

    def by_title(
        self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft], asked: Draft | None = None
    ) -> list[OfficeDraft]:
        """„Der Amtschef der Staatskanzlei ist …“: a definite title without a name stands for the person spoken of.

        The person is the one who holds that title in the article, else the only person of the sentence before.
        The title becomes a reference to the person, and if it says more than is known an office of its own.

        Args:
            sentences: The article.
            known: Offices read so far.
            asked: Who is interviewed.
        """
        out = []
        before: list[Draft] = []
        lead: Draft | None = None
        holding: dict[str, dict[int, Draft]] = {}
        for o in known:
            holding.setdefault(o.role.name.lower(), {})[id(o.person)] = o.person
        titled = {id(o.person) for o in known}
        beside = {id(o.role): id(o.person) for o in known}
        lands: dict[int, set[int]] = {}
        for o in known:
            if o.sure and o.body is not None and _land_of(o.body) is not None:
                lands.setdefault(id(o.person), set()).add(id(_land_of(o.body)))
        towns: dict[int, set[int]] = {}
        for o in known:
            if o.body is not None and o.body.kind in TOWNS:
                towns.setdefault(id(o.person), set()).add(id(o.body))
        gap = False
        strange: Sentence | None = None
        for s in sentences:
            people = [a.draft for a in _spoken_of(s) if a.draft is not None]
            talk = s.kind in {BlockKind.ANSWER, BlockKind.QUESTION}
            if talk:
                # „Was erwarten Sie von A?“ – „Weber: Klarheit. Die Ministerin hat …“: nobody speaks so of themselves
                people = [d for d in people if d is not s.speaker and d is not asked]
            for title in [a for a in s.arguments if a.role is not None]:
                role = title.role
                if role is None or role.post:
                    continue
                if s.low_at(self.beside.phrases.phrase_end(s, title)) in IS_CALLED:
                    # „Die zuständige Abteilungsleiterin heißt Anna Weber“: no word for anybody named before
                    continue
                low = role.name.lower()
                land = _land_of(role.bodies[0]) if role.bodies else None
                town = role.bodies[0] if role.bodies and role.bodies[0].kind in TOWNS else None
                holders = {
                    key: d
                    for name, group in holding.items()
                    if name.endswith(low)
                    for key, d in group.items()
                    if not (land is not None and lands.get(key, set()) - {id(land)})
                }
                if town is not None and len(holders) == 1 and towns.get(next(iter(holders)), set()) - {id(town)}:
                    # „Oberbürgermeister A stellte X vor. Der Bürgermeister von Wismar …“: of another town than A
                    holders = {}
                colon = self._before_colon(s, title)
                near = self._meant_by(s, title, before, lead) if colon is None else {id(colon): colon}
                if colon is not None:
                    holders = near
                person = next(iter((holders if len(holders) == 1 else near).values()), None)
                if any(a.marker == ADDRESS and a.draft is person for a in s.arguments):
                    # „Der CIO ist dagegen, Herr Weber.“: said to somebody of another
                    continue
                if beside.get(id(role)) not in {None, id(person)}:
                    # „A wird CIO. Der bisherige CIO, B, …“: whose it is stands beside it
                    continue
                if colon is not None or self._free.stands_alone(s, title):
                    if person is None or not self._agrees(s, title, person, role):
                        strange = strange if person is None else s
                        continue
                    if colon is None and id(person) not in holders and self._is_of_another(s, title, person, strange):
                        strange = s
                        continue
                elif self._free.stands_inside(s, title):
                    woman = None if person is None else self._agreement.is_woman(person)
                    if person is None or woman is not self._free.is_of_woman(s, title):
                        continue
                    elsewhere = land is not None and bool(lands.get(id(person), set()) - {id(land)})
                    if id(person) not in holders and id(person) in titled and (elsewhere or not role.bodies):
                        # who has another title already is not meant by one without a body, or of another Land
                        continue
                elif asked is not None and self._free.asked_by_title(s, title):
                    person = asked
                else:
                    continue
                if role.status is Status.FORMER and _has_yet(known, person, role):
                    # „Der ehemalige CIO sprach. Der künftige CIO A …“: one cannot be the other
                    continue
                reference = Argument(
                    title.first, title.last, draft=person, cases="n", begin=title.begin, reference=True
                )
                reference.clause = title.clause
                s.arguments.append(reference)
                role.holders.append(person)
                learnt = s.has_attribute(title.first, self.k.words("trade-adjectives"))
                if not learnt and (role.bodies or not self._is_all(low, holding, person)):
                    out.append(_by_reference(self._office(s, person, role)))
                out += self._joined(s, title, person)
            for role, person in _called(s):
                holding.setdefault(role.name.lower(), {})[id(person)] = person
            called = self._nouns.find(s, before, lead)
            for person, noun in called:
                out += self._joined(s, noun, person)
            people = people or [person for person, _ in called]
            doing = None if talk and _doing(s) not in people else _doing(s)
            lead = self._appointed(s) or doing or (lead if not people else None)
            if people or not before or gap:
                before, gap = people, False
            else:
                gap = True
        return out

    def _before_colon(self, s: Sentence, title: Argument) -> Draft | None:
        """„Zustimmung kommt von Anna Weber: Die CIO des Landes lobt …“: the one person named before the colon."""
        role = title.role
        if role is None or role.holders or role.plural or not role.definite or title.marker != "np":
            return None
        if s.kind is BlockKind.ANSWER or s.low_at(title.begin) not in {"der", "die"}:
            return None
        if s.text_at(title.begin - 1) != ":":
            return self._doing_before_colon(s, title)
        people = [a for a in s.arguments if a.type is EntityType.PERSON and a.last < title.begin]
        if any(a.marker == ADDRESS for a in people):
            # „Herr Weber: Der Minister ist dagegen.“
            return None
        person = only_one(a.draft for a in people)
        if person is None or self._agreement.is_woman(person) not in {None, self._free.is_of_woman(s, title)}:
            return None
        lemmas = {lemma for clause in s.clauses for lemma, at, _ in clause.lemmas if at < title.begin}
        says = not lemmas.isdisjoint(self.k.words("speech-verbs"))
        beside = not says and people[-1].last == title.begin - 1
        return person if beside or people[-1].marker != "np" else None

    def _doing_before_colon(self, s: Sentence, title: Argument) -> Draft | None:
        """„Jens Ott macht Ernst: Im Mai hat der Minister für Digitales einen Plan vorgelegt“: who does both.

        What somebody says of „der Minister“ is of another.
        """
        if s.low_at(title.begin - 1) not in _DOES or not 0 <= title.clause < len(s.clauses):
            return None
        colon = next((i for i in range(title.begin - 1, 0, -1) if s.tokens[i].text == ":"), -1)
        people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference]
        doing = people[0] if len(people) == 1 else None
        if doing is None or doing.last > colon or not doing.nominative or doing.draft is None:
            return None
        lemmas = {lemma for clause in s.clauses for lemma, at, _ in clause.lemmas if at < colon}
        agrees = self._agreement.is_woman(doing.draft) in {None, self._free.is_of_woman(s, title)}
        return doing.draft if agrees and lemmas.isdisjoint(self.k.words("speech-verbs")) else None

    def _appointed(self, s: Sentence) -> Draft | None:
        """„Der Minister hat Uwe Brandt zum Präsidenten berufen. Der Jurist …“: of whom the next sentence speaks."""
        verbs = self.k.words("appointing-verbs")
        for number, clause in enumerate(s.clauses):
            if any(lemma in verbs for lemma, _, _ in clause.lemmas):
                here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON]
                people = [a.draft for a in sorted(here, key=_first) if a.marker == "np" and a.head < 0]
                if len(set(map(id, people))) == 2:
                    return people[-1]
        return None

    def _meant_by(self, s: Sentence, title: Argument, before: Sequence[Draft], lead: Draft | None) -> dict[int, Draft]:
        """The one person of the sentence before that a title can stand for: the only one, or its subject."""
        near = {id(d): d for d in before}
        if len(near) < 2 or title.role is None or is_neutral(title.role.name):
            return near if len(near) == 1 else {}
        woman = self._free.is_of_woman(s, title)
        near = {key: d for key, d in near.items() if self._agreement.is_woman(d) is woman}
        if len(near) > 1 and lead is not None and id(lead) in near:
            return {id(lead): lead}
        return near if len(near) == 1 else {}

    def _is_of_another(self, s: Sentence, title: Argument, person: Draft, strange: Sentence | None) -> bool:
        """Whether a definite title is not the person's before: it has a name, another gender, or does them something.

        Nor is one that follows on such a title: „Der Bürgermeister gratulierte ihr. Die Dezernentin war nicht dabei“.
        """
        woman = self._agreement.is_woman(person)
        if woman not in {None, self._free.is_of_woman(s, title)} or self._free.is_named(s, title):
            return True
        if self._free.meets(s, title, woman=woman):
            return True
        near = strange is not None and strange.block == s.block and title.begin == 0
        return near and title.role is not None and not title.role.bodies

    def _joined(self, s: Sentence, title: Argument, person: Draft) -> Iterator[OfficeDraft]:
        """„Der Physiker, zuletzt Abteilungsleiter bei …“: what else a title or noun says that stands for a person."""
        for other in self.beside.joined(s, title, person):
            if other.role is not None:
                other.role.holders.append(person)
                status = self.beside.told(s, Argument(title.first, title.last, draft=person), other)
                yield _by_reference(self._office(s, person, other.role, status))

    def _agrees(self, s: Sentence, title: Argument, person: Draft, role: RoleNoun) -> bool:
        """Whether a person can be meant by a title; of „die Beauftragte“ the article alone tells the gender."""
        if s.lower[title.first][-2:] in {"te", "de"}:
            return self._agreement.is_woman(person) in {None, s.lower[title.begin] == "die"}
        return self._woman(person, role) in {None, role.feminine}

    def _woman(self, person: Draft, role: RoleNoun) -> bool | None:
        """Whether a person is a woman, for titles that tell; None where neither does."""
        return None if is_neutral(role.name) else self._agreement.is_woman(person)

    @staticmethod
    def _is_all(low: str, holding: Mapping[str, Mapping[int, Draft]], person: Draft) -> bool:
        """Whether „der Minister“ was said to be Digitalminister, which is the same; a Vizepräsident is no Präsident."""
        names = [name for name, group in holding.items() if id(person) in group]
        return any(name.endswith(low) and not name.startswith(DEPUTIES) for name in names)

    # ------------------------------------------------------------------ values

    def _office(  # noqa: PLR0913
        self,
        s: Sentence,
        person: Draft,
        role: RoleNoun,
        status: Status | None = None,
        clause: int = -1,
        within: range = range(0),
    ) -> OfficeDraft:
        """An office with its body and dates: those of a clause, or those within some tokens."""
        if person.feminine is None and not role.plural and not is_neutral(role.name):
            person.feminine = role.feminine
        body, sure = self.bodies.find(s, role, person, clause)
        if role.iri == _CHANCELLOR and (body is None or (not sure and self._only_a_place(s, body))):
            federal = self.k.roles_by_iri[_FEDERAL_CHANCELLOR]
            role.name, role.iri = federal.name, federal.iri
            body, sure = self.bodies.find(s, role, person, clause)
        since, until, held = self._times.find(s, role, status, clause, within)
        return OfficeDraft(
            person,
            role,
            body,
            held,
            since=since,
            until=until,
            confidence=min(_SURE, self.bodies.fitting.trust),
            sentence=s,
            sure=sure,
            guess="" if self.bodies.way is None else self.bodies.way.rule,
        )

    @staticmethod
    def _only_a_place(s: Sentence, body: Draft) -> bool:
        """„Kanzler Merz sprach an der Universität Kassel“: a university that a sentence names as a place only."""
        here = [a for a in s.arguments if a.draft is body]
        return bool(here) and all(a.marker in {"an", "bei", "in", "vor"} for a in here)


def _has_yet(known: Sequence[OfficeDraft], person: Draft, role: RoleNoun) -> bool:
    """Whether somebody is told to have a title still, or to get it, and nowhere to have had it."""
    own = [o.status for o in known if o.person is person and o.role.iri == role.iri and o.role.name == role.name]
    return bool(own) and Status.FORMER not in own


def _by_reference(office: OfficeDraft) -> OfficeDraft:
    return replace(office, confidence=min(office.confidence, _BY_REFERENCE), rule="title-for-a-person")


def _is_source(s: Sentence, title: Argument) -> bool:
    """„Das werde, so der Minister, A klären“: who is cited in between, and nothing that somebody becomes."""
    start = title.first - 2
    return s.low_at(start) == "so" and s.low_at(start + 1) in {"der", "die"} and s.text_at(start - 1) in _BREAKS


def _is_cited(s: Sentence, person: Argument) -> bool:
    """„Dafür, so Weber, sei der Minister zuständig“: who says something in between, and nobody of whom it is said."""
    if person.marker != "np" or s.text_at(person.last) not in _BREAKS:
        return False
    return any(
        s.low_at(i) == "so" and s.text_at(i - 1) in _BREAKS for i in range(person.first - 1, person.first - 5, -1)
    )


def _stands_in(s: Sentence, item: Filled, person: Argument) -> bool:
    """„A vertritt Landrat B als Verbandsvorsitzende“: the post is B's."""
    if not any(lemma == "vertreten" for lemma, _, _ in s.clauses[item.clause].lemmas):
        return False
    here = (a for a in s.arguments if a.clause == item.clause and a.type is EntityType.PERSON and a is not person)
    return any(a.marker == "np" and a.head < 0 and a.draft is not person.draft for a in here)


def _first(a: Argument) -> int:
    return a.first


_CALLING = frozenset({"aufführen", "ausweisen", "bezeichnen", "nennen", "titulieren", "vorstellen"})
_BY_MISTAKE = frozenset({"fälschlich", "fälschlicherweise", "irrtümlich", "korrektur", "versehentlich"})
_DOES = frozenset(
    {"hat", "hatte", "ist", "war", "wird", "will", "wollte", "kann", "muss", "soll", "lässt", "legt", "legte"}
)
"""Verbs before a title that tell of what somebody does, and not of what others say of them."""
_GLADLY = frozenset({"gern", "gerne", "lieber", "liebsten"})
_WOULD_SEE = frozenset({"hätte", "hätten", "sieht", "sehen", "sähe", "sähen", "würde", "würden"})
"""Verbs with which „gern“ tells of a wish."""
_PRONOUNS = frozenset({"er", "sie", "ihm", "ihn", "ihr"})
_STOPS = frozenset({".", ":", ";", "–", "“", "„"})
_BREAKS = frozenset({",", "“", "”", '"', "–", "«"})


def _wishes_for(s: Sentence, clause: Clause) -> bool:
    """„sähe ihn gern als Landrat“, „hätte sich A als Leiterin gewünscht“: whom somebody would like in an office."""
    words = {s.lower[i] for i in clause.tokens}
    wished = any(lemma == "wünschen" for lemma, _, _ in clause.lemmas)
    return wished or (not words.isdisjoint(_GLADLY) and not words.isdisjoint(_WOULD_SEE))


def _land_of(body: Draft) -> Draft | None:
    """The Land or the Bund that a body is tied to, or that it is."""
    return body if body.kind in LANDS else body.jurisdiction


def _spoken_of(s: Sentence) -> list[Argument]:
    """The people of a sentence, but for whom a pronoun in a quote means where somebody is named outside of it.

    „Er hat recht“, sagte Anna Weber. Die Landrätin …
    """
    people = [a for a in s.arguments if a.type is EntityType.PERSON]
    pronouns = [a for a in people if a.reference and s.lower[a.first] in _PRONOUNS]
    if not pronouns or len(pronouns) == len(people):
        return people
    depth, quoted = 0, set()
    for i, token in enumerate(s.tokens):
        depth += (token.text == "„") - (token.text == "“")
        if depth > 0:
            quoted.add(i)
    outside = any(not a.reference and a.first not in quoted for a in people)
    return [a for a in people if not (outside and a in pronouns and a.first in quoted)]


def _doing(s: Sentence) -> Draft | None:
    """The only person who is the subject of a main clause."""
    return only_one(
        a.draft
        for a in _spoken_of(s)
        if a.nominative and 0 <= a.clause < len(s.clauses) and s.clauses[a.clause].kind == "main"
    )


def _becomes(clause: Clause) -> bool:
    """„Ihre Nachfolgerin als CIO wird Anna Weber“: what somebody becomes is yet to come."""
    return clause.verbs == {"werden"} and "wird" in clause.auxiliaries


def _called(s: Sentence) -> Iterator[tuple[RoleNoun, Draft]]:
    """„Anna Weber ist als Ministerin designiert“, „Neue CIO wird Anna Weber“: titles of the subject."""
    for title in s.arguments:
        if title.role is None or title.role.holders or title.role.weak or title.marker not in {"als", "np"}:
            continue
        clause = s.clauses[title.clause] if 0 <= title.clause < len(s.clauses) else None
        if clause is None or (title.marker == "np" and not clause.verbs <= COPULA_LEMMAS):
            continue
        person = only_one(
            a.draft
            for a in s.arguments
            if a.clause == title.clause and a.type is EntityType.PERSON and a.nominative and not a.reference
        )
        if person is not None:
            yield title.role, person


def _was_as(s: Sentence, item: Filled, title: Argument) -> bool:
    """„war bei der HZD, als Leiterin“: what was added says what she was; not „war als CIO zu Gast“."""
    clause = s.clauses[item.clause]
    added = item.frame.lemma == "*" and title.marker == "als" and s.text_at(title.begin - 1) == ","
    return added and clause.verbs == {"sein"} and not WAS.isdisjoint(clause.auxiliaries)


def _would_like(clause: Clause) -> bool:
    """„wollte Landrätin werden“: who wishes for an office is not yet meant to have it."""
    becoming = any(lemma == "werden" for lemma, _, _ in clause.lemmas)
    return becoming and not _WISHING.isdisjoint(clause.auxiliaries)
