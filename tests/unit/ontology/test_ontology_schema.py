"""What the schema declares: every term described, chained to a top, and equal to what the code knows of it."""

from __future__ import annotations

import json
import logging
import re
import warnings
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from govgraph.model import NAMESPACE, EntityType, Genre, Modality, Predicate, Status
from govgraph.query import ChangeKind
from govgraph.query.change_triples import kind_node
from govgraph.vocabulary.resources import ontology_dir

FOLDER = ontology_dir()
FILES = sorted(FOLDER.glob("*.ttl"))
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA_KINDS = {
    OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")
}
TOPS = {
    *("Article", "Bound", "BoundRule", "Change", "ChangeKind", "Conflict", "DutyTransfer", "Entity", "Evidence"),
    *(
        "FormerName",
        "Genre",
        "IdentityFeature",
        "IdentityThresholds",
        "Inference",
        "InferenceRule",
        "Judgement",
        "LayoutFragment",
        "LayoutMark",
    ),
    *(
        "Modality",
        "Office",
        "PageLayout",
        "PageRule",
        "Period",
        "Premise",
        "Reading",
        "ReconciliationService",
        "Role",
        "Run",
        "SourceClass",
        "Statement",
        "Status",
    ),
    *("Suggestion", "Tenure", "Version", "VersionRule"),
}
"""Classes that stand under no other class of ours."""

# The table of the annotation guidelines: predicate, subject types, object types. Municipalities may also be members,
# adopt and publish, and own bodies: see docs/adr/0001-ontology.md.
SIGNATURES = """
memberOf: Person, Organisation, Jurisdiction, Municipality → Organisation
represents: Person → Jurisdiction, Municipality, Organisation
chairs: Person, Jurisdiction, Organisation → Organisation
partOf: Organisation, Programme → Organisation, Jurisdiction, Programme, Municipality
responsibleFor: Person, Organisation, Jurisdiction → Programme, System, Service, Law
implements: Jurisdiction, Municipality, Organisation → Programme, Law, System, Service
pilots: Jurisdiction, Municipality, Organisation → Programme, System, Service
develops: Organisation, Jurisdiction, Municipality → System, Service, Programme
cooperatesWith: Organisation, Jurisdiction, Municipality → Organisation, Jurisdiction, Municipality
publishes: Person, Organisation, Jurisdiction, Municipality → Document, Programme
adopts: Jurisdiction, Organisation, Event, Municipality → Law, Document, Programme
participatesIn: Person, Organisation → Event
organises: Organisation, Jurisdiction, Municipality → Event
heldIn: Event → Municipality, Jurisdiction
locatedIn: Municipality, Organisation → Municipality, Jurisdiction
funds: Organisation, Jurisdiction → Programme, System, Organisation, Municipality
succeeds: Person → Person
basedOn: Programme, Service, System, Organisation → Law, Programme, System, Document
"""


class Graph:
    """Triples by subject and predicate; terms as values, blank nodes kept apart by file."""

    def __init__(self, paths: list[Path]) -> None:
        self.values: dict[str, dict[str, list[ox.Literal | str]]] = defaultdict(lambda: defaultdict(list))
        for path in paths:
            for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                value = triple.object
                kept = value if isinstance(value, ox.Literal) else _key(value, path)
                self.values[_key(triple.subject, path)][_key(triple.predicate, path)].append(kept)

    def iris(self, subject: str, predicate: str) -> list[str]:
        return [value for value in self.values[subject][predicate] if isinstance(value, str)]

    def literals(self, subject: str, predicate: str) -> list[ox.Literal]:
        return [value for value in self.values[subject][predicate] if isinstance(value, ox.Literal)]

    def union(self, subject: str, predicate: str) -> set[str]:
        """Local names of the classes that a domain or range allows."""
        allowed: set[str] = set()
        for node in self.iris(subject, predicate):
            lists = self.iris(node, OWL + "unionOf")
            allowed |= {item for head in lists for item in self._items(head)} if lists else {node}
        return {local(iri) for iri in allowed}

    def _items(self, node: str) -> Iterator[str]:
        while node != RDF + "nil":
            yield from self.iris(node, RDF + "first")
            (node,) = self.iris(node, RDF + "rest")


