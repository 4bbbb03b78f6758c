"""Offices of times long past: „2005 führte Innenminister A die Karte ein“ tells in 2025 of nobody who is minister."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_perfect
from govgraph.extract.offices.past_posts import WAS
from govgraph.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Clause, OfficeDraft, Sentence

_LONG, _SOME = 12, 3
"""After how many years hardly anybody is in an office still, and after how many one under whom something was."""
_TODAY = frozenset(
    {"bis", "heute", "heutige", "heutiger", "inzwischen", "jetzt", "noch", "nun", "seit", "seitdem", "seither"}
)
"""Words with which a sentence tells of today as well."""
_HELD = frozenset({Status.CURRENT, Status.NEW})
_YEAR = 4
_FIRST = 3
"""Among how many tokens a year opens a paragraph: „Im Jahr 2005 gab es …“."""


def long_ago(offices: Sequence[OfficeDraft], sentences: Sequence[Sentence], date: str | None) -> Iterator[OfficeDraft]:
    """The offices, over where their sentence or its paragraph tells of a year long past.

    Args:
        offices: Offices read so far.
        sentences: The article.
        date: Date of the article.
    """
    opened = {} if date is None else _opened(sentences, int(date[:_YEAR]))
    for o in offices:
        if date is None or o.status not in _HELD or o.since is not None or o.until is not None:
            yield o
            continue
        over = _is_over(o, int(date[:_YEAR]), opened.get(o.sentence.block, 0))
        yield replace(o, status=Status.FORMER) if over else o


def _is_over(o: OfficeDraft, today: int, opened: int) -> bool:
    """Whether an office was that of somebody when something long ago happened."""
    s = o.sentence
    title = s.title(o.role)
    if title is None or not 0 <= title.clause < len(s.clauses) or not _TODAY.isdisjoint(s.lower):
        return False
    clause = s.clauses[title.clause]
    if o.role.status in _HELD or not (in_preterite(s, clause) or is_perfect(clause) or _was(clause)):
        return False
    years = [int(d.value[:_YEAR]) for d in s.dates if d.lead == "at"]
    if len(years) != len(s.dates):
        return False
    last = max(years, default=opened)
    past = today - last if last else 0
    return past >= _LONG or (title.marker == "unter" and past >= _SOME and bool(years))


def _was(clause: Clause) -> bool:
    return not WAS.isdisjoint(clause.auxiliaries)


def _opened(sentences: Sequence[Sentence], today: int) -> dict[int, int]:
    """The years long past with which paragraphs open, by their blocks: „2005 gab es keinen CIO. Minister A …“."""
    found: dict[int, int] = {}
    seen: set[int] = set()
    for s in sentences:
        first = s.dates[0] if s.block not in seen and s.dates else None
        seen.add(s.block)
        if first is not None and first.lead == "at" and s.token_range(first.start, first.end)[0] < _FIRST:
            year = int(first.value[:_YEAR])
            if today - year >= _LONG:
                found[s.block] = year
    return found
