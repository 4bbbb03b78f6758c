"""What is read: a store as it lies on the disk, or copies of one that is being written."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Protocol

from govgraph.errors import StoreError
from govgraph.serve import jobs
from govgraph.serve.jobs import Done, Job
from govgraph.serve.pool import Worker, watched
from govgraph.serve.worker import Setting


@dataclass(frozen=True, slots=True)
class Version:
    """A state of the dataset.

    Attributes:
        store: Folder that holds it.
        name: Another one for each state.
    """

    store: str
    name: str


class Source(Protocol):
    """Gives the newest state of a dataset."""

    @contextmanager
    def held(self) -> Iterator[Version]:
        """The newest state, which stays as long as the block runs."""
        ...

    async def end(self) -> None:
        """Let go of processes and files."""


class Standing:
    """A store that this server does not change. If a build puts another in its place, that one is read from then on.

    Args:
        folder: The store.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last = ""

    @contextmanager
    def held(self) -> Iterator[Version]:
        """The store as it lies there now."""
        try:
            found = (self._folder / "CURRENT").stat()
            self._last = f"{found.st_ino}-{found.st_mtime_ns}"
        except OSError:
            # it is being put in place; who has the former one open can still read it
            pass
        yield Version(str(self._folder), self._last)

    async def end(self) -> None:
        """Nothing is held."""


class Written:
    """A store that one process changes. Others read copies, which share its files and cost next to nothing.

    Args:
        setting: What the process is told that changes the store.
        aside: Folder for copies, on the disk of the store; it is there and empty.
        limit: Seconds that a change may wait, and may then take.
    """

    def __init__(self, setting: Setting, aside: Path, limit: float) -> None:
        self._setting = setting
        self._aside = aside
        self._limit = limit
        self._numbers = count(1)
        self._writer: Worker | None = None
        self._turn = asyncio.Lock()
        self._now = Version("", "")
        self._readers: Counter[str] = Counter()

    async def start(self) -> None:
        """Open the store.

        Raises:
            StoreError: It cannot be opened.
        """
        async with self._turn:
            done = await self._reopened()
        if done.status >= 400:
            raise StoreError(f"{self._setting.store} cannot be opened for writing: {done.message}")

    @contextmanager
    def held(self) -> Iterator[Version]:
        """The state after the last change that was answered."""
        version = self._now
        self._readers[version.store] += 1
        try:
            yield version
        finally:
            self._readers[version.store] -= 1
            self._forget(version)

    async def change(self, job: Job) -> Done:
        """Carry out a change. Once its turn has come it is not given up, whether or not somebody waits."""
        try:
            await asyncio.wait_for(self._turn.acquire(), self._limit)
        except TimeoutError:
            return Done(status=503, message="too many others write at the moment; try again in a while")
        return await asyncio.shield(asyncio.ensure_future(self._changed(job)))

    async def end(self) -> None:
        """End the process and remove the copies."""
        if self._writer is not None:
            await self._writer.end()
        shutil.rmtree(self._aside, ignore_errors=True)

    async def _changed(self, job: Job) -> Done:
        try:
            done = await self._attempt(job)
            if self._writer is None:
                # what was written before the process ended counts
                await self._reopened()
            return done
        finally:
            self._turn.release()

    async def _reopened(self) -> Done:
        return await self._attempt(Job(kind=jobs.OPEN))

    async def _attempt(self, job: Job) -> Done:
        if self._writer is None:
            self._writer = await Worker.start(self._setting)
        folder = self._aside / str(next(self._numbers))
        done = await watched(self._writer, replace(job, snapshot=str(folder), limit=self._limit), polite=False)
        if not self._writer.fit:
            await self._writer.end()
            self._writer = None
            shutil.rmtree(folder, ignore_errors=True)
        elif done.status < 400:
            former, self._now = self._now, Version(str(folder), folder.name)
            self._forget(former)
        return done

    def _forget(self, version: Version) -> None:
        if version != self._now and version.store and not self._readers[version.store]:
            del self._readers[version.store]
            shutil.rmtree(version.store, ignore_errors=True)
