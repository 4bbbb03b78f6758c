"""The formats of documents: how each is known, and what it takes to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePath

__all__ = ["FORMATS", "Format", "format_of"]

_SAMPLE = 4096
_XHTML = re.compile(rb"<!doctype html|<html[\s>]")


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents.

    Attributes:
        name: Short stable name.
        suffixes: Endings of file names, lower case, with their dot.
        media_types: As servers name it.
        magic: Beginnings of its bytes, in lower case; white space before them does not count.
        container: Whether it holds documents rather than being one.
        requires: Module that reads it and is not among the plain requirements, or None.
        extra: Extra of govgraph that installs the module.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...] = ()
    magic: tuple[bytes, ...] = ()
    container: bool = False
    requires: str | None = None
    extra: str | None = None

    @property
    def readable(self) -> bool:
        """Whether what it requires is installed."""
        return self.requires is None or find_spec(self.requires.partition(".")[0]) is not None


TEXT = Format("text", (".txt", ".text"), ("text/plain",))
MARKDOWN = Format("markdown", (".md", ".markdown"), ("text/markdown",))
HTML = Format(
    "html",
    (".html", ".htm", ".xhtml"),
    ("text/html", "application/xhtml+xml"),
    (b"<!doctype html", b"<html"),
)

FORMATS: tuple[Format, ...] = (TEXT, MARKDOWN, HTML)
"""What is understood, in the order in which beginnings of bytes are compared."""

# Known to be none of ours: their bytes would pass for text.
_FOREIGN_MAGIC = (b"<!doctype", b"<html", b"<?xml", b"%pdf", b"{\\rtf", b"pk\x03\x04")


def format_of(file_name: str, sample: bytes | None = None, media_type: str | None = None) -> Format | None:
    """Format of a document: what its first bytes say, else what its server says, else what its name ends in.

    Args:
        file_name: Name with its suffix, or an address.
        sample: First bytes; None to go by name and server alone.
        media_type: What a server says.

    Returns:
        The format, or None for one that is not read. Bytes that look like text are text, whatever their name, where
        a sample is given.
    """
    start = (sample or b"")[:_SAMPLE]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[2:].replace(b"\x00", b"")
    start = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<?xml") and _XHTML.search(start):
        return HTML
    for one in FORMATS:
        if one.magic and start.startswith(one.magic):
            return one
    if start.startswith(_FOREIGN_MAGIC):
        return None
    suffix = PurePath(file_name).suffix.lower()
    for one in FORMATS:
        if media_type in one.media_types or suffix in one.suffixes:
            return one
    if sample is None:
        return TEXT if not suffix else None
    return None if b"\x00" in sample else TEXT
