"""What the lines below an article's head are: lead, captions, questions, headings, paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.model.terms import BlockKind, Genre
from govgraph.sources.dates import DateRank, read_date
from govgraph.sources.dialogue import is_quotation, read_dialogue
from govgraph.sources.lines import Line
from govgraph.sources.people import read_names
from govgraph.vocabulary.layouts import LayoutRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.sources.blocks import Draft

__all__ = ["label_body"]

_LONGEST_CAPTION = 320
_LONGEST_LONE_CAPTION = 220
_LONGEST_HEADING = 110
_MOST_CAPTIONS = 3
_EARLY = 2
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?] (?=[A-ZÄÖÜ„])")
_SPOKEN = re.compile(r"[.!?…][“”\"»]$")


def label_body(draft: Draft, first: int) -> int:
    """Give every line from `first` on its kind; gives the number of headings between paragraphs."""
    _label_dates_and_bylines(draft, first)
    lead = _label_lead(draft, first)
    if lead is not None:
        _label_entries(draft, lead)
    _label_captions(draft, first, lead)
    if draft.teaser:
        for at in draft.open(first):
            draft.kinds[at] = BlockKind.LEAD if lead is None else BlockKind.PARAGRAPH
        _split_tails(draft, first)
        return 0
    _label_biography(draft, first)
    if not _label_dialogue(draft, first, lead):
        _label_text(draft, first)
    _split_tails(draft, first)
    return sum(
        kind is BlockKind.HEADING and draft.lines[at].role is not LayoutRole.BACKGROUND
        for at, kind in draft.kinds.items()
    )


def _label_dates_and_bylines(draft: Draft, first: int) -> None:
    """Date lines and bylines count at the beginning and at the end of the text; in between they are its own words."""
    lines = draft.lines
    told = [at for at in draft.open(first) if lines[at].sentence or lines[at].role is LayoutRole.LEAD_DATE]
    early = told[_EARLY - 1] if len(told) >= _EARLY else len(lines)
    late = told[-1] if told else first
    for at in draft.open(first):
        line = lines[at]
        edge = at < early or at > late
        if line.role is LayoutRole.DATE_LINE and edge:
            draft.kinds[at] = BlockKind.DATELINE
            draft.add_date(DateRank.LINE if at < early else DateRank.END, line.group("date"))
            draft.add_authors(line)
        elif line.role is LayoutRole.PAGE_DATE:
            draft.kinds[at] = BlockKind.DATELINE if at < early else BlockKind.FURNITURE
            if at < early:
                draft.add_date(DateRank.LINE, line.group("date"))
        elif line.role is LayoutRole.BYLINE and (edge or line.group("interviewer")):
            draft.kinds[at] = BlockKind.BYLINE
            draft.add_authors(line)
        elif line.role is LayoutRole.CREDIT:
            draft.kinds[at] = BlockKind.CREDIT
        elif line.role is LayoutRole.RELEASE and at < early:
            draft.kinds[at] = BlockKind.DATELINE
            draft.release = True
            draft.add_date(DateRank.LINE, line.group("date"))
        elif line.role is LayoutRole.GENRE_MARK and at < early and line.mark is not None:
            draft.kinds[at] = BlockKind.FURNITURE
            draft.genre = draft.genre or line.mark.genre
        elif line.role is LayoutRole.BACKGROUND:
            draft.kinds[at] = BlockKind.HEADING


def _label_lead(draft: Draft, first: int) -> int | None:
    """First paragraph of the text, its date and agency set apart; gives its position."""
    early = [at for at in draft.open(first) if draft.lines[at].sentence or draft.lines[at].role is LayoutRole.LEAD_DATE]
    for at in tuple(early[:_EARLY]):
        line = draft.lines[at]
        if line.role is LayoutRole.LEAD_DATE and line.match is not None:
            draft.add_date(DateRank.BRACKET if line.group("bracket") else DateRank.LEAD, line.group("date"))
            if line.match.end() < len(line.text):
                if _asks(draft, at, line.match.end()):
                    return None
                _set_lead(draft, at, line.match.end())
                return at
            draft.kinds[at] = BlockKind.DATELINE
            early.remove(at)
            break
    if not early:
        return None
    at = early[0]
    line = draft.lines[at]
    if draft.turns.get(at) is BlockKind.ANSWER:
        return None
    if draft.marks.starts(LayoutRole.AGENCY, line.text) or (line.sentence and not line.text.endswith("?")):
        _set_lead(draft, at, 0)
        return at
    return None


def _asks(draft: Draft, at: int, begin: int) -> bool:
    """„[15.03.2021] Herr Stolte, was planen Sie?“: whether a talk without a lead begins behind a date."""
    text = draft.lines[at].text
    if not text.endswith("?") or at + 1 not in draft.open(at) or draft.lines[at + 1].text.endswith("?"):
        return False
    answered = draft.turns.get(at + 1) is BlockKind.ANSWER
    return answered or draft.marks.starts(LayoutRole.ADDRESSED, text[begin:].lstrip()) is not None


def _label_entries(draft: Draft, lead: int) -> None:
    """Set the dates apart with which the paragraphs of a chronicle begin; it is of the day of the newest."""
    if not _in_brackets(draft.lines[lead]):
        return
    days = []
    for at in draft.open(lead):
        line = draft.lines[at]
        if line.match is None or not _in_brackets(line) or line.match.end() >= len(line.text):
            continue
        draft.parts[at] = [(0, BlockKind.DATELINE), (line.match.end(), BlockKind.PARAGRAPH)]
        days.append(read_date(line.group("date") or ""))
    newest = max(filter(None, days), default="")
    if newest > (draft.date or ""):
        draft.dates.insert(0, (DateRank.BRACKET, newest))


def _in_brackets(line: Line) -> bool:
    return line.role is LayoutRole.LEAD_DATE and bool(line.group("bracket"))


def _set_lead(draft: Draft, at: int, begin: int) -> None:
    text = draft.lines[at].text
    parts = [(0, BlockKind.DATELINE)] if begin else []
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    agency = draft.marks.starts(LayoutRole.AGENCY, text[begin:])
    if agency:
        parts.append((begin, BlockKind.BYLINE))
        begin += agency.end()
    parts.append((begin, BlockKind.LEAD))
    if len(parts) > 1:
        draft.parts[at] = parts
    else:
        draft.kinds[at] = BlockKind.LEAD
    _find_interviewer(draft, text)


def _find_interviewer(draft: Draft, text: str) -> None:
    """Take the interviewer's name from the lead, unless the same surname is named again: then it is who was asked."""
    match = draft.marks.anywhere(LayoutRole.LEAD_BYLINE, text)
    if match is None or draft.authors:
        return
    names = read_names(match["interviewer"])
    own = set(names)
    for name in names:
        surname = name.split()[-1]
        if any(surname in line.text for line in draft.lines if line.text is not text):
            own.discard(name)
    draft.authors += [name for name in names if name in own]
    draft.interviewed = draft.interviewed or bool(own)


