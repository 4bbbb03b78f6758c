"""Bytes of a page to text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from govgraph.errors import InputError
from govgraph.model.page import Issue
from govgraph.sources.formats import WIDE_MARKS, misnamed

__all__ = [
    "DEFAULT_LIMITS",
    "ReadLimits",
    "check_size",
    "decode",
    "doubts_about_encoding",
    "doubts_about_letters",
    "is_binary",
    "mended",
]

# decoded with their marks, which say the order of the bytes
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    *((mark, encoding.removesuffix("-le").removesuffix("-be")) for mark, encoding in WIDE_MARKS),
)
# Control characters that no page of text has: all but tab, line feed, form feed, carriage return, escape and the
# ones that CP1252 does not use for letters.
_BINARY = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
_SAMPLE = 8192
_MOST_CONTROL = 0.02
_BYTES = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_FOLLOWING = "".join(re.escape(letter) for letter, byte in _BYTES.items() if byte < 0xC0)
# what umlauts, quotation marks and dashes look like; no German word has such letters before such marks
_TWICE = re.compile(f"[ÂÃ][{_FOLLOWING}]|â[€‚†][{_FOLLOWING}]")


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What a page may be.

    Attributes:
        most_bytes: A larger input is refused; it is no page.
        long_line: A line of more characters is read and noted.
    """

    most_bytes: int = 20_000_000
    long_line: int = 1_000_000


DEFAULT_LIMITS = ReadLimits()


def decode(raw: bytes, source: str, limits: ReadLimits = DEFAULT_LIMITS, charset: str | None = None) -> tuple[str, str]:
    """Text and name of its encoding. Line ends become a line feed; nothing else is changed.

    UTF-8 with or without byte order mark, UTF-16 and UTF-32 with one, else what was told, else Windows-1252
    (Latin-1 where that has gaps). Bytes that are UTF-8 are hardly ever anything else, whatever a server says.

    Raises:
        InputError: Nothing but white space, too many bytes, or binary content.
    """
    check_size(raw, source, limits)
    text, encoding = _decoded(raw, source, charset)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError(f"{source}: empty; give a page with text")
    if "\x00" in text:
        raise InputError(f"{source}: binary content; give plain text in UTF-8")
    return text, encoding


def mended(text: str) -> str:
    """Text without letters that were UTF-8, were read as Windows-1252 and written as UTF-8 again.

    >>> mended("Kassel fÃ¼hrt die â€žE-Akteâ€œ ein"), mended("„Ä“ für Ärzte, São Tomé")
    ('Kassel führt die „E-Akte“ ein', '„Ä“ für Ärzte, São Tomé')
    """
    return _TWICE.sub(_once, text)


def _once(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[letter] for letter in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def doubts_about_letters(text: str, source: str) -> tuple[Issue, ...]:
    """A warning if letters of a text were encoded twice."""
    count = sum(_once(match) != match[0] for match in _TWICE.finditer(text))
    if not count:
        return ()
    message = f"{source}: {count} letters were encoded twice and are read as what they were; look at its umlauts"
    return (Issue(source, "sources", "warning", "encoding", message),)


def doubts_about_encoding(encoding: str, source: str, told: str | None = None) -> tuple[Issue, ...]:
    """A warning if bytes were no UTF-8 and nobody told their encoding, so that it may be another."""
    if encoding not in ("cp1252", "latin-1") or told:
        return ()
    message = f"{source}: not UTF-8, read as {encoding}; look at its umlauts, or save it as UTF-8"
    return (Issue(source, "sources", "warning", "encoding", message),)


def check_size(raw: bytes, source: str, limits: ReadLimits) -> None:
    """Refuse what is too large to be a page, or empty.

    Raises:
        InputError: It is.
    """
    if len(raw) > limits.most_bytes:
        raise InputError(
            f"{source}: {len(raw):,} bytes or more; a page may have {limits.most_bytes:,}; split it into pages"
        )
    if not raw.strip():
        raise InputError(f"{source}: empty; give a page with text")


def is_binary(raw: bytes) -> bool:
    """Whether bytes begin with too many control characters to be text of one byte, or some, for a letter."""
    sample = raw[:_SAMPLE]
    return sum(byte in _BINARY for byte in sample) > _MOST_CONTROL * len(sample)


def _decoded(raw: bytes, source: str, charset: str | None) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{source}: begins as {encoding} but is damaged at byte {error.start}; save it as UTF-8"
                ) from error
    if b"\x00" in raw or is_binary(raw):
        promised = misnamed(source, "")
        if promised is not None:
            raise InputError(
                f"{source}: binary content, but no {promised.name.upper()}; save it anew, or give its text"
            )
        raise InputError(f"{source}: binary content; give plain text in UTF-8")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if charset is not None and (told := _told(raw, charset)):
        return told
    try:
        return raw.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "latin-1"


def _told(raw: bytes, charset: str) -> tuple[str, str] | None:
    """Text in the encoding that was told, if there is such an encoding and the bytes fit it."""
    try:
        name = codecs.lookup(charset).name
        # what is called Latin-1 or ASCII on the web is Windows-1252
        name = "cp1252" if name in ("iso8859-1", "ascii") else name
        text = raw.decode(name)
    except (LookupError, ValueError, TypeError):
        return None
    return (text, name) if isinstance(text, str) else None
