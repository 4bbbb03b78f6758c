"""Teasers of other articles: title, perhaps kicker and date, and a sentence or two."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.tree import Element, ancestors
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["find_teasers", "is_list_head", "teaser_title", "unmarked_title"]

_SHARE = 0.75
_LONGEST_TITLE = 250
_SHORTEST_TITLE = 15
_LARGEST_BOX = 1500
_SIBLINGS = 2
_CLEARLY = 3
_HIGHEST = 6
_MOST_PROSE = 3
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_TITLE = frozenset({LayoutRole.LINKS, LayoutRole.FURNITURE, LayoutRole.LIST_HEAD, LayoutRole.CONTACT, LayoutRole.MORE})


def find_teasers(runs: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Lines of each teaser, in order.

    They are in elements with that role, in several elements `<article>`, in what a page sets apart for other articles,
    in neighbours of the same making that each have a linked title, or below the heading of a list. What has a title
    but no sentence is none.
    """
    several = _several_articles(runs)
    groups: list[list[Run]] = []
    taken: set[int] = set()

    def box_of(run: Run) -> Element | None:
        if run.item is not None:
            return run.item
        return run.article if run.article in several else run.others

    for box, some in groupby(runs, key=box_of):
        if box is None:
            continue
        lines = list(some)
        taken.update(map(id, lines))
        sure = lines[0].item is not None or lines[0].article in several
        found = [one for one in _divided(lines, marks) if sure or not lines[0].aside or _points(one, marks)]
        if not found and not sure:
            found = _repeated(lines)
        if not found and lines[0].item is not None and teaser_title(lines) is None:
            _give_back(lines)
            taken.difference_update(map(id, lines))
        groups += found
    rest = [run for run in runs if id(run) not in taken]
    alike = _alike(rest, marks)
    taken.update(id(run) for group in alike for run in group)
    order = {id(run): at for at, run in enumerate(runs)}
    listed = _below_list_head([run for run in runs if id(run) not in taken], marks)
    return sorted([*groups, *alike, *listed], key=lambda group: order[id(group[0])])


def is_list_head(run: Run, marks: Marks) -> bool:
    """Whether a line is the heading of a list of teasers."""
    found = marks.find(run.text)
    return found is not None and found[0].role is LayoutRole.LIST_HEAD and (bool(run.heading) or not run.prose)


def teaser_title(lines: Sequence[Run]) -> int | None:
    """Position of a teaser's title: labelled, a heading, or the first line that is a link or bold."""
    for fits in (
        lambda run: run.label is PageRole.TITLE and run.own,
        lambda run: bool(run.heading) and run.label in (None, PageRole.TITLE),
        lambda run: run.label is PageRole.TITLE,
        lambda run: run.linked > _SHARE and _is_titular(run),
        lambda run: run.bold and _is_titular(run),
    ):
        at = next((at for at, run in enumerate(lines) if fits(run) and len(run.text) <= _LONGEST_TITLE), None)
        if at is not None:
            return at
    return None


def _is_titular(run: Run) -> bool:
    return run.label in (None, PageRole.TITLE) and len(run.text) > _SHORTEST_TITLE and not run.prose and not day_of(run.text)


def _several_articles(runs: Iterable[Run]) -> frozenset[Element]:
    """Elements `<article>` that are teasers: those beside a larger one, or all, where none is clearly the largest."""
    sizes: dict[Element, int] = {}
    for run in runs:
        if run.article is not None and run.item is None and run.others is None:
            sizes[run.article] = sizes.get(run.article, 0) + (len(run.text) if run.prose else 0)
    ranked = sorted(sizes.items(), key=lambda pair: -pair[1])
    if len(ranked) < _SIBLINGS:
        return frozenset()
    largest, size = ranked[0]
    above = set(list(ancestors(largest))[1:])
    others = [one for one, _ in ranked[1:] if one not in above]
    if size >= _CLEARLY * ranked[1][1] or len(others) < len(ranked) - 1:
        return frozenset(others)
    return frozenset(one for one, _ in ranked)


def _give_back(lines: Sequence[Run]) -> None:
    """What is called a teaser and has no title is the lead of the article it stands in."""
    for run in lines:
        run.item = None
        if run.prose and run.label is None:
            run.label = PageRole.LEAD


def _repeated(lines: Sequence[Run]) -> list[list[Run]]:
    """Teasers whose titles nothing marks: boxes of one making that each hold short lines and then a sentence."""
    for level in range(1, 4):
        boxes: dict[Element, list[Run]] = {}
        for run in lines:
            above = list(ancestors(run.element))
            if len(above) > level:
                boxes.setdefault(above[level], []).append(run)
        alike: dict[tuple[Element | None, str, str], list[list[Run]]] = {}
        for box, some in boxes.items():
            if unmarked_title(some) is not None:
                alike.setdefault((box.getparent(), box.tag, box.get("class") or ""), []).append(some)
        found = [group for groups in alike.values() if len(groups) >= _SIBLINGS for group in groups]
        if found:
            return found
    return []


