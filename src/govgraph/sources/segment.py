"""Which lines of a page belong to which article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.sources.dates import read_date
from govgraph.vocabulary.layouts import LayoutRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.sources.lines import Line, Marks

__all__ = ["SECTIONS", "Region", "edition_day", "segment"]

_FURNITURE = frozenset(
    {
        LayoutRole.AD,
        LayoutRole.AD_END,
        LayoutRole.FURNITURE,
        LayoutRole.FOOTER,
        LayoutRole.LINKS,
        LayoutRole.LIST_HEAD,
        LayoutRole.PAGE_DATE,
        LayoutRole.ADDRESS,
        LayoutRole.QUOTED,
    }
)
SECTIONS = frozenset({LayoutRole.SECTION, LayoutRole.NUMBERED})
"""Roles of the lines that part a newsletter."""
_BELOW_TITLE = frozenset({LayoutRole.BYLINE, LayoutRole.DATE_LINE, LayoutRole.CREDIT, LayoutRole.GENRE_MARK})
_NEAR = 6
_MANY = 3
_LONGEST_CAPTION = 250
_LONGEST_TITLE = 130
_A_DAY = len("2024-01-31")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one article.

    Attributes:
        first: Position of its first line.
        last: One past its last line.
        anchor: Line on which its text begins with a date, or that ends in "mehr...", if there is one.
        teaser: Whether it only points at an article.
        holes: Stretches within it that are articles of their own, as pairs of positions.
    """

    first: int
    last: int
    anchor: int | None = None
    teaser: bool = False
    holes: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Anchor:
    """A place where the text of an article surely begins: a date in brackets, or a paragraph that ends in "mehr..."."""

    at: int
    end: int
    more: bool
    dated: bool
    titled: bool = False


def segment(lines: Sequence[Line], marks: Marks) -> list[Region]:
    """Articles of a page, in order; together they hold every line. Holes overlap with the articles they are."""
    if not lines:
        return []
    bars = [at for at, line in enumerate(lines) if line.role in SECTIONS]
    return _by_sections(lines, marks, bars) if bars else _without_edition(lines, marks, _by_marks(lines, marks))


def _without_edition(lines: Sequence[Line], marks: Marks, regions: list[Region]) -> list[Region]:
    """„eGov-Newsletter vom 15. Januar 2025“ above several articles is a line of none of them."""
    first = regions[0]
    if len(regions) == 1 or first.anchor is None:
        return regions
    heads = range(first.first, max(first.first, first.anchor - 1))
    edition = next((at + 1 for at in reversed(heads) if marks.starts(LayoutRole.EDITION, lines[at].text)), 0)
    while edition and edition < first.anchor and not lines[edition].gap:
        edition += 1
    if not edition or edition >= first.anchor or any(map(_is_prose, lines[first.first : edition])):
        return regions
    return [replace(first, holes=((first.first, edition), *first.holes)), *regions[1:]]


def edition_day(lines: Sequence[Line]) -> str | None:
    """Words for the day of a newsletter or of a list of teasers; None for a page that has none for all its articles.

    That of a newsletter stands above its first section, that of a list right below its head.
    """
    bar = next((at for at, line in enumerate(lines) if line.role in SECTIONS), 0)
    heads = (at for at, line in enumerate(lines[:_NEAR]) if line.role is LayoutRole.LIST_HEAD)
    below = (lines[at + 1 : at + 2] for at in heads if not any(map(_is_prose, lines[:at])))
    dated = (line.group("date") for after in below for line in after if line.role is LayoutRole.DATE_LINE)
    return next(filter(None, (*map(_day_told, lines[:bar]), *dated)), None)


def _day_told(line: Line) -> str | None:
    """Words for the day by which a line is marked or with which it ends."""
    marked = line.group("date")
    if marked or len(line.text) > _LONGEST_TITLE:
        return marked
    words = line.text.rstrip(")].").split()[-3:]
    return next((last for last in (" ".join(words), words[-1]) if len(read_date(last) or "") == _A_DAY), None)


def _by_sections(lines: Sequence[Line], marks: Marks, bars: Sequence[int]) -> list[Region]:
    """Articles of each section of a newsletter. What stands above the first is one too, if it says anything."""
    greeted = any(map(_is_prose, lines[: bars[0]]))
    regions: list[Region] = []
    for first, last in pairwise([*([0] if greeted and bars[0] else []), *bars, len(lines)]):
        regions += (_moved(region, first) for region in _by_marks(lines[first:last], marks))
    if not greeted and bars[0]:
        regions[0] = replace(regions[0], first=0, holes=((0, bars[0]), *regions[0].holes))
    return regions


