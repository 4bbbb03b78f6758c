"""Raised figures that are glued to a word: they count notes, and are no part of the word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govgraph.sources.html.tree import Element

__all__ = ["without_note_marks"]

_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|\*{1,3})[\])]?(?:\s*,\s*\d{1,3})*\s*")
_WORD = re.compile(r"(?:[^\W\d_]{3}|\w{2}[”“\"»)]|[^\W\d_]{2}[.,;:!?][”“\"»)]?)$")
_LINKED = re.compile(r"[\w.,;:!?”“\"»)]$")
_REACH = 8


def without_note_marks(root: Element) -> None:
    """Take out the marks of notes: „Gera<sup>1</sup>“, but not „m<sup>2</sup>“ and the number before a note itself.

    A mark that is a link is one behind any word.
    """
    for mark in list(root.iter("sup")):
        parent = mark.getparent()
        if parent is None or not _MARK.fullmatch("".join(mark.itertext())):
            continue
        linked = mark.find(".//a") is not None or parent.tag == "a"
        if (_LINKED if linked else _WORD).search(_before(mark)):
            _take_out(mark, parent)


def _before(mark: Element) -> str:
    """The end of the words right before a mark."""
    before = mark.getprevious()
    if before is None:
        parent = mark.getparent()
        return ("" if parent is None else parent.text or "")[-_REACH:]
    return (before.tail or ("" if before.tag in ("br", "p") else "".join(before.itertext())))[-_REACH:]


def _take_out(mark: Element, parent: Element) -> None:
    before, tail = mark.getprevious(), mark.tail or ""
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    mark.tail = None
    parent.remove(mark)
