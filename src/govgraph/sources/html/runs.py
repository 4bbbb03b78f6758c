"""From a tree to the lines that a reader sees, each with what the tags say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from govgraph.sources.html.doubts import settle_roles
from govgraph.sources.html.forms import form_boxes
from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.names import is_name
from govgraph.sources.html.parts import (
    APART,
    BREAK,
    CELL,
    ENDED,
    WRAPPED,
    Part,
    lines_of,
    more_start,
    words_of,
)
from govgraph.sources.html.run import Run
from govgraph.sources.html.shapes import (
    HEADINGS,
    heading_told,
    is_bold,
    is_heading_alone,
    is_styled_apart,
    paragraphs_box,
    stacked_lines,
)
from govgraph.sources.html.tree import Element, ancestors, clean, short_text, text_of
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.sources.html.selecting import Roles

__all__ = ["CONTAINERS", "Run", "read_runs"]

CONTAINERS = frozenset(
    {PageRole.ITEM, PageRole.ARTICLE, PageRole.BODY, PageRole.TEXT, PageRole.FURNITURE, PageRole.OTHERS, PageRole.ASIDE}
)
"""Roles of elements that hold others, rather than saying what a line is."""

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "p"),
        *("pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    }
)
_BOXES = frozenset({"div", "p", "section", "header", "article"})
_LINES = HEADINGS | {"p"}
_INNER = frozenset({"span", "small", "em", "i", "b", "strong", "font", "sup"})
_CELLS = frozenset({"td", "th"})
_SLANTED = frozenset({"i", "em"})
_QUOTED = ("„", "“")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LARGEST_ROW = 20_000
_MOSTLY = 0.9
_MOST_DOUBTS = 20
_LEAST_BEFORE = 20
_SHORTEST_ALT = 12
_LONGEST_CAPTION = 320
_SINCE = re.compile(r"\s*(?:vor (?:\d+|einem|einer) [A-Z]\w+|gestern|heute|vorgestern|\d+ \w+ ago)\b", re.IGNORECASE)
_PORTRAIT = re.compile(
    r"^(?:(?:Avatar|Portr(?:ä|ai)t(?:foto)?|Foto|Bild|"
    r"Profil(?:bild|foto)?|Photo|Picture)(?: (?:von|of))?|Autor(?:in)?):? "
)
_BARRED = re.compile(r" [|•·] (?!.*[.!?]$)")
_NEAR = 3
_LONGEST_LINK = 60
_LONGEST_DATED = 80
_MOST_OF_LINE = 20


@dataclass(slots=True)
class _Frame:
    """An open element, as far as it matters to what is in it."""

    element: Element
    tag: str
    label: PageRole | None
    own: bool
    item: Element | None
    article: Element | None
    body: Element | None
    others: Element | None
    aside: bool
    when: str | None


@dataclass(slots=True)
class _Reader:
    roles: Roles
    half: int
    forms: frozenset[Element]
    text: frozenset[Element]
    runs: list[Run] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    flushed: int = 0
    doubts: int = 0
    typed: int = 0
    inner: list[Element] = field(default_factory=list)
    alts: list[tuple[int, str]] = field(default_factory=list)
    portraits: list[tuple[int, str]] = field(default_factory=list)
    links: dict[str, int] = field(default_factory=dict)

    def is_left_out(self, element: Element, role: PageRole | None) -> bool:
        """Whether an element is not for reading: hidden, or furniture that is not most of the page."""
        if element.get("hidden") is not None or element.get("aria-hidden") == "true" or element in self.forms:
            return True
        style = element.get("style")
        if style and _HIDDEN.search(style):
            return True
        if role is not PageRole.FURNITURE:
            return False
        if element in self.roles.guessed and element in self.text:
            return False  # a name such as "paywall" around the text
        if element not in self.roles.own and (is_heading_alone(element) or self.is_dated_line(element)):
            return False
        if element not in self.roles.own and self.doubts < _MOST_DOUBTS:
            self.doubts += 1
            if sum(map(len, element.itertext())) > self.half:
                return False
        return True

    def is_dated_line(self, element: Element) -> bool:
        """Whether what is called furniture is a line or two that say who wrote and when, as a box of the author."""
        text = short_text(element, _LONGEST_DATED * 2)
        if not text or next(element.iter("a", "li", "input"), None) is not None:
            return False
        inside = islice(element.iter(), _MOST_OF_LINE)
        return any(self.roles.of(one) is PageRole.DATE and day_of(text_of(one)) for one in inside)

    def note_link(self, link: Element) -> None:
        """Remember where a short link stands."""
        words = short_text(link, _LONGEST_LINK) if len(link) < _NEAR else None
        if words:
            self.links.setdefault(words, len(self.runs))

    def note_picture(self, alt: str) -> None:
        """Remember the alternative text of a picture, and whether it is that of a portrait."""
        name = _PORTRAIT.sub("", alt)
        if is_name(name):
            self.portraits.append((len(self.runs), name))
        elif len(alt) >= _SHORTEST_ALT:
            self.alts.append((len(self.runs), alt))

    def is_within_sentence(self, element: Element) -> bool:
        """Whether an element stands between words of one sentence, so that it is no line of its own."""
        before = sum(len(part.text.strip()) for part in self.parts)
        tail = (element.tail or "").lstrip()
        return before >= _LEAST_BEFORE and tail[:1].isalpha() and self.parts[-1].text != BREAK

    def open(self, element: Element, role: PageRole | None) -> None:
        above = self.frames[-1]
        tag = heading_told(element) or (element.tag if element.tag in _BLOCKS else above.tag)
        frame = _Frame(
            element,
            tag,
            above.label,
            above.own,
            above.item,
            above.article,
            above.body,
            above.others,
            above.aside,
            above.when,
        )
        if role is None and tag in HEADINGS and above.label is PageRole.LEAD and not above.own:
            frame.label = None  # a title in a box that is called "lead" is none
        if role is PageRole.ITEM and tag in _LINES:
            frame.label, frame.own = PageRole.LEAD, element in self.roles.own
        elif role is PageRole.ITEM:
            frame.item, frame.label = element, None
        elif role is PageRole.ARTICLE:
            frame.article, frame.label = element, None
        elif role is PageRole.BODY:
            frame.body, frame.label = element, None
        elif role is PageRole.TEXT:
            frame.label = None
        elif role is PageRole.OTHERS or role is PageRole.ASIDE:
            frame.others, frame.label, frame.article, frame.body = element, None, None, None
            frame.aside = role is PageRole.ASIDE
        elif role is PageRole.TITLE and element in self.roles.guessed and _holds_heading(element):
            frame.label = None  # the section that a title stands in
        elif role is not None and role not in CONTAINERS:
            frame.label, frame.own = role, element in self.roles.own
        moment = element.get("datetime") or (element.get("content") if role is PageRole.DATE else None)
        hint = element.get("title") or ""
        since = element.text is not None and _SINCE.match(element.text) is not None
        if moment is None and (since or role is PageRole.DATE) and day_of(hint):
            moment, frame.label = hint, PageRole.DATE
        frame.when = moment or frame.when
        self.frames.append(frame)

    def add(self, text: str | None, *, bold: int, slanted: int, hrefs: Sequence[str]) -> None:
        for number, line in enumerate((text or "").split("\n")):
            if number:
                # only what is set as it is typed has line ends of its own
                self.parts.append(Part(BREAK if self.typed else " ", bold > 0, slanted > 0, None))
            if line:
                inner = self.inner[0] if self.inner else None
                self.parts.append(Part(line, bold > 0, slanted > 0, hrefs[-1] if hrefs else None, inner))

    def flush(self, *, row: bool = False) -> None:
        """Make runs of what was gathered; the cells of a row stay one line, if none of them holds a sentence."""
        parts, self.parts = self.parts, []
        if not any(part.text.strip() for part in parts):
            return
        self.flushed += 1
        frame = self.frames[-1]
        teaser = frame.item is not None or frame.others is not None or frame.tag == "li"
        heading, boxed = frame.tag in HEADINGS, frame.tag in _BOXES
        for line in lines_of(parts, in_heading=heading, row=row, teaser=teaser, boxed=boxed):
            run = self._run(line)
            if run is not None:
                self.runs.append(run)

    def _run(self, parts: list[Part]) -> Run | None:
        frame = self.frames[-1]
        end = more_start(parts)
        more = words_of(parts[end:]) or None
        parts = parts[:end]
        text = words_of(parts).strip(f"{CELL} ")
        text = re.sub(rf"\s*{CELL}[\s{CELL}]*", " | ", text)
        if not text:
            return None
        label = frame.label
        linked = any(part.href is not None for part in parts)
        if label is None and frame.tag not in HEADINGS and not linked and self._is_described(text):
            label = PageRole.CAPTION
        if label is PageRole.DATE and not frame.own and len(text) > _LONGEST_DATED and ENDED.search(text[-4:]):
            label = None  # "stand" may be short for standfirst
        if label is PageRole.LEAD and len(text) <= _LONGEST_DATED * 2 and _BARRED.search(text) and day_of(text):
            label = PageRole.DATE  # day and author in the box of the lead
        above, broken = self._above(parts, heading=frame.tag in HEADINGS)
        sizes = [len(part.text.strip()) for part in parts]
        whole = sum(sizes) or 1
        lead = ""
        bold = sum(size for size, part in zip(sizes, parts, strict=True) if part.bold) >= _MOSTLY * whole
        if not bold:
            begin = []
            for part in parts:
                if not part.bold and part.text.strip():
                    break
                begin.append(part.text)
            lead = clean("".join(begin))
        return Run(
            text=text,
            element=frame.element,
            label=label,
            own=frame.own,
            tag=frame.tag,
            item=frame.item,
            article=frame.article,
            body=frame.body,
            others=frame.others,
            aside=frame.aside,
            bold=bold,
            slanted=sum(size for size, part in zip(sizes, parts, strict=True) if part.slanted) >= _MOSTLY * whole,
            linked=sum(size for size, part in zip(sizes, parts, strict=True) if part.href is not None) / whole,
            href=next((part.href for part in parts if part.href), None),
            when=frame.when,
            lead=lead,
            portrayed=any(text == name for at, name in self.portraits[-2:] if len(self.runs) - at < _NEAR),
            more=more,
            above=above,
            broken=broken,
            at=len(self.runs),
        )

    @staticmethod
    def _above(parts: Sequence[Part], *, heading: bool) -> tuple[str, bool]:
        """Words of the inline element that a heading begins with, or of its first line; elsewhere only with a colon.

        Gives too whether it is only a line of a heading that the page breaks.
        """
        first = next(part.inner for part in parts if part.text.strip())
        end = 0
        if first is not None:
            end = next((at for at, part in enumerate(parts) if part.inner is not first and part.text.strip()), 0)
        words = words_of(parts[:end])
        if heading and not words:
            words = words_of(parts[: next((at for at, part in enumerate(parts) if part.text == WRAPPED), 0)])
            return words, True
        return words if heading or (words.endswith((":", "|")) and len(words) <= _LONGEST_LINK) else "", False

    def _is_described(self, text: str) -> bool:
        """Whether a line says what the alternative text of a picture right before it says."""
        near = [alt for at, alt in self.alts[-2:] if len(self.runs) - at < _NEAR]
        return len(text) <= _LONGEST_CAPTION and any(text.startswith(alt) for alt in near)


def _holds_heading(element: Element) -> bool:
    return any(child.tag in HEADINGS for child in element) and len(element) > 1


def read_runs(root: Element, roles: Roles) -> tuple[list[Run], dict[str, int]]:
    """Lines of a page in their order, without furniture, and where its short links stand first, those in furniture too.

    Linear in the size of the page.
    """
    body = next(root.iter("body"), root)
    text = paragraphs_box(body)
    around = frozenset() if text is None else frozenset(ancestors(text))
    reader = _Reader(roles, sum(map(len, body.itertext())) // 2, form_boxes(body), around)
    reader.frames.append(_Frame(body, "body", None, False, None, None, None, None, False, None))
    bold = slanted = 0
    hrefs: list[str] = []
    cells: list[int] = []
    walker = etree.iterwalk(body, events=("start", "end"))
    left: Element | None = None
    inline: set[Element] = set()
    stacked: set[Element] = set()
    for event, element in walker:
        tag = element.tag
        role = roles.of(element)
        block = tag in _BLOCKS or "-" in tag or (role is not None and element is not body)
        block = block or element in stacked or (tag == "a" and any(child.tag in _BLOCKS for child in element))
        if event == "start":
            if element is not body and reader.is_left_out(element, role):
                left = element
                for link in element.iter("a"):
                    reader.note_link(link)
                walker.skip_subtree()
                if block:
                    reader.flush()
                continue
            stack = stacked_lines(element)
            if stack:
                stacked.update((element, *stack))
                block = True
            if (
                block
                and tag not in _BLOCKS
                and tag != "a"
                and element not in stacked
                and reader.is_within_sentence(element)
            ):
                inline.add(element)
                block = False
            if block:
                reader.flush()
                reader.open(element, role)
            bold += is_bold(element)
            slanted += tag in _SLANTED
            reader.typed += tag == "pre"
            if tag in _INNER:
                reader.inner.append(element)
            if tag == "a":
                reader.note_link(element)
                hrefs.append(element.get("href") or "")
            elif tag in _CELLS:
                cells.append(reader.flushed)
            elif tag == "img":
                reader.note_picture(clean(element.get("alt") or "").rstrip(".… "))
            elif tag == "br":
                reader.parts.append(Part(BREAK, bold > 0, slanted > 0, None))
            elif tag == "q":
                reader.add(_QUOTED[0], bold=bold, slanted=slanted, hrefs=hrefs)
            if not block and is_styled_apart(element):
                reader.add(APART, bold=0, slanted=0, hrefs=())
            reader.add(element.text, bold=bold, slanted=slanted, hrefs=hrefs)
            continue
        if element in inline:
            inline.discard(element)
            block = False
        if element is left:
            left = None
        else:
            if tag == "q":
                reader.add(_QUOTED[1], bold=bold, slanted=slanted, hrefs=hrefs)
            if block:
                reader.flush(row=tag == "tr")
                reader.frames.pop()
            reader.typed -= tag == "pre"
            if tag in _INNER:
                reader.inner.pop()
            bold -= is_bold(element)
            slanted -= tag in _SLANTED
            if tag == "a":
                hrefs.pop()
            elif tag in _CELLS and cells:
                _end_cell(reader, plain=cells.pop() == reader.flushed)
        if element is not body:
            reader.add(element.tail, bold=bold, slanted=slanted, hrefs=hrefs)
    if not reader.frames:
        reader.frames.append(_Frame(body, "body", None, False, None, None, None, None, False, None))
    reader.flush()
    settle_roles(reader.runs, roles)
    return reader.runs, reader.links


def _end_cell(reader: _Reader, *, plain: bool) -> None:
    """Cells of a row are one line, but for those that hold paragraphs."""
    if not plain or sum(len(part.text) for part in reader.parts) > _LARGEST_ROW:
        reader.flush()
    elif reader.parts:
        reader.parts.append(Part(CELL, False, False, None))
