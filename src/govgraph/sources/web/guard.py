"""Which addresses are fetched: http and https, without credentials, on public hosts unless the user said otherwise."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from govgraph.errors import FetchError

__all__ = ["Address", "Door", "Places", "address_of", "is_public"]

Places = list[tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]]]
"""Where a host can be reached: family and address of a socket."""

_PORTS: Final = {"http": 80, "https": 443}
_KEPT: Final = "/%:=&?~#+!$,;'@()*[]"
_TRACKING: Final = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid)(?:=.*)?")
_WITHIN_IPV6: Final = (
    (ipaddress.ip_network("64:ff9b::/96"), 0),
    (ipaddress.ip_network("64:ff9b:1::/48"), 0),
    (ipaddress.ip_network("::/96"), 0),
    (ipaddress.ip_network("2002::/16"), 80),
)
"""Networks that stand for IPv4 addresses, and how many bits stand behind these."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address that can be fetched.

    Attributes:
        url: Its one form: host in lower case, no fragment, no parameters that only count visits, percent-encoded.
        scheme: `http` or `https`.
        host: Name or number of the host, without brackets.
        port: Port, also where the address names none.
    """

    url: str
    scheme: str
    host: str
    port: int

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        return self.host, self.port

    @property
    def origin(self) -> str:
        """Scheme, host and port as an address begins with them."""
        return self.url[: len(self.scheme) + 3] + urlsplit(self.url).netloc


def address_of(url: str, base: str | None = None) -> Address:
    """Address that a user, a feed or a redirect names.

    Args:
        url: As given.
        base: Where it was found, for one that is relative.

    Raises:
        FetchError: It is none of http and https, has no host, or holds a user name or password.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        name = host if ":" in host or host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise FetchError("address", f"{url!r:.200}: no address ({error}); correct it") from error
    if parts.username is not None or parts.password is not None:
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        raise FetchError(
            "credentials", f"{shown!r:.200}: the address holds a user name; only open pages are fetched, take it out"
        )
    if parts.scheme not in _PORTS or not name or port == 0 or not re.fullmatch(r"[\w.:-]+", name):
        raise FetchError("address", f"{url!r:.200}: not fetched; give an address that begins with https:// or http://")
    usual = port in (None, _PORTS[parts.scheme])
    shown = f"[{name}]" if ":" in name else name
    query = "&".join(part for part in parts.query.split("&") if part and not _TRACKING.fullmatch(part))
    whole = urlunsplit(
        (
            parts.scheme,
            shown if usual else f"{shown}:{port}",
            quote(parts.path or "/", safe=_KEPT),
            quote(query, safe=_KEPT),
            "",
        )
    )
    return Address(whole, parts.scheme, name, port or _PORTS[parts.scheme])


def is_public(number: str) -> bool:
    """Whether an IP address is one of the public internet, also the IPv4 address that stands within an IPv6 one."""
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.is_site_local or found.teredo is not None:
            return False
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        for network, behind in _WITHIN_IPV6:
            if found in network:
                return is_public(str(ipaddress.IPv4Address(int(found) >> behind & 0xFFFFFFFF)))
    return found.is_global and not (
        found.is_multicast
        or found.is_reserved
        or found.is_loopback
        or found.is_link_local
        or found.is_private
        or found.is_unspecified
    )


class Door:
    """Looks up hosts, and lets through to public ones only.

    What it gives are the very addresses that were looked at, to be connected to: a name that is looked up a second
    time may stand for another place by then.

    Args:
        allow_private: Let through to every host.
        granted: Hosts with their ports that the user has named himself.
    """

    def __init__(self, *, allow_private: bool = False, granted: frozenset[tuple[str, int]] = frozenset()) -> None:
        self._all = allow_private
        self._granted = granted

    def places(self, host: str, port: int) -> Places:
        """Where a host can be reached.

        Raises:
            FetchError: One of its addresses is not public.
            OSError: There is no such host.
        """
        bare = host.strip("[]")
        found = socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM)
        places: Places = [(family, place) for family, _, _, _, place in found]
        if not self._all and (bare, port) not in self._granted:
            for _, place in places:
                if not is_public(str(place[0])):
                    raise FetchError(
                        "private",
                        f"{place[0]} is in the local network, and no feed or redirect may lead there; "
                        "name the address yourself, or use --allow-private",
                    )
        return places
