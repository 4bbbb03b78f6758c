"""When somebody holds an office, and whether that is now: by adverbs and times of the clause or the phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.ellipsis import NO_LONGER
from govgraph.extract.clauses.slots import in_preterite, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.stopgaps import Stopgaps
from govgraph.extract.offices.terms import is_ahead, of_leave, term_of
from govgraph.language.grammar import COORDINATORS
from govgraph.language.morphology import is_preterite
from govgraph.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.leaving import Leaving
    from govgraph.extract.state import Clause, RoleNoun, Sentence
    from govgraph.language.dates import DateSpan

_RANGING = frozenset({"ab", "bis", "seit", "und", "von", "zwischen"})
"""Words within and before a time from one year to another."""
_YEAR, _MONTH = 4, 7
_LENGTHS = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10}
"""For how many years somebody may be chosen."""
_LONGEST = 3
_BUSINESS = frozenset({"Amtsgeschäft", "Dienstgeschäft", "Geschäft"})
"""Lemmas of nouns for the business of a post that another sees to who does not have it."""
_SINCE_OR_FROM = frozenset({"from", "since"})
_LONG_AGO = frozenset({"davor", "zuvor", "vorher", "zuletzt", "vordem", "einst", "früher"})


class OfficeTimes:
    """Reads begin, end and status of offices.

    Args:
        knowledge: Compiled vocabulary.
        leaving: Judge of who goes.
        article_date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, leaving: Leaving, article_date: str | None) -> None:
        self.k = knowledge
        self.leaving = leaving
        self.date = article_date
        self._acts = knowledge.words("leaving-acts")
        self._choosing = knowledge.words("choosing-verbs")
        self._stopgaps = Stopgaps(knowledge.words)
        self._doing = knowledge.words("exercising-verbs") - {"behalten", "übernehmen"}
        self._inserted: dict[int, set[int]] = {}

    def insert(self, s: Sentence, tokens: Iterable[int]) -> None:
        """Note tokens that are inserted into a clause: their adverbs and times are not those of the clause."""
        self._inserted.setdefault(id(s), set()).update(tokens)

    @staticmethod
    def _status(role: RoleNoun, said: Status | None) -> Status:
        """What the word beside the title says, unless the clause is about time to come: „neue Chefin soll …“."""
        if said is Status.DESIGNATED and role.status is not Status.FORMER:
            return said
        return role.status or said or Status.CURRENT

    def _by_adverb(self, s: Sentence, clause: int) -> Status | None:
        """„Davor stand sie als Referatsleiterin …“, „nimmt die Aufgaben kommissarisch wahr“."""
        inserted = self._inserted.get(id(s), ())
        words = {s.lower[i] for i in s.clauses[clause].tokens if i not in inserted}
        if words & self.k.words("acting-adverbs"):
            return Status.ACTING
        if words & _LONG_AGO and any(is_preterite(s.lower[i], lemma) for lemma, i, _ in s.clauses[clause].lemmas):
            return Status.FORMER
        told = s.clauses[clause]
        return Status.FORMER if self._up_to_then(s, told) and in_preterite(s, told) else None

    @staticmethod
    def _up_to_then(s: Sentence, clause: Clause) -> bool:
        """„das X bis dahin ausübte“, „den X bis zu diesem Tag innehatte“."""
        bis = [i for i in clause.tokens if s.lower[i] == "bis"]
        return any(s.low_at(i + 1) == "dahin" or s.lower[i + 1 : i + 3] == ["zu", "diesem"] for i in bis)

    def _for_now(self, s: Sentence, role: RoleNoun, clause: Clause) -> bool:
        """„Bis ein Nachfolger gefunden ist, übt X das Amt des CIO aus“, „X führt die Geschäfte des CIO“."""
        title = s.title(role)
        if title is None or title.marker != "gen" or self._doing.isdisjoint(clause.verbs):
            return False
        if self._stopgaps.says(s, clause):
            return True
        return self.k.lemma(s.text_at(title.head)) in _BUSINESS and in_present(s, clause)

    @staticmethod
    def _of_next(s: Sentence, role: RoleNoun, date: DateSpan) -> bool:
        """„Sie ist Staatssekretärin und seit 2015 CIO“: a time between „und“ and another title is that title's.

        So are both of „Sie war Kämmerin in Ulm, zwischen 2009 und 2014 Referatsleiterin im …“.
        """
        first, last = s.token_range(date.start, date.end)
        while last in s.dated or s.low_at(last) in _RANGING:
            last += 1
        while first - 1 in s.dated or s.low_at(first - 1) in _RANGING:
            first -= 1
        other = s.taken.get(last)
        joined = s.text_at(first - 1) == "," or any(s.low_at(i) in COORDINATORS for i in (first, first - 1, first - 2))
        return joined and other is not None and other.role not in {None, role} and other.first == last

    def find(
        self, s: Sentence, role: RoleNoun, said: Status | None, clause: int, within: range
    ) -> tuple[str | None, str | None, Status]:
        """Begin, end and status of an office.

        Args:
            s: Sentence that tells of it.
            role: Its title.
            said: Status that the construction tells, if it does.
            clause: Clause whose times are its own, or -1.
            within: Tokens between which the times are its own where no clause is given.
        """
        status = self._status(role, said)
        if clause >= 0 and status in {Status.CURRENT, Status.NEW} and s.clauses:
            status = self._by_adverb(s, clause) or status
            if status is Status.CURRENT and self._for_now(s, role, s.clauses[clause]):
                status = Status.ACTING
        inserted = self._inserted.get(id(s), ())
        leaves = clause >= 0 and bool(s.clauses) and self.leaving.ending(s, s.clauses[clause])
        dates = []
        for date in s.dates:
            first, _ = s.token_range(date.start, date.end)
            if clause < 0 and first not in within:
                continue
            if clause >= 0 and self._of_next(s, role, date):
                continue
            if clause >= 0 and (
                first in inserted or (s.clauses and first < len(s.clause_of) and s.clause_of[first] != clause)
            ):
                continue
            if status is Status.DESIGNATED and date.lead == "at" and s.clauses and is_perfect(s.clauses[clause]):
                # „hat heute X als künftige Chefin vorgestellt“: the day on which it was said
                continue
            if of_leave(s, date, self._acts):
                continue
            if status is Status.FORMER and leaves and s.lower[first] == "zum":
                # „gibt das Amt zum 30. Juni ab“
                continue
            dates.append(date)
        if clause < 0 and status is Status.CURRENT and any(self._is_ahead(date) for date in dates):
            # „Anna Weber, ab Juni CIO der Stadt Kassel, …“
            status = Status.DESIGNATED
        if clause < 0 and status is Status.CURRENT and self._in_a_year(s, role, dates):
            # „Anna Weber, 2022 Vorsitzende des Rats, …“
            status = Status.FORMER
        if clause >= 0 and status is Status.FORMER and self._no_longer(s, clause):
            return self._over_since(dates)
        # „Anna Weber, bis Ende Juni noch CIO von Hessen, …“, told in May
        lasts = (status is Status.CURRENT or (clause < 0 and said is Status.FORMER)) and self._lasts(s, role, dates)
        since, until, status = term_of(dates, Status.CURRENT if lasts else status, self.date)
        if lasts and status is Status.FORMER:
            status = Status.CURRENT
        if until is None and clause >= 0 and status in {Status.NEW, Status.DESIGNATED}:
            until = self._chosen_for(s, clause, since)
        return since, until, status

    def _lasts(self, s: Sentence, role: RoleNoun, dates: Sequence[DateSpan]) -> bool:
        """Whether the end of an office is yet to come: after the article, or at the end of its month."""
        end = next((date for date in dates if date.lead == "until"), None)
        if end is None or self.date is None or role.status is Status.FORMER:
            return False
        words = {s.lower[i] for i in range(*s.token_range(end.start, end.end))}
        this_month = len(end.value) == _MONTH and self.date.startswith(end.value) and "ende" in words
        return this_month or is_ahead(end.value, self.date)

    @staticmethod
    def _no_longer(s: Sentence, clause: int) -> bool:
        return bool(s.clauses) and any(
            s.lower[i] == "nicht" and s.low_at(i + 1) in NO_LONGER for i in s.clauses[clause].tokens
        )

    def _over_since(self, dates: Sequence[DateSpan]) -> tuple[None, str | None, Status]:
        """„ist seit Mai nicht mehr CIO“, „ist ab 1. Mai nicht mehr CIO“: an end, and until a day to come the office."""
        ends = [date for date in dates if date.lead in _SINCE_OR_FROM]
        ahead = bool(ends) and self._is_ahead(ends[-1])
        return None, ends[-1].value if ends else None, Status.CURRENT if ahead else Status.FORMER

    def _in_a_year(self, s: Sentence, role: RoleNoun, dates: Sequence[DateSpan]) -> bool:
        """Whether a year that is past, and nothing else, stands right before a title."""
        if len(dates) != 1 or len(dates[0].value) != _YEAR or dates[0].lead != "at" or self.date is None:
            return False
        first, last = s.token_range(dates[0].start, dates[0].end)
        bare = last == first + 1 and s.tokens[first].text == dates[0].value < self.date[:_YEAR]
        return (
            bare and s.text_at(first - 1) in {",", "("} and any(a.role is role and a.first == last for a in s.arguments)
        )

    def _chosen_for(self, s: Sentence, clause: int, since: str | None) -> str | None:
        """„wurde für drei Jahre zur Vorsitzenden gewählt“: the year of the last day, counted from the first one."""
        begin = since or self.date
        if begin is None or self._choosing.isdisjoint(lemma for lemma, _, _ in s.clauses[clause].lemmas):
            return None
        for i in s.clauses[clause].tokens:
            if s.lower[i] in {"auf", "für"} and s.low_at(i + 2) in {"jahr", "jahre"}:
                told = s.low_at(i + 1)
                years = int(told) if told.isdigit() and len(told) < _LONGEST else _LENGTHS.get(told, 0)
                return f"{int(begin[:_YEAR]) + years}" if years else None
        return None

    def _is_ahead(self, date: DateSpan) -> bool:
        """Whether a time that something begins with is yet to come."""
        return date.lead == "from" and self.date is not None and date.value > self.date[: len(date.value)]
