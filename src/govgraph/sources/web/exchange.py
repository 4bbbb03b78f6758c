"""One request and its answer, with limits: how long is waited, how much is read, how often is tried again."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from govgraph import __version__
from govgraph.sources.web.connections import Pools, Watch

__all__ = ["AGENT", "LONGEST_WAIT", "MOVED", "Answer", "Limits", "Request", "Trouble", "Wrong", "decoded", "exchange"]

AGENT: Final = f"govgraph/{__version__} (+https://w3id.org/govgraph)"
LONGEST_WAIT: Final = 120.0
MOVED: Final = (301, 302, 307, 308)
_CHUNK: Final = 64 * 1024
_TRIES: Final = 5
_TRIES_UNHEARD: Final = 2
_BACKOFF: Final = 0.5
_AGAIN: Final = (429, 500, 502, 503, 504)
_MAY_SAY_WHEN: Final = (429, 503)


class Wrong(StrEnum):
    """What can go wrong."""

    SLOW = "slow"
    NO_HOST = "no-host"
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    BROKEN_OFF = "broken-off"
    OVERLOADED = "overloaded"
    COMPRESSED = "compressed"
    TOO_LARGE = "too-large"
    OTHER = "failed"


class Trouble(Exception):
    """An exchange that failed.

    Args:
        kind: What went wrong.
        detail: More of it: seconds, bytes, or the words of the library.
    """

    def __init__(self, kind: Wrong, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer may cost.

    Attributes:
        part: Seconds to wait for a connection and for each part.
        whole: Seconds for the whole of one try.
        most_bytes: Bytes of the body, also when it is unpacked.
    """

    part: float
    whole: float
    most_bytes: int


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked.

    Attributes:
        url: Address.
        headers: Headers beside the usual ones.
        method: Verb.
        body: Content to send.
        compressed: Whether a compressed answer is welcome.
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    body: bytes | None = None
    compressed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    Attributes:
        url: Address that answered.
        status: HTTP status.
        headers: By name in lower case; several of one name are joined by a comma.
        body: The whole body, unpacked; empty where it was not wanted.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


def _successful(status: int, headers: Mapping[str, str]) -> bool:
    return 200 <= status < 300


def exchange(
    pools: Pools,
    request: Request,
    limits: Limits,
    *,
    wanted: Callable[[int, Mapping[str, str]], bool] = _successful,
    before: Callable[[], None] | None = None,
) -> Answer:
    """Send a request until it is answered.

    It is sent up to five times when the host is overloaded (429, 5xx), after a back-off or the time that
    `Retry-After` names, and twice when nothing comes back. All requests only read, so that sending one twice does no
    harm. What says 429 or 5xx to the last is an answer.

    Args:
        pools: Connections.
        request: What is asked.
        limits: What the answer may cost.
        wanted: Whether the body of an answer is to be read, by status and headers.
        before: Called before each try; waits for one's turn.

    Raises:
        Trouble: No answer came, or too much of it.
        FetchError: The host may not be reached.
    """
    unheard = 0
    for number in range(1, _TRIES + 1):
        if before is not None:
            before()
        try:
            answer = _once(pools, request, limits, wanted)
        except Trouble as trouble:
            unheard += 1
            again = trouble.kind in (Wrong.SLOW, Wrong.UNREACHABLE, Wrong.BROKEN_OFF)
            if not again or unheard >= _TRIES_UNHEARD or number == _TRIES:
                raise
            time.sleep(_BACKOFF)
            continue
        if answer.status not in _AGAIN or number == _TRIES:
            return answer
        time.sleep(_wait(answer, number))
    raise AssertionError("the last try returns or raises")


def _wait(answer: Answer, number: int) -> float:
    usual: float = _BACKOFF * 2 ** (number - 1)
    wish = answer.headers.get("retry-after")
    if wish is None or answer.status not in _MAY_SAY_WHEN:
        return usual
    try:
        seconds = float(Retry().parse_retry_after(wish))
    except InvalidHeader:
        return usual
    if seconds > LONGEST_WAIT:
        raise Trouble(Wrong.OVERLOADED, f"{seconds:.0f}")
    return max(seconds, 0.0)


