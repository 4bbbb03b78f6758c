"""WARC archives of web pages: what a crawler has fetched, by address."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import io
import zlib
from collections import Counter
from email.message import Message
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from govgraph.errors import InputError
from govgraph.model.page import Issue
from govgraph.sources.decode import DEFAULT_LIMITS
from govgraph.sources.documents import Document, Told
from govgraph.sources.formats import Format, format_of
from govgraph.sources.keys import date_of
from govgraph.sources.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govgraph.sources.decode import ReadLimits
    from govgraph.sources.inputs import InputRef

__all__ = ["WarcArchive"]

_HOLDS_PAGES = frozenset({"response", "resource", "conversion"})
_OK = "200"
_BLOCK = 1 << 16
_ENDS_EARLY = "it ends within a record"
_ANY_TYPE = frozenset({None, "application/octet-stream", "unknown/unknown"})
# the library raises plain exceptions for what it does not know, such as an encoding
_DAMAGE = (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError, TypeError, KeyError, zlib.error)
_GZIP_MAGIC = b"\x1f\x8b"
_ENCODINGS = frozenset({"", "identity", "gzip", "deflate", "br"})


class WarcArchive:
    """Pages of a WARC archive, named by their address, in the order of the archive.

    A page that was fetched again is read again only where its bytes are others; it is then named `ADDRESS#2`.
    """

    def members(self, path: Path) -> Iterator[str | Issue]:
        """Addresses of the pages that were there, and notes on what was left out.

        Raises:
            InputError: It is damaged at its beginning.
        """
        yield from opened(_OpenWarc, path).listing

    def document(self, ref: InputRef, limits: ReadLimits) -> Document:
        """The page of an address.

        Raises:
            InputError: It is not there, damaged or too large.
        """
        if ref.path is None or ref.member is None:
            raise InputError(f"{ref.source}: names no page in an archive; write ARCHIVE!/ADDRESS")
        return opened(_OpenWarc, ref.path).document(ref, limits)


class _OpenWarc:
    """An archive that stays open, with the place of each page."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.listing: list[str | Issue] = []
        self._places: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        self._digests: set[tuple[str, bytes]] = set()
        self._left_out: Counter[str] = Counter()
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise InputError(f"{path}: {error.strerror or error}; name a file that can be read") from error
        try:
            self._read_through()
        except BaseException:
            self.close()
            raise

    def _read_through(self) -> None:
        if not self._is_chunked():
            # one compressed stream: places count in what is unpacked, and are found by reading on
            self._file.close()
            self._file = cast("BinaryIO", gzip.open(self.path))  # noqa: SIM115 - it stays open
        count = end = 0
        problem: InputError | None = None
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                records = ArchiveIterator(self._file, check_digests=True)
                for record in records:
                    count += 1
                    self._take(record, records)
                    if _rest(record) or _is_cut(record):
                        raise EOFError(_ENDS_EARLY)
                    end = records.get_record_offset() + records.get_record_length()
                    packed = records.reader.decompressor
                    if packed is not None and not packed.eof:
                        raise EOFError(_ENDS_EARLY)
                self._file.seek(end)
                if self._file.read(_BLOCK).strip():
                    raise EOFError(_ENDS_EARLY)
                if records.err_count:
                    problem = InputError(f"{self.path}: the length of a record is wrong; write the archive again")
        except _DAMAGE as error:
            words = " ".join(str(error).split())[:200]
            problem = InputError(f"{self.path}: damaged after record {count} ({words}); fetch it again")
        if not count and problem is None:
            problem = InputError(f"{self.path}: damaged, not one record in it; fetch it again")
        if problem is not None:
            if not self._places:
                raise problem
            self.listing.append(Issue(str(self.path), "sources", "error", "unreadable", str(problem)))
        self._tell_what_was_left_out()

    def _is_chunked(self) -> bool:
        """Whether each record is compressed by itself, as the format asks for, or nothing is compressed."""
        packed = self._file.read(2) == _GZIP_MAGIC
        self._file.seek(0)
        if not packed:
            return True
        chunked = True
        with contextlib.redirect_stderr(io.StringIO()):
            try:
                records = iter(ArchiveIterator(self._file))
                for _ in range(2):
                    if next(records, None) is None:
                        break
            except ArchiveLoadFailed:
                chunked = False
            except _DAMAGE:
                pass  # met again when it is read through
        self._file.seek(0)
        return chunked

    def _take(self, record: Any, records: Any) -> None:
        """Note a record that holds a page, or count it among what is left out."""
        if record.rec_type == "revisit":
            self._left_out["revisit"] += 1
            return
        if record.rec_type not in _HOLDS_PAGES:
            return
        if record.http_headers is not None and record.http_headers.get_statuscode() != _OK:
            self._left_out["status"] += 1
            return
        address = _address(record)
        try:
            raw = _payload(record, DEFAULT_LIMITS.most_bytes, f"{self.path}!/{address}")
            if _rest(record):
                return
        except InputError as error:
            if _told(record).media_type in _ANY_TYPE or _format(record, b"") is not None:
                self.listing.append(Issue(f"{self.path}!/{address}", "sources", "error", "unreadable", str(error)))
            return
        found = _format(record, raw)
        if found is None:
            self._left_out["other"] += 1
            return
        if not raw:
            self._left_out["empty"] += 1
            return
        digest = (address, hashlib.sha256(raw).digest())
        if digest in self._digests:
            self._left_out["revisit"] += 1
            return
        self._digests.add(digest)
        if record.digest_checker.passed is False:
            source = f"{self.path}!/{address}"
            message = f"{source}: its bytes are not those that the archive has a digest of; look whether it is whole"
            self.listing.append(Issue(source, "sources", "warning", "digest", message))
        self._counts[address] += 1
        count = self._counts[address]
        name = address if count == 1 else f"{address}#{count}"
        self._places[name] = records.get_record_offset()
        self.listing.append(name)

    def _tell_what_was_left_out(self) -> None:
        words = {
            "revisit": "pages that were fetched again and had not changed; read once",
            "status": "answers that were no page (redirects, errors); not read",
            "empty": "answers without a byte; not read",
            "other": "files of other formats (pictures, scripts, styles); not read",
        }
        for kind, count in sorted(self._left_out.items()):
            message = f"{self.path}: {count:,} {words[kind]}"
            self.listing.append(Issue(str(self.path), "sources", "note", "left-out", message))

    def document(self, ref: InputRef, limits: ReadLimits) -> Document:
        place = self._places.get(ref.member or "")
        if place is None:
            raise InputError(f"{ref.source}: not in the archive; its pages are named by their address")
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                self._file.seek(place)
                record: Any = next(iter(ArchiveIterator(self._file)))
                raw = _payload(record, limits.most_bytes, ref.source)
                found = _format(record, raw)
                told = _told(record)
        except (*_DAMAGE, StopIteration) as error:
            words = " ".join(str(error).split())[:200]
            raise InputError(f"{ref.source}: damaged ({words}); fetch the archive again") from error
        return Document(ref.name, ref.source, raw, found.name if found else "text", told)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _address(record: Any) -> str:
    given = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("WARC-Record-ID") or ""
    # old crawlers have put it between angle brackets
    return "".join(given.strip("<>").split()) or "unnamed"


