"""The words of a piece of HTML, as feeds hold it: one text for each block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Block", "blocks_of", "linked_blocks"]

_MARKUP: Final = re.compile(r"<[a-zA-Z!/]|&[a-zA-Z#]")
_SPACE: Final = re.compile(r"[ \t\r\n\f\u200b]+")
_UNREAD: Final = frozenset({
    "audio", "form", "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "video",
})  # fmt: skip
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
})  # fmt: skip
_NAMED: Final = frozenset({"blockquote", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr"})
_SPACED: Final = frozenset({"br", "td", "th"})


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a fragment.

    Attributes:
        name: Kind of element that holds it.
        words: Its words on one line.
        linked: Share of its letters that are links.
    """

    name: str
    words: str
    linked: float = 0.0


def blocks_of(content: str) -> list[tuple[str, str]]:
    """Kinds and words of the blocks of HTML, as `linked_blocks` finds them."""
    return [(block.name, block.words) for block in linked_blocks(content)]


def linked_blocks(content: str) -> list[Block]:
    """Blocks of HTML in their order.

    Elements that tell nothing of what they hold go by the name `p`, as do paragraphs of text without markup. Scripts,
    forms and the like are left out. Nothing is fetched, and no entity but those of HTML is known.
    """
    if not _MARKUP.search(content):
        parts = (_SPACE.sub(" ", one).strip() for one in re.split(r"\n\s*\n", content.replace("\r\n", "\n")))
        return [Block("p", one) for one in parts if one]
    from lxml import etree, html

    text = content.replace("\x00", "").strip()
    try:
        parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
        root = html.document_fromstring(f"<div>{text}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    found: list[Block] = []
    name, words = "p", [""]
    links = linked = 0

    def add(text: str | None) -> None:
        nonlocal linked
        words.append(text or "")
        linked += len(words[-1].strip()) if links else 0

    def end(following: str) -> None:
        nonlocal name, linked
        line = _SPACE.sub(" ", "".join(words)).strip()
        if line:
            found.append(Block(name, line, min(1.0, linked / len(line))))
        words.clear()
        name, linked = following, 0

    # no recursion: markup of strangers may be nested as deep as it likes
    left = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _UNREAD or left:
                left += 1
                continue
            if tag in _BLOCKS:
                end(tag if tag in _NAMED else "p")
            elif tag in _SPACED:
                words.append(" ")
            links += tag == "a"
            add(element.text)
        else:
            if left:
                left -= 1
                if left:
                    continue
            elif tag in _BLOCKS:
                end("p")
            links -= tag == "a"
            add(element.tail)
    end("p")
    return found
