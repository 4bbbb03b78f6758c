"""The terms of the ontology, with all that is said of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from govgraph.model import NAMESPACE
from govgraph.query import NamedQuery, named_queries
from govgraph.rdf import namespaces as ns
from govgraph.rdf.namespaces import prefixes

SCHEMAS = ("govgraph.ttl", "reading.ttl", "pages.ttl", "layouts.ttl")
SHAPES = ("shapes.ttl", "shapes-corrections.ttl")
PREFIXES = {
    **prefixes(),
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gsh": "https://w3id.org/govgraph/shapes#",
    "oa": "http://www.w3.org/ns/oa#",
}
KINDS = {
    "Class": ("Klassen", "Classes"),
    "ObjectProperty": ("Eigenschaften zwischen Dingen", "Object properties"),
    "DatatypeProperty": ("Eigenschaften mit Werten", "Datatype properties"),
    "AnnotationProperty": ("Anmerkungen", "Annotation properties"),
    "NamedIndividual": ("Benannte Werte", "Named values"),
}
_OWL = ns.OWL
_MATCHES = ("closeMatch", "exactMatch", "broadMatch", "narrowMatch", "relatedMatch")
_MOST_LINES = 9

Term = ox.NamedNode | ox.BlankNode | ox.Literal


@dataclass(slots=True)
class Described:
    """A term of the ontology.

    Attributes:
        name: Local name.
        kind: Local name of the OWL class that it is.
        labels: Language → label.
        comments: Language → definition.
        properties: What else is said: key → terms, as `subClassOf`, `domain`, `range`, `instanceOf`.
        below: Local names of terms below it.
        values: Local names of its named values.
        used_by: Local names of properties that have it as their domain or range.
        shapes: Shape → messages by language.
        queries: Named queries that use it.
        example: Turtle that shows it, or empty.
        deprecated: Whether it is not to be used any longer.
        source: File that declares it.
    """

    name: str
    kind: str
    labels: dict[str, str]
    comments: dict[str, str]
    properties: dict[str, list[Term]]
    source: str
    below: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    used_by: list[str] = field(default_factory=list)
    shapes: dict[str, dict[str, str]] = field(default_factory=dict)
    queries: list[NamedQuery] = field(default_factory=list)
    example: str = ""
    deprecated: bool = False


class Triples:
    """Triples by subject, by object and by predicate."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.by_subject: dict[object, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self.subjects: dict[tuple[str, object], list[object]] = defaultdict(list)
        self.using: dict[object, list[tuple[object, str, Term]]] = defaultdict(list)
        for file in files:
            # blank nodes get a prefix, so that those of two files stay apart
            for quad in ox.parse(path=str(file), base_iri="https://w3id.org/govgraph/"):
                self._add(quad, file.name)

    def _add(self, quad: ox.Quad, name: str) -> None:
        subject, value = (self._apart(one, name) for one in (quad.subject, quad.object))
        self.by_subject[subject][quad.predicate.value].append(value)
        self.subjects[quad.predicate.value, value].append(subject)
        for used in (quad.predicate, value):
            self.using[used].append((subject, quad.predicate.value, value))

    @staticmethod
    def _apart(term: Term, name: str) -> Term:
        return ox.BlankNode(f"{re.sub('[^a-z]', '', name)}{term.value}") if isinstance(term, ox.BlankNode) else term

    def values(self, subject: object, predicate: str) -> list[Term]:
        """Objects, in the order of the file."""
        return self.by_subject[subject][predicate] if subject in self.by_subject else []

    def items(self, head: object) -> list[Term]:
        """Members of a list."""
        found: list[Term] = []
        while head != ox.NamedNode(ns.RDF + "nil"):
            found += self.values(head, ns.RDF + "first")
            (head,) = self.values(head, ns.RDF + "rest")
        return found

    def texts(self, subject: object, predicate: str) -> dict[str, str]:
        """Language → text."""
        return {one.language or "": one.value for one in self.values(subject, predicate) if isinstance(one, ox.Literal)}


