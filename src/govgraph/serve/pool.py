"""Processes that work for the server: started when needed, ended when they take too long, and then replaced."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final, Self

from govgraph.serve.jobs import Done, Job
from govgraph.serve.worker import Setting

SLOW: Final = 1.0
"""Seconds after which a query steps back behind others."""

GONE: Final = 499
"""Status of what nobody waits for."""

_LINE: Final = 64 * 1024 * 1024
_POLITE: Final = 10
_QUEUE: Final = 16
"""How many may wait, for each that is answered."""


class Worker:
    """A process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.fit = True

    @classmethod
    async def start(cls, setting: Setting) -> Self:
        """Start one, and wait until it is ready."""
        one = cls(
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "govgraph.serve.worker",
                setting.argument(),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LINE,
            )
        )
        try:
            await one._heard()
        except asyncio.CancelledError:
            await one.end()
            raise
        return one

    async def do(self, job: Job) -> Done:
        """What comes of a job. A process that ends over it is no longer fit."""
        assert self._process.stdin is not None
        with suppress(ConnectionError):
            self._process.stdin.write(job.line())
            await self._process.stdin.drain()
        done = await self._heard()
        return _ended(await self._process.wait(), job) if done is None else done

    async def _heard(self) -> Done | None:
        """What it says next; None if it has ended."""
        assert self._process.stdout is not None
        line = b""
        with suppress(ConnectionError):
            line = await self._process.stdout.readline()
        if line.endswith(b"\n"):
            return Done.read(line)
        self.fit = False
        return None

    def step_back(self) -> None:
        """Let other processes go first. That cannot be undone."""
        if hasattr(os, "setpriority") and self.fit:
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._process.pid, _POLITE)

    def kill(self) -> None:
        """Tell the system to end it, whatever it does."""
        self.fit = False
        with suppress(ProcessLookupError):
            self._process.kill()

    async def end(self) -> None:
        """End it, and wait until it has ended."""
        self.kill()
        await self._process.wait()


def _ended(code: int, job: Job) -> Done:
    if -code in (signal.SIGABRT, getattr(signal, "SIGKILL", 0)):
        return Done(status=503, message="stopped: it needs more memory than there is for one query; narrow it")
    if -code == getattr(signal, "SIGALRM", 0):
        return _too_long(job.limit)
    return Done(status=500, message="the process that worked on it has ended; it may be nested too deeply")


def _too_long(limit: float) -> Done:
    return Done(status=503, message=f"stopped after {limit:g} seconds; narrow it, or ask for less at a time")


async def watched(
    worker: Worker, job: Job, gone: Callable[[], Awaitable[None]] | None = None, *, polite: bool = True
) -> Done:
    """Have a process do a job, and stop it when its time is up or when nobody waits for it any longer.

    Args:
        worker: Process; it is no longer fit if it was stopped, or gives way to others for good.
        job: Job; its limit is kept.
        gone: Comes back when nobody waits.
        polite: Whether it gives way to others when it takes long.
    """
    done = asyncio.ensure_future(worker.do(job))
    left = [asyncio.ensure_future(gone())] if gone is not None else []
    waiting: set[asyncio.Future[Any]] = {done, *left}
    slow = False
    try:
        first = min(SLOW, job.limit)
        ready, _ = await asyncio.wait(waiting, timeout=first, return_when=asyncio.FIRST_COMPLETED)
        if not ready and job.limit > first:
            if polite:
                worker.step_back()
                slow = True
            ready, _ = await asyncio.wait(waiting, timeout=job.limit - first, return_when=asyncio.FIRST_COMPLETED)
        if done.done():
            return done.result()
        return Done(status=GONE, message="nobody waits for it") if ready else _too_long(job.limit)
    finally:
        worker.fit = worker.fit and done.done() and not slow
        for one in waiting:
            one.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


class Pool:
    """Processes that answer queries.

    Args:
        setting: What each is told.
        most: How many there may be.
        limit: Seconds that a query may wait, and may then take.
        polite: Whether a process that works for long gives way to others, and is replaced afterwards.
    """

    def __init__(self, setting: Setting, most: int, limit: float, *, polite: bool = True) -> None:
        self._setting = setting
        self._most = most
        self._limit = limit
        self._polite = polite
        self._woken = False
        self._ready = asyncio.Semaphore(0)
        self._idle: deque[Worker] = deque()
        self._busy: set[Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._waiting = 0

    async def start(self, number: int) -> None:
        """Have some processes ready, and all of them soon."""
        first = min(number, self._most)
        for _ in range(first):
            await self._another()
        self._later(self._most - first)

    async def wake(self) -> None:
        """Have all processes ready soon, unless they are already."""
        if not self._woken:
            self._woken = True
            await self.start(0)

    async def do(self, job: Job, gone: Callable[[], Awaitable[None]] | None = None) -> Done:
        """What comes of a job; status 503 if there are too many others, or its time is up."""
        if not await self._turn():
            return Done(status=503, message="too many others ask at the moment; try again in a while")
        # the one that worked last has most in its caches
        worker = self._idle.pop()
        self._busy.add(worker)
        try:
            return await watched(worker, replace(job, limit=self._limit), gone, polite=self._polite)
        finally:
            self._busy.discard(worker)
            if worker.fit:
                self._idle.append(worker)
                self._ready.release()
            else:
                # nobody has to wait for its end, or for the next one to start as long as others are ready
                worker.kill()
                self._later(1, worker)

    async def end(self) -> None:
        """End all processes."""
        starting = tuple(self._starting)
        for task in starting:
            task.cancel()
        await asyncio.gather(*starting, return_exceptions=True)
        for worker in (*self._idle, *self._busy):
            await worker.end()
        self._idle.clear()

    async def _turn(self) -> bool:
        if self._waiting >= self._most * _QUEUE:
            return False
        self._waiting += 1
        try:
            await asyncio.wait_for(self._ready.acquire(), self._limit)
        except TimeoutError:
            return False
        finally:
            self._waiting -= 1
        return True

    def _later(self, number: int, former: Worker | None = None) -> None:
        task = asyncio.ensure_future(self._more(number, former))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _more(self, number: int, former: Worker | None) -> None:
        if former is not None:
            await former.end()
        for _ in range(number):
            await self._another()

    async def _another(self) -> None:
        while True:
            try:
                self._idle.append(await Worker.start(self._setting))
            except OSError:
                # the system has no room for a process at the moment
                await asyncio.sleep(1.0)
                continue
            self._ready.release()
            return
