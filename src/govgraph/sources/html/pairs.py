"""Labels and what they label, such as "Datum" and a day, and titles of two elements, as one line each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.sources.dates import lone_day
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.sources.html.run import Run

__all__ = ["join_pairs", "pair_of_row"]

_LONGEST_LABEL = 40
_LONGEST_VALUE = 100
_ROW = re.compile(r"(?P<label>[^|]{2,40}?):? \| (?P<value>[^|]{2,100})$")


def join_pairs(runs: Sequence[Run]) -> list[Run]:
    """Lines with a term of a list and its one short value as one: "Datum: 12.03.2024".

    A question, a day and a sentence are no labels; what has a link as its value is the title of something else. So is
    a title with a colon at its end, and the next one made alike.
    """
    found: list[Run] = []
    at = 0
    while at < len(runs):
        run = runs[at]
        value = runs[at + 1] if at + 1 < len(runs) else None
        if value is not None and _is_begun(run) and _is_alike(run, value):
            found.append(replace(value, text=f"{run.text} {value.text}", at=run.at))
            at += 2
            continue
        if value is not None and _is_label(run) and _is_value(value) and not _goes_on(runs, at + 2):
            found.append(replace(value, text=f"{run.text.rstrip(': ')}: {value.text}", lead="", above=""))
            at += 2
            continue
        found.append(run)
        at += 1
    return found


def _is_begun(run: Run) -> bool:
    """Whether a title ends with a mark that something must follow."""
    titled = run.heading or run.label is PageRole.TITLE
    return bool(titled) and run.text[-1] in ":–" and len(run.text.split()) > 1


def _is_alike(run: Run, other: Run) -> bool:
    same = (run.tag, run.label, run.element.get("class")) == (other.tag, other.label, other.element.get("class"))
    return same and run.element is not other.element and run.element.getparent() is other.element.getparent()


def _is_label(run: Run) -> bool:
    short = run.tag == "dt" and len(run.text) <= _LONGEST_LABEL and not run.linked
    return short and run.text[-1] not in "?!." and lone_day(run.text) is None


def _is_value(run: Run) -> bool:
    return run.tag == "dd" and len(run.text) <= _LONGEST_VALUE and not run.sentence and not run.linked


def _goes_on(runs: Sequence[Run], at: int) -> bool:
    return at < len(runs) and runs[at].tag == "dd" and runs[at - 1].element.getparent() is runs[at].element.getparent()


def pair_of_row(text: str) -> str:
    """The two cells of a row as a label and what it labels; other lines as they are.

    >>> pair_of_row("Datum | 12.03.2024"), pair_of_row("Pegel | 184 | 1 Minute")
    ('Datum: 12.03.2024', 'Pegel | 184 | 1 Minute')
    """
    match = _ROW.match(text)
    return f"{match['label']}: {match['value']}" if match else text