def local(term: object) -> str:
    """Local name of a term of ours; empty for others."""
    value = str(getattr(term, "value", ""))
    return value.removeprefix(NAMESPACE) if value.startswith(NAMESPACE) else ""


def short(iri: str) -> str:
    """IRI with its prefix."""
    fitting = [(prefix, space) for prefix, space in PREFIXES.items() if iri.startswith(space)]
    prefix, space = max(fitting, key=lambda one: len(one[1]), default=("", ""))
    rest = iri[len(space) :]
    return f"{prefix}:{rest}" if prefix and re.fullmatch(r"[\w-]*", rest) else f"<{iri}>"


def turtle(term: object) -> str:
    """A term as Turtle writes it."""
    if isinstance(term, ox.NamedNode):
        return short(term.value)
    if isinstance(term, ox.Literal) and not term.language and term.datatype.value != ns.XSD + "string":
        return f'"{term.value}"^^{short(term.datatype.value)}'
    return "[ … ]" if isinstance(term, ox.BlankNode) else str(term)


def described(ontology: Path, example: Path) -> dict[str, Described]:
    """All terms by local name, sorted."""
    terms: dict[str, Described] = {}
    for file in SCHEMAS:
        graph = Triples([ontology / file])
        for subject in sorted((one for one in list(graph.by_subject) if local(one)), key=local):
            types = graph.values(subject, ns.TYPE.value)
            kinds = [one.value.removeprefix(_OWL) for one in types if str(getattr(one, "value", "")).startswith(_OWL)]
            kind = next((one for one in KINDS if one in kinds), "")
            if kind and local(subject) not in terms:
                terms[local(subject)] = _described(graph, subject, kind, kinds, file)
    _back(terms)
    _shapes(terms, Triples(ontology / one for one in SHAPES))
    for query in named_queries(ontology / "queries"):
        for name in sorted(set(re.findall(r"\bgov:([A-Za-z]\w*)", query.sparql)) & terms.keys()):
            terms[name].queries.append(query)
    _examples(terms, [example, *sorted(ontology.glob("*.ttl")), ontology / "rules" / "conflicts.ttl"])
    return dict(sorted(terms.items()))


def _described(graph: Triples, subject: object, kind: str, kinds: list[str], file: str) -> Described:
    properties: dict[str, list[Term]] = {}
    for name in ("subClassOf", "subPropertyOf", "domain", "range", "seeAlso"):
        properties[name] = [item for one in graph.values(subject, ns.RDFS + name) for item in _members(graph, one)]
    for name in ("inverseOf", "disjointWith", "equivalentClass", "equivalentProperty", "sameAs"):
        properties[name] = [item for one in graph.values(subject, _OWL + name) for item in _members(graph, one)]
    properties["isReplacedBy"] = graph.values(subject, ns.DCTERMS + "isReplacedBy")
    properties["match"] = [item for name in _MATCHES for item in graph.values(subject, ns.SKOS + name)]
    types = graph.values(subject, ns.TYPE.value)
    properties["instanceOf"] = [one for one in types if local(one)]
    properties["traits"] = [ox.NamedNode(_OWL + one) for one in kinds if one not in KINDS]
    return Described(
        name=local(subject),
        kind=kind,
        labels=graph.texts(subject, ns.RDFS + "label"),
        comments=graph.texts(subject, ns.RDFS + "comment"),
        properties={key: list(dict.fromkeys(values)) for key, values in properties.items() if values},
        source=file,
        deprecated=any(one.value == "true" for one in graph.values(subject, _OWL + "deprecated")),
    )


def _members(graph: Triples, term: Term) -> list[Term]:
    """The classes of a union or the values of an enumeration; the term itself elsewhere."""
    if not isinstance(term, ox.BlankNode):
        return [term]
    heads = [*graph.values(term, _OWL + "unionOf"), *graph.values(term, _OWL + "oneOf")]
    return [item for head in heads for item in graph.items(head)]


