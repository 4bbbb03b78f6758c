"""The fast way of validation says what pySHACL says: on a graph that breaks each constraint once, and by chance."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from govgraph.errors import VocabularyError
from govgraph.rdf import Engine, GraphOptions, ValidationReport, build_quads, validate
from govgraph.rdf import namespaces as ns
from govgraph.rdf.shapes import Constraint, Index, Shape, shapes_of
from govgraph.rdf.shapes import Path as ShapePath
from govgraph.vocabulary.resources import ontology_dir
from handmade import holding, interview, page, small_ontology

EX = "https://example.org/"
HEAD = f"""
@prefix ex: <{EX}> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def ex(name: str) -> NamedNode:
    return NamedNode(EX + name)


RANGES = {"MinInclusiveConstraintComponent", "MaxInclusiveConstraintComponent"}


def told(report: ValidationReport) -> set[tuple[str, ...]]:
    """What both engines must agree on; of a date where a number is asked for, pySHACL reports one bound, SHACL both."""
    return {
        (one.focus, one.path, one.value, one.component, one.severity, one.message_de, one.message_en, one.shape)
        for one in report.results
        if one.component not in RANGES or re.fullmatch(r"-?[\d.]+", one.value)
    }


def own_shapes() -> tuple[Shape, ...]:
    return shapes_of(Index(parse(path=ontology_dir() / "shapes.ttl", format=RdfFormat.TURTLE)))


def chain(path: ShapePath, node: NamedNode, value: NamedNode | Literal, mark: str) -> Iterator[Triple]:
    """Triples that lead from a node along a path of the ontology's shapes to a value."""
    text = path.shown
    if text.startswith("^"):
        assert isinstance(value, NamedNode)
        yield Triple(value, NamedNode(text[1:]), node)
        return
    steps = [text] if not text.startswith("(") else text[1:-1].split("|")[:1] if "|" in text else text[1:-1].split(" ")
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        after = value if last else ex(f"{mark}-step{number}")
        yield Triple(node, NamedNode(step), after)
        if isinstance(after, NamedNode):
            node = after


def breaking(one: Constraint, path: ShapePath | None, node: NamedNode, mark: str) -> Iterator[Triple]:
    """Triples about a node that break a constraint."""
    other, text = ex(f"{mark}-other"), Literal("")
    if path is None:
        return  # an untyped blank node, or a node without the class, is made by the caller
    name, parameter = one.name, one.parameter
    if name in ("minCount", "qualifiedMinCount", "hasValue"):
        return
    if name == "maxCount":
        assert isinstance(parameter, int)
        for number in range(parameter + 1):
            yield from chain(path, node, ex(f"{mark}-v{number}"), f"{mark}-{number}")
    elif name == "qualifiedMaxCount":
        for word in ("eins", "zwei"):
            yield from chain(path, node, Literal(word, language="de"), mark)
    elif name in ("lessThan", "lessThanOrEquals", "disjoint"):
        assert isinstance(parameter, NamedNode)
        value = other if name == "disjoint" else Literal("2", datatype=NamedNode(ns.XSD + "integer"))
        small = other if name == "disjoint" else Literal("1", datatype=NamedNode(ns.XSD + "integer"))
        yield from chain(path, node, value, mark)
        yield Triple(node, parameter, small)
    elif name == "uniqueLang":
        for word in ("eins", "zwei"):
            yield from chain(path, node, Literal(word, language="de"), mark)
    elif name in ("minInclusive", "maxInclusive"):
        bound = "-1" if name == "minInclusive" else "2"
        yield from chain(path, node, Literal(bound, datatype=NamedNode(ns.XSD + "integer")), mark)
    elif name in ("nodeKind", "minLength", "pattern"):
        literal = name != "nodeKind" or str(parameter).endswith("#IRI>")
        yield from chain(path, node, text if literal else other, mark)
    else:
        yield from chain(path, node, other, mark)


def broken_graph() -> tuple[list[Triple], list[tuple[Shape, Shape, Constraint, NamedNode]]]:
    """A graph with a node for each constraint of the ontology's shapes that breaks it, and what was broken."""
    triples: list[Triple] = []
    cases: list[tuple[Shape, Shape, Constraint, NamedNode]] = []
    for outer in own_shapes():
        for shape in (outer, *outer.properties):
            for one in shape.constraints:
                if one.name == "sparql":
                    continue
                mark = f"n{len(cases)}"
                node: NamedNode = ex(mark)
                kind, target = outer.targets[0]
                assert isinstance(target, NamedNode)
                if kind == "targetClass":
                    triples.append(Triple(node, ns.TYPE, target))
                else:
                    assert kind == "targetSubjectsOf"
                    triples.append(Triple(node, target, ex(f"{mark}-object")))
                triples += breaking(one, shape.path, node, mark)
                cases.append((outer, shape, one, node))
    return triples, cases


