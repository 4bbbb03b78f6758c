"""HTML text to a tree without what is never read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from govgraph.sources.html.folded import unfold
from govgraph.sources.html.notes import without_note_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Element", "Scripts", "ancestors", "classes", "clean", "parse_html", "short_text", "text_of"]

Element: TypeAlias = etree._Element

_UNREAD = (
    *("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "applet", "canvas"),
    *("video", "audio", "button", "select", "textarea", "datalist", "dialog", "map", "frameset", "noframes"),
)
_STATE = re.compile(r"[\"'](?:[a-zA-Z]*[tT]it(?:le|el)|headline)\\{0,3}[\"']\s*:")
_SPACE = re.compile(r"[\s\u200b\u200e\u200f\u2060\ufeff]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BOXES = re.compile(r"</?(?:div|span|font|b|i|em|strong|section|center)\b[^<>]{0,4000}>", re.IGNORECASE)
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Scripts:
    """Scripts of a page that hold values: JSON-LD, and others that name a title, each in their order."""

    linked: tuple[str, ...] = ()
    state: tuple[str, ...] = ()


def parse_html(text: str) -> tuple[Element | None, Scripts]:
    """Root of a page and its scripts that hold values. The root is None where there is nothing to parse.

    Broken nesting is mended as libxml2 does it; nothing outside the text is loaded, no entity but those of HTML grows.
    """
    text = _CONTROL.sub(" ", text)
    root, whole = _parsed(text)
    if not whole:
        # Beyond 2,000 levels the parser leaves everything out, and it is boxes in boxes that get so deep.
        root, _ = _parsed(_BOXES.sub(" ", text))
    if root is None:
        return None, Scripts()
    texts = [((script.get("type") or "").lower(), script.text) for script in root.iter("script") if script.text]
    linked = tuple(words for kind, words in texts if "ld+json" in kind)
    state = tuple(words for kind, words in texts if "ld+json" not in kind and _STATE.search(words))
    unfold(root)
    without_note_marks(root)
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    return root, Scripts(linked, state)


def _parsed(text: str) -> tuple[Element | None, bool]:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, collect_ids=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, True
    return root, all(entry.type_name != "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def classes(element: Element) -> list[str]:
    """Class names of an element and its id, as they are written."""
    found = (element.get("class") or "").split()
    own = element.get("id")
    return [*found, own] if own else found


def ancestors(element: Element) -> Iterator[Element]:
    """The element and what holds it, inside out, no more than is needed on a page that was written to be read."""
    one: Element | None = element
    for _ in range(_DEEPEST):
        if one is None:
            return
        yield one
        one = one.getparent()


def text_of(element: Element) -> str:
    """All words within an element, white space as single blanks."""
    return clean("".join(element.itertext()))


def short_text(element: Element, longest: int) -> str | None:
    """All words within an element, or None where they are more than some characters or pieces; looks no further."""
    texts: list[str] = []
    size = 0
    for text in islice(element.itertext(), longest):
        size += len(text.strip())
        if size > longest:
            return None
        texts.append(text)
    return None if len(texts) == longest else clean("".join(texts))


def clean(text: str) -> str:
    """Text with white space as single blanks and without marks that only guide hyphenation."""
    return _SPACE.sub(" ", text.replace("\xad", "")).strip()
