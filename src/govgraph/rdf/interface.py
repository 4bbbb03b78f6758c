"""What a graph can be asked for, whoever holds it: the interface between stores and their readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

Term = NamedNode | BlankNode | Literal | Triple
Answer = QuerySolutions | QueryBoolean | QueryTriples


class Closing:
    """What is closed at the end of a `with` statement."""

    def close(self) -> None:
        """Let go of what is held."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@runtime_checkable
class GraphReader(Protocol):
    """A dataset that can be read."""

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Quads with the given terms, in no promised order; None stands for any term."""

    def query(self, sparql: str, substitutions: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Answer of a SPARQL query over the union of all graphs.

        A triple that stands in two named graphs matches twice, so queries that count or list say DISTINCT.

        Args:
            sparql: Query; the usual prefixes need no declaration. Updates are refused.
            substitutions: Variable name (without `?`) → the term that takes its place.

        Raises:
            SyntaxError: The text is no SPARQL query.
        """

    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs that hold a quad, sorted."""

    def __len__(self) -> int:
        """Number of quads."""


@runtime_checkable
class RemoteReader(GraphReader, Protocol):
    """A dataset that is far away: every look-up is a request."""

    def near(self) -> GraphReader:
        """What those ask who look up much: a copy in memory, or the dataset itself if it is huge.

        Raises:
            StoreError: It cannot be reached.
        """


@runtime_checkable
class GraphStore(GraphReader, Protocol):
    """A dataset that can be changed. Every implementation passes `tests/contract/test_stores.py`."""

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads; those already there change nothing."""

    def replace(self, quads: Iterable[Quad]) -> None:
        """Take out everything, then load."""

    def drop(self, graph: str) -> bool:
        """Take a named graph out with all its quads; False if there was none."""

    def dump(self, out: Path) -> None:
        """Write everything as N-Quads, sorted by line: equal datasets give equal bytes."""

    def close(self) -> None:
        """Let go of files and locks; a closed store raises StoreError. Closing again does nothing."""
