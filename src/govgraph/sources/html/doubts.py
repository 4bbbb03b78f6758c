"""Roles that the name of a class suggests, and that what it holds speaks against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.sources.html.tree import ancestors, classes, short_text
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govgraph.sources.html.run import Run
    from govgraph.sources.html.selecting import Roles
    from govgraph.sources.html.tree import Element

__all__ = ["settle_roles"]

_MOST_TEASER_PROSE = 4
_LARGEST_TEASER = 900
_LEAST_LONE_PROSE = 3
_LEAST_HELD = 2
_MOSTLY = 0.5
_LONGEST_CAPTION = 250
_PICTURE = re.compile(r"(?:image|img|bild|foto|photo|picture|media|figure|abbildung)", re.IGNORECASE)


def settle_roles(runs: Sequence[Run], roles: Roles) -> None:
    """Take "teaser", "related" or "sidebar" back from what holds the article of the page.

    A box that is called "story" or "card" and holds more text than a teaser has is no teaser, nor is one with the only
    title of the first level and sentences below it, or with that title alone and no link, nor the only one of its name
    with several sentences. What holds that title and most of the text is no place beside the text either.
    """
    _settle_titles(runs, roles)
    for run in runs:
        if run.label in (None, PageRole.TITLE) and not run.own and not run.heading and _is_at_picture(run):
            run.label = PageRole.CAPTION
    heads = [run for run in runs if run.heading == 1]
    head = heads[0] if len(heads) == 1 else None
    items: dict[Element, list[Run]] = {}
    places: dict[Element, list[Run]] = {}
    for run in runs:
        if run.item is not None and run.item in roles.guessed:
            items.setdefault(run.item, []).append(run)
        if run.others is not None and run.others in roles.guessed:
            places.setdefault(run.others, []).append(run)
    whole = sum(len(run.text) for run in runs if run.sentence) if items or places else 0
    for lines in items.values():
        told = [run for run in lines if run.sentence]
        size = sum(len(run.text) for run in told)
        long = len(told) > _MOST_TEASER_PROSE and size > _LARGEST_TEASER
        lone = len(told) >= _LEAST_LONE_PROSE and size > _MOSTLY * whole and _is_alone(lines[0], items)
        heads_page = head is not None and head in lines
        stage = heads_page and not told and not any(run.linked for run in lines)
        if long or lone or stage or (heads_page and len(told) > 1):
            for run in lines:
                run.item = None
    for box, lines in places.items():
        size = sum(len(run.text) for run in lines if run.sentence)
        if _is_of_picture(box, lines):
            for run in lines:
                run.others, run.aside, run.label = None, False, run.label or PageRole.CAPTION
        elif head is not None and head in lines and size > _MOSTLY * whole:
            for run in lines:
                run.others, run.aside = None, False


def _is_alone(run: Run, items: Mapping[Element, Sequence[Run]]) -> bool:
    """Whether no other box has the class of the one that a line is in, and a sentence."""
    own = set(classes(run.item)) if run.item is not None else set()
    others = (box for box, lines in items.items() if box is not run.item and any(one.sentence for one in lines))
    return not any(own & set(classes(box)) for box in others)


def _settle_titles(runs: Sequence[Run], roles: Roles) -> None:
    """Take "title" back from plain lines whose class headings have too, as of a builder that calls all lines titles.

    What holds several sentences is no title either, such as a box that says of itself that it shows one.
    """
    held: dict[Element, list[Run]] = {}
    for run in runs:
        if run.label is PageRole.TITLE and not run.own:
            box = next((one for one in ancestors(run.element) if roles.general.get(one) is PageRole.TITLE), None)
            if box is not None and box in roles.guessed:
                held.setdefault(box, []).append(run)
    for lines in held.values():
        told = [at for at, run in enumerate(lines) if run.sentence]
        if len(told) >= _LEAST_HELD:
            for run in lines[told[0] :]:
                run.label = None
    guessed = [run for run in runs if run.label is PageRole.TITLE and run.element in roles.guessed]
    headed = {name for run in guessed if run.heading for name in classes(run.element)[:1]}
    for run in guessed:
        if not run.heading and not headed.isdisjoint(classes(run.element)[:1]):
            run.label = None


def _is_of_picture(box: Element, lines: Sequence[Run]) -> bool:
    """Whether a box holds a picture and a short caption, and neither heading nor link."""
    plain = not any(run.heading or run.linked for run in lines)
    return plain and short_text(box, _LONGEST_CAPTION) is not None and next(box.iter("img"), None) is not None


def _is_at_picture(run: Run) -> bool:
    """Whether a line is all the text of a box that is called that of a picture, and holds one."""
    box = run.element.getparent()
    if box is None or len(run.text) > _LONGEST_CAPTION or not _PICTURE.search(box.get("class") or ""):
        return False
    return short_text(box, _LONGEST_CAPTION) == run.text and next(box.iter("img"), None) is not None
