"""Where on a page its article is, and where the teasers of other articles are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from govgraph.sources.html.boxes import is_bar
from govgraph.sources.html.days import is_made_line, names_issue
from govgraph.sources.html.endings import contact_end, is_contact
from govgraph.sources.html.lists import listed_teasers, with_days, without_events
from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.names import is_name
from govgraph.sources.html.teasers import boxed_teasers, is_list_head, is_menu, named_teasers, role_of, teaser_title
from govgraph.sources.html.titles import find_title, folded, head_start
from govgraph.sources.html.tree import Element, ancestors
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.sources.html.metadata import Metadata
    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["Regions", "find_regions"]

_LEAST_ARTICLE = 120
_LEAST_LISTED = 2
_LEAST_SENTENCES = 2
_LEAST_TITLE_WORDS = 4
_UNSURE = 0.5
_PART = 0.25
_LEAST_PART = 200
_MOST_COLUMNS = 20
_MOST_NAMES = 3
_MOST_BELOW = 3
_PARAGRAPHS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "table"),
        *("tbody", "thead", "tfoot", "tr", "figure", "figcaption", "caption", "details", "summary", "pre"),
    }
)
_LIKE_PARAGRAPHS = dict.fromkeys(("li", "dd", "tr", "blockquote", "figcaption"), "p")
_WHOLE = frozenset({"body", "main", "html"})
_MOST_CONTACT = 12
_SIGNS = (PageRole.DATE, PageRole.BYLINE)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Regions:
    """Lines of a page, divided.

    Attributes:
        article: Lines of its article from head to end, or empty where it only lists others.
        title: Position of the title among them, or None.
        text: Position of the first line of the running text among them.
        teasers: Lines of each teaser.
    """

    article: tuple[Run, ...]
    title: int | None
    text: int
    teasers: tuple[tuple[Run, ...], ...]


def find_regions(
    runs: Sequence[Run], metadata: Metadata, marks: Marks, main_text: Callable[[], frozenset[str]]
) -> Regions:
    """Divide the lines of a page.

    Args:
        runs: Lines in order.
        metadata: What the page says of itself.
        marks: Marks of lines.
        main_text: Lines that a general extractor takes for the text; asked only where the page leaves it open.
    """
    runs = without_events(runs, marks)
    teasers = named_teasers(runs, marks)
    rest = [run for run in _without(runs, teasers) if run.others is None and run.item is None]
    alike = with_days(boxed_teasers(rest, marks, barred=frozenset(), text=frozenset(), alike=True), rest, marks)
    lines = _without(rest, alike)
    found = _article(lines, metadata, marks, main_text)
    flat: list[list[Run]] = []
    if found is not None:
        issue = any(map(names_issue, metadata.titles[:1]))
        flat = listed_teasers(lines[_list_start(found, lines, metadata) : found.last + 1], marks, issue=issue)
        if flat:
            begin = next(at for at, run in enumerate(lines) if run is flat[0][0])
            found = replace(found, last=begin - 1, whole=found.last) if begin > found.begin else None
        else:
            # "Aktuelles" over the title is the name of a section
            found = _article(lines, metadata, marks, main_text, marks.layouts.word_list("section"))
    article = [] if found is None else lines[found.begin : found.last + 1]
    resumed = _resumed(found, lines, flat)
    # Page of a list: what is not in a teaser is less than what is, and nothing says that it is an article.
    prose = sum(len(run.text) for run in (*article, *resumed) if run.prose)
    told = sum(len(run.text) for teaser in (*teasers, *alike, *flat) for run in teaser)
    sure = metadata.article or any(_is_of_article(run, marks) for run in article) or _is_headed(lines, found)
    sure = (sure or _is_told(lines, found, metadata)) and found is not None and found.title is not None
    several = len(teasers) + len(alike) + len(flat) >= _LEAST_LISTED
    if several and not (sure and prose >= _LEAST_ARTICLE) and prose < max(told, _LEAST_ARTICLE):
        flat += _featured(article, found, lines)
        article, found = [], None
    single: list[list[Run]] = []
    if found is not None:
        single = boxed_teasers(_without(lines, flat), marks, barred=found.holders, text=found.boxes, alike=False)
        single = with_days(single, lines, marks)
        after = _without(lines[found.last + 1 :], (*flat, *single))
        head = next((at for at, run in enumerate(after) if is_list_head(run, marks)), None)
        boxed = {id(run) for group in (*teasers, *alike, *single) for run in group}
        if head is not None and not any(id(run) in boxed for run in runs[runs.index(after[head]) :]):
            below = listed_teasers(after[head + 1 :], marks, least=1)
            flat += below
            resumed = resumed or _resumed(found, lines, below)
    elif not several:
        flat = listed_teasers(lines, marks, least=_LEAST_LISTED)
    else:
        single = _set_apart(_without(lines, flat), (*teasers, *alike, *flat), marks)
    order = {id(run): at for at, run in enumerate(runs)}
    ranked = sorted((*teasers, *alike, *single, *flat), key=lambda group: order[id(group[0])])
    if found is None:
        return Regions((), None, 0, tuple(map(tuple, ranked)))
    title = None if found.title is None else lines[found.title]
    text = lines[min(found.text, found.last)]
    article = [
        run
        for run in _without_link_heads(_without([*article, *resumed], (*single, *flat)), title, marks)
        if run is title or run is text or not is_bar(run, marks) or (run.at < text.at and is_name(run.text))
    ]
    return Regions(
        tuple(article),
        None if title is None else article.index(title),
        article.index(text) if text in article else 0,
        tuple(map(tuple, ranked)),
    )


def _without_link_heads(runs: Sequence[Run], title: Run | None, marks: Marks) -> list[Run]:
    """Lines without headings of boxes that hold links alone, which are no text either; the title is none of them."""
    return [
        run
        for at, run in enumerate(runs)
        if run.heading <= 1 or run is title or run.prose or not _heads_links(runs, at, marks)
    ]


def _heads_links(runs: Sequence[Run], at: int, marks: Marks) -> bool:
    """Whether all lines below a heading that are in its box are bars of links, and there is one."""
    box = runs[at].element.getparent()
    held = 0
    for run in runs[at + 1 :]:
        if box not in set(ancestors(run.element)):
            break
        if not is_bar(run, marks):
            return False
        held += 1
    return held > 0


def _resumed(found: _Found | None, lines: Sequence[Run], flat: Sequence[Sequence[Run]]) -> list[Run]:
    """Text that goes on below a list of teasers within it: paragraphs of the make of those above, and not of theirs."""
    if found is None or not flat:
        return []
    model = next((_kind(run) for run in lines[found.text : found.last + 1] if run.prose), None)
    if model is None or any(_kind(run) == model for group in flat for run in group if run.sentence):
        return []
    begin = next(at for at, run in enumerate(lines) if run is flat[0][0])
    rest = _without(lines[begin : found.whole + 1], flat)
    told = [at for at, run in enumerate(rest) if run.prose and _kind(run) == model]
    if sum(len(rest[at].text) for at in told) < _LEAST_ARTICLE:
        return []
    return rest[told[0] : told[-1] + 1]


def _kind(run: Run) -> tuple[str, str, Element | None]:
    return run.tag, run.element.get("class") or "", run.element.getparent()


def _is_told(lines: Sequence[Run], found: _Found | None, metadata: Metadata) -> bool:
    """Whether a heading of some words has the words of the page's title, and several paragraphs follow it."""
    title = None if found is None or found.title is None else lines[found.title]
    if found is None or title is None or not title.heading or len(title.text.split()) < _LEAST_TITLE_WORDS:
        return False
    prose = sum(run.prose for run in lines[found.text : found.last + 1])
    return prose >= _LEAST_SENTENCES and folded(title.text) in map(folded, metadata.titles)


