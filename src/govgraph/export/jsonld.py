"""JSON-LD 1.1, compacted by `ontology/context.jsonld`, which goes along so that nobody needs to fetch it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from govgraph.errors import VocabularyError
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader, Term
from govgraph.rdf.namespaces import XSD
from govgraph.vocabulary.resources import ontology_dir

_LOCAL: Final = re.compile(r"[A-Za-z_][\w.-]*")


@dataclass(frozen=True, slots=True)
class _Name:
    """A term of the context that stands for a property."""

    key: str
    type: str
    language: str
    is_set: bool


def jsonld(store: GraphReader) -> bytes:
    """All graphs as one JSON-LD document: graphs, their nodes and the keys of nodes sorted.

    Raises:
        VocabularyError: The context is broken.
    """
    context = _context()
    writer = _Writer(context)
    by_graph: dict[str, list[Quad]] = defaultdict(list)
    for quad in store.match():
        name = "" if isinstance(quad.graph_name, DefaultGraph) else _id(quad.graph_name)
        by_graph[name].append(quad)
    graphs: list[Any] = writer.nodes(by_graph.pop("", ()))
    graphs.extend({"@id": name, "@graph": writer.nodes(quads)} for name, quads in sorted(by_graph.items()))
    document = {"@context": context, "@graph": graphs}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _context() -> Mapping[str, Any]:
    path = ontology_dir() / "context.jsonld"
    if not path.is_file():
        return {name: iri for name, iri in ns.prefixes().items() if iri.endswith("#")}
    try:
        context = json.loads(path.read_text(encoding="utf-8"))["@context"]
    except (ValueError, KeyError, TypeError) as error:
        raise VocabularyError(f"{path.name} is no JSON-LD context ({error}); correct the file") from error
    if not isinstance(context, dict):
        raise VocabularyError(f"{path.name}: @context must be one object")
    return context


class _Writer:
    """Writes nodes with the terms of a context."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._prefixes = {
            name: iri for name, iri in context.items() if isinstance(iri, str) and iri.endswith(("#", "/"))
        }
        self._names: dict[str, list[_Name]] = defaultdict(list)
        for key, definition in sorted(context.items()):
            if isinstance(definition, str):
                if not definition.startswith("@") and key not in self._prefixes:
                    self._names[self._expanded(definition)].append(_Name(key, "", "", False))
            elif isinstance(definition, dict) and "@id" in definition:
                container = definition.get("@container")
                if container in (None, "@set") and "@reverse" not in definition:
                    name = _Name(key, self._type(definition), str(definition.get("@language", "")), container == "@set")
                    self._names[self._expanded(str(definition["@id"]))].append(name)

    def nodes(self, quads: Iterable[Quad]) -> list[dict[str, Any]]:
        """Node objects of one graph."""
        by_subject: dict[str, list[Quad]] = defaultdict(list)
        for quad in quads:
            by_subject[_id(quad.subject)].append(quad)
        return [self._node(subject, own) for subject, own in sorted(by_subject.items())]

    def _node(self, subject: str, quads: Iterable[Quad]) -> dict[str, Any]:
        types: list[str] = []
        values: dict[str, list[Any]] = defaultdict(list)
        sets: set[str] = set()
        for quad in sorted(quads, key=lambda one: (one.predicate.value, str(one.object))):
            if quad.predicate == ns.TYPE and not isinstance(quad.object, Literal):
                types.append(self._compact(_id(quad.object)))
                continue
            key, value, is_set = self._pair(quad.predicate.value, quad.object)
            values[key].append(value)
            if is_set:
                sets.add(key)
        node: dict[str, Any] = {"@id": subject}
        if types:
            node["@type"] = types[0] if len(types) == 1 else types
        for key, found in sorted(values.items()):
            node[key] = found if len(found) > 1 or key in sets else found[0]
        return node

    def _pair(self, predicate: str, term: Term) -> tuple[str, Any, bool]:
        """Key and value: short where a term of the context means exactly this, else spelt out."""
        for name in self._names.get(predicate, ()):
            if isinstance(term, NamedNode):
                if name.type == "@vocab":
                    return name.key, self._compact(term.value), name.is_set
                if name.type == "@id":
                    return name.key, term.value, name.is_set
            elif isinstance(term, Literal):
                datatype = "" if term.language or term.datatype.value == XSD + "string" else term.datatype.value
                if (name.type, name.language) == (datatype, term.language or ""):
                    return name.key, term.value, name.is_set
        return self._compact(predicate), _spelt_out(term), False

    def _type(self, definition: Mapping[str, Any]) -> str:
        kind = str(definition.get("@type", ""))
        return kind if kind.startswith("@") else self._expanded(kind)

    def _expanded(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        return self._prefixes[prefix] + local if colon and prefix in self._prefixes else name

    def _compact(self, iri: str) -> str:
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri


def _id(term: Term) -> str:
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(getattr(term, "value", term))


def _spelt_out(term: Term) -> dict[str, str]:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD + "string":
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}
