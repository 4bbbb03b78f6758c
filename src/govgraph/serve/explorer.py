"""Addresses of the explorer: its pages, the documents they show, and things by their IRI with content negotiation."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from govgraph.assets import ASSETS, asset
from govgraph.serve import jobs
from govgraph.serve.app import front
from govgraph.serve.asked import Refusal
from govgraph.serve.explorer_views import view_routes
from govgraph.serve.formats import TRIPLES, liking
from govgraph.serve.jobs import Job
from govgraph.serve.packing import packed, takes_gzip
from govgraph.serve.service import Service, refused

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""Content-Security-Policy of the pages: nothing from elsewhere, nothing written into them."""

_BUNDLE: Final = "explorer"
_PAGE: Final = ("text/html", "application/xhtml+xml")
_DATA: Final = tuple(media for offer in TRIPLES for media in offer.types)
_ENDINGS: Final = {
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".jsonld": "application/ld+json",
    ".rdf": "application/rdf+xml",
}
_MEDIA: Final = {".js": "text/javascript", ".css": "text/css"}
_SAFE: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_FRESH: Final = {"Cache-Control": "no-cache", **_SAFE}
_READ: Final = ["GET"]


def routes(service: Service) -> list[BaseRoute]:
    """Routes of the explorer, for `application`."""
    pages = _Explorer(service)
    further: list[BaseRoute] = []
    if service.corrections is not None:
        # what it needs is loaded only where there is something to review
        from govgraph.serve.reviewing import review_routes

        further = review_routes(service, service.corrections, pages.view, pages.described)
    return [
        Route("/", pages.start, methods=_READ),
        Route("/about", pages.about, methods=_READ),
        Route("/id/{address:path}", pages.thing, methods=_READ),
        Route("/api/index.json", pages.index, methods=_READ),
        Route("/api/terms.json", pages.terms, methods=_READ),
        Route("/api/sentences.json", pages.sentences, methods=_READ),
        Route("/api/about.json", pages.about_document, methods=_READ),
        Route("/api/id/{address:path}.json", pages.document, methods=_READ),
        Route(f"/{_BUNDLE}/{{file}}", _file, methods=_READ),
        *view_routes(pages.view, pages.described),
        *further,
    ]


class _Explorer:
    def __init__(self, service: Service) -> None:
        self._service = service

    async def start(self, request: Request) -> Response:
        """The first page; programs that do not ask for a page get a list of addresses."""
        accept = request.headers.get("accept", "")
        if liking(accept, *_PAGE) > liking(accept, "text/plain"):
            await self._service.pages.wake()
            return self._shell("./")
        answer = await front(request)
        answer.headers["Vary"] = "Accept"
        return answer

    async def thing(self, request: Request) -> Response:
        """What has the address as its IRI: as page or as triples, as the client likes; `.ttl`, `.jsonld` … by name."""
        address = request.path_params["address"]
        stem, dot, ending = address.rpartition(".")
        media = _ENDINGS.get(dot + ending)
        if media is not None:
            return await self._triples(request, stem, media)
        return await self._negotiated(request, address, "../" * (address.count("/") + 1))

    async def about(self, request: Request) -> Response:
        """The same for an IRI that is no address of this server: `?iri=`."""
        return await self._negotiated(request, _asked_for(request), "./")

    async def _negotiated(self, request: Request, address: str, root: str) -> Response:
        accept = request.headers.get("accept", "")
        page = liking(accept, *_PAGE)
        if not page or page < liking(accept, *_DATA):
            return await self._triples(request, address, accept)
        done = await self._service.told(Job(kind=jobs.DOCUMENT, text=jobs.KNOWN, graph=address), request)
        if done.status not in (200, 404):
            return refused(done)
        return self._shell(root, done.status)

    async def _triples(self, request: Request, address: str, accept: str) -> Response:
        return await self._service.read(request, Job(kind=jobs.DESCRIPTION, text=address, accept=accept))

    async def index(self, request: Request) -> Response:
        """All names, for the search."""
        return await self.described(request, jobs.INDEX)

    async def terms(self, request: Request) -> Response:
        """Labels of the ontology."""
        return await self.described(request, jobs.TERMS)

    async def sentences(self, request: Request) -> Response:
        """All quotes, for the search."""
        return await self.described(request, jobs.SENTENCES)

    async def document(self, request: Request) -> Response:
        """What the page of a thing shows."""
        return await self.described(request, jobs.THING, request.path_params["address"])

    async def about_document(self, request: Request) -> Response:
        """The same by IRI."""
        return await self.described(request, jobs.THING, _asked_for(request))

    async def view(self) -> Response:
        """A page that needs nothing but its script."""
        await self._service.pages.wake()
        return self._shell("./")

    async def described(self, request: Request, name: str, address: str = "") -> Response:
        """A document by its name."""
        job = Job(
            kind=jobs.DOCUMENT,
            text=name,
            graph=address,
            packed=_packed(request),
            known=request.headers.get("if-none-match", ""),
        )
        answer = await self._service.read(request, job)
        answer.headers.update(_FRESH)
        return answer

    def _shell(self, root: str, status: int = 200) -> Response:
        headers = {"Content-Security-Policy": POLICY, "Vary": "Accept", **_FRESH}
        page = asset(_BUNDLE, "index.html").replace('"./', f'"{root}')
        if self._service.corrections is not None:
            page = page.replace("<html ", "<html data-review ", 1)
        return Response(page, status, headers, media_type="text/html")


def _asked_for(request: Request) -> str:
    iri = request.query_params.get("iri", "")
    if not iri:
        raise Refusal(400, "no thing is named; add ?iri= and its IRI")
    return iri


@cache
def _files() -> frozenset[str]:
    return frozenset(one.name for one in (ASSETS / _BUNDLE).iterdir() if one.suffix in _MEDIA)


async def _file(request: Request) -> Response:
    name = request.path_params["file"]
    if name not in _files():
        raise Refusal(404, "there is no such file of the explorer; open its first page")
    # a digest of what is in it is part of its name
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding", **_SAFE}
    if not _packed(request):
        return FileResponse(ASSETS / _BUNDLE / name, headers=headers)
    return Response(_gzip(name), 200, {"Content-Encoding": "gzip", **headers}, media_type=_MEDIA[Path(name).suffix])


def _packed(request: Request) -> bool:
    return takes_gzip(request.headers.get("accept-encoding", ""))


@cache
def _gzip(name: str) -> bytes:
    return packed((ASSETS / _BUNDLE / name).read_bytes())