def _list_start(found: _Found, lines: Sequence[Run], metadata: Metadata) -> int:
    """Where a list of teasers may begin: below the title, or with it where it may be that of the first teaser."""
    if found.title is None:
        return found.begin
    title = lines[found.title]
    own = title.heading == 1 or title.label is PageRole.TITLE or folded(title.text) in map(folded, metadata.titles)
    return found.title + 1 if own else found.begin


def _without(runs: Sequence[Run], groups: Sequence[Sequence[Run]]) -> list[Run]:
    taken = {id(run) for group in groups for run in group}
    return [run for run in runs if id(run) not in taken]


def _is_headed(lines: Sequence[Run], found: _Found | None) -> bool:
    """Whether one `<article>` holds a title of the first level and several sentences below it."""
    title = None if found is None or found.title is None else lines[found.title]
    if found is None or title is None or title.heading != 1 or title.article is None or title.linked > _UNSURE:
        return False
    text = lines[found.text : found.last + 1]
    return sum(run.prose and run.article is title.article for run in text) >= _LEAST_SENTENCES


def _featured(article: Sequence[Run], found: _Found | None, lines: Sequence[Run]) -> list[list[Run]]:
    """The first teaser of a list, if it is set otherwise than the rest: a title that is a link, and its sentence."""
    title = None if found is None or found.title is None else lines[found.title]
    if title is None or is_menu(article) or not 0 < sum(run.sentence for run in article) <= _LEAST_LISTED:
        return []
    if title.linked <= _UNSURE:
        # below the name of the site or section
        heads = [at for at, run in enumerate(article) if run.heading and run.linked > _UNSURE]
        return [list(article[heads[0] :])] if len(heads) == 1 and title.heading == 1 else []
    told = next((at for at, run in enumerate(article) if run.sentence), 0)
    end = next((at for at in range(told + 1, len(article)) if article[at].heading), len(article))
    return [list(article[:end])]


