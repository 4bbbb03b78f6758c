"""Records → quads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from govgraph import __version__
from govgraph.model import BASE, NAMESPACE, ArticleRecord, Record, digest
from govgraph.rdf import namespaces as ns
from govgraph.rdf.articles import ArticleContext, article_quads, place_quads, role_iri
from govgraph.rdf.copies import distinct_articles
from govgraph.rdf.corrections import corrections_quads
from govgraph.rdf.inferred import inferred_quads
from govgraph.rdf.literals import clean, node, text
from govgraph.rdf.reference import Reference, load_reference
from govgraph.rdf.schema import load_schema
from govgraph.rdf.suggested import suggestion_quads
from govgraph.rdf.timeline import timeline_quads
from govgraph.rdf.versions import version_quads
from govgraph.resolve import NO_VERSIONS, Corrections, Likely, Versions, periods
from govgraph.vocabulary.identity import load_identity
from govgraph.vocabulary.resources import ontology_dir


@dataclass(frozen=True, slots=True)
class GraphOptions:
    """How a graph is built.

    Attributes:
        base: What the IRIs of things begin with; the records use the same.
        ontology: Folder of the reference data; None for the one that is shipped.
        lexicon: Turtle files of the user's own that were read beside the ontology; what they say about things that the
            articles name goes into the reference graph.
        settings: Digest of whatever else shaped the records (lexicon files, options). Together with the version it
            names the run.
    """

    base: str = BASE
    ontology: Path | None = None
    lexicon: tuple[Path, ...] = ()
    settings: str = ""


def build_quads(
    records: Sequence[Record],
    options: GraphOptions | None = None,
    suggestions: Sequence[Likely] = (),
    corrections: Corrections | None = None,
    versions: Versions = NO_VERSIONS,
) -> list[Quad]:
    """The whole graph of some records.

    Args:
        records: Resolved records, in any order. Of an article that stands on several pages, one copy speaks
            (`distinct_articles`); all its pages are named.
        options: None for the defaults.
        suggestions: Persons that may be one.
        corrections: What people have judged; it has been applied to the records.
        versions: Which articles have one text. What several of them say of an office is as old as the first that says
            it; what a later version has superseded counts for nothing that follows from several articles.

    Returns:
        Quads of the articles' graphs and of the reference, inferred, timeline, versions, suggestions, corrections and
        runs graphs, without repetition, sorted by graph, subject, predicate and object as they are written in N-Quads.
        The reference graph holds the classes, too, that those of the graph are below.
        They hang on the records and options alone: no clock, no order.

    Raises:
        RecordError: An id in the records is no IRI.
        VocabularyError: The reference data cannot be read.
    """
    options = options or GraphOptions()
    reference = load_reference(options.ontology or ontology_dir(), options.lexicon)
    run = run_iri(options)
    context = ArticleContext(options.base, run, _Known(reference, options.base))
    quads: set[Quad] = set()
    articles = distinct_articles(records)
    for one in articles:
        quads |= article_quads(one, context)
    for record in records:
        for one in record.articles:
            quads |= place_quads(one.article)
    quads |= reference.quads(_named(articles, options.base), options.base)
    quads |= _class_quads(quads, options)
    witnesses = versions.settled(articles)
    quads |= inferred_quads(witnesses, options.base)
    single = load_identity(options.lexicon).under(options.base).single
    quads.update(timeline_quads(periods(witnesses, single), options.base))
    quads.update(version_quads(versions, options.base))
    quads.update(suggestion_quads(suggestions, options.base))
    if corrections is not None and corrections.path is not None:
        quads.update(corrections_quads(corrections.path.read_text(encoding="utf-8"), options.base))
    quads |= _run_quads(articles, run, options)
    return sort_quads(quads)


def run_iri(options: GraphOptions) -> NamedNode:
    """IRI of the activity that reads with this version and these settings.

    It does not hang on the inputs, so that an article's graph stays as it is when other articles come and go.
    """
    return node(f"{options.base}/run/{digest(f'{__version__} {options.settings}')}")


def sort_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Quads by graph, subject, predicate, object."""
    return sorted(quads, key=_order)


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return (str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object))


class _Known:
    """What the reference data say; articles name the same few things again and again."""

    def __init__(self, reference: Reference, base: str) -> None:
        self._reference = reference
        self._base = base
        self._labels: dict[str, frozenset[str]] = {}
        self._names: dict[str, str | None] = {}
        self._bent: dict[str, frozenset[str]] = {}

    def labels(self, iri: str) -> frozenset[str]:
        if iri not in self._labels:
            self._labels[iri] = self._reference.labels(iri, self._base)
        return self._labels[iri]

    def name(self, iri: str) -> str | None:
        if iri not in self._names:
            self._names[iri] = self._reference.name(iri, self._base)
        return self._names[iri]

    def bent(self, iri: str) -> frozenset[str]:
        if iri not in self._bent:
            self._bent[iri] = self._reference.bent(iri, self._base)
        return self._bent[iri]


def _named(articles: Iterable[ArticleRecord], base: str) -> list[str]:
    """IRIs of everything that the reference data may know: entities, their jurisdictions, roles."""
    names: set[str] = set()
    for one in articles:
        for entity in one.entities:
            names.add(entity.id)
            if entity.jurisdiction:
                names.add(entity.jurisdiction)
        names.update(role_iri(office, base) for office in one.offices)
    return sorted(names)


def _class_quads(quads: Iterable[Quad], options: GraphOptions) -> set[Quad]:
    """What the classes of the graph stand under, so that `a/rdfs:subClassOf*` finds all that a wider class means."""
    above = load_schema(options.ontology or ontology_dir()).above
    types = {quad.object.value for quad in quads if quad.predicate == ns.TYPE and isinstance(quad.object, NamedNode)}
    found: set[Quad] = set()
    while types:
        iri = types.pop()
        for other in above.get(iri.removeprefix(NAMESPACE), ()) if iri.startswith(NAMESPACE) else ():
            quad = Quad(node(iri), ns.SUBCLASS_OF, node(other), ns.REFERENCE)
            if quad not in found:
                found.add(quad)
                types.add(other)
    return found


def _run_quads(articles: Sequence[ArticleRecord], run: NamedNode, options: GraphOptions) -> set[Quad]:
    inputs = hashlib.sha256()
    for one in articles:
        inputs.update(f"{one.article.id}\n{clean(one.article.text)}\n".encode())
    version = load_schema(options.ontology or ontology_dir()).version
    pairs: list[tuple[NamedNode, NamedNode | Literal]] = [
        (ns.TYPE, ns.gov("Run")),
        (ns.gov("toolVersion"), text(__version__)),
        (ns.gov("inputDigest"), text(inputs.hexdigest())),
        *([(ns.gov("ontologyVersion"), text(version))] if version else []),
        *((ns.USED, node(one.article.id)) for one in articles),
    ]
    return {Quad(run, predicate, value, ns.RUNS) for predicate, value in pairs}
