"""Which function makes a page of a document of which format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from govgraph.errors import InputError
from govgraph.sources.containers import check_readable
from govgraph.sources.formats import format_called

if TYPE_CHECKING:
    from govgraph.model.page import Page
    from govgraph.sources.decode import ReadLimits
    from govgraph.sources.documents import Document
    from govgraph.vocabulary.layouts import Layouts

__all__ = ["READERS", "Reader", "reader_of"]


class Reader(Protocol):
    """Makes a page of a document. What the document says of its digest and format is put in by `read_document`."""

    def __call__(self, document: Document, *, base: str, limits: ReadLimits, layouts: Layouts | None) -> Page:
        """The page.

        Raises:
            InputError: The document is empty or damaged.
        """


READERS: dict[str, str] = {
    "docx": "govgraph.sources.word:read_docx",
    "entry": "govgraph.sources.web.entries:read_entry",
    "html": "govgraph.sources.html:read_html",
    "mail": "govgraph.sources.mails:read_mail",
    "markdown": "govgraph.sources.markdown:read_markdown",
    "pdf": "govgraph.sources.pdf:read_pdf",
    "row": "govgraph.sources.rows:read_row",
    "text": "govgraph.sources.pages:read_plain",
}
"""Module and function for each format of a document. They are imported when they are needed."""


def reader_of(document: Document) -> Reader:
    """The function that reads a document.

    Raises:
        InputError: None does, or what it takes is not installed.
    """
    found = format_called(document.format)
    if found is not None:
        check_readable(found, document.source)
    if document.format not in READERS:
        raise InputError(
            f"{document.source}: {document.format} is not read as a page; read are {', '.join(sorted(READERS))}"
        )
    module, _, name = READERS[document.format].partition(":")
    reader: Reader = getattr(import_module(module), name)
    return reader
