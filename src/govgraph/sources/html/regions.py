"""Where on a page its article is, and where the teasers of other articles are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from govgraph.sources.html.tree import Element, ancestors
from govgraph.vocabulary.layouts import LayoutRole
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govgraph.sources.html.metadata import Metadata
    from govgraph.sources.html.runs import Run
    from govgraph.sources.lines import Marks

__all__ = ["Regions", "find_regions", "teaser_title"]

_LEAST_ARTICLE = 120
_CLEARLY = 3
_SHARE = 0.75
_UNSURE = 0.55
_LONGEST_TITLE = 250
_SIBLINGS = 2
_HIGHEST = 6
_FEW = 2


@dataclass(frozen=True, slots=True)
class Regions:
    """Lines of a page, divided.

    Attributes:
        article: Lines of its article from head to end, or empty where it only lists others.
        title: Position of the title among them, or None.
        teasers: Lines of each teaser.
    """

    article: tuple[Run, ...]
    title: int | None
    teasers: tuple[tuple[Run, ...], ...]


def find_regions(
    runs: Sequence[Run], metadata: Metadata, marks: Marks, main_text: Callable[[], frozenset[str]]
) -> Regions:
    """Divide the lines of a page.

    Args:
        runs: Lines in order.
        metadata: What the page says of itself.
        marks: Marks of lines.
        main_text: Lines that a general extractor takes for the text; asked only where the page leaves it open.
    """
    runs = _in_main(runs)
    teasers = _teasers(runs, marks)
    within = {id(run) for teaser in teasers for run in teaser}
    rest = [run for run in runs if id(run) not in within]
    article, title = _article(rest, metadata, marks, main_text)
    prose = sum(len(run.text) for run in article if run.prose)
    # Page of a list: what is not in a teaser is less than what is, and nothing says that it is an article.
    told = sum(len(run.text) for teaser in teasers for run in teaser)
    sure = metadata.article or any(_is_text_of_site(run) or _is_dated(run, marks) for run in article)
    if len(teasers) >= _SIBLINGS and not (sure and prose >= _LEAST_ARTICLE) and prose < max(told, _LEAST_ARTICLE):
        return Regions((), None, tuple(map(tuple, teasers)))
    own = set(map(id, article))
    kept = [teaser for teaser in teasers if not any(id(run) in own for run in teaser)]
    return Regions(tuple(article), title, tuple(tuple(one) for one in kept if _tells(one)))


def _is_text_of_site(run: Run) -> bool:
    return run.body is not None and run.prose


def _is_dated(run: Run, marks: Marks) -> bool:
    found = marks.find(run.text)
    return found is not None and found[0].role is LayoutRole.LEAD_DATE


def _tells(teaser: Sequence[Run]) -> bool:
    return any(run.prose for run in teaser)


def _in_main(runs: Sequence[Run]) -> list[Run]:
    """Lines within the one `<main>` of a page, if its text is there."""
    mains: dict[Element, list[Run]] = {}
    for run in runs:
        for one in ancestors(run.element):
            if one.tag == "main" or one.get("role") == "main":
                mains.setdefault(one, []).append(run)
                break
    best = max(mains.values(), key=lambda some: sum(len(run.text) for run in some if run.prose), default=[])
    prose = sum(len(run.text) for run in runs if run.prose)
    inside = sum(len(run.text) for run in best if run.prose)
    if not best or inside * 2 < prose:
        return list(runs)
    heads = [run for run in runs[: runs.index(best[0])] if run.heading == 1 or run.label is PageRole.TITLE]
    if heads and not any(run.heading == 1 or run.label is PageRole.TITLE for run in best):
        begin = next(at for at, run in enumerate(runs) if run is heads[-1])
        return [*runs[begin : runs.index(best[0])], *best]
    return list(best)


# ---------------------------------------------------------------------- teasers


def _teasers(runs: Sequence[Run], marks: Marks) -> list[list[Run]]:
    """Lines of each teaser in order: those of elements with that role, else what looks alike and begins with a link."""
    several = _several_articles(runs)
    groups: list[list[Run]] = []

    def box_of(run: Run) -> Element | None:
        if run.item is not None:
            return run.item
        return run.article if run.article in several else None

    for box, some in groupby(runs, key=box_of):
        lines = list(some)
        if box is not None and teaser_title(lines) is not None:
            groups.append(lines)
    taken = {id(run) for group in groups for run in group}
    rest = [run for run in runs if id(run) not in taken]
    alike = _alike(rest)
    order = {id(run): at for at, run in enumerate(runs)}
    return sorted([*groups, *alike, *_below_list_head(rest, alike, marks)], key=lambda group: order[id(group[0])])


def _several_articles(runs: Iterable[Run]) -> frozenset[Element]:
    """Elements `<article>` that are teasers: those beside a larger one, or all, where none is clearly the largest."""
    sizes: dict[Element, int] = {}
    for run in runs:
        if run.article is not None:
            sizes[run.article] = sizes.get(run.article, 0) + (len(run.text) if run.prose else 0)
    ranked = sorted(sizes.items(), key=lambda pair: -pair[1])
    if len(ranked) < _SIBLINGS:
        return frozenset()
    outer = [one for one, _ in ranked if not any(above in sizes for above in list(ancestors(one))[1:])]
    if len(outer) == 1:
        return frozenset(one for one, _ in ranked if one is not outer[0])
    if ranked[0][1] >= _CLEARLY * ranked[1][1]:
        return frozenset(one for one, _ in ranked[1:])
    return frozenset(one for one, _ in ranked)


def teaser_title(lines: Sequence[Run]) -> int | None:
    """Position of a teaser's title: labelled, a heading, or the first line that is a link or bold."""
    for fits in (
        lambda run: run.label is PageRole.TITLE and run.own,
        lambda run: bool(run.heading),
        lambda run: run.label is PageRole.TITLE,
        lambda run: run.linked > _SHARE and run.label is None and len(run.text) > 15,
        lambda run: run.bold and run.label is None and len(run.text) > 15,
    ):
        at = next((at for at, run in enumerate(lines) if fits(run) and len(run.text) <= _LONGEST_TITLE), None)
        if at is not None:
            return at
    return None


