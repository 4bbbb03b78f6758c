"""What the sources hand on: pages and the articles on them."""

from __future__ import annotations

from dataclasses import dataclass

from govgraph.model.terms import BlockKind, Genre


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text with one function.

    Attributes:
        kind: What the stretch is.
        start: First code point, counted in `Article.text`.
        end: One past the last code point.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page.

    `text` is a verbatim, contiguous slice of the page's decoded text: `page_text[start:start + len(text)] == text`.
    Blocks are sorted, do not overlap, and cover every character that is not white space.

    Attributes:
        id: IRI of the article, made of its date, title and text alone.
        page: Name of the page (file name without suffix).
        source: Where the page came from (path as given, or URL).
        index: Position on the page, from 0.
        text: The article's own words, furniture included.
        start: Offset of `text` in the page's text, in code points.
        title: Headline without its kicker.
        kicker: Word or place set before the headline, or None.
        date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as precise as the page says, or None.
        genre: Kind of article.
        authors: Names in the byline.
        blocks: Functions of the stretches of `text`.
        url: Canonical address, if the page gives one.
        language: Tag of BCP 47; of an article in a language that no reader knows, nothing but its metadata is kept.
    """

    id: str
    page: str
    source: str
    index: int
    text: str
    start: int
    title: str
    kicker: str | None
    date: str | None
    genre: Genre
    authors: tuple[str, ...]
    blocks: tuple[Block, ...]
    url: str | None = None
    language: str = "de"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a stage could not do, or did with a doubt: one line of `issues.jsonl`.

    Attributes:
        source: Input that it concerns, as given.
        stage: Stage that noticed it (`sources`, `extract`, `resolve`, `rdf`, `validate`).
        level: `error` (nothing was read) or `warning` (read, with a doubt) or `note`.
        code: Stable short name, for filtering.
        message: One line: what was found, what is allowed, what to do.
    """

    source: str
    stage: str
    level: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its decoded text and the articles found on it.

    Attributes:
        name: File name without suffix; names the record.
        source: Path or URL as given.
        text: Decoded text, line ends normalised to a line feed, otherwise verbatim.
        sha256: Digest of the raw bytes, hexadecimal.
        encoding: Encoding that the bytes were decoded with.
        articles: Articles in the order of the page.
        issues: Doubts met while reading.
        format: Format that it was read as, such as `text` or `html`.
        layout: Name of the layout profile that fitted, or None.
        told: For each article the names of those of its values that came with it (from a table, front matter, a feed,
            tags) and were not found in its text.
    """

    name: str
    source: str
    text: str
    sha256: str
    encoding: str
    articles: tuple[Article, ...]
    issues: tuple[Issue, ...] = ()
    format: str = "text"
    layout: str | None = None
    told: tuple[tuple[str, ...], ...] = ()