def unmarked_title(lines: Sequence[Run]) -> int | None:
    """Position of the last short line before the first sentence."""
    told = next((at for at, run in enumerate(lines) if run.prose), 0)
    at = told - 1
    return at if at >= 0 and _is_titular(lines[at]) and len(lines[at].text) <= _LONGEST_TITLE else None


def _divided(lines: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Teasers in a box: one, or several titles that each have text. A title without text is the heading of the box."""
    places = [at for at, run in enumerate(lines) if _begins(run, marks)]
    told = [at for at in places if _text_follows(lines, at, places)]
    if len(told) < _SIBLINGS:
        if teaser_title(lines) is None or not any(run.prose for run in lines):
            return []
        begin = told[0] if told and any(at < told[0] for at in places) else 0
        return [list(lines[_lifted(lines, begin, 0) :])]
    groups = []
    floor = 0
    for number, at in enumerate(told):
        begin = _lifted(lines, at, floor)
        end = told[number + 1] if number + 1 < len(told) else len(lines)
        end = _lifted(lines, end, at + 1) if end < len(lines) else end
        groups.append(list(lines[begin:end]))
        floor = end
    return groups


def _begins(run: Run, marks: Marks) -> bool:
    if run.prose or len(run.text) > _LONGEST_TITLE or run.label not in (None, PageRole.TITLE):
        return False
    if not (run.heading or run.label is PageRole.TITLE or ((run.bold or run.linked > _SHARE) and _is_titular(run))):
        return False
    found = marks.find(run.text)
    return found is None or found[0].role not in _NO_TITLE


def _text_follows(lines: Sequence[Run], at: int, places: Sequence[int]) -> bool:
    end = next((other for other in places if other > at), len(lines))
    return any(run.prose for run in lines[at + 1 : end])


def _lifted(lines: Sequence[Run], at: int, floor: int) -> int:
    """Position of the first line right before a title that is its kicker or date, where such lines come before."""
    begin = at
    while begin > floor and lines[begin - 1].label in (PageRole.KICKER, PageRole.DATE, PageRole.GENRE):
        begin -= 1
    return begin


def _points(lines: Sequence[Run], marks: Marks) -> bool:
    """Whether lines lead to another article: by a link, or by the day on which it appeared."""
    title = teaser_title(lines)
    if title is None:
        return False
    found = marks.find(lines[title].text)
    if found is not None and found[0].role in _NO_TITLE:
        return False
    return lines[title].linked > _SHARE or any(
        run.more is not None or run.label is PageRole.DATE or (not run.prose and day_of(run.text)) for run in lines
    )


def _alike(runs: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Teasers that no role names: neighbours of the same making that each hold one title with a link, and text."""
    heads = [run for run in runs if (run.heading > 1 or run.bold) and run.linked > _SHARE]
    if len(heads) < _SIBLINGS:
        return []
    places: dict[Element, list[Run]] = {}
    for run in runs:
        for one in ancestors(run.element):
            places.setdefault(one, []).append(run)
    counts: dict[Element, int] = {}
    for run in heads:
        for one in ancestors(run.element):
            counts[one] = counts.get(one, 0) + 1
    groups: dict[tuple[Element | None, str], dict[Element, list[Run]]] = {}
    for run in heads:
        chain = [one for one in list(ancestors(run.element))[:_HIGHEST] if counts[one] == 1]
        if not chain or chain[-1].tag in _HEADINGS:
            continue
        box = chain[-1]
        lines = places[box]
        size = sum(len(one.text) for one in lines)
        if 0 < sum(one.prose for one in lines) <= _MOST_PROSE and size < _LARGEST_BOX:
            groups.setdefault((box.getparent(), box.tag), {})[box] = lines
    return [lines for group in groups.values() if len(group) >= _SIBLINGS for lines in group.values()]


def _below_list_head(runs: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Teasers without a box of their own: below a heading of a list, or all over the page."""
    begin = next((at for at, run in enumerate(runs) if is_list_head(run, marks)), None)
    if begin is None:
        prose = sum(run.prose for run in runs)
        linked = [at for at, run in enumerate(runs) if run.heading > 1 and run.linked > _SHARE]
        if len(linked) <= _SIBLINGS or len(linked) * _SIBLINGS < prose:
            return []
        return [one for one in _divided(runs[_lifted(runs, linked[0], 0) :], marks) if _points(one, marks)]
    if begin == 0 and not any(run.linked > _SHARE for run in runs[1:]):
        return []
    return [one for one in _divided(runs[begin + 1 :], marks) if _points(one, marks)]
