"""Lines of a page, each with the mark by which it is recognised."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.language.spellings import without_time_codes
from govgraph.sources.quoted_mails import above_forwarded, own_lines
from govgraph.vocabulary.layouts import LayoutMark, LayoutRole, Layouts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Line", "Marks", "bare_lines", "hangs", "marked", "marks_of", "read_lines", "unwrapped"]

# The first role that matches wins.
_LINE_ROLES = (
    LayoutRole.AD_END,
    LayoutRole.AD,
    LayoutRole.PAGE_DATE,
    LayoutRole.DATE_LINE,
    LayoutRole.LEAD_DATE,
    LayoutRole.RELEASE,
    LayoutRole.GENRE_MARK,
    LayoutRole.MORE,
    LayoutRole.LIST_HEAD,
    LayoutRole.LINKS,
    LayoutRole.ADDRESS,
    LayoutRole.BYLINE,
    LayoutRole.CREDIT,
    LayoutRole.FOOTER,
    LayoutRole.CONTACT,
    LayoutRole.CONTACT_LINE,
    LayoutRole.BACKGROUND,
    LayoutRole.FURNITURE,
)
# Roles of which a line may bear the mark at its end, and how many characters that may take.
_TAILS = {LayoutRole.MORE: 40, LayoutRole.BYLINE_TAIL: 40, LayoutRole.CREDIT_TAIL: 160}
# Longer lines are running text; only their beginnings and ends are looked at.
_LONGEST_MARKED = 500
_EDGE = 240
_MOST_KNOWN = 4096
_LONGEST_HEAD = 150
_SHORTEST_SENTENCE = 60
_LONGEST_MAIL_HEAD = 30
_FEWEST_SECTIONS = 2
_LONGEST_EDITION = 4
_NEAR_TITLE = 3
_FEWEST_TOLD = 3
_BARS = frozenset("+*#=~:/–—-")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 45
_SENTENCE_END = re.compile(r"[.!?…][”“\"’'»)\]]*$")
_SECOND_SENTENCE = re.compile(r"(?:[a-zäöüß]{4}| (?:auf|aus|ein|hat|ist|mit|vor|war))[.!?] [A-ZÄÖÜ„]")
_PARTED_WORD = re.compile(r"[^\W\d_]-$")
# Words that need a noun after them, and are no particle of a verb such as „ein“, „auf“ and „zu“.
_HANGING = frozenset(
    (
        *("der", "die", "des", "dem", "den", "eine", "einem", "einen", "einer", "eines"),
        *("ihre", "ihrer", "ihrem", "ihren", "seine", "seiner", "seinem", "seinen"),
        *("dieser", "diese", "dieses", "diesem", "diesen"),
        *("im", "in", "vom", "von", "zur", "zum", "beim", "für", "und", "oder", "sowie"),
    )
)
# „Gera führt“ / „E-Akte ein“: the particle of the verb ends the next line, which has no verb of its own
_ENDS_IN_VERB = re.compile(r"[A-ZÄÖÜ][^.:!?…]* (?!(?:nicht|jetzt|erst|fast|laut|mit|seit|gut|bereit)$)[a-zäöüß]{2,}t$")
_ENDS_IN_PARTICLE = re.compile(
    r"(?!.*(?<![\w-])[a-zäöüß]{2,}t\b)[^.:!?…]{2,50} "
    r"(?:ein|aus|ab|an|auf|um|vor|zu|nach|los|fort|her|hin|teil|weiter|zurück|zusammen)$"
)
_STOPS = (".", "!", "?", ":", "“", ")")
_CLOSED = re.compile(r"(?:\.|[;,:])$|[.…][)\]]$")
_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_SPACES = ("\u00a0", "\u202f", "\u2007", "\u2009")
_WORDY = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or several that were wrapped.

    Attributes:
        start: First code point in the page's text, white space at the edges left out.
        end: One past the last code point.
        text: Its characters; wrapped line ends are spaces here, so that offsets still hold.
        gap: Whether an empty line or the edge of the page is before it.
        mark: What it is recognised by, or None for running text, titles, headings and captions.
        match: Groups of the mark.
    """

    start: int
    end: int
    text: str
    gap: bool
    mark: LayoutMark | None = None
    match: re.Match[str] | None = None

    def moved(self, by: int) -> Line:
        """The same line, so many characters later."""
        return Line(self.start + by, self.end + by, self.text, self.gap, self.mark, self.match)

    @property
    def role(self) -> LayoutRole | None:
        """Role of its mark."""
        return self.mark.role if self.mark else None

    @property
    def sentence(self) -> bool:
        """Whether it reads like running text: one or more whole sentences."""
        size = len(self.text)
        return size > _LONGEST_HEAD or (size >= _SHORTEST_SENTENCE and bool(_SENTENCE_END.search(self.text[-4:])))

    @property
    def running(self) -> bool:
        """Whether it is running text, be it one short sentence."""
        return self.sentence or (not self.headish and bool(_SENTENCE_END.search(self.text[-4:])))

    @property
    def headish(self) -> bool:
        """Whether it could be a title, a kicker, a heading or a caption without full stop."""
        text = self.text
        return len(text) <= _LONGEST_HEAD and not _CLOSED.search(text[-4:]) and bool(_WORDY.search(text))

    def group(self, name: str) -> str | None:
        """A named group of the mark, or None where its pattern has none."""
        if self.match is None or name not in self.match.re.groupindex:
            return None
        return self.match[name]


