"""Offices that a verb states: „ist CIO“, „wurde zur Leiterin ernannt“, „arbeitet als Referentin“.

Called for each sentence with the frames that are filled in it, and for answers with those of their question.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, is_passive
from govgraph.extract.clauses.tenses import in_present, wants
from govgraph.extract.offices.body_pairs import shared
from govgraph.extract.offices.past_posts import WAS, PastPosts
from govgraph.extract.people.gender import is_neutral
from govgraph.language.grammar import COPULA_LEMMAS
from govgraph.model import EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.filled import Filled
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.leaving import Leaving
    from govgraph.extract.offices.office_making import OfficeMaker
    from govgraph.extract.state import Argument, Clause, OfficeDraft, RoleNoun, Sentence

_WISHING = frozenset({"mag", "möchte", "möchten", "will", "wollen", "wollte", "wollten"})
_CALLING = frozenset({"aufführen", "ausweisen", "bezeichnen", "nennen", "titulieren", "vorstellen"})
_BY_MISTAKE = frozenset({"fälschlich", "fälschlicherweise", "irrtümlich", "korrektur", "versehentlich"})
_GLADLY = frozenset({"gern", "gerne", "lieber", "liebsten"})
_WOULD_SEE = frozenset({"hätte", "hätten", "sieht", "sehen", "sähe", "sähen", "würde", "würden"})
"""Verbs with which „gern“ tells of a wish."""
_BEGINNING = frozenset({"anfangen", "antreten"})
_BY_NOW = frozenset({"gerade", "heute", "inzwischen", "jetzt", "nun", "seit"})
_STOPS = frozenset({".", ":", ";", "–", "“", "„"})
_BREAKS = frozenset({",", "“", "”", '"', "–", "«"})


class StatedOffices:
    """Reads offices that a verb states.

    Args:
        knowledge: Compiled vocabulary.
        make: Makes offices.
        leaving: Judge of who goes.
    """

    def __init__(self, knowledge: Knowledge, make: OfficeMaker, leaving: Leaving) -> None:
        self.k = knowledge
        self.bodies = make.bodies
        self._make = make
        self._past = PastPosts(knowledge)
        self._leaving = leaving

    def offices(self, s: Sentence, filled: Sequence[Filled]) -> Iterator[OfficeDraft]:
        """Offices that a verb states: „ist“, „wird“, „zum … ernannt“, „als CIO …“.

        Args:
            s: The sentence.
            filled: Frames that are filled in it, those of offices and others.
        """
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
                if not self._is_stated(s, item, title, title.role):
                    continue
                for person in item.subjects:
                    if _is_cited(s, person) or _stands_in(s, item, person):
                        continue
                    if self._past.is_of_another(s, item, title, person):
                        continue
                    if person.draft is None or (person.reference and item.frame.lemma == "*" and title.marker != "als"):
                        continue
                    status = self._status(s, item, title)
                    title.role.holders.append(person.draft)
                    given[id(title)] = item.frame.lemma
                    number = -1 if self._past.of_successor(s, title) else item.clause
                    office = self._make.office(s, person.draft, title.role, status, number)
                    trust = min(office.confidence, item.frame.confidence)
                    office = replace(office, how="clause", confidence=trust, rule=item.frame.name)
                    yield office
                    yield from self._each_as(s, title, person, office)
                    if len(item.subjects) == 1:
                        yield from (replace(office, body=body) for body in shared(s, title, office.body))

    def _is_stated(self, s: Sentence, item: Filled, title: Argument, role: RoleNoun) -> bool:
        """Whether a frame says that somebody has a title, and not that they seek it, or who is cited."""
        if self._is_candidacy(s, title) or _is_of_more(s, item, title):
            return False
        if item.frame.lemma == "*" and (self._is_sought(s, item, title) or self._is_corrected(s, item)):
            return False
        if title.marker == "np" and _is_source(s, title):
            return False
        if item.frame.lemma in COPULA_LEMMAS and _would_like(s.clauses[item.clause]):
            return False
        beside = s.taken.get(title.last)
        if beside is not None and beside.draft in role.holders and beside not in item.subjects:
            # „Zum Vorsitzenden wählte der Rat A, zum Stellvertreter B“
            return False
        if not role.weak or (role.bodies and not role.owned):
            return True
        going = self.bodies.by_verb.going_to(s, title, item.clause, self.k.body_kinds(role.iri))
        return not role.owned and going is not None

    def _status(self, s: Sentence, item: Filled, title: Argument) -> Status | None:
        """With which status a verb says that somebody has a title; None where only its dates tell."""
        status, clause = item.frame.status, s.clauses[item.clause]
        has = item.frame.lemma == "*" and title.marker == "als" and wants(clause)
        has = has and not self._goes_as(s, clause, title)
        if self._past.of_predecessor(s, title):
            return Status.FORMER
        if item.modality is Modality.PLANNED and not has:
            # who will leave an office is in it
            leaves = status is Status.FORMER or self._leaves_as(s, item, title)
            return Status.CURRENT if leaves else Status.DESIGNATED
        if self._past.came_later(s, title):
            return Status.CURRENT
        if item.frame.lemma == "*" and self._has_followed(s, clause):
            return Status.NEW
        if self._past.has_begun(s, title):
            return Status.NEW
        if self._past.is_over(s, item, title) or _was_as(s, item, title):
            return Status.FORMER
        if self._past.of_successor(s, title) and _becomes(clause):
            return Status.DESIGNATED
        begins = status is None and title.marker == "als" and _begins_yet(s, clause)
        return Status.DESIGNATED if begins else status

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
                second = self._make.office(s, name.draft, role, office.status)
                yield replace(second, how="clause", confidence=office.confidence, rule=office.rule)

    def _is_sought(self, s: Sentence, item: Filled, title: Argument) -> bool:
        """„bewirbt sich als Präsident“, „wurde als Präsidentin vorgeschlagen“, not „Als Präsident bewirbt er sich“."""
        clause = s.clauses[item.clause]
        seeks = not self.k.words("seeking-verbs").isdisjoint(clause.verbs)
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
        called = not _CALLING.isdisjoint(s.clauses[item.clause].verbs)
        return called and any(t.text in self.k.words("report-nouns") or t.low in _BY_MISTAKE for t in s.tokens)

    def _goes_as(self, s: Sentence, clause: Clause, title: Argument) -> bool:
        """„will als CIO nach Ulm wechseln“, not „Als CIO will er nach Ulm gehen“: what somebody goes to be."""
        moves = not self.k.words("moving-verbs").isdisjoint(clause.verbs)
        first = next((i for i in clause.tokens if s.tokens[i].text[0].isalpha()), title.begin)
        where = {"in", "ins", "nach", "zu", "zum", "zur"}
        return moves and title.begin > first and any(s.lower[i] in where for i in clause.tokens if i >= title.last)

    def _has_followed(self, s: Sentence, clause: Clause) -> bool:
        """„löste als CIO X ab“, „sind Sie X als CIO nachgefolgt“: the office began then."""
        follows = not self.k.words("succeeding-verbs").isdisjoint(clause.verbs)
        return follows and in_past(s, clause)


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


def _is_of_more(s: Sentence, item: Filled, title: Argument) -> bool:
    """„Wenn A die Amtsleiter holt, ist B dabei“: several people are not what „ist“ says of one."""
    role, words = title.role, s.clauses[item.clause].auxiliaries
    if role is None or item.frame.lemma not in COPULA_LEMMAS or not words or set(words) - {"bin", "ist", "war"}:
        return False
    men = not role.feminine and not is_neutral(role.name) and s.low_at(title.begin) == "die"
    return role.plural or (men and title.begin < title.first)


def _stands_in(s: Sentence, item: Filled, person: Argument) -> bool:
    """„A vertritt Landrat B als Verbandsvorsitzende“: the post is B's."""
    if "vertreten" not in s.clauses[item.clause].verbs:
        return False
    here = (a for a in s.arguments if a.clause == item.clause and a.type is EntityType.PERSON and a is not person)
    return any(a.marker == "np" and a.head < 0 and a.draft is not person.draft for a in here)