def _label_captions(draft: Draft, first: int, lead: int | None) -> None:
    lines = draft.lines
    credits = [at for at, kind in draft.kinds.items() if kind is BlockKind.CREDIT and at >= first]
    open_last = max(draft.open(first), default=first)
    for credit in sorted(credits):
        begin = credit
        while (
            begin > first
            and credit - begin < _MOST_CAPTIONS
            and begin - 1 not in draft.kinds
            and begin - 1 not in draft.parts
            and lines[begin - 1].role is None
            and len(lines[begin - 1].text) <= _LONGEST_CAPTION
        ):
            begin -= 1
        # A picture stands below the lead; a credit at the very end is that of the picture on top.
        after_lead = lead is not None and begin - 1 == lead and credit < open_last
        if not after_lead and credit - begin > 1:
            begin = credit - 1
        lone = begin == credit - 1 and not after_lead
        for at in range(begin, credit):
            if not lone or _is_lone_caption(lines[at], below=lines[credit]):
                draft.kinds[at] = BlockKind.CAPTION
    for at in draft.open(first):
        line = lines[at]
        right_below = lead is not None and at == lead + 1 and not line.gap and at + 1 < len(lines) and lines[at + 1].gap
        short = line.role is None and len(line.text) <= _LONGEST_LONE_CAPTION
        photo = short and (
            draft.marks.starts(LayoutRole.PHOTO, line.text) is not None or _is_credited(draft, line.text)
        )
        if (right_below and short and not line.text.endswith("?")) or photo:
            draft.kinds[at] = BlockKind.CAPTION


def _is_credited(draft: Draft, text: str) -> bool:
    """Whether a line is one sentence and a picture credit."""
    tail = draft.marks.tail(LayoutRole.CREDIT_TAIL, text)
    return tail is not None and tail > 0 and not _SENTENCES.search(text[:tail].rstrip())


def _is_lone_caption(line: Line, *, below: Line) -> bool:
    """Whether a line above a credit is its caption: short, and one sentence or right above it."""
    if len(line.text) > _LONGEST_LONE_CAPTION or line.text.endswith("?"):
        return False
    return not below.gap or not _SENTENCES.search(line.text)