def _set_apart(lines: Sequence[Run], teasers: Sequence[Sequence[Run]], marks: Marks) -> list[list[Run]]:
    """Teasers of a list in boxes of their own, such as a larger one on top: linked, with a heading like the others."""
    ranks = {group[at].heading for group in teasers if (at := teaser_title(group)) is not None}
    found = boxed_teasers(lines, marks, barred=frozenset(), text=frozenset(), alike=False)
    titles = [(group, group[at]) for group in found if (at := teaser_title(group)) is not None]
    return [group for group, title in titles if title.heading in ranks and title.heading and title.linked > _UNSURE]


def _is_of_article(run: Run, marks: Marks) -> bool:
    if run.body is not None and run.prose:
        return True
    found = marks.find(run.text)
    return found is not None and found[0].role is LayoutRole.LEAD_DATE


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the article is among the lines.

    Attributes:
        begin: Its first line.
        last: Its last line.
        title: Its title, or None.
        text: First line of its text.
        holders: Elements that hold title or text.
        boxes: Elements that hold nothing but text.
        whole: Last line of what holds the text, a list of teasers in it included.
    """

    begin: int
    last: int
    title: int | None
    text: int
    holders: frozenset[Element]
    boxes: frozenset[Element]
    whole: int


def _article(
    runs: Sequence[Run],
    metadata: Metadata,
    marks: Marks,
    main_text: Callable[[], frozenset[str]],
    sections: frozenset[str] = frozenset(),
) -> _Found | None:
    """Find the article: its text, the title above it, and what belongs to the title. None where nothing is told."""
    found = _text(runs, main_text)
    if found is None or not (metadata.article or any(run.prose or run.label is PageRole.LEAD for run in runs)):
        return None
    first, last, boxes = found
    whole = last
    end = next((at for at in range(first + 1, last + 1) if is_list_head(runs[at], marks)), last + 1)
    last = end - 1
    known = marks.layouts.word_list("section") | metadata.menu
    title = find_title(runs, first, last, metadata, sections, known_sections=known)
    last = _with_signature(runs, _like_lead(runs, title, first, last), marks)
    last = _with_contact(runs, last, marks)
    begin = first if title is None else _with_release(runs, min(head_start(runs, title, first), first), marks)
    holders = {one for box in _outer(boxes) for one in ancestors(box)}
    if title is not None:
        holders.update(ancestors(runs[title].element))
    return _Found(
        begin, last, title, first if title is None else max(first, title + 1), frozenset(holders), boxes, whole
    )


def _with_release(runs: Sequence[Run], begin: int, marks: Marks) -> int:
    """First line of an article with the line right above it that says of which day the release is."""
    above = runs[begin - 1] if begin else None
    if above is None or above.prose or above.linked or above.others is not None or day_of(above.text) is None:
        return begin
    return begin - 1 if role_of(above, marks) is LayoutRole.RELEASE else begin


def _like_lead(runs: Sequence[Run], title: int | None, first: int, last: int) -> int:
    """Last line of an article with the paragraphs right below it that are made like the lead over it."""
    above = range(first if title is None else title + 1, first + 1)
    leads = {_signature(run.element.getparent()) for run in runs[above.start : above.stop - 1] if run.prose}
    named = _signature(runs[first].element.getparent())
    if runs[first].prose and named and named[0][1]:
        leads.add(named)
    while last + 1 < len(runs):
        run = runs[last + 1]
        if not run.prose or run.others is not None or _signature(run.element.getparent()) not in leads:
            break
        last += 1
    return last


def _with_signature(runs: Sequence[Run], last: int, marks: Marks) -> int:
    """Last line of an article with the byline or the date that stands below it in a box of its own."""
    below = runs[last + 1 : last + 1 + 2 * _MOST_BELOW]
    text = next((at for at, run in enumerate(below) if run.prose), 0)
    if {run.label for run in below[:text]}.issuperset(_SIGNS):
        return last  # author and day of another text, such as an answer
    for at in range(last + 1, last + 1 + len(below)):
        run = runs[at]
        role = role_of(run, marks)
        if run.others is not None or run.heading or run.prose:
            break
        if run.article is not runs[last].article:
            break
        barred = run.article is not None and "|" in run.text and day_of(run.text) is not None
        signed = role in (LayoutRole.BYLINE, LayoutRole.DATE_LINE) and at <= last + _MOST_BELOW
        if signed or barred or is_made_line(run):
            return at
    return last


def _with_contact(runs: Sequence[Run], last: int, marks: Marks) -> int:
    """Last line of an article with a small box right below its text that says whom to ask, within the same article."""
    at, inside = last + 1, runs[last].article
    if inside is None or at >= len(runs) or runs[at].prose or not is_contact(runs[at], marks):
        return last
    end = contact_end(runs, at, marks)
    box = runs[at:end]
    held = all(run.article is inside and run.others is None and run.item is None for run in box)
    return end - 1 if held and 1 < len(box) <= _MOST_CONTACT else last


# ---------------------------------------------------------------------- text


def _outer(boxes: frozenset[Element]) -> list[Element]:
    return [box for box in boxes if not any(one in boxes for one in list(ancestors(box))[1:])]


def _text(runs: Sequence[Run], main_text: Callable[[], frozenset[str]]) -> tuple[int, int, frozenset[Element]] | None:
    """First and last line of the running text, and what holds it: the box that holds most of it, and its like."""
    boxes: dict[Element, list[int]] = {}
    for at, box in enumerate(_boxes(runs)):
        boxes.setdefault(box, []).append(at)
    boxes = {box: _of_one_make(runs, places) for box, places in boxes.items()}
    sizes = {box: _prose(runs, places) for box, places in boxes.items()}
    total = sum(sizes.values())
    if not total:
        return (0, len(runs) - 1, frozenset()) if runs else None
    makes: dict[object, int] = {}
    for box, size in sizes.items():
        makes[_make(box)] = makes.get(_make(box), 0) + size
    weights = {box: makes[_make(box)] * _weight(runs[boxes[box][0]]) if sizes[box] else 0 for box in boxes}
    core = max(weights, key=lambda box: (weights[box], sizes[box]))
    if makes[_make(core)] < _UNSURE * total and runs[boxes[core][0]].body is None:
        known = main_text()
        held = {box: _prose(runs, [at for at in places if runs[at].text in known]) for box, places in boxes.items()}
        if known and any(held.values()):
            core = max(held, key=lambda box: (held[box], weights[box]))
    return _widened(runs, core, boxes, sizes)


def _of_one_make(runs: Sequence[Run], places: list[int]) -> list[int]:
    """Lines of a box without the sentences at its ends that are made in another way, such as notes around its `<p>`.

    Items of lists among paragraphs are made as these are.
    """
    told = [at for at in places if runs[at].prose]
    makes = {at: _LIKE_PARAGRAPHS.get(runs[at].tag, runs[at].tag) for at in told}
    counts: dict[str, int] = {}
    for make in makes.values():
        counts[make] = counts.get(make, 0) + 1
    most = max(counts, key=counts.__getitem__, default="")
    if len(counts) < _LEAST_LISTED or counts[most] < _UNSURE * len(told):
        return places
    like = [at for at in told if makes[at] == most]
    first = like[0] if told[0] != like[0] else places[0]
    last = like[-1] if told[-1] != like[-1] else places[-1]
    return [at for at in places if first <= at <= last]


def _boxes(runs: Sequence[Run]) -> list[Element]:
    """For each line, the element that holds its paragraph: its parent, or itself where lines are divided by `<br>`."""
    counts: dict[Element, int] = {}
    for run in runs:
        counts[run.element] = counts.get(run.element, 0) + 1
    found = []
    for run in runs:
        one = run.element
        if counts[one] == 1 or (one.tag in _PARAGRAPHS and one.tag != "tr"):
            above = [part for part in list(ancestors(one))[1:] if part.tag not in _PARAGRAPHS]
            one = above[0] if above else one
        found.append(one)
    return found


def _prose(runs: Sequence[Run], places: Sequence[int]) -> int:
    return sum(len(runs[at].text) for at in places if runs[at].prose)


def _weight(run: Run) -> int:
    """Text that a role or the page's `<article>` and `<main>` name is believed before text that is only there."""
    if run.body is not None:
        return 4
    if run.article is not None:
        return 3
    return 2 if any(one.tag == "main" for one in ancestors(run.element)) else 1


