"""When an office began or ends, told in a sentence of its own: „Sie ist seit Mai im Amt“, „Er tritt die Stelle an“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import is_passive, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.terms import term_of
from govgraph.extract.state import BODY_TYPES, STARTING
from govgraph.model import EntityType, Modality, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.leaving import Leaving
    from govgraph.extract.state import Argument, Clause, Draft, OfficeDraft, Sentence
    from govgraph.language.dates import DateSpan

_BACK = 3
"""How many sentences before such a clause the office that it speaks of may be told."""
_FAR_BACK = 8
"""The same where the clause calls its subject by name."""
_IN = frozenset({"am", "auf", "im", "in"})
_OWN = frozenset({"das", "dem", "den", "der", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses"}) | {
    word + ending for word in ("ihr", "mein", "sein", "unser") for ending in ("", "e", "em", "en", "er")
}
_WHICH = frozenset({"als", "beim", "bei", "der", "des", "für", "im", "von", "vom"})
"""Words after „das Amt“ that say of what, so that it need not be the office told before."""
_SAID = frozenset({Modality.ASSERTED, Modality.ENDED, Modality.PLANNED, Modality.REPORTED})
"""Modalities of what is so, was or will be: „hatte das Amt seit 2015 inne“ is over."""
_NO = frozenset({"kein", "keine", "keinen", "nicht", "nie", "noch"})
_SHE = frozenset({"er", "sie"})
_WHO = frozenset({"das", "den", "die"})
"""Relative pronouns for a post that somebody has."""
_ARTICLES = frozenset({"dem", "den", "der", "ihrem", "ihrer", "seinem", "seiner"})
_STARTS = frozenset({"anfangen", "antreten", "beginnen", "starten"})
"""Verbs that without an object tell of the first day of whoever has been chosen."""
_STANDS = frozenset({"erneut", "noch", "wieder"})
"""Words by which „tritt an“ speaks of an election."""
_SHORT = 10
_PHRASE = 8
"""Within how many words before a relative clause the post stands that it tells of."""
_LEADERS = frozenset({"Chef", "Leiter"})
_BEING = frozenset({"haben", "sein"})
_WITH_EFFECT = frozenset({"ab", "vom", "wirkung", "zum"})
_THEM = frozenset({"er", "ihn", "sie"})
_BEGINS, _FIRST, _APPOINTED, _HOLDS, _HEADS, _ENDS = "begins", "first", "appointed", "holds", "heads", "ends"
_STARTING_KINDS = frozenset({_BEGINS, _FIRST, _APPOINTED})
_LEADS = {
    _APPOINTED: {"from"},
    _FIRST: {"at"},
    _BEGINS: {"from", "at"},
    _HOLDS: {"since", "until", "from"},
    _HEADS: {"since", "until", "from"},
    _ENDS: {"from", "at", "until"},
}
"""How dates may be introduced in clauses of each kind."""


class _Told(NamedTuple):
    """What a clause tells of the time of an office that it does not name."""

    number: int
    sentence: Sentence
    clause: int
    person: Draft
    kind: str
    dates: tuple[DateSpan, ...]
    at: int


class ToldTerms:
    """Reads the times of offices from clauses that only say „das Amt“, or no more than a verb.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
        modality: Judge of clauses.
        leaving: Judge of who goes.
        date: Date of the article.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        sentences: Sequence[Sentence],
        modality: ModalityReader,
        leaving: Leaving,
        date: str | None,
    ) -> None:
        self.k = knowledge
        self.modality = modality
        self.leaving = leaving
        self.date = date
        words = knowledge.words
        self._posts = words("whole-posts")
        self._holding = words("having-verbs")
        self._first_day = words("first-day-verbs")
        self._giving_up = words("giving-up-verbs")
        self._going = words("leaving-verbs")
        self._rest = words("leaving-nouns")
        self._left = words("posts-left")
        self._services = words("services-left")
        self._terms = words("terms-in-office")
        self._times = words("times-of-somebody")
        self._ending = words("term-ending-verbs")
        self._days = words("first-days")
        self._installing = words("installing-verbs")
        self._leading = words("leading-verbs") - words("first-day-verbs")
        self._head_titles = words("head-titles") | _LEADERS
        self._reigning = words("reigning-verbs")
        self._houses = words("houses-led")
        self.sentences = sentences
        self._number = {id(s): number for number, s in enumerate(sentences)}
        self._unnamed: list[tuple[int, int, tuple[DateSpan, ...]]] = []
        self._told = [told for number, s in enumerate(sentences) if s.dates for told in self._find(number, s)]

    def offices(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices with the times that such clauses tell, each of which is one more place that it is told in."""
        said = list(offices)
        for told in (*self._told, *self._begun_by(said)):
            for office in self._meant(told, said):
                said = self._with_time(office, told, said)
        yield from said

    def _with_time(self, office: OfficeDraft, told: _Told, said: list[OfficeDraft]) -> list[OfficeDraft]:
        """What is said, with the time of an office, and one more place that tells of it."""
        dated = self._dated(office, told)
        if dated is None:
            return said
        key = _key(office)
        return [
            *(
                replace(o, since=dated.since, until=dated.until, status=dated.status)
                if _key(o) == key and o.status is office.status and o.since == office.since and o.until == office.until
                else o
                for o in said
            ),
            replace(dated, sentence=told.sentence, how="clause"),
        ]

    def _begun_by(self, offices: Sequence[OfficeDraft]) -> Iterator[_Told]:
        """„Neue Chefin wird A. Sie beginnt am 1. Mai“: of the one person who is to begin by the sentence before."""
        for number, index, dates in self._unnamed:
            people = {
                id(o.person): o.person
                for o in offices
                if o.status in STARTING and self._number.get(id(o.sentence), -1) == number - 1
            }
            if len(people) == 1:
                # the title of whoever appoints them is another's
                person = next(iter(people.values()))
                yield _Told(number, self.sentences[number], index, person, _BEGINS, dates, -1)

    # ------------------------------------------------------------------ which office

    def _meant(self, told: _Told, offices: Sequence[OfficeDraft]) -> list[OfficeDraft]:
        """The only office that its subject is said to have in this sentence, or in the last one before that does.

        Who is to begin does so in all the offices that the sentence before gives.
        """
        near: dict[int, list[OfficeDraft]] = {}
        back = _FAR_BACK if told.kind != _ENDS and _is_named(told) else _BACK
        for o in offices:
            number = self._number.get(id(o.sentence), -1)
            if o.person is not told.person or not told.number - back <= number <= told.number:
                continue
            if number < told.number or not self._is_behind(told, o):
                near.setdefault(number, []).append(o)
        if told.kind in _STARTING_KINDS:
            coming = {n: [o for o in found if o.status in STARTING] for n, found in near.items()}
            near = {n: found for n, found in coming.items() if found} or near
        called = self._called(told)
        if called is not None:
            near = {n: fit for n, found in near.items() if (fit := [o for o in found if o.role.iri == called])}
        if not near:
            return []
        here = near[max(near)]
        titles = {
            a.role.iri
            for a in told.sentence.arguments
            if a.role is not None and a.marker == "als" and a.clause == told.clause
        }
        here = [o for o in here if o.role.iri in titles] or here
        if told.kind == _HEADS:
            here = [o for o in here if o.role.name in self._head_titles]
        held = [o for o in here if o.status is not Status.FORMER] or here
        each = list({_key(o): o for o in held}.values())
        several = told.kind in _STARTING_KINDS and all(o.status in STARTING for o in each)
        return each if (several or len(each) == 1) and all(self._fits(told, o) for o in each) else []

    def _called(self, told: _Told) -> str | None:
        """„sagte der Landrat, der seit Mai im Amt ist“: the role by which somebody is called of whom a clause tells."""
        s, clause = told.sentence, told.sentence.clauses[told.clause]
        if clause.kind != "relative":
            return None
        comma = next((i for i in clause.tokens if s.tokens[i].text[0].isalpha()), 0) - 1
        role = self.k.role_word(s.text_at(comma - 1)) if s.text_at(comma) == "," else None
        return role.iri if role is not None else None

    @staticmethod
    def _is_behind(told: _Told, office: OfficeDraft) -> bool:
        """„Den Posten hatte bis Januar X inne, Staatssekretär im …“: a title after the post is another one."""
        s = told.sentence
        return any(a.role is office.role and a.first > told.at and not _is_somebody(s, a.last) for a in s.arguments)

    @staticmethod
    def _fits(told: _Told, office: OfficeDraft) -> bool:
        """Whether a clause names no other title, and no other body."""
        s, body = told.sentence, office.body
        aside = _set_aside(s, told.person, told.at)
        here = [a for a in s.arguments if a.clause == told.clause and a.first not in aside]
        if any(a.role is not None and a.role.iri != office.role.iri and a.first <= told.at for a in here):
            return False
        own = {id(body), id(body.jurisdiction)} if body is not None else set()
        other = {i for a in here if a.role is not None and a.first > told.at for i in range(a.first, len(s.tokens))}
        bodies = [a for a in here if a.type in BODY_TYPES and not a.adjective and id(a.draft) not in own]
        if told.kind in _STARTING_KINDS:
            # „übernimmt die Aufgabe in der Staatskanzlei“, of the CIO of a Land
            bodies = [a for a in bodies if a.draft is None or a.draft.jurisdiction is not body or body is None]
        bodies = [a for a in bodies if a.first not in other]
        return not any(a.marker != "np" or a.head >= 0 for a in bodies if a.bracket is None)

    # ------------------------------------------------------------------ what is told

    def _find(self, number: int, s: Sentence) -> Iterator[_Told]:
        if s.tokens[-1].text == "?":
            return
        for index, clause in enumerate(s.clauses):
            dates = tuple(s.dates_in(index))
            kind = self._kind(s, clause) if dates else None
            yield from self._of_term(number, s, index, dates)
            if kind is None or not _NO.isdisjoint(clause.words):
                yield from self._inserted(number, s, index, dates)
                continue
            given = kind == _APPOINTED and not is_passive(clause)
            person = None if given else _subject(s, index)
            dates = tuple(d for d in dates if d.lead in _LEADS[kind])
            if not dates or self.modality.judge(s, clause, self.date) not in _SAID:
                continue
            if person is not None:
                yield _Told(number, s, index, person, kind, dates, self._place(s, clause))
            elif index == 0 and (
                kind == _FIRST
                or (kind == _BEGINS and s.lower[0] in _SHE)
                or (kind == _APPOINTED and not _THEM.isdisjoint(clause.words))
            ):
                self._unnamed.append((number, index, dates))

    def _of_term(self, number: int, s: Sentence, index: int, dates: Sequence[DateSpan]) -> Iterator[_Told]:
        """„Ihre Amtszeit endet im Juni“, „Sein Vertrag läuft bis 2027“: of whom a possessive tells."""
        clause = s.clauses[index]
        lemmas = clause.verbs
        kind = _ENDS if lemmas & self._ending else _BEGINS if lemmas & _STARTS else None
        if "verlängern" in lemmas and (is_passive(clause) or is_perfect(clause)):
            kind = _HOLDS
        if len(dates) != 1 or kind is None or dates[0].lead not in _LEADS[kind]:
            return
        if not (_NO - {"noch"}).isdisjoint(clause.words):
            return
        terms = self._terms | self._times if kind == _BEGINS else self._terms
        for a in s.arguments:
            term = a.head >= 0 and a.type is EntityType.PERSON and s.text_at(a.head) in terms
            if term and a.draft is not None and a.head in clause.tokens and _whose(a):
                yield _Told(number, s, index, a.draft, kind, tuple(dates), a.last)

    def _inserted(self, number: int, s: Sentence, index: int, dates: Sequence[DateSpan]) -> Iterator[_Told]:
        """„Staatssekretär X, seit Januar im Amt, will …“, „Präsident X (seit 2019)“: set off after a name."""
        for date in dates:
            first, last = s.token_range(date.start, date.end)
            inside = date.lead == "since" and s.low_at(last) in {"im", "in"} and s.text_at(first - 1) == ","
            inside = inside and any(self._is_post(s, i) for i in (last + 1, last + 2) if i < len(s.tokens))
            if not inside and not (date.lead == "since" and s.text_at(first - 1) == "(" and s.text_at(last) == ")"):
                continue
            name = s.taken.get(first - 2)
            if name is not None and name.type is EntityType.PERSON and name.draft is not None:
                yield _Told(number, s, index, name.draft, _HOLDS, (date,), first)

    def _place(self, s: Sentence, clause: Clause) -> int:
        """Where a clause speaks of the post: its noun, or the verb."""
        posts = (i for i in clause.tokens if self._is_post(s, i))
        return next(posts, clause.lemmas[0][1])

    def _kind(self, s: Sentence, clause: Clause) -> str | None:
        """Whether a clause tells the first day in an office, how long it is held, or the last day; None if nothing."""
        lemmas = clause.verbs
        found = [i for i in clause.tokens if self._is_post(s, i)]
        where = [i for i in found if s.low_at(i - 1) in _IN or s.low_at(i - 2) in _IN]
        posts = [i for i in found if i not in where]
        if where and lemmas in ({"sein"}, {"bleiben"}):
            return _HOLDS
        days = [i for i in clause.tokens if s.tokens[i].text in self._days]
        if days and lemmas <= _BEING:
            return _ENDS if s.low_at(days[0] - 1).startswith("letzte") else _FIRST
        if lemmas & self._reigning or ((posts or self._has_which(s, clause)) and lemmas & self._holding):
            return _HOLDS
        if lemmas & self._leading and self._is_led(s, clause):
            return _HEADS
        if posts and lemmas & self._first_day:
            return _BEGINS
        alone = lemmas & _STARTS and _STANDS.isdisjoint(clause.words)
        if alone and len(clause.tokens) <= _SHORT and not self._names_more(s, clause):
            return _BEGINS
        if lemmas & self._installing and any(s.low_at(i) in _WITH_EFFECT for i in clause.tokens):
            return _APPOINTED
        if self.leaving.ending(s, clause) and (found or self._just_goes(s, clause)):
            return _ENDS
        return None

    def _has_which(self, s: Sentence, clause: Clause) -> bool:
        """„Das Amt des Präsidenten, das A bis Mai ausübte“: whether a relative clause tells of a post."""
        first = next((i for i in clause.tokens if s.tokens[i].text[0].isalpha()), 0)
        if clause.kind != "relative" or s.lower[first] not in _WHO:
            return False
        before = range(max(0, first - _PHRASE), first)
        return any(self.k.lemma(s.tokens[i].text) in self._posts for i in before if s.tokens[i].text[0].isupper())

    def _is_led(self, s: Sentence, clause: Clause) -> bool:
        """„leitet das Haus seit 2019“, „führt rund 300 Beschäftigte“: what somebody leads is no other body."""
        led = [i for i in clause.tokens if s.tokens[i].text in self._houses and s.low_at(i + 1) not in _WHICH]
        return bool(led) and not any(
            a.clause >= 0 and s.clauses[a.clause] is clause and a.type in BODY_TYPES and a.marker == "np"
            for a in s.arguments
            if not a.reference and not a.adjective
        )

    @staticmethod
    def _names_more(s: Sentence, clause: Clause) -> bool:
        """Whether a clause says more than who begins and when: „startet am 1. Mai das Projekt“."""
        return any(
            s.tokens[i].text[0].isupper()
            and i not in s.dated
            and s.lower[i] not in _SHE
            and not (s.taken.get(i) and s.taken[i].type is EntityType.PERSON)
            for i in clause.tokens
            if i > clause.tokens[0] or i in s.taken
        )

    def _is_post(self, s: Sentence, i: int) -> bool:
        """„das Amt“, „ihren Dienst“, with nothing beside it that says which one."""
        text = s.tokens[i].text
        if not text[0].isupper() or self.k.lemma(text) not in self._posts:
            return False
        taken = s.taken.get(i)
        if taken is not None and not (taken.reference and taken.last == i + 1):
            # „die Stelle“ may be taken for the Stabsstelle, whose head is spoken of
            return False
        if s.low_at(i - 1) not in _OWN | {"im"}:
            return False
        return s.low_at(i + 1) not in _WHICH and i + 1 not in s.taken

    def _just_goes(self, s: Sentence, clause: Clause) -> bool:
        """„scheidet auf eigenen Wunsch aus“, „hört auf“, not „scheidet aus dem Kreistag aus“."""
        if any(lemma in self._giving_up - self._going for lemma, _, _ in clause.lemmas):
            return False
        away = (i for i in clause.tokens if s.lower[i] in {"aus", "mit", "von", "vom"} and not self._is_service(s, i))
        if any(s.low_at(i + 1) in _ARTICLES or i + 1 in s.taken for i in away):
            return False
        nouns = (i for i in clause.tokens if s.tokens[i].text[0].isupper() and i not in s.dated)
        things = (i for i in nouns if s.low_at(i - 1) in _OWN)
        return all(
            s.text_at(i) in self._rest | self._services
            or self.k.lemma(s.text_at(i)) in self._left
            or _is_somebody(s, i)
            for i in things
        )

    def _is_service(self, s: Sentence, i: int) -> bool:
        """„aus dem Landesdienst“, „aus dem aktiven Dienst“: what is left with every post in it, by its preposition."""
        if s.lower[i] != "aus" or s.low_at(i + 1) not in _ARTICLES:
            return False
        at = i + 2 if s.text_at(i + 2)[:1].isupper() else i + 3
        of_some = s.low_at(at + 1) in _WHICH or at + 1 in s.taken
        return s.text_at(at) in self._services and at not in s.taken and not of_some

    # ------------------------------------------------------------------ times

    def _dated(self, office: OfficeDraft, told: _Told) -> OfficeDraft | None:
        """An office with the time that a clause tells of it; None where that is known or another."""
        if told.kind == _ENDS:
            return self._ended(office, told)
        if told.kind in _STARTING_KINDS:
            return self._begun(office, told)
        since, until, status = term_of(told.dates, office.status, self.date)
        known = office.since is not None and not (since and self._is_choice_before(office, since))
        if (since or until) is None or (since and known) or (until and office.until):
            return None
        return replace(office, since=since or office.since, until=until or office.until, status=status)

    def _begun(self, office: OfficeDraft, told: _Told) -> OfficeDraft | None:
        """„wurde im Februar gewählt. Sie tritt die Stelle am 1. Juli an“: chosen is not begun."""
        if len(told.dates) != 1 or office.status is Status.ACTING:
            return None
        value = told.dates[0].value
        if office.since is not None and not self._is_choice_before(office, value):
            return None
        ahead = self.date is not None and value > self.date[: len(value)]
        status = office.status
        if ahead and status not in STARTING:
            return None
        if ahead:
            status = Status.DESIGNATED
        elif not ahead and status is Status.DESIGNATED:
            status = Status.NEW
        return replace(office, since=value, status=status)

    @staticmethod
    def _is_choice_before(office: OfficeDraft, value: str) -> bool:
        """Whether the begin that is known is the day on which somebody was chosen, who began later."""
        since = office.since or ""
        return office.status is Status.NEW and value[: len(since)] > since[: len(value)]

    def _ended(self, office: OfficeDraft, told: _Told) -> OfficeDraft | None:
        """„Sie scheidet zum 30. Juni aus“: until then the office is held."""
        if len(told.dates) != 1 or office.until is not None or office.status in {Status.DESIGNATED, Status.NEW}:
            return None
        value = told.dates[0].value
        clause = told.sentence.clauses[told.clause]
        today = "" if self.date is None else self.date[: len(value)]
        # „geht Ende Juni in Pension“, said in June, is yet to come
        over = not today or value < today or (value == today and not in_present(told.sentence, clause))
        if office.status is Status.FORMER and not over:
            # „folgt auf A, der Ende Mai in den Ruhestand geht“, but not „der frühere Präsident A geht …“
            still = office.how == "clause" and in_present(told.sentence, clause)
            return replace(office, until=value, status=Status.CURRENT) if still else None
        return replace(office, until=value, status=Status.FORMER if over else office.status)


def _is_named(told: _Told) -> bool:
    """Whether the clause names whose office it speaks of, by no pronoun."""
    here = (a for a in told.sentence.arguments if a.clause == told.clause and a.draft is told.person)
    return any(not a.reference for a in here)


def _is_somebody(s: Sentence, i: int) -> bool:
    """„Seine Vorgängerin Rita Alt“: whether a noun is or goes with the name of somebody."""
    return any(a is not None and a.type is EntityType.PERSON for a in (s.taken.get(i), s.taken.get(i + 1)))


def _whose(a: Argument) -> bool:
    """„ihre Amtszeit“, „die Amtszeit von Anna Weber“: whether a person is the one whose term it is."""
    return a.first == a.head - 1 if a.reference else a.marker in {"gen", "von"} and a.begin == a.head + 1


def _set_aside(s: Sentence, person: Draft, end: int) -> range:
    """Tokens of „, zuvor Referentin im Ministerium,“ behind the name of a person before a token."""
    name = max((a.last for a in s.arguments if a.draft is person and a.last < end and not a.reference), default=-1)
    if name < 0 or s.text_at(name) != ",":
        return range(0)
    close = next((i for i in range(end - 1, name, -1) if s.tokens[i].text == ","), -1)
    verbs = any(name < at < close for clause in s.clauses for _, at, _ in clause.lemmas)
    return range(0) if verbs else range(name, close)


def _key(o: OfficeDraft) -> tuple[int, str, int]:
    return id(o.person), o.role.name, id(o.body)


def _subject(s: Sentence, number: int) -> Draft | None:
    """The one person who is the subject of a clause, or of the one that it goes on or hangs on as an infinitive.

    „Ihr Amt tritt sie am 1. Mai an“: „sie“ is the subject where nobody else is named.
    """
    while number >= 0:
        clause = s.clauses[number]
        people = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON]
        people = [a for a in people if a.marker == "np" and a.head < 0 and not a.adjective]
        people = [a for a in people if "n" in a.cases] or [a for a in people if s.lower[a.first] == "sie"]
        if people or not (clause.joined or clause.kind == "infinitive"):
            found = {id(a.draft): a.draft for a in people}
            return next(iter(found.values())) if len(found) == 1 else None
        number = clause.parent
    return None
