"""Offices of times long past: „2005 führte Innenminister A die Karte ein“ tells in 2025 of nobody who is minister."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past
from govgraph.extract.offices.past_posts import WAS
from govgraph.model import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Clause, OfficeDraft, Sentence
    from govgraph.language.dates import DateSpan

_LONG, _LED, _FOLLOWED = 12, 9, 3
"""After how many years nobody has an office, nor one under whom something was, nor if another has it."""
_TODAY = frozenset(
    {"bis", "heute", "heutige", "heutiger", "inzwischen", "jetzt", "noch", "nun", "seit", "seitdem", "seither"}
)
"""Words with which a sentence tells of today as well."""
_HELD = frozenset({Status.CURRENT, Status.NEW})
_YEAR = 4
_BEFORE_YEAR = frozenset({"im", "in", "jahr", "jahre"})
_JOINING = frozenset({"", ",", "und", "aber", "doch", "hat", "hatte", "haben", "war", "wurde", "(", ";", ":"})
"""What a time that tells when all of its clause happened may stand behind, beside the verb of the clause."""
_QUOTING = frozenset({"„", "“", "»", "«", '"'})
_LOOKING_BACK = frozenset({"ehren", "erinnern", "feiern", "gedenken", "gratulieren", "würdigen", "zurückblicken"})
"""Lemmas of verbs of today for what was long ago: „erinnerte an die Gründung 1991“."""


class LongAgo:
    """Tells of whom an office is over, since what its clause tells happened long ago.

    Args:
        words: Gives the forms of a word list.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], date: str | None) -> None:
        self._today = int(date[:_YEAR]) if date is not None else 0
        self._saying = words("speech-verbs") | words("public-speech-verbs") | _LOOKING_BACK
        # „1999 ging Vorstand A zur AKDB“ tells how one came to be what one is now
        self._saying |= words("moving-verbs") | words("verbs-of-ones-past")

    def settled(self, offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
        """The offices, those as over that somebody had when something long ago happened."""
        for o in offices:
            held = self._today and o.status in _HELD and o.since is None and o.until is None
            over = held and self._is_over(o, _FOLLOWED if any(_is_anothers(o, p) for p in offices) else _LED)
            yield replace(o, status=Status.FORMER) if over else o

    def _is_over(self, o: OfficeDraft, led: int) -> bool:
        s = o.sentence
        title = s.title(o.role)
        if title is None or not 0 <= title.clause < len(s.clauses) or o.role.status in _HELD:
            return False
        clause = s.clauses[title.clause]
        if not (in_past(s, clause) or not WAS.isdisjoint(clause.auxiliaries)):
            return False
        said = not self._saying.isdisjoint(clause.verbs)
        if said or not (_TODAY | _QUOTING).isdisjoint(s.lower) or any(d.lead != "at" for d in s.dates):
            return False
        if not s.dates:
            return False
        past = self._today - max(int(d.value[:_YEAR]) for d in s.dates)
        if title.marker == "unter":
            return past >= led
        # „Bremens CIO A hat 2003 promoviert“ tells of who is CIO now
        before = all(s.token_range(d.start, d.end)[1] <= title.first and _tells_when(s, clause, d) for d in s.dates)
        return past >= _LONG and before


def _is_anothers(o: OfficeDraft, other: OfficeDraft) -> bool:
    """Whether another is told to have the same office now, elsewhere in the article."""
    same = other.person is not o.person and other.body is o.body and other.role.name == o.role.name
    return same and other.status in _HELD and other.sentence is not o.sentence


def _tells_when(s: Sentence, clause: Clause, date: DateSpan) -> bool:
    """Whether a date tells when what a clause says happened: „2005 führte …“, not „die Gründung 1991“, „Worms 1990“."""
    first, last = s.token_range(date.start, date.end)
    if first not in clause.tokens or _is_glued(s, first):
        return False
    while s.low_at(first - 1) in _BEFORE_YEAR:
        first -= 1
    before, after = s.low_at(first - 1), s.text_at(last)
    verbs = {i for _, i, _ in clause.lemmas}
    beside = before in _JOINING or first - 1 in verbs
    if last in verbs:
        return beside
    # „den 2010 eröffneten Bürgerservice“
    return beside and not (after[:1].islower() and s.text_at(last + 1)[:1].isupper() and s.tokens[last].inflected)


def _is_glued(s: Sentence, i: int) -> bool:
    """„ISO 27001:2005“: whether no space stands before a token."""
    return i > 0 and s.text_at(i - 1) == ":" and s.starts[i - 1] + 1 == s.starts[i]
