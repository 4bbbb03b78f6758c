"""What the page for SPARQL needs to know: prefixes, the words of the ontology, and the named queries as examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from govgraph.model import Predicate
from govgraph.query import NamedQuery, Names, named_queries, themes
from govgraph.query.header import without_header
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema
from govgraph.rdf.sparql import prologue
from govgraph.vocabulary.resources import ontology_dir

Json = dict[str, Any]

_KINDS: Final = {
    "Class": "class",
    "ObjectProperty": "property",
    "DatatypeProperty": "property",
    "AnnotationProperty": "property",
    "NamedIndividual": "individual",
}
_TEXTS: Final = {NamedNode(ns.RDFS + name): name for name in ("label", "comment")}
_LANGUAGES: Final = ("de", "en")


def questions(store: GraphReader, base: str) -> Json:
    """Everything that helps to write a query.

    Args:
        store: The graph; its roles are told.
        base: What the IRIs of its entities begin with.

    Returns:
        `base`; `prefixes` by name; `terms` of the ontology, rows of IRI, kind (`class`, `property`, `individual`),
        labels and comments by language; `themes` and `queries`, the examples, whose `sparql` has a `$name` for each
        parameter; `choices`, for parameters of type `role`, `predicate` and `class`, rows of IRI and labels.
    """
    known = ns.prefixes(base)
    return {
        "document": "questions",
        "base": base,
        "prefixes": known,
        "terms": _terms(),
        "themes": [{"name": one.name, "title": {"de": one.title_de, "en": one.title_en}} for one in themes()],
        "queries": [_query(one, known) for one in named_queries()],
        "choices": {"role": _roles(store), **_of_ontology()},
    }


def _query(one: NamedQuery, known: dict[str, str]) -> Json:
    body = without_header(one.sparql)
    head = prologue(body, known).replace("> PREFIX", ">\nPREFIX").strip()
    return {
        "name": one.name,
        "theme": one.theme,
        "title": {"de": one.title_de, "en": one.title_en},
        "why": {"de": one.why_de, "en": one.why_en},
        "sparql": f"{head}\n{body}\n",
        "parameters": [
            {
                "name": given.name,
                "type": given.type,
                "title": {"de": given.description_de, "en": given.description_en},
                "default": given.default,
            }
            for given in one.parameters
        ],
    }


def _terms() -> list[list[Any]]:
    kinds: dict[str, str] = {}
    texts: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: {"label": {}, "comment": {}})
    for triple in parse(path=str(ontology_dir() / "govgraph.ttl"), format=RdfFormat.TURTLE):
        if not isinstance(triple.subject, NamedNode):
            continue
        iri, found = triple.subject.value, triple.object
        if triple.predicate == ns.TYPE and isinstance(found, NamedNode) and found.value.startswith(ns.OWL):
            kind = _KINDS.get(found.value.removeprefix(ns.OWL))
            if kind:
                kinds[iri] = kind
        elif triple.predicate in _TEXTS and isinstance(found, Literal) and found.language in _LANGUAGES:
            held = texts[iri][_TEXTS[triple.predicate]]
            held[found.language] = min(found.value, held.get(found.language, found.value))
    return [[iri, kind, texts[iri]["label"], texts[iri]["comment"]] for iri, kind in sorted(kinds.items())]


def _roles(store: GraphReader) -> list[list[Any]]:
    names = Names(store)
    used = {quad.object.value for quad in store.match(None, ns.ROLE) if isinstance(quad.object, NamedNode)}
    above = {
        quad.object.value
        for role in used
        for quad in store.match(NamedNode(role), ns.BROADER)
        if isinstance(quad.object, NamedNode)
    }
    return sorted(([iri, {"de": names.label(iri)}] for iri in used | above), key=lambda row: (row[1]["de"], row[0]))


def _of_ontology() -> dict[str, list[list[Any]]]:
    labels = load_schema().labels
    classes = [one for one in labels if load_schema().coarse(one)]

    def rows(allowed: Iterable[str]) -> list[list[Any]]:
        return [[ns.gov(name).value, dict(sorted(labels.get(name, {}).items()))] for name in sorted(allowed)]

    return {"predicate": rows(map(str, Predicate)), "class": rows(classes)}
