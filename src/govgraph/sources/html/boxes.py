"""Boxes that are set into a page or an article: advertisements, links to other articles, newsletters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.html.tree import Element, ancestors
from govgraph.vocabulary.layouts import Extent, LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["is_bar", "without_boxes"]

_LARGEST = 600
_LARGEST_AD = 400
_MOST_LINES = 60
_LINKED = 0.6
_BAR = 0.75
_AD_FIRST = re.compile(r"(?:Anzeige|ANZEIGE|Werbung|WERBUNG|Advertorial|Sponsored)\b")
_PATH = re.compile(r"(?:Sie (?:befinden sich|sind) hier\b|(?:Start|Startseite|Home)\s*(?:[>»›/|→]|$))")
_BOXES = (LayoutRole.AD, LayoutRole.LINKS, LayoutRole.LIST_HEAD)


def without_boxes(runs: Sequence[Run], marks: Marks) -> list[Run]:
    """Lines without advertisements, boxes of links and bars of links, and without what is below their headings."""
    gone: set[int] = set()
    places: dict[Element, list[int]] = {}
    for at, run in enumerate(runs):
        for one in ancestors(run.element):
            places.setdefault(one, []).append(at)
    for at, run in enumerate(runs):
        if at in gone:
            continue
        found = marks.find(run.text)
        role = found[0].role if found else None
        grouped = found is not None and found[0].extent is Extent.GROUP and role is LayoutRole.FURNITURE
        ad = role is LayoutRole.AD or (_AD_FIRST.match(run.text) is not None and run.linked > 0.3 and not run.prose)
        if _PATH.match(run.text) and not run.prose:
            gone.add(at)
        elif role in _BOXES or grouped or ad:
            if role is LayoutRole.LIST_HEAD:
                continue
            if role is LayoutRole.LINKS and _is_title_of_teaser(at, runs):
                run.text = run.text.partition(": ")[2]
                run.linked = 1.0
                continue
            gone.add(at)
            gone |= _box(at, runs, places, marks, ad=ad, grouped=grouped)
            if role is LayoutRole.LINKS:
                gone |= _links_below(at, runs)
    return [run for at, run in enumerate(runs) if at not in gone]


def _box(  # noqa: PLR0913
    at: int, runs: Sequence[Run], places: dict[Element, list[int]], marks: Marks, *, ad: bool, grouped: bool
) -> set[int]:
    """Lines of the smallest element that holds the line and more, if that is small enough for a box."""
    run = runs[at]
    for one in ancestors(run.element):
        inside = places.get(one, [])
        if len(inside) < 2:
            continue
        if len(inside) > _MOST_LINES:
            break
        whole = sum(len(runs[place].text) for place in inside)
        if one.tag in ("body", "main", "article") or whole > (_LARGEST_AD if ad else _LARGEST):
            break
        if any(runs[place].label is PageRole.TITLE or runs[place].heading == 1 for place in inside):
            break
        labels = {runs[place].label for place in inside}
        if labels >= {PageRole.DATE, PageRole.BYLINE} and not any(runs[place].sentence for place in inside):
            break  # what says who wrote the article, and when
        if _holds_article(inside, runs, ad=ad or grouped):
            break
        return set(inside)
    if ad and at + 1 < len(runs):
        following = runs[at + 1]
        offer = marks.starts(LayoutRole.AD_TEXT, following.text) is not None
        if not following.heading and len(following.text) <= _LARGEST_AD and (following.linked > _LINKED or offer):
            return {at + 1}
    return set()


def _holds_article(inside: Sequence[int], runs: Sequence[Run], *, ad: bool) -> bool:
    """Whether several paragraphs of running text are among lines, so that they are no box."""
    return sum(runs[place].prose for place in inside) > (1 if ad else 0)


def _is_title_of_teaser(at: int, runs: Sequence[Run]) -> bool:
    """Whether "Lesen Sie auch: Title" is followed by a sentence in the same box, so that it is a teaser's title."""
    run = runs[at]
    if ": " not in run.text or not run.linked or at + 1 >= len(runs) or not runs[at + 1].sentence:
        return False
    beside = set(list(ancestors(run.element))[:2])
    return any(one in beside and one.tag != "body" for one in list(ancestors(runs[at + 1].element))[:2])


def _links_below(at: int, runs: Sequence[Run]) -> set[int]:
    """Links below a heading such as "Mehr zum Thema"."""
    gone: set[int] = set()
    others = runs[at].others
    if others is not None and any(run.sentence for run in runs[at : at + _MOST_LINES] if run.others is others):
        return gone
    for place in range(at + 1, len(runs)):
        run = runs[place]
        if run.item is not None or run.linked < _LINKED or run.sentence:
            if run.sentence:
                gone.discard(place - 1)  # a link with a sentence below it is the title of a teaser
            break
        gone.add(place)
    return gone


def is_bar(run: Run, marks: Marks) -> bool:
    """Whether a line is only links that lead elsewhere: "Drucken | Teilen"."""
    if run.label is not None or run.heading or run.item is not None or run.bold or run.text[-1] in ".!?“":
        return False
    return run.linked > _BAR and marks.find(run.text) is None
