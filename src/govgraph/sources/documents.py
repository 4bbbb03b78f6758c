"""What is read: the bytes of one document, wherever they lie, and what came with them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NOTHING_TOLD", "Document", "Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """What came with a document beside its bytes: from a server, a feed, a row of a table, front matter, meta tags.

    Every value is None, or empty, where nobody said.

    Attributes:
        url: Address of the article.
        media_type: Such as `text/html`, lower case, without parameters.
        charset: Encoding that a server or a container names.
        title: Headline.
        kicker: Word or place before the headline.
        date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
        authors: Names of the byline.
        language: Language tag, such as `de` or `en-GB`.
        made: Day on which the file was made, as it says itself; believed where nothing else gives a date.
        seen: Day on which it was fetched. Never the date of an article.
    """

    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    title: str | None = None
    kicker: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    made: str | None = None
    seen: str | None = None


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it came.

    Attributes:
        name: Name of the page that is made of it.
        source: Where it came from, as given or found.
        raw: Its bytes. Their digest says whether it has changed, so whatever shapes the page is in them.
        format: Name of a format of `govgraph.sources.formats`.
        told: What came with it.
    """

    name: str
    source: str
    raw: bytes
    format: str
    told: Told = NOTHING_TOLD
