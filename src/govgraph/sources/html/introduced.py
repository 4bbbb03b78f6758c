"""Lists and tables that a line introduces: "Das sind die neuen Namen:" and what stands below it are text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.html.columns import join_columns
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.sources.html.run import Run
    from govgraph.sources.html.tree import Element
    from govgraph.vocabulary.layouts import Layouts

__all__ = ["ITEMS", "is_stopped", "join_cells", "mark_introduced"]

ITEMS = ("li", "dd", "dt", "td", "th", "tr")
"""Tags of what a list or a table consists of."""

_LISTS = frozenset({"ul", "ol", "dl", "table"})
_PARAGRAPHS = frozenset({"p", "div", "section", "article", "body", "main"})
_INTRODUCES = re.compile(r"[.:][”“\"»)\]]*$")
_QUOTES = '”“"»)]'
_STOPPED = re.compile(r"[^\W\d]{2,}[.!?][”“\"»)\]]*$")
_TEXT = (None, PageRole.LEAD)
_BAR = " | "
_LINKED = 0.3
_END = 40
_LEAST_WORDS = 5
_LEAST_ITEM_WORDS = 4
_LEAST_ITEMS = 2
_HIGHEST = 4


def mark_introduced(runs: Sequence[Run]) -> None:
    """Mark lines that introduce a list or a table as sentences, and so its items that end like one.

    A line does so that ends with a colon, or that is a short sentence, right above two items or more that are no links:
    "In diesen Städten gibt es neue Verantwortliche:".
    """
    for at, run in enumerate(runs):
        if not _introduces(run):
            continue
        items = list(_items(runs, at + 1))
        if len(items) < _LEAST_ITEMS or any(item.linked > _LINKED for item in items):
            continue
        # below a whole sentence a table without a head may be labels of the page and their values
        sure = run.text.rstrip(_QUOTES).endswith(":") or not run.sentence or _is_head(items[0].element)
        run.told = True
        for item in items:
            item.told = is_stopped(item)
            item.listed = sure or item.told


def join_cells(runs: Sequence[Run], layouts: Layouts) -> None:
    """Join the cells of names and of offices in tables with a head; each row is a line with bars between its cells."""
    at = 0
    while at < len(runs):
        rows = list(_items(runs, at)) if runs[at].tag == "tr" and _is_head(runs[at].element) else []
        cells = join_columns([row.text.split(_BAR) for row in rows], layouts)
        for row, joined in zip(rows, cells, strict=True):
            row.text = _BAR.join(joined)
        at += max(1, len(rows))


def is_stopped(run: Run) -> bool:
    """Whether a line is some words with a full stop, however short."""
    return _has_words(run, _LEAST_ITEM_WORDS) and _STOPPED.search(run.text[-_END:]) is not None


def _has_words(run: Run, least: int) -> bool:
    return len(run.text.split(None, least)) >= least


def _introduces(run: Run) -> bool:
    plain = run.tag in _PARAGRAPHS and run.label in _TEXT and run.others is None and run.item is None
    if not plain or run.linked > _LINKED or not _has_words(run, _LEAST_WORDS) or "|" in run.text:
        return False
    return _INTRODUCES.search(run.text[-_END:]) is not None


def _is_head(row: Element) -> bool:
    """Whether a row of a table is its head: all its cells are."""
    return len(row) > 1 and all(cell.tag == "th" for cell in row)


def _items(runs: Sequence[Run], begin: int) -> Iterator[Run]:
    """Lines from a place on that are items of one list or rows of one table."""
    box: Element | None = None
    for run in runs[begin:]:
        if run.tag not in ITEMS or run.label not in _TEXT or run.others is not None:
            return
        around = _list_of(run)
        if around is None or (box is not None and around is not box):
            return
        box = around
        yield run


def _list_of(run: Run) -> Element | None:
    """The outermost list or table near an item."""
    found = None
    one: Element | None = run.element
    for _ in range(_HIGHEST):
        one = None if one is None else one.getparent()
        if one is not None and one.tag in _LISTS:
            found = one
    return found
