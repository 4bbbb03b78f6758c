"""Since when and until when an office is held, by the clause that tells of it or of a succession to it.

Readers of verbs and of nouns for a lead tell who has an office; what their clause says of the time is read here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.offices.terms import is_ahead, term_of
from govgraph.extract.state import STARTING
from govgraph.model import EntityType, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from govgraph.extract.state import Argument, FactDraft, OfficeDraft

_PLAIN = frozenset({"haben", "sein", "stehen", "vorstehen"})
_GETTING = frozenset({"bekommen", "erhalten", "haben"})
_BEGINS = frozenset({"at", "from", "since"})
_LEFT = frozenset({Status.CURRENT, Status.FORMER})
_HELD = frozenset({Status.CURRENT, Status.NEW})
_AT_ONCE = frozenset({"abloesen", "amt-uebernehmen-von", "uebernehmen-von"})
"""Rules by which one goes on the day on which the other comes."""
_NO = frozenset({"kein", "keine", "keinen", "nicht", "nie"})


class ClauseTimes:
    """Tells of offices without a time the one that their clause, or that of a succession, tells.

    Args:
        words: A list of words by its name.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], Collection[str]], date: str | None) -> None:
        self._holding = _PLAIN.union(words("leading-verbs"), words("having-verbs")) - frozenset(
            words("first-day-verbs")
        )
        self._rising = frozenset(words("rising-verbs"))
        self._succeeding = frozenset(words("succeeding-verbs")) | {"übernehmen"}
        self._successors = frozenset(words("successor-nouns"))
        self._prior = frozenset(words("predecessor-nouns"))
        self._acts = frozenset(words("leaving-acts"))
        self.date = date

    def offices(self, offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> Iterator[OfficeDraft]:
        """The offices with the times that are told so."""
        begun, left = self._begun(offices, facts)
        ended = self._ended(offices, facts)
        for o in offices:
            if o.since is not None or o.until is not None:
                yield o
            elif id(o) in begun:
                yield self._from(o, begun[id(o)])
            elif id(o) in ended:
                yield replace(o, until=ended[id(o)], status=Status.FORMER)
            elif id(o) in left:
                yield replace(o, status=Status.FORMER)
            elif o.sentence.dates:
                day = self._left_on(o) if o.status in _LEFT else None
                yield self._told(o) if day is None else replace(o, until=day)
            else:
                yield o

    # ------------------------------------------------------------------ the clause of the office

    def _told(self, o: OfficeDraft) -> OfficeDraft:
        """„Die Leitung der FITKO hat A seit Mai inne“, „Die FITKO bekommt zum 1. Mai einen neuen Präsidenten: A“."""
        s, clause = o.sentence, _clause_of(o)
        if clause < 0:
            return o
        lemmas = s.clauses[clause].verbs
        dates = s.dates_in(clause)
        leads = [d.lead for d in dates]
        if o.how != "clause":
            told = o.status is Status.NEW and bool(lemmas & _GETTING) and leads in (["since"], ["from"])
        elif o.status is Status.CURRENT and lemmas & self._rising and len(dates) == 1 and leads[0] in _BEGINS:
            # „rückte im September an die Spitze der KDO“
            return self._from(replace(o, status=Status.NEW), dates[0].value)
        else:
            whole = o.status is Status.FORMER and leads == ["from", "until"]
            told = bool(lemmas & self._holding) and (whole or leads in (["since"], ["until"]))
        if not told:
            return o
        since, until, status = term_of(dates, o.status, self.date)
        return replace(o, since=since, until=until, status=status)

    def _left_on(self, o: OfficeDraft) -> str | None:
        """„Nach dem Weggang von A im Mai ist die Stelle frei“: the day behind the name of who has left."""
        s = o.sentence
        for a in s.arguments:
            if a.draft is o.person and a.head >= 0 and s.text_at(a.head) in self._acts:
                days = [d.value for d in s.dates if d.lead == "at" and s.token_range(d.start, d.end)[0] == a.last]
                if days and not is_ahead(days[0], self.date):
                    return days[0]
        return None

    # ------------------------------------------------------------------ successions

    def _begun(self, offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> tuple[dict[int, str], set[int]]:
        """First days by the `id` of an office, and the offices that are over then by their sentence.

        „Auf A folgt am 1. November B“, „Sie löst zum 1. Mai A ab“, „sind Sie A nachgefolgt, der ersten Präsidentin“.
        """
        found: dict[int, str] = {}
        over: set[int] = set()
        for f in facts:
            day = self._day_of(f) if f.predicate is Predicate.SUCCEEDS and f.sentence.dates else None
            if day is None:
                continue
            left = {(o.role.name, id(o.body)) for o in offices if o.person is f.object}
            for o in offices:
                if (o.role.name, id(o.body)) not in left:
                    continue
                if o.person is f.subject and self._may_begin(o, day):
                    found[id(o)] = day
                elif o.person is f.object and o.sentence is f.sentence and not is_ahead(day, self.date):
                    over |= {id(o)} if o.status is Status.CURRENT else set()
        return found, over

    def _ended(self, offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> dict[int, str]:
        """Last days by the `id` of an office: „Sie löste am 1. Mai A ab“, „übernahm das Amt 2018 von A“."""
        found: dict[int, str] = {}
        for f in facts:
            day = self._day_of(f) if f.rule in _AT_ONCE and f.sentence.dates else None
            if day is None or is_ahead(day, self.date):
                continue
            taken = {(o.role.name, id(o.body)) for o in offices if o.person is f.subject and o.status in _HELD}
            own = [o for o in offices if o.person is f.object and (o.role.name, id(o.body)) in taken]
            if len({o.role.name for o in own}) == 1:
                found |= {id(o): day for o in own}
        return found

    def _day_of(self, f: FactDraft) -> str | None:
        """The one day that the clause of a succession tells, if its verb or a noun in it is that of a follower."""
        s = f.sentence
        named = [a for a in s.arguments if a.draft is f.subject and a.clause >= 0]
        # „Ihr Vorgänger A hatte das Amt 2015 übernommen“ tells of A
        own = [a for a in named if a.head < 0 or s.text_at(a.head) not in self._prior]
        for number in {a.clause for a in own}:
            clause = s.clauses[number]
            noun = any(s.tokens[i].text in self._successors for i in clause.tokens)
            if not noun and self._succeeding.isdisjoint(clause.verbs):
                continue
            dates = s.dates_in(number)
            if len(dates) == 1 and dates[0].lead in _BEGINS:
                return dates[0].value
        return None

    def _may_begin(self, o: OfficeDraft, day: str) -> bool:
        return o.status in STARTING or (o.status is Status.CURRENT and not is_ahead(day, self.date))

    def _from(self, o: OfficeDraft, day: str) -> OfficeDraft:
        status = Status.DESIGNATED if is_ahead(day, self.date) else Status.NEW
        return replace(o, since=day, status=status if o.status in STARTING else o.status)


def _clause_of(o: OfficeDraft) -> int:
    """The clause that tells of an office, or -1: that of its title, else the one whose subject is its holder.

    None does that names another title of the same holder, since the time may be that of the other.
    """
    s = o.sentence
    titles = [a for a in s.arguments if a.role is not None and a.clause >= 0]
    own = {a.clause for a in titles if a.role is not None and a.role.name == o.role.name}
    people = {a.clause for a in s.arguments if a.draft is o.person and a.clause >= 0 and _is_whole(a)}
    # „Dort ist seit Mai A Chef; er trat die Nachfolge von B an“: the title beside A tells nothing of B
    here = own & people or (people if o.how == "clause" else own)
    if len(here) != 1:
        return -1
    clause = next(iter(here))
    others = any(a.clause == clause and a.role is not None and a.role.name != o.role.name for a in titles)
    denied = not _NO.isdisjoint(s.lower[i] for i in s.clauses[clause].tokens)
    return -1 if others or denied else clause


def _is_whole(a: Argument) -> bool:
    """Whether a person is a part of the clause itself, and does not hang on a noun of it."""
    return a.type is EntityType.PERSON and a.head < 0
