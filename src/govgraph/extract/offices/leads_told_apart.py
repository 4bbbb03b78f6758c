"""Leads told apart from their body: „Die KDO hat eine neue Leitung. Sie liegt bei X“, „eine Doppelspitze: X und Y“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.head_offices import HEAD
from govgraph.extract.state import STATUS_OF, OfficeDraft, only_one
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_LYING = {"liegen": "bei", "gehen": "an", "übergehen": "an", "fallen": "an"}
"""Verbs by which a lead is somebody's or comes to somebody, and the preposition before the name."""
_COMING = frozenset({"gehen", "fallen", "übergehen"})
_HANDS = frozenset({"Hand", "Hände", "Händen"})
_BY = frozenset({"verantworten", "wahrnehmen", "ausüben", "innehaben"})
_NEXT = 3
"""Within how many tokens behind „Doppelspitze“ the colon or „aus“ stands."""
_GETTING = frozenset({"bekommen", "erhalten"})
_HAVING = frozenset({"einführen", "einsetzen", "haben", "verlassen", "verlieren"})
"""Verbs of a body and the two at its top."""
_AT = frozenset({"bei", "in"})
_BEING_THERE = frozenset({"ablösen", "geben"})
"""Verbs of the two at the top of a body that „bei“ or „in“ stands before."""
_TOP = "Spitze"
_HELPING = frozenset({"bei", "beim"})
_OF = frozenset({"der", "des", "einer", "eines", "von", "vom"})
_CONFIDENCE = 0.65