class Marks:
    """Finds the mark of a line. One for each set of layouts."""

    def __init__(self, layouts: Layouts) -> None:
        self.layouts = layouts
        self._ordered = [
            (pattern, mark) for role in _LINE_ROLES for mark in layouts.of(role) for pattern in mark.patterns
        ]
        # the same lines are asked for again and again while a page is read
        self._known: dict[str, tuple[LayoutMark, re.Match[str]] | None] = {}
        # One alternation is far quicker than a hundred tries, and most lines bear no mark.
        self._any = _union(pattern for pattern, _ in self._ordered)
        self._lead = [(p, m) for m in layouts.of(LayoutRole.LEAD_DATE) for p in m.patterns]
        of_role = {role: [pattern for mark in layouts.of(role) for pattern in mark.patterns] for role in LayoutRole}
        self._tails = {role: _union(of_role[role]) for role in _TAILS if of_role[role]}
        self._starts = {role: patterns for role, patterns in of_role.items() if role not in _TAILS}

    def find(self, text: str) -> tuple[LayoutMark, re.Match[str]] | None:
        """Mark of a whole line."""
        if len(text) > _LONGEST_MARKED:
            head = text[:_EDGE]
            return next(((mark, match) for pattern, mark in self._lead if (match := pattern.match(head))), None)
        if text in (known := self._known):
            return known[text]
        if len(known) >= _MOST_KNOWN:
            known = self._known = {}
        found = known[text] = self._find(text)
        return found

    def _find(self, text: str) -> tuple[LayoutMark, re.Match[str]] | None:
        if not self._any.match(text):
            return None
        return next(((mark, match) for pattern, mark in self._ordered if (match := pattern.match(text))), None)

    def starts(self, role: LayoutRole, text: str) -> re.Match[str] | None:
        """Match of a role at the beginning of a text, of which only the first 500 characters are looked at."""
        head = text[:_LONGEST_MARKED]
        return next((match for pattern in self._starts[role] if (match := pattern.match(head))), None)

    def anywhere(self, role: LayoutRole, text: str) -> re.Match[str] | None:
        """First match of a role in a text, of which only the first 1,000 characters are looked at."""
        head = text[: 2 * _LONGEST_MARKED]
        return next((match for pattern in self._starts[role] if (match := pattern.search(head))), None)

    def tail(self, role: LayoutRole, text: str) -> int | None:
        """Where the last part of a text begins that has the role, or None."""
        pattern = self._tails.get(role)
        if pattern is None:
            return None
        offset = max(0, len(text) - _TAILS[role])
        match = pattern.search(text[offset:])
        return offset + match.start() if match else None


def _union(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_GROUP_NAME.sub('(?:', pattern.pattern)})" for pattern in patterns))


@lru_cache(maxsize=4)
def marks_of(layouts: Layouts) -> Marks:
    """Compiled marks, made once."""
    return Marks(layouts)


