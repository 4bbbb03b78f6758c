"""What every part of `Graph` asks: the store, and what is near enough to be walked through."""

from __future__ import annotations

from os import PathLike

from govgraph.rdf.interface import GraphReader, RemoteReader

StrPath = str | PathLike[str]


class Held:
    """A store that somebody holds open."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._copy: GraphReader | None = None

    @property
    def store(self) -> GraphReader:
        """What holds the quads."""
        return self._store

    @property
    def _near(self) -> GraphReader:
        """What is walked through step by step: a copy of what a server holds, unless that is very large."""
        if self._copy is None:
            self._copy = self._store.near() if isinstance(self._store, RemoteReader) else self._store
        return self._copy

    def __len__(self) -> int:
        """Number of quads."""
        return len(self._store)