def _widened(
    runs: Sequence[Run], core: Element, boxes: dict[Element, list[int]], sizes: dict[Element, int]
) -> tuple[int, int, frozenset[Element]]:
    """The stretch from the first to the last box that is like the core: made alike, or as large in one parent."""
    own = runs[boxes[core][0]]
    signature, above = _signature(core), set(list(ancestors(core))[1:4])
    first, last, taken = boxes[core][0], boxes[core][-1], {core}
    signed = _signed_boxes(runs, core, boxes)
    for box, places in boxes.items():
        if box is core or not sizes[box]:
            continue
        other = runs[places[0]]
        inside = (
            (own.body is not None and other.body is own.body)
            or (core.tag not in _WHOLE and core in set(ancestors(box)))
            or (_signature(box) == signature and bool(above & set(list(ancestors(box))[1:4])) and box not in signed)
            or (
                (own.body is None or other.body is not None)
                and sizes[box] >= max(_LEAST_PART, _PART * sizes[core])
                and other.article is own.article
                and _column(box) == _column(core)
                and any(one.tag not in _WHOLE for one in above & set(list(ancestors(box))[1:4]))
            )
        )
        if inside:
            taken.add(box)
            first, last = min(first, places[0]), max(last, places[-1])
    return first, last, frozenset(taken)


