"""HTTP with a service: what is sent, to whom, and how it is said when that fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from govgraph.errors import ServiceError
from govgraph.sources.web.connections import Pools
from govgraph.sources.web.exchange import MOVED, Limits, Request, Trouble, Wrong, exchange

MOST_BYTES: Final = 16 * 1024 * 1024
_WHOLE: Final = 4
_HOPS: Final = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the address that answered at last, the status and the whole body."""

    url: str
    status: int
    body: bytes


class Web:
    """Sends requests to one host, one after the other.

    A request is tried again when the service is overloaded or silent, as `govgraph.sources.web.exchange` says.
    Redirects are followed on the same host only.

    Args:
        timeout: Seconds to wait for a connection and for each part of an answer; a whole answer may take four times
            that.
    """

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._pools = Pools()
        self.requests = 0

    def get(self, url: str) -> Answer:
        """Fetch an address.

        Raises:
            ServiceError: It cannot be reached, is too slow, sends too much, or sends to another host.
        """
        return self._send("GET", url, None, "")

    def post(self, url: str, body: bytes, content_type: str) -> Answer:
        """Send a body to an address.

        Raises:
            ServiceError: As for `get`.
        """
        return self._send("POST", url, body, content_type)

    def close(self) -> None:
        """Let go of connections."""
        self._pools.close()

    def _send(self, method: str, url: str, body: bytes | None, content_type: str) -> Answer:
        headers = {"Accept": "application/json", **({"Content-Type": content_type} if content_type else {})}
        limits = Limits(self._timeout, _WHOLE * self._timeout, MOST_BYTES)
        at = url
        for _ in range(_HOPS):
            self.requests += 1
            try:
                answer = exchange(self._pools, Request(at, headers, method, body), limits)
            except Trouble as trouble:
                raise ServiceError(_reason(at, trouble)) from trouble
            target = answer.headers.get("location", "")
            if answer.status not in MOVED or not target:
                return Answer(at, answer.status, answer.body)
            at = _followed(at, target)
        raise ServiceError(f"{url} redirects more than {_HOPS} times; give the address that answers in the end")


def _reason(url: str, trouble: Trouble) -> str:
    detail = trouble.detail
    return {
        Wrong.SLOW: f"{url} did not answer within {detail} s; try again later or with a longer --timeout",
        Wrong.NO_HOST: f"{url} cannot be reached: there is no host of that name; correct --service, or go online",
        Wrong.UNREACHABLE: f"{url} cannot be reached: {detail}; correct --service, or try again later",
        Wrong.UNTRUSTED: f"{url} cannot be trusted: {detail}; see that its certificate is valid",
        Wrong.BROKEN_OFF: f"{url} broke the connection off in the middle; try again later",
        Wrong.OVERLOADED: f"{url} is overloaded and wants to be left alone for {detail} s; run the command again then",
        Wrong.COMPRESSED: f"{url} sends a compressed answer that was not asked for; tell its makers",
        Wrong.TOO_LARGE: f"{url} sends more than {MOST_BYTES // 1024 // 1024} MiB; ask for less at a time",
        Wrong.OTHER: f"{url} cannot be asked: {detail}; correct --service, or try again later",
    }[trouble.kind]


def _followed(url: str, location: str) -> str:
    target = urljoin(url, location)
    old, new = urlsplit(url), urlsplit(target)
    same = (old.scheme, old.netloc) == (new.scheme, new.netloc)
    safer = (
        (old.scheme, new.scheme) == ("http", "https") and old.hostname == new.hostname and not (old.port or new.port)
    )
    if not same and not safer:
        raise ServiceError(f"{url} redirects to {target!r:.200}, another host; give that address if you trust it")
    return target