def _once(pools: Pools, request: Request, limits: Limits, wanted: Callable[[int, Mapping[str, str]], bool]) -> Answer:
    headers = {
        "Accept-Encoding": "gzip, deflate" if request.compressed else "identity",
        "Accept-Language": "de, en;q=0.5",
        "User-Agent": AGENT,
        **request.headers,
    }
    response: BaseHTTPResponse | None = None
    with Watch(limits.whole) as watch:
        try:
            response = pools.open(request.method, request.url, body=request.body, headers=headers, timeout=limits.part)
            told = {name.lower(): value for name, value in response.headers.items()}
            body = b""
            if wanted(response.status, told):
                body = _body(response, told, request, limits)
                response.release_conn()
            if watch.over:
                # where it was cut off may look like its end
                raise Trouble(Wrong.SLOW, f"{limits.whole:g}")
            return Answer(request.url, response.status, told, body)
        except Trouble:
            raise
        except (HTTPError, OSError, ValueError) as error:
            if watch.over:
                raise Trouble(Wrong.SLOW, f"{limits.whole:g}") from error
            raise _trouble(error, limits) from error
        finally:
            if response is not None:
                response.close()


def _body(response: BaseHTTPResponse, told: Mapping[str, str], request: Request, limits: Limits) -> bytes:
    length = told.get("content-length", "")
    if length.isdecimal() and int(length) > limits.most_bytes:
        raise Trouble(Wrong.TOO_LARGE, str(limits.most_bytes))
    parts, size = [], 0
    while part := response.read1(_CHUNK):
        size += len(part)
        if size > limits.most_bytes:
            raise Trouble(Wrong.TOO_LARGE, str(limits.most_bytes))
        parts.append(part)
    coding = told.get("content-encoding", "").strip().lower() or "identity"
    if coding == "identity":
        return b"".join(parts)
    if not request.compressed:
        raise Trouble(Wrong.COMPRESSED, coding)
    return decoded(b"".join(parts), coding, limits.most_bytes)


def decoded(packed: bytes, coding: str, most_bytes: int) -> bytes:
    """Unpacked bytes; never more than `most_bytes` are unpacked.

    Args:
        packed: As it came.
        coding: `gzip`, `x-gzip` or `deflate`.
        most_bytes: Limit.

    Raises:
        Trouble: Another coding, damaged or broken off, or too large.
    """
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise Trouble(Wrong.COMPRESSED, coding)
    if not packed:
        return b""
    # some servers send deflate with the frame of zlib, as the standard wants it, and some without
    bare = coding == "deflate" and (packed[0] & 0x0F != 8 or int.from_bytes(packed[:2], "big") % 31)
    bits = -zlib.MAX_WBITS if bare else zlib.MAX_WBITS if coding == "deflate" else zlib.MAX_WBITS | 16
    parts, size, left = [], 0, packed
    try:
        while left.strip(b"\x00"):
            unpacker = zlib.decompressobj(bits)
            part = unpacker.decompress(left, most_bytes - size + 1)
            parts.append(part)
            size += len(part)
            if size > most_bytes:
                raise Trouble(Wrong.TOO_LARGE, str(most_bytes))
            if not unpacker.eof:
                raise Trouble(Wrong.BROKEN_OFF, "the compressed content is not complete")
            left = unpacker.unused_data if coding != "deflate" else b""
    except zlib.error as error:
        raise Trouble(Wrong.BROKEN_OFF, f"the compressed content is damaged: {error}") from error
    return b"".join(parts)


def _trouble(error: Exception, limits: Limits) -> Trouble:
    words = " ".join(str(error).split())
    if isinstance(error, NameResolutionError):
        return Trouble(Wrong.NO_HOST)
    if isinstance(error, NewConnectionError):
        return Trouble(Wrong.UNREACHABLE, words.rpartition(": ")[2])
    if isinstance(error, ConnectTimeoutError | ReadTimeoutError | TimeoutError):
        return Trouble(Wrong.SLOW, f"{limits.part:g}")
    if isinstance(error, SSLError):
        return Trouble(Wrong.UNTRUSTED, words)
    if isinstance(error, ProtocolError):
        return Trouble(Wrong.BROKEN_OFF, words)
    return Trouble(Wrong.OTHER, words)
