"""Who asks and who answers, where tags show it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.model.terms import BlockKind
from govgraph.sources.html.names import is_name, people
from govgraph.sources.html.teasers import role_of
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["asker", "interview_kinds"]

_ASKED = re.compile(r"\?[”“\"»)]*$")
_SAID = re.compile(r"[.?!…][”“\"»)]*$")
_ANNOUNCED = re.compile(
    r"(?i:interview|im gespräch|ein gespräch (?:mit|über|zu)|nachgefragt)|\bsprach(?:en)? (?:mit|sie|er)\b|"
    r"\bFragen\b[^.!?]{0,60} gestellt\b"
)
_SPEAKER = re.compile(r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]? ?)?(?P<name>[^\W\d_][^:?!.]{4,50}): ")
_LONGEST = 700
_LONGEST_NAME = 40
_LEAST = 2
_SHARE = 0.6
_NO_ANSWER = frozenset(
    {LayoutRole.BYLINE, LayoutRole.CREDIT, LayoutRole.BACKGROUND, LayoutRole.CONTACT, LayoutRole.CONTACT_LINE}
)
_APART = frozenset({PageRole.CAPTION, PageRole.CREDIT, PageRole.PULL_QUOTE, PageRole.BYLINE, PageRole.DATE})


def interview_kinds(runs: Sequence[Run], first: int, marks: Marks, *, title: str) -> dict[int, BlockKind]:
    """QUESTION and ANSWER by position of the line; empty where tags show no interview, so that marks may look for one.

    What is set apart in one way (a role, `<dt>`, bold, a heading) and mostly asks is what the interviewer says, also
    where it has no question mark. It is an interview if somebody is addressed, or answers as "ich" or "wir", or the
    page calls it one.
    """
    places = [at for at in range(first, len(runs)) if runs[at].label not in _APART and runs[at].tag != "figcaption"]
    places = [at for at in places if role_of(runs[at], marks) is not LayoutRole.BYLINE]
    if spoken := _by_speakers(runs, places):
        return spoken
    announced = _ANNOUNCED.search(" ".join([title, *(runs[at].text for at in places[:2])])) is not None
    for apart in _WAYS:
        asking = [at for at in places if apart(runs[at]) and len(runs[at].text) <= _LONGEST]
        asked = [at for at in asking if _ASKED.search(_said(runs[at])[-4:])]
        if (
            announced
            and asked
            and (said := _statements(runs, asking, places[0]))
            and _is_talk(runs, said, places, marks)
        ):
            return _kinds(runs, said, places, marks)
        if not asked or len(asked) < (1 if announced else _LEAST) or len(asked) < _SHARE * _after(asking, asked[0]):
            continue
        asking = [at for at in asking if at >= asked[0]]
        labelled = any(runs[at].label is PageRole.QUESTION for at in asking)
        if labelled or announced or _is_talk(runs, asking, places, marks):
            return _kinds(runs, asking, places, marks)
    return {}


def _statements(runs: Sequence[Run], asking: Sequence[int], first: int) -> list[int]:
    """What an interviewer says, also without asking: whole sentences that are set apart, each with an answer below it.

    Empty where there are fewer than three, or where questions alone are set apart so. The first line of the text may be
    its lead.
    """
    asking = [at for at in asking if at != first or _ASKED.search(_said(runs[at])[-4:])]
    said = [at for at in asking if _SAID.search(_said(runs[at])[-4:])]
    asked = sum(_ASKED.search(_said(runs[at])[-4:]) is not None for at in said)
    close = any(after - at < _LEAST for at, after in pairwise(said))
    return said if len(said) > max(_LEAST, asked) and len(said) == len(asking) and not close else []


def _by_speakers(runs: Sequence[Run], places: Sequence[int]) -> dict[int, BlockKind]:
    """QUESTION and ANSWER where two names take turns on lines of their own; empty where there are no such lines."""
    names: dict[str, list[int]] = {}
    for number, at in enumerate(places):
        text = runs[at].text.rstrip(": ")
        if len(text) <= _LONGEST_NAME and not runs[at].prose and text[:1].isupper():
            names.setdefault(text, []).append(number)
    names = {name: turns for name, turns in names.items() if len(turns) >= _LEAST}
    if len(names) != _LEAST:
        return {}
    turns = sorted((turn, name) for name, some in names.items() for turn in some)
    ends = [*(turn for turn, _ in turns[1:]), len(places)]
    asked = dict.fromkeys(names, 0)
    for (_, name), end in zip(turns, ends, strict=True):
        asked[name] += _ASKED.search(runs[places[end - 1]].text[-4:]) is not None
    asker = max(names, key=asked.__getitem__)
    if asked[asker] < _SHARE * len(names[asker]):
        return {}
    kinds: dict[int, BlockKind] = {}
    for (turn, name), end in zip(turns, ends, strict=True):
        kind = BlockKind.QUESTION if name == asker else BlockKind.ANSWER
        kinds.update(dict.fromkeys(places[turn:end], kind))
    return kinds


def _said(run: Run) -> str:
    return run.text if run.bold or not run.lead else run.lead


def _after(asking: Sequence[int], first: int) -> int:
    return sum(at >= first for at in asking)


_WAYS: tuple[Callable[[Run], bool], ...] = (
    lambda run: run.label is PageRole.QUESTION,
    lambda run: run.tag == "dt",
    lambda run: run.heading == 0 and (run.bold or _ASKED.search(run.lead[-4:]) is not None),
    lambda run: run.heading > 0,
    lambda run: run.slanted and run.heading == 0,
)


def _is_talk(runs: Sequence[Run], asking: Sequence[int], places: Sequence[int], marks: Marks) -> bool:
    addressed = any(marks.starts(LayoutRole.ADDRESSED, _said(runs[at])) for at in asking)
    others = [runs[at].text for at in places if at > asking[0] and at not in asking]
    spoken = sum(marks.starts(LayoutRole.FIRST_PERSON, text) is not None for text in others)
    return (addressed and spoken * 2 >= min(len(others), _LEAST)) or spoken * 2 >= len(others) > 0


def _kinds(runs: Sequence[Run], asking: Sequence[int], places: Sequence[int], marks: Marks) -> dict[int, BlockKind]:
    kinds: dict[int, BlockKind] = {}
    asks = frozenset(asking)
    speaking = Counter(runs[at].lead for at in places if runs[at].lead.endswith(":"))
    end = max(at for at in places if runs[at].prose or at in asks or speaking[runs[at].lead] >= _LEAST)
    for at in places:
        if at < asking[0]:
            continue
        found = marks.find(runs[at].text)
        role = found[0].role if found else None
        if at in asks:
            kinds[at] = BlockKind.QUESTION
        elif role in _NO_ANSWER or at > end:
            # What follows the last answer is no longer the talk: who led it, contact, background.
            if role in (LayoutRole.BACKGROUND, LayoutRole.CONTACT):
                break
        elif role is None or role is LayoutRole.LEAD_DATE:
            kinds[at] = BlockKind.ANSWER
    return kinds


def asker(runs: Sequence[Run]) -> tuple[str, ...]:
    """Who asks in a talk whose lines begin with names: the one of two whose lines mostly ask; else nobody."""
    said: dict[str, list[str]] = {}
    for run in runs:
        if (match := _SPEAKER.match(run.text)) and is_name(match["name"]):
            said.setdefault(match["name"], []).append(run.text)
    asking = [name for name, lines in said.items() if sum("?" in one[-4:] for one in lines) > _SHARE * len(lines)]
    often = all(len(lines) >= _LEAST for lines in said.values())
    return people(asking) if often and len(said) == _LEAST and len(asking) == 1 else ()