def _key(term: object, path: Path) -> str:
    if isinstance(term, ox.BlankNode):
        return f"_:{path.name}:{term.value}"
    assert isinstance(term, ox.NamedNode)
    return term.value


def local(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)


@cache
def schema() -> Graph:
    """The files that declare terms; the rest only uses them."""
    return Graph([path for path in FILES if path.name in {"govgraph.ttl", "reading.ttl", "layouts.ttl", "pages.ttl"}])


def declared(*kinds: str) -> list[str]:
    graph = schema()
    wanted = {OWL + kind for kind in kinds} or SCHEMA_KINDS
    return sorted(
        subject
        for subject in list(graph.values)
        if subject.startswith(NAMESPACE) and wanted & set(graph.iris(subject, RDF + "type"))
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_loads_without_a_warning(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        ours = sum(1 for _ in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        theirs = len(rdflib.Graph().parse(path, format="turtle"))

    # rdflib says what it dislikes about a literal in its log
    assert (caplog.messages, theirs) == ([], ours)


def test_header_says_what_this_is() -> None:
    iri = NAMESPACE.removesuffix("#")
    graph = schema()
    assert graph.iris(iri, RDF + "type") == [OWL + "Ontology"]
    assert [version.value for version in graph.literals(iri, OWL + "versionInfo")] == ["0.1.0"]
    assert graph.iris(iri, OWL + "versionIRI") == [f"{iri}/0.1.0"]
    assert graph.iris(iri, "http://purl.org/dc/terms/license") == ["https://creativecommons.org/licenses/by/4.0/"]


@pytest.mark.parametrize("term", declared(), ids=local)
def test_term_is_described_in_both_languages(term: str) -> None:
    for predicate in ("label", "comment"):
        texts = schema().literals(term, RDFS + predicate)
        assert sorted(text.language or "" for text in texts) == ["de", "en"], predicate
        assert all(text.value.strip() for text in texts)


def test_classes_are_chained_to_a_top() -> None:
    graph = schema()
    classes = set(declared("Class"))
    unchained = {
        local(cls)
        for cls in classes
        if not any(parent.startswith(NAMESPACE) for parent in graph.iris(cls, RDFS + "subClassOf"))
    }
    assert unchained == TOPS
    for cls in classes:
        path = [cls]
        while ours := [p for p in graph.iris(path[-1], RDFS + "subClassOf") if p.startswith(NAMESPACE)]:
            # a municipal union is two things, see docs/adr/0001-ontology.md; its coarse type is the first
            name = local(path[-1])
            assert len(ours) == 1 or name == "MunicipalUnion", f"{name} has several parents: {ours}"
            assert ours[0] in classes, f"{local(path[-1])} stands under {ours[0]}, which is not declared"
            assert ours[0] not in path, f"circle: {path}"
            path.append(ours[0])
        assert local(path[-1]) in TOPS


def test_coarse_classes_are_the_entity_types() -> None:
    graph = schema()
    below = {local(c) for c in declared("Class") if NAMESPACE + "Entity" in graph.iris(c, RDFS + "subClassOf")}
    assert below == {kind.value for kind in EntityType}


def test_coarse_classes_are_disjoint() -> None:
    graph = schema()
    axioms = [s for s in list(graph.values) if OWL + "AllDisjointClasses" in graph.iris(s, RDF + "type")]
    members = [{local(i) for head in graph.iris(a, OWL + "members") for i in graph._items(head)} for a in axioms]
    every = {kind.value for kind in EntityType}
    assert members == [every - {"Municipality"}]
    # a municipal union is a municipality and an organisation
    apart = {local(i) for i in graph.iris(NAMESPACE + "Municipality", OWL + "disjointWith")}
    assert apart == every - {"Municipality", "Organisation"}


@pytest.mark.parametrize("words", [Modality, Status, Genre], ids=lambda words: str(words.__name__))
def test_enumeration_is_that_of_the_code(words: type[StrEnum]) -> None:
    graph = schema()
    cls = NAMESPACE + words.__name__
    individuals = {s for s in declared("NamedIndividual") if cls in graph.iris(s, RDF + "type")}
    notations = {local(s): [n.value for n in graph.literals(s, SKOS + "notation")] for s in individuals}
    assert notations == {word.value.capitalize(): [word.value] for word in words}
    listed = [
        {local(item) for head in graph.iris(node, OWL + "oneOf") for item in graph._items(head)}
        for node in graph.iris(cls, OWL + "equivalentClass")
    ]
    assert listed == [{local(s) for s in individuals}]


def test_kinds_of_change_are_those_of_the_code() -> None:
    kind = NAMESPACE + "ChangeKind"
    individuals = {s for s in declared("NamedIndividual") if kind in schema().iris(s, RDF + "type")}
    assert individuals == {kind_node(one).value for one in ChangeKind}


def test_signatures_are_those_of_the_guidelines() -> None:
    graph = schema()
    stated = {
        predicate.value: (
            graph.union(NAMESPACE + predicate.value, RDFS + "domain"),
            graph.union(NAMESPACE + predicate.value, RDFS + "range"),
        )
        for predicate in Predicate
    }
    expected = {}
    for line in SIGNATURES.strip().splitlines():
        name, types = line.split(": ")
        subjects, objects = types.split(" → ")
        expected[name] = (set(subjects.split(", ")), set(objects.split(", ")))
    assert stated == expected


def test_only_cooperation_is_symmetric() -> None:
    assert [local(term) for term in declared("SymmetricProperty")] == ["cooperatesWith"]


def test_parents_of_properties_are_properties() -> None:
    graph = schema()
    kinds = ("ObjectProperty", "DatatypeProperty")
    for term in declared(*kinds):
        (kind,) = (k for k in kinds if OWL + k in graph.iris(term, RDF + "type"))
        for parent in graph.iris(term, RDFS + "subPropertyOf"):
            named = graph.iris(parent, OWL + "inverseOf") if parent.startswith("_:") else [parent]
            assert [OWL + kind in graph.iris(name, RDF + "type") for name in named] == [True], (term, named)


def test_type_map_names_declared_classes() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`gov:([A-Z]\w*)`", readme))
    assert {"Committee", "Study", "State"} <= named
    assert named - {local(term) for term in declared()} == set()


def test_context_names_declared_terms() -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    named = {
        iri.removeprefix("gov:")
        for value in context.values()
        for iri in [value["@id"] if isinstance(value, dict) else value]
        if isinstance(iri, str) and iri.startswith("gov:")
    }
    core = Graph([FOLDER / "govgraph.ttl"])
    exported = {
        local(s)
        for s in list(core.values)
        if s.startswith(NAMESPACE) and SCHEMA_KINDS & set(core.iris(s, RDF + "type"))
    }
    assert named == exported


def test_context_reads_a_statement() -> None:
    base = "https://w3id.org/govgraph/id"
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    document = {
        "@context": context,
        "id": f"{base}/statement/1",
        "type": "Statement",
        "subject": f"{base}/person/denis-alt",
        "predicate": "memberOf",
        "object": {"id": f"{base}/organisation/board", "type": "Committee", "label": "Board"},
        "modality": "Asserted",
        "confidence": "0.9",
    }
    read = set(ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD))
    turtle = f"""
        @prefix gov: <{NAMESPACE}> . @prefix rdf: <{RDF}> . @prefix skos: <{SKOS}> .
        <{base}/statement/1> a gov:Statement ; rdf:subject <{base}/person/denis-alt> ; rdf:predicate gov:memberOf ;
            rdf:object <{base}/organisation/board> ; gov:modality gov:Asserted ; gov:confidence 0.9 .
        <{base}/organisation/board> a gov:Committee ; skos:prefLabel "Board"@de .
    """
    assert read == set(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
