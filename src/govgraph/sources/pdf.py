"""PDF: press releases and other pages that were printed to a file."""

from __future__ import annotations

import io
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pypdf

from govgraph.errors import InputError
from govgraph.model.identifiers import BASE
from govgraph.model.page import Issue, Page
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits
from govgraph.sources.keys import date_of
from govgraph.sources.pages import read_dated, read_text
from govgraph.sources.paragraphs import PrintedLine, paragraphs

if TYPE_CHECKING:
    from govgraph.sources.documents import Document, Told
    from govgraph.vocabulary.layouts import Layouts

__all__ = ["read_pdf"]

_MOST_PAGES = 1000
# what it says of damage is said here, once, as an issue
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(
    document: Document, *, base: str = BASE, limits: ReadLimits = DEFAULT_LIMITS, layouts: Layouts | None = None
) -> Page:
    """Page of a PDF, its printed lines joined to paragraphs.

    The day on which the file was made is believed only where its text has no date.

    Raises:
        InputError: It is damaged or encrypted, has no text (a scan) or too many pages.
    """
    source = document.source
    try:
        pdf = pypdf.PdfReader(io.BytesIO(document.raw), strict=False)
        locked = pdf.is_encrypted and not pdf.decrypt("")
        count = 0 if locked else len(pdf.pages)
    except Exception as error:  # any of some forty, for what mutilated files hold
        raise InputError(f"{source}: damaged or encrypted PDF ({_words(error)}); print it to a new PDF") from error
    if locked:
        raise InputError(f"{source}: encrypted; save it without a password")
    if count > _MOST_PAGES:
        raise InputError(f"{source}: {count:,} pages; a document may have {_MOST_PAGES:,}; divide it")
    lines: list[PrintedLine] = []
    unread: list[str] = []
    for number in range(count):
        try:
            lines += _lines(pdf.pages[number], number)
        except Exception as error:
            unread.append(f"{number + 1} ({_words(error)})")
    text = paragraphs(lines)
    if not any(letter.isalpha() for letter in text):
        raise InputError(f"{source}: no text in {count} pages, a scan perhaps; run a text recognition on it first")

    def read(told: Told) -> Page:
        return read_text(text, name=document.name, source=source, base=base, layouts=layouts, told=told)

    page = read_dated(read, document, _made(pdf))
    if unread:
        message = f"{source}: pages that could not be read: {', '.join(unread)}; look whether the PDF is whole"
        page = replace(page, issues=(Issue(source, "sources", "warning", "damaged", message), *page.issues))
    return page


def _lines(page: Any, number: int) -> list[PrintedLine]:
    """Lines of a page in the order of its drawing, which is that of reading in all but odd files."""
    lines: list[PrintedLine] = []
    words = ""
    place: tuple[float, float] | None = None

    def take(text: str, matrix: list[float], shift: list[float], _: object, size: float) -> None:
        nonlocal words, place
        *ended, rest = text.split("\n")
        for part in ended:
            words += part
            if words.strip():
                lines.append(PrintedLine(words, number, *(place or (0.0, 0.0))))
            words, place = "", None
        words += rest
        if place is None and rest.strip():
            y = shift[4] * matrix[1] + shift[5] * matrix[3] + matrix[5]
            place = (y, abs(size * shift[3] * matrix[3]) or abs(size))

    page.extract_text(visitor_text=take)
    if words.strip():
        lines.append(PrintedLine(words, number, *(place or (0.0, 0.0))))
    return lines


def _made(pdf: pypdf.PdfReader) -> str | None:
    try:
        return date_of(pdf.metadata.creation_date) if pdf.metadata else None
    except Exception:
        return None


def _words(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
