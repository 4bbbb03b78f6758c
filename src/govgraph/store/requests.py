"""Requests to a SPARQL server: who asks, what is tried again, and how it is said when it fails."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, TypeVar

from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
)
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from govgraph.errors import StoreError
from govgraph.sources.web.connections import Pools
from govgraph.sources.web.exchange import AGENT
from govgraph.store.endpoint import TOKEN, USER, Credentials

T = TypeVar("T")

_AGAIN: Final = (429, 502, 503, 504)
_CARRIED_ON: Final = (502, 504)
"""Said by a gateway, behind which a request may go on."""
_LONG: Final = 5.0
"""Seconds after which a 503 says that the time of a query was up, not that many are asking."""
_IN_MEMORY: Final = 16 * 1024 * 1024
_CHUNK: Final = 256 * 1024
LARGEST: Final = 16 * 1024**3
"""Bytes of an answer that are taken at most."""
_SAID: Final = 300


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server is waited for.

    Attributes:
        tries: How often a request is sent at most.
        pause: Seconds before the second try; each pause is twice the one before.
        longest: Seconds that a pause may last, also when the server asks for one.
        timeout: Seconds to wait for a connection and for each part of an answer.
    """

    tries: int = 6
    pause: float = 0.5
    longest: float = 60.0
    timeout: float = 300.0


class Refused(StoreError):
    """The server has answered, and says no.

    Args:
        status: HTTP status.
        message: One line.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Uncertain(StoreError):
    """No answer came, and the request may have been carried out."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the server said.

    Attributes:
        status: HTTP status.
        headers: By name in lower case.
        body: Content; the file of a large one.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes | Path

    def read(self, parse: Callable[..., T], **settings: object) -> T:
        """What a parser makes of the body: one of pyoxigraph, which opens its file at once."""
        return parse(self.body, **settings) if isinstance(self.body, bytes) else parse(path=self.body, **settings)

    def forget(self) -> None:
        """Take the file away, if there is one; who reads it already reads on."""
        if isinstance(self.body, Path):
            with suppress(OSError):
                self.body.unlink()


class Client:
    """Sends requests.

    Args:
        credentials: Who asks.
        patience: How long it waits.
    """

    def __init__(self, credentials: Credentials, patience: Patience) -> None:
        self._own = {"User-Agent": AGENT, "Accept-Encoding": "identity", **credentials.header()}
        self._credentials = credentials
        self._patience = patience
        self._pools = Pools()

    def send(
        self,
        method: str,
        address: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        twice: bool = True,
    ) -> Said:
        """Send a request until it is answered, with growing pauses.

        One that the server has worked on for long is not sent again: it would take as long.

        Args:
            method: Verb.
            address: Where to.
            body: What is sent.
            headers: Beside the usual ones.
            twice: Whether it does no harm if the request is carried out twice. If not, it is sent again only when
                the first one cannot have arrived.

        Raises:
            Refused: The server says no.
            Uncertain: No answer came to a request that must not be sent twice.
            StoreError: The server cannot be reached, or stays silent; or its answer finds no room here.
        """
        self._credentials.check(address)
        for number in range(1, self._patience.tries + 1):
            last = number == self._patience.tries
            begun = time.monotonic()
            try:
                said = self._once(method, address, body, {**self._own, **(headers or {})})
            except (NewConnectionError, ConnectTimeoutError) as error:
                if last:
                    raise StoreError(_unreachable(address, error)) from error
            except (HTTPError, OSError) as error:
                if not twice:
                    raise Uncertain(f"{address} did not answer: {_words(error)}") from error
                if isinstance(error, ReadTimeoutError):
                    raise StoreError(
                        f"{address} has been silent for {self._patience.timeout:g} seconds; ask for less, or see what "
                        "keeps the server"
                    ) from error
                if last:
                    raise StoreError(
                        f"{address} does not answer ({_words(error)}); {number} tries; see that it runs, and run the "
                        "command again"
                    ) from error
            else:
                if said.status < 300:
                    return said
                if not twice and said.status in _CARRIED_ON:
                    raise Uncertain(_refusal(address, said))
                too_long = "retry-after" not in said.headers and time.monotonic() - begun > _LONG
                if said.status not in _AGAIN or last or too_long:
                    raise Refused(said.status, _refusal(address, said))
                said.forget()
                time.sleep(self._asked(said, number))
                continue
            time.sleep(self._pause(number))
        raise AssertionError("the last try returns or raises")

    def close(self) -> None:
        """Let go of connections."""
        self._pools.close()

    def _once(self, method: str, address: str, body: bytes | None, headers: dict[str, str]) -> Said:
        response: BaseHTTPResponse | None = None
        try:
            response = self._pools.open(method, address, body=body, headers=headers, timeout=self._patience.timeout)
            content = _kept(address, response)
            response.release_conn()
            return Said(response.status, {name.lower(): value for name, value in response.headers.items()}, content)
        finally:
            if response is not None:
                response.close()

    def _pause(self, number: int) -> float:
        return min(self._patience.pause * 2.0 ** (number - 1), self._patience.longest)

    def _asked(self, said: Said, number: int) -> float:
        try:
            wish = float(Retry().parse_retry_after(said.headers["retry-after"]))
        except (KeyError, InvalidHeader):
            return self._pause(number)
        return min(max(wish, 0.0), self._patience.longest)


def _kept(address: str, response: BaseHTTPResponse) -> bytes | Path:
    first = b""
    while len(first) < _IN_MEMORY:
        # only the read that gives nothing says that the answer broke off
        if not (part := response.read(_IN_MEMORY - len(first))):
            return first
        first += part
    try:
        with tempfile.NamedTemporaryFile(prefix="govgraph-", delete=False) as file:
            path = Path(file.name)
            try:
                _written(address, first, response, file)
            except BaseException:
                path.unlink()
                raise
    except OSError as error:
        raise StoreError(f"the answer of {address} cannot be kept: {error.strerror}; make room") from error
    return path


def _written(address: str, first: bytes, response: BaseHTTPResponse, file: IO[bytes]) -> None:
    held, part = 0, first
    while part:
        held += len(part)
        if held > LARGEST:
            raise StoreError(f"{address} sends more than {LARGEST // 1024**3} GiB; ask for less")
        file.write(part)
        part = response.read(_CHUNK)


def _unreachable(address: str, error: Exception) -> str:
    if isinstance(error, NameResolutionError):
        return f"{address} cannot be reached: there is no host of that name; correct the address"
    reason = _words(error).rpartition(": ")[2]
    return f"{address} cannot be reached: {reason}; see that the server runs, or correct the address"


def _refusal(address: str, said: Said) -> str:
    told = said.body[: _SAID * 4] if isinstance(said.body, bytes) else b""
    said.forget()
    reason = _plain(told.decode("utf-8", "replace"))
    refused = f"{address} answers {said.status}{f' ({reason})' if reason else ''}"
    if said.status in (401, 403):
        return f"{refused}; set {TOKEN}, or {USER} and its password, to what this server wants"
    if 300 <= said.status < 400:
        target = _plain(said.headers.get("location", "elsewhere"))
        return f"{refused} and redirects to {target!r:.200}; give that address if you trust it"
    if said.status in (404, 405):
        return f"{refused}; correct the address: that of a SPARQL endpoint is wanted"
    return f"{refused}; see what the server logs"


def _words(error: Exception) -> str:
    return _plain(str(error))


def _plain(told: str) -> str:
    """What a server says on one line, without what would move the cursor of a terminal."""
    return "".join(one for one in " ".join(told.split()) if one.isprintable())[:_SAID]
