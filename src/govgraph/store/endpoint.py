"""Where a SPARQL server is, and who asks it."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Self
from urllib.parse import urlsplit

from govgraph.errors import AddressError, StoreError

TOKEN: Final = "GOVGRAPH_STORE_TOKEN"
USER: Final = "GOVGRAPH_STORE_USER"
PASSWORD: Final = "GOVGRAPH_STORE_PASSWORD"
_FILE: Final = "_FILE"


def is_address(place: object) -> bool:
    """Whether a place is the address of a server, not a path.

    >>> is_address("http://127.0.0.1:7878/query"), is_address("output")
    (True, False)
    """
    return isinstance(place, str) and place.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Addresses of a SPARQL 1.1 server.

    Attributes:
        query: Where it is asked.
        update: Where it is changed; where it is asked if none is given, with a last `query` replaced by `update`.
        graph_store: Its Graph Store Protocol; empty if it has none.

    Raises:
        StoreError: An address is none, or holds a password.
    """

    query: str
    update: str = ""
    graph_store: str = ""

    def __post_init__(self) -> None:
        if not self.update:
            head, mark, last = self.query.rpartition("/")
            object.__setattr__(self, "update", f"{head}{mark}update" if last == "query" else self.query)
        for address in (self.query, self.update, *filter(None, (self.graph_store,))):
            _checked(address)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a server is told of who asks; at most one of a token, and a user with a password.

    They are kept out of error messages, and out of `repr`.
    """

    token: str = field(default="", repr=False)
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Credentials as the environment has them.

        `GOVGRAPH_STORE_TOKEN`, or `GOVGRAPH_STORE_USER` with `GOVGRAPH_STORE_PASSWORD`; a name that ends in `_FILE`
        gives the file that holds the token or password.

        Raises:
            StoreError: A file cannot be read, or there is a token and a user.
        """
        token, password = _secret(environ, TOKEN), _secret(environ, PASSWORD)
        user = environ.get(USER, "")
        if token and user:
            raise StoreError(f"{TOKEN} and {USER} are both set; keep the one that the server wants")
        if ":" in user:
            raise StoreError(f"{USER} holds a colon, which basic authentication does not allow; correct it")
        return cls(token, user, password)

    def header(self) -> dict[str, str]:
        """HTTP headers that tell them; none if there are none."""
        if self.token:
            return {"Authorization": f"Bearer {self.token}"}
        if self.user:
            told = base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
            return {"Authorization": f"Basic {told}"}
        return {}

    def check(self, address: str) -> None:
        """See that they are not sent in the clear over a network.

        Raises:
            StoreError: They would be.
        """
        parts = urlsplit(address)
        if (self.token or self.user) and parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
            raise StoreError(
                f"{parts.scheme}://{parts.netloc} is not encrypted: no token or password is sent there; "
                f"give an https address, or unset {TOKEN} and {USER}"
            )


def _checked(address: str) -> None:
    try:
        parts = urlsplit(address)
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        port_is_one = False
    if not is_address(address) or not port_is_one or not parts.hostname or any(c <= " " for c in address):
        raise AddressError(f"{address!r:.200} is no address of a server; give one like http://127.0.0.1:7878/query")
    if parts.username is not None or parts.password is not None:
        host = parts.netloc.rpartition("@")[2]
        raise AddressError(f"the address of {host} holds a user or password; set {USER} and {PASSWORD}, or {TOKEN}")
    if parts.fragment:
        raise AddressError(f"{address!r:.200} holds a fragment, which is never sent; take it out")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _secret(environ: Mapping[str, str], name: str) -> str:
    file = environ.get(name + _FILE, "")
    found = environ.get(name, "")
    if file:
        try:
            found = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no UTF-8"
            raise StoreError(f"{name}{_FILE}: {file}: {reason}; name a file that holds it, and nothing else") from error
    if any(not " " <= one <= "~" for one in found):
        raise StoreError(f"{name} holds characters that HTTP cannot send; correct it")
    return found