def _told(record: Any) -> Told:
    """What the record says of its page. The day on which it was fetched is not the day on which it was written."""
    headers = record.http_headers or record.rec_headers
    header = Message()
    header["Content-Type"] = headers.get_header("Content-Type") or ""
    media_type = header.get_content_type() if headers.get_header("Content-Type") else None
    address = _address(record)
    return Told(
        url=address if "://" in address else None,
        media_type=media_type,
        charset=header.get_content_charset(),
        seen=date_of(record.rec_headers.get_header("WARC-Date") or ""),
    )


def _payload(record: Any, most: int, source: str) -> bytes:
    """Body of an answer, unpacked, up to one byte more than a page may have.

    Raises:
        InputError: Its encoding is not known.
    """
    headers = record.http_headers
    encoding = (headers.get_header("Content-Encoding") or "").strip().lower() if headers else ""
    if encoding not in _ENCODINGS or (encoding == "br" and not _knows_brotli()):
        raise InputError(f"{source}: packed as {encoding}, which is not read here; install brotli, or unpack it")
    raw: bytes = record.content_stream().read(most + 1)
    return raw


def _rest(record: Any) -> int:
    """Bytes that are missing at the end of a record."""
    while record.raw_stream.read(_BLOCK):
        pass
    return int(getattr(record.raw_stream, "limit", 0))


def _is_cut(record: Any) -> bool:
    """Whether a record lacks one of the headers that all have."""
    headers = record.rec_headers
    return any(headers.get_header(name) is None for name in ("WARC-Type", "WARC-Record-ID", "Content-Length"))


def _knows_brotli() -> bool:
    from warcio.bufferedreaders import BufferedReader

    return "br" in BufferedReader.DECOMPRESSORS


def _format(record: Any, raw: bytes) -> Format | None:
    """Format of a page, or None for what is no page: what a server calls a script or a style is not read as text."""
    told = _told(record)
    found = format_of(told.url or "", raw, told.media_type)
    if found is None or found.container:
        return None
    plain = found.name in ("text", "markdown")
    return None if plain and told.media_type not in (*_ANY_TYPE, *found.media_types) else found