def _moved(region: Region, by: int) -> Region:
    """The same lines of a longer page."""
    anchor = None if region.anchor is None else region.anchor + by
    holes = tuple((first + by, last + by) for first, last in region.holes)
    return replace(region, first=region.first + by, last=region.last + by, anchor=anchor, holes=holes)


def _by_marks(lines: Sequence[Line], marks: Marks) -> list[Region]:
    """Articles of a page, or of a section, by dates in brackets and what else begins an article."""
    anchors = _anchors(lines, marks)
    zone = _zone(lines, anchors)
    regions = _with_anchors(lines, marks, anchors, zone) if anchors else _without(lines, marks, zone)
    return _tidy(lines, regions)


def _anchors(lines: Sequence[Line], marks: Marks) -> list[_Anchor]:
    anchors: list[_Anchor] = []
    for at, line in enumerate(lines):
        dated = line.role is LayoutRole.LEAD_DATE and bool(line.group("bracket"))
        more = line.role in (None, LayoutRole.LEAD_DATE) and marks.tail(LayoutRole.MORE, line.text) is not None
        if line.role is LayoutRole.MORE:
            _close(lines, anchors, at)
        elif dated:
            titled = _is_dated_title(lines, at)
            bare = line.match is not None and line.match.end() == len(line.text) and at + 1 < len(lines)
            anchors.append(_Anchor(at, at + 1 + (titled or bare), more, dated=True, titled=titled))
        elif more:
            last = anchors[-1] if anchors else None
            if last and at < last.end:
                last.more = True
            elif last and not last.more and at - last.at <= 3 and not any(x.headish for x in lines[last.at + 1 : at]):
                last.more, last.end = True, at + 1
            elif last is None or not last.dated or _titular(lines[at - 1]) or any(map(_titular, lines[last.end : at])):
                # else it is the last paragraph of a dated article, and no teaser
                anchors.append(_Anchor(at, at + 1, more=True, dated=False))
    return anchors


def _is_dated_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is "[18.11.2024] Kicker: Title" with its text below and no other title above.

    The title may also be a line of its own, right below a kicker.
    """
    line = lines[at]
    rest = line.text[line.match.end() :] if line.match else ""
    return (
        0 < len(rest) <= _LONGEST_TITLE
        and line.headish
        and (_is_text(lines, at + 1) or (_is_right_below(lines, at + 1) and _is_text(lines, at + 2)))
        and not (at and _titular(lines[at - 1]))
    )


def _is_text(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and _is_running(lines[at])


def _is_right_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a title with no empty line above and below it."""
    return at + 1 < len(lines) and _titular(lines[at]) and not (lines[at].gap or lines[at + 1].gap)