class LeadsToldApart:
    """Reads who has a lead that the words before tell of, and who are the two at the top of a body.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, date: str | None) -> None:
        self.k = knowledge
        self.modality = modality
        self.date = date
        self._leads = knowledge.words("leads-alone")
        self._pairs = knowledge.words("leads-of-two")
        self._having = knowledge.words("leading-verbs") | _GETTING | _HAVING

    def offices(self, sentences: Sequence[Sentence], known: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """Such offices, but for people of whom the sentence tells an office already.

        Args:
            sentences: The article.
            known: Offices read so far.
        """
        told = {(id(o.person), id(o.body)) for o in known if o.status is not Status.FORMER}
        before: Sentence | None = None
        for s in sentences:
            if s.clauses and s.tokens[-1].text != "?":
                last = before if before is not None and before.block == s.block else None
                for office in (*self._by_pronoun(s, last), *self._of_two(s, last)):
                    if (id(office.person), id(office.body)) not in told:
                        yield office
            before = s

    def _by_pronoun(self, s: Sentence, last: Sentence | None) -> Iterator[OfficeDraft]:
        """„Seit Mai liegt sie in den Händen von X“, „Sie wird von X verantwortet“: „sie“ is the lead told of before."""
        for number, clause in enumerate(s.clauses):
            at = next((i for i in clause.tokens if s.lower[i] == "sie"), -1)
            person = None if at < 0 else self._holder(s, number, clause)
            if person is None:
                continue
            earlier = [i for i in range(at) if self._is_lead(s, i)]
            place = s if earlier else last
            leads = earlier or ([] if last is None else [i for i in range(len(last.tokens)) if self._is_lead(last, i)])
            body = None if not leads or place is None else _body(place, at if place is s else len(place.tokens))
            if body is not None:
                status = Status.NEW if not clause.verbs.isdisjoint(_COMING) else Status.CURRENT
                yield from self._office(s, clause, [person], body, status)

    def _is_lead(self, s: Sentence, i: int) -> bool:
        """„die Leitung“, „unter neuer Führung“, and not „die Leitung des Projekts“, „hilft bei der Leitung“."""
        if s.tokens[i].text not in self._leads or i in s.taken or s.low_at(i + 1) in _OF:
            return False
        helped = not _HELPING.isdisjoint((s.low_at(i - 1), s.low_at(i - 2)))
        return not helped and not any(a.head == i for a in s.arguments)

    def _holder(self, s: Sentence, number: int, clause: Clause) -> Draft | None:
        """Who a clause says has what „sie“ stands for."""
        here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON and not a.reference]
        lemmas = clause.verbs
        if not lemmas.isdisjoint(_BY):
            return only_one(a.draft for a in here if a.marker == "von")
        marks = {_LYING[lemma] for lemma in lemmas & _LYING.keys()}
        return only_one(a.draft for a in here if marks and (a.marker in marks or s.text_at(a.head) in _HANDS))

    def _of_two(self, s: Sentence, last: Sentence | None) -> Iterator[OfficeDraft]:
        """„Eine Doppelspitze aus X und Y leitet die KDO“, „… von einer Doppelspitze geführt: X und Y“."""
        at = next((i for i, token in enumerate(s.tokens) if token.text in self._pairs), -1)
        if at >= 0:
            link = next((i for i in range(at + 1, len(s.tokens)) if self._opens(s, at, i)), -1)
            people = [] if _hangs_on_noun(s, at) else _pair(s, link)
            place, clause = s, s.clauses[s.clause_of[at]]
        else:
            told = last is not None and any(token.text in self._pairs for token in last.tokens)
            link = next((i for i, low in enumerate(s.lower) if low == "aus"), -1)
            by_verb = told and s.lower[:1] == ["sie"] and s.low_at(1) in {"besteht", "bestand"}
            people = _pair(s, link) if by_verb else []
            place, clause = last or s, s.clauses[0]
        body = self._led_body(place) if people else None
        if body is not None and body.draft is not None:
            coming = place.clauses[body.clause]
            soon = not coming.verbs.isdisjoint(_GETTING) and in_present(place, coming)
            yield from self._office(s, clause, people, body.draft, Status.DESIGNATED if soon else Status.CURRENT)

    def _led_body(self, s: Sentence) -> Argument | None:
        """„Die KDO hat eine Doppelspitze“, „eine Doppelspitze leitet die KDO“: not „hat mit der KDO gesprochen“."""
        bodies = [a for a in s.arguments if _is_body(a)]
        if len({id(a.draft) for a in bodies}) != 1 or not 0 <= bodies[0].clause < len(s.clauses):
            return None
        body, verbs = bodies[0], s.clauses[bodies[0].clause].verbs
        if body.marker in _AT:
            return body if not verbs.isdisjoint(_BEING_THERE) else None
        if body.marker == "gen":
            return body if s.text_at(body.head) == _TOP else None
        return body if body.marker == "np" and not verbs.isdisjoint(self._having) else None

    @staticmethod
    def _opens(s: Sentence, noun: int, i: int) -> bool:
        """Whether a token leads from the noun to the names: „aus“ right behind it, or a colon."""
        return s.lower[i] == ":" or (i == noun + 1 and s.lower[i] == "aus")

    def _office(
        self, s: Sentence, clause: Clause, people: Sequence[Draft], body: Draft, status: Status
    ) -> Iterator[OfficeDraft]:
        verdict = self.modality.judge(s, clause, self.date)
        if verdict is None:
            return
        for person in people:
            yield OfficeDraft(
                person,
                self.k.title(HEAD),
                body,
                STATUS_OF.get(verdict, status),
                confidence=_CONFIDENCE,
                sentence=s,
                how="clause",
                sure=True,
                rule="lead-told-apart",
            )


def _hangs_on_noun(s: Sentence, noun: int) -> bool:
    """„Nach dem Ende der Doppelspitze“: what is said of the two there is not that they lead."""
    before = noun - 1
    while before > 0 and s.text_at(before).islower() and s.low_at(before) not in _OF:
        before -= 1
    return s.low_at(before) in {"der", "einer"} and before - 1 not in s.taken and s.text_at(before - 1)[:1].isupper()


def _pair(s: Sentence, link: int) -> list[Draft]:
    """The two people named right behind a token, joined by „und“; titles may stand before them."""
    if link < 0:
        return []
    people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.first > link]
    first = sorted(people, key=lambda a: a.first)[:2]
    if len(first) != 2 or first[0].begin > link + _NEXT or s.low_at(first[0].last) not in {"und", "sowie"}:
        return []
    return [a.draft for a in first if a.draft is not None]


def _body(s: Sentence, end: int) -> Draft | None:
    """The one body that a sentence names before a token and that no other noun owns."""
    return only_one(a.draft for a in s.arguments if _is_body(a) and a.first < end)


def _is_body(a: Argument) -> bool:
    return a.type is EntityType.ORGANISATION and not a.adjective
