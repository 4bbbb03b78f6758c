"""Pages whose structure a format gives, wholly or in part: HTML, rows of a table, items of a feed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.model.identifiers import BASE
from govgraph.model.terms import BlockKind, Genre
from govgraph.sources.blocks import build_given
from govgraph.sources.decode import doubts_about_letters
from govgraph.sources.documents import NOTHING_TOLD, Told
from govgraph.sources.lines import bare_lines, marked, marks_of
from govgraph.sources.pages import cleaned, page_of
from govgraph.vocabulary.layouts import Layouts, load_layouts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.model.page import Page
    from govgraph.sources.blocks import Draft
    from govgraph.sources.lines import Line

__all__ = ["Piece", "Sketch", "read_sketches"]

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article that stands apart: a headline, a paragraph, an item of a list, a caption.

    Attributes:
        text: Its words. A line feed in it ends a line; other white space is kept as it is.
        kind: What it is, or None to be decided by marks of layouts and by its place.
    """

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article as a format gives it.

    Attributes:
        pieces: In the order of reading. Furniture may be among them, so that it can be looked up, or left out.
        told: What is known of it.
        teaser: Whether it only points at an article.
        genre: What the format says that it is, or None.
        release: Whether it is a press release, which has no byline and whose headings make no report of it.
        whole: Whether its title is the whole line, so that what stands before a colon in it is no kicker.
    """

    pieces: tuple[Piece, ...]
    told: Told = NOTHING_TOLD
    teaser: bool = False
    genre: Genre | None = None
    release: bool = False
    whole: bool = False


def read_sketches(
    sketches: Sequence[Sketch], *, name: str, source: str, base: str = BASE, layouts: Layouts | None = None
) -> Page:
    """Page of articles whose structure is known.

    The page's text is that of the pieces with an empty line between them. Kinds, title, date, byline and genre that
    nobody gave are found as in a page of plain text. A sketch without a readable word makes no article.
    """
    marks = marks_of(layouts or load_layouts())
    texts: list[str] = []
    drafts: list[Draft] = []
    offset = 0
    for sketch in sketches:
        lines: list[Line] = []
        given: dict[int, BlockKind] = {}
        for piece in sketch.pieces:
            text = cleaned(piece.text).strip()
            if not text:
                continue
            for line in bare_lines(text):
                if piece.kind is not None:
                    given[len(lines)] = piece.kind
                lines.append(marked(line.moved(offset), marks))
            texts.append(text)
            offset += len(text) + len(_BETWEEN)
        if not lines:
            continue
        draft = build_given(lines, marks, given, sketch)
        if draft.readable:
            drafts.append(draft)
    page = page_of(drafts, _BETWEEN.join(texts), name=name, source=source, base=base, layouts=marks.layouts)
    given_text = "\n".join(piece.text for sketch in sketches for piece in sketch.pieces)
    return replace(page, issues=(*doubts_about_letters(given_text, source), *page.issues))
