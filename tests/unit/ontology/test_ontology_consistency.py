"""Every term used is declared, every parent exists, and reference data keep the domains: without a reasoner."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph.model import BASE, NAMESPACE, EntityType
from govgraph.vocabulary.resources import ontology_dir

FOLDER = ontology_dir()
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SELECT = "http://www.w3.org/ns/shacl#select"
SCHEMA = ("govgraph.ttl", "reading.ttl", "layouts.ttl", "pages.ttl")
PROPERTIES = {OWL + name for name in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty", "SymmetricProperty")}
ANNOTATION_ONLY = {NAMESPACE + name for name in ("evokes", "entityType", "entityKind", "subjectType", "objectType")}
DATE = re.compile(r"-?\d{4}(-\d{2}(-\d{2})?)?")

Triples = list[ox.Quad]


def local(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)


@cache
def parsed(path: Path) -> tuple[ox.Quad, ...]:
    return tuple(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


def ontology() -> Triples:
    return [triple for path in sorted(FOLDER.glob("*.ttl")) for triple in parsed(path)]


def with_schema(turtle: str) -> Triples:
    known = {"gov": NAMESPACE, "skos": "http://www.w3.org/2004/02/skos/core#", "sh": "http://www.w3.org/ns/shacl#"}
    prefixes = "".join(f"@prefix {name}: <{iri}> . " for name, iri in known.items()) + f"@base <{BASE}/> . "
    own = list(ox.parse(prefixes + turtle, format=ox.RdfFormat.TURTLE))
    return [t for name in SCHEMA for t in parsed(FOLDER / name)] + own


class Facts:
    """Indexes of some triples that every check needs."""

    def __init__(self, triples: Triples) -> None:
        self.triples = triples
        self.types: dict[str, set[str]] = defaultdict(set)
        self.parents: dict[str, set[str]] = defaultdict(set)
        self._objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        for triple in triples:
            subject, value = triple.subject, triple.object
            if isinstance(value, ox.Literal) or isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
                continue
            if triple.predicate.value == RDF + "type":
                self.types[subject.value].add(value.value)
            elif triple.predicate.value == RDFS + "subClassOf":
                self.parents[subject.value].add(value.value)
            self._objects[subject.value, triple.predicate.value].append(value.value)
        self.coarse = {NAMESPACE + kind.value for kind in EntityType}

    def ancestors(self, cls: str) -> set[str]:
        found, open_ = {cls}, [cls]
        while open_:
            new = self.parents[open_.pop()] - found
            found |= new
            open_.extend(new)
        return found

    def all_types(self, node: str) -> set[str]:
        return {ancestor for cls in self.types.get(node, ()) for ancestor in self.ancestors(cls)}

    def allowed(self, term: str, side: str) -> set[str]:
        """Classes of a domain or range; empty where there is none or where it is no class of ours."""
        out: set[str] = set()
        for node in self._objects[term, RDFS + side]:
            heads = self._objects[node, OWL + "unionOf"]
            if not heads:
                out.add(node)
            for head in heads:
                rest = head
                while rest != RDF + "nil":
                    out.update(self._objects[rest, RDF + "first"])
                    (rest,) = self._objects[rest, RDF + "rest"]
        return {cls for cls in out if cls.startswith(NAMESPACE)}


def undeclared(facts: Facts) -> set[str]:
    """Terms of our namespace that stand anywhere, queries of shapes included, and are declared nowhere."""
    used: set[str] = set()
    for triple in facts.triples:
        used.update(t.value for t in (triple.subject, triple.predicate, triple.object) if isinstance(t, ox.NamedNode))
        value = triple.object
        if isinstance(value, ox.Literal):
            used.add(value.datatype.value)
            if triple.predicate.value == SELECT:
                used.update(NAMESPACE + name for name in re.findall(r"\bgov:([\w-]+)", value.value))
    ours = {iri for iri in used if iri.startswith(NAMESPACE)}
    return {local(iri) for iri in ours if iri not in facts.types}


def misused(facts: Facts) -> set[str]:
    """Predicates that are no declared property, and types that are no declared class."""
    wrong: set[str] = set()
    for triple in facts.triples:
        predicate = triple.predicate.value
        if predicate.startswith(NAMESPACE) and not PROPERTIES & facts.types.get(predicate, set()):
            wrong.add(f"predicate {local(predicate)}")
    for types in list(facts.types.values()):
        ours = {cls for cls in types if cls.startswith(NAMESPACE)}
        wrong.update(f"class {local(cls)}" for cls in ours if OWL + "Class" not in facts.types.get(cls, set()))
    return wrong


def dangling(facts: Facts) -> set[str]:
    """Links to things under the base that no file describes: parents, jurisdictions, capitals, schemes, readings."""
    return {
        f"{triple.predicate.value.rpartition('/')[2].rpartition('#')[2]} {triple.object.value.removeprefix(BASE)}"
        for triple in facts.triples
        if isinstance(triple.object, ox.NamedNode)
        and triple.object.value.startswith(f"{BASE}/")
        and triple.object.value not in facts.types
    }


def badly_typed(facts: Facts) -> set[str]:
    """Entities whose class is not one, and named by exactly one IRI of its coarse kind."""
    wrong = set()
    for node, types in facts.types.items():
        ours = {t for t in types if facts.ancestors(t) & facts.coarse}
        if not ours:
            continue
        kinds = {local(c).lower() for t in ours for c in facts.ancestors(t) & facts.coarse}
        if len(ours) != 1 or node.removeprefix(f"{BASE}/").partition("/")[0] not in kinds:
            wrong.add(f"{node.removeprefix(BASE)}: {', '.join(sorted(map(local, ours)))}")
    return wrong


def out_of_domain(facts: Facts) -> set[str]:
    """Uses of our properties whose subject or object is outside of the declared domain or range."""
    wrong = set()
    signatures = {
        term: (facts.allowed(term, "domain"), facts.allowed(term, "range"))
        for term, types in facts.types.items()
        if term.startswith(NAMESPACE) and PROPERTIES & types and term not in ANNOTATION_ONLY
    }
    for triple in facts.triples:
        domain, range_ = signatures.get(triple.predicate.value, (set[str](), set[str]()))
        ends = ((domain, triple.subject), (range_, triple.object))
        for allowed, end in ends:
            if allowed and isinstance(end, ox.NamedNode) and not allowed & facts.all_types(end.value):
                wrong.add(f"{local(triple.predicate.value)}: {end.value.removeprefix(BASE)}")
    return wrong


def circular(facts: Facts) -> set[str]:
    """Things that stand below themselves."""
    links = (NAMESPACE + "partOf", NAMESPACE + "belongsTo", "http://www.w3.org/2004/02/skos/core#broader")
    above: dict[str, set[str]] = defaultdict(set)
    for triple in facts.triples:
        if triple.predicate.value in links and isinstance(triple.object, ox.NamedNode):
            above[str(triple.subject)].add(str(triple.object))
    wrong = set()
    for start in list(above):
        reached, open_ = set[str](), [start]
        while open_:
            new = above.get(open_.pop(), set()) - reached
            reached |= new
            open_.extend(new)
        if start in reached:
            wrong.add(start)
    return wrong


def ill_dated(facts: Facts) -> set[str]:
    """Beginnings and ends that are no date of a length that its datatype allows."""
    lengths = {"gYear": 4, "gYearMonth": 7, "date": 10}
    wrong = set()
    for triple in facts.triples:
        value = triple.object
        if local(triple.predicate.value) in {"founded", "dissolved"} and isinstance(value, ox.Literal):
            kind = value.datatype.value.rpartition("#")[2]
            if not DATE.fullmatch(value.value) or lengths.get(kind) != len(value.value):
                wrong.add(str(value))
    return wrong


CHECKS = (undeclared, misused, dangling, badly_typed, out_of_domain, circular, ill_dated)


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts(ontology())


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.__name__))
def test_ontology_is_consistent(check: object, facts: Facts) -> None:
    assert callable(check)
    assert check(facts) == set()


XSD = "http://www.w3.org/2001/XMLSchema#"
BROKEN = {
    undeclared: ("<organisation/a> gov:partof <organisation/a> .", {"partof"}),
    misused: ("<organisation/a> gov:Person gov:Person ; a gov:partOf .", {"predicate Person", "class partOf"}),
    dangling: (
        "<organisation/a> a gov:Agency ; gov:partOf <organisation/b> ; gov:jurisdiction <jurisdiction/c> .",
        {"partOf /organisation/b", "jurisdiction /jurisdiction/c"},
    ),
    badly_typed: (
        "<organisation/a> a gov:Agency , gov:Organisation . <system/b> a gov:Law . <system/c> a gov:Standard .",
        {"/organisation/a: Agency, Organisation", "/system/b: Law"},
    ),
    out_of_domain: (
        "<law/a> a gov:Law ; gov:partOf <organisation/b> . <organisation/b> a gov:Cert ; gov:partOf <system/c> ."
        "<system/c> a gov:Platform ; gov:belongsTo <law/a> .",
        {"partOf: /law/a", "partOf: /system/c"},
    ),
    circular: (
        "<role/a> skos:broader <role/b> . <role/b> skos:broader <role/a> . <role/c> skos:broader <role/a> .",
        {f"<{BASE}/role/a>", f"<{BASE}/role/b>"},
    ),
    ill_dated: (
        f'<organisation/a> gov:founded "2010"^^<{XSD}gYear> , "2010"^^<{XSD}date> , "2010" .',
        {f'"2010"^^<{XSD}date>', '"2010"'},
    ),
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_inconsistency_is_found(check: object) -> None:
    assert callable(check)
    turtle, expected = BROKEN[check]
    assert check(Facts(with_schema(turtle))) == expected


def test_query_of_a_shape_is_read_for_terms() -> None:
    turtle = '[] sh:select "SELECT $this WHERE { $this gov:memberOff ?x }" .'
    assert undeclared(Facts(with_schema(turtle))) == {"memberOff"}
