"""Printed lines to paragraphs: what a page broke is joined, what it repeats is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["PrintedLine", "joined", "paragraphs"]

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " "}
)
_EDGE_LINES = 4
_SAME_HEIGHT = 6
_PAGE_NUMBER = re.compile(r"[-–— ]*(?:Seite|Page|S\.)? ?\d{1,4}(?: ?(?:/|von|of) ?\d{1,4})?[-–— ]*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"(?:[•▪◦‣■●·*–-]|\d{1,2}[.)]|[a-z]\)) ")
_BROKEN = re.compile(r"(?P<part>[^\W\d_]+)[-\u2010\u00ad]$")
_ELIDED = re.compile(r"(?:und|oder|bzw\.|sowie|bis|als|wie|noch)\b")
_STOP = re.compile(r"[.!?:…][“”\"»)]*$")
_WIDE_GAP = 1.3
_OTHER_SIZE = 0.08
_NEARLY_FULL = 0.92


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it stands on paper.

    Attributes:
        text: Its words.
        page: Number of its page, from 0.
        y: Height above the lower edge.
        size: Size of its letters.
    """

    text: str
    page: int
    y: float = 0.0
    size: float = 0.0


def paragraphs(lines: Sequence[PrintedLine]) -> str:
    """Text with an empty line between paragraphs and a line feed within what stands line by line, as addresses do.

    Headers and footers that stand on several pages come once, at the end, where they interrupt nothing and are not
    taken for the title; numbers of pages are left out.
    """
    clean = [
        PrintedLine(text, line.page, line.y, line.size)
        for line in lines
        if (text := " ".join(line.text.translate(_LIGATURES).split()))
    ]
    body, around = _without_repeats(clean)
    return "\n\n".join(part for part in (_text(body), *(line.text for line in around)) if part)


def _without_repeats(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Text, and what stands at one height at the edge of half of the pages, once each."""
    pages: dict[int, list[PrintedLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges: set[int] = set()
    for some in pages.values():
        ordered = sorted(some, key=lambda line: -line.y)
        edge = min(_EDGE_LINES, max(1, len(ordered) // 2))
        edges |= {id(line) for line in (*ordered[:edge], *ordered[-edge:])}
    found: dict[tuple[str, int], set[int]] = {}
    for line in lines:
        if id(line) in edges:
            for place in _places(line):
                found.setdefault(place, set()).add(line.page)
    often = {place for place, some in found.items() if len(some) >= 2 and len(some) * 2 >= len(pages)}
    body: list[PrintedLine] = []
    around: dict[str, PrintedLine] = {}
    for line in lines:
        if id(line) not in edges:
            body.append(line)
        elif not _PAGE_NUMBER.match(line.text):
            if often.isdisjoint(_places(line)):
                body.append(line)
            else:
                around.setdefault(_pattern(line.text), line)
    return body, list(around.values())


def _places(line: PrintedLine) -> list[tuple[str, int]]:
    """A line without its numbers, and its height, rounded down and up."""
    height = int(line.y // _SAME_HEIGHT)
    return [(_pattern(line.text), height), (_pattern(line.text), height + 1)]


def _pattern(text: str) -> str:
    return _DIGITS.sub("#", text)


def _text(lines: Sequence[PrintedLine]) -> str:
    if not lines:
        return ""
    leading = _leading(lines)
    widths = _widths(lines)
    written = lines[0].text
    for before, line in pairwise(lines):
        width = widths[_rounded(line.size)]
        goes_on = _goes_on(before.text, line.text, width)
        if line.page != before.page:
            apart = not (goes_on and not _STOP.search(before.text)) or _differs(before, line)
        else:
            apart = _differs(before, line) or not 0 <= _step(before, line) <= leading * _WIDE_GAP
        if apart:
            written += f"\n\n{line.text}"
        elif goes_on:
            written = joined(written, line.text)
        else:
            written += f"\n{line.text}"
    return written


def _leading(lines: Sequence[PrintedLine]) -> float:
    """Usual distance of two lines of one paragraph, in sizes of their letters."""
    steps = sorted(_step(before, line) for before, line in _neighbours(lines) if before.y > line.y)
    return median(steps[: len(steps) // 2 + 1]) if steps else 0.0


def _step(before: PrintedLine, line: PrintedLine) -> float:
    return round((before.y - line.y) / (line.size or 1.0), 2)


def _neighbours(lines: Sequence[PrintedLine]) -> Iterator[tuple[PrintedLine, PrintedLine]]:
    for before, line in pairwise(lines):
        if before.page == line.page and not _differs(before, line):
            yield before, line


def _widths(lines: Sequence[PrintedLine]) -> dict[int, int]:
    """Characters of the longest line of each size of letters, single giants left aside."""
    sizes: dict[int, list[int]] = {}
    for line in lines:
        sizes.setdefault(_rounded(line.size), []).append(len(line.text))
    return {size: sorted(some)[len(some) * 19 // 20] for size, some in sizes.items()}


def _rounded(size: float) -> int:
    return round(size * 2)


def _differs(before: PrintedLine, line: PrintedLine) -> bool:
    return abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size)


def _goes_on(before: str, text: str, width: int) -> bool:
    """Whether a line goes on with the sentence of the line before it, rather than beginning anew."""
    if _BULLET.match(text):
        return False
    if _BROKEN.search(before) or text[0].islower():
        return True
    return len(before) + 1 + len(text.split()[0]) >= _NEARLY_FULL * width


def joined(before: str, text: str) -> str:
    """Two lines as one. A word that was broken at the end of the first is mended.

    >>> joined("die Verwal-", "tung"), joined("Online-", "und Offlinedienste"), joined("der IT-", "Planungsrat")
    ('die Verwaltung', 'Online- und Offlinedienste', 'der IT-Planungsrat')
    """
    broken = _BROKEN.search(before)
    if broken is None or _ELIDED.match(text):
        return f"{before} {text}"
    if text[0].islower() and not (broken["part"].isupper() and len(broken["part"]) > 1):
        return before[:-1] + text
    return before + text
