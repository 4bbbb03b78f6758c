"""Pages and their articles, from files or from text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.language.identify import GERMAN, language_of
from govgraph.model.identifiers import BASE, article_iri
from govgraph.model.page import Article, Issue, Page
from govgraph.model.terms import BlockKind, Genre
from govgraph.sources.blocks import build_draft
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits, decode
from govgraph.sources.lines import marks_of, read_lines
from govgraph.sources.loading import load
from govgraph.sources.segment import segment
from govgraph.vocabulary.layouts import Layouts, load_layouts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.sources.blocks import Draft
    from govgraph.sources.documents import Document
    from govgraph.sources.inputs import InputRef
    from govgraph.sources.lines import Line, Marks
    from govgraph.sources.segment import Region

__all__ = ["cleaned", "page_of", "read_document", "read_page", "read_text"]

_SURROGATES = re.compile("[\ud800-\udfff]")
_UNREAD = frozenset({BlockKind.FURNITURE, BlockKind.CREDIT})


def read_page(
    ref: InputRef, *, base: str = BASE, limits: ReadLimits = DEFAULT_LIMITS, layouts: Layouts | None = None
) -> Page:
    """Read one page from its file or from standard input.

    Raises:
        InputError: It is missing, unreadable, empty, binary or larger than the limit.
    """
    return read_document(load(ref, limits), base=base, limits=limits, layouts=layouts)


def read_document(
    document: Document, *, base: str = BASE, limits: ReadLimits = DEFAULT_LIMITS, layouts: Layouts | None = None
) -> Page:
    """Page of a document whose bytes are at hand.

    Raises:
        InputError: It is empty, damaged or larger than the limit.
    """
    text, encoding = decode(document.raw, document.source, limits)
    page = read_text(text, name=document.name, source=document.source, base=base, layouts=layouts)
    issues = list(page.issues)
    if encoding in ("cp1252", "latin-1"):
        message = f"{document.source}: not UTF-8, read as {encoding}; look at its umlauts, or save it as UTF-8"
        issues.insert(0, Issue(document.source, "sources", "warning", "encoding", message))
    longest = _longest_line(page.text)
    if longest > limits.long_line:
        message = (
            f"{document.source}: a line of {longest:,} characters; pages have paragraphs; look whether it is one page"
        )
        issues.insert(0, Issue(document.source, "sources", "note", "long-line", message))
    return replace(
        page,
        sha256=hashlib.sha256(document.raw).hexdigest(),
        encoding=encoding,
        format=document.format,
        issues=tuple(issues),
    )


def read_text(
    text: str, *, name: str = "text", source: str = "-", base: str = BASE, layouts: Layouts | None = None
) -> Page:
    """Take a page apart into its articles. Linear in the length of the text; reads any text without an error.

    The articles' texts are slices of `Page.text`, which is the text with line ends as a line feed (and lone surrogates
    replaced, one for one). What stands between two articles belongs to the one before, what stands at the top to the
    first. A teaser that is set into an article is an article of its own, and furniture in the other.

    Articles that are not German are articles too; their language says so, and nothing is read from them. A page
    without a readable line has no articles.
    """
    text = cleaned(text)
    marks = marks_of(layouts or load_layouts())
    lines = read_lines(text, marks)
    drafts = _drafts(lines, segment(lines, marks), marks)
    return page_of(drafts, text, name=name, source=source, base=base, layouts=marks.layouts)


def cleaned(text: str) -> str:
    """Text with line ends as a line feed, and lone surrogates replaced one for one."""
    return _SURROGATES.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def page_of(drafts: Sequence[Draft], text: str, *, name: str, source: str, base: str, layouts: Layouts) -> Page:  # noqa: PLR0913
    """Page of articles that were taken apart; `text` is what the offsets of their lines count in."""
    frequent = layouts.frequent_words()
    whole = language_of(text, frequent)
    articles = [(_article(draft, text, base, _Language(frequent, whole)), draft) for draft in drafts]
    issues: list[Issue] = []
    if articles:
        issues += _foreign([article for article, _ in articles], source)
    elif whole not in (None, GERMAN):
        issues.append(Issue(source, "sources", "warning", "not-german", f"{source}: not German ({whole}); not read"))
    else:
        message = f"{source}: no article found; give the page's text with its headline"
        issues.append(Issue(source, "sources", "warning", "no-article", message))
    issues += _dateless(articles, source)
    return Page(
        name=name,
        source=source,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        encoding="utf-8",
        articles=tuple(
            replace(article, page=name, source=source, index=index) for index, (article, _) in enumerate(articles)
        ),
        issues=tuple(issues),
    )


def _drafts(lines: list[Line], regions: list[Region], marks: Marks) -> list[Draft]:
    """Articles in order. A stretch without a word of an article is furniture of the next one, or of the last."""
    drafts: list[Draft] = []
    read: list[Region] = []
    left: int | None = None
    reach = 0
    for region in regions:
        inset, reach = region.last <= reach, max(reach, region.last)
        whole = region
        if left is not None:
            whole = replace(region, first=left, holes=((left, region.first), *region.holes))
        draft = build_draft(lines, whole, marks)
        if draft.readable:
            drafts.append(draft)
            read.append(whole)
            left = None
        elif not inset:
            left = whole.first
    if left is not None and read:
        number = max(range(len(read)), key=lambda place: read[place].last)
        last = read[number]
        drafts[number] = build_draft(
            lines, replace(last, last=len(lines), holes=(*last.holes, (last.last, len(lines)))), marks
        )
    return drafts


def _longest_line(text: str) -> int:
    longest, start = 0, 0
    while True:
        end = text.find("\n", start)
        longest = max(longest, (len(text) if end < 0 else end) - start)
        if end < 0:
            return longest
        start = end + 1


@dataclass(frozen=True, slots=True)
class _Language:
    """What tells languages apart, and the language of the whole page."""

    frequent: Mapping[str, frozenset[str]]
    whole: str | None

    def of(self, draft: Draft, readable: str) -> str:
        """Language of an article; what is too short to tell is in that of its page, and German in doubt."""
        return language_of(readable, self.frequent, draft.language) or self.whole or GERMAN


def _foreign(articles: Sequence[Article], source: str) -> Iterator[Issue]:
    """What is said of articles in other languages: once if the whole page is."""
    others = [one for one in articles if one.language != GERMAN]
    kept = "title, date, authors and address are kept, nothing else is read"
    if others and len(others) == len(articles):
        tags = ", ".join(sorted({one.language for one in others}))
        yield Issue(source, "sources", "warning", "not-german", f"{source}: not German ({tags}); {kept}")
        return
    for one in others:
        message = f"{source}: {one.title!r} is not German ({one.language}); its {kept}"
        yield Issue(source, "sources", "note", "article-not-german", message)


def _article(draft: Draft, text: str, base: str, language: _Language) -> Article:
    start, end = draft.lines[0].start, draft.lines[-1].end
    blocks = draft.blocks(start)
    own = text[start:end]
    # Furniture differs from page to page, so that it must not make one article two.
    readable = "\n".join(own[block.start : block.end] for block in blocks if block.kind not in _UNREAD)
    return Article(
        id=article_iri(draft.date, draft.title, readable, base=base),
        page="",
        source="",
        index=0,
        text=own,
        start=start,
        title=draft.title,
        kicker=draft.kicker,
        date=draft.date,
        genre=draft.genre or Genre.NEWS,
        authors=tuple(draft.authors),
        blocks=blocks,
        url=draft.url,
        language=language.of(draft, readable),
    )


def _dateless(articles: list[tuple[Article, Draft]], source: str) -> Iterator[Issue]:
    for article, draft in articles:
        if article.date is None:
            seen = (
                f" but for {draft.page_date} in the page's head, which is the day of the visit"
                if draft.page_date
                else ""
            )
            message = f"{source}: no date at {article.title!r}{seen}; offices in it are known to hold on no day"
            yield Issue(source, "sources", "note", "no-date", message)
