"""The formats of documents: how each is known, and what it takes to read it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePath

__all__ = ["FORMATS", "Format", "format_of"]

_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents.

    Attributes:
        name: Short stable name.
        suffixes: Endings of file names, lower case, with their dot.
        media_types: As servers name it.
        magic: Beginnings of its bytes, in lower case; white space before them does not count.
        pattern: What its beginning fits, in lower case, where fixed bytes do not say it.
        shared: Endings that other formats have as well, so that the bytes decide.
        container: Whether it holds documents rather than being one.
        requires: Module that reads it and is not among the plain requirements, or None.
        extra: Extra of govgraph that installs the module.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...] = ()
    magic: tuple[bytes, ...] = ()
    pattern: re.Pattern[bytes] | None = None
    shared: tuple[str, ...] = ()
    container: bool = False
    requires: str | None = None
    extra: str | None = None

    @property
    def readable(self) -> bool:
        """Whether what it requires is installed."""
        return self.requires is None or find_spec(self.requires.partition(".")[0]) is not None


TEXT = Format("text", (".txt", ".text"), ("text/plain",))
MARKDOWN = Format("markdown", (".md", ".markdown"), ("text/markdown",))

FEED = Format(
    "feed",
    (".rss", ".atom"),
    ("application/rss+xml", "application/atom+xml", "application/feed+json"),
    pattern=re.compile(
        rb"(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[[^\]]*\])?\s*>\s*)*"
        rb"(?:<rss[\s>]|<(?:\w+:)?feed[\s>]|<rdf:rdf[^>]*purl\.org/rss)"
        rb"|\{.*?\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org",
        re.DOTALL,
    ),
    shared=(".xml", ".rdf", ".json"),
    container=True,
)
ENTRY = Format("entry", (), magic=(b'{"entry":',))
"""An entry of a feed, as it is kept beside the pages that were fetched."""

FORMATS: tuple[Format, ...] = (TEXT, MARKDOWN, FEED, ENTRY)
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
    begin = _narrow((sample or b"")[:_SAMPLE]).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    start = begin[:100]
    for one in FORMATS:
        if (one.magic and start.startswith(one.magic)) or (one.pattern is not None and one.pattern.match(begin)):
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


def _narrow(sample: bytes) -> bytes:
    """Beginning of a document with one byte for each character of ASCII."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if sample.startswith(mark):
            return sample[2:].decode(encoding, "ignore").encode("utf-8")
    return sample
