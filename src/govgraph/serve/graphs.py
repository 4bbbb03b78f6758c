"""Graphs as things that have an address: Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from govgraph.serve import jobs
from govgraph.serve.asked import Refusal, content_type, decoded, iri, whole
from govgraph.serve.formats import DATASETS, TRIPLES, media_type, read_as
from govgraph.serve.jobs import EVERYTHING, Job
from govgraph.serve.service import Service, address, refused

_MULTIPART = "multipart/form-data"
_KINDS = {"PUT": jobs.PUT, "POST": jobs.POST, "DELETE": jobs.DELETE}


class Graphs:
    """The address of the graphs: `?graph=IRI`, `?default`, or below it a graph whose IRI is the address itself.

    Args:
        service: Service.
    """

    def __init__(self, service: Service) -> None:
        self._service = service

    async def __call__(self, request: Request) -> Response:
        """Answer a request."""
        reads = request.method in ("GET", "HEAD")
        if not reads:
            self._service.admit(request)
        graph = _graph(request)
        if reads:
            accept = request.headers.get("accept", "")
            return await self._service.read(request, Job(kind=jobs.GRAPH, graph=graph, accept=accept))
        if request.method == "DELETE":
            if graph == EVERYTHING:
                raise Refusal(400, "name the graph to be taken out: ?graph=IRI or ?default")
            return await self._changed(Job(kind=jobs.DELETE, graph=graph))
        return await self._put_or_post(request, graph)

    async def _put_or_post(self, request: Request, graph: str) -> Response:
        media, parameters = content_type(request)
        if parameters.get("charset", "utf-8").lower() not in ("utf-8", "utf8", "us-ascii"):
            raise Refusal(415, f"RDF is sent in UTF-8, not in {parameters['charset']}", _ACCEPTED)
        if media != _MULTIPART:
            _check(media)
        body = await whole(request, self._service.options.body * 1024 * 1024)
        parts = [(media, body)] if media != _MULTIPART else _parts(request.headers["content-type"], body)
        made = ""
        if graph == EVERYTHING and not _names_graphs(parts):
            if request.method == "PUT":
                raise Refusal(400, "name the graph: ?graph=IRI or ?default; without, quads are wanted")
            graph = made = f"{address(request).rstrip('/')}/{uuid.uuid4()}"
        files = [(self._service.file(), one) for one, _ in parts]
        try:
            for (path, _), (_, content) in zip(files, parts, strict=True):
                await run_in_threadpool(path.write_bytes, content)
            kept = tuple((str(path), one) for path, one in files)
            base = address(request) if graph in ("", EVERYTHING) else graph
            return await self._changed(Job(kind=_KINDS[request.method], graph=graph, base=base, body=kept), made)
        finally:
            for path, _ in files:
                Path(path).unlink(missing_ok=True)

    async def _changed(self, job: Job, made: str = "") -> Response:
        done = await self._service.change(job)
        if done.status >= 400:
            return refused(done)
        return Response(status_code=done.status, headers={"Location": made} if made else None)


_ACCEPTED = {"Accept-Post": ", ".join(one.type for one in TRIPLES)}


def _graph(request: Request) -> str:
    """IRI of the graph that a request is about; empty for the default graph, `*` if it names none.

    Raises:
        Refusal: It names several.
    """
    pairs = decoded(request.scope["query_string"])
    names = [value for name, value in pairs if name == "graph"]
    default = any(name == "default" for name, _ in pairs)
    if len(names) + default > 1:
        raise Refusal(400, "the address names several graphs; name one: ?graph=IRI or ?default")
    below = bool(request.path_params.get("below"))
    if below and pairs:
        raise Refusal(400, "the address is that of a graph; leave its parameters out")
    if below:
        return address(request)
    return "" if default else iri(names[0], "graph") if names else EVERYTHING


def _parts(header: str, body: bytes) -> list[tuple[str, bytes]]:
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + header.encode("latin-1") + b"\r\n\r\n" + body)
    if not message.is_multipart():
        raise Refusal(400, f"the body is no {_MULTIPART}: its parts are not where its boundary says")
    found = []
    for part in message.iter_parts():
        media, _ = media_type(part.get("Content-Type", ""))
        _check(media)
        content = part.get_payload(decode=True)
        found.append((media, content if isinstance(content, bytes) else b""))
    return found


def _check(media: str) -> None:
    if read_as(media) is None:
        known = ", ".join(one.type for one in TRIPLES)
        raise Refusal(415, f"{media or 'no type'} cannot be read as a graph; send one of {known}", _ACCEPTED)


def _names_graphs(parts: Sequence[tuple[str, bytes]]) -> bool:
    return any(read_as(media) in {one.format for one in DATASETS} for media, _ in parts)
