"""SHACL: does a graph keep the shapes of the ontology?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from govgraph.errors import InputError, VocabularyError
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.violations import Violation, violations
from govgraph.vocabulary.resources import ontology_dir

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Answer of `validate`.

    Attributes:
        conforms: Whether no result has the severity `Violation`.
        results: All results: by severity, then focus node, path, value and shape.
    """

    conforms: bool
    results: tuple[Violation, ...]

    def __bool__(self) -> bool:
        return self.conforms


def validate(
    data: GraphReader | Iterable[Quad | Triple] | Path, *, ontology: Path | None = None, shapes: str = "shapes.ttl"
) -> ValidationReport:
    """Hold a graph against shapes, with `govgraph.ttl` for the classes.

    All named graphs are taken as one.

    Args:
        data: A store, quads or triples, or an RDF file of any syntax that its suffix tells.
        ontology: Folder of the ontology; None for the one that is shipped.
        shapes: Its file of shapes.

    Raises:
        InputError: The file is missing, of unknown syntax, or broken.
        VocabularyError: The shapes or the schema are missing or broken.
    """
    folder = ontology or ontology_dir()
    # pySHACL takes half a second to import, and most commands never validate
    import pyshacl

    graph = to_rdflib(_terms(data))
    rules, schema = (_vocabulary(folder / name) for name in (shapes, "govgraph.ttl"))
    _, report, _ = pyshacl.validate(graph, shacl_graph=rules, ont_graph=schema, inference="none", inplace=True)
    results = violations(report, rules, graph)
    return ValidationReport(all(one.severity != "Violation" for one in results), results)


def to_rdflib(quads: Iterable[Quad | Triple]) -> rdflib.Graph:
    """In-memory rdflib graph of quads or triples, named graphs joined; terms keep their lexical form."""
    import rdflib

    graph = rdflib.Graph()
    # one triple in many graphs, and one term in many triples: convert each term once
    known: dict[object, Node] = {}

    def term(one: object) -> Node:
        found = known.get(one)
        if found is None:
            found = known[one] = _rdflib_term(one)
        return found

    for one in quads:
        graph.add((term(one.subject), term(one.predicate), term(one.object)))
    return graph


def _rdflib_term(one: object) -> Node:
    import rdflib

    if isinstance(one, NamedNode):
        return rdflib.URIRef(one.value)
    if isinstance(one, BlankNode):
        return rdflib.BNode(one.value)
    if isinstance(one, Literal):
        if one.language:
            return rdflib.Literal(one.value, lang=one.language)
        datatype = None if one.datatype.value.endswith("XMLSchema#string") else rdflib.URIRef(one.datatype.value)
        return rdflib.Literal(one.value, datatype=datatype, normalize=False)
    raise InputError(f"{one!s:.80} is no term of RDF 1.1; triples about triples cannot be validated")


def _terms(data: GraphReader | Iterable[Quad | Triple] | Path) -> Iterator[Quad | Triple]:
    if isinstance(data, Path):
        return _parsed(data)
    if isinstance(data, GraphReader):
        return data.match()
    return iter(data)


def _parsed(path: Path) -> Iterator[Quad]:
    if not path.is_file():
        raise InputError(f"no file {path}; give an RDF file")
    known = RdfFormat.from_extension(path.suffix.lstrip("."))
    if known is None:
        raise InputError(f"{path.name}: unknown syntax; allowed are .ttl, .trig, .nt, .nq, .rdf, .jsonld")
    try:
        yield from parse(path=path, format=known)
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{path.name} is no {known.name}: {error}; correct the file") from error


def _vocabulary(path: Path) -> rdflib.Graph:
    try:
        return to_rdflib(_parsed(path))
    except InputError as error:
        raise VocabularyError(f"the ontology cannot be used: {error}") from error
