"""From when to when somebody holds an office: what the dates beside a title or in a clause say with its status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import STARTING
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from govgraph.extract.state import Sentence
    from govgraph.language.dates import DateSpan

_YEAR = 4


def term_of(
    dates: Sequence[DateSpan], status: Status, article_date: str | None
) -> tuple[str | None, str | None, Status]:
    """Begin and end of a time in office, and its status once they are known.

    Who has an office until a day that is past is a former one, who has it from a day to come a designated one, and who
    is yet to get it from a day that is past has it.

    Args:
        dates: The dates that are said of it, in order.
        status: What the words say of it.
        article_date: Date of the article.

    Returns:
        The first day, month or year, the last one, both None where none is told, and the status.
    """
    until = next((date.value for date in dates if date.lead == "until"), None)
    over = until is not None and article_date is not None and until <= article_date[: len(until)]
    if status is Status.CURRENT and over:
        status = Status.FORMER
    leads = {"from", "at"} if status in STARTING else {"from"} if status is Status.FORMER else set()
    since = next((date.value for date in dates if date.lead == "since"), None)
    begun = since is not None
    since = since or next((date.value for date in dates if date.lead in leads), None)
    if since is not None and article_date is not None:
        # „seit dem 1. Februar“ in an article of that month
        told = min(len(since), len(article_date))
        ahead = since[:told] > article_date[:told]
        # „wechselt zum Jahresende“
        same_year = len(since) == _YEAR and article_date.startswith(since)
        if ahead and status in {Status.NEW, Status.CURRENT}:
            status = Status.DESIGNATED
        elif not ahead and status is Status.DESIGNATED and not (same_year and not begun):
            status = Status.NEW
    return since, until, status


def is_ahead(day: str, today: str | None) -> bool:
    """Whether a day, month or year is after that of an article, as far as both are told; never without a date."""
    return today is not None and day[: len(today)] > today[: len(day)]


def of_leave(s: Sentence, date: DateSpan, acts: Collection[str]) -> bool:
    """„Nach dem Ausscheiden von A zum 30. Juni führt B …“: whether a date is the one on which somebody has left.

    Args:
        s: Sentence of the date.
        date: The date.
        acts: Nouns for somebody's leaving.
    """
    first = s.token_range(date.start, date.end)[0]
    before = s.taken.get(first - 1)
    if before is None:
        return s.text_at(first - 1) in acts
    return before.type is EntityType.PERSON and before.head >= 0 and s.text_at(before.head) in acts
