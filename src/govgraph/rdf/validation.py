"""SHACL: does a graph keep the shapes of the ontology, and those of a user?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, Triple, parse

from govgraph.errors import InputError, VocabularyError
from govgraph.model import NAMESPACE
from govgraph.rdf import fast_shacl, reference_shacl
from govgraph.rdf.engine import Engine
from govgraph.rdf.interface import GraphReader, Term
from govgraph.rdf.namespaces import TYPE
from govgraph.rdf.own_shapes import check_targets, unknown_in
from govgraph.rdf.reference_shacl import to_rdflib
from govgraph.rdf.schema import UnknownTerm
from govgraph.rdf.shapes import BeyondFastPath, Index, shapes_of
from govgraph.rdf.violations import Finding, Violation, violations
from govgraph.vocabulary.resources import ontology_dir

__all__ = ["ValidationReport", "to_rdflib", "validate"]

_TRIPLES = frozenset({RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML})


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Answer of `validate`.

    Attributes:
        conforms: Whether no result has the severity `Violation`.
        results: All results, each once: by severity, then focus node, path, value and shape.
        engines: For each file of shapes its name, who validated, and what made that pySHACL, or an empty string.
        foreign: Whether nothing in the graph is of a class of the ontology, so that its shapes are about nothing.
        unknown: Terms that files of the user's own name and nothing has: what a shape says of them it says of nothing.
    """

    conforms: bool
    results: tuple[Violation, ...]
    engines: tuple[tuple[str, Engine, str], ...] = field(default=(), compare=False)
    foreign: bool = field(default=False, compare=False)
    unknown: tuple[UnknownTerm, ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return self.conforms


def validate(
    data: GraphReader | Iterable[Quad | Triple] | Path,
    *,
    ontology: Path | None = None,
    shapes: str = "shapes.ttl",
    more: Sequence[Path] = (),
    engine: Engine = Engine.FAST,
) -> ValidationReport:
    """Hold a graph against shapes, with `govgraph.ttl` for the classes.

    All named graphs are taken as one, and numbers, dates and truth values by their value: `01` is `1`.

    Args:
        data: A store, quads or triples, or an RDF file of any syntax that its suffix tells.
        ontology: Folder of the ontology; None for the one that is shipped.
        shapes: Its file of shapes.
        more: Files with shapes of the user's own, beside those of the ontology.
        engine: Who validates.

    Raises:
        InputError: The file is missing, of unknown syntax, or broken.
        VocabularyError: The shapes or the schema are missing or broken.
    """
    folder = ontology or ontology_dir()
    own = [(path.name, _own(path)) for path in more]
    files = [(shapes, _vocabulary(folder / shapes)), *own]
    schema = _vocabulary(folder / "govgraph.ttl")
    store = _joined(data)

    def is_used(term: NamedNode) -> bool:
        found = chain(
            store.quads_for_pattern(term, None, None),
            store.quads_for_pattern(None, term, None),
            store.quads_for_pattern(None, None, term),
        )
        return next(found, None) is not None

    unknown = unknown_in((quad for _, quads in own for quad in quads), is_used)
    foreign = not any(_is_ours(quad.object) for quad in store.quads_for_pattern(None, TYPE, None, None))
    held = list(_all(store)) if engine is Engine.PYSHACL else []
    store.bulk_extend(_plain(schema))
    found: list[Finding] = []
    engines: list[tuple[str, Engine, str]] = []
    for name, triples in files:
        reason = ""
        if engine is Engine.FAST:
            try:
                found += fast_shacl.findings(store, shapes_of(Index(triples)))
                engines.append((name, Engine.FAST, ""))
                continue
            except BeyondFastPath as error:
                reason = str(error)
        # the schema is among the data by now; pySHACL would add it all the same
        found += reference_shacl.findings(held or _all(store), triples, schema)
        engines.append((name, Engine.PYSHACL, reason))

    def values(node: Term, predicate: NamedNode) -> list[Term]:
        if not isinstance(node, NamedNode | BlankNode):
            return []
        return [quad.object for quad in store.quads_for_pattern(node, predicate, None, None)]

    results = violations(found, values)
    return ValidationReport(
        all(one.severity != "Violation" for one in results), results, tuple(engines), foreign, unknown
    )


def _is_ours(value: Term) -> bool:
    return isinstance(value, NamedNode) and value.value.startswith(NAMESPACE)


def _joined(data: GraphReader | Iterable[Quad | Triple] | Path) -> Store:
    """A store with all triples in its default graph."""
    store = Store()
    if isinstance(data, Path):
        syntax = _syntax(data)
        if syntax in _TRIPLES:
            try:
                store.bulk_load(path=data, format=syntax)
            except (SyntaxError, ValueError) as error:
                raise _broken(data, syntax, error) from error
            return store
        data = _parsed(data)
    elif isinstance(data, GraphReader):
        data = data.match()
    store.bulk_extend(_plain(data))
    return store


def _plain(triples: Iterable[Quad | Triple]) -> Iterator[Quad]:
    return (Quad(one.subject, one.predicate, one.object) for one in triples)


def _all(store: Store) -> Iterator[Quad]:
    return store.quads_for_pattern(None, None, None, None)


def _syntax(path: Path) -> RdfFormat:
    if not path.is_file():
        raise InputError(f"no file {path}; give an RDF file")
    known = RdfFormat.from_extension(path.suffix.lstrip("."))
    # plain text is taken for N-Triples by its ending
    if known is None or path.suffix == ".txt":
        raise InputError(f"{path.name}: unknown syntax; allowed are .ttl, .trig, .nt, .nq, .rdf, .jsonld")
    return known


def _parsed(path: Path) -> Iterator[Quad]:
    known = _syntax(path)
    try:
        yield from parse(path=path, format=known)
    except (SyntaxError, ValueError) as error:
        raise _broken(path, known, error) from error


def _broken(path: Path, syntax: RdfFormat, error: Exception) -> InputError:
    return InputError(f"{path.name} is no {syntax.name}: {error}; correct the file")


def _own(path: Path) -> list[Quad]:
    try:
        found = list(_parsed(path))
    except InputError as error:
        raise VocabularyError(f"the shapes cannot be used: {error}") from error
    check_targets(path.name, found)
    return found


def _vocabulary(path: Path) -> list[Quad]:
    try:
        return list(_parsed(path))
    except InputError as error:
        raise VocabularyError(f"the ontology cannot be used: {error}") from error
