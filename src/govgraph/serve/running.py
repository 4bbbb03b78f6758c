"""The server from its start to its end."""

from __future__ import annotations

import asyncio
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox
import uvicorn

from govgraph.errors import StoreError
from govgraph.pipeline.output import settle, writing
from govgraph.serve.app import application
from govgraph.serve.explorer import routes
from govgraph.serve.options import ServeOptions
from govgraph.serve.pool import Pool
from govgraph.serve.service import Service
from govgraph.serve.sources import Source, Standing, Written
from govgraph.serve.worker import Setting
from govgraph.store import DiskStore, Endpoint, RemoteStore, is_address

if TYPE_CHECKING:
    from govgraph.rdf import CorrectionsFile

ASIDE: Final = ".serving-"
_SUFFIXES: Final = (".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf")
_BACKLOG: Final = 256
_READY: Final = 2
_PAGES: Final = 2
"""Processes for pages of the explorer; they start when the first page is asked for."""
_PATIENCE: Final = 30.0
"""Seconds that a page may take at least, however short queries must be: its processes start with the first one."""
_KEEP_ALIVE: Final = 15
_FAREWELL: Final = 2


def serve(place: str, options: ServeOptions, ready: Callable[[str], None] = lambda address: None) -> None:
    """Serve a graph until the process is told to end (SIGINT, SIGTERM).

    Args:
        place: Output folder of a build, folder of a store, RDF file, or address of a SPARQL server; of the last two
            the graph as it is now is served. With `options.write`, a folder; a new or empty one gets a store.
        options: Settings.
        ready: Is told the address of the server once it answers.

    Raises:
        StoreError: There is no graph, or it cannot be read, or not be written.
        ValueError: The address cannot be listened at.
    """
    with ExitStack() as stack:
        listening = stack.enter_context(_listening(options.host, options.port))
        store = _store(place, options, stack)
        spool = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="govgraph-serve-")))
        host, port = listening.getsockname()[:2]
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        asyncio.run(_run(_Parts(store, spool, listening), options, stack, lambda: ready(address)))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is there before the server starts: the store, a folder for what is on its way, and the open port."""

    store: Path
    spool: Path
    listening: socket.socket


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    # the protocol is named, for asyncio sends small answers at once only where it is
    one = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        one.bind((host, port))
        one.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        one.close()
        reason = getattr(error, "strerror", None) or error
        raise ValueError(f"host {host}, port {port} cannot be listened at: {reason}") from error
    with one:
        yield one


def _store(place: str, options: ServeOptions, stack: ExitStack) -> Path:
    """Folder of the store to be served; what is not there as a store is made into one that ends with the server."""
    if options.write:
        return _writable(place, stack)
    if not is_address(place):
        path = Path(place)
        settle(path)
        for folder in (path / "store", path):
            if (folder / "CURRENT").is_file():
                DiskStore(folder, read_only=True).close()
                return folder
    copy = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="govgraph-serve-"))) / "store"
    with DiskStore(copy) as store:
        if is_address(place):
            with RemoteStore(Endpoint(place)) as remote:
                store.load(remote.match())
        else:
            store.load(_read(Path(place)))
    return copy


def _read(path: Path) -> Iterator[ox.Quad]:
    file = next((one for one in (path, path / "graph.trig") if one.is_file()), None)
    if file is None:
        raise StoreError(
            f"no graph at {path}; make one with `govgraph build`, or name an output folder or RDF file; with --write "
            "an empty one is made"
        )
    suffix = file.suffix.lower()
    form = ox.RdfFormat.from_extension(suffix.removeprefix("."))
    if form is None or suffix not in _SUFFIXES:
        raise StoreError(f"{file} is no RDF file by its suffix; allowed are {', '.join(_SUFFIXES)}")
    try:
        yield from ox.parse(path=file, format=form)
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{file} cannot be read ({' '.join(str(error).split())}); build it again") from error


def _writable(place: str, stack: ExitStack) -> Path:
    path = Path(place)
    if is_address(place) or path.is_file():
        raise StoreError(f"{place} cannot be served for writing; name a folder, or push it to such a server")
    if (path / "CURRENT").is_file():
        folder = path
    else:
        # builds into the same folder wait, and say why
        stack.enter_context(writing(path))
        folder = path / "store"
    # opened once for what there is to say if it cannot be
    DiskStore(folder).close()
    return folder


async def _run(parts: _Parts, options: ServeOptions, stack: ExitStack, ready: Callable[[], None]) -> None:
    corrections = _corrections(parts.store) if options.write else None
    setting = Setting(
        rows=options.rows,
        memory=options.memory,
        default_graph=options.default_graph.value,
        services=options.services,
        writable=options.write,
        records=_records(parts.store),
        build="" if corrections is None else str(parts.store.parent),
    )
    written = _written(parts.store, setting, options, stack) if options.write else None
    source: Source = written or Standing(parts.store)
    pool = Pool(setting, options.most, options.timeout)
    pages = Pool(replace(setting, pages=True), _PAGES, max(options.timeout, _PATIENCE), polite=False)
    service = Service(options, pool, source, written, parts.spool, pages, corrections)
    config = uvicorn.Config(
        application(service, routes=routes(service)),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_FAREWELL,
    )
    try:
        if written is not None:
            await written.start()
        await pool.start(_READY)
        await _Server(config, ready).serve([parts.listening])
    finally:
        await pages.end()
        await pool.end()
        await source.end()


def _records(store: Path) -> str:
    """Folder of records beside the store of a build."""
    folder = store.parent / "records"
    return str(folder) if folder.is_dir() and (store.parent / "manifest.json").is_file() else ""


def _corrections(store: Path) -> CorrectionsFile | None:
    """File of corrections of the build that has made a store; None if none has."""
    from govgraph.pipeline.building import corrections_path
    from govgraph.pipeline.manifest import options_of
    from govgraph.rdf import CorrectionsFile

    try:
        options = options_of(store.parent)
    except StoreError:
        return None
    return CorrectionsFile(corrections_path(store.parent, options))


def _written(store: Path, setting: Setting, options: ServeOptions, stack: ExitStack) -> Written:
    for left in store.parent.glob(f"{ASIDE}*"):
        _remove(left)
    aside = tempfile.mkdtemp(prefix=ASIDE, dir=store.parent)
    stack.callback(_remove, Path(aside))
    return Written(replace(setting, store=str(store)), Path(aside), options.timeout)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


class _Server(uvicorn.Server):
    """Ends when it is told to, and leaves the exit code to the command."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[Any]:
        """End at SIGINT and SIGTERM; at the second one without waiting for answers on their way."""
        loop = asyncio.get_running_loop()
        signals = (signal.SIGINT, signal.SIGTERM)
        for one in signals:
            with suppress(NotImplementedError):
                loop.add_signal_handler(one, self.handle_exit, one, None)
        try:
            yield
        finally:
            for one in signals:
                with suppress(NotImplementedError):
                    loop.remove_signal_handler(one)
