"""Several short articles on one page: a newsletter, a gazette, a blog that shows its entries whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.sources.html.teasers import is_dated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.sources.html.run import Run

__all__ = ["Showing", "is_whole", "whole_pieces"]

_SENTENCE_END = re.compile(r"[^\W\d_]{2}[”“\"»)]?[.!?](?=[”“\"»)]*(?:\s|$))")
_CUT = ("…", "...", "[…]")
_LEAST_SENTENCES = 2
_LEAST_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True)
class Showing:
    """How a page shows a teaser.

    Attributes:
        habit: What stands between kicker and title in all titles of the page, or None.
        day: Day of the issue that it is a piece of, or None.
        whole: Whether it is a short article of its own.
    """

    habit: str | None
    day: str | None
    whole: bool


def whole_pieces(teasers: Sequence[Sequence[Run]], *, issue: bool, alone: bool) -> list[bool]:
    """Which of the teasers of a page are short articles of their own, as nothing leads from them to more.

    In an issue of a newsletter or gazette those are that have two sentences or more, no link and no day of their own.
    On a page of teasers alone titles may be links where one has several paragraphs and none leads on, as in a blog.
    """
    shown = alone and any(_paragraphs(lines) >= _LEAST_PARAGRAPHS for lines in teasers)
    shown = shown and not any(_leads_on(lines) for lines in teasers)
    return [
        (shown or (issue and not is_dated(lines) and not any(run.linked or run.href for run in lines)))
        and _sentences(lines) >= _LEAST_SENTENCES
        for lines in teasers
    ]


def is_whole(runs: Sequence[Run]) -> bool:
    """Whether lines are all of a short article: several paragraphs, and no link that leads to the rest of it."""
    leads = any((run.href and not run.href.startswith("#")) or run.more is not None for run in runs)
    return sum(run.prose for run in runs) >= _LEAST_PARAGRAPHS and not leads and runs[0].item is None


def _paragraphs(lines: Sequence[Run]) -> int:
    return sum(run.sentence for run in lines)


def _sentences(lines: Sequence[Run]) -> int:
    return sum(len(_SENTENCE_END.findall(run.text)) for run in lines if run.sentence)


def _leads_on(lines: Sequence[Run]) -> bool:
    """Whether a text is cut, or is or has a link, or one stands below it."""
    told = next((at for at, run in enumerate(lines) if run.sentence), len(lines))
    below = lines[told:]
    return any(run.more is not None or run.linked > 0 or run.text.endswith(_CUT) for run in below)
