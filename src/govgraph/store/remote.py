"""Any SPARQL 1.1 server over HTTP, as a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import pyoxigraph as ox
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)

from govgraph.errors import StoreError
from govgraph.rdf.interface import Answer, Closing, GraphReader, Term
from govgraph.rdf.namespaces import prefixes
from govgraph.rdf.sparql import dataset, has_dataset, prologue
from govgraph.store.asking import checked, with_values
from govgraph.store.endpoint import Credentials, Endpoint
from govgraph.store.oxigraph import MemoryStore, as_iri, write_dump
from govgraph.store.parts import SIZE, Part, in_parts
from govgraph.store.requests import Client, Patience, Refused, Said
from govgraph.store.sending import Sender
from govgraph.store.union import Parameters, Union

_PREFIXES: Final = prefixes()
_ROWS: Final = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
_TRIPLES: Final = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
_PATIENCE: Final = Patience()
_DEFAULT: Final = DefaultGraph()
NEAR: Final = 1_000_000
"""Quads that are fetched at once, and kept in memory."""


class RemoteStore(Closing):
    """A dataset in a SPARQL 1.1 server.

    It is asked by the SPARQL 1.1 Protocol, and changed by updates or, where the endpoint names one, by the Graph Store
    Protocol. Requests that get no answer are sent again. Queries are about the union of all graphs, also where the
    server would only look into its default graph.

    A blank node has a name within one answer only, unless the server keeps its names. If the default graph holds the
    triples of all named graphs, what stands in it by itself is what no named graph has.

    Args:
        endpoint: The server.
        credentials: Who asks; None for those of the environment.
        patience: How long the server is waited for.
        size: Quads that are sent at once.

    Raises:
        StoreError: The credentials cannot be read.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        credentials: Credentials | None = None,
        *,
        patience: Patience = _PATIENCE,
        size: int = SIZE,
    ) -> None:
        self.endpoint = endpoint
        self._client: Client | None = Client(credentials or Credentials.from_environment(), patience)
        self._union = Union(self._truth, self._described, self.counts)
        self._sender = Sender(endpoint, self._sent, self._truth, self._counted)
        self._size = size

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Quads with the given terms, in no promised order; None stands for any term.

        Raises:
            StoreError: The server cannot be asked.
        """
        if subject is predicate is object is graph is None:
            return self._everything()
        return self._matching(subject, predicate, object, graph)

    def near(self) -> GraphReader:
        """A copy in memory of what the server holds now, for those who look up much; this store itself if it is huge.

        Raises:
            StoreError: The server cannot be asked.
        """
        if len(self) > NEAR:
            return self
        return MemoryStore(self.match())

    def _everything(self) -> Iterator[Quad]:
        """All quads: at one go, so that blank nodes keep together; those of a large graph in several."""
        if len(self) <= NEAR:
            yield from self._matching()
            return
        for some in _groups(self.counts(), NEAR):
            names = " ".join(str(NamedNode(name)) for name in some)
            rows = self._rows(f"SELECT ?s ?p ?o ?g WHERE {{ VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }}")
            yield from self._quads(rows)
        yield from self._quads(self._rows(f"SELECT ?s ?p ?o WHERE {{ {self._outside('?s ?p ?o')} }}"))

    def _matching(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        given = {"s": subject, "p": predicate, "o": object, "g": graph}
        # a blank node in a query stands for any term, so what comes is compared
        fixed = {name: term for name, term in given.items() if term is not None and not isinstance(term, BlankNode)}
        triple = " ".join(str(fixed.get(name, f"?{name}")) for name in "spo")
        free = [name for name in "spog" if name not in fixed]
        where = f"GRAPH {fixed.get('g', '?g')} {{ {triple} }}"
        if graph is None:
            where = f"{{ {where} }} UNION {{ {self._outside(triple)} }}"
        if not free:
            free, where = ["there"], f"{where} BIND(true AS ?there)"
        rows = self._rows(f"SELECT {' '.join(f'?{name}' for name in free)} WHERE {{ {where} }}")
        quads = self._quads({**fixed, **row} for row in rows)
        return (quad for quad in quads if not isinstance(object, BlankNode) or quad.object == object)

    def _outside(self, triple: str) -> str:
        """Pattern of what stands in no named graph."""
        return f"{triple} FILTER NOT EXISTS {{ GRAPH ?in {{ {triple} }} }}" if self._union.covers() else triple

    def query(self, sparql: str, substitutions: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Answer of a SPARQL query over the union of all graphs; see `GraphReader.query`.

        Raises:
            SyntaxError: The text is no SPARQL query; that is found before anything is sent.
            StoreError: The server cannot be asked, or refuses.
        """
        self._open  # noqa: B018 - a closed store says so, whatever it is asked
        kind = checked(sparql, substitutions)
        text = prologue(sparql, _PREFIXES) + with_values(sparql, substitutions or {})
        # some servers overlook FROM in the text, which the protocol says as well
        more = dataset(sparql, _PREFIXES) if has_dataset(sparql) else self._union.parameters()
        if kind is not QueryTriples:
            answer = self._results(text, more)
            if kind is QueryBoolean and isinstance(answer, QuerySolutions):
                answer = _yes_or_no(answer)
            if not isinstance(answer, kind):
                raise self._broken("the results of another query")
            return answer
        held = ox.Store()
        held.bulk_extend(Quad(one.subject, one.predicate, one.object) for one in self._triples(text, more))
        made = held.query("CONSTRUCT WHERE { ?s ?p ?o }")
        assert isinstance(made, QueryTriples)
        return made

    def graphs(self) -> tuple[str, ...]:
        """IRIs of the named graphs that hold a quad, sorted."""
        return tuple(sorted(self.counts()))

    def counts(self) -> dict[str, int]:
        """Number of quads by IRI of the named graph, as the server has it now."""
        rows = self._rows("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        found = ((row.get("g"), self._number(row)) for row in rows)
        return {g.value: number for g, number in found if isinstance(g, NamedNode) and number}

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads in parts; those already there change nothing, but those with blank nodes come to be twice.

        Raises:
            StoreError: The server cannot be asked, or refuses. What was sent before stays.
        """
        for part in in_parts(quads, self._size):
            self.send(part)

    def send(self, part: Part) -> None:
        """Add the quads of a part; see `load`.

        Raises:
            StoreError: The server cannot be asked, or refuses.
        """
        self._union.forget()
        self._sender.send(part)

    def clear(self) -> None:
        """Take out everything.

        Raises:
            StoreError: The server cannot be asked, or refuses.
        """
        self._union.forget()
        self._sender.clear(self.graphs)

    def replace(self, quads: Iterable[Quad]) -> None:
        """Take out everything, then load.

        Raises:
            StoreError: The server cannot be asked, or refuses.
        """
        # read all before anything is taken out: the quads may come from this store
        held = list(quads)
        self.clear()
        self.load(held)

    def drop(self, graph: str) -> bool:
        """Take a named graph out with all its quads; False if there was none.

        Raises:
            StoreError: The server cannot be asked, or refuses.
        """
        name = as_iri(graph)
        there = self._truth(f"GRAPH {name} {{ ?s ?p ?o }}")
        self._union.forget()
        self._sender.remove(graph)
        return there

    def empty_default(self) -> None:
        """Take out the triples that stand in no named graph.

        Raises:
            StoreError: The server cannot be asked, or refuses.
        """
        self._union.forget()
        self._sender.remove("")

    def dump(self, out: Path) -> None:
        """Write everything as N-Quads, sorted by line: equal datasets give equal bytes.

        Raises:
            StoreError: The file cannot be written, or the server cannot be asked.
        """
        write_dump(self.match(), out)

    def close(self) -> None:
        """Let go of connections. Closing again does nothing."""
        if self._client is not None:
            self._client.close()
        self._client = None

    @property
    def _open(self) -> Client:
        if self._client is None:
            raise StoreError("the store is closed; open it again")
        return self._client

    def _sent(self, method: str, address: str, body: bytes, kind: str, *, twice: bool) -> Mapping[str, str]:
        headers = {"Content-Type": kind} if kind else {}
        said = self._open.send(method, address, body or None, headers, twice=twice)
        said.forget()
        return said.headers

    def _asked(self, text: str, accept: str, more: Parameters) -> Said:
        body = urlencode([("query", text), *more]).encode("ascii")
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        return self._open.send("POST", self.endpoint.query, body, headers)

    def _results(self, text: str, more: Parameters = ()) -> QuerySolutions | QueryBoolean:
        said = self._asked(text, _ROWS, more)
        known = QueryResultsFormat.from_media_type(_kind(said))
        try:
            if known is None:
                raise self._no_sparql(said)
            # read to the end beforehand: whoever asked cannot tell a broken row from a mistake of their own
            _read_through(said, known)
            return said.read(ox.parse_query_results, format=known)
        except (SyntaxError, ValueError, OSError) as error:
            raise self._broken(error) from error
        finally:
            said.forget()

    def _triples(self, text: str, more: Parameters) -> tuple[Quad, ...]:
        said = self._asked(text, _TRIPLES, more)
        known = RdfFormat.from_media_type(_kind(said))
        try:
            if known is None:
                raise self._no_sparql(said)
            return tuple(said.read(ox.parse, format=known, base_iri=self.endpoint.query))
        except (SyntaxError, ValueError, OSError) as error:
            raise self._broken(error) from error
        finally:
            said.forget()

    def _rows(self, text: str, more: Parameters = ()) -> Iterator[dict[str, Term]]:
        """Rows of a SELECT query about the graphs as they are, variable → term."""
        found = self._results(text, more)
        if not isinstance(found, QuerySolutions):
            raise self._broken("no rows")
        names = [one.value for one in found.variables]
        for row in found:
            yield {name: term for name, term in zip(names, row, strict=True) if term is not None}

    def _quads(self, rows: Iterable[Mapping[str, Term]]) -> Iterator[Quad]:
        for row in rows:
            try:
                yield Quad(row["s"], row["p"], row["o"], row.get("g", _DEFAULT))  # type: ignore[arg-type]
            except (KeyError, TypeError) as error:
                raise self._broken("rows that are no quads") from error

    def _counted(self, text: str) -> int:
        return self._number(next(self._rows(text), {}))

    def _number(self, row: Mapping[str, Term]) -> int:
        found = row.get("n")
        if not isinstance(found, Literal) or not found.value.isdecimal():
            raise self._broken("no number where one was asked for")
        return int(found.value)

    def _truth(self, pattern: str, more: Parameters = ()) -> bool:
        """Whether a pattern is found. Rows are asked for, since not every server gives a plain answer to ASK."""
        return next(self._rows(f"SELECT (1 AS ?there) WHERE {{ {pattern} }} LIMIT 1", more), None) is not None

    def _described(self) -> tuple[Quad, ...]:
        said = Said(0, {}, b"")
        try:
            said = self._open.send("GET", self.endpoint.query, None, {"Accept": _TRIPLES})
            known = RdfFormat.from_media_type(_kind(said))
            return () if known is None else tuple(said.read(ox.parse, format=known, base_iri=self.endpoint.query))
        except (Refused, SyntaxError, ValueError):
            # a server need not describe itself
            return ()
        finally:
            said.forget()

    def _broken(self, found: object) -> StoreError:
        reason = " ".join(str(found).split())
        return StoreError(f"{self.endpoint.query} sends {reason:.300}; see that it speaks SPARQL, and what it logs")

    def _no_sparql(self, said: Said) -> StoreError:
        return StoreError(
            f"{self.endpoint.query} sends {_kind(said) or 'nothing that it names'!r:.80}, no SPARQL results; "
            "correct the address: that of a SPARQL endpoint is wanted"
        )

    def __len__(self) -> int:
        where = f"{{ GRAPH ?g {{ ?s ?p ?o }} }} UNION {{ {self._outside('?s ?p ?o')} }}"
        return self._counted(f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}")


def _kind(said: Said) -> str:
    return said.headers.get("content-type", "")


def _yes_or_no(answer: QuerySolutions) -> QuerySolutions | QueryBoolean:
    """What Virtuoso means by rows that it sends to those who ASK; other rows as they are."""
    if [one.value for one in answer.variables] != ["__ASK_RETVAL"]:
        return answer
    yes = any(isinstance(term, Literal) and term.value not in ("0", "false") for row in answer for term in row)
    said = ox.parse_query_results(b'{"head":{},"boolean":%s}' % (b"true" if yes else b"false"), QueryResultsFormat.JSON)
    assert isinstance(said, QueryBoolean)
    return said


def _read_through(said: Said, known: QueryResultsFormat) -> None:
    found = said.read(ox.parse_query_results, format=known)
    try:
        if isinstance(found, QuerySolutions):
            for _ in found:
                pass
    finally:
        # an error would keep it, and another thread may not let go of it
        del found


def _groups(counts: Mapping[str, int], most: int) -> Iterator[list[str]]:
    """Names of graphs, sorted, in groups that hold so many quads at most; a larger graph is one of its own."""
    group: list[str] = []
    held = 0
    for name in sorted(counts):
        if group and held + counts[name] > most:
            yield group
            group, held = [], 0
        group.append(name)
        held += counts[name]
    if group:
        yield group
