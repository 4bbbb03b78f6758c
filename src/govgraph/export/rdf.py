"""RDF syntaxes, by Oxigraph's serialisers on sorted input."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from govgraph.model import BASE
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.literals import clean

_TYPE: Final = str(ns.TYPE)
_SUBJECT: Final = re.compile(rb"( \.\n)(?=[^\t@\n])")


def turtle(store: GraphReader) -> bytes:
    """Union of all graphs as Turtle: by subject, its type first, with an empty line between subjects."""
    written = _written(_readable_triples(store), RdfFormat.TURTLE, store)
    # line ends in literals are escaped, so a line that is not indented begins a subject
    return _SUBJECT.sub(rb"\1\n", written)


def rdfxml(store: GraphReader) -> bytes:
    """Union of all graphs as RDF/XML. Characters that XML cannot carry become U+FFFD."""
    return _written((_for_xml(triple) for triple in _readable_triples(store)), RdfFormat.RDF_XML, store)


def trig(store: GraphReader) -> bytes:
    """All graphs as TriG: by graph, then subject, its type first."""
    quads = sorted(store.match(), key=lambda quad: (str(quad.graph_name), *_readable(quad)))
    return _written(quads, RdfFormat.TRIG, store)


def ntriples(store: GraphReader) -> bytes:
    """Union of all graphs as N-Triples, sorted by line."""
    lines = sorted({f"{quad.triple} .\n" for quad in store.match()})
    return "".join(lines).encode()


def nquads(store: GraphReader) -> bytes:
    """All graphs as N-Quads, sorted by line."""
    lines = sorted(f"{quad} .\n" for quad in store.match())
    return "".join(lines).encode()


def base_of(store: GraphReader) -> str:
    """What the IRIs of things in this graph begin with, as its run tells."""
    runs = store.match(predicate=ns.TYPE, object=ns.gov("Run"))
    iris = sorted(quad.subject.value for quad in runs if isinstance(quad.subject, NamedNode))
    return iris[0].rpartition("/run/")[0] if iris and "/run/" in iris[0] else BASE


def _readable_triples(store: GraphReader) -> list[Triple]:
    return sorted({quad.triple for quad in store.match()}, key=_readable)


def _readable(one: Quad | Triple) -> tuple[str, bool, str, str]:
    predicate = str(one.predicate)
    return (str(one.subject), predicate != _TYPE, predicate, str(one.object))


def _written(items: Iterable[Quad] | Iterable[Triple], syntax: RdfFormat, store: GraphReader) -> bytes:
    return serialize(items, format=syntax, prefixes=ns.prefixes(base_of(store))) or b""


def _for_xml(triple: Triple) -> Triple:
    value = triple.object
    if not isinstance(value, Literal) or clean(value.value) == value.value:
        return triple
    if value.language:
        return Triple(triple.subject, triple.predicate, Literal(clean(value.value), language=value.language))
    return Triple(triple.subject, triple.predicate, Literal(clean(value.value), datatype=value.datatype))
