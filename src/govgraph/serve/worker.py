"""A process that answers queries, or carries out changes, one after another: `python -m govgraph.serve.worker`.

It is a process of its own so that it can be ended: the engine stops for nothing else. It imports little, for it is
started anew whenever a query was stopped.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Protocol

import pyoxigraph as ox

from govgraph.serve import changing, jobs, reading
from govgraph.serve.federation import forbidden
from govgraph.serve.jobs import Done, Job
from govgraph.serve.options import DefaultGraph

_GRACE: Final = 2.0
_SAID: Final = 2000
_TRIES: Final = 10
_PAUSE: Final = 0.1


def _document(opened: reading.Opened, job: Job) -> Done:
    # who only asks SPARQL pays nothing for it
    from govgraph.serve.documents import document

    return document(opened, job)


def _description(opened: reading.Opened, job: Job) -> Done:
    from govgraph.serve.documents import description

    return description(opened, job)


def _draft(opened: reading.Opened, job: Job) -> Done:
    from govgraph.serve.drafting import draft

    return draft(opened, job)


_READING: Final[dict[str, Callable[[reading.Opened, Job], Done]]] = {
    jobs.QUERY: reading.query,
    jobs.GRAPH: reading.graph,
    jobs.ABOUT: reading.about,
    jobs.DOCUMENT: _document,
    jobs.DESCRIPTION: _description,
    jobs.DRAFT: _draft,
}
_CHANGING: Final[dict[str, Callable[[ox.Store, Job], Done]]] = {
    jobs.UPDATE: changing.update,
    jobs.PUT: changing.put,
    jobs.POST: changing.post,
    jobs.DELETE: changing.delete,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a process is told as it starts.

    Attributes:
        rows: Rows or triples that an answer has at most.
        memory: MiB that it may use beside what it needs to open a store.
        default_graph: What a query sees that names no graphs.
        services: Hosts that `SERVICE` and `LOAD` may ask.
        writable: Whether the store can be changed.
        store: Folder of the store that it changes; empty for a process that reads.
        records: Folder of the records of the build; empty if there is none.
        build: Output folder of the build that may be reviewed; empty if there is none.
        pages: Whether it computes pages of the explorer, and loads what that needs before it is ready.
    """

    rows: int
    memory: int
    default_graph: str
    services: tuple[str, ...]
    writable: bool
    store: str = ""
    records: str = ""
    build: str = ""
    pages: bool = False

    def argument(self) -> str:
        """As it is told."""
        return json.dumps(asdict(self))


class _Hand(Protocol):
    def do(self, job: Job) -> Done: ...


class _Reader:
    """Reads the store that a job names; it stays open for the next."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._version = ""
        self._opened: reading.Opened | None = None

    def do(self, job: Job) -> Done:
        if self._opened is None or self._version != job.version:
            self._opened = None
            setting = self._setting
            try:
                store = _opened(job.store)
            except (OSError, RuntimeError, ValueError) as error:
                return Done(status=503, message=f"the graph cannot be opened ({_words(error)}); try again in a while")
            union = reading.is_union(store, DefaultGraph(setting.default_graph), writable=setting.writable)
            self._opened = reading.Opened(store, union, setting.rows, setting.records, setting.build)
            self._version = job.version
            _limit_memory(setting.memory)
        return _READING[job.kind](self._opened, job)


def _opened(folder: str) -> ox.Store:
    for _ in range(_TRIES):
        with suppress(OSError, RuntimeError, ValueError):
            return ox.Store.read_only(folder)
        # a build may be putting another one in its place
        time.sleep(_PAUSE)
    return ox.Store.read_only(folder)


class _Writer:
    """Changes one store, and makes copies of it for those that read."""

    def __init__(self, setting: Setting) -> None:
        self._store = ox.Store(setting.store)
        _limit_memory(setting.memory)

    def do(self, job: Job) -> Done:
        done = Done() if job.kind == jobs.OPEN else _CHANGING[job.kind](self._store, job)
        if done.status < 400:
            self._store.backup(job.snapshot)
        return done


def _limit_memory(more: int) -> None:
    """Keep a query from taking the memory of all others: the system refuses more, and the process ends."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (used + more * 1024 * 1024, hard))


def _ends_after(seconds: float) -> None:
    """Let the system end this process, even if the engine is busy and the server is gone; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _done(hand: _Hand, job: Job, services: Sequence[str]) -> Done:
    try:
        host = next(forbidden(job.text, services), None)
        if host is not None:
            return Done(status=403, message=f"this server does not ask others, and so not {host}; leave it out")
        return hand.do(job)
    except SyntaxError as error:
        from govgraph.query.run import explained, not_understood

        told = explained(error, job.text) if job.kind == jobs.QUERY else not_understood(error, job.text)
        return Done(status=400, message=told[:_SAID])
    except MemoryError:
        return Done(status=503, message="it needs more memory than there is for one query; narrow it")
    except (RuntimeError, ValueError) as error:
        return Done(status=400, message=f"it cannot be carried out: {_words(error)}")
    except OSError as error:
        return Done(status=500, message=f"it cannot be carried out: {_words(error)}")


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:_SAID]


def main(argument: str) -> None:
    """Work until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    setting = Setting(**json.loads(argument))
    hand: _Hand = _Writer(setting) if setting.store else _Reader(setting)
    if setting.pages:
        import govgraph.serve.documents

        if setting.build:
            import govgraph.serve.drafting  # noqa: F401
    # the time that a job may take does not begin before
    _tell(Done())
    for line in sys.stdin.buffer:
        job = Job.read(line)
        _ends_after(job.limit + _GRACE)
        done = _done(hand, job, setting.services)
        _ends_after(0.0)
        _tell(done)


def _tell(done: Done) -> None:
    sys.stdout.buffer.write(done.line())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1])
