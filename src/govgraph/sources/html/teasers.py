"""Teasers of other articles: title, perhaps kicker and date, and a sentence or two."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from govgraph.sources.dates import lone_day
from govgraph.sources.html.metadata import day_of
from govgraph.sources.html.names import is_name
from govgraph.sources.html.titles import is_home
from govgraph.sources.html.tree import Element, ancestors
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = [
    "boxed_teasers",
    "first_sentence",
    "has_day",
    "is_dated",
    "is_list_head",
    "is_menu",
    "is_over",
    "is_titular",
    "lifted",
    "may_be_title",
    "named_teasers",
    "role_of",
    "teaser_title",
]

_SHARE = 0.75
_LONGEST_TITLE = 250
_SHORTEST_TITLE = 15
_LARGEST_BOX = 1500
_SIBLINGS = 2
# how many ways to be a title do not ask for a link or bold letters
_LEAST_LINKED = 3
_CLEARLY = 3
_HIGHEST = 6
_MOST_CLASSES = 20
_MOST_PROSE = 3
_MOST_LINES = 12
_MOST_KICKER_WORDS = 4
_LEAST_WORDS = 3
_SHORTEST_WORDED = 20
_ANSWERS = ("Re: ", "RE: ", "AW: ", "Aw: ", "Antwort: ", "WG: ")
_MOST_CALL_WORDS = 3
_LONGEST_DAY = 60
_LONGEST_MORE = 30
_DAY = re.compile(r"[\d.:/ –-]+|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember")
_HOUR = re.compile(r"[0-2]?\d[:.][0-5]\d(?: ?(?:Uhr|h))?")
_WHOLE = frozenset({"body", "main", "html"})
_ADDRESS = re.compile(r"(?:^|, |· )(?:D-)?\d{5} [A-ZÄÖÜ][a-zäöü]|\b(?:Tel(?:efon|\.)?|Fon|Fax|Telefax):? ?[0(+]")
_CHANGED = re.compile(r"\b(?:[Zz]uletzt|[Ll]etzte[sr]?|[Bb]earbeitet|[Aa]ktualisiert|[Gg]eändert|Stand)\b")
_NO_TITLE = frozenset(
    {
        *(LayoutRole.LINKS, LayoutRole.FURNITURE, LayoutRole.LIST_HEAD, LayoutRole.CONTACT, LayoutRole.MORE),
        *(LayoutRole.AD, LayoutRole.BACKGROUND, LayoutRole.BYLINE, LayoutRole.FOOTER, LayoutRole.CREDIT),
        LayoutRole.DATE_LINE,
    }
)
_NO_TEXT = frozenset({LayoutRole.CREDIT, LayoutRole.FOOTER, LayoutRole.FURNITURE, LayoutRole.CONTACT})


def is_list_head(run: Run, marks: Marks) -> bool:
    """Whether a line is the heading of a list of teasers."""
    found = marks.find(run.text)
    return found is not None and found[0].role is LayoutRole.LIST_HEAD and (bool(run.heading) or not run.sentence)


def teaser_title(lines: Sequence[Run]) -> int | None:
    """Position of a teaser's title: labelled, a heading, a link, bold, or the last line before the first sentence."""
    told = first_sentence(lines)
    heads = [
        at for at, run in enumerate(lines[:told]) if run.heading and run.label is None and lone_day(run.text) is None
    ]
    if len(heads) > 1 and is_over(lines[heads[0]], lines[heads[1]]):
        return heads[1]
    # what is a link from end to end, as in a card, says nothing by being one
    whole = told > 0 and all(run.linked > _SHARE for run in lines[: told + 1])
    for fits in _TITLES[: _LEAST_LINKED if whole else None]:
        at = next(
            (
                at
                for at, run in enumerate(lines)
                if fits(run) and len(run.text) <= _LONGEST_TITLE and lone_day(run.text) is None
            ),
            None,
        )
        if at is not None:
            return at
    at = (told if whole else next((at for at, run in enumerate(lines) if run.sentence), 0)) - 1
    return at if at >= 0 and is_titular(lines[at]) and len(lines[at].text) <= _LONGEST_TITLE else None


_TITLES: tuple[Callable[[Run], bool], ...] = (
    lambda run: run.label is PageRole.TITLE and run.own,
    lambda run: bool(run.heading) and run.label in (None, PageRole.TITLE),
    lambda run: run.label is PageRole.TITLE,
    lambda run: run.linked > _SHARE and is_titular(run),
    lambda run: run.bold and is_titular(run),
)


def is_over(first: Run, second: Run) -> bool:
    """Whether the first of two headings is a kicker or a date over the second."""
    return len(first.text.split()) <= _MOST_KICKER_WORDS and len(first.text) < len(second.text)


