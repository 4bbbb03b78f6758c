"""Documents that are rows: of a table, or lines of JSON."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govgraph.errors import InputError
from govgraph.model.identifiers import BASE
from govgraph.model.page import Issue, Page
from govgraph.model.terms import BlockKind
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits
from govgraph.sources.documents import Document, Told
from govgraph.sources.keys import named_values
from govgraph.sources.lines import marks_of, unwrapped
from govgraph.sources.pages import read_document, read_text
from govgraph.sources.sketches import Piece, Sketch, read_sketches
from govgraph.vocabulary.layouts import Layouts, load_layouts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from govgraph.sources.inputs import InputRef

__all__ = ["FORMAT", "Row", "RowNames", "document_of", "read_row", "read_told", "row_of"]

FORMAT = "row"
"""Format of the document that a row becomes. No file has it."""

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the words of an article.

    Attributes:
        raw: What is understood of it, as JSON with its keys in order. Columns that say nothing of the article are not
            in it, so that a new count of clicks does not make it another document.
        key: What it is known by in its table: identifier or address; None if it has neither.
        undated: What stands for its date, if that is not understood.
    """

    raw: bytes
    key: str | None
    undated: str | None = None


def row_of(values: Mapping[str, object], source: str) -> Row:
    """A row from its values.

    Raises:
        InputError: It has no text.
    """
    named = named_values(values)
    if named.text is None and named.html is None:
        raise InputError(f"{source}: no text in it; a row needs a value of text, body, content or html")
    told = named.told
    shape: dict[str, object] = {
        "text": named.text,
        "html": named.html,
        "title": told.title,
        "kicker": told.kicker,
        "date": told.date,
        "url": told.url,
        "authors": list(told.authors),
        "language": told.language,
    }
    kept = {key: value for key, value in shape.items() if value}
    return Row(json.dumps(kept, sort_keys=True).encode("ascii"), named.id or told.url, named.undated)


def document_of(ref: InputRef, row: Row, limits: ReadLimits) -> Document:
    """The document that a row is.

    Raises:
        InputError: It is larger than a page may be.
    """
    if len(row.raw) > limits.most_bytes:
        raise InputError(f"{ref.source}: {len(row.raw):,} bytes; a page may have {limits.most_bytes:,}")
    return Document(ref.name, ref.source, row.raw, FORMAT, ref.told)


class RowNames:
    """Names of the rows of one table: identifier, else address, else the number of the row.

    Identifiers stay when rows are put in between or taken out; so does the number when rows are added at the end. A
    digest of the row would not do: a row that is mended would be another one, and the former stay beside it.
    """

    def __init__(self, source: str, unit: str) -> None:
        self._source = source
        self._unit = unit
        self._names: set[str] = set()
        self._counts: dict[str, int] = {}
        self._met: set[bytes] = set()

    def name(self, row: Row, number: int) -> str | Issue:
        """Name of a row, unique in its table; a note if it is the same, word for word, as one of that name before.

        Args:
            row: The row.
            number: Its position, from 1.
        """
        key = " ".join((row.key or "").split()) or f"{self._unit}-{number}"
        if len(key) > _LONGEST_NAME:
            key = f"{key[:_LONGEST_NAME]}-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:8]}"
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass") + b"\n" + row.raw).digest()[:16]
        if digest in self._met:
            source = f"{self._source}!/{key}"
            message = f"{source}: again in {self._unit} {number}, with the same words; read once"
            return Issue(source, "sources", "note", "left-out", message)
        self._met.add(digest)
        count = self._counts.get(key, 0) + 1
        while (name := key if count == 1 else f"{key}#{count}") in self._names:
            count += 1
        self._counts[key] = count
        self._names.add(name)
        return name


def read_row(
    document: Document, *, base: str = BASE, limits: ReadLimits = DEFAULT_LIMITS, layouts: Layouts | None = None
) -> Page:
    """Page of a row: one article if the row has its title, else whatever its text holds.

    Raises:
        InputError: The row cannot be read.
    """
    try:
        values: dict[str, Any] = json.loads(document.raw)
    except ValueError as error:
        raise InputError(f"{document.source}: no row as it is kept; build with --fresh") from error
    told = replace(
        document.told,
        **{key: values[key] for key in ("title", "kicker", "date", "url", "language") if key in values},
        authors=tuple(values.get("authors", ())),
    )
    if "html" in values:
        raw = values["html"].encode("utf-8", "surrogatepass")
        inner = Document(document.name, document.source, raw, "html", replace(told, charset="utf-8"))
        return read_document(inner, base=base, limits=limits, layouts=layouts)
    page = read_told(values["text"], told, document, base=base, layouts=layouts)
    return replace(page, encoding=document.told.charset or page.encoding)


def read_told(text: str, told: Told, document: Document, *, base: str, layouts: Layouts | None) -> Page:
    """Page of plain text of which the title may be known."""
    name, source = document.name, document.source
    if told.title is None:
        return read_text(text, name=name, source=source, base=base, layouts=layouts, told=told)
    marks = marks_of(layouts or load_layouts())
    pieces = tuple(_pieces(unwrapped(text, marks), told))
    return read_sketches([Sketch(pieces, told)], name=name, source=source, base=base, layouts=marks.layouts)


def _pieces(text: str, told: Told) -> Iterator[Piece]:
    """Kicker and title above the text, unless the text begins with them."""
    paragraphs = [one for one in text.split("\n") if one.strip()]
    for kind, words in ((BlockKind.KICKER, told.kicker), (BlockKind.TITLE, told.title)):
        if words is None:
            continue
        if paragraphs and " ".join(paragraphs[0].split()).rstrip(" :|") == words:
            paragraphs.pop(0)
        yield Piece(words, kind)
    yield from map(Piece, paragraphs)
