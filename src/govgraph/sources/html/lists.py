"""Lists of teasers that no box holds: lines of one make, the days that they stand under, and dates that are none."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from govgraph.sources.dates import lone_day
from govgraph.sources.heads import is_kicker
from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.teasers import (
    first_sentence,
    has_day,
    is_dated,
    is_over,
    is_titular,
    lifted,
    may_be_title,
    role_of,
)
from govgraph.sources.html.tree import Element, ancestors
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["listed_teasers", "with_days", "without_events"]

_SHARE = 0.75
_GREETING = re.compile(r"(?:Liebe[rs]?|Sehr geehrte[rs]?|Hallo|Moin|Guten (?:Tag|Morgen)|Werte[rs]?)\b[^.?:;]*[,!]$")
_MOST_PROSE = 3
_MOST_BEFORE = 4
_MOST_BOX = 20
_LONGEST_DAY = 60
_LONGEST_EVENT_DAY = 20
_MOST_EVENT_WORDS = 4
_WHOLE = frozenset({"body", "main", "html"})


def with_days(groups: Sequence[list[Run]], runs: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Boxes with the day that stands on the line before each of them, or in a heading over several of them.

    What holds a day itself is left as it is.
    """
    order = {id(run): at for at, run in enumerate(runs)}
    over: Run | None = None
    heads: list[Run | None] = []
    for run in runs:
        if run.heading and not (over and run.heading > over.heading):
            over = run if lone_day(run.text) else None
        heads.append(over)
    found = []
    for group in groups:
        at = order.get(id(group[0]), 0) - 1
        day = None
        if at >= 0 and not has_day(group):
            alone = (
                not runs[at].sentence
                and runs[at].heading != 1
                and len(runs[at].text) <= _LONGEST_DAY
                and day_of(runs[at].text)
            )
            page = role_of(runs[at], marks) is LayoutRole.PAGE_DATE
            day = runs[at] if alone and not page else heads[at]
        found.append([day, *group] if day is not None else group)
    return found


def listed_teasers(runs: Sequence[Run], marks: Marks, *, least: int = 3, issue: bool = False) -> list[list[Run]]:
    """Teasers without boxes: titles of one making, each with a sentence or two below it, linked or dated.

    Empty where less than `least` such titles are found. What stands before the first of them is not looked at, but for
    a greeting: a letter to readers with several titles is a newsletter, whose pieces need neither link nor day. So is
    what is known to be an `issue`.
    """
    letter = issue or _is_greeted(runs)
    for begins in _MAKINGS:
        places = [at for at, run in enumerate(runs) if begins(runs, at, marks) and may_be_title(run, marks)]
        asked = sum(runs[at].text.endswith("?") and runs[at].linked < _SHARE for at in places)
        if len(places) < least or asked * 2 > len(places):
            continue
        starts = _starts(runs, places, marks)
        groups = [list(runs[start:end]) for start, end in zip(starts, [*starts[1:], len(runs)], strict=True)]
        told = _trimmed([group for group in groups if any(run.sentence for run in group)])
        if 2 * len(told) < len(groups) and not runs[places[0]].heading:
            continue  # a list of links
        heads = {id(runs[at]) for at in places}
        titles = [run for group in told for run in group if id(run) in heads]
        dated = sum(is_dated(group) or any(_leads(run, marks) for run in group) for group in told)
        linked = all(title.linked > _SHARE for title in titles)
        short = sum(sum(run.sentence for run in group) <= _MOST_PROSE for group in told)
        if len(told) >= least and short == len(told) and (linked or dated >= max(1, len(told) - 1) or letter):
            return told
    return []


def _is_greeted(runs: Sequence[Run]) -> bool:
    """Whether readers are greeted above the first heading: "Liebe Leserinnen und Leser,"."""
    first = next((at for at, run in enumerate(runs) if run.heading > 1), 0)
    return any(_GREETING.match(run.text) for run in runs[:first] if len(run.text) <= _LONGEST_DAY)


def _unmarked(runs: Sequence[Run], at: int, marks: Marks) -> bool:
    """Whether a short line is followed by a sentence that begins with its day, or ends with a link to the rest."""
    if not is_titular(runs[at]) or at + 1 >= len(runs) or not runs[at + 1].sentence:
        return False
    return runs[at + 1].more is not None or _leads(runs[at + 1], marks)


_Making: TypeAlias = "Callable[[Sequence[Run], int, Marks], bool]"
_MAKINGS: tuple[_Making, ...] = (
    lambda runs, at, _: runs[at].heading == 2,
    lambda runs, at, _: runs[at].heading == 3,
    lambda runs, at, _: runs[at].heading > 3,
    lambda runs, at, _: runs[at].label is PageRole.TITLE,
    lambda runs, at, _: runs[at].linked > _SHARE and is_titular(runs[at]),
    lambda runs, at, _: runs[at].bold and is_titular(runs[at]),
    _unmarked,
)


def _starts(runs: Sequence[Run], places: Sequence[int], marks: Marks) -> list[int]:
    """Where the teasers of some titles begin: none takes more lines before its title than the first of them does."""
    starts = [_start(runs, places[0], 0, marks)]
    most = places[0] - starts[0]
    for before, at in pairwise(places):
        starts.append(max(_start(runs, at, before + 1, marks), at - most) if most else at)
    return starts


