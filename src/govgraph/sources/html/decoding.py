"""Bytes of an HTML page to text, with what server and page say of the encoding taken for no more than that."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from govgraph.sources.decode import is_binary
from govgraph.sources.formats import WIDE_MARKS

__all__ = ["Decoded", "decode_html", "is_no_page"]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), *WIDE_MARKS)
_SAMPLE = 4096
_META = re.compile(rb"""<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([a-zA-Z0-9_:.-]{2,40})["']""", re.IGNORECASE)
# long enough not to come about by chance
_TAG = re.compile(rb"<(?:!doctype|html|head|body|title|meta|div|span|article|section|h[1-6])\b", re.IGNORECASE)
# As browsers have it, the names of Latin-1 and ASCII mean Windows-1252.
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1", "cp1252"})
_UNUSED = {position: chr(position) for position in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_MOST_BROKEN = 0.001


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text.

    Attributes:
        text: The text.
        encoding: Name of the encoding that fitted, as Python calls it.
        said: What server or page called it, if that did not fit; else None.
        broken: Number of characters that no encoding could make out.
    """

    text: str
    encoding: str
    said: str | None = None
    broken: int = 0


def decode_html(raw: bytes, charset: str | None = None) -> Decoded:
    """Text of a page. Never fails.

    A byte order mark decides. Then bytes that are UTF-8 beyond ASCII are UTF-8, whatever is said, since other
    encodings hardly ever look like it. Then server, page, and Windows-1252, the first that fits.
    """
    wide = _marked(raw)
    if wide is not None:
        return _forced(*wide)
    names = [charset, *(match[1].decode("ascii") for match in (_XML.search(raw[:_SAMPLE]), _META.search(raw)) if match)]
    said = next((name for name in names if name), None)
    known = [name for name in map(_known, names) if name]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        wrong = bool(known) and known[0] not in ("utf-8", *_LATIN) and raw.isascii()
        if not wrong:
            misled = bool(known) and known[0] != "utf-8" and not raw.isascii()
            return Decoded(text, "utf-8", said if misled else None)
    for name in known:
        if name == "utf-8":
            continue
        found = _latin(raw) if name in _LATIN else _strict(raw, name)
        if found is not None:
            return Decoded(found, "cp1252" if name in _LATIN else name, said if name != known[0] else None)
    patched = raw.decode("utf-8", "replace")
    broken = patched.count("\ufffd")
    if "utf-8" in known and broken <= max(3, _MOST_BROKEN * len(patched)):
        return Decoded(patched, "utf-8", broken=broken)
    return Decoded(_latin(raw), "cp1252", said)


def is_no_page(raw: bytes) -> bool:
    """Whether bytes are binary, and neither text of wide characters nor a page with damaged places."""
    return is_binary(raw) and _marked(raw) is None and _TAG.search(raw) is None


def _marked(raw: bytes) -> tuple[bytes, str] | None:
    """Bytes without the mark at their beginning, and the encoding that it, or a first bracket, gives away."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :], encoding
    narrow = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}.get(raw[:2])
    return (raw, narrow) if narrow else None


def _known(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _strict(raw: bytes, name: str) -> str | None:
    try:
        found = raw.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None
    # A page that calls itself UTF-16 in letters of one byte is not.
    return found if isinstance(found, str) and not name.startswith(("utf-16", "utf-32")) else None


def _latin(raw: bytes) -> str:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([byte]).decode("cp1252") if byte not in _UNUSED else _UNUSED[byte] for byte in raw)


def _forced(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    return Decoded(text, encoding, broken=text.count("\ufffd"))