def _signed_boxes(runs: Sequence[Run], core: Element, boxes: dict[Element, list[int]]) -> frozenset[Element]:
    """Boxes from the first one on that has an author or a day of its own above it, as the core has: a forum."""

    def is_signed(first: int, floor: int) -> bool:
        return any(run.label in _SIGNS for run in runs[max(floor, first - _MOST_BELOW) : first])

    begin, end = boxes[core][0], boxes[core][-1] + 1
    if not is_signed(begin, 0):
        return frozenset()
    below = [places[0] for places in boxes.values() if places[0] >= end]
    cut = min((first for first in below if is_signed(first, end)), default=len(runs))
    return frozenset(box for box, places in boxes.items() if places[0] >= cut)


def _make(box: Element) -> object:
    """What boxes share that are made alike within one box around them, such as the widgets of a page builder."""
    above = list(ancestors(box))
    around = above[2] if len(above) > 2 and above[1].tag not in _WHOLE else above[-1]
    return _signature(box), around if above[1:2] and above[1].tag not in _WHOLE else box


def _signature(box: Element | None) -> tuple[tuple[str, str], ...]:
    """Tags and first classes, or names, of a box and what holds it; cells of a table are told apart by column."""
    return tuple((one.tag, _name(one)) for one in ([] if box is None else list(ancestors(box))[:2]))


def _name(element: Element) -> str:
    # the numbers of ids tell boxes of one making apart
    names = (element.get("class") or "").split()
    if len(names) > _MOST_NAMES:
        return " ".join(names)  # each says a bit of the style, and none what the box is
    words = (element.get("class") or _DIGITS.sub("", element.get("id") or "")).split(" ")[0]
    column = _column(element)
    return words if column is None else f"{words} {column}"


def _column(element: Element) -> int | None:
    """Column of a cell, or None for what is no cell."""
    if element.tag not in ("td", "th"):
        return None
    return sum(1 for _ in islice(element.itersiblings(preceding=True), _MOST_COLUMNS))
