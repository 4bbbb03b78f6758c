"""Parts of quads on their way to a SPARQL server, by what the server takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol
from urllib.parse import urlencode, urljoin

from pyoxigraph import NamedNode

from govgraph.errors import StoreError
from govgraph.store.endpoint import Endpoint
from govgraph.store.parts import Part, as_count, as_nquads, as_pattern, as_update, by_graph, halves
from govgraph.store.requests import Refused, Uncertain

_NO_QUADS: Final = (400, 404, 405, 406, 409, 411, 415, 422, 500, 501)
_NO_UPDATES: Final = (400, 404, 405, 415, 501)
_TOO_LARGE: Final = (400, 413, 500)
_CHECKS: Final = 3


class Send(Protocol):
    """Sends a request and gives the headers of the answer."""

    def __call__(self, method: str, address: str, body: bytes, kind: str, *, twice: bool) -> Mapping[str, str]:
        """Headers of the answer, by name in lower case."""
        ...


class Sender:
    """Changes a server.

    Quads go to its Graph Store Protocol if it takes N-Quads there, else as `INSERT DATA`; a server that takes no
    updates gets its graphs one by one.

    Args:
        endpoint: The server.
        send: Sends a request.
        truth: Says whether a pattern is found in the graphs as they are.
        number: Asks a SELECT query that gives one number as `?n`.
    """

    def __init__(
        self, endpoint: Endpoint, send: Send, truth: Callable[[str], bool], number: Callable[[str], int]
    ) -> None:
        self._endpoint = endpoint
        self._send = send
        self._truth = truth
        self._number = number
        self._ways = [*((self._as_quads,) if endpoint.graph_store else ()), self._as_update]
        self._ways += [self._by_graph] if endpoint.graph_store else []
        self._proven = False
        self._most = 0

    def update(self, text: str, *, twice: bool = True) -> None:
        """Carry out an update.

        Raises:
            StoreError: The server cannot be reached, or refuses.
        """
        self._send("POST", self._endpoint.update, text.encode("utf-8"), "application/sparql-update", twice=twice)

    def clear(self, graphs: Callable[[], Iterable[str]]) -> None:
        """Take out everything.

        Args:
            graphs: Gives the IRIs of the named graphs, in case that the server takes no updates.

        Raises:
            StoreError: The server cannot be reached, or refuses.
        """
        try:
            self.update("DROP ALL")
        except Refused as refused:
            if not self._endpoint.graph_store or refused.status not in _NO_UPDATES:
                raise
            for graph in ("", *graphs()):
                self.remove(graph)

    def remove(self, graph: str) -> None:
        """Take a graph out, be it there or not; the default graph if no IRI is given.

        Raises:
            StoreError: The server cannot be reached, or refuses.
        """
        try:
            self.update(f"DROP SILENT {f'GRAPH {NamedNode(graph)}' if graph else 'DEFAULT'}")
        except Refused as refused:
            if not self._endpoint.graph_store or refused.status not in _NO_UPDATES:
                raise
            try:
                self._send("DELETE", self._address(graph), b"", "", twice=True)
            except Refused as missing:
                if missing.status != 404:
                    raise

    def send(self, part: Part) -> None:
        """Add the quads of a part.

        A part with blank nodes that may or may not have arrived is sent again only if the server holds as many quads as
        before. One that is refused is sent in halves, since it may be too large for the server; which goes on until a
        single quad is refused.

        Raises:
            StoreError: The server cannot be reached, or refuses.
        """
        two = halves(part)
        if two is None or not 0 < self._most < len(part.quads):
            try:
                if part.blank:
                    self._once(part)
                else:
                    self._deliver(part)
            except Refused as refused:
                if two is None or refused.status not in _TOO_LARGE:
                    raise
                self._most = len(two[0].quads)
            else:
                return
        for one in two or ():
            self.send(one)

    def _once(self, part: Part) -> None:
        before = self._number(as_count(part))
        for tried in range(1, _CHECKS + 1):
            try:
                self._deliver(part)
            except Uncertain:
                # it counts with the patience of a question, so the connection may come back meanwhile
                if self._number(as_count(part)) > before:
                    return
                if tried == _CHECKS:
                    raise
            else:
                return

    def _deliver(self, part: Part) -> None:
        while True:
            way = self._ways[0]
            try:
                way(part)
            except Refused as refused:
                unknown = _NO_QUADS if way == self._as_quads else _NO_UPDATES
                if self._proven or len(self._ways) == 1 or refused.status not in unknown:
                    raise
                self._ways.pop(0)
                continue
            self._proven = True
            return

    def _as_quads(self, part: Part) -> None:
        address = self._endpoint.graph_store
        told = self._send("POST", address, as_nquads(part), "application/n-quads", twice=not part.blank)
        if self._proven:
            return
        made = told.get("location", "")
        if made and urljoin(address, made) != address:
            # the protocol lets a server put what is sent to no graph into a new one
            self._send("DELETE", urljoin(address, made), b"", "", twice=True)
            raise Refused(415, f"{address} makes a new graph of what it gets; leave the address of the graph store out")
        if not self._truth(as_pattern(part.quads[0])):
            raise StoreError(
                f"{address} takes N-Quads but forgets their graphs; leave the address of the graph store out"
            )

    def _as_update(self, part: Part) -> None:
        self.update(as_update(part), twice=not part.blank)

    def _by_graph(self, part: Part) -> None:
        graphs = by_graph(part)
        if part.blank and len(graphs) > 1:
            raise StoreError(
                "blank nodes stand in several graphs, and the server takes neither quads nor updates; "
                "give --update-endpoint"
            )
        for graph, lines in graphs.items():
            self._send("POST", self._address(graph), lines, "application/n-triples", twice=not part.blank)

    def _address(self, graph: str) -> str:
        base = self._endpoint.graph_store
        return f"{base}{'&' if '?' in base else '?'}{urlencode({'graph': graph}) if graph else 'default'}"