def test_every_constraint_of_the_ontology_is_found_when_it_is_broken_and_pyshacl_says_the_same() -> None:
    triples, cases = broken_graph()
    assert len(cases) > 250

    fast, slow = validate(triples), validate(triples, engine=Engine.PYSHACL)

    found = {(one.focus, one.path, one.component, one.message_en) for one in fast.results}
    missed = [
        (outer.iri, shape.path and shape.path.shown, one.name)
        for outer, shape, one, node in cases
        # a node that is a focus node by IRI cannot be a blank node: test_a_node_without_an_iri breaks those
        if not (shape.path is None and one.name == "nodeKind")
        if (node.value, shape.path.shown if shape.path else "", one.component, shape.messages["en"]) not in found
    ]
    assert missed == []
    assert fast.engines == (("shapes.ttl", Engine.FAST, ""),)
    assert slow.engines == (("shapes.ttl", Engine.PYSHACL, ""),)
    assert told(fast) == told(slow)


def test_a_node_without_an_iri_is_found_where_one_is_asked_for() -> None:
    asked = {
        target.value
        for shape in own_shapes()
        for one in shape.constraints
        if one.name == "nodeKind"
        for _, target in shape.targets
        if isinstance(target, NamedNode)
    }
    data = "".join(f"[] a <{one}> .\n" for one in sorted(asked)).encode()

    report = validate(parse(data, format=RdfFormat.TURTLE))

    kinds = [one for one in report.results if one.component == "NodeKindConstraintComponent" and not one.path]
    assert len(asked) > 8
    assert len({one.focus for one in kinds}) == len(asked)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Quad]:
    ontology = small_ontology(tmp_path_factory.mktemp("ontology"))
    records = [page(interview(), holding("Eva Alt", "2020-05", since="2019", until="2021-01-01"))]
    return build_quads(records, GraphOptions(ontology=ontology))


def mutated(quads: list[Quad], seed: int) -> list[Quad]:
    """A graph with a dozen changes by chance: triples gone, and values, subjects and predicates of others."""
    dice = random.Random(seed)
    out = sorted(quads, key=str)
    for _ in range(12):
        at, other = dice.randrange(len(out)), dice.choice(out)
        one = out[at]
        change = dice.randrange(5)
        if change == 0:
            del out[at]
        elif change == 1:
            out[at] = Quad(one.subject, one.predicate, other.object, one.graph_name)
        elif change == 2:
            out.append(Quad(one.subject, one.predicate, other.object, one.graph_name))
        elif change == 3:
            out[at] = Quad(other.subject, one.predicate, one.object, one.graph_name)
        else:
            out[at] = Quad(one.subject, other.predicate, one.object, one.graph_name)
    return out


@pytest.mark.parametrize("seed", range(12))
def test_both_engines_say_the_same_of_graphs_changed_by_chance(built: list[Quad], seed: int) -> None:
    quads = mutated(built, seed)

    fast, slow = validate(quads), validate(quads, engine=Engine.PYSHACL)

    assert fast.results
    assert told(fast) == told(slow)


def test_what_is_no_number_breaks_both_bounds_of_numbers(built: list[Quad]) -> None:
    rated = next(quad for quad in built if quad.predicate == ns.gov("confidence"))
    day = Literal("2024-01-01", datatype=NamedNode(f"{ns.XSD}date"))
    quads = [Quad(one.subject, one.predicate, day, one.graph_name) if one is rated else one for one in built]

    assert {one.component for one in validate(quads).results if one.value == day.value} >= RANGES


@pytest.mark.parametrize(
    "syntax",
    [RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD, RdfFormat.RDF_XML],
    ids=lambda one: one.file_extension,
)
def test_files_of_all_syntaxes_are_validated_alike(built: list[Quad], tmp_path: Path, syntax: RdfFormat) -> None:
    broken = [quad for quad in built if quad.predicate != ns.gov("quoteDigest")]
    file = tmp_path / f"graph.{syntax.file_extension}"
    plain = [Triple(quad.subject, quad.predicate, quad.object) for quad in broken]
    file.write_bytes(serialize(broken if syntax.supports_datasets else plain, format=syntax) or b"")

    assert validate(file) == validate(broken)