def _label_biography(draft: Draft, first: int) -> None:
    """A paragraph on who wrote the article is furniture: after its byline, or at its end."""
    places = draft.open(first)
    for at in {*places[:1], *places[-2:]}:
        text = draft.lines[at].text
        match = draft.marks.starts(LayoutRole.BIOGRAPHY, text)
        if match is None:
            continue
        names = read_names(match["names"] or "") if "names" in match.re.groupindex else []
        named = any(name in draft.authors for name in names)
        if named or not names or (at == places[-1] and not draft.authors):
            draft.kinds[at] = BlockKind.FURNITURE
            if not draft.authors:
                draft.authors += names


def _label_dialogue(draft: Draft, first: int, lead: int | None) -> bool:
    places = [at for at in draft.open(first) if draft.lines[at].role in (None, LayoutRole.LEAD_DATE)]
    announced = (
        draft.interviewed
        or draft.genre is Genre.INTERVIEW
        or "interview" in f"{draft.kicker} {draft.title}".lower()
        or (lead is not None and "interview" in draft.lines[lead].text.lower())
    )
    dialogue = read_dialogue([_undated(draft.lines[at]) for at in places], draft.marks, announced=announced)
    if dialogue is None:
        if lead is None:
            _label_dated(draft, places, BlockKind.LEAD)
        return False
    for number, at in enumerate(places):
        if number >= dialogue.first:
            draft.kinds[at] = dialogue.kinds[number]
        elif len(draft.lines[at].text) <= _LONGEST_LONE_CAPTION and (lead is None or at > lead):
            draft.kinds[at] = BlockKind.CAPTION
        else:
            draft.kinds[at] = BlockKind.PARAGRAPH
    if lead is None:
        _label_dated(draft, places, BlockKind.QUESTION)
    return True


def _undated(line: Line) -> Line:
    """A line without the date at its head."""
    if line.role is not LayoutRole.LEAD_DATE or line.match is None:
        return line
    begin = len(line.text) - len(line.text[line.match.end() :].lstrip())
    return Line(line.start + begin, line.end, line.text[begin:], line.gap)


def _label_dated(draft: Draft, places: Sequence[int], kind: BlockKind) -> None:
    """Set the date apart with which the first line of a text without a lead begins."""
    at = next(iter(places), -1)
    line = draft.lines[at] if at >= 0 else None
    if line is None or line.role is not LayoutRole.LEAD_DATE or line.match is None:
        return
    begin = len(line.text) - len(line.text[line.match.end() :].lstrip())
    if 0 < begin < len(line.text):
        draft.kinds.pop(at, None)
        draft.parts[at] = [(0, BlockKind.DATELINE), (begin, kind)]


def _label_text(draft: Draft, first: int) -> None:
    """Headings are short lines before a paragraph; a quotation alone on its line is set out of the text."""
    places = draft.open(first)
    for number, at in enumerate(places):
        line = draft.lines[at]
        following = draft.lines[places[number + 1]] if number + 1 < len(places) else None
        heading = (
            line.headish
            and len(line.text) <= _LONGEST_HEADING
            and following is not None
            and following.sentence
            and (line.gap or line.text.endswith("?") or not line.sentence)
            and not line.text.startswith(("-", "•", "–", "*", "·"))
            and not _SPOKEN.search(line.text[-4:])
        )
        if is_quotation(line.text) and not draft.release and number:
            draft.kinds[at] = BlockKind.PULL_QUOTE
        else:
            draft.kinds[at] = BlockKind.HEADING if heading else BlockKind.PARAGRAPH


def _split_tails(draft: Draft, first: int) -> None:
    """Set apart what ends a line and is not its text: "mehr...", a picture credit, the writer's initials."""
    last = max(
        (at for at in range(first, len(draft.lines)) if draft.kinds.get(at) in _TEXT or at in draft.parts), default=-1
    )
    for at in range(len(draft.lines)):
        kind = draft.kinds.get(at)
        parts = draft.parts.get(at) or ([(0, kind)] if kind else [])
        if not parts:
            continue
        text, tail_kind = draft.lines[at].text, None
        place: int | None = None
        if parts[-1][1] in _TEXT:
            place, tail_kind = draft.marks.tail(LayoutRole.MORE, text), BlockKind.FURNITURE
            if place is None and at == last:
                place, tail_kind = draft.marks.tail(LayoutRole.BYLINE_TAIL, text), BlockKind.BYLINE
        if place is None and parts[-1][1] in _TEXT | {BlockKind.CAPTION}:
            place, tail_kind = draft.marks.tail(LayoutRole.CREDIT_TAIL, text), BlockKind.CREDIT
            if place is not None and parts[-1][1] in _TEXT and text[place] not in "([":
                place = None
        if place is not None and tail_kind is not None and place > parts[-1][0]:
            draft.kinds.pop(at, None)
            draft.parts[at] = [*parts, (place, tail_kind)]


_TEXT = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.ANSWER})
