"""Terms of chairs that go round: „hat in diesem Jahr den Vorsitz“, „Am 1. Januar ging der Vorsitz auf Hessen über“."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.terms import is_ahead
from govgraph.extract.state import STARTING, OfficeDraft, only_one
from govgraph.language.grammar import AUXILIARY_LEMMAS
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Draft, FactDraft, Sentence

_YEAR = 4
_CHAIR = "Vorsitz"
"""How the titles begin of those who have a chair."""
_BEING = frozenset({"sein"})
_LEADING = frozenset({"leiten", "vorsitzen", "vorstehen"})
_LYING = frozenset({"liegen", "obliegen"})
_TURNING = frozenset({"antreten", "übernehmen"})
_LED = frozenset({"at", "from", "since"})
_HELD = frozenset({Status.CURRENT, Status.NEW})
_TURN_OF_YEAR = "Jahreswechsel"
_CONFIDENCE = 0.6
_RULE = "turn-of-chair"


class _Turn(NamedTuple):
    """A chair that comes to a Land: of what body, on which day, and whether that is yet to come."""

    body: Draft
    day: str
    ahead: bool


class ChairTerms:
    """Tells when chairs of people begin and end that go round by years.

    Args:
        words: Gives the forms of a word list.
        date: Date of the article; without one nothing is told.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], date: str | None) -> None:
        self._holding = words("chair-holding-verbs") | _LEADING | _BEING
        self._turning = words("chair-going-verbs") - {"bleiben", "liegen", "obliegen", "verbleiben"} | _TURNING
        self.date = date

    def offices(self, offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> list[OfficeDraft]:
        """The offices, with the terms of chairs.

        Args:
            offices: What an article states.
            facts: What it states otherwise.
        """
        if self.date is None or not any(_is_chair(o) for o in offices):
            return list(offices)
        out = [self._of_year(o) if _is_chair(o) and o.sentence.dates else o for o in offices]
        for turn in self._turns(facts):
            out = self._with_turn(out, turn)
            coming = list(self._followers(out, facts, turn))
            out = [o for o in out if not self._is_others(o, coming, out)] + coming
        return out

    # ------------------------------------------------------------------ a year

    def _of_year(self, o: OfficeDraft) -> OfficeDraft:
        """„hat in diesem Jahr den Vorsitz“: until its end; „hatte 2018 den Vorsitz“: from begin to end of that."""
        this = (self.date or "")[:_YEAR]
        known = o.since is not None or o.until is not None or o.status is Status.DESIGNATED
        year = None if known else self._year_beside(o)
        if year is None or year > this:
            return o
        if year == this:
            s = o.sentence
            taken = any(s.verbs_of(number) & _TURNING for number in s.clauses_naming(o.person))
            return replace(o, until=year, status=o.status if taken else Status.CURRENT) if o.status in _HELD else o
        return replace(o, since=year, until=year) if o.status is Status.FORMER else o

    def _year_beside(self, o: OfficeDraft) -> str | None:
        """The one bare year in the clause that says who has a chair, or right before a title beside a name."""
        s = o.sentence
        numbers = s.clauses_naming(o.person)
        for d in s.dates:
            first, after = s.token_range(d.start, d.end)
            if d.lead != "at" or len(d.value) != _YEAR:
                continue
            titles = (a for a in s.arguments if a.role is not None and a.role.name == o.role.name)
            if o.how == "apposition" and any(a.first == after for a in titles):
                return d.value
            number = s.clause_of[first]
            lemmas = s.verbs_of(number)
            if o.how == "clause" and len(s.dates) == 1 and self._lies(s, number):
                return d.value
            holds = (lemmas - AUXILIARY_LEMMAS or lemmas) & self._holding
            if number in numbers and holds and o.how == "clause" and len(s.dates_in(number)) == 1:
                return d.value
        return None

    @staticmethod
    def _lies(s: Sentence, number: int) -> bool:
        """„hat den Vorsitz im IT-Planungsrat übernommen, der 2020 beim Bund liegt“: with whom the chair itself lies."""
        if not 0 <= number < len(s.clauses) or s.clauses[number].kind != "relative":
            return False
        clause = s.clauses[number]
        first = next((i for i in clause.tokens if s.tokens[i].text[0].isalpha()), 0)
        told = any(s.tokens[i].text == _CHAIR for i in range(first))
        return told and s.lower[first] == "der" and not clause.verbs.isdisjoint(_LYING)

    # ------------------------------------------------------------------ a turn

    def _turns(self, facts: Sequence[FactDraft]) -> Iterator[_Turn]:
        """Chairs of which an article tells but once on which day they come to a Land, within a year of its own."""
        found: dict[int, list[_Turn]] = {}
        for f in facts:
            day = self._day_of(f)
            if day is not None:
                found.setdefault(id(f.object), []).append(_Turn(f.object, day, is_ahead(day, self.date)))
        for turns in found.values():
            if len({turn.day for turn in turns}) == 1:
                yield turns[0]

    def _day_of(self, f: FactDraft) -> str | None:
        """„Am 1. Januar ist der Vorsitz auf Hessen übergegangen“: the day, month or turn of the year."""
        s = f.sentence
        said = {Modality.ASSERTED, Modality.PLANNED}
        if f.predicate is not Predicate.CHAIRS or f.modality not in said or not s.dates:
            return None
        if f.subject.type is not EntityType.JURISDICTION:
            return None
        for number in s.clauses_naming(f.subject):
            dates = s.dates_in(number)
            if s.verbs_of(number).isdisjoint(self._turning) or len(dates) != 1 or dates[0].lead not in _LED:
                continue
            value = dates[0].value
            if len(value) == _YEAR and any(s.tokens[i].text == _TURN_OF_YEAR for i in s.clauses[number].tokens):
                value += "-01"
            return value if len(value) > _YEAR and self._is_near(value) else None
        return None

    def _is_near(self, day: str) -> bool:
        """Whether a day or month is less than a year from the article."""
        today = self.date or ""
        if len(today) <= _YEAR:
            return False
        months = [int(one[:_YEAR]) * 12 + int(one[5:7]) for one in (day, today)]
        return abs(months[0] - months[1]) < 12

    def _with_turn(self, offices: Sequence[OfficeDraft], turn: _Turn) -> list[OfficeDraft]:
        """The offices, with the begin of who has the chair since a turn, or the end of who has it until then."""
        chairs = [o for o in offices if _is_chair(o) and o.body is turn.body]
        own = [o for o in chairs if o.status in _HELD or (turn.ahead and _for_a_year(o))]
        if only_one(o.person for o in own) is None or any(o.since or o.until for o in own):
            return list(offices)
        kept = {id(o): self._turned(o, turn) for o in own}
        return [kept.get(id(o), o) for o in offices]

    @staticmethod
    def _turned(o: OfficeDraft, turn: _Turn) -> OfficeDraft:
        """A chair that began with a turn, or that ends with it: after „ein Jahr lang“ it is known since when, too."""
        if not turn.ahead:
            return replace(o, since=turn.day)
        since = f"{int(turn.day[:_YEAR]) - 1}{turn.day[_YEAR:]}" if _for_a_year(o) else None
        return replace(o, since=since, until=_day_before(turn.day), status=Status.CURRENT)

    def _followers(
        self, offices: Sequence[OfficeDraft], facts: Sequence[FactDraft], turn: _Turn
    ) -> Iterator[OfficeDraft]:
        """„Der Vorsitz geht im Januar an den Bund. A hat das Gremium ein Jahr lang geleitet; auf sie folgt B.“."""
        if not turn.ahead:
            return
        had = [o for o in offices if _is_chair(o) and o.body is turn.body]
        for f in facts:
            if f.predicate is not Predicate.SUCCEEDS or any(o.person is f.subject for o in had):
                continue
            own = [o for o in had if o.person is f.object and o.sentence is f.sentence and o.until is not None]
            if own and any(in_present(f.sentence, f.sentence.clauses[n]) for n in f.sentence.clauses_naming(f.subject)):
                yield replace(
                    own[0],
                    person=f.subject,
                    status=Status.DESIGNATED,
                    since=turn.day,
                    until=None,
                    confidence=_CONFIDENCE,
                    how="clause",
                    rule=_RULE,
                )

    @staticmethod
    def _is_others(o: OfficeDraft, followers: Sequence[OfficeDraft], offices: Sequence[OfficeDraft]) -> bool:
        """Whether who follows in a chair is taken to follow in another office of who had it."""
        return any(
            o.person is follower.person
            and o.sentence is follower.sentence
            and o.status in STARTING
            and any(
                other.person is not o.person and other.role.name == o.role.name and other.body is o.body
                for other in offices
                if other.sentence is o.sentence
            )
            for follower in followers
        )


def _for_a_year(o: OfficeDraft) -> bool:
    """„hat das Gremium ein Jahr lang geleitet“: whether the clause of who has a chair says so."""
    s = o.sentence
    return any(
        s.low_at(i) == "ein" and s.text_at(i + 1) == "Jahr" and s.low_at(i + 2) == "lang"
        for number in s.clauses_naming(o.person)
        for i in s.clauses[number].tokens
    )


def _is_chair(o: OfficeDraft) -> bool:
    return o.body is not None and o.role.name.startswith(_CHAIR)


def _day_before(day: str) -> str:
    """The last day, or month, before a turn."""
    year, month = int(day[:_YEAR]), int(day[5:7])
    first = datetime.date(year, month, int(day[8:10]) if len(day) > len("2024-03") else 1)
    before = first - datetime.timedelta(days=1)
    return before.isoformat() if len(day) > len("2024-03") else f"{before:%Y-%m}"
