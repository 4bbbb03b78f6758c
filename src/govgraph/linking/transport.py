"""HTTP, with limits: how long is waited, how much is read, how often is tried again, and to whom is talked."""

from __future__ import annotations

import time
import urllib.request
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from govgraph import __version__
from govgraph.errors import ServiceError

AGENT: Final = f"govgraph/{__version__} (+https://w3id.org/govgraph)"
MOST_BYTES: Final = 16 * 1024 * 1024
LONGEST_WAIT: Final = 120.0
_CHUNK: Final = 64 * 1024
_WHOLE: Final = 4
_TRIES: Final = 5
_HOPS: Final = 5
_AGAIN: Final = (429, 500, 502, 503, 504)
_MOVED: Final = (301, 302, 307, 308)
_HEADERS: Final = {
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "Accept-Language": "de, en;q=0.5",
    "User-Agent": AGENT,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the address that answered at last, the status and the whole body."""

    url: str
    status: int
    body: bytes


class _TooLong(Exception):
    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class _Patience(Retry):
    """Tries again as long as the service wants to be waited for no longer than `LONGEST_WAIT`."""

    RETRY_AFTER_STATUS_CODES = frozenset({429, 503})

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        try:
            seconds = super().get_retry_after(response)
        except InvalidHeader:
            return None
        if seconds is not None and seconds > LONGEST_WAIT:
            raise _TooLong(seconds)
        return seconds


class Web:
    """Sends requests to one host, one after the other.

    A request is tried up to five times when the service is overloaded (429, 5xx), with a back-off, or after the time
    that `Retry-After` names; queries only read, so sending one twice does no harm. Redirects are followed on the same
    host only.

    Args:
        timeout: Seconds to wait for a connection and for each part of an answer; a whole answer may take four times
            that.
    """

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._pool: urllib3.PoolManager | None = None
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
        if self._pool is not None:
            self._pool.clear()

    def _send(self, method: str, url: str, body: bytes | None, content_type: str) -> Answer:
        headers = {**_HEADERS, "Content-Type": content_type} if content_type else _HEADERS
        at = url
        for _ in range(_HOPS):
            self.requests += 1
            response = self._once(method, at, body, headers)
            try:
                target = response.headers.get("Location", "")
                if response.status not in _MOVED or not target:
                    return Answer(at, response.status, self._body(response, at))
            finally:
                response.close()
            at = _followed(at, target)
        raise ServiceError(f"{url} redirects more than {_HOPS} times; give the address that answers in the end")

    def _once(self, method: str, url: str, body: bytes | None, headers: dict[str, str]) -> BaseHTTPResponse:
        pool = self._pool = self._pool or _pool(url)
        retries = _Patience(
            total=_TRIES - 1,
            connect=1,
            read=1,
            other=0,
            redirect=0,
            status_forcelist=_AGAIN,
            allowed_methods=None,
            backoff_factor=0.5,
            backoff_max=LONGEST_WAIT,
            raise_on_status=False,
        )
        try:
            return pool.urlopen(
                method,
                url,
                body=body,
                headers=headers,
                retries=retries,
                redirect=False,
                timeout=urllib3.Timeout(connect=self._timeout, read=self._timeout),
                preload_content=False,
                decode_content=False,
            )
        except _TooLong as error:
            raise ServiceError(
                f"{url} is overloaded and wants to be left alone for {error.seconds:.0f} s; run the command again then"
            ) from error
        except MaxRetryError as error:
            raise ServiceError(self._reason(url, error.reason or error)) from error
        except (HTTPError, OSError, ValueError) as error:
            raise ServiceError(self._reason(url, error)) from error

    def _body(self, response: BaseHTTPResponse, url: str) -> bytes:
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise ServiceError(f"{url} sends a compressed answer that was not asked for; tell its makers")
        end = time.monotonic() + _WHOLE * self._timeout
        parts, size = [], 0
        try:
            while part := response.read1(_CHUNK):
                size += len(part)
                if size > MOST_BYTES:
                    raise ServiceError(
                        f"{url} sends more than {MOST_BYTES // 1024 // 1024} MiB; ask for less at a time"
                    )
                if time.monotonic() > end:
                    raise ServiceError(self._slow(url, _WHOLE * self._timeout))
                parts.append(part)
        except (HTTPError, OSError, ValueError) as error:
            raise ServiceError(self._reason(url, error)) from error
        return b"".join(parts)

    def _slow(self, url: str, seconds: float) -> str:
        return f"{url} did not answer within {seconds:g} s; try again later or with a longer --timeout"

    def _reason(self, url: str, error: Exception) -> str:
        if isinstance(error, ConnectTimeoutError) and not isinstance(error, NewConnectionError):
            return self._slow(url, self._timeout)
        if isinstance(error, ReadTimeoutError):
            return self._slow(url, self._timeout)
        if isinstance(error, NameResolutionError):
            return f"{url} cannot be reached: there is no host of that name; correct --service, or go online"
        if isinstance(error, NewConnectionError):
            return f"{url} cannot be reached: {str(error).rpartition(': ')[2]}; correct --service, or try again later"
        if isinstance(error, SSLError):
            return f"{url} cannot be trusted: {' '.join(str(error).split())}; see that its certificate is valid"
        if isinstance(error, ProtocolError):
            return f"{url} broke the connection off in the middle; try again later"
        return f"{url} cannot be asked: {' '.join(str(error).split())}; correct --service, or try again later"


def _pool(url: str) -> urllib3.PoolManager:
    parts = urlsplit(url)
    proxies = urllib.request.getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if proxy and not urllib.request.proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy)
    return urllib3.PoolManager()


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
