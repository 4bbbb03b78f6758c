"""Pages and their articles, from files or from text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from govgraph.errors import InputError
from govgraph.language.identify import GERMAN, language_of
from govgraph.model.identifiers import BASE, article_iri
from govgraph.model.page import Article, Issue, Page
from govgraph.model.terms import BlockKind, Genre
from govgraph.sources.blocks import build_draft
from govgraph.sources.dates import DateRank, is_no_day, read_date
from govgraph.sources.decode import (
    DEFAULT_LIMITS,
    ReadLimits,
    check_size,
    decode,
    doubts_about_encoding,
    doubts_about_letters,
    mended,
)
from govgraph.sources.documents import NOTHING_TOLD, Document, Told
from govgraph.sources.formats import FORMATS, HTML, MAIL, MARKDOWN, format_of, misnamed
from govgraph.sources.lines import marks_of, read_lines
from govgraph.sources.loading import load
from govgraph.sources.readers import reader_of
from govgraph.sources.segment import edition_day, segment
from govgraph.vocabulary.layouts import LayoutRole, Layouts, load_layouts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from govgraph.sources.blocks import Draft
    from govgraph.sources.inputs import InputRef
    from govgraph.sources.lines import Line, Marks
    from govgraph.sources.segment import Region

__all__ = [
    "cleaned",
    "page_of",
    "read_dated",
    "read_document",
    "read_page",
    "read_plain",
    "read_string",
    "read_text",
]

FORMAT_NAMES = frozenset(one.name for one in FORMATS)
_SURROGATES = re.compile("[\ud800-\udfff]")
_A_DAY = len("2024-01-31")
_MARKED_UP = (HTML, MAIL, MARKDOWN)
_FRAGMENT = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|main|article|section|div|header|nav|p|h[1-6])\b", re.I | re.S
)
"""How a piece of HTML begins that is no whole page: „<article>“."""
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
        InputError: It is empty, damaged, larger than the limit, or of a format that is not read here.
    """
    check_size(document.raw, document.source, limits)
    page = reader_of(document)(document, base=base, limits=limits, layouts=layouts)
    longest = _longest_line(page.text)
    issues = page.issues
    if longest > limits.long_line:
        message = (
            f"{document.source}: a line of {longest:,} characters; pages have paragraphs; look whether it is one page"
        )
        issues = (Issue(document.source, "sources", "note", "long-line", message), *issues)
    promised = misnamed(document.source, document.format) if document.told.media_type is None else None
    if promised is not None and document.format in FORMAT_NAMES:
        ending, name = promised.suffixes[0], promised.name.upper()
        if all(block.kind is BlockKind.TITLE for article in page.articles for block in article.blocks):
            raise InputError(f"{document.source}: damaged, no {name} nor an article in plain text; save it again")
        message = f"{document.source}: ends in {ending} but is no {name}; read as {document.format}"
        issues = (Issue(document.source, "sources", "warning", "misnamed", message), *issues)
    own = page.format if document.format not in FORMAT_NAMES else document.format
    return replace(page, sha256=hashlib.sha256(document.raw).hexdigest(), format=own, issues=issues)


def read_plain(
    document: Document, *, base: str = BASE, limits: ReadLimits = DEFAULT_LIMITS, layouts: Layouts | None = None
) -> Page:
    """Page of a document of plain text.

    Raises:
        InputError: It is empty, binary or damaged.
    """
    text, encoding = decode(document.raw, document.source, limits, document.told.charset)
    page = read_text(text, name=document.name, source=document.source, base=base, layouts=layouts, told=document.told)
    doubts = doubts_about_encoding(encoding, document.source, document.told.charset)
    return replace(page, encoding=encoding, issues=(*doubts, *page.issues))


def read_string(text: str, *, base: str = BASE, layouts: Layouts | None = None) -> Page:
    """Page of a string that is at hand: HTML, a mail or Markdown with front matter by its beginning, else plain text.

    Raises:
        InputError: It is a mail or page that is empty or damaged.
    """
    raw = text.encode("utf-8", "replace")
    found = HTML if _FRAGMENT.match(text) else format_of("", raw)
    if found not in _MARKED_UP:
        return read_text(text, base=base, layouts=layouts)
    return read_document(Document("text", "-", raw, found.name, Told(charset="utf-8")), base=base, layouts=layouts)


def read_text(  # noqa: PLR0913 - what is said of a page beside its text
    text: str,
    *,
    name: str = "text",
    source: str = "-",
    base: str = BASE,
    layouts: Layouts | None = None,
    told: Told = NOTHING_TOLD,
) -> Page:
    """Take a page apart into its articles. Linear in the length of the text; reads any text without an error.

    The articles' texts are slices of `Page.text`, which is the text with line ends as a line feed and umlauts as one
    character (and lone surrogates replaced, one for one). What stands between two articles belongs to the one before,
    what stands at the top to the first. A teaser that is set into an article is an article of its own, and furniture in
    the other.

    What was told holds for a page with one article; of several articles nobody knows which was meant.

    Articles that are not German are articles too; their language says so, and nothing is read from them. A page
    without a readable line has no articles.
    """
    doubts = doubts_about_letters(text, source)
    text = cleaned(text)
    marks = marks_of(layouts or load_layouts())
    lines = read_lines(text, marks)
    drafts = _drafts(lines, segment(lines, marks), marks)
    day = edition_day(lines)
    for draft in drafts:
        draft.add_date(DateRank.ISSUE, day)
    if len(drafts) == 1:
        drafts[0].take(told)
    page = page_of(drafts, text, name=name, source=source, base=base, layouts=marks.layouts)
    return replace(page, issues=(*doubts, *page.issues))


