"""SPARQL 1.1 Protocol: queries, updates, and the description of the service."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from govgraph.serve import jobs
from govgraph.serve.asked import Asked, Refusal, asked
from govgraph.serve.description import described
from govgraph.serve.formats import TRIPLES, chosen
from govgraph.serve.jobs import Job
from govgraph.serve.reading import unacceptable
from govgraph.serve.service import Service, address, refused, warned


class Endpoint:
    """An address that takes operations of the protocol.

    Args:
        service: Service.
        kinds: What it takes: `query`, `update`.
    """

    def __init__(self, service: Service, *kinds: str) -> None:
        self._service = service
        self._kinds = kinds

    async def __call__(self, request: Request) -> Response:
        """Answer a request."""
        if self._kinds == ("update",):
            # before a large body is read
            self._service.admit(request)
        wish = await asked(request, self._service.options.body * 1024 * 1024)
        if not wish.kind and "query" in self._kinds:
            return await self._description(request)
        if wish.kind not in self._kinds:
            raise Refusal(400, f"this address takes {' and '.join(self._kinds)} only; the other is at /sparql")
        return await (self._query if wish.kind == "query" else self._update)(request, wish)

    async def _query(self, request: Request, wish: Asked) -> Response:
        job = Job(
            kind=jobs.QUERY,
            text=wish.text,
            base=address(request),
            default=wish.default,
            named=wish.named,
            union=wish.union,
            accept=request.headers.get("accept", ""),
        )
        return await self._service.read(request, job)

    async def _update(self, request: Request, wish: Asked) -> Response:
        self._service.admit(request)
        base = address(request)
        done = await self._service.change(
            Job(kind=jobs.UPDATE, text=wish.text, base=base, default=wish.default, named=wish.named)
        )
        return Response(status_code=204, headers=warned(done)) if done.status < 400 else refused(done)

    async def _description(self, request: Request) -> Response:
        offer = chosen(request.headers.get("accept", ""), TRIPLES)
        if offer is None:
            return refused(unacceptable(TRIPLES))
        done = await self._service.told(Job(kind=jobs.ABOUT), request)
        if done.about is None:
            return refused(done)
        body = described(address(request), self._service.options, done.about, offer.format)
        return Response(body, 200, {"Vary": "Accept"}, media_type=offer.header)
