"""Markdown, with what front matter says of the article. Marks are taken out; offsets count in what is left."""

from __future__ import annotations

import html
import re
import tomllib
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import yaml
from markdown_it import MarkdownIt

from govgraph.errors import InputError
from govgraph.model.identifiers import BASE
from govgraph.model.page import Issue, Page
from govgraph.model.terms import BlockKind
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits, decode, doubts_about_encoding
from govgraph.sources.documents import NOTHING_TOLD, Told
from govgraph.sources.keys import doubt_about_date, named_values
from govgraph.sources.lines import marks_of
from govgraph.sources.pages import read_text
from govgraph.sources.sketches import Piece, Sketch, read_sketches
from govgraph.vocabulary.layouts import LayoutRole, Layouts, load_layouts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from govgraph.sources.documents import Document
    from govgraph.sources.lines import Marks

__all__ = ["read_markdown"]

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST_FRONT = 100_000
_MOST_CHARACTERS = 2_000_000
_LONG = 45
# no text has it, since line ends are line feeds by now
_SOFT = "\r"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_HIDDEN = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}


def read_markdown(
    document: Document, *, base: str = BASE, limits: ReadLimits = DEFAULT_LIMITS, layouts: Layouts | None = None
) -> Page:
    """Page of a Markdown document.

    Its title is that of the front matter, else the only heading of the first level. Where neither is there, or several
    texts begin with a date in brackets, it is read as plain text. Several headings of the first level head an article
    each. Code is left out.

    Raises:
        InputError: It is empty, binary, damaged or too long.
    """
    text, encoding = decode(document.raw, document.source, limits, document.told.charset)
    if len(text) > _MOST_CHARACTERS:
        raise InputError(
            f"{document.source}: {len(text):,} characters; a page in Markdown may have {_MOST_CHARACTERS:,}; divide it"
        )
    told, body, issues = _front_matter(text, document)
    marks = marks_of(layouts or load_layouts())
    pieces = list(_pieces(MarkdownIt("commonmark").enable("table").parse(body), marks))
    page = _read(pieces, told, document, base=base, marks=marks)
    doubts = (*issues, *doubts_about_encoding(encoding, document.source, document.told.charset))
    return replace(page, encoding=encoding, issues=(*doubts, *page.issues))


def _read(pieces: Sequence[Piece], told: Told, document: Document, *, base: str, marks: Marks) -> Page:
    name, source = document.name, document.source
    titles = [at for at, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE]
    dates = sum(_is_dated(piece, marks) for piece in pieces)
    if dates > max(1, len(titles)) or not (titles or told.title):
        plain = "\n\n".join(piece.text for piece in pieces)
        return read_text(plain, name=name, source=source, base=base, layouts=marks.layouts, told=told)
    sketches = [Sketch(tuple(pieces), told)]
    if len(titles) > 1:
        bounds = [0, *titles[1:], len(pieces)]
        sketches = [
            Sketch(tuple(pieces[first:last]), replace(NOTHING_TOLD, language=told.language))
            for first, last in pairwise(bounds)
        ]
    elif not titles and told.title is not None:
        sketches = [Sketch((Piece(told.title, BlockKind.TITLE), *pieces), told)]
    return read_sketches(sketches, name=name, source=source, base=base, layouts=marks.layouts)


def _is_dated(piece: Piece, marks: Marks) -> bool:
    found = marks.find(piece.text.partition("\n")[0])
    if found is None or found[0].role is not LayoutRole.LEAD_DATE:
        return False
    return "bracket" in found[1].re.groupindex and bool(found[1]["bracket"])


