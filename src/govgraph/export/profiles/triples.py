"""Profiles in RDF: a CONSTRUCT query of `ontology/profiles` each, written in the syntax that its readers expect."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QueryTriples, RdfFormat, Triple, serialize

from govgraph.errors import VocabularyError
from govgraph.export.profiles.holding import plain
from govgraph.export.rdf import base_of
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.vocabulary.resources import ontology_dir

OA: Final = "http://www.w3.org/ns/oa#"
ANNOTATION_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_MORE: Final = MappingProxyType(
    {
        "dcat": "http://www.w3.org/ns/dcat#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "time": "http://www.w3.org/2006/time#",
        "void": "http://rdfs.org/ns/void#",
    }
)
_REIFIES: Final = NamedNode(ns.RDF + "reifies")
_PARTS: Final = frozenset({ns.SUBJECT, ns.PREDICATE, ns.OBJECT})
_BUNDLE: Final = NamedNode(f"{ns.GRAPHS}/provenance")


def org(store: GraphReader) -> bytes:
    """W3C ORG as Turtle."""
    return _turtle(constructed(plain(store), "org"), store)


def dataset(store: GraphReader) -> bytes:
    """VoID and DCAT-AP as Turtle."""
    return _turtle(constructed(store, "dataset"), store)


def prov(store: GraphReader) -> bytes:
    """PROV-O as TriG: one bundle, which is a named graph."""
    quads = [Quad(one.subject, one.predicate, one.object, _BUNDLE) for one in constructed(store, "prov")]
    head = Quad(_BUNDLE, ns.TYPE, NamedNode(ns.PROV + "Bundle"), DefaultGraph())
    return serialize([head, *quads], format=RdfFormat.TRIG, prefixes=_prefixes(store)) or b""


def rdf12(store: GraphReader) -> bytes:
    """All graphs as TriG 1.2: each statement reifies a triple term, in the place of three properties."""
    about: dict[object, dict[NamedNode, Any]] = defaultdict(dict)
    kept: list[Quad] = []
    for quad in sorted(store.match(), key=str):
        if quad.predicate in _PARTS:
            about[quad.subject, quad.graph_name][quad.predicate] = quad
        else:
            kept.append(quad)
    for parts in about.values():
        if set(parts) != _PARTS:
            kept += parts.values()
            continue
        first = parts[ns.SUBJECT]
        fact = Triple(first.object, parts[ns.PREDICATE].object, parts[ns.OBJECT].object)
        kept.append(Quad(first.subject, _REIFIES, fact, first.graph_name))
    ordered = sorted(kept, key=lambda one: (str(one.graph_name), str(one.subject), *_property(one)))
    return serialize(ordered, format=RdfFormat.TRIG, prefixes=_prefixes(store)) or b""


def schema(store: GraphReader) -> bytes:
    """schema.org as JSON-LD, in one graph with schema.org's own names."""
    nodes = [_node(subject, rows) for subject, rows in _by_subject(constructed(plain(store), "schema"))]
    return _json({"@context": {"@vocab": ns.SCHEMA}, "@graph": nodes})


def web_annotations(store: GraphReader) -> bytes:
    """Web Annotations as JSON-LD in the form of their data model: one collection, an annotation for each quote."""
    held = dict(_by_subject(constructed(store, "annotations")))
    items = [
        _annotation(iri, held) for iri, rows in held.items() if _first(rows, ns.RDF + "type").endswith("Annotation")
    ]
    first = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    return _json({"@context": ANNOTATION_CONTEXT, "type": "AnnotationCollection", "total": len(items), "first": first})


def constructed(store: GraphReader, name: str) -> list[Triple]:
    """What the query of a profile gives, each triple once: by subject, its type first.

    Raises:
        VocabularyError: The query is missing or broken.
    """
    path = ontology_dir() / "profiles" / f"{name}.rq"
    try:
        answer = store.query(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError) as error:
        raise VocabularyError(f"profiles/{path.name} cannot be used: {error}; correct the file") from error
    if not isinstance(answer, QueryTriples):
        raise VocabularyError(f"profiles/{path.name} is no CONSTRUCT query; correct the file")
    return sorted(set(answer), key=lambda one: (str(one.subject), *_property(one)))


def _property(one: Quad | Triple) -> tuple[bool, str, str]:
    return one.predicate != ns.TYPE, str(one.predicate), str(one.object)


def _prefixes(store: GraphReader) -> dict[str, str]:
    return {**ns.prefixes(base_of(store)), **_MORE, "oa": OA}


def _turtle(triples: Iterable[Triple], store: GraphReader) -> bytes:
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=_prefixes(store)) or b""


def _by_subject(triples: Iterable[Triple]) -> list[tuple[str, list[Triple]]]:
    rows: dict[str, list[Triple]] = defaultdict(list)
    for one in triples:
        rows[_value(one.subject)].append(one)
    return list(rows.items())


def _node(subject: str, rows: Iterable[Triple]) -> dict[str, Any]:
    values: dict[str, list[Any]] = defaultdict(list)
    for one in rows:
        if one.predicate == ns.TYPE:
            values["@type"].append(_value(one.object).removeprefix(ns.SCHEMA))
        else:
            values[one.predicate.value.removeprefix(ns.SCHEMA)].append(_json_value(one.object))
    return {"@id": subject, **{key: found[0] if len(found) == 1 else found for key, found in values.items()}}


def _json_value(term: object) -> Any:
    if not isinstance(term, Literal):
        return {"@id": _value(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = term.datatype.value
    return term.value if kind == ns.XSD + "string" else {"@value": term.value, "@type": kind}


def _annotation(iri: str, held: Mapping[str, list[Triple]]) -> dict[str, Any]:
    target = held[_first(held[iri], OA + "hasTarget")]
    selectors = [_selector(held[one]) for one in _all(target, OA + "hasSelector")]
    return {
        "id": iri,
        "type": "Annotation",
        "motivation": "linking",
        "body": _all(held[iri], OA + "hasBody"),
        "target": {
            "id": _first(held[iri], OA + "hasTarget"),
            "type": "SpecificResource",
            "source": _first(target, OA + "hasSource"),
            "selector": selectors,
        },
    }


def _selector(rows: list[Triple]) -> dict[str, Any]:
    named: dict[str, Any] = {"id": _value(rows[0].subject), "type": _first(rows, ns.RDF + "type").removeprefix(OA)}
    for key in ("exact", "start", "end"):
        for found in _all(rows, OA + key):
            named[key] = found if key == "exact" else int(found)
    return named


def _all(rows: Iterable[Triple], predicate: str) -> list[str]:
    return [_value(one.object) for one in rows if one.predicate.value == predicate]


def _first(rows: Iterable[Triple], predicate: str) -> str:
    return _all(rows, predicate)[0]


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _json(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
