"""Connections: to looked-at addresses only, and cut off when the time of a fetch is over."""

from __future__ import annotations

import socket
import threading
import urllib.request
from contextlib import suppress
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.response import BaseHTTPResponse

from govgraph.sources.web.guard import Door

__all__ = ["Pools", "Watch"]

_current: Final = threading.local()


class Watch:
    """Cuts off the connections that this thread uses in a `with` block when the block takes too long.

    A timeout of a socket starts anew with every byte; this one does not.

    Args:
        seconds: How long the block may take.
    """

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self.over = False

    def add(self, used: socket.socket) -> None:
        """Watch a connection."""
        # a copy: TLS takes the descriptor of a socket away from it
        copy = socket.fromfd(used.fileno(), used.family, used.type)
        with self._lock:
            self._sockets.append(copy)
            if self.over:
                _shut(copy)

    def _cut(self) -> None:
        with self._lock:
            self.over = True
            for one in self._sockets:
                _shut(one)

    def __enter__(self) -> Self:
        _current.watch = self
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _current.watch = None
        self._timer.cancel()
        with self._lock:
            for one in self._sockets:
                one.close()
            self._sockets.clear()


def _shut(one: socket.socket) -> None:
    with suppress(OSError):  # it has ended by itself
        one.shutdown(socket.SHUT_RDWR)


def _watched(used: Any) -> None:
    watch: Watch | None = getattr(_current, "watch", None)
    if watch is not None and used is not None:
        watch.add(used)


class _Guarded(HTTPConnection):
    """Goes through a door, and is watched."""

    def __init__(self, *arguments: Any, door: Door | None = None, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._door = door

    def _new_conn(self) -> socket.socket:
        made = super()._new_conn() if self._door is None else self._through(self._door)
        _watched(made)
        return made

    def putrequest(self, *arguments: Any, **settings: Any) -> None:
        _watched(self.sock)  # one that was kept open since an earlier request
        super().putrequest(*arguments, **settings)

    def _through(self, door: Door) -> socket.socket:
        try:
            places = door.places(self._dns_host, self.port)
        except (OSError, UnicodeError) as error:
            raise NameResolutionError(self.host, self, OSError(str(error))) from error  # type: ignore[arg-type]
        last: OSError | None = None
        for family, place in places:
            made = socket.socket(family, socket.SOCK_STREAM)
            try:
                made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if isinstance(self.timeout, int | float):
                    made.settimeout(self.timeout)
                made.connect(place)
                return made
            except OSError as error:
                made.close()
                last = error
        if isinstance(last, TimeoutError):
            raise ConnectTimeoutError(self, f"connection to {self.host} timed out") from last
        raise NewConnectionError(self, f"failed to connect: {last}") from last


class _GuardedTls(_Guarded, HTTPSConnection):
    """The same, encrypted."""


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Guarded


class _TlsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _GuardedTls


class Pools:
    """Connections that are kept open, by host; may be used by several threads.

    A proxy that the environment names is used. It looks names up itself, so that the door is asked beforehand.

    Args:
        door: Says which hosts may be reached; None for all.
    """

    def __init__(self, door: Door | None = None) -> None:
        self._door = door
        self._lock = threading.Lock()
        self._direct: dict[tuple[str, str, int | None], urllib3.HTTPConnectionPool] = {}
        self._proxies: dict[str, urllib3.ProxyManager] = {}

    def open(
        self, method: str, url: str, *, body: bytes | None, headers: dict[str, str], timeout: float
    ) -> BaseHTTPResponse:
        """Send a request; gives its answer with the body unread. Nothing is followed and nothing tried again.

        Raises:
            FetchError: The door is shut.
            urllib3.exceptions.HTTPError: It went wrong.
        """
        parts = urlsplit(url)
        proxy = _proxy_for(url)
        settings: dict[str, Any] = {
            "body": body,
            "headers": headers,
            "retries": False,
            "redirect": False,
            "timeout": urllib3.Timeout(connect=timeout, read=timeout),
            "preload_content": False,
            "decode_content": False,
        }
        if proxy is not None:
            if self._door is not None:
                try:
                    self._door.places(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
                except OSError as error:
                    raise NameResolutionError(parts.hostname or "", None, OSError(str(error))) from error  # type: ignore[arg-type]
            return self._proxied(proxy).urlopen(method, url, **settings)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return self._pool(parts.scheme, parts.hostname or "", parts.port).urlopen(method, target, **settings)

    def close(self) -> None:
        """Let go of connections."""
        with self._lock:
            for one in self._direct.values():
                one.close()
            for manager in self._proxies.values():
                manager.clear()
            self._direct.clear()

    def _pool(self, scheme: str, host: str, port: int | None) -> urllib3.HTTPConnectionPool:
        kind = _TlsPool if scheme == "https" else _Pool
        shown = f"[{host}]" if ":" in host else host
        with self._lock:
            found = self._direct.get((scheme, host, port))
            if found is None:
                found = self._direct[scheme, host, port] = kind(shown, port, maxsize=1, door=self._door)
            return found

    def _proxied(self, proxy: str) -> urllib3.ProxyManager:
        with self._lock:
            if proxy not in self._proxies:
                manager = urllib3.ProxyManager(proxy)
                manager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}
                self._proxies[proxy] = manager
            return self._proxies[proxy]


def _proxy_for(url: str) -> str | None:
    parts = urlsplit(url)
    proxies = urllib.request.getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    return proxy if proxy and not urllib.request.proxy_bypass(parts.hostname or "") else None
