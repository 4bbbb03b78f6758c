"""What dates and times say is yet to come: „führt Ende 2024 ein“, „ab morgen“, „im Herbst“, „steht bevor“."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.extended import attributive
from govgraph.extract.clauses.tenses import in_present, in_some_time
from govgraph.extract.clauses.verb_forms import has_verb, is_copular, main_verbs
from govgraph.language.dates import MONTHS
from govgraph.language.grammar import AND
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Sentence
    from govgraph.language.dates import DateSpan

_BOUNDS = frozenset({"since", "until"})
_NEXT = {"tages": frozenset({"eines"})} | dict.fromkeys(
    ("woche", "monat", "jahr", "quartal", "halbjahr"), frozenset({"nächste", "nächstes", "kommende", "kommendes"})
)
"""Times that are yet to come by the word before them."""
_COUNTED = re.compile(r"^\d+\.?$|^(?!letzten).*[dt]en$|^neuen$")
"""What may stand between „im“ and a time: „im 2. Halbjahr“, „im kommenden Herbst“, not a name or „vergangenen“."""
_NEXT_ONE = ("nächste",)
_STEPS = frozenset({"etappe", "meilenstein", "phase", "schritt", "station", "stufe"})
_OF_THE = frozenset({"der", "des", "dieser", "ihrer", "unserer"})
_SPANS = frozenset({"tagen", "wochen", "monaten"})
_THE = frozenset({"den", "diesen", "beiden", "letzten", "vergangenen", "ersten"})
_LAST_MONTH = "10"
"""Until which month of a year its end is yet to come."""
_LAST_DAY = "20"
"""Until which day of a month its end is yet to come."""
_WHILE = frozenset({"bis", "seit"})
_TO_COME = frozenset({"ab", "dem", "im", "nach", "vor", "zu", "zum", "der"})
_AFTER_THESE = frozenset({("nach", "den"), ("vor", "den")})
_SINCE = frozenset({"bis", "seit", "seitdem"})
_STILL_THIS = frozenset({("noch", "in", "diesem"), ("noch", "im", "laufenden"), ("noch", "vor", "dem")})
"""How a time begins before which something is going to be: „noch in diesem Jahr“."""
_YEAR = 4
_HALF_A_YEAR = 6
_PAPERS = frozenset({EntityType.DOCUMENT, EntityType.PROGRAMME})
_SO_ALREADY = frozenset({"bereits", "heute", "schon", "seit"})
"""Words by which what a clause says is so now, whatever it adds for tomorrow."""
_SPAN_BEFORE = 5
"""Within how many words before its end „vom“ opens a span of days."""


class TimesAhead:
    """Tells by dates and times what is yet to come.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._recurring = frozenset(word.lower() for word in words("recurring-times"))
        self._times = self._recurring.union(_NEXT)
        self._staying = words("lasting-verbs") | words("placing-verbs") | {"bleiben", "gelten", "laufen"}
        self._changing = words("changing-verbs")
        self._named_by_year = tuple(sorted(words("endings-named-by-a-year")))
        self._nouns = frozenset(word.lower() for word in words("nouns-to-come"))

    def tell_of(self, s: Sentence, clause: Clause, low: Sequence[str], today: str | None) -> bool:
        """Whether a clause that is told in no past tense tells of a time to come.

        Args:
            s: Sentence of the clause.
            clause: Clause.
            low: Its words in lower case, without what is only inserted.
            today: Date of the article.
        """
        if self._change_by(s, clause, today):
            return True
        if today and (self._are_dated(s, clause, today) or _at_the_end_of(s, clause, today) or in_some_time(s, clause)):
            return True
        return self._come_round(s, clause, low)

    def stand_before(self, clause: Clause, low: Sequence[str]) -> bool:
        """„steht bevor“, „steht kurz vor der Einführung“, „steht vor dem Umstieg“."""
        if "stehen" not in main_verbs(clause):
            return False
        words = [word for word in low if word.isalpha()]
        if words[-1:] == ["bevor"]:
            return True
        return any(
            word == "vor"
            and (words[n - 1 : n] in (["kurz"], ["unmittelbar"]) or not self._nouns.isdisjoint(words[n + 2 : n + 3]))
            for n, word in enumerate(words)
        )

    def _are_dated(self, s: Sentence, clause: Clause, today: str) -> bool:
        """Whether a date of a clause that is told in no past tense is yet to come."""
        dates = [d for d in s.dates if d.value > today and len(d.value) >= _YEAR]
        dates = [d for d in dates if d.lead not in _BOUNDS or _ends_span(s, d)]
        own = set(clause.tokens) - attributive(s) if dates else ()
        inside = [d for d in dates if any(s.starts[i] >= d.start and s.end_of(i) <= d.end for i in own)]
        inside = [d for d in inside if not self._is_in_name(s, d)]
        if any(d.lead in _BOUNDS for d in inside) and has_verb(clause) and not in_present(s, clause):
            # „fand vom 7. bis 9. November statt“, told in February: those of the year before
            inside = []
        if inside and has_verb(clause) and not in_present(s, clause):
            # „Von September bis Dezember testete Lehrte X“, told in February
            inside = [d for d in inside if not _is_of_last_year(s, d, today)]
        begun = inside and _has_begun(s, inside[0], today)
        return bool(inside) and not begun and not inside[0].value.startswith(today[: len(inside[0].value)])

    def _come_round(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """Whether a clause, by more than an attribute in it, tells in the present of a time that is yet to come."""
        if not self._is_ahead(s, clause, low):
            return False
        inner = attributive(s)
        return not inner or self._is_ahead(s, clause, [s.lower[i] for i in clause.tokens if i not in inner])

    def _is_ahead(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„Gotha beginnt im Herbst“, „die beiden ziehen nach Ostern nach“: the present with a time that comes round.

        So with „nächste Woche“, and with „dann“ after the verb: „Sie gehört dann auch dem Beirat an“.
        """
        ahead = ("dann" in low[2:] and clause.kind == "main") or _in_a_while(low)
        ahead = ahead or ("erst" in low and ("erst", "noch") in itertools.pairwise(low))
        ahead = ahead or ("morgen" in low and _from_tomorrow(s, clause))
        ahead = ahead or _is_next(low, clause, self._staying)
        ahead = ahead or ("noch" in low and _in_month(low) and main_verbs(clause).isdisjoint(self._staying))
        ahead = ahead or ("noch" in low and _STILL_THIS.intersection(zip(low, low[1:], low[2:], strict=False)) != set())
        for i, word in enumerate(() if self._times.isdisjoint(low) else low):
            if word not in self._times:
                continue
            before = low[max(0, i - 2) : i]
            named = before if before and _COUNTED.search(before[-1]) else before[-1:]
            comes = word in self._recurring and not _TO_COME.isdisjoint(named) and _SINCE.isdisjoint(before)
            # „nach den Ferien“, but not „in den Ferien“
            comes = comes or (word in self._recurring and tuple(before) in _AFTER_THESE)
            ahead = ahead or comes or not _NEXT.get(word, frozenset()).isdisjoint(before[-1:])
        return ahead and in_present(s, clause)

    def _change_by(self, s: Sentence, clause: Clause, day: str | None) -> bool:
        """„ersetzt das Portal bis zum Herbst“, „führt bis 2026 ein“: a change is yet to come that is done by a time."""
        if main_verbs(clause).isdisjoint(self._changing) or not in_present(s, clause):
            return False
        spans = [d for d in s.dates if d.lead == "until" and day is not None and d.value > day[: len(d.value)]]
        if any(d.start <= s.starts[i] < d.end for d in spans for i in clause.tokens):
            return True
        low = [s.lower[i] for i in clause.tokens]
        return any(word in self._recurring and "bis" in low[max(0, n - 3) : n] for n, word in enumerate(low))

    def _is_in_name(self, s: Sentence, day: DateSpan) -> bool:
        """„beschloss die Digitalstrategie 2035“: a year right after the noun for a plan is a part of its name."""
        first = s.token_range(day.start, day.end)[0]
        named = s.taken.get(first - 1)
        if len(day.value) != _YEAR or named is None or named.type not in _PAPERS or named.last != first:
            return False
        return named.type is EntityType.DOCUMENT or s.low_at(first - 1).endswith(self._named_by_year)


def _from_tomorrow(s: Sentence, clause: Clause) -> bool:
    """„Ab morgen nutzt Gera X“, „morgen stellt A vor“; not „am Morgen“, „heute Morgen“ and „…, ab morgen auch B“.

    What goes on past a comma or „und“ adds to what is so already.
    """
    inside = [i for i in clause.tokens if s.lower[i] == "morgen" and (s.tokens[i].text == "morgen" or i == 0)]
    verbs = [i for _, i, _ in clause.lemmas] or [i for i in clause.tokens if s.lower[i] in clause.auxiliaries]
    if not inside or not verbs or not _SO_ALREADY.isdisjoint(clause.words):
        return False
    between = range(verbs[0], inside[0])
    return not any(s.tokens[i].text in {",", "und"} for i in between)


def _is_next(low: Sequence[str], clause: Clause, lasting: frozenset[str]) -> bool:
    """„Als nächste Stadt führt Gera X ein“, „Nächster Anwender ist Gera“, „ist an der Reihe“: whose turn comes."""
    for n, word in enumerate(low[1:], 1):
        if low[n - 1] == "als" and word.startswith(_NEXT_ONE) and not _is_step_of(low, n):
            # not „Als nächste Stufe nutzt Gera nun X“
            return _SO_ALREADY.isdisjoint(low) and ("nun" not in low or main_verbs(clause).isdisjoint(lasting))
    if not is_copular(clause):
        return "reihe" in low and "der" in low and "an" in low and "kommen" in main_verbs(clause)
    opens = any(word.startswith(_NEXT_ONE) and not _is_step_of(low, n) for n, word in enumerate(low[:2]))
    opens = opens and low[0] != "das"
    return opens or "dran" in low[2:] or ("reihe" in low and {"an", "der"} <= set(low))


def _is_step_of(low: Sequence[str], n: int) -> bool:
    """„nächster Schritt der Kooperation“: what is next in something that is there."""
    return low[n + 1 : n + 2] != [] and low[n + 1] in _STEPS and not _OF_THE.isdisjoint(low[n + 2 : n + 3])


def _in_a_while(low: Sequence[str]) -> bool:
    """„in zwei Wochen“, „in wenigen Tagen“, „in Kürze“."""
    return "in" in low and any(
        low[n + 1 : n + 2] == ["kürze"] or not _SPANS.isdisjoint(low[n + 2 : n + 3])
        for n, word in enumerate(low)
        if word == "in" and _THE.isdisjoint(low[n + 1 : n + 2])
    )


def _in_month(low: Sequence[str]) -> bool:
    """„noch im September“: a month that is not over."""
    return any(low[n + 1 : n + 2] == ["im"] and low[n + 2] in MONTHS for n, w in enumerate(low[:-2]) if w == "noch")


def _at_the_end_of(s: Sentence, clause: Clause, today: str) -> bool:
    """„führt Ende 2024 die E-Akte ein“, in an article of May 2024; „Ende Mai“, in the first weeks of that May."""
    for i in clause.tokens:
        if s.lower[i] != "ende" or s.low_at(i - 1) in _WHILE:
            continue
        year, month, day = today[:4], today[5:7], today[8:10]
        after = s.low_at(i + 1)
        of_year = after == year and "" < month <= _LAST_MONTH
        of_month = str(MONTHS.get(after, 0)).zfill(2) == month and "" < day <= _LAST_DAY
        told = s.low_at(i + 2)
        if (of_year or (of_month and (told == year or not told.isdigit()))) and in_present(s, clause):
            return True
    return False


def _is_of_last_year(s: Sentence, day: DateSpan, today: str) -> bool:
    """Whether a month without a year is so far ahead that the past tense tells of that of the year before."""
    words = [s.lower[i] for i in range(*s.token_range(day.start, day.end))]
    if len(day.value) <= _YEAR or any(day.value[:_YEAR] in word for word in words):
        return False
    months = [12 * int(value[:_YEAR]) + int(value[_YEAR + 1 : _YEAR + 3]) for value in (day.value, today)]
    return months[0] - months[1] > _HALF_A_YEAR


def _has_begun(s: Sentence, later: DateSpan, today: str) -> bool:
    """„in den Jahren 2023 und 2024“, in an article of 2023: of two years that are joined the first one runs."""
    first = s.token_range(later.start, later.end)[0]
    return s.low_at(first - 1) in AND and any(
        today.startswith(d.value) and s.token_range(d.start, d.end)[1] == first - 1 for d in s.dates
    )


def _ends_span(s: Sentence, date: DateSpan) -> bool:
    """„vom 26. bis 28. Oktober“: whether a date ends the days on which something is, and no time until then."""
    first, _ = s.token_range(date.start, date.end)
    low = [s.low_at(i) for i in range(first - _SPAN_BEFORE, first + 1)]
    return date.lead == "until" and "vom" in low and any(word.strip(".").isdigit() for word in low)
