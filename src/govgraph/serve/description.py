"""The service in its own words: SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any, Final

import pyoxigraph as ox
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple

from govgraph.rdf.namespaces import TYPE
from govgraph.serve.formats import RESULTS, TRIPLES
from govgraph.serve.options import ServeOptions

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMES: Final = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
    "application/n-quads": "N-Quads",
    "application/trig": "TriG",
    "text/n3": "N3",
}


def described(endpoint: str, options: ServeOptions, about: Mapping[str, Any], form: RdfFormat) -> bytes:
    """Description of the service.

    Args:
        endpoint: Address that was asked.
        options: Settings of the service.
        about: What the dataset holds; see `reading.about`.
        form: Format.
    """
    names = {"sd": SD, "formats": _FORMATS} if form == RdfFormat.TURTLE else None
    written = ox.serialize(_triples(endpoint, options, about), format=form, prefixes=names) or b""
    lines = written.splitlines(keepends=True)
    # the engine writes prefixes in any order
    head = list(takewhile(lambda line: line.startswith(b"@prefix "), lines))
    return b"".join([*sorted(head), *lines[len(head) :]])


def _triples(endpoint: str, options: ServeOptions, about: Mapping[str, Any]) -> Iterator[Triple]:
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    yield Triple(service, TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(endpoint))
    for language in ("SPARQL10Query", "SPARQL11Query", *(["SPARQL11Update"] if options.write else [])):
        yield Triple(service, _sd("supportedLanguage"), _sd(language))
    features = ["UnionDefaultGraph"] if about["union"] else []
    features += ["BasicFederatedQuery"] if options.services else []
    for feature in features:
        yield Triple(service, _sd("feature"), _sd(feature))
    for offer in (*RESULTS, *TRIPLES):
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + _NAMES[offer.type]))
    for offer in TRIPLES if options.write else ():
        yield Triple(service, _sd("inputFormat"), NamedNode(_FORMATS + _NAMES[offer.type]))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(default, TYPE, _sd("Graph"))
    for number, name in enumerate(about["graphs"]):
        named = BlankNode(f"g{number}")
        yield Triple(dataset, _sd("namedGraph"), named)
        yield Triple(named, TYPE, _sd("NamedGraph"))
        yield Triple(named, _sd("name"), NamedNode(name))


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
