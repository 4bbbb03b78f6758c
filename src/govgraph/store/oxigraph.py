"""Oxigraph, embedded: in memory and on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, Variable

from govgraph.errors import StoreError
from govgraph.rdf.interface import Answer, Closing, Term
from govgraph.rdf.namespaces import prefixes
from govgraph.rdf.sparql import has_dataset

_PREFIXES = prefixes()
_MANY = 250_000
"""Quads of one call after which a store on disk is put in order: that rewrites the store, which few are not worth."""


class MemoryStore(Closing):
    """A dataset in memory.

    Args:
        quads: What it holds from the start.
    """

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self._store: ox.Store | None = ox.Store()
        self.load(quads)

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads; those already there change nothing."""
        self._open.bulk_extend(quads)

    def replace(self, quads: Iterable[Quad]) -> None:
        """Take out everything, then load."""
        # read all before anything is taken out: the quads may come from this store
        held = list(quads)
        self._open.clear()
        self.load(held)

    def drop(self, graph: str) -> bool:
        """Take a named graph out with all its quads; False if there was none."""
        name = as_iri(graph)
        there = self._open.contains_named_graph(name)
        self._open.remove_graph(name)
        return there

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Quads with the given terms, in no promised order; None stands for any term."""
        return self._open.quads_for_pattern(subject, predicate, object, graph)

    def query(self, sparql: str, substitutions: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Answer of a SPARQL query over the union of all graphs; see `GraphReader.query`."""
        terms: dict[Variable, Term] = {Variable(name): term for name, term in (substitutions or {}).items()}
        # the engine would overlook the graphs that a query names by FROM
        union = not has_dataset(sparql)
        return self._open.query(
            sparql, prefixes=_PREFIXES, use_default_graph_as_union=union, substitutions=terms or None
        )

    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs that hold a quad, sorted."""
        names = {name.value for name in self._open.named_graphs() if isinstance(name, NamedNode)}
        return tuple(sorted(name for name in names if next(self.match(graph=NamedNode(name)), None) is not None))

    def dump(self, out: Path) -> None:
        """Write everything as N-Quads, sorted by line: equal datasets give equal bytes.

        Raises:
            StoreError: The file cannot be written.
        """
        write_dump(self.match(), out)

    def close(self) -> None:
        """Let go of files and locks. Closing again does nothing."""
        self._store = None

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError("the store is closed; open it again")
        return self._store

    def __len__(self) -> int:
        return len(self._open)


class OpenedStore(MemoryStore):
    """A dataset that somebody else has opened and will close.

    Args:
        store: The engine's store.
    """

    def __init__(self, store: ox.Store) -> None:
        self._store = store


class DiskStore(MemoryStore):
    """A dataset in a folder.

    One process writes; with `read_only`, any number of processes read what was there when they opened it.

    Args:
        path: Folder; made if missing, unless `read_only`.
        read_only: Refuse changes and take no lock.

    Raises:
        StoreError: The folder is missing, locked by another writer, damaged, or no store.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._store = _opened(path, read_only=read_only)

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads; those already there change nothing.

        Many quads arrive in parts that overlap on disk, and every look-up goes through all of them; so after many, the
        parts are merged. With ten million quads that takes a third of the time of loading, and look-ups then take less
        than a tenth of theirs.

        Raises:
            StoreError: The store is read-only, or the disk refuses.
        """
        counter = count()
        try:
            super().load(quad for quad, _ in zip(quads, counter, strict=False))
            self._open.flush()
            if next(counter) > _MANY:
                self._open.optimize()
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"{self.path}: {_reason(error)}; open it for writing, and see that the disk has room"
            ) from error

    def replace(self, quads: Iterable[Quad]) -> None:
        """Take out everything, then load.

        Raises:
            StoreError: The store is read-only, or the disk refuses.
        """
        try:
            super().replace(quads)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.path}: {_reason(error)}; open it for writing") from error

    def drop(self, graph: str) -> bool:
        """Take a named graph out with all its quads; False if there was none.

        Raises:
            StoreError: The store is read-only.
        """
        try:
            there = super().drop(graph)
            self._open.flush()
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{self.path}: {_reason(error)}; open it for writing") from error
        return there


def _opened(path: Path, *, read_only: bool) -> ox.Store:
    if read_only and not (path / "CURRENT").is_file():
        raise StoreError(f"no store at {path}; make one with `govgraph build`")
    if path.is_dir() and not (path / "CURRENT").is_file() and any(path.iterdir()):
        raise StoreError(f"{path} holds files but no store; give an empty or a new folder")
    try:
        return ox.Store.read_only(str(path)) if read_only else ox.Store(path)
    except (OSError, RuntimeError, ValueError) as error:
        reason = _reason(error)
        if "lock" in reason.lower():
            raise StoreError(f"the store {path} is in use by another program; end that, or open it to read") from error
        raise StoreError(f"the store {path} cannot be opened ({reason}); remove it and build again") from error


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())


def as_iri(text: str) -> NamedNode:
    """Name of a graph as a term.

    Raises:
        StoreError: It is no IRI.
    """
    try:
        return NamedNode(text)
    except ValueError as error:
        raise StoreError(f"{text!r:.120} is no IRI; name a graph by its IRI, see `graphs()`") from error


def write_dump(quads: Iterable[Quad], out: Path) -> None:
    """Write quads as N-Quads, sorted by line.

    Raises:
        StoreError: The file cannot be written.
    """
    lines = sorted(f"{quad} .\n" for quad in quads)
    try:
        out.write_text("".join(lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}; give a file that can be written") from error