def _front_matter(text: str, document: Document) -> tuple[Told, str, tuple[Issue, ...]]:
    """What front matter tells, the text below it, and what is wrong with it."""
    told = document.told
    first, _, rest = text.lstrip("\ufeff").partition("\n")
    fence = first.rstrip()
    if fence not in _FENCES:
        return told, text, ()
    head, end = _closed(rest[:_LONGEST_FRONT], _FENCES[fence])
    if end < 0:
        return told, text, ()
    try:
        values = _values(head, fence)
    except (ValueError, yaml.YAMLError, RecursionError, AttributeError, TypeError) as error:
        words = " ".join(str(error).split())[:200]
        message = f"{document.source}: front matter that cannot be read ({words}); what it says is not known"
        return told, rest[end:], (Issue(document.source, "sources", "warning", "front-matter", message),)
    if not isinstance(values, dict):
        return told, text, ()
    said = named_values(values)
    given = {name: value for name in _TOLD if (value := getattr(said.told, name))}
    doubts = (doubt_about_date(said.undated, document.source, document.source),) if said.undated else ()
    return replace(told, **given), rest[end:], doubts


_TOLD = ("url", "title", "kicker", "date", "authors", "language")


def _values(head: str, fence: str) -> Any:
    if fence == "+++":
        return tomllib.loads(head)
    # aliases make a short text a huge value, and no front matter has use for them
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(head, Loader=yaml.SafeLoader)):
        raise ValueError("aliases are not allowed in it")
    return yaml.safe_load(head)


def _closed(rest: str, fences: Sequence[str]) -> tuple[str, int]:
    """Front matter, and where the text after it begins; -1 if it is not closed."""
    offset = 0
    for line in rest.splitlines(keepends=True):
        if line.rstrip() in fences:
            return rest[:offset], offset + len(line)
        offset += len(line)
    return "", -1


def _pieces(tokens: Sequence[Token], marks: Marks) -> Iterator[Piece]:
    heading = ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield Piece(" · ".join(cell for cell in cells or () if cell))
            cells = None
        elif token.type == "html_block":
            yield Piece(html.unescape(_without_tags(token.content)))
        elif token.type == "inline":
            words = _words(token.children or ())
            if cells is not None:
                cells.append(" ".join(words.split()))
            elif heading:
                kind = BlockKind.TITLE if heading == "h1" else BlockKind.HEADING
                yield Piece(" ".join(words.split()), kind)
            else:
                yield Piece(_joined(words, marks), BlockKind.CAPTION if _is_picture(token) else None)


def _joined(words: str, marks: Marks) -> str:
    """Lines of a paragraph as one, which they are in Markdown.

    People who save a page of plain text under this name mean lines to stay, so a short line is not joined with one that
    begins in capitals, and none with a line that has a mark of a layout.
    """
    written = ""
    last = 0
    for line in words.split(_SOFT):
        text = line.strip()
        if not written.strip():
            written = text
        elif text:
            goes_on = text[0].islower() or last >= _LONG
            written += (" " if goes_on and marks.find(text) is None else "\n") + text
        last = len(text)
    return written


def _is_picture(token: Token) -> bool:
    """Whether nothing but pictures stands in a paragraph; their words are captions."""
    children = token.children or []
    told = [child for child in children if child.content.strip() or child.children]
    return {child.type for child in told} == {"image"}


def _words(children: Sequence[Token]) -> str:
    """Words of a stretch without the marks in it."""
    written: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            written.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            written.append(_SOFT if child.type == "softbreak" else "\n")
        elif child.type == "image":
            written.append(_words(child.children or ()))
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            written.append("\n")
    return "".join(written)


def _without_tags(markup: str) -> str:
    """Words between tags; comments, scripts and styles are no words."""
    low = markup.lower()
    kept: list[str] = []
    at = 0
    while (begin := min((place for mark in _HIDDEN if (place := low.find(mark, at)) >= 0), default=-1)) >= 0:
        kept.append(markup[at:begin])
        close = next(end for mark, end in _HIDDEN.items() if low.startswith(mark, begin))
        stop = low.find(close, begin)
        at = len(markup) if stop < 0 else stop + len(close)
    kept.append(markup[at:])
    return _TAG.sub(" ", "".join(kept))
