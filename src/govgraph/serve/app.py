"""The application: which address is answered by what.

Pages, scripts and other addresses of later additions are routes too: they are given to `application`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from govgraph.serve.asked import Refusal
from govgraph.serve.graphs import Graphs
from govgraph.serve.protocol import Endpoint
from govgraph.serve.service import ROWS_HEADER, Service, refusal

Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]

_READS: Final = ("GET", "HEAD", "POST")
_CHANGES: Final = ("POST",)
_STORES: Final = ("GET", "HEAD", "PUT", "POST", "DELETE")
_HEADERS: Final = "Accept, Authorization, Content-Type"


def application(service: Service, lifespan: Lifespan | None = None, routes: Sequence[BaseRoute] = ()) -> ASGIApp:
    """The server's answers.

    Args:
        service: Service.
        lifespan: Starts and ends what the service needs.
        routes: Further addresses; they may not take those of the protocols.
    """
    graphs = Graphs(service)
    known = [
        *_route("/sparql", Endpoint(service, "query", "update"), _READS),
        *_route("/query", Endpoint(service, "query"), _READS),
        *_route("/update", Endpoint(service, "update"), _CHANGES),
        *_route("/store", graphs, _STORES),
        *_route("/store/{below:path}", graphs, _STORES),
        *routes,
    ]
    if not any(getattr(one, "path", None) == "/" for one in routes):
        known.append(Route("/", front, methods=["GET"]))
    handlers: dict[Any, Any] = {Refusal: _refused, HTTPException: _no_route}
    app = Starlette(routes=known, lifespan=lifespan, exception_handlers=handlers)
    return Shared(app, service.options.origins)


def _route(path: str, endpoint: Callable[[Request], Any], methods: Sequence[str]) -> list[Route]:
    allowed = ", ".join((*methods, "OPTIONS"))

    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": allowed})
        return await endpoint(request)  # type: ignore[no-any-return]

    paths = [path] if path.endswith("}") else [path, f"{path}/"]
    return [Route(one, answer, methods=[*methods, "OPTIONS"]) for one in paths]


async def front(request: Request) -> Response:
    """What there is, in plain text."""
    lines = (
        "govgraph",
        "",
        "/sparql  SPARQL 1.1 Protocol: queries, and updates where they are allowed; its own description without any",
        "/query   queries only",
        "/update  updates only",
        "/store   SPARQL 1.1 Graph Store HTTP Protocol",
        "",
    )
    return PlainTextResponse("\n".join(lines))


async def _refused(request: Request, refused: Refusal) -> Response:
    return refusal(refused.status, refused.message, refused.headers)


async def _no_route(request: Request, error: HTTPException) -> Response:
    if error.status_code == 404:
        return refusal(404, "there is nothing at this address; SPARQL is answered at /sparql")
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        return refusal(405, f"{request.method} is not understood here; there are {allowed}", error.headers)
    return refusal(error.status_code, error.detail, error.headers)


class Shared:
    """Lets scripts of web pages ask (https://fetch.spec.whatwg.org/#http-cors-protocol).

    They never get at more than anybody: browsers are told to send no cookies, and there are none.

    Args:
        app: Application.
        origins: Pages that may ask; `*` for all.
    """

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self._app = app
        self._origins = tuple(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and say who may read it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        headers = self._headers(sent.get(b"origin", ""))
        if scope["method"] == "OPTIONS" and b"access-control-request-method" in sent:
            wanted = sent.get(b"access-control-request-headers", _HEADERS)
            headers["Access-Control-Allow-Methods"] = ", ".join(_STORES)
            headers["Access-Control-Allow-Headers"] = wanted
            headers["Access-Control-Max-Age"] = "86400"

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
                message = {**message, "headers": [*message.get("headers", ()), *pairs]}
            await send(message)

        await self._app(scope, receive, told)

    def _headers(self, origin: str) -> dict[str, str]:
        exposed = {"Access-Control-Expose-Headers": f"Location, {ROWS_HEADER}"}
        if "*" in self._origins:
            return {"Access-Control-Allow-Origin": "*", **exposed}
        if origin in self._origins:
            return {"Access-Control-Allow-Origin": origin, "Vary": "Origin", **exposed}
        return {"Vary": "Origin"}