def _alike(runs: Sequence[Run]) -> list[list[Run]]:
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
    found: dict[Element, list[Run]] = {}
    for run in heads:
        chain = [one for one in list(ancestors(run.element))[:_HIGHEST] if counts[one] == 1]
        if not chain:
            continue
        box = chain[-1]
        parent = box.getparent()
        if parent is None or counts.get(parent, 0) < _SIBLINGS or box.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            continue
        lines = places[box]
        if any(one.prose for one in lines) and sum(len(one.text) for one in lines) < 1500:
            found[box] = lines
    groups: dict[tuple[Element | None, str], list[list[Run]]] = {}
    for box, lines in found.items():
        groups.setdefault((box.getparent(), box.tag), []).append(lines)
    return [lines for group in groups.values() if len(group) >= _SIBLINGS for lines in group]


def _below_list_head(runs: Sequence[Run], alike: Sequence[Sequence[Run]], marks: Marks) -> list[list[Run]]:
    """Teasers without a box of their own: below a heading of a list, or all over it, title with a link and text."""
    taken = {id(run) for group in alike for run in group}
    begin = next((at for at, run in enumerate(runs) if _is_list_head(run, marks)), None)
    prose = [run for run in runs if run.prose and id(run) not in taken]
    if begin is None:
        linked = [run for run in runs if run.heading > 1 and run.linked > _SHARE and id(run) not in taken]
        if len(linked) < _SIBLINGS + 1 or len(linked) < len(prose) / _SIBLINGS:
            return []
        begin = next(at for at, run in enumerate(runs) if run is linked[0]) - 1
    groups: list[list[Run]] = []
    for run in runs[begin + 1 :]:
        if id(run) in taken:
            continue
        if (run.heading or run.bold or run.label is PageRole.TITLE) and run.linked > _SHARE:
            groups.append([run])
        elif groups:
            groups[-1].append(run)
    return [group for group in groups if _tells(group)]


def _is_list_head(run: Run, marks: Marks) -> bool:
    found = marks.find(run.text)
    return found is not None and found[0].role is LayoutRole.LIST_HEAD and (bool(run.heading) or not run.prose)


# ---------------------------------------------------------------------- article


def _article(
    runs: Sequence[Run], metadata: Metadata, marks: Marks, main_text: Callable[[], frozenset[str]]
) -> tuple[list[Run], int | None]:
    """Lines of the article and the position of its title among them."""
    end = next((at for at, run in enumerate(runs) if at and _is_list_head(run, marks)), len(runs))
    runs = runs[:end] if any(run.prose for run in runs[:end]) else runs
    first, last = _text(runs, main_text)
    if first is None or last is None:
        return [], None
    title = _title(runs, first, last, metadata)
    if title is None:
        return list(runs[first : last + 1]), None
    begin = min(_head(runs, title), first)
    found = list(runs[begin : last + 1])
    return found, title - begin


