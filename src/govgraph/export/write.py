"""One way out for all formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from govgraph.errors import QueryError
from govgraph.export import networks, rdf, table
from govgraph.export.jsonld import jsonld
from govgraph.model import Quotes
from govgraph.outfile import write_whole
from govgraph.rdf import GraphReader, with_quotes
from govgraph.store import MemoryStore

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "turtle": ".ttl",
        "trig": ".trig",
        "nquads": ".nq",
        "ntriples": ".nt",
        "jsonld": ".jsonld",
        "rdfxml": ".rdf",
        "graphml": ".graphml",
        "gexf": ".gexf",
        "csv": ".csv",
    }
)
"""Formats and the suffixes of their files."""

_WRITERS: Final[Mapping[str, Callable[[GraphReader], bytes]]] = {
    "turtle": rdf.turtle,
    "trig": rdf.trig,
    "nquads": rdf.nquads,
    "ntriples": rdf.ntriples,
    "jsonld": jsonld,
    "rdfxml": rdf.rdfxml,
    "graphml": networks.graphml,
    "gexf": networks.gexf,
    "csv": table.csv_table,
}


def render(store: GraphReader, format: str, quotes: Quotes = Quotes.FULL) -> bytes:
    """The graph in one of `FORMATS`, in UTF-8, with no more of the words of its articles than wanted.

    TriG, N-Quads and JSON-LD keep the named graphs; Turtle, N-Triples and RDF/XML hold their union. GraphML and GEXF
    hold the network of `to_networkx`, CSV one line for each statement and tenure.

    Raises:
        QueryError: No such format.
    """
    if format not in _WRITERS:
        raise QueryError(f"no format {format!r}; allowed are {', '.join(FORMATS)}")
    return _WRITERS[format](quoting(store, quotes))


def quoting(store: GraphReader, quotes: Quotes) -> GraphReader:
    """The graph with no more of the words of its articles than wanted: itself, or a copy in memory."""
    if quotes is Quotes.FULL:
        return store
    copy = MemoryStore()
    copy.load(with_quotes(store.match(), quotes))
    return copy


def export(store: GraphReader, format: str, out: Path | BinaryIO, quotes: Quotes = Quotes.FULL) -> None:
    """Write the graph in one of `FORMATS` to a file or an open binary stream; see `render`.

    Raises:
        QueryError: No such format.
        StoreError: The file cannot be written.
    """
    put(render(store, format, quotes), out)


def put(written: bytes, out: Path | BinaryIO) -> None:
    """Write what was rendered to a file or an open binary stream.

    Raises:
        StoreError: The file cannot be written.
    """
    if not isinstance(out, Path):
        out.write(written)
        return
    write_whole(out, written)
