"""How an HTML page is known."""

from __future__ import annotations

import pytest

from govgraph.sources.formats import HTML, format_of


@pytest.mark.parametrize(
    ("name", "sample", "media_type"),
    [
        ("a.html", None, None),
        ("a.HTM", None, None),
        ("https://a.example/x", None, "text/html"),
        ("a", b"<!DOCTYPE html><p>Text", None),
        ("a.txt", b"\n <HTML lang=de>", None),
        ("a", b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', None),
        ("a", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', None),
        ("a", "\ufeff<!doctype html>".encode("utf-16-le"), None),
        ("a.html", b"<p>Text ohne Kopf", None),
    ],
)
def test_it_is_html(name: str, sample: bytes | None, media_type: str | None) -> None:
    assert format_of(name, sample, media_type) is HTML


@pytest.mark.parametrize("sample", [b"<?xml version='1.0'?><rss>", b"Text mit <html> darin", b"%PDF-1.7"])
def test_it_is_not(sample: bytes) -> None:
    assert format_of("a", sample) is not HTML
