"""Lines within a block of a page: where they break, and what stands in one and is several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.sources.dates import lone_day
from govgraph.sources.html.tree import Element, clean

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "APART",
    "BREAK",
    "CELL",
    "ENDED",
    "LONGEST_CELL",
    "SHORTEST_SENTENCE",
    "WRAPPED",
    "Part",
    "lines_of",
    "more_start",
    "words_of",
]

# where only the page's style parts words
APART = "\u2003"
CELL = "\ufdd0"  # stands in no text
# where a heading is broken
WRAPPED = "\u2002"
BREAK = "\n"
LONGEST_CELL = 150
SHORTEST_SENTENCE = 45
SHORTEST_TITLE = 12
ENDED = re.compile(r"[.!?…][”“\"»)\]]*$")
_CLOSED = re.compile(r"[.!?:…“”\"»)\]][”“\"»)\]]*$")
_DAY = re.compile(r"\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?) ?(?:\d{2}){1,2}$|[12]\d{3}-\d{2}-\d{2}$")
_LONGEST_DAY = 30
_LONGEST_MORE = 30
_MORE = re.compile(
    r"[\[(]?(?:(?:[Mm]ehr|[Ww]eiter)(?: (?:dazu|lesen|erfahren|Informationen))?|[Ww]eiterlesen|[Dd]etails|"
    r"(?:Jetzt|Hier) (?:weiter)?lesen|[Zz]u[rm] (?:Artikel|Beitrag|Meldung|Pressemitteilung))[\])]?[ .…›»>→]*"
)
_SHORT_LINE = 60
_MOST_TOPIC_WORDS = 3
_LEAST_LABELLED = 4
_LONGEST_LABELLED = 250
_LONGEST_PAIR = 90
_LEAST_APART = 2
_LEAST_QUESTION_WORDS = 3


@dataclass(slots=True)
class Part:
    """A stretch of a block, with what its tags say.

    Attributes:
        text: Its characters; `BREAK` for the end of a line, `CELL` for that of a cell.
        bold: Whether it is bold.
        slanted: Whether it is in italics.
        href: Address that it leads to, or None.
        inner: Outermost inline element that it stands in, or None.
    """

    text: str
    bold: bool
    slanted: bool
    href: str | None
    inner: Element | None = None


def lines_of(parts: list[Part], *, in_heading: bool, row: bool, teaser: bool, boxed: bool) -> list[list[Part]]:
    """Divide where `<br>` ends a line, and not where it wraps one."""
    lines: list[list[Part]] = [[]]
    breaks = 0
    apart = not row or _has_sentence_cell(parts)
    for part in parts:
        if apart and part.text == CELL:
            lines.append([])
            breaks = 0
            continue
        if part.text == BREAK:
            breaks += 1
            continue
        if breaks and not part.text.strip():
            continue
        if breaks:
            if lines[-1] and _ends_line(lines[-1], part, breaks, in_heading=in_heading):
                lines.append([])
            elif lines[-1]:
                lines[-1].append(Part(WRAPPED if in_heading else " ", part.bold, part.slanted, None))
            breaks = 0
        lines[-1].append(part)
    return [piece for line in lines if line for piece in _apart(line, teaser=teaser, boxed=boxed)]


def _has_sentence_cell(parts: Sequence[Part]) -> bool:
    """Whether a cell of a table holds a sentence, so that its row is no row of values."""
    cell: list[Part] = []
    for part in (*parts, Part(CELL, False, False, None)):
        if part.text != CELL:
            cell.append(part)
            continue
        text = words_of(cell[: more_start(cell)])
        if len(text) > LONGEST_CELL or (len(text) >= SHORTEST_SENTENCE and ENDED.search(text[-4:])):
            return True
        if text.endswith("?") and len(text.split()) >= _LEAST_QUESTION_WORDS:
            return True
        cell = []
    return False


def _apart(line: list[Part], *, teaser: bool, boxed: bool) -> list[list[Part]]:
    """Part what stands in one line and is several: a date beside a link, a linked or bold title before its text."""
    end = more_start(line)
    if apart := _labelled(line) or (_named_apart(line) if boxed else []):
        return apart
    pieces = _pieces(line[:end], leads=teaser or end < len(line))
    pieces[-1] = [*pieces[-1], *line[end:]]
    return [piece for piece in pieces if any(part.text.strip() for part in piece)]


def _labelled(line: list[Part]) -> list[list[Part]]:
    """Bold labels, each with what it labels, where a line holds two or more of them and nothing else."""
    if not any(part.bold for part in line):
        return []
    told = [part for part in line if part.text.strip()]
    if len(told) < _LEAST_LABELLED or not told[0].bold or told[-1].bold or len(words_of(line)) > _LONGEST_LABELLED:
        return []
    pairs: list[list[Part]] = []
    was_bold = False
    for part in line:
        bold = part.bold if part.text.strip() else was_bold
        if bold and not was_bold:
            pairs.append([])
        was_bold = bold
        if pairs:
            pairs[-1].append(part)
    words = [words_of(pair) for pair in pairs]
    plain = all(len(one) <= _LONGEST_PAIR and not ENDED.search(one[-4:]) for one in words)
    return pairs if len(pairs) > 1 and plain else []


def _named_apart(line: list[Part]) -> list[list[Part]]:
    """Short inline elements with classes of their own, as of a genre and a topic, where a line holds nothing else."""
    found: list[list[Part]] = []
    names: list[str | None] = []
    for part in line:
        if not part.text.strip(f" {APART}|•·/,–—-"):
            continue
        if part.inner is None:
            return []
        if found and found[-1][-1].inner is part.inner:
            found[-1].append(part)
            continue
        found.append([part])
        names.append(part.inner.get("class"))
    if len(found) < _LEAST_APART or None in names or len({*names}) < len(names) or lone_day(words_of(line)):
        return []
    words = [words_of(one) for one in found]
    short = all(len(one) <= _SHORT_LINE and not ENDED.search(one[-4:]) for one in words)
    return found if short else []


def _pieces(line: list[Part], *, leads: bool) -> list[list[Part]]:
    first = next((at for at, part in enumerate(line) if part.href is not None), None)
    if first is None:
        return _after_bold(line, leads=leads)
    last = next(at for at in range(len(line) - 1, -1, -1) if line[at].href is not None)
    before, link, after = line[:first], line[first : last + 1], line[last + 1 :]
    if (_is_day(before) or _is_day(after)) and not _is_long(before) and not _is_long(after):
        return [before, *_within_link(link), after]
    if not words_of(before) and not words_of(after):
        return _within_link(link)
    if _is_marked(after) and len(words_of(link)) > SHORTEST_TITLE:
        return [before, link, after] if _is_topic(before) else [[*before, *link], after]
    alone = (_is_day(before) or not words_of(before) or (leads and _is_topic(before))) and all(
        part.href is not None for part in link
    )
    return [before, link, after] if alone and _is_title_before(link, after) else [line]


def _after_bold(line: list[Part], *, leads: bool) -> list[list[Part]]:
    """Bold words and the day after them, or the sentence in a line that leads to an article; a day may be before."""
    first = next((at for at, part in enumerate(line) if part.bold and part.text.strip()), None)
    if first is None:
        return [line]
    end = next((at for at in range(first, len(line)) if not line[at].bold and line[at].text.strip()), len(line))
    before, bold, after = line[:first], line[first:end], line[end:]
    if _is_day(bold) and not words_of(before):
        return [line]
    alone = _is_day(before) or not words_of(before)
    if alone and _is_day(after) and len(words_of(bold)) > SHORTEST_TITLE:
        return [before, bold, after]
    # without a blank between them it is the page's style that parts the two
    styled = bold[-1].text == APART
    return [before, bold, after] if (leads or styled) and alone and _is_title_before(bold, after) else [line]


def _is_marked(parts: list[Part]) -> bool:
    """Whether there is one word alone, in an element with a class of its own, as of a genre."""
    words = [part for part in parts if part.text.strip()]
    one = len(words) == 1 and words[0].text.strip().isalpha()
    return one and words[0].inner is not None and words[0].inner.get("class") is not None


def _is_topic(parts: list[Part]) -> bool:
    """Whether words in an element of their own may be the kicker of the link after them."""
    words = words_of(parts)
    if not words:
        return False
    apart = all(part.inner is not None for part in parts if part.text.strip())
    return apart and len(words.split()) <= _MOST_TOPIC_WORDS and words[:1].isupper() and words[-1:] not in ".!?,"


def _is_title_before(title: list[Part], after: list[Part]) -> bool:
    words, rest = words_of(title), words_of(after).lstrip(" .:–|-")
    long = len(words) > SHORTEST_TITLE and len(rest) >= SHORTEST_SENTENCE
    return long and not ENDED.search(words[-4:]) and (rest[:1].isupper() or rest[:1] in "[(„")


def _within_link(link: list[Part]) -> list[list[Part]]:
    """A link that holds a date, a title in bold and a sentence is three lines."""
    bold = [at for at, part in enumerate(link) if part.bold and part.text.strip()]
    if not bold or len(bold) == sum(bool(part.text.strip()) for part in link):
        return [link]
    pieces = [link[: bold[0]], link[bold[0] : bold[-1] + 1], link[bold[-1] + 1 :]]
    return [piece for piece in pieces if any(part.text.strip() for part in piece)]


def _is_day(parts: list[Part]) -> bool:
    text = words_of(parts).strip("()[]| :–—-,")
    return len(text) <= _LONGEST_DAY and _DAY.search(text) is not None


def _is_long(parts: list[Part]) -> bool:
    return len(words_of(parts)) > _LONGEST_DAY


def _ends_line(line: list[Part], following: Part, breaks: int, *, in_heading: bool) -> bool:
    if in_heading:
        return False
    if breaks > 1:
        return True
    last = next((part for part in reversed(line) if part.text.strip()), line[-1])
    text = words_of(line)
    after = following.text.lstrip()
    if (last.bold, last.slanted) != (following.bold, following.slanted):
        return True
    if after[:1].islower() or text.endswith((",", "-", "–")):
        return False
    return _CLOSED.search(text[-4:]) is not None or len(text) <= _SHORT_LINE


def more_start(parts: list[Part]) -> int:
    """Where a short link begins that ends a sentence, such as "mehr..."; else the number of parts."""
    end = len(parts)
    while end and (parts[end - 1].href is not None or not parts[end - 1].text.strip()):
        end -= 1
    if end == len(parts) and parts and parts[-1].inner is not None and _MORE.fullmatch(parts[-1].text.strip()):
        end -= 1  # a link that has lost its address
    words, before = words_of(parts[end:]), words_of(parts[:end])
    if not words or not before or len(words) > _LONGEST_MORE or not ENDED.search(before[-4:].rstrip(" (")):
        return len(parts)
    return end


def words_of(parts: Sequence[Part]) -> str:
    """Words of some parts, white space as single blanks."""
    return clean("".join(part.text for part in parts))
