"""How the union of all graphs is asked for at a server: SPARQL leaves open what its default graph is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pyoxigraph import NamedNode, Quad

from govgraph.errors import StoreError

Parameters = tuple[tuple[str, str], ...]

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FEATURE: Final = NamedNode(_SD + "feature")
_IS_UNION: Final = NamedNode(_SD + "UnionDefaultGraph")
_LOOKED_AT: Final = 1_000_000
_APART: Final = (
    f"{{ SELECT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} }} LIMIT {_LOOKED_AT} }} FILTER NOT EXISTS {{ ?s ?p ?o }}"
)
_ANY_DEFAULT: Final = "?s ?p ?o"
_OPTION: Final = (("union-default-graph", ""),)
MOST_LISTED: Final = 20_000


class Union:
    """Finds out once how a server is to be asked, and remembers it.

    Args:
        truth: Says whether a pattern is found, given parameters of the protocol.
        described: Gives the service description of the server; nothing if it has none.
        counts: Gives the number of quads by IRI of the named graph.
    """

    def __init__(
        self,
        truth: Callable[[str, Parameters], bool],
        described: Callable[[], tuple[Quad, ...]],
        counts: Callable[[], Mapping[str, int]],
    ) -> None:
        self._truth = truth
        self._described = described
        self._counts = counts
        self._declared: bool | None = None
        self._covers: bool | None = None
        self._known: Parameters | None = None

    def parameters(self) -> Parameters:
        """Parameters of the protocol with which the default graph is the union of all graphs.

        In this order: none, if the default graph is the union anyway, by the description of the service or by a look
        at a million triples; `union-default-graph`, which some servers know; else each graph by name, which every
        server must understand.

        Raises:
            StoreError: There are too many graphs to name, or triples outside of all of them, which cannot be named.
        """
        if self._known is None:
            self._known = self._found()
        return self._known

    def covers(self) -> bool:
        """Whether the default graph, as the server has it, holds the triples of all others.

        Raises:
            StoreError: The server cannot be asked.
        """
        if self._declared is None:
            self._declared = any(one.predicate == _FEATURE and one.object == _IS_UNION for one in self._described())
        if self._covers is None:
            self._covers = self._declared or not self._truth(_APART, ())
        return self._covers

    def forget(self) -> None:
        """The graphs have changed: what was seen from them is no longer known."""
        self._known = self._covers = None

    def _found(self) -> Parameters:
        if self.covers():
            return ()
        return _OPTION if self._understands_option() else self._by_name()

    def _understands_option(self) -> bool:
        try:
            return not self._truth(_APART, _OPTION)
        except StoreError:
            return False

    def _by_name(self) -> Parameters:
        if self._truth(_ANY_DEFAULT, ()):
            raise StoreError(
                "the server holds triples in its default graph, which no query can join with its named graphs; let the "
                "server take the union of all graphs as its default graph"
            )
        names = sorted(self._counts())
        if len(names) > MOST_LISTED:
            raise StoreError(
                f"the server has {len(names)} graphs, more than can be named in a query; let the server take the union "
                "of all graphs as its default graph"
            )
        return tuple((key, name) for key in ("default-graph-uri", "named-graph-uri") for name in names)