def _wishes_for(s: Sentence, clause: Clause) -> bool:
    """„sähe ihn gern als Landrat“, „hätte sich A als Leiterin gewünscht“: whom somebody would like in an office."""
    words = {s.lower[i] for i in clause.tokens}
    wished = "wünschen" in clause.verbs
    return wished or (not words.isdisjoint(_GLADLY) and not words.isdisjoint(_WOULD_SEE))


def _begins_yet(s: Sentence, clause: Clause) -> bool:
    """„Am Tag darauf fängt A als Leiterin an“: told in the present, and not „Heute fängt A als Leiterin an“."""
    begins = not clause.verbs.isdisjoint(_BEGINNING) and in_present(s, clause)
    return begins and _BY_NOW.isdisjoint(clause.words)


def _becomes(clause: Clause) -> bool:
    """„Ihre Nachfolgerin als CIO wird Anna Weber“: what somebody becomes is yet to come."""
    return clause.verbs == {"werden"} and "wird" in clause.auxiliaries


def _was_as(s: Sentence, item: Filled, title: Argument) -> bool:
    """„war bei der HZD, als Leiterin“: what was added says what she was; not „war als CIO zu Gast“."""
    clause = s.clauses[item.clause]
    added = item.frame.lemma == "*" and title.marker == "als" and s.text_at(title.begin - 1) == ","
    return added and clause.verbs == {"sein"} and not WAS.isdisjoint(clause.auxiliaries)


def _would_like(clause: Clause) -> bool:
    """„wollte Landrätin werden“: who wishes for an office is not yet meant to have it."""
    becoming = "werden" in clause.verbs
    return becoming and not _WISHING.isdisjoint(clause.auxiliaries)
