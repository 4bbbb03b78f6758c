"""The formats of documents: how each is known, and what it takes to read it."""

from __future__ import annotations

import codecs
import re
import zlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import PurePath

from govgraph.sources.keys import fields_of

__all__ = ["FORMATS", "Format", "format_called", "format_of"]

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


_ZIP_MAGIC = (b"pk\x03\x04", b"pk\x05\x06")

TEXT = Format("text", (".txt", ".text"), ("text/plain",))
HTML = Format(
    "html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), (b"<!doctype html", b"<html")
)
MARKDOWN = Format("markdown", (".md", ".markdown"), ("text/markdown",))
PDF = Format("pdf", (".pdf",), ("application/pdf",), (b"%pdf-",), requires="pypdf", extra="documents")
DOCX = Format(
    "docx",
    (".docx",),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    requires="docx",
    extra="documents",
)
MAIL = Format(
    "mail",
    (".eml",),
    ("message/rfc822",),
    # lines of a head, one of them of those that programs write
    pattern=re.compile(
        rb"(?=(?:[a-z][a-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|message-id|received):)"
        rb"[a-z][a-z0-9-]{0,60}:"
    ),
)
ZIP = Format("zip", (".zip",), ("application/zip",), container=True)
WARC = Format(
    "warc",
    (".warc", ".warc.gz"),
    ("application/warc",),
    (b"warc/1.", b"warc/0."),
    container=True,
    requires="warcio",
    extra="warc",
)
JSONL = Format("jsonl", (".jsonl", ".ndjson"), ("application/x-ndjson", "application/jsonl"), container=True)
JSON = Format("json", (), shared=(".json",), container=True)
CSV = Format("csv", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values"), container=True)
PARQUET = Format(
    "parquet",
    (".parquet",),
    ("application/vnd.apache.parquet",),
    (b"par1",),
    container=True,
    requires="pyarrow",
    extra="parquet",
)
GZIP = Format("gzip", (".gz",), ("application/gzip",), container=True)

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

FORMATS: tuple[Format, ...] = (
    *(TEXT, HTML, MARKDOWN, PDF, DOCX, MAIL, FEED, ENTRY),
    *(ZIP, WARC, JSONL, JSON, CSV, PARQUET, GZIP),
)
"""What is understood, in the order in which beginnings of bytes are compared."""

# Known to be none of ours: their bytes would pass for text, or for an archive of pages.
_FOREIGN_MAGIC = (b"<!doctype", b"<?xml", b"{\\rtf", b"\x89png", b"gif8", b"\xff\xd8\xff", b"\x7felf")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_FOREIGN_SUFFIXES = frozenset(
    {".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar", ".apk", ".whl", ".dotx", ".docm"}
)
_FOREIGN_MEMBERS = (b"mimetypeapplication/", b"xl/", b"ppt/", b"META-INF/MANIFEST")
_DELIMITERS = (",", ";", "\t", "|")
_JSON_KEY = re.compile(r'"((?:[^"\\]|\\.){1,60})"\s*:')
_JSON_TOKEN = re.compile(
    r'"(?P<key>(?:[^"\\]|\\.){1,60})"\s*:|"(?:[^"\\]|\\.)*+(?:"|$)|(?P<open>[\[{])|(?P<close>[\]}])'
)
_YAML_KEY = re.compile(r"^([^\W\d]\w*) *[:=]", re.MULTILINE)
_GZIP_MAGIC = b"\x1f\x8b"
_LONGEST_COLUMN = 60


def format_called(name: str) -> Format | None:
    """The format of a name, or None."""
    return next((one for one in FORMATS if one.name == name), None)


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
    name = file_name.partition("?")[0].partition("#")[0] if "://" in file_name else file_name
    name = name.lower()
    raw = (sample or b"")[:_SAMPLE]
    if raw.startswith(_GZIP_MAGIC):
        return _compressed(name, raw)
    begin = _narrow(raw).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    start = begin[:100]
    if start.startswith(_ZIP_MAGIC):
        return _zipped(name, raw)
    for one in FORMATS:
        if (one.magic and start.startswith(one.magic)) or (one.pattern is not None and one.pattern.match(begin)):
            return one
    if start.startswith(b"<?xml") and _XHTML.search(begin):
        return HTML
    suffix = PurePath(name).suffix
    if start.startswith(_OLD_OFFICE) and suffix == ".docx":
        return DOCX  # encrypted, or renamed; its reader says so
    if start.startswith((*_FOREIGN_MAGIC, _OLD_OFFICE)) or suffix in _FOREIGN_SUFFIXES:
        return None
    for one in FORMATS:
        if media_type is not None and media_type in one.media_types:
            return one
    ending = [(len(end), one) for one in FORMATS for end in one.suffixes if name.endswith(end)]
    if ending:
        found: Format | None = max(ending, key=lambda pair: pair[0])[1]
        # text under the name of what begins with bytes of its own is text; anything else is a damaged one of these
        if sample is None or found not in _KNOWN_BY_BYTES or b"\x00" in sample:
            return found
    if sample is None:
        return None if suffix else TEXT
    found = None if b"\x00" in sample else _of_text(raw)
    if suffix != ".json" or found in (JSONL, JSON):
        return found
    # one that was cut off is given to its reader, which says so
    return (
        JSON if start[:1] in (b"[", b"{") and len(raw) < _SAMPLE and not raw.rstrip().endswith((b"]", b"}")) else None
    )


# that of UTF-32 begins as that of UTF-16
WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_BY_BYTES = (PDF, DOCX, ZIP, WARC, PARQUET, GZIP)


def misnamed(file_name: str, found: str) -> Format | None:
    """The format of documents that the ending of a name promises, if its bytes look otherwise than those found.

    Args:
        file_name: Name with its suffix.
        found: Name of the format that its bytes are of.
    """
    promised = format_of(file_name)
    return promised if promised in (PDF, DOCX) and promised.name != found else None


def _compressed(name: str, raw: bytes) -> Format | None:
    """What a gzip file holds, if that is a document, or a file of many that is read from its beginning."""
    try:
        inner = zlib.decompressobj(wbits=31).decompress(raw, _SAMPLE)
    except zlib.error:
        return None
    found = format_of(name.removesuffix(".gz"), inner)
    if found is None or not found.container:
        return found and GZIP
    return found if found in (WARC, JSONL, JSON, CSV) else None


def _zipped(name: str, raw: bytes) -> Format | None:
    """ZIP files of many formats begin alike; the first names in them differ."""
    suffix = PurePath(name).suffix
    if suffix == ".docx" or b"word/" in raw:
        return DOCX
    if suffix in _FOREIGN_SUFFIXES or any(mark in raw[:512] for mark in _FOREIGN_MEMBERS):
        return None
    return DOCX if b"[Content_Types].xml" in raw[:128] else ZIP


def _of_text(raw: bytes) -> Format:
    """Format of bytes that neither beginning nor name gives away: rows whose keys are known, or front matter."""
    text = raw.decode("utf-8-sig", "replace")
    first = text.lstrip().partition("\n")[0].strip()
    if first.startswith(("{", "[")):
        if first.startswith("{") and _has_text(_outermost_keys(first)):
            return JSONL
        if _has_text(_JSON_KEY.findall(text)):
            return JSON
    columns = max(([one.strip(' "') for one in first.split(mark)] for mark in _DELIMITERS), key=len)
    if len(columns) > 1 and max(map(len, columns)) <= _LONGEST_COLUMN and _has_text(columns):
        return CSV
    for fence in ("---", "+++"):
        head, closed, _ = text.removeprefix(fence).partition(f"\n{fence}")
        if first == fence and closed and fields_of(_YAML_KEY.findall(head)):
            return MARKDOWN
    return TEXT


def _has_text(keys: list[str]) -> bool:
    found = fields_of(keys)
    return len(found) > 1 and ("text" in found or "html" in found)


def _outermost_keys(line: str) -> list[str]:
    """Keys of the object that a line begins, not of those within it."""
    depth, keys = 0, []
    for match in _JSON_TOKEN.finditer(line):
        if match["key"] is not None:
            keys += [match["key"]] if depth == 1 else []
        elif match["open"]:
            depth += 1
        elif match["close"]:
            depth -= 1
    return keys


def _narrow(sample: bytes) -> bytes:
    """Beginning of a document with one byte for each character of ASCII."""
    for mark, encoding in WIDE_MARKS:
        if sample.startswith(mark):
            return sample[len(mark) :].decode(encoding, "ignore").encode("utf-8")
    return sample
