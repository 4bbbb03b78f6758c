"""Teasers of other articles: title, perhaps kicker and date, and a sentence or two."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.names import is_name
from govgraph.sources.html.tree import Element, ancestors
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["boxed_teasers", "is_list_head", "listed_teasers", "named_teasers", "teaser_title", "with_days"]

_SHARE = 0.75
_LONGEST_TITLE = 250
_SHORTEST_TITLE = 15
_LARGEST_BOX = 1500
_SIBLINGS = 2
_CLEARLY = 3
_HIGHEST = 6
_MOST_PROSE = 3
_MOST_LINES = 12
_MOST_KICKER_WORDS = 4
_LONGEST_DAY = 60
_LONGEST_MORE = 30
_DAY = re.compile(r"[\d.:/ –-]+|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember")
_WHOLE = frozenset({"body", "main", "html"})
_NO_TITLE = frozenset(
    {
        *(LayoutRole.LINKS, LayoutRole.FURNITURE, LayoutRole.LIST_HEAD, LayoutRole.CONTACT, LayoutRole.MORE),
        *(LayoutRole.AD, LayoutRole.BACKGROUND, LayoutRole.BYLINE, LayoutRole.FOOTER, LayoutRole.CREDIT),
        LayoutRole.DATE_LINE,
    }
)


def is_list_head(run: Run, marks: Marks) -> bool:
    """Whether a line is the heading of a list of teasers."""
    found = marks.find(run.text)
    return found is not None and found[0].role is LayoutRole.LIST_HEAD and (bool(run.heading) or not run.sentence)


def teaser_title(lines: Sequence[Run]) -> int | None:
    """Position of a teaser's title: labelled, a heading, a link, bold, or the last line before the first sentence."""
    heads = [at for at, run in enumerate(lines[: _first_sentence(lines)]) if run.heading and run.label is None]
    if len(heads) > 1 and _is_over(lines[heads[0]], lines[heads[1]]):
        return heads[1]
    for fits in _TITLES:
        at = next((at for at, run in enumerate(lines) if fits(run) and len(run.text) <= _LONGEST_TITLE), None)
        if at is not None:
            return at
    at = next((at for at, run in enumerate(lines) if run.sentence), 0) - 1
    return at if at >= 0 and _is_titular(lines[at]) and len(lines[at].text) <= _LONGEST_TITLE else None


_TITLES: tuple[Callable[[Run], bool], ...] = (
    lambda run: run.label is PageRole.TITLE and run.own,
    lambda run: bool(run.heading) and run.label in (None, PageRole.TITLE),
    lambda run: run.label is PageRole.TITLE,
    lambda run: run.linked > _SHARE and _is_titular(run),
    lambda run: run.bold and _is_titular(run),
)


def _is_over(first: Run, second: Run) -> bool:
    """Whether the first of two headings is a kicker or a date over the second."""
    return len(first.text.split()) <= _MOST_KICKER_WORDS and len(first.text) < len(second.text)


def _is_titular(run: Run) -> bool:
    named = run.label in (None, PageRole.TITLE) and not run.sentence and run.tag != "figcaption"
    return named and len(run.text) > _SHORTEST_TITLE and len(_DAY.sub("", run.text)) > _SHORTEST_TITLE


# ---------------------------------------------------------------------- by name


