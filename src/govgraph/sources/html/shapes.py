"""What the build of an element says of it, where its tag does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.html.parts import ENDED, SHORTEST_SENTENCE, SHORTEST_TITLE
from govgraph.sources.html.tree import clean

if TYPE_CHECKING:
    from govgraph.sources.html.tree import Element

__all__ = [
    "HEADINGS",
    "heading_told",
    "is_bold",
    "is_heading_alone",
    "is_styled_apart",
    "paragraphs_box",
    "stacked_lines",
]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_HEADING = 250
_LONGEST_HEAD = 900
_SHORTEST_APART = 4
_BOLD = frozenset({"b", "strong"})
_CELLS = frozenset({"table", "tr", "td", "th", "body"})
_LARGE = re.compile(r"[5-7]$|\+[2-4]$")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LEAST_PARAGRAPH = 80
_LEAST_TEXT = 600
_HALF = 0.5
_STACKS = frozenset({"a", "div", "li", "td", "article", "section"})
_STACKED = frozenset({"span", "small", "em", "i", "b", "strong", "time", "font"})
_LEAST_STACKED = 2
_MOST_STACKED = 8
_MOST_INNER = 2
_STOPS = ".!?…:“”»)"


def is_heading_alone(element: Element) -> bool:
    """Whether what is called the head of a page holds little but a heading, and so is that of the article."""
    heading = next(element.iter("h1", "h2"), None)
    if heading is None or next(element.iter("nav", "form", "ul", "input"), None) is not None:
        return False
    if next(element.iter("p"), None) is not None and heading.tag != "h1":
        return False
    longest = _LONGEST_HEAD if heading.tag == "h1" else _LONGEST_HEADING
    return len(list(element.iter("a"))) <= 1 and len("".join(element.itertext()).strip()) <= longest


def is_bold(element: Element) -> bool:
    """Whether an element sets its words in bold or large letters, by its tag or its own style."""
    if element.tag in _BOLD:
        return True
    if element.tag == "font" and _LARGE.match(element.get("size") or ""):
        return True
    style = element.get("style")
    return style is not None and element.tag not in _CELLS and _BOLD_STYLE.search(style) is not None


def paragraphs_box(root: Element) -> Element | None:
    """What holds most of the paragraphs within `<article>` or `<main>`, if that is a good deal of text; else None."""
    sizes: dict[Element, int] = {}
    for one in root.iter("p"):
        box = one.getparent()
        size = len("".join(one.itertext()).strip())
        linked = sum(len("".join(link.itertext())) for link in one.iter("a"))
        if box is not None and size >= _LEAST_PARAGRAPH and linked <= size * _HALF:
            sizes[box] = sizes.get(box, 0) + size
    found = max(sizes, key=sizes.__getitem__, default=None)
    if found is None or sizes[found] < max(_LEAST_TEXT, _HALF * sum(sizes.values())):
        return None
    return found if any(one.tag in ("article", "main") for one in found.iterancestors()) else None


def heading_told(element: Element) -> str | None:
    """Tag of the heading that an element says it is for those who have the page read to them, or None."""
    if element.get("role") != "heading" or element.tag in HEADINGS:
        return None
    level = element.get("aria-level") or "2"
    return f"h{level}" if f"h{level}" in HEADINGS else None


def is_styled_apart(element: Element) -> bool:
    """Whether words of two elements meet without a blank, so that only the page's style parts them."""
    before = element.getprevious()
    if before is None or before.tail or not isinstance(before.tag, str) or before.tag in ("br", "wbr"):
        return False
    left, right = "".join(before.itertext()), "".join(element.itertext())
    return len(left) >= _SHORTEST_APART and left[-1:].isalnum() and (right[:1].isupper() or right[:1].isdigit())


def stacked_lines(element: Element) -> list[Element]:
    """Inline elements that are lines of their own, as in a card: all that a box holds, one of them a sentence.

    They bear different classes, and in what is no link no blank stands between them, so that only the page's style
    parts them. Looks no deeper than two levels, so that a page is read in linear time.
    """
    if (
        element.tag not in _STACKS
        or not _LEAST_STACKED <= len(element) <= _MOST_STACKED
        or (element.text or "").strip()
    ):
        return []
    children = list(element)
    if any(child.tag not in _STACKED or len(child) > _MOST_INNER or (child.tail or "").strip() for child in children):
        return []
    if any(len(inner) for child in children for inner in child):
        return []
    texts = [clean("".join(child.itertext())) for child in children]
    names = [child.get("class") for child in children]
    if None in names or len(set(names)) < len(names):
        return []
    glued = all(not child.tail for child in children[:-1])
    sentences = sum(len(text) >= SHORTEST_SENTENCE and ENDED.search(text[-4:]) is not None for text in texts)
    titles = sum(len(text) > SHORTEST_TITLE and text[-1] not in _STOPS for text in texts)
    return children if (glued or element.tag == "a") and sentences == 1 and titles else []