def read_dated(read: Callable[[Told], Page], document: Document, made: str | None) -> Page:
    """Page of a file that says when it was made; that is believed where nothing else gives a date, and noted.

    Args:
        read: Makes the page from what is told.
        document: The file.
        made: Day on which it was made, as it says itself.
    """
    page = read(document.told)
    if made is None or [article.date for article in page.articles] != [None]:
        return page
    dated = read(replace(document.told, made=made))
    source = document.source
    message = f"{source}: no date in its text; dated {made}, when the file was made"
    return replace(dated, issues=(Issue(source, "sources", "note", "date-of-file", message), *dated.issues))


def cleaned(text: str) -> str:
    """Text with line ends as a line feed, letters composed with their marks, lone surrogates replaced one for one."""
    return composed(_SURROGATES.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


def composed(text: str) -> str:
    """Text with each letter as one character (NFC), be it of two, as Macs write umlauts, or encoded twice."""
    return unicodedata.normalize("NFC", mended(text))


def page_of(drafts: Sequence[Draft], text: str, *, name: str, source: str, base: str, layouts: Layouts) -> Page:  # noqa: PLR0913
    """Page of articles that were taken apart; `text` is what the offsets of their lines count in."""
    language = _Language(layouts.frequent_words(), text)
    articles = [(_article(draft, text, base, language), draft) for draft in drafts]
    issues: list[Issue] = []
    if articles:
        issues += _foreign([article for article, _ in articles], source)
    elif language.whole not in (None, GERMAN):
        message = f"{source}: not German ({language.whole}); not read"
        issues.append(Issue(source, "sources", "warning", "not-german", message))
    else:
        message = f"{source}: no article found; give the page's text with its headline"
        issues.append(Issue(source, "sources", "warning", "no-article", message))
    issues += _dateless(articles, source)
    issues += _of_many_days(articles, source)
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
        told=tuple(draft.as_told for draft in drafts),
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
    while left is not None and read:
        number = max(range(len(read)), key=lambda place: read[place].last)
        last = read[number]
        draft = build_draft(lines, replace(last, last=len(lines), holes=(*last.holes, (last.last, len(lines)))), marks)
        if draft.readable:
            drafts[number] = draft
            break
        # the end of an advertisement shows what it was that looked like an article
        del drafts[number], read[number]
    return drafts


def _longest_line(text: str) -> int:
    longest, start = 0, 0
    while True:
        end = text.find("\n", start)
        longest = max(longest, (len(text) if end < 0 else end) - start)
        if end < 0:
            return longest
        start = end + 1


@dataclass(frozen=True)
class _Language:
    """What tells languages apart, and the text of the whole page."""

    frequent: Mapping[str, frozenset[str]]
    text: str

    @cached_property
    def whole(self) -> str | None:
        """Language of the whole page; most pages have none but articles that tell their own."""
        return language_of(self.text, self.frequent)

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
    title = composed(draft.title)
    blocks = draft.blocks(start)
    own = text[start:end]
    # Furniture differs from page to page, so that it must not make one article two.
    readable = "\n".join(own[block.start : block.end] for block in blocks if block.kind not in _UNREAD)
    return Article(
        id=article_iri(draft.date, title, readable, base=base),
        page="",
        source="",
        index=0,
        text=own,
        start=start,
        title=title,
        kicker=draft.kicker and composed(draft.kicker),
        date=draft.date,
        genre=draft.genre or Genre.NEWS,
        authors=tuple(map(composed, draft.authors)),
        blocks=blocks,
        url=draft.url,
        language=language.of(draft, readable),
    )


def _days(draft: Draft) -> frozenset[str]:
    """Days that stand at the beginning of a paragraph, or alone above one; after a place it is told of as a rule."""
    lines = draft.lines
    heads = [
        line
        for at, line in enumerate(lines)
        if draft.kinds.get(at) is not BlockKind.FURNITURE
        and (
            (line.role is LayoutRole.LEAD_DATE and not line.group("place"))
            or (line.role is LayoutRole.DATE_LINE and at + 1 < len(lines) and lines[at + 1].role is None)
        )
    ]
    days = (read_date(line.group("date") or "") for line in heads)
    return frozenset(day for day in days if day and len(day) == _A_DAY)


def _of_many_days(articles: list[tuple[Article, Draft]], source: str) -> Iterator[Issue]:
    """What may be several articles: statements of all would be of the day of the first."""
    for article, draft in articles:
        days = _days(draft)
        if len(days) > 1:
            message = (
                f"{source}: {len(days)} dates head paragraphs of {article.title!r}; look whether it is one article, "
                "for all in it is read as of one day"
            )
            yield Issue(source, "sources", "warning", "several-dates", message)


def _dateless(articles: list[tuple[Article, Draft]], source: str) -> Iterator[Issue]:
    for article, draft in articles:
        if article.date is None:
            written = (line.group("date") for line in draft.lines)
            unreal = next((words for words in written if words and is_no_day(words)), None)
            if unreal:
                message = f"{source}: {unreal} at {article.title!r} is no day of the calendar; correct the date"
                yield Issue(source, "sources", "warning", "impossible-date", message)
                continue
            seen = (
                f" but for {draft.page_date} in the page's head, which is the day of the visit"
                if draft.page_date
                else ""
            )
            message = f"{source}: no date at {article.title!r}{seen}; offices in it are known to hold on no day"
            yield Issue(source, "sources", "note", "no-date", message)