def _text(runs: Sequence[Run], main_text: Callable[[], frozenset[str]]) -> tuple[int | None, int | None]:
    """First and last line of the element that holds the article."""
    for key in (lambda run: run.article, lambda run: run.body):
        sizes: dict[Element, int] = {}
        for run in runs:
            box = key(run)
            if box is not None:
                sizes[box] = sizes.get(box, 0) + (len(run.text) if run.prose else 0)
        if sizes and max(sizes.values()) >= _LEAST_ARTICLE:
            best = max(sizes, key=sizes.__getitem__)
            return _span(runs, lambda run, box=best, key=key: key(run) is box)  # type: ignore[misc]
    box, share = _densest(runs)
    if box is None:
        return (0, len(runs) - 1) if runs else (None, None)
    if share < _UNSURE or box.tag == "body":
        known = main_text()
        chosen = [run for run in runs if run.prose and run.text in known]
        if chosen:
            narrower, _ = _densest(chosen)
            box = narrower if narrower is not None else box
    held = {id(run) for run in runs if any(one is box for one in ancestors(run.element))}
    return _span(runs, lambda run: id(run) in held)


def _densest(runs: Sequence[Run]) -> tuple[Element | None, float]:
    """Smallest element that holds most of the running text, and the share that it holds."""
    held: dict[Element, int] = {}
    depths: dict[Element, int] = {}
    total = 0
    for run in runs:
        if not run.prose:
            continue
        total += len(run.text)
        chain = list(ancestors(run.element))
        for depth, one in enumerate(reversed(chain)):
            held[one] = held.get(one, 0) + len(run.text)
            depths[one] = depth
    fitting = [one for one, size in held.items() if size >= _SHARE * total and one.tag != "html"]
    if not fitting:
        return None, 0.0
    best = max(fitting, key=depths.__getitem__)
    return best, held[best] / total


def _span(runs: Sequence[Run], fits: Callable[[Run], bool]) -> tuple[int | None, int | None]:
    places = [at for at, run in enumerate(runs) if fits(run)]
    return (places[0], places[-1]) if places else (None, None)


def _title(runs: Sequence[Run], first: int, last: int, metadata: Metadata) -> int | None:
    """Position of the title: labelled, `<h1>`, or worded as the page's metadata; before the text or in it."""
    told = next((at for at in range(first, last + 1) if runs[at].prose and not runs[at].heading), last)
    places = [at for at in range(told + 1) if len(runs[at].text) <= _LONGEST_TITLE]
    wordings = {_folded(title) for title in metadata.titles}
    for fits in (
        lambda run: run.own and run.label is PageRole.TITLE,
        lambda run: run.heading == 1 and _folded(run.text) in wordings,
        lambda run: run.heading == 1 and run.label in (None, PageRole.TITLE),
        lambda run: bool(run.heading) and _folded(run.text) in wordings,
        lambda run: _folded(run.text) in wordings,
        lambda run: run.label is PageRole.TITLE,
        lambda run: run.heading == 2 and run.label is None,  # noqa: PLR2004
    ):
        found = [at for at in places if fits(runs[at])]
        if found:
            return found[-1]
    return None


def _folded(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _head(runs: Sequence[Run], title: int) -> int:
    """Position of the first line of the head: labelled lines right before the title, and what shares a box with it."""
    near = _box_around(runs, title)
    begin = title
    while begin:
        run = runs[begin - 1]
        labelled = run.label in (PageRole.KICKER, PageRole.DATE, PageRole.BYLINE, PageRole.GENRE, PageRole.LEAD)
        beside = near is not None and any(one is near for one in list(ancestors(run.element))[:4])
        if run.prose or not (labelled or beside):
            break
        begin -= 1
    return begin


def _box_around(runs: Sequence[Run], title: int) -> Element | None:
    """The smallest element that holds the title and a line beside it, unless that is the whole page."""
    beside = {one for at in (title - 1, title + 1) if 0 <= at < len(runs) for one in ancestors(runs[at].element)}
    box = next((one for one in list(ancestors(runs[title].element))[1:] if one in beside), None)
    return box if box is not None and box.tag not in ("body", "main", "html") else None
