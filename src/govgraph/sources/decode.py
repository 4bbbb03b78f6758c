"""Bytes of a page to text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from govgraph.errors import InputError

__all__ = ["DEFAULT_LIMITS", "ReadLimits", "decode"]

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Control characters that no page of text has: all but tab, line feed, form feed, carriage return, escape and the
# ones that CP1252 does not use for letters.
_BINARY = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
_SAMPLE = 8192
_MOST_CONTROL = 0.02


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


def decode(raw: bytes, source: str, limits: ReadLimits = DEFAULT_LIMITS) -> tuple[str, str]:
    """Text and name of its encoding. Line ends become a line feed; nothing else is changed.

    UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252 (Latin-1 where that has gaps).

    Raises:
        InputError: Nothing but white space, too many bytes, or binary content.
    """
    if len(raw) > limits.most_bytes:
        raise InputError(
            f"{source}: {len(raw):,} bytes or more; a page may have {limits.most_bytes:,}; split it into pages"
        )
    text, encoding = _decoded(raw, source)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError(f"{source}: empty; give a page with text")
    return text, encoding


def _decoded(raw: bytes, source: str) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{source}: begins as {encoding} but is damaged at byte {error.start}; save it as UTF-8"
                ) from error
    sample = raw[:_SAMPLE]
    control = sum(byte in _BINARY for byte in sample)
    if b"\x00" in raw or control > _MOST_CONTROL * len(sample):
        raise InputError(f"{source}: binary content; give plain text in UTF-8")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "latin-1"
