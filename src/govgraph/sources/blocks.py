"""From the lines of one article to its head, its byline and its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from govgraph.model.page import Block
from govgraph.model.terms import BlockKind, Genre
from govgraph.sources.body import label_body
from govgraph.sources.dates import DateRank, read_date
from govgraph.sources.dialogue import turns
from govgraph.sources.documents import NOTHING_TOLD
from govgraph.sources.furniture import label_furniture
from govgraph.sources.heads import is_kicker, split_colon, split_glued
from govgraph.sources.people import read_names
from govgraph.sources.segment import SECTIONS
from govgraph.vocabulary.layouts import LayoutRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.sources.documents import Told
    from govgraph.sources.lines import Line, Marks
    from govgraph.sources.segment import Region

__all__ = ["Draft", "build_draft", "build_given"]

_MOST_HEADS = 4
_SHORT = 3
_LONGEST_FALLBACK = 120
_LONGEST_WORD = 500
_HEAD_OF_MINUTES = 5
_DETAIL = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+: ")


_AROUND = frozenset({BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.CONTACT, BlockKind.BYLINE, BlockKind.DATELINE})


@dataclass(slots=True)
class Draft:
    """An article in the making. Positions are those of its lines, offsets those of the page.

    Attributes:
        lines: Lines of the article.
        marks: Marks they were read with.
        kinds: Kind of each line that is decided.
        parts: Lines that fall into several blocks: start offset within the line, and kind, of each part.
    """

    lines: Sequence[Line]
    marks: Marks
    teaser: bool = False
    kinds: dict[int, BlockKind] = field(default_factory=dict)
    parts: dict[int, list[tuple[int, BlockKind]]] = field(default_factory=dict)
    title: str = ""
    kicker: str | None = None
    genre: Genre | None = None
    authors: list[str] = field(default_factory=list)
    interviewed: bool = False
    release: bool = False
    url: str | None = None
    language: str | None = None
    dates: list[tuple[DateRank, str]] = field(default_factory=list)
    page_date: str | None = None
    told: Told = NOTHING_TOLD
    _turns: Mapping[int, BlockKind] | None = None

    @property
    def turns(self) -> Mapping[int, BlockKind]:
        """Lines that begin with the label of a speaker, with what that one does: ask or answer."""
        if self._turns is None:
            self._turns = turns(self.lines)
        return self._turns

    @property
    def told_kinds(self) -> set[BlockKind]:
        """Kinds of its blocks."""
        return {*self.kinds.values(), *(kind for parts in self.parts.values() for _, kind in parts)}

    @property
    def as_told(self) -> tuple[str, ...]:
        """Names of the values that are as they were told."""
        told = self.told
        pairs = {
            "title": (told.title, self.title),
            "kicker": (told.kicker, self.kicker),
            "date": (read_date(told.date or told.made or ""), self.date),
            "authors": (list(told.authors), self.authors),
            "url": (told.url, self.url),
        }
        return tuple(name for name, (given, own) in pairs.items() if given and given == own)

    @property
    def date(self) -> str | None:
        """Best date, or None."""
        return min(self.dates, key=lambda pair: pair[0])[1] if self.dates else None

    @property
    def readable(self) -> bool:
        """Whether any word of it belongs to an article, and not only to what stands around one."""
        kinds = {*self.kinds.values(), *(kind for parts in self.parts.values() for _, kind in parts)}
        return not kinds <= _AROUND and not all(_is_blob(line.text) for line in self.lines)

    def add_date(self, rank: DateRank, words: str | None) -> None:
        """Note a date that may be that of the article."""
        found = read_date(words) if words else None
        if found:
            self.dates.append((rank, found))

    def take(self, told: Told) -> None:
        """Take what was told before what was found; a date in brackets in the text stays."""
        self.told = told
        self.title = told.title or self.title
        self.kicker = told.kicker or self.kicker
        self.url = told.url or self.url
        if told.authors:
            self.authors = list(told.authors)
        self.add_date(DateRank.TOLD, told.date)
        self.add_date(DateRank.MADE, told.made)

    def add_authors(self, line: Line) -> None:
        """Note the names of a byline."""
        self.interviewed = self.interviewed or bool(line.group("interviewer"))
        for name in read_names(line.group("interviewer") or line.group("names") or ""):
            if name not in self.authors:
                self.authors.append(name)

    def open(self, first: int = 0) -> list[int]:
        """Positions of lines without a kind, from a position on."""
        return [at for at in range(first, len(self.lines)) if at not in self.kinds and at not in self.parts]

    def blocks(self, start: int) -> tuple[Block, ...]:
        """Blocks with offsets from `start`, edges without white space."""
        found = []
        for at, line in enumerate(self.lines):
            parts = self.parts.get(at) or [(0, self.kinds[at])]
            ends = [*(begin for begin, _ in parts[1:]), len(line.text)]
            for (begin, kind), end in zip(parts, ends, strict=True):
                piece = line.text[begin:end]
                left = begin + len(piece) - len(piece.lstrip())
                right = begin + len(piece.rstrip())
                if right > left:
                    found.append(Block(kind, line.start + left - start, line.start + right - start))
        return tuple(found)


def build_draft(lines: Sequence[Line], region: Region, marks: Marks) -> Draft:
    """Read the lines of one article: where its title is, who wrote it and when, and what each line is."""
    draft = Draft(lines[region.first : region.last], marks, teaser=region.teaser)
    anchor = region.anchor - region.first if region.anchor is not None else None
    for first, last in region.holes:
        for at in range(first - region.first, last - region.first):
            draft.kinds[at] = BlockKind.FURNITURE
    label_furniture(draft)
    body = _read_head(draft, anchor)
    _date_minutes(draft)
    headings = label_body(draft, body)
    _settle_genre(draft, headings)
    for at in draft.open():
        draft.kinds[at] = BlockKind.PARAGRAPH
    if not draft.title:
        draft.title = _first_words(draft)
    return draft


def _date_minutes(draft: Draft) -> None:
    """Minutes are of the day on which was met; their head tells it: „Niederschrift der Sitzung … vom 12.10.2021“."""
    head = draft.lines[:_HEAD_OF_MINUTES]
    if not any(draft.marks.starts(LayoutRole.MINUTES, line.text) for line in head[:2]):
        return
    for line in head:
        found = draft.marks.anywhere(LayoutRole.SITTING, line.text)
        if found is not None:
            draft.add_date(DateRank.ISSUE, found["date"])
            return


def _is_blob(text: str) -> bool:
    """Whether characters are far too many for one word, with no space among them."""
    return len(text) > _LONGEST_WORD and not any(map(str.isspace, text))


def _first_words(draft: Draft) -> str:
    own = (line.text for at, line in enumerate(draft.lines) if draft.kinds.get(at) not in _AROUND)
    return _shortened(next(own, ""))


class Given(Protocol):
    """What is known of an article as a whole."""

    @property
    def told(self) -> Told:
        """What came with it."""

    @property
    def teaser(self) -> bool:
        """Whether it only points at an article."""

    @property
    def genre(self) -> Genre | None:
        """Its genre, if the format gives it."""

    @property
    def release(self) -> bool:
        """Whether it is a press release."""

    @property
    def whole(self) -> bool:
        """Whether its title is the whole line."""


def build_given(lines: Sequence[Line], marks: Marks, given: Mapping[int, BlockKind], known: Given) -> Draft:
    """Read the lines of an article whose structure is known in part: what is not given is decided by the marks.

    Args:
        lines: All lines of the article.
        marks: Marks they were read with.
        given: Kinds of lines, by position. If one of them is the title, no other title is looked for.
        known: What is known of the article; a date in brackets in its text is believed before the date told.
    """
    told = known.told
    draft = Draft(lines, marks, teaser=known.teaser, genre=known.genre, release=known.release, told=told)
    draft.kinds.update(given)
    draft.title, draft.kicker = told.title or "", told.kicker
    draft.authors += told.authors
    draft.url = told.url
    draft.language = told.language
    draft.add_date(DateRank.TOLD, told.date)
    draft.add_date(DateRank.MADE, told.made)
    titles = [at for at, kind in given.items() if kind is BlockKind.TITLE]
    label_furniture(draft)
    if titles:
        body = max(titles) + 1
        whole = known.whole or told.kicker is not None or BlockKind.KICKER in given.values()
        _title_given(draft, min(titles), whole=whole)
    elif draft.title:
        body = 0
    else:
        body = _read_head(draft, None)
    _settle_genre(draft, label_body(draft, body))
    for at in draft.open():
        draft.kinds[at] = BlockKind.PARAGRAPH
    if not draft.title:
        draft.title = _first_words(draft)
    return draft


def _title_given(draft: Draft, at: int, *, whole: bool) -> None:
    """Take the title from its line. What was told of it is kept only where it is another wording of that line."""
    del draft.kinds[at]
    if whole:
        _set_title(draft, at, 0)
    else:
        _split_title(draft, at)
    if draft.kicker is None:
        draft.kicker = next(
            (draft.lines[place].text.rstrip(" :|") for place, kind in draft.kinds.items() if kind is BlockKind.KICKER),
            None,
        )


def _read_head(draft: Draft, anchor: int | None) -> int:
    """Find title, kicker, dates and bylines above the text; gives the position where the text begins."""
    heads: list[int] = []
    at = 0
    while at < len(draft.lines):
        line = draft.lines[at]
        if at in draft.kinds:
            at += 1
            continue
        if not _take_head_mark(draft, at, heads):
            if _ends_head(draft, at, heads, anchor):
                break
            heads.append(at)
            if len(heads) > _MOST_HEADS:
                break
        elif line.role is LayoutRole.CREDIT and len(heads) > 1 and heads[-1] == at - 1:
            draft.kinds[heads.pop()] = BlockKind.CAPTION
        at += 1
    if draft.title:  # that of a mail: what stands below is its text
        return min(heads, default=at)
    if draft.teaser:
        _title_of_teaser(draft, heads)
    else:
        _title_of_article(draft, heads)
    bar = _bar(draft)
    if not draft.title and bar is not None:
        _take_label(draft, bar, BlockKind.TITLE)
    elif not draft.title:
        _title_without_head(draft, at)
    return at


def _take_head_mark(draft: Draft, at: int, heads: list[int]) -> bool:
    """Label a marked line of the head; False for a line that is title, kicker or text."""
    line = draft.lines[at]
    role = line.role
    if role is LayoutRole.PAGE_DATE:
        draft.kinds[at] = BlockKind.DATELINE if heads else BlockKind.FURNITURE
        if heads:
            draft.add_date(DateRank.AFTER_TITLE, line.group("date"))
        else:
            draft.page_date = line.group("date")
    elif role is LayoutRole.DATE_LINE:
        if line.group("rubrics") and draft.kicker is None:
            _take_rubrics(draft, at)
        else:
            draft.kinds[at] = BlockKind.DATELINE
        draft.add_date(DateRank.LINE, line.group("date"))
        draft.add_date(DateRank.ISSUE, line.group("issue"))
        draft.add_authors(line)
    elif role is LayoutRole.RELEASE:
        draft.kinds[at] = BlockKind.DATELINE
        draft.release = True
        draft.add_date(DateRank.RELEASE, line.group("date"))
    elif role is LayoutRole.GENRE_MARK and line.mark is not None:
        draft.kinds[at] = BlockKind.FURNITURE
        draft.genre = line.mark.genre
        following = next((other for other in draft.lines[at + 1 :] if other.role is not LayoutRole.CREDIT), None)
        # Before the title as a rule, then what is above is a caption; but right above the text it is below the title.
        if following is not None and following.role is not LayoutRole.LEAD_DATE and not following.sentence:
            for head in heads:
                draft.kinds[head] = BlockKind.CAPTION
            heads.clear()
    elif role is LayoutRole.MAIL:
        _take_mail_line(draft, at)
    elif role is LayoutRole.SECTION:
        _take_label(draft, at, BlockKind.KICKER)
    elif role is LayoutRole.NUMBERED:
        _take_label(draft, at, BlockKind.TITLE)
    elif role is LayoutRole.BYLINE:
        draft.kinds[at] = BlockKind.BYLINE
        draft.add_authors(line)
    elif role is LayoutRole.CREDIT:
        draft.kinds[at] = BlockKind.CREDIT
    elif role is None and draft.marks.starts(LayoutRole.BIOGRAPHY, line.text) and line.sentence:
        draft.kinds[at] = BlockKind.FURNITURE
        match = draft.marks.starts(LayoutRole.BIOGRAPHY, line.text)
        if match and not draft.authors and "names" in match.re.groupindex:
            draft.authors += read_names(match["names"] or "")
    elif role is None and heads and len(line.text) < _LONGEST_FALLBACK and _is_photo(draft, at):
        draft.kinds[at] = BlockKind.CAPTION
    else:
        return False
    return True


def _take_mail_line(draft: Draft, at: int) -> None:
    """The subject of a mail is a title, and it is of the day on which it was sent."""
    line = draft.lines[at]
    draft.add_date(DateRank.LINE, line.group("date"))
    if line.group("subject") is None or draft.title:
        draft.kinds[at] = BlockKind.FURNITURE
        return
    assert line.match is not None
    begin = line.match.start("subject")
    colon = split_colon(line.text[begin:], draft.marks.layouts)
    draft.parts[at] = [(0, BlockKind.FURNITURE), (begin, BlockKind.TITLE)]
    if colon is not None:
        draft.kicker = line.text[begin : begin + colon[0]].rstrip()
        draft.parts[at][1:] = [(begin, BlockKind.KICKER), (begin + colon[1], BlockKind.TITLE)]
        begin += colon[1]
    draft.title = line.text[begin:]


def _bar(draft: Draft) -> int | None:
    """Position of the line that parts a section of a newsletter from the one before."""
    return next((at for at, line in enumerate(draft.lines) if line.role in SECTIONS), None)


def _take_label(draft: Draft, at: int, kind: BlockKind) -> None:
    """What a newsletter calls a section is the kicker of the title below, or the title where there is none."""
    match = draft.lines[at].match
    assert match is not None
    draft.parts[at] = [
        (0, BlockKind.FURNITURE),
        (match.start("label"), kind),
        (match.end("label"), BlockKind.FURNITURE),
    ]
    draft.kicker = match["label"] if kind is BlockKind.KICKER else None
    draft.title = match["label"] if kind is BlockKind.TITLE else draft.title


def _take_rubrics(draft: Draft, at: int) -> None:
    """What a line has beside its date is the kicker of the title below."""
    match = draft.lines[at].match
    assert match is not None
    draft.kicker = match["rubrics"]
    parts = [(match.start("rubrics"), BlockKind.KICKER), (match.start("date"), BlockKind.DATELINE)]
    (_, first), (second, other) = sorted(parts)
    draft.parts[at] = [(0, first), (second, other)]


def _is_photo(draft: Draft, at: int) -> bool:
    return draft.marks.starts(LayoutRole.PHOTO, draft.lines[at].text) is not None


def _ends_head(draft: Draft, at: int, heads: Sequence[int], anchor: int | None) -> bool:
    line = draft.lines[at]
    if at == anchor or at in draft.turns:
        return True
    if draft.teaser and anchor is not None and at < anchor:
        return False
    if line.role is LayoutRole.LEAD_DATE:
        return True
    if not line.headish:
        return bool(heads) or line.sentence
    if line.text.endswith("?") and heads:
        return draft.marks.starts(LayoutRole.ADDRESSED, line.text) is not None
    return False


def _title_of_teaser(draft: Draft, heads: list[int]) -> None:
    """The title is the last line above the text that reads like one; lines before it are captions or its kicker."""
    lines = draft.lines
    fit = [at for at in heads if lines[at].headish and not _is_photo(draft, at)] or heads
    if not fit:
        return
    coloned = [at for at in fit if split_colon(lines[at].text, draft.marks.layouts)]
    title = coloned[0] if len(coloned) == 1 else fit[-1]
    before = title - 1
    own_kicker = (
        before in heads
        and (not coloned or _above_colon(draft, before))
        and not lines[title].gap
        and not _is_photo(draft, before)
        and is_kicker(lines[before].text, draft.marks.layouts)
    )
    for at in heads:
        if at != title:
            draft.kinds[at] = BlockKind.KICKER if own_kicker and at == before else BlockKind.CAPTION
    if own_kicker:
        draft.kicker = lines[before].text.rstrip(" :|")
        _set_title(draft, title, 0)
    else:
        _split_title(draft, title)


def _above_colon(draft: Draft, at: int) -> bool:
    """„Bund“ over „Register: Amt testet Abruf“ is the kicker; „Kurz notiert“ over „Bund: Amt testet Abruf“ is none."""
    kickers, sections = (draft.marks.layouts.word_list(name) for name in ("kicker", "section"))
    text = draft.lines[at].text
    return text in kickers or (" " not in text and text not in sections)


def _below_date(draft: Draft, heads: list[int]) -> list[int]:
    """In a press release, the lines below "Place, date": what stands above them is the letterhead."""
    dates = [at for at, line in enumerate(draft.lines) if line.role is LayoutRole.DATE_LINE]
    below = [at for at in heads if dates and at > dates[0]]
    if not below or len(below) == len(heads) or not (draft.release or _is_letterhead(draft, heads[: -len(below)])):
        return heads
    for at in heads:
        if at not in below:
            draft.kinds[at] = BlockKind.KICKER
    return below


def _is_letterhead(draft: Draft, heads: Sequence[int]) -> bool:
    """„Senatskanzlei“, „Pressestelle“: whether lines only say from which office a text comes."""
    sections = draft.marks.layouts.word_list("section")
    texts = [draft.lines[at].text for at in heads]
    issuers = [draft.marks.starts(LayoutRole.ISSUER, text) is not None for text in texts]
    # one line alone is the kicker
    return (
        len(heads) > 1
        and any(issuers)
        and all(known or text in sections for known, text in zip(issuers, texts, strict=True))
    )


def _is_detail(draft: Draft, at: int) -> bool:
    """„Anwesend: Ute Lang, Jens Ott“ with „Gäste: Max Uhl“ right below: details of minutes, no title."""
    below = draft.lines[at + 1] if at + 1 < len(draft.lines) else None
    return (
        below is not None
        and not below.gap
        and bool(_DETAIL.match(draft.lines[at].text))
        and bool(_DETAIL.match(below.text))
    )


def _title_of_article(draft: Draft, heads: list[int]) -> None:
    lines, layouts = draft.lines, draft.marks.layouts
    heads = _without_repeats(draft, heads)
    heads = _without_issuer(draft, heads)
    heads = _below_date(draft, heads)
    if (
        len(heads) > 2
        and lines[heads[0]].text in layouts.word_list("section")
        and is_kicker(lines[heads[1]].text, layouts)
    ):
        draft.kinds[heads.pop(0)] = BlockKind.FURNITURE
    if not heads:
        return
    first, rest = heads[0], heads[1:]
    glued = _glue(draft, first)
    rubrics = next(
        (at for at, parts in draft.parts.items() if any(kind is BlockKind.KICKER for _, kind in parts)), None
    )
    # In a press release, a second headline follows more often than a kicker comes first.
    above = not draft.release or (bool(rest) and not lines[rest[0]].gap and len(lines[first].text.split()) <= _SHORT)
    above = above and not (rest and _is_detail(draft, rest[0]))
    if rest and above and glued is None and (is_kicker(lines[first].text, layouts) or _opens(draft, first, rest)):
        draft.kinds[first] = BlockKind.KICKER
        if rubrics is None or first > rubrics:
            draft.kicker = lines[first].text.rstrip(" :|")
        first, rest = rest[0], rest[1:]
        _set_title(draft, first, _glue(draft, first) or 0)
    elif rubrics is not None and (
        _sectioned(draft, first) or not is_kicker(lines[first].text.partition(": ")[0], layouts)
    ):
        _set_title(draft, first, 0)
    else:
        _split_title(draft, first)
    for at in rest:
        draft.kinds[at] = BlockKind.LEAD


def _opens(draft: Draft, first: int, rest: Sequence[int]) -> bool:
    """Whether the first of two lines, „Nach dem Angriff“, is only the kicker of the one right below."""
    lines, openings = draft.lines, draft.marks.layouts.word_list("kickerOpening")
    words = lines[first].text.split()
    return len(rest) == 1 and not lines[rest[0]].gap and len(words) <= _SHORT + 1 and words[0] in openings


def _sectioned(draft: Draft, at: int) -> bool:
    """Whether a title stands in a section of a newsletter that names its kicker better than its own words."""
    kickers = draft.marks.layouts.word_list("kicker")
    own = draft.lines[at].text.partition(": ")[0]
    return _bar(draft) is not None and (own not in kickers or draft.kicker in kickers)


def _without_repeats(draft: Draft, heads: list[int]) -> list[int]:
    """Drop headlines that come twice, and paths such as "StartDigitalesTitle" that end in the headline."""
    texts = [draft.lines[at].text for at in heads]
    kept = []
    for number, at in enumerate(heads):
        text = texts[number]
        path = any(len(other) > 10 and text != other and text.endswith(other) for other in texts[number + 1 :])
        if path or text in texts[:number]:
            draft.kinds[at] = BlockKind.FURNITURE
        else:
            kept.append(at)
    return kept


def _without_issuer(draft: Draft, heads: list[int]) -> list[int]:
    """Set the issuing body of a press release apart: a line of the head that names an office and no news."""
    if not draft.release:
        return heads
    kept = list(heads)
    for at in heads:
        if len(kept) > 1 and draft.marks.starts(LayoutRole.ISSUER, draft.lines[at].text):
            draft.kinds[at] = BlockKind.KICKER
            kept.remove(at)
    release = next((at for at, line in enumerate(draft.lines) if line.role is LayoutRole.RELEASE), 0)
    above = [at for at in kept if at < release]
    if above and len(above) < len(kept):
        for at in above:
            draft.kinds[at] = BlockKind.KICKER
        kept = kept[len(above) :]
    return kept


def _glue(draft: Draft, at: int) -> int | None:
    text = draft.lines[at].text
    colon = split_colon(text, draft.marks.layouts)
    reach = text[: colon[0]] if colon else text
    others = [line.text for number, line in enumerate(draft.lines) if number != at]

    def seen(word: str) -> bool:
        return any(word in other for other in others)

    split = split_glued(text, draft.marks.layouts, seen)
    return split if split is not None and split < len(reach) else None


def _split_title(draft: Draft, at: int) -> None:
    """Title line that may hold its kicker: glued to it, or before a colon."""
    text = draft.lines[at].text
    glued = _glue(draft, at)
    colon = None if draft.release else split_colon(text, draft.marks.layouts)
    if glued is not None:
        draft.kicker = text[:glued].rstrip()
        _set_title(draft, at, glued)
    elif colon is not None:
        draft.kicker = text[: colon[0]].rstrip()
        _set_title(draft, at, colon[1])
    else:
        _set_title(draft, at, 0)


def _set_title(draft: Draft, at: int, begin: int) -> None:
    draft.title = draft.lines[at].text[begin:].strip()
    if begin:
        draft.parts[at] = [(0, BlockKind.KICKER), (begin, BlockKind.TITLE)]
    else:
        draft.kinds[at] = BlockKind.TITLE


def _title_without_head(draft: Draft, body: int) -> None:
    """Take the title from a line "[date] Title", or else the first words of the text, which stay text."""
    for at in draft.open(body):
        line = draft.lines[at]
        begin = line.match.end() if line.match and line.role is LayoutRole.LEAD_DATE else 0
        words = line.text[begin:].strip()
        if begin and line.headish and words and len(draft.open(at)) > 1:
            draft.add_date(DateRank.BRACKET, line.group("date"))
            begin += len(line.text[begin:]) - len(line.text[begin:].lstrip())
            if _is_title_below(draft, at, words):
                draft.kicker = words
                draft.parts[at] = [(0, BlockKind.DATELINE), (begin, BlockKind.KICKER)]
                _set_title(draft, at + 1, 0)
                return
            colon = split_colon(words, draft.marks.layouts)
            parts = [(0, BlockKind.DATELINE), (begin, BlockKind.TITLE)]
            if colon:
                draft.kicker = words[: colon[0]]
                parts[1:] = [(begin, BlockKind.KICKER), (begin + colon[1], BlockKind.TITLE)]
            draft.title = words[colon[1] :] if colon else words
            draft.parts[at] = parts
            return
        more = draft.marks.tail(LayoutRole.MORE, words)
        if words and more != 0:
            draft.title = _shortened(words[:more].rstrip())
            return


def _is_title_below(draft: Draft, at: int, words: str) -> bool:
    """Whether what a line says after its date is the kicker of a title right below, with the text below that."""
    below = draft.lines[at + 1 : at + 3]
    if len(below) < 2 or any(line.gap or line.role is not None for line in below):
        return False
    return below[0].headish and below[1].running and is_kicker(words, draft.marks.layouts)


def _shortened(words: str) -> str:
    """First words of a text, to stand for a title."""
    if len(words) <= _LONGEST_FALLBACK:
        return words
    return words[: _LONGEST_FALLBACK + 1].rsplit(" ", 1)[0][:_LONGEST_FALLBACK].rstrip(" ,;:") + " …"


def _settle_genre(draft: Draft, headings: int) -> None:
    """Genre: what a mark says, else interview or teaser, else news or report.

    A report is signed or divided by headings, and neither a press release nor about who takes an office.
    """
    if draft.genre is None and draft.kicker:
        match = draft.marks.find(draft.kicker.lower())
        draft.genre = match[0].genre if match and match[0].role is LayoutRole.GENRE_MARK else None
        if draft.genre is Genre.INTERVIEW and BlockKind.QUESTION not in draft.told_kinds:
            draft.genre = None
    if draft.genre is not None:
        return
    if BlockKind.QUESTION in draft.told_kinds:
        draft.genre = Genre.INTERVIEW
    elif draft.teaser:
        draft.genre = Genre.TEASER
    else:
        head = " ".join(filter(None, (draft.kicker, draft.title)))
        personal = draft.marks.starts(LayoutRole.PERSONNEL, head) is not None
        told = (bool(draft.authors) or headings > 0) and not personal and not draft.release
        draft.genre = Genre.REPORT if told else Genre.NEWS
