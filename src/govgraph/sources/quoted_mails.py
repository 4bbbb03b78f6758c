"""Which lines of a mail are its own: what was forwarded counts, and what is quoted in an answer does not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.vocabulary.layouts import LayoutRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.sources.lines import Line, Marks

__all__ = ["FORWARDED", "above_forwarded", "own_lines"]

FORWARDED = re.compile(
    r"(?:(?:Betreff|Betr\.?|Subject) ?: ?)?(?:(?:AW|RE|Antwort) ?: ?)*(?:WG|FW|FWD|Wtr|Weitergeleitet) ?:",
    re.IGNORECASE,
)
"""Begin of the subject of a mail that only hands on another."""
_HANDED_ON = re.compile(r"weitergeleitet|forwarded|begin forwarded", re.IGNORECASE)
_PROSE = 30
_LONGEST_NOTE = 10


def above_forwarded(
    lines: Sequence[Line], marks: Marks, head_of: Callable[[Sequence[Line], Marks], list[Line]]
) -> list[Line]:
    """What stands above the head of a mail that was forwarded: „WG: Neue Leitung“ and a note; marked as quoted."""
    if not lines or not FORWARDED.match(lines[0].text):
        return []
    for at in range(1, min(len(lines), _LONGEST_NOTE)):
        if _may_begin(lines[at].text, marks):
            return [_quoted(line, marks) for line in lines[:at]] if head_of(lines[at:], marks) else []
    return []


def own_lines(
    head: list[Line], lines: list[Line], marks: Marks, head_of: Callable[[Sequence[Line], Marks], list[Line]]
) -> tuple[list[Line], list[Line]]:
    """Head and lines of a mail, those of other mails marked as quoted.

    Of a mail that was forwarded, head and text are those of what was forwarded; a note above it is no part of it. In an
    answer, what it answers is no part of it.

    Args:
        head: Lines of the head of the mail, with their marks.
        lines: The lines below, without marks.
        marks: All marks.
        head_of: Finds the head of a mail at the beginning of lines.
    """
    at = 0
    while at < len(lines):
        inner = head_of(lines[at:], marks) if _may_begin(lines[at].text, marks) else []
        if not inner or not any(line.group("sender") for line in inner):
            at += 1
            continue
        after = at + len(inner)
        divider = _HANDED_ON.search(inner[0].text) or (at and _HANDED_ON.search(lines[at - 1].text))
        if divider or any(FORWARDED.match(line.text) for line in head):
            told = {name for line in inner for name in ("subject", "date") if line.group(name)}
            kept = {id(line) for line in head for name in ("subject", "date") if line.group(name) and name not in told}
            outer = [line if id(line) in kept else _quoted(line, marks) for line in head]
            head = [*outer, *(_quoted(line, marks) for line in lines[:at]), *inner]
            lines = lines[after:]
            at = 0
            continue
        lines = [*lines[:at], *(_quoted(line, marks) for line in [*inner, *lines[after:]])]
        break
    return head, _without_quoted(lines, marks)


def _may_begin(text: str, marks: Marks) -> bool:
    return marks.starts(LayoutRole.MAIL, text) is not None


def _without_quoted(lines: list[Line], marks: Marks) -> list[Line]:
    """Lines of which those that begin with „>“ are marked as quoted, if others tell something."""
    found = [line.mark is None and marks.starts(LayoutRole.QUOTED, line.text) is not None for line in lines]
    told = any(
        line.mark is None and len(line.text) >= _PROSE for line, quoted in zip(lines, found, strict=True) if not quoted
    )
    if not told:
        return lines
    return [_quoted(line, marks) if quoted else line for line, quoted in zip(lines, found, strict=True)]


def _quoted(line: Line, marks: Marks) -> Line:
    return replace(line, mark=marks.layouts.of(LayoutRole.QUOTED)[0], match=None)
