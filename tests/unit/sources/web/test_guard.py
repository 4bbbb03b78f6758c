"""Which hosts count as public, and the one form of an address."""

from __future__ import annotations

import pytest

from govgraph.errors import FetchError
from govgraph.sources.web.guard import Door, address_of, is_public


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::",
        "2002:c0a8:101::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "nonsense", "",
    ],
)  # fmt: skip
def test_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number",
    ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8", "64:ff9b::808:808",
     "2002:808:808::1"],
)  # fmt: skip
def test_public(number: str) -> None:
    assert is_public(number)


def test_one_private_address_among_public_ones_shuts_the_door(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    found = [(socket.AF_INET, 1, 6, "", (number, 80)) for number in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(FetchError, match="local network"):
        Door().places("two.example", 80)
    assert len(Door(allow_private=True).places("two.example", 80)) == 2
    assert len(Door(granted=frozenset({("two.example", 80)})).places("two.example", 80)) == 2
    with pytest.raises(FetchError, match="local network"):
        Door(granted=frozenset({("two.example", 81)})).places("two.example", 80)


@pytest.mark.parametrize(
    ("given", "base", "url"),
    [
        ("HTTPS://WWW.Example.org", None, "https://www.example.org/"),
        ("https://example.org:443/a/../b", None, "https://example.org/a/../b"),
        ("http://example.org:8080/", None, "http://example.org:8080/"),
        (
            "https://exämple.org/Straße?q=Köln Süd",
            None,
            "https://xn--exmple-cua.org/Stra%C3%9Fe?q=K%C3%B6ln%20S%C3%BCd",
        ),
        ("https://example.org/%C3%9F?x=%20", None, "https://example.org/%C3%9F?x=%20"),
        ("https://example.org/a?utm_source=x&id=3&fbclid=9#teil", None, "https://example.org/a?id=3"),
        ("../c?d", "https://example.org/a/b", "https://example.org/c?d"),
        ("//other.example/x", "https://example.org/a", "https://other.example/x"),
        ("https://example.org./", None, "https://example.org/"),
        ("http://[::1]:8000/x", None, "http://[::1]:8000/x"),
        ("https://example.org/a\r\nHost: evil", None, "https://example.org/aHost:%20evil"),
    ],
)
def test_addresses_have_one_form(given: str, base: str | None, url: str) -> None:
    address = address_of(given, base)
    assert address.url == url
    assert address_of(url).url == url


@pytest.mark.parametrize(
    "given",
    ["", "a", "javascript:alert(1)", "data:text/html,x", "http:///x", "http://a b/", "http://[::1", "http://x:99999/",
     "https://exa\u2028mple.org/", "http://-_-!/", "mailto:a@example.org"],
)  # fmt: skip
def test_what_is_no_address(given: str) -> None:
    with pytest.raises(FetchError, match="address"):
        address_of(given)