def read_lines(text: str, marks: Marks) -> list[Line]:
    """Lines of a page that are not empty, in order, with their marks. Linear in the length of the text."""
    text = plain_spaces(without_time_codes(text))
    bare = list(bare_lines(text))
    above = above_forwarded(bare, marks, _mail_head)
    bare = bare[len(above) :]
    head = _mail_head(bare, marks)
    bare = bare[len(head) :]
    if head:
        head, bare = own_lines(head, bare, marks, _mail_head)
    if _is_wrapped(bare):
        bare = _joined(text, bare, marks)
    lines = [line if line.mark is not None else marked(line, marks) for line in bare]
    return [*above, *head, *_with_sections(lines, marks)]


def plain_spaces(text: str) -> str:
    """A text of the same length with plain spaces for those that do not break, as in „7. Juni 2021“."""
    for space in _SPACES:
        text = text.replace(space, " ")
    return text


def unwrapped(text: str, marks: Marks) -> str:
    """Text with a space for each line end at which a paragraph was broken; as long as before."""
    bare = list(bare_lines(text))
    if not _is_wrapped(bare):
        return text
    pieces = list(text)
    for line in _joined(text, bare, marks):
        pieces[line.start : line.end] = line.text
    return "".join(pieces)


def marked(line: Line, marks: Marks) -> Line:
    """A line with its mark."""
    found = marks.find(line.text)
    return line if found is None else Line(line.start, line.end, line.text, line.gap, mark=found[0], match=found[1])


def _with_mark(line: Line, role: LayoutRole, marks: Marks) -> Line | None:
    """A line with the mark of a role that is only looked for where it may stand; None if it does not bear it."""
    found = ((mark, pattern.match(line.text)) for mark in marks.layouts.of(role) for pattern in mark.patterns)
    return next((replace(line, mark=mark, match=match) for mark, match in found if match), None)


def _mail_head(lines: Sequence[Line], marks: Marks) -> list[Line]:
    """The lines at the top of a page that are the head of a mail, if one says from whom or about what it is."""
    head: list[Line] = []
    for line in lines[:_LONGEST_MAIL_HEAD]:
        found = _with_mark(line, LayoutRole.MAIL, marks) if len(line.text) <= _LONGEST_MARKED else None
        if found is None:
            break
        head.append(found)
    told = [line for line in head if line.group("sender") or line.group("subject")]
    return head if told and len(head) > 1 else []


def _with_sections(lines: list[Line], marks: Marks) -> list[Line]:
    """Lines of which those have the mark of a section that part a newsletter: at least two with text below."""
    bars = {
        at: found
        for at, line in enumerate(lines)
        if line.text[0] in _BARS
        and line.text[-1] in _BARS
        and line.role in (None, LayoutRole.LIST_HEAD)
        and len(line.text) <= _LONGEST_HEAD
        and (found := _with_mark(line, LayoutRole.SECTION, marks))
    }
    told = sum(
        any(line.running and line.role in (None, LayoutRole.LEAD_DATE) for line in lines[at + 1 : after])
        for at, after in pairwise([*bars, len(lines)])
    )
    if not bars:
        return _with_numbers(lines, marks)
    return lines if told < _FEWEST_SECTIONS else [bars.get(at, line) for at, line in enumerate(lines)]


def _with_numbers(lines: list[Line], marks: Marks) -> list[Line]:
    """Lines of a newsletter whose numbered titles are sections; only its head is above, and perhaps their list."""
    found: dict[int, Line] = {}
    for at, line in enumerate(lines):
        if line.role is None and line.headish and (item := _with_mark(line, LayoutRole.NUMBERED, marks)):
            number = int(item.group("number") or 0)
            if number == 1:
                found = {}
            if number == len(found) + 1:
                found[at] = item
    if len(found) < _FEWEST_SECTIONS:
        return lines
    first = min(found)
    head = lines[:first]
    issue = any(marks.starts(LayoutRole.EDITION, line.text) for line in head[:_LONGEST_EDITION])
    told = sum(
        any(_is_told(line) for line in lines[at + 1 : after][:_NEAR_TITLE])
        for at, after in pairwise([*found, len(lines)])
    )
    own = sum(marks.starts(LayoutRole.FIRST_PERSON, item.group("label") or "") is not None for item in found.values())
    if own * 2 >= len(found):
        # „1. Unsere Forderung an den Bund“, „2. Unser Angebot“: a letter of one text
        return lines
    if not issue or told < _FEWEST_SECTIONS or any(line.role is None and line.sentence for line in head):
        return lines
    return [found.get(at, line) for at, line in enumerate(lines)]


