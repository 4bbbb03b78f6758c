"""Boxes that are set into a page or an article: advertisements, links to other articles, newsletters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.dates import barred_day
from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.pairs import pair_of_row
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
_MOST_CALL_WORDS = 3
# "Anzeige vom Sofa aus" is a title
_AD_FIRST = re.compile(r"(?:Anzeige|ANZEIGE|Werbung|WERBUNG|Advertorial|Sponsored)\b(?! [a-zäöü])")
_PATH = re.compile(r"(?:Sie (?:befinden sich|sind) hier\b|(?:Start|Startseite|Home)\s*(?:[>»›/|→]|$))")
_RESTS = (LayoutRole.CONTACT, LayoutRole.FOOTER)
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
        if run.more is not None and _calls(run.more, marks):
            run.more = None
        found = marks.find(run.text)
        role = found[0].role if found else None
        grouped = found is not None and found[0].extent is Extent.GROUP and role is LayoutRole.FURNITURE
        grouped = grouped and barred_day(run.text) is None
        ad = role is LayoutRole.AD or (_AD_FIRST.match(run.text) is not None and run.linked > 0.3 and not run.prose)
        if _PATH.match(run.text) and not run.prose:
            gone.add(at)
        elif _is_call(run, marks):
            gone.add(at)
            gone |= _box(at, runs, places, marks, ad=False, grouped=True)
        elif role in _RESTS:
            gone |= _inset(at, runs, places)
        elif role in _BOXES or grouped or ad:
            if role is LayoutRole.LIST_HEAD:
                gone |= _links_alone(at, runs, places)
                continue
            if role is LayoutRole.LINKS and _is_title_of_teaser(at, runs):
                run.text = run.text.partition(": ")[2]
                run.linked, run.above, run.lead = 1.0, "", ""
                continue
            gone.add(at)
            gone |= _box(at, runs, places, marks, ad=ad, grouped=grouped)
            if role is LayoutRole.LINKS:
                gone |= _links_below(at, runs)
    return [run for at, run in enumerate(runs) if at not in gone]


def _is_call(run: Run, marks: Marks) -> bool:
    """Whether a line is a short link that asks for something else than to read: "Jetzt spenden", "Anmelden"."""
    return run.linked > _LINKED and not run.heading and _calls(run.text, marks)


def _calls(text: str, marks: Marks) -> bool:
    words = text.rstrip("!.» →>").split()
    return 0 < len(words) <= _MOST_CALL_WORDS and words[-1].lower() in marks.layouts.word_list("call")


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
        shut = one.tag in ("body", "main") or (one.tag == "article" and not (ad and inside[0] == at))
        if shut or whole > (_LARGEST_AD if ad else _LARGEST):
            break
        if any(runs[place].label is PageRole.TITLE or runs[place].heading == 1 for place in inside):
            break
        labels = {runs[place].label for place in inside}
        if labels >= {PageRole.DATE, PageRole.BYLINE} and not any(runs[place].sentence for place in inside):
            break  # what says who wrote the article, and when
        if not ad and at != inside[0] and any(_is_of_head(runs[place], marks) for place in inside):
            break
        if _holds_article(inside, runs, ad=ad or grouped):
            break
        return set(inside)
    if ad and at + 1 < len(runs):
        following = runs[at + 1]
        offer = marks.starts(LayoutRole.AD_TEXT, following.text) is not None
        if not following.heading and len(following.text) <= _LARGEST_AD and (following.linked > _LINKED or offer):
            return {at + 1}
    return set()


def _is_of_head(run: Run, marks: Marks) -> bool:
    """Whether a line says on which day the article appeared, or who wrote it."""
    found = marks.find(pair_of_row(run.text) if run.tag == "tr" else run.text)
    return found is not None and found[0].role in (LayoutRole.DATE_LINE, LayoutRole.BYLINE)


def _inset(at: int, runs: Sequence[Run], places: dict[Element, list[int]]) -> set[int]:
    """Lines of a small box that a contact or comments begin, where the text goes on beside it."""
    for one in ancestors(runs[at].element):
        inside = places.get(one, [])
        if len(inside) < 2:
            continue
        small = sum(len(runs[place].text) for place in inside) <= _LARGEST and one.tag not in (
            "body",
            "main",
            "article",
        )
        if inside[0] != at or not small or inside[-1] + 1 >= len(runs):
            return set()
        after, parent = runs[inside[-1] + 1], one.getparent()
        return set(inside) if after.prose and after.element.getparent() is parent else set()
    return set()


def _links_alone(at: int, runs: Sequence[Run], places: dict[Element, list[int]]) -> set[int]:
    """Lines of the box that a heading begins, where it holds links and days and no sentence."""
    for one in ancestors(runs[at].element):
        inside = places.get(one, [])
        if len(inside) < 2:
            continue
        plain = not any(runs[place].sentence or runs[place].heading == 1 for place in inside)
        linked = any(runs[place].linked > _LINKED for place in inside)
        whole = one.tag in ("body", "main", "article") or len(inside) > _MOST_LINES
        return set(inside) if inside[0] == at and plain and linked and not whole else set()
    return set()


def _holds_article(inside: Sequence[int], runs: Sequence[Run], *, ad: bool) -> bool:
    """Whether several paragraphs of running text are among lines, or a teaser that is one link."""
    if any(runs[at].sentence and runs[at].href and runs[at - 1].href == runs[at].href for at in inside[1:]):
        return True
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
            day = place + 1 < len(runs) and runs[place + 1].sentence and day_of(run.text) is not None
            if run.sentence or day:
                gone.discard(place - 1)  # a link with a sentence below it is the title of a teaser
            break
        gone.add(place)
    return gone


def is_bar(run: Run, marks: Marks) -> bool:
    """Whether a line is only links that lead elsewhere: "Drucken | Teilen"."""
    if run.label is not None or run.heading or run.item is not None or run.bold or run.text[-1] in ".!?“":
        return False
    return run.linked > _BAR and marks.find(run.text) is None
