"""Boxes with words on the matter that are set into an article: "Zur Person", and a paragraph on it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from govgraph.sources.html.endings import announces_author
from govgraph.sources.html.pairs import join_pairs, pair_of_row
from govgraph.sources.html.selecting import profiles_of
from govgraph.sources.html.tree import ancestors
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.sources.html.run import Run
    from govgraph.sources.html.tree import Element
    from govgraph.sources.lines import Marks

__all__ = ["keep_insets"]

_LINKED = 0.3
_LONGEST_HEAD = 60
_LARGEST = 1500
_LEAST_FACTS = 2
_FACT = re.compile(r"[A-ZÄÖÜ][^\W\d_][^:|.!?\d]{0,38}: \S")
_TITLED = (None, PageRole.TITLE)
_OFFERS = (PageRole.FURNITURE, PageRole.OTHERS, PageRole.ITEM)


def keep_insets(runs: Sequence[Run], marks: Marks) -> None:
    """Take back that a box stands beside the text where it is set into it, between its paragraphs, and tells something.

    It has a heading of its own and whole sentences, or facts with labels, and leads nowhere. What is said of authors,
    offers (also those that only the name of their class tells), and what points at other articles is left beside.
    Changes the tree.
    """
    told = {run.element.getparent() for run in runs if run.tag == "p" and run.prose and run.others is None}
    for box, group in groupby(runs, key=lambda run: run.others):
        if box is None or box.getparent() not in told or profiles_of(marks.layouts).named(box) in _OFFERS:
            continue
        lines = list(group)
        if _tells(box, lines, marks):
            box.tag = "details"  # what is held by the text
            article = next((one for one in ancestors(box) if one.tag == "article"), None)
            for run in lines:
                run.others, run.aside, run.article = None, False, article


def _tells(box: Element, lines: Sequence[Run], marks: Marks) -> bool:
    """Whether a box is a short heading and sentences or facts without links."""
    head, rest = lines[0], lines[1:]
    told = any(run.sentence for run in rest) or _is_labelled(join_pairs(rest))
    if not told or not all(run.aside and run.linked <= _LINKED for run in lines):
        return False
    if sum(len(run.text) for run in lines) > _LARGEST or next(box.iter("a", "input", "button"), None) is not None:
        return False
    found = marks.find(head.text)
    if found is not None and found[0].role is not LayoutRole.BACKGROUND:
        return False
    named = bool(head.heading) or head.bold
    offers = marks.layouts.word_list("otherBoxes") | marks.layouts.word_list("events")
    words = head.text.rstrip(":!")
    plain = named and len(head.text) <= _LONGEST_HEAD and words not in offers and head.label in _TITLED
    return plain and not announces_author(words)


def _is_labelled(lines: Sequence[Run]) -> bool:
    """Whether lines are facts with labels: "Betreiber: regio iT", "Start: 2024"; a day or a number is no label."""
    return len(lines) >= _LEAST_FACTS and all(_FACT.match(run.text) or _is_row(run) for run in lines)


def _is_row(run: Run) -> bool:
    return run.tag == "tr" and pair_of_row(run.text) != run.text
