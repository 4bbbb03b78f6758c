"""One HTML document to its page."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import trafilatura

from govgraph.errors import InputError
from govgraph.model.identifiers import BASE
from govgraph.model.page import Issue, Page
from govgraph.sources.heads import divider
from govgraph.sources.html.articles import article_sketch, teaser_sketch
from govgraph.sources.html.boxes import without_boxes
from govgraph.sources.html.days import is_issue, issue_day, issue_month
from govgraph.sources.html.decoding import decode_html, is_no_page
from govgraph.sources.html.embedded import embedded_articles
from govgraph.sources.html.endings import signed_below
from govgraph.sources.html.insets import keep_insets
from govgraph.sources.html.introduced import join_cells, mark_introduced
from govgraph.sources.html.metadata import read_metadata
from govgraph.sources.html.pairs import join_pairs
from govgraph.sources.html.pieces import Showing, whole_pieces
from govgraph.sources.html.regions import find_regions
from govgraph.sources.html.runs import read_runs
from govgraph.sources.html.selecting import profiles_of
from govgraph.sources.html.teasers import teaser_title
from govgraph.sources.html.tree import clean, parse_html
from govgraph.sources.html.wrapped import join_wrapped
from govgraph.sources.lines import marks_of
from govgraph.sources.sketches import Sketch, read_sketches
from govgraph.vocabulary.layouts import Layouts, load_layouts
from govgraph.vocabulary.pages import PageRole

if TYPE_CHECKING:
    from govgraph.sources.decode import ReadLimits
    from govgraph.sources.documents import Document
    from govgraph.sources.html.tree import Element, Scripts

__all__ = ["read_html"]

_LARGEST_FOR_EXTRACTOR = 2_000_000
_LONGEST_SECTION = 2


def read_html(
    document: Document, *, base: str = BASE, limits: ReadLimits | None = None, layouts: Layouts | None = None
) -> Page:
    """Page of an HTML document. Reads any text without an error; what is broken is an issue of the page.

    The page's text is that of its articles and teasers, without navigation, advertisements and links to other pages.
    Nothing is refused for its size here: `limits` is there since all readers are called alike.

    Raises:
        InputError: It is binary.
    """
    if is_no_page(document.raw):
        raise InputError(f"{document.source}: binary content, but no HTML; save it anew, or give its text")
    layouts = layouts or load_layouts()
    decoded = decode_html(document.raw, document.told.charset)
    root, scripts = parse_html(decoded.text)
    sketches: list[Sketch] = []
    layout = None
    if root is not None:
        sketches, layout = _sketches(root, scripts, document, layouts)
    page = read_sketches(sketches, name=document.name, source=document.source, base=base, layouts=layouts)
    issues = list(page.issues)
    if decoded.said is not None:
        message = f"{document.source}: calls itself {decoded.said}, read as {decoded.encoding}; look at its umlauts"
        issues.insert(0, Issue(document.source, "sources", "note", "encoding", message))
    if decoded.broken:
        message = f"{document.source}: {decoded.broken:,} characters are damaged; look whether names are whole"
        issues.insert(0, Issue(document.source, "sources", "warning", "damaged", message))
    return replace(
        page,
        sha256=hashlib.sha256(document.raw).hexdigest(),
        encoding=decoded.encoding,
        format=document.format,
        layout=layout,
        issues=tuple(issues),
    )


def _sketches(root: Element, scripts: Scripts, document: Document, layouts: Layouts) -> tuple[list[Sketch], str | None]:
    """Sketches of the article and the teasers of a page, and the name of its profile."""
    marks = marks_of(layouts)
    metadata = read_metadata(root, scripts, document.told)
    kept = embedded_articles(scripts.state)
    roles = profiles_of(layouts).roles(root, metadata.hosts)
    lines, links = read_runs(root, roles)
    metadata = replace(metadata, menu=frozenset(words for words in links if len(words.split()) <= _LONGEST_SECTION))
    keep_insets(lines, marks)
    runs = without_boxes(join_pairs(join_wrapped(lines)), marks)
    mark_introduced(runs)
    join_cells(runs, layouts)
    metadata = replace(metadata, issue=issue_month(metadata.titles, runs))
    regions = find_regions(runs, metadata, marks, lambda: _main_text(root))
    titled = [(teaser, at) for teaser in regions.teasers if (at := teaser_title(teaser)) is not None]
    issue = is_issue(metadata.titles, runs)
    whole = whole_pieces([teaser for teaser, _ in titled], issue=issue, alone=not regions.article)
    pieces = [teaser for (teaser, _), told in zip(titled, whole, strict=True) if told or not regions.article]
    day = issue_day(runs, pieces, marks) or ((metadata.date or metadata.issue) if issue else None)
    if day is not None and regions.article:
        metadata = replace(metadata, issue=day)
    found: list[Sketch] = []
    if regions.article and not regions.teasers:
        metadata = replace(metadata, signed=signed_below(runs, regions.article[-1], marks))
    if regions.article:
        found.append(
            article_sketch(regions, metadata, marks, kept=kept, links=links, told=document.told, layout=roles.layout)
        )
    # where kickers have lines of their own, what stands before a colon belongs to its title
    apart = any(run.label is PageRole.KICKER for teaser, _ in titled for run in teaser)
    habit = None if apart else divider([one[at].text for one, at in titled], layouts)
    for (teaser, at), told in zip(titled, whole, strict=True):
        shown = Showing(habit=habit, day=day if told or not regions.article else None, whole=told)
        found.append(teaser_sketch(teaser, at, metadata, marks, kept=kept, layout=roles.layout, shown=shown))
    return found, roles.layout.name if roles.layout else None


def _main_text(root: Element) -> frozenset[str]:
    """Lines that trafilatura takes for the text of a page."""
    if sum(map(len, root.itertext())) > _LARGEST_FOR_EXTRACTOR:
        return frozenset()
    text = trafilatura.extract(root, include_comments=False, include_tables=True, favor_recall=True)
    return frozenset(clean(line).removeprefix("- ") for line in (text or "").split("\n") if line.strip())
