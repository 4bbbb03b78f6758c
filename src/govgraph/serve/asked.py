"""What a request asks for, by the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode
from starlette.requests import ClientDisconnect, Request

from govgraph.serve.formats import media_type

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

_PATIENCE: Final = 60.0
"""Seconds to wait for the next part of a body."""

_HEARD_OUT: Final = 8
"""A body that is too large is read, and thrown away, up to so many times the size that it may have."""

_FIELDS: Final = 100_000
_DATASET: Final = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}


class Refusal(Exception):
    """An answer that is a refusal.

    Args:
        status: Of the HTTP answer.
        message: One line: what was found, and what is wanted.
        headers: Further headers of the answer.
    """

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})


@dataclass(frozen=True, slots=True)
class Asked:
    """An operation of the protocol.

    Attributes:
        kind: `query` or `update`; empty if the service is to describe itself.
        text: Query or update.
        default: Graphs that make up the default graph; None if the request names no graphs.
        named: Named graphs; None likewise.
        union: Whether the union of all graphs is wanted as the default graph (`union-default-graph`).
    """

    kind: str
    text: str = ""
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    union: bool = False


async def asked(request: Request, most: int) -> Asked:
    """The operation that a request asks for.

    Args:
        request: GET, HEAD or POST.
        most: Bytes that its body may have.

    Raises:
        Refusal: It breaks the protocol.
    """
    raw = request.scope["query_string"]
    pairs = decoded(raw)
    if request.method != "POST":
        return _of_get(pairs) if raw else Asked("")
    media, parameters = content_type(request)
    if media == FORM:
        body = await whole(request, most)
        return _of_pairs([*decoded(body), *pairs], ("query", "update"))
    kind = {QUERY: "query", UPDATE: "update"}.get(media)
    if kind is None:
        raise Refusal(415, f"{media or 'no type'} is no SPARQL; send {QUERY}, {UPDATE} or {FORM}", _ACCEPTED)
    if any(name in ("query", "update") for name, _ in pairs):
        raise Refusal(400, "there is a query or update in the address, and one in the body; send one")
    if parameters.get("charset", "utf-8").lower() not in ("utf-8", "utf8", "us-ascii"):
        raise Refusal(415, f"SPARQL is sent in UTF-8, not in {parameters['charset']}", _ACCEPTED)
    try:
        text = (await whole(request, most)).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"the body is no UTF-8: {error.reason} at byte {error.start}") from error
    return _with_dataset(kind, text, pairs)


_ACCEPTED: Final = {"Accept-Post": f"{QUERY}, {UPDATE}, {FORM}"}


def _of_get(pairs: Sequence[tuple[str, str]]) -> Asked:
    if any(name == "update" for name, _ in pairs):
        raise Refusal(400, "an update is sent by POST, not by GET")
    return _of_pairs(pairs, ("query",))


def _of_pairs(pairs: Sequence[tuple[str, str]], kinds: Sequence[str]) -> Asked:
    found = [(name, value) for name, value in pairs if name in kinds]
    if len(found) != 1:
        raise Refusal(400, f"there are {len(found)} parameters {' or '.join(kinds)}; send one")
    kind, text = found[0]
    return _with_dataset(kind, text, pairs)


def _with_dataset(kind: str, text: str, pairs: Sequence[tuple[str, str]]) -> Asked:
    foreign = {name for other, names in _DATASET.items() if other != kind for name in names}
    for name, _ in pairs:
        if name in foreign:
            raise Refusal(400, f"{name} does not belong to {'an update' if kind == 'update' else 'a query'}")
    default, named = (tuple(iri(value, name) for key, value in pairs if key == name) for name in _DATASET[kind])
    union = kind == "query" and any(name == "union-default-graph" for name, _ in pairs)
    if not default and not named:
        return Asked(kind, text, union=union)
    return Asked(kind, text, default, named)


def iri(value: str, name: str) -> str:
    """IRI of a graph.

    Raises:
        Refusal: It is none.
    """
    try:
        return NamedNode(value).value
    except ValueError as error:
        raise Refusal(400, f"{name} is {value!r:.200}, which is no absolute IRI") from error


def decoded(raw: bytes) -> list[tuple[str, str]]:
    """Parameters of an address or a form.

    Raises:
        Refusal: They are not UTF-8.
    """
    try:
        return parse_qsl(
            raw.decode("utf-8"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=_FIELDS
        )
    except ValueError as error:
        raise Refusal(400, "the parameters are no URL-encoded UTF-8") from error


def content_type(request: Request) -> tuple[str, dict[str, str]]:
    """Media type of a body, and its parameters.

    Raises:
        Refusal: The body is compressed.
    """
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("", "identity"):
        raise Refusal(415, f"a body in {coding} is not understood; send it as it is", {"Accept-Encoding": "identity"})
    return media_type(request.headers.get("content-type", ""))


async def whole(request: Request, most: int) -> bytes:
    """A body.

    Raises:
        Refusal: It is larger than that, or does not come.
    """
    parts: list[bytes] = []
    size = 0
    stream = aiter(request.stream())
    while True:
        try:
            part = await asyncio.wait_for(anext(stream, None), _PATIENCE)
        except TimeoutError as error:
            raise Refusal(408, f"nothing more of the body has come for {_PATIENCE:g} seconds") from error
        except ClientDisconnect as error:
            raise Refusal(400, "the body has come to an early end") from error
        if part is None:
            break
        size += len(part)
        if size > most * _HEARD_OUT:
            break
        if size > most:
            # most clients read no answer before they have sent all
            parts.clear()
            continue
        parts.append(part)
    if size > most:
        raise _too_large(most)
    return b"".join(parts)


def _too_large(most: int) -> Refusal:
    return Refusal(
        413, f"the body is larger than {most // (1024 * 1024)} MiB; send it in parts", {"Connection": "close"}
    )