DATA = """
ex:a a ex:Thing ; ex:name "a" , "b" ; ex:size 3 ; ex:next ex:b .
ex:b a ex:Sub ; ex:name "b"@de , "c"@de ; ex:size "viel" ; ex:next ex:a , "x" ; ex:kind ex:Odd .
ex:Sub rdfs:subClassOf ex:Thing .
"""
FEATURES = {
    "class and counts": "sh:property [ sh:path ex:next ; sh:class ex:Sub ; sh:minCount 2 ; sh:maxCount 1 ]",
    "numbers": "sh:property [ sh:path ex:size ; sh:datatype xsd:integer ; sh:minExclusive 3 ; sh:maxExclusive 9 ]",
    "texts": 'sh:property [ sh:path ex:name ; sh:minLength 2 ; sh:maxLength 0 ; sh:pattern "^A" ; sh:flags "i" ]',
    "languages": 'sh:property [ sh:path ex:name ; sh:languageIn ( "en" ) ; sh:uniqueLang true ]',
    "logic": "sh:property [ sh:path ex:next ; sh:xone ( [ sh:nodeKind sh:Literal ] [ sh:class ex:Thing ] ) ; "
    "sh:not [ sh:class ex:Sub ] ; sh:and ( [ sh:class ex:Sub ] [ sh:nodeKind sh:IRI ] ) ]",
    "values": "sh:property [ sh:path ex:next ; sh:hasValue ex:b ; sh:in ( ex:a ex:c ) ]",
    "pairs": "sh:property [ sh:path ex:next ; sh:equals ex:name ; sh:disjoint ex:next ]",
    "paths": "sh:property [ sh:path ( ex:next ex:name ) ; sh:minCount 3 ] ; "
    "sh:property [ sh:path [ sh:inversePath ex:next ] ; sh:maxCount 0 ] ; "
    "sh:property [ sh:path [ sh:alternativePath ( ex:next ex:size ) ] ; sh:nodeKind sh:IRI ] ; "
    "sh:property [ sh:path [ sh:zeroOrMorePath ex:next ] ; sh:minCount 4 ] ; "
    "sh:property [ sh:path ( ex:next ex:name ) ; sh:equals ex:name ]",
    "named shapes": "sh:property [ sh:path ex:next ; sh:node ex:Inner ; sh:severity sh:Warning ]",
    "qualified": "sh:property [ sh:path ex:next ; sh:qualifiedValueShape [ sh:class ex:Thing ] ; "
    "sh:qualifiedMinCount 2 ; sh:qualifiedMaxCount 0 ]",
    "switched off": "sh:property [ sh:path ex:next ; sh:maxCount 0 ; sh:deactivated true ] ; sh:nodeKind sh:Literal",
}


def shapes_file(folder: Path, body: str) -> Path:
    file = folder / "own.ttl"
    file.write_text(
        f"{HEAD} ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ; {body} . "
        "ex:Inner a sh:NodeShape ; sh:class ex:Sub .",
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize("body", FEATURES.values(), ids=FEATURES.keys())
def test_shapes_of_a_user_give_the_same_with_both_engines(body: str, tmp_path: Path) -> None:
    file = shapes_file(tmp_path, body)
    data = list(parse((HEAD + DATA).encode(), format=RdfFormat.TURTLE))

    fast, slow = (validate(data, more=[file], engine=one) for one in Engine)

    assert fast.engines[1] == ("own.ttl", Engine.FAST, "")
    assert fast.results
    assert told(fast) == told(slow)
    assert all("sh:" in one.message_en for one in fast.results)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("sh:closed true", "sh:closed"),
        ("sh:property [ sh:path ex:next ; sh:property [ sh:path ex:name ; sh:maxCount 0 ] ]", "property shape"),
        ("sh:not [ sh:property [ sh:path ex:next ; sh:minCount 1 ] ]", "looks further than at one value"),
        ('sh:sparql [ sh:select "SELECT $this WHERE { $this a <https://example.org/Sub> }" ]', "each focus node"),
    ],
)
def test_what_only_pyshacl_knows_goes_to_pyshacl(body: str, reason: str, tmp_path: Path) -> None:
    data = list(parse((HEAD + DATA).encode(), format=RdfFormat.TURTLE))

    report = validate(data, more=[shapes_file(tmp_path, body)])

    assert report.engines[0] == ("shapes.ttl", Engine.FAST, "")
    assert report.engines[1][:2] == ("own.ttl", Engine.PYSHACL)
    assert reason in report.engines[1][2]
    assert report.results


def test_a_date_that_is_none_is_found() -> None:
    # pySHACL takes any text for a year or month
    data = f'<{EX}e> a <{ns.gov("Tenure").value}> ; <{ns.gov("since").value}> "bald"^^<{ns.XSD}gYear> .'.encode()

    report = validate(parse(data, format=RdfFormat.TURTLE))

    assert "gov:since" in "".join(one.message_en for one in report.results)


def test_shapes_that_are_broken_are_named(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text("ex:Shape a", encoding="utf-8")

    with pytest.raises(VocabularyError, match=r"own\.ttl is no Turtle"):
        validate([], more=[file])
