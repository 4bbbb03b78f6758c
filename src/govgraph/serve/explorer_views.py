"""Addresses of the explorer's views: the page for SPARQL, network, timeline and map, and the documents they show."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from govgraph.serve import jobs

VIEWS: Final = ("sparql-editor", "network", "timeline", "map")
"""Pages that the script of the explorer draws by itself."""

_READ: Final = ["GET"]

Shell = Callable[[], Awaitable[Response]]
Document = Callable[[Request, str, str], Awaitable[Response]]


def view_routes(shell: Shell, document: Document) -> list[BaseRoute]:
    """Routes of the views.

    Args:
        shell: Gives the page that the script fills.
        document: Answers with a document of that name, about what has that address.
    """

    async def page(request: Request) -> Response:
        return await shell()

    def told(name: str, address: Callable[[Request], str] = _nothing) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await document(request, name, address(request))

        return answer

    timeline, land_map = told(jobs.TIMELINE, _thing), told(jobs.MAP, _mapped)
    return [
        *(Route(f"/{one}", page, methods=_READ) for one in VIEWS),
        Route("/api/questions.json", told(jobs.QUESTIONS), methods=_READ),
        Route("/api/charts.json", told(jobs.CHARTS), methods=_READ),
        Route("/api/maps.json", told(jobs.MAPS), methods=_READ),
        Route("/api/timeline.json", timeline, methods=_READ),
        Route("/api/timeline/{address:path}.json", timeline, methods=_READ),
        Route("/api/map/{predicate}.json", land_map, methods=_READ),
        Route("/api/map/{predicate}/{address:path}.json", land_map, methods=_READ),
    ]


def _nothing(_: Request) -> str:
    return ""


def _mapped(request: Request) -> str:
    return f"{request.path_params['predicate']}/{_thing(request)}"


def _thing(request: Request) -> str:
    """What is asked for: by address, or by `?iri=`."""
    address: str = request.path_params.get("address", "")
    return address or request.query_params.get("iri", "")
