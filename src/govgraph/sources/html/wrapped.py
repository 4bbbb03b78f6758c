"""Lines that a page sets one by one, as programs do that turn print into HTML: joined to paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.sources.html.parts import ENDED
from govgraph.sources.lines import hangs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.sources.html.run import Run

__all__ = ["join_wrapped"]

_LONGEST = 140
_LEAST_BROKEN = 3
_LEAST_SHARE = 0.2
_LEAST_OF_MAKE = 2
_LONGEST_HEADING = 70
_FULL = 0.8
_TAGS = frozenset({"p", "div"})
_NUMBER = re.compile(r"(?:Seite )?\d{1,4}(?: (?:von|/) \d{1,4})?")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010]$")


def join_wrapped(runs: Sequence[Run]) -> list[Run]:
    """Lines of a page as paragraphs, where sentences go on from one element to the next.

    On other pages so are only two of which the first ends in an article or a preposition, as no paragraph does.
    What a page has on every sheet, its title and number, is left out but for the first time.
    """
    if not _is_wrapped(runs):
        return _without_breaks(runs)
    runs = _without_repeats(runs)
    makes = _makes(runs)
    counts = Counter(makes)
    # a line or two of one make, such as a title, only go on in small letters
    widest = {
        make: width if counts[make] > _LEAST_OF_MAKE else _LONGEST * 2 for make, width in _widest(runs, makes).items()
    }
    found: list[Run] = []
    last: Run | None = None
    made: object = None
    for run, make in zip(runs, makes, strict=True):
        if last is not None and make == made and _goes_on(last, run, widest[make]):
            found[-1] = replace(found[-1], text=_joined(found[-1].text, run.text))
        else:
            found.append(run)
        last, made = run, make
    return found


def _without_breaks(runs: Sequence[Run]) -> list[Run]:
    """Lines of which those are joined that are parted within a sentence: „… mit der<br>KITU, die …“."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        alike = last is not None and last.element is run.element and last.bold == run.bold
        if last is not None and alike and not last.linked and hangs(last.text, run.text):
            found[-1] = replace(last, text=_joined(last.text, run.text))
        else:
            found.append(run)
    return found


def _is_wrapped(runs: Sequence[Run]) -> bool:
    """Whether many lines that fill the column end within a sentence, and a line made alike follows.

    That goes on in small letters, or the first is longer than headings are.
    """
    makes = _makes(runs)
    widest = _widest(runs, makes)
    alike = broken = 0
    for at in range(len(runs) - 1):
        one, other = runs[at], runs[at + 1]
        if makes[at] != makes[at + 1] or not _is_plain(one) or not _is_plain(other):
            continue
        alike += 1
        goes_on = other.text[0].islower() or len(one.text) >= _LONGEST_HEADING
        broken += _is_open(one) and goes_on and len(one.text) >= _FULL * widest[makes[at]]
    return broken >= max(_LEAST_BROKEN, _LEAST_SHARE * alike)


def _widest(runs: Sequence[Run], makes: Sequence[object]) -> dict[object, int]:
    widest: dict[object, int] = {}
    for run, make in zip(runs, makes, strict=True):
        widest[make] = max(widest.get(make, 0), len(run.text))
    return widest


def _is_plain(run: Run) -> bool:
    return run.tag in _TAGS and not run.linked and len(run.text) <= _LONGEST


def _is_open(run: Run) -> bool:
    return ENDED.search(run.text[-4:]) is None and run.text[-1] != ":"


def _without_repeats(runs: Sequence[Run]) -> list[Run]:
    seen: set[str] = set()
    found = []
    for run in runs:
        again = run.text in seen or _NUMBER.fullmatch(run.text) is not None
        seen.add(run.text)
        if not again:
            found.append(run)
    return found


def _makes(runs: Sequence[Run]) -> list[object]:
    """What each line is made like: its tag, whether it is bold, and the classes that it shares with others."""
    names = [(run.element.get("class") or "").split() for run in runs]
    counts = Counter(name for some in names for name in set(some))
    return [
        (run.tag, run.bold, run.linked > 0, tuple(name for name in some if counts[name] >= _LEAST_OF_MAKE))
        for run, some in zip(runs, names, strict=True)
    ]


def _goes_on(last: Run, run: Run, widest: int) -> bool:
    """Whether a line belongs to the paragraph of the one before it."""
    if not _is_plain(last) or not _is_plain(run):
        return False
    if run.text[0].islower():
        return True
    return len(last.text) >= _FULL * widest and (_is_open(last) or len(last.text) == widest)


def _joined(text: str, rest: str) -> str:
    """Two lines as one; a word that was divided at the end of the first is whole again.

    >>> _joined("des Landes-", "amtes"), _joined("das OZG-", "Gesetz"), _joined("das", "Amt")
    ('des Landesamtes', 'das OZG-Gesetz', 'das Amt')
    """
    if _HYPHEN.search(text) is None:
        return f"{text} {rest}"
    return _HYPHEN.sub("", text) + rest if rest[0].islower() else text + rest
