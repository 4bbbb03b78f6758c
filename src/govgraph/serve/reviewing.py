"""Addresses of the review queue: its page, what it offers, what was decided, and decisions to come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from govgraph.errors import CorrectionsChangedError, CorrectionsError
from govgraph.rdf.corrections import judgements_in
from govgraph.rdf.corrections_file import CorrectionsFile
from govgraph.serve import jobs
from govgraph.serve.asked import Refusal, content_type, whole
from govgraph.serve.decisions import Decision
from govgraph.serve.explorer_views import Document, Shell
from govgraph.serve.jobs import Job
from govgraph.serve.service import Service, refused

_MOST: Final = 1024 * 1024
"""Bytes of a decision."""

_SAFE: Final = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_DECISIONS: Final = "/api/review/decisions.json"


def review_routes(service: Service, file: CorrectionsFile, shell: Shell, document: Document) -> list[BaseRoute]:
    """Routes of the review queue.

    Args:
        service: A service that can be written to.
        file: Where decisions go.
        shell: Gives the page that the script fills.
        document: Answers with a document of that name, about what has that address.
    """
    queue = _Queue(service, file)

    async def page(request: Request) -> Response:
        return await shell()

    async def offered(request: Request) -> Response:
        return await document(request, jobs.REVIEW, "")

    return [
        Route("/review", page, methods=["GET"]),
        Route("/api/review.json", offered, methods=["GET"]),
        Route(_DECISIONS, queue.decided, methods=["GET"]),
        Route(_DECISIONS, queue.decide, methods=["POST"]),
        Route(_DECISIONS, queue.take_back, methods=["DELETE"]),
    ]


class _Queue:
    """Holds the file: one change after another."""

    def __init__(self, service: Service, file: CorrectionsFile) -> None:
        self._service = service
        self._file = file
        self._turn = asyncio.Lock()

    async def decided(self, request: Request) -> Response:
        """What the file says now."""
        self._admit(request)
        return await self._answered(self._all)

    async def decide(self, request: Request) -> Response:
        """Put a decision into the file."""
        self._admit(request)
        version = _version(request)
        if content_type(request)[0] != "application/json":
            raise Refusal(415, "a decision is sent as application/json")
        body = await whole(request, _MOST)
        try:
            Decision.read(body)
        except ValueError as error:
            raise Refusal(400, str(error)) from error
        try:
            now = await asyncio.to_thread(self._file.version)
        except CorrectionsError as error:
            raise Refusal(409, str(error)) from error
        if now != version:
            raise Refusal(412, "the file of corrections has been changed meanwhile; read it again")
        done = await self._service.told(Job(kind=jobs.DRAFT, decision=body.decode("utf-8")), request)
        if done.about is None:
            return refused(done)
        blocks = [(str(iri), str(block)) for iri, block in done.about["blocks"]]

        def added() -> Response:
            new = self._file.add(blocks, version)
            return self._told(frozenset(iri for iri, _ in blocks), 201 if new else 200)

        return await self._answered(added)

    async def take_back(self, request: Request) -> Response:
        """Take judgements out of the file: `?judgement=IRI`, once for each."""
        self._admit(request)
        version = _version(request)
        iris = request.query_params.getlist("judgement")
        if not iris:
            raise Refusal(400, "no judgement is named; add ?judgement= and its IRI")

        def dropped() -> Response:
            self._file.drop(iris, version)
            return self._told(frozenset())

        return await self._answered(dropped)

    async def _answered(self, act: Callable[[], Response]) -> Response:
        async with self._turn:
            try:
                return await asyncio.to_thread(act)
            except CorrectionsChangedError as error:
                raise Refusal(412, str(error)) from error
            except CorrectionsError as error:
                raise Refusal(409, str(error)) from error

    def _all(self) -> Response:
        return self._told(None)

    def _told(self, wanted: frozenset[str] | None, status: int = 200) -> Response:
        """Version of the file with its judgements, or those of them that are wanted."""
        held = self._file.read()
        found = judgements_in(held.content)
        told = [one.told() for one in found if wanted is None or one.iri in wanted]
        return JSONResponse({"version": held.version, "judgements": told}, status, _SAFE)

    def _admit(self, request: Request) -> None:
        """Let pages of this server decide for who shows the token, as bearer.

        A password, which browsers send by themselves, is not taken.

        Raises:
            Refusal: It is another page that asks, or the token is not shown.
        """
        origin = request.headers.get("origin")
        host = request.headers.get("host", "")
        site = request.headers.get("sec-fetch-site", "same-origin")
        if (origin is not None and urlsplit(origin).netloc != host) or site not in ("same-origin", "none"):
            raise Refusal(403, "decisions are taken from the pages of this server only; open its /review")
        if request.headers.get("authorization", "").partition(" ")[0].lower() == "basic":
            raise Refusal(401, "a password is not taken here; send the token as `Authorization: Bearer …`")
        self._service.admit(request)


def _version(request: Request) -> str:
    named = request.headers.get("if-match", "").strip().strip('"')
    if not named:
        raise Refusal(
            428, f"it is not said what the file held before; send the version that {_DECISIONS} tells as If-Match"
        )
    return named
