"""How the union of all graphs is asked for at a server: SPARQL leaves open what its default graph is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pyoxigraph import NamedNode, Quad

from govgraph.errors import StoreError

Parameters = tuple[tuple[str, str], ...]

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FEATURE: Final = NamedNode(_SD + "feature")
_IS_UNION: Final = NamedNode(_SD + "UnionDefaultGraph")
_SAMPLE: Final = 1000
_APART: Final = (
    f"ASK {{ {{ SELECT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} }} LIMIT {_SAMPLE} }} FILTER NOT EXISTS {{ ?s ?p ?o }} }}"
)
_ANY: Final = "ASK { GRAPH ?g { ?s ?p ?o } }"
_ANY_DEFAULT: Final = "ASK { ?s ?p ?o }"
_OPTION: Final = (("union-default-graph", ""),)
MOST_LISTED: Final = 20_000


class Union:
    """Finds out once how a server is to be asked, and remembers it.

    Args:
        truth: Asks an ASK query with parameters of the protocol.
        described: Gives the service description of the server; nothing if it has none.
        graphs: Gives the IRIs of the named graphs.
    """

    def __init__(
        self,
        truth: Callable[[str, Parameters], bool],
        described: Callable[[], tuple[Quad, ...]],
        graphs: Callable[[], tuple[str, ...]],
    ) -> None:
        self._truth = truth
        self._described = described
        self._graphs = graphs
        self._known: Parameters | None = None
        self._listed: Parameters | None = None

    def parameters(self) -> Parameters:
        """Parameters of the protocol with which the default graph is the union of all graphs.

        In this order: none, if the default graph is the union anyway, by the description of the service or by a look
        at some triples; `union-default-graph`, which some servers know; else each graph by name, which every server
        must understand.

        Raises:
            StoreError: There are too many graphs to name, or triples outside of all of them, which cannot be named.
        """
        if self._known is not None:
            return self._known
        if self._listed is not None:
            return self._listed
        if any(one.predicate == _FEATURE and one.object == _IS_UNION for one in self._described()):
            self._known = ()
        elif not self._truth(_ANY, ()):
            return ()
        elif not self._truth(_APART, ()):
            self._known = ()
        elif self._understands_option():
            self._known = _OPTION
        else:
            self._listed = self._by_name()
            return self._listed
        return self._known

    def forget(self) -> None:
        """The graphs have changed."""
        self._listed = None

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
        names = self._graphs()
        if len(names) > MOST_LISTED:
            raise StoreError(
                f"the server has {len(names)} graphs, more than can be named in a query; let the server take the union "
                "of all graphs as its default graph"
            )
        return tuple((key, name) for key in ("default-graph-uri", "named-graph-uri") for name in names)
