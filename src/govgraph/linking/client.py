"""One service, asked through the cache."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit, urlunsplit

from govgraph.errors import InputError, ServiceError
from govgraph.linking import protocol
from govgraph.linking.cache import Cache
from govgraph.linking.knowledge import Known, known_service
from govgraph.linking.values import Candidate, Query, ReconcileOptions, Service

if TYPE_CHECKING:
    from govgraph.linking.transport import Web

_TOO_LARGE: Final = 413
_NO_ENTRY: Final = (401, 403)
_WRITABLE: Final = re.compile(r"[A-Za-z0-9!#$%&'()*+,./:;=?@\[\]_~-]+")


class Client:
    """Asks a service what the cache does not know.

    Args:
        url: Address of the service.
        options: Timeout and whether to ask anew.
        folder: Folder of the cache.

    Raises:
        InputError: The address is none of `http` or `https`, or holds a password.
    """

    def __init__(self, url: str, options: ReconcileOptions, folder: Path) -> None:
        self.url = _address(url)
        self._options = options
        self._cache = Cache(folder, self.url, refresh=options.refresh)
        self._web: Web | None = None

    @property
    def requests(self) -> int:
        """How many requests have gone out."""
        return self._web.requests if self._web else 0

    def manifest(self) -> tuple[Service, Known]:
        """What the service says of itself, and what is known of it.

        Raises:
            ServiceError: It cannot be asked, or is no reconciliation service.
            VocabularyError: A file that describes services cannot be used.
        """
        kept = self._cache.manifest()
        if kept is None:
            answer = self._online().get(self.url)
            _check(answer.status, self.url)
            endpoint, found = answer.url, protocol.read_json(answer.body, self.url)
        else:
            endpoint, found = kept
        known = known_service(protocol.spaces(found), self._options.lexicon)
        service = protocol.read_manifest(found, self.url, endpoint, known.prefixes)
        if kept is None:
            self._cache.keep_manifest(endpoint, found)
        return service, known

    def ask(
        self, queries: Sequence[Query], service: Service, told: Callable[[int], None]
    ) -> list[tuple[Candidate, ...]]:
        """Candidates for each query, in its order.

        Answers are kept as they come: when the service fails in the middle, the next run goes on from there.

        Args:
            queries: What to ask.
            service: The service.
            told: Is told how many queries are answered.

        Raises:
            ServiceError: The service cannot be asked, or breaks the protocol.
            StoreError: The cache cannot be written.
        """
        written = [protocol.written(query, service.version) for query in queries]
        found: list[tuple[Candidate, ...] | None] = []
        for one in written:
            kept = self._cache.result(one, service.version)
            found.append(None if kept is None else protocol.candidates(kept, service.space, service.url))
        open_ = [number for number, one in enumerate(found) if one is None]
        told(len(queries) - len(open_))
        size = service.batch_size
        while open_:
            now = open_[:size]
            answered = self._batch([written[number] for number in now], service)
            if answered is None:
                size = len(now) // 2
                continue
            for number, listed in zip(now, answered, strict=True):
                found[number] = protocol.candidates(listed, service.space, service.url)
                self._cache.keep_result(written[number], service.version, listed)
            open_ = open_[len(now) :]
            told(len(queries) - len(open_))
        return [one or () for one in found]

    def _batch(self, queries: Sequence[Mapping[str, object]], service: Service) -> list[list[object]] | None:
        """Answers as JSON, or None if these are too many queries at once."""
        address, content_type, body = protocol.request(queries, service)
        answer = self._online().post(address, body, content_type)
        if answer.status == _TOO_LARGE and len(queries) > 1:
            return None
        _check(answer.status, address)
        return protocol.results(protocol.read_json(answer.body, address), len(queries), service)

    def _online(self) -> Web:
        if self._web is None:
            from govgraph.linking.transport import Web

            self._web = Web(self._options.timeout)
        return self._web

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._web is not None:
            self._web.close()


def _check(status: int, url: str) -> None:
    if status in _NO_ENTRY:
        raise ServiceError(f"{url} answers {status}: it lets in only whom it knows; govgraph asks open services only")
    if not 200 <= status < 300:
        later = (
            "try again later" if status == 429 or status >= 500 else "is it the address of a reconciliation service?"
        )
        raise ServiceError(f"{url} answers {status}; {later}")


def _address(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
        port_is_one = parts.port is None or parts.port > 0
    except ValueError as error:
        raise InputError(f"{url!r:.200} is no address: {error}; give one that begins with https://") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_one:
        raise InputError(f"{url!r:.200} is no address of a service; give one that begins with https://")
    if parts.username is not None or parts.password is not None:
        raise InputError("the address of the service holds a user name; govgraph asks open services only, take it out")
    if not _WRITABLE.fullmatch(url.strip()):
        raise InputError(f"{url!r:.200} has characters that no address has; give it percent-encoded")
    return urlunsplit(parts._replace(fragment=""))
