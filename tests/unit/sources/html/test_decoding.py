"""Bytes to text: server, page and byte order mark are heard, and not believed."""

from __future__ import annotations

import pytest

from govgraph.sources.html.decoding import decode_html

WORDS = "Grüße aus Köln – „Straße“"
META = '<meta charset="{}"><p>' + WORDS


@pytest.mark.parametrize(
    ("raw", "charset", "encoding", "said"),
    [
        (META.format("utf-8").encode(), None, "utf-8", None),
        (META.format("windows-1252").encode("cp1252"), None, "cp1252", None),
        (META.format("iso-8859-1").encode("cp1252"), None, "cp1252", None),
        (META.format("iso-8859-1").encode(), None, "utf-8", "iso-8859-1"),
        (META.format("utf-8").encode("cp1252"), None, "cp1252", "utf-8"),
        (META.format("utf-8").encode(), "iso-8859-1", "utf-8", "iso-8859-1"),
        (("<p>" + WORDS).encode("cp1252"), "windows-1252", "cp1252", None),
        (("<p>" + WORDS).encode("cp1252"), None, "cp1252", None),
        (b"\xef\xbb\xbf" + META.format("iso-8859-1").encode(), None, "utf-8", None),
        (b"\xff\xfe" + ("<p>" + WORDS).encode("utf-16-le"), None, "utf-16-le", None),
        (b"\xfe\xff" + ("<p>" + WORDS).encode("utf-16-be"), "utf-8", "utf-16-be", None),
        (("<p>" + WORDS).encode("utf-16-le"), None, "utf-16-le", None),
        (META.format("utf-16").encode(), None, "utf-8", "utf-16"),
        (META.format("no-such-thing").encode("cp1252"), None, "cp1252", "no-such-thing"),
        (META.format("cp850").encode("cp850", "replace"), None, "cp850", None),
        (f'<?xml version="1.0" encoding="iso-8859-15"?><p>{WORDS}'.encode("iso-8859-15", "replace"), None,
         "iso8859-15", None),
    ],
)  # fmt: skip
def test_encoding(raw: bytes, charset: str | None, encoding: str, said: str | None) -> None:
    found = decode_html(raw, charset)
    assert (found.encoding, found.said, found.broken) == (encoding, said, 0)
    assert "Grüße aus Köln" in found.text


def test_a_damaged_letter_does_not_make_a_page_windows() -> None:
    found = decode_html(b'<meta charset="utf-8">' + WORDS.encode() * 50 + b"\xc3")
    assert (found.encoding, found.broken) == ("utf-8", 1)
    assert "Grüße" in found.text


def test_any_byte_is_read() -> None:
    assert decode_html(bytes(range(256))).encoding == "cp1252"
