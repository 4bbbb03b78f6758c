"""DOCX: press releases as they were written."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import docx

from govgraph.errors import InputError
from govgraph.model.identifiers import BASE
from govgraph.model.page import Page
from govgraph.model.terms import BlockKind
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits
from govgraph.sources.documents import Told
from govgraph.sources.html.columns import join_columns
from govgraph.sources.keys import date_of
from govgraph.sources.pages import read_dated, read_text
from govgraph.sources.sketches import Piece, Sketch, read_sketches
from govgraph.sources.zips import ZipLimits, check_zip
from govgraph.vocabulary.layouts import Layouts, load_layouts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.sources.documents import Document

__all__ = ["read_docx"]

_LIMITS = ZipLimits(most_members=20_000, most_bytes=200_000_000)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# text that was taken out or moved away, and text in boxes, which stands beside the paragraph that they hang on
_APART = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", _FALLBACK})
_DEEPEST = 200
_KINDS = {"title": BlockKind.TITLE, "caption": BlockKind.CAPTION}


def read_docx(
    document: Document, *, base: str = BASE, limits: ReadLimits = DEFAULT_LIMITS, layouts: Layouts | None = None
) -> Page:
    """Page of a DOCX file: paragraphs, headings and tables in their order, text boxes after the paragraph they hang on.

    What was deleted while changes were tracked is left out. The day on which the file was made is believed only where
    its text has no date; its author, who is who typed it, is not.

    Raises:
        InputError: It is damaged or encrypted, has no text, or unpacks to more than a document does.
    """
    source = document.source
    _check(document)
    try:
        word = docx.Document(io.BytesIO(document.raw))
        pieces = [
            piece
            for piece in _below(word.element.body, _styles(word), layouts or load_layouts(), 0)
            if piece.text.strip()
        ]
        made, language = _made(word), word.core_properties.language
    except Exception as error:  # the library lets through whatever a broken part makes go wrong
        words = " ".join(str(error).split())[:200] or type(error).__name__
        raise InputError(f"{source}: damaged, no DOCX ({words}); save it again") from error
    if not any(letter.isalpha() for piece in pieces for letter in piece.text):
        raise InputError(f"{source}: no text in it; give a document with text")
    told = replace(document.told, language=document.told.language or language or None)
    return _read(pieces, replace(document, told=told), made, base=base, layouts=layouts)


def _read(pieces: Sequence[Piece], document: Document, made: str | None, *, base: str, layouts: Layouts | None) -> Page:
    """A document that begins with its title has the structure it says; above a title are letterheads, read as text."""
    name, source = document.name, document.source
    text = "\n\n".join(piece.text.strip() for piece in pieces)

    def read(told: Told) -> Page:
        if pieces[0].kind is BlockKind.TITLE:
            return read_sketches([Sketch(tuple(pieces), told)], name=name, source=source, base=base, layouts=layouts)
        return read_text(text, name=name, source=source, base=base, layouts=layouts, told=told)

    return read_dated(read, document, made)


def _check(document: Document) -> None:
    """Refuse what unpacks to too much, and parts that declare entities, which Word never writes."""
    source = document.source
    try:
        with zipfile.ZipFile(io.BytesIO(document.raw)) as archive:
            infos = archive.infolist()
            check_zip(infos, source, _LIMITS)
            for info in infos:
                if not info.filename.lower().endswith((".xml", ".rels")):
                    continue
                part = archive.read(info).replace(b"\x00", b"")
                if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                    raise InputError(f"{source}: declares entities in {info.filename}, as an attack would; not read")
    except InputError:
        raise
    except Exception as error:
        words = " ".join(str(error).split())[:200] or type(error).__name__
        raise InputError(f"{source}: damaged or encrypted, no DOCX ({words}); save it again") from error


def _styles(word: Any) -> dict[str, str]:
    """Names of paragraph styles by identifier; those of headings are English in files of any language."""
    return {style.style_id: (style.name or "").lower() for style in word.styles if style.style_id}


def _below(parent: Any, styles: dict[str, str], layouts: Layouts, depth: int) -> Iterator[Piece]:
    """Pieces of a body, a cell, a box or a content control, in their order."""
    if depth > _DEEPEST:
        return
    for child in parent:
        if child.tag == f"{_W}p":
            yield _paragraph(child, styles)
            for box in child.iter(f"{_W}txbxContent"):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                    yield from _below(box, styles, layouts, depth + 1)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child, layouts)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
            yield from _below(child, styles, layouts, depth + 1)


def _rows(table: Any, layouts: Layouts) -> Iterator[Piece]:
    """Rows of a table; a cell that goes on over several columns or rows comes once."""
    rows = [
        [
            " ".join(words for part in cell.iter(f"{_W}p") if (words := " ".join(_words(part).split())))
            for cell in row
            if cell.tag == f"{_W}tc"
        ]
        for row in table.iter(f"{_W}tr")
    ]
    for cells in join_columns(rows, layouts):
        yield Piece(" · ".join(cell for cell in cells if cell))


def _paragraph(paragraph: Any, styles: dict[str, str]) -> Piece:
    chosen = paragraph.find(f"{_W}pPr/{_W}pStyle")
    style = styles.get(chosen.get(f"{_W}val", ""), "") if chosen is not None else ""
    kind = _KINDS.get(style)
    if kind is None and style.startswith("heading"):
        kind = BlockKind.HEADING
    words = _words(paragraph)
    return Piece(" ".join(words.split()) if kind is BlockKind.TITLE else words, kind)


def _words(paragraph: Any) -> str:
    written: list[str] = []
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag in _APART and node is not paragraph:
            continue
        if node.tag == f"{_W}t":
            written.append(node.text or "")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            written.append("\n")
        elif node.tag == f"{_W}tab":
            written.append("\t")
        elif node.tag == f"{_W}noBreakHyphen":
            written.append("-")
        stack += reversed(node)
    return "".join(written).strip()


def _made(word: Any) -> str | None:
    """Day on which the file was made; templates have an old one, so the last change counts where it is known."""
    properties = word.core_properties
    return date_of(properties.modified or properties.created)