def _start(runs: Sequence[Run], at: int, floor: int, marks: Marks) -> int:
    """Position of the first of the short lines right before a title that hold a day or are labelled; else its own."""
    begin = at
    while begin > max(floor, at - _MOST_BEFORE) and _is_short(runs[begin - 1]):
        begin -= 1
    dated = [
        place
        for place in range(begin, at)
        if (runs[place].label is PageRole.DATE or day_of(runs[place].text))
        and runs[place].heading != 1
        and role_of(runs[place], marks) is not LayoutRole.PAGE_DATE
    ]
    if dated:
        begin = dated[0]
        lone = begin > floor and _is_short(runs[begin - 1]) and not runs[begin - 1].linked
        return begin - 1 if lone and is_kicker(runs[begin - 1].text, marks.layouts) else begin
    over = at - 1
    if over >= floor and runs[at].heading and runs[over].heading and is_over(runs[over], runs[at]):
        return over
    return lifted(runs, at, floor)


def _is_short(run: Run) -> bool:
    return not run.sentence and len(run.text) <= _LONGEST_DAY


def _trimmed(groups: Sequence[list[Run]]) -> list[list[Run]]:
    """Groups of lines without what stands outside of the box that holds the list."""
    if not groups:
        return []
    zone = _common([run for group in groups for run in group[: first_sentence(group) + 1]])
    found = []
    makes = {_make(group[first_sentence(group)]) for group in groups}
    make = makes.pop() if len(makes) == 1 else None
    for group in groups:
        lines = [run for run in group if zone is None or zone in set(ancestors(run.element))]
        if make is not None and make[1]:
            told = range(first_sentence(lines) + 1, len(lines))
            other = next((at for at in told if lines[at].sentence and _make(lines[at]) != make), len(lines))
            lines = lines[:other]
        if zone is None or zone.tag in _WHOLE:
            lines = lines[: _end(lines)]
        found.append(lines)
    return found


def _make(run: Run) -> tuple[str, str]:
    return run.tag, run.element.get("class") or ""


def _end(lines: Sequence[Run]) -> int:
    """Where a teaser ends that no box holds: with the day or the link that closes it, else with its first paragraph."""
    told = first_sentence(lines)
    for at in range(told, min(len(lines), told + _MOST_PROSE + 1)):
        run = lines[at]
        if run.heading:
            break
        if run.more is not None or (not run.sentence and (day_of(run.text) or run.linked > _SHARE)):
            return at + 1
    return told + 1


def _common(runs: Sequence[Run]) -> Element | None:
    """The smallest element that holds all of some lines."""
    shared = list(ancestors(runs[0].element))
    for run in runs[1:]:
        held = set(ancestors(run.element))
        shared = [one for one in shared if one in held]
    return shared[0] if shared else None


def _leads(run: Run, marks: Marks) -> bool:
    return role_of(run, marks) is LayoutRole.LEAD_DATE


def without_events(runs: Sequence[Run], marks: Marks) -> Sequence[Run]:
    """Lines without lists of events: what stands below such a heading and begins with a day, and what goes with it.

    A list ends with the next heading of its rank, or of any, or with the box that holds it. Boxes of vacancies and
    the like go too, where they are boxes.
    """
    words = marks.layouts.word_list("events")
    others = marks.layouts.word_list("otherBoxes")
    kept: list[Run] = []
    head: Run | None = None
    box: Element | None = None
    for at, run in enumerate(runs):
        if head is not None:
            above = bool(run.heading) and run.heading <= (head.heading or run.heading)
            outside = box is not None and box not in set(ancestors(run.element))
            if above or outside or (box is None and not head.heading and run.bold and not day_of(run.text)):
                head = None
        if head is None and at + 1 < len(runs) and run.heading != 1 and not run.sentence:
            around = _common(runs[at : at + 2])
            around = None if around is None or around.tag in _WHOLE else around
            events = _is_events(run, words) and _begins_with_day(runs[at + 1])
            if events or (around is not None and run.text in others and _is_small(around, runs, at)):
                head, box = run, around
        if head is None:
            kept.append(run)
    return kept


def _is_small(box: Element, runs: Sequence[Run], at: int) -> bool:
    """Whether a line begins a box of a few lines."""
    held = [box in set(ancestors(run.element)) for run in runs[max(0, at - 1) : at + _MOST_BOX]]
    return not all(held) and (at == 0 or not held[0])


def _is_events(run: Run, words: frozenset[str]) -> bool:
    """Whether a line heads a list of events: "Termine", "Veranstaltungen des Instituts"."""
    if run.heading == 1 or run.sentence or run.label is PageRole.TITLE:
        return False
    parts = run.text.rstrip(":").split()
    return len(parts) <= _MOST_EVENT_WORDS and any(" ".join(parts[:size]) in words for size in range(1, len(parts) + 1))


def _begins_with_day(run: Run) -> bool:
    return not run.sentence and day_of(run.text[:_LONGEST_EVENT_DAY]) is not None