def named_teasers(runs: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Lines of teasers in elements with that role, in several `<article>`, and in what is set apart for others."""
    several = _several_articles(runs)
    groups: list[list[Run]] = []

    def box_of(run: Run) -> Element | None:
        if run.item is not None:
            return run.item
        return run.article if run.article in several else run.others

    for box, some in groupby(runs, key=box_of):
        if box is None:
            continue
        lines = list(some)
        sure = lines[0].item is not None or lines[0].article in several
        found = [one for one in _divided(lines, marks) if sure or not lines[0].aside or _points(one, marks)]
        if len(found) < _SIBLINGS and not sure:
            found = _repeated(lines) or found
        if not found and lines[0].item is not None and teaser_title(lines) is None:
            _give_back(lines)
        groups += found
    return groups


def _several_articles(runs: Iterable[Run]) -> frozenset[Element]:
    """Elements `<article>` that are teasers: those beside a larger one, or all, where none is clearly the largest."""
    sizes: dict[Element, int] = {}
    for run in runs:
        if run.article is not None and run.item is None and run.others is None:
            sizes[run.article] = sizes.get(run.article, 0) + (len(run.text) if run.sentence else 0)
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
        if run.sentence and run.label is None:
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
            if teaser_title(some) is not None and any(run.sentence for run in some):
                alike.setdefault(_making(box), []).append(some)
        found = [group for groups in alike.values() if len(groups) >= _SIBLINGS for group in groups]
        if found:
            return found
    return []


def _making(box: Element) -> tuple[Element | None, str, str]:
    return box.getparent(), box.tag, box.get("class") or ""


def _divided(lines: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Teasers in a box: one, or several titles that each have text. A title without text is the heading of the box."""
    places = [at for at, run in enumerate(lines) if _begins(run, marks)]
    told = [at for at in places if _text_follows(lines, at, places)]
    if len(told) < _SIBLINGS:
        if teaser_title(lines) is None or not any(run.sentence for run in lines):
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
    if run.sentence or len(run.text) > _LONGEST_TITLE or run.label not in (None, PageRole.TITLE):
        return False
    if not (run.heading or run.label is PageRole.TITLE or ((run.bold or run.linked > _SHARE) and _is_titular(run))):
        return False
    found = marks.find(run.text)
    return found is None or found[0].role not in _NO_TITLE


def _text_follows(lines: Sequence[Run], at: int, places: Sequence[int]) -> bool:
    end = next((other for other in places if other > at), len(lines))
    return any(run.sentence for run in lines[at + 1 : end])


def _lifted(lines: Sequence[Run], at: int, floor: int) -> int:
    """Position of the first line right before a title that is its kicker or date, where such lines come before."""
    begin = at
    while begin > floor and lines[begin - 1].label in (PageRole.KICKER, PageRole.DATE, PageRole.GENRE):
        begin -= 1
    return begin


def _points(lines: Sequence[Run], marks: Marks) -> bool:
    """Whether lines lead to another article: by a link, or by the day on which it appeared."""
    title = teaser_title(lines)
    if title is None or not _may_be_title(lines[title], marks):
        return False
    return lines[title].linked > _SHARE or _is_dated(lines)


def _may_be_title(run: Run, marks: Marks) -> bool:
    found = marks.find(run.text)
    known = found is not None and found[0].role in _NO_TITLE
    return not known and not is_name(run.text) and len(_DAY.sub("", run.text)) > _SHORTEST_TITLE // 2


def _is_dated(lines: Sequence[Run]) -> bool:
    return _has_day(lines) or _leads_on(lines)


def _has_day(lines: Sequence[Run]) -> bool:
    return any(run.label is PageRole.DATE or (not run.sentence and day_of(run.text)) for run in lines)


# ---------------------------------------------------------------------- by structure


def boxed_teasers(
    runs: Sequence[Run], marks: Marks, *, barred: AbstractSet[Element], text: AbstractSet[Element], alike: bool
) -> list[list[Run]]:
    """Teasers that no role names: small boxes of a title and a sentence or two that lead to another article.

    Args:
        runs: Lines in order.
        marks: Marks of lines.
        barred: Elements that hold the article, and so are no box beside it.
        text: Elements that hold its text; a box in there must have a title that is a link.
        alike: Whether several boxes of one making are asked for, as on a page that may be only a list.
    """
    places: dict[Element, list[Run]] = {}
    for run in runs:
        for one in ancestors(run.element):
            places.setdefault(one, []).append(run)
    boxes: dict[Element, list[Run]] = {}
    for run in runs:
        if run.sentence and (box := _box_of(run, places, barred)) is not None:
            boxes[box] = places[box]
    counts: dict[tuple[Element | None, str, str], int] = {}
    for box in boxes:
        counts[_making(box)] = counts.get(_making(box), 0) + 1
    found: list[list[Run]] = []
    for box, lines in boxes.items():
        title = teaser_title(lines)
        if title is None or not _may_be_title(lines[title], marks):
            continue
        linked = lines[title].linked > _SHARE
        several = counts[_making(box)] >= _SIBLINGS
        asks = lines[title].text.endswith("?") and not linked
        within = any(one in text for one in ancestors(box))
        evidence = linked or _leads_on(lines) or (not within and (_is_dated(lines) or (several and not alike)))
        evidence = evidence or (not within and counts[_making(box)] > _SIBLINGS and _is_card(box, lines))
        if evidence and not asks and (several or not alike):
            found.append(lines)
    return found


def _is_card(box: Element, lines: Sequence[Run]) -> bool:
    """Whether a box holds one sentence and a link that is not in it, such as one around a picture."""
    linked = any(run.linked > 0 for run in lines if run.sentence)
    return not linked and sum(run.sentence for run in lines) == 1 and next(box.iter("a"), None) is not None


def _leads_on(lines: Sequence[Run]) -> bool:
    """Whether a box ends with a short link, or its text did."""
    told = _first_sentence(lines)
    return any(
        run.more is not None or (at > told and run.linked > _SHARE and len(run.text) <= _LONGEST_MORE)
        for at, run in enumerate(lines)
    )


def _box_of(run: Run, places: dict[Element, list[Run]], barred: AbstractSet[Element]) -> Element | None:
    """The smallest element that holds a sentence and a title before it, and what else stands around the two."""
    box: Element | None = None
    for one in list(ancestors(run.element))[:_HIGHEST]:
        lines = places[one]
        if one in barred or one.tag in _WHOLE or len(lines) > _MOST_LINES:
            break
        prose = sum(other.sentence for other in lines)
        if prose > _MOST_PROSE or sum(len(other.text) for other in lines) > _LARGEST_BOX:
            break
        if box is None:
            title = teaser_title(lines)
            told = [other.sentence for other in lines]
            if title is not None and any(told[title:]) and not any(told[:title]):
                box = one
        elif prose > sum(other.sentence for other in places[box]) or _titles(lines) > _titles(places[box]):
            break
        else:
            box = one
    return box


def _titles(lines: Sequence[Run]) -> int:
    return sum(bool(run.heading) or (run.linked > _SHARE and _is_titular(run)) for run in lines)


def with_days(groups: Sequence[list[Run]], runs: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Boxes with the day that stands on the line before each of them, where they hold none."""
    order = {id(run): at for at, run in enumerate(runs)}
    found = []
    for group in groups:
        at = order.get(id(group[0]), 0) - 1
        alone = at >= 0 and not runs[at].sentence and len(runs[at].text) <= _LONGEST_DAY and day_of(runs[at].text)
        page = at >= 0 and _role(runs[at], marks) is LayoutRole.PAGE_DATE
        found.append([runs[at], *group] if alone and not page and not _has_day(group) else group)
    return found


def listed_teasers(runs: Sequence[Run], marks: Marks, *, least: int = 3) -> list[list[Run]]:
    """Teasers without boxes: titles of one making, each with a sentence or two below it, linked or dated.

    Empty where less than `least` such titles are found. What stands before the first of them is not looked at.
    """
    for begins in _MAKINGS:
        places = [at for at, run in enumerate(runs) if begins(runs, at, marks) and _may_be_title(run, marks)]
        if len(places) < least or any(runs[at].text.endswith("?") and runs[at].linked < _SHARE for at in places[:2]):
            continue
        first = _with_day(runs, places[0], 0)
        before = first < places[0]
        starts = [first, *(_with_day(runs, at, places[0] + 1) if before else at for at in places[1:])]
        groups = [list(runs[start:end]) for start, end in zip(starts, [*starts[1:], len(runs)], strict=True)]
        told = _trimmed([group for group in groups if any(run.sentence for run in group)])
        heads = {id(runs[at]) for at in places}
        titles = [run for group in told for run in group if id(run) in heads]
        dated = sum(_is_dated(group) or any(_leads(run, marks) for run in group) for group in told)
        linked = all(title.linked > _SHARE for title in titles)
        short = sum(sum(run.sentence for run in group) <= _MOST_PROSE for group in told)
        if len(told) >= least and short == len(told) and (linked or dated >= max(1, len(told) - 1)):
            return told
    return []


def _unmarked(runs: Sequence[Run], at: int, marks: Marks) -> bool:
    """Whether a short line is followed by a sentence that begins with its day, or ends with a link to the rest."""
    if not _is_titular(runs[at]) or at + 1 >= len(runs) or not runs[at + 1].sentence:
        return False
    return runs[at + 1].more is not None or _leads(runs[at + 1], marks)


_Making: TypeAlias = "Callable[[Sequence[Run], int, Marks], bool]"
_MAKINGS: tuple[_Making, ...] = (
    lambda runs, at, _: runs[at].heading == 2,
    lambda runs, at, _: runs[at].heading == 3,
    lambda runs, at, _: runs[at].heading > 3,
    lambda runs, at, _: runs[at].label is PageRole.TITLE,
    lambda runs, at, _: runs[at].linked > _SHARE and _is_titular(runs[at]),
    lambda runs, at, _: runs[at].bold and _is_titular(runs[at]),
    _unmarked,
)


def _with_day(runs: Sequence[Run], at: int, floor: int) -> int:
    """Position of the first of the short lines right before a title that hold a day or are labelled; else its own."""
    begin = at
    while begin > floor and not runs[begin - 1].sentence and len(runs[begin - 1].text) <= _LONGEST_DAY:
        begin -= 1
    dated = any(run.label is PageRole.DATE or day_of(run.text) for run in runs[begin:at])
    return begin if dated else _lifted(runs, at, floor)


def _trimmed(groups: Sequence[list[Run]]) -> list[list[Run]]:
    """Groups of lines without what stands outside of the box that holds the list."""
    if not groups:
        return []
    zone = _common([run for group in groups for run in group[: _first_sentence(group) + 1]])
    found = []
    for group in groups:
        lines = [run for run in group if zone is None or zone in set(ancestors(run.element))]
        if zone is None or zone.tag in _WHOLE:
            lines = lines[: _first_sentence(lines) + 1]  # on a page without boxes, a teaser has one paragraph
        found.append(lines)
    return found


def _first_sentence(lines: Sequence[Run]) -> int:
    return next((at for at, run in enumerate(lines) if run.sentence), len(lines) - 1)


def _common(runs: Sequence[Run]) -> Element | None:
    """The smallest element that holds all of some lines."""
    shared = list(ancestors(runs[0].element))
    for run in runs[1:]:
        held = set(ancestors(run.element))
        shared = [one for one in shared if one in held]
    return shared[0] if shared else None


def _leads(run: Run, marks: Marks) -> bool:
    return _role(run, marks) is LayoutRole.LEAD_DATE


def _role(run: Run, marks: Marks) -> LayoutRole | None:
    found = marks.find(run.text)
    return found[0].role if found else None
