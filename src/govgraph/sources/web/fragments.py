"""The words of a piece of HTML, as feeds hold it: one text for each block."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["blocks_of"]

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


def blocks_of(content: str) -> list[tuple[str, str]]:
    """Blocks of HTML in their order: kind of element that holds one, and its words on one line.

    Elements that tell nothing of what they hold go by the name `p`, as do paragraphs of text without markup. Scripts,
    forms and the like are left out. Nothing is fetched, and no entity but those of HTML is known.
    """
    if not _MARKUP.search(content):
        parts = (_SPACE.sub(" ", one).strip() for one in re.split(r"\n\s*\n", content.replace("\r\n", "\n")))
        return [("p", one) for one in parts if one]
    from lxml import etree, html

    text = content.replace("\x00", "").strip()
    try:
        parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
        root = html.document_fromstring(f"<div>{text}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    found: list[tuple[str, str]] = []
    name, words = "p", [""]

    def end(following: str) -> None:
        nonlocal name
        line = _SPACE.sub(" ", "".join(words)).strip()
        if line:
            found.append((name, line))
        words.clear()
        name = following

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
            words.append(element.text or "")
        else:
            if left:
                left -= 1
                if left:
                    continue
            elif tag in _BLOCKS:
                end("p")
            words.append(element.tail or "")
    end("p")
    return found
