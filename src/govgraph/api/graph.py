"""A graph that is opened, and closed."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from govgraph import linking, pipeline, query, store
from govgraph.api.files import Written
from govgraph.api.questions import Asked
from govgraph.errors import StoreError
from govgraph.pipeline.output import settle
from govgraph.rdf.interface import Closing, GraphStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.linking import Progress, ReconcileOptions, Reconciliation
    from govgraph.pipeline import Gap
    from govgraph.pipeline.options import StrPath
    from govgraph.query import Change, Inferences

_SYNTAX = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


class Graph(Asked, Written, Closing):
    """A graph that can be asked, exported and looked at.

    Open one with `Graph.open`, or let `govgraph.build` make one. It can be used in a `with` statement; without one,
    `close` lets go of its files. Graphs on disk are opened to read: several programs may do so at once.
    """

    @classmethod
    def open(cls, path: StrPath) -> Graph:
        """Open a graph.

        Args:
            path: Output folder of a build, the store in it, or an RDF file (`.ttl`, `.trig`, `.nt`, `.nq`, `.jsonld`,
                `.rdf`), which is read into memory; or the address of a SPARQL server, which is asked when the graph
                is. Who asks it stands in the environment (`govgraph.store.Credentials`).

        Raises:
            StoreError: There is no graph, or it cannot be read.
        """
        if isinstance(path, str) and store.is_address(path):
            return cls(store.RemoteStore(store.Endpoint(path)))
        place = Path(path)
        settle(place)
        for folder in (place / "store", place):
            if (folder / "CURRENT").is_file():
                return cls(store.DiskStore(folder, read_only=True))
        for file in (place, place / "graph.trig"):
            if file.is_file():
                return cls(_loaded(file))
        raise StoreError(f"no graph at {place}; make one with `govgraph build`, or name an output folder or RDF file")

    def infer(self, rules: StrPath | Sequence[StrPath] = ()) -> Inferences:
        """What follows from the graph by rules; see `govgraph.query.infer`. The graph stays as it is.

        Args:
            rules: Folders with rules of your own, beside those of the ontology.

        Raises:
            VocabularyError: A folder holds no rules, or a rule that cannot be used.
        """
        given = [rules] if isinstance(rules, str | PathLike) else rules
        return query.infer(self._near, query.load_inference_rules([Path(one) for one in given]))

    def with_inferences(self, rules: StrPath | Sequence[StrPath] = ()) -> Graph:
        """A graph in memory with what follows by rules, each rule in a named graph of its own.

        Raises:
            VocabularyError: As for `infer`.
        """
        joined = store.MemoryStore(self._store.match())
        joined.load(self.infer(rules).quads())
        return Graph(joined)

    def reconcile(
        self, service: str, options: ReconcileOptions | None = None, *, progress: Progress | None = None
    ) -> Reconciliation:
        """Ask a reconciliation service on the web who or what things of the graph are.

        The graph stays as it is: the answer are suggestions, for somebody to judge.

        Args:
            service: Address of a service that speaks the Reconciliation Service API.
            options: Settings; the defaults if None.
            progress: Is told how many things are answered for; nobody is if None.

        Raises:
            InputError: The address is none.
            NotFoundError: A name or class that the graph does not know.
            ServiceError: The service cannot be asked, or breaks the protocol.
            StoreError: The cache cannot be written.
            VocabularyError: A file that describes services cannot be used.
        """
        return linking.reconcile(self._near, service, options, progress or linking.silent)

    def diff(self, other: Graph, of: str | None = None) -> tuple[Change, ...]:
        """What has changed from this graph to another; see `govgraph.query.diff`.

        Args:
            other: The newer graph.
            of: Land, body, person or other thing that the changes must concern; None for all.

        Raises:
            NotFoundError: Neither graph knows the name.
            QueryError: A graph has offices but no timeline.
        """
        return query.diff(self._near, other._near, of)

    def rehydrate(self, sources: StrPath | Sequence[StrPath] = ()) -> tuple[Graph, tuple[Gap, ...]]:
        """Fill the quotes that this graph leaves out, from the pages that it was read from.

        Args:
            sources: Files, folders or globs, or one of these; none for the sources that the graph names.

        Returns:
            A graph in memory with all quotes that were found, verbatim; and what was not found, or not where it stood.
        """
        given = [sources] if isinstance(sources, str | PathLike) else sources
        done = pipeline.rehydrate(self._near, [str(one) for one in given])
        filled = store.MemoryStore()
        filled.load(done.quads)
        return Graph(filled), done.gaps

    def close(self) -> None:
        """Let go of files; a closed graph cannot be asked. Closing again does nothing."""
        for one in (self._store, self._copy):
            if isinstance(one, GraphStore):
                one.close()


def _loaded(path: Path) -> store.MemoryStore:
    syntax = _SYNTAX.get(path.suffix.lower())
    if syntax is None:
        raise StoreError(f"{path} is no RDF file by its suffix; allowed are {', '.join(_SYNTAX)}")
    try:
        return store.MemoryStore(ox.parse(path=str(path), format=syntax))
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path} cannot be read ({' '.join(str(error).split())}); build it again") from error