def is_titular(run: Run) -> bool:
    """Whether a line that nothing marks has the length and the words of a title."""
    named = run.label in (None, PageRole.TITLE) and not run.sentence and run.tag != "figcaption"
    return named and len(run.text) > _SHORTEST_TITLE and len(_DAY.sub("", run.text)) > _SHORTEST_TITLE


# ---------------------------------------------------------------------- by name


def named_teasers(runs: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Lines of teasers in elements with that role, in several `<article>`, and in what is set apart for others."""
    for _, inside in groupby((run for run in runs if run.item is not None), key=lambda run: run.item):
        untitled = list(inside)
        if not any(_begins(run, marks) for run in untitled) and teaser_title(untitled) is None:
            _give_back(untitled)
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
        found = _divided(lines, marks)
        if not sure:
            found = [one for one in found if _is_one(one) and (not lines[0].aside or _points(one, marks))]
            found = [one for one in found if not _ends_links(one, lines)]
        if len(found) < _SIBLINGS and not sure:
            found = _repeated(lines) or found
        groups += found
    return groups


def _is_one(lines: Sequence[Run]) -> bool:
    """Whether title and sentence belong together, and no other box has the sentence."""
    title = teaser_title(lines)
    told = next((at for at, run in enumerate(lines) if run.sentence and at > (title or 0)), None)
    if title is None or told is None:
        return False
    above = set(ancestors(lines[title].element))
    own = [one for one in ancestors(lines[told].element) if one not in above]
    if not own:
        return True
    between = [run for run in lines[title + 1 : told] if own[-1] in set(ancestors(run.element))]
    return not any(run.label is None and not day_of(run.text) and run.linked < _SHARE for run in between)


def _ends_links(teaser: Sequence[Run], lines: Sequence[Run]) -> bool:
    """Whether the title of a teaser is the last of a list of links, such as of what is read most."""
    title = teaser_title(teaser)
    if title is None or teaser[title].heading:
        return False
    last = next(at for at, run in enumerate(lines) if run is teaser[title])
    links = [run for run in lines[max(0, last - _SIBLINGS) : last + 1] if run.linked > _SHARE and is_titular(run)]
    alike = {(run.tag, run.element.getparent()) for run in links}
    return len(links) > _SIBLINGS and len(alike) == 1


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
    names = (box.get("class") or "").split()[:_MOST_CLASSES]
    # "card card--wide" is a card
    bare = [name for name in names if not any(name.startswith((f"{one}-", f"{one}_")) for one in names)]
    return box.getparent(), box.tag, " ".join(bare)


def _divided(lines: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Teasers in a box: one, or several titles that each have text. A title without text is the heading of the box."""
    places = [at for at, run in enumerate(lines) if _begins(run, marks)]
    told = [at for at in places if _text_follows(lines, at, places)]
    if len(told) < _SIBLINGS:
        if teaser_title(lines) is None or not any(run.sentence for run in lines):
            return []
        headed = told and (lines[0].heading or any(at < told[0] for at in places))
        begin = told[0] if headed else 0
        return [list(lines[lifted(lines, begin, 0) : _told_end(lines, begin, places)])]
    groups = []
    floor = 0
    for number, at in enumerate(told):
        begin = lifted(lines, at, floor)
        end = told[number + 1] if number + 1 < len(told) else _told_end(lines, at, places)
        end = lifted(lines, end, at + 1) if end < len(lines) else end
        groups.append(list(lines[begin:end]))
        floor = end
    return groups


def _told_end(lines: Sequence[Run], begin: int, places: Sequence[int]) -> int:
    """Position of the first title below the text of a teaser, which begins something else; else the end."""
    told = next((at for at in range(begin, len(lines)) if lines[at].sentence), len(lines))
    return next((at for at in range(told + 1, len(lines)) if at in places or lines[at].heading), len(lines))


def _begins(run: Run, marks: Marks) -> bool:
    if run.sentence or len(run.text) > _LONGEST_TITLE or run.label not in (None, PageRole.TITLE):
        return False
    if not (run.heading or run.label is PageRole.TITLE or ((run.bold or run.linked > _SHARE) and is_titular(run))):
        return False
    found = marks.find(run.text)
    return found is None or found[0].role not in _NO_TITLE


def _text_follows(lines: Sequence[Run], at: int, places: Sequence[int]) -> bool:
    end = next((other for other in places if other > at), len(lines))
    return any(run.sentence for run in lines[at + 1 : end])


def lifted(lines: Sequence[Run], at: int, floor: int) -> int:
    """Position of the first line right before a title that is its kicker or date, where such lines come before."""
    begin = at
    while begin > floor and lines[begin - 1].label in (PageRole.KICKER, PageRole.DATE, PageRole.GENRE):
        begin -= 1
    return begin


def _points(lines: Sequence[Run], marks: Marks) -> bool:
    """Whether lines lead to another article: by a link, or by the day on which it appeared."""
    title = teaser_title(lines)
    if title is None or not may_be_title(lines[title], marks):
        return False
    return lines[title].linked > _SHARE or is_dated(lines)


def may_be_title(run: Run, marks: Marks) -> bool:
    """Whether no mark of layouts says that a line is something else than a title, such as a day, a name, an offer."""
    found = marks.find(run.text)
    if run.text.startswith(_ANSWERS) or run.text.endswith(","):
        return False
    words = run.text.rstrip("!:. ").lower().split()
    if len(words) <= _MOST_CALL_WORDS and words[-1:] and words[-1] in marks.layouts.word_list("call"):
        return False
    if not run.linked and run.text.rstrip(": ") in marks.layouts.word_list("events"):
        return False
    known = (found is not None and found[0].role in _NO_TITLE) or lone_day(run.text) is not None
    return not known and not is_name(run.text) and len(_DAY.sub("", run.text)) > _SHORTEST_TITLE // 2


def is_dated(lines: Sequence[Run]) -> bool:
    """Whether lines hold a day, or an hour of the day as in a ticker, or lead to the rest of the article."""
    return has_day(lines) or _leads_on(lines) or any(_HOUR.fullmatch(run.text) for run in lines)


def has_day(lines: Sequence[Run]) -> bool:
    """Whether one of some lines says a day."""
    dated = (run for run in lines if not _CHANGED.search(run.text))
    return any(run.label is PageRole.DATE or (not run.sentence and day_of(run.text)) for run in dated)


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
        if run.sentence and role_of(run, marks) not in _NO_TEXT and (box := _box_of(run, places, barred)) is not None:
            boxes[box] = places[box]
    counts: dict[tuple[Element | None, str, str], int] = {}
    for box in boxes:
        counts[_making(box)] = counts.get(_making(box), 0) + 1
    found: dict[object, list[list[Run]]] = {}
    for box, lines in boxes.items():
        title = teaser_title(lines)
        if title is None or not may_be_title(lines[title], marks) or _names_site(lines[title]):
            continue
        if is_menu(lines) or _is_address(lines):
            continue
        linked = lines[title].linked > _SHARE
        several = counts[_making(box)] >= _SIBLINGS
        asks = lines[title].text.endswith("?") and not linked
        within = any(one in text for one in ancestors(box))
        worded = len(lines[title].text.split()) >= _LEAST_WORDS and len(lines[title].text) > _SHORTEST_WORDED
        evidence = linked or _leads_on(lines)
        evidence = evidence or (not within and (is_dated(lines) or (several and not alike and worded)))
        evidence = evidence or (not within and counts[_making(box)] > _SIBLINGS and _is_card(box, lines))
        if evidence and not asks and (several or not alike):
            parts = _divided(lines, marks) if linked else []
            found.setdefault(_making(box), []).extend(parts if len(parts) > 1 else [lines])
    return [group for groups in found.values() if not alike or len(groups) >= _SIBLINGS for group in groups]


def is_menu(lines: Sequence[Run]) -> bool:
    """Whether several short links stand above the first sentence, so that none of them is its title."""
    before = lines[: first_sentence(lines)]
    links = [run.href for run in before if run.linked > _SHARE and run.label is None and not run.heading]
    # the lines of a card that is one link lead to one place
    one = len({*links}) == 1 and links[0] == lines[first_sentence(lines)].href
    return len(links) > _SIBLINGS and len(links) * 2 > len(before) and not one


def _names_site(run: Run) -> bool:
    return run.href not in (None, "", "#") and is_home(run)


def _is_address(lines: Sequence[Run]) -> bool:
    """Whether lines tell where somebody is to be found: a town with its code, a number to call."""
    return any(_ADDRESS.search(run.text) for run in lines)


def _is_card(box: Element, lines: Sequence[Run]) -> bool:
    """Whether a box holds one sentence and a link that is not in it, such as one around a picture."""
    linked = any(run.linked > 0 for run in lines if run.sentence)
    return not linked and sum(run.sentence for run in lines) == 1 and next(box.iter("a"), None) is not None


def _leads_on(lines: Sequence[Run]) -> bool:
    """Whether a box ends with a short link, or its text did."""
    told = first_sentence(lines)
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
    return sum(bool(run.heading) or (run.linked > _SHARE and is_titular(run)) for run in lines)


def first_sentence(lines: Sequence[Run]) -> int:
    """Position of the first sentence, or of the last line where there is none."""
    return next((at for at, run in enumerate(lines) if run.sentence), len(lines) - 1)


def role_of(run: Run, marks: Marks) -> LayoutRole | None:
    """Role that the marks of layouts give a line, or None."""
    found = marks.find(run.text)
    return found[0].role if found else None
