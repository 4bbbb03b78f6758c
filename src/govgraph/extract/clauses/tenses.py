"""When something is told to be: dates that go with the tense of their clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_perfect
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, PAST_AUXILIARIES
from govgraph.language.morphology import is_preterite

if TYPE_CHECKING:
    from collections.abc import Container

    from govgraph.extract.state import Clause, Sentence
    from govgraph.language.dates import DateSpan

_STRONG = ("bat", "galt", "hielt", "litt", "riet", "ritt", "schnitt", "schritt", "stritt", "tat", "trat")
"""Strong forms of the past that end as forms of the present do."""
_PAST = PAST_AUXILIARIES | {"worden", "gewesen"}
_SPOKEN = frozenset({"gestern", "heute", "vorgestern", "vor", "dieses"}) | {
    f"{stem}en" for stem in ("kommend", "letzt", "nächst", "vergangen", "vorig")
}
"""Words within a time that say which year it is of."""
_PASSED = frozenset({"bis", "letzten", "seit", "vergangenen", "vorigen"})
_NEAR = 4
"""How many words before a date may say that it is past."""
_EVENT = 9
"""Within how many words after „nach dem“ the date of an event stands."""
_SPANS = frozenset({"jahren", "monaten", "tagen", "wochen"})
_SOME = frozenset({"drei", "einigen", "fünf", "sechs", "vier", "wenigen", "zwei"})
_ARE = frozenset({"bin", "bleibe", "bleiben", "bleibt", "ist", "sind"})
_BESIDE = 2
"""How many words before or after a time „noch“ stands."""
_HALF_A_YEAR = 6
_FAR_AHEAD = 9
"""From how many months ahead on a date without a year is rather that of the year before, in the past tense."""
_WAS = frozenset({"wurde", "wurden"})
_AFTER_NEW_YEAR = frozenset({"-01", "-02", "-03"})
"""Months in which what has happened „zum Jahresende“ has happened in the year before."""
_YEAR = 4
UNTIL_NOW = frozenset({"bisher", "bislang"})
"""Adverbs that beside a verb in the present tell of what still is: „X, der bisher die Abteilung leitet, wird CIO“."""


def in_present(s: Sentence, clause: Clause) -> bool:
    """Whether a clause with a finite verb tells in the present."""
    if is_perfect(clause) or not _PAST.isdisjoint(clause.auxiliaries):
        return False
    finite = [(s.lower[i], lemma) for lemma, i, participle in clause.lemmas if not participle]
    helping = [low for low in clause.auxiliaries if low in AUXILIARIES or low in MODALS]
    if not finite and not helping:
        return False
    return not any(low.endswith(("te", "ten")) for low in helping if low in MODALS) and not any(
        low not in AUXILIARIES and _is_past(low, lemma) for low, lemma in finite
    )


def in_some_time(s: Sentence, clause: Clause) -> bool:
    """„In zwei Jahren löst ihn A ab“: what the present tells of a time to come; not „In zwei Jahren entstand X“."""
    ahead = any(
        s.lower[i] == "in" and s.low_at(i + 2) in _SPANS and (s.low_at(i + 1) in _SOME or s.low_at(i + 1).isdigit())
        for i in clause.tokens
    )
    return ahead and in_present(s, clause)


def wants(clause: Clause) -> bool:
    """„Als Beauftragte will sie …“, „werde sie …“: who means to do something in an office has it."""
    return any(MODALS.get(low) in {"wollen", "mögen"} or low == "werde" for low in clause.auxiliaries)


def _is_past(form: str, lemma: str) -> bool:
    if form.endswith("en"):
        return not lemma.endswith(form)
    present = form.endswith("tritt") and not form.endswith("stritt")
    return is_preterite(form, lemma) or (form.endswith(_STRONG) and not present)


def settle_dates(s: Sentence, article_date: str | None, done: Container[str] = frozenset()) -> None:
    """Let the dates of a sentence agree with its clauses, which must be known.

    A number that belongs to a name is no date („Sachsen-Anhalt Digital 2030“). A day or month without a year is the
    one before the article, but in the present the one after it: „übernimmt im Juli“ in an article of May. One that is
    told of the past lies before it, too: „übernahm zum 15. Dezember“ in an article of January.

    Args:
        s: The sentence; its dates are replaced.
        article_date: Date of the article.
        done: Lemmas of verbs for what happens on such a day.
    """
    if not s.dates:
        return
    dates: list[DateSpan] = []
    for date in s.dates:
        tokens = range(*s.token_range(date.start, date.end))
        named = any(i in s.taken and s.taken[i].draft is not None for i in tokens)
        if not named:
            dates.append(_after(s, date, tokens, article_date, done) if article_date and tokens else date)
    if len(dates) < len(s.dates):
        s.dated = frozenset(i for d in dates for i in range(*s.token_range(d.start, d.end)))
    s.dates = tuple(dates)


def _after(s: Sentence, date: DateSpan, tokens: range, article_date: str, done: Container[str]) -> DateSpan:
    words = [s.lower[i] for i in tokens]
    year = date.value[:_YEAR]
    # „2024“, „2024/25“, „12.03.2024“
    told = any(year in word or (len(word) >= _YEAR and word[:_YEAR].isdigit()) for word in words)
    told = told or not _SPOKEN.isdisjoint(words)
    size = len(date.value)
    passed = date.value < article_date[:size]
    if date.lead == "until" and not told and size > _YEAR and s.clauses:
        return (_until_next if passed else _until_last)(s, date, tokens, article_date)
    if told or size <= _YEAR or date.lead not in {"at", "from"} or not s.clauses:
        return date
    if _is_after_event(s, tokens[0]):
        far = _month_of(date.value) - _month_of(article_date) > _HALF_A_YEAR
        return replace(date, value=f"{int(year) - 1}{date.value[_YEAR:]}") if far else date
    if not passed:
        clause = s.clauses[s.clause_of[tokens[0]]]
        lately = "jahresende" in words and article_date[_YEAR : _YEAR + 3] in _AFTER_NEW_YEAR
        # „hat die FITKO zum Jahresende verlassen“, told in February
        over = (lately and is_perfect(clause)) or _is_done(s, clause, date, article_date, done)
        return replace(date, value=f"{int(year) - 1}{date.value[_YEAR:]}") if over else date
    if not _PASSED.isdisjoint(s.lower[max(0, tokens[0] - _NEAR) : tokens[0]]):
        # „seit der Wahl im Mai“, „seit dem vergangenen Dezember“
        return date
    if not in_present(s, s.clauses[s.clause_of[tokens[0]]]):
        return date
    return replace(date, value=f"{int(year) + 1}{date.value[_YEAR:]}")


def _is_done(s: Sentence, clause: Clause, date: DateSpan, article_date: str, done: Container[str]) -> bool:
    """„übernahm zum 15. Dezember“, „wurde zum 1. Dezember ernannt“, told in January: none tells so of so far ahead."""
    if _month_of(date.value) - _month_of(article_date) < _FAR_AHEAD or any(low in MODALS for low in clause.auxiliaries):
        return False
    verbs = [(lemma, i, participle) for lemma, i, participle in clause.lemmas if lemma in done]
    told = is_perfect(clause) or not _WAS.isdisjoint(clause.auxiliaries)
    return any(told if participle else is_preterite(s.lower[i], lemma) for lemma, i, participle in verbs)


def _until_next(s: Sentence, date: DateSpan, tokens: range, article_date: str) -> DateSpan:
    """„bis Ende Januar noch“, „bleibt bis Januar“, told in November: the January to come."""
    long_ago = _month_of(article_date) - _month_of(date.value) > _HALF_A_YEAR
    near = s.lower[max(0, tokens[0] - _BESIDE) : tokens[-1] + 1 + _BESIDE]
    clause = s.clauses[s.clause_of[tokens[0]]]
    staying = "bleiben" in clause.verbs
    lasting = ("noch" in near or staying) and in_present(s, clause)
    verb = next((i for i in range(tokens[0] - 1, clause.tokens[0] - 1, -1) if s.lower[i] in _ARE), -1)
    # „ist noch bis Ende Februar im Amt“, told in May
    long_ago = long_ago or (verb >= 0 and all(t.text != "," for t in s.tokens[verb : tokens[0]]))
    return replace(date, value=f"{int(date.value[:_YEAR]) + 1}{date.value[_YEAR:]}") if long_ago and lasting else date


def _until_last(s: Sentence, date: DateSpan, tokens: range, article_date: str) -> DateSpan:
    """„Anna Weber, bis Dezember CISO in Ulm, leitet jetzt …“, told in February: the December before."""
    far = _month_of(date.value) - _month_of(article_date) > _HALF_A_YEAR
    beside = any(s.text_at(i) == "," for i in (tokens[0] - 1, tokens[0] - 2)) and s.low_at(tokens[0] - 1) != "noch"
    past = far and beside and s.low_at(tokens[-1] + 1) != "noch"
    return replace(date, value=f"{int(date.value[:_YEAR]) - 1}{date.value[_YEAR:]}") if past else date


def _is_after_event(s: Sentence, first: int) -> bool:
    """„nach dem Weggang von Anna Weber zum 30. Juni“: whether a date is that of something after which something is."""
    verbs = {at for clause in s.clauses for _, at, _ in clause.lemmas}
    for i in range(first - 1, max(-1, first - _EVENT), -1):
        if i in verbs or s.lower[i] in AUXILIARIES or s.tokens[i].text in {",", ";", ":"}:
            return False
        if s.lower[i] in {"nach", "seit"}:
            return s.low_at(i + 1) in DETERMINERS
    return False


def _month_of(value: str) -> int:
    """A month as a number that counts on over years; January where only the year is known."""
    year, _, rest = value.partition("-")
    return 12 * int(year) + int(rest[:2] or 1)


def says_so_far(low: str) -> bool:
    """„bisher“, „bislang“, „die bisherige …“: whether a word in small letters tells of what has been so until now."""
    return low in UNTIL_NOW or low.startswith("bisherige")
