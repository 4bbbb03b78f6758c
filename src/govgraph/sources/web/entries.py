"""Entries of feeds as documents: what a feed itself says of a page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govgraph.errors import InputError
from govgraph.model.terms import BlockKind
from govgraph.sources.documents import Document, Told
from govgraph.sources.formats import ENTRY
from govgraph.sources.lines import Marks, marks_of
from govgraph.sources.sketches import Piece, Sketch, read_sketches
from govgraph.sources.web.fragments import Block, blocks_of, linked_blocks
from govgraph.vocabulary.layouts import LayoutRole, Layouts, load_layouts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.model.page import Page
    from govgraph.sources.decode import ReadLimits

__all__ = ["Entry", "entry_bytes", "plain", "read_entry"]

_KINDS: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "figcaption": BlockKind.CAPTION,
}
_ELSEWHERE: Final = (LayoutRole.LINKS, LayoutRole.LIST_HEAD)
_MOSTLY: Final = 0.8


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed.

    Attributes:
        key: Names it within the feed.
        url: Address of its page, or None.
        title: Headline as plain text, or empty.
        date: `YYYY-MM-DD`, or None.
        authors: Names.
        language: Language tag, or None.
        content: HTML, or empty.
        teaser: Whether the content is only a summary.
        state: Says, with the rest, whether the page has changed.
    """

    key: str
    url: str | None
    title: str
    date: str | None
    authors: tuple[str, ...]
    language: str | None
    content: str
    teaser: bool
    state: str = ""

    @property
    def told(self) -> Told:
        """What it says of its page."""
        return Told(
            url=self.url,
            title=self.title or None,
            date=self.date,
            authors=self.authors,
            language=self.language,
        )


def plain(markup: str) -> str:
    """Words of HTML on one line."""
    return " ".join(words for _, words in blocks_of(markup))


def entry_bytes(entry: Entry) -> bytes:
    """An entry as the bytes of a document: all that shapes its page, and nothing else."""
    shape = {
        "url": entry.url,
        "title": entry.title,
        "date": entry.date,
        "authors": entry.authors,
        "language": entry.language,
        "content": entry.content,
        "teaser": entry.teaser,
    }
    return ENTRY.magic[0] + json.dumps(shape, sort_keys=True, separators=(",", ":")).encode("ascii") + b"}\n"


def read_entry(document: Document, *, base: str, limits: ReadLimits, layouts: Layouts | None) -> Page:
    """Page of an entry: its title and its words, read as a teaser if these are only a summary.

    Raises:
        InputError: It is damaged, or has no words.
    """
    try:
        shape = json.loads(document.raw)["entry"]
        told = Told(
            url=shape["url"],
            title=shape["title"] or None,
            date=shape["date"],
            authors=tuple(shape["authors"]),
            language=shape["language"],
        )
        blocks = linked_blocks(shape["content"])
        teaser = bool(shape["teaser"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{document.source}: no entry of a feed; fetch the feed again") from error
    if not blocks and not told.title:
        raise InputError(f"{document.source}: empty; the feed says nothing of this page")
    if blocks and told.title and blocks[0].words == told.title:
        del blocks[0]
    pieces = [Piece(told.title, BlockKind.TITLE)] if told.title else []
    pieces += _pieces(blocks, marks_of(layouts or load_layouts()))
    return read_sketches(
        [Sketch(tuple(pieces), told, teaser=teaser)],
        name=document.name,
        source=document.source,
        base=base,
        layouts=layouts,
    )


def _pieces(blocks: Sequence[Block], marks: Marks) -> Iterator[Piece]:
    """Pieces of the blocks of an entry; links below "Ähnliche Beiträge" point at other articles, and are no text."""
    elsewhere = False
    for block in blocks:
        found = marks.find(block.words)
        if found is not None and found[0].role in _ELSEWHERE:
            elsewhere = True
        elif elsewhere and block.linked < _MOSTLY:
            elsewhere = False
        yield Piece(block.words, BlockKind.FURNITURE if elsewhere else _KINDS.get(block.name))