def _is_told(line: Line) -> bool:
    """Whether a line is text, be it one short sentence."""
    return line.role in (None, LayoutRole.LEAD_DATE) and bool(_SENTENCE_END.search(line.text[-4:]))


def bare_lines(text: str) -> Iterator[Line]:
    """Lines of a text that are not empty, without marks."""
    offset, gap = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = offset + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(stripped), stripped, gap)
        gap = not stripped
        offset += len(raw) + 1


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether paragraphs are broken at a fixed width: lines end within sentences and go on in small letters.

    One line that begins a sentence after another and does not end it is enough: no headline does.
    """
    if any(len(line.text) > _WIDEST_WRAP for line in lines):
        return False
    if any(not after.gap and _breaks_off(line.text) for line, after in pairwise(lines)):
        return True
    if any(not after.gap and hangs(line.text, after.text) for line, after in pairwise(lines)):
        return True
    if len(lines) < 4:
        return False
    broken = [
        after.text[0].islower()
        for line, after in pairwise(lines)
        if not after.gap and len(line.text) >= _NARROWEST_WRAP and not line.text.endswith(_STOPS)
    ]
    return len(broken) >= 3 and sum(broken) >= 2


def _joined(text: str, lines: Sequence[Line], marks: Marks) -> list[Line]:
    """Wrapped lines as one. A line that is much shorter than the widest ends its paragraph."""
    widest = max(len(line.text) for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and not line.gap
            and last.mark is None
            and line.mark is None
            and (
                hangs(last.text, line.text)
                or _is_told_above(groups, last.text, line.text)
                or (len(groups[-1]) > 1 and _is_open(last.text, line.text))
                or (len(last.text) * 10 >= widest * 6 and (_goes_on(last.text, line.text) or len(groups[-1]) > 1))
            )
            and _role(marks, last.text) in (None, LayoutRole.LEAD_DATE)
            and _role(marks, line.text) is None
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        group[0]
        if len(group) == 1
        else Line(group[0].start, group[-1].end, text[group[0].start : group[-1].end].replace("\n", " "), group[0].gap)
        for group in groups
    ]


def _breaks_off(text: str) -> bool:
    """„… führt die E-Akte ein. Oberbürgermeister Martin“: a line in the midst of its second sentence."""
    return len(text) >= _SHORTEST_SENTENCE and not text.endswith(_STOPS) and bool(_SECOND_SENTENCE.search(text))


def hangs(text: str, after: str) -> bool:
    """„… der Landes-“ / „regierung“, „In Sachsen-“ / „Anhalt“, „… die CDO des“ / „Kreises Unna“: no head ends so."""
    if _PARTED_WORD.search(text):
        return after[0].isalpha()
    if _ENDS_IN_VERB.match(text) and _ENDS_IN_PARTICLE.match(after):
        return True
    last = text.rpartition(" ")[2]
    return " " in text and last.lower() in _HANGING and after[0].isalnum()


def _is_told_above(groups: Sequence[Sequence[Line]], text: str, after: str) -> bool:
    """„Das Zentrum für Digitale“ / „Verwaltung …“ below „Zentrum für Digitale Verwaltung“ in the head: it goes on."""
    words = text.split()
    if len(words) < _FEWEST_TOLD or text.endswith(_STOPS):
        return False
    told = f"{words[-2]} {words[-1]} {after.split()[0]}"
    return any(
        told in " ".join(line.text for line in group) for group in groups[:_NEAR_TITLE] if group is not groups[-1]
    )


def _is_open(text: str, after: str) -> bool:
    """Whether a line within a paragraph, be it short, goes on: no stop, and no item of a list below."""
    return after[0].islower() or (after[0].isalnum() and not text.endswith((*_STOPS, ",", ";")))


def _goes_on(text: str, after: str) -> bool:
    return after[0].islower() or not text.endswith(_STOPS) or len(text) >= _NARROWEST_WRAP


def _role(marks: Marks, text: str) -> LayoutRole | None:
    found = marks.find(text)
    return found[0].role if found else None
