"""What all addresses of the server share: who works, what is read, who may write, how answers are sent."""

from __future__ import annotations

import base64
import hmac
import itertools
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.concurrency import iterate_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from govgraph.serve import jobs
from govgraph.serve.asked import Refusal, iri
from govgraph.serve.jobs import Done, Job
from govgraph.serve.options import ServeOptions
from govgraph.serve.pool import Pool
from govgraph.serve.sources import Source, Written

if TYPE_CHECKING:
    from govgraph.rdf import CorrectionsFile

ROWS_HEADER: Final = "X-SPARQL-MaxRows"
"""Header of an answer that may have been cut: how many rows or triples it has."""

_AT_ONCE: Final = 1024 * 1024
_RETRY: Final = "5"


@dataclass(frozen=True, slots=True)
class Service:
    """A running service.

    Attributes:
        options: Its settings.
        pool: Processes that answer.
        source: What they read.
        written: The same, if it can be changed.
        spool: Folder for answers on their way and bodies on theirs.
        pages: Processes that compute pages of the explorer.
        corrections: Where decisions of reviewers go; None if nothing can be reviewed.
        numbers: Give each of them a name.
    """

    options: ServeOptions
    pool: Pool
    source: Source
    written: Written | None
    spool: Path
    pages: Pool
    corrections: CorrectionsFile | None = None
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    def file(self) -> Path:
        """A file that is not there yet."""
        return self.spool / str(next(self.numbers))

    async def read(self, request: Request, job: Job) -> Response:
        """Answer a job that reads."""
        out = self.file()
        try:
            done = await self.told(replace(job, out=str(out)), request)
            if done.status >= 400:
                return refused(done)
            headers = {"Vary": "Accept", **warned(done), **done.headers}
            if done.status == 304:
                return Response(status_code=304, headers=headers)
            if done.cut:
                headers[ROWS_HEADER] = str(done.cut)
            return _sent(out, done.type, headers)
        finally:
            out.unlink(missing_ok=True)

    async def told(self, job: Job, request: Request | None = None) -> Done:
        """What comes of a job that reads; it is given up when the client of a request goes away."""
        with self.source.held() as version:
            job = replace(job, store=version.store, version=version.name)
            pool = self.pool
            if job.kind in (jobs.DOCUMENT, jobs.DESCRIPTION, jobs.DRAFT):
                pool = self.pages
                await pool.wake()
            return await pool.do(job, None if request is None else partial(_gone, request))

    async def change(self, job: Job) -> Done:
        """Carry out a job that writes.

        Raises:
            Refusal: The service only reads.
        """
        return await self.writable.change(job)

    @property
    def writable(self) -> Written:
        """What changes go to.

        Raises:
            Refusal: The service only reads.
        """
        if self.written is None:
            raise Refusal(403, "this server only reads; it takes changes if it was started with --write")
        return self.written

    def admit(self, request: Request) -> None:
        """Let those change who show the token: as bearer, or as password of any user.

        Raises:
            Refusal: It is not shown, or the service only reads.
        """
        _ = self.writable
        scheme, _, shown = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "basic":
            shown = _password(shown)
        if scheme.lower() in ("bearer", "basic") and hmac.compare_digest(
            shown.strip().encode("utf-8", "replace"), self.options.token.encode("utf-8", "replace")
        ):
            return
        found = "another token" if scheme else "no token"
        raise Refusal(
            401,
            f"{found} was shown; send the one that the server was started with as `Authorization: Bearer …`",
            {"WWW-Authenticate": 'Bearer realm="govgraph"'},
        )


def _password(shown: str) -> str:
    try:
        return base64.b64decode(shown.strip(), validate=True).decode("utf-8").partition(":")[2]
    except ValueError:
        return ""


def refused(done: Done) -> Response:
    """A refusal of a process as an answer."""
    headers = {"Retry-After": _RETRY} if done.status == 503 and "try again" in done.message else {}
    return refusal(done.status, done.message, headers)


def refusal(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that says what was amiss, on one line."""
    return PlainTextResponse(" ".join(message.split()) + "\n", status, headers)


def warned(done: Done) -> dict[str, str]:
    """Header that says what a client would not expect."""
    told = list(done.hints)
    if done.unknown:
        told.insert(0, f"functions that are not known give no value: {', '.join(done.unknown)}")
    return {"Warning": ", ".join(map(_warning, told))} if told else {}


def _warning(text: str) -> str:
    """A value of the header: a string in quotation marks, in ASCII."""
    plain = text.encode("ascii", "replace").decode("ascii").replace("\\", "").replace('"', "'")
    return f'199 govgraph "{plain}"'


async def _gone(request: Request) -> None:
    """Comes back when the client has gone; the body has been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _sent(path: Path, media: str, headers: Mapping[str, str]) -> Response:
    size = path.stat().st_size
    if size <= _AT_ONCE:
        return Response(path.read_bytes(), 200, headers, media_type=media)
    # the file is taken out of its folder as soon as it is open
    file = path.open("rb")

    async def parts() -> AsyncIterator[bytes]:
        with file:
            async for part in iterate_in_threadpool(iter(lambda: file.read(_AT_ONCE), b"")):
                yield part

    return StreamingResponse(parts(), 200, {**headers, "Content-Length": str(size)}, media_type=media)


def address(request: Request) -> str:
    """Address of a request without its parameters, as it was sent.

    Raises:
        Refusal: It is no IRI, because of what the client takes for the name of this host.
    """
    scope = request.scope
    host = request.headers.get("host") or "{}:{}".format(*(scope.get("server") or ("localhost", 80)))
    path = (scope.get("raw_path") or scope["path"].encode("utf-8")).decode("latin-1")
    return iri(f"{scope['scheme']}://{host}{path.partition('?')[0]}", "the address")