def _is_date_above_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a date alone, with a title below it, be it under its kicker, and text below that."""
    if lines[at].role is not LayoutRole.DATE_LINE or not lines[at].gap:
        return False
    text = next((place for place in range(at + 1, min(at + 4, len(lines))) if not _titular(lines[place])), at)
    return text > at + 1 and _is_running(lines[text]) and not any(line.gap for line in lines[at + 1 : text])


def _close(lines: Sequence[Line], anchors: list[_Anchor], at: int) -> None:
    """A line that says "mehr..." ends the teaser whose text is before it."""
    last = anchors[-1] if anchors else None
    if last and not last.more and at - last.at <= 3:
        last.more, last.end = True, at + 1
    elif at and lines[at - 1].role in (None, LayoutRole.LEAD_DATE) and not (last and last.end >= at):
        anchors.append(_Anchor(at - 1, at + 1, more=True, dated=False))


def _zone(lines: Sequence[Line], anchors: Sequence[_Anchor]) -> int | None:
    """Position of the line that heads a list of teasers."""
    places = {anchor.at for anchor in anchors}
    final = max(places, default=len(lines))
    links = None
    for at, line in enumerate(lines):
        if line.role is LayoutRole.LIST_HEAD and at < final:
            return at
        if line.role is LayoutRole.LINKS:
            if any(place in places for place in range(at + 1, at + 1 + _NEAR)):
                return at
            links = at
    return links if links and any(map(_is_prose, lines[:links])) and _lists_teasers(lines[links + 1 :]) else None


def _lists_teasers(lines: Sequence[Line]) -> bool:
    """Whether lines are two teasers or more and nothing else: a title, be it with a date, one paragraph right below."""
    told = [line for line in lines if line.role in (None, LayoutRole.LEAD_DATE)]
    prose = [at for at, line in enumerate(told) if line.sentence]
    apart = all(after - at > 1 and not told[after].gap for at, after in pairwise([-1, *prose]))
    titles = (line for line in told if not line.sentence)
    return len(prose) > 1 and apart and told[-1].sentence and all(map(_titular, titles))


def _is_prose(line: Line) -> bool:
    return line.role is None and line.sentence


def _is_running(line: Line) -> bool:
    return line.role is None and line.running


def _with_anchors(lines: Sequence[Line], marks: Marks, anchors: Sequence[_Anchor], zone: int | None) -> list[Region]:
    regions: list[Region] = []
    resumed: dict[int, tuple[int, int]] = {}
    floor, open_region, closed = 0, None, True
    inner: set[int] = set()
    short = False
    many = len(anchors) >= 3
    for number, anchor in enumerate(anchors):
        following = anchors[number + 1].at if number + 1 < len(anchors) else len(lines)
        in_zone = zone is not None and anchor.at > zone
        if in_zone and zone is not None and floor <= zone:
            if zone > 0 and not regions and _has_text(lines[floor:zone]):
                regions += _plain(lines, marks, floor, zone)
                closed = False
            floor, closed = max(floor, zone + 1), True
        between = lines[floor : anchor.at]
        text_between = any(_is_prose(line) and not _is_caption(line, marks) for line in between)
        text_between = text_between or any(at in inner for at in range(floor, anchor.at))
        climbed = _climb(lines, marks, anchor.at, floor)
        goes_on = False
        if number == 0 and not in_zone:
            start = climbed if anchor.more and text_between else floor
            if start > floor:
                regions += _plain(lines, marks, floor, start)
                open_region = len(regions) - 1
        elif anchor.titled:
            start = anchor.at  # its title is on its line: what stands above belongs to the one before
        elif closed and not (text_between and not in_zone):
            start = floor
        else:
            start = climbed
            goes_on = closed and text_between and open_region is not None
        if start == anchor.at and number and not (in_zone or anchor.more or anchor.titled):
            # a date in brackets without a title before it is a line of the article it stands in
            inner.add(anchor.at)
            if short:
                regions[-1] = replace(regions[-1], teaser=False)
                closed, open_region = False, len(regions) - 1
            continue
        if goes_on and open_region is not None:
            resumed[open_region] = (len(regions), start)
        body = [line for line in lines[anchor.end : following] if _is_prose(line) and not _is_caption(line, marks)]
        short = many and not body and not (anchor.more or in_zone)
        teaser = short or anchor.more or (in_zone and len(body) < 2)
        regions.append(Region(start, anchor.end, anchor.at, teaser=teaser))
        closed = anchor.more or in_zone or teaser
        if not closed:
            open_region = len(regions) - 1
        floor = anchor.end
    end = regions[-1].last
    goes_on = any(_is_prose(line) and not _is_caption(line, marks) for line in lines[end:])
    if goes_on and zone is None and open_region is not None and open_region < len(regions) - 1:
        resumed[open_region] = (len(regions), len(lines))
    elif goes_on and zone is not None:
        regions += _items(lines, max(end, zone + 1), len(lines))
    return _with_holes(regions, resumed)


def _with_holes(regions: list[Region], resumed: Mapping[int, tuple[int, int]]) -> list[Region]:
    """Let articles go on after the teasers that were set into them.

    Args:
        regions: Articles in order.
        resumed: For the position of such an article: one past the last teaser in it, and one past its last line.
    """
    whole = list(regions)
    for index, (after, end) in resumed.items():
        holes = tuple((region.first, region.last) for region in regions[index + 1 : after])
        whole[index] = replace(regions[index], last=end, holes=holes)
    return whole


def _is_caption(line: Line, marks: Marks) -> bool:
    return len(line.text) <= _LONGEST_CAPTION and marks.starts(LayoutRole.PHOTO, line.text) is not None


def _has_text(lines: Sequence[Line]) -> bool:
    return any(line.role is None or line.role is LayoutRole.LEAD_DATE for line in lines)


def _climb(lines: Sequence[Line], marks: Marks, at: int, floor: int) -> int:
    """Position of the first line of the head above a line: title, kicker, genre mark, captions of the picture.

    The line itself, if no title is above it.
    """
    top = at
    while top > floor and lines[top - 1].role in _BELOW_TITLE:
        top -= 1
    if top == floor or not _titular(lines[top - 1]):
        return at
    top -= 1
    if top > floor and _titular(lines[top - 1]) and not lines[top].gap and not lines[top - 1].sentence:
        top -= 1
    marked = top > floor and lines[top - 1].role is LayoutRole.GENRE_MARK
    if marked:
        top -= 1
    while top > floor and (
        _is_caption(lines[top - 1], marks)
        or lines[top - 1].role is LayoutRole.RELEASE
        or (marked and not lines[top].gap and lines[top - 1].role is None and len(lines[top - 1].text) < _LONGEST_TITLE)
    ):
        top -= 1
    return top


def _titular(line: Line) -> bool:
    return line.role in (None, LayoutRole.BACKGROUND) and line.headish and len(line.text) <= _LONGEST_TITLE


def _plain(lines: Sequence[Line], marks: Marks, first: int, last: int) -> list[Region]:
    """Articles in a stretch without dates in brackets: one, or several that each begin with the same kind of line."""
    dated = _dated_heads(lines, first, last)
    if dated:
        items = [
            Region(start, end, teaser=sum(map(_is_running, lines[start:end])) < 2)
            for start, end in pairwise([first, *dated[1:], last])
        ]
        return [replace(items[0], holes=((first, dated[0]),) if dated[0] > first else ()), *items[1:]]
    starts: list[int] = []
    prose = [at for at in range(first, last) if _is_prose(lines[at]) or lines[at].role is LayoutRole.LEAD_DATE]
    for role in (LayoutRole.RELEASE, LayoutRole.DATE_LINE, LayoutRole.LEAD_DATE, LayoutRole.AGENCY):
        places = [at for at in range(first, last) if _opens(lines[at], role, marks)]
        if len(places) < 2:
            continue
        starts = [first]
        for at in places[1:]:
            head = _climb(lines, marks, at, starts[-1] + 1) if role is not LayoutRole.RELEASE else at
            told = bisect_left(prose, head) > bisect_left(prose, starts[-1])
            if told and prose[-1] >= at and (head < at or role is LayoutRole.RELEASE):
                starts.append(_issuer_above(lines, marks, head, starts[-1]))
        if len(starts) > 1:
            break
    bounds = [*(starts or [first]), last]
    return [Region(start, end) for start, end in pairwise(bounds)]


def _dated_heads(lines: Sequence[Line], first: int, last: int) -> list[int]:
    """Where the articles of a list begin that starts with a date, each with its date before or above its title.

    One line may be above it all, which is the heading of the page, if many dates follow.
    """
    places = [
        at
        for at in range(first, last)
        if (lines[at].role is LayoutRole.LEAD_DATE and not lines[at].group("place") and _is_dated_title(lines, at))
        or _is_date_above_title(lines, at)
    ]
    above = [at for at in range(first, places[0]) if lines[at].role not in _FURNITURE] if places else []
    headed = len(above) == 1 and len(places) >= _MANY and _titular(lines[above[0]])
    return places if len(places) > 1 and (headed or not above) else []


def _opens(line: Line, role: LayoutRole, marks: Marks) -> bool:
    if role is LayoutRole.AGENCY:
        return marks.starts(role, line.text) is not None
    return line.role is role


def _issuer_above(lines: Sequence[Line], marks: Marks, at: int, floor: int) -> int:
    while at - 1 > floor and lines[at - 1].role is None and marks.starts(LayoutRole.ISSUER, lines[at - 1].text):
        at -= 1
    return at


def _without(lines: Sequence[Line], marks: Marks, zone: int | None) -> list[Region]:
    """Articles of a page that has neither dates in brackets nor "mehr..."."""
    if zone is None:
        return _plain(lines, marks, 0, len(lines))
    items = _items(lines, zone + 1, len(lines))
    if len(items) < 2:
        return _plain(lines, marks, 0, len(lines))
    return [*(_plain(lines, marks, 0, zone) if _has_text(lines[:zone]) else []), *items]


def _items(lines: Sequence[Line], first: int, last: int) -> list[Region]:
    """Teasers without date: a title, then a sentence."""
    items: list[Region] = []
    start = first
    for at in range(first, last):
        if _is_prose(lines[at]) and any(_titular(line) for line in lines[start:at]):
            items.append(Region(start, at + 1, at, teaser=True))
            start = at + 1
    return items


def _tidy(lines: Sequence[Line], regions: list[Region]) -> list[Region]:
    """Close the gaps between articles: furniture goes to the article before it, that at the top to the first."""
    holes = {hole for region in regions for hole in region.holes}
    outer = [region for region in regions if (region.first, region.last) not in holes]
    tidy: list[Region] = []
    for number, region in enumerate(outer):
        first = 0 if number == 0 else region.first
        while number and first < region.last - 1 and lines[first].role in _FURNITURE:
            first += 1
        tidy.append(replace(region, first=first))
    for number, region in enumerate(tidy):
        end = tidy[number + 1].first if number + 1 < len(tidy) else len(lines)
        tidy[number] = replace(region, last=end)
    inner = [region for region in regions if (region.first, region.last) in holes]
    return sorted([*tidy, *inner], key=lambda region: (region.first, -region.last))
