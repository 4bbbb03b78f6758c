"""One way out for all formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from govgraph.errors import QueryError, StoreError
from govgraph.export import networks, rdf, table
from govgraph.export.jsonld import jsonld
from govgraph.rdf.interface import GraphReader

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


def render(store: GraphReader, format: str) -> bytes:
    """The graph in one of `FORMATS`, in UTF-8.

    TriG, N-Quads and JSON-LD keep the named graphs; Turtle, N-Triples and RDF/XML hold their union. GraphML and GEXF
    hold the network of `to_networkx`, CSV one line for each statement and tenure.

    Raises:
        QueryError: No such format.
    """
    if format not in _WRITERS:
        raise QueryError(f"no format {format!r}; allowed are {', '.join(FORMATS)}")
    return _WRITERS[format](store)


def export(store: GraphReader, format: str, out: Path | BinaryIO) -> None:
    """Write the graph in one of `FORMATS` to a file or an open binary stream; see `render`.

    Raises:
        QueryError: No such format.
        StoreError: The file cannot be written.
    """
    written = render(store, format)
    if not isinstance(out, Path):
        out.write(written)
        return
    try:
        out.write_bytes(written)
    except OSError as error:
        raise StoreError(f"{out}: {error.strerror}; give a file that can be written") from error