def _back(terms: dict[str, Described]) -> None:
    """What is told from the other end."""
    for name, one in terms.items():
        for key, attribute in (("subClassOf", "below"), ("subPropertyOf", "below"), ("instanceOf", "values")):
            for other in one.properties.get(key, ()):
                if local(other) in terms:
                    getattr(terms[local(other)], attribute).append(name)
        for key in ("domain", "range"):
            for other in one.properties.get(key, ()):
                if local(other) in terms and name not in terms[local(other)].used_by:
                    terms[local(other)].used_by.append(name)


def _shapes(terms: dict[str, Described], graph: Triples) -> None:
    """Shapes that target a class or constrain a property."""
    path, message = ns.SHACL + "path", ns.SHACL + "message"
    for shape in [one for one in graph.by_subject if isinstance(one, ox.NamedNode)]:
        targets = [
            *graph.values(shape, ns.SHACL + "targetClass"),
            *graph.values(shape, ns.SHACL + "targetSubjectsOf"),
            *graph.values(shape, ns.SHACL + "targetObjectsOf"),
        ]
        for target in targets:
            if local(target) in terms:
                terms[local(target)].shapes.setdefault(short(shape.value), graph.texts(shape, message))
        for constraint in graph.values(shape, ns.SHACL + "property"):
            for where in graph.values(constraint, path):
                if local(where) in terms:
                    terms[local(where)].shapes.setdefault(short(shape.value), graph.texts(constraint, message))


def _examples(terms: dict[str, Described], files: list[Path]) -> None:
    """The first thing that shows a term: of the examples, then of the data of the ontology.

    A class without a thing of its own is shown by one of a class below it.
    """
    graphs = [Triples([file]) for file in files]
    for one in terms.values():
        for depth in (0, 1, 2, 3):
            classes = _at_depth(terms, one.name, depth)
            for graph in graphs:
                if not one.example:
                    one.example = _example(graph, one, classes)


def _at_depth(terms: dict[str, Described], name: str, depth: int) -> list[str]:
    names = [name]
    for _ in range(depth):
        names = [below for one in names for below in sorted(terms[one].below)]
    return names


def _example(graph: Triples, one: Described, classes: list[str]) -> str:
    iri = ox.NamedNode(NAMESPACE + one.name)
    if one.kind == "Class":
        for name in classes:
            subjects = graph.subjects[ns.TYPE.value, ox.NamedNode(NAMESPACE + name)]
            found = [one for one in subjects if not local(one)]
            named = sorted(one.value for one in found if isinstance(one, ox.NamedNode))
            if found:
                return _of_thing(graph, ox.NamedNode(named[0]) if named else found[0])
        return ""
    found = [
        (subject, predicate, value)
        for subject, predicate, value in graph.using[iri]
        if not local(subject) and (value == iri if one.kind == "NamedIndividual" else predicate == iri.value)
    ]
    lines = (
        f"{turtle(subject)} {'a' if predicate == ns.TYPE.value else short(predicate)} {turtle(value)} ."
        for subject, predicate, value in found
    )
    return min(lines, key=lambda line: ("[ … ]" in line, line), default="")


def _of_thing(graph: Triples, node: object) -> str:
    lines = []
    for predicate, values in sorted(graph.by_subject[node].items(), key=lambda one: (one[0] != ns.TYPE.value, one[0])):
        verb = "a" if predicate == ns.TYPE.value else short(predicate)
        shown = sorted(map(turtle, values))
        lines.append(f"  {verb} {' , '.join(shown[:3])}{' , …' if len(shown) > 3 else ''}")
    more = ["  # …"] if len(lines) > _MOST_LINES else []
    name = "[]" if isinstance(node, ox.BlankNode) else turtle(node)
    return "\n".join([name, " ;\n".join(lines[:_MOST_LINES]) + " .", *more])
